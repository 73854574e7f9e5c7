"""Rows of language data: a form, or several, and what they mean.

A file holds tables of rows, each named for the kind of meaning its rows carry; a row has an `id`, its `forms`, the
fields of its meaning, and `hit`/`miss` examples that the tests fire both ways. `source` stands once a file or a row.
Forms may branch: ``ris{e,es,ing}``; ``{:name}`` appends the endings that the language lists under that name. `spellings.toml` holds
stems that are also written otherwise: a form with one of them has its other spelling, too. A row that says
``inflect = true`` gives nominatives: the language's declension adds their cases, and a party's case is its role. `touches`
names kinds of which one must begin right behind the form: a particle of one character means something only where it touches
what it governs.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import product

import cattrs
from attrs import frozen

from sinorus.languages import meaning as m
from sinorus.languages.declension import Declension, declension
from sinorus.values.evolve import evolve

KINDS: Mapping[str, type[m.Meaning]] = {
    "party": m.Party,
    "short-name": m.ShortName,
    "world": m.World,
    "pointer": m.Pointer,
    "goods": m.Goods,
    "route": m.Route,
    "body": m.Body,
    "head": m.Head,
    "movement": m.Movement,
    "level": m.Level,
    "relation": m.Relation,
    "certainty": m.Certainty,
    "record-high": m.RecordHigh,
    "other-measure": m.OtherMeasure,
    "share": m.Share,
    "comparison": m.Comparison,
    "punctuation": m.Punctuation,
    "respectively": m.Respectively,
    "speech": m.Speech,
    "agreement-noun": m.AgreementNoun,
    "agreement-verb": m.AgreementVerb,
    "intent": m.Intent,
    "action": m.Action,
    "field": m.Field,
    "corridor-noun": m.CorridorNoun,
    "corridor-state": m.CorridorState,
    "settlement-word": m.SettlementWord,
    "currency": m.Currency,
    "denomination": m.Denomination,
    "negation": m.Negation,
    "measured": m.Measured,
    "opinion": m.Opinion,
    "cue": m.Cue,
    "leader": m.Leader,
}
"""The tables that a file may hold."""

_OWN = {"id", "forms", "source", "hit", "miss", "case", "names", "touches"}
_BRANCH = re.compile(r"\{([^{}]*)\}")
Raw = Mapping[str, object]


@frozen
class Row:
    """One row: its id, the plain forms it expands to, and their meaning."""

    id: str
    forms: tuple[str, ...]
    meaning: m.Meaning
    case: bool = False
    touches: tuple[str, ...] = ()
    """Kinds of meanings (or "figure", "period") one of which must begin right behind the form; none: it stands alone."""
    source: str = ""
    hit: tuple[str, ...] = ()
    miss: tuple[str, ...] = ()


def expand(form: str, endings: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Return the plain forms that a branching form stands for.

    >>> expand("ris{e,ing}", {})
    ('rise', 'rising')
    >>> expand("импорт{:masculine}", {"masculine": ["", "а", "у"]})
    ('импорт', 'импорта', 'импорту')
    """
    parts = _BRANCH.split(form)
    if len(parts) == 1:
        return (form,)
    choices: list[Sequence[str]] = []
    for index, part in enumerate(parts):
        if index % 2 == 0:
            choices.append((part,))
        else:
            choices.append(endings[part[1:]] if part.startswith(":") else part.split(","))
    return tuple("".join(choice) for choice in product(*choices))


def _plain(forms: object, endings: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    return tuple(plain for form in _texts(forms) for plain in expand(form, endings))


def _texts(value: object) -> tuple[str, ...]:
    return tuple(str(item) for item in value) if isinstance(value, list) else ()


def inflected(row: Row, names: Sequence[str], known: Declension) -> Iterator[Row]:
    """Yield the row with the cases of these nominatives; a party or head gets one row for each role that a case may give it."""
    meaning = row.meaning
    if not isinstance(meaning, m.Party | m.Head) or meaning.role is not None:
        cases = (form for name in names for form, _ in known.forms(name))
        yield evolve(row, forms=tuple(dict.fromkeys((*row.forms, *cases))))
        return
    told = _CASES if isinstance(meaning, m.Party) else _PARTITIVE
    by_role: dict[m.Role | None, list[str]] = {None: list(row.forms)} if row.forms else {}
    seen = set(row.forms)
    for name in names:
        for form, role in known.forms(name):
            if form not in seen:
                seen.add(form)
                by_role.setdefault(role if role in told else None, []).append(form)
    for position, (role, forms) in enumerate(by_role.items()):
        cased = evolve(row, forms=tuple(forms), meaning=evolve(meaning, role=role))
        yield cased if position == 0 else evolve(cased, id=f"{row.id}:{role}", hit=(forms[0],), miss=())


_CASES = frozenset(m.Role)
_PARTITIVE = frozenset({m.Role.OF})


def _rows_of(name: str, table: Raw, endings: Mapping[str, Sequence[str]], converter: cattrs.Converter, known: Declension) -> Iterator[Row]:
    default = str(table.get("source", ""))
    for kind, rows in table.items():
        if kind in KINDS and isinstance(rows, list):
            for row in rows:
                named = kind in ENTITY_KINDS
                fields = {key.replace("-", "_"): value for key, value in row.items() if key not in _OWN or (key == "id" and named)}
                found = Row(
                    id=f"{name}:{kind}:{row['id']}",
                    forms=_plain(row.get("forms"), endings),
                    meaning=converter.structure(fields, KINDS[kind]),
                    case=bool(row.get("case", False)),
                    touches=_texts(row.get("touches")),
                    source=str(row.get("source", default)),
                    hit=_texts(row.get("hit")),
                    miss=_texts(row.get("miss")),
                )
                if "names" in row:
                    yield from inflected(found, _plain(row["names"], endings), known)
                else:
                    yield found
        elif kind != "source":
            raise KeyError(f"{name}.toml has a table {kind!r} that no kind of meaning knows")


ENTITY_KINDS = frozenset({"goods", "route", "body"})
"""Kinds whose row id is the id of the entity in the world."""


def _spelled(row: Row, spellings: Mapping[str, str]) -> Row:
    """Return the row with the other spellings of its forms."""
    others = [form.replace(stem, other) for stem, other in spellings.items() for form in row.forms if stem in form]
    return evolve(row, forms=tuple(dict.fromkeys((*row.forms, *others)))) if others else row


def _table(folder: Traversable, name: str) -> Mapping[str, object]:
    """Return a table of a language, empty where it has none."""
    file = folder.joinpath(name)
    return tomllib.loads(file.read_text("utf-8")) if file.is_file() else {}


def read_rows(language: str) -> tuple[Row, ...]:
    """Return all rows of a language, from every file `*.rows.toml` of its folder; `endings.toml` names its endings."""
    folder = files("sinorus.languages").joinpath(language)
    endings = {name: _texts(listed) for name, listed in _table(folder, "endings.toml").items()}
    spellings = {stem: str(other) for stem, other in _table(folder, "spellings.toml").items()}
    known = declension(language)
    converter = cattrs.Converter(forbid_extra_keys=True)
    converter.register_structure_hook(Decimal, lambda text, _: Decimal(str(text)))
    rows: list[Row] = []
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".rows.toml"):
            rows += _rows_of(file.name.removesuffix(".rows.toml"), tomllib.loads(file.read_text("utf-8")), endings, converter, known)
    return tuple(_spelled(row, spellings) for row in rows) if spellings else tuple(rows)

"""Rows of language data: a form, or several, and what they mean.

A file holds tables of rows, each named for the kind of meaning its rows carry; a row has an `id`, its `forms`, the
fields of its meaning, and `hit`/`miss` examples that the tests fire both ways. `source` stands once a file or a row.
Forms may branch: ``ris{e,es,ing}``; ``{:name}`` appends the endings that the language lists under that name.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from importlib.resources import files
from itertools import product

import cattrs
from attrs import frozen

from sinorus.languages import meaning as m

KINDS: Mapping[str, type[m.Meaning]] = {
    "party": m.Party,
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
    "negation": m.Negation,
    "measured": m.Measured,
    "opinion": m.Opinion,
    "cue": m.Cue,
    "leader": m.Leader,
}
"""The tables that a file may hold."""

_OWN = {"id", "forms", "source", "hit", "miss", "case"}
_BRANCH = re.compile(r"\{([^{}]*)\}")
Raw = Mapping[str, object]


@frozen
class Row:
    """One row: its id, the plain forms it expands to, and their meaning."""

    id: str
    forms: tuple[str, ...]
    meaning: m.Meaning
    case: bool = False
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


def _texts(value: object) -> tuple[str, ...]:
    return tuple(str(item) for item in value) if isinstance(value, list) else ()


def _rows_of(name: str, table: Raw, endings: Mapping[str, Sequence[str]], converter: cattrs.Converter) -> Iterator[Row]:
    default = str(table.get("source", ""))
    for kind, rows in table.items():
        if kind in KINDS and isinstance(rows, list):
            for row in rows:
                fields = {key.replace("-", "_"): value for key, value in row.items() if key not in _OWN or (key == "id" and kind in ENTITY_KINDS)}
                yield Row(
                    id=f"{name}:{kind}:{row['id']}",
                    forms=tuple(plain for form in row["forms"] for plain in expand(form, endings)),
                    meaning=converter.structure(fields, KINDS[kind]),
                    case=bool(row.get("case", False)),
                    source=str(row.get("source", default)),
                    hit=_texts(row.get("hit")),
                    miss=_texts(row.get("miss")),
                )
        elif kind != "source":
            raise KeyError(f"{name}.toml has a table {kind!r} that no kind of meaning knows")


ENTITY_KINDS = frozenset({"goods", "route", "body"})
"""Kinds whose row id is the id of the entity in the world."""


def read_rows(language: str) -> tuple[Row, ...]:
    """Return all rows of a language, from every file `*.rows.toml` of its folder; `endings.toml` names its endings."""
    folder = files("sinorus.languages").joinpath(language)
    endings_file = folder.joinpath("endings.toml")
    endings = tomllib.loads(endings_file.read_text("utf-8")) if endings_file.is_file() else {}
    converter = cattrs.Converter(forbid_extra_keys=True)
    converter.register_structure_hook(Decimal, lambda text, _: Decimal(str(text)))
    rows: list[Row] = []
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".rows.toml"):
            rows += _rows_of(file.name.removesuffix(".rows.toml"), tomllib.loads(file.read_text("utf-8")), endings, converter)
    return tuple(rows)

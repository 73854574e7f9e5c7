"""The cases of a name from its nominative, by tables of endings that a language may give; a language without tables has one form a name.

A table is a suffix of the nominative and the endings of its cases, the first of which is the end of that suffix; where a suffix is
ambiguous several tables hold it, and all their forms are given: a form too many is a word that nobody writes.
"""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files

from attrs import field, frozen

from sinorus.languages.meaning import Role

_LONGEST = 5
"""Letters of the longest suffix that a table may hold."""


@frozen
class Table:
    """The endings of one suffix; `gender` tells which nouns an adjective goes with, `leads` that the table is an adjective's."""

    endings: tuple[tuple[str, ...], ...]
    keep: int = 0
    gender: str = ""
    leads: bool = False


@frozen
class Declension:
    """All tables of a language by their suffix; `roles` says what each case means where no preposition stands."""

    roles: tuple[Role | None, ...] = ()
    tables: Mapping[str, tuple[Table, ...]] = field(factory=dict)
    joints: frozenset[str] = frozenset()
    plain: frozenset[str] = frozenset()
    """Names that have one form here, because a case of theirs is another word."""
    capitals: frozenset[str] = frozenset()
    """Names that are also common words: they count with their capital only."""
    glosses: Mapping[str, str] = field(factory=dict)
    """How a country is told in brackets behind the name of a place of its own."""

    def forms(self, name: str) -> list[tuple[str, Role | None]]:
        """Return the forms of a name, each once, with the role of the first case that has it.

        >>> declension("en").forms("Russia")
        [('Russia', None)]
        >>> declension("ru").forms("Китай")[:3]
        [('Китай', <Role.SUBJECT: 'subject'>), ('Китая', <Role.OF: 'of'>), ('Китаю', <Role.TO: 'to'>)]
        """
        if name in self.plain:
            return [(name, None)]
        words = name.split(" ")
        found: dict[str, Role | None] = {}
        parts = self._parts(words) if self.tables else []
        if not any(len(part) > 1 for part in parts):
            return [(name, Role.POSSESSIVE if self.tables else None)]
        for case, role in enumerate(self.roles):
            for form in _product(part[case] if len(part) > 1 else part[0] for part in parts):
                found.setdefault(form, role)
        return list(found.items())

    def _parts(self, words: Sequence[str]) -> list[list[tuple[str, ...]]]:
        """Return for each word its forms by case, or its one form where it stays as it is."""
        parts: list[list[tuple[str, ...]]] = []
        gender, named = "", False
        for index, word in enumerate(words):
            last = index == len(words) - 1
            tables = self._tables(word)
            if named:
                tables = [table for table in tables if table.leads and last and table.gender == gender]
            elif not last and any(table.leads for table in tables):
                tables = [table for table in tables if table.leads]
                gender = tables[0].gender
            else:
                agreeing = [table for table in tables if table.gender == gender]
                tables = agreeing if gender and agreeing else tables
                gender = gender or (tables[0].gender if tables else "")
                named = True
            if word in self.joints:
                gender, named, tables = "", False, []
            parts.append(_cases(word, self._suffix(word), tables) if tables else [(word,)])
        return parts

    def _suffix(self, word: str) -> int:
        for size in range(min(_LONGEST, len(word)), -1, -1):
            if word[len(word) - size :] in self.tables:
                return size
        return 0

    def _tables(self, word: str) -> list[Table]:
        if not word.isalpha() and not word.replace("-", "").isalpha():
            return []
        if (word.isupper() and len(word) > 1) or word.isascii() or word in self.plain:
            return []
        size = self._suffix(word)
        return list(self.tables.get(word[len(word) - size :], ()))


def _cases(word: str, size: int, tables: Iterable[Table]) -> list[tuple[str, ...]]:
    stems = [(word[: len(word) - size + table.keep], table.endings) for table in tables]
    return [tuple(dict.fromkeys(stem + ending for stem, row in stems for ending in row[case])) for case in range(len(stems[0][1]))]


def _product(choices: Iterable[tuple[str, ...]]) -> list[str]:
    forms = [""]
    for choice in choices:
        forms = [f"{form} {word}" if form else word for form in forms for word in choice]
    return forms


@cache
def declension(language: str) -> Declension:
    """Return the declension of a language, from the tables `decline` of its `endings.toml`."""
    file = files("sinorus.languages").joinpath(language, "endings.toml")
    if not file.is_file():
        return Declension()
    raw = tomllib.loads(file.read_text("utf-8"))
    tables: dict[str, tuple[Table, ...]] = {}
    for table in raw.get("decline", []):
        endings = tuple(tuple(ending.split("/")) for ending in table["forms"])
        for suffix in table["ends"]:
            keep = len(suffix) if endings[0] == ("",) else len(suffix) - len(endings[0][0])
            tables[suffix] = (*tables.get(suffix, ()), Table(endings, keep, table.get("gender", ""), table.get("leads", False)))
    return Declension(
        roles=tuple(Role(role) if role else None for role in raw.get("cases", [])),
        tables=tables,
        joints=frozenset(raw.get("joints", [])),
        plain=frozenset(raw.get("plain", [])),
        capitals=frozenset(raw.get("capitals", [])),
        glosses=raw.get("glosses", {}),
    )

"""The data of this package, one TOML file a language, loaded on first use."""

from __future__ import annotations

import functools
import tomllib
from importlib.resources import files
from typing import cast

from attrs import frozen

LANGUAGES = ("en", "ru", "zh")
"""The languages that sinorus reads."""

Table = dict[str, object]


@frozen(kw_only=True)
class TextTable:
    """What the pages of one language hold around and inside their sentences."""

    language: str
    function_words: frozenset[str]
    letters: str
    never: frozenset[str]
    before_number: frozenset[str]
    after_number: frozenset[str]
    open: frozenset[str]
    openers: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    furniture_lines: frozenset[str]
    furniture_patterns: tuple[str, ...]
    date_labels: tuple[str, ...]
    date_markers: tuple[str, ...]
    date_words: tuple[str, ...]
    author_words: tuple[str, ...]
    page_labels: tuple[str, ...]
    """What a page counts or names beside the date: its readers, its editor, the size of its letters."""
    months: dict[str, int]
    year_words: tuple[str, ...]
    source_labels: tuple[str, ...]
    outlets: tuple[str, ...]


@frozen(kw_only=True)
class Rivals:
    """Function words by language (``latin``, ``cyrillic``) and letters that tell texts sinorus does not read."""

    latin: dict[str, frozenset[str]]
    cyrillic: dict[str, frozenset[str]]
    foreign_cyrillic: str


@frozen(kw_only=True)
class Damage:
    """How encoding damage looks."""

    lone: str
    contracted: tuple[str, ...]
    genuine: tuple[str, ...]
    hints: tuple[str, ...]


def _load(name: str) -> Table:
    return tomllib.loads((files("sinorus.text") / "data" / f"{name}.toml").read_text(encoding="utf-8"))


def _section(table: Table, name: str) -> Table:
    return cast("Table", table.get(name, {}))


def _strings(section: Table, key: str) -> tuple[str, ...]:
    return tuple(cast("list[str]", section.get(key, [])))


@functools.cache
def text_table(language: str) -> TextTable:
    """The table of ``en``, ``ru`` or ``zh``."""
    table = _load(language)
    words, stops, dates, source = (_section(table, name) for name in ("words", "stops", "dates", "source"))
    furniture = _section(table, "furniture")
    return TextTable(
        language=language,
        function_words=frozenset(_strings(words, "function")),
        letters=cast("str", words.get("letters", "")),
        never=frozenset(_strings(stops, "never")),
        before_number=frozenset(_strings(stops, "before_number")),
        after_number=frozenset(_strings(stops, "after_number_only")),
        open=frozenset(_strings(stops, "open")),
        openers=frozenset(_strings(stops, "openers")),
        pairs=frozenset((first, second) for first, second in cast("list[list[str]]", stops.get("pairs", []))),
        furniture_lines=frozenset(_strings(furniture, "lines")),
        furniture_patterns=_strings(furniture, "patterns"),
        date_labels=_strings(dates, "labels"),
        date_markers=_strings(dates, "markers"),
        date_words=_strings(dates, "before"),
        author_words=_strings(dates, "authors"),
        page_labels=_strings(dates, "beside"),
        months=cast("dict[str, int]", dates.get("months", {})),
        year_words=_strings(dates, "year_words"),
        source_labels=_strings(source, "labels"),
        outlets=_strings(source, "outlets"),
    )


def text_tables() -> tuple[TextTable, ...]:
    """The tables of all languages."""
    return tuple(text_table(language) for language in LANGUAGES)


@functools.cache
def rivals() -> Rivals:
    """The languages that sinorus does not read."""
    table = _load("rivals")
    return Rivals(
        latin={name: frozenset(cast("list[str]", forms)) for name, forms in _section(table, "latin").items()},
        cyrillic={name: frozenset(cast("list[str]", forms)) for name, forms in _section(table, "cyrillic").items()},
        foreign_cyrillic=cast("str", _section(table, "letters")["foreign_cyrillic"]),
    )


@functools.cache
def damage() -> Damage:
    """The look of encoding damage."""
    table = _load("damage")
    return Damage(
        lone=cast("str", table["lone"]),
        contracted=_strings(table, "contracted"),
        genuine=_strings(table, "genuine"),
        hints=_strings(table, "hints"),
    )

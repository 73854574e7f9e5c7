"""How a language writes time: its words, number tokens and forms, loaded from `periods.toml` of the language.

A form is a row of words and classes: `<month>` is any month name, `{to}` a macro of the same file, `(a|b)` a choice, `x?` an
option, `~` a hyphen that may be missing, `@(a|b)` a word that must stand before and `&(a|b)` one that must follow, `\\~` the
mark itself, anything else a word as it is written. Shape of the file:

- `spaced`: whether words stand between spaces;
- `class.<name>`: word to number (a month's number, an offset in years); a list gives words that need no number;
- `number.<name>`: the regular expression of a token made of digits;
- `macro.<name>`, `relation.<name>`: forms;
- `rule`: rows with `name`, `build` (how the values become an expression) and `forms`; the first row that fits wins;
- `lists`: words that decide about bare numbers and look-alikes.
"""

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any

from attrs import field, frozen


@frozen
class PeriodRule:
    """A row: what it is called, how it is built, the forms that fit."""

    name: str
    build: str
    forms: tuple[str, ...]
    offset: int | None = None
    relation: str | None = None
    """The relation that the forms have in them already."""


@frozen
class PeriodData:
    """All that a language's `periods.toml` says."""

    language: str
    spaced: bool
    classes: dict[str, dict[str, int]]
    numbers: dict[str, str]
    alone: str
    """What digits look like that can be a period without any word of time: a regular expression that only ever admits too much."""
    starts: str
    """The characters that a number token can begin with, as a set: most places are left at once."""
    guard: str
    """What must hold before a number token (a lookbehind)."""
    macros: dict[str, str]
    before: dict[str, tuple[str, ...]]
    """Relation to the forms that stand before an expression."""
    after: dict[str, tuple[str, ...]]
    """Relation to the forms that stand after an expression."""
    edge_before: tuple[str, ...]
    """Forms that name an edge (the end of, late) and leave the period as it is."""
    edge_after: tuple[str, ...]
    rules: tuple[PeriodRule, ...]
    core: frozenset[str]
    """Words without which, and without a digit, a sentence has no period."""
    units: frozenset[str]
    """Words after a number that make it a figure."""
    hedges: frozenset[str]
    """Words before a number that make it a figure."""
    leads: frozenset[str]
    """Words before a year that make it one, whatever could be counted behind it: in 2022 companies …"""
    homographs: frozenset[str]
    """Month names that are other words too in lower case."""
    cues: frozenset[str]
    """Words after which a homograph is a month."""
    joints: frozenset[str]
    """Words that join two months."""
    determiners: frozenset[str]
    """Words before a bare year or month that show it to be an attribute."""
    abbreviations: frozenset[str]
    """Words whose dot belongs to them where the sentence goes on."""
    possessives: tuple[str, ...] = field(default=())
    """What follows an expression that owns the next noun."""
    edges: re.Pattern[str] | None = None
    """Words for the first part of a year, or else the last."""
    wholes: re.Pattern[str] | None = None
    """Words that say that all of a year is meant."""
    elided: re.Pattern[str] | None = None
    """Finds an ordinal (its group) that leaves out the quarter or half it numbers."""


def _classes(table: dict[str, dict[str, int] | list[str]]) -> dict[str, dict[str, int]]:
    classes: dict[str, dict[str, int]] = {}
    for name, words in table.items():
        classes[name] = dict(words) if isinstance(words, dict) else dict.fromkeys(words, 0)
    return classes


def _paradigms(rows: list[dict[str, object]], classes: dict[str, dict[str, int]]) -> None:
    """Add the inflected forms: every stem with every ending."""
    for row in rows:
        stems, endings, name = row["stems"], row["endings"], row["class"]
        if not (isinstance(stems, dict) and isinstance(endings, list) and isinstance(name, str)):
            raise TypeError(f"paradigm {name!r}: stems is a table, endings a list, class a string")
        words = classes.setdefault(name, {})
        words.update({stem + ending: value for stem, value in stems.items() for ending in endings})


def _elided(form: str | None, ordinals: dict[str, int]) -> re.Pattern[str] | None:
    """Return what finds an ordinal that stands alone; %s stands for any ordinal in the language's form."""
    return None if form is None else re.compile(form.replace("%s", f"({'|'.join(sorted(ordinals, key=len, reverse=True))})"))


def _rule(row: dict[str, Any]) -> PeriodRule:
    return PeriodRule(row["name"], row["build"], tuple(row["forms"]), row.get("offset"), row.get("relation"))


@cache
def period_data(language: str) -> PeriodData:
    """Return the time words of a language ("en", "ru", "zh"); raises FileNotFoundError where there are none."""
    source = resources.files("sinorus.languages").joinpath(language, "periods.toml")
    table = tomllib.loads(source.read_text(encoding="utf-8"))
    classes = _classes(table["class"])
    _paradigms(table.get("paradigm", []), classes)
    lists = table["lists"]
    return PeriodData(
        language=language,
        spaced=table["spaced"],
        classes=classes,
        numbers=table["number"],
        alone=table["alone"],
        starts=table["starts"],
        guard=table["guard"],
        macros=table["macro"],
        before={name: tuple(forms) for name, forms in table["before"].items()},
        after={name: tuple(forms) for name, forms in table.get("after", {}).items()},
        edge_before=tuple(table["edge"].get("before", ())),
        edge_after=tuple(table["edge"].get("after", ())),
        rules=tuple(_rule(row) for row in table["rule"]),
        core=frozenset(lists["core"]),
        units=frozenset(lists["units"]),
        hedges=frozenset(lists["hedges"]),
        leads=frozenset(lists.get("leads", ())),
        homographs=frozenset(lists.get("homographs", ())),
        cues=frozenset(lists.get("cues", ())),
        joints=frozenset(lists.get("joints", ())),
        determiners=frozenset(lists.get("determiners", ())),
        abbreviations=frozenset(lists.get("abbreviations", ())),
        possessives=tuple(lists.get("possessives", ())),
        edges=re.compile(f"({'|'.join(lists['starts'])})|{'|'.join(lists['ends'])}") if "starts" in lists else None,
        wholes=re.compile("|".join(lists["wholes"])) if "wholes" in lists else None,
        elided=_elided(lists.get("elided"), classes.get("ordinal", {})),
    )

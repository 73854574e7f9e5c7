"""The words of a language in one structure that finds the longest form at any token."""

import re
from collections.abc import Iterable
from functools import cache

from attrs import frozen

from sinorus.scan.fold import fold
from sinorus.languages.meaning import Meaning
from sinorus.languages.names import name_rows
from sinorus.languages.rows import Row, read_rows

# A word; a possessive 's; a free-standing hyphen; any other mark. Hyphens inside compounds join words as a space does.
WORDS = re.compile(r"[^\W_]+|'s(?![^\W_])|[^\w\s-]|(?<!\S)-(?!\S)")
CHARACTERS = re.compile(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+|[^\w\s-]|(?<!\S)-(?!\S)")
_UNITS = {"en": WORDS, "ru": WORDS, "zh": CHARACTERS}


@frozen
class Entry:
    """What one form means; `cased` holds its capitals where they matter."""

    rest: tuple[str, ...]
    meanings: tuple[Meaning, ...]
    mask: int
    rule: str
    cased: str | None = None


@frozen
class Lexicon:
    """All forms of a language by their first token, the longest first."""

    tokens: re.Pattern[str]
    first: dict[str, tuple[Entry, ...]]


def _entries(rows: Iterable[Row], tokens: re.Pattern[str]) -> dict[tuple[tuple[str, ...], str | None], list[Row]]:
    by_form: dict[tuple[tuple[str, ...], str | None], list[Row]] = {}
    for row in rows:
        for form in row.forms:
            key = tuple(tokens.findall(fold(form))), form if row.case else None
            if key[0] and row not in by_form.setdefault(key, []):
                by_form[key].append(row)
    return by_form


def build(rows: Iterable[Row], tokens: re.Pattern[str]) -> Lexicon:
    """Return the lexicon of these rows; rows that share a form share an entry."""
    first: dict[str, list[Entry]] = {}
    for (form, cased), group in _entries(rows, tokens).items():
        meanings = tuple(dict.fromkeys(row.meaning for row in group))
        mask = 0
        for meaning in meanings:
            mask |= meaning.bit
        first.setdefault(form[0], []).append(Entry(form[1:], meanings, mask, "+".join(row.id for row in group), cased))
    return Lexicon(tokens, {word: tuple(sorted(entries, key=lambda e: (-len(e.rest), e.cased is None))) for word, entries in first.items()})


@cache
def lexicon(language: str) -> Lexicon:
    """Return the lexicon of a language, read once: its own rows and the names of the world."""
    return build((*read_rows(language), *name_rows(language)), _UNITS[language])

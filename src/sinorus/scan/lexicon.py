"""The words of a language in one structure that finds the longest form at any token."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from attrs import define, frozen

from sinorus.languages.meaning import Figure, Meaning
from sinorus.languages.names import name_rows
from sinorus.languages.period_expr import PeriodExpr
from sinorus.languages.rows import KINDS, Row, read_rows
from sinorus.scan.fold import fold

# A word; a possessive 's; a free-standing hyphen; any other mark. Hyphens inside compounds join words as a space does.
WORDS = re.compile(r"[^\W_]+|'s(?![^\W_])|[^\w\s-]|(?<!\S)-(?!\S)")
CHARACTERS = re.compile(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+|[^\w\s-]|(?<!\S)-(?!\S)")
_UNITS = {"en": WORDS, "ru": WORDS, "zh": CHARACTERS}


@frozen
class Entry:
    """What one form means; `cased` holds its capitals where they matter.

    `more` counts its tokens but the first; `touches` holds the bits of meanings one of which must begin right behind it, 0 where it stands
    alone.
    """

    more: int
    meanings: tuple[Meaning, ...]
    mask: int
    rule: str
    cased: str | None = None
    touches: int = 0


@define
class Node:
    """What can be said after some tokens: all forms that end here or on the way here, the longest first; and the tokens that go on."""

    entries: tuple[Entry, ...]
    next: "dict[str, Node]"


@frozen
class Lexicon:
    """All forms of a language as a trie, by their first token."""

    tokens: re.Pattern[str]
    first: dict[str, Node]

    @property
    def spaced(self) -> bool:
        """Whether spaces part its words."""
        return self.tokens is WORDS


_Key = tuple[tuple[str, ...], str | None, int]


def _bits(kinds: Iterable[str]) -> int:
    mask = 0
    for kind in kinds:
        mask |= _SCANNED[kind] if kind in _SCANNED else KINDS[kind].bit
    return mask


_SCANNED = {"figure": Figure.bit, "period": PeriodExpr.bit}
"""What other scanners find, by the names under which rows ask for it."""


def _entries(rows: Iterable[Row], tokens: re.Pattern[str]) -> dict[_Key, list[Row]]:
    rows = tuple(rows)
    # one fold of all is much faster than one of each
    folded = iter(fold("\n".join(form for row in rows for form in row.forms)).split("\n"))
    by_form: dict[_Key, list[Row]] = {}
    for row in rows:
        touches = _bits(row.touches)
        for form in row.forms:
            key = _split(next(folded), tokens), form if row.case else None, touches
            if key[0]:
                group = by_form.setdefault(key, [])
                if not group or group[-1] is not row:
                    group.append(row)
    return by_form


def _split(form: str, tokens: re.Pattern[str]) -> tuple[str, ...]:
    if tokens is WORDS and form.replace(" ", "").isalnum():
        return tuple(form.split())
    return tuple(tokens.findall(form))


def build(rows: Iterable[Row], tokens: re.Pattern[str]) -> Lexicon:
    """Return the lexicon of these rows; rows that share a form share an entry, and forms of the same rows do too."""
    ends: dict[tuple[str, ...], list[Entry]] = {}
    known: dict[tuple[object, ...], Entry] = {}
    for (form, cased, touches), group in _entries(rows, tokens).items():
        same = (len(form), cased, touches, *(map(id, group)))
        entry = known.get(same)
        if entry is None:
            meanings = tuple(dict.fromkeys(row.meaning for row in group))
            mask = 0
            for meaning in meanings:
                mask |= meaning.bit
            entry = known[same] = Entry(len(form) - 1, meanings, mask, "+".join(dict.fromkeys(row.id for row in group)), cased, touches)
        ends.setdefault(form, []).append(entry)
    first: dict[str, Node] = {}
    for form in ends:
        _grow(first, form, ends)
    return Lexicon(tokens, first)


def _grow(first: dict[str, Node], form: tuple[str, ...], ends: Mapping[tuple[str, ...], list[Entry]]) -> None:
    """Lay the way of a form through the trie."""
    level = first
    passed: tuple[Entry, ...] = ()
    for size, token in enumerate(form, start=1):
        node = level.get(token)
        if node is None:
            own = ends.get(form[:size], ())
            node = level[token] = Node((*(sorted(own, key=_rank) if len(own) > 1 else own), *passed), {})
        level, passed = node.next, node.entries


def _rank(entry: Entry) -> tuple[bool, bool]:
    """Of equally long ones: what asks for its capitals or its neighbour before what does not."""
    return entry.cased is None, not entry.touches


@cache
def lexicon(language: str) -> Lexicon:
    """Return the lexicon of a language, read once: its own rows and the names of the world."""
    return build((*read_rows(language), *name_rows(language)), _UNITS[language])

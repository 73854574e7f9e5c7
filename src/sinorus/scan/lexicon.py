"""The words of a language in one structure that finds the longest form at any token."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from attrs import define, frozen

from sinorus.languages.meaning import Figure, Meaning, Party, ShortName
from sinorus.languages.names import name_rows
from sinorus.languages.period_expr import PeriodExpr
from sinorus.languages.rows import KINDS, Row, read_rows
from sinorus.scan.fold import fold

# A word; a possessive 's; a free-standing hyphen; any other mark. Hyphens inside compounds join words as a space does.
WORDS = re.compile(r"[^\W_]+|'s(?![^\W_])|[^\w\s-]|(?<!\S)-(?!\S)")
CHARACTERS = re.compile(r"[\u3400-\u9fff]|[^\W\d_\u3400-\u9fff]+|\d+|[^\w\s-]|(?<!\S)-(?!\S)")
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


_Form = tuple[str, str, Row]
"""A form as texts are read (folded), as it is written, and its row."""


@define
class Node:
    """What can be said after some tokens: all forms that end here or on the way here, the longest first; and the tokens that go on."""

    entries: tuple[Entry, ...]
    next: "dict[str, Node]"


@frozen
class Lexicon:
    """All forms of a language as a trie, by their first token.

    The forms that begin with a token wait in a list until it is met for the first time: a text has a small part of the words of its
    language, and to lay the ways of all takes longer than to read the text.
    """

    tokens: re.Pattern[str]
    first: dict[str, Node | list[_Form]]

    @property
    def spaced(self) -> bool:
        """Whether spaces part its words."""
        return self.tokens is WORDS

    def node(self, token: str) -> Node | None:
        """Return the node of a first token."""
        found = self.first.get(token)
        return self.grow(token, found) if isinstance(found, list) else found

    def grow(self, token: str, waiting: list[_Form]) -> Node:
        """Lay the ways of the forms that wait at a first token, and return its node."""
        ends: dict[tuple[str, ...], list[Entry]] = {}
        for (form, cased, touches), group in _entries(waiting, self.tokens).items():
            ends.setdefault(form, []).append(_entry(len(form), cased, touches, group))
        first: dict[str, Node] = {}
        for form in ends:
            _lay(first, form, ends)
        self.first[token] = node = first[token]
        return node


_Key = tuple[tuple[str, ...], str | None, int]


def _bits(kinds: Iterable[str]) -> int:
    mask = 0
    for kind in kinds:
        mask |= _SCANNED[kind] if kind in _SCANNED else KINDS[kind].bit
    return mask


_SCANNED = {"figure": Figure.bit, "period": PeriodExpr.bit, "party": Party.bit | ShortName.bit}
"""What other scanners find, and what may stand for a party, by the names under which rows ask for it."""


def _entries(forms: Iterable[_Form], tokens: re.Pattern[str]) -> dict[_Key, list[Row]]:
    """Return the rows of each form, as tokens, with its capitals where they matter and what it must touch."""
    by_form: dict[_Key, list[Row]] = {}
    for folded, form, row in forms:
        group = by_form.setdefault((tuple(tokens.findall(folded)), form if row.case else None, _bits(row.touches)), [])
        if not group or group[-1] is not row:
            group.append(row)
    return by_form


def _entry(size: int, cased: str | None, touches: int, group: list[Row]) -> Entry:
    meanings = tuple(dict.fromkeys(row.meaning for row in group))
    mask = 0
    for meaning in meanings:
        mask |= meaning.bit
    return Entry(size - 1, meanings, mask, "+".join(dict.fromkeys(row.id for row in group)), cased, touches)


def build(rows: Iterable[Row], tokens: re.Pattern[str]) -> Lexicon:
    """Return the lexicon of these rows; rows that share a form share an entry."""
    rows = tuple(rows)
    # one fold of all is much faster than one of each
    folded = iter(fold("\n".join(form for row in rows for form in row.forms)).split("\n"))
    waiting: dict[str, list[_Form]] = {}
    for row in rows:
        for form in row.forms:
            plain = next(folded)
            head = tokens.search(plain)
            if head is not None:
                waiting.setdefault(head[0], []).append((plain, form, row))
    return Lexicon(tokens, {**waiting})


def _lay(first: dict[str, Node], form: tuple[str, ...], ends: Mapping[tuple[str, ...], list[Entry]]) -> None:
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

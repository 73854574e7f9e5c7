"""Where a sentence ends inside a stretch of running text. Abbreviations and opening words are data."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from attrs import frozen

from sinorus.text.tables import text_tables

_STOPS = ".!?…。！？｡．"
_CLOSERS = "\"'”’»›)\\]）」』》】"
# One pass. A run of stops is looked at once, from its first (hence the lookbehind), and white space is taken whole:
# no character is visited twice, however long the runs.
_CANDIDATE = re.compile(
    rf"""
    [{_STOPS}](?<![{_STOPS}][{_STOPS}])
    (?:
        (?<=[。！？｡])[{_STOPS}]*+[{_CLOSERS}]*+(?P<wide>\s*+)
      | [{_STOPS}]*+[{_CLOSERS}]*+(?P<gap>\s++)(?!\(?[a-zа-яё]|[—–]\s)
      | (?<=[!?．])[{_STOPS}]*+[”’」』）》】]*+(?=[\u4e00-\u9fff])
      | (?<=[a-zа-яё%)]{{2}}\.)(?=[A-ZА-ЯЁ][a-zа-яё])
      | (?<=\d[\d%)]\.)(?=[A-ZА-ЯЁ][a-zа-яё][a-zа-яё])
    )
    """,
    re.VERBOSE,
)
_WORD_BACK = 24
_COUNTED = re.compile(r"\d(?:[ \u00a0\u202f][a-z]{2,9})?$")
"""Digits, and perhaps a scale word, before a unit."""
_GAP_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_NOT_A_WORD = frozenset("@/\\_")


@frozen(kw_only=True)
class _Forms:
    never: frozenset[str]
    before_number: frozenset[str]
    after_number: frozenset[str]
    open: frozenset[str]
    openers: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    first_of_pairs: frozenset[str]


@functools.cache
def _forms() -> _Forms:
    tables = text_tables()
    pairs = frozenset(pair for table in tables for pair in table.pairs)
    return _Forms(
        never=frozenset().union(*(table.never for table in tables)),
        before_number=frozenset().union(*(table.before_number for table in tables)),
        after_number=frozenset().union(*(table.after_number for table in tables)),
        open=frozenset().union(*(table.open for table in tables)),
        openers=frozenset().union(*(table.openers for table in tables)),
        pairs=pairs,
        first_of_pairs=frozenset(first for first, _ in pairs),
    )


def stops(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Sentence ends between ``start`` and ``end``: (end of the sentence, start of the next), not the last one.

    >>> text = "It fell 2. 5%. Mr. J. Li left the U.S. market in Sept. 2020."
    >>> list(stops(text, 0, len(text)))
    [(14, 15)]
    """
    forms = _forms()
    last = start
    for match in _CANDIDATE.finditer(text, start, end):
        after = match.end()
        if after >= end:
            return
        gap = match["gap"] or match["wide"] or ""
        stop = after - len(gap)
        at = match.start()
        single = text[at] == "." and (stop == at + 1 or text[at + 1] not in _STOPS)
        if single and not _ends(text, _Stop(last, at, stop, after), forms):
            continue
        yield stop, after
        last = after


class _Stop(NamedTuple):
    """A single full stop: where its sentence began, where it stands, where its closers end, where the text goes on."""

    last: int
    at: int
    stop: int
    after: int


def _ends(text: str, place: _Stop, forms: _Forms) -> bool:
    """Whether a single full stop ends a sentence."""
    last, at, stop, after = place
    before = text[at - 1] if at > last else ""
    following = text[after]
    if before.isdigit():
        # "42. 5 billion" is one damaged figure; "in 2022. Exports" two sentences.
        return not (following.isdigit() and stop == at + 1)
    if not before.isalpha():
        return before != ""
    low = max(last, at - _WORD_BACK)
    head = text[low:at].rsplit(maxsplit=1)[-1]
    if stop == after and not _NOT_A_WORD.isdisjoint(head + text[after : after + 1]):
        return False
    word = head.lstrip("(\"'“‘«„[").lower()
    if stop == after:
        return word != "www" and "." not in word
    if word in forms.never:
        return False
    if following.isdigit():
        word = re.split(r"[-–—/]", word)[-1]  # "Jan.-Apr. 2005"
        told = word in forms.before_number or word in forms.after_number  # "in 2021 [year]. 5 million tons"
        return not told and not _is_acronym(word)  # "from the U.S. 26 million tons"
    if word in forms.after_number:
        return _COUNTED.search(text[low:at].rstrip(word + word.upper() + " \u00a0\u202f")) is not None
    return _ends_before_word(text, place, word, forms) if _doubtful(word, head, forms) else True


def _doubtful(word: str, head: str, forms: _Forms) -> bool:
    """Whether the word may be an abbreviation, an acronym with stops or an initial."""
    if word in forms.open or word in forms.first_of_pairs:
        return True
    bare = word.rsplit("-", 1)[-1]
    if bare in forms.open:
        return True
    return (len(bare) == 1 and head[-1].isupper()) or _is_acronym(bare)


def _is_acronym(word: str) -> bool:
    """Whether a word, without its last stop, is two letters with a stop between: U.S."""
    return len(word) == 3 and word[1] == "." and word[0].isalpha() and word[2].isalpha()


def _ends_before_word(text: str, place: _Stop, word: str, forms: _Forms) -> bool:
    """After an abbreviation that may end a sentence: only where a word follows that opens one."""
    last, after = place.last, place.after
    match = _GAP_WORD.match(text, after)
    if match is None:
        return word in forms.open and text[after] in '"“«„'
    following = match.group()
    if len(following) == 1 and text.startswith(".", match.end()):
        return False  # one initial after another
    if word in forms.first_of_pairs:
        return (word, following) not in forms.pairs
    # "In Sept. Russia": too short for a sentence.
    if after - last < _WORD_BACK and len(text[last:after].split()) < 3:
        return False
    return following.lower() in forms.openers

"""Cheap looks at the words of a sentence: can it hold a figure at all, or a period?

Most sentences hold neither. The words are cut for the lexicon anyway, and to hold them against a set costs a hundredth of the search.
A clue too many costs time and changes nothing; a clue too few would lose a figure.
"""

import re
from collections.abc import Collection, Iterable
from functools import cache

from attrs import frozen

from sinorus.scan.figure_grammar import grammar
from sinorus.scan.lexicon import lexicon
from sinorus.scan.period_grammar import period_grammar

_HEAD = re.compile(r"[0-9a-zа-я]+|.")
"""No form of the figures ends inside such a run of letters, so that the runs of form and text are the same or the form is not there."""
_DIGIT = re.compile(r"\d")


@frozen
class Clues:
    """Tokens of the lexicon of which one stands in every figure, or period, that has no digit.

    A figure may also have one of the `parts` ("half a") with a scale.
    """

    numbers: frozenset[str]
    parts: frozenset[str]
    scales: frozenset[str]
    times: frozenset[str]
    units: frozenset[str]
    """The first letters, or the first mark, of everything that can follow a number and make it an amount."""

    def may_spell(self, words: Collection[str]) -> bool:
        """Whether a sentence of these words can hold a figure that is spelled out."""
        return not self.numbers.isdisjoint(words) or not (self.parts.isdisjoint(words) or self.scales.isdisjoint(words))

    def may_date(self, words: Collection[str]) -> bool:
        """Whether it can hold a period that has no digit."""
        return not self.times.isdisjoint(words)

    def may_measure(self, words: str) -> bool:
        """Whether the words, put behind a number, can begin with a unit, a scale or a currency."""
        head = _HEAD.match(words)
        return head is not None and head[0] in self.units


def has_digit(folded: str, start: int, end: int) -> bool:
    """Whether a digit of any script stands between two offsets."""
    return _DIGIT.search(folded, start, end) is not None


@cache
def clues(language: str) -> Clues:
    """Return the clues of a language, taken from its figures and periods."""
    figures, periods = grammar(language), period_grammar(language)
    units = frozenset(head[0] for form in figures.followers if (head := _HEAD.match(form.lstrip(" -"))) is not None)
    tokens = lexicon(language).tokens

    def heads(words: Iterable[str]) -> frozenset[str]:
        return frozenset(token for word in words for token in tokens.findall(word)[:1])

    numbers = heads(figures.vocabulary if figures.words.spaced else {*figures.vocabulary, *figures.scales})
    return Clues(numbers, heads(figures.parts), heads(figures.scales), heads(periods.openers), units)

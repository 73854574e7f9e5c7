"""Goods whose noun only the ones before them have: «железной руды 9 млн т, медной — 2 млн т»."""

from bisect import bisect_right
from functools import lru_cache

from sinorus.languages.meaning import Figure, Goods, Head, Level, Movement, Party, Punctuation, Relation, Share
from sinorus.languages.period_expr import PeriodExpr
from sinorus.scan.forms import words
from sinorus.scan.lexicon import lexicon
from sinorus.scan.mention import Mention
from sinorus.text import Sentence
from sinorus.world import commodity

_ENDING = 2
"""Letters in which two adjectives of one noun agree, where a language has them agree."""
_WORD = 5
"""Letters of an adjective of goods, at least."""
_MARKS = frozenset("—–-,.;:()")
_GOES_ON = (
    Figure.bit | Head.bit | Level.bit | Movement.bit | Party.bit | Punctuation.bit | Relation.bit | Share.bit | PeriodExpr.bit
)  # fmt: skip
"""What may stand behind an adjective without its noun."""


def with_elided_goods(mentions: list[Mention], folded: str, sentence: Sentence, language: str) -> list[Mention]:
    """Add the goods told by their adjectives alone behind goods told in full; each has the noun of those."""
    wholes = [mention for mention in mentions if mention.mask & Goods.bit and " " in folded[mention.start : mention.end]]
    if not wholes:
        return mentions
    told, starts = mentions, [mention.start for mention in mentions]
    for match in lexicon(language).tokens.finditer(folded, wholes[0].end, sentence.span.end):
        word, (start, end) = match[0], match.span()
        if len(word) < _WORD or not _stands_alone(mentions, starts, folded, (start, end), sentence):
            continue
        goods = next(
            (found for whole in reversed(wholes) if whole.end < start and (found := _of_noun(word, whole, folded, language))), None
        )
        own = next((each.get(Goods) for each in mentions if each.start == start), None)
        if goods is not None and (own is None or not _akin(own.id, goods.id)):
            told = [*(each for each in told if each.start != start), Mention(start, end, (goods,), Goods.bit, "elided")]
    return mentions if told is mentions else sorted(told, key=lambda mention: mention.start)


def _stands_alone(mentions: list[Mention], starts: list[int], folded: str, span: tuple[int, int], sentence: Sentence) -> bool:
    """Whether a word is in no mention but goods of its own, and no noun follows it."""
    start, end = span
    at = bisect_right(starts, start) - 1
    held = mentions[at] if at >= 0 and mentions[at].end > start else None
    if held is not None and ((held.start, held.end) != span or not held.mask & Goods.bit):
        return False
    while end < sentence.span.end and folded[end] == " ":
        end += 1
    if end >= sentence.span.end or folded[end] in _MARKS:
        return True
    behind = bisect_right(starts, end) - 1
    return starts[behind] == end and bool(mentions[behind].mask & _GOES_ON)


def _of_noun(word: str, whole: Mention, folded: str, language: str) -> Goods | None:
    """Return the goods that an adjective names with the noun of others that it agrees with."""
    first, _, noun = folded[whole.start : whole.end].partition(" ")
    if word == first or word[-_ENDING:] != first[-_ENDING:]:
        return None
    return _named(f"{word} {noun}", language)


def _akin(one: str, other: str) -> bool:
    """Whether one kind of goods is a part of the other."""
    return one in commodity(other).ancestors() or other in commodity(one).ancestors()


@lru_cache(maxsize=4096)
def _named(phrase: str, language: str) -> Goods | None:
    found = words(phrase, phrase, 0, len(phrase), lexicon(language))
    return found[0].get(Goods) if len(found) == 1 and (found[0].start, found[0].end) == (0, len(phrase)) else None

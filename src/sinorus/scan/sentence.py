"""All that is found in one sentence: words of the lexicon, figures, periods; overlaps decided once, longest first."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import reduce
from operator import attrgetter, itemgetter, or_
from typing import Any

from attrs import field, frozen

from sinorus.languages.meaning import Cue, Currency, Figure, Goods, Level, Meaning, Movement, Punctuation, Relation, Respectively
from sinorus.languages.period_expr import PeriodExpr, PeriodRelation
from sinorus.scan.clues import clues, has_digit
from sinorus.scan.decided import decide
from sinorus.scan.figure import figures
from sinorus.scan.firms import with_firms
from sinorus.scan.forms import NONE, forms
from sinorus.scan.goods_elided import with_elided_goods
from sinorus.scan.homonym import without_homonyms
from sinorus.scan.lexicon import lexicon
from sinorus.scan.markup import SOFT
from sinorus.scan.mention import M, Mention, meanings_of
from sinorus.scan.period import periods
from sinorus.span import Span
from sinorus.text import Sentence
from sinorus.text.placed import placed_end
from sinorus.values import Quantity
from sinorus.values.evolve import evolve
from sinorus.values.unit import Dimension


@frozen
class Scanned:
    """A sentence with its mentions in order; `mask` holds the bits of all their meanings."""

    sentence: Sentence
    text: str
    mentions: tuple[Mention, ...]
    mask: int
    _found: dict[type[Meaning], list[tuple[int, Any]]] = field(factory=dict, init=False, eq=False, repr=False)
    """What `of` has been asked for: the readers of a sentence ask for the same kinds again and again."""
    _cues: dict[tuple[str, str], list[int]] = field(factory=dict, init=False, eq=False, repr=False)
    """The indices of all cues, once one is asked for."""

    def of(self, kind: type[M]) -> Sequence[tuple[int, M]]:
        """Return what the mentions mean of this kind, each with its index."""
        if not self.mask & kind.bit:
            return ()
        found = self._found.get(kind)
        if found is None:
            found = self._found[kind] = meanings_of(self.mentions, kind)
        return found

    def between(self, kind: type[M], start: int, end: int) -> Sequence[tuple[int, M]]:
        """Return those of them that stand at one of the indices [start, end)."""
        return [pair for pair in self.of(kind) if start <= pair[0] < end]

    def cued(self, group: str, name: str) -> Sequence[int]:
        """Return the indices of the mentions that carry a cue."""
        if not self.mask & Cue.bit:
            return ()
        if not self._cues:
            for at, mention in enumerate(self.mentions):
                for each in mention.meanings if mention.mask & Cue.bit else ():
                    if isinstance(each, Cue):
                        self._cues.setdefault((each.group, each.name), []).append(at)
        return self._cues.get((group, name), ())

    def with_mentions(self, mentions: Sequence[Mention]) -> "Scanned":
        """Return the sentence with these mentions in place of its own."""
        return Scanned(self.sentence, self.text, tuple(mentions), reduce(or_, map(_mask, mentions), 0))

    def quote(self) -> str:
        """Return the characters of the sentence."""
        return self.text[self.sentence.span.start : self.sentence.span.end]


_mask, _text = attrgetter("mask"), itemgetter(0)


def candidates(text: str, folded: str, sentence: Sentence, language: str) -> list[Mention]:
    """Return all that is found in a sentence, overlaps and all."""
    start, end = sentence.span.start, sentence.span.end
    known, hints = lexicon(language), clues(language)
    matches = list(known.tokens.finditer(folded, start, end))
    tokens = list(map(_text, matches))
    digits, spelled = has_digit(folded, start, end), hints.may_spell(tokens)
    found: list[Mention] = []
    if digits or spelled:
        found += figures(folded, start, end, language, spelled=spelled)
    dated = hints.may_date(tokens)
    if digits or dated:
        found += periods(folded, start, end, language, text, worded=dated if known.spaced else None)
    if not found and known.spaced:
        return forms(text, matches, tokens, known, NONE)
    marks = {mention.start: mention.mask for mention in found}
    if known.spaced:
        more = forms(text, matches, tokens, known, marks)
    else:
        more = forms(text, matches, tokens, known, marks, starts=_starts(matches, tokens, found))
        found = [_behind(mention, more) for mention in found]
    read = {mention.end for mention in found}  # "in 2023 the dollar": that number is a year
    return found + [mention for mention in more if not (mention.mask & Currency.bit and _counted(folded, mention, read))]


def _behind(found: Mention, words: list[Mention]) -> Mention:
    """Return a deadline without its first word where that ends a verb: 提高到2024年的 is "raised to" and "2024", not "by 2024"."""
    expr = found.get(PeriodExpr) if found.mask & PeriodExpr.bit else None
    if expr is not None and expr.relation is PeriodRelation.BY:
        for word in words:
            if word.mask & (Movement.bit | Level.bit) and word.start < found.start < word.end < found.end:
                return evolve(found, start=word.end, meanings=(evolve(expr, relation=PeriodRelation.PLAIN),))
    return found


def _counted(folded: str, mention: Mention, read: set[int]) -> bool:
    """Whether a number that was not read stands right before the word: a currency is its unit then (a price, say, that is no figure)."""
    end = mention.start - (folded[mention.start - 1 : mention.start] == " ")
    return end > 0 and folded[end - 1].isnumeric() and end not in read


def _starts(matches: list[re.Match[str]], tokens: list[str], found: list[Mention]) -> list[str]:
    """Return the tokens at which a form may begin, others blank: where no space parts words, none begins amid a figure or period.

    上年增长 is "last year" and "growth", not the 年增 that its letters hold as well.
    """
    places = list(map(re.Match.start, matches))
    starts = tokens.copy()
    for mention in found:
        first, last = bisect_right(places, mention.start), bisect_left(places, mention.end)
        starts[first:last] = [""] * (last - first)
    return starts


def on_top(mentions: list[Mention]) -> list[Mention]:
    """Give a number of times behind a movement that counts what comes on top the whole: 增长两倍 is three times as much."""
    for index, mention in enumerate(mentions):
        figure = mention.get(Figure) if mention.mask & Figure.bit else None
        if figure is None or not figure.times or not index:
            continue
        before = index - 1
        while before > 1 and mentions[before].mask & Punctuation.bit and mentions[before - 1].mask & Figure.bit:
            before -= 2  # "grew by 33.9% and once again as much"
        while (
            before and mentions[before].mask & (Level.bit | Respectively.bit) and not mentions[before].mask & (Relation.bit | Movement.bit)
        ):
            before -= 1  # 增幅分别达1.1倍
        movement = mentions[before].get(Movement)
        if movement is not None and movement.on_top and not mentions[before].mask & Relation.bit:
            quantity = figure.quantity
            upper = quantity.upper + 1 if quantity.upper is not None else None
            whole = evolve(figure, quantity=evolve(quantity, amount=quantity.amount + 1, upper=upper))
            mentions[index] = evolve(mention, meanings=(whole,))
    return mentions


def rated(mentions: list[Mention], rates: Mapping[str, tuple[frozenset[str], str]]) -> list[Mention]:
    """Make a volume behind "each year" or "a day" a rate, where that stands before the verb of its clause: 每年供气380亿立方米."""
    for index, mention in enumerate(mentions):
        cue = mention.get(Cue) if mention.mask & Cue.bit else None
        if cue is None or cue.name not in rates or mention.mask & ~Cue.bit:
            continue
        units, per = rates[cue.name]
        for at in range(index + 1, min(index + _CLAUSE, len(mentions))):
            figure = mentions[at].get(Figure)
            if figure is not None and figure.quantity.unit in units:
                whole = evolve(figure, quantity=evolve(figure.quantity, unit=f"{figure.quantity.unit}{per}"))
                mentions[at] = evolve(mentions[at], meanings=(whole,))
            if mentions[at].mask & Punctuation.bit and not mentions[at].mask & Relation.bit:
                break
    return mentions


_CLAUSE = 14
_RATES = {"yearly": (frozenset({"t", "m3", "kW.h"}), "/a"), "daily": (frozenset({"bbl", "t", "m3"}), "/d")}
"""What a rate may be of, and its unit, by the cue that makes it one."""
_DAILY = {"daily": _RATES["daily"]}  # where words are spaced, "every year" tells of a plan as often as of a rate
_MARKS = str.maketrans(",;:()|", "\n\n\n\n\n\n")


def header_unit(folded: str, sentence: Sentence) -> Quantity | None:
    """Return one of the unit that a table's head names without a number: "(million tonnes)" gives 1,000,000 t."""
    start, end, language = sentence.span.start, sentence.span.end, sentence.language or ""
    hints = clues(language)
    spelled = hints.may_spell(lexicon(language).tokens.findall(folded, start, end))
    for part in folded[start:end].translate(_MARKS).split("\n"):
        words = part.strip()
        if words and (spelled or hints.may_measure(words) or has_digit(words, 0, len(words))):
            found = () if words[0].isdigit() else figures(f"1 {words}", 0, len(words) + 2, language)  # "265 kg" is no unit
            figure = found[0].get(Figure) if found and found[0].start == 0 else _of_thousands(words, language)
            if figure is not None and (figure.quantity.is_money or figure.quantity.dimension in _TABULAR):
                return figure.quantity
    return None


def _of_thousands(words: str, language: str) -> Figure | None:
    """Return a round number that stands alone with its unit: "1000 m³" over a column of numbers."""
    found = figures(words, 0, len(words), language)
    figure = found[0].get(Figure) if len(found) == 1 and (found[0].start, found[0].end) == (0, len(words)) else None
    return figure if figure is not None and figure.quantity.amount in _ROUND else None


_ROUND = frozenset({1_000, 1_000_000})
_TABULAR = frozenset({Dimension.MASS, Dimension.VOLUME, Dimension.ENERGY, Dimension.CONTAINERS})


def _unbroken(text: str, folded: str, sentence: Sentence, language: str) -> list[Mention]:
    """Return all that is found in a sentence that holds soft hyphens or markup: read without them, placed with them."""
    start, end = sentence.span.start, sentence.span.end
    kept = [at for at in range(start, end) if folded[at] not in SOFT]
    plain, dense = "".join(text[at] for at in kept), "".join(folded[at] for at in kept)
    found = candidates(plain, dense, evolve(sentence, span=Span(0, len(kept))), language)
    return [evolve(mention, start=kept[mention.start], end=kept[mention.end - 1] + 1) for mention in found]


_SOFTENED = re.compile(f"[{''.join(sorted(SOFT))}]")


def undated(scanned: Scanned) -> Scanned:
    """Return the sentence as it begins behind its dateline: the place and day of the report are none of what it tells."""
    start = scanned.sentence.span.start
    opened = placed_end(scanned.text, start) if scanned.sentence.kind == "sentence" else start
    if not start < opened < scanned.sentence.span.end:
        return scanned
    mentions = tuple(each for each in scanned.mentions if each.start >= opened)
    body = evolve(scanned.sentence, span=Span(opened, scanned.sentence.span.end))
    return Scanned(body, scanned.text, mentions, reduce(or_, map(_mask, mentions), 0))


def scan(text: str, folded: str, sentence: Sentence, language: str) -> Scanned:
    """Return what the sentence holds; `folded` is the copy of the whole `text` that scanners read."""
    soft = _SOFTENED.search(folded, sentence.span.start, sentence.span.end) is not None
    mentions = without_homonyms(decide((_unbroken if soft else candidates)(text, folded, sentence, language)), folded, language)
    mask = reduce(or_, map(_mask, mentions), 0)
    if (named := with_firms(mentions, mask, text, sentence, language)) is not mentions:
        mentions, mask = named, reduce(or_, map(_mask, named), 0)
    if mask & Figure.bit and mask & Goods.bit and lexicon(language).spaced:
        mentions = with_elided_goods(mentions, folded, sentence, language)
    if mask & Figure.bit and mask & Movement.bit:
        mentions = on_top(mentions)
    if mask & Figure.bit and mask & Cue.bit:
        mentions = rated(mentions, _DAILY if lexicon(language).spaced else _RATES)
    return Scanned(sentence, text, tuple(mentions), mask)

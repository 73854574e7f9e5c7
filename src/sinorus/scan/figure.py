"""Figures in a sentence: money, volumes, percentages, multiples and counts, with hedges, signs and ranges.

The scan goes over the numbers of a sentence in order. Each number takes what belongs to it on both sides (currency, scale, unit, rate);
then neighbours are joined (compound scales, units said once for several numbers, ranges); what is left bare must look like a count;
hedges and signs come last. Numbers in dates, names, codes and clock times are no figures, nor are prices and units that no record holds.
"""

from __future__ import annotations

from sinorus.errors import ValidationError
from sinorus.languages.meaning import Figure, OtherMeasure
from sinorus.scan.figure_grammar import grammar
from sinorus.scan.figure_inverted import invert
from sinorus.scan.figure_item import Item
from sinorus.scan.figure_join import join
from sinorus.scan.figure_measure import measure
from sinorus.scan.figure_noise import settle, silence
from sinorus.scan.hedge import hedge
from sinorus.scan.mention import Mention
from sinorus.scan.numeral import numerals
from sinorus.scan.passage import Passage
from sinorus.values import Quantity

__all__ = ["figures"]


def figures(folded: str, start: int, end: int, language: str, *, spelled: bool | None = None) -> list[Mention]:
    """The figures of ``folded[start:end]`` in order, none overlapping another, each a mention with one :class:`Figure`.

    ``spelled`` says whether a number may be written in words, where that is known.

    >>> text = "exports rose 12% to nearly $12.3bn"
    >>> for mention in figures(text, 0, len(text), "en"):
    ...     quantity = mention.get(Figure).quantity
    ...     print(text[mention.start : mention.end], "->", quantity.bound, quantity.amount, quantity.unit)
    12% -> exact 12 %
    nearly $12.3bn -> about 12300000000 USD
    """
    line = Passage(folded, start, end, grammar(language))
    items = numerals(line, spelled=spelled)
    if not items:
        return []
    items = _measured(items, line)
    silence(items, line)
    items = join(items, line)
    settle(items, line)
    found: list[Mention] = []
    low = start
    for item in items:
        if not item.dead:
            hedge(item, low, line)
            mention = None if item.dead else _mention(item)
            if mention is not None:
                found.append(mention)
        low = item.stop
    return found


def _measured(items: list[Item], line: Passage) -> list[Item]:
    """Measure the items in order; a number that stands inside the words of the one before it is none of its own."""
    kept: list[Item] = []
    low = line.start
    for item in items:
        if item.core < low:
            continue
        if not item.dead:
            measure(item, low, line)
            invert(item, kept[-1] if kept else None, line)
        low = item.stop
        kept.append(item)
    return kept


def _mention(item: Item) -> Mention | None:
    """The figure as a mention; None where it has more digits than any figure of trade, or its range is none."""
    try:
        quantity = Quantity(amount=item.amount(), unit=item.unit or "1", bound=item.bound, upper=item.upper)
    except ValidationError:
        return None
    figure = Figure(quantity, item.sign, item.power if item.scaled else 0, item.times, item.unit == "1")
    if item.of:
        return Mention(item.start, item.stop, (figure, OtherMeasure(item.of)), Figure.bit | OtherMeasure.bit, _rule(item))
    return Mention(item.start, item.stop, (figure,), Figure.bit, _rule(item))


def _rule(item: Item) -> str:
    if item.money:
        return "figure.money"
    if item.fraction:
        return "figure.fraction"
    if item.times:
        return "figure.times"
    return "figure.measure" if item.unit else "figure.count"

"""Signs and hedges beside a figure: "+", "minus", "nearly", "or more"."""

from __future__ import annotations

from sinorus.scan.figure_item import Item
from sinorus.scan.figure_measure import RATED
from sinorus.scan.passage import Passage
from sinorus.values import Bound, Direction

__all__ = ["hedge"]

_RELATIVE = frozenset({"%", "pp"})
"""Units of changes: before them a sign may be a word of its own; "plus 5 million tonnes" is an addition."""


def hedge(item: Item, low: int, line: Passage) -> None:
    """Take sign and hedge into the item's span."""
    if item.bound is not Bound.BETWEEN:
        after = line.rules.after_hedge.match(line.text, item.stop, line.end)
        if after is not None:
            item.bound = line.rules.hedges_after[after.group("hedge")]
            item.stop = after.end()
    _sign(item, low, line)
    stop = item.start - 1 if item.start > low and line.text[item.start - 1] == " " else item.start
    found = line.rules.hedges.find(line.text, low, stop) or _limit(low, stop, line)
    if found is not None and line.text.endswith(line.rules.words.hedges_unlike, low, stop):
        found = None
    if found is not None:
        item.start = found[0]
        if item.bound is not Bound.BETWEEN:
            item.bound = Bound(found[1])
    elif item.bound is Bound.EXACT:
        item.bound = _across(low, stop, line)
    _rate(item, low, line)
    if item.money and line.rules.words.prices.before and line.preceded(item.start, line.rules.words.prices.before):
        item.dead = True


def _rate(item: Item, low: int, line: Passage) -> None:
    """A rate that stands before its figure ("每年380亿立方米"); it stays outside the span."""
    if item.unit in RATED:
        stop = item.start - 1 if line.at(item.start - 1) == " " else item.start
        found = line.rules.rates_before.find(line.text, low, stop)
        if found is not None:
            item.unit += "/" + found[1]


def _across(low: int, stop: int, line: Passage) -> Bound:
    """The bound of a hedge that stands before the preposition of its figure («почти на 5 %»); both stay outside the span."""
    for form in line.rules.words.across:
        first = stop - len(form)
        if first - 1 > low and line.text.startswith(form, first) and line.text[first - 1] == " ":
            found = line.rules.hedges.find(line.text, low, first - 1)
            if found is not None:
                return Bound.EXACT if line.text[found[0] : first - 1] in line.rules.words.degrees else Bound(found[1])
    return Bound.EXACT


def _limit(low: int, stop: int, line: Passage) -> tuple[int, str] | None:
    """A word that is a limit after some words and a level after all others."""
    limit = line.rules.words.limit
    first = stop - len(limit.form)
    if not limit.form or first <= low or not line.text.startswith(limit.form, first) or line.text[first - 1] != " ":
        return None
    return (first, limit.bound) if line.word_before(first) in limit.after else None


def _moves_percentage(item: Item, first: int, low: int, line: Passage) -> bool:
    """Whether a bare number with its sign is alone in brackets behind a percentage, and tells how that moved: "6.8% (plus 0.1)"."""
    enclosed = first > low and line.text[first - 1] in "(（" and line.at(item.stop) in {")", "）"}
    return enclosed and item.unit in {"", "%"} and item.stop == item.end and line.text.endswith(("%", "% "), 0, first - 1)


def _sign(item: Item, low: int, line: Passage) -> None:
    if item.money and item.start < item.core and line.text[item.core - 1] in "+-":
        item.sign = Direction.UP if line.text[item.core - 1] == "+" else Direction.DOWN
        return
    stop = item.start
    spaced = stop > low and line.text[stop - 1] == " "
    found = line.rules.signs.find(line.text, low, stop - 1 if spaced else stop)
    if found is None:
        return
    first, direction = found
    worded = line.text[first].isalpha()
    if _moves_percentage(item, first, low, line):
        item.unit = "pp"
    negative = item.money and direction == Direction.DOWN  # "a balance of minus $5bn"
    if spaced != worded or (worded and item.unit not in _RELATIVE and not negative):
        return
    if not worded and first > low and line.text[first - 1].isalnum() and line.text[first - 1] < "⺀":
        return
    item.start = first
    item.sign = Direction(direction)

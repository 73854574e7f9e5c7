"""Signs and hedges beside a figure: "+", "minus", "nearly", "or more"."""

from __future__ import annotations

from sinorus.scan.figure_grammar import Grammar
from sinorus.scan.figure_item import Item
from sinorus.values import Bound, Direction

__all__ = ["hedge"]

_RELATIVE = frozenset({"%", "pp"})
"""Units of changes: before them a sign may be a word of its own; "plus 5 million tonnes" is an addition."""


def hedge(item: Item, text: str, low: int, end: int, rules: Grammar) -> None:
    """Take sign and hedge into the item's span."""
    if item.bound is not Bound.BETWEEN:
        after = rules.after_hedge.match(text, item.stop, end)
        if after is not None:
            item.bound = rules.hedges_after[after.group("hedge")]
            item.stop = after.end()
    _sign(item, text, low, rules)
    stop = item.start - 1 if item.start > low and text[item.start - 1] == " " else item.start
    found = rules.hedges.find(text, low, stop)
    if found is not None:
        item.start = found[0]
        if item.bound is not Bound.BETWEEN:
            item.bound = Bound(found[1])


def _sign(item: Item, text: str, low: int, rules: Grammar) -> None:
    if item.money and item.start < item.core and text[item.core - 1] in "+-":
        item.sign = Direction.UP if text[item.core - 1] == "+" else Direction.DOWN
        return
    stop = item.start
    spaced = stop > low and text[stop - 1] == " "
    found = rules.signs.find(text, low, stop - 1 if spaced else stop)
    if found is None:
        return
    first, direction = found
    worded = text[first].isalpha()
    if spaced != worded or (worded and item.unit not in _RELATIVE):
        return
    if not worded and first > low and text[first - 1].isalnum() and text[first - 1] < "⺀":
        return
    item.start = first
    item.sign = Direction(direction)

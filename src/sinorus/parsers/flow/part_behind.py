"""Whose part of it a sentence tells behind a whole: "China bought 63 Mt of gas, and Russia supplied 6 Mt of it"."""

from collections.abc import Sequence

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark
from sinorus.parsers.phrase import Phrase
from sinorus.parsers.placing import Slot
from sinorus.values import Dimension, Quantity

_PLAIN = "1"
_ASIDE = frozenset({Slot.PLACE, Slot.RIVAL})
_OF_WHOM = frozenset({Slot.OWNER, Slot.OF, Slot.ORIGIN})
"""Behind a percentage, these say of whose trade it is one: "31% of Peru's exports"."""


def part_behind(fresh: frozenset[str], phrases: Sequence[Phrase], at: int) -> frozenset[str]:
    """Return those of the countries first named by a sentence that it names behind a level with a part of it: that is not theirs."""
    whole = phrases[at]
    level = _level(whole)
    if not fresh or level is None or not whole.heads:
        return frozenset()
    here = {code for placed in whole.parties for code in placed.codes}
    goal = any(placed.slot is Slot.TO for placed in whole.parties)
    behind: set[str] = set()
    for phrase in phrases[at + 1 :]:
        if phrase.chunk.opener is not Mark.OR:  # "5 Mt, or 31% of Peru's exports, went to Chile"
            behind.update(code for part in phrase.figures for code in _sharing(phrase, part, level, goal=goal))
    return fresh & behind - here


def _sharing(phrase: Phrase, part: int, level: Quantity, *, goal: bool) -> list[str]:
    """Return whose part of the level a figure of a later chunk is."""
    quantity = _quantity(phrase, part)
    if quantity is None or not _is_part(quantity, level):
        return []
    percent = quantity.dimension is Dimension.PERCENT
    ends = [each for each in phrase.parties if each.slot not in _ASIDE and (percent or not (goal and each.slot is Slot.TO))]
    return [code for each in ends if not (percent and each.slot in _OF_WHOM and each.index > part) for code in each.codes]


def _level(phrase: Phrase) -> Quantity | None:
    told = (figure.quantity for figure in phrase.told() if not figure.times)
    return next((each for each in told if each.dimension is not Dimension.PERCENT), None)


def _quantity(phrase: Phrase, index: int) -> Quantity | None:
    figure = phrase.chunk.items[index].get(m.Figure)
    return figure.quantity if figure is not None and not figure.times else None


def _is_part(quantity: Quantity, whole: Quantity) -> bool:
    """Whether a quantity may be a part of the whole: a percentage, or a smaller amount of the same."""
    return quantity.dimension is Dimension.PERCENT or (quantity.unit in {whole.unit, _PLAIN} and quantity.amount < whole.amount)

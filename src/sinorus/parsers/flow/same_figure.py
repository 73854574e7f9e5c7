"""Whether two figures are one, told roughly and exactly."""

from decimal import Decimal

from sinorus.values import Bound, Quantity

_CLOSE = Decimal("0.9"), Decimal("1.2")


def passes(mark: Quantity, level: Quantity) -> bool:
    """Whether a level says how far a mark was passed: "exceeded $100bn and amounted to $108.3bn"."""
    told = mark.bound is Bound.OVER and level.bound is not Bound.OVER and mark.unit == level.unit
    return told and mark.amount < level.amount < mark.amount * _CLOSE[1]


def nearly(one: Quantity, other: Quantity) -> bool:
    """Whether two figures may be one, told roughly and exactly."""
    return one.unit == other.unit and one.amount * _CLOSE[0] < other.amount < one.amount * _CLOSE[1]


def restates(rough: Quantity, fine: Quantity) -> bool:
    """Whether a figure in brackets says the same more exactly: "over $20bn ($21.2bn)"."""
    more = len(fine.amount.normalize().as_tuple().digits) > len(rough.amount.normalize().as_tuple().digits)
    return more and nearly(rough, fine)

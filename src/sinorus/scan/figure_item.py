"""One number of a sentence on its way to a figure: mutable while the scanner works on it."""

from __future__ import annotations

from decimal import Decimal

from sinorus.scan.number import Number, shifted
from sinorus.values import Bound, Direction

__all__ = ["Item"]


class Item:
    """A number, where it stands, and what its neighbourhood has given it so far."""

    __slots__ = (
        "bound",
        "core",
        "dead",
        "digits",
        "end",
        "fraction",
        "money",
        "number",
        "of",
        "offset",
        "power",
        "scaled",
        "sign",
        "start",
        "stop",
        "times",
        "unit",
        "upper",
    )

    def __init__(self, start: int, stop: int, number: Number | None) -> None:
        self.core = start
        """Where the number proper begins; ``start`` moves left over currency, sign and hedge."""
        self.end = stop
        """Where the number proper ends; ``stop`` moves right over scale and unit."""
        self.start = start
        self.stop = stop
        self.number = number
        self.dead = number is None
        self.digits = True
        self.power = 0
        self.offset = 0
        """Exponent of the unit's form (a GW is 10^3 MW), apart from the scale words that range partners share."""
        self.unit = ""
        self.of = ""
        """The kind of look-alike that is counted."""
        self.money = False
        self.scaled = False
        self.fraction = False
        self.times = False
        self.sign: Direction | None = None
        self.bound = Bound.EXACT
        self.upper: Decimal | None = None

    @property
    def bare(self) -> bool:
        """Whether nothing but digits or a number word stands here."""
        return not self.unit and not self.scaled

    def amount(self) -> Decimal:
        """The number with its scale and its unit's factor."""
        if self.number is None:
            return Decimal(0)
        return shifted(self.number, self.power + self.offset)

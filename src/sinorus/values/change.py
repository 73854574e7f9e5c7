"""A change of a flow against an earlier period.

>>> Change.up("3", "%", basis=Basis.YOY).ratio
Decimal('1.03')
"""

from decimal import Decimal
from enum import StrEnum

from attrs import frozen

from sinorus.errors import ValidationError
from sinorus.values.bound import Bound
from sinorus.values.period import Period
from sinorus.values.quantity import Quantity
from sinorus.values.unit import Dimension

__all__ = ["Basis", "Change", "Direction"]


class Direction(StrEnum):
    """Which way a level moved."""

    UP = "up"
    DOWN = "down"
    FLAT = "flat"


class Basis(StrEnum):
    """What a change is measured against, where it is no named period."""

    YOY = "yoy"
    MOM = "mom"


@frozen(kw_only=True)
class Change:
    """A movement: its direction, its size where given, and what it is measured against.

    ``by`` is never negative: the direction is the sign. It is in ``%``, ``pp``, ``x`` (2 = doubled, 0.5 with DOWN = halved) or an
    absolute unit. FLAT has no size. ValidationError otherwise.
    """

    direction: Direction
    by: Quantity | None = None
    basis: Basis | Period | None = None

    def __attrs_post_init__(self) -> None:
        if type(self.direction) is not Direction:
            raise ValidationError(what=f"a direction is a Direction, not {self.direction!r}", where="change.direction")
        if self.basis is not None and type(self.basis) is not Basis and type(self.basis) is not Period:
            raise ValidationError(what=f"a basis is a Basis or a Period, not {self.basis!r}", where="change.basis")
        if self.by is None:
            return
        if type(self.by) is not Quantity:
            raise ValidationError(what=f"the size of a change is a Quantity, not {self.by!r}", where="change.by")
        if self.direction is Direction.FLAT:
            raise ValidationError(what=f"a flat change has no size, not {self.by}", where="change.by")
        if self.by.amount < 0:
            raise ValidationError(what=f"the size of a change is not negative, as {self.by} is", where="change.by", remedy="use DOWN")

    @classmethod
    def up(
        cls,
        amount: Decimal | int | str,
        unit: str = "%",
        *,
        bound: Bound = Bound.EXACT,
        basis: Basis | Period | None = None,
    ) -> "Change":
        """Return a rise by an amount."""
        return cls(direction=Direction.UP, by=Quantity.of(amount, unit, bound=bound), basis=basis)

    @classmethod
    def down(
        cls,
        amount: Decimal | int | str,
        unit: str = "%",
        *,
        bound: Bound = Bound.EXACT,
        basis: Basis | Period | None = None,
    ) -> "Change":
        """Return a fall by an amount."""
        return cls(direction=Direction.DOWN, by=Quantity.of(amount, unit, bound=bound), basis=basis)

    @property
    def ratio(self) -> Decimal | None:
        """New level over old: 1.03 for up 3 %, 2 for doubled, 0.5 for halved, 1 for flat.

        The hedge is left aside. None where the size is not given, or is in points or an absolute unit, for which the level is needed.
        """
        if self.direction is Direction.FLAT:
            return Decimal(1)
        if self.by is None:
            return None
        if self.by.dimension is Dimension.MULTIPLE:
            return self.by.amount
        if self.by.dimension is not Dimension.PERCENT:
            return None
        part = self.by.amount.scaleb(-2)
        return 1 + part if self.direction is Direction.UP else 1 - part

    def __str__(self) -> str:
        """Its parts, for messages: ``up 3 % yoy``."""
        return " ".join(str(part) for part in (self.direction, self.by, self.basis) if part is not None)

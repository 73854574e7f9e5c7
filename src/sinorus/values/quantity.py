"""An amount with its unit and the hedge on it.

>>> Quantity.of("38", "bcm/a", bound=Bound.UNDER).to("m3/a")
Quantity('under 38000000000 m3/a')
>>> Quantity.of(3, "t") < Quantity.of(5000, "kg")
True
"""

from decimal import Context, Decimal

from attrs import frozen

from sinorus.errors import ValidationError
from sinorus.values.bound import Bound
from sinorus.values.unit import Dimension, Unit, unit

__all__ = ["ABOUT", "Quantity", "plain"]

ABOUT = Decimal("0.05")
"""How far "about 100" reaches to either side, as a part of the amount: 95 to 105. A convention, used only in comparisons."""

# Private, so that a caller's decimal context (precision, traps) never changes a figure.
_CONTEXT = Context(prec=60)
_REACH = 40  # digits before or after the point: no figure of trade is longer, and 1E+999999 would be a page
_INFINITY = Decimal("Infinity")


@frozen(kw_only=True, order=False, repr=False)
class Quantity:
    """An exact decimal amount in a unit (ISO 4217 for money, else UCUM or the codes of the contract).

    ``upper`` holds the second amount of ``between`` and is greater than ``amount``. ValidationError on an unknown unit, an amount
    that is no finite Decimal, an upper without ``between``. Equality is of the statement: the same amount, unit and bound
    (1 t is not ``==`` 1000 kg; see `compare` and `may_equal`).

    ``<`` and its kin compare what the figures mean, and raise ValidationError where that is not decided
    ("over 5" against 7) or not comparable (tonnes against barrels); sort by ``amount`` where a mere order is wanted.
    """

    amount: Decimal
    unit: str
    bound: Bound = Bound.EXACT
    upper: Decimal | None = None

    def __attrs_post_init__(self) -> None:
        if type(self.amount) is not Decimal or not self.amount.is_finite():
            raise ValidationError(what=f"an amount is a finite Decimal, not {self.amount!r}", where="amount", remedy="use Quantity.of")
        if not -_REACH <= self.amount.adjusted() <= _REACH:
            raise ValidationError(what=f"the amount {self.amount!r} is beyond {_REACH} digits", where="amount")
        unit(self.unit)
        if self.upper is not None or self.bound is Bound.BETWEEN:
            self._check_upper()
        elif type(self.bound) is not Bound:
            raise ValidationError(what=f"a bound is a Bound, not {self.bound!r}", where="bound")

    def _check_upper(self) -> None:
        if self.bound is not Bound.BETWEEN:
            raise ValidationError(what=f"an upper amount without the bound 'between' ({self.bound})", where="upper")
        if type(self.upper) is not Decimal or not self.upper.is_finite():
            raise ValidationError(what=f"'between' needs a finite Decimal as upper amount, not {self.upper!r}", where="upper")
        if self.upper.adjusted() > _REACH or self.upper <= self.amount:
            raise ValidationError(
                what=f"the upper amount {self.upper} is not above {self.amount} or is beyond {_REACH} digits", where="upper"
            )

    @classmethod
    def of(
        cls,
        amount: Decimal | int | str,
        unit: str,
        *,
        bound: Bound = Bound.EXACT,
        upper: Decimal | int | str | None = None,
    ) -> "Quantity":
        """Return the quantity of an amount written as a Decimal, an int or a text; a float is refused, for it is not exact."""
        return cls(amount=_decimal(amount), unit=unit, bound=bound, upper=None if upper is None else _decimal(upper))

    @property
    def measure(self) -> Unit:
        """The unit taken apart."""
        return unit(self.unit)

    @property
    def dimension(self) -> Dimension:
        """What kind of thing it measures."""
        return unit(self.unit).dimension

    @property
    def is_money(self) -> bool:
        """Whether it is an amount of a currency."""
        return unit(self.unit).is_money

    @property
    def is_physical(self) -> bool:
        """Whether it measures goods or works."""
        return unit(self.unit).is_physical

    @property
    def is_rate(self) -> bool:
        """Whether it is an amount per time."""
        return unit(self.unit).is_rate

    @property
    def range(self) -> tuple[Decimal, Decimal]:
        """The least and the greatest amount that the statement allows, in its own unit; infinite where it leaves an end open.

        "over" includes its figure (the contract writes "at least" so too), "under" likewise; "about" reaches `ABOUT` to both sides.

        >>> Quantity.of(100, "t", bound=Bound.ABOUT).range
        (Decimal('95.00'), Decimal('105.00'))
        """
        match self.bound:
            case Bound.EXACT:
                return self.amount, self.amount
            case Bound.BETWEEN:
                return self.amount, self.amount if self.upper is None else self.upper
            case Bound.OVER:
                return self.amount, _INFINITY
            case Bound.UNDER:
                return -_INFINITY, self.amount
            case Bound.ABOUT:
                reach = _CONTEXT.multiply(_CONTEXT.abs(self.amount), ABOUT)
                return _CONTEXT.subtract(self.amount, reach), _CONTEXT.add(self.amount, reach)

    def to(self, code: str) -> "Quantity":
        """Return the same statement in another unit of its dimension.

        Exact where the result is a finite decimal of up to 60 digits, else rounded there. ValidationError between dimensions (tonnes to
        barrels needs a density), currencies (needs a rate of exchange), and between an amount and a rate (needs a period).

        >>> Quantity.of("8.4", "Mt").to("t").amount
        Decimal('8400000')
        >>> Quantity.of(1, "bbl").to("L").amount
        Decimal('158.987294928')
        """
        if code == self.unit:
            return self
        source, target = unit(self.unit), unit(code)
        if not source.converts_to(target):
            raise ValidationError(what=f"{self.unit} does not convert to {code}", where="unit", remedy=_why_not(source, target))
        upper = None if self.upper is None else _convert(self.upper, source, target)
        return Quantity(amount=_convert(self.amount, source, target), unit=code, bound=self.bound, upper=upper)

    def is_comparable(self, other: "Quantity") -> bool:
        """Whether the two can be written in one unit."""
        return self.measure.converts_to(other.measure)

    def may_equal(self, other: "Quantity") -> bool:
        """Whether one figure could be what both statements mean: their ranges meet. Not comparable ones never may.

        >>> Quantity.of(200, "USD", bound=Bound.OVER).may_equal(Quantity.of(240, "USD"))
        True
        """
        if not self.is_comparable(other):
            return False
        low, high, other_low, other_high = self._ranges(other)
        return low <= other_high and other_low <= high

    def compare(self, other: "Quantity") -> int | None:
        """Return -1, 0 or 1 where this is surely less than, equal to or more than the other; None where that is open.

        Only exact figures are surely equal. ValidationError where the two are not comparable.

        >>> over_five = Quantity.of(5, "t", bound=Bound.OVER)
        >>> over_five.compare(Quantity.of(3, "t")), over_five.compare(Quantity.of(7, "t"))
        (1, None)
        """
        low, high, other_low, other_high = self._ranges(other)
        if high < other_low:
            return -1
        if low > other_high:
            return 1
        return 0 if low == high == other_low == other_high else None

    def surely_less_than(self, other: "Quantity") -> bool:
        """Whether every figure this may mean is below every figure the other may mean."""
        return self.compare(other) == -1

    def surely_more_than(self, other: "Quantity") -> bool:
        """Whether every figure this may mean is above every figure the other may mean."""
        return self.compare(other) == 1

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Quantity):
            return NotImplemented
        low, high, other_low, other_high = self._ranges(other)
        return self._decided(high < other_low, low >= other_high, other)

    def __le__(self, other: object) -> bool:
        if not isinstance(other, Quantity):
            return NotImplemented
        low, high, other_low, other_high = self._ranges(other)
        return self._decided(high <= other_low, low > other_high, other)

    def __gt__(self, other: object) -> bool:
        return other < self if isinstance(other, Quantity) else NotImplemented

    def __ge__(self, other: object) -> bool:
        return other <= self if isinstance(other, Quantity) else NotImplemented

    def _ranges(self, other: "Quantity") -> tuple[Decimal, Decimal, Decimal, Decimal]:
        return *self.range, *other.to(self.unit).range

    def _decided(self, yes: bool, no: bool, other: "Quantity") -> bool:
        if yes or no:
            return yes
        raise ValidationError(what=f"it is open how {self} compares with {other}", where="quantity", remedy="use compare or may_equal")

    def __str__(self) -> str:
        """Its parts in plain digits, for messages: ``over 38000000000 m3/a``."""
        hedge = "" if self.bound is Bound.EXACT else f"{self.bound} "
        upper = "" if self.upper is None else f" and {plain(self.upper)}"
        return f"{hedge}{plain(self.amount)}{upper} {self.unit}"

    def __repr__(self) -> str:
        return f"Quantity({str(self)!r})"


def plain(amount: Decimal) -> str:
    """Write an amount in plain digits: no exponent, no zeros at the end of the fraction, no sign on zero.

    >>> plain(Decimal("1.150E+10")), plain(Decimal("33.330"))
    ('11500000000', '33.33')
    """
    text = format(amount, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _decimal(amount: Decimal | int | str) -> Decimal:
    if isinstance(amount, float):
        raise ValidationError(what=f"the float {amount!r} is not exact", where="amount", remedy="give the amount as text or Decimal")
    try:
        return Decimal(amount)
    except ArithmeticError:
        raise ValidationError(what=f"{amount!r} is no decimal amount", where="amount") from None


def _convert(amount: Decimal, source: Unit, target: Unit) -> Decimal:
    above, below = source.size, target.size
    if source.days is not None and target.days is not None:
        above, below = _CONTEXT.multiply(above, target.days), _CONTEXT.multiply(below, source.days)
    result = _CONTEXT.divide(_CONTEXT.multiply(amount, above), below)
    # an integer with an exponent (8.4E+6) is written out, as the contract wants it
    return result.quantize(Decimal(1), context=_CONTEXT) if result == result.to_integral_value() else result


def _why_not(source: Unit, target: Unit) -> str:
    if source.is_rate is not target.is_rate:
        return "an amount and a rate convert only over a period"
    if source.is_money and target.is_money:
        return "currencies convert only with a rate of exchange"
    if {source.dimension, target.dimension} == {Dimension.MASS, Dimension.VOLUME}:
        return "mass and volume convert only with a density"
    return f"{source.dimension} is not {target.dimension}"

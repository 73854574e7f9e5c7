"""Units: what an amount is counted in, and what converts into what.

The codes are those of the contract: ISO 4217 for money, UCUM where it has a code, and ``bbl``, ``toe``, ``TEU``, ``%``, ``pp``,
``x`` and ``1``. A rate adds ``/a``, ``/mo`` or ``/d``.

Factors and their sources:

- barrel: 42 US gallons of 231 cubic inches, 158.987294928 L exactly (NIST Handbook 44, appendix C);
- tonne of oil equivalent: 41.868 GJ, 11630 kW.h exactly (IEA);
- year and month: UCUM's ``a`` is 365.25 d and ``mo`` is a twelfth of it, 30.4375 d;
- ``bcm`` is 10⁹ m3 at whatever conditions the text means (Russian 20 °C, ISO 15 °C): volumes of gas are not corrected.

>>> unit("bbl/d").dimension, unit("bbl/d").base, unit("bbl/d").per
(<Dimension.VOLUME: 'volume'>, 'bbl', 'd')
>>> unit("CNY").is_money
True
"""

from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from attrs import field, frozen

from sinorus.errors import ValidationError
from sinorus.values.currency import CURRENCIES

__all__ = ["RATES", "UNITS", "Dimension", "Unit", "unit"]


class Dimension(StrEnum):
    """What kind of thing a unit measures; only units of one dimension convert into each other."""

    MONEY = "money"
    MASS = "mass"
    VOLUME = "volume"
    LENGTH = "length"
    ENERGY = "energy"
    POWER = "power"
    CONTAINERS = "containers"
    COUNT = "count"
    PERCENT = "percent"
    POINTS = "points"
    MULTIPLE = "multiple"


# code: (dimension, how many of the dimension's base unit one of it is)
_MEASURES: dict[str, tuple[Dimension, Decimal]] = {
    "t": (Dimension.MASS, Decimal(1000)),
    "kg": (Dimension.MASS, Decimal(1)),
    "Mt": (Dimension.MASS, Decimal(1_000_000_000)),
    "m3": (Dimension.VOLUME, Decimal(1)),
    "bcm": (Dimension.VOLUME, Decimal(1_000_000_000)),
    "L": (Dimension.VOLUME, Decimal("0.001")),
    "bbl": (Dimension.VOLUME, Decimal("0.158987294928")),
    "km": (Dimension.LENGTH, Decimal(1000)),
    "m": (Dimension.LENGTH, Decimal(1)),
    "kW.h": (Dimension.ENERGY, Decimal(1)),
    "MW.h": (Dimension.ENERGY, Decimal(1000)),
    "GW.h": (Dimension.ENERGY, Decimal(1_000_000)),
    "toe": (Dimension.ENERGY, Decimal(11630)),
    "kW": (Dimension.POWER, Decimal(1)),
    "MW": (Dimension.POWER, Decimal(1000)),
    "TEU": (Dimension.CONTAINERS, Decimal(1)),
    "1": (Dimension.COUNT, Decimal(1)),
    "%": (Dimension.PERCENT, Decimal(1)),
    "pp": (Dimension.POINTS, Decimal(1)),
    "x": (Dimension.MULTIPLE, Decimal(1)),
}
_DAYS: dict[str, Decimal] = {"d": Decimal(1), "mo": Decimal("30.4375"), "a": Decimal("365.25")}
_FLOWING = frozenset(
    {Dimension.MONEY, Dimension.MASS, Dimension.VOLUME, Dimension.ENERGY, Dimension.CONTAINERS, Dimension.COUNT},
)
UNITS: tuple[str, ...] = tuple(_MEASURES)
"""The codes beside those of currencies, without a time."""
RATES: tuple[str, ...] = tuple(code for code, (dimension, _) in _MEASURES.items() if dimension in _FLOWING)
"""Those of them that take ``/a``, ``/mo`` or ``/d``."""
_PHYSICAL = frozenset(
    {
        Dimension.MASS,
        Dimension.VOLUME,
        Dimension.LENGTH,
        Dimension.ENERGY,
        Dimension.POWER,
        Dimension.CONTAINERS,
        Dimension.COUNT,
    },
)


@frozen(kw_only=True)
class Unit:
    """A unit taken apart: its ``base`` code, its dimension, its size in the dimension's base unit, and the time of a rate.

    ``per`` is ``"a"``, ``"mo"``, ``"d"`` or None; ``days`` is the length of that time in days (None where it is no rate).
    """

    code: str
    base: str
    dimension: Dimension
    size: Decimal
    per: str | None = None
    days: Decimal | None = None
    is_money: bool = field(init=False, eq=False, repr=False)
    """Whether it is a currency (or a currency per time)."""

    @is_money.default
    def _is_money(self) -> bool:
        return self.dimension is Dimension.MONEY

    @property
    def is_physical(self) -> bool:
        """Whether it measures goods or works: mass, volume, length, energy, power, containers, pieces."""
        return self.dimension in _PHYSICAL

    @property
    def is_rate(self) -> bool:
        """Whether it is an amount per time."""
        return self.per is not None

    def converts_to(self, other: "Unit") -> bool:
        """Whether an amount in this unit can be written in the other, by definition alone (no density, no exchange rate).

        >>> unit("t/a").converts_to(unit("kg/d")), unit("t").converts_to(unit("bbl")), unit("USD").converts_to(unit("CNY"))
        (True, False, False)
        """
        if self.dimension is not other.dimension or self.is_rate is not other.is_rate:
            return False
        return not self.is_money or self.base == other.base


@lru_cache(maxsize=4096)
def unit(code: str) -> Unit:
    """Return the unit of a code; ValidationError where the code is none."""
    base, slash, per = code.partition("/")
    if base in _MEASURES:
        dimension, size = _MEASURES[base]
    elif base in CURRENCIES:
        dimension, size = Dimension.MONEY, Decimal(1)
    else:
        raise ValidationError(
            what=f"unknown unit {code!r}",
            where="unit",
            remedy=f"use a currency code of ISO 4217 or one of {', '.join(_MEASURES)}, a rate with /a, /mo or /d",
        )
    if not slash:
        return Unit(code=code, base=base, dimension=dimension, size=size)
    if per not in _DAYS or dimension not in _FLOWING:
        raise ValidationError(what=f"{code!r} is no rate", where="unit", remedy="a rate is goods, energy or money per a, mo or d")
    return Unit(code=code, base=base, dimension=dimension, size=size, per=per, days=_DAYS[per])

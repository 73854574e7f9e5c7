"""What every reader gives, in terms that can be compared: quantities as (amount, unit) and stretches of time as (first day, last day).

Units are the codes of the contract without "per year" or "per day", which only one of the readers knows: 38 bcm a year counts as 38 bcm.
An amount has no sign (minus 6% is 6%), and a range counts as its two ends.
"""

import datetime
from collections.abc import Callable, Mapping
from decimal import Decimal

from attrs import frozen

__all__ = ["KINDS", "UNITS", "Days", "Found", "Measure", "Reader", "measure"]

Measure = tuple[Decimal, str]
Days = tuple[datetime.date, datetime.date]
Found = Measure | Days

KINDS = ("figures", "periods")
UNITS = frozenset({"%", "pp", "x", "t", "kg", "m3", "L", "bbl", "toe", "TEU", "kW.h", "MW", "km", "m"})
"""The units that count, beside the currencies; a reader that knows others (a minute, an inch) loses and gains nothing by them."""


def measure(amount: Decimal | float | str, unit: str) -> Measure:
    """Return an amount and a unit with twelve digits, so that 0.1 + 0.2 of a reader that counts in floats is 0.3."""
    return Decimal(f"{abs(Decimal(str(amount))):.12g}").normalize(), unit.partition("/")[0]


@frozen
class Reader:
    """A library with what it reads: figures, periods or both, each from a text and the date that it bears."""

    name: str
    reads: Mapping[str, Callable[[str, datetime.date | None], list[Found]]]

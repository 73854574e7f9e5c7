"""A change told over a stretch of years: "from 2018 to 2023 trade grew 2.2 times" is that of 2023 against 2018."""

from sinorus.records import TradeFlow
from sinorus.values import Period
from sinorus.values.evolve import evolve

_RELATIVE = frozenset({"%", "x"})
_IN_BLOCKS = frozenset({"weapons"})
"""Goods whose trade is told by stretches of years, each against the one before."""
_LONG = 2
"""Years between the ends of a stretch over which something grew, at least: two years side by side may be a season."""


def grown_over(record: TradeFlow) -> TradeFlow:
    """Return a change without a level as that of the last year of its stretch against the first."""
    change, period = record.change, record.period
    if change is None or change.by is None or change.basis is not None or period is None or change.by.unit not in _RELATIVE:
        return record
    if record.value is not None or record.volume is not None or record.share is not None:
        return record
    if record.commodity is not None and record.commodity.id in _IN_BLOCKS:
        return record
    first, last = period.first.year, period.last.year
    if period != Period.years(first, last) or last - first < _LONG:
        return record
    return evolve(record, period=Period.year(last), change=evolve(change, basis=Period.year(first)))

"""On which side of the counter a country usually stands for a good: Russia sells crude oil, China buys it.

No claim is made of it. It decides between readings where a text leaves open who sells to whom, as a reader decides who knows the trade.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

from attrs import frozen

from sinorus.world.registry import commodity
from sinorus.world.tables import table

__all__ = ["UsualSide", "usual_side"]

UsualSide = Literal["exporter", "importer"]


@frozen
class _Counter:
    """The sides of a good by country, and the year from which they hold (0: for as long as the sources go back)."""

    sides: Mapping[str, UsualSide]
    since: int


@cache
def _counters() -> Mapping[str, _Counter]:
    """The counter of each good, from ``data/usual_sides.csv``."""
    found: dict[str, _Counter] = {}
    for row in table("usual_sides"):
        sides: dict[str, UsualSide] = dict.fromkeys(row["exporters"].split(), "exporter")
        found[row["commodity"]] = _Counter(sides | dict.fromkeys(row["importers"].split(), "importer"), int(row["since"] or 0))
    return found


def usual_side(good: str, country: str, year: int | None = None) -> UsualSide | None:
    """Return the side of a country (a code) in the trade of a good (an id) or, where that has no row, of the next wider good that has one.

    What was otherwise in earlier years holds only from a year on: Russia sold cars to China in the 1990s.

    >>> usual_side("coking-coal", "CN"), usual_side("cars", "CN"), usual_side("cars", "CN", 1993), usual_side("cement", "CN")
    ('importer', 'exporter', None, None)
    """
    counters = _counters()
    for each in (good, *commodity(good).ancestors()):
        if each in counters:
            counter = counters[each]
            return counter.sides.get(country) if year is None or year >= counter.since else None
    return None

"""How flows are written in cases: ``exports RU CN coal 2023: 54.2m t, ~9bn USD, +3 % yoy, target``.

First the measure, exporter, importer, commodity and period ("-" where there is none, "all" for all goods), then, in any order, value,
volume, ``share 19``, change (``+``, ``-``; with its basis where that is at stake), ``target`` or ``forecast``, ``record``, ``via ID``.
Bounds stand before the amount: ``~`` about, ``>`` over, ``<`` under; ``30bn-32bn`` is between.
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from sinorus.pipeline import extract
from sinorus.records import FlowStatus, TradeFlow
from sinorus.values import Bound, Direction, Quantity

TODAY = date(2024, 6, 20)
_BOUNDS = {Bound.ABOUT: "~", Bound.OVER: ">", Bound.UNDER: "<"}
_SCALES = (("tn", 12), ("bn", 9), ("m", 6), ("k", 3))

Told = Callable[..., list[str]]
"""Returns the flows of a text, written out."""


def amount(number: Decimal) -> str:
    """Write a number as cases do.

    >>> amount(Decimal(54200000)), amount(Decimal(900))
    ('54.2m', '900')
    """
    for sign, power in _SCALES:
        if number >= 10**power:
            return f"{(number.scaleb(-power)).normalize():f}{sign}"
    return f"{number.normalize():f}"


def quantity(figure: Quantity) -> str:
    upper = f"-{amount(figure.upper)}" if figure.upper is not None else ""
    return f"{_BOUNDS.get(figure.bound, '')}{amount(figure.amount)}{upper} {figure.unit}"


def written(flow: TradeFlow) -> str:
    ends = [end.code if end is not None else "-" for end in (flow.exporter, flow.importer)]
    goods = flow.commodity.id if flow.commodity is not None else "all"
    head = " ".join([flow.measure.value, *ends, goods, str(flow.period) if flow.period is not None else "-"])
    parts = [quantity(figure) for figure in (flow.value, flow.volume) if figure is not None]
    if flow.share is not None:
        parts.append(f"share {quantity(flow.share).removesuffix(' %')}")
    change = flow.change
    if change is not None and change.by is not None:
        sign = "-" if change.direction is Direction.DOWN else "+"
        parts.append(f"{sign}{quantity(change.by)}" + (f" {change.basis}" if change.basis is not None else ""))
    if flow.status is not FlowStatus.REPORTED:
        parts.append(flow.status.value)
    if flow.record_high:
        parts.append("record")
    if flow.via is not None:
        parts.append(f"via {flow.via if isinstance(flow.via, str) else flow.via.id}")
    return f"{head}: {', '.join(parts)}"


@pytest.fixture(scope="session")
def told() -> Told:
    """Give the function that reads the flows of a text, told in English on 20 June 2024, or on another day or in another language."""

    def read(text: str, today: date = TODAY, language: str = "en") -> list[str]:
        return [written(flow) for flow in extract(text, date=today, language=language).flows]

    return read

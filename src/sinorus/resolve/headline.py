"""A headline says roughly what the text then tells exactly: its claims are those of the text."""

from collections.abc import Sequence
from decimal import Decimal

from sinorus.records import TradeFlow
from sinorus.values import Bound, Change, Direction, Period, Quantity

_ROUGHLY = Decimal("0.17")
"""By such a part of it a figure of a headline may differ from the exact one."""
_PASSED = Decimal(2)
"""So many times a mark may be what has passed it: "more than doubled"."""


def without_headline(flows: Sequence[TradeFlow], end: int) -> tuple[TradeFlow, ...]:
    """Return the flows without those told before `end` alone that a flow behind it tells, too; it gets their evidence."""
    titled = [flow for flow in flows if all(piece.end <= end for piece in flow.evidence)]
    told = [flow for flow in flows if flow not in titled]
    kept: list[TradeFlow] = []
    for flow in titled:
        at = next((at for at, other in enumerate(told) if _sums_up(flow, other)), None)
        if at is None:
            kept.append(flow)
        else:
            told[at] = told[at].with_evidence(*flow.evidence)
    return (*kept, *told)


def _sums_up(title: TradeFlow, told: TradeFlow) -> bool:
    """Whether a claim of a headline is that of the text: the same flow, and each figure of it roughly so."""
    ends = title.measure, title.exporter, title.importer, title.status
    if ends != (told.measure, told.exporter, told.importer, told.status) or not _same_goods(title, told) or not _same_time(title, told):
        return False
    pairs = [(title.value, told.value), (title.volume, told.volume), (title.share, told.share)]
    shared = [(rough, exact) for rough, exact in pairs if rough is not None]
    if any(exact is None or rough.unit != exact.unit or not _fits(rough, rough.amount, exact.amount) for rough, exact in shared):
        return False
    by = title.change.by if title.change is not None else None
    if title.change is None or by is None:
        return bool(shared)
    exact = told.change
    if exact is None or exact.by is None or exact.direction is not title.change.direction:
        return False
    rough_size, size = _grown(title.change), _grown(exact)
    return rough_size is not None and size is not None and _fits(by, rough_size, size)


def _same_goods(title: TradeFlow, told: TradeFlow) -> bool:
    one, other = title.commodity, told.commodity
    return one == other or (one is not None and other is not None and (one.id in other.ancestors() or other.id in one.ancestors()))


def _same_time(title: TradeFlow, told: TradeFlow) -> bool:
    """Whether the two are told of one time, or one of the year and the other of what of it is counted yet."""
    one, other = title.period, told.period
    return one is None or other is None or one == other or (one.first == other.first and _is_year(one) and other.last <= one.last)


def _is_year(period: Period) -> bool:
    return period.is_years and period.first.year == period.last.year


def _grown(change: Change) -> Decimal | None:
    """Return the size of a change in percent; none where it is told in something else."""
    by = change.by
    if by is None or by.unit not in {"%", "x"}:
        return None
    if by.unit == "%":
        return by.amount
    return (by.amount - 1) * 100 if change.direction is Direction.UP else (1 - by.amount) * 100


def _fits(rough: Quantity, told: Decimal, exact: Decimal) -> bool:
    """Whether a rough figure may be an exact one, that it is told to pass, or to be near."""
    if rough.bound is Bound.OVER and told <= exact <= told * _PASSED:
        return True
    return abs(told - exact) <= _ROUGHLY * max(told, exact)

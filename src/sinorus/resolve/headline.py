"""A headline says roughly what the text then tells exactly: its claims are those of the text."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from sinorus.records import FlowStatus, TradeFlow
from sinorus.values import Bound, Change, Direction, Period, Quantity
from sinorus.values.evolve import evolve

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


def dated_by_text(flows: Sequence[TradeFlow], end: int) -> tuple[TradeFlow, ...]:
    """Return the flows, those of a headline that name no time with that of the flow behind it that they announce.

    A change without a level is that of the level that the text tells.
    """
    told = [flow for flow in flows if flow.period is not None and flow.evidence[0].start >= end]
    kept: list[TradeFlow] = []
    changed: dict[TradeFlow, TradeFlow] = {}
    for flow in flows:
        first = _announced(flow, told) if end and _waits(flow, end) else None
        if first is None or _differs(flow.value, first.value) or _differs(flow.volume, first.volume):
            kept.append(flow)
        elif flow.value is not None or flow.volume is not None:
            kept.append(evolve(flow, period=first.period))
        elif first.change is None and (first.value is not None or first.volume is not None) and first not in changed:
            changed[first] = evolve(first, change=flow.change).with_evidence(*flow.evidence)
        else:
            kept.append(flow)
    return tuple(changed.get(flow, flow) for flow in kept)


def _differs(title: Quantity | None, told: Quantity | None) -> bool:
    """Whether a headline tells another level than the text, so that it is of another time."""
    return title is not None and told is not None and (title.unit != told.unit or not _fits(title, title.amount, told.amount))


def _waits(flow: TradeFlow, end: int) -> bool:
    """Whether a flow of a headline, of which the text will tell when it was, names no time."""
    return flow.period is None and flow.status is FlowStatus.REPORTED and flow.share is None and flow.evidence[0].end <= end


def _announced(title: TradeFlow, told: Sequence[TradeFlow]) -> TradeFlow | None:
    """Return the first flow of the text that is the one of the headline, not the level of a year before that stands beside it."""
    ends = (title.measure, title.exporter, title.importer, title.status)
    alike = [flow for flow in told if ends == (flow.measure, flow.exporter, flow.importer, flow.status) and _same_goods(title, flow)]
    start = min((flow.evidence[0].start for flow in alike), default=0)
    return max((flow for flow in alike if flow.evidence[0].start == start), key=_last_day, default=None)


def _last_day(flow: TradeFlow) -> date:
    return flow.period.last if flow.period is not None else date.min


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

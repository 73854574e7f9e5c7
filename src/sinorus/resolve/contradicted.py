"""A flow has one value in one period: where a text seems to give it two, a period or a party may have been carried too far."""

from collections.abc import Sequence

from sinorus.parsers.flow.sure import ENDS_CARRIED, GOODS_CARRIED
from sinorus.parsers.parsed import Dropped
from sinorus.records import Confidence, TradeFlow
from sinorus.values import Quantity

_REASON = "another figure for this flow in this period was told before"


_UNTOLD = "of what this is is not said, and of what was told before it is another figure"


def consistent(flows: Sequence[TradeFlow]) -> tuple[tuple[TradeFlow, ...], tuple[Dropped, ...]]:
    """Return the flows, the later one doubtful of two that give one flow different levels for one period; and those let go.

    It may still be right: a part whose name no register knows looks like its whole. Where a sentence states one of the two in full,
    nothing is doubted, and two sources may differ. A figure that took both its goods and an end from elsewhere, where another
    figure of these is told, and is no part of that, is of something that was not understood.
    """
    told: dict[tuple[object, ...], TradeFlow] = {}
    found: list[TradeFlow] = []
    dropped: list[Dropped] = []
    for flow in flows:
        levels = [key for key in (_key(flow, flow.value), _key(flow, flow.volume)) if key is not None]
        rivals = [told[key] for key in levels if key in told]
        doubted = any(_carried(flow) and _carried(rival) and rival.reported_by == flow.reported_by for rival in rivals)
        if doubted and _names_little(flow) and not any(_part_of(flow, rival) for rival in rivals):
            dropped.append(Dropped(flow.evidence[0].start, flow.evidence[0].end, _UNTOLD))
            continue
        found.append(flow.held(Confidence.DOUBTFUL, (*flow.confidence_reasons, _REASON)) if doubted else flow)
        for key in levels:
            told.setdefault(key, flow)
    return tuple(found), tuple(dropped)


def _names_little(flow: TradeFlow) -> bool:
    """Whether the sentence of a flow names neither its goods nor both its ends."""
    return GOODS_CARRIED in flow.confidence_reasons and not ENDS_CARRIED.isdisjoint(flow.confidence_reasons)


def _part_of(flow: TradeFlow, rival: TradeFlow) -> bool:
    """Whether a flow may be a part of another: each level of it is smaller."""
    levels = ((flow.value, rival.value), (flow.volume, rival.volume))
    return all(own is None or (other is not None and other.unit == own.unit and own.amount < other.amount) for own, other in levels)


def _carried(flow: TradeFlow) -> bool:
    return flow.confidence is not Confidence.STATED


def _key(flow: TradeFlow, level: Quantity | None) -> tuple[object, ...] | None:
    """What a flow has one level of: itself, in a period, in a unit; None where it names no period or has no such level."""
    if level is None or flow.period is None:
        return None
    return flow.measure, flow.exporter, flow.importer, flow.commodity, flow.period, flow.status, flow.via, level.unit

"""A flow has one value in one period: where a text seems to give it two, a period or a party may have been carried too far."""

from collections.abc import Sequence

from sinorus.records import Confidence, TradeFlow
from sinorus.values import Quantity

_REASON = "another figure for this flow in this period was told before"


def consistent(flows: Sequence[TradeFlow]) -> tuple[TradeFlow, ...]:
    """Return the flows, the later one doubtful of two that give one flow different levels for one period.

    It may still be right: a part whose name no register knows looks like its whole. Where a sentence states one of the two in full,
    nothing is doubted, and two sources may differ.
    """
    told: dict[tuple[object, ...], TradeFlow] = {}
    found: list[TradeFlow] = []
    for flow in flows:
        levels = [key for key in (_key(flow, flow.value), _key(flow, flow.volume)) if key is not None]
        rivals = [told[key] for key in levels if key in told]
        doubted = any(_carried(flow) and _carried(rival) and rival.reported_by == flow.reported_by for rival in rivals)
        found.append(flow.held(Confidence.DOUBTFUL, (*flow.confidence_reasons, _REASON)) if doubted else flow)
        for key in levels:
            told.setdefault(key, flow)
    return tuple(found)


def _carried(flow: TradeFlow) -> bool:
    return flow.confidence is not Confidence.STATED


def _key(flow: TradeFlow, level: Quantity | None) -> tuple[object, ...] | None:
    """What a flow has one level of: itself, in a period, in a unit; None where it names no period or has no such level."""
    if level is None or flow.period is None:
        return None
    return flow.measure, flow.exporter, flow.importer, flow.commodity, flow.period, flow.status, flow.via, level.unit

"""A flow has one value in one period: where a text seems to give it two, a period or a party was carried too far."""

from collections.abc import Sequence

from sinorus.parsers.parsed import Dropped
from sinorus.records import Confidence, TradeFlow
from sinorus.values import Quantity

_REASON = "the text has another figure for this flow in this period, and parts of both claims were carried"


def consistent(flows: Sequence[TradeFlow]) -> tuple[tuple[TradeFlow, ...], tuple[Dropped, ...]]:
    """Return the flows without those that give a flow told before another value or volume for the same period.

    Where a sentence states one of the two in full, both stay, and so does what another source reports: two sources may differ.
    """
    kept: list[TradeFlow] = []
    dropped: list[Dropped] = []
    told: dict[tuple[object, ...], TradeFlow] = {}
    for flow in flows:
        levels = [key for key in (_key(flow, flow.value), _key(flow, flow.volume)) if key is not None]
        rivals = [told[key] for key in levels if key in told]
        if any(_carried(flow) and _carried(rival) and rival.reported_by == flow.reported_by for rival in rivals):
            dropped.append(Dropped(flow.evidence[0].start, flow.evidence[0].end, _REASON))
            continue
        kept.append(flow)
        for key in levels:
            told.setdefault(key, flow)
    return tuple(kept), tuple(dropped)


def _carried(flow: TradeFlow) -> bool:
    return flow.confidence is not Confidence.STATED


def _key(flow: TradeFlow, level: Quantity | None) -> tuple[object, ...] | None:
    """What a flow has one level of: itself, in a period, in a unit; None where it names no period or has no such level."""
    if level is None or flow.period is None:
        return None
    return flow.measure, flow.exporter, flow.importer, flow.commodity, flow.period, flow.status, flow.via, level.unit

"""Flows of which no time can be told: a figure without its period cannot be cited."""

from collections.abc import Sequence

from sinorus.parsers.parsed import Dropped
from sinorus.records import FlowStatus, TradeFlow

_REASON = "the text does not let one tell when this was, though it has a date"


def timed(flows: Sequence[TradeFlow], *, dated: bool) -> tuple[tuple[TradeFlow, ...], tuple[Dropped, ...]]:
    """Return the flows that can be cited, and those of a dated text that have lost their time.

    A share or a yearly norm may hold at all times, a goal may have none, and a text that has no date says as much as it can.
    """
    if not dated:
        return tuple(flows), ()
    kept = tuple(flow for flow in flows if _standing(flow))
    lost = (flow.evidence[0] for flow in flows if not _standing(flow))
    return kept, tuple(Dropped(each.start, each.end, _REASON) for each in lost)


def _standing(flow: TradeFlow) -> bool:
    if flow.period is not None or flow.status is FlowStatus.TARGET:
        return True
    return flow.share is not None or (flow.volume is not None and flow.volume.is_rate)

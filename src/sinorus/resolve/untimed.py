"""Flows of which no time can be told: a figure without its period cannot be cited."""

from collections.abc import Sequence

from sinorus.parsers.parsed import Dropped
from sinorus.records import TradeFlow

_REASON = "the text does not let one tell when this was, though it has a date"


def timed(flows: Sequence[TradeFlow], *, dated: bool) -> tuple[tuple[TradeFlow, ...], tuple[Dropped, ...]]:
    """Return the flows that can be cited, and those of a dated text that have lost their time.

    A share or a yearly norm may hold at all times, and a text that has no date says as much as it can.
    """
    kept = [flow for flow in flows if not dated or flow.period is not None or _standing(flow)]
    lost = [flow for flow in flows if flow not in kept]
    return tuple(kept), tuple(Dropped(flow.evidence[0].start, flow.evidence[0].end, _REASON) for flow in lost)


def _standing(flow: TradeFlow) -> bool:
    return flow.share is not None or (flow.volume is not None and flow.volume.is_rate)

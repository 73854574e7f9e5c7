"""Corridors over which goods pass operate: what flows say of the corridors that reports are silent about."""

from collections.abc import Iterable, Sequence

from sinorus.records import CorridorReport, CorridorStatus, FlowStatus, TradeFlow
from sinorus.values.evolve import evolve
from sinorus.world import Corridor


def mark_in_use(reports: Iterable[CorridorReport], flows: Sequence[TradeFlow]) -> tuple[CorridorReport, ...]:
    """Return the reports, those of unknown state as operating where goods passed at a known time; the flow's evidence is theirs too.

    RECORDS.md: `operating`, also where the text has goods passing.
    """
    passing: dict[str, TradeFlow] = {}
    for flow in flows:
        if isinstance(flow.via, Corridor) and flow.status is FlowStatus.REPORTED and flow.period is not None:
            passing.setdefault(flow.via.id, flow)
    return tuple(_used(report, passing) for report in reports)


def _used(report: CorridorReport, passing: dict[str, TradeFlow]) -> CorridorReport:
    if report.status is not None or report.corridor is None or report.corridor.id not in passing:
        return report
    flow = passing[report.corridor.id]
    return evolve(report.with_evidence(*flow.evidence), status=CorridorStatus.OPERATING)

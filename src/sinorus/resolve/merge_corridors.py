"""One record for each corridor of a document: what its sentences say, joined."""

from collections.abc import Sequence

from sinorus.records import Confidence, CorridorReport, CorridorStatus
from sinorus.values.evolve import evolve

_RANK = {
    CorridorStatus.SUSPENDED: 5,
    CorridorStatus.OPERATING: 4,
    CorridorStatus.UNDER_CONSTRUCTION: 3,
    CorridorStatus.PLANNED: 2,
    CorridorStatus.PROPOSED: 1,
}
"""Of two states that a text gives, the further one counts; goods passing count less than any word on the state."""
_DOUBT = {Confidence.STATED: 0, Confidence.INFERRED: 1, Confidence.DOUBTFUL: 2}


def merge_corridors(reports: Sequence[CorridorReport]) -> tuple[CorridorReport, ...]:
    """Return one report for each corridor, in the order of their first mention; evidence and statements joined.

    Corridors that the register does not know are the same where kind and places, or kind and name, agree.
    """
    groups: dict[tuple[str, ...], list[CorridorReport]] = {}
    for report in reports:
        groups.setdefault(_key(report), []).append(report)
    return tuple(_joined(group) for group in groups.values())


def _key(report: CorridorReport) -> tuple[str, ...]:
    if report.corridor is not None:
        return (report.corridor.id,)
    return ("", str(report.kind), *(sorted(report.places) or [report.name.lower()]))


def _joined(group: list[CorridorReport]) -> CorridorReport:
    first = group[0]
    state = max((report for report in group if report.status is not None), key=_weight, default=None)
    if state is not None and state.status is CorridorStatus.PLANNED and state.opened is not None:
        state = next((each for each in group if each.status is CorridorStatus.UNDER_CONSTRUCTION), state)  # when it is to be ready
    if state is not None and state.status is CorridorStatus.SUSPENDED:
        state = next((each for each in group[group.index(state) + 1 :] if _works(each)), state)  # "It was shut in May. Work has resumed"
    places = max((report.places for report in group), key=len)
    evidence = [piece for report in group for piece in report.evidence]
    return evolve(
        first.with_evidence(*evidence),
        places=places if not first.places or set(first.places) <= set(places) else first.places,
        status=state.status if state is not None else None,
        capacity=next((report.capacity for report in group if report.capacity is not None), None),
        length=next((report.length for report in group if report.length is not None), None),
        carries=tuple(dict.fromkeys(goods for report in group for goods in report.carries)),
        opened=next((report.opened for report in group if report.opened is not None), None),
        confidence=min((report.confidence for report in group), key=_DOUBT.__getitem__),
    )


def _works(report: CorridorReport) -> bool:
    return report.status is CorridorStatus.OPERATING and report.confidence is Confidence.STATED


def _weight(report: CorridorReport) -> tuple[int, int]:
    assert report.status is not None
    return -_DOUBT[report.confidence], _RANK[report.status]

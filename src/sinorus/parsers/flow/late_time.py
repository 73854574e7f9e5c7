"""The time that a sentence tells at its end, given to the claims before it."""

from sinorus.parsers.flow.state import State
from sinorus.records import TradeFlow
from sinorus.values.evolve import evolve


def date_all(state: State) -> None:
    """Give the only period that a sentence names, at its end, to the claims told before it without one."""
    named = list(dict.fromkeys(record.period for record in state.records if record.period is not None))
    if len(named) != 1 or state.records[-1].period is None:
        return
    last = state.records[-1]
    state.records = [
        evolve(record, period=named[0])
        if record.period is None and record.status is last.status and at not in state.past and not _rivals(record, last)
        else record
        for at, record in enumerate(state.records)
    ]


def date_before(state: State) -> None:
    """Give the first claims of a sentence the time that it names for the same flow behind them: "rose 75% (39% in value) in 2023"."""
    own = [at for at in range(len(state.records)) if at not in state.undated and at not in state.past]
    times = {state.records[at].period for at in own}
    if len(times) != 1 or not state.undated:
        return
    first = state.records[own[0]]
    before = [at for at in sorted(state.undated) if at < own[0] and _flow_of(state.records[at]) == _flow_of(first)]
    if any(_rivals(state.records[at], first) for at in before):
        return  # "9 Mt, 4% more than in May; since January 40 Mt"
    if own[0] not in state.meant and any(_moved_otherwise(state.records[at], first) for at in before):
        return  # "at 5 Mt, they were down 7% in May, though over five months they are up 9%"
    if before and any(_turns(state.records[at], first) for at in range(before[0] + 1, own[0])):
        return  # "it bought 8% less from Peru and sold it 9% less; in May alone its purchases rose by 3%"
    for at in before:
        if state.records[at].status is first.status:
            state.records[at] = evolve(state.records[at], period=first.period)


def _turns(between: TradeFlow, first: TradeFlow) -> bool:
    """Whether the other way is told between two claims of one flow."""
    return (between.exporter, between.importer) == (first.importer, first.exporter) and between.exporter is not None


def _moved_otherwise(level: TradeFlow, first: TradeFlow) -> bool:
    """Whether a level has another change than that told of the same flow with a time of its own."""
    one, other = level.change, first.change
    if one is None or other is None or None in {one.by, other.by} or (level.value is None and level.volume is None):
        return False
    return first.value is None and first.volume is None and (one.by, one.direction) != (other.by, other.direction)


def _flow_of(record: TradeFlow) -> tuple[object, ...]:
    return record.measure, record.exporter, record.importer, record.commodity


def _rivals(one: TradeFlow, other: TradeFlow) -> bool:
    """Whether two claims give one flow two levels: they are of different times."""
    if (one.measure, one.exporter, one.importer, one.commodity) != (other.measure, other.exporter, other.importer, other.commodity):
        return False
    pairs = ((one.value, other.value), (one.volume, other.volume), (one.share, other.share))
    return any(left is not None and right is not None and left != right for left, right in pairs)

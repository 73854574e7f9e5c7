"""Figures told in the order of the flows that the sentence before told one by one: "tin 9 kt, zinc 4. A year earlier it was 8 and 3"."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from sinorus.languages.meaning import Mark
from sinorus.parsers.context import Topic
from sinorus.parsers.flow.anchoring import anchored
from sinorus.parsers.flow.figure_part import FigureUse, What
from sinorus.parsers.flow.sorts import is_sort
from sinorus.parsers.flow.state import State
from sinorus.parsers.marks import is_cue, mark_of
from sinorus.parsers.phrase import Phrase
from sinorus.records import FlowStatus, Record, TradeFlow
from sinorus.records.evidence import Evidence
from sinorus.values import Change, Direction, Period, Quantity
from sinorus.values.evolve import evolve

_JOINS = frozenset({Mark.COMMA, Mark.AND})


def series_of(records: Sequence[Record]) -> tuple[TradeFlow, ...]:
    """Return the different flows of one time, and that the latest, that a sentence has told with one level each."""
    flows = [each for each in records if isinstance(each, TradeFlow) and each.period is not None and level_of(each) is not None]
    if len(flows) < 2:
        return ()
    last = max(each.period.last for each in flows if each.period is not None)
    told = tuple(each for each in flows if each.period is not None and each.period.last == last)
    different = {(each.measure, each.exporter, each.importer, each.commodity) for each in told}
    return told if 1 < len(told) == len(different) and len({each.period for each in told}) == 1 else ()


def lists_sorts(records: Sequence[Record], topic: Topic, flow: Topic) -> bool:
    """Whether several sorts of what is sold to all were told, so that what follows is of all: "fish made $3bn, meat $2bn. Peru took …"."""
    told = [each for each in records if isinstance(each, TradeFlow)]
    sorts = {each.commodity.id for each in told if each.commodity is not None}
    one = len({(each.measure, each.exporter, each.importer) for each in told}) == 1 < len(sorts)
    goods = topic.goods
    whole = one and topic.partner is None and evolve(flow, goods=goods, share=topic.share, dealt=topic.dealt) == topic
    return whole and goods is not None and all(is_sort(each, goods) for each in sorts)


def level_of(record: TradeFlow) -> Quantity | None:
    """Return the only level of a claim."""
    levels = [level for level in (record.value, record.volume) if level is not None]
    return levels[0] if len(levels) == 1 else None


def told_before(state: State, phrase: Phrase, uses: Sequence[FigureUse]) -> list[tuple[TradeFlow, FigureUse]] | None:
    """Return the flows of the sentence before, each with its figure of a list of as many; those that have none now are left out."""
    begun = state.records or (state.draft is not None and not state.draft.empty)
    if begun or not state.context.series or phrase.heads or phrase.parties or phrase.goods or not _is_list(phrase, uses):
        return None
    slots = _slots(state, phrase, uses)
    told = state.context.series
    if len(slots) == len(told) - 1 and _is_whole(told[0], told[1:]):
        told = told[1:]
    if len(slots) != len(told):
        return None
    return [(flow, use) for flow, use in zip(told, slots, strict=True) if use is not None]


def _is_list(phrase: Phrase, uses: Sequence[FigureUse]) -> bool:
    """Whether figures stand side by side, with only the marks of a list between them, and words for nothing at all."""
    items = phrase.chunk.items
    return all(
        all(mark_of(item) in _JOINS or is_cue(item, "flow", "nil") for item in items[left.index + 1 : right.index])
        for left, right in pairwise(uses)
    )


def _slots(state: State, phrase: Phrase, uses: Sequence[FigureUse]) -> list[FigureUse | None]:
    """Return the figures in their order, with a gap for each word that says that there was nothing: "9,000, 4,000 and nil"."""
    by_place: dict[int, FigureUse | None] = {phrase.chunk.items[use.index].start: use for use in uses}
    by_place |= {state.scanned.mentions[at].start: None for at in state.scanned.cued("flow", "nil")}
    return [use for _, use in sorted(by_place.items(), key=lambda pair: pair[0])]


def _is_whole(first: TradeFlow, rest: Sequence[TradeFlow]) -> bool:
    """Whether the flow told first is that of which the others are parts: by partner or by goods."""
    of_all = None in {first.exporter, first.importer} and all(each.exporter and each.importer for each in rest)
    parts = all(each.commodity is not None and each.commodity is not first.commodity for each in rest)
    return of_all or (first.commodity is None and parts)


def by_series(state: State, phrase: Phrase, groups: Mapping[tuple[What, bool], Sequence[FigureUse]]) -> bool:
    """Deal figures of one kind out over the flows of the sentence before; return whether that was done."""
    (what, _), uses = next(iter(groups.items()), ((What.OTHER, False), ()))
    if len(groups) != 1 or len(uses) < 2:
        return False
    if what is What.LEVEL:
        return tell_series(state, phrase, uses)
    return what is What.CHANGE and change_series(state, phrase, uses)


def tell_series(state: State, phrase: Phrase, levels: Sequence[FigureUse]) -> bool:
    """Tell the flows of the sentence before of another time."""
    told = told_before(state, phrase, levels)
    named = phrase.periods[0][1] if phrase.periods else None
    period = anchored(state, named) if named is not None else state.period
    if told is None or period is None or any(flow.period == period for flow, _ in told):
        return False
    units = [_in_unit(flow, use) for flow, use in told]
    if None in units:
        return False
    status = phrase.status.status if phrase.status is not None else state.status
    for (flow, use), quantity in zip(told, units, strict=True):
        assert quantity is not None
        value, volume = (quantity, None) if quantity.is_money else (None, quantity)
        again = evolve(flow, period=period, value=value, volume=volume, change=None, share=None, record_high=False)
        state.records.append(_with_evidence(state, phrase, evolve(again, status=_sure(state, status, period)), use))
    return True


def _sure(state: State, status: FlowStatus | None, period: Period) -> FlowStatus:
    """Return how certain a level is: one of a time ahead, told without a word of it, is expected."""
    date = state.context.date
    ahead = date is not None and period.first > date
    return status or (FlowStatus.FORECAST if ahead else FlowStatus.REPORTED)


def _in_unit(flow: TradeFlow, use: FigureUse) -> Quantity | None:
    """Return a figure in the unit of the level of its flow, where it has that or none."""
    level = level_of(flow)
    if level is None or use.quantity.unit not in {level.unit, "1"}:
        return None
    return evolve(use.quantity, unit=level.unit)


def change_series(state: State, phrase: Phrase, changes: Sequence[FigureUse]) -> bool:
    """Tell by how much the flows of the sentence before have changed: "these were 4% and 11% less than a year before"."""
    told = told_before(state, phrase, changes)
    if told is None:
        return False
    moved = [_direction(phrase, use) or state.direction for use in changes]
    if None in moved:
        return False
    basis = phrase.basis.basis if phrase.basis is not None else None
    for (flow, use), direction in zip(told, moved, strict=True):
        assert direction is not None
        change = Change(direction=direction, by=use.quantity, basis=basis)
        whole = flow.change is None or flow.change.by is None
        again = evolve(flow, change=change) if whole else evolve(flow, change=change, value=None, volume=None, share=None)
        state.records.append(_with_evidence(state, phrase, again, use))
    return True


def _direction(phrase: Phrase, use: FigureUse) -> Direction | None:
    """Return where a figure of a list has moved: as it says itself, or as the only word of movement of its chunk does."""
    ways = {movement.direction for _, movement in phrase.movements}
    return next(iter(ways)) if len(ways) == 1 else use.direction


def _with_evidence(state: State, phrase: Phrase, record: TradeFlow, use: FigureUse) -> TradeFlow:
    items = phrase.chunk.items
    return evolve(record, evidence=(Evidence.of(state.scanned.text, items[0].start, items[use.index].end),))

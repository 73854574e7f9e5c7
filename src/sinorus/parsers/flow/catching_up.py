"""Figures told before the flow that they are of: "at 9 Mt, Peru's exports were 3% lower"."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Head, Mark, Role, Side, Use
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.flow.anchoring import anchored
from sinorus.parsers.flow.claim import Frame
from sinorus.parsers.flow.figures import fill
from sinorus.parsers.flow.resumed import is_of_waiting
from sinorus.parsers.flow.state import State
from sinorus.parsers.marks import role_of
from sinorus.parsers.phrase import Phrase
from sinorus.parsers.placing import Slot
from sinorus.records import Measure
from sinorus.values.evolve import evolve

_JOINTS = frozenset({Mark.AND, Mark.COMMA, Mark.CLOSE, Mark.DASH, Mark.RELATIVE})


def catches_up(state: State, phrase: Phrase, head: tuple[int, Head]) -> bool:
    """Whether a verb is that of goods and figures named before it: "wheat worth $90m, or 40% of all, was shipped to China"."""
    at, meaning = head
    told = state.waiting[0] if state.waiting else None
    if told is None or phrase.chunk.opener not in _JOINTS:
        return False
    if begins_with_figure(told) and meaning.use is Use.NOUN and phrase.heads and len(state.waiting) == 1:
        return True
    if meaning.use is not Use.VERB:
        return False
    if phrase.chunk.opener is Mark.RELATIVE and not phrase.figures:
        return bool(told.goods)  # "of the 9 Mt of coal that Peru exported"
    if any(index > at for index in phrase.figures) or phrase.of(Slot.SUBJECT) or phrase.of(Slot.OWNER):
        return False
    return bool(told.goods) or Anaphor.WARES in told.pointers or is_of_waiting(state, phrase)


def begins_with_figure(told: Phrase) -> bool:
    """Whether a chunk is nothing but a level, with its time: "at 9 Mt in 2003, Peru's exports were 3% lower"."""
    items = told.chunk.items
    level = len(items) > 1 and bool(items[1].mask & m.Figure.bit) and role_of(items[0]) in {Role.AT, Role.WITH}
    return level and all(item.mask & (m.Relation.bit | PeriodExpr.bit) for item in items[2:])


def catch_up(state: State, phrase: Phrase) -> None:
    """Give the flow that a chunk names the figures told before it."""
    state.period = anchored(state, phrase.periods[-1][1]) if phrase.periods else state.period
    state.direction = phrase.movements[0][1].direction if phrase.movements else state.direction
    for earlier in state.waiting:
        if earlier.world and state.frame is not None:
            _fill_whole(state, earlier, state.frame)
        else:
            fill(state, earlier)
    state.waiting = []


def _fill_whole(state: State, earlier: Phrase, part: Frame) -> None:
    """Give the figures told before it to the flow to all, of which a chunk names a part: "9 Mt went abroad, 3 Mt of them to Peru"."""
    if part.ends is None or part.head.measure is not Measure.EXPORTS:
        fill(state, earlier)
        return
    exporting = part.ends.exporter in earlier.of(Slot.ORIGIN) or part.head.side is Side.EXPORTER
    ends = evolve(part.ends, importer=None) if exporting else evolve(part.ends, exporter=None)
    state.frame = evolve(part, ends=ends, world=True, start=earlier.chunk.items[0].start)
    fill(state, earlier)
    state.close()
    state.frame = part

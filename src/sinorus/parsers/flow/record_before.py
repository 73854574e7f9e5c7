"""The record with which a claim is compared: the flow of that time was a record."""

from sinorus.languages import meaning as m
from sinorus.languages.period_expr import PeriodRelation
from sinorus.parsers.flow.claim import Draft
from sinorus.parsers.flow.figure_part import RELATIVE
from sinorus.parsers.flow.state import State
from sinorus.parsers.flow.stretches import period_spoken_of
from sinorus.parsers.phrase import Phrase
from sinorus.records import FlowStatus
from sinorus.values.evolve import evolve

_NEAR = 3
"""Mentions between a record and its time, or its level, at most."""


def record_before(state: State, phrase: Phrase, at: int) -> None:
    """Tell that the flow at hand was a record at the time with which it is compared: "9% less than the record of 2022"."""
    draft, known, items = state.draft, period_spoken_of(state), phrase.chunk.items
    near = [(index, expr) for index, expr in phrase.bases if abs(index - at) <= _NEAR]
    if draft is None or known is None or not near or draft.frame.share or draft.frame.other is not None:
        return
    levels = (item.get(m.Figure) for item in items[at + 1 : at + 1 + _NEAR])
    if any(figure is not None and figure.quantity.dimension not in RELATIVE for figure in levels):
        return  # it is told with its level
    index, expr = near[0]
    period = state.context.anchor(evolve(expr, relation=PeriodRelation.PLAIN), known)
    if period is None or period.last >= known.first or draft.status not in {None, FlowStatus.REPORTED}:
        return
    end = max(items[at].end, items[index].end)
    state.finish(Draft(draft.frame, draft.start, end, record=True, period=period, named=True, earlier=True, aside=True))

"""Stretches of time that two expressions tell together, and the time of which a sentence has spoken."""

from sinorus.languages import meaning as m
from sinorus.languages.period_expr import PeriodExpr, PeriodRelation
from sinorus.parsers.flow.state import State
from sinorus.values import Period
from sinorus.values.evolve import evolve

_OPENS = frozenset({PeriodRelation.FROM, PeriodRelation.SINCE})


def closed(state: State, expr: PeriodExpr) -> Period | None:
    """Return the stretch that a time ends and the one right before it opens: "from its opening in May 2011 to last June"."""
    date, opener = state.context.date, None
    if state.scanned.mask & (m.Certainty.bit | m.Intent.bit):
        return None
    for mention in state.scanned.mentions:
        named = mention.get(PeriodExpr) if mention.mask & PeriodExpr.bit else None
        if named is expr:
            if opener is None or (opener[1].relation not in _OPENS and opener[0].end != mention.start):
                return None
            first, last = (
                state.context.anchor(evolve(each, relation=PeriodRelation.PLAIN), period_spoken_of(state)) for each in (opener[1], expr)
            )
            over = first is not None and last is not None and first.first < last.first and (date is None or last.last <= date)
            return Period(first=first.first, last=last.last) if over and first is not None and last is not None else None
        if named is not None or mention.mask & (m.Figure.bit | m.Punctuation.bit):
            opener = (mention, named) if named is not None else None
    return None


def opened_before(state: State, expr: PeriodExpr, end: Period) -> Period | None:
    """Return the stretch that a time named before opens and this one ends: "from July 2023, when the season began, until April"."""
    for mention in state.scanned.mentions:
        opens = mention.get(PeriodExpr) if mention.mask & PeriodExpr.bit else None
        if opens is expr:
            return None
        if opens is None or opens.relation not in _OPENS:
            continue
        start = state.context.anchor(evolve(opens, relation=PeriodRelation.PLAIN), period_spoken_of(state))
        if start is not None and start.first < end.last:
            return Period(first=start.first, last=end.last)
    return None


def period_spoken_of(state: State) -> Period | None:
    """Return the period to which "a year earlier" looks back."""
    if state.draft is not None and state.draft.period is not None and not state.draft.earlier:
        return state.draft.period
    return state.period or state.context.period

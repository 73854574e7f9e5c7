"""Stretches of time that two expressions tell together, and the time of which a sentence has spoken."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark, Role
from sinorus.languages.period_expr import PeriodExpr, PeriodRelation
from sinorus.parsers.flow.state import State
from sinorus.parsers.marks import mark_of, role_of
from sinorus.values import Period
from sinorus.values.evolve import evolve

_OPENS = frozenset({PeriodRelation.FROM, PeriodRelation.SINCE})
_ENDS = frozenset({Role.TO, Role.VIA})
"""What may lead to the last time of a stretch."""


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
    told = state.scanned.of(PeriodExpr)
    place = next((at for at, each in told if each is expr), 0)
    for at, opens in told:
        if at >= place:
            return None
        if not (_pairs(state, at, place) if expr.relation is PeriodRelation.PLAIN else opens.relation in _OPENS):
            continue
        start = state.context.anchor(evolve(opens, relation=PeriodRelation.PLAIN), period_spoken_of(state))
        if start is not None and start.first < end.last:
            return Period(first=start.first, last=end.last)
    return None


def _pairs(state: State, opens: int, closes: int) -> bool:
    """Whether two times belong together though a clause parts them: "between May 2019, when it opened, and July 2023"."""
    mentions = state.scanned.mentions
    if any(each.mask & m.Figure.bit for each in mentions[opens:closes]):
        return False
    before, lead = mentions[opens - 1] if opens else None, mentions[closes - 1]
    opener = mentions[opens].get(PeriodExpr)
    if before is not None and role_of(before) is Role.BETWEEN:
        return mark_of(lead) is Mark.AND
    started = (before is not None and role_of(before) is Role.FROM) or (opener is not None and opener.relation in _OPENS)
    return started and role_of(lead) in _ENDS


def period_spoken_of(state: State) -> Period | None:
    """Return the period to which "a year earlier" looks back."""
    if state.draft is not None and state.draft.period is not None and not state.draft.earlier:
        return state.draft.period
    return state.period or state.context.period

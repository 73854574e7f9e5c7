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


def opened_before(state: State, expr: PeriodExpr, end: Period) -> Period | None:
    """Return the stretch that a time named before opens and this one ends: "from July 2023, when the season began, until April"."""
    told = state.scanned.of(PeriodExpr)
    place = next((at for at, each in told if each is expr), 0)
    for at, opens in told:
        if at >= place:
            return None
        if not _opens(state, at, opens, place, expr):
            continue
        start = state.context.anchor(evolve(opens, relation=PeriodRelation.PLAIN), period_spoken_of(state))
        if start is not None and start.first < end.last:
            return Period(first=start.first, last=end.last)
    return None


def _opens(state: State, at: int, opens: PeriodExpr, place: int, closes: PeriodExpr) -> bool:
    """Whether the time at `at` begins a stretch that the one at `place` may end."""
    if closes.relation in {PeriodRelation.PLAIN, PeriodRelation.AS_OF}:
        return _pairs(state, at, place) or (closes.relation is PeriodRelation.AS_OF and opens.relation in _OPENS)
    if closes.relation is PeriodRelation.BY:
        return _runs_to(state, at, opens, place)
    return opens.relation in _OPENS


def _runs_to(state: State, at: int, opens: PeriodExpr, place: int) -> bool:
    """Whether a time that could be a deadline ends what has been: "from its opening in May 2011 to last June", 自2011年启用至今年6月."""
    mentions = state.scanned.mentions
    if state.scanned.mask & (m.Certainty.bit | m.Intent.bit):
        return False
    if any(each.mask & (m.Figure.bit | m.Punctuation.bit | PeriodExpr.bit) for each in mentions[at + 1 : place]):
        return False
    return opens.relation in _OPENS or mentions[at].end == mentions[place].start


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
    started = started or any(at < opens for at in state.scanned.cued("flow", "since"))
    last = mentions[closes].get(PeriodExpr)
    led = last is not None and last.relation is PeriodRelation.AS_OF  # the word that leads to it is a part of it
    return started and (led or role_of(lead) in _ENDS)


def period_spoken_of(state: State) -> Period | None:
    """Return the period to which "a year earlier" looks back."""
    if state.draft is not None and state.draft.period is not None and not state.draft.earlier:
        return state.draft.period
    return state.period or state.context.period

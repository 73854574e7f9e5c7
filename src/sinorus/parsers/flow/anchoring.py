"""When: the period that an expression of time means in its sentence."""

import datetime
from itertools import pairwise

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark
from sinorus.languages.period_expr import Grain, PeriodExpr, PeriodKind, PeriodRelation
from sinorus.parsers.bases import is_base
from sinorus.parsers.context import Context
from sinorus.parsers.flow.plan_told import is_planned, time_of_plan
from sinorus.parsers.flow.pointed_time import headed_by, pointed_at
from sinorus.parsers.flow.state import State
from sinorus.parsers.flow.stretches import opened_before, period_spoken_of
from sinorus.parsers.flow.summed import counted_so_far, summed_since, that_year_so_far
from sinorus.parsers.marks import role_of
from sinorus.records import FlowStatus
from sinorus.scan.sentence import Scanned
from sinorus.values import Period
from sinorus.values.evolve import evolve
from sinorus.values.unit import Dimension

_AHEAD = frozenset({FlowStatus.TARGET, FlowStatus.FORECAST})
"""Of a claim of these "in December" is the coming one."""
_LAST = 12
_PENDING = datetime.timedelta(days=45)
"""So long after its end a month may still be forecast, for its figures are not out."""
_NAMED_LAST = frozenset({PeriodKind.THAT_YEAR, PeriodKind.THAT_DAY})
_ENDS = frozenset({PeriodRelation.UNTIL, PeriodRelation.AS_OF, PeriodRelation.PLAIN})


def anchored(state: State, expr: PeriodExpr) -> Period | None:
    """Return the period of an expression; a flow is never reported for a bare day."""
    if expr.kind is not PeriodKind.YEAR_AFTER:
        return _anchored(state, expr)
    if state.later is None:  # another figure of its chunk is of the same year, not of the one after
        state.later = _anchored(state, expr)
    return state.later


def _anchored(state: State, expr: PeriodExpr) -> Period | None:
    if (plan := time_of_plan(state, expr, _status_ahead(state))) is not None:
        return plan
    if _status_ahead(state) not in _AHEAD and (headed := headed_by(state, expr)) is not None:
        return headed
    if expr.grain is Grain.DAY and expr.relation is PeriodRelation.PLAIN:
        return _since_event_to(state, expr) or _shipped_on(state, expr)
    as_of = expr.relation is PeriodRelation.AS_OF
    as_of = as_of or (expr.relation is PeriodRelation.BY and bool(state.records) and _is_reached(state, expr))
    if expr.part is not None and expr.kind is PeriodKind.PART and expr.offset is None and not as_of and (aim := _aimed_at(state)):
        return expr.part.of(aim.last.year)
    if (later := _risen_by(state, expr) or _moved_on(state, expr)) is not None:
        return later
    if expr.part is not None and expr.relation is PeriodRelation.PLAIN and (year := _year_opened(state, expr)) is not None:
        return expr.part.of(year.first.year)
    if expr.kind is PeriodKind.YEAR and expr.offset == 1 and (following := _following(state)) is not None:
        return following
    if expr.kind is PeriodKind.CURRENT and expr.part is None and state.context.span is not None and state.context.distance <= 1:
        return state.context.span  # "over the same period", behind levels of two years
    if expr.kind is PeriodKind.MONTHS and (told := _of_so_many_months(state, expr)) is not None:
        return told
    if expr.kind is PeriodKind.CUMULATED and (since := summed_since(state, expr)) is not None:
        return since
    if expr.kind is PeriodKind.TO_DATE and (counted := counted_so_far(state)) is not None:
        return counted
    if expr.kind is PeriodKind.CURRENT_YEAR and (coming := _coming_year(state, expr)) is not None:
        return coming
    if expr.kind is PeriodKind.YEAR_BEFORE and state.context.dated is not None and state.scanned.cued("flow", "then"):
        return state.context.anchor(expr, state.context.dated)  # "… set in 2019. Trade the year before, it was said then, was …"
    begun = state.draft is not None or state.period is not None or bool(state.records)
    if expr.kind is PeriodKind.THAT_YEAR and (so_far := that_year_so_far(state, expr)) is not None:
        return so_far
    if expr.kind in _NAMED_LAST or (expr.kind is PeriodKind.YEAR_AFTER and expr.offset in {None, 1} and not begun):
        return state.context.anchor(expr, _named_before(state, expr))
    if expr.relation is PeriodRelation.BY and (stretch := _ended_by(state, expr)) is not None:
        return stretch
    if expr.relation is PeriodRelation.BY and _is_reached(state, expr):
        expr = evolve(expr, relation=PeriodRelation.AS_OF)  # "by November 1.1 Mt had been exported"
    known = _year_named(state, expr) or pointed_at(state, expr) or period_spoken_of(state)
    period = state.context.anchor(expr, known)
    if period is not None and expr.relation in _ENDS and (whole := opened_before(state, expr, period)) is not None:
        if state.period is not None and whole.contains(state.period):
            state.period = whole  # what follows is of the stretch, not of its first month
        return whole
    if (
        period is not None
        and expr.relation is PeriodRelation.BY
        and period.is_month
        and period.last.month == _LAST
        and _status_ahead(state) in _AHEAD
    ):
        return Period.year(period.last.year)  # "by the end of December it should be over 9 Mt": in all the year
    if period is None or expr.explicit or expr.relation is not PeriodRelation.PLAIN:
        return period
    status, date = _status_ahead(state), state.context.date
    if status not in _AHEAD or (status is FlowStatus.FORECAST and date is not None and date - period.last < _PENDING):
        return period
    return state.context.anchor(evolve(expr, relation=PeriodRelation.BY), period_spoken_of(state))


def _ended_by(state: State, expr: PeriodExpr) -> Period | None:
    """Return the stretch that a time ends which is over, where one named right before it opens it."""
    end, date = state.context.anchor(evolve(expr, relation=PeriodRelation.PLAIN), period_spoken_of(state)), state.context.date
    if end is None or (date is not None and end.last > date):
        return None
    return opened_before(state, expr, end)


def _following(state: State) -> Period | None:
    """Return the year after a past one just told of, where nothing is expected: "in 2001 it bought 3 Mt, the next year 5"."""
    told, date = period_spoken_of(state), state.context.date
    begun = state.draft is not None or state.period is not None or bool(state.records)
    if not begun or told is None or date is None or told.last.year >= date.year or _status_ahead(state) in _AHEAD:
        return None
    return Period.year(told.last.year + 1)


def _of_so_many_months(state: State, expr: PeriodExpr) -> Period | None:
    """Return the stretch of so many months that the text is about: "from May to July … In 2019 … over the three months"."""
    known, main = period_spoken_of(state), state.context.main
    if main is None or main.month_count != expr.count or (known is not None and known.month_count == expr.count):
        return None
    return main


def _since_event_to(state: State, expr: PeriodExpr) -> Period | None:
    """Return the stretch that ends on a day and began when something did: "since the bridge was opened on 3 May, and to 9 August"."""
    end = state.context.anchor(expr, period_spoken_of(state)) if state.scanned.cued("flow", "since") else None
    return opened_before(state, expr, end) if end is not None else None


def _shipped_on(state: State, expr: PeriodExpr) -> Period | None:
    """Return the day that opens a sentence on which a batch of goods was sent: "On April 2 a plant sent 168 t of offal to China"."""
    scanned = state.scanned
    heads = [head for _, head in scanned.of(m.Head)]
    opens = any(mention.get(PeriodExpr) is expr for mention in scanned.mentions[:2])
    if not opens or expr.kind not in {PeriodKind.FIXED, PeriodKind.PART} or not heads or any(not head.weak for head in heads):
        return None
    day, date = state.context.anchor(expr, period_spoken_of(state)), state.context.date
    weights = (each.quantity for _, each in scanned.of(m.Figure))
    batch = any(each.dimension is Dimension.MASS and each.amount < _BATCH for each in weights)
    told = scanned.mask & (m.Movement.bit | m.Share.bit) or state.context.counting is not None
    return day if day is not None and date is not None and day.last <= date and batch and not told else None


_BATCH = 50_000
"""Goods sent on one day weigh less tonnes than this."""


def _year_named(state: State, expr: PeriodExpr) -> Period | None:
    """Return the year of a day named before a bare month in its sentence: "begun on 1 November 2010: 5 Mt in November"."""
    day = _named_with_year(state, expr, Grain.DAY)
    return Period.year(day.first.year) if day is not None else None


def _year_opened(state: State, expr: PeriodExpr) -> Period | None:
    """Return the year with which a sentence begins, up to a colon: "Last year went well: 5 Mt in May"."""
    opening = state.scanned.mentions[0].get(PeriodExpr)
    if expr.kind is not PeriodKind.PART or expr.offset is not None or opening is None or opening.kind is not PeriodKind.YEAR:
        return None
    for mention in state.scanned.mentions[1:]:
        mark = mention.get(m.Punctuation) if mention.mask & m.Punctuation.bit else None
        if mark is not None and mark.mark is Mark.COLON:
            return state.context.anchor(opening, state.context.period)
        if mention.mask & (PeriodExpr.bit | m.Figure.bit):
            return None
    return None


def _risen_by(state: State, expr: PeriodExpr) -> Period | None:
    """Return the month behind one named with its year: that which follows ("from $40m in May 2023 to 48.5 in June"), or the nearest."""
    month, date = _named_with_year(state, expr, Grain.MONTH), state.context.date
    if month is None or expr.part is None or expr.grain is not Grain.MONTH or expr.relation is not PeriodRelation.PLAIN:
        return None
    apart = expr.part.first_month - month.first.month
    years = int(apart <= 0) if _rises(state) or not apart else round(-apart / 12)
    later = expr.part.of(month.first.year + years)
    return later if later is not None and (date is None or later.first <= date) else None


def _moved_on(state: State, expr: PeriodExpr) -> Period | None:
    """Return the month behind that of the level from which the sentence goes on: "it hit 9 Mt in September and fell to 6 Mt in January"."""
    if expr.kind is not PeriodKind.PART or expr.offset is not None or expr.part is None or expr.grain is not Grain.MONTH:
        return None
    told = state.draft.period if state.draft is not None else state.records[-1].period if state.records else None
    date = state.context.date
    if told is None or not told.is_month or date is None or expr.relation is not PeriodRelation.PLAIN or not _moves_to(state, expr):
        return None
    here = expr.part.of(told.last.year)
    later = here if here is None or here.first > told.first else expr.part.of(told.last.year + 1)
    return later if later is not None and later.first <= date else None


def _moves_to(state: State, expr: PeriodExpr) -> bool:
    """Whether a verb tells to which level something moved by then: after the time named before, and before the figure next to this one."""
    mentions = state.scanned.mentions
    at = next((index for index, each in enumerate(mentions) if each.mask & PeriodExpr.bit and each.get(PeriodExpr) is expr), 0)
    since = next((index for index in range(at - 1, -1, -1) if mentions[index].mask & PeriodExpr.bit), at)
    end = next((index for index in range(at + 1, len(mentions)) if mentions[index].mask & (m.Figure.bit | PeriodExpr.bit)), at)
    told = mentions[since + 1 : end + 1]
    if any(role_of(each) in {m.Role.AGAINST, m.Role.FROM} for each in told):
        return False
    verbs = (
        index for index, each in enumerate(told) if each.mask & m.Movement.bit and (verb := each.get(m.Movement)) and verb.use is m.Use.VERB
    )
    return any(role_of(each) is m.Role.TO and bool(level.mask & m.Figure.bit) for at in verbs for each, level in pairwise(told[at:]))


def _rises(state: State) -> bool:
    """Whether the sentence tells from which level to which something moved."""
    mentions = state.scanned.mentions
    starts = (at for at, each in enumerate(mentions[:-1]) if role_of(each) is m.Role.FROM)
    return any(mentions[at + 1].mask & m.Figure.bit for at in starts)


def _named_with_year(state: State, expr: PeriodExpr, grain: Grain) -> Period | None:
    """Return the last period of a size that the sentence has named with its year before a bare part of one, not only counted up to."""
    if expr.kind is not PeriodKind.PART or expr.offset is not None:
        return None
    told: Period | None = None
    for _, named in state.scanned.of(PeriodExpr):
        if named is expr:
            return told
        stretch = grain is Grain.MONTH and named.relation is PeriodRelation.AS_OF
        if named.grain is grain and named.kind is PeriodKind.FIXED and named.period is not None and not stretch:
            told = named.period
    return None


def _is_reached(state: State, expr: PeriodExpr) -> bool:
    """Whether the day or month "by" which something was is a past one that the text counts up to, and no deadline."""
    if expr.kind not in {PeriodKind.PART, PeriodKind.FIXED} or is_planned(state, expr):
        return False
    past = state.context.anchor(evolve(expr, relation=PeriodRelation.AS_OF), period_spoken_of(state))
    date = state.context.date
    if expr.kind is PeriodKind.FIXED:
        return expr.grain is Grain.DAY and past is not None and (date is None or past.last <= date)
    if state.scanned.mentions[0].get(PeriodExpr) is expr:
        return True
    return past is not None and date is not None and datetime.timedelta(0) <= date - past.last <= _COUNTED


_COUNTED = datetime.timedelta(days=100)
"""So long after a day goods are still told of as counted up to it."""


def _status_ahead(state: State) -> FlowStatus | None:
    """Return the status of the claim at hand, or of the one that a sentence begins with: "in December, Russia plans to …"."""
    if state.frame is not None:
        return state.frame.status
    first = next((mention for mention in state.scanned.mentions if mention.mask & (m.Certainty.bit | m.Figure.bit)), None)
    certainty = first.get(m.Certainty) if first is not None else None
    return certainty.status if certainty is not None else None


def _aimed_at(state: State) -> Period | None:
    """Return the year of the target told just before in the sentence, of which a part is told now."""
    last = state.records[-1] if state.records else None
    told = state.draft.period if state.draft is not None else last.period if last is not None else None
    status = (state.frame.status if state.frame is not None else None) or state.status
    return told if told is not None and told.is_years and status in {FlowStatus.FORECAST, FlowStatus.TARGET} else None


def _coming_year(state: State, expr: PeriodExpr) -> Period | None:
    """Return the document's year where "the whole year" is looked forward to, and that spoken of is over."""
    status = (state.frame.status if state.frame is not None else None) or state.status
    told, date = state.context.anchor(expr, period_spoken_of(state)), state.context.date
    ahead = status in {FlowStatus.FORECAST, FlowStatus.TARGET}
    return Period.year(date.year) if ahead and date is not None and told is not None and told.last.year == date.year - 1 else None


def _named_before(state: State, expr: PeriodExpr) -> Period | None:
    """Return the time named last before an expression in its sentence, or in the sentences before."""
    last: Period | None = None
    for mention in state.scanned.mentions:
        named = mention.get(PeriodExpr) if mention.mask & PeriodExpr.bit else None
        if named is expr:
            break
        if named is not None and not named.points_back and (named.grain is Grain.DAY or expr.kind is not PeriodKind.THAT_DAY):
            last = state.context.anchor(evolve(named, relation=PeriodRelation.PLAIN), period_spoken_of(state)) or last
    return last or (state.context.day if expr.kind is PeriodKind.THAT_DAY else state.context.dated or period_spoken_of(state))


def last_named(scanned: Scanned, context: Context, *, day: bool = False) -> Period | None:
    """Return the time (or the day) that a sentence names last, of whatever it tells it, or that of the sentences before."""
    if scanned.mask & PeriodExpr.bit:
        items = list(scanned.mentions)
        for index, expr in reversed(scanned.of(PeriodExpr)):
            part = index == len(items) - 1 and expr.explicit and expr.grain is not Grain.YEAR  # "… than in May 2022. That year …"
            if expr.points_back or (is_base(items, index, expr) and not part) or (day and expr.grain is not Grain.DAY):
                continue
            if (period := context.anchor(expr, context.period)) is not None:
                return period
    return context.day if day else context.dated

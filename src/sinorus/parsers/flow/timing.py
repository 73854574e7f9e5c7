"""When: the period that each figure of a chunk has."""

from datetime import timedelta

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark
from sinorus.languages.period_expr import Grain, PeriodExpr, PeriodKind, PeriodRelation
from sinorus.parsers.bases import is_base
from sinorus.parsers.context import Context
from sinorus.parsers.flow.figure_part import RELATIVE
from sinorus.parsers.flow.state import State
from sinorus.parsers.phrase import Phrase
from sinorus.records import FlowStatus, TradeFlow
from sinorus.scan.sentence import Scanned
from sinorus.values import Basis, Period
from sinorus.values.evolve import evolve
from sinorus.values.unit import Dimension

_AHEAD = frozenset({FlowStatus.TARGET, FlowStatus.FORECAST})
"""Of a claim of these "in December" is the coming one."""
_PENDING = timedelta(days=45)
"""So long after its end a month may still be forecast, for its figures are not out."""

_UP_TO = frozenset({PeriodRelation.UNTIL, PeriodRelation.AS_OF})


def anchored(state: State, expr: PeriodExpr) -> Period | None:
    """Return the period of an expression; a flow is never reported for a bare day."""
    if expr.grain is Grain.DAY and expr.relation.value == "plain":
        return _shipped_on(state, expr)
    if expr.kind is PeriodKind.PART and expr.offset is None and expr.part is not None and (aim := _aimed_at(state)) is not None:
        return expr.part.of(aim.last.year)
    if expr.kind is PeriodKind.CURRENT_YEAR and (coming := _coming_year(state, expr)) is not None:
        return coming
    if expr.kind is PeriodKind.THAT_YEAR:
        return state.context.anchor(expr, _named_before(state, expr))
    if expr.relation is PeriodRelation.BY and _is_reached(state, expr):
        expr = evolve(expr, relation=PeriodRelation.AS_OF)  # "by November 1.1 Mt had been exported"
    period = state.context.anchor(expr, _year_named(state, expr) or period_spoken_of(state))
    if period is not None and expr.relation in _UP_TO and (whole := _opened_before(state, expr, period)) is not None:
        return whole
    if period is None or expr.explicit or expr.relation is not PeriodRelation.PLAIN:
        return period
    status, date = _status_ahead(state), state.context.date
    if status not in _AHEAD or (status is FlowStatus.FORECAST and date is not None and date - period.last < _PENDING):
        return period
    return state.context.anchor(evolve(expr, relation=PeriodRelation.BY), period_spoken_of(state))


def _shipped_on(state: State, expr: PeriodExpr) -> Period | None:
    """Return the day that opens a sentence on which a batch of goods was sent: "On April 2 a plant sent 168 t of offal to China"."""
    scanned = state.scanned
    heads = [head for mention in scanned.mentions if mention.mask & m.Head.bit and (head := mention.get(m.Head)) is not None]
    opens = any(mention.get(PeriodExpr) is expr for mention in scanned.mentions[:2])
    if not opens or expr.kind not in {PeriodKind.FIXED, PeriodKind.PART} or not heads or any(not head.weak for head in heads):
        return None
    day, date = state.context.anchor(expr, period_spoken_of(state)), state.context.date
    weights = (each.get(m.Figure) for each in scanned.mentions if each.mask & m.Figure.bit)
    batch = any(each is not None and each.quantity.dimension is Dimension.MASS and each.quantity.amount < _BATCH for each in weights)
    told = scanned.mask & (m.Movement.bit | m.Share.bit) or state.context.counting is not None
    return day if day is not None and date is not None and day.last <= date and batch and not told else None


_BATCH = 50_000
"""Goods sent on one day weigh less tonnes than this."""


def _year_named(state: State, expr: PeriodExpr) -> Period | None:
    """Return the year of a day named before a bare month in its sentence: "begun on 1 November 2010: 5 Mt in November"."""
    if expr.kind is not PeriodKind.PART or expr.offset is not None:
        return None
    told: Period | None = None
    for mention in state.scanned.mentions:
        named = mention.get(PeriodExpr) if mention.mask & PeriodExpr.bit else None
        if named is expr:
            return told
        if named is not None and named.grain is Grain.DAY and named.kind is PeriodKind.FIXED and named.period is not None:
            told = Period.year(named.period.first.year)
    return None


def _is_reached(state: State, expr: PeriodExpr) -> bool:
    """Whether the day or month "by" which something was is a past one that the text counts up to, and no deadline."""
    if state.scanned.mask & (m.Certainty.bit | m.Intent.bit) or expr.kind not in {PeriodKind.PART, PeriodKind.FIXED}:
        return False
    past = state.context.anchor(evolve(expr, relation=PeriodRelation.AS_OF), period_spoken_of(state))
    date = state.context.date
    if expr.kind is PeriodKind.FIXED:
        return expr.grain is Grain.DAY and past is not None and (date is None or past.last <= date)
    if state.scanned.mentions[0].get(PeriodExpr) is expr:
        return True
    return past is not None and date is not None and timedelta(0) <= date - past.last <= _COUNTED


_COUNTED = timedelta(days=100)
"""So long after a day goods are still told of as counted up to it."""


def _opened_before(state: State, expr: PeriodExpr, end: Period) -> Period | None:
    """Return the stretch that a time named before opens and this one ends: "from July 2023, when the season began, until April"."""
    for mention in state.scanned.mentions:
        opens = mention.get(PeriodExpr) if mention.mask & PeriodExpr.bit else None
        if opens is expr:
            return None
        if opens is None or opens.relation is not PeriodRelation.FROM:
            continue
        start = state.context.anchor(evolve(opens, relation=PeriodRelation.PLAIN), period_spoken_of(state))
        if start is not None and start.first < end.last:
            return Period(first=start.first, last=end.last)
    return None


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
        if named is not None and not named.points_back:
            last = state.context.anchor(evolve(named, relation=PeriodRelation.PLAIN), period_spoken_of(state)) or last
    return last or state.context.dated or period_spoken_of(state)


def last_named(scanned: Scanned, context: Context) -> Period | None:
    """Return the time that a sentence names last, of whatever it tells it; that of the sentences before where it names none."""
    if scanned.mask & PeriodExpr.bit:
        items = list(scanned.mentions)
        for index in range(len(items) - 1, -1, -1):
            expr = items[index].get(PeriodExpr) if items[index].mask & PeriodExpr.bit else None
            if expr is None or expr.points_back or is_base(items, index, expr):
                continue
            if (period := context.anchor(expr, context.period)) is not None:
                return period
    return context.dated


def period_spoken_of(state: State) -> Period | None:
    """Return the period to which "a year earlier" looks back."""
    if state.draft is not None and state.draft.period is not None and not state.draft.earlier:
        return state.draft.period
    return state.period or state.context.period


def end_of_period(phrase: Phrase, index: int) -> int:
    """Return where the period named after a figure ends, so that the evidence covers it."""
    following = [at for at, _ in (*phrase.periods, *phrase.bases) if at > index]
    return phrase.chunk.items[following[0]].end if following else 0


def _own(phrase: Phrase, index: int) -> PeriodExpr | None:
    """Return the period that a chunk names for one of its figures: the one right after it, or one before it, or the only one."""
    own: PeriodExpr | None = None
    for at, expr in phrase.periods:
        since = max((figure for figure in phrase.figures if figure < at), default=None)
        if (
            since is None
            or since == index
            or (own is None and not _bound(phrase, since, at) and (since < index or len(phrase.periods) == 1))
        ):
            own = expr
        if since == index:
            break
    return own


def period_of(state: State, phrase: Phrase, index: int) -> Period | None:
    """Return the period of a figure: named for it, in brackets before it, for the sentence, or inherited."""
    own = _own(phrase, index)
    if own is None and phrase.chunk.opener is Mark.RELATIVE and state.noted_period is not None and _levels(phrase, index):
        return state.noted_period
    if own is not None and own.kind is PeriodKind.VAGUE:
        return None
    period = anchored(state, own) if own is not None else None
    if own is not None and period is not None:
        state.deadline = own.relation is PeriodRelation.BY
        state.named = own.kind not in _ASIDE
        state.back = not state.named
        period = _up_to(own, period, state.period)
        if state.first and state.named and phrase.periods[0][0] <= 2 and phrase.periods[0][0] < index:
            state.opening = True
        if state.named and state.period is not None and _replaces(state, period, state.period):
            state.period = period
        return period
    if state.bracketed is not None and (phrase.chunk.opener is not Mark.CLOSE or state.draft is None):
        period, state.bracketed = state.bracketed, None
        return period
    if state.period is not None:
        state.named = True
        return state.period
    return None if state.draft is not None and state.draft.period is not None else inherited(state, _levels(phrase, index))


_ASIDE = frozenset({PeriodKind.YEAR_BEFORE, PeriodKind.MONTH_BEFORE, PeriodKind.SAME, PeriodKind.CUMULATED})
"""Of a time told like this a text goes back to the one that it spoke of."""


def _replaces(state: State, named: Period, before: Period) -> bool:
    """Whether what follows is of a time named now, not of that which opened the sentence: a part of its year, or a later one.

    "2023 began well: in January–February …"; "in the first quarter nothing came; in December …".
    """
    return named.first > before.last or (not state.records and before.is_years and before.contains(named))


def _up_to(own: PeriodExpr, period: Period, opened: Period | None) -> Period:
    """Cut a stretch that is still running where the sentence began: "as of May, this year's imports", "by the end of 2021, since 1992"."""
    if opened is None or not period.first <= opened.last < period.last:
        return period
    if own.relation is PeriodRelation.SINCE:
        return Period(first=period.first, last=opened.last)
    return opened if own.kind is PeriodKind.YEAR and opened.first == period.first else period


def day_of(state: State, phrase: Phrase) -> Period | None:
    """Return the day of a daily record, where the chunk tells of nobody who spoke on it: "set a record on December 4"."""
    if phrase.chunk.mask & m.Speech.bit:
        return None
    days = [expr for _, expr in phrase.periods if expr.grain is Grain.DAY and expr.kind is not PeriodKind.WEEKDAY]
    return state.context.anchor(days[0], period_spoken_of(state)) if days else None


def told_by_base(state: State, phrase: Phrase, known: Period | None) -> Period | None:
    """Return the period that a base of last year tells of a claim that inherits another: "6 Mt, up 14% from July 2023" is July 2024's."""
    expr, date = phrase.bases[-1][1], state.context.date
    if expr.points_back or not (expr.explicit or expr.offset == -1) or date is None or known is None:
        return None
    base = state.context.anchor(evolve(expr, relation=PeriodRelation.PLAIN), known)
    if base is None or base.is_years or base.last.year != date.year - 1 or base.month_count == known.month_count:
        return None
    own = base.shift_years(1)
    return own if own.last <= date and known.contains(own) else None


def span_of(state: State, phrase: Phrase) -> Period | None:
    """Return the stretch of years that a chunk or the sentence names, at the ends of which two levels stand: "between 2018 and 2022"."""
    named = [anchored(state, expr) for _, expr in phrase.periods] or [state.period]
    period = named[0]
    return period if period is not None and period.is_years and period.first.year < period.last.year else None


def basis_of(state: State, expr: PeriodExpr, period: Period | None) -> Basis | Period | None:
    """Return what a change is measured against: the year or month before, or the period named."""
    if expr.kind is PeriodKind.MONTH_BEFORE or (expr.kind is PeriodKind.MONTH and expr.offset == -1):
        return Basis.MOM
    if expr.kind in {PeriodKind.YEAR_BEFORE, PeriodKind.SAME} or not (expr.explicit or expr.part is not None):
        return Basis.YOY
    if expr.relation is PeriodRelation.BY:
        expr = evolve(expr, relation=PeriodRelation.PLAIN)  # what a change is measured against is over
    named = state.context.anchor(expr, period or period_spoken_of(state))
    current = period or period_spoken_of(state)
    if named is None or current is None or named == current.previous_year():
        return Basis.YOY
    if named.is_month and current.is_month and 0 < (current.first - named.last).days <= 1:
        return Basis.MOM
    return named


def _levels(phrase: Phrase, index: int) -> bool:
    """Whether there is a level at an index, no change or share."""
    figure = phrase.chunk.items[index].get(m.Figure)
    return figure is not None and figure.quantity.dimension not in RELATIVE


def inherited(state: State, level: bool) -> Period | None:
    """Return the period of the claim before; a level that is expected, of a part of this year that is over, is the year's."""
    status = (state.frame.status if state.frame is not None else None) or FlowStatus.REPORTED
    told = [record.period for at, record in enumerate(state.records) if _shares(state, record, status) and at not in state.past]
    if told:
        return next((period for period in reversed(told) if period is not None), state.context.period)
    if state.frame is not None and state.frame.paired and state.context.distance > 1:
        return None  # what is said of another pair of countries has a time of its own
    period, date = state.context.period, state.context.date
    if status is FlowStatus.FORECAST and period is not None and date is not None and period.is_years and period.last.year < date.year:
        return None  # what is expected is not of a year that is over
    if status is FlowStatus.TARGET and period is not None and date is not None and period.last < date and not told:
        return None  # nor is what is aimed at
    if status is FlowStatus.FORECAST and level and period is not None and date is not None and not period.is_years:
        return Period.year(date.year) if period.last <= date and period.last.year == date.year and not state.records else period
    return period


def _shares(state: State, told: TradeFlow, now: FlowStatus) -> bool:
    """Whether a claim takes the period of one before it: a plan and a forecast do, and what came of a plan whose time is over."""
    if FlowStatus.REPORTED not in {told.status, now} or told.status is now:
        return True
    over = told.period is not None and state.context.date is not None and told.period.last <= state.context.date
    return now is FlowStatus.REPORTED and (state.opening or over)


def _bound(phrase: Phrase, figure: int, period: int) -> bool:
    """Whether a period belongs to the earlier level right before it ("from $100bn in 2018")."""
    items = phrase.chunk.items
    at = figure - 2 if figure > 1 and items[figure - 1].mask & m.RecordHigh.bit else figure - 1
    before = items[at].get(m.Relation) if figure else None
    return before is not None and before.role in {m.Role.FROM, m.Role.AGAINST} and period - figure <= 2

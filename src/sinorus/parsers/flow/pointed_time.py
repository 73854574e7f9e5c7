"""The time that an expression looks back to: a stretch told before, the month spoken of, the year of the flow told last."""

from sinorus.languages.period_expr import Grain, PeriodExpr, PeriodKind, PeriodRelation
from sinorus.parsers.flow.state import State
from sinorus.parsers.flow.stretches import period_spoken_of
from sinorus.values import Period


def pointed_at(state: State, expr: PeriodExpr) -> Period | None:
    """Return the time from which an expression is told, where that is not the one spoken of last."""
    return _told_at_once(state, expr) or _told_before(state, expr) or _beside_month(state, expr)


def headed_by(state: State, expr: PeriodExpr) -> Period | None:
    """Return the part of the text's own year that its title names, where the text begins with that year: "2015 began with a loss of 5%"."""
    context, year = state.context, expr.period
    if not context.headlined or context.main is None or year is None or expr.kind is not PeriodKind.FIXED or not year.is_year:
        return None
    running = context.date is not None and context.date.year == year.first.year and expr.relation is PeriodRelation.PLAIN
    return context.main if running and not context.main.is_years and year.contains(context.main) and not state.records else None


def _told_at_once(state: State, expr: PeriodExpr) -> Period | None:
    """Return the stretch of so many months or years told before: "these 11 months", "over the eight years"."""
    context, spoken = state.context, period_spoken_of(state)
    if expr.kind is PeriodKind.CURRENT and (spoken is None or context.settling):
        dated = context.dated
        return dated if dated is not None and dated.first != dated.last else None  # "over this period", told of something else than a flow
    fresh = state.draft is None and state.period is None and not state.records
    if expr.kind is PeriodKind.CURRENT and fresh and _is_detail(spoken, context.main):
        return context.main  # "since January 9 Mt were sold, in May 2 Mt. Over this period exports to Peru …"
    if expr.kind is PeriodKind.CURRENT_YEAR and expr.offset == 0 and fresh:
        return context.latest  # "in the same year", of which a flow was told that the text only looked back to
    if expr.kind is not PeriodKind.MONTHS:
        return None
    if spoken is not None and spoken.month_count == expr.count:
        return spoken
    known = (context.dated if context.leads and fresh else None, context.main)
    return next((each for each in known if each is not None and each.month_count == expr.count), None)


def _is_detail(spoken: Period | None, main: Period | None) -> bool:
    """Whether a month spoken of is one of a stretch of the same year that the text is about."""
    if spoken is None or main is None or not spoken.is_month:
        return False
    return not main.is_years and main != spoken and main.contains(spoken)


def _told_before(state: State, expr: PeriodExpr) -> Period | None:
    """Return the month spoken of, where the sentence has only looked back a year: "a year before it was 9 Mt, and in August 7"."""
    draft, known = state.draft, state.context.period
    bare = expr.kind is PeriodKind.PART and expr.offset is None and expr.grain is Grain.MONTH
    if not bare or draft is None or draft.named or draft.period is None or known is None or not known.is_month:
        return None
    return known if draft.period == known.previous_year() else None


def _beside_month(state: State, expr: PeriodExpr) -> Period | None:
    """Return the month spoken of, where the sentence has looked back a month: "a month before it was 9 Mt, a year before 8 Mt"."""
    draft, known = state.draft, state.context.period
    if expr.kind is not PeriodKind.YEAR_BEFORE or draft is None or draft.named or draft.period is None or known is None:
        return None
    back = draft.period.is_month and known.is_month and 0 < (known.first - draft.period.last).days <= 1
    return known if back else None

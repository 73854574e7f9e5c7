"""When a plan was told, which is not when the goods should move: "in March the forecast for the year was raised to 9 Mt"."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Role
from sinorus.languages.period_expr import Grain, PeriodExpr, PeriodKind, PeriodRelation
from sinorus.parsers.flow.state import State
from sinorus.parsers.marks import role_of
from sinorus.parsers.phrase import Phrase
from sinorus.records import FlowStatus
from sinorus.scan.mention import Mention
from sinorus.values import Period
from sinorus.values.evolve import evolve

_SPOKEN = frozenset({PeriodKind.PART, PeriodKind.FIXED, PeriodKind.MONTH, PeriodKind.DAY, PeriodKind.WEEKDAY})
_LASTING = frozenset({PeriodRelation.PLAIN, PeriodRelation.UNTIL, PeriodRelation.AS_OF, PeriodRelation.SINCE})


def time_of_plan(state: State, expr: PeriodExpr, status: FlowStatus | None) -> Period | None:
    """Return the time that a plan or forecast is for, where an expression names the past one at which it was told.

    It is the later one that the sentence names, or that of the plan told in the sentence before.
    """
    planned = status or (state.context.aim if expr.relation is PeriodRelation.UNTIL and state.context.distance <= 1 else None)
    if planned in {None, FlowStatus.REPORTED} or expr.kind not in _SPOKEN or expr.relation not in _LASTING:
        return None
    if (state.records or state.draft is not None) and not is_planned(state, expr):
        return None  # "9 Mt are planned this year; as of May 4 Mt had come"
    told = _past(state, expr)
    if told is None or (expr.grain is Grain.YEAR and not _is_of_words(state, expr)):
        return None
    for _, other in state.scanned.of(PeriodExpr):
        if other is not expr and not other.points_back and (meant := _meant(state, other, told)) is not None:
            return meant
    aimed = state.context.aimed if state.context.distance <= 1 and not state.records else None
    return aimed if aimed is not None and aimed.is_years and expr.grain is not Grain.YEAR and aimed.last > told.last else None


def _is_of_words(state: State, expr: PeriodExpr) -> bool:
    """Whether a year stands next to a word of intention, with no mark between: "in 2018 they meant to reach it by 2024"."""
    told = False
    for mention in state.scanned.mentions:
        if mention.mask & m.Punctuation.bit:
            if told:
                return False
        elif mention.get(PeriodExpr) is expr:
            told = True
        elif told:
            return bool(mention.mask & _INTENDED)
    return False


_INTENDED = m.Certainty.bit | m.Intent.bit


def _past(state: State, expr: PeriodExpr) -> Period | None:
    """Return the time named, where it is over and no longer than the one of a plan."""
    date = state.context.date
    period = state.context.anchor(evolve(expr, relation=PeriodRelation.PLAIN), state.context.period)
    if period is None or date is None or period.last >= date or expr.grain not in {Grain.DAY, Grain.MONTH, Grain.YEAR}:
        return None
    return period


def _meant(state: State, other: PeriodExpr, told: Period) -> Period | None:
    """Return the time of another expression, where a plan told in the past can be for it."""
    period = state.context.anchor(evolve(other, relation=PeriodRelation.PLAIN), state.context.period)
    if period is None or not period.is_years or period.first.year != period.last.year or period.last <= told.last:
        return None
    return period


def is_planned(state: State, expr: PeriodExpr) -> bool:
    """Whether what is told of a time is planned or expected, by a word between the figures around it."""
    if not state.scanned.mask & (m.Certainty.bit | m.Intent.bit):
        return False
    mentions = state.scanned.mentions
    at = next((index for index, each in enumerate(mentions) if each.mask & PeriodExpr.bit and each.get(PeriodExpr) is expr), 0)
    figures = [index for index, each in enumerate(mentions) if each.mask & m.Figure.bit]
    since, end = (
        max((each for each in figures if each < at), default=-1),
        min((each for each in figures if each > at), default=len(mentions)),
    )
    if since >= 0:  # "9 Mt had come by May, while the plan for the year is 20 Mt"
        end = next((each for each in range(at + 1, end) if _parts(mentions[each])), end)
    return any(each.mask & _INTENDED for each in mentions[max(since, 0) : end])


def _parts(mention: Mention) -> bool:
    """Whether what follows is told of another figure: a mark or joint, or a word that sets it against this one."""
    return bool(mention.mask & m.Punctuation.bit) or role_of(mention) is Role.AGAINST


def is_of_setting(state: State, phrase: Phrase, own: PeriodExpr) -> bool:
    """Whether a time some years back is that at which a goal was set: "the goal of $200bn that they set five years ago"."""
    frame, back = state.frame, own.kind in {PeriodKind.YEAR_BEFORE, PeriodKind.YEAR} and own.offset is not None and own.offset < -1
    status = phrase.status.status if phrase.status is not None else frame.status if frame is not None else None
    return back and status is FlowStatus.TARGET


def is_level_of(state: State, own: PeriodExpr, period: Period) -> bool:
    """Whether a forecast names an earlier time only for its level: "in 2020 trade may reach the 2019 level of $110bn"."""
    status = state.frame.status if state.frame is not None else None
    opened = state.period is not None and own.explicit and period.last < state.period.first
    return status is FlowStatus.FORECAST and opened

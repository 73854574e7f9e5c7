"""The time that a chunk names apart from its figures, or behind a bracket, for the figures before or after it."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Mark
from sinorus.languages.period_expr import Grain, PeriodExpr, PeriodKind, PeriodRelation
from sinorus.parsers.flow.anchoring import anchored
from sinorus.parsers.flow.claim import Draft
from sinorus.parsers.flow.state import State
from sinorus.parsers.phrase import Phrase
from sinorus.records import FlowStatus
from sinorus.values import Period


def time_behind(state: State, phrase: Phrase) -> None:
    """Give the claim at hand the time told behind a bracket, before the next level: "5 Mt (61,000 b/d) in November and 6 Mt …"."""
    draft = state.draft
    if phrase.chunk.opener is not Mark.CLOSE or draft is None or draft.named or not phrase.periods or not phrase.figures:
        return
    at, expr = phrase.periods[0]
    items = phrase.chunk.items
    if at > 1 or at + 1 >= len(items) or not items[at + 1].mask & m.Punctuation.bit or at > phrase.figures[0]:
        return
    period = anchored(state, expr)
    if period is not None:
        draft.period, draft.named = period, True
        phrase.periods = phrase.periods[1:]


def _speaks_on(phrase: Phrase) -> bool:
    """Whether a chunk tells when somebody spoke: 米勒1月预计, with the verb at its end right behind the time."""
    items = phrase.chunk.items
    if len(items) < 3 or not items[-1].mask & (m.Speech.bit | m.Certainty.bit) or not items[-2].mask & PeriodExpr.bit:
        return False
    return bool(items[-3].mask & (m.Party.bit | m.Body.bit | m.Leader.bit)) and not phrase.heads and not phrase.goods


def note_period(state: State, phrase: Phrase, headed: bool) -> bool:
    """Keep the period of a chunk without figures; return whether the chunk says nothing more."""
    if not phrase.periods:
        if phrase.bases:
            state.noted_period = anchored(state, phrase.bases[-1][1])
        return False
    opener, (_, expr) = phrase.chunk.opener, phrase.periods[-1]
    if _is_aside(state, phrase, headed) or (expr.kind is PeriodKind.CURRENT_YEAR and _named_later(state, expr)):
        return False
    if expr.points_back and phrase.level is not None and state.draft is not None and state.draft.level and not headed:
        state.bracketed = anchored(state, expr)  # "…, only a third of that of the same month a year before (9 Mt)"
        return True
    if opener is Mark.RELATIVE and _aimed(state):
        _aim(state, anchored(state, expr))
    if expr.relation is PeriodRelation.SINCE and opener in {Mark.COMMA, Mark.DASH} and state.draft is not None and state.draft.level:
        return False  # "3 Mt, the least since 2017"
    if opener is Mark.RELATIVE or (opener is Mark.COMMA and _opened(state, phrase)):
        return False  # when the pipeline opened is not when the gas flowed
    if opener is Mark.COMMA and expr.kind in _THEN and len(phrase.chunk.items) == 1 and state.draft is not None and state.draft.level:
        return True  # "9 Mt, as a year before"
    period = anchored(state, expr)
    if opener is Mark.OPEN:
        return _note_bracketed(state, expr, period)
    if period is None:
        return False
    looked_back = opener is Mark.CONTRAST and _is_past(state, period)  # "it sold 6 Mt after nothing in 2022, and Peru 5 Mt"
    state.passing = expr.points_back or looked_back
    if state.draft is None or state.draft.empty or headed:
        state.period = period
        state.opening = state.frame is None and not expr.points_back
        return False
    if len(phrase.chunk.items) > 3 or opener not in {Mark.COMMA, Mark.CLOSE, Mark.DASH}:
        state.close()
        state.period = state.noted_period = period
        return True
    _date_claim(state, state.draft, expr, period)
    return False


_THEN = frozenset({PeriodKind.YEAR_BEFORE, PeriodKind.MONTH_BEFORE, PeriodKind.PRECEDING})


def _named_later(state: State, expr: PeriodExpr) -> bool:
    """Whether the year is named right behind "the whole year": "taking the full year, exports were 9 Mt in 2023"."""
    behind = False
    for mention in state.scanned.mentions:
        named = mention.get(PeriodExpr) if mention.mask & PeriodExpr.bit else None
        if behind and named is not None:
            return named.kind is PeriodKind.FIXED and named.grain is Grain.YEAR
        if behind and mention.mask & m.Figure.bit:
            return False
        behind = behind or named is expr
    return False


def _is_aside(state: State, phrase: Phrase, headed: bool) -> bool:
    """Whether the time of a chunk is that of somebody's words, or of what is only told beside."""
    if _speaks_on(phrase):
        return True
    expr = phrase.periods[-1][1]
    if phrase.chunk.opener is Mark.CONTRAST and _is_within(state, anchored(state, expr), of_year=expr.kind is PeriodKind.PART):
        return True  # "last year, though the port was closed in November, it bought 61 Mt"
    if phrase.chunk.opener is Mark.CONTRAST and phrase.chunk.mask & m.Negation.bit and not headed:
        return True  # "Chile sold 12 kt, whereas a year ago there was nothing; Peru …"
    if phrase.chunk.mask & m.Negation.bit and phrase.periods[-1][1].relation is PeriodRelation.SINCE and not headed:
        return True  # "since 1 January no logs may leave, and of planks 6 kt went to China"
    if phrase.chunk.mask & m.Speech.bit and state.period is not None:
        return True  # "last year, he said in February, exports fell"
    if phrase.chunk.mask & m.RecordHigh.bit and not phrase.record:
        return True  # "less than the record set in March": when another level was reached
    behind = bool(phrase.chunk.items[-1].mask & m.Pointer.bit)  # 2023年中俄贸易中: of the trade in 2023
    return Anaphor.OF_WHICH in phrase.pointers and not behind  # "crude, of which nothing had been bought in 2021, came to $5m"


def _note_bracketed(state: State, expr: PeriodExpr, period: Period | None) -> bool:
    """Keep a period told in brackets; return whether they say nothing more."""
    draft = state.draft
    if _says_when(state, period):
        state.period = period
        return False
    if period is not None and draft is not None and not draft.empty and draft.period is None:
        draft.period, draft.named = period, True  # "it was 38% (data for 2023)"
        return True
    state.bracketed = None if expr.points_back else period  # "(a year before it was the ninth)"
    return True


def _date_claim(state: State, draft: Draft, expr: PeriodExpr, period: Period) -> None:
    """Give the claim at hand the time told right behind it, or end it where it has one."""
    if draft.named and draft.level and expr.kind is PeriodKind.CURRENT_YEAR:
        return  # "in May exports fell 8%; for the whole year it is too early to say"
    if draft.named and draft.level and expr.relation is PeriodRelation.AS_OF and draft.period is not None and draft.period.contains(period):
        draft.period = period  # "in 2024 it has sold 3 Mt, as of 15 June"
    elif draft.period is None or (draft.period == state.context.period and not (draft.named and _is_plain(expr))):
        draft.period, draft.named = period, True
    elif draft.named and draft.period != period and _is_plain(expr):
        state.passing = draft.period is not None and period.last < draft.period.first
        state.close()  # "it was 5 Mt in 2019, in 2020, because of the weather, …"
        state.period = period


def _is_past(state: State, period: Period | None) -> bool:
    """Whether a time is before that of the claim at hand."""
    told = state.draft.period if state.draft is not None and state.draft.level else None
    return told is not None and period is not None and period.last < told.first


def _says_when(state: State, period: Period | None) -> bool:
    """Whether a bracket says more exactly when that was of which the sentence begins to tell: "this season (1 June - 16 October)"."""
    return state.frame is None and _is_within(state, period)


def _is_within(state: State, period: Period | None, *, of_year: bool = False) -> bool:
    """Whether a time is a part of that with which the sentence has opened, of which no figure has been told yet.

    A month without a year (`of_year`) is one of the year that is spoken of.
    """
    if state.draft is not None or not state.opening or state.period is None or period is None:
        return False
    return state.period != period and (state.period.contains(period) or (of_year and state.period.is_years))


def _aimed(state: State) -> bool:
    """Whether the claim at hand is a target, the period of which may still be told."""
    draft = state.draft
    return draft is not None and draft.level and (draft.status or draft.frame.status) is FlowStatus.TARGET


def _aim(state: State, period: Period | None) -> None:
    """Date a target that has no time of its own: "a goal of $200bn which they had set for 2024"."""
    draft = state.draft
    if draft is not None and period is not None and draft.period in {None, state.context.period, *(each.period for each in state.records)}:
        draft.period = period


def _is_plain(expr: PeriodExpr) -> bool:
    return expr.relation is PeriodRelation.PLAIN and not expr.points_back


def _opened(state: State, phrase: Phrase) -> bool:
    """Whether the period of a chunk is that of a route's: "the bridge, opened in 2022, carried …"."""
    if not state.scanned.mask & (m.CorridorNoun.bit | m.Route.bit):
        return False  # "a plan of $12bn set for 2025"
    end = phrase.chunk.items[-1].end
    begin = max(
        (item.end for item in state.scanned.mentions if item.mask & m.Punctuation.bit and item.end <= phrase.chunk.items[0].start),
        default=0,
    )
    return any(item.mask & m.CorridorState.bit and begin <= item.start < end for item in state.scanned.mentions)

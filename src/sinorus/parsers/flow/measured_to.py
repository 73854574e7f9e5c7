"""Times that are no deadline but what a change is measured against, as the time spoken of tells: "since 2018", "to May of last year"."""

from datetime import timedelta

from sinorus.languages.period_expr import Grain, PeriodExpr, PeriodRelation
from sinorus.parsers.bases import is_relative
from sinorus.parsers.flow.state import State
from sinorus.parsers.flow.stretches import period_spoken_of
from sinorus.parsers.flow.told_first import only_changes
from sinorus.parsers.phrase import Phrase
from sinorus.values import Period
from sinorus.values.evolve import evolve

_LIMITS = frozenset({PeriodRelation.BY, PeriodRelation.UNTIL})


def measured_to(state: State, phrase: Phrase) -> None:
    """Take a time as a base where it is a year, or a month, before that spoken of, or where the level just told is compared with it."""
    if phrase.periods or phrase.late:
        _since_then(state, phrase)
        _to_then(state, phrase)


def _since_then(state: State, phrase: Phrase) -> None:
    """Take "since 2018" for what the level just told is compared with: "it was $9bn, twice as much as since 2018"."""
    draft, date = state.draft, state.context.date
    if draft is None or not draft.level or draft.by is not None or date is None or phrase.heads or phrase.goods or not only_changes(phrase):
        return
    for at, expr in (*phrase.periods, *phrase.late):
        if (
            expr.relation is PeriodRelation.SINCE
            and expr.grain is Grain.YEAR
            and expr.period is not None
            and expr.period.first.year < date.year
        ):
            phrase.periods = [pair for pair in phrase.periods if pair[0] != at]
            phrase.bases.append((at, evolve(expr, relation=PeriodRelation.PLAIN)))


def _to_then(state: State, phrase: Phrase) -> None:
    """Take "by May" for "to May" where June, or May a year later, is spoken of and something has moved, as Russian says."""
    limits = [pair for pair in phrase.periods if pair[1].relation in _LIMITS and pair[1].grain is not Grain.DAY]
    moved = phrase.movements or (state.draft is not None and state.draft.by is not None and not phrase.share)
    if not limits or phrase.status is not None or not moved or not any(is_relative(item) for item in phrase.chunk.items):
        return
    spoken = next((period for at, expr in phrase.periods if (at, expr) not in limits and (period := _plain(state, expr)) is not None), None)
    spoken = spoken or period_spoken_of(state)
    for at, expr in limits:
        past = _plain(state, expr, spoken)
        if spoken is not None and past is not None and _is_before(past, spoken):
            phrase.periods = [pair for pair in phrase.periods if pair[0] != at]
            phrase.bases.append((at, evolve(expr, relation=PeriodRelation.PLAIN)))


def _plain(state: State, expr: PeriodExpr, spoken: Period | None = None) -> Period | None:
    return state.context.anchor(evolve(expr, relation=PeriodRelation.PLAIN), spoken or period_spoken_of(state))


def _is_before(past: Period, spoken: Period) -> bool:
    """Whether a time is the same one a year before, or the month right before."""
    next_month = past.is_month and spoken.is_month and timedelta(0) < spoken.first - past.last <= timedelta(days=1)
    return past == spoken.previous_year() or next_month

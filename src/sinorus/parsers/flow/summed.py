"""The stretch over which a sum runs: since a time named before it, or over the first months of the year that are counted."""

import datetime

from sinorus.languages.period_expr import Grain, PeriodExpr, PeriodKind, PeriodRelation
from sinorus.parsers.flow.state import State
from sinorus.parsers.flow.stretches import period_spoken_of
from sinorus.values import Period

_PENDING = datetime.timedelta(days=45)
"""So long after its end a month may still be counted, for its figures are not out."""


def summed_since(state: State, expr: PeriodExpr) -> Period | None:
    """Return the stretch since the time that the sentence names before a word for a sum: "since May 2019, when it opened, 9 Mt in all"."""
    told: Period | None = None
    if state.period is not None:
        return None  # the sentence has told the whole stretch: "from May 2019 to this June"
    for _, named in state.scanned.of(PeriodExpr):
        if named is expr:
            return told
        if named.relation is PeriodRelation.SINCE and named.explicit:
            told = state.context.anchor(named, None)
    return None


def counted_so_far(state: State) -> Period | None:
    """Return the first months of the document's year that the text speaks of: "since January" means these, as far as they are counted.

    The sentence may tell them of the year before: "since January exports are 35% below the level of January-August 2023".
    """
    spoken, date = state.context.period, state.context.date
    for _, base in state.scanned.of(PeriodExpr):
        told = base.period if base.kind is PeriodKind.FIXED else None
        if told is None or date is None or told.is_year or told.is_month:
            continue
        if told.first == datetime.date(date.year - 1, 1, 1):
            return told.shift_years(1)
    if spoken is None or date is None or spoken.first.year != date.year or spoken.last > date:
        return None
    months = spoken.first.month == 1 and spoken.first.day == 1 and not spoken.is_month and (date - spoken.last) < _PENDING
    return spoken if months else None


def that_year_so_far(state: State, expr: PeriodExpr) -> Period | None:
    """Return the part of a year that its sentence has told to count: "as of November 2021, the city's trade of that year …"."""
    for _, named in state.scanned.of(PeriodExpr):
        if named is expr:
            break
        summed = named.relation is PeriodRelation.AS_OF or (named.grain is Grain.RANGE and not named.points_back)
        if summed and (counted := state.context.anchor(named, period_spoken_of(state))) is not None:
            year = state.context.anchor(expr, counted)
            return counted if year is not None and year.contains(counted) and year.first == counted.first else None
    return None

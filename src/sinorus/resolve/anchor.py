"""Gives a time expression its year, from the document's date and the period that the text is speaking of.

The rules, in order of trust: what the words say themselves; the document's date, where the expression counts from it; the
period of the context, where it points back. A part of a year without a year ("in August") is the latest one that has begun
when the text is dated; a first half, quarter or first N months the latest one that is over. It is the context's year instead
where the context lies two years or more before the document, or where the document has no date.

>>> from datetime import date
>>> from sinorus.languages.period_expr import Part
>>> december = PeriodExpr(PeriodKind.PART, part=Part(12, 12))
>>> anchor(december, date=date(2026, 1, 14), current=None)
Period('2025-12')
"""

import datetime

from sinorus.languages.period_expr import Grain, PeriodExpr, PeriodKind, PeriodRelation
from sinorus.resolve.by_context import BY_CONTEXT
from sinorus.resolve.by_date import BY_DATE, Resolver, is_of_late, month_from
from sinorus.values import Period


def anchor(expr: PeriodExpr, *, date: datetime.date | None, current: Period | None, ahead: bool = False) -> Period | None:
    """Return the period that the expression means, or None where no year can be found.

    `date` is the document's date, `current` the period the text is speaking of: that of the claim before, not of a figure it
    was compared with. `ahead` says that the sentence speaks of the future, so that "in December" is the coming one.
    """
    try:
        period = named(expr, date=date, current=current, ahead=ahead)
        return None if period is None else _related(expr, period, date, current)
    except (ValueError, OverflowError):  # a year before 1 or after 9999, a day that the shifted month lacks
        return None


def named(expr: PeriodExpr, *, date: datetime.date | None, current: Period | None, ahead: bool = False) -> Period | None:
    """Return the period that the words name, without stretching it: June 2022 for "since June 2022".

    It dates what happened then (a bridge opened, a treaty came into force), where `anchor` tells how long goods have moved.
    """
    try:
        return _KINDS[expr.kind](expr, date, current, ahead or expr.looks_ahead)
    except (ValueError, OverflowError):  # a year before 1 or after 9999, a day that the shifted month lacks
        return None


_POINTS = frozenset({PeriodKind.TO_DATE, PeriodKind.YEAR_BEFORE, PeriodKind.CURRENT_YEAR})
"""Kinds that nothing runs on from: they say themselves up to when, or one judges "from the whole year"."""


def _related(expr: PeriodExpr, period: Period, date: datetime.date | None, current: Period | None) -> Period | None:
    """Stretch the period as far as "since" and "as of" do."""
    if expr.relation is PeriodRelation.SINCE and expr.kind not in _POINTS:
        if date is None:
            return None
        if period.first > date:  # "from 2030 on" in the languages that have one word for both
            return period
        if expr.grain is Grain.DAY:
            return Period(first=period.first, last=date)
        if expr.grain is Grain.YEAR and not expr.edge and period.last.year < date.year:
            return Period.years(period.first.year, date.year)  # "since 2019" counts years
        told = current if expr.grain is Grain.MONTH and current is not None and is_of_late(current, date) else None
        last = told.last if told is not None and told.last > period.last else month_from(date, 0).last
        return Period(first=period.first, last=last)  # "3 Mt in May, and 14 Mt since January"
    counted = expr.relation is PeriodRelation.AS_OF and (date is None or period.first <= date)
    if counted and expr.grain in {Grain.DAY, Grain.MONTH, Grain.QUARTER}:
        opened = datetime.date(period.last.year, 1, 1)
        return Period(first=opened, last=period.last) if period.last > opened else None  # "as of 1 January" counts no days of the year
    return period


def _fixed(expr: PeriodExpr, date: datetime.date | None, current: Period | None, ahead: bool) -> Period | None:
    return expr.period


def _vague(expr: PeriodExpr, date: datetime.date | None, current: Period | None, ahead: bool) -> Period | None:
    return None


_KINDS: dict[PeriodKind, Resolver] = {PeriodKind.FIXED: _fixed, PeriodKind.VAGUE: _vague, PeriodKind.SOME: _vague, **BY_DATE, **BY_CONTEXT}

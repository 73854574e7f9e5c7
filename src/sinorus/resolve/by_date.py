"""Periods counted from the day of the document: parts of its year, its months and days, what it can report on."""

import datetime
from collections.abc import Callable

from sinorus.languages.period_expr import Grain, Part, PeriodExpr, PeriodKind
from sinorus.values import Period

_SLACK = datetime.timedelta(days=7)
"""Figures for a half or quarter are never out more than days before it ends."""
_HISTORIC = 2
"""A context this many years before the document is a story of its own: its months are its own."""
_LATE = 2
"""Figures for a month come out this many months later at most."""
_CENTURY = 100

Resolver = Callable[[PeriodExpr, datetime.date | None, Period | None, bool], Period | None]
"""Takes an expression, the day of the document, the period spoken of, and whether the sentence looks ahead."""


def latest_part(part: Part, date: datetime.date, *, ahead: bool = False) -> Period | None:
    """Return the latest such part that the text of this date can report on, or the next one where it looks ahead."""
    if ahead:
        found = (part.of(date.year + years) for years in (0, 1, 2, 3, 4))
        return next((period for period in found if period is not None and period.last >= date), None)
    limit = date + _SLACK
    for years in range(9):  # a 29th of February may lie eight years back
        period = part.of(date.year - years + 1)
        if period is None:
            continue
        if part.grain in {Grain.MONTH, Grain.DAY}:
            reached = period.first <= date
        elif part.grain is Grain.RANGE and part.first_month != 1:
            reached = _last_month(period) <= date
        else:
            reached = period.last <= limit or (part.grain is Grain.RANGE and _last_month(period) <= date and date.day > 15)
        if reached:
            return period
    return None


def _last_month(period: Period) -> datetime.date:
    return period.last.replace(day=1)


def month_from(date: datetime.date, offset: int) -> Period:
    """Return the month that lies `offset` months behind that of the day."""
    months = date.year * 12 + date.month - 1 + offset
    return Period.month(months // 12, months % 12 + 1)


def part_in_year(expr: PeriodExpr, date: datetime.date | None, current: Period | None, ahead: bool) -> Period | None:
    """Give a part of a year its year: a month of the stretch spoken of, else the latest one that the text can report on."""
    part = expr.part
    if part is None:
        return None
    if expr.offset is not None:
        if date is not None and part.first_month > part.last_month:
            return part.of(_turn_of_year(part, date, expr.offset))
        year = date.year if date else current.last.year if current else None
        return None if year is None else part.of(year + expr.offset)
    here = part.of(current.last.year) if current else None
    if date is None:
        return here
    if current is not None and here is not None and not current.is_years and current != here and current.contains(here):
        return here  # "in January-April 2023 it was 9 Mt (3 Mt in April)"
    if current is not None and here is not None and current.is_month and here.contains(current) and here.last == current.last:
        return here  # "in March 2023 it was 9 Mt, in the first quarter 26 Mt"
    latest = latest_part(part, date, ahead=ahead)
    if (
        not ahead
        and expr.kind is PeriodKind.PART
        and current is not None
        and here is not None
        and latest is not None
        and _looks_back(current, here, latest)
    ):
        return here
    if current is None or here is None or here.first > date or current.last.year > date.year - _HISTORIC:
        return latest
    return here


def _turn_of_year(part: Part, date: datetime.date, offset: int) -> int:
    """Return the year in which a winter ends: the last one, seen from June, is months ago; this one, seen from November, is to come."""
    over = date.month > part.last_month
    if offset == 0 and over and date.month < part.first_month - part.last_month:
        return date.year
    return date.year + over + offset


def _looks_back(current: Period, here: Period, latest: Period) -> bool:
    """Whether a month is one before the month spoken of, and not the one that came long after it: "in June 2023 … in January"."""
    months = (latest.first.year - current.last.year) * 12 + latest.first.month - current.last.month
    return current.is_month and here.is_month and here.last < current.first and months > _SOON


_SOON = 3
"""A month no more than so many after the one spoken of is what came next."""


def _year(expr: PeriodExpr, date: datetime.date | None, current: Period | None, ahead: bool) -> Period | None:
    """Count years from the document; without its date only this year and those ahead can be told from the context."""
    offset = expr.offset or 0
    if date is not None:
        year = date.year
    elif current is not None and offset >= 0:
        year = current.last.year
    else:
        return None
    return Period.years(expr.period.first.year, year + offset) if expr.period else Period.year(year + offset)


def _month_offset(expr: PeriodExpr, date: datetime.date | None, current: Period | None, ahead: bool) -> Period | None:
    return None if date is None else month_from(date, expr.offset or 0)


def _quarter_offset(expr: PeriodExpr, date: datetime.date | None, current: Period | None, ahead: bool) -> Period | None:
    if date is None:
        return None
    quarters = date.year * 4 + (date.month - 1) // 3 + (expr.offset or 0)
    return Period.quarter(quarters // 4, quarters % 4 + 1)


def _day_offset(expr: PeriodExpr, date: datetime.date | None, current: Period | None, ahead: bool) -> Period | None:
    return None if date is None else Period.day(date + datetime.timedelta(days=expr.offset or 0))


def _weekday(expr: PeriodExpr, date: datetime.date | None, current: Period | None, ahead: bool) -> Period | None:
    """News names the weekday just past; a text of Wednesday that says Wednesday means its own day."""
    if date is None:
        return None
    behind = (date.weekday() - (expr.offset or 0)) % 7
    return Period.day(date + datetime.timedelta(days=(7 - behind) % 7) if ahead else date - datetime.timedelta(days=behind))


def _month_day(expr: PeriodExpr, date: datetime.date | None, current: Period | None, ahead: bool) -> Period | None:
    """Find the latest month with such a day that has come; the context's month where the document has no date."""
    day = expr.offset or 1
    if date is None:
        return Period.day(current.last.replace(day=day)) if current and current.is_month else None
    for months in range(3) if expr.count is None else (-expr.count,):
        month = month_from(date, -months)
        if day <= month.last.day and (expr.count is not None or month.first.replace(day=day) <= date):
            return Period.day(month.first.replace(day=day))
    return None


def _trailing(expr: PeriodExpr, date: datetime.date | None, current: Period | None, ahead: bool) -> Period | None:
    end = expr.period if expr.part is None else part_in_year(expr, date, current, ahead)
    if end is None:
        return None
    return Period(first=month_from(end.last, 1 - (expr.count or 1)).first, last=end.last)


def _to_date(expr: PeriodExpr, date: datetime.date | None, current: Period | None, ahead: bool) -> Period | None:
    """Run from January to the document's month, or the last one of which the text tells; without a date it is the text's stretch."""
    if date is None:
        from_january = current is not None and current.first.month == current.first.day == 1 and not current.is_years
        return current if from_january else None
    if expr.period is not None and expr.period.first.year != date.year:
        return expr.period if expr.period.first.year < date.year else None
    told = current if current is not None and is_of_late(current, date) else None
    return Period.months(date.year, 1, told.last.month if told is not None else date.month)


def is_of_late(current: Period, date: datetime.date) -> bool:
    """Whether a text tells of the last months before its date of which there are figures, and not of years."""
    return current.last.year == date.year and 0 < date.month - current.last.month <= _LATE and not current.is_years


def _to_month(expr: PeriodExpr, date: datetime.date | None, current: Period | None, ahead: bool) -> Period | None:
    if date is None or expr.part is None:
        return None
    last = month_from(date, expr.offset or 0)
    first = latest_part(expr.part, last.last)
    return None if first is None else Period(first=first.first, last=last.last)


def _decade(expr: PeriodExpr, date: datetime.date | None, current: Period | None, ahead: bool) -> Period | None:
    """Read "the end of the decade" as the next round year: texts of 2021 to 2029 mean 2030."""
    known = date or (current.last if current else None)
    years = expr.offset or 10
    turned = years == _CENTURY and not ahead  # "at the turn of the century" looks back
    return Period.year(known.year // years * years + (0 if turned else years)) if known else None


BY_DATE: dict[PeriodKind, Resolver] = {
    PeriodKind.PART: part_in_year,
    PeriodKind.YEAR: _year,
    PeriodKind.MONTH: _month_offset,
    PeriodKind.QUARTER: _quarter_offset,
    PeriodKind.DAY: _day_offset,
    PeriodKind.WEEKDAY: _weekday,
    PeriodKind.MONTH_DAY: _month_day,
    PeriodKind.TRAILING: _trailing,
    PeriodKind.TO_DATE: _to_date,
    PeriodKind.TO_MONTH: _to_month,
    PeriodKind.DECADE: _decade,
}

"""Periods counted from the one that the text is speaking of: the same, that before, its year, its quarter."""

import datetime

from sinorus.languages.period_expr import Part, PeriodExpr, PeriodKind
from sinorus.resolve.by_date import Resolver, latest_part, month_from, part_in_year
from sinorus.values import Period

_YEAR = 12


def _current(expr: PeriodExpr, date: datetime.date | None, current: Period | None, ahead: bool) -> Period | None:
    return current


def _current_month(expr: PeriodExpr, date: datetime.date | None, current: Period | None, ahead: bool) -> Period | None:
    """Read "in the month" after January-August as August; a year has no such month."""
    if current is None or current.is_years:
        return None
    return month_from(current.last, 0)


def _current_year(expr: PeriodExpr, date: datetime.date | None, current: Period | None, ahead: bool) -> Period | None:
    if current is None:  # a whole year is told of when it is over; "annual exports" may be those of any
        return None if expr.adjective or date is None else Period.year(date.year if ahead else date.year - 1)
    return Period.year(current.last.year)


def _that_year(expr: PeriodExpr, date: datetime.date | None, current: Period | None, ahead: bool) -> Period | None:
    return Period.year(current.last.year) if current else None


def _that_day(expr: PeriodExpr, date: datetime.date | None, current: Period | None, ahead: bool) -> Period | None:
    return current if current is not None and current.first == current.last else None


def _current_part(expr: PeriodExpr, date: datetime.date | None, current: Period | None, ahead: bool) -> Period | None:
    if current is not None and expr.part is not None:
        return expr.part.of(current.last.year)
    return part_in_year(expr, date, current, ahead)


def _current_block(expr: PeriodExpr, date: datetime.date | None, current: Period | None, ahead: bool) -> Period | None:
    """Read "in the quarter" after January-March or March as the first; one of which not even half is over gives way to that before.

    Where no time was spoken of, it is the latest one that is over when the text is dated.
    """
    count = expr.count or 3
    if current is None:
        return None if date is None else _last_block(count, date)
    if current.is_years and date is None:
        return None
    first = (current.last.month - 1) // count * count + 1
    block = Period.months(current.last.year, first, first + count - 1)
    while date is not None and current.first <= date < block.first + (block.last - block.first) / 2:
        block = Period(first=month_from(block.first, -count).first, last=month_from(block.first, -1).last)
    return block


def _last_block(count: int, date: datetime.date) -> Period | None:
    blocks = (latest_part(Part(last - count + 1, last), date) for last in range(count, 13, count))
    return max((block for block in blocks if block is not None), key=lambda block: block.last, default=None)


def _months(expr: PeriodExpr, date: datetime.date | None, current: Period | None, ahead: bool) -> Period | None:
    """Find the stretch of so many months: the context's own, that up to the context's month, else the year's first ones."""
    count = expr.count or 0
    if current is not None:
        if current.month_count == count:
            return current
        if current.last.month == count and not current.is_years:
            return Period.months(current.last.year, 1, count)
        if date is None:
            return Part(1, count).of(current.last.year)
    if count > _YEAR and count % _YEAR == 0:  # "27 years in all", up to the day of the text
        told = current is not None and current.is_years
        return Period.years(date.year - count // _YEAR, date.year) if date is not None and not told else None
    return part_in_year(PeriodExpr(PeriodKind.PART, part=Part(1, count)), date, current, ahead)


def _year_before(expr: PeriodExpr, date: datetime.date | None, current: Period | None, ahead: bool) -> Period | None:
    offset = -1 if expr.offset is None else expr.offset
    if current is not None:
        return current.shift_years(offset) if expr.part is None else expr.part.of(current.last.year + offset)
    return None if date is None else Period.year(date.year + offset)


def _year_after(expr: PeriodExpr, date: datetime.date | None, current: Period | None, ahead: bool) -> Period | None:
    """Count on from the year told of; without one there is nothing to count from. Years that lie ahead are counted from the text's own."""
    if current is None:
        return None
    offset = expr.offset or 1
    year = current.last.year + offset
    return Period.year(date.year + offset if date is not None and offset > 1 and year > date.year else year)


def _month_before(expr: PeriodExpr, date: datetime.date | None, current: Period | None, ahead: bool) -> Period | None:
    if current is not None:
        return None if current.is_years else month_from(current.last, -1)
    return None if date is None else month_from(date, -1)


def _preceding(expr: PeriodExpr, date: datetime.date | None, current: Period | None, ahead: bool) -> Period | None:
    """Go back by the length of the period spoken of; months of a year that is not over are compared with those of the year before."""
    count = current.month_count if current is not None else None
    if current is None or count is None:
        return None
    if current.first.month % count != 1 % count or (12 % count and not current.is_years):
        return current.previous_year()
    last = month_from(current.first, -1)
    return Period(first=month_from(last.last, 1 - count).first, last=last.last)


def _same(expr: PeriodExpr, date: datetime.date | None, current: Period | None, ahead: bool) -> Period | None:
    """Move the context's period to the named year; without a context the year is all there is to say."""
    if expr.period is None or current is None:
        return expr.period
    return current.shift_years(expr.period.last.year - current.last.year)


def _cumulated(expr: PeriodExpr, date: datetime.date | None, current: Period | None, ahead: bool) -> Period | None:
    """Count up to the month spoken of; figures of a longer stretch are sums already."""
    return Period.months(current.first.year, 1, current.last.month) if current is not None and current.is_month else current


BY_CONTEXT: dict[PeriodKind, Resolver] = {
    PeriodKind.CURRENT: _current,
    PeriodKind.CURRENT_MONTH: _current_month,
    PeriodKind.CURRENT_YEAR: _current_year,
    PeriodKind.THAT_YEAR: _that_year,
    PeriodKind.THAT_DAY: _that_day,
    PeriodKind.CURRENT_PART: _current_part,
    PeriodKind.CURRENT_BLOCK: _current_block,
    PeriodKind.MONTHS: _months,
    PeriodKind.YEAR_BEFORE: _year_before,
    PeriodKind.YEAR_AFTER: _year_after,
    PeriodKind.MONTH_BEFORE: _month_before,
    PeriodKind.PRECEDING: _preceding,
    PeriodKind.SAME: _same,
    PeriodKind.CUMULATED: _cumulated,
}

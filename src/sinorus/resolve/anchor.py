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
from collections.abc import Callable

from sinorus.languages.period_expr import Grain, Part, PeriodExpr, PeriodKind, PeriodRelation
from sinorus.values import Period

_SLACK = datetime.timedelta(days=7)
"""Figures for a half or quarter are never out more than days before it ends."""
_HISTORIC = 2
"""A context this many years before the document is a story of its own: its months are its own."""
_LATE = 2
"""Figures for a month come out this many months later at most."""
_CENTURY = 100
_AHEAD = frozenset({PeriodRelation.BY, PeriodRelation.UNTIL})


def anchor(expr: PeriodExpr, *, date: datetime.date | None, current: Period | None, ahead: bool = False) -> Period | None:
    """Return the period that the expression means, or None where no year can be found.

    `date` is the document's date, `current` the period the text is speaking of: that of the claim before, not of a figure it
    was compared with. `ahead` says that the sentence speaks of the future, so that "in December" is the coming one.
    """
    try:
        period = named(expr, date=date, current=current, ahead=ahead)
        return None if period is None else _related(expr, period, date)
    except (ValueError, OverflowError):  # a year before 1 or after 9999, a day that the shifted month lacks
        return None


def named(expr: PeriodExpr, *, date: datetime.date | None, current: Period | None, ahead: bool = False) -> Period | None:
    """Return the period that the words name, without stretching it: June 2022 for "since June 2022".

    It dates what happened then (a bridge opened, a treaty came into force), where `anchor` tells how long goods have moved.
    """
    try:
        return _KINDS[expr.kind](expr, date, current, ahead or expr.relation in _AHEAD)
    except (ValueError, OverflowError):  # a year before 1 or after 9999, a day that the shifted month lacks
        return None


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


def _related(expr: PeriodExpr, period: Period, date: datetime.date | None) -> Period | None:
    """Stretch the period as far as "since" and "as of" do."""
    if expr.relation is PeriodRelation.SINCE and expr.kind not in {PeriodKind.TO_DATE, PeriodKind.YEAR_BEFORE}:
        if date is None:
            return None
        if period.first > date:  # "from 2030 on" in the languages that have one word for both
            return period
        if expr.grain is Grain.DAY:
            return Period(first=period.first, last=date)
        return Period(first=period.first, last=_month(date, 0).last)
    counted = expr.relation is PeriodRelation.AS_OF and (date is None or period.first <= date)
    if counted and expr.grain in {Grain.DAY, Grain.MONTH, Grain.QUARTER}:
        opened = datetime.date(period.last.year, 1, 1)
        return Period(first=opened, last=period.last) if period.last > opened else None  # "as of 1 January" counts no days of the year
    return period


def _month(date: datetime.date, offset: int) -> Period:
    months = date.year * 12 + date.month - 1 + offset
    return Period.month(months // 12, months % 12 + 1)


def _fixed(expr: PeriodExpr, date: datetime.date | None, current: Period | None, ahead: bool) -> Period | None:
    return expr.period


def _part(expr: PeriodExpr, date: datetime.date | None, current: Period | None, ahead: bool) -> Period | None:
    part = expr.part
    if part is None:
        return None
    if expr.offset is not None:
        year = date.year if date else current.last.year if current else None
        return None if year is None else part.of(year + expr.offset)
    here = part.of(current.last.year) if current else None
    if date is None:
        return here
    if current is not None and here is not None and not current.is_years and current != here and current.contains(here):
        return here  # "in January-April 2023 it was 9 Mt (3 Mt in April)"
    latest = latest_part(part, date, ahead=ahead)
    if current is None or here is None or here.first > date or current.last.year > date.year - _HISTORIC:
        return latest
    return here


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
    return None if date is None else _month(date, expr.offset or 0)


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
        month = _month(date, -months)
        if day <= month.last.day and (expr.count is not None or month.first.replace(day=day) <= date):
            return Period.day(month.first.replace(day=day))
    return None


def _current(expr: PeriodExpr, date: datetime.date | None, current: Period | None, ahead: bool) -> Period | None:
    return current


def _current_month(expr: PeriodExpr, date: datetime.date | None, current: Period | None, ahead: bool) -> Period | None:
    """Read "in the month" after January-August as August; a year has no such month."""
    if current is None or current.is_years:
        return None
    return _month(current.last, 0)


def _current_year(expr: PeriodExpr, date: datetime.date | None, current: Period | None, ahead: bool) -> Period | None:
    if current is None:  # a whole year is told of when it is over
        return None if date is None else Period.year(date.year if ahead else date.year - 1)
    return Period.year(current.last.year)


def _that_year(expr: PeriodExpr, date: datetime.date | None, current: Period | None, ahead: bool) -> Period | None:
    return Period.year(current.last.year) if current else None


def _current_part(expr: PeriodExpr, date: datetime.date | None, current: Period | None, ahead: bool) -> Period | None:
    if current is not None and expr.part is not None:
        return expr.part.of(current.last.year)
    return _part(expr, date, current, ahead)


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
        block = Period(first=_month(block.first, -count).first, last=_month(block.first, -1).last)
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
    part = Part(1, count)
    return part.of(current.last.year) if current and date is None else _part(PeriodExpr(PeriodKind.PART, part=part), date, current, ahead)


def _year_before(expr: PeriodExpr, date: datetime.date | None, current: Period | None, ahead: bool) -> Period | None:
    offset = -1 if expr.offset is None else expr.offset
    if current is not None:
        return current.shift_years(offset)
    return None if date is None else Period.year(date.year + offset)


def _year_after(expr: PeriodExpr, date: datetime.date | None, current: Period | None, ahead: bool) -> Period | None:
    """Count on from the year told of; without one there is nothing to count from."""
    return None if current is None else Period.year(current.last.year + (expr.offset or 1))


def _month_before(expr: PeriodExpr, date: datetime.date | None, current: Period | None, ahead: bool) -> Period | None:
    if current is not None:
        return None if current.is_years else _month(current.last, -1)
    return None if date is None else _month(date, -1)


def _same(expr: PeriodExpr, date: datetime.date | None, current: Period | None, ahead: bool) -> Period | None:
    """Move the context's period to the named year; without a context the year is all there is to say."""
    if expr.period is None or current is None:
        return expr.period
    return current.shift_years(expr.period.last.year - current.last.year)


def _trailing(expr: PeriodExpr, date: datetime.date | None, current: Period | None, ahead: bool) -> Period | None:
    end = expr.period if expr.part is None else _part(expr, date, current, ahead)
    if end is None:
        return None
    return Period(first=_month(end.last, 1 - (expr.count or 1)).first, last=end.last)


def _to_date(expr: PeriodExpr, date: datetime.date | None, current: Period | None, ahead: bool) -> Period | None:
    """Run from January to the document's month, or the last one of which the text tells; without a date it is the text's stretch."""
    if date is None:
        from_january = current is not None and current.first.month == current.first.day == 1 and not current.is_years
        return current if from_january else None
    if expr.period is not None and expr.period.first.year != date.year:
        return expr.period if expr.period.first.year < date.year else None
    told = current is not None and current.last.year == date.year and 0 < date.month - current.last.month <= _LATE and not current.is_years
    return Period.months(date.year, 1, current.last.month if told and current is not None else date.month)


def _cumulated(expr: PeriodExpr, date: datetime.date | None, current: Period | None, ahead: bool) -> Period | None:
    """Count up to the month spoken of; figures of a longer stretch are sums already."""
    return Period.months(current.first.year, 1, current.last.month) if current is not None and current.is_month else current


def _to_month(expr: PeriodExpr, date: datetime.date | None, current: Period | None, ahead: bool) -> Period | None:
    if date is None or expr.part is None:
        return None
    last = _month(date, expr.offset or 0)
    first = latest_part(expr.part, last.last)
    return None if first is None else Period(first=first.first, last=last.last)


def _decade(expr: PeriodExpr, date: datetime.date | None, current: Period | None, ahead: bool) -> Period | None:
    """Read "the end of the decade" as the next round year: texts of 2021 to 2029 mean 2030."""
    known = date or (current.last if current else None)
    years = expr.offset or 10
    turned = years == _CENTURY and not ahead  # "at the turn of the century" looks back
    return Period.year(known.year // years * years + (0 if turned else years)) if known else None


def _vague(expr: PeriodExpr, date: datetime.date | None, current: Period | None, ahead: bool) -> Period | None:
    return None


_Resolver = Callable[[PeriodExpr, datetime.date | None, Period | None, bool], Period | None]
_KINDS: dict[PeriodKind, _Resolver] = {
    PeriodKind.FIXED: _fixed,
    PeriodKind.PART: _part,
    PeriodKind.YEAR: _year,
    PeriodKind.MONTH: _month_offset,
    PeriodKind.QUARTER: _quarter_offset,
    PeriodKind.DAY: _day_offset,
    PeriodKind.WEEKDAY: _weekday,
    PeriodKind.MONTH_DAY: _month_day,
    PeriodKind.CURRENT: _current,
    PeriodKind.CURRENT_MONTH: _current_month,
    PeriodKind.CURRENT_YEAR: _current_year,
    PeriodKind.THAT_YEAR: _that_year,
    PeriodKind.CURRENT_PART: _current_part,
    PeriodKind.CURRENT_BLOCK: _current_block,
    PeriodKind.MONTHS: _months,
    PeriodKind.YEAR_BEFORE: _year_before,
    PeriodKind.YEAR_AFTER: _year_after,
    PeriodKind.MONTH_BEFORE: _month_before,
    PeriodKind.SAME: _same,
    PeriodKind.TRAILING: _trailing,
    PeriodKind.TO_DATE: _to_date,
    PeriodKind.CUMULATED: _cumulated,
    PeriodKind.TO_MONTH: _to_month,
    PeriodKind.DECADE: _decade,
    PeriodKind.VAGUE: _vague,
}

"""A stretch of days, written as the contract writes it.

>>> Period.parse("2023-01/2023-06")
Period('2023-H1')
>>> str(Period.months(2023, 1, 8))
'2023-01/2023-08'
>>> Period.parse("2024-02").previous_year()
Period('2023-02')
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from attrs import frozen

from sinorus.errors import DateError, ValidationError

__all__ = ["Period"]

_ATOM = re.compile(r"(?P<year>\d{4})(?:-(?:H(?P<half>[12])|Q(?P<quarter>[1-4])|(?P<month>\d{2})(?:-(?P<day>\d{2}))?))?", re.ASCII)
_DECEMBER = 12


@frozen(kw_only=True, order=True, repr=False)
class Period:
    """Inclusive first and last day; its ISO-like text is derived from them, so that equal stretches have one text.

    Periods order by first day, then by last day. ValidationError where the last day is before the first.
    """

    first: date
    last: date

    def __attrs_post_init__(self) -> None:
        # `type is` and not isinstance: a datetime is a date too, and would print and compare otherwise
        if type(self.first) is not date or type(self.last) is not date:
            raise ValidationError(what=f"a period runs from date to date, not {self.first!r} to {self.last!r}", where="period")
        if self.last < self.first:
            raise ValidationError(what=f"the period ends on {self.last}, before it begins on {self.first}", where="period")

    @classmethod
    def parse(cls, text: str) -> "Period":
        """Read any form of the contract: 2023, 2023-H1, 2023-Q3, 2023-08, 2023-11-07, or two of these around a slash.

        DateError where the text is none of them or names a day that does not exist.

        >>> Period.parse("2019-01-01/2019-08-18").days
        230
        """
        return _parse(text)

    @classmethod
    def year(cls, year: int) -> "Period":
        """Return the calendar year."""
        return cls.years(year, year)

    @classmethod
    def years(cls, first: int, last: int) -> "Period":
        """Return the calendar years from first to last."""
        return cls(first=_day(first, 1, 1), last=_day(last, _DECEMBER, 31))

    @classmethod
    def half(cls, year: int, half: int) -> "Period":
        """Return half 1 or 2 of a year."""
        _within("half", half, 2)
        return cls.months(year, half * 6 - 5, half * 6)

    @classmethod
    def quarter(cls, year: int, quarter: int) -> "Period":
        """Return quarter 1 to 4 of a year."""
        _within("quarter", quarter, 4)
        return cls.months(year, quarter * 3 - 2, quarter * 3)

    @classmethod
    def month(cls, year: int, month: int) -> "Period":
        """Return one calendar month."""
        return cls.months(year, month, month)

    @classmethod
    def months(cls, year: int, first: int, last: int, *, last_year: int | None = None) -> "Period":
        """Return the calendar months from first to last; ``last_year`` is the year of the last, where it is another.

        >>> Period.months(2022, 11, 2, last_year=2023)
        Period('2022-11/2023-02')
        """
        _within("month", first, _DECEMBER)
        _within("month", last, _DECEMBER)
        end = year if last_year is None else last_year
        begin = _day(year, first, 1)
        return cls(first=begin, last=_day(end, last, monthrange(_day(end, last, 1).year, last)[1]))

    @classmethod
    def day(cls, day: date) -> "Period":
        """Return the period of one day."""
        return cls(first=day, last=day)

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @property
    def is_whole_months(self) -> bool:
        """Whether it begins with the first day of a month and ends with the last of one."""
        return self.first.day == 1 and self.last.day == monthrange(self.last.year, self.last.month)[1]

    @property
    def month_count(self) -> int | None:
        """How many whole calendar months it is made of; None where it is not made of whole ones.

        >>> Period.parse("2019/2023").month_count, Period.parse("2023-11-07").month_count
        (60, None)
        """
        if not self.is_whole_months:
            return None
        return (self.last.year - self.first.year) * _DECEMBER + self.last.month - self.first.month + 1

    @property
    def is_day(self) -> bool:
        """Whether it is one day."""
        return self.first == self.last

    @property
    def is_month(self) -> bool:
        """Whether it is one calendar month."""
        return self.month_count == 1

    @property
    def is_quarter(self) -> bool:
        """Whether it is a calendar quarter."""
        return self.month_count == 3 and self.first.month % 3 == 1

    @property
    def is_half(self) -> bool:
        """Whether it is a calendar half-year."""
        return self.month_count == 6 and self.first.month % 6 == 1

    @property
    def is_year(self) -> bool:
        """Whether it is one calendar year."""
        return self.is_years and self.first.year == self.last.year

    @property
    def is_years(self) -> bool:
        """Whether it is made of whole calendar years."""
        return (self.first.month, self.first.day, self.last.month, self.last.day) == (1, 1, _DECEMBER, 31)

    def contains(self, other: "Period | date") -> bool:
        """Whether the day, or every day of the period, lies in this one.

        >>> Period.year(2023).contains(Period.quarter(2023, 4)), Period.year(2023).contains(date(2024, 1, 1))
        (True, False)
        """
        if isinstance(other, Period):
            return self.first <= other.first and other.last <= self.last
        return self.first <= other <= self.last

    def overlaps(self, other: "Period") -> bool:
        """Whether the two have a day in common."""
        return self.first <= other.last and other.first <= self.last

    def hull(self, other: "Period") -> "Period":
        """Return the shortest period that contains both."""
        return Period(first=min(self.first, other.first), last=max(self.last, other.last))

    def shift_years(self, years: int) -> "Period":
        """Return the same period that many years later (earlier where negative).

        Whole months stay whole months (February keeps its last day); 29 February becomes the 28th where the year has none.
        DateError where the calendar has no such year.
        """
        if self.is_whole_months:
            first, last = self.first, self.last
            return Period.months(first.year + years, first.month, last.month, last_year=last.year + years)
        return Period(first=_shift(self.first, years), last=_shift(self.last, years))

    def previous_year(self) -> "Period":
        """Return the same period of the year before."""
        return self.shift_years(-1)

    def split_months(self) -> Iterator["Period"]:
        """Give the calendar months that it touches, each cut to this period, in order.

        >>> [str(part) for part in Period.parse("2023-01-30/2023-03").split_months()]
        ['2023-01-30/2023-01-31', '2023-02', '2023-03']
        """
        begin = self.first
        while True:
            end = date(begin.year, begin.month, monthrange(begin.year, begin.month)[1])
            if end >= self.last:
                yield Period(first=begin, last=self.last)
                return
            yield Period(first=begin, last=end)
            begin = end + timedelta(days=1)

    def __str__(self) -> str:
        """The shortest text of the contract for it."""
        return _text(self)

    def __repr__(self) -> str:
        return f"Period({str(self)!r})"


@lru_cache(maxsize=4096)
def _parse(text: str) -> Period:
    begin, slash, end = text.partition("/")
    first = _atom(begin, text)
    if not slash:
        return first
    last = _atom(end, text)
    if last.last < first.first:
        raise DateError(what=f"the period {text!r} ends before it begins", where="period")
    return Period(first=first.first, last=last.last)


def _atom(part: str, text: str) -> Period:
    found = _ATOM.fullmatch(part)
    if found is None:
        raise DateError(
            what=f"{text!r} is no period",
            where="period",
            remedy="write 2023, 2023-H1, 2023-Q3, 2023-08, 2023-11-07, or two of these with a slash between",
        )
    year = int(found["year"])
    try:
        if found["half"]:
            return Period.half(year, int(found["half"]))
        if found["quarter"]:
            return Period.quarter(year, int(found["quarter"]))
        if found["day"]:
            return Period.day(_day(year, int(found["month"]), int(found["day"])))
        if found["month"]:
            return Period.month(year, int(found["month"]))
        return Period.year(year)
    except DateError as error:
        raise DateError(what=f"{text!r} is no period: {error.what}", where="period") from None


@lru_cache(maxsize=4096)
def _text(period: Period) -> str:
    first, last = period.first, period.last
    one_year = first.year == last.year
    if period.is_years:
        return f"{first.year:04}" if one_year else f"{first.year:04}/{last.year:04}"
    if not period.is_whole_months:
        return str(first) if first == last else f"{first}/{last}"
    if period.is_half and one_year:
        return f"{first.year:04}-H{last.month // 6}"
    if period.is_quarter and one_year:
        return f"{first.year:04}-Q{last.month // 3}"
    return str(first)[:7] if period.is_month else f"{str(first)[:7]}/{str(last)[:7]}"


def _within(name: str, number: int, most: int) -> None:
    if not 1 <= number <= most:
        raise DateError(what=f"there is no {name} {number}", where="period", remedy=f"use 1 to {most}")


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise DateError(what=f"there is no day {year:04}-{month:02}-{day:02}", where="period") from None


def _shift(day: date, years: int) -> date:
    if (day.month, day.day) == (2, 29) and not _is_leap(day.year + years):
        return _day(day.year + years, 2, 28)
    return _day(day.year + years, day.month, day.day)


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)

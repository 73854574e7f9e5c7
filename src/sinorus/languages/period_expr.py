"""What a text says of time before a year is known: the typed expression that anchoring turns into a period.

>>> from sinorus.values import Period
>>> PeriodExpr(kind=PeriodKind.FIXED, period=Period.parse("2023-08")).grain
<Grain.MONTH: 'month'>
"""

import calendar
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import ClassVar

from attrs import frozen

from sinorus.languages.meaning import Meaning
from sinorus.values import Period


class PeriodKind(StrEnum):
    """How the stretch of time is named, which decides how it is anchored."""

    FIXED = "fixed"
    """The text gives the whole of it: "August 2023"; `period` holds it."""
    PART = "part"
    """A part of a year ("in August", "the second half of last year"): `part`, and `offset` years from the document's where it is said."""
    YEAR = "year"
    """This year (`offset` 0), last year (-1), two years ago (-2)."""
    MONTH = "month"
    """This month (0), last month (-1)."""
    QUARTER = "quarter"
    """This quarter (0), last quarter (-1)."""
    DAY = "day"
    """Today (0), yesterday (-1)."""
    WEEKDAY = "weekday"
    """On Tuesday: `offset` is the weekday, Monday 0."""
    MONTH_DAY = "month-day"
    """A bare day of the month ("on the 10th"): `offset` is the day; `count` the months from the document's where they are said."""
    CURRENT = "current"
    """The period the text is speaking of: "the same period", "over the period"."""
    CURRENT_MONTH = "current-month"
    """The month the text is speaking of: "in the month"."""
    CURRENT_YEAR = "current-year"
    """The year the text is speaking of: "the whole year"."""
    THAT_YEAR = "that-year"
    """The year named last, of whatever it was told: "that year"."""
    THAT_DAY = "that-day"
    """The day named last, of whatever it was told: "that day"."""
    CURRENT_BLOCK = "current-block"
    """The quarter (`count` 3) or half (6) of the year in which the text's period ends: "in the quarter"."""
    CURRENT_PART = "current-part"
    """`part` within the year the text is speaking of: "that August", "the final month"."""
    MONTHS = "months"
    """`count` months that the text is speaking of: "the eight months"."""
    YEAR_BEFORE = "year-before"
    """The period the text is speaking of, `offset` years away: "a year earlier", "the same period last year"."""
    YEAR_AFTER = "year-after"
    """The year after the one the text is speaking of, or `offset` years after it: "a year later", "the following year"."""
    MONTH_BEFORE = "month-before"
    """The month before the one the text is speaking of: "the previous month"."""
    PRECEDING = "preceding"
    """What lies right before the period the text is speaking of, and is as long: "its previous result"."""
    SAME = "same"
    """The period the text is speaking of, in the year that `period` names: "the same months in 2013"."""
    TRAILING = "trailing"
    """`count` months that end with `part` or with `period`: "the three months to August"."""
    TO_DATE = "to-date"
    """From the start of the year to the document's date: "year to date"."""
    CUMULATED = "cumulated"
    """From January to the end of the month the text is speaking of: "cumulative imports"; any longer period stays as it is."""
    TO_MONTH = "to-month"
    """From the month of `part` to the month `offset` from the document's: "from May to last month"."""
    DECADE = "decade"
    """The decade of the document's date: its last year counts as the next round one (2030)."""
    VAGUE = "vague"
    """A stretch that no one can date: "over the past five years"."""
    SOME = "some"
    """Years of which no one can say which, and which are not those spoken of: "in recent years", "in a normal year"."""


class PeriodRelation(StrEnum):
    """How the claim lies to the stretch."""

    PLAIN = "plain"
    BY = "by"
    """A deadline: by 2024, by the end of 2024."""
    AGAINST = "against"
    """What a change is measured against, where the words of comparison and the period's own preposition are one: по сравнению с маем."""
    SINCE = "since"
    """From there up to the document's date: since 2019."""
    FROM = "from"
    """From there on ("from 2025"); with a past year often the base of a comparison ("up 3% from 2021")."""
    UNTIL = "until"
    """Up to there, from now: until 2030."""
    AS_OF = "as-of"
    """Cumulated from the start of the year up to there: as of 18 August."""


class Grain(StrEnum):
    """The size of the unit that the words name."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    RANGE = "range"


@frozen
class Part:
    """A part of a year whose year is still open; a part that ends before it begins (November to February) begins the year before.

    >>> str(Part(first_month=1, last_month=8).of(2015))
    '2015-01/2015-08'
    """

    first_month: int
    last_month: int
    first_day: int | None = None
    last_day: int | None = None
    grain: Grain = Grain.RANGE

    def of(self, year: int) -> Period | None:
        """Return the part of the year in which it ends, or None where the calendar has no such day."""
        wraps = self.last_month < self.first_month
        try:
            first = date(year - wraps, self.first_month, self.first_day or 1)
            last = date(year, self.last_month, self.last_day or calendar.monthrange(year, self.last_month)[1])
        except ValueError:
            return None
        return Period(first=first, last=last) if first <= last else None


_GRAINS = {
    PeriodKind.YEAR: Grain.YEAR,
    PeriodKind.CURRENT_YEAR: Grain.YEAR,
    PeriodKind.THAT_YEAR: Grain.YEAR,
    PeriodKind.MONTH: Grain.MONTH,
    PeriodKind.CURRENT_MONTH: Grain.MONTH,
    PeriodKind.MONTH_BEFORE: Grain.MONTH,
    PeriodKind.QUARTER: Grain.QUARTER,
    PeriodKind.DAY: Grain.DAY,
    PeriodKind.WEEKDAY: Grain.DAY,
    PeriodKind.MONTH_DAY: Grain.DAY,
    PeriodKind.THAT_DAY: Grain.DAY,
}


@frozen
class PeriodExpr(Meaning):
    """A stretch of time as the text names it, typed, unresolved; `sinorus.resolve.anchor` gives it its year."""

    bit: ClassVar[int] = 1 << 32
    kind: PeriodKind
    relation: PeriodRelation = PeriodRelation.PLAIN
    period: Period | None = None
    part: Part | None = None
    offset: int | None = None
    count: int | None = None
    adjective: bool = False
    """True where it stands before a noun or owns it: "the 2025 total", "last year's figure", «сентябрьский экспорт»."""
    whole: bool = False
    """True where the words say that all of a year is meant, so that no part of it is ("than in the whole of last year"), and where what
    begins in one year and ends in the next is one: "the 2022-23 fiscal year"."""
    edge: int = 0
    """The first (1) or last (-1) part of a year where the words name it, of which a level is told: "at the start of 2022"."""

    @property
    def grain(self) -> Grain:
        """The size of the unit named: a flow is never reported for a DAY, but a signature is dated by one."""
        if self.part is not None and self.kind is not PeriodKind.TRAILING:
            return self.part.grain
        if self.period is not None and self.kind is PeriodKind.FIXED:
            return _grain(self.period)
        if self.period is not None:
            return Grain.RANGE
        return _GRAINS.get(self.kind, Grain.RANGE)

    @property
    def explicit(self) -> bool:
        """True where the words give the year themselves."""
        return self.period is not None

    @property
    def looks_ahead(self) -> bool:
        """True where something is to be reached by then, or lasts until then."""
        return self.relation in _AHEAD

    @property
    def points_back(self) -> bool:
        """True where only the period of the context can resolve it ("a year earlier", "the same period")."""
        return self.kind in _BACK


_AHEAD = frozenset({PeriodRelation.BY, PeriodRelation.UNTIL})
_BACK = frozenset(
    {
        PeriodKind.CURRENT,
        PeriodKind.CURRENT_MONTH,
        PeriodKind.CURRENT_YEAR,
        PeriodKind.THAT_YEAR,
        PeriodKind.THAT_DAY,
        PeriodKind.CURRENT_PART,
        PeriodKind.CURRENT_BLOCK,
        PeriodKind.MONTHS,
        PeriodKind.CUMULATED,
        PeriodKind.YEAR_BEFORE,
        PeriodKind.MONTH_BEFORE,
        PeriodKind.PRECEDING,
        PeriodKind.SAME,
    }
)


@lru_cache(maxsize=1024)
def _grain(period: Period) -> Grain:
    first, last = period.first, period.last
    if first == last:
        return Grain.DAY
    if first.year != last.year or first.day != 1 or last.day != calendar.monthrange(last.year, last.month)[1]:
        return Grain.RANGE
    months = last.month - first.month + 1
    if months == 12:
        return Grain.YEAR
    if months == 6 and first.month in (1, 7):
        return Grain.HALF
    if months == 3 and first.month % 3 == 1:
        return Grain.QUARTER
    return Grain.MONTH if months == 1 else Grain.RANGE

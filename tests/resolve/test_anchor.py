"""Anchoring: the year that the document's date and the context give; sentences are in tests/cases/<language>/periods.toml."""

from datetime import date

import pytest

from sinorus.languages.period_expr import Grain, Part, PeriodExpr, PeriodKind, PeriodRelation
from sinorus.resolve.anchor import anchor, named
from sinorus.resolve.by_date import latest_part
from sinorus.values import Period

AUGUST = PeriodExpr(PeriodKind.PART, part=Part(8, 8, grain=Grain.MONTH))
FIRST_HALF = Part(1, 6, grain=Grain.HALF)


def _text(expr: PeriodExpr, day: date | None = None, current: str | None = None, *, ahead: bool = False) -> str | None:
    period = anchor(expr, date=day, current=Period.parse(current) if current else None, ahead=ahead)
    return None if period is None else str(period)


class TestPartOfAYear:
    @pytest.mark.parametrize(
        ("day", "expected"),
        [(date(2023, 7, 31), "2022-08"), (date(2023, 8, 1), "2023-08"), (date(2023, 12, 31), "2023-08"), (date(2024, 1, 1), "2023-08")],
    )
    def test_a_month_is_the_latest_that_has_begun(self, day: date, expected: str) -> None:
        assert _text(AUGUST, day) == expected

    @pytest.mark.parametrize(
        ("day", "expected"),
        [(date(2023, 6, 7), "2022-H1"), (date(2023, 6, 29), "2023-H1"), (date(2023, 7, 13), "2023-H1"), (date(2024, 2, 1), "2023-H1")],
    )
    def test_a_half_is_the_latest_that_is_over(self, day: date, expected: str) -> None:
        assert str(latest_part(FIRST_HALF, day)) == expected

    def test_ahead_is_the_next_one(self) -> None:
        assert _text(AUGUST, date(2023, 11, 7), ahead=True) == "2024-08"
        assert _text(AUGUST, date(2023, 8, 7), ahead=True) == "2023-08"

    def test_a_deadline_looks_ahead_by_itself(self) -> None:
        deadline = PeriodExpr(PeriodKind.PART, PeriodRelation.BY, part=Part(3, 3, grain=Grain.MONTH))
        assert _text(deadline, date(2023, 11, 7)) == "2024-03"

    def test_a_context_of_this_or_last_year_leaves_the_date_in_charge(self) -> None:
        assert _text(AUGUST, date(2023, 6, 7), "2022") == "2022-08"
        assert _text(AUGUST, date(2023, 9, 7), "2022") == "2023-08"

    def test_a_historic_context_keeps_its_months(self) -> None:
        assert _text(AUGUST, date(2023, 9, 7), "2019") == "2019-08"

    def test_a_context_after_the_date_is_no_year_for_it(self) -> None:
        assert _text(AUGUST, date(2023, 9, 7), "2030") == "2023-08"

    def test_a_context_serves_where_there_is_no_date(self) -> None:
        assert _text(AUGUST, None, "2017-01/2017-09") == "2017-08"

    def test_nothing_known_is_none(self) -> None:
        assert _text(AUGUST) is None

    def test_a_stretch_over_new_year_ends_in_the_year(self) -> None:
        winter = PeriodExpr(PeriodKind.PART, part=Part(11, 2))
        assert _text(winter, date(2023, 3, 10)) == "2022-11/2023-02"

    def test_the_29th_of_february_is_the_last_leap_year_s(self) -> None:
        leap = PeriodExpr(PeriodKind.PART, part=Part(2, 2, 29, 29, Grain.DAY))
        assert _text(leap, date(2023, 6, 1)) == "2020-02-29"


class TestFromTheDocument:
    @pytest.mark.parametrize(
        ("kind", "offset", "expected"),
        [
            (PeriodKind.YEAR, 0, "2024"),
            (PeriodKind.YEAR, -1, "2023"),
            (PeriodKind.YEAR, 1, "2025"),
            (PeriodKind.MONTH, 0, "2024-01"),
            (PeriodKind.MONTH, -1, "2023-12"),
            (PeriodKind.QUARTER, -1, "2023-Q4"),
            (PeriodKind.DAY, -1, "2024-01-14"),
            (PeriodKind.WEEKDAY, 0, "2024-01-15"),
            (PeriodKind.WEEKDAY, 1, "2024-01-09"),
            (PeriodKind.MONTH_DAY, 10, "2024-01-10"),
            (PeriodKind.MONTH_DAY, 20, "2023-12-20"),
            (PeriodKind.TO_DATE, None, "2024-01"),
            (PeriodKind.DECADE, None, "2030"),
        ],
    )
    def test_counted(self, kind: PeriodKind, offset: int | None, expected: str) -> None:
        assert _text(PeriodExpr(kind, offset=offset), date(2024, 1, 15)) == expected

    @pytest.mark.parametrize("kind", [PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.DAY, PeriodKind.WEEKDAY, PeriodKind.TO_DATE])
    def test_nothing_counts_from_a_date_that_is_not_there(self, kind: PeriodKind) -> None:
        assert _text(PeriodExpr(kind, offset=0), None, "2023") is None

    def test_last_year_needs_the_date_and_next_year_does_not(self) -> None:
        assert _text(PeriodExpr(PeriodKind.YEAR, offset=-1), None, "2017-08") is None
        assert _text(PeriodExpr(PeriodKind.YEAR, offset=1), None, "2017-08") == "2018"

    def test_a_coming_weekday(self) -> None:
        assert _text(PeriodExpr(PeriodKind.WEEKDAY, offset=4), date(2024, 1, 15), ahead=True) == "2024-01-19"

    def test_a_year_out_of_the_calendar_is_none(self) -> None:
        assert _text(PeriodExpr(PeriodKind.YEAR, offset=-60), date(30, 1, 1)) is None


class TestSince:
    def test_a_year_runs_to_the_year_of_the_date(self) -> None:
        since = PeriodExpr(PeriodKind.FIXED, PeriodRelation.SINCE, period=Period.year(2019))
        assert _text(since, date(2023, 11, 7)) == "2019/2023"
        assert _text(since) is None

    def test_a_day_runs_to_the_day_of_the_date(self) -> None:
        since = PeriodExpr(PeriodKind.PART, PeriodRelation.SINCE, part=Part(12, 12, 1, 1, Grain.DAY))
        assert _text(since, date(2025, 1, 9)) == "2024-12-01/2025-01-09"

    def test_a_start_in_the_future_is_its_own_period(self) -> None:
        since = PeriodExpr(PeriodKind.FIXED, PeriodRelation.SINCE, period=Period.year(2025))
        assert _text(since, date(2023, 11, 7)) == "2025"

    def test_the_point_itself_is_named(self) -> None:
        since = PeriodExpr(PeriodKind.FIXED, PeriodRelation.SINCE, period=Period.month(2022, 6))
        assert named(since, date=date(2023, 11, 7), current=None) == Period.month(2022, 6)
        assert named(since, date=None, current=None) == Period.month(2022, 6)

    def test_as_of_counts_from_new_year(self) -> None:
        as_of = PeriodExpr(PeriodKind.PART, PeriodRelation.AS_OF, part=Part(8, 8, 18, 18, Grain.DAY))
        assert _text(as_of, date(2019, 8, 26)) == "2019-01-01/2019-08-18"


class TestPointingBack:
    @pytest.mark.parametrize(
        ("expr", "current", "expected"),
        [
            (PeriodExpr(PeriodKind.CURRENT), "2023-01/2023-08", "2023-01/2023-08"),
            (PeriodExpr(PeriodKind.CURRENT_MONTH), "2023-01/2023-08", "2023-08"),
            (PeriodExpr(PeriodKind.CURRENT_MONTH), "2023", None),
            (PeriodExpr(PeriodKind.CURRENT_YEAR), "2023-08", "2023"),
            (PeriodExpr(PeriodKind.CURRENT_PART, part=Part(12, 12)), "2025", "2025-12"),
            (PeriodExpr(PeriodKind.MONTHS, count=2), "2022-01/2022-02", "2022-01/2022-02"),
            (PeriodExpr(PeriodKind.MONTHS, count=8), "2017-08", "2017-01/2017-08"),
            (PeriodExpr(PeriodKind.YEAR_BEFORE, offset=-1), "2023-Q1", "2022-Q1"),
            (PeriodExpr(PeriodKind.YEAR_BEFORE, offset=-2), "2022", "2020"),
            (PeriodExpr(PeriodKind.MONTH_BEFORE), "2023-01", "2022-12"),
            (PeriodExpr(PeriodKind.MONTH_BEFORE), "2023", None),
            (PeriodExpr(PeriodKind.SAME, period=Period.year(2014)), "2015-01/2015-08", "2014-01/2014-08"),
            (PeriodExpr(PeriodKind.SAME, period=Period.year(2014)), None, "2014"),
            (PeriodExpr(PeriodKind.VAGUE), "2023", None),
        ],
    )
    def test_back(self, expr: PeriodExpr, current: str | None, expected: str | None) -> None:
        assert _text(expr, None, current) == expected

    def test_a_year_earlier_without_context_is_the_year_before_the_document(self) -> None:
        assert _text(PeriodExpr(PeriodKind.YEAR_BEFORE, offset=-1), date(2023, 11, 7)) == "2022"


class TestStretches:
    def test_months_to_a_month(self) -> None:
        trailing = PeriodExpr(PeriodKind.TRAILING, part=Part(2, 2, grain=Grain.MONTH), count=3)
        assert _text(trailing, date(2023, 3, 10)) == "2022-12/2023-02"

    def test_a_month_to_the_last_one(self) -> None:
        to_last = PeriodExpr(PeriodKind.TO_MONTH, part=Part(1, 1, grain=Grain.MONTH), offset=-1)
        assert _text(to_last, date(2022, 3, 8)) == "2022-01/2022-02"

    def test_a_year_to_this_one(self) -> None:
        assert _text(PeriodExpr(PeriodKind.YEAR, period=Period.year(2019), offset=0), date(2023, 3, 8)) == "2019/2023"

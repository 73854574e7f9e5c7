from datetime import date, datetime

import pytest

from sinorus.errors import DateError, ValidationError
from sinorus.values import Period


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("2023-H1", date(2023, 1, 1), date(2023, 6, 30)),
        ("2023-H2", date(2023, 7, 1), date(2023, 12, 31)),
        ("2023-Q3", date(2023, 7, 1), date(2023, 9, 30)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-11-07", date(2023, 11, 7), date(2023, 11, 7)),
        ("2023-01/2023-08", date(2023, 1, 1), date(2023, 8, 31)),
        ("2022-11/2023-02", date(2022, 11, 1), date(2023, 2, 28)),
        ("2019/2023", date(2019, 1, 1), date(2023, 12, 31)),
        ("2019-01-01/2019-08-18", date(2019, 1, 1), date(2019, 8, 18)),
    ],
)
def test_each_form_of_the_contract_reads_and_writes(text: str, first: date, last: date) -> None:
    period = Period.parse(text)
    assert (period.first, period.last) == (first, last)
    assert str(period) == text


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("2023-01/2023-06", "2023-H1"),
        ("2023-07/2023-09", "2023-Q3"),
        ("2023-01/2023-12", "2023"),
        ("2023-Q1/2023-Q3", "2023-01/2023-09"),
        ("2023-08-01/2023-08-31", "2023-08"),
        ("2022-01/2023-12", "2022/2023"),
        ("2022-Q4/2023-Q1", "2022-10/2023-03"),
        ("2023/2023-06", "2023-H1"),
        ("2023-04/2023-09", "2023-04/2023-09"),
        ("2022-02/2022-04", "2022-02/2022-04"),
    ],
)
def test_other_ways_to_write_a_stretch_come_out_in_its_shortest_text(text: str, canonical: str) -> None:
    assert str(Period.parse(text)) == canonical


@pytest.mark.parametrize(
    "text",
    [
        *("", "23", "2023-13", "2023-00", "2023-H3", "2023-Q5", "2023-Q0", "2023-02-30", "2023-8", "0000"),
        *("2023/", "/2023", "2024/2023", "2023-01/2022-12", "2023/2024/2025"),
        *(" 2023", "2023 ", "２０２３", "2023-08\n", "last year"),
    ],
)
def test_what_is_no_period_is_refused_by_name(text: str) -> None:
    with pytest.raises(DateError, match="period"):
        Period.parse(text)


def test_the_constructors_agree_with_the_text() -> None:
    assert Period.year(2023) == Period.parse("2023")
    assert Period.years(2019, 2023) == Period.parse("2019/2023")
    assert Period.half(2023, 2) == Period.parse("2023-H2")
    assert Period.quarter(2023, 4) == Period.parse("2023-Q4")
    assert Period.month(2023, 8) == Period.parse("2023-08")
    assert Period.months(2023, 1, 8) == Period.parse("2023-01/2023-08")
    assert Period.months(2022, 11, 2, last_year=2023) == Period.parse("2022-11/2023-02")
    assert Period.day(date(2023, 11, 7)) == Period.parse("2023-11-07")


def test_impossible_parts_are_refused() -> None:
    with pytest.raises(DateError, match="no month 13"):
        Period.month(2023, 13)
    with pytest.raises(DateError, match="no quarter 5"):
        Period.quarter(2023, 5)
    with pytest.raises(DateError, match="no day 0000-01-01"):
        Period.year(0)
    with pytest.raises(ValidationError, match="before it begins"):
        Period.months(2023, 8, 1)


def test_it_does_not_end_before_it_begins_and_takes_no_moments() -> None:
    with pytest.raises(ValidationError, match="before it begins"):
        Period(first=date(2023, 2, 1), last=date(2023, 1, 31))
    with pytest.raises(ValidationError, match="from date to date"):
        Period(first=datetime(2023, 2, 1, 12), last=date(2023, 3, 1))


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("2024-02", "2023-02"),
        ("2023-02", "2022-02"),
        ("2025-02", "2024-02"),
        ("2024-02-29", "2023-02-28"),
        ("2023-01/2023-08", "2022-01/2022-08"),
        ("2022-11/2023-02", "2021-11/2022-02"),
        ("2019-01-01/2019-08-18", "2018-01-01/2018-08-18"),
        ("2023-Q3", "2022-Q3"),
    ],
)
def test_the_same_period_of_the_year_before(text: str, before: str) -> None:
    assert str(Period.parse(text).previous_year()) == before


def test_shifting_beyond_the_calendar_is_refused() -> None:
    with pytest.raises(DateError, match="no day"):
        Period.parse("2023-11-07").shift_years(-2023)


def test_what_it_is() -> None:
    assert Period.parse("2023").is_year
    assert not Period.parse("2022/2023").is_year
    assert Period.parse("2022/2023").is_years
    assert Period.parse("2023-H2").is_half
    assert not Period.parse("2023-02/2023-07").is_half
    assert Period.parse("2023-Q2").is_quarter
    assert not Period.parse("2023-02/2023-04").is_quarter
    assert Period.parse("2024-02").is_month
    assert not Period.parse("2024-02-01/2024-02-28").is_month
    assert Period.parse("2024-02-29").is_day


def test_days_and_months_are_counted() -> None:
    assert Period.parse("2024").days == 366
    assert Period.parse("2023-01/2023-08").month_count == 8
    assert Period.parse("2022-11/2023-02").month_count == 4
    assert Period.parse("2023-01-02/2023-02-28").month_count is None


def test_containing_and_overlapping() -> None:
    year, autumn = Period.year(2023), Period.months(2023, 9, 11)
    assert year.contains(autumn)
    assert not autumn.contains(year)
    assert autumn.contains(date(2023, 11, 30))
    assert not autumn.contains(date(2023, 12, 1))
    assert autumn.overlaps(Period.month(2023, 11))
    assert not autumn.overlaps(Period.month(2023, 12))
    assert Period.month(2023, 1).hull(Period.month(2023, 8)) == Period.months(2023, 1, 8)


def test_periods_sort_by_first_then_last_day() -> None:
    texts = ["2023-02", "2023", "2022-12", "2023-01"]
    assert [str(period) for period in sorted(map(Period.parse, texts))] == ["2022-12", "2023-01", "2023", "2023-02"]

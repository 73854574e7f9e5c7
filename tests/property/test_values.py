from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from sinorus.values import CURRENCIES, Bound, Period, Quantity, Term, plain
from sinorus.values.unit import RATES, UNITS, unit

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))
PERIODS = st.tuples(DAYS, DAYS).map(lambda days: Period(first=min(days), last=max(days)))
MONTHS = st.builds(
    lambda year, first, span: Period.months(year, first, (first + span - 1) % 12 + 1, last_year=year + (first + span - 1) // 12),
    st.integers(1980, 2050),
    st.integers(1, 12),
    st.integers(0, 40),
)
ANY_PERIOD = PERIODS | MONTHS | st.integers(1900, 2100).map(Period.year) | DAYS.map(Period.day)
AMOUNTS = st.decimals(min_value=0, max_value=10**15, places=4)
CODES = st.sampled_from([*UNITS, *(f"{base}/{per}" for base in RATES for per in ("a", "mo", "d")), *sorted(CURRENCIES)[:20]])


@given(ANY_PERIOD)
def test_period_text_goes_both_ways(period: Period) -> None:
    assert Period.parse(str(period)) == period


@given(ANY_PERIOD)
def test_a_year_there_and_back_is_the_same_period_but_for_leap_days(period: Period) -> None:
    moved = period.shift_years(1).previous_year()
    leap_day = (2, 29) in {(period.first.month, period.first.day), (period.last.month, period.last.day)}
    assert moved == period or leap_day


@given(ANY_PERIOD)
def test_its_months_cover_it_without_gap(period: Period) -> None:
    parts = list(period.split_months())
    assert (parts[0].first, parts[-1].last) == (period.first, period.last)
    assert sum(part.days for part in parts) == period.days


@given(ANY_PERIOD, ANY_PERIOD)
def test_overlap_and_containment_fit(one: Period, other: Period) -> None:
    assert one.overlaps(other) == other.overlaps(one)
    assert one.hull(other).contains(one)
    assert not one.contains(other) or one.overlaps(other)


@given(AMOUNTS, CODES, CODES)
def test_conversion_there_and_back(amount: Decimal, source: str, target: str) -> None:
    quantity = Quantity(amount=amount, unit=source)
    if unit(source).converts_to(unit(target)):
        back = quantity.to(target).to(source)
        assert abs(back.amount - amount) <= abs(amount) * Decimal("1e-25")
        assert back.unit == source
    else:
        assert not quantity.is_comparable(Quantity(amount=amount, unit=target))


@given(AMOUNTS, AMOUNTS, st.sampled_from([Bound.EXACT, Bound.ABOUT, Bound.OVER, Bound.UNDER]))
def test_comparison_is_antisymmetric_and_fits_may_equal(one: Decimal, other: Decimal, bound: Bound) -> None:
    left, right = Quantity(amount=one, unit="t", bound=bound), Quantity(amount=other, unit="t")
    order = left.compare(right)
    mirrored = right.compare(left)
    assert (order is None and mirrored is None) or (order is not None and mirrored == -order)
    assert left.may_equal(right) == (order in (0, None))


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30))
def test_plain_digits_are_the_same_number(amount: Decimal) -> None:
    text = plain(amount)
    assert Decimal(text) == amount
    assert "E" not in text.upper()


@given(st.tuples(*[st.integers(0, 99)] * 4).filter(any))
def test_term_text_goes_both_ways(parts: tuple[int, int, int, int]) -> None:
    term = Term(years=parts[0], months=parts[1], weeks=parts[2], days=parts[3])
    assert Term.parse(str(term)) == term

import operator
from decimal import Decimal, localcontext

import pytest

from sinorus.errors import ValidationError
from sinorus.values import Bound, Dimension, Quantity, plain

of = Quantity.of


@pytest.mark.parametrize(
    ("amount", "unit", "target", "result"),
    [
        ("8.4", "Mt", "t", "8400000"),
        ("1500", "kg", "t", "1.5"),
        ("38", "bcm", "m3", "38000000000"),
        ("15000000000", "m3", "bcm", "15"),
        ("1", "bbl", "L", "158.987294928"),
        ("1", "m3", "L", "1000"),
        ("1.5", "GW.h", "kW.h", "1500000"),
        ("2", "MW.h", "kW.h", "2000"),
        ("1", "toe", "MW.h", "11.63"),
        ("2", "MW", "kW", "2000"),
        ("3.2", "km", "m", "3200"),
        ("1461", "t/a", "t/d", "4"),
        ("1", "bbl/d", "bbl/a", "365.25"),
        ("1", "Mt/mo", "t/a", "12000000"),
        ("12", "USD/a", "USD/mo", "1"),
        ("4", "%", "%", "4"),
    ],
)
def test_conversion_within_a_dimension(amount: str, unit: str, target: str, result: str) -> None:
    converted = of(amount, unit).to(target)
    assert converted.unit == target
    assert plain(converted.amount) == result


@pytest.mark.parametrize(
    ("unit", "target", "why"),
    [
        ("t", "bbl", "density"),
        ("m3", "t", "density"),
        ("USD", "CNY", "rate of exchange"),
        ("t", "t/a", "period"),
        ("bbl/d", "bbl", "period"),
        ("%", "pp", "percent is not points"),
        ("x", "%", "multiple is not percent"),
        ("kW", "kW.h", "power is not energy"),
    ],
)
def test_what_does_not_convert_says_why(unit: str, target: str, why: str) -> None:
    with pytest.raises(ValidationError, match=why):
        of(1, unit).to(target)


def test_conversion_keeps_bound_and_upper() -> None:
    converted = of(30, "bcm/a", bound=Bound.BETWEEN, upper=32).to("m3/a")
    assert converted == of("30000000000", "m3/a", bound=Bound.BETWEEN, upper="32000000000")


def test_a_callers_decimal_context_changes_no_figure() -> None:
    with localcontext() as context:
        context.prec = 3
        assert of("123456789", "kg").to("t").amount == Decimal("123456.789")


@pytest.mark.parametrize("unit", ["", "$", "usd", "RMB", "tons", "t/y", "%/a", "km/d", "MW/a", "t/", "/a", "t/a/d", "XXX"])
def test_unknown_units_are_refused(unit: str) -> None:
    with pytest.raises(ValidationError, match="unit"):
        of(1, unit)


@pytest.mark.parametrize("amount", ["NaN", "Infinity", "-Infinity", "1E+41", "1E-41"])
def test_an_amount_is_finite_and_of_human_size(amount: str) -> None:
    with pytest.raises(ValidationError, match="amount"):
        of(amount, "t")


def test_no_float_becomes_an_amount() -> None:
    with pytest.raises(ValidationError, match="not exact"):
        of(11.5, "t")  # type: ignore[arg-type]  # what a user without a type checker may write
    with pytest.raises(ValidationError, match="Decimal"):
        Quantity(amount=11, unit="t")  # type: ignore[arg-type]  # likewise
    with pytest.raises(ValidationError, match="no decimal amount"):
        of("eleven", "t")


def test_upper_belongs_to_between_alone() -> None:
    assert of(10, "t", bound=Bound.BETWEEN, upper=12).upper == 12
    for upper in (10, 9, None, "NaN"):
        with pytest.raises(ValidationError, match="upper"):
            of(10, "t", bound=Bound.BETWEEN, upper=upper)
    with pytest.raises(ValidationError, match="without the bound"):
        of(10, "t", upper=12)
    with pytest.raises(ValidationError, match="no"):
        Quantity(amount=Decimal(1), unit="t", bound="over")  # type: ignore[arg-type]  # a text is no Bound


@pytest.mark.parametrize(
    ("quantity", "low", "high"),
    [
        (of(100, "t"), "100", "100"),
        (of(100, "t", bound=Bound.ABOUT), "95", "105"),
        (of(-100, "t", bound=Bound.ABOUT), "-105", "-95"),
        (of(100, "t", bound=Bound.OVER), "100", "Infinity"),
        (of(100, "t", bound=Bound.UNDER), "-Infinity", "100"),
        (of(100, "t", bound=Bound.BETWEEN, upper=120), "100", "120"),
    ],
)
def test_ranges(quantity: Quantity, low: str, high: str) -> None:
    assert quantity.range == (Decimal(low), Decimal(high))


def test_may_equal_is_whether_one_figure_can_be_meant_by_both() -> None:
    assert of("1000", "kg").may_equal(of(1, "t"))
    assert of(240, "USD").may_equal(of(200, "USD", bound=Bound.OVER))
    assert of(98, "t").may_equal(of(100, "t", bound=Bound.ABOUT))
    assert not of(94, "t").may_equal(of(100, "t", bound=Bound.ABOUT))
    assert of(10, "t", bound=Bound.BETWEEN, upper=12).may_equal(of(12, "t", bound=Bound.BETWEEN, upper=14))
    assert not of(1, "t").may_equal(of(1, "bbl"))
    assert not of(1, "USD").may_equal(of(1, "CNY"))


def test_order_is_of_what_is_meant_across_units() -> None:
    assert of(3, "t") < of(5000, "kg")
    assert of(3, "t") <= of(3000, "kg")
    assert of(3, "t") >= of(3000, "kg")
    assert not of(3, "t") < of(3000, "kg")
    assert of(5, "t", bound=Bound.OVER) > of(3, "t")
    assert of(5, "t", bound=Bound.OVER) >= of(5, "t")
    assert of(5, "t", bound=Bound.UNDER) <= of(5, "t", bound=Bound.OVER)
    assert of(3, "t").surely_less_than(of(4, "t"))
    assert of(4, "t").surely_more_than(of(3, "t"))
    assert not of(4, "t").surely_more_than(of(4, "t"))


def test_an_open_comparison_raises_and_compare_says_none() -> None:
    hedged, exact = of(5, "t", bound=Bound.OVER), of(7, "t")
    assert hedged.compare(exact) is None
    assert of(7, "t").compare(of(7000, "kg")) == 0
    for compare in (operator.lt, operator.gt, operator.le, operator.ge):
        with pytest.raises(ValidationError, match="open"):
            compare(hedged, exact)
    with pytest.raises(ValidationError, match="density"):
        of(1, "t").compare(of(1, "bbl"))


def test_equality_is_of_the_statement() -> None:
    assert of("1.0", "t") == of(1, "t")
    assert hash(of("1.0", "t")) == hash(of(1, "t"))
    assert of(1000, "kg") != of(1, "t")
    assert of(1, "t", bound=Bound.ABOUT) != of(1, "t")


def test_what_it_measures() -> None:
    assert of(1, "CNY").is_money
    assert not of(1, "t").is_money
    assert of(1, "bbl/d").is_rate
    assert of(1, "TEU").is_physical
    assert not of(1, "%").is_physical
    assert of(1, "kW.h").dimension is Dimension.ENERGY


def test_plain_text_and_repr() -> None:
    assert plain(Decimal("-0")) == "0"
    assert plain(Decimal("1E+3")) == "1000"
    assert repr(of("38E9", "m3/a", bound=Bound.UNDER)) == "Quantity('under 38000000000 m3/a')"
    assert str(of(10, "USD", bound=Bound.BETWEEN, upper=12)) == "between 10 and 12 USD"

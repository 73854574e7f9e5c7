import pytest

from sinorus.errors import ValidationError
from sinorus.values import Dimension, unit
from sinorus.values.unit import RATES, UNITS


def test_the_contracts_units_are_known() -> None:
    for code in ("USD", "CNY", "t", "kg", "m3", "L", "km", "m", "kW.h", "MW", "bbl", "toe", "TEU", "%", "pp", "x", "1"):
        assert unit(code).code == code


@pytest.mark.parametrize("per", ["a", "mo", "d"])
def test_goods_take_a_rate(per: str) -> None:
    for base in RATES:
        rate = unit(f"{base}/{per}")
        assert rate.is_rate
        assert (rate.base, rate.per) == (base, per)


def test_what_does_not_flow_takes_none() -> None:
    for base in sorted(set(UNITS) - set(RATES)):
        with pytest.raises(ValidationError, match="rate"):
            unit(f"{base}/a")


def test_sizes_keep_their_definitions() -> None:
    year = unit("t/a").days
    month = unit("t/mo").days
    assert year is not None
    assert month is not None
    assert year == 12 * month
    # 42 gallons of 231 cubic inches of 2.54 cm
    assert unit("bbl").size * 10**6 == 42 * 231 * (unit("1").size * 254) ** 3 / 10**6
    assert unit("toe").dimension is Dimension.ENERGY

from decimal import Decimal

import pytest

from sinorus.errors import ValidationError
from sinorus.values import Basis, Change, Direction, Period, Quantity


def test_the_size_is_never_negative_and_a_flat_change_has_none() -> None:
    with pytest.raises(ValidationError, match="not negative"):
        Change.up(-3)
    with pytest.raises(ValidationError, match="flat change has no size"):
        Change(direction=Direction.FLAT, by=Quantity.of(3, "%"))
    assert Change(direction=Direction.FLAT, basis=Basis.YOY).by is None


def test_texts_in_place_of_values_are_refused() -> None:
    with pytest.raises(ValidationError, match="direction"):
        Change(direction="up")  # type: ignore[arg-type]  # what a user without a type checker may write
    with pytest.raises(ValidationError, match="basis"):
        Change(direction=Direction.UP, basis="yoy")  # type: ignore[arg-type]  # likewise
    with pytest.raises(ValidationError, match="Quantity"):
        Change(direction=Direction.UP, by=Decimal(3))  # type: ignore[arg-type]  # likewise


@pytest.mark.parametrize(
    ("change", "ratio"),
    [
        (Change.up(3), "1.03"),
        (Change.down("12.5"), "0.875"),
        (Change.up(2, "x"), "2"),
        (Change.down("0.5", "x"), "0.5"),
        (Change(direction=Direction.FLAT), "1"),
    ],
)
def test_ratio_is_the_new_level_over_the_old(change: Change, ratio: str) -> None:
    assert change.ratio == Decimal(ratio)


def test_without_a_relative_size_there_is_no_ratio() -> None:
    assert Change(direction=Direction.UP).ratio is None
    assert Change.up(3, "pp").ratio is None
    assert Change.up(3, "USD").ratio is None


def test_its_text_names_the_parts() -> None:
    assert str(Change.up(3, basis=Basis.YOY)) == "up 3 % yoy"
    assert str(Change.down(4, "pp", basis=Period.year(2022))) == "down 4 pp 2022"

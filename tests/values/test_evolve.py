"""Copies that are made faster than `attrs.evolve` makes them are the same copies."""

import attrs
import pytest
from attrs import field, frozen

from sinorus.errors import ValidationError
from sinorus.values import Bound, Quantity
from sinorus.values.evolve import evolve


@frozen(kw_only=True, slots=False)
class Open:
    """Checks nothing and has no slots: copied as it lies."""

    name: str = ""
    size: int = 0


@frozen
class Single:
    _only: int = field(converter=int)


FIVE = Quantity.of(5, "t", bound=Bound.ABOUT)
OPEN = Open(name="a", size=2)


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        (evolve(FIVE, unit="kg"), attrs.evolve(FIVE, unit="kg")),
        (evolve(FIVE), FIVE),
        (evolve(OPEN, size=3), attrs.evolve(OPEN, size=3)),
        (evolve(OPEN, name="b", size=1), Open(name="b", size=1)),
        (evolve(Single(4), only=7), Single(7)),
    ],
)
def test_a_copy_is_what_attrs_makes(copy: object, expected: object) -> None:
    assert type(copy) is type(expected)
    assert copy == expected


def test_the_original_stays_as_it_was() -> None:
    first = Open(name="a")
    second = evolve(first, name="b")
    assert (first.name, second.name) == ("a", "b")


def test_a_copy_is_checked_as_a_new_value_is() -> None:
    with pytest.raises(ValidationError, match="unit"):
        evolve(Quantity.of(5, "t"), unit="pood")

from __future__ import annotations

import pytest
from attrs.exceptions import FrozenInstanceError

from sinorus.span import Span


def test_a_span_is_half_open() -> None:
    assert Span(3, 5).of("abcdefg") == "de"
    assert len(Span(3, 5)) == 2
    assert Span(3, 5).contains(3)
    assert not Span(3, 5).contains(5)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2), (-3, -1)])
def test_an_impossible_span_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="span"):
        Span(start, end)


def test_spans_are_ordered_by_start_then_end() -> None:
    assert sorted([Span(2, 4), Span(0, 9), Span(2, 3)]) == [Span(0, 9), Span(2, 3), Span(2, 4)]


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        (Span(0, 3), Span(2, 5), True),
        (Span(0, 3), Span(3, 5), False),
        (Span(0, 9), Span(4, 5), True),
        (Span(4, 4), Span(0, 9), False),
        (Span(1, 2), Span(1, 2), True),
    ],
)
def test_overlap_is_symmetric_and_needs_a_common_character(one: Span, other: Span, overlap: bool) -> None:
    assert one.overlaps(other) is overlap
    assert other.overlaps(one) is overlap


def test_contains_takes_spans() -> None:
    assert Span(2, 8).contains(Span(2, 8))
    assert not Span(2, 8).contains(Span(2, 9))


def test_a_span_is_a_frozen_slotted_value() -> None:
    span = Span(1, 2)
    with pytest.raises(FrozenInstanceError):
        span.start = 0  # type: ignore[misc]  # the assignment is what is tested
    assert not hasattr(span, "__dict__")
    assert {Span(1, 2): "x"}[span] == "x"
    assert Span(4, 4)


def test_joined_and_shifted() -> None:
    assert Span(7, 9).joined(Span(1, 3)) == Span(1, 9)
    assert Span(7, 9).shifted(-2) == Span(5, 7)

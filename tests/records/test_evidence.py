import pytest
from attrs import frozen

from sinorus.errors import ValidationError
from sinorus.records import Evidence


@frozen
class Page:
    text: str


def test_it_is_cut_from_the_text_and_verified_against_it() -> None:
    page = Page("China bought coal.")
    piece = Evidence.of(page.text, 6, 12)
    assert piece.quote == "bought"
    piece.verify(page)
    with pytest.raises(ValidationError, match="the text there 'coal i"):
        piece.verify(Page("China coal is dear"))
    with pytest.raises(ValidationError, match="ends at 12"):
        piece.verify(Page("China"))


@pytest.mark.parametrize(("start", "end", "quote"), [(3, 3, ""), (-1, 2, "abc"), (5, 3, "ab"), (0, 3, "ab"), (0, 3, "abcd")])
def test_span_and_quote_fit(start: int, end: int, quote: str) -> None:
    with pytest.raises(ValidationError, match="evidence"):
        Evidence(start=start, end=end, quote=quote)


@pytest.mark.parametrize(("start", "end"), [(0, 4), (3, 5), (-1, 2), (2, 2)])
def test_a_span_lies_in_its_text(start: int, end: int) -> None:
    with pytest.raises(ValidationError, match="does not lie"):
        Evidence.of("abc", start, end)


def test_order_and_overlap() -> None:
    first, second, third = (Evidence.of("abcdef", start, start + 2) for start in (0, 1, 2))
    assert sorted([third, first, second]) == [first, second, third]
    assert first.overlaps(second)
    assert not first.overlaps(third)

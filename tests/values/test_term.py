import pytest

from sinorus.errors import ValidationError
from sinorus.values import Term


@pytest.mark.parametrize("text", ["P30Y", "P18M", "P1Y6M", "P2W", "P90D", "P1Y2M3W4D"])
def test_iso_durations_read_and_write(text: str) -> None:
    assert str(Term.parse(text)) == text


@pytest.mark.parametrize("text", ["", "P", "30Y", "P30", "PT5H", "P1M1Y", "P-1Y", "P0Y", "P1.5Y", "p3y", "P٣Y"])
def test_other_texts_are_refused(text: str) -> None:
    with pytest.raises(ValidationError, match=r"duration|term"):
        Term.parse(text)


def test_a_term_has_a_length() -> None:
    with pytest.raises(ValidationError, match="length"):
        Term()
    with pytest.raises(ValidationError, match="length"):
        Term(years=1, months=-1)

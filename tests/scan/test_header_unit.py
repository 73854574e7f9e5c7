"""Units that a table's head names for the numbers under it."""

import pytest

from sinorus.scan.fold import fold
from sinorus.scan.sentence import header_unit
from sinorus.text import from_text, sentences


@pytest.mark.parametrize(
    ("head", "language", "unit"),
    [
        ("(million tonnes)", "en", "1000000 t"),
        ("1000 m³", "en", "1000 m3"),
        ("(млн тонн)", "ru", "1000000 t"),
        ("(单位：万吨)", "zh", "10000 t"),
        ("265 кг (−57%)", "ru", None),
        ("41 tonnes (+8%)", "en", None),
    ],
)
def test_a_unit_without_a_number_or_a_round_number_of_it_heads_a_table(head: str, language: str, unit: str | None) -> None:
    document = from_text(head, language=language)
    found = header_unit(fold(document.text), sentences(document)[0])
    assert (None if found is None else str(found)) == unit

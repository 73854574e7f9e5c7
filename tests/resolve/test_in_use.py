"""A corridor over which goods passed is operating."""

from datetime import date

import pytest

from sinorus import extract
from sinorus.records import CorridorKind, CorridorReport
from sinorus.resolve.in_use import mark_in_use
from sinorus.world import corridor

TITLED = "Railway crossings with China, March 2022\n\n"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("China and Russia spoke of Zabaikalsk. In 2021 Russia exported 12 million tonnes of coal to China via Zabaikalsk.", "operating"),
        ("China and Russia spoke of the Northern Sea Route. Russia plans to ship 2 million tonnes of coal to China via it in 2030.", None),
    ],
)
def test_goods_that_passed_put_it_in_use(text: str, status: str | None) -> None:
    found = extract(TITLED + text, date=date(2022, 3, 5)).corridors
    assert [report.status for report in found] == [status]
    assert all(piece.quote in TITLED + text for report in found for piece in report.evidence)


def test_a_railway_that_is_only_named_has_no_status() -> None:
    entry = corridor("trans-siberian")
    report = CorridorReport(corridor=entry, name=entry.name("en"), kind=CorridorKind(entry.kind))
    assert mark_in_use([report], []) == (report,)  # that it runs is known from elsewhere, and not from the text

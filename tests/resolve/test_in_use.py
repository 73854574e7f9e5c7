"""A corridor over which goods passed is operating."""

from datetime import date

import pytest

from sinorus import extract
from sinorus.records import Confidence, CorridorKind, CorridorReport, CorridorStatus
from sinorus.resolve.in_use import mark_in_use
from sinorus.values import Quantity
from sinorus.world import corridor

TITLED = "Railway crossings with China, March 2022\n\n"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("China and Russia spoke of Zabaikalsk. In 2021 Russia exported 12 million tonnes of coal to China via Zabaikalsk.", "operating"),
        ("China and Russia spoke of Zabaikalsk. Russia plans to export 12 million tonnes of coal to China via Zabaikalsk in 2030.", None),
    ],
)
def test_goods_that_passed_put_it_in_use(text: str, status: str | None) -> None:
    found = extract(TITLED + text, date=date(2022, 3, 5)).corridors
    assert [report.status for report in found] == [status]
    assert all(piece.quote in TITLED + text for report in found for piece in report.evidence)


@pytest.mark.parametrize(
    ("known", "length", "status"),
    [
        ("trans-siberian", None, CorridorStatus.OPERATING),
        ("trans-siberian", Quantity.of(9288, "km"), None),  # of a line that is measured the text may say what is to come of it
        ("moscow-kazan-hsr", None, None),
        ("power-of-siberia", None, None),
    ],
)
def test_a_railway_that_is_only_named_works_where_the_register_has_it_open(
    known: str, length: Quantity | None, status: CorridorStatus | None
) -> None:
    entry = corridor(known)
    report = CorridorReport(corridor=entry, name=entry.name("en"), kind=CorridorKind(entry.kind), length=length)
    (found,) = mark_in_use([report], [])
    assert found.status is status
    assert (found.confidence is Confidence.DOUBTFUL) is (status is not None)

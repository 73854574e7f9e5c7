"""A corridor over which goods passed is operating."""

from datetime import date

import pytest

from sinorus import extract

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

"""Who reported a flow: named in its sentence, in the text's own words, or nobody."""

import pytest

from sinorus import extract


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Rosneft said Russia exported 9 million tonnes of oil to China in 2021.", "Rosneft"),
        (
            "China imported 5 million tonnes of coal from Russia in 2021, figures of the Federal Customs Service show.",
            "Federal Customs Service",
        ),
        ("Russia exported 9 million tonnes of oil to China in 2021.", None),
        ("Russia exported 9 million tonnes of oil to China in 2021, he told the Eastern Economic Forum.", None),
        ("Gazprom said, and CNPC confirmed, that Russia delivered 9 bcm of gas to China in 2021.", None),
    ],
)
def test_one_organisation_that_reports(text: str, source: str | None) -> None:
    flows = extract(text).flows
    assert [flow.reported_by for flow in flows] == [source]
    assert source is None or source in text

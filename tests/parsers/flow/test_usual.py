"""Who sells to whom where the text leaves it open."""

import datetime

import pytest

import sinorus

TODAY = datetime.date(2024, 6, 20)


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("China's trade with Russia grew in May. Russian coal imports reached a record 8 million tonnes.", ("RU", "CN")),
        ("China buys much from Russia. In May Russian crude imports fell by 5% to 9 million tonnes.", ("RU", "CN")),
        ("China sells much to Russia. In May Russian car imports fell by 5% to 90,000 units.", (None, "RU")),
    ],
)
def test_imports_of_an_adjective_are_of_what_that_country_sells(text: str, way: tuple[str | None, str | None]) -> None:
    (flow,) = sinorus.extract(text, date=TODAY).flows
    assert (flow.exporter and flow.exporter.code, flow.importer and flow.importer.code) == way

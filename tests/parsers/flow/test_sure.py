"""Confidence: what a flow's sentence says itself, what was carried or anchored, and what is in doubt."""

import datetime

import pytest

import sinorus
from sinorus.records import Confidence

TODAY = datetime.date(2024, 6, 20)


@pytest.mark.parametrize(
    ("text", "confidence", "reasons"),
    [
        ("Russian coal exports to China came to 100 million tonnes in 2023.", Confidence.STATED, ()),
        ("Russian coal exports to China came to 8 million tonnes in May.", Confidence.INFERRED, ("period anchored",)),
        (
            "Russian coal exports to China fell in 2023. They came to 100 million tonnes.",
            Confidence.INFERRED,
            ("exporter carried", "importer carried", "commodity carried", "period carried"),
        ),
        (
            "Trade between China and Russia grew to $240bn in 2023. Coal came to 102 million tonnes.",
            Confidence.DOUBTFUL,
            ("direction by the usual sides of the good",),
        ),
        (
            "Russian coal exports to China came to 100 million tonnes in 2023, while output was 438 million tonnes.",
            Confidence.DOUBTFUL,
            ("another figure of the sentence is no flow's", "the sentence speaks of another measure"),
        ),
    ],
)
def test_confidence(text: str, confidence: Confidence, reasons: tuple[str, ...]) -> None:
    flow = sinorus.extract(text, date=TODAY).flows[-1]
    assert (flow.confidence, flow.confidence_reasons) == (confidence, reasons)


def test_of_two_tellings_the_surer_counts() -> None:
    text = "Russian coal exports to China came to 100 million tonnes in 2023. Exports of Russian coal to China came to 100 million tonnes."
    (flow,) = sinorus.extract(text, date=TODAY).flows
    assert flow.confidence is Confidence.STATED

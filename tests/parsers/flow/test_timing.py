"""When: which period of a sentence, or of the text, each figure has."""

from collections.abc import Callable

import pytest

from sinorus.pipeline import Step

Told = Callable[[str], list[str]]
Take = Callable[[str], list[Step]]


def periods(flows: list[str]) -> list[str]:
    return sorted(flow.partition(":")[0].split()[-1] for flow in flows)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # named for the whole sentence, before or after
        ("In 2021 China's exports to Russia were $5bn and its imports $4bn.", ["2021", "2021"]),
        ("China's exports to Russia were $5bn in 2021.", ["2021"]),
        # one for each figure
        ("China's exports to Russia were $5bn in 2019, $6bn in 2020 and $7bn in 2021.", ["2019", "2020", "2021"]),
        ("China's exports to Russia rose from $5bn in 2019 to $7bn in 2021.", ["2019", "2021"]),
        # of the sentence before
        ("China's exports to Russia were $5bn in 2021. Imports were $4bn.", ["2021", "2021"]),
        # pointing back
        ("China's exports to Russia were $5bn in 2021. In the same year imports were $4bn.", ["2021", "2021"]),
        ("China's exports to Russia were $5bn in 2021, against $4bn a year earlier.", ["2020", "2021"]),
        ("China's exports to Russia were $5bn in May, against $4bn a month earlier.", ["2024-04", "2024-05"]),
        # a year to date and a part of it
        ("China's exports to Russia were $5bn in the first quarter and $2bn in March alone.", ["2024-03", "2024-Q1"]),
        # none that is named
        ("China's exports to Russia are worth $5bn.", []),
        ("Crude oil makes up 48% of Russian exports to China.", ["-"]),
        # a bare day is when it was said, not when the goods moved
        ("China's exports to Russia rose 5% in April, the ministry said on 10 June.", ["2024-04"]),
    ],
)
def test_period(text: str, expected: list[str], told: Told) -> None:
    assert periods(told(text)) == expected


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("China's exports to Russia reach $5bn in 2026.", "forecast"),
        ("China's exports to Russia reach $5bn by 2026.", "target"),
        ("China's exports to Russia reached $5bn in 2023.", ""),
    ],
)
def test_what_lies_ahead_of_the_document_has_not_happened(text: str, status: str, told: Told) -> None:
    (flow,) = told(text)
    assert flow.endswith(status or "5bn USD")


def test_a_period_named_after_the_figure_lies_in_the_evidence(take: Take) -> None:
    (step,) = take("China's exports to Russia were $5bn in 2021.")
    (quote,) = (piece.quote for record in step.parsed.records for piece in record.evidence)
    assert quote.endswith("in 2021")


def test_the_same_period_a_year_before_is_that_of_the_figure(told: Told) -> None:
    text = "In the first quarter of 2023 China's exports to Russia were $24bn, compared with $15bn in the same period of 2022."
    assert periods(told(text)) == ["2022-Q1", "2023-Q1"]

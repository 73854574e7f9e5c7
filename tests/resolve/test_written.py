"""An undated text is read from the year in which its comparisons were written."""

import pytest

import sinorus


@pytest.mark.parametrize(
    ("language", "text", "periods"),
    [
        (
            "en",
            "In January-April, trade between Russia and China rose to $51bn, more than in the same period of 2021.",
            ["2022-01/2022-04"],
        ),
        (
            "en",
            "Last year Russian coal exports to China were 68 Mt. In May they fell by 5% against the same month of 2022.",
            ["2022", "2023-05"],
        ),
        (
            "ru",
            "В январе–апреле товарооборот России и Китая достиг $51 млрд — больше, чем за аналогичный период 2021 года.",
            ["2022-01/2022-04"],
        ),
        ("en", "In January-April, trade between Russia and China rose to $51bn.", ["None"]),
    ],
)
def test_the_year_of_writing(language: str, text: str, periods: list[str]) -> None:
    assert [str(flow.period) for flow in sinorus.extract(text, language=language).flows] == periods

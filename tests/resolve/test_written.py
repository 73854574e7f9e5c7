"""An undated text is read from the year that its other times tell."""

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
        (
            "en",
            "In January-April, trade between Russia and China rose to $51bn, against $41bn in January-April 2021.",
            ["2022-01/2022-04", "2021-01/2021-04"],
        ),
        (
            "en",
            "In the first half of this year China bought 32 Mt of Russian coal. In all of 2020 it imported 40 Mt.",
            ["2021-H1", "2020"],
        ),
        ("en", "In 2020 China imported 40 Mt of Russian coal. In the first half of this year it imported 32 Mt.", ["2020", "2021-H1"]),
        ("en", "Last year (2020) China imported 40 Mt of Russian coal. In the first half of this year it was 32 Mt.", ["2020", "2021-H1"]),
        ("en", "In the first half of this year China bought 32 Mt of Russian coal. The port of Taman may open in 2027.", ["None"]),
        ("en", "China imported 5 Mt of Russian coal in July. A contract on coal was signed in December 2021.", ["None"]),
        ("en", "In June China imported 5 Mt of Russian coal. Deliveries in June 2021 had been 4 Mt.", ["None", "2021-06"]),
        ("zh", "去年（2020年）中国自俄罗斯进口木材900万立方米，今年前5个月为300万立方米。", ["2020", "2021-01/2021-05"]),
        ("zh", "今年前5个月，中国自俄罗斯进口木材300万立方米。2020年全年，中国自俄进口木材900万立方米。", ["2021-01/2021-05", "2020"]),
        (
            "ru",
            "За пять месяцев этого года Китай ввёз 3 млн т российской пшеницы. За весь 2020 год ввезено 7 млн т.",
            ["2021-01/2021-05", "2020"],
        ),
        ("ru", "В мае Китай ввёз 3 млн т российского угля. С начала 2021 года торговля растёт.", ["None"]),
        ("en", "By Anna Lee, Omsk, March 2015\n\nTrade between Russia and China rose to $95bn last year.", ["2014"]),
        ("zh", "2015年煤炭贸易\n今年前10个月，中国自俄罗斯进口煤炭2500万吨。", ["2015-01/2015-10"]),
        (
            "en",
            "In the first half of 2015 Russia sold China 15 Mt of coal; in the third quarter 8 Mt. By the end of September it was 23 Mt.",
            ["2015-H1", "2015-Q3", "2015-01/2015-09"],
        ),
    ],
)
def test_the_year_of_writing(language: str, text: str, periods: list[str]) -> None:
    assert [str(flow.period) for flow in sinorus.extract(text, language=language).flows] == periods


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "《边贸周报》2013年8月10日第2版\n1-7月，中国自俄罗斯进口木材300万立方米。"),
        ("zh", "木材进口增长\n1-7月，中国自俄罗斯进口木材300万立方米。（2013年8月10日 新华网）"),
        ("en", "In January-July China imported 3 million cubic metres of Russian timber, it was announced on 10 August 2013."),
    ],
)
def test_the_day_of_writing(language: str, text: str) -> None:
    assert [str(flow.period) for flow in sinorus.extract(text, language=language).flows] == ["2013-01/2013-07"]


def test_a_chronology_is_not_written_on_its_first_day() -> None:
    text = "Russia and China\n\n5 March 1992. The first agreement on barter.\n\nIn May trade was $3 billion."
    assert [str(flow.period) for flow in sinorus.extract(text, language="en").flows] == ["None"]


def test_bare_months_are_those_around_the_day_of_the_news() -> None:
    text = "In December Russia sold China 3 million tonnes of coal.\n\nOn 1 February 2022 China restored a duty. The duty is 6%."
    assert [str(flow.period) for flow in sinorus.extract(text, language="en").flows] == ["2021-12"]

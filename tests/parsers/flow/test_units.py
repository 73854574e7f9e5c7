"""The ways by which a bare number gets its unit: each with a text in which no other way gives it."""

from collections.abc import Callable

import pytest

from sinorus.parsers.flow import reader, step, units

Told = Callable[[str], list[str]]

CASES = {
    "sold_for": [
        (
            "In 2023 Chile sold China 1.3 million tonnes of copper for $9 billion and Peru 8.1 million for $63 billion.",
            "exports PE CN copper 2023: 63bn USD, 8.1m t",
        ),
    ],
    "paid": [
        (
            "In 2023 Chile sold China copper for 13 billion, Peru for 12 billion and Russia for 2.5 billion dollars.",
            "exports CL CN copper 2023: 13bn USD",
        ),
        (
            "China bought 5 million tonnes of Russian coal for $2 billion in 2023, and 3 million tonnes of Russian ore for 400,000.",
            "exports RU CN minerals 2023: 400k USD, 3m t",
        ),
    ],
    "of_money": [
        ("In 2023 China sold Russia machinery for $840 million; cars brought 610 million.", "exports CN RU cars 2023: 610m USD"),
        ("China's exports of excavators to Russia came to $189m in 2022, against 82m in 2021.", "exports CN RU excavators 2021: 82m USD"),
    ],
    "pieces": [
        ("Russia bought 41,000 Chinese tractors in 2023.", "exports CN RU tractors 2023: 41k 1"),
        ("China's car exports to Russia came to $11.5bn in 2023, or 920,000.", "exports CN RU cars 2023: 11.5bn USD, 920k 1"),
    ],
    "of_table": [
        ("Russia's exports to China, 2023 (thousand tonnes)\n\n- Barley: 410\n- Oats: 96\n", "exports RU CN oats 2023: 96k t"),
    ],
    "of_share": [
        (
            "In May 2023 China imported 900,000 tonnes of copper. Russia accounted for 12%, or 108,000.",
            "exports RU CN copper 2023-05: 108k t, share 12",
        ),
    ],
    "of_change": [
        (
            "Russian timber deliveries to China grew in the first quarter of 2024 by 98,000 cubic metres to 2.9 million.",
            "exports RU CN timber 2024-Q1: 2.9m m3, +98k m3",
        ),
    ],
    "of_text": [
        ("China's imports from Russia were worth $129bn in 2023. Exports came to 111 billion.", "exports CN RU all 2023: 111bn USD"),
    ],
    "of_weight_here": [
        ("In 2023 Russia sold China 85,100 tonnes of crab, and South Korea 38,800.", "exports RU KR crab 2023: 38.8k t"),
        ("Russian exports of barley to China came to 650 tonnes in May 2023, against 380 in April.", "exports RU CN barley 2023-04: 380 t"),
    ],
    "of_weight_before": [
        ("In 2022 China bought 85,100 tonnes of flour from Russia. In 2023 it was 78,800.", "exports RU CN flour 2023: 78.8k t"),
        (
            "In May 2023 China bought 85,100 tonnes of Russian flour. Kazakhstan supplied 78,800.",
            "exports KZ CN flour 2023-05: 78.8k t",
        ),
    ],
    "of_scale": [
        (
            "Russian exports of honey to China went up from $3.6 million in May 2023 to 4.4 in June.",
            "exports RU CN honey 2023-06: 4.4m USD",
        ),
        ("In 2023 China bought 37.4 million tonnes of Russian coal. In 2022 it had been 31.8.", "exports RU CN coal 2022: 31.8m t"),
    ],
}


@pytest.mark.parametrize(("way", "text", "flow"), [(way, *case) for way, cases in CASES.items() for case in cases])
def test_a_bare_number_gets_its_unit_in_one_way(way: str, text: str, flow: str, told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    assert flow in told(text)
    monkeypatch.setattr(units, "WAYS", tuple(each for each in units.WAYS if each.__name__ != way))
    assert flow not in told(text)


def test_every_way_has_its_case() -> None:
    assert list(CASES) == [way.__name__ for way in units.WAYS]


@pytest.mark.parametrize(
    "text",
    [
        "In 2023 Russia sold China 85,100 tonnes of crab to 38 buyers.",
        "In 2023 Russia sold China $85.1 million worth of crab through 2,400 shops.",
    ],
)
def test_a_count_of_something_else_gets_no_unit(text: str, told: Told) -> None:
    assert len(told(text)) == 1


def test_barrels_go_on_by_the_day(told: Told) -> None:
    text = "In May 2023 China bought 2.25 million barrels a day from Russia; from Iraq 1.32 million barrels."
    assert [each.rsplit(" ", 1)[1] for each in told(text)] == ["bbl/d", "bbl/d"]


SAID = [
    ("In dollar terms, China's exports rose 0.5% in 2019 to 2.5 trillion.", "denominated", "2.5tn USD"),
    ("China's exports (all figures in US dollars) rose 0.5% in 2019 to 2.5 trillion.", "denominated", "2.5tn USD"),
    (
        "China's foreign trade in 2022 rose in dollars by 4.4% to 6.31 trillion, but in yuan by 7.7% to 42.07 trillion.",
        "take_currency",
        "42.07tn CNY",
    ),
]


@pytest.mark.parametrize(("text", "say", "level"), SAID)
def test_a_word_may_say_in_what_is_counted(text: str, say: str, level: str, told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    assert level in " ".join(told(text))
    if say == "denominated":
        monkeypatch.setattr(reader, say, lambda _, context: context)
    else:
        monkeypatch.setattr(step, say, lambda state, phrase: None)
    assert level not in " ".join(told(text))

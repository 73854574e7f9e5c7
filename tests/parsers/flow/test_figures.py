"""How figures are put into claims, dealt out over lists, and set apart as earlier levels."""

from collections.abc import Callable

import pytest

from sinorus.pipeline import Step
from sinorus.records import TradeFlow
from sinorus.values import Direction

Told = Callable[[str], list[str]]
Take = Callable[[str], list[Step]]


def reasons(text: str, take: Take) -> list[str]:
    return [dropped.reason for step in take(text) for dropped in step.parsed.dropped]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a claim is filled: level, change, share
        ("In 2023 Russia sold China coal worth $9bn, or 61 million tonnes, up 5%.", ["exports RU CN coal 2023: 9bn USD, 61m t, +5 %"]),
        # a second level of another time begins another
        (
            "China's exports to Russia were $5bn in 2019 and $6bn in 2020.",
            ["exports CN RU all 2019: 5bn USD", "exports CN RU all 2020: 6bn USD"],
        ),
        # the percentage counts where both are given
        ("China's exports to Russia rose by $2bn, or 5%, in 2019.", ["exports CN RU all 2019: +5 %"]),
        # words that say their size
        ("China's exports to Russia halved in 2019.", ["exports CN RU all 2019: -0.5 x"]),
        # what it is compared with, in a chunk of its own
        ("China's exports to Russia rose 5%, year on year, in May.", ["exports CN RU all 2024-05: +5 % yoy"]),
        # brackets that say it more exactly
        ("China's exports to Russia exceeded $20bn ($21.2bn) in 2019.", ["exports CN RU all 2019: 21.2bn USD"]),
        # a level of goods that are counted
        ("Russia imported 5,200 Chinese tractors in 2023.", ["exports CN RU tractors 2023: 5.2k 1"]),
    ],
)
def test_claims(text: str, expected: list[str], told: Told) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In 2019 Russian exports of coal and copper to China were worth $2bn and $3bn.",
            ["exports RU CN coal 2019: 2bn USD", "exports RU CN copper 2019: 3bn USD"],
        ),
        (
            "In 2019 China's imports of coal from Russia and Mongolia were 5 million and 9 million tonnes.",
            ["exports RU CN coal 2019: 5m t", "exports MN CN coal 2019: 9m t"],
        ),
        (
            "In 2019 China's exports to Russia were $5bn and its imports $4bn, up 3% and 2%, respectively.",
            ["exports CN RU all 2019: 5bn USD, +3 %", "exports RU CN all 2019: 4bn USD, +2 %"],
        ),
    ],
)
def test_dealt_out(text: str, expected: list[str], told: Told) -> None:
    assert told(text) == expected


def test_what_cannot_be_dealt_out_is_dropped(take: Take, told: Told) -> None:
    text = "China's exports to Russia, like those to others, rose by 3%, 2% and 7%, respectively."
    assert told(text) == []
    assert any("dealt out" in reason for reason in reasons(text, take))


@pytest.mark.parametrize(
    ("text", "earlier"),
    [
        ("China's exports to Russia were $5bn in 2019, up from $4bn in 2018.", "exports CN RU all 2018: 4bn USD"),
        ("China's exports to Russia rose 25% in 2019 from $4bn the year before.", "exports CN RU all 2018: 4bn USD"),
        ("Russia's share of China's coal imports rose from 15% in 2018 to 16% in 2019.", "exports RU CN coal 2018: share 15"),
    ],
)
def test_the_earlier_level_is_a_record_of_its_own(text: str, earlier: str, told: Told) -> None:
    found = told(text)
    assert len(found) == 2
    assert earlier in found


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Some 5% of exports from Brazil to India are coal.", "other countries"),
        ("China's exports to Russia reached 400,000.", "a count"),
        ("Exports of coal from Russia to China rose 5%, while retail sales reached $400bn.", "a figure of company, not of a flow"),
        ("China's exports to Russia 5%.", "does not say"),
        ("Under the agreement, exports of gas from Russia to China come to 38 bcm a year.", "rate per year"),
        ("Exports of coal from Russia to China rose. The two sides signed a contract for $5bn.", "agreement"),
    ],
)
def test_dropped_with_the_reason(text: str, reason: str, take: Take, told: Told) -> None:
    assert any(reason in each for each in reasons(text, take)), reasons(text, take)


def test_a_direction_without_a_size_is_kept_with_its_level(take: Take) -> None:
    (step,) = take("China's exports to Russia dropped to $5bn in 2015.")
    (flow,) = (record for record in step.parsed.records if isinstance(record, TradeFlow))
    assert flow.change is not None
    assert (flow.change.direction, flow.change.by) == (Direction.DOWN, None)


def test_a_table_gives_its_unit_to_bare_numbers(told: Told) -> None:
    text = "China's trade with Russia in 2020 (million dollars)\n\n- Exports: 50,600\n- Imports: 57,200\n"
    assert told(text) == ["exports CN RU all 2020: 50.6bn USD", "exports RU CN all 2020: 57.2bn USD"]


def test_a_bare_million_is_of_the_currency_spoken_of(told: Told) -> None:
    text = "China's exports to Russia rose from 300 million yuan in 2001 to 500 million in 2002."
    assert told(text)[1] == "exports CN RU all 2002: 500m CNY"


def test_record_growth_is_no_record_level(told: Told) -> None:
    assert told("China's exports to Russia grew by a record 47% in 2023.") == ["exports CN RU all 2023: +47 %"]
    assert told("China's exports to Russia grew 47% to a record $111bn in 2023.") == ["exports CN RU all 2023: 111bn USD, +47 %, record"]

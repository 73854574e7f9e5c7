"""What a text denies is no claim, in any of the languages."""

import datetime

import pytest

import sinorus

TODAY = datetime.date(2024, 7, 11)


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("Russian coal exports to China did not fall by 9% in May, as had been reported, but rose by 2%.", ["up 2 %"]),
        ("China's exports to Russia have not grown by 5% this year.", []),
        ("China's exports to Russia not only grew by 5% in May but also hit a record $12bn.", ["up 5 %"]),
        ("Экспорт российского угля в Китай в мае не упал на 9%, а вырос на 2%.", ["up 2 %"]),
        ("Экспорт российского угля в Китай в мае не только вырос на 9%, но и достиг рекорда.", ["up 9 %"]),
        ("5月，中国对俄出口没有下降9%，而是增长2%。", ["up 2 %"]),
    ],
)
def test_a_denied_change_is_none(text: str, changes: list[str]) -> None:
    flows = sinorus.extract(text, date=TODAY).flows
    assert [str(flow.change) for flow in flows] == changes


def test_the_reason_is_shown() -> None:
    dropped = sinorus.extract("China's exports to Russia have not grown by 5% this year.", date=TODAY).dropped
    assert [each.reason for each in dropped] == ["a figure of what did not happen"]


@pytest.mark.parametrize(
    "text",
    [
        "The share of national currencies in Russia's trade with China is not falling: in May it was 92%.",
        "Доля нацвалют в торговле России и Китая не падает: в мае она составила 92 %.",
        "中俄贸易中本币结算占比没有下降，5月为92%。",
    ],
)
def test_a_share_of_currencies_that_does_not_fall_has_no_change(text: str) -> None:
    (settlement,) = sinorus.extract(text, date=TODAY).settlements
    assert (str(settlement.share), str(settlement.period), settlement.change) == ("92 %", "2024-05", None)

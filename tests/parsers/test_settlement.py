"""Settlements of the case files, and the fields beside currencies, share and period."""

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from sinorus.pipeline import extract
from sinorus.records import FlowStatus, Settlement, SettlementScope
from sinorus.values import Bound, Direction

CASES = Path(__file__).parent.parent / "cases"
TODAY = date(2024, 6, 20)


def load() -> list[tuple[str, str, list[str]]]:
    tables = {path.parent.name: tomllib.loads(path.read_text("utf-8")) for path in sorted(CASES.glob("*/settlement.toml"))}
    return [(language, case["text"], case["settlements"]) for language, table in tables.items() for case in table["cases"]]


def settlements(text: str, language: str = "en") -> list[Settlement]:
    return [record for record in extract(text, date=TODAY, language=language).records if isinstance(record, Settlement)]


def written(record: Settlement) -> str:
    share = f"{record.share.amount.normalize():f}" if record.share else "-"
    return f"{'+'.join(record.currencies)} {share} {record.period or '-'}"


@pytest.mark.parametrize(("language", "text", "expected"), load())
def test_case(language: str, text: str, expected: list[str]) -> None:
    assert [written(record) for record in settlements(text, language)] == expected


def test_parties_and_scope() -> None:
    (record,) = settlements("In 2023, 35% of the payments for Russian exports were made in yuan.")
    assert [country.code for country in record.parties] == ["RU"]
    assert record.scope is SettlementScope.PAYMENTS
    assert record.status is FlowStatus.REPORTED


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The share of national currencies in trade between Russia and China has exceeded 90%."),
        ("ru", "Доля национальных валют в торговле России и Китая превысила 90%."),
        ("zh", "中俄贸易本币结算占比突破90%。"),
    ],
)
def test_word_before_a_share_bounds_it(language: str, text: str) -> None:
    (record,) = settlements(text, language)
    assert record.share is not None
    assert record.share.bound is Bound.OVER


def test_reserves() -> None:
    (record,) = settlements("The yuan made up 13% of Russia's international reserves in 2021.")
    assert record.scope is SettlementScope.RESERVES


def test_direction_without_a_size() -> None:
    (record,) = settlements("China and Russia increasingly settle their trade in national currencies.")
    assert record.change is not None
    assert record.change.direction is Direction.UP
    assert record.change.by is None


def test_direction_of_another_currency() -> None:
    (record,) = settlements("中俄贸易已经摆脱西方货币，88.5%的结算使用卢布和人民币。", "zh")
    assert record.change is None


def test_an_aim_is_a_target() -> None:
    (record,) = settlements("Russia and China intend to raise the share of national currencies in settlements to 95%.")
    assert record.status is FlowStatus.TARGET
    assert record.share is not None
    assert record.share.amount == Decimal(95)


def test_evidence_is_the_text_itself() -> None:
    text = "In 2023, 91% of payments between Russia and China were made in rubles and yuan. In 2021 it was 28%."
    records = settlements(text)
    assert len(records) == 2
    assert all(text[piece.start : piece.end] == piece.quote for record in records for piece in record.evidence)


def test_a_share_may_be_the_first_word_of_its_sentence() -> None:
    told = "In 2023 the yuan accounted for 30% of payments between Russia and China. 40%, the rouble made up 38% of payments."
    assert [written(record) for record in settlements(told)] == ["CNY 30 2023", "RUB 38 2023"]

"""Commodity mentions of the case files."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from sinorus.pipeline import extract
from sinorus.records import CommodityMention

CASES = Path(__file__).parent.parent / "cases"
TODAY = date(2024, 6, 20)


def load() -> list[tuple[str, str, list[str]]]:
    tables = {path.parent.name: tomllib.loads(path.read_text("utf-8")) for path in sorted(CASES.glob("*/commodity.toml"))}
    return [(language, case["text"], case["goods"]) for language, table in tables.items() for case in table["cases"]]


def mentions(text: str, language: str = "en") -> list[CommodityMention]:
    return [record for record in extract(text, date=TODAY, language=language).records if isinstance(record, CommodityMention)]


@pytest.mark.parametrize(("language", "text", "expected"), load())
def test_case(language: str, text: str, expected: list[str]) -> None:
    assert sorted(record.id for record in mentions(text, language)) == sorted(expected)


def test_each_good_once_a_sentence_with_its_own_words_as_evidence() -> None:
    text = "China imported wheat from Russia, and Russian wheat exports to China will grow."
    (record,) = mentions(text)
    assert record.evidence[0].quote == "wheat"

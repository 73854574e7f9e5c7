"""Pledges of the case files, and what a pledge takes from the sentences around it."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from sinorus.pipeline import extract
from sinorus.records import Pledge
from sinorus.values import Period

CASES = Path(__file__).parent.parent / "cases"
TODAY = date(2024, 6, 20)


def load() -> list[tuple[str, str, list[str]]]:
    tables = {path.parent.name: tomllib.loads(path.read_text("utf-8")) for path in sorted(CASES.glob("*/pledge.toml"))}
    return [(language, case["text"], case["pledges"]) for language, table in tables.items() for case in table["cases"]]


def pledges(text: str, language: str = "en") -> list[Pledge]:
    return [record for record in extract(text, date=TODAY, language=language).records if isinstance(record, Pledge)]


def written(pledge: Pledge) -> tuple[frozenset[str], str, frozenset[str]]:
    return frozenset(actor.code for actor in pledge.actors), str(pledge.action), frozenset(pledge.sectors)


def read(line: str) -> tuple[frozenset[str], str, frozenset[str]]:
    actors, action, sectors = line.split()
    return frozenset(actors.split("+")), action, frozenset(sectors.split("+"))


@pytest.mark.parametrize(("language", "text", "expected"), load())
def test_case(language: str, text: str, expected: list[str]) -> None:
    assert [written(pledge) for pledge in pledges(text, language)] == [read(line) for line in expected]


def test_evidence_is_the_text_itself() -> None:
    text = "China and Russia pledged to expand trade. Moscow is ready to sell more grain to China."
    for pledge in pledges(text):
        assert all(text[piece.start : piece.end] == piece.quote for piece in pledge.evidence)


def test_first_person_is_who_spoke_last() -> None:
    text = "Russia wants results, Novak said in Beijing after talks with China. We intend to deepen cooperation with China in tourism."
    assert [written(pledge) for pledge in pledges(text)] == [read("RU expand culture")]


def test_horizon_and_goods() -> None:
    (pledge,) = pledges("By 2030 Russia intends to expand supplies of barley to China.")
    assert pledge.horizon == Period.parse("2030")
    assert pledge.commodity is not None
    assert pledge.commodity.id == "barley"


def test_a_pledge_says_why_it_was_dropped() -> None:
    result = extract("Analysts say China and Russia plan to deepen energy ties.", date=TODAY)
    assert any("analysts" in drop.reason for drop in result.dropped)

"""Agreements and corridors of the case files: short texts, and the fields of each record that they make."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from sinorus.pipeline import extract
from sinorus.records import Agreement, CorridorReport, Record

CASES = Path(__file__).parent.parent / "cases"
KINDS: dict[str, type[Record]] = {
    "agreement": Agreement,
    "agreement_signers": Agreement,
    "agreement_told": Agreement,
    "corridor": CorridorReport,
    "corridor_state": CorridorReport,
}
Fields = dict[str, object]


Case = tuple[str, str, str, date | None, list[Fields]]


def load(name: str) -> list[Case]:
    """The cases of a kind in every language that has a file of them."""
    tables = {path.parent.name: tomllib.loads(path.read_text("utf-8")) for path in sorted(CASES.glob(f"*/{name}.toml"))}
    return [(name, lang, case["text"], case.get("date"), case["records"]) for lang, table in tables.items() for case in table["case"]]


def printed(value: object) -> str:
    return str(getattr(value, "code", value))


def written(record: Record, name: str) -> object:
    """A field as the case file writes it; one that stays empty is written as empty text."""
    value = getattr(record, name)
    if value is None:
        return ""
    if isinstance(value, tuple):
        return {printed(each) for each in value}
    return value if isinstance(value, int) else printed(value)


def agrees(record: Record, expected: Fields) -> bool:
    return all(written(record, name) == (set(value) if isinstance(value, list) else value) for name, value in expected.items())


@pytest.mark.parametrize("name", ["agreement", "corridor"])
def test_there_are_enough_cases(name: str) -> None:
    assert sum(bool(records) for *_, records in load(name)) >= 30
    assert sum(not records for *_, records in load(name)) >= 20


@pytest.mark.parametrize(("name", "language", "text", "day", "expected"), [case for name in KINDS for case in load(name)])
def test_case(name: str, language: str, text: str, day: date | None, expected: list[Fields]) -> None:
    rest = [record for record in extract(text, date=day, language=language).records if isinstance(record, KINDS[name])]
    assert len(rest) == len(expected), rest
    for fields in expected:
        match = next((record for record in rest if agrees(record, fields)), None)
        assert match is not None, (fields, rest)
        rest.remove(match)

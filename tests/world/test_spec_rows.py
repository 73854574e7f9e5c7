"""Every row of the contract's registers is here, unchanged."""

import csv
from pathlib import Path

import pytest

from sinorus.world import commodity, corridor

SPEC = Path(__file__).parent / "spec"


def rows(name: str) -> list[dict[str, str]]:
    with (SPEC / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.parametrize("row", rows("commodities.csv"), ids=lambda row: row["id"])
def test_commodity_of_the_contract(row: dict[str, str]) -> None:
    entity = commodity(row["id"])
    assert entity.id == row["id"]
    assert entity.parent == (row["parent"] or None)
    assert entity.hs == tuple(row["hs"].split())
    assert entity.name("en") == row["name_en"]


@pytest.mark.parametrize("row", rows("corridors.csv"), ids=lambda row: row["id"])
def test_corridor_of_the_contract(row: dict[str, str]) -> None:
    entity = corridor(row["id"])
    assert entity.id == row["id"]
    assert entity.kind == row["kind"]
    assert entity.places == tuple(row["places"].split(";"))

"""The sectors of goods, corridors and kinds of corridor."""

import pytest

from sinorus import world
from sinorus.parsers.sector import of_goods, of_kind, of_route
from sinorus.records import CorridorKind, Sector


@pytest.mark.parametrize(
    ("good", "sector"),
    [("coking-coal", Sector.ENERGY), ("crab", Sector.AGRICULTURE), ("potash", Sector.AGRICULTURE), ("trucks", Sector.INDUSTRY)],
)
def test_a_good_has_the_sector_of_its_wider_good(good: str, sector: Sector) -> None:
    assert of_goods(good) == (sector,)


def test_every_corridor_has_a_sector() -> None:
    assert all(of_route(corridor.id) for corridor in world.corridors())


def test_a_corridor_of_its_own_sector() -> None:
    assert of_route("northern-sea-route") == (Sector.ARCTIC,)
    assert of_route("power-of-siberia") == of_kind(CorridorKind.PIPELINE) == (Sector.ENERGY,)

"""A short name of a good yields to the full one."""

from sinorus.records import CommodityMention
from sinorus.resolve.merge import merge_same
from sinorus.world import commodity


def ids(*names: str) -> list[str]:
    records = merge_same([CommodityMention(commodity=commodity(name)) for name in names])
    return [record.id for record in records if isinstance(record, CommodityMention)]


def test_gas_yields_to_the_gas_that_is_named() -> None:
    assert ids("gas", "natural-gas") == ["natural-gas"]
    assert ids("lng", "gas") == ["lng"]


def test_other_goods_stand_beside_their_parts() -> None:
    assert ids("coal", "coking-coal", "gas") == ["coal", "coking-coal", "gas"]
    assert ids("oil", "oil") == ["oil"]

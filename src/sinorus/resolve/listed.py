"""The goods and corridors of records by the ids of the contract: a finer good of the register is told as the one it belongs to.

Readers of a text name goods by the contract's list. Cod that is told apart from herring while a sentence is read is ``fish`` in a record.
A corridor beyond the list is a name, as the text prints it.
"""

from collections.abc import Iterable
from typing import TypeVar

from sinorus.records import Agreement, CommodityMention, CorridorReport, Pledge, Record, Settlement, TradeFlow
from sinorus.values.evolve import evolve
from sinorus.world import Commodity, Corridor, commodity

_Any = TypeVar("_Any", bound=Record)
_DEALS = (Agreement, Pledge)
_OF_ONE_GOOD = (TradeFlow, Agreement, Pledge, CommodityMention)


def listed(good: Commodity) -> Commodity:
    """Return the good itself where the contract lists it, else the nearest wider one that it lists; itself where there is none.

    >>> listed(commodity("cod")).id, listed(commodity("crab")).id, listed(commodity("fur")).id
    ('fish', 'crab', 'fur')
    """
    line = (good, *map(commodity, good.ancestors()))
    return next((each for each in line if each.is_listed), good)


def by_list(records: Iterable[_Any]) -> list[_Any]:
    """Return the records with goods and corridors of the contract's list."""
    return [_by_list(record) for record in records]


def _by_list(record: _Any) -> _Any:
    if isinstance(record, CorridorReport):
        carried = tuple(dict.fromkeys(map(listed, record.carries)))
        route = record.corridor if record.corridor is None or record.corridor.is_listed else None
        return record if (carried, route) == (record.carries, record.corridor) else evolve(record, carries=carried, corridor=route)
    if isinstance(record, Settlement):
        return record
    assert isinstance(record, _OF_ONE_GOOD)
    if isinstance(record, TradeFlow) and isinstance(record.via, Corridor) and not record.via.is_listed:
        record = evolve(record, via=None)
    if isinstance(record, _DEALS) and isinstance(record.corridor, Corridor) and not record.corridor.is_listed:
        record = evolve(record, corridor=record.corridor.name())
    if record.commodity is None or record.commodity.is_listed:
        return record
    return evolve(record, commodity=listed(record.commodity))

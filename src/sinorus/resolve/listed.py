"""The goods of records by the ids of the contract: a finer good that only the register knows is told as the one it belongs to.

Readers of a text name goods by the contract's list. Cod that is told apart from herring while a sentence is read is ``fish`` in a record.
"""

from collections.abc import Iterable
from typing import TypeVar

from sinorus.records import Agreement, CommodityMention, CorridorReport, Pledge, Record, Settlement, TradeFlow
from sinorus.values.evolve import evolve
from sinorus.world import Commodity, commodity

_Any = TypeVar("_Any", bound=Record)


def listed(good: Commodity) -> Commodity:
    """Return the good itself where the contract lists it, else the nearest wider one that it lists; itself where there is none.

    >>> listed(commodity("cod")).id, listed(commodity("crab")).id, listed(commodity("fur")).id
    ('fish', 'crab', 'fur')
    """
    line = (good, *map(commodity, good.ancestors()))
    return next((each for each in line if each.is_listed), good)


def by_list(records: Iterable[_Any]) -> list[_Any]:
    """Return the records with goods of the contract's list."""
    return [_by_list(record) for record in records]


def _by_list(record: _Any) -> _Any:
    if isinstance(record, CorridorReport):
        carried = tuple(dict.fromkeys(map(listed, record.carries)))
        return record if carried == record.carries else evolve(record, carries=carried)
    if isinstance(record, Settlement):
        return record
    assert isinstance(record, TradeFlow | Agreement | Pledge | CommodityMention)
    if record.commodity is None or record.commodity.is_listed:
        return record
    return evolve(record, commodity=listed(record.commodity))

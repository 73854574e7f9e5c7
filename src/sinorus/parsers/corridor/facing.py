"""Crossings that two towns facing each other name: "from Grodekovo to Suifenhe", 黑河—布拉戈维申斯克口岸."""

from sinorus.parsers.corridor.register import named
from sinorus.records import CorridorKind
from sinorus.world import Corridor, corridors
from sinorus.world.registry import known_place

_HOME = frozenset({"CN", "RU"})
_CROSSED = frozenset({"border-crossing", "bridge"})


def crossing_of(one: str, other: str) -> Corridor | None:
    """Return the crossing at two towns that face each other over the border, else that of the Chinese one.

    >>> crossing_of("Blagoveshchensk", "Heihe").id, crossing_of("Grodekovo", "Suifenhe").id, crossing_of("Moscow", "Heihe")
    ('heihe', 'grodekovo-suifenhe', None)
    """
    sides = {town: known.country for town in (one, other) if (known := known_place(town)) is not None}
    if set(sides.values()) != _HOME:
        return None
    ends = [entry for entry in corridors() if {one, other} <= set(entry.places) and entry.kind in _CROSSED]
    crossings = [entry for entry in ends if entry.kind == "border-crossing"]
    if crossings or not ends:
        return crossings[0] if crossings else None
    return named(CorridorKind.BORDER_CROSSING, (next(town for town in sides if sides[town] == "CN"),))

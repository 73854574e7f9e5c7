"""Which corridor of the register a kind and some places mean."""

from functools import cache, lru_cache

from sinorus.records import CorridorKind
from sinorus.world import Corridor, corridor, corridors
from sinorus.world.registry import known_place

_WIDE = frozenset({"area", "region", "subregion"})
_LANDS = frozenset({"country", "continent"})
_WATERS = frozenset({"river", "lake", "strait", "sea"})
_GOODS = frozenset({"oil", "gas", "grain", "coal", "lng"})
_WAYS = frozenset({CorridorKind.PIPELINE, CorridorKind.POWER_LINE, CorridorKind.RAILWAY, CorridorKind.ROAD})
"""Kinds that are never called by each other's name."""
_KIN = {
    CorridorKind.PORT: (CorridorKind.PORT, CorridorKind.BORDER_CROSSING),
    CorridorKind.BORDER_CROSSING: (CorridorKind.BORDER_CROSSING,),
    CorridorKind.BRIDGE: (CorridorKind.BRIDGE, CorridorKind.BORDER_CROSSING),
}
"""Kinds that one noun may mean: a land port is called a port; a bridge may be registered with its crossing."""


@cache
def _by_place() -> dict[str, tuple[Corridor, ...]]:
    found: dict[str, list[Corridor]] = {}
    for entry in corridors():
        names = {*entry.places, *places_in(entry.name("en"))}
        for alias in entry.names.en:
            names.update(places_in(alias))
        for name in names:
            found.setdefault(name, []).append(entry)
    return {name: tuple(entries) for name, entries in found.items()}


def _kind(name: str) -> str | None:
    known = known_place(name)
    return known.kind if known else None


def place_name(text: str) -> str | None:
    """Return the English name of a place in any spelling, or None."""
    known = known_place(text)
    return known.name if known else None


def is_end(name: str) -> bool:
    """Whether a place can be the end or site of a corridor: a town or region, or one not known; no river or country."""
    return _kind(name) not in _LANDS | _WATERS


def is_land(name: str) -> bool:
    """Whether a place is a country or a part of the world."""
    return _kind(name) in _LANDS


def is_wide(name: str) -> bool:
    """Whether a place is a region or larger part of a country, in which there may be many ports."""
    return _kind(name) in _WIDE


def is_water(name: str) -> bool:
    """Whether a place is a river or sea, which a route crosses."""
    return _kind(name) in _WATERS


def places_in(name: str) -> tuple[str, ...]:
    """Return the places that the name of a corridor is made of, in its order.

    >>> places_in("Skovorodino-Mohe-Daqing oil pipeline")
    ('Skovorodino', 'Mohe', 'Daqing')
    """
    found = []
    for joint in ("–", "—"):
        name = name.replace(joint, "-")
    parts = name.split("-")
    for index, part in enumerate(parts):
        words = part.split()
        tries = [part.strip()]
        if index == len(parts) - 1 and words:
            tries += [" ".join(words[:size]) for size in (2, 1)]
        if index == 0 and words:
            tries += [" ".join(words[-size:]) for size in (2, 1)]
        known = next((town for each in tries if each[:1].isupper() and (town := place_name(each)) is not None), None)
        if known is not None and known not in found and is_end(known):
            found.append(known)
    return tuple(found)


@lru_cache(maxsize=4096)
def named(kind: CorridorKind | None, places: tuple[str, ...], goods: tuple[str, ...] = ()) -> Corridor | None:
    """Return the one corridor of this kind that all these places belong to; None where there is none or several.

    >>> named(CorridorKind.BRIDGE, ("Heihe", "Blagoveshchensk")).id
    'heihe-blagoveshchensk-bridge'
    """
    if not places:
        return None
    pool = [entry for entry in _by_place().get(places[0], ()) if all(entry in _by_place().get(each, ()) for each in places[1:])]
    pool = [entry for entry in pool if kind not in _WAYS or entry.kind not in _WAYS or entry.kind == kind]
    if len(places) > 1 and not any(entry.kind == kind for entry in pool):  # the railway A–B, where the register has a crossing
        exact = [entry for entry in pool if set(entry.places) == set(places)]
        return exact[0] if len(exact) == 1 else _aliased(pool, places)
    for wanted in _KIN.get(kind, (kind,)) if kind is not None else (None,):
        fitting = [entry for entry in pool if (wanted is None or entry.kind == wanted) and _carries(entry, goods)]
        if wanted is CorridorKind.BORDER_CROSSING and kind is CorridorKind.BRIDGE:
            fitting = [entry for entry in fitting if any(str(kind) in name.split() for name in entry.names.en)]
        if wanted is CorridorKind.TERMINAL and len(places) == 1:  # a town may have many: the goods must say which
            fitting = [entry for entry in fitting if goods and _own_goods(entry)]
        exact = [entry for entry in fitting if set(entry.places) == set(places)]
        if wanted is CorridorKind.CORRIDOR and all(map(is_land, places)):
            fitting = exact  # not every corridor between two countries goes through the third
        if len(exact) == 1 or len(fitting) == 1:
            return (exact or fitting)[0]
        alike = _aliased(exact, places)  # of two ports at one town the one that is called by it
        if alike is not None:
            return alike
    return None


def called_by(kind: CorridorKind, places: tuple[str, ...], goods: tuple[str, ...] = ()) -> Corridor | None:
    """Return the one line of this kind that is called by one of these places alone.

    >>> called_by(CorridorKind.PIPELINE, ("Western Siberia", "Altai")).id
    'altai-pipeline'
    """
    pool = {entry.id: entry for each in places for entry in _by_place().get(each, ()) if entry.kind == kind and _carries(entry, goods)}
    fitting = [entry for entry in pool.values() if any(_sole(alias) in places for alias in entry.names.en)]
    return fitting[0] if len(fitting) == 1 else None


def _sole(alias: str) -> str | None:
    """Return the only place that a name is made of."""
    found = places_in(alias)
    return found[0] if len(found) == 1 else None


def _aliased(pool: list[Corridor], places: tuple[str, ...]) -> Corridor | None:
    """Return the one corridor among whose names is that of just these places."""
    fitting = [entry for entry in pool if any(set(places_in(alias)) == set(places) for alias in entry.names.en)]
    return fitting[0] if len(fitting) == 1 else None


def _carries(entry: Corridor, goods: tuple[str, ...]) -> bool:
    """Whether the goods in the noun ("grain terminal") do not contradict those in the register's id."""
    if not goods:
        return True
    own = _own_goods(entry)
    return not own or bool(own & {part for each in goods for part in each.split("-")})


def _own_goods(entry: Corridor) -> frozenset[str]:
    """Return the goods that the register's id names."""
    return _GOODS & set(entry.id.split("-"))


def node_at(town: str) -> Corridor | None:
    """Return the port or crossing that a town's name alone can mean, a port before a crossing."""
    for kind in (CorridorKind.PORT, CorridorKind.BORDER_CROSSING):
        found = named(kind, (town,))
        if found is not None:
            return found
    return None


def route(id_: str) -> Corridor:
    """Return a corridor by its id."""
    return corridor(id_)

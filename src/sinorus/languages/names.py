"""The names of the world as rows: places, goods, corridors and organisations under the names that their data give them."""

from collections.abc import Iterator

from sinorus import world
from sinorus.languages import meaning as m
from sinorus.languages.rows import Row


def _names(entity: world.Commodity | world.Corridor | world.Organisation | world.Place, language: str) -> tuple[str, ...]:
    return tuple(entity.names.get(language, ()))


def _upper(name: str) -> bool:
    """An acronym or short all-capital name means its owner only where it is written so."""
    return name.isupper() and name.isascii() and len(name) < 6


def name_rows(language: str) -> Iterator[Row]:
    """Yield a row for every name that the world knows in this language."""
    for place in world.places():
        codes = () if place.country is None else (place.country,)  # seas and continents belong to no one
        yield from _rows(f"place:{place.name}", _names(place, language), m.Party(codes, place=place.name))
    for commodity in world.commodities():
        yield from _rows(f"goods:{commodity.id}", _names(commodity, language), m.Goods(commodity.id))
    for corridor in world.corridors():
        yield from _rows(f"route:{corridor.id}", _names(corridor, language), m.Route(corridor.id))
    for body in world.organisations():
        yield from _rows(f"body:{body.id}", _names(body, language), m.Body(body.id, body.country, body.kind))


def _rows(rule: str, names: tuple[str, ...], meaning: m.Meaning) -> Iterator[Row]:
    plain = tuple(name for name in names if not _upper(name))
    if plain:
        yield Row(rule, plain, meaning)
    for name in names:
        if _upper(name):
            yield Row(rule, (name,), meaning, case=True)

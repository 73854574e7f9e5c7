"""The registers of the world, built on first use, and the look-ups into them by id, code or any name."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import cast

from sinorus.world.commodity import Commodity
from sinorus.world.corridor import Corridor, CorridorKind, Figure
from sinorus.world.country import Country
from sinorus.world.organisation import Organisation, OrganisationKind
from sinorus.world.place import Place, PlaceKind
from sinorus.world.register import Register
from sinorus.world.tables import names_of, parts, table

__all__ = [
    "commodities", "commodity", "corridor", "corridors", "countries", "country", "known_country", "known_place", "organisation",
    "organisations", "place", "places",
]  # fmt: skip


# Countries: codes and the names beside CLDR's at once; CLDR's own names (and Babel) only when those do not answer.


@cache
def _countries() -> Register[Country]:
    return Register.build("country", _named_countries(with_cldr=False))


@cache
def _countries_by_cldr_name() -> Register[Country]:
    return Register.build("country", _named_countries(with_cldr=True))


def _named_countries(*, with_cldr: bool) -> Iterator[tuple[Country, tuple[str, ...]]]:
    for row in (*table("countries"), *table("blocs")):
        entity = Country(code=row["code"])
        names = entity.names if with_cldr else names_of(row)
        yield entity, (entity.code, *names.all())


def countries() -> tuple[Country, ...]:
    """All countries by code, then the blocs."""
    return _countries().entries


def country(name: str) -> Country:
    """The country or bloc of that code or name.

    >>> country("Китай").code, country("eaeu").code
    ('CN', 'EAEU')
    """
    return _countries().get(name) or _countries_by_cldr_name().find(name)


def known_country(name: str) -> Country | None:
    """The country or bloc of that code or name, ``None`` where there is none: no error with near misses, which take long to find."""
    return _countries().get(name) or _countries_by_cldr_name().get(name)


# Places


@cache
def _places() -> Register[Place]:
    return Register.build("place", ((entity, entity.names.all()) for entity in map(_place, table("places"))))


def _place(row: dict[str, str]) -> Place:
    names = names_of(row)
    return Place(
        name=names.en[0],
        country=row["country"] or None,
        kind=cast("PlaceKind", row["kind"]),
        names=names,
        latitude=Decimal(row["latitude"]) if row["latitude"] else None,
        longitude=Decimal(row["longitude"]) if row["longitude"] else None,
        source=row["source"],
    )


def places() -> tuple[Place, ...]:
    """All places, in the register's order: by country and kind."""
    return _places().entries


def place(name: str) -> Place:
    """The place of that name in any spelling.

    >>> place("满洲里").name, place("Zabaykalsk").name
    ('Manzhouli', 'Zabaikalsk')
    """
    return _places().find(name)


def known_place(name: str) -> Place | None:
    """The place of that name in any spelling, ``None`` where there is none: no error with near misses, which take long to find."""
    return _places().get(name)


# Commodities


@cache
def _commodities() -> Register[Commodity]:
    parents = {row["id"]: row["parent"] or None for row in table("commodities")}
    built = (_commodity(row, parents) for row in table("commodities"))
    return Register.build("commodity", ((entity, (*entity.names.all(), entity.id)) for entity in built))


def _commodity(row: dict[str, str], parents: dict[str, str | None]) -> Commodity:
    line: list[str] = []
    wider = row["parent"] or None
    while wider is not None:
        line.append(wider)
        wider = parents[wider]
    return Commodity(
        id=row["id"], parent=row["parent"] or None, hs=tuple(row["hs"].split()), names=names_of(row), line=tuple(line), source=row["source"]
    )


def commodities() -> tuple[Commodity, ...]:
    """All commodities, in the register's order."""
    return _commodities().entries


def commodity(name: str) -> Commodity:
    """The commodity of that id, name or HS code (two to ten digits; the narrowest good that holds it).

    >>> commodity("2709").id, commodity("соевые бобы").id, commodity("100199").id
    ('crude-oil', 'soybeans', 'wheat')
    """
    known = _commodities().get(name)
    code = "" if known is not None else name.replace(" ", "").replace(".", "")
    if code.isascii() and code.isdigit() and len(code) >= 2:
        known = _by_hs(code[:6])
    return known or _commodities().find(name)


@cache
def _by_hs(code: str) -> Commodity | None:
    found: tuple[tuple[int, int], Commodity] | None = None
    for entity in commodities():
        breadth = entity.breadth(code)
        # among equally narrow goods the one with fewest codes is meant, then the first of the register
        if breadth is not None and (found is None or (breadth, len(entity.hs)) < found[0]):
            found = (breadth, len(entity.hs)), entity
    return found[1] if found else None


# Corridors


@cache
def _corridors() -> Register[Corridor]:
    built = map(_corridor, table("corridors"))
    return Register.build("corridor", ((entity, (*entity.names.all(), entity.id)) for entity in built))


def _corridor(row: dict[str, str]) -> Corridor:
    ends = parts(row["places"])
    return Corridor(
        id=row["id"],
        kind=cast("CorridorKind", row["kind"]),
        places=ends,
        sites=tuple(place(end) for end in ends),
        countries=parts(row["countries"]),
        names=names_of(row),
        capacity=_figure(row["capacity"]),
        length=_figure(row["length"]),
        opened=row["opened"] or None,
        source=row["source"],
    )


def _figure(cell: str) -> Figure | None:
    amount, _, unit = cell.partition(" ")
    return Figure(amount=Decimal(amount), unit=unit) if cell else None


def corridors() -> tuple[Corridor, ...]:
    """All corridors, in the register's order."""
    return _corridors().entries


def corridor(name: str) -> Corridor:
    """The corridor of that id or name.

    >>> corridor("Сила Сибири").id, corridor("Power of Siberia 2").kind
    ('power-of-siberia', 'pipeline')
    """
    return _corridors().find(name)


# Organisations


@cache
def _organisations() -> Register[Organisation]:
    built = map(_organisation, table("organisations"))
    return Register.build("organisation", ((entity, (*entity.names.all(), entity.short_name, entity.id)) for entity in built))


def _organisation(row: dict[str, str]) -> Organisation:
    return Organisation(
        id=row["id"],
        short_name=row["short_name"],
        country=row["country"] or None,
        kind=cast("OrganisationKind", row["kind"]),
        names=names_of(row),
        source=row["source"],
    )


def organisations() -> tuple[Organisation, ...]:
    """All organisations, in the register's order."""
    return _organisations().entries


def organisation(name: str) -> Organisation:
    """The organisation of that id, short name or any name.

    >>> organisation("海关总署").short_name, organisation("РЖД").country
    ('General Administration of Customs', 'RU')
    """
    return _organisations().find(name)

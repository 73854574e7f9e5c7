"""``sinorus world``: the registers, searched."""

import json
from collections.abc import Callable, Iterable

import click
from attrs import frozen

from sinorus.cli.messages import Catalog, said_in
from sinorus.cli.speech import Command
from sinorus.world import Commodity, Corridor, Country, Organisation, Place
from sinorus.world.names import Names

__all__ = ["command"]

Entity = Commodity | Corridor | Country | Organisation | Place
Row = dict[str, str]


@frozen
class _Register:
    """All entities of a sort, the one of a name (UnknownNameError with near misses where there is none), and its columns."""

    entries: Callable[[], Iterable[Entity]]
    find: Callable[[str], Entity]


def _registers() -> dict[str, _Register]:
    from sinorus import world

    return {
        "commodities": _Register(world.commodities, world.commodity),
        "corridors": _Register(world.corridors, world.corridor),
        "organisations": _Register(world.organisations, world.organisation),
        "countries": _Register(world.countries, world.country),
        "places": _Register(world.places, world.place),
    }


@click.command("world", cls=Command, short_help="Search goods, corridors, organisations, countries, places.")
@click.argument("register", type=click.Choice(["commodities", "corridors", "organisations", "countries", "places"]))
@click.argument("query", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object an entry.")
def command(register: str, query: str | None, as_json: bool) -> None:
    """List what sinorus knows of the world, or what bears the words of QUERY in its id, code or any name.

    \b
    Examples:
      sinorus world commodities
      sinorus world commodities 2709
      sinorus world corridors siberia
      sinorus world organisations РЖД
    """
    known = _registers()[register]
    rows = [(entity, _row(entity)) for entity in known.entries()]
    if query is not None:
        words = query.casefold().split()
        hits = [(entity, row) for entity, row in rows if _bears(entity, row, words)]
        rows = hits or [(found := known.find(query), _row(found))]
    for line in _json_lines(row for _, row in rows) if as_json else _table((row for _, row in rows), said_in()):
        click.echo(line)


def _bears(entity: Entity, row: Row, words: list[str]) -> bool:
    names: Names = entity.names
    held = " ".join((*row.values(), *names.all())).casefold()
    return all(word in held for word in words)


def _row(entity: Entity) -> Row:
    names = entity.names
    row: Row
    match entity:
        case Commodity():
            row = {"id": entity.id, "hs": " ".join(entity.hs), "part of": entity.parent or ""}
        case Corridor():
            row = {"id": entity.id, "kind": entity.kind, "places": " - ".join(entity.places)}
        case Organisation():
            row = {"id": entity.id, "short name": entity.short_name, "country": entity.country or "", "kind": entity.kind}
        case Country():
            row = {"code": entity.code, "kind": entity.kind}
        case Place():
            where = "" if entity.latitude is None else f"{entity.latitude}, {entity.longitude}"
            row = {"name": entity.name, "country": entity.country or "", "kind": entity.kind, "coordinates": where}
    return {**row, **{locale: names.display(locale) for locale in ("en", "ru", "zh")}}


def _json_lines(rows: Iterable[Row]) -> Iterable[str]:
    return (json.dumps(row, ensure_ascii=False) for row in rows)


def _table(rows: Iterable[Row], words: Catalog) -> Iterable[str]:
    from rich.cells import cell_len

    listed = list(rows)
    names = list(listed[0])
    table = [{name: words.text(name) for name in names}, *listed]
    widths = {name: max(cell_len(row[name]) for row in table) for name in names}
    for row in table:
        yield "  ".join(row[name] + " " * (widths[name] - cell_len(row[name])) for name in names).rstrip()

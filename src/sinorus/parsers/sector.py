"""What a stretch of a sentence is about: the sectors of its fields, goods and routes."""

import csv
from functools import cache
from importlib.resources import files

from attrs import define, field

from sinorus import world
from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark, Use
from sinorus.parsers.marks import mark_of
from sinorus.records import CorridorKind, Measure, Sector
from sinorus.scan.mention import Mention

OBJECT = m.Field.bit | m.Goods.bit | m.Route.bit | m.CorridorNoun.bit | m.Currency.bit
"""The bits of what can be pledged about."""
_SAYING = OBJECT | m.Head.bit


@cache
def _table() -> dict[tuple[str, str], tuple[Sector, ...]]:
    """Return the sectors of goods and corridors by kind of entry and id."""
    text = files("sinorus.parsers").joinpath("data/sectors.csv").read_text("utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return {(row["kind"], row["id"]): tuple(Sector(name) for name in row["sectors"].split()) for row in rows}


@cache
def of_goods(commodity: str) -> tuple[Sector, ...]:
    """Return the sectors of a commodity: its own, or those of the nearest wider good that has some.

    >>> [str(sector) for sector in of_goods("wheat")]
    ['agriculture']
    """
    current: str | None = commodity
    while current:
        sectors = _table().get(("goods", current))
        if sectors is not None:
            return sectors
        current = world.commodity(current).parent
    return ()


@cache
def of_route(corridor: str) -> tuple[Sector, ...]:
    """Return the sectors of a corridor: its own, or those of its kind."""
    return _table().get(("corridor", corridor)) or of_kind(CorridorKind(world.corridor(corridor).kind))


@cache
def of_kind(kind: CorridorKind) -> tuple[Sector, ...]:
    """Return the sectors of a kind of corridor."""
    return _table().get(("corridor-kind", str(kind)), (Sector.INFRASTRUCTURE,))


@define
class Objects:
    """The sectors found in a stretch, from the surest to the broadest, and the goods and routes named there."""

    fields: list[Sector] = field(factory=list)
    broad: list[Sector] = field(factory=list)
    by_goods: list[Sector] = field(factory=list)
    joined_goods: list[Sector] = field(factory=list)
    goods: list[str] = field(factory=list)
    routes: list[str] = field(factory=list)
    money: bool = False
    end: int = -1

    def corridor(self) -> world.Corridor | None:
        """Return the first route of the registry named in the stretch."""
        return world.corridor(self.routes[0]) if self.routes else None

    def sectors(self) -> tuple[Sector, ...]:
        """Return what the stretch is about: fields before goods before broad words, but goods before mere trade."""
        if self.fields and (set(self.fields) != {Sector.TRADE} or not self.by_goods):
            found = self.fields + self.joined_goods
            if self.money:  # currencies "in mutual trade": what is pledged is how it is paid
                found = [sector for sector in found if sector is not Sector.TRADE]
        elif self.by_goods:
            found = self.by_goods
        else:
            found = self.broad[:1]
        return tuple(dict.fromkeys(found))

    def add(self, mention: Mention, *, joined: bool) -> None:
        """Take up what one mention says."""
        found = mention.get(m.Field)
        goods = mention.get(m.Goods) if not mention.mask & m.CorridorNoun.bit else None
        route = mention.get(m.Route)
        noun = mention.get(m.CorridorNoun)
        currency = mention.get(m.Currency)
        head = mention.get(m.Head)
        if currency is not None:
            self.fields.append(Sector.FINANCE)
            self.money = True
        elif found is not None:
            (self.broad if found.broad else self.fields).extend(found.sectors)
        elif route is not None:
            self.routes.append(route.id)
            self.fields.extend(of_route(route.id))
        elif goods is not None:
            self.goods.append(goods.id)
            self.by_goods.extend(of_goods(goods.id))
            if joined:
                self.joined_goods.extend(of_goods(goods.id))
        elif noun is not None:
            self.fields.extend(of_kind(noun.kind))
        elif head is not None and head.use is Use.NOUN:
            (self.fields if head.measure is Measure.TURNOVER and not head.weak else self.broad).append(Sector.TRADE)
        else:
            return
        self.end = mention.end


def objects(mentions: tuple[Mention, ...], start: int, end: int) -> Objects:
    """Return what the mentions from index `start` to before `end` are about."""
    found = Objects()
    on = False  # whether the list of goods at hand goes on with a field: "energy, grain and soybeans", not "sweets, honey and nuts"
    for index in range(start, end):
        mention = mentions[index]
        if not mention.mask & _SAYING:
            continue
        before = mentions[index - 1] if index > start else None
        if before is not None and before.mask & m.Goods.bit and mention.mask & m.Field.bit and mention.start - before.end <= 1:
            continue  # "soybean industry", "grain trade": the good says which
        mark = mark_of(before) if before is not None else None
        named = len(found.goods)
        first = mentions[index - 2] if index > start + 1 and mark in {Mark.AND, Mark.COMMA} else None
        on = first is not None and (on or not first.mask & m.Goods.bit)
        found.add(mention, joined=on)
        if len(found.goods) > named and among_fields(mentions, index):
            found.goods.pop()
    return found


def among_fields(mentions: tuple[Mention, ...], index: int) -> bool:
    """Whether a good stands in a list of fields: "agreements on aviation, energy, electricity and culture"."""
    for step in (-2, 2):
        at = index + step
        while 0 <= at < len(mentions) and mark_of(mentions[at - step // 2]) in {Mark.AND, Mark.COMMA}:
            if not mentions[at].mask & (m.Goods.bit | m.Field.bit):
                break
            if not mentions[at].mask & m.Goods.bit:
                return True
            at += step
    return False

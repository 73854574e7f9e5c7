"""Corridors that a sentence describes: their kind with the towns where they stand or between which they run."""

import re

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark, Role
from sinorus.parsers.corridor.kinds import LINES, NODES, TOWNS
from sinorus.parsers.corridor.place import town_of
from sinorus.parsers.corridor.register import is_end, is_land, is_wide, named
from sinorus.parsers.corridor.town import Ref, Towns
from sinorus.parsers.marks import is_cue, mark_of
from sinorus.records import CorridorKind
from sinorus.values.evolve import evolve

_GAP = 30
_POWER = ("kW", "MW")
_GAS = "m3"
_PUMPED = frozenset({"oil", "crude-oil", "gas", "natural-gas", "oil-products"})
"""Goods that a line moves only as a pipe."""
_VESSELS = frozenset({"ships", "tankers"})
_SITED = NODES | {CorridorKind.BRIDGE}
"""Kinds that one place tells."""
_WORK = m.CorridorState.bit | m.Action.bit
_ENDS = 12
"""So many mentions at most tell both ends of a line."""
_VERBS = m.CorridorState.bit | m.Head.bit | m.AgreementVerb.bit | m.Figure.bit
_LONG = LINES | {CorridorKind.BORDER_CROSSING}
"""Kinds that lie between two places."""


class Sites(Towns):
    """Finds corridors by their kind and places, whether a register knows them or not."""

    def _called(self, index: int, noun: m.CorridorNoun, after: tuple[str, ...]) -> Ref | None:
        """A corridor by a name that no register knows: two ends beside the noun, or the site of a port or terminal behind it."""
        text, mention = self.scanned.text, self.mentions[index]
        name = self._compound(index) if noun.kind in _LONG else None
        if name is None and (len(after) < 2 or noun.kind not in _LONG):
            name = self._apposed(index) if noun.kind in _LONG or (noun.kind in NODES and not after) else None
        if name is None:
            return None
        ends = tuple(part.strip() for part in re.split("[-–—]+", text[name[0] : name[1]]))
        if len(ends) < 2 and noun.kind in LINES:
            return None
        last = next((at for at in range(len(self.mentions) - 1, index, -1) if self.mentions[at].start < name[1]), index)
        entity = named(noun.kind, ends, noun.goods)
        return Ref(index, last, min(name[0], mention.start), max(name[1], mention.end), noun.kind, entity, ends, noun.goods)

    def _in_port(self, index: int, noun: m.CorridorNoun) -> Ref | None:
        """A terminal whose site is a port: "the … terminal at the port of A", one node and not two."""
        following = self.mentions[index + 1 : index + 5]
        if noun.kind is not CorridorKind.TERMINAL or noun.plural or len(following) < 4:
            return None
        site, port, of, town = (
            following[0].get(m.Relation),
            following[1].get(m.CorridorNoun),
            following[2].get(m.Relation),
            town_of(following[3]),
        )
        if site is None or site.role not in {Role.AT, Role.IN} or port is None or port.kind is not CorridorKind.PORT:
            return None
        if (
            of is None
            or of.role is not Role.OF
            or town is None
            or town.place is None
            or following[3].start - self.mentions[index].end > _GAP
        ):
            return None
        wares = next((goods.id for each in reversed(self.mentions[:index]) if (goods := each.get(m.Goods)) is not None), None)
        entity = named(noun.kind, (town.place,), noun.goods or ((wares,) if wares is not None else ()))
        start, end = self.mentions[index].start, following[3].end
        return Ref(index, index + 4, start, end, noun.kind, entity, (town.place,), noun.goods, through=self._through(index))

    def _several_before(self, index: int, noun: m.CorridorNoun) -> list[Ref]:
        """The nodes at the towns of a list right before their noun: "A and B ports", or in the singular where no space parts words."""
        mention = self.mentions[index]
        at = index - 1
        touching = at >= 0 and self.mentions[at].end == mention.start
        if noun.kind not in TOWNS or at < 0 or not (noun.plural or touching) or mention.start - self.mentions[at].end > 1:
            return []
        if self.mentions[at].mask & m.Figure.bit:
            at -= 1
        found: list[Ref] = []
        while at >= 0 and (town := town_of(self.mentions[at])) is not None and town.place is not None:
            entity = named(noun.kind, (town.place,))
            if entity is None:
                return []
            spot = self.mentions[at]
            found.insert(0, Ref(at, at, spot.start, spot.end, CorridorKind(entity.kind), entity, (town.place,), through=self._through(at)))
            if at < 1 or mark_of(self.mentions[at - 1]) not in {Mark.AND, Mark.COMMA}:
                break
            at -= 2
        return [*found[:-1], evolve(found[-1], last=index, end=mention.end)] if len(found) > 1 else []

    def _several(self, index: int, last: int, noun: m.CorridorNoun, places: tuple[str, ...]) -> list[Ref]:
        refs = []
        for at in range(index + 1, last + 1):
            town = town_of(self.mentions[at])
            if town is None or town.place not in places:
                continue
            entity = named(noun.kind, (town.place,))
            if entity is not None:
                refs.append(Ref(at, at, self.mentions[at].start, self.mentions[at].end, CorridorKind(entity.kind), entity, (town.place,)))
        return [*refs[:-1], evolve(refs[-1], last=last)] if refs else []

    def _sited(self, index: int, noun: m.CorridorNoun) -> list[Ref] | None:
        """A corridor whose site or start comes later in its clause: "a terminal is planned at A", "a line would be built from A"."""
        where = self._where(index, noun) or self._ahead(index, noun)
        if where is not None:
            return [where]
        sites = {Role.FROM} if noun.kind in LINES else {Role.AT, Role.IN}
        for at in range(index + 1, len(self.mentions) - 1):
            mention = self.mentions[at]
            if mention.mask & (m.CorridorNoun.bit | m.Route.bit) or mark_of(mention) in {Mark.COMMA, Mark.SEMICOLON, Mark.RELATIVE}:
                return None
            relation, town = mention.get(m.Relation), town_of(self.mentions[at + 1])
            there = (relation is not None and relation.role in sites) or (noun.kind in NODES and is_cue(mention, "corridor", "near"))
            if not there or town is None or town.place is None or not is_end(town.place):
                continue
            if not any(each.mask & _WORK for each in self.mentions[max(index - 2, 0) : at]):
                return None
            places = (self._way(index) if noun.kind in LINES else ()) or (town.place,)
            entity = None if self._another(index) else named(noun.kind, places, noun.goods)
            start, end = self.mentions[index].start, self.mentions[index].end
            kind = CorridorKind(entity.kind) if entity is not None and entity.is_listed else noun.kind
            return [Ref(index, index, start, end, kind, entity, places, noun.goods)]
        return None

    def _ahead(self, index: int, noun: m.CorridorNoun) -> Ref | None:
        """A node whose site opens the clause that tells of its building: "at A they will build a second terminal"."""
        if noun.kind not in _SITED or noun.plural:
            return None
        behind = self.mentions[index + 1 : index + 3]
        work = bool(behind) and bool(behind[-1].mask & m.CorridorState.bit) and bool(behind[0].mask & (m.Level.bit | m.CorridorState.bit))
        for at in range(index - 1, 0, -1):
            mention = self.mentions[at]
            if mention.mask & (m.CorridorNoun.bit | m.Head.bit) or mark_of(mention) in {Mark.SEMICOLON, Mark.RELATIVE}:
                return None
            work = work or bool(mention.mask & _WORK)
            town = town_of(mention)
            if not work or town is None or town.place is None or not is_end(town.place) or not self._stands_at(at, town):
                continue
            entity = None if self._another(index) else named(noun.kind, (town.place,), noun.goods)
            kind = CorridorKind(entity.kind) if entity is not None and entity.is_listed else noun.kind
            return Ref(index, index, self.mentions[index].start, self.mentions[index].end, kind, entity, (town.place,), noun.goods)
        return None

    def _stands_at(self, at: int, town: m.Party) -> bool:
        """Whether the word before a town, or its own form, says that something is there."""
        site = self.mentions[at - 1].get(m.Relation)
        near = site is not None and self.mentions[at].start - self.mentions[at - 1].end <= _GAP // 2
        return near and site is not None and (site.role in {Role.AT, Role.IN, Role.TO, Role.BY} or town.role is Role.IN)

    def _where(self, index: int, noun: m.CorridorNoun) -> Ref | None:
        """A corridor in a relative clause on its town: "Zarubino, where a port is planned"."""
        at = index - 1
        while at >= 0 and is_cue(self.mentions[at], "corridor", "another"):
            at -= 1
        if at < 1 or mark_of(self.mentions[at]) is not Mark.RELATIVE or self.mentions[index].start - self.mentions[at].end > _GAP // 2:
            return None
        before = self.mentions[at - 1] if mark_of(self.mentions[at - 1]) is not Mark.COMMA else self.mentions[at - 2]
        town = town_of(before)
        if town is None or town.place is None or not is_end(town.place):
            return None
        entity = named(noun.kind, (town.place,), noun.goods)
        kind = CorridorKind(entity.kind) if entity is not None else noun.kind
        return Ref(index, index, self.mentions[index].start, self.mentions[index].end, kind, entity, (town.place,), noun.goods)

    def _between(self, index: int, otherwise: CorridorKind | None = None) -> list[Ref] | None:
        """A line, by the towns between which it runs: "the line will go from A to B by way of C"; of what kind, if nothing tells."""
        chain, last = self._called_by_ends(index)
        ends = self._way(index) or chain
        if not ends and (told := self._ends_before(index)) is not None and (known := named(None, told[0])) is not None:
            start, end = self.mentions[told[1]].start, self.mentions[index].end  # 从A经B到C的陆海联运线路
            return [Ref(told[1], index, start, end, CorridorKind(known.kind), known, told[0])]
        entity = named(None, ends) if len(ends) > 1 else None
        mention, end = self.mentions[index], self.mentions[last].end
        if entity is not None and entity.kind in LINES:
            return [Ref(index, last, mention.start, end, CorridorKind(entity.kind), entity, ends)]
        moved = self._kind_by_flow(last) or self._kind_by_ships() or self._kind_by_trains()
        kind = moved or (CorridorKind.CORRIDOR if len(chain) > 2 else otherwise) if len(ends) > 1 else None
        if kind is None:
            return None
        entity = named(kind, ends)
        return [Ref(index, last, mention.start, end, kind, entity if entity is not None and entity.kind == kind else None, ends)]

    def _called_by_ends(self, index: int) -> tuple[tuple[str, ...], int]:
        """Return the towns right behind a word for a way, joined by dashes, and where they end: «линия А — Б — В»."""
        touching = index + 1 < len(self.mentions) and self.mentions[index + 1].start - self.mentions[index].end <= 2
        chain, last = self._chain(index + 1) if touching else ((), index)
        return (chain, last) if len(chain) > 1 and not all(map(is_land, chain)) else ((), index)

    def _kind_by_flow(self, index: int) -> CorridorKind | None:
        """Return what kind of line moves what the sentence measures behind its ends: power, gas, oil; None where it does not tell."""
        for mention in self.mentions[index + 1 :]:
            figure, goods = mention.get(m.Figure), mention.get(m.Goods)
            unit = figure.quantity.unit if figure is not None else ""
            if unit.startswith(_POWER) or (goods is not None and goods.id == "electricity"):
                return CorridorKind.POWER_LINE
            if unit.startswith(_GAS) or (goods is not None and goods.id in _PUMPED):
                return CorridorKind.PIPELINE
        return None

    def _kind_by_ships(self) -> CorridorKind | None:
        ships = any(goods.id in _VESSELS for _, goods in self.scanned.of(m.Goods))
        return CorridorKind.SEA_ROUTE if ships else None

    def _ends_from(self, start: int) -> tuple[str, ...]:
        """Return the towns up to the next verb or figure: "the city of A, in the province of B, with C in the country D"."""
        found: list[str] = []
        for mention in self.mentions[start : start + _ENDS]:
            if mention.mask & _VERBS or mark_of(mention) in {Mark.SEMICOLON, Mark.RELATIVE}:
                break
            town = town_of(mention)
            if town is not None and town.place is not None and is_end(town.place) and not is_wide(town.place):
                found.append(town.place)
        return tuple(dict.fromkeys(found))

    def _way(self, index: int) -> tuple[str, ...]:
        """Return the towns from, over and to which something runs behind a noun, up to the end of the clause."""
        found: list[str] = []
        opened = False
        for at in range(index + 1, len(self.mentions)):
            mention = self.mentions[at]
            if mention.mask & (m.CorridorNoun.bit | m.Route.bit | m.Figure.bit) or mark_of(mention) is Mark.SEMICOLON:
                break
            town = town_of(mention)
            role = self._role(at)
            if town is None or town.place is None or role not in {Role.FROM, Role.VIA, Role.TO, Role.BETWEEN} or not is_end(town.place):
                continue
            opened = opened or role in {Role.FROM, Role.BETWEEN} or at == index + 2
            if opened:
                found.append(town.place)
        return tuple(dict.fromkeys(found))

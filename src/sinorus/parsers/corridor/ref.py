"""Where a sentence names a corridor: by its name, by its kind and places, or by a word that points back to one."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark, Role
from sinorus.parsers.corridor.facing import crossing_of
from sinorus.parsers.corridor.kinds import LINES, NODES, TOWNS
from sinorus.parsers.corridor.place import town_of
from sinorus.parsers.corridor.pointing import Pointing
from sinorus.parsers.corridor.register import called_by, is_land, named, node_at, places_in
from sinorus.parsers.corridor.town import Ref
from sinorus.parsers.corridor.trains import run_between, runs_abroad
from sinorus.parsers.marks import is_cue, mark_of, role_of
from sinorus.records import CorridorKind
from sinorus.scan.mention import Mention
from sinorus.values.evolve import evolve
from sinorus.world import Corridor, corridor

_ARTICLE = 5
_NAMED = m.Route.bit | m.CorridorNoun.bit
_NAMING = _NAMED | m.Cue.bit | m.Party.bit


class Refs(Pointing):
    """Finds the corridors of one sentence."""

    def all(self) -> list[Ref]:
        """Return them in order."""
        free = 0
        for index, mention in enumerate(self.mentions):
            if index >= free and mention.mask & _NAMING and (refs := self._at(index)) is not None:
                while self.found and self.found[-1].first >= refs[0].first:
                    self.found.pop()  # a port that is only one end of the line behind it
                self.found.extend(refs)
                free = refs[-1].last + 1
        self._rename()
        self._both_sides()
        if not self.found:
            self.found += self._fragment()
        return self.found

    def _rename(self) -> None:
        """Join a corridor by its ends with its name behind them: "a pipeline from A to B, known as C"."""
        for at in range(len(self.found) - 1, 0, -1):
            left, right = self.found[at - 1], self.found[at]
            between = self.mentions[left.last + 1 : right.first]
            named = any(is_cue(each, "corridor", "called") for each in between) or self._in_brackets_of(left, between)
            if self._apposed_to(left, right, between):
                self.found[at - 1 : at + 1] = [evolve(left, last=right.last, end=right.end, places=right.places or left.places)]
                continue
            if named and left.kind is right.kind and all(each.mask & (m.Cue.bit | m.Punctuation.bit) for each in between):
                places = left.places or right.places
                self.found[at - 1 : at + 1] = [evolve(right, first=left.first, start=left.start, places=places, goods=left.goods)]

    def _both_sides(self) -> None:
        """Join the two towns of one crossing that an "and" lists: "by way of Zabaikalsk and Manzhouli"."""
        for at in range(len(self.found) - 1, 0, -1):
            left, right = self.found[at - 1], self.found[at]
            between = self.mentions[left.last + 1 : right.first]
            if not (left.town and right.town and len(between) == 1 and mark_of(between[0]) is Mark.AND):
                continue
            both = crossing_of(left.places[0], right.places[0])
            if both is not None and both in {left.entity, right.entity}:
                places = (*left.places, *right.places)
                self.found[at - 1 : at + 1] = [evolve(left, last=right.last, end=right.end, entity=both, places=places)]

    def _in_brackets_of(self, left: Ref, between: tuple[Mention, ...]) -> bool:
        """Whether a bracket right behind a corridor by its ends gives its name: "a pipeline from A to B (the “C” line)"."""
        opened = bool(between) and mark_of(between[0]) is Mark.OPEN
        return opened and left.entity is None and all(mark_of(each) in {Mark.OPEN, Mark.QUOTE} for each in between)

    def _apposed_to(self, left: Ref, right: Ref, between: tuple[Mention, ...]) -> bool:
        """Whether a name is followed by what it is: "the Far Eastern route, a pipeline from A to B"."""
        comma = len(between) == 1 and mark_of(between[0]) is Mark.COMMA and self.mentions[right.first].start - between[0].end <= _ARTICLE
        alike = left.kind is right.kind and left.kind in LINES and left.entity is not None and right.entity in {None, left.entity}
        return comma and alike and bool(self.mentions[right.first].mask & m.CorridorNoun.bit)

    def _at(self, index: int) -> list[Ref] | None:
        mention = self.mentions[index]
        if is_cue(mention, "corridor", "train") and self._kind_by_trains() is not None and (run := self._run(index)) is not None:
            return [run]
        town = town_of(mention)
        if town is None and not mention.mask & _NAMED:
            return self._cue(index) if index in self.words else None  # a country
        route = mention.get(m.Route)
        if route is not None and (town is None or town.place is None):
            return [self._named(index, corridor(route.id))]
        noun = mention.get(m.CorridorNoun)
        if noun is not None:
            return self._kind(index, noun)
        if town is not None and town.place is not None:
            return self._town(index, town.place, route)
        return self._cue(index) if index in self.words else None

    def _run(self, index: int) -> Ref | None:
        """Return the service of freight trains that is told by its ends."""
        told = run_between(self.mentions, index)
        before = self._ends_before(index) if told is None else None
        if before is not None and len(before[0]) == 2 and runs_abroad(self.mentions[before[1] : index]):
            told = (*before, index)  # 从甲开往乙的班列
        if told is None or any(role_of(each) is Role.VIA for each in self.mentions[told[2] + 1 :]):
            return None  # "trains from A to B go through C": the crossing is told of
        ends, first, last = told
        start, end = self.mentions[first].start, self.mentions[last].end
        return Ref(first, last, start, end, CorridorKind.RAILWAY, named(CorridorKind.RAILWAY, ends), ends, through=True)

    def _named(self, index: int, entity: Corridor) -> Ref:
        mention = self.mentions[index]
        last, end = index, mention.end
        kind = CorridorKind(entity.kind)
        goods: tuple[str, ...] = ()
        if index + 1 < len(self.mentions) and self.mentions[index + 1].start - mention.end <= 1:
            noun = self.mentions[index + 1].get(m.CorridorNoun)
            if noun is not None:
                last, end, goods = index + 1, self.mentions[index + 1].end, noun.goods
                other = named(noun.kind, entity.places, noun.goods) if noun.kind != entity.kind else None
                if other is not None:
                    entity, kind = other, CorridorKind(other.kind) if other.is_listed else noun.kind
        text = self.scanned.text[mention.start : end]
        own = places_in(text)
        if len(own) == 1 and own[0] not in entity.places and kind not in TOWNS:  # "Power of Siberia" does not lie in Siberia by its name
            own = ()
        facing = self._facing(last, kind, own)
        if facing is not None:
            return evolve(facing, first=index, start=mention.start, through=self._through(index))
        over = last + 1 < len(self.mentions) and role_of(self.mentions[last + 1]) is Role.VIA  # "trains via A" name a crossing
        after, after_last = self._places_after(last) if len(own) < 2 and not over else ((), last)
        before = self._places_before(index)[0] if not own and not after else ()
        places = own or after or before
        return Ref(index, max(last, after_last), mention.start, end, kind, entity, places, goods, through=self._through(index))

    def _facing(self, last: int, kind: CorridorKind, own: tuple[str, ...]) -> Ref | None:
        """Return the crossing by both its towns, where a dash joins the other one to a crossing named by one: "crossing A – B"."""
        dash, other = (*self.mentions[last + 1 : last + 3], None, None)[:2]
        town = town_of(other) if other is not None else None
        if kind not in TOWNS or len(own) != 1 or dash is None or other is None or mark_of(dash) is not Mark.DASH or town is None:
            return None
        entity = named(kind, (*own, town.place)) if town.place is not None else None
        return Ref(last, last + 2, other.start, other.end, kind, entity, (*own, town.place)) if entity is not None and town.place else None

    def _kind(self, index: int, noun: m.CorridorNoun) -> list[Ref] | None:
        mention = self.mentions[index]
        if (called := self._by_name(index)) is not None:
            return [called]
        if (told := self._what_it_is(index, noun) or self._bare(index, noun)) is not None:
            return [told]
        together = self._several_before(index, noun)
        if together:
            return together
        in_port = self._in_port(index, noun)
        if in_port is not None:
            return [in_port]
        lead, noun = self._of_wares(index, noun)
        before, first = self._places_before(lead) if not noun.definite else ((), index)
        first = index if first == lead else first
        after, last = self._places_after(index)
        if noun.definite and noun.kind in TOWNS and last > index and role_of(self.mentions[index + 1]) is Role.TO:
            after, last = (), index  # "through this crossing to the port of A"
        if not after and noun.definite and index and is_cue(self.mentions[0], "corridor", "linking"):
            after, last = self._places_after(-1)[0], index  # "Running from A to B, the line …"
        if noun.plural:
            return (self._several(index, last, noun, after) or None) if after else None
        if not before and not noun.definite:
            called = self._called(index, noun, after)
            if called is not None:
                return [called]
        places = (*before, *(each for each in after if each not in before))
        if not places and noun.kind in LINES:
            places = self._linked_later(last) or self._facing_later(last)
        if noun.kind is CorridorKind.BRIDGE and len(places) < 2 and self._over_another(index):
            return None
        if not places or (noun.kind is CorridorKind.CORRIDOR and len(places) < 2):
            return self._pointing(index, noun)
        if all(map(is_land, places)) and last + 1 < len(self.mentions) and mark_of(self.mentions[last + 1]) is Mark.COMMA:
            ends, end = self._places_after(last + 1)  # "the first bridge between the two countries, at A and B"
            places, last = (ends, end) if len(ends) > 1 else (places, last)
        if noun.kind in LINES and all(map(is_land, places)):
            places = self._linked_later(last) or places
        if noun.kind in LINES and not before and self._over_nodes(index, last):
            return None  # "by rail to China, over A and B": what is named are the crossings
        if all(is_land(each) for each in places) and (noun.kind is not CorridorKind.CORRIDOR or named(noun.kind, places) is None):
            return self._pointing(index, noun)  # "a land port between Russia and China"
        if noun.weak and noun.kind is CorridorKind.RAILWAY and len(places) < 2:
            return self._pointing(index, noun)  # "a third track on the way to A"
        start = self.mentions[first].start
        entity = None if self._another(index, places) else named(noun.kind, places, noun.goods)
        if entity is None and len(places) > 1 and not self._another(index, places):
            entity = named(noun.kind, places[:1], noun.goods) if noun.kind in NODES else called_by(noun.kind, places, noun.goods)
        if entity is None and noun.definite and self.near and self._last_of(noun.kind) is not None and not self._another(index):
            pointed = self._pointing(index, noun)  # "this pipeline enters the country at A": the one just told of
            if pointed is not None and len(after) < 3:
                return pointed
        if entity is None and noun.kind is CorridorKind.TERMINAL and len(places) == 1 and not noun.goods and not self._another(index):
            entity = self._by_wares(index, places)
        kind = CorridorKind(entity.kind) if entity is not None and entity.is_listed else noun.kind
        end = self.mentions[last].end if last > index else mention.end
        if last == index and after:
            end = self._unknown_end(index)
        return [Ref(first, last, start, end, kind, entity, places, noun.goods, through=self._through(first))]

    def _by_name(self, index: int) -> Ref | None:
        """Return the corridor whose name stands right behind its kind, be it in quotes: "the railway A–B", «линия «А — Б»»."""
        at = index + 1
        if (
            at + 1 < len(self.mentions)
            and mark_of(self.mentions[at]) is Mark.QUOTE
            and self.mentions[at].start - self.mentions[index].end <= 1
        ):
            at += 1
        if at >= len(self.mentions) or self.mentions[at].start - self.mentions[at - 1].end > 1:
            return None
        route = self.mentions[at].get(m.Route)
        if route is None or town_of(self.mentions[at]) is not None:
            return None
        ref = self._named(at, corridor(route.id))
        return evolve(ref, first=index, start=self.mentions[index].start, through=ref.through or self._through(index))

    def _over_another(self, index: int) -> bool:
        """Whether a bridge is told to cross a river that no register knows: "a bridge over the Such-and-such at A"."""
        over, behind = (*self.mentions[index + 1 : index + 3], None, None)[:2]
        if over is None or behind is None or role_of(over) not in {Role.VIA, Role.IN} or over.start - self.mentions[index].end > 1:
            return False
        return any(char.isupper() for char in self.scanned.text[over.end : behind.start])

    def _over_nodes(self, index: int, last: int) -> bool:
        """Whether all that a way is told by are crossings that it goes through: "by the railway to China via A and B"."""
        ways = [role_of(each) for each in self.mentions[index + 1 : last + 1]]
        towns = [town.place for each in self.mentions[index + 1 : last + 1] if (town := town_of(each)) is not None and town.place]
        nodes = [each for each in towns if not is_land(each)]
        through = Role.VIA in ways and not {Role.FROM, Role.BETWEEN} & set(ways)
        return through and bool(nodes) and all(node_at(each) is not None for each in nodes)

    def _of_wares(self, index: int, noun: m.CorridorNoun) -> tuple[int, m.CorridorNoun]:
        """Return where a terminal's name begins and what it is, with the goods right before its noun: "a potash terminal"."""
        goods = self.mentions[index - 1].get(m.Goods) if index else None
        near = index > 0 and self.mentions[index].start - self.mentions[index - 1].end <= 1
        if noun.kind is not CorridorKind.TERMINAL or noun.goods or goods is None or not near:
            return index, noun
        return index - 1, evolve(noun, goods=(goods.id,))

    def _by_wares(self, index: int, places: tuple[str, ...]) -> Corridor | None:
        """Return the plant of the register that handles at this town the goods of the sentence: "a terminal at A for grain"."""
        wares = tuple(dict.fromkeys(goods.id for _, goods in self.scanned.between(m.Goods, index, len(self.mentions))))
        return named(CorridorKind.TERMINAL, places, wares) if wares else None

    def _linked_later(self, last: int) -> tuple[str, ...]:
        """Return the towns that a later word of the sentence has it link: "a bridge between the countries opened, linking A and B"."""
        for index in range(last + 1, len(self.mentions) - 3):
            if mark_of(self.mentions[index]) is Mark.SEMICOLON or self.mentions[index].mask & _NAMED & ~m.Party.bit:
                return ()
            if is_cue(self.mentions[index], "corridor", "linking") and len(ends := self._ends_from(index + 1)) == 2:
                return ends
        return ()

    def _facing_later(self, last: int) -> tuple[str, ...]:
        """Return the two towns at which it stands, told behind the river: "a bridge over the Amur, at A and B"."""
        for comma in range(last + 1, min(last + 4, len(self.mentions) - 1)):
            if mark_of(self.mentions[comma]) is Mark.COMMA:
                led = role_of(self.mentions[comma + 1]) in {Role.AT, Role.IN, Role.BETWEEN}
                ends = self._ends_from(comma + 1) if led else ()
                return ends if len(ends) == 2 else ()
            if not self.mentions[comma].mask & (m.Party.bit | m.Relation.bit):
                return ()
        return ()

    def _cue(self, index: int) -> list[Ref] | None:
        told = self.told.corridor
        mention = self.mentions[index]
        if not is_cue(mention, "corridor", "generic") and not is_cue(mention, "corridor", "here"):
            return self._between(index, self._kind_told(index)) or self._line_told(index)
        ends = self._between(index)
        if ends is not None:
            return ends
        if self.found:
            return [self._again(index)]
        return [self._back(index, told, ())] if told is not None and self.near else None

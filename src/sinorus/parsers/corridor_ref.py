"""Where a sentence names a corridor: by its name, by its kind and places, or by a word that points back to one."""

from attrs import frozen

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark, Role, Use
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.agreement_party import is_cue, mark_of
from sinorus.parsers.context import Context
from sinorus.parsers.corridor_register import is_end, is_water, named, node_at, places_in
from sinorus.parsers.proper_name import runs
from sinorus.records import CorridorKind, CorridorReport, CorridorStatus
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned
from sinorus.values.evolve import evolve
from sinorus.world import Corridor, corridor

_NODES = frozenset({CorridorKind.PORT, CorridorKind.BORDER_CROSSING, CorridorKind.TERMINAL})
_TOWNS = frozenset({CorridorKind.PORT, CorridorKind.BORDER_CROSSING})
_GAP = 30
_TOUCH = 2
_THROUGH = frozenset({Role.VIA})


def town_of(mention: Mention) -> m.Party | None:
    """Return what the mention says of a place, where it names one (a country's name is one of its meanings)."""
    if mention.mask & m.Party.bit:
        return next((each for each in mention.meanings if isinstance(each, m.Party) and each.place is not None), None)
    return None


@frozen
class Ref:
    """A corridor named by the mentions from `first` to `last` (both included), printed from `start` to `end`."""

    first: int
    last: int
    start: int
    end: int
    kind: CorridorKind
    entity: Corridor | None = None
    places: tuple[str, ...] = ()
    goods: tuple[str, ...] = ()
    told: CorridorReport | None = None
    through: bool = False
    """Whether goods are said to go through it by the word before it."""


class Refs:
    """Finds the corridors of one sentence."""

    def __init__(self, scanned: Scanned, context: Context) -> None:
        self.scanned = scanned
        self.mentions = scanned.mentions
        self.told = context.told
        since = scanned.sentence.paragraph - context.told.corridor_paragraph if context.told.corridor is not None else 99
        self.same = since == 0
        self.near = since <= 1
        self.found: list[Ref] = []

    def all(self) -> list[Ref]:
        """Return them in order."""
        index = 0
        while index < len(self.mentions):
            ref = self._at(index)
            if ref is None:
                index += 1
                continue
            self.found.extend(ref)
            index = ref[-1].last + 1
        if not self.found:
            self.found += self._fragment()
        return self.found

    def _at(self, index: int) -> list[Ref] | None:
        mention = self.mentions[index]
        route = mention.get(m.Route)
        town = town_of(mention)
        if route is not None and (town is None or town.place is None):
            return [self._named(index, corridor(route.id))]
        noun = mention.get(m.CorridorNoun)
        if noun is not None:
            return self._kind(index, noun)
        if town is not None and town.place is not None:
            return self._town(index, town.place, route)
        if mention.mask & m.Cue.bit:
            return self._cue(index)
        return None

    # --- by name

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
                    entity, kind = other, noun.kind
        text = self.scanned.text[mention.start : end]
        own = places_in(text)
        if len(own) == 1 and own[0] not in entity.places and kind not in _TOWNS:  # "Power of Siberia" does not lie in Siberia by its name
            own = ()
        after, after_last = self._places_after(last) if len(own) < 2 else ((), last)
        places = own or after
        return Ref(index, max(last, after_last), mention.start, end, kind, entity, places, goods, through=self._through(index))

    # --- by kind and places

    def _kind(self, index: int, noun: m.CorridorNoun) -> list[Ref] | None:
        mention = self.mentions[index]
        following = self.mentions[index + 1] if index + 1 < len(self.mentions) else None
        route = following.get(m.Route) if following is not None and following.start - mention.end <= 1 else None
        if route is not None and following is not None and town_of(following) is None:  # "the railway A–B"
            return [evolve(self._named(index + 1, corridor(route.id)), first=index, start=mention.start)]
        before, first = self._places_before(index) if not noun.definite else ((), index)
        after, last = self._places_after(index)
        if noun.plural:
            return (self._several(index, last, noun, after) or None) if after else None
        places = (*before, *(each for each in after if each not in before))
        if not places:
            return self._pointing(index, noun)
        start = self.mentions[first].start
        entity = None if self._another(index) else named(noun.kind, places, noun.goods)
        if entity is None and len(places) > 1 and not self._another(index) and noun.kind in _NODES:
            entity = named(noun.kind, places[:1], noun.goods)
        kind = CorridorKind(entity.kind) if entity is not None else noun.kind
        end = self.mentions[last].end if last > index else mention.end
        if last == index and after:
            end = self._unknown_end(index)
        return [Ref(first, last, start, end, kind, entity, places, noun.goods, through=self._through(first))]

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

    def _another(self, index: int) -> bool:
        return any(
            is_cue(each, "corridor", "another")
            for each in self.mentions[max(index - 2, 0) : index]
            if self.mentions[index].start - each.end <= 12
        )

    def _places_before(self, index: int) -> tuple[tuple[str, ...], int]:
        """Return the towns that stand right before the noun ("the Heihe-Blagoveshchensk bridge"), and where they begin."""
        found: list[str] = []
        first = index
        at = index
        while at > 0:
            before = self.mentions[at - 1]
            gap = self.mentions[at].start - before.end
            if gap > 1:
                break
            town = town_of(before)
            if town is not None and town.place is not None and is_end(town.place):
                found.insert(0, town.place)
                first = at - 1
            elif not (mark_of(before) is Mark.DASH and found) and not (at == index and self._possessive(at - 1)):
                break
            at -= 1
        return tuple(found), first

    def _possessive(self, at: int) -> bool:
        relation = self.mentions[at].get(m.Relation)
        return relation is not None and relation.role is Role.POSSESSIVE

    def _places_after(self, index: int) -> tuple[tuple[str, ...], int]:
        """Return the ends or the site that follow: "from A to B", "linking A to B", "A–B", "at A"; and where they end."""
        found: list[str] = []
        last = index
        linked = False
        opened = False
        at = index + 1
        while at < len(self.mentions):
            mention = self.mentions[at]
            if mention.start - self.mentions[at - 1].end > _GAP:
                break
            town = town_of(mention)
            relation = mention.get(m.Relation)
            if is_cue(mention, "corridor", "linking"):
                linked = opened = True
            elif town is not None and town.place is not None and (opened or self._touches(at, index)):
                if (
                    is_end(town.place)
                    or linked
                    or (relation is None and opened and self._role(at) in {Role.FROM, Role.VIA, Role.TO} and found)
                ):
                    if not self._owner(at) and not is_water(town.place):
                        found.append(town.place)
                        last = at
            elif mention.mask & m.Party.bit or (relation is not None and relation.role is Role.POSSESSIVE):
                pass
            elif relation is not None and relation.role in {Role.OF, Role.AT, Role.IN, Role.FROM, Role.TO, Role.BETWEEN, Role.VIA}:
                over = linked and relation.role is Role.IN and at + 1 < len(self.mentions) and town_of(self.mentions[at + 1]) is not None
                if found and relation.role in {Role.IN, Role.AT, Role.OF} and not over:
                    break
                linked = linked or relation.role is Role.FROM
                if self._role_is_time(at):
                    break
                opened = True
            elif (relation is not None and relation.role is Role.WITH and linked and found) or (
                mark_of(mention) is Mark.COMMA
                and not found
                and at + 1 < len(self.mentions)
                and is_cue(self.mentions[at + 1], "corridor", "linking")
            ):
                pass
            elif mark_of(mention) not in {Mark.AND, Mark.DASH} or (mark_of(mention) is Mark.AND and not found):
                break
            at += 1
        if not found and index + 1 < len(self.mentions):
            return self._unknown_place(index), index
        return tuple(dict.fromkeys(found)), last

    def _touches(self, at: int, noun: int) -> bool:
        """Whether a name stands right behind the noun or a dash: "bridge Dzhalinda–Mohe"."""
        before = self.mentions[at - 1]
        if at - 1 == noun:
            return self.mentions[at].start - before.end <= _TOUCH
        return mark_of(before) in {Mark.DASH, Mark.AND}

    def _role(self, at: int) -> Role | None:
        relation = self.mentions[at - 1].get(m.Relation)
        return relation.role if relation is not None else None

    def _owner(self, at: int) -> bool:
        """Whether the name owns or describes the next one: "China's Tongjiang", "the Russian town of"."""
        if at + 1 < len(self.mentions):
            following = self.mentions[at + 1]
            relation = following.get(m.Relation)
            if relation is not None and relation.role is Role.POSSESSIVE:
                return at + 2 < len(self.mentions) and bool(self.mentions[at + 2].mask & m.Party.bit)
        return False

    def _role_is_time(self, at: int) -> bool:
        following = self.mentions[at + 1] if at + 1 < len(self.mentions) else None
        return (
            following is not None and not following.mask & (m.Party.bit | m.Relation.bit) and following.start - self.mentions[at].end <= 5
        )

    def _unknown_place(self, index: int) -> tuple[str, ...]:
        """Return a site that no register knows: "the port at Such-and-such"."""
        span = self._unknown_span(index)
        return (self.scanned.text[span[0] : span[1]],) if span is not None else ()

    def _unknown_span(self, index: int) -> tuple[int, int] | None:
        if index + 1 >= len(self.mentions):
            return None
        relation = self.mentions[index + 1]
        role = relation.get(m.Relation)
        if role is None or role.role not in {Role.AT, Role.OF} or relation.start - self.mentions[index].end > _TOUCH:
            return None
        stop = self.mentions[index + 2].start if index + 2 < len(self.mentions) else self.scanned.sentence.span.end
        span = next(runs(self.scanned.text, relation.end, stop), None)
        return span if span is not None and span[0] - relation.end <= 1 else None

    def _unknown_end(self, index: int) -> int:
        span = self._unknown_span(index)
        return span[1] if span is not None else self.mentions[index].end

    # --- by a town alone

    def _town(self, index: int, town: str, route: m.Route | None) -> list[Ref] | None:
        chain, last = self._chain(index)
        if len(chain) > 1:
            return self._chained(index, last, chain)
        entity = corridor(route.id) if route is not None else node_at(town)
        if entity is None:
            return None
        mention = self.mentions[index]
        through = self._through(index)
        entering = index > 0 and through is False and self._role(index) is Role.AT and self._passed(index)
        if route is not None and (through or entering or self._stands_for_node(index)):
            return [Ref(index, index, mention.start, mention.end, CorridorKind(entity.kind), entity, (town,), through=through)]
        ported = CorridorKind(entity.kind) is CorridorKind.PORT
        if ported and (self._called_at(index) or (through and self._passed(index))):
            return [Ref(index, index, mention.start, mention.end, CorridorKind.PORT, entity, (town,), through=True)]
        return None

    def _chain(self, index: int) -> tuple[tuple[str, ...], int]:
        """Return the towns joined by dashes from here on."""
        found: list[str] = []
        at = last = index
        while at < len(self.mentions):
            town = town_of(self.mentions[at])
            if town is None or town.place is None:
                break
            found.append(town.place)
            last = at
            dashed = at + 2 < len(self.mentions) and mark_of(self.mentions[at + 1]) is Mark.DASH
            if not dashed or self.mentions[at + 2].start - self.mentions[at].end > 3:
                break
            at += 2
        return tuple(found), last

    def _chained(self, index: int, last: int, chain: tuple[str, ...]) -> list[Ref] | None:
        noun = self.mentions[last + 1].get(m.CorridorNoun) if last + 1 < len(self.mentions) else None
        touching = noun is not None and self.mentions[last + 1].start - self.mentions[last].end <= 1
        kind = noun.kind if noun is not None and touching else None
        entity = named(kind, chain, noun.goods if noun is not None and touching else ())
        if entity is None and kind is None:
            return None
        end = last + 1 if touching else last
        found = CorridorKind(entity.kind) if entity is not None else kind
        assert found is not None
        return [Ref(index, end, self.mentions[index].start, self.mentions[end].end, found, entity, chain, through=self._through(index))]

    def _stands_for_node(self, index: int) -> bool:
        """Whether the sentence calls the town, its subject, a port or crossing, or has it handle goods."""
        if index + 1 >= len(self.mentions) or not self._subject(index):
            return False
        for at in range(index + 1, min(index + 4, len(self.mentions))):
            mention = self.mentions[at]
            head = mention.get(m.Head)
            if is_cue(mention, "corridor", "passing") or (head is not None and head.use is Use.VERB) or self._stopped(at):
                return True
            if mark_of(mention) not in {Mark.COMMA, Mark.RELATIVE} and not mention.mask & (PeriodExpr.bit | m.Level.bit):
                break
        if self.mentions[index].start - self.scanned.sentence.span.start > 4:
            return False
        for at in range(index + 1, len(self.mentions)):
            noun = self.mentions[at].get(m.CorridorNoun)
            if noun is not None and noun.kind in _NODES and not self._places_after(at)[0] and not self._places_before(at)[0]:
                return True
        return False

    def _passed(self, index: int) -> bool:
        """Whether goods or trains are on the move in the words before the town."""
        for at in range(index - 1, max(index - 6, -1), -1):
            if mark_of(self.mentions[at]) in {Mark.COMMA, Mark.SEMICOLON}:
                return False
            if is_cue(self.mentions[at], "corridor", "passing") or self.mentions[at].mask & m.Head.bit:
                return True
        return False

    def _subject(self, index: int) -> bool:
        """Whether the town stands as subject: at the head of the sentence or of a clause; or as the place "at" which goods pass."""
        if self.mentions[index].start - self.scanned.sentence.span.start <= 4:
            return True
        before = self.mentions[index - 1]
        near = self.mentions[index].start - before.end <= 2
        relation = before.get(m.Relation)
        if relation is not None and relation.role is Role.AT and near:
            return True
        return near and mark_of(before) is Mark.SEMICOLON

    def _stopped(self, at: int) -> bool:
        """Whether traffic is said to have stopped."""
        state = self.mentions[at].get(m.CorridorState)
        return state is not None and state.status is CorridorStatus.SUSPENDED

    def _called_at(self, index: int) -> bool:
        at = index - 1
        while at > 0 and mark_of(self.mentions[at]) in {Mark.AND, Mark.COMMA} and self.mentions[at - 1].mask & m.Party.bit:
            at -= 2
        return at >= 0 and is_cue(self.mentions[at], "corridor", "calls")

    def _through(self, index: int) -> bool:
        """Whether the word before it, or before the list that it ends, says that goods go through it."""
        at = index
        while at > 1 and mark_of(self.mentions[at - 1]) in {Mark.AND, Mark.COMMA} and town_of(self.mentions[at - 2]) is not None:
            at -= 2
        relation = self.mentions[at - 1].get(m.Relation) if at else None
        return relation is not None and relation.role in _THROUGH and self.mentions[at].start - self.mentions[at - 1].end <= 12

    # --- by pointing back

    def _pointing(self, index: int, noun: m.CorridorNoun) -> list[Ref] | None:
        if self.found and noun.definite:
            if self.found[-1].kind is noun.kind or (self.found[-1].kind in _NODES and noun.kind in _NODES):
                return [evolve(self.found[-1], first=index, last=index, places=(), through=self._through(index))]
            return None
        if not noun.definite:
            return self._sited(index, noun)
        told = self.told.corridor
        if told is None or not noun.definite or not self.near:
            return None
        if told.kind is noun.kind or (told.kind in _NODES and noun.kind in _NODES):
            return [self._back(index, told, noun.goods)]
        return None

    def _sited(self, index: int, noun: m.CorridorNoun) -> list[Ref] | None:
        """A corridor whose site comes later in its clause: "a terminal is planned at A"."""
        where = self._where(index, noun)
        if where is not None:
            return [where]
        for at in range(index + 1, len(self.mentions) - 1):
            mention = self.mentions[at]
            if mention.mask & (m.CorridorNoun.bit | m.Route.bit) or mark_of(mention) in {Mark.COMMA, Mark.SEMICOLON, Mark.RELATIVE}:
                return None
            relation, town = mention.get(m.Relation), town_of(self.mentions[at + 1])
            if relation is None or relation.role not in {Role.AT, Role.IN} or town is None or town.place is None or not is_end(town.place):
                continue
            if not any(each.mask & m.CorridorState.bit for each in self.mentions[index:at]):
                return None
            entity = None if self._another(index) else named(noun.kind, (town.place,), noun.goods)
            start, end = self.mentions[index].start, self.mentions[index].end
            kind = CorridorKind(entity.kind) if entity is not None else noun.kind
            return [Ref(index, index, start, end, kind, entity, (town.place,), noun.goods)]
        return None

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

    def _cue(self, index: int) -> list[Ref] | None:
        told = self.told.corridor
        mention = self.mentions[index]
        if not is_cue(mention, "corridor", "generic") and not is_cue(mention, "corridor", "here"):
            return None
        if self.found:
            return [evolve(self.found[-1], first=index, last=index, places=(), through=self._through(index))]
        return [self._back(index, told, ())] if told is not None and self.near else None

    def _back(self, index: int, told: CorridorReport, goods: tuple[str, ...]) -> Ref:
        mention = self.mentions[index]
        here = is_cue(mention, "corridor", "here")
        return Ref(index, index, mention.start, mention.end, told.kind, told.corridor, (), goods, told, here or self._through(index))

    def _fragment(self) -> list[Ref]:
        """A sentence that goes on about the corridor of its paragraph: "Length 1,080 m.", "It opened in 2011."."""
        told = self.told.corridor
        if told is None or not self.same or not self.mentions:
            return []
        start = self.scanned.sentence.span.start
        for index, mention in enumerate(self.mentions[:4]):
            if mention.start - start > _GAP:
                break
            if (
                mention.mask & (m.CorridorState.bit | m.Measured.bit)
                or is_cue(mention, "corridor", "handle")
                or is_cue(mention, "corridor", "passing")
            ):
                opener = all(
                    each.mask & (m.Pointer.bit | m.Level.bit | m.Punctuation.bit | m.Relation.bit | m.Figure.bit)
                    for each in self.mentions[:index]
                )
                if opener:
                    return [Ref(-1, -1, start, mention.end, told.kind, told.corridor, (), (), told)]
        return []

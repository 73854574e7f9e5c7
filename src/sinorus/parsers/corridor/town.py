"""Towns that stand for their port or crossing, and chains of towns that name a corridor."""

from attrs import frozen

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark, Role
from sinorus.parsers.corridor.facing import crossing_of
from sinorus.parsers.corridor.kinds import NODES, TOWNS
from sinorus.parsers.corridor.place import town_of
from sinorus.parsers.corridor.register import is_land, named, node_at
from sinorus.parsers.corridor.stand_for import Standing
from sinorus.parsers.marks import is_cue, mark_of, role_of
from sinorus.records import CorridorKind, CorridorReport
from sinorus.world import Corridor, corridor

_GAP_NAME = 12
_TOUCH = 2
_DASHED = 4
"""Room for a dash between two towns, be it typed as two hyphens."""
_ACROSS = 8
"""So many mentions from one side of the border to the other at most."""
_APART = m.CorridorNoun.bit | m.Figure.bit
_WARES = m.Goods.bit | m.OtherMeasure.bit | m.Figure.bit
_MEANT = m.Certainty.bit | m.Intent.bit
_LISTED = frozenset({Mark.AND, Mark.OR, Mark.COMMA})


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
    town: bool = False
    """Whether the name of a town alone stands for it."""


class Towns(Standing):
    """Finds corridors that are named by towns alone."""

    def _town(self, index: int, town: str, route: m.Route | None) -> list[Ref] | None:
        chain, last = self._chain(index)
        if len(chain) > 1:
            return self._chained(index, last, chain)
        if any(each.mask & m.Route.bit and self._piped(each) for each in self.mentions[index + 1 : index + 3]):
            return None  # 经漠河进境的中俄原油管道
        if (across := self._across(index, town)) is not None:
            return [across]
        entity = corridor(route.id) if route is not None else node_at(town)
        if entity is None:
            return None
        mention = self.mentions[index]
        through = self._through(index)
        head = self._list_head(index)
        entering = head > 0 and through is False and self._role(head) in {Role.AT, Role.BY} and self._passed(head)
        entering = entering or self._held(head)
        listed = self._of_nodes(head, index) or self._before_node(index)
        if route is not None and (through or entering or listed or self._stands_for_node(index)):
            return [Ref(index, index, mention.start, mention.end, CorridorKind(entity.kind), entity, (town,), through=through, town=True)]
        kind = CorridorKind(entity.kind)
        if kind is CorridorKind.BORDER_CROSSING and through and (self._moving(index) or self._with_node(index)):
            return [Ref(index, index, mention.start, mention.end, kind, entity, (town,), through=True)]
        ported = kind is CorridorKind.PORT
        if kind is CorridorKind.BORDER_CROSSING and route is not None and self._leaves(index):
            return [Ref(index, index, mention.start, mention.end, kind, entity, (town,), through=True, town=True)]
        if kind in NODES and self._told_before(index, "clears"):
            return [Ref(index, index, mention.start, mention.end, kind, entity, (town,), through=True)]
        shipped = route is not None and self._role(index) in {Role.FROM, Role.AT} and self._moving(index)
        shipped = shipped or (ported and (self._by_ship(index) or self._shut(index)))
        if ported and (self._told_before(index, "calls") or shipped or (through and self._passed(index))):
            return [Ref(index, index, mention.start, mention.end, CorridorKind.PORT, entity, (town,), through=True)]
        return None

    def _across(self, index: int, town: str) -> Ref | None:
        """Return the crossing over which goods go from a town to the one that faces it: "pulp crossed from A to the Chinese town of B"."""
        led = index - 2 if index > 1 and self._role(index) is Role.OF else index - 1  # "from the station of A"
        if led < 0 or role_of(self.mentions[led]) is not Role.FROM:
            return None
        for at in range(index + 1, min(index + _ACROSS, len(self.mentions))):
            if self.mentions[at].mask & _APART or mark_of(self.mentions[at]) is Mark.SEMICOLON:
                return None
            there = town_of(self.mentions[at])
            if there is None or there.place is None or is_land(there.place):
                continue
            led = any(role_of(each) is Role.TO for each in self.mentions[index + 1 : at])
            entity = crossing_of(town, there.place) if led and self._freight(index) else None
            if entity is None:
                return None
            start, end = self.mentions[index].start, self.mentions[at].end
            return Ref(index, at, start, end, CorridorKind.BORDER_CROSSING, entity, (town, there.place), through=True)
        return None

    def _freight(self, index: int) -> bool:
        """Whether goods are told to move in the words around, and not only to be meant to."""
        moved = any(is_cue(each, "corridor", "passing") or each.mask & m.Head.bit for each in self.mentions)
        wares = any(each.mask & _WARES for each in self.mentions)
        return moved and wares and not any(each.mask & _MEANT for each in self.mentions[: index + 1])

    def _of_nodes(self, head: int, index: int) -> bool:
        """Whether the town stands in a list that says which crossings or ports are meant: "over three points: A, B and C"."""
        opener = self.mentions[head - 1] if head > 1 else None
        listed = head < index or (index + 1 < len(self.mentions) and mark_of(self.mentions[index + 1]) in _LISTED)
        if opener is None or not listed or not self._listed_nodes(head):
            return False
        if mark_of(opener) is Mark.COLON:
            return any(self._moved_or_node(at) for at in range(head - 1))
        noun = self.mentions[head - 2].get(m.CorridorNoun)
        apart = mark_of(opener) in {Mark.COMMA, Mark.DASH, Mark.OPEN}
        return apart and noun is not None and noun.plural and noun.kind in NODES

    def _before_node(self, index: int) -> bool:
        """Whether the town stands in a list that ends with a name in full, and no space parts words: 满洲里、绥芬河、同江口岸."""
        at = index
        while at + 2 < len(self.mentions) and mark_of(self.mentions[at + 1]) in _LISTED and self._touching(at) and self._touching(at + 1):
            at += 2
            if not self._node(at):
                route = self.mentions[at].get(m.Route)
                return route is not None and corridor(route.id).kind in TOWNS
        return False

    def _touching(self, at: int) -> bool:
        return self.mentions[at].end == self.mentions[at + 1].start

    def _listed_nodes(self, head: int) -> bool:
        """Whether the first two of a list are towns with a crossing or port of their own."""
        return self._node(head) and head + 2 < len(self.mentions) and self._node(head + 2)

    def _moved_or_node(self, at: int) -> bool:
        mention = self.mentions[at]
        noun = mention.get(m.CorridorNoun)
        moved = bool(mention.mask & m.Head.bit) or is_cue(mention, "corridor", "passing")
        return moved or (noun is not None and noun.kind in NODES)

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
            if self._hyphened(at):
                at += 1
                continue
            at = self._bracket_end(at)
            dashed = at + 2 < len(self.mentions) and mark_of(self.mentions[at + 1]) is Mark.DASH
            if not dashed or self.mentions[at + 2].start - self.mentions[at].end > _DASHED:
                break
            at += 2
        return tuple(found), last

    def _hyphened(self, at: int) -> bool:
        """Whether a hyphen alone joins the next name: "the A-B-C route"."""
        if at + 1 >= len(self.mentions) or self.mentions[at + 1].start - self.mentions[at].end != 1:
            return False
        return self.scanned.text[self.mentions[at].end] == "-" and town_of(self.mentions[at + 1]) is not None

    def _bracket_end(self, at: int) -> int:
        """Return the index of the bracket that closes what is said of a town: "A (province B) – C (province D)"; else the town's own."""
        if (
            at + 1 < len(self.mentions)
            and mark_of(self.mentions[at + 1]) is Mark.OPEN
            and self.mentions[at + 1].start - self.mentions[at].end <= 1
        ):
            return next(
                (close for close in range(at + 2, min(at + 6, len(self.mentions))) if mark_of(self.mentions[close]) is Mark.CLOSE), at
            )
        return at

    def _chained(self, index: int, last: int, chain: tuple[str, ...]) -> list[Ref] | None:
        last = self._named_way(last)
        noun = self.mentions[last + 1].get(m.CorridorNoun) if last + 1 < len(self.mentions) else None
        touching = noun is not None and self.mentions[last + 1].start - self.mentions[last].end <= 1
        kind = noun.kind if noun is not None and touching else None
        if kind is None and len(chain) > 2 and self._way_word(last):
            kind, touching = CorridorKind.CORRIDOR, True
        if kind is None and len(chain) == 2 and self._run_by_trains(index, last):
            kind = CorridorKind.RAILWAY
            touching = self._way_word(last)
        if kind is not CorridorKind.CORRIDOR and all(map(is_land, chain)):
            return None
        entity = named(kind, chain, noun.goods if noun is not None and touching else ())
        if len(chain) == 2 and (kind is CorridorKind.BORDER_CROSSING or (kind is None and self._crossings_told(index))):
            facing = crossing_of(*chain)
            entity, kind = facing or entity, CorridorKind(facing.kind) if facing is not None else kind
        if entity is None and kind is None:
            return None
        lead = self.mentions[index - 2].get(m.CorridorNoun) if index > 1 and mark_of(self.mentions[index - 1]) is Mark.COMMA else None
        if lead is not None and entity is not None and lead.kind == entity.kind:
            index -= 2  # "the first bridge, A – B, …"
        end = last + 1 if touching else last
        found = CorridorKind(entity.kind) if entity is not None else kind
        assert found is not None
        return [Ref(index, end, self.mentions[index].start, self.mentions[end].end, found, entity, chain, through=self._through(index))]

    def _crossings_told(self, index: int) -> bool:
        """Whether the sentence has said that it counts up crossings: "the checkpoints are four: A – B, C – D"."""
        nouns = [noun for each in self.mentions[:index] if (noun := each.get(m.CorridorNoun)) is not None]
        return bool(nouns) and nouns[-1].kind is CorridorKind.BORDER_CROSSING

    def _named_way(self, last: int) -> int:
        """Return where the chain's name ends: behind its closing quote and the goods of the way: "“A–B–C” seafood line"."""
        if last + 1 >= len(self.mentions) or mark_of(self.mentions[last + 1]) is not Mark.QUOTE:
            return last
        end = last + 1
        while end + 1 < len(self.mentions) and not self.mentions[end + 1].mask & m.CorridorNoun.bit:
            end += 1
            if not self.mentions[end].mask & m.Goods.bit:
                return last
        return end if end + 1 < len(self.mentions) and self.mentions[end + 1].start - self.mentions[last].end <= _GAP_NAME else last

    def _way_word(self, last: int) -> bool:
        """Whether a word for a way stands right behind the chain: "the A-B-C route"."""
        following = self.mentions[last + 1] if last + 1 < len(self.mentions) else None
        return following is not None and is_cue(following, "corridor", "line") and following.start - self.mentions[last].end <= 1

    def _run_by_trains(self, index: int, last: int) -> bool:
        """Whether a word for a way or for trains stands right beside two towns between which freight goes by rail: "the A-B train"."""
        freighted = last + 1 < len(self.mentions) and is_cue(self.mentions[last + 1], "corridor", "freighted")
        behind = last + 2 if freighted and not self._is_way(last + 1) else last + 1
        near = [(index - 1, index - 1, index), (behind, behind - 1, behind)]
        beside = any(self._is_way(at) and self._gap(left, right) <= _TOUCH for at, left, right in near)
        return beside and self._kind_by_trains() is not None

    def _gap(self, left: int, right: int) -> int:
        return self.mentions[right].start - self.mentions[left].end

    def _is_way(self, at: int) -> bool:
        """Whether there is a word for a way, or for what runs on rails."""
        return 0 <= at < len(self.mentions) and any(is_cue(self.mentions[at], "corridor", name) for name in ("line", "train"))

    def _kind_by_trains(self) -> CorridorKind | None:
        """Return that it is a railway, where trains with goods are told of."""
        loaded = bool(self.scanned.mask & m.Goods.bit or self.scanned.cued("corridor", "freighted"))
        return CorridorKind.RAILWAY if loaded and self.scanned.cued("corridor", "train") else None

"""Whether goods, trains or ships are told to move where a town is named."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark, Role
from sinorus.parsers.corridor.place import Places, town_of
from sinorus.parsers.marks import is_cue, mark_of, role_of
from sinorus.records import CorridorStatus
from sinorus.scan.mention import Mention
from sinorus.world import corridor

_ARTICLE = 5
_LONG_NAME = 40
"""Room for a name whose short form in brackets is the known one."""
_THROUGH = frozenset({Role.VIA})
_LISTED = frozenset({Mark.AND, Mark.OR, Mark.COMMA})
_VESSELS = frozenset({"ships", "tankers"})


class Traffic(Places):
    """Reads what moves in the words around a town."""

    def _passed(self, index: int) -> bool:
        """Whether goods or trains are on the move in the words before the town."""
        for at in range(index - 1, max(index - 12, -1), -1):
            mark = mark_of(self.mentions[at])
            if mark is Mark.SEMICOLON or (mark is Mark.COMMA and at > 0 and town_of(self.mentions[at - 1]) is None):
                return False
            if self._goes(self.mentions[at]):
                return True
        return False

    @staticmethod
    def _goes(mention: Mention) -> bool:
        """Whether a word has goods or vehicles on the move."""
        return is_cue(mention, "corridor", "passing") or is_cue(mention, "corridor", "vehicle") or bool(mention.mask & m.Head.bit)

    def _moving(self, index: int) -> bool:
        """Whether goods or trains are on the move in the words before the town, or right behind it."""
        behind = self.mentions[index + 1 : index + 4]
        if behind and role_of(behind[0]) is Role.TO:
            return False  # a line that runs over it to somewhere
        return self._passed(index) or any(map(self._goes, behind))

    def _stopped(self, at: int) -> bool:
        """Whether traffic is said to have stopped."""
        state = self.mentions[at].get(m.CorridorState)
        return state is not None and state.status is CorridorStatus.SUSPENDED

    def _list_head(self, index: int) -> int:
        """Return the first of the towns listed with this one."""
        while index > 1 and mark_of(self.mentions[index - 1]) in _LISTED:
            town = self._before_brackets(index - 2)
            if town_of(self.mentions[town]) is None:
                break
            if self.mentions[index].start - self.mentions[index - 1].end > _ARTICLE:
                break  # "over A, the station facing B"
            index = town
        return index

    def _before_brackets(self, at: int) -> int:
        """Return where the word stands before brackets that close here; without them, here."""
        if mark_of(self.mentions[at]) is not Mark.CLOSE:
            return at
        opened = next((each for each in range(at - 1, max(at - 8, 0), -1) if mark_of(self.mentions[each]) is Mark.OPEN), at)
        return opened - 1 if opened < at else at

    def _told_before(self, index: int, cue: str) -> bool:
        """Whether a word that has ships or goods there stands before the town, or before the list that it ends."""
        at = index - 1
        while at > 0 and mark_of(self.mentions[at]) in _LISTED and self.mentions[at - 1].mask & m.Party.bit:
            at -= 2
        if at > 0 and not self.mentions[at].mask & m.Cue.bit and role_of(self.mentions[at]) in {Role.IN, Role.AT, Role.TO}:
            at -= 1
        return at >= 0 and is_cue(self.mentions[at], "corridor", cue)

    def _by_ship(self, index: int) -> bool:
        """Whether ships are told to go to the town, or the list that it ends, and not on a voyage from one to another."""
        head = self._list_head(index)
        ships = any(map(_is_vessel, self.mentions))
        voyage = any(role_of(self.mentions[at]) is Role.FROM and town_of(self.mentions[at + 1]) is not None for at in range(head - 1))
        named = index + 1 < len(self.mentions) and bool(self.mentions[index + 1].mask & m.CorridorNoun.bit)  # "the A terminal"
        return ships and not voyage and not named and self._role(head) in {Role.TO, Role.AT} and self._passed(head)

    def _shut(self, index: int) -> bool:
        """Whether the town, the subject, is told to take no more goods: "Dalian has stopped accepting coal"."""
        if self.mentions[self._list_head(index)].start - self.scanned.sentence.span.start > _ARTICLE:
            return False
        at = index + 1
        while at + 1 < len(self.mentions) and mark_of(self.mentions[at]) in _LISTED and town_of(self.mentions[at + 1]) is not None:
            at += 2
        return at < len(self.mentions) and self._stopped(at)

    def _leaves(self, index: int) -> bool:
        """Whether goods are told right behind the town to cross the border there: 由满洲里出境."""
        following = self.mentions[index + 1] if index + 1 < len(self.mentions) else None
        leaves = following is not None and is_cue(following, "corridor", "exits") and following.start == self.mentions[index].end
        return leaves and not any(each.mask & m.CorridorNoun.bit or self._piped(each) for each in self.mentions)

    def _piped(self, mention: Mention) -> bool:
        """Whether the mention names a pipeline, which enters the country at whatever town."""
        route = mention.get(m.Route) if mention.mask & m.Route.bit else None
        return route is not None and corridor(route.id).kind == "pipeline"

    def _through(self, index: int) -> bool:
        """Whether the word before it, or before the list that it ends, says that goods go through it."""
        at = self._opening(self._list_head(index))
        return at > 0 and role_of(self.mentions[at - 1]) in _THROUGH and self.mentions[at].start - self.mentions[at - 1].end <= _LONG_NAME

    def _held(self, head: int) -> bool:
        """Whether vehicles are told right before the town to be in it: "lorries are stuck in A"."""
        town = town_of(self.mentions[head])
        inside = town is not None and (self._role(head) is Role.IN or town.role is Role.IN) if head else False
        before = self.mentions[max(head - 5, 0) : head]
        parted = any(mark_of(each) in {Mark.COMMA, Mark.SEMICOLON} for each in before)
        held = any(is_cue(each, "corridor", "passing") for each in before) and any(map(_is_vehicle, before))
        return inside and held and not parted

    def _opening(self, at: int) -> int:
        """Return where a name begins that stands in quotes, or in brackets as the short form of a longer one."""
        if at and mark_of(self.mentions[at - 1]) is Mark.QUOTE:
            return at - 1
        return at - 1 if at and mark_of(self.mentions[at - 1]) is Mark.OPEN and self.mentions[at].mask & m.Route.bit else at


def _is_vessel(mention: Mention) -> bool:
    """Whether a word means ships, or carriage by sea."""
    goods = mention.get(m.Goods)
    return is_cue(mention, "corridor", "vessel") or (goods is not None and goods.id in _VESSELS)


def _is_vehicle(mention: Mention) -> bool:
    goods = mention.get(m.Goods)
    return is_cue(mention, "corridor", "vehicle") or (goods is not None and goods.id == "trucks")

"""The towns and regions that stand with a corridor: before its noun, behind it, or by a name that no register knows."""

import re

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark, Role
from sinorus.parsers.corridor.kinds import NODES
from sinorus.parsers.corridor.register import is_end, is_water, named
from sinorus.parsers.marks import is_cue, mark_of, role_of
from sinorus.parsers.proper_name import runs
from sinorus.records import CorridorKind
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned
from sinorus.world import corridor

_SITES = frozenset({Role.IN, Role.AT, Role.OF})
_GAP = 30
_WORDS = 8
"""Characters between the ends of a line and its noun: what it is for."""
_JOINTS = m.Relation.bit | m.Cue.bit
_JOINING = frozenset({Mark.DASH, Mark.AND})
_STARTS = frozenset({Role.TO, Role.VIA, Role.FROM, Role.BETWEEN})
_WILL = m.Certainty.bit | m.Intent.bit
_TOUCH = 2
_NAME = re.compile(r" «?(?P<name>(?P<first>[^\W\d_]+)(?: ?(?:--|[-–—]) ?(?P<last>[^\W\d_]+))?)")
_SITE = re.compile(r" (?:[^\W\d_A-ZА-ЯЁ][^\W\d_]+ ){1,3}(?P<name>(?!\d)\w[\w’'-]+)(?!\w)")
"""A site behind its kind: "in the bay of Such-and-such", «в бухте Такой»."""
_DOUBLE = re.compile(r"(?P<first>[^\W\d_]+) ?(?:--|[-–—]) ?(?P<last>[^\W\d_]+) \Z")


def town_of(mention: Mention) -> m.Party | None:
    """Return what the mention says of a place, where it names one (a country's name is one of its meanings)."""
    if mention.mask & m.Party.bit:
        for each in mention.meanings:
            if isinstance(each, m.Party) and each.place is not None:
                return each
    return None


def _at_node(mention: Mention) -> str | None:
    """Return the town of a port or crossing that is named as a whole: "the port of Such-and-such"."""
    route = mention.get(m.Route) if mention.mask & m.Route.bit else None
    entity = corridor(route.id) if route is not None else None
    return entity.places[0] if entity is not None and entity.kind in NODES and len(entity.places) == 1 else None


class Places:
    """Finds the places of a noun in one sentence."""

    def __init__(self, scanned: Scanned) -> None:
        self.scanned = scanned
        self.mentions = scanned.mentions

    def _another(self, index: int, places: tuple[str, ...] = ()) -> bool:
        """Whether the noun tells of one more than the known one; "new" does, but of one that is named by both its ends."""
        noun = self.mentions[index].get(m.CorridorNoun)
        fresh = noun is None or noun.kind is not CorridorKind.BRIDGE  # where there is a bridge there was none before
        return any(
            is_cue(each, "corridor", "another") or (fresh and len(places) < 2 and is_cue(each, "corridor", "new"))
            for each in self.mentions[max(index - 2, 0) : index + 1]
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
            elif found:
                if mark_of(before) is not Mark.DASH and not self._leads_on(at - 1):
                    break
            elif at != index or not self._possessive(at - 1):
                break
            at -= 1
        if len(found) < 2 and (ends := self._ends_before(index)) is not None:
            return ends
        return tuple(found), first

    def _ends_before(self, index: int) -> tuple[tuple[str, ...], int] | None:
        """Return the ends of a line told before its noun where no space parts words: 从A经B到C的铁路, 连接A与B的大桥, A至B至C航线."""
        text = self.scanned.text
        found: list[str] = []
        first, joined, gap = index, False, _WORDS
        for at in range(index - 1, -1, -1):
            mention = self.mentions[at]
            between = text[mention.end : self.mentions[at + 1].start]
            if len(between) > gap or (not between.isalpha() and between):
                break
            town, node = town_of(mention), _at_node(mention)
            place = town.place if town is not None else node
            if place is not None and is_end(place):
                if found and not self.mentions[at + 1].mask & _JOINTS and mark_of(self.mentions[at + 1]) not in _JOINING:
                    break
                found.insert(0, place)
                first, gap = at, 2
            elif is_cue(mention, "corridor", "linking") or role_of(mention) in _STARTS:
                joined, first = True, at
                if role_of(mention) in {Role.FROM, Role.BETWEEN}:
                    break
            elif mark_of(mention) is Mark.DASH:
                joined = True
            elif not mention.mask & (m.Relation.bit | m.Party.bit) and mark_of(mention) is not Mark.AND:
                break
        noun = self.mentions[index].get(m.CorridorNoun)
        ends = tuple(dict.fromkeys(found))
        known = len(ends) > 1 and noun is not None and named(noun.kind, ends) is not None  # 同江与下列宁斯阔耶之间的大桥
        return (ends, first) if len(ends) > 1 and (joined or known) else None

    def _leads_on(self, at: int) -> bool:
        """Whether a "to" right behind a town leads on to the next one: "the A to B line"."""
        if role_of(self.mentions[at]) is not Role.TO or not at or not self._end(self.mentions[at - 1]):
            return False
        return self.mentions[at].start - self.mentions[at - 1].end <= 1

    def _possessive(self, at: int) -> bool:
        return role_of(self.mentions[at]) is Role.POSSESSIVE

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
            if is_cue(mention, "corridor", "linking") or (at == index + 1 and self._near_both(at)):
                linked = opened = True
            elif is_cue(mention, "flow", "nowadays"):
                pass  # "a railway now joins A with B"
            elif linked and found and (node := _at_node(mention)) is not None:
                found.append(node)  # "A with the port of B"
                last = at
            elif town is not None and town.place is not None and (opened or self._touches(at, index)):
                end = is_end(town.place) or linked or (opened and bool(found) and self._role(at) in {Role.FROM, Role.VIA, Role.TO})
                if end and not self._owner(at) and not is_water(town.place):
                    found.append(town.place)
                    last = at
            elif (
                (at == index + 1 and self._quotes_town(at))
                or mention.mask & m.Party.bit
                or (relation is not None and relation.role is Role.POSSESSIVE)
            ):
                pass
            elif relation is not None and relation.role in {Role.OF, Role.AT, Role.IN, Role.FROM, Role.TO, Role.BETWEEN, Role.VIA}:
                if at == index + 1 and relation.role in _SITES and mention.start - self.mentions[index].end > _TOUCH:
                    break
                over = linked and relation.role is Role.IN and at + 1 < len(self.mentions) and town_of(self.mentions[at + 1]) is not None
                over = over or (linked and relation.role is Role.OF and (self._port_of(at - 1) or self._town_of(at)))
                if found and relation.role in {Role.IN, Role.AT, Role.OF} and not over:
                    break
                linked = linked or relation.role is Role.FROM
                if self._role_is_time(at):
                    break
                opened = True
            elif (
                (relation is not None and relation.role is Role.WITH and linked and found)
                or (not found and self._for_what(at))
                or (not found and self._opens_way(at))
                or (mark_of(mention) is Mark.COMMA and found and self._lists(index, at))
            ) or (linked and found and self._port_of(at)):
                pass
            elif mark_of(mention) is Mark.COMMA and found and (close := self._aside_end(at)) is not None:
                at = close
            elif mark_of(mention) not in {Mark.AND, Mark.DASH} or (mark_of(mention) is Mark.AND and not found):
                break
            at += 1
        if not found and index + 1 < len(self.mentions):
            return self._unknown_place(index), index
        return tuple(dict.fromkeys(found)), last

    def _quotes_town(self, at: int) -> bool:
        """Whether a quote right behind a noun opens the name of a town: «терминал «Забайкальск»»."""
        touching = mark_of(self.mentions[at]) is Mark.QUOTE and self.mentions[at].start - self.mentions[at - 1].end <= 1
        return touching and at + 1 < len(self.mentions) and self._end(self.mentions[at + 1])

    def _port_of(self, at: int) -> bool:
        """Whether a word for a port only goes with a town, an end of the line: "will connect A port with B", "A with the port of B"."""
        noun = self.mentions[at].get(m.CorridorNoun)
        if noun is not None and noun.kind in NODES and at + 2 < len(self.mentions) and role_of(self.mentions[at + 1]) is Role.OF:
            return self._end(self.mentions[at + 2])
        touching = self.mentions[at].start - self.mentions[at - 1].end <= 1
        return noun is not None and noun.kind in NODES and touching and self._end(self.mentions[at - 1])

    def _town_of(self, at: int) -> bool:
        """Whether "of" only names the town of a country: "and the Chinese city of B"."""
        owner = self.mentions[at - 1].get(m.Party)
        return owner is not None and owner.owns and at + 1 < len(self.mentions) and self._end(self.mentions[at + 1])

    def _lists(self, noun: int, comma: int) -> bool:
        """Whether a comma goes on with the towns of a noun in the plural: "the ports of A, B and C"."""
        plural = (found := self.mentions[noun].get(m.CorridorNoun)) is not None and found.plural
        return plural and comma + 1 < len(self.mentions) and self._end(self.mentions[comma + 1])

    def _opens_way(self, at: int) -> bool:
        """Whether a comma or "which" leads to a word that names the ends: "a bridge, linking A and B", "which will link them"."""
        if mark_of(self.mentions[at]) not in {Mark.COMMA, Mark.RELATIVE} and not self.mentions[at].mask & _WILL:
            return False
        following = self.mentions[at + 1 : at + 4]
        on = next((each for each in following if mark_of(each) is not Mark.RELATIVE and not each.mask & _WILL), None)
        return on is not None and is_cue(on, "corridor", "linking")

    def _near_both(self, at: int) -> bool:
        """Whether a word for nearness leads to two towns: "a crossing near A and B"."""
        if not is_cue(self.mentions[at], "corridor", "near"):
            return False
        joints = [each for each in range(at + 2, min(at + 6, len(self.mentions) - 1)) if mark_of(self.mentions[each]) is Mark.AND]
        behind = self.mentions[joints[0] + 1 : joints[0] + 5] if joints else ()
        return any(map(self._end, self.mentions[at + 1 : joints[0]])) and any(map(self._end, behind)) if joints else False

    def _for_what(self, at: int) -> bool:
        """Whether the words only tell what the line is for, ahead of its ends: "a rail route for freight links A with B"."""
        if role_of(self.mentions[at]) is not Role.FOR and role_of(self.mentions[at - 1]) is not Role.FOR:
            return False
        return any(is_cue(each, "corridor", "linking") for each in self.mentions[at + 1 : at + 3])

    def _aside_end(self, comma: int) -> int | None:
        """Return the comma that closes what is said of a town in passing, where the way goes on: "from A, in province B, to C"."""
        for close in range(comma + 1, min(comma + 7, len(self.mentions) - 1)):
            if mark_of(self.mentions[close]) is Mark.COMMA:
                on = self.mentions[close + 1].get(m.Relation)
                return close if on is not None and on.role in {Role.TO, Role.VIA} else None
            if not self.mentions[close].mask & (m.Party.bit | m.Relation.bit):
                return None
        return None

    def _touches(self, at: int, noun: int) -> bool:
        """Whether a name stands right behind the noun or a dash: "bridge Dzhalinda–Mohe"."""
        before = self.mentions[at - 1]
        if at - 1 == noun or (at - 2 == noun and mark_of(before) is Mark.QUOTE):
            return self.mentions[at].start - before.end <= _TOUCH
        return mark_of(before) in {Mark.DASH, Mark.AND} or (mark_of(before) is Mark.COMMA and self._lists(noun, at - 1))

    def _role(self, at: int) -> Role | None:
        return role_of(self.mentions[at - 1])

    def _owner(self, at: int) -> bool:
        """Whether the name owns or describes the next one: "China's Tongjiang", "the Chinese city of"."""
        if at + 1 < len(self.mentions):
            following = self.mentions[at + 1]
            if role_of(following) is Role.POSSESSIVE:
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
        if relation.start - self.mentions[index].end > _TOUCH:
            return None
        stop = self.mentions[index + 2].start if index + 2 < len(self.mentions) else self.scanned.sentence.span.end
        if role_of(relation) in {Role.AT, Role.OF}:
            span = next(runs(self.scanned.text, relation.end, stop), None)
            if span is not None and span[0] - relation.end <= 1:
                return span
        noun = self.mentions[index].get(m.CorridorNoun)
        if noun is None or noun.kind not in NODES or role_of(relation) not in _SITES | {Role.TO}:
            return None
        at = index + 2 + (index + 2 < len(self.mentions) and role_of(self.mentions[index + 2]) is Role.OF)
        stop = self.mentions[at].start if at < len(self.mentions) else self.scanned.sentence.span.end
        site = _SITE.match(self.scanned.text, relation.end, stop)
        return site.span("name") if site is not None and site["name"][0].isupper() else None

    def _compound(self, index: int) -> tuple[int, int] | None:
        """Return the stretch of a double name right before a noun that the register does not know: "the Elga–Ulak railway"."""
        noun = self.mentions[index]
        match = _DOUBLE.search(self.scanned.text, self.scanned.sentence.span.start, noun.start)
        if match is None or not match["first"][0].isupper() or not match["last"][0].isupper():
            return None
        within = [each for each in self.mentions[:index] if each.end > match.start()]
        if any(mark_of(each) is not Mark.DASH and not self._end(each) for each in within):
            return None  # "the China–Europe railway" has no towns for ends
        return match.start(), match.end("last")

    def _apposed(self, index: int) -> tuple[int, int] | None:
        """Return the stretch of an unknown name right behind a noun: "порт Индига", "дорога Нерюнгри — Чульман"."""
        text, noun = self.scanned.text, self.mentions[index]
        match = _NAME.match(text, noun.end, self.scanned.sentence.span.end)
        if match is None or not match["name"][0].isupper() or match["name"].isascii():
            return None  # in Latin script the name stands before the noun
        double = match["last"] is not None and match["last"][0].isupper()
        start, end = match.start("name"), match.end("last") if double else match.end("first")
        within = [each for each in self.mentions[index + 1 :] if each.start < end]
        if any(mark_of(each) is not Mark.DASH and not (double and self._end(each)) for each in within):
            return None
        return start, end

    def _end(self, mention: Mention) -> bool:
        town = town_of(mention)
        return town is not None and town.place is not None and is_end(town.place)

    def _unknown_end(self, index: int) -> int:
        span = self._unknown_span(index)
        return span[1] if span is not None else self.mentions[index].end

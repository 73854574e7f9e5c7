"""Whether the name of a town stands for its port or crossing: what a sentence says of the town, its subject."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark, Role, Use
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.corridor.kinds import NODES
from sinorus.parsers.corridor.place import town_of
from sinorus.parsers.corridor.register import is_land
from sinorus.parsers.corridor.traffic import Traffic
from sinorus.parsers.marks import is_cue, mark_of, role_of

_BETWEEN = PeriodExpr.bit | m.Level.bit | m.OtherMeasure.bit | m.Relation.bit
_HANDLED = m.Figure.bit | m.Goods.bit
_APPOSED = m.Party.bit | m.Relation.bit | m.CorridorNoun.bit | m.Figure.bit
_WEIGHED = frozenset({"t", "m3", "TEU"})
_THROUGH = frozenset({Role.VIA})
_LISTED = frozenset({Mark.AND, Mark.OR, Mark.COMMA})


class Standing(Traffic):
    """Tells towns that stand for their port or crossing from towns where something else happens."""

    def _stands_for_node(self, index: int) -> bool:
        """Whether the sentence calls the town, its subject, a port or crossing, or has it handle goods."""
        if index + 1 >= len(self.mentions) or not (self._subject(index) or self._named_for_it(index)):
            return False
        if self._through_which(index) or self._trades(index):
            return True
        behind = self._aside(index)
        between = _BETWEEN | _HANDLED if index and role_of(self.mentions[index - 1]) is Role.AT else _BETWEEN
        for at in range(behind, min(behind + 6, len(self.mentions))):
            mention = self.mentions[at]
            head = mention.get(m.Head)
            if is_cue(mention, "corridor", "passing") or (head is not None and head.use is Use.VERB) or self._stopped(at):
                return True
            if self._grew(index, at):
                return True
            if mark_of(mention) not in {Mark.COMMA, Mark.RELATIVE} and not mention.mask & between:
                break
        if self.mentions[index].start - self.scanned.sentence.span.start > 4:
            return False
        for at in range(index + 1, len(self.mentions)):
            noun = self.mentions[at].get(m.CorridorNoun)
            if noun is not None and noun.kind in NODES and all(map(is_land, (*self._places_after(at)[0], *self._places_before(at)[0]))):
                return True
        return False

    def _named_for_it(self, index: int) -> bool:
        """Whether the town, the subject, is told by what it is: "the border station of A", "the largest crossing, A"."""
        at = index - 1
        comma = at > 0 and mark_of(self.mentions[at]) is Mark.COMMA
        if comma:
            opener = self.mentions[:at]
            noun = next((noun for each in opener if (noun := each.get(m.CorridorNoun)) is not None), None)
            near = self.mentions[index].start - self.mentions[at].end <= 1
            plain = all(each.mask & (_APPOSED | m.Level.bit) for each in opener) and not any(map(self._node, range(at)))
            return near and plain and noun is not None and noun.kind in NODES and not noun.plural
        while at >= 0 and self.mentions[at].mask & (m.Party.bit | m.Relation.bit):
            at -= 1
        return at == 0 and is_cue(self.mentions[0], "corridor", "station")

    def _trades(self, index: int) -> bool:
        """Whether goods named by their kind are the town's imports or exports: "Manzhouli's imports of timber"."""
        owner, head, *rest = (*self.mentions[index + 1 : index + 6], None, None)[:6]
        if owner is None or head is None or role_of(owner) is not Role.POSSESSIVE or not head.mask & m.Head.bit:
            return False
        return any(each is not None and each.mask & m.Goods.bit for each in rest)

    def _grew(self, index: int, at: int) -> bool:
        """Whether what passes at the place, weighed behind, is told to have grown or fallen: "at A traffic rose 7% to 11 Mt"."""
        between = self.mentions[index + 1 : at]
        if not self.mentions[at].mask & m.Movement.bit or any(each.mask & (m.OtherMeasure.bit | m.Head.bit) for each in between):
            return False
        weighed = [figure.quantity for each in self.mentions[at + 1 : at + 5] if (figure := each.get(m.Figure)) is not None]
        return any(quantity.unit in _WEIGHED for quantity in weighed)

    def _through_which(self, index: int) -> bool:
        """Whether a relative clause sends something through the town: "Hunchun, through which …"."""
        following = self.mentions[index + 1 : index + 4]
        ways = [at for at, each in enumerate(following[:-1]) if (way := each.get(m.Relation)) is not None and way.role in _THROUGH]
        return any(mark_of(following[at + 1]) is Mark.RELATIVE for at in ways)

    def _aside(self, index: int) -> int:
        """Return where the words go on behind the rest of a list and an apposition: "A and B, two ports in the north, …"."""
        at = index + 1
        while at + 1 < len(self.mentions) and mark_of(self.mentions[at]) in _LISTED and self._node(at + 1):
            at += 2
        if at >= len(self.mentions) or mark_of(self.mentions[at]) is not Mark.COMMA:
            return at
        for close in range(at + 1, min(at + 7, len(self.mentions))):
            if mark_of(self.mentions[close]) is Mark.COMMA:
                return close + 1
            if not self.mentions[close].mask & _APPOSED:
                break
        return at

    def _node(self, at: int) -> bool:
        town = town_of(self.mentions[at])
        return town is not None and town.place is not None and bool(self.mentions[at].mask & m.Route.bit)

    def _with_node(self, index: int) -> bool:
        """Whether the town ends a list that a known crossing opens: "by way of A and B"."""
        head = self._list_head(index)
        return head < index and self._node(head)

    def _subject(self, index: int) -> bool:
        """Whether the town stands as subject: at the head of the sentence or of a clause; or as the place "at" which goods pass."""
        first = index
        while first > 1 and mark_of(self.mentions[first - 1]) in _LISTED and self._node(first - 2):
            first -= 2
        if self.mentions[first].start - self.scanned.sentence.span.start <= 4 or self._timed(first):
            return True
        before = self.mentions[index - 1]
        near = self.mentions[index].start - before.end <= 2
        if mark_of(before) is Mark.COLON:
            return True
        if role_of(before) is Role.AT and near:
            return True
        return near and mark_of(before) in {Mark.SEMICOLON, Mark.CONTRAST}

    def _timed(self, first: int) -> bool:
        """Whether only a time stands before: "In 2021, Manzhouli …"."""
        before = self.mentions[:first]
        times = [each for each in before if each.mask & PeriodExpr.bit]
        return bool(times) and all(each.mask & (PeriodExpr.bit | m.Relation.bit | m.Punctuation.bit) for each in before)

"""The capacity and length of one corridor, among the words that belong to it."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark, Role
from sinorus.parsers.corridor.kinds import LINES, NODES
from sinorus.parsers.corridor.region import Region
from sinorus.parsers.marks import is_cue, mark_of, role_of
from sinorus.records import CorridorKind, CorridorStatus
from sinorus.scan.mention import Mention
from sinorus.values import Dimension, Quantity
from sinorus.values.evolve import evolve

OPEN = m.Certainty.bit | m.Intent.bit | m.Negation.bit
"""Words that leave open whether goods move."""
_MODAL = m.Certainty.bit | m.Intent.bit
_GROWING = m.Level.bit | m.Movement.bit | m.Relation.bit | m.Action.bit
_SIZES = m.Figure.bit | m.Measured.bit
_BEARERS = LINES | {CorridorKind.TERMINAL, CorridorKind.BORDER_CROSSING}
"""Kinds that are built to a size; what a port or sea route is meant to carry is its aim."""
TRAFFIC = NODES | {CorridorKind.RAILWAY}
"""Kinds whose capacity is told of what exists; that of a pipeline or bridge is quoted from its plan as well."""
_SIZED = LINES | {CorridorKind.TERMINAL}
_ASIDE = 8
"""Mentions between a verb and an amount told behind its goods: "would take Russian gas to China, up to F a year"."""
_OWNED = 12
"""Characters between a measure and whose it is."""
_BREAKS = frozenset({Mark.COMMA, Mark.SEMICOLON})
_TURNS = frozenset({Mark.RELATIVE, Mark.CONTRAST})
_LIST = frozenset({Mark.AND, Mark.COMMA})
_RATES = {Dimension.MASS: "t/a", Dimension.VOLUME: "m3/a", Dimension.ENERGY: "kW.h/a"}


class Measures(Region):
    """Reads how much one corridor can carry, and how long it is."""

    def _figures(self) -> None:
        for index, figure in self.scanned.between(m.Figure, self.low, self.high):
            quantity = figure.quantity
            if index < self.first and any(mark_of(each) in _TURNS for each in self.mentions[index + 1 : self.first]):
                continue  # the size of what the clause before tells of
            if quantity.dimension is Dimension.LENGTH:
                if self.said.length is None and (self._measured(index, "length") or self._long(index)):
                    self.said.length = quantity
                    self.said.reach(self.mentions[index])
            elif quantity.is_physical and self.said.capacity is None and (quantity.dimension is not Dimension.COUNT or self._a_day(index)):
                capacity = self._capacity(index, quantity)
                if capacity is not None:
                    self.said.capacity = capacity
                    self.said.reach(self.mentions[index])
        if self.said.capacity is None:
            self._headed()

    def _headed(self) -> None:
        """Take the figure of "the capacity of NAME … amounts to F", whatever stands between as an aside; what has one exists."""
        word = self._size_word()
        if word is None:
            return
        exists = self.said.status is None and self.ref.kind in TRAFFIC
        sized = next((at for at in range(self.after, self.high) if self.mentions[at].mask & m.Figure.bit), self.high)
        if exists and not any(each.mask & OPEN for each in self.mentions[self.low : sized]):
            self.said.status, self.said.inferred = CorridorStatus.OPERATING, True
        meant = False
        for index in range(self.after, len(self.mentions)):
            mention = self.mentions[index]
            if mention.mask & (m.Head.bit | m.Measured.bit | m.Negation.bit) or mark_of(mention) is Mark.SEMICOLON:
                return
            meant = meant or bool(mention.mask & OPEN)
            figure = mention.get(m.Figure)
            if figure is None:
                continue
            capacity = self._rate(index, figure.quantity) if figure.quantity.is_physical else None
            if capacity is None and figure.quantity.is_physical and is_cue(word, "corridor", "yearly"):
                capacity = evolve(figure.quantity, unit=f"{figure.quantity.unit}/a")
            if capacity is not None and capacity.is_rate and (self._levelled(index) or (not meant and self._risen(index))):
                self.said.capacity = capacity
                self.said.reach(mention)
            return

    def _levelled(self, index: int) -> bool:
        """Whether the word before the figure, or a dash, says that the capacity is so much."""
        return bool(self.mentions[index - 1].mask & (m.Level.bit | OPEN)) or mark_of(self.mentions[index - 1]) is Mark.DASH

    def _size_word(self) -> Mention | None:
        """Return the word for a capacity right before the name: "the capacity of X", where cases say "of" without it: «мощность «X»»."""
        at = self.first - 1
        while at > 0 and (mark_of(self.mentions[at]) is Mark.QUOTE or role_of(self.mentions[at]) is Role.OF):
            at -= 1
        measured = self.mentions[at].get(m.Measured) if 0 <= at < self.first else None
        near = measured is not None and self.mentions[self.first].start - self.mentions[at].end <= _OWNED
        return self.mentions[at] if near and measured is not None and measured.kind == "capacity" else None

    def _left_behind(self, index: int) -> bool:
        """Whether the figure is the level from which the capacity went up: "from 3 to 5 Mt a year"."""
        behind = range(index + 2, min(index + 5, self.high))
        raised = any(self.mentions[at].mask & m.Figure.bit and role_of(self.mentions[at - 1]) is Role.TO for at in behind)
        return raised and index > 0 and role_of(self.mentions[index - 1]) is Role.FROM

    def _risen(self, index: int) -> bool:
        """Whether the words before the figure tell that something rose to it."""
        to, rose = self.mentions[index - 1].get(m.Relation), self.mentions[index - 2]
        return to is not None and to.role is Role.TO and bool(rose.mask & m.Movement.bit)

    def _long(self, index: int) -> bool:
        """Whether a distance is the length of a line: not one from or to somewhere."""
        word = self.mentions[index - 1].get(m.Measured) if index else None
        if self.ref.kind is CorridorKind.SEA_ROUTE and word is not None:
            return word.kind == "length"
        if self.ref.kind not in LINES:
            return False
        of = self.mentions[index - 1].get(m.Relation) if index > 1 else None
        measured = of is not None and of.role is Role.OF and self._line(self.mentions[index - 2])  # "a line of 900 km"
        near = (*self.mentions[max(index - 1, 0) : index if not measured else 0], *self.mentions[index + 1 : index + 2])
        return not any(each.mask & m.Relation.bit for each in near)

    def _line(self, mention: Mention) -> bool:
        return bool(mention.mask & m.CorridorNoun.bit) or is_cue(mention, "corridor", "line")

    def _measured(self, index: int, kind: str) -> bool:
        own = range(self.first, self.after)  # the name between "capacity of" and the figure does not part them
        stop = next((at for at in range(index + 1, self.high) if mark_of(self.mentions[at]) in _BREAKS), self.high)
        near = [at for at in range(self.low, min(index + 3, stop)) if at not in own or self.mentions[at].mask & _SIZES]
        near = [at for at in near if mark_of(self.mentions[at]) is not Mark.QUOTE]
        place = near.index(index)
        for at in near[max(place - 3, 0) :]:
            measured = self.mentions[at].get(m.Measured)
            if measured is not None and measured.kind == kind:
                return at < index or not any(each.mask & m.Figure.bit for each in self.mentions[at + 1 : at + 3])  # "…, its size being F"
        return False

    def _capacity(self, index: int, quantity: Quantity) -> Quantity | None:
        """Return the figure as a capacity, where the words call it one; a yearly one in so many words is a rate."""
        if any(self.low <= at < index for at in self.scanned.cued("corridor", "each")) or self._left_behind(index):
            return None  # the size of a part, or the one before
        if self._by_size(index, quantity):
            return self._rate(index, quantity) or quantity
        if self._duty(index, quantity) or self._in_brackets(index, quantity):
            return self._rate(index, quantity)
        if self._enlarged(index):
            return self._rate(index, quantity)
        handles = any(is_cue(each, "corridor", "handle") for each in self.mentions[max(index - 4, 0) : index])
        after = self.mentions[index + 1 : min(index + 5, self.high)]
        handles = handles or any(is_cue(each, "corridor", "handle") for each in after if self._same_clause(index, each))
        if not handles and not self._measured(index, "capacity") and not self._raised(index):
            return None
        self._to_have(index)
        return self._rate(index, quantity) or (quantity if self._measured(index, "capacity") and not self._put_through(index) else None)

    def _put_through(self, index: int) -> bool:
        """Whether a word that may also mean what has passed measures the figure: "throughput came to F"."""
        words = [each for each in self.mentions[self.low : index] if each.mask & m.Measured.bit]
        other = words[-1].get(m.OtherMeasure) if words else None
        return other is not None and other.kind == "production"

    def _to_have(self, index: int) -> None:
        """A capacity that it "will have" tells that it is not there yet."""
        between = self.mentions[self.after : index]
        risen = any(each.mask & (m.Level.bit | m.AgreementVerb.bit | m.Movement.bit | m.Action.bit) for each in between)
        if self.said.status is not None or self.ref.told is not None or risen:
            return  # what will reach or raise its capacity may well be at work
        for cue, status in (("will", CorridorStatus.PLANNED), ("would", CorridorStatus.PROPOSED)):
            if any(is_cue(each, "corridor", cue) for each in between[:2]):
                self.said.status, self.said.inferred = status, True

    def _by_size(self, index: int, quantity: Quantity) -> bool:
        """Whether a yearly figure describes the noun: "the 50 bcm-a-year pipeline", "a pipeline of 50 bcm a year"."""
        if self.ref.through or self.ref.first < 0 or not (quantity.is_rate or self._for_so_much(index)):
            return False
        if index == self.first - 1:
            return self.mentions[self.first].start - self.mentions[index].end <= 1
        if index < 2 or index < self.after:
            return False
        if self._for_so_much(index):
            return True
        of, noun = self.mentions[index - 1].get(m.Relation), self.mentions[index - 2].get(m.CorridorNoun)
        own = noun is not None and noun.kind is self.ref.kind
        return of is not None and of.role is Role.OF and own and self.mentions[index].start - self.mentions[index - 2].end <= 5

    def _for_so_much(self, index: int) -> bool:
        """Whether the figure tells right behind the name for how much a line or plant is: «терминал на 2 млн тонн»."""
        at = index - 2
        while at >= self.after and mark_of(self.mentions[at]) is Mark.QUOTE:
            at -= 1
        by = self.mentions[index - 1]
        near = self.mentions[index].start - by.end <= 1 and by.start - self.mentions[index - 2].end <= 1
        sized = self.ref.kind in _SIZED or bool(self.mentions[at].mask & m.CorridorNoun.bit)
        return at == self.after - 1 and near and role_of(by) is Role.BY and sized

    def _in_brackets(self, index: int, quantity: Quantity) -> bool:
        """Whether a yearly figure stands in the brackets right behind the name or the clause on it: "a line from A to B (F a year)"."""
        if not quantity.is_rate or self.ref.through or self.ref.kind not in LINES:
            return False
        for at in range(index - 1, self.after - 1, -1):
            if mark_of(self.mentions[at]) is Mark.OPEN:
                return not any(each.mask & m.Head.bit for each in self.mentions[self.after : at])
            if mark_of(self.mentions[at]) is Mark.CLOSE or self.mentions[at].mask & (m.Head.bit | m.Movement.bit):
                return False
        return False

    def _enlarged(self, index: int) -> bool:
        """Whether the corridor itself is told to be enlarged to the figure: "has enlarged its terminal to F a year"."""
        work = range(max(self.first - 2, self.low), self.first) if self.ref.first >= 0 else range(0)
        larger = any(is_cue(self.mentions[at], "corridor", "enlarge") for at in work)
        return larger and role_of(self.mentions[index - 1]) is Role.TO and index - 2 <= self.after

    def _raised(self, index: int) -> bool:
        """Whether the capacity was brought up to the figure: "capacity was raised to F"; not one that it shall reach."""
        at = index - 1
        while at > self.low and (self.mentions[at].mask & _GROWING or self._left_behind(at)) and not self.mentions[at].mask & OPEN:
            at -= 1
        measured = self.mentions[at].get(m.Measured) if at >= self.low else None
        return at < index - 1 and measured is not None and measured.kind == "capacity"

    def _duty(self, index: int, quantity: Quantity) -> bool:
        """Whether the figure is what the corridor itself is meant to carry a year: "is to bring 10 bcm a year", "could carry"."""
        verb = self._bears(index)
        if verb is None or self.ref.kind not in _BEARERS or quantity.dimension is Dimension.COUNT or self._rate(index, quantity) is None:
            return False
        for at in range(verb - 1, self.after - 1, -1):
            mention = self.mentions[at]
            state = mention.get(m.CorridorState)
            meant = state is not None and state.status in {CorridorStatus.PLANNED, CorridorStatus.PROPOSED}
            if not mention.mask & _MODAL and not meant:
                continue
            own = any(mark_of(each) is Mark.RELATIVE for each in self.mentions[self.after : at])
            if (self.ref.through and not own) or (at > self.after and self._actor(at - 1)):
                return False  # somebody will bring it
            if self.said.status is None and is_cue(mention, "corridor", "will"):
                self.said.status, self.said.inferred = CorridorStatus.PLANNED, True
            elif self.said.status is None and is_cue(mention, "corridor", "would"):
                self.said.status, self.said.inferred = CorridorStatus.PROPOSED, True
            return True
        return False

    def _bears(self, index: int) -> int | None:
        """Return the verb of carrying whose amount the figure is: right before it, or before its goods and a comma."""
        aside = index > self.after and mark_of(self.mentions[index - 1]) is Mark.COMMA
        for at in range(index - 1, max(index - (_ASIDE if aside else 3), self.after) - 1, -1):
            if is_cue(self.mentions[at], "corridor", "bear"):
                return at
            if self.mentions[at].mask & m.Figure.bit or mark_of(self.mentions[at]) is Mark.SEMICOLON:
                return None
        return None

    def _actor(self, at: int) -> bool:
        """Whether a country or company stands here as a subject, not behind a preposition ("across Mongolia")."""
        mention = self.mentions[at]
        return bool(mention.mask & (m.Body.bit | m.Party.bit)) and not self.mentions[at - 1].mask & m.Relation.bit

    def _rate(self, index: int, quantity: Quantity) -> Quantity | None:
        """Return the figure as a rate: its own, or a year's where the words around say "a year"."""
        if quantity.unit == "1" and self._a_day(index):
            return evolve(quantity, unit="1/d")
        if quantity.unit == "bbl" and self._a_day(index):
            return evolve(quantity, unit="bbl/d")
        if quantity.is_rate or quantity.dimension not in _RATES:
            return quantity
        near = (*self.mentions[max(index - 4, self.low) : index], *self._measured_goods(index))
        if any(is_cue(each, "corridor", "yearly") for each in near):
            return evolve(quantity, unit=f"{quantity.unit}/a")
        return None

    def _a_day(self, index: int) -> bool:
        """Whether so many vehicles or trains are counted a day."""
        near = self.mentions[max(index - 6, self.low) : index + 4]
        return any(is_cue(each, "corridor", "daily") or is_cue(each, "flow", "daily") for each in near)

    def _measured_goods(self, index: int) -> tuple[Mention, ...]:
        """Return what follows a figure: a few words, or all the goods that it measures and the words behind them."""
        end = index + 1
        while end < self.high and (self.mentions[end].mask & (m.Goods.bit | m.Relation.bit) or mark_of(self.mentions[end]) in _LIST):
            end += 1
        return self.mentions[index + 1 : min(max(end + 1, index + 5), self.high)]

    def _same_clause(self, index: int, other: Mention) -> bool:
        return not any(
            mark_of(each) in {Mark.COMMA, Mark.SEMICOLON} and each.start < other.start for each in self.mentions[index + 1 : self.high]
        )

"""The words that belong to one corridor of a sentence, and the capacity and length among them."""

from attrs import define, field

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark, Role
from sinorus.parsers.agreement_party import is_cue, mark_of
from sinorus.parsers.context import Context
from sinorus.parsers.corridor_town import Ref
from sinorus.records import CorridorKind, CorridorStatus
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned
from sinorus.values import Dimension, Period, Quantity
from sinorus.values.evolve import evolve

_ADJECTIVE = 25
_NEAR = 4
_MOVING = frozenset({Role.VIA, Role.BY, Role.IN, Role.AT, Role.FROM})
_LINES = frozenset({CorridorKind.PIPELINE, CorridorKind.POWER_LINE, CorridorKind.RAILWAY, CorridorKind.ROAD, CorridorKind.BRIDGE})
_CARRIERS = frozenset({"trucks", "ships", "tankers", "containers", "railway-equipment"})
"""Goods that rather carry other goods where a route is spoken of."""
_NODES = frozenset({CorridorKind.PORT, CorridorKind.BORDER_CROSSING, CorridorKind.TERMINAL})
_OPEN = m.Certainty.bit | m.Intent.bit | m.Negation.bit
"""Words that leave open whether goods move."""
_RATES = {Dimension.MASS: "t/a", Dimension.VOLUME: "m3/a"}


@define
class Statement:
    """The filled fields, and the stretch of text that says so; `inferred` where goods passing alone tell that it works."""

    status: CorridorStatus | None = None
    capacity: Quantity | None = None
    length: Quantity | None = None
    carries: list[str] = field(factory=list)
    places: tuple[str, ...] = ()
    opened: Period | None = None
    inferred: bool = False
    start: int = 1 << 60
    end: int = -1

    def reach(self, mention: Mention) -> None:
        """Let the evidence cover the mention."""
        self.start = min(self.start, mention.start)
        self.end = max(self.end, mention.end)


class Region:
    """The stretch of a sentence that tells of one corridor: from index `low` to before `high`, its name from `first` to before `after`."""

    def __init__(self, scanned: Scanned, context: Context, refs: list[Ref], at: int) -> None:
        self.scanned = scanned
        self.context = context
        self.mentions = scanned.mentions
        self.ref = refs[at]
        self.said = Statement()
        first, last = self._group(refs, at)
        self.low = refs[first - 1].last + 1 if first > 0 else 0
        self.first = max(refs[first].first, 0)
        self.after = refs[last].last + 1
        self.high = refs[last + 1].first if last + 1 < len(refs) else len(self.mentions)
        if last + 1 < len(refs):
            self.high = self._fence(self.after, self.high)
        if first > 0:
            self.low = self._fence_left(self.low, self.first)
        if len(refs) > 1:
            self._part()

    def _part(self) -> None:
        """Where a sentence tells of several corridors, a semicolon parts them."""
        for index in range(self.after, self.high):
            if mark_of(self.mentions[index]) is Mark.SEMICOLON:
                self.high = index
                break
        for index in range(self.first - 1, self.low - 1, -1):
            if mark_of(self.mentions[index]) is Mark.SEMICOLON:
                self.low = index + 1
                break

    def _group(self, refs: list[Ref], at: int) -> tuple[int, int]:
        """Return the members of the list that the corridor stands in: they share what is said."""
        first = last = at
        while first > 0 and self._listed(refs[first - 1], refs[first]):
            first -= 1
        while last + 1 < len(refs) and self._listed(refs[last], refs[last + 1]):
            last += 1
        return first, last

    def _listed(self, left: Ref, right: Ref) -> bool:
        between = self.mentions[left.last + 1 : right.first]
        return bool(between) and all(mark_of(each) in {Mark.AND, Mark.COMMA} for each in between)

    def _fence(self, start: int, stop: int) -> int:
        """Return where the words of this corridor end before the next one: at the last mark between."""
        for index in range(stop - 1, start - 1, -1):
            if mark_of(self.mentions[index]) in {Mark.COMMA, Mark.SEMICOLON, Mark.COLON, Mark.DASH, Mark.CONTRAST, Mark.RELATIVE} or is_cue(
                self.mentions[index], "corridor", "near"
            ):
                return index
        return stop

    def _fence_left(self, start: int, stop: int) -> int:
        for index in range(stop - 1, start - 1, -1):
            if mark_of(self.mentions[index]) in {Mark.COMMA, Mark.SEMICOLON, Mark.COLON, Mark.DASH, Mark.CONTRAST} or is_cue(
                self.mentions[index], "corridor", "near"
            ):
                return index + 1
        return start

    def _figures(self) -> None:
        for index in range(self.low, self.high):
            figure = self.mentions[index].get(m.Figure)
            if figure is None:
                continue
            quantity = figure.quantity
            if quantity.dimension is Dimension.LENGTH:
                if self.said.length is None and (self._measured(index, "length") or self._long(index)):
                    self.said.length = quantity
                    self.said.reach(self.mentions[index])
            elif quantity.is_physical and self.said.capacity is None and quantity.dimension is not Dimension.COUNT:
                capacity = self._capacity(index, quantity)
                if capacity is not None:
                    self.said.capacity = capacity
                    self.said.reach(self.mentions[index])

    def _long(self, index: int) -> bool:
        """Whether a distance is the length of a line: not one from or to somewhere."""
        if self.ref.kind not in _LINES:
            return False
        near = (*self.mentions[max(index - 1, 0) : index], *self.mentions[index + 1 : index + 2])
        return not any(each.mask & m.Relation.bit for each in near)

    def _measured(self, index: int, kind: str) -> bool:
        for at in range(max(index - 3, self.low), min(index + 3, self.high)):
            measured = self.mentions[at].get(m.Measured)
            if measured is not None and measured.kind == kind:
                return True
        return False

    def _capacity(self, index: int, quantity: Quantity) -> Quantity | None:
        """Return the figure as a capacity, where the words call it one; a yearly one in so many words is a rate."""
        handles = any(is_cue(each, "corridor", "handle") for each in self.mentions[max(index - 4, 0) : index])
        after = self.mentions[index + 1 : min(index + 5, self.high)]
        handles = handles or any(is_cue(each, "corridor", "handle") for each in after[:2] if self._same_clause(index, each))
        if not handles and not self._measured(index, "capacity"):
            return None
        if quantity.is_rate or quantity.dimension not in _RATES:
            return quantity
        near = (*self.mentions[max(index - 3, self.low) : index], *after)
        if any(is_cue(each, "corridor", "yearly") for each in near):
            return evolve(quantity, unit=f"{quantity.unit}/a")
        return None

    def _same_clause(self, index: int, other: Mention) -> bool:
        return not any(
            mark_of(each) in {Mark.COMMA, Mark.SEMICOLON} and each.start < other.start for each in self.mentions[index + 1 : self.high]
        )

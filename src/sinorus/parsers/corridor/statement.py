"""What is said of one corridor: the words around its name that are nearer to it than to any other."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Role
from sinorus.parsers.context import Context
from sinorus.parsers.corridor.kinds import LINES
from sinorus.parsers.corridor.passing import Passing
from sinorus.parsers.corridor.place import town_of
from sinorus.parsers.corridor.register import is_end
from sinorus.parsers.corridor.said import Statement
from sinorus.parsers.corridor.town import Ref
from sinorus.records import CorridorKind, CorridorStatus
from sinorus.scan.sentence import Scanned

_CARRIERS = frozenset({"trucks", "ships", "tankers", "containers", "railway-equipment"})
"""Goods that rather carry other goods where a route is spoken of."""


def statement(scanned: Scanned, context: Context, refs: list[Ref], at: int) -> Statement:
    """Return what the sentence says of the corridor `refs[at]`."""
    return _Reader(scanned, context, refs, at).read()


class _Reader(Passing):
    def read(self) -> Statement:
        """Return the statement."""
        self._state()
        self._begun()
        self._figures()
        self._passing()
        self._goods()
        if self.said.status is CorridorStatus.PLANNED and self._town_alone():
            self.said.status = CorridorStatus.OPERATING  # "the train will cross the border at A"
        if self.said.status is None and self._run_by_trains():
            self.said.status = CorridorStatus.OPERATING
        if not self.ref.places and self.ref.kind in LINES:
            self.said.places = self._ends()
        return self.said

    def _run_by_trains(self) -> bool:
        """Whether trains run there that are named by where from and where to: "trains with timber run between A and B"."""
        service = self.ref.kind is CorridorKind.RAILWAY and self.ref.through and self.ref.entity is None and len(self.ref.places) > 1
        return service and not self.scanned.mask & (m.Certainty.bit | m.Intent.bit | m.Negation.bit)

    def _town_alone(self) -> bool:
        """Whether the name of a town stands for a crossing of the register: it is there, whatever is to go through it."""
        named = self.scanned.mentions[max(self.ref.first, 0) : self.ref.last + 1]
        known = self.ref.entity is not None and self.ref.kind is CorridorKind.BORDER_CROSSING and self.ref.through
        return known and bool(named) and all(town_of(each) is not None for each in named)

    def _ends(self) -> tuple[str, ...]:
        """Return from where to where it runs, where the words around say so: a way "from" somewhere on, not all of it whole countries."""
        found: list[str] = []
        opened = False
        for index in range(max(self.low, 1), self.high):
            town = town_of(self.mentions[index])
            relation = self.mentions[index - 1].get(m.Relation)
            if town is None or town.place is None or relation is None or relation.role not in {Role.FROM, Role.VIA, Role.TO}:
                continue
            opened = opened or relation.role is Role.FROM
            if opened:
                found.append(town.place)
        sure = len(found) > 1 and any(is_end(each) for each in found)
        return tuple(dict.fromkeys(found)) if sure else ()

    def _goods(self) -> None:
        """Take the goods that the words tie to it: those that move, or those in its own phrase."""
        tied = self.said.status is not None or self.said.capacity is not None
        for index, goods in self.scanned.between(m.Goods, self.low, self.high):
            if goods.id in _CARRIERS:
                continue
            touching = index == self.first - 1 or index == self.after
            if tied or touching:
                self.said.carries.append(goods.id)
        self.said.carries = list(dict.fromkeys(self.said.carries))

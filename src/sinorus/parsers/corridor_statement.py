"""What is said of one corridor: the words around its name that are nearer to it than to any other."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Mark, Role, Use
from sinorus.languages.period_expr import PeriodExpr, PeriodKind, PeriodRelation
from sinorus.parsers.agreement_party import is_cue, mark_of
from sinorus.parsers.context import Context
from sinorus.parsers.corridor_figure import Region, Statement
from sinorus.parsers.corridor_place import town_of
from sinorus.parsers.corridor_register import is_end
from sinorus.parsers.corridor_town import Ref
from sinorus.records import CorridorKind, CorridorStatus, PledgeAction
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned
from sinorus.values import Dimension
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


def statement(scanned: Scanned, context: Context, refs: list[Ref], at: int) -> Statement:
    """Return what the sentence says of the corridor `refs[at]`."""
    return _Reader(scanned, context, refs, at).read()


class _Reader(Region):
    def read(self) -> Statement:
        """Return the statement."""
        self._state()
        self._figures()
        self._passing()
        self._goods()
        if not self.ref.places and self.ref.kind in _LINES:
            self.said.places = self._ends()
        return self.said

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

    def _state(self) -> None:
        if self.ref.kind is CorridorKind.INITIATIVE:
            return
        own = range(self.first, self.first + 1) if self.ref.first >= 0 else range(0)
        for index in (*own, *range(self.after, self.high), *range(self.first - 1, self.low - 1, -1)):
            mention = self.mentions[index]
            state = mention.get(m.CorridorState)
            if state is None or (index < self.first and not self._before(index, state)) or self._of_measure(index):
                continue
            built = state.status is CorridorStatus.UNDER_CONSTRUCTION and self.said.status is CorridorStatus.PLANNED
            if self.said.status is None or built or (state.opens and self.said.opened is None):
                if self.said.status is None or self.said.status is CorridorStatus.PLANNED:
                    self.said.status = state.status
                self.said.reach(mention)
                if state.opens or (state.status is CorridorStatus.PLANNED and self._dated(index)):
                    self._opened(index, state)
        if self.said.status is None:
            self.said.status = self._building()
        elif self.said.status is CorridorStatus.UNDER_CONSTRUCTION and self._on_paper():
            self.said.status = CorridorStatus.PLANNED

    def _of_measure(self, index: int) -> bool:
        """Whether the word only describes a figure: "a planned capacity of"."""
        after = self.mentions[index + 1] if index + 1 < len(self.mentions) else None
        return after is not None and bool(after.mask & m.Measured.bit) and after.start - self.mentions[index].end <= 2

    def _dated(self, index: int) -> bool:
        """Whether a period follows right behind: "planned for 2028"."""
        after = self.mentions[index + 1 : index + 3]
        return any(each.mask & PeriodExpr.bit and each.start - self.mentions[index].end <= 6 for each in after)

    def _before(self, index: int, state: m.CorridorState) -> bool:
        """Whether a state before the name is said of it: as its adjective, or of the work on it."""
        if self.ref.first < 0:
            return True
        gap = self.mentions[self.first].start - self.mentions[index].end
        clear = not any(mark_of(self.mentions[at]) in {Mark.COMMA, Mark.SEMICOLON} for at in range(index + 1, self.first))
        return (
            clear and (gap <= _ADJECTIVE or state.status in {CorridorStatus.UNDER_CONSTRUCTION, CorridorStatus.PLANNED}) and not state.opens
        ) or (clear and state.opens and gap <= 12)

    def _on_paper(self) -> bool:
        """Whether the building is still ahead: "a memorandum on the construction of", "construction could begin"."""
        before = self.mentions[max(self.first - _NEAR, self.low) : self.first]
        if any(each.mask & m.AgreementNoun.bit for each in before):
            return True
        for index in range(max(self.first - _NEAR, 1), self.first):
            if self.mentions[index].mask & m.CorridorState.bit and self.mentions[index - 1].mask & m.Intent.bit:
                return self.mentions[index].start - self.mentions[index - 1].end <= 5
        return any(each.mask & m.Certainty.bit for each in self.mentions[self.after : min(self.after + 1, self.high)])

    def _building(self) -> CorridorStatus | None:
        """Return the state that an act of building right before the name tells: going on, or meant."""
        for index in range(self.first - 1, max(self.low - 1, self.first - _NEAR - 1), -1):
            if mark_of(self.mentions[index]) in {Mark.COMMA, Mark.SEMICOLON}:
                return None
            action = self.mentions[index].get(m.Action)
            if action is not None and action.action is PledgeAction.BUILD and action.use is Use.VERB:
                before = self.mentions[max(index - 2, 0) : index + 1]
                if any(each.mask & (m.Intent.bit | m.AgreementVerb.bit) for each in before):
                    return CorridorStatus.PLANNED
                going = index > 0 and bool(self.mentions[index - 1].mask & m.Level.bit)
                return (
                    CorridorStatus.UNDER_CONSTRUCTION if going and self.mentions[index].start - self.mentions[index - 1].end <= 2 else None
                )
        return None

    def _opened(self, index: int, state: m.CorridorState) -> None:
        """Take the period of the opening: the nearest one behind the word, else before it."""
        best: tuple[int, PeriodExpr] | None = None
        for at in range(self.low, self.high):
            expr = self.mentions[at].get(PeriodExpr)
            if expr is None or expr.kind in {PeriodKind.VAGUE, PeriodKind.YEAR_BEFORE} or self._counts(at):
                continue
            low, high = sorted((at, index))
            gap = self.mentions[high].start - self.mentions[low].end + (0 if at > index else 30)
            if gap <= 80 and (best is None or gap < best[0]):
                best = gap, expr
        if best is None:
            return
        expr = best[1]
        relation = PeriodRelation.BY if state.status is CorridorStatus.PLANNED else PeriodRelation.PLAIN
        told = self.context.told
        heading = told.heading if told.paragraph == self.scanned.sentence.paragraph else None
        opening = self.mentions[0].get(PeriodExpr)
        current = opening.period if opening is not None and opening.period is not None and opening is not expr else heading
        self.said.opened = self.context.anchor(evolve(expr, relation=relation), current)

    def _counts(self, at: int) -> bool:
        """Whether the period says when a quantity moved."""
        before = self.mentions[at - 1] if at else None
        return before is not None and bool(before.mask & m.Figure.bit)

    def _passing(self) -> None:
        """A corridor over which goods are said to go works."""
        if self.said.status is not None or self.ref.kind is CorridorKind.INITIATIVE:
            return
        if self._moves():
            self.said.status = CorridorStatus.OPERATING
            self.said.inferred = True

    def _moves(self) -> bool:
        if self.ref.first < 0:
            return is_cue(self.mentions[0], "corridor", "passing")
        at = self.first - 1
        while at > self.low and self.mentions[at].mask & m.Party.bit:  # "from the Russian port of"
            at -= 1
        relation = self.mentions[at].get(m.Relation) if at >= 0 else None
        close = self.first > 0 and self.mentions[min(at + 1, self.first)].start - self.mentions[at].end <= 12
        if self.ref.through or (relation is not None and close and relation.role in _MOVING):
            return self._carried()
        if relation is not None and close and relation.role is Role.TO and self.ref.kind in _NODES:
            return self._carried()
        if close and (is_cue(self.mentions[at], "corridor", "calls") or (at >= self.low and self._movement(at))):
            return not any(each.mask & _OPEN for each in self.mentions[max(self.first - _NEAR, self.low) : self.first])
        for index in range(self.after, min(self.after + _NEAR, self.high)):
            mention = self.mentions[index]
            if mention.mask & _OPEN:
                return False
            head = mention.get(m.Head)
            if is_cue(mention, "corridor", "passing") or (head is not None and head.use is Use.VERB):
                return True
        return False

    def _carried(self) -> bool:
        """Whether goods are said to move over it, and not merely to be meant to."""
        before = range(self.first - 1, self.low - 1, -1)
        if any(self.mentions[at].mask & m.AgreementNoun.bit for at in before):
            return False  # what a contract is about need not move yet
        moved = next((at for at in before if self._movement(at)), None)
        if moved is not None:
            return not any(self.mentions[at].mask & _OPEN for at in range(max(moved - _NEAR, self.low), self.first))
        for at in range(self.after, self.high):
            if self.mentions[at].mask & _OPEN:
                return False
            if self._movement(at):
                return True
        wares = self.mentions[max(self.first - 3, self.low) : self.first]
        return any(_wares(each) for each in wares) and not any(each.mask & _OPEN for each in self.mentions[self.low : self.first])

    def _movement(self, at: int) -> bool:
        mention = self.mentions[at]
        other = mention.get(m.OtherMeasure)
        return (
            bool(mention.mask & m.Head.bit)
            or (other is not None and other.kind == "freight")
            or is_cue(mention, "corridor", "passing")
            or is_cue(mention, "corridor", "calls")
        )

    def _goods(self) -> None:
        """Take the goods that the words tie to it: those that move, or those in its own phrase."""
        tied = self.said.status is not None or self.said.capacity is not None
        for index in range(self.low, self.high):
            goods = self.mentions[index].get(m.Goods)
            if goods is None or goods.id in _CARRIERS:
                continue
            touching = index == self.first - 1 or index == self.after
            if tied or touching:
                self.said.carries.append(goods.id)
        self.said.carries = list(dict.fromkeys(self.said.carries))


def _wares(mention: Mention) -> bool:
    """Whether the mention is goods, by name or as cargo."""
    pointer = mention.get(m.Pointer)
    return bool(mention.mask & m.Goods.bit) or (pointer is not None and pointer.to in {Anaphor.GOODS, Anaphor.WARES})

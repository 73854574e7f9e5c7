"""Whether a corridor is being built, or its building is only meant: the words of building around its name."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark, Role, Use
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.corridor.opened import Opening
from sinorus.parsers.marks import is_cue, mark_of, role_of
from sinorus.records import CorridorKind, CorridorStatus, PledgeAction

_NEAR = 4
_MODAL = m.Certainty.bit | m.Intent.bit


class Building(Opening):
    """Reads from the words of building how far one corridor is."""

    def _on_paper(self) -> bool:
        """Whether the building is still ahead: "a memorandum on the construction of", "construction could begin"."""
        before = self.mentions[max(self.first - _NEAR, self.low) : self.first]
        signed = (
            self.mentions[self.low : self.first] if self.said.inferred else before
        )  # a noun: "a memorandum was signed on the construction of"
        if any(each.mask & m.AgreementNoun.bit for each in signed):
            return True
        start = self.mentions[self.after].get(m.Relation) if self.after + 1 < self.high else None
        if start is not None and start.role is Role.TO and is_cue(self.mentions[self.after + 1], "corridor", "begin"):
            return True  # "expects the construction of it to start"
        for index in range(max(self.first - _NEAR, 1), self.first):
            if self.mentions[index].mask & m.CorridorState.bit and self.mentions[index - 1].mask & _MODAL:
                return self.mentions[index].start - self.mentions[index - 1].end <= 5
        marks = (at for at in range(self.after, self.high) if self.mentions[at].mask & m.Punctuation.bit)
        ahead = next(marks, self.high) if self.said.inferred else min(self.after + 1, self.high)
        return any(each.mask & m.Certainty.bit for each in self.mentions[self.after : ahead])

    def _building(self) -> CorridorStatus | None:
        """Return the state that an act of building right before the name tells: going on, or meant."""
        if self.first and role_of(self.mentions[self.first - 1]) is Role.VIA:
            return None  # "agreed to launch a service along X"
        for index in range(self.first - 1, max(self.low - 1, self.first - _NEAR - 1), -1):
            if mark_of(self.mentions[index]) in {Mark.COMMA, Mark.SEMICOLON}:
                return None
            action = self.mentions[index].get(m.Action)
            if action is not None and action.action is PledgeAction.BUILD and action.use is Use.VERB:
                lead = self._before_site(index)
                before = (*self.mentions[max(lead - 2, 0) : lead], self.mentions[index])
                if any((intent := each.get(m.Intent)) is not None and intent.after for each in before):
                    return CorridorStatus.PROPOSED  # "proposed to build", "called for the building of"
                if any(each.mask & (_MODAL | m.AgreementVerb.bit | m.AgreementNoun.bit) for each in before):
                    return CorridorStatus.PLANNED
                if index and is_cue(self.mentions[index - 1], "corridor", "begin"):
                    return CorridorStatus.UNDER_CONSTRUCTION
                going = index > 0 and bool(self.mentions[index - 1].mask & m.Level.bit)
                return (
                    CorridorStatus.UNDER_CONSTRUCTION if going and self.mentions[index].start - self.mentions[index - 1].end <= 2 else None
                )
        return None

    def _before_site(self, index: int) -> int:
        """Return where the words before a verb begin that only tell where: "will at A build"."""
        at = index
        while at > self.low + 1 and self.mentions[at - 1].mask & m.Party.bit and role_of(self.mentions[at - 2]) in {Role.AT, Role.IN}:
            at -= 2
        return at

    def _built_after(self) -> CorridorStatus | None:
        """Return the state that a clause on its builders tells: "which A and B are building"."""
        if self.after >= self.high or self.ref.first < 0:
            return None
        if self._builds_itself():
            return CorridorStatus.UNDER_CONSTRUCTION
        relative = False
        for index in range(self.after, self.high):
            mention = self.mentions[index]
            action = mention.get(m.Action)
            if action is not None:
                before = self.mentions[index - 1]
                touching = mention.start - before.end <= 2
                if not relative or action.action is not PledgeAction.BUILD or action.use is not Use.VERB or not touching:
                    return None
                if before.mask & m.Level.bit:
                    return CorridorStatus.UNDER_CONSTRUCTION
                return CorridorStatus.PLANNED if before.mask & m.Intent.bit else None
            if mark_of(mention) is Mark.SEMICOLON or mention.mask & (m.Head.bit | m.AgreementNoun.bit):
                return None
            relative = relative or mark_of(mention) is Mark.RELATIVE
        return None

    def _builds_itself(self) -> bool:
        """Whether the project that bears the plant's name is building it: "Such-and-such LNG is building a plant"."""
        level, action = (*self.mentions[self.after : self.after + 2], None, None)[:2]
        if self.ref.kind is not CorridorKind.TERMINAL or level is None or action is None or not level.mask & m.Level.bit:
            return False
        building = action.get(m.Action)
        touching = action.start - level.end <= 2 and level.start - self.mentions[self.after - 1].end <= 2
        return touching and building is not None and building.action is PledgeAction.BUILD and building.use is Use.VERB

    def _to_build(self) -> CorridorStatus | None:
        """Return that it is planned where a plan to build has it for object, ahead of the verb: nothing else is built behind it."""
        if self.ref.first < 0 or self.ref.through or (self.first and self.mentions[self.first - 1].mask & m.Relation.bit):
            return None
        for index in range(self.after + 1, self.high):
            action = self.mentions[index].get(m.Action)
            if action is None:
                if mark_of(self.mentions[index]) in {Mark.SEMICOLON, Mark.RELATIVE}:
                    return None
                continue
            meant = self.mentions[index - 1].mask & _MODAL and self.mentions[index].start - self.mentions[index - 1].end <= 2
            behind = next((at for at in range(index + 1, self.high) if not self.mentions[at].mask & m.Relation.bit), None)
            open_end = behind is None or self.mentions[behind].mask & (PeriodExpr.bit | m.Punctuation.bit)
            last = index + 1 >= len(self.mentions) or not self.mentions[index + 1].mask & (m.CorridorNoun.bit | m.Route.bit)
            if action.action is not PledgeAction.BUILD or action.use is not Use.VERB or not (meant and open_end and last):
                return None
            self._opened(index, m.CorridorState(status=CorridorStatus.PLANNED, opens=True))
            return CorridorStatus.PLANNED
        return None

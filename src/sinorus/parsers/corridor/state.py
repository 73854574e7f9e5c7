"""Which state the words around a corridor tell: open, being built, meant, stopped, and since when."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark, Role
from sinorus.languages.period_expr import PeriodExpr, PeriodRelation
from sinorus.parsers.corridor.built import Building
from sinorus.parsers.corridor.kinds import LINES
from sinorus.parsers.marks import is_cue, mark_of, role_of
from sinorus.records import AgreementStatus, CorridorKind, CorridorStatus

_ADJECTIVE = 25
_NEAR = 4
_BUILT_NEAR = 7
"""Room for the name between "has completed" and how much of it: 已完成“甲”管道90%的铺设."""
_TOUCH = 6
"""Room for an article between a verb and its object."""
_WHOLE = 100
_AHEAD = frozenset({CorridorStatus.PLANNED, CorridorStatus.PROPOSED})
_MADE = frozenset({AgreementStatus.SIGNED, AgreementStatus.AGREED})
_MODAL = m.Certainty.bit | m.Intent.bit
_BUILT = LINES | {CorridorKind.TERMINAL}


class States(Building):
    """Reads the state of one corridor from the words of its region."""

    def _state(self) -> None:
        if self.ref.kind is CorridorKind.INITIATIVE:
            return
        own = range(self.first, self.first + 1) if self.ref.first >= 0 else range(0)
        to_open = False
        for index in (*own, *range(self.after, self.high), *range(self.first - 1, self.low - 1, -1)):
            mention = self.mentions[index]
            state = mention.get(m.CorridorState) if mention.mask & m.CorridorState.bit else None
            if state is None or (index < self.first and not self._before(index, state)) or self._of_measure(index) or self._negated(index):
                continue
            built = state.status is CorridorStatus.UNDER_CONSTRUCTION and (self.said.status is CorridorStatus.PLANNED or to_open)
            if self.said.status is None or built or (state.opens and self.said.opened is None):
                if self.said.status is None or self.said.status is CorridorStatus.PLANNED or built:
                    self.said.status = state.status
                    self.said.inferred = state.weak
                    to_open = state.opens and state.status in _AHEAD
                self.said.reach(mention)
                if state.opens or (state.status is CorridorStatus.PLANNED and self._dated(index)) or self._since(index, state):
                    self._opened(index, state)
        if self.said.status is CorridorStatus.PROPOSED and self.said.opened is not None and self._agreed():
            self.said.status = CorridorStatus.PLANNED
        if self.said.status is CorridorStatus.UNDER_CONSTRUCTION and (self._ahead() or self._not_begun()):
            self.said.status, self.said.opened = CorridorStatus.PLANNED, None
        if self.said.status in {None, CorridorStatus.UNDER_CONSTRUCTION} and self._unbegun():
            self.said.status = CorridorStatus.PLANNED
        if self.said.status is CorridorStatus.PLANNED and to_open and self._building() is CorridorStatus.UNDER_CONSTRUCTION:
            self.said.status = CorridorStatus.UNDER_CONSTRUCTION  # "is building a line, which is to open in 2027"
        if self.said.status is CorridorStatus.OPERATING and self._unopened():
            self.said.status, self.said.opened = None, None
        if self.said.status is CorridorStatus.OPERATING and (self._to_open() or self._meant_to_open() or self._meant_for_then()):
            self.said.status = CorridorStatus.UNDER_CONSTRUCTION if self._in_work() else CorridorStatus.PLANNED
        if self.said.status is CorridorStatus.SUSPENDED and (self._again() or self._still_passed()):
            self.said.status = CorridorStatus.OPERATING
        if self.said.status is None and self._again():
            self.said.status = CorridorStatus.OPERATING
        if self.said.status in {None, CorridorStatus.PLANNED} and self._kept_up():
            self.said.status, self.said.inferred = CorridorStatus.OPERATING, True
        if self.said.status is None:
            self._once()
        if self.said.status is None:
            self.said.status = self._building() or self._built_after() or self._to_build()
            self._negotiated()
            self._imagined()
        elif self.said.status is CorridorStatus.UNDER_CONSTRUCTION and self._on_paper():
            self.said.status = CorridorStatus.PLANNED
        if self.said.status in {None, CorridorStatus.OPERATING, CorridorStatus.PLANNED} and self._partly_built():
            self.said.status, self.said.opened = CorridorStatus.UNDER_CONSTRUCTION, None

    def _once(self) -> None:
        """What is to happen once it is built is yet to be built: 大桥建成后将."""
        at = next((at for at in range(self.after, self.high) if is_cue(self.mentions[at], "corridor", "once")), None)
        if at is None or any(mark_of(each) is not None for each in self.mentions[self.after : at]):
            return
        self.said.status, self.said.inferred = CorridorStatus.PLANNED, True

    def _kept_up(self) -> bool:
        """Whether the words tell of its upkeep: "the annual maintenance of X will take a week"."""
        return any(self.low <= at < self.high for at in self.scanned.cued("corridor", "upkeep"))

    def _in_work(self) -> bool:
        """Whether the name is that of what is being built: "the bridge under construction is to open in 2026", 在建的大桥."""
        for at, state in self.scanned.between(m.CorridorState, self.low, self.first):
            between = self.mentions[at + 1 : self.first]
            near = self.mentions[self.first].start - self.mentions[at].end <= _TOUCH
            near = near or not any(each.mask & m.Punctuation.bit and not each.mask & m.Relation.bit for each in between)
            if near and state.status is CorridorStatus.UNDER_CONSTRUCTION and not state.weak:
                return True
        return False

    def _unopened(self) -> bool:
        """Whether what has been built is told not to be open yet: "finished in 2019, it has yet to open"."""
        return any(self.low <= at < self.high for at in self.scanned.cued("corridor", "unopened"))

    def _ahead(self) -> bool:
        """Whether the building itself is yet to start: "construction of X could begin in 2026"."""
        if self.first < 1 or self.after >= self.high:
            return False
        at = self.first - 1
        while at > self.low and (self.mentions[at].mask & m.Figure.bit or is_cue(self.mentions[at], "corridor", "another")):
            at -= 1
        work = self.mentions[at].get(m.CorridorState)
        start = self.mentions[self.after].get(m.CorridorState)
        near = self.mentions[self.after].start - self.mentions[self.after - 1].end <= 1
        return work is not None and near and start is not None and start.opens and start.status is not CorridorStatus.OPERATING

    def _not_begun(self) -> bool:
        """Whether the building is told not to have begun: "construction of X has not started"."""
        behind = self.mentions[self.after : min(self.after + _NEAR, self.high)]
        if self._work_to_begin():
            return True
        denied = next((at for at, each in enumerate(behind) if each.mask & m.Negation.bit), None)
        return self.said.inferred and denied is not None and any(is_cue(each, "corridor", "begin") for each in behind[denied:])

    def _work_to_begin(self) -> bool:
        """Whether a relative clause tells that the work is yet to begin: "…, the building of which is to start in August"."""
        at = self.after
        while at < self.high and mark_of(self.mentions[at]) in {Mark.QUOTE, Mark.COMMA}:
            at += 1
        rest = self.mentions[at + 1 : min(at + 2 + _NEAR, self.high)]
        if at >= self.high or not self.mentions[at].mask & m.CorridorState.bit or not rest or mark_of(rest[0]) is not Mark.RELATIVE:
            return False
        return any(each.mask & _MODAL for each in rest) and any(is_cue(each, "corridor", "begin") for each in rest)

    def _still_passed(self) -> bool:
        """Whether it is shut for some only: "closed to passengers, but freight trains run"."""
        end = next((at for at in range(self.after, self.high) if mark_of(self.mentions[at]) is Mark.SEMICOLON), self.high)
        turn = next((at for at in range(self.after, end) if mark_of(self.mentions[at]) is Mark.CONTRAST), end)
        goes = [each for each in self.mentions[turn + 1 : end] if is_cue(each, "corridor", "passing")]
        return bool(goes) and not any(each.mask & (_MODAL | m.Negation.bit) for each in self.mentions[turn + 1 : end])

    def _unbegun(self) -> bool:
        """Whether the words say that nobody has begun to build it."""
        return any(self.low <= at < self.high for at in self.scanned.cued("corridor", "unbegun"))

    def _to_open(self) -> bool:
        """Whether the opening is told for a time after the text's own day: "it opens in December"."""
        date, opened = self.context.date, self.said.opened
        return date is not None and opened is not None and opened.first > date

    def _meant_to_open(self) -> bool:
        """Whether a word of plans stands right behind the name and before its opening, with nothing but a time between."""
        if self.ref.first < 0 or self.after >= self.high or not self.mentions[self.after].mask & _MODAL:
            return False
        for mention in self.mentions[self.after + 1 : self.high]:
            state = mention.get(m.CorridorState)
            if state is not None:
                return state.opens
            if not mention.mask & (PeriodExpr.bit | m.Relation.bit | _MODAL):
                return False
        return False

    def _meant_for_then(self) -> bool:
        """Whether a word of plans and a time, with nothing between, lead to the opening: 计划2028年建成."""
        for index in range(self.after + 2, self.high):
            state, at = self.mentions[index].get(m.CorridorState), index - 1
            if state is None or not state.opens or not self.mentions[at].mask & PeriodExpr.bit:
                continue
            while at > self.after and self.mentions[at].mask & (PeriodExpr.bit | m.Relation.bit) and not self.mentions[at].mask & _MODAL:
                at -= 1
            return bool(self.mentions[at].mask & _MODAL)
        return False

    def _partly_built(self) -> bool:
        """Whether only a part of it is built: "70% of the bridge is complete", 工程已完成七成."""
        for at in range(self.low, self.high):
            if is_cue(self.mentions[at], "corridor", "built"):
                near = self.mentions[max(at - _NEAR, self.low) : min(at + _BUILT_NEAR, self.high)]
                parts = [figure.quantity for each in near if (figure := each.get(m.Figure)) is not None]
                if any(part.unit == "%" and part.amount < _WHOLE for part in parts):
                    return True
        return False

    def _again(self) -> bool:
        """Whether what had stopped is said to work again: "shut in 2020, it reopened in May"."""
        for index in range(self.low, self.high):
            if is_cue(self.mentions[index], "corridor", "again"):
                return not any(each.mask & (_MODAL | m.Negation.bit) for each in self.mentions[max(index - 2, self.low) : index])
        return False

    def _of_measure(self, index: int) -> bool:
        """Whether the word only describes a figure: "a planned capacity of"."""
        after = self.mentions[index + 1] if index + 1 < len(self.mentions) else None
        return after is not None and bool(after.mask & m.Measured.bit) and after.start - self.mentions[index].end <= 2

    def _negated(self, index: int) -> bool:
        """Whether the state is denied: "has not stopped", "was never suspended"."""
        at = index - 1
        while at > 0 and self.mentions[at].mask & m.Level.bit and self.mentions[at + 1].start - self.mentions[at].end <= 1:
            at -= 1  # "has not been switched on"
        before = self.mentions[at] if at >= 0 else None
        return before is not None and bool(before.mask & m.Negation.bit) and self.mentions[at + 1].start - before.end <= _TOUCH

    def _dated(self, index: int) -> bool:
        """Whether a period follows right behind: "planned for 2028"."""
        after = self.mentions[index + 1 : index + 3]
        return any(each.mask & PeriodExpr.bit and each.start - self.mentions[index].end <= 6 for each in after)

    def _since(self, index: int, state: m.CorridorState) -> bool:
        """Whether it works since a time told right behind: "operating since May 2020"."""
        after = self.mentions[index + 1] if index + 1 < self.high else None
        expr = after.get(PeriodExpr) if after is not None else None
        since = expr is not None and expr.relation is PeriodRelation.SINCE
        return (
            index >= self.after
            and since
            and state.status is CorridorStatus.OPERATING
            and after is not None
            and after.start - self.mentions[index].end <= 2
        )

    def _before(self, index: int, state: m.CorridorState) -> bool:
        """Whether a state before the name is said of it: as its adjective, or of the work on it."""
        if self.ref.first < 0:
            return True
        if index == 0 and self.ref.told is not None and state.status is CorridorStatus.UNDER_CONSTRUCTION and not state.weak:
            return True  # "Building has been under way since May; afterwards the bridge …"
        if index == self.low == 0 and self.mentions[0].start == self.scanned.sentence.span.start and self._opened_clause():
            return True
        gap = self.mentions[self.first].start - self.mentions[index].end
        if state.status is CorridorStatus.PLANNED and self._of_what_goes_over_it(index):
            return False
        clear = not any(mark_of(self.mentions[at]) in {Mark.COMMA, Mark.SEMICOLON} for at in range(index + 1, self.first))
        return (
            clear and (gap <= _ADJECTIVE or state.status in {CorridorStatus.UNDER_CONSTRUCTION, CorridorStatus.PLANNED}) and not state.opens
        ) or (clear and state.opens and gap <= 12)

    def _of_what_goes_over_it(self, index: int) -> bool:
        """Whether another noun is planned, over, on or through the corridor: "the planned step-up on X", "planned supplies via X"."""
        over = self.mentions[self.first - 1]
        noun = over.start - self.mentions[index].end > _TOUCH or index + 1 < self.first - 1
        plain = not any(
            each.mask & (m.CorridorState.bit | m.Intent.bit) or role_of(each) is Role.TO for each in self.mentions[index + 1 : self.first]
        )
        return index < self.first - 1 and role_of(over) in {Role.AT, Role.VIA} and noun and plain

    def _opened_clause(self) -> bool:
        """Whether a participle that opens the sentence describes what stands right behind its comma: "Planned to run to Xinjiang, X …"."""
        comma = self.mentions[self.first - 1]
        return mark_of(comma) is Mark.COMMA and self.mentions[self.first].start - comma.end <= _TOUCH

    def _negotiated(self) -> None:
        """A corridor that is itself talked over, not goods or prices on it, is proposed; any word on its state says more."""
        if self.said.status is not None or self.first < 1 or self.ref.first < 0 or self.ref.through:
            return
        at = self.first - 1
        while at > self.low and (is_cue(self.mentions[at], "corridor", "another") or self._leads(at)):
            at -= 1
        before = self.mentions[at]
        verb = before.get(m.AgreementVerb)
        close = self.mentions[at + 1].start - before.end <= _TOUCH
        if before.mask & m.AgreementNoun.bit and close and at < self.first - 1 and self._by_kind():
            self.said.status, self.said.inferred = CorridorStatus.PLANNED, True  # "an agreement on a bridge"
            return
        if verb is not None and verb.status is AgreementStatus.NEGOTIATING and close:
            self.said.status, self.said.inferred = CorridorStatus.PROPOSED, True

    def _by_kind(self) -> bool:
        """Whether a line or plant is named by its kind, as what is yet to be built is, and not by a name alone."""
        own = self.mentions[self.ref.first : self.ref.last + 1]
        return self.ref.kind in _BUILT and any(each.mask & m.CorridorNoun.bit for each in own)

    def _leads(self, at: int) -> bool:
        """Whether a quote or "on" only leads to the name: "talks on «X»"."""
        return mark_of(self.mentions[at]) is Mark.QUOTE or role_of(self.mentions[at]) is Role.AT

    def _imagined(self) -> None:
        """A corridor that "would" do or measure something is proposed."""
        if self.said.status is not None or self.ref.kind not in LINES or self.ref.through:
            return
        own = self.mentions[self.after : self.after + 2] if self.ref.first >= 0 else self.mentions[:3]
        if any(is_cue(each, "corridor", "would") for each in own):
            self.said.status, self.said.inferred = CorridorStatus.PLANNED if self._agreed() else CorridorStatus.PROPOSED, True

    def _agreed(self) -> bool:
        """Whether the sentence or paragraph tells of an agreement on it that has been made, and of no mere study."""
        if any(
            (state := each.get(m.CorridorState)) is not None and state.status is CorridorStatus.PROPOSED and not state.opens
            for each in self.mentions
        ):
            return False
        verbs = [verb.status for each in self.mentions if (verb := each.get(m.AgreementVerb)) is not None]
        if verbs:
            return bool(_MADE & set(verbs)) and AgreementStatus.NEGOTIATING not in verbs
        told = self.context.told
        same = told.agreement_paragraph == self.scanned.sentence.paragraph
        return same and told.agreement is not None and told.agreement.status in _MADE

    def _begun(self) -> None:
        """Take when goods began, or will begin, to move over it: "deliveries via it will start in"."""
        if self.said.status is not None or self.ref.first < 0 or self.ref.kind not in LINES:
            return
        if not any(self.mentions[index].mask & m.Head.bit for index in range(self.low, self.first)):
            return
        if any(mark_of(self.mentions[index]) in {Mark.COMMA, Mark.SEMICOLON, Mark.COLON} for index in range(self.low, self.first)):
            return
        modal = False
        for index in range(self.after, min(self.after + 3, self.high)):
            mention = self.mentions[index]
            if is_cue(mention, "corridor", "begin"):
                self.said.status = CorridorStatus.PLANNED if modal else CorridorStatus.OPERATING
                self.said.reach(mention)
                self._opened(index, m.CorridorState(status=self.said.status, opens=True))
                return
            if not mention.mask & (_MODAL | m.Level.bit):
                return
            modal = modal or bool(mention.mask & _MODAL)

"""Whether goods are said to pass over one corridor, or it is spoken of as one that is there."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Mark, Role, Use
from sinorus.languages.period_expr import PeriodExpr, PeriodRelation
from sinorus.parsers.corridor.figure import OPEN, TRAFFIC
from sinorus.parsers.corridor.kinds import LINES, NODES, TOWNS
from sinorus.parsers.corridor.state import States
from sinorus.parsers.marks import is_cue, mark_of, role_of
from sinorus.records import CorridorKind, CorridorStatus, PledgeAction
from sinorus.scan.mention import Mention
from sinorus.values import Direction

_NEAR = 4
_FAR = 7
_DEALT = m.AgreementNoun.bit | m.AgreementVerb.bit
_NAMED = 20
"""Room for a name that no register knows: "to the Such-and-such terminal"."""
_MOVING = frozenset({Role.VIA, Role.BY, Role.IN, Role.AT, Role.FROM})
_GOING = ("passing", "calls", "clears", "vehicle", "vessel")
_STANDING = TRAFFIC - {CorridorKind.TERMINAL} | {CorridorKind.BRIDGE, CorridorKind.ROAD}
"""Kinds that exist when they are spoken of; a pipeline, plant or sea route is named long before."""
_SIZED = TRAFFIC - {CorridorKind.PORT}
_FILLED = NODES | {CorridorKind.PIPELINE}
"""Kinds to which goods are sent or into which they are fed."""
_LEADING = LINES | {CorridorKind.CORRIDOR}
_WHEN_AND_WHERE = PeriodExpr.bit | m.Party.bit
_UNSURE = OPEN | m.CorridorState.bit


class Passing(States):
    """Reads whether one corridor is in use."""

    def _passing(self) -> None:
        """A corridor over which goods are said to go works."""
        if self.said.status is not None or self.ref.kind is CorridorKind.INITIATIVE:
            return
        if self._moves() or self._more_through():
            self.said.status = CorridorStatus.PLANNED if self._from_then_on() else CorridorStatus.OPERATING
            self.said.inferred = True
        elif self._stands() or self._is_there():
            self.said.status = CorridorStatus.OPERATING
            self.said.supposed = True

    def _from_then_on(self) -> bool:
        """Whether goods are to go over it from a time on that is after the text's own day: 从2018年起, in a text of 2014."""
        date = self.context.date
        if date is None or self.ref.kind not in LINES:
            return False
        times = [expr for each in self.mentions[self.low : self.high] if (expr := each.get(PeriodExpr)) is not None]
        return any(expr.relation is PeriodRelation.SINCE and expr.period is not None and expr.period.first > date for expr in times)

    def _stands(self) -> bool:
        """Whether a port, crossing, bridge or line is spoken of as one that is there: nothing about it is yet to come or to be built."""
        if self.ref.kind not in _STANDING or self._compared() or self._described():
            return False
        if any(each.mask & _DEALT or is_cue(each, "corridor", "near") for each in self.mentions[: self.first]):
            return False
        region = range(self.low, self.high)
        for index in region:
            mention = self.mentions[index]
            if is_cue(mention, "corridor", "unopened") or (is_cue(mention, "corridor", "begin") and self.mentions[index - 1].mask & OPEN):
                return False
            action = mention.get(m.Action)
            if mention.mask & (m.CorridorState.bit if self.ref.kind in TOWNS else _UNSURE):
                return False
            if action is not None and action.action is PledgeAction.BUILD:
                return False
        return any(not self.first <= index < self.after for index in region)

    def _is_there(self) -> bool:
        """Whether a plant is spoken of by its size, or a line by where it leads, in words that leave nothing open."""
        sized = self.ref.kind in _SIZED and self.said.capacity is not None
        region = [each for each in self.mentions[self.low : self.high] if not sized or each.start < self.said.end]
        dealt = any(each.mask & _DEALT and not each.mask & m.Level.bit for each in region)
        if dealt or any(each.mask & _UNSURE or is_cue(each, "corridor", "unopened") for each in region) or self._compared():
            return False
        if sized:
            return True
        leads = self.after < self.high and is_cue(self.mentions[self.after], "corridor", "linking")
        return leads and self.ref.kind in _LEADING and self.ref.first >= 0 and role_of(self.mentions[self.after]) is None

    def _described(self) -> bool:
        """Whether the sentence only says what it is: "Manzhouli is the largest land port"."""
        rest = self.mentions[self.after : self.high]
        touching = bool(rest) and bool(rest[0].mask & m.Level.bit) and rest[0].start - self.mentions[self.after - 1].end <= 1
        return touching and any(each.mask & m.CorridorNoun.bit for each in rest)

    def _moves(self) -> bool:
        if self.ref.first < 0:
            return is_cue(self.mentions[0], "corridor", "passing")
        at = self.first - 1
        while at > self.low and (
            self.mentions[at].mask & m.Party.bit or mark_of(self.mentions[at]) is Mark.QUOTE
        ):  # "from the Russian port of"
            at -= 1
        relation = self.mentions[at].get(m.Relation) if at >= 0 else None
        close = self.first > 0 and self.mentions[min(at + 1, self.first)].start - self.mentions[at].end <= 12
        if self._which_carries():
            return True
        if self.ref.through or (relation is not None and close and relation.role in _MOVING):
            return self._carried()
        near = at >= 0 and self.mentions[min(at + 1, self.first)].start - self.mentions[at].end <= _NAMED
        if relation is not None and near and relation.role is Role.TO and self.ref.kind in _FILLED:
            return self._carried()
        called = is_cue(self.mentions[at], "corridor", "calls")
        if close and (self.ref.kind in NODES or not called) and (called or (at >= self.low and self._movement(at))):
            return not any(each.mask & OPEN for each in self.mentions[max(self.first - _NEAR, self.low) : self.first])
        behind = [index for index in range(self._aside(), self.high) if not self._beside(index)]
        for index in behind[:_NEAR]:
            mention = self.mentions[index]
            if mention.mask & OPEN:
                return False
            head = mention.get(m.Head)
            if index + 1 < self.high and self.mentions[index + 1].mask & m.CorridorNoun.bit:
                continue  # "a transit gas pipeline" is named for what it is
            if self._loaded(index):
                return True
            able = self.ref.kind in TRAFFIC and is_cue(mention, "corridor", "can")  # a bridge may stand and wait
            if able or is_cue(mention, "corridor", "passing") or (head is not None and head.use is Use.VERB):
                return True
        return self._but_carried() or self._carries_too() or self._passed_it() or self._labelled()

    def _loaded(self, index: int) -> bool:
        """Whether the freight of the corridor is counted, or told to have grown: "freight of 36 Mt", "X raised its loadings of coal"."""
        mention = self.mentions[index]
        following = self.mentions[index + 1] if index + 1 < self.high else None
        other = mention.get(m.OtherMeasure)
        if following is None or self.ref.kind in LINES:
            return False
        counted = other is not None and other.kind == "freight" and following.mask & (m.Figure.bit | m.Movement.bit)
        return bool(counted) or bool(mention.mask & m.Movement.bit and following.mask & m.Head.bit)

    def _labelled(self) -> bool:
        """Whether a colon right behind the name leads to what was handled there: "X terminal: 1 Mt was loaded"."""
        if self.after >= self.high or mark_of(self.mentions[self.after]) is not Mark.COLON or self.ref.kind not in NODES:
            return False
        rest = self.mentions[self.after + 1 : self.high]
        return any(self._carries(each) for each in rest) and not any(each.mask & _UNSURE for each in rest)

    def _beside(self, index: int) -> bool:
        """Whether the words only tell when or to whom something goes over it, or close its name."""
        return bool(self.mentions[index].mask & _WHEN_AND_WHERE) or mark_of(self.mentions[index]) is Mark.QUOTE

    def _carries_too(self) -> bool:
        """Whether a second verb of the subject tells what goes over it: "is built for 8 Mt, and sends grain to China already"."""
        if self.mentions[self.low : self.first] and not all(self._beside(at) for at in range(self.low, self.first)):
            return False
        for joint in range(self.after + 1, self.high):
            if mark_of(self.mentions[joint]) not in {Mark.AND, Mark.COMMA}:
                continue
            verb = next((at for at in range(joint + 1, self.high) if not self._leads_to_verb(at)), None)
            if verb is not None and self._carries(self.mentions[verb]):
                return not any(each.mask & OPEN for each in self.mentions[joint:verb])
        return False

    def _leads_to_verb(self, index: int) -> bool:
        """Whether the words between a joint and the second verb of a subject name no other subject."""
        mention = self.mentions[index]
        party = mention.get(m.Party)
        goal = party is not None and (party.role is Role.TO or role_of(self.mentions[index - 1]) in {Role.TO, Role.FROM})
        if party is not None:
            return goal
        led = is_cue(mention, "corridor", "begin") or is_cue(mention, "settlement", "now")
        return led or bool(mention.mask & (PeriodExpr.bit | m.Relation.bit | m.Level.bit))

    @staticmethod
    def _carries(mention: Mention) -> bool:
        return is_cue(mention, "corridor", "passing") or any(isinstance(each, m.Head) and each.use is Use.VERB for each in mention.meanings)

    def _more_through(self) -> bool:
        """Whether what goes through it is to be more: "to double supplies through it"; so much goes already."""
        if not self.ref.through or self.ref.first < 0:
            return False
        region = self.mentions[max(self.first - _FAR, self.low) : self.first]
        head = next((at for at in range(len(region) - 1, -1, -1) if region[at].mask & m.Head.bit), -1)
        near = region[max(head - 2, 0) : head] if head >= 0 else region[-2:]
        behind = self.mentions[self.after : min(self.after + 3, self.high)] if head >= 0 else ()  # "supplies through it will rise to F"
        return any(_growing(each) for each in (*near, *behind))

    def _which_carries(self) -> bool:
        """Whether a relative clause right behind the name tells what goes over it: "…, which takes most trains"."""
        at = self.after + (self.after < self.high and mark_of(self.mentions[self.after]) is Mark.COMMA)
        if at >= self.high or mark_of(self.mentions[at]) is not Mark.RELATIVE:
            return False
        for mention in self.mentions[at + 1 : min(at + 1 + _NEAR, self.high)]:
            if mention.mask & OPEN:
                return False
            head = mention.get(m.Head)
            if is_cue(mention, "corridor", "passing") or (head is not None and head.use is Use.VERB):
                return True
        return False

    def _but_carried(self) -> bool:
        """Whether a second verb of the subject tells what it carried: "can handle 9 Mt, but carried 3 Mt"."""
        for at in range(self.after + 1, self.high):
            if mark_of(self.mentions[at - 1]) is Mark.CONTRAST and is_cue(self.mentions[at], "corridor", "passing"):
                return not is_cue(self.mentions[at], "corridor", "bear")
        return False

    def _aside(self) -> int:
        """Return where the words go on behind a site between commas: "Hunchun, in Jilin, …"."""
        at = self.after
        if at < self.high and mark_of(self.mentions[at]) is Mark.COMMA:
            at += 1
            while at < self.high and self.mentions[at].mask & (m.Party.bit | m.Relation.bit):
                at += 1
            if at < self.high and mark_of(self.mentions[at]) is Mark.COMMA:
                return at + 1
        return self.after

    def _carried(self) -> bool:
        """Whether goods are said to move over it, and not merely to be meant to."""
        before = range(self.first - 1, self.low - 1, -1)
        clause = next((at for at in before if mark_of(self.mentions[at]) is Mark.RELATIVE), self.low)
        if any(self.mentions[at].mask & m.AgreementNoun.bit for at in before if at >= clause):
            return False  # what a contract is about need not move yet
        if self._compared() or self._meant_next():
            return False
        moved = next((at for at in before if self._movement(at)), None)
        if moved is not None:
            if moved and self.mentions[moved - 1].mask & m.Action.bit:
                return False  # "to develop shipping on it"
            return not any(self.mentions[at].mask & OPEN for at in range(max(moved - _NEAR, self.low), self.first))
        for at in range(self.after, self.high):
            if self.mentions[at].mask & OPEN:
                return False
            if self._movement(at):
                return at + 1 == self.high or not self.mentions[at + 1].mask & OPEN
        if any(other.kind == "price" for each in self.mentions[self.low : self.high] if (other := each.get(m.OtherMeasure)) is not None):
            return False  # coal "at the port" may only have its price there
        wares = self.mentions[max(self.first - 3, self.low) : self.first]
        return any(_wares(each) for each in wares) and not any(each.mask & OPEN for each in self.mentions[self.low : self.first])

    def _compared(self) -> bool:
        """Whether the corridor only stands in a comparison: "28 days, against 45 through the other"."""
        for at in range(self.first - 1, self.low - 1, -1):
            if role_of(self.mentions[at]) is Role.AGAINST:
                return True
            if self._movement(at) or mark_of(self.mentions[at]) is Mark.SEMICOLON:
                return False
        return False

    def _meant_next(self) -> bool:
        """Whether the verb right behind the name is yet to come true: "supplies through it will begin"."""
        at = self.after
        if at + 1 < self.high and self.mentions[at].mask & m.Pointer.bit and self.ref.through:
            at += 1  # "through the canal it would be 45 days"
        if at >= self.high:
            return False
        following = self.mentions[at]
        if is_cue(following, "corridor", "would"):
            return True
        return bool(following.mask & OPEN) and following.start - self.mentions[self.after - 1].end <= 2

    def _passed_it(self) -> bool:
        """Whether goods go by a pointer back to the corridor, the subject: "X is busy: 5 Mt of cargo passed through it"."""
        if self.ref.told is not None or self.mentions[self.first].start - self.scanned.sentence.span.start > 4:
            return False
        for at in range(self.after + 1, self.high):
            pointer, head = self.mentions[at].get(m.Pointer), self.mentions[at - 1].get(m.Head)
            if pointer is None or pointer.to is not Anaphor.THIS or head is None or head.use is not Use.VERB:
                continue
            weighed = any(each.mask & m.Figure.bit for each in self.mentions[max(at - 5, self.after) : at])
            return weighed and not any(each.mask & OPEN for each in self.mentions[self.after : at])
        return False

    def _movement(self, at: int) -> bool:
        mention = self.mentions[at]
        other = mention.get(m.OtherMeasure)
        return (
            bool(mention.mask & m.Head.bit)
            or (other is not None and other.kind == "freight")
            or any(is_cue(mention, "corridor", name) for name in _GOING)
        )


def _growing(mention: Mention) -> bool:
    """Whether a word tells that something is to grow, or grows."""
    action, movement = mention.get(m.Action), mention.get(m.Movement)
    more = action is not None and action.action is PledgeAction.EXPAND
    return more or (movement is not None and movement.direction is Direction.UP)


def _wares(mention: Mention) -> bool:
    """Whether the mention is goods, by name or as cargo."""
    pointer = mention.get(m.Pointer)
    return bool(mention.mask & m.Goods.bit) or (pointer is not None and pointer.to in {Anaphor.GOODS, Anaphor.WARES})

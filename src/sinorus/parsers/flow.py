"""Trade flows: each figure of a sentence is asked what it is, of which flow, between whom, of what, when, how certain."""

from decimal import Decimal

from attrs import evolve

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Head, Mark, Side, Use
from sinorus.languages.period_expr import Grain, PeriodExpr, PeriodKind, PeriodRelation
from sinorus.parsers.claim import Draft, Frame, record_of
from sinorus.parsers.clause import chunks
from sinorus.parsers.context import Context, Topic
from sinorus.parsers.ends import Ends, ends_of, moving
from sinorus.parsers.figure_use import FigureUse, Surroundings, What, of_share, uses
from sinorus.parsers.parsed import Dropped, Parsed
from sinorus.parsers.phrase import Phrase, Placed, Slot, read
from sinorus.parsers.share import carried_share, goods_share, share_frame
from sinorus.records import AgreementKind, FlowStatus, Measure, Record, TradeFlow
from sinorus.scan.mention import Mention
from sinorus.records.evidence import Evidence
from sinorus.scan.sentence import Scanned
from sinorus.values import Basis, Change, Direction, Period, Quantity
from sinorus.values.unit import Dimension
from sinorus.world import commodity

_FIGURES = m.Figure.bit | m.RecordHigh.bit
_SIGNED = m.AgreementNoun.bit | m.AgreementVerb.bit
_NAMED = m.Head.bit | m.Share.bit
_LEVELS = frozenset(
    {Dimension.MONEY, Dimension.MASS, Dimension.VOLUME, Dimension.ENERGY, Dimension.CONTAINERS, Dimension.COUNT, Dimension.PERCENT}
)
_BULK = frozenset({Dimension.MASS, Dimension.VOLUME, Dimension.ENERGY})
_INTRODUCED = frozenset({Slot.FROM, Slot.TO, Slot.WITH, Slot.OWNER, Slot.SUBJECT, Slot.PAIR, Slot.ORIGIN})
_BACK = frozenset({Anaphor.THIS, Anaphor.FIGURE, Anaphor.REVERSE, Anaphor.GOODS})
_NEAR = 3
"""How many sentences a flow is remembered for a sentence that names none."""


class FlowReader:
    """Reads one sentence chunk by chunk; holds the flow spoken of and the claim being filled."""

    def __init__(self, scanned: Scanned, context: Context) -> None:
        self.scanned = scanned
        self.context = context
        self.frame: Frame | None = None
        self.draft: Draft | None = None
        self.records: list[TradeFlow] = []
        self.dropped: list[Dropped] = []
        self.period: Period | None = None
        self.status: FlowStatus | None = None
        self.intro: list[Placed] = []
        self.intro_goods: list[tuple[int, str]] = []
        self.world = False
        self.last: What | None = None
        self.direction: Direction | None = None
        self.settled = False
        self.semicolon = False
        self.antecedent: str | None = None
        self.opening = False
        self.named = False
        self.first = True
        self.bracketed: Period | None = None
        own = bool(scanned.mask & (m.SettlementWord.bit | m.Currency.bit))
        self.settling = own or (context.settling and not scanned.mask & (m.Goods.bit | m.Party.bit))
        self.pointers: set[Anaphor] = set()
        self.deadline = False
        self.unit: str | None = None
        self.subject: str | None = None
        self.noted_period: Period | None = None

    # -- chunks ----------------------------------------------------------------------------------------------------

    def step(self, phrase: Phrase) -> None:
        """Take in one chunk."""
        self.first = self.frame is None
        self.semicolon = phrase.chunk.opener is Mark.SEMICOLON
        head = self._head(phrase)
        growing = any(movement.factor is not None for _, movement in phrase.movements)
        telling = bool(phrase.figures or growing or phrase.record)
        if head is not None and self._goes_on(phrase):
            pass
        elif head is not None:
            self._open(phrase, head)
        elif phrase.others and not (self.frame is not None and phrase.chunk.opener is Mark.OPEN):
            self._other(phrase)
        elif telling and self.frame is None:
            if not phrase.parties:
                phrase.parties = list(self.intro)
            if not phrase.goods:
                phrase.goods = list(self.intro_goods)
            phrase.world = phrase.world or self.world
            phrase.pointers |= self.pointers
            self.frame = goods_share(phrase) or carried_share(phrase, self.context) or self._resume(phrase)
            if self.frame is not None:
                self.frame.start = phrase.chunk.items[0].start
                self._vary(phrase)
            self.intro, self.intro_goods = [], []
        elif telling:
            self._vary(phrase)
        if not telling:
            self._note(phrase, head is not None)
            return
        if self.frame is None:
            for index in phrase.figures:
                self._drop(phrase.chunk.items[index], "no flow is named")
            return
        self._fill(phrase)
        last = phrase.chunk.items[-1].get(m.Party)
        self.antecedent = last.codes[0] if last is not None and len(last.codes) == 1 else None

    def _goes_on(self, phrase: Phrase) -> bool:
        """Whether a head in the chunk is only the whole of which the claim at hand is a share: "$5bn, or 25% of its exports"."""
        draft, share = self.draft, of_share(phrase)
        if draft is None or draft.empty or draft.share is not None or share is None or draft.frame.share:
            return False
        named = [placed.index for placed in phrase.parties] + [at for at, _ in phrase.goods] + [at for at, _ in phrase.heads]
        if any(at < share for at in named):
            return False
        ends = draft.frame.ends
        if ends is not None and "flow" in ends.carried:
            base = next((each for at, each in phrase.heads if at > share), None)
            wider = ends_of(base, phrase, self.context) if base is not None else None
            if base is not None and wider is not None:
                draft.frame = self.frame = evolve(draft.frame, head=base, ends=wider)
        return True

    def _note(self, phrase: Phrase, headed: bool) -> None:
        """Keep what a chunk without figures says for the chunks after it, or for the claim before it."""
        if phrase.world and not headed:
            self.world = True
        if phrase.movements:
            self.direction = phrase.movements[-1][1].direction
        if phrase.status is not None:
            self.status = phrase.status.status
            if self.frame is not None and headed:
                self.frame.status = self.status
        if phrase.bases and not phrase.periods:
            self.noted_period = self._anchored(phrase.bases[-1][1])
        if phrase.periods:
            period = self._anchored(phrase.periods[-1][1])
            if phrase.chunk.opener is Mark.OPEN:
                self.bracketed = period
                return
            short = len(phrase.chunk.items) <= 3 and phrase.chunk.opener in {Mark.COMMA, Mark.OPEN, Mark.CLOSE, Mark.DASH}
            if period is not None and self.draft is not None and not self.draft.empty and not headed:
                if not short:
                    self.close()
                    self.period = period
                    return
                if self.draft.period is None or self.draft.period == self.context.period:
                    self.draft.period, self.draft.named = period, True
            elif period is not None:
                self.period = period
                self.opening = self.frame is None and not phrase.periods[-1][1].points_back
        if phrase.basis is not None and self.draft is not None and self.draft.by is not None and self.draft.basis is None:
            self.draft.basis = phrase.basis.basis
        if not headed:
            self.pointers |= phrase.pointers & {Anaphor.REVERSE}
            introduced = [placed for placed in phrase.parties if placed.slot in _INTRODUCED]
            if self.frame is None:
                self.intro += introduced
                self.intro_goods += phrase.goods
            elif len(phrase.chunk.items) <= 3:
                self.intro, self.intro_goods = introduced, list(phrase.goods)

    def _head(self, phrase: Phrase) -> tuple[int, Head] | None:
        """Choose the head that names the flow of a chunk: a strong noun before a verb before a weak word."""
        if not phrase.heads:
            return self._unnamed(phrase)
        strong = [pair for pair in phrase.heads if not pair[1].weak]
        if strong:
            return strong[0]
        backed = bool(phrase.goods or phrase.parties or phrase.route or phrase.pointers or self.intro)
        return phrase.heads[0] if backed or self.frame is not None else None

    @staticmethod
    def _unnamed(phrase: Phrase) -> tuple[int, Head] | None:
        """A volume of goods that goes from or to a country moves, whatever the verb is: "5 Mt of coal went to China"."""
        if phrase.others or not phrase.goods or phrase.share:
            return None
        figures = [at for at in phrase.figures if (found := phrase.chunk.items[at].get(m.Figure)) is not None and found.quantity.dimension in _BULK]
        towards = phrase.of(Slot.TO) or phrase.of(Slot.FROM)
        if not figures or not towards or not any(at > figures[0] for at, _ in phrase.goods):
            return None
        return figures[0], Head(Measure.EXPORTS, Side.EXPORTER, Use.VERB, weak=True)

    def _open(self, phrase: Phrase, head: tuple[int, Head]) -> None:
        """Begin a new flow."""
        before = self.frame
        self.close()
        index, meaning = head
        phrase.world = phrase.world or self.world
        if not phrase.goods and self.intro_goods:
            phrase.goods = list(self.intro_goods)
        have = {placed.slot for placed in phrase.parties}
        borrowed = [placed for placed in self.intro if placed.slot not in have]
        if have & {Slot.OWNER, Slot.PAIR, Slot.SUBJECT}:
            borrowed = [placed for placed in borrowed if placed.slot not in {Slot.OWNER, Slot.SUBJECT, Slot.PAIR, Slot.ORIGIN}]
        if borrowed:
            phrase.parties = [*borrowed, *phrase.parties]
        context = self._spoken(before)
        frame = share_frame(phrase, meaning, context) if phrase.share else None
        if frame is None:
            ends = ends_of(meaning, phrase, context)
            frame = Frame(moving(meaning, ends, phrase), ends, self._goods(phrase))
        if meaning.weak and not frame.goods and before is not None and before.other is None and not phrase.pointers & {Anaphor.WARES}:
            frame.goods = before.goods
        frame.route = phrase.route
        frame.start = phrase.chunk.items[0].start
        frame.growth = any(movement.use is Use.NOUN and at == index + 1 for at, movement in phrase.movements)
        frame.heads = tuple(each for _, each in phrase.heads if not each.weak)
        if not frame.share:
            frame.parties, frame.varies = self._party_list(phrase, meaning)
        if before is not None and before.other is None and phrase.chunk.opener in {Mark.AND, Mark.COMMA} and phrase.status is None:
            frame.status = before.status
        self.frame = frame
        self.intro, self.intro_goods = [], []
        self.last = self.last if before is not None else None

    def _other(self, phrase: Phrase) -> None:
        """A look-alike takes the stage: its figures are no flow's."""
        at, other = phrase.others[0]
        if self.frame is not None and self.frame.other is None and phrase.figures and phrase.figures[0] < at:
            return
        if phrase.figures or self.frame is None:
            self.close()
            self.frame = Frame(Head(Measure.EXPORTS, Side.EXPORTER), None, other=other.kind)

    def _spoken(self, before: Frame | None) -> Context:
        """Return the context with the flow named earlier in this very sentence."""
        if before is None or before.ends is None or before.other is not None:
            return self.context
        return spoken(self.context, before.head, before.ends, before.goods)

    def _resume(self, phrase: Phrase) -> Frame | None:
        """Return the flow of the sentence before, for a sentence that names none."""
        context = self.context
        topic = self._topic(phrase)
        if topic is None or context.distance > _NEAR:
            return None
        ends = Ends(exporter=topic.owner, importer=None if phrase.world else topic.partner, carried=("flow",))
        if topic.side is Side.IMPORTER:
            ends = ends.reversed()
        side = topic.side
        if Anaphor.REVERSE in phrase.pointers:
            ends, side = ends.reversed(), _FACING.get(side, side)
        goods = (topic.goods,) if topic.goods else ()
        return Frame(Head(topic.measure, side), ends, goods, start=phrase.chunk.items[0].start)

    def _topic(self, phrase: Phrase) -> Topic | None:
        """Choose between the last flow and what the text is about: a new paragraph, or another period, goes back to the latter."""
        context = self.context
        flow, topic = context.flow, context.topic
        if flow is None or topic is None or phrase.pointers & _BACK or self.records:
            return flow
        if context.leads:
            return topic
        part = topic.measure is Measure.TURNOVER and flow.measure is not Measure.TURNOVER and flow.pair() == topic.pair()
        return topic if part and phrase.periods else flow

    def _vary(self, phrase: Phrase) -> None:
        """A chunk without a head: a member of a list (another party, another good) makes a flow of its own."""
        frame = self.frame
        if frame is None or frame.other is not None or frame.ends is None:
            return
        if phrase.figures and phrase.figures[0] <= 1:
            phrase.parties = phrase.parties or self.intro
            phrase.goods = phrase.goods or self.intro_goods
            self.intro, self.intro_goods = [], []
        placed = [each for each in phrase.parties if each.slot is not Slot.RIVAL]
        if phrase.chunk.opener is Mark.RELATIVE and self.antecedent is not None and any(each.slot is Slot.TO for each in placed):
            placed.append(Placed(-1, (self.antecedent,), Slot.FROM))
            self.close()
            self.frame = frame = evolve(frame, share=False)
        goods = self._goods(phrase) if not frame.share else ()
        ends = self._varied_ends(frame, placed)
        turned = ends is None and Anaphor.REVERSE in phrase.pointers and self.draft is not None
        if turned:
            ends = frame.ends.reversed()
        fresh_goods = bool(goods) and goods != frame.goods
        if ends is None and not fresh_goods:
            return
        self.close()
        self.frame = frame = frame.copy()
        frame.start = phrase.chunk.items[0].start
        if turned:
            frame.head = evolve(frame.head, side=_FACING.get(frame.head.side, frame.head.side))
        if ends is not None:
            frame.ends = ends
        if fresh_goods:
            frame.goods = goods

    @staticmethod
    def _varied_ends(frame: Frame, placed: list[Placed]) -> Ends | None:
        ends = frame.ends
        if ends is None or not placed or len(placed[0].codes) != 1:
            return None
        if len(placed) == 2:
            start = [each for each in placed if each.slot in {Slot.FROM, Slot.ORIGIN, Slot.OWNER, Slot.SUBJECT}]
            goal = [each for each in placed if each.slot is Slot.TO]
            if len(start) == 1 and len(goal) == 1 and frame.head.side is not Side.BOTH:
                return evolve(ends, exporter=start[0].codes[0], importer=goal[0].codes[0])
        if len(placed) != 1:
            return None
        code, slot = placed[0].codes[0], placed[0].slot
        if code in {ends.exporter, ends.importer}:
            return None
        if slot in {Slot.FROM, Slot.ORIGIN}:
            return evolve(ends, exporter=code)
        if slot is Slot.TO:
            return evolve(ends, importer=code)
        if slot is Slot.OWNER and frame.head.side is Side.EXPORTER and ends.importer is not None:
            return evolve(ends, exporter=code)
        if frame.varies == "exporter" or (frame.varies is None and frame.head.side is Side.IMPORTER):
            return evolve(ends, exporter=code)
        return evolve(ends, importer=code)

    def _goods(self, phrase: Phrase) -> tuple[str, ...]:
        if phrase.goods:
            return tuple(dict.fromkeys(each for _, each in phrase.goods))
        back = self.context.noted or self.context.goods
        return (back,) if back is not None and self._points_at_goods(phrase) else ()

    @staticmethod
    def _points_at_goods(phrase: Phrase) -> bool:
        """Whether a pointer stands for goods: "these products", or "imports of it"."""
        if Anaphor.GOODS in phrase.pointers:
            return True
        for index, item in enumerate(phrase.chunk.items):
            pointer = item.get(m.Pointer)
            relation = phrase.chunk.items[index - 1].get(m.Relation) if index else None
            if pointer is None or pointer.to is not Anaphor.THIS:
                continue
            verb = phrase.chunk.items[index - 1].get(m.Head) if index else None
            if (relation is not None and relation.role is m.Role.OF) or (verb is not None and verb.use is Use.VERB):
                return True
        return False

    @staticmethod
    def _party_list(phrase: Phrase, head: Head) -> tuple[tuple[str, ...], str | None]:
        for slot in (Slot.FROM, Slot.TO, Slot.WITH, Slot.OWNER, Slot.SUBJECT, Slot.ORIGIN):
            codes = phrase.of(slot)
            if len(codes) > 1:
                owning = slot in {Slot.OWNER, Slot.SUBJECT}
                exporting = slot is Slot.FROM or slot is Slot.ORIGIN or (owning and head.side is Side.EXPORTER)
                return tuple(codes), "exporter" if exporting and head.side is not Side.BOTH else "importer"
        return (), None

    # -- figures ---------------------------------------------------------------------------------------------------

    def _fill(self, phrase: Phrase) -> None:
        frame = self.frame
        assert frame is not None
        if frame.other is not None:
            for index in phrase.figures:
                self._drop(phrase.chunk.items[index], f"a figure of {frame.other}, not of a flow")
            return
        around = Surroundings(frame.share, frame.growth, self.last, self.direction)
        found = uses(phrase, around)
        if phrase.status is not None:
            frame.status = phrase.status.status
        if not self._deal_out(phrase, found):
            for use in found:
                self._apply(phrase, use)
        self._movement_factor(phrase, found)
        if phrase.record and not any(use.what is What.CHANGE and use.index > 0 and self._is_record_growth(phrase, use) for use in found):
            self._record(phrase)
        named = [*phrase.periods, *phrase.bases]
        self.noted_period = self._anchored(max(named, key=lambda pair: pair[0])[1]) if named else None
        for use in found:
            if use.what in {What.LEVEL, What.CHANGE, What.SHARE, What.EARLIER, What.EARLIER_SHARE}:
                self.last = use.what
            if use.direction is not None:
                self.direction = use.direction

    @staticmethod
    def _is_record_growth(phrase: Phrase, use: FigureUse) -> bool:
        return bool(phrase.chunk.items[use.index - 1].mask & m.RecordHigh.bit)

    def _movement_factor(self, phrase: Phrase, found: list[FigureUse]) -> None:
        """Doubled, halved and the like say their size themselves; beside a figure of change they are its words only."""
        if any(use.what is What.CHANGE for use in found):
            return
        for index, movement in phrase.movements:
            if movement.factor is not None and movement.direction is not Direction.FLAT:
                self._apply(phrase, FigureUse(index, movement.factor, What.CHANGE, movement.direction))
                return
        if phrase.movements and self.draft is not None and self.draft.direction is None and self.draft.level:
            nearest = phrase.movements[0][1]
            if nearest.direction is not Direction.FLAT and nearest.use is Use.VERB:
                self.draft.direction = nearest.direction

    def _record(self, phrase: Phrase) -> None:
        draft = self._claim(phrase, phrase.chunk.items[0])
        if draft.level or not phrase.figures:
            draft.record = True
            draft.reach(phrase.chunk.items[0].start, phrase.chunk.items[-1].end)

    def _deal_out(self, phrase: Phrase, found: list[FigureUse]) -> bool:
        """Deal figures out over the members of a list; return whether that was done."""
        frame = self.frame
        if frame is None or frame.ends is None:
            return False
        members: list[Frame] = []
        if len(frame.goods) > 1:
            members = [evolve(frame, goods=(each,)) for each in frame.goods]
        elif len(frame.parties) > 1:
            members = [self._with_party(frame, code) for code in frame.parties]
        elif len(frame.heads) > 1:
            members = [evolve(frame, head=head, ends=self._ends_for(head, frame)) for head in frame.heads]
        count = len(members)
        groups: dict[tuple[What, bool], list[FigureUse]] = {}
        for use in found:
            if use.what not in {What.OTHER, What.UNKNOWN}:
                groups.setdefault((use.what, use.quantity.is_money), []).append(use)
        if not members or (set(what for what, _ in groups) == {What.CHANGE} and self.draft is None and len(self.records) >= count):
            return self._deal_back(phrase, groups)
        if not members or not any(len(group) == count for group in groups.values()):
            return False
        for position, member in enumerate(members):
            self.close()
            self.frame = member
            for group in groups.values():
                if len(group) == count:
                    self._apply(phrase, group[position])
            self.close()
        self.frame = frame
        return True

    def _deal_back(self, phrase: Phrase, groups: dict[tuple[What, bool], list[FigureUse]]) -> bool:
        """Deal changes out over the claims told just before: "exports were $5bn and imports $4bn, up 3% and 2%"."""
        changes = next((group for (what, _), group in groups.items() if what is What.CHANGE and len(group) > 1), None)
        if changes is None:
            if self.scanned.mask & m.Respectively.bit and any(len(group) > 1 for group in groups.values()):
                self._drop(phrase.chunk.items[0], "figures are dealt out over a list that cannot be told")
                return True
            return False
        if phrase.heads or not (self.scanned.mask & m.Respectively.bit):
            return False
        self.close()
        told = self.records[-len(changes) :]
        if len(told) < len(changes) or any(record.change is not None and record.change.by is not None for record in told):
            self._drop(phrase.chunk.items[0], "changes are dealt out over claims that cannot be told")
            return True
        for position, use in enumerate(changes):
            at = len(self.records) - len(changes) + position
            item = phrase.chunk.items[use.index]
            direction = use.direction or self.direction
            if direction is not None:
                change = Change(direction=direction, by=use.quantity, basis=phrase.basis.basis if phrase.basis else None)
                self.records[at] = evolve(self.records[at], change=change).with_evidence(Evidence.of(self.scanned.text, item.start, item.end))
        return True

    @staticmethod
    def _with_party(frame: Frame, code: str) -> Frame:
        ends = frame.ends
        assert ends is not None
        if frame.varies == "exporter" or (frame.varies is None and frame.head.side is Side.IMPORTER):
            return evolve(frame, ends=evolve(ends, exporter=code))
        return evolve(frame, ends=evolve(ends, importer=code))

    @staticmethod
    def _ends_for(head: Head, frame: Frame) -> Ends | None:
        ends = frame.ends
        return ends if ends is None or head.side is frame.head.side or Side.BOTH in {head.side, frame.head.side} else ends.reversed()

    def _claim(self, phrase: Phrase, item: Mention) -> Draft:
        frame = self.frame
        assert frame is not None
        if self.draft is None:
            start = frame.start if frame.start >= self.scanned.sentence.span.start else item.start
            self.draft = Draft(frame, min(start, item.start), item.end, aside=phrase.chunk.opener is Mark.RELATIVE)
        return self.draft

    def _apply(self, phrase: Phrase, use: FigureUse) -> None:
        item = phrase.chunk.items[use.index]
        if use.what in {What.OTHER, What.UNKNOWN}:
            self._drop(item, use.reason or "what this figure measures is not said")
            return
        if self.settling and (use.what in {What.SHARE, What.EARLIER_SHARE} or (use.what is What.CHANGE and not phrase.heads and use.quantity.unit == "%")):
            self._drop(item, "a share of a currency in payments, not of a flow")
            return
        if use.what in {What.EARLIER, What.EARLIER_SHARE}:
            self._earlier(phrase, use)
            return
        self.named = False
        period = self._period(phrase, use.index)
        draft = self._claim(phrase, item)
        if self._full(draft, use, period):
            known = draft.period
            self.close()
            draft = self._claim(phrase, item)
            period = period or known
        if not self._put(draft, phrase, use):
            return
        draft.reach(item.start, max(item.end, self._end_of_period(phrase, use.index)))
        if period is not None and not (use.what is What.CHANGE and draft.level and draft.period is not None):
            draft.period = period
            draft.deadline = self.deadline
            draft.opening, draft.named = self.opening, self.named or self.opening
        frame = draft.frame
        draft.status = frame.status or self.status

    def _put(self, draft: Draft, phrase: Phrase, use: FigureUse) -> bool:
        """Set the figure in its slot; return whether it has one."""
        if use.what is What.CHANGE:
            self._put_change(draft, phrase, use)
            return True
        quantity = self._with_unit(use.quantity, draft)
        if quantity is None:
            self._drop(phrase.chunk.items[use.index], "a count, not a value or volume of goods")
            return False
        if use.what is not What.SHARE:
            self.unit = quantity.unit
        if use.what is What.SHARE:
            draft.share = draft.share or quantity
        elif quantity.is_money:
            finer = phrase.chunk.opener is Mark.OPEN and draft.value is not None and self._restates(draft.value, quantity)
            draft.value = quantity if finer or draft.value is None else draft.value
        else:
            draft.volume = draft.volume or quantity
        return True

    @staticmethod
    def _restates(rough: Quantity, fine: Quantity) -> bool:
        """Whether a figure in brackets says the same more exactly: "over $20bn ($21.2bn)"."""
        more = len(fine.amount.normalize().as_tuple().digits) > len(rough.amount.normalize().as_tuple().digits)
        return more and rough.unit == fine.unit and rough.amount * _CLOSE[0] < fine.amount < rough.amount * _CLOSE[1]

    def _put_change(self, draft: Draft, phrase: Phrase, use: FigureUse) -> None:
        relative = use.quantity.dimension in {Dimension.PERCENT, Dimension.POINTS, Dimension.MULTIPLE}
        held = draft.by is not None and draft.by.dimension in {Dimension.PERCENT, Dimension.POINTS, Dimension.MULTIPLE}
        if draft.by is None or (relative and not held):
            draft.by, draft.direction = use.quantity, use.direction
        if phrase.basis is not None:
            draft.basis = phrase.basis.basis
        elif phrase.bases:
            draft.basis = Basis.MOM if phrase.bases[-1][1].kind is PeriodKind.MONTH_BEFORE else Basis.YOY

    def _full(self, draft: Draft, use: FigureUse, period: Period | None) -> bool:
        """Whether a figure cannot belong to the claim at hand and begins another."""
        if use.what is What.CHANGE:
            relative = use.quantity.dimension in {Dimension.PERCENT, Dimension.POINTS, Dimension.MULTIPLE}
            held = draft.by is not None and draft.by.dimension in {Dimension.PERCENT, Dimension.POINTS, Dimension.MULTIPLE}
            return relative and held and draft.by != use.quantity
        if self.semicolon and draft.level and draft.by is not None and use.what is What.LEVEL:
            return True
        other_time = period is not None and draft.period is not None and draft.period != period and draft.level
        if use.what is What.SHARE:
            return draft.share is not None and draft.share != use.quantity
        taken = draft.value if use.quantity.is_money or (use.quantity.unit == "1" and draft.value is not None) else draft.volume
        return taken is not None and other_time

    def _with_unit(self, quantity: Quantity, draft: Draft) -> Quantity | None:
        """Give a bare number the currency spoken of; a count stays one where the goods are counted in pieces."""
        if quantity.unit != "1":
            return quantity if quantity.dimension in _LEVELS else None
        if draft.frame.goods and draft.frame.goods[0] in _COUNTED:
            return quantity
        table = self.context.table
        if table is not None and self.unit is None:
            return evolve(quantity, amount=quantity.amount * table.amount, unit=table.unit)
        unit = self.unit or self.context.currency
        if quantity.amount >= 1_000_000 and unit is not None:
            return evolve(quantity, unit=unit)
        return None

    def _earlier(self, phrase: Phrase, use: FigureUse) -> None:
        """A level of an earlier period is a record of its own."""
        item = phrase.chunk.items[use.index]
        current = self.draft
        frame = self.frame
        assert frame is not None
        start = current.start if current is not None else min(frame.start, item.start)
        earlier = Draft(frame, start, max(item.end, self._end_of_period(phrase, use.index)))
        quantity = self._with_unit(use.quantity, earlier)
        if quantity is None:
            return
        if use.what is What.EARLIER_SHARE:
            earlier.share = quantity
        elif quantity.is_money:
            earlier.value = quantity
        else:
            earlier.volume = quantity
        known = current.period if current is not None and current.period is not None else self._frame_period()
        after = [expr for at, expr in (*phrase.bases, *phrase.periods) if at > use.index and not any(use.index < f < at for f in phrase.figures)]
        expr = after[0] if after else phrase.bases[0][1] if phrase.bases else None
        if expr is not None:
            earlier.period = self.context.anchor(expr, known)
        elif known is not None and phrase.basis is not None and phrase.basis.basis is Basis.YOY:
            earlier.period = known.previous_year()
        earlier.aside = True
        self._finish(earlier)

    # -- periods ---------------------------------------------------------------------------------------------------

    def _anchored(self, expr: PeriodExpr) -> Period | None:
        if expr.grain is Grain.DAY and expr.relation.value == "plain":
            return None
        return self.context.anchor(expr, self._frame_period())

    def _frame_period(self) -> Period | None:
        if self.draft is not None and self.draft.period is not None:
            return self.draft.period
        return self.period or self.context.period

    def _end_of_period(self, phrase: Phrase, index: int) -> int:
        following = [at for at, _ in (*phrase.periods, *phrase.bases) if at > index]
        return phrase.chunk.items[following[0]].end if following else 0

    def _period(self, phrase: Phrase, index: int) -> Period | None:
        """Return the period of a figure: named right after it, before it, or for the sentence."""
        figures = phrase.figures
        own: PeriodExpr | None = None
        for at, expr in phrase.periods:
            since = max((f for f in figures if f < at), default=None)
            if since is None or since == index or (own is None and since < index and not self._bound(phrase, since, at)):
                own = expr
            elif own is None and index < since and len(phrase.periods) == 1 and not self._bound(phrase, since, at):
                own = expr
            if since == index:
                break
        if own is None and phrase.chunk.opener is Mark.RELATIVE and self.noted_period is not None:
            return self.noted_period
        if own is not None:
            period = self._anchored(own)
            if period is not None:
                self.deadline = own.relation is PeriodRelation.BY
                self.named = own.kind not in {PeriodKind.YEAR_BEFORE, PeriodKind.MONTH_BEFORE, PeriodKind.SAME}
                if self.first and self.named and phrase.periods[0][0] <= 2 and phrase.periods[0][0] < index:
                    self.opening = True
                return period
        if self.bracketed is not None and phrase.chunk.opener is not Mark.CLOSE:
            period, self.bracketed = self.bracketed, None
            return period
        if self.period is not None:
            return self.period
        return None if self.draft is not None and self.draft.period is not None else self._inherited()

    def _inherited(self) -> Period | None:
        return self.records[-1].period if self.records and self.records[-1].status is FlowStatus.REPORTED else self.context.period

    @staticmethod
    def _bound(phrase: Phrase, figure: int, period: int) -> bool:
        """Whether a period belongs to the earlier level right before it ("from $100bn in 2018")."""
        before = phrase.chunk.items[figure - 1].get(m.Relation) if figure else None
        return before is not None and before.role in {m.Role.FROM, m.Role.AGAINST} and period - figure <= 2

    # -- closing ---------------------------------------------------------------------------------------------------

    def close(self) -> None:
        """End the claim at hand."""
        if self.draft is not None and not self.draft.empty:
            self._finish(self.draft)
        self.draft = None

    def _unnamed_goods(self, draft: Draft) -> tuple[str, ...]:
        """A physical volume is one of goods: those named earlier in the sentence, or the text's."""
        context = self.context
        if self.intro_goods:
            return (self.intro_goods[-1][1],)
        for topic in (context.topic, context.flow):
            if topic is not None and topic.goods is not None:
                return (topic.goods,)
        return (context.noted,) if context.noted is not None else ()

    def _finish(self, draft: Draft) -> None:
        date = self.context.date
        if date is not None and draft.period is not None and draft.period.first > date and draft.status in {None, FlowStatus.REPORTED}:
            draft.status = FlowStatus.TARGET if draft.deadline else FlowStatus.FORECAST
        if draft.volume is not None and not draft.frame.goods and draft.frame.head.side is not Side.BOTH:
            draft.frame = evolve(draft.frame, goods=self._unnamed_goods(draft))
        if draft.volume is not None and draft.volume.unit.endswith("/a") and not (draft.period is not None and draft.period.is_years):
            self.dropped.append(Dropped(draft.start, draft.end, "a rate per year without a year is a capacity or a norm"))
            return
        if draft.share is None and draft.frame.ends is not None and "flow" in draft.frame.ends.carried and _contract(self.scanned):
            self.dropped.append(Dropped(draft.start, draft.end, "the worth or volume of an agreement"))
            return
        ahead = draft.period is not None and date is not None and draft.period.last > date
        if draft.volume is not None and draft.status is not None and not (ahead or draft.deadline) and self.scanned.mask & _SIGNED and not draft.frame.share:
            self.dropped.append(Dropped(draft.start, draft.end, "what a contract obliges to is the agreement's volume"))
            return
        record = record_of(draft, self.scanned.text, None)
        if isinstance(record, str):
            self.dropped.append(Dropped(draft.start, draft.end, record))
        else:
            self.records.append(record)
            assert draft.frame.ends is not None
            known = self.context.period
            earlier = record.period is not None and known is not None and record.period.last < known.last
            aside = draft.aside or (self.settled and earlier)
            titled = self.scanned.sentence.kind == "title"
            self.context = remember(self.context, draft, record, aside=aside, titled=titled)
            self.settled = True

    def _drop(self, item: Mention, reason: str) -> None:
        self.dropped.append(Dropped(item.start, item.end, reason))


_COUNTED = frozenset(
    {"vehicles", "cars", "electric-vehicles", "trucks", "tractors", "construction-machinery", "excavators", "aircraft", "helicopters", "ships",
     "smartphones", "computers", "drones", "home-appliances", "containers", "tyres", "railway-equipment", "telecom-equipment"}
)  # fmt: skip
"""Commodities that are counted in pieces."""


def topic_of(head: Head, ends: Ends, goods: tuple[str, ...]) -> Topic | None:
    """Return a flow as a topic: seen from its owner."""
    owner, partner, side = ends.exporter, ends.importer, head.side
    if side is Side.IMPORTER:
        owner, partner = partner, owner
    if owner is None:
        owner, partner = partner, None
        side = _FACING.get(side, side)
    if owner is None:
        return None
    if owner not in _SUBJECTS and partner in _SUBJECTS:
        owner, partner, side = partner, owner, _FACING.get(side, side)
    return Topic(owner=owner, partner=partner, measure=head.measure, side=side, goods=goods[0] if len(goods) == 1 else None)


def spoken(context: Context, head: Head, ends: Ends, goods: tuple[str, ...], *, titled: bool = False) -> Context:
    """Return the context in which a flow has just been spoken of.

    A part does not take the stage from its total: not the directions of a turnover, nor one partner of all.
    """
    flow = topic_of(head, ends, goods)
    if flow is None:
        return context
    topic = context.topic
    listed = "flow" in ends.carried
    part = topic is not None and (listed or not context.titled) and (
        (topic.measure is Measure.TURNOVER and flow.measure is not Measure.TURNOVER and topic.pair() == flow.pair() and flow.goods == topic.goods)
        or (
            topic.partner is None
            and topic.owner == flow.owner
            and flow.partner is not None
            and bool({"owner", "flow"} & set(ends.carried) or flow.pair() == context.pair())
        )
    )
    return evolve(context, flow=flow, topic=topic if part else flow, subject=flow.owner, distance=0, titled=titled)


def remember(context: Context, draft: Draft, record: TradeFlow, *, aside: bool, titled: bool) -> Context:
    """Return the context after a flow: its parties, period, goods and currency; an aside leaves the period."""
    frame = draft.frame
    assert frame.ends is not None
    goods = (record.commodity.id,) if record.commodity is not None else ()
    after = spoken(context, frame.head, frame.ends, goods, titled=titled)
    currency = record.value.unit if record.value is not None else context.currency
    keep = aside or record.status is not FlowStatus.REPORTED or record.period is None or not draft.named
    period = context.period if keep else record.period
    main = period if not keep and ((draft.opening and context.leads) or context.main is None) else context.main
    return evolve(after, period=period, main=main, currency=currency)


def flows(scanned: Scanned, context: Context) -> tuple[Parsed, Context]:
    """Return the flows of a sentence and the context after it."""
    mask = scanned.mask
    if not mask & (_FIGURES | m.Head.bit | PeriodExpr.bit | m.Goods.bit):
        return _NOTHING, context
    telling = mask & _FIGURES or (
        mask & m.Movement.bit and any(movement.factor is not None for each in scanned.mentions if (movement := each.get(m.Movement)) is not None)
    )
    context = at_paragraph(context, scanned.sentence.paragraph)
    if not telling:
        return _NOTHING, heard(scanned, context)
    if not mask & m.Head.bit and context.flow is None:
        return _NOTHING, heard(scanned, context)
    reader = FlowReader(scanned, context)
    for chunk in chunks(scanned.mentions):
        reader.step(read(chunk))
    reader.close()
    after = reader.context if reader.records else heard(scanned, reader.context)
    subject = _subject(scanned) or after.subject
    after = evolve(after, subject=subject, settling=reader.settling and not reader.records)
    records: tuple[Record, ...] = tuple(reader.records)
    return Parsed(records, tuple(reader.dropped)), after


def at_paragraph(context: Context, paragraph: int) -> Context:
    """Return the context at a sentence of this paragraph: a new one goes back from a branch (one partner) to the total."""
    if paragraph == context.paragraph:
        return evolve(context, leads=False) if context.leads else context
    topic, flow = context.topic, context.flow
    if topic is not None and flow is not None and topic.partner is None and topic.owner == flow.owner and flow.partner is not None:
        flow = evolve(flow, partner=None)
    return evolve(context, flow=flow, period=context.main or context.period, paragraph=paragraph, leads=True)


def heard(scanned: Scanned, context: Context) -> Context:
    """Return the context after a sentence without a figure of a flow: it may still name a flow, a period or goods."""
    titled = scanned.sentence.kind == "title" and bool(scanned.mask & m.Goods.bit)
    if (titled or scanned.mask & m.Head.bit) and scanned.mask & (m.Party.bit | m.Pointer.bit):
        for chunk in chunks(scanned.mentions):
            phrase = read(chunk)
            owned = phrase.of(Slot.OWNER) or phrase.of(Slot.SUBJECT) or phrase.of(Slot.PAIR)
            named = [head for _, head in phrase.heads if not head.weak and (owned or head.measure is not Measure.BALANCE)]
            if scanned.sentence.kind == "title" and not named and phrase.parties and phrase.goods:
                context = _entitled(phrase, context)
            if named and phrase.parties:
                ends = ends_of(named[0], phrase, context)
                if ends is not None and {ends.exporter, ends.importer} & _SUBJECTS:
                    goods = tuple(dict.fromkeys(each for _, each in phrase.goods))
                    context = spoken(context, named[0], ends, goods, titled=scanned.sentence.kind == "title")
                    if context.pair() is not None:
                        break
    if scanned.mask & m.SettlementWord.bit and scanned.mask & m.Currency.bit:
        context = evolve(context, settling=True)
    goods = _heard_goods(scanned)
    if goods is not None and len(scanned.mentions) <= 2 and scanned.mentions[0].mask & m.Goods.bit:
        context = evolve(
            context,
            topic=evolve(context.topic, goods=goods) if context.topic is not None else None,
            flow=evolve(context.flow, goods=goods) if context.flow is not None else None,
        )
    period = context.period if context.settling else _heard_period(scanned, context)
    main = period if period != context.period and (context.leads or context.main is None) else context.main
    return evolve(context, period=period, main=main, noted=goods or context.noted, subject=_subject(scanned) or context.subject)


def _contract(scanned: Scanned) -> bool:
    """Whether a sentence names a deal (a plan is none)."""
    if not scanned.mask & m.AgreementNoun.bit:
        return False
    nouns = (mention.get(m.AgreementNoun) for mention in scanned.mentions)
    return any(noun is not None and noun.kind is not AgreementKind.PLAN for noun in nouns)


def _subject(scanned: Scanned) -> str | None:
    """Return the first country named in a sentence."""
    if scanned.mask & m.Party.bit:
        for mention in scanned.mentions:
            party = mention.get(m.Party)
            if party is not None and len(party.codes) == 1:
                return party.codes[0]
    return None


def _entitled(phrase: Phrase, context: Context) -> Context:
    """A title that names one of the two and a raw material ("China's potash"): China imports it, Russia exports it."""
    owners = list(dict.fromkeys(code for placed in phrase.parties for code in placed.codes))
    goods = commodity(phrase.goods[0][1])
    if len(owners) != 1 or owners[0] not in _SUBJECTS or not any(each in _RAW for each in (goods.id, *goods.ancestors())):
        return context
    side = Side.IMPORTER if owners[0] == "CN" else Side.EXPORTER
    topic = Topic(owner=owners[0], measure=Measure.EXPORTS, side=side, goods=goods.id)
    return evolve(context, flow=topic, topic=topic, distance=0, titled=True)


_RAW = frozenset({"energy", "agricultural-products", "minerals", "metals", "timber", "fertilizer"})


def _heard_goods(scanned: Scanned) -> str | None:
    if scanned.mask & m.Goods.bit:
        for mention in reversed(scanned.mentions):
            goods = mention.get(m.Goods)
            if goods is not None:
                return goods.id
    return None


def _heard_period(scanned: Scanned, context: Context) -> Period | None:
    """Return the period that a sentence without figures sets: one that opens it, or that of the flow it names."""
    if not scanned.mask & PeriodExpr.bit:
        return context.period
    if scanned.mask & m.OtherMeasure.bit:
        return context.period
    for position, chunk in enumerate(chunks(scanned.mentions)):
        opening = scanned.sentence.kind != "sentence" or (position == 0 and any(item.mask & PeriodExpr.bit for item in chunk.items[:2]))
        if chunk.mask & PeriodExpr.bit and (opening or chunk.mask & m.Head.bit):
            for _, expr in read(chunk).periods:
                if expr.points_back or expr.grain is Grain.DAY or (expr.relation not in _SPOKEN_OF and expr.kind is not PeriodKind.TO_DATE):
                    continue
                period = context.anchor(expr, context.period)
                if period is not None and (context.date is None or period.first <= context.date):
                    return period
    return context.period


_SPOKEN_OF = frozenset({PeriodRelation.PLAIN, PeriodRelation.SINCE, PeriodRelation.AS_OF})
_CLOSE = Decimal("0.9"), Decimal("1.2")
_SUBJECTS = frozenset({"CN", "RU"})
_FACING = {Side.IMPORTER: Side.EXPORTER, Side.EXPORTER: Side.IMPORTER}
_NOTHING = Parsed()

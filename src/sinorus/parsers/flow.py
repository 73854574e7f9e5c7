"""Trade flows: each figure of a sentence is asked what it is, of which flow, between whom, of what, when, how certain."""

from attrs import evolve

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Head, Mark, Side, Use
from sinorus.languages.period_expr import Grain, PeriodExpr, PeriodKind
from sinorus.parsers.claim import Draft, Frame, record_of
from sinorus.parsers.clause import chunks
from sinorus.parsers.context import Context
from sinorus.parsers.ends import Ends, ends_of
from sinorus.parsers.figure_use import FigureUse, Surroundings, What, uses
from sinorus.parsers.parsed import Dropped, Parsed
from sinorus.parsers.phrase import Phrase, Placed, Slot, read
from sinorus.parsers.share import share_frame
from sinorus.records import FlowStatus, Measure, Record, TradeFlow
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned
from sinorus.values import Basis, Bound, Direction, Period, Quantity
from sinorus.values.unit import Dimension

_FIGURES = m.Figure.bit | m.RecordHigh.bit
_NAMED = m.Head.bit | m.Share.bit
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
        self.last: What | None = None
        self.direction: Direction | None = None
        self.listed: Draft | None = None

    # -- chunks ----------------------------------------------------------------------------------------------------

    def step(self, phrase: Phrase) -> None:
        """Take in one chunk."""
        head = self._head(phrase)
        growing = any(movement.factor is not None for _, movement in phrase.movements)
        telling = bool(phrase.figures or growing or phrase.record)
        if head is not None:
            self._open(phrase, head)
        elif phrase.others and not (self.frame is not None and phrase.chunk.opener is Mark.OPEN):
            self._other(phrase)
        elif telling and self.frame is None:
            self.frame = self._resume(phrase)
            if self.frame is not None:
                self._vary(phrase)
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

    def _note(self, phrase: Phrase, headed: bool) -> None:
        """Keep what a chunk without figures says for the chunks after it, or for the claim before it."""
        if phrase.status is not None:
            self.status = phrase.status.status
            if self.frame is not None and headed:
                self.frame.status = self.status
        if phrase.periods:
            period = self._anchored(phrase.periods[-1][1])
            if period is not None and self.draft is not None and not self.draft.empty and not headed:
                if self.draft.period is None or self.draft.period == self.context.period:
                    self.draft.period = period
            elif period is not None:
                self.period = period
        if phrase.basis is not None and self.draft is not None and self.draft.by is not None and self.draft.basis is None:
            self.draft.basis = phrase.basis.basis
        if not headed and self.frame is None:
            self.intro += [placed for placed in phrase.parties if placed.slot in {Slot.FROM, Slot.TO, Slot.WITH, Slot.OWNER, Slot.PAIR}]

    def _head(self, phrase: Phrase) -> tuple[int, Head] | None:
        """Choose the head that names the flow of a chunk: a strong noun before a verb before a weak word."""
        if not phrase.heads:
            return None
        strong = [pair for pair in phrase.heads if not pair[1].weak]
        if strong:
            return strong[0]
        backed = bool(phrase.goods or phrase.parties or phrase.route or phrase.pointers)
        return phrase.heads[0] if backed or self.frame is not None else None

    def _open(self, phrase: Phrase, head: tuple[int, Head]) -> None:
        """Begin a new flow."""
        before = self.frame
        self._close()
        index, meaning = head
        have = {placed.slot for placed in phrase.parties}
        borrowed = [placed for placed in self.intro if placed.slot not in have]
        if borrowed and not (have & {Slot.OWNER, Slot.PAIR} and any(placed.slot is Slot.OWNER for placed in borrowed)):
            phrase.parties = [*borrowed, *phrase.parties]
        context = self._spoken(before)
        frame = share_frame(phrase, meaning, context) if phrase.share else None
        if frame is None:
            frame = Frame(meaning, ends_of(meaning, phrase, context), self._goods(phrase))
        frame.route = phrase.route
        frame.start = phrase.chunk.items[0].start
        frame.growth = any(movement.use is Use.NOUN and at == index + 1 for at, movement in phrase.movements)
        frame.heads = tuple(each for _, each in phrase.heads if not each.weak)
        frame.parties = self._party_list(phrase)
        if before is not None and before.other is None and phrase.chunk.opener in {Mark.AND, Mark.COMMA} and phrase.status is None:
            frame.status = before.status
        self.frame = frame
        self.intro = []
        self.last = self.last if before is not None else None

    def _other(self, phrase: Phrase) -> None:
        """A look-alike takes the stage: its figures are no flow's."""
        at, other = phrase.others[0]
        if self.frame is not None and self.frame.other is None and phrase.figures and phrase.figures[0] < at:
            return
        if phrase.figures or self.frame is None:
            self._close()
            self.frame = Frame(Head(Measure.EXPORTS, Side.EXPORTER), None, other=other.kind)

    def _spoken(self, before: Frame | None) -> Context:
        """Return the context with the flow named earlier in this very sentence."""
        if before is None or before.ends is None or before.other is not None:
            return self.context
        return spoken(self.context, before.head, before.ends)

    def _resume(self, phrase: Phrase) -> Frame | None:
        """Return the flow of the sentence before, for a sentence that names none."""
        context = self.context
        if context.measure is None or context.owner is None or context.distance > _NEAR:
            return None
        ends = Ends(exporter=context.owner, importer=context.partner, carried=("flow",))
        if context.side is Side.IMPORTER:
            ends = ends.reversed()
        if Anaphor.REVERSE in phrase.pointers:
            ends = ends.reversed()
        goods = (context.goods,) if context.goods else ()
        return Frame(Head(context.measure, context.side), ends, goods, start=phrase.chunk.items[0].start)

    def _vary(self, phrase: Phrase) -> None:
        """A chunk without a head: a member of a list (another party, another good) makes a flow of its own."""
        frame = self.frame
        if frame is None or frame.other is not None or frame.ends is None:
            return
        placed = [each for each in phrase.parties if each.slot is not Slot.RIVAL]
        goods = self._goods(phrase) if not frame.share else ()
        ends = self._varied_ends(frame, placed) if len(placed) == 1 else None
        fresh_goods = bool(goods) and goods != frame.goods
        if ends is None and not fresh_goods:
            return
        self._close()
        self.frame = frame = frame.copy()
        frame.start = phrase.chunk.items[0].start
        if ends is not None:
            frame.ends = ends
        if fresh_goods:
            frame.goods = goods

    @staticmethod
    def _varied_ends(frame: Frame, placed: list[Placed]) -> Ends | None:
        ends = frame.ends
        if ends is None or len(placed[0].codes) != 1:
            return None
        code, slot = placed[0].codes[0], placed[0].slot
        if code in {ends.exporter, ends.importer}:
            return None
        if slot in {Slot.FROM, Slot.ORIGIN}:
            return evolve(ends, exporter=code)
        if slot is Slot.TO:
            return evolve(ends, importer=code)
        if frame.head.side is Side.IMPORTER:
            return evolve(ends, exporter=code)
        return evolve(ends, importer=code)

    @staticmethod
    def _goods(phrase: Phrase) -> tuple[str, ...]:
        return tuple(dict.fromkeys(each for _, each in phrase.goods))

    @staticmethod
    def _party_list(phrase: Phrase) -> tuple[str, ...]:
        for slot in (Slot.FROM, Slot.TO, Slot.WITH, Slot.OWNER, Slot.ORIGIN):
            codes = phrase.of(slot)
            if len(codes) > 1:
                return tuple(codes)
        return ()

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
        if not members and phrase.respectively:
            self._drop(phrase.chunk.items[0], "figures are dealt out over a list that cannot be told")
            return True
        if not members or not any(len(group) == count for group in groups.values()):
            return False
        for position, member in enumerate(members):
            self._close()
            self.frame = member
            for group in groups.values():
                if len(group) == count:
                    self._apply(phrase, group[position])
            self._close()
        self.frame = frame
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
            self.draft = Draft(frame, min(start, item.start), item.end)
        return self.draft

    def _apply(self, phrase: Phrase, use: FigureUse) -> None:
        item = phrase.chunk.items[use.index]
        if use.what in {What.OTHER, What.UNKNOWN}:
            self._drop(item, use.reason)
            return
        if use.what in {What.EARLIER, What.EARLIER_SHARE}:
            self._earlier(phrase, use)
            return
        period = self._period(phrase, use.index)
        draft = self._claim(phrase, item)
        if self._full(draft, use, period):
            self._close()
            draft = self._claim(phrase, item)
        if not self._put(draft, phrase, use):
            return
        draft.reach(item.start, max(item.end, self._end_of_period(phrase, use.index)))
        if period is not None:
            draft.period = period
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
        if use.what is What.SHARE:
            draft.share = draft.share or quantity
        elif quantity.is_money:
            draft.value = draft.value or quantity
        else:
            draft.volume = draft.volume or quantity
        return True

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
        other_time = period is not None and draft.period is not None and draft.period != period and draft.level
        if use.what is What.SHARE:
            return draft.share is not None and draft.share != use.quantity
        taken = draft.value if use.quantity.is_money or (use.quantity.unit == "1" and draft.value is not None) else draft.volume
        return taken is not None and other_time

    def _with_unit(self, quantity: Quantity, draft: Draft) -> Quantity | None:
        """Give a bare number the currency spoken of; a count stays one where the goods are counted in pieces."""
        if quantity.unit != "1":
            return quantity if quantity.is_money or quantity.is_physical or quantity.dimension is Dimension.PERCENT else None
        if draft.frame.goods and draft.frame.goods[0] in _COUNTED:
            return quantity
        currency = self.context.currency
        if quantity.amount >= 1_000_000 and currency is not None and draft.volume is None:
            return evolve(quantity, unit=currency)
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
        self.listed = earlier
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
        if own is not None:
            period = self._anchored(own)
            if period is not None:
                return period
        return self.period or (None if self.draft is not None and self.draft.period is not None else self._inherited())

    def _inherited(self) -> Period | None:
        return self.records[-1].period if self.records and self.records[-1].status is FlowStatus.REPORTED else self.context.period

    @staticmethod
    def _bound(phrase: Phrase, figure: int, period: int) -> bool:
        """Whether a period belongs to the earlier level right before it ("from $100bn in 2018")."""
        before = phrase.chunk.items[figure - 1].get(m.Relation) if figure else None
        return before is not None and before.role in {m.Role.FROM, m.Role.AGAINST} and period - figure <= 2

    # -- closing ---------------------------------------------------------------------------------------------------

    def _close(self) -> None:
        if self.draft is not None and not self.draft.empty:
            self._finish(self.draft)
        self.draft = None

    def _finish(self, draft: Draft) -> None:
        record = record_of(draft, self.scanned.text, None)
        if isinstance(record, str):
            self.dropped.append(Dropped(draft.start, draft.end, record))
        else:
            self.records.append(record)
            assert draft.frame.ends is not None
            self.context = remember(self.context, draft.frame, record)

    def _drop(self, item: Mention, reason: str) -> None:
        self.dropped.append(Dropped(item.start, item.end, reason))


_COUNTED = frozenset(
    {"vehicles", "cars", "electric-vehicles", "trucks", "tractors", "construction-machinery", "excavators", "aircraft", "helicopters", "ships",
     "smartphones", "computers", "drones", "home-appliances", "containers", "tyres", "railway-equipment", "telecom-equipment"}
)  # fmt: skip
"""Commodities that are counted in pieces."""


def spoken(context: Context, head: Head, ends: Ends) -> Context:
    """Return the context in which a flow has just been spoken of."""
    owner, partner = ends.exporter, ends.importer
    if head.side is Side.IMPORTER:
        owner, partner = partner, owner
    if owner is None:
        owner, partner = partner, None
    side = head.side if owner is not None else context.side
    return evolve(context, owner=owner, partner=partner, measure=head.measure, side=side, distance=0)


def remember(context: Context, frame: Frame, record: TradeFlow) -> Context:
    """Return the context after a flow: its parties, period, goods and currency."""
    assert frame.ends is not None
    after = spoken(context, frame.head, frame.ends)
    currency = record.value.unit if record.value is not None else context.currency
    goods = record.commodity.id if record.commodity is not None else None
    period = record.period if record.status is FlowStatus.REPORTED and record.period is not None else context.period
    return evolve(after, period=period, goods=goods, currency=currency)


def flows(scanned: Scanned, context: Context) -> tuple[Parsed, Context]:
    """Return the flows of a sentence and the context after it."""
    mask = scanned.mask
    named = mask & m.Head.bit
    if not mask & (_FIGURES | m.Movement.bit) or not (named or context.measure is not None):
        return _NOTHING, context
    if not mask & _FIGURES and not any(
        movement.factor is not None for mention in scanned.mentions if (movement := mention.get(m.Movement)) is not None
    ):
        return _NOTHING, context
    reader = FlowReader(scanned, context)
    for chunk in chunks(scanned.mentions):
        reader.step(read(chunk))
    reader._close()
    records: tuple[Record, ...] = tuple(reader.records)
    return Parsed(records, tuple(reader.dropped)), reader.context


_NOTHING = Parsed()

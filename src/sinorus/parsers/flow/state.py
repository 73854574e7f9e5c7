"""The state of reading one sentence: the flow spoken of, the claim being filled, and what chunks without figures have said."""

from attrs import define, field

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Mark
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.context import Context, Topic
from sinorus.parsers.flow.claim import LEAST, Draft, Frame, record_of
from sinorus.parsers.flow.ending import Ending
from sinorus.parsers.flow.figure_part import What
from sinorus.parsers.flow.grown_over import grown_over
from sinorus.parsers.flow.memory import elsewhere, remember
from sinorus.parsers.flow.month_compared import month_compared
from sinorus.parsers.flow.plausible import implausible
from sinorus.parsers.flow.promised import OBLIGED, is_usual, promised
from sinorus.parsers.flow.settled_goods import settle_goods
from sinorus.parsers.flow.source import reported_by
from sinorus.parsers.flow.sure import weighed
from sinorus.parsers.flow.usual import likelier
from sinorus.parsers.flow.whole_told import is_lent, opened_by_part, with_all
from sinorus.parsers.parsed import Dropped
from sinorus.parsers.phrase import Phrase, Placed
from sinorus.parsers.talk import HOME_PAIR
from sinorus.records import FlowStatus, TradeFlow
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned
from sinorus.values import Basis, Direction, Period, Quantity
from sinorus.values.evolve import evolve
from sinorus.world import corridor

_NOTHING = Ending()


@define(eq=False)
class State:
    """What is known in the middle of a sentence."""

    scanned: Scanned
    context: Context
    about: Topic | None = None
    """What the text was about when the sentence began."""
    settling: bool = False
    """Whether currencies of payment are spoken of, whose shares are no flows."""
    frame: Frame | None = None
    draft: Draft | None = None
    records: list[TradeFlow] = field(factory=list, init=False)
    terms: dict[int, bool] = field(factory=dict, init=False)
    """Which of the records have only a change, and whether it is one of the value (True) or of the volume (False)."""
    meant: dict[int, bool] = field(factory=dict, init=False)
    """The same of those of which only less certain words tell it: "the volume fell by 3%"."""
    undated: set[int] = field(factory=set, init=False)
    """Which claims have a time that the sentence does not name."""
    past: set[int] = field(factory=set, init=False)
    """Which of the records are levels of an earlier period."""
    dropped: list[Dropped] = field(factory=list, init=False)
    period: Period | None = None
    """Named by a chunk of its own, for the figures to come."""
    bracketed: Period | None = None
    """Named in brackets, for the next figure alone."""
    noted_period: Period | None = None
    """The last one named in the chunk before, be it only a base of comparison."""
    times: list[PeriodExpr] = field(factory=list, init=False)
    """Listed by a chunk of their own, for the figures to come."""
    later: Period | None = None
    """What "a year later" means in the chunk at hand."""
    status: FlowStatus | None = None
    intended: bool = False
    """Whether that was told by a word of intention, which need not be for a flow."""
    basis: Basis | Period | None = None
    """What a comparison that opens the sentence names."""
    span: Period | None = None
    """The years between which what the sentence tells has changed."""
    base: PeriodExpr | None = None
    """The period with which it compares."""
    held: list[Placed] = field(factory=list, init=False)
    """Parties named before a bracket, for the verb behind it: "Turkey (a 12% share) imported …"."""
    holding: bool = False
    """Whether the parties of `intro` were named as having a part: "but the Peruvian share, on the contrary, rose to 5 Mt"."""
    intro: list[Placed] = field(factory=list, init=False)
    """Parties named before the head."""
    intro_goods: list[tuple[int, str]] = field(factory=list, init=False)
    apart: bool = False
    """Whether a clause tells more of these than that they are spoken of: "coal led the way, trade between Peru and Chile grew 5%"."""
    composed: bool = False
    """Whether these only say of what the flow before consists: "exports were $9bn, for the most part machines; imports …"."""
    fresh: bool = False
    """Whether the chunk right before named them."""
    listed: list[Placed] = field(factory=list, init=False)
    """Parties listed by a chunk of their own, for the figures of the next."""
    world: bool = False
    pointers: set[Anaphor] = field(factory=set, init=False)
    shared: bool = False
    ranking: bool = False
    """Whether its percentages are the parts of those whom it ranks: "the main buyer was Peru with 65%"."""
    route: str | None = None
    """A route named before the head."""
    outdone: bool = False
    """Whether the chunk before tells that somebody is overtaken, who is named next."""
    beaten: tuple[str, str] | None = None
    """Who has overtaken whom, named before the figures of both."""
    earned: bool = False
    """Whether buyers are told as those from whom the money comes."""
    waiting: list[Phrase] = field(factory=list, init=False)
    """Chunks with figures told before any flow is named."""
    before: list[tuple[Frame, Phrase]] = field(factory=list, init=False)
    """Changes told first of all, of a time before: "after a 12% drop in 2022"."""
    last: What | None = None
    """What the last figure was."""
    direction: Direction | None = None
    unit: str | None = None
    """The unit of the last level, and the power of ten of its scale word."""
    power: int = 0
    changed: str | None = None
    """The unit of the last change that is an amount."""
    money: str | None = None
    """The currency of the last value."""
    counted: dict[int, str] = field(factory=dict, init=False)
    """The currencies in which bare figures are counted, by where they are named."""
    levels: list[Quantity] = field(factory=list, init=False)
    """Those told in the sentence."""
    ending: Ending = _NOTHING
    """With what the chunk before ends."""
    first: bool = True
    """Whether no flow was spoken of before the chunk at hand."""
    semicolon: bool = False
    """Whether a semicolon opens the chunk at hand."""
    opening: bool = False
    """Whether the period kept is named ahead of all else, and so is that of all the sentence."""
    obliged: bool = False
    """Whether the sentence has told what a contract obliges to."""
    passing: bool = False
    """Whether the period kept only points back, and holds up to the next semicolon."""
    behind_semicolon: Period | None = None
    """To which a clause behind a semicolon points back with its first words: "…; a year before it sold Peru 5 Mt and Chile 3"."""
    deadline: bool = False
    """Whether the period named last is one "by" whose end something is to be."""
    settled: bool = False
    """Whether a claim of the sentence has set the context."""
    last_earlier: int = -1
    """The index of the last earlier level in its chunk."""
    traffic: bool = False
    """Whether a chunk has named all that passes a route, of which the next one may tell: "the traffic of Ilo, with transit, was 9 Mt"."""
    rest: Draft | None = None
    """The other level of a claim whose value and volume have changed differently."""
    parted: bool = False
    """Whether the last claim was a part of the first."""
    told: Topic | None = None
    """The flow of the first claim."""
    lent: Draft | None = None
    """The claim told last, where both its ends come from the text."""
    opened: bool = False
    """Whether a claim that is no mere comparison has been told."""

    def close(self) -> None:
        """End the claim at hand."""
        if self.draft is not None and not self.draft.empty:
            self.finish(self.draft)
        self.draft = None

    def unnamed_goods(self) -> tuple[str, ...]:
        """A physical volume is one of goods: those named earlier in the sentence, or the text's."""
        context = self.context
        if self.intro_goods:
            return (self.intro_goods[-1][1],)
        if context.back_to_all():
            return ()
        for topic in (context.topic, context.flow):
            if topic is not None and topic.goods is not None:
                return (topic.goods,)
        return (context.noted,) if context.noted is not None else ()

    def _has_been(self, draft: Draft) -> bool:
        """Whether only words that may tell of what has been make a forecast of a time that is over."""
        date, period = self.context.date, draft.period
        words = [certainty for _, certainty in self.scanned.of(m.Certainty)]
        return date is not None and period is not None and period.last < date and bool(words) and all(word.open for word in words)

    def finish(self, draft: Draft) -> None:
        """Admit a claim as a record, or drop it with the reason."""
        date = self.context.date
        due = draft.deadline and not self.scanned.cued("flow", "done")  # but "by the end of May", told in May, "it had sold 9 Mt"
        ahead = date is not None and draft.period is not None and (draft.period.last if due else draft.period.first) > date
        if ahead and draft.status in {None, FlowStatus.REPORTED}:
            draft.status = FlowStatus.TARGET if draft.deadline or self._aims_on(draft) else FlowStatus.FORECAST
        if draft.status is FlowStatus.FORECAST and self._has_been(draft):
            draft.status = FlowStatus.REPORTED
        if not draft.named:
            draft.period = None if is_usual(draft, self.scanned) else month_compared(draft)  # year by year, not in the one spoken of
        settle_goods(draft, self.scanned, self.context, spoken_of=self.unnamed_goods)
        likelier(draft.frame, draft.period, self.context)
        if draft.value is not None and draft.volume is not None and draft.value.amount < LEAST:
            draft.value = None  # a price told beside the volume
        with_all(draft, self.records)
        text = self.scanned.text
        record = (
            promised(draft, self.scanned, self.context, obliged=self.obliged)
            or implausible(draft, text)
            or record_of(draft, text, reported_by(self.scanned))
        )
        if isinstance(record, str):
            self.obliged = self.obliged or record == OBLIGED
            if draft.named and draft.status is None and self.period is None and not draft.frame.other:
                self.period = draft.period  # the time of the sentence, though its first flow is none of the two
            self.dropped.append(Dropped(draft.start, draft.end, record))
            self.context = elsewhere(self.context, draft)
            return
        record = weighed(record, draft.frame, self.scanned)
        if record.via is None and record.volume is not None and self.context.heading is not None and self.context.pair() == HOME_PAIR:
            record = evolve(record, via=corridor(self.context.heading))
        if self.records and (whole := opened_by_part(self.lent, draft, self.records[-1])) is not None:
            self.records[-1] = whole
        self.lent = draft if is_lent(draft) else None
        if draft.earlier:
            self.past.add(len(self.records))
        elif not draft.named:
            self.undated.add(len(self.records))
        self._note_terms(draft)
        self.records.append(grown_over(record))
        known = self.context.period
        earlier = record.period is not None and known is not None and record.period.last < known.last
        titled = self.scanned.sentence.kind == "title"
        compared = self.records[-2].period if len(self.records) > 1 else None
        later = compared is not None and record.period is not None and compared.last < record.period.last
        opened = draft.opening and later and not self.opened  # only a level it is compared with was told before it
        part = record.period is not None and known is not None and known != record.period and known.contains(record.period)
        behind = self.settled and (earlier or part) and not opened
        self.context = remember(self.context, draft, record, aside=draft.aside or behind, titled=titled)
        self.told = self.told or self.context.flow
        self.parted = self.parted or (draft.part and len(self.records) > 1)
        self._go_back(draft)
        self.settled, self.opened = True, self.opened or not draft.aside

    def _note_terms(self, draft: Draft) -> None:
        """Note of what a change alone is told, before it becomes a record."""
        if draft.term is not None and not draft.level:
            self.terms[len(self.records)] = draft.term
        if draft.meant is not None and not draft.level:
            self.meant[len(self.records)] = draft.meant

    def _aims_on(self, draft: Draft) -> bool:
        """Whether a claim about the future goes on with a plan told right before: "400m are to come this year, 500m in 2030"."""
        told = self.records[-1].status if self.records else self.context.aim if self.context.distance <= 1 else None
        return told is FlowStatus.TARGET and draft.frame.ends is not None and bool({"flow", "parties"} & set(draft.frame.ends.carried))

    def _go_back(self, draft: Draft) -> None:
        """Keep the trade of China and Russia in a good on the stage behind a list of other partners in it."""
        about, now = self.about, self.context.topic
        if draft.frame.dealt is None or about is None or now is None or about.goods is None or now.goods != about.goods:
            return
        if about.pair() == HOME_PAIR and now.pair() != HOME_PAIR:
            self.context = evolve(self.context, topic=about)

    def take_level(self, level: Quantity, power: int, *, beside: bool = False) -> None:
        """Remember a level, for the bare numbers after it; one only told `beside` another does not change in what they are counted."""
        self.levels = [*self.levels, level]
        if beside and self.unit is not None:
            return
        self.unit, self.power = level.unit, power or self.power

    def drop(self, item: Mention, reason: str) -> None:
        """Note a figure that is no flow's, with the reason."""
        self.dropped.append(Dropped(item.start, item.end, reason))

    def claim(self, phrase: Phrase, item: Mention) -> Draft:
        """Return the claim at hand, a new one where there is none."""
        frame = self.frame
        assert frame is not None
        if self.draft is None:
            start = frame.start if frame.start >= self.scanned.sentence.span.start else item.start
            self.draft = Draft(frame, min(start, item.start), item.end, aside=phrase.chunk.opener is Mark.RELATIVE)
        return self.draft

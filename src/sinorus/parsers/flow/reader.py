"""A sentence taken chunk by chunk."""

from sinorus.languages import meaning as m
from sinorus.languages.home import home
from sinorus.languages.meaning import Anaphor, Mark
from sinorus.languages.period_expr import Grain, PeriodExpr, PeriodRelation
from sinorus.parsers.clause import chunks
from sinorus.parsers.context import Context
from sinorus.parsers.flow.denied import let_go
from sinorus.parsers.flow.earlier import beaten
from sinorus.parsers.flow.figure_use import RELATIVE
from sinorus.parsers.flow.figures import fill
from sinorus.parsers.flow.frames import head_of, is_part_of, look_alike, open_frame, resume
from sinorus.parsers.flow.joins import catches_up, goes_on, take_part
from sinorus.parsers.flow.members import complete, in_brackets, named_last, specify, vary
from sinorus.parsers.flow.memory import at_paragraph, headed, heard, ranked, subject_in, subject_of
from sinorus.parsers.flow.share import carried_share, goods_share
from sinorus.parsers.flow.source import counting
from sinorus.parsers.flow.state import State, contracts
from sinorus.parsers.flow.sure import doubted
from sinorus.parsers.flow.timing import anchored, last_named
from sinorus.parsers.parsed import Parsed
from sinorus.parsers.phrase import Phrase, Placed, read
from sinorus.parsers.placing import Slot
from sinorus.records import FlowStatus, Record, TradeFlow
from sinorus.scan.sentence import Scanned
from sinorus.values import Period
from sinorus.values.evolve import evolve

_FIGURES = m.Figure.bit | m.RecordHigh.bit
_INTRODUCED = frozenset({Slot.FROM, Slot.TO, Slot.WITH, Slot.OWNER, Slot.SUBJECT, Slot.PAIR, Slot.ORIGIN})
_DATELINE = PeriodExpr.bit | m.Party.bit | m.Punctuation.bit | m.Route.bit | m.Body.bit
_LISTED = m.Party.bit | m.Punctuation.bit
_NOTHING = Parsed()


def flows(scanned: Scanned, context: Context) -> tuple[Parsed, Context]:
    """Return the flows of a sentence and the context after it."""
    parsed, after = _flows(scanned, context)
    dated = last_named(scanned, after)
    return parsed, after if dated == after.dated else evolve(after, dated=dated)


def _is_dateline(scanned: Scanned) -> bool:
    """Whether a sentence is only the place and day before the first one: "MOSCOW, January 15." """
    if not scanned.mask & PeriodExpr.bit or scanned.mask & ~_DATELINE:
        return False
    named = [expr for each in scanned.mentions if (expr := each.get(PeriodExpr)) is not None]
    return len(named) == 1 and named[0].grain is Grain.DAY


def _flows(scanned: Scanned, context: Context) -> tuple[Parsed, Context]:
    if _is_dateline(scanned):
        return _NOTHING, context
    mask = scanned.mask
    if not mask & (_FIGURES | m.Head.bit | PeriodExpr.bit | m.Goods.bit):
        subject = subject_in(scanned, context)
        context = headed(scanned, at_paragraph(context, scanned.sentence.paragraph))
        return _NOTHING, context if subject is None or subject == context.subject else evolve(context, subject=subject)
    telling = mask & _FIGURES or (
        mask & m.Movement.bit
        and any(
            movement.factor is not None
            for each in scanned.mentions
            if each.mask & m.Movement.bit and (movement := each.get(m.Movement)) is not None
        )
    )
    telling = telling and not _heads_table(scanned, context)
    context = ranked(scanned, at_paragraph(context, scanned.sentence.paragraph))
    if context.listing is not None and scanned.sentence.kind != "item":
        context = evolve(context, listing=None)
    counts, at_home = counting(scanned), home(scanned.sentence.language or "")
    if counts != context.counting or at_home != context.home:
        context = evolve(context, counting=counts, counter=counts or context.counter, home=at_home)
    if not telling:
        return _NOTHING, evolve(heard(scanned, context), strayed=False)
    # "5 Mt of coal went to China": a flow whatever the verb is, but for one of contracts
    unnamed = mask & (m.Goods.bit | m.Pointer.bit | m.OtherMeasure.bit) and mask & m.Party.bit and not contracts(scanned)
    if not mask & m.Head.bit and context.flow is None and not unnamed:
        return _NOTHING, heard(scanned, context)
    own = bool(mask & m.Currency.bit) or any(each.mask & m.SettlementWord.bit and not each.mask & m.Head.bit for each in scanned.mentions)
    settling = own or (context.settling and not mask & (m.Goods.bit | m.Party.bit))
    state = State(scanned, context, settling)
    parts = chunks(scanned.mentions)
    for chunk in parts:
        step(state, read(chunk))
    _tell_before(state)
    state.close()
    for phrase in state.waiting:
        for index in phrase.figures:
            state.drop(phrase.chunk.items[index], "no flow is named")
    _date_all(state)
    after = state.context if state.records else heard(scanned, state.context, parts)
    subject = subject_of(scanned) or after.subject
    strayed = not state.records and state.frame is not None and state.frame.other is not None
    after = evolve(after, subject=subject, settling=state.settling and not state.records, strayed=strayed)
    records: tuple[Record, ...] = doubted(state.records, scanned, dropped=bool(state.dropped))
    return Parsed(records, tuple(state.dropped)), after


def _heads_table(scanned: Scanned, context: Context) -> bool:
    """Whether the figures of a line are the unit of those below: "Buyer | 1000 t | change"."""
    if scanned.sentence.kind == "sentence" or context.table is None or scanned.mask & m.Party.bit:
        return False
    found = [figure for mention in scanned.mentions if mention.mask & m.Figure.bit and (figure := mention.get(m.Figure)) is not None]
    return bool(found) and all(figure.quantity == context.table for figure in found)


def _date_all(state: State) -> None:
    """Give the only period that a sentence names, at its end, to the claims told before it without one."""
    named = list(dict.fromkeys(record.period for record in state.records if record.period is not None))
    if len(named) != 1 or state.records[-1].period is None:
        return
    last = state.records[-1]
    state.records = [
        evolve(record, period=named[0])
        if record.period is None and record.status is last.status and at not in state.past and not _rivals(record, last)
        else record
        for at, record in enumerate(state.records)
    ]


def _rivals(one: TradeFlow, other: TradeFlow) -> bool:
    """Whether two claims give one flow two levels: they are of different times."""
    if (one.measure, one.exporter, one.importer, one.commodity) != (other.measure, other.exporter, other.importer, other.commodity):
        return False
    pairs = ((one.value, other.value), (one.volume, other.volume), (one.share, other.share))
    return any(left is not None and right is not None and left != right for left, right in pairs)


def step(state: State, phrase: Phrase) -> None:
    """Take in one chunk."""
    if phrase.chunk.mask & m.Negation.bit and phrase.chunk.mask & m.Movement.bit:
        let_go(state, phrase)
    state.first = state.frame is None
    state.semicolon = phrase.chunk.opener is Mark.SEMICOLON
    if phrase.chunk.opener is Mark.COLON and state.intended:
        state.status = None  # "dealers agree: imports fell"
    if state.semicolon and state.passing:
        state.period, state.passing = None, False
    if phrase.unnamed and (last := named_last(state, phrase)) is not None:
        phrase.name(last)
    head = head_of(state, phrase)
    growing = any(movement.factor is not None for _, movement in phrase.movements)
    telling = bool(phrase.figures or growing or phrase.record)
    joined = head is not None and goes_on(state, phrase)
    if joined:
        pass
    elif head is not None and not telling and _priced(phrase, head[0]):
        look_alike(state, phrase)
    elif head is not None:
        _open(state, phrase, head)
    elif phrase.others and not (state.frame is not None and phrase.chunk.opener is Mark.OPEN):
        look_alike(state, phrase)
    elif telling and state.frame is None and not _is_whole(phrase):
        _carry_on(state, phrase)
    elif telling:
        _happen(state, phrase)
        take_part(state, phrase)
        vary(state, phrase)
    state.fresh, state.listed = False, []
    if not telling:
        if not joined:
            note(state, phrase, head is not None)
        _remember_end(state, phrase)
        return
    if state.frame is None:
        state.waiting.append(phrase)
        if phrase.chunk.opener is not Mark.CONTRAST or not _only_changes(phrase):
            _note_period(state, phrase, headed=False)
        _introduce(state, phrase)
        return
    fill(state, phrase)
    _opened_with(state, headed=head is not None)
    _remember_end(state, phrase)


def _open(state: State, phrase: Phrase, head: tuple[int, m.Head]) -> None:
    """Begin the flow that a chunk names, with the figures that were told before its verb."""
    open_frame(state, phrase, head)
    if catches_up(state, phrase, head):
        _catch_up(state, phrase)


def _is_whole(phrase: Phrase) -> bool:
    """Whether a chunk is nothing but a level of which parts are told behind it: "of the 9 Mt of coal"."""
    figure = phrase.chunk.items[1].get(m.Figure) if len(phrase.chunk.items) > 1 else None
    level = figure is not None and figure.quantity.dimension not in RELATIVE
    return level and is_part_of(phrase) and bool(phrase.goods) and not phrase.parties and len(phrase.figures) == 1


def _carry_on(state: State, phrase: Phrase) -> None:
    """Begin a flow that the first figures of a sentence do not name: that of the sentence before."""
    in_brackets(state, phrase)
    if not phrase.parties:
        phrase.parties = state.listed or list(state.intro)
    if not phrase.goods:
        phrase.goods = list(state.intro_goods)
    phrase.world = phrase.world or state.world
    phrase.pointers |= state.pointers
    state.frame = goods_share(phrase) or carried_share(phrase, state.context) or resume(state, phrase)
    if state.frame is not None:
        state.frame.start = phrase.chunk.items[0].start
        vary(state, phrase)
    state.intro, state.intro_goods = [], []


def _opened_with(state: State, *, headed: bool) -> None:
    """Give the claim at hand a change that opened the sentence: "Doubling within a year, imports reached 45,000 t".

    One that came before ("After a 12% drop in 2022, …") is a claim of its own.
    """
    draft = state.draft
    if not headed or not all(map(_only_changes, state.waiting)):
        return
    told, state.waiting = state.waiting, []
    for phrase in told:
        if phrase.chunk.opener is Mark.CONTRAST and state.frame is not None:
            state.before.append((state.frame, phrase))
        elif draft is not None and draft.level and draft.by is None:
            fill(state, phrase)


def _tell_before(state: State) -> None:
    """Tell the changes that came before those of the sentence, once these are told."""
    for frame, phrase in state.before:
        state.close()
        state.frame, state.period, state.last, state.direction = frame, None, None, None
        fill(state, phrase)
        if state.draft is not None:
            state.draft.earlier = state.draft.aside = True


def _only_changes(phrase: Phrase) -> bool:
    """Whether a chunk tells a change, and nothing of whose or what."""
    figures = [figure for index in phrase.figures if (figure := phrase.chunk.items[index].get(m.Figure)) is not None]
    return bool(phrase.movements) and not phrase.parties and all(figure.quantity.dimension in RELATIVE for figure in figures)


def _catch_up(state: State, phrase: Phrase) -> None:
    """Give the flow that a chunk names the figures told before it."""
    state.period = anchored(state, phrase.periods[-1][1]) if phrase.periods else state.period
    state.direction = phrase.movements[0][1].direction if phrase.movements else state.direction
    for earlier in state.waiting:
        fill(state, earlier)
    state.waiting = []


def _priced(phrase: Phrase, head: int) -> bool:
    """Whether a chunk ends with the price of what moved: what follows is said of it ("the price of imported oil was $62, down 5%")."""
    at, other = phrase.others[-1] if phrase.others else (-1, None)
    return other is not None and other.kind == "price" and at > head and at == len(phrase.chunk.items) - 1


def _happen(state: State, phrase: Phrase) -> None:
    """After a forecast, a clause of its own without one tells what happened: "it had been expected to grow 15%; it fell 28%"."""
    frame = state.frame
    apart = phrase.chunk.opener in {Mark.SEMICOLON, Mark.CONTRAST} and (phrase.movements or phrase.level is not None)
    if frame is not None and apart and phrase.status is None and (frame.status or state.status) not in {None, FlowStatus.REPORTED}:
        state.close()
        state.frame = evolve(frame, status=None)
        state.status = None


def _remember_end(state: State, phrase: Phrase) -> None:
    """Keep the party or good with which a chunk ends: what follows in brackets or behind "which" is said of it."""
    end = len(phrase.chunk.items) - 1
    state.compared = next((expr for at, expr in phrase.bases if at == end), None)
    last = phrase.chunk.items[-1]
    if not last.mask & (m.Party.bit | m.Goods.bit):
        state.antecedent = state.tail = None
        return
    party, goods = last.get(m.Party), last.get(m.Goods)
    state.antecedent = party.codes[0] if party is not None and len(party.codes) == 1 else None
    state.tail = goods.id if goods is not None else None


def note(state: State, phrase: Phrase, headed: bool) -> None:
    """Keep what a chunk without figures says for the chunks after it, or for the claim before it."""
    if phrase.world and not headed:
        state.world = True
    state.beaten = beaten(phrase, len(phrase.chunk.items))
    if _holds(state, phrase):
        return
    if phrase.movements:
        state.direction = phrase.movements[-1][1].direction
    if phrase.status is not None:
        state.status, state.intended = phrase.status.status, phrase.status_at < 0
        if state.frame is not None and headed:
            state.frame.status = state.status
        if state.draft is not None and phrase.chunk.opener is Mark.RELATIVE:
            state.draft.status = state.status
    if not headed and phrase.chunk.opener is Mark.DASH and specify(state, phrase):
        return
    if not headed and phrase.chunk.opener is Mark.CLOSE:
        complete(state, phrase)
    if _note_period(state, phrase, headed):
        return
    if state.draft is None and state.frame is None and (phrase.basis is not None or phrase.bases):
        state.basis = phrase.basis.basis if phrase.basis is not None else None
        state.base = phrase.bases[-1][1] if phrase.bases else None
    if phrase.basis is not None and state.draft is not None and state.draft.by is not None and state.draft.basis is None:
        state.draft.basis = phrase.basis.basis
    if not headed:
        _introduce(state, phrase)


def _holds(state: State, phrase: Phrase) -> bool:
    """Whether a chunk names who has the share just told: "with 34% of what China bought, Peru was second"."""
    draft, named = state.draft, phrase.of(Slot.SUBJECT)
    if draft is None or draft.share is None or draft.frame.ends is None or len(named) != 1 or phrase.heads:
        return False
    ends = draft.frame.ends
    if (ends.exporter is None) is (ends.importer is None) or named[0] in {ends.exporter, ends.importer}:
        return False
    draft.frame = state.frame = evolve(
        draft.frame, ends=evolve(ends, exporter=ends.exporter or named[0], importer=ends.importer or named[0])
    )
    return True


def _note_period(state: State, phrase: Phrase, headed: bool) -> bool:
    """Keep the period of a chunk without figures; return whether the chunk says nothing more."""
    if not phrase.periods:
        if phrase.bases:
            state.noted_period = anchored(state, phrase.bases[-1][1])
        return False
    opener = phrase.chunk.opener
    if Anaphor.OF_WHICH in phrase.pointers:
        return False  # "crude, of which nothing had been bought in 2021, came to $5m"
    if opener is Mark.RELATIVE and _aimed(state):
        _aim(state, anchored(state, phrase.periods[-1][1]))
    if opener is Mark.RELATIVE or (phrase.chunk.opener is Mark.COMMA and _opened(state, phrase)):
        return False  # when the pipeline opened is not when the gas flowed
    period = anchored(state, phrase.periods[-1][1])
    if opener is Mark.OPEN:
        state.bracketed = period
        return True
    if period is None:
        return False
    draft = state.draft
    state.passing = phrase.periods[-1][1].points_back
    if draft is None or draft.empty or headed:
        state.period = period
        state.opening = state.frame is None and not phrase.periods[-1][1].points_back
        return False
    if len(phrase.chunk.items) > 3 or opener not in {Mark.COMMA, Mark.CLOSE, Mark.DASH}:
        state.close()
        state.period = period
        return True
    if draft.period is None or (draft.period == state.context.period and not (draft.named and _is_plain(phrase.periods[-1][1]))):
        draft.period, draft.named = period, True
    elif draft.named and draft.period != period and _is_plain(phrase.periods[-1][1]):
        state.passing = draft.period is not None and period.last < draft.period.first
        state.close()  # "it was 5 Mt in 2019, in 2020, because of the weather, …"
        state.period = period
    return False


def _aimed(state: State) -> bool:
    """Whether the claim at hand is a target, the period of which may still be told."""
    draft = state.draft
    return draft is not None and draft.level and (draft.status or draft.frame.status) is FlowStatus.TARGET


def _aim(state: State, period: Period | None) -> None:
    """Date a target that has no time of its own: "a goal of $200bn which they had set for 2024"."""
    draft = state.draft
    if draft is not None and period is not None and draft.period in {None, state.context.period, *(each.period for each in state.records)}:
        draft.period = period


def _is_plain(expr: PeriodExpr) -> bool:
    return expr.relation is PeriodRelation.PLAIN and not expr.points_back


def _opened(state: State, phrase: Phrase) -> bool:
    """Whether the period of a chunk is that of a route's: "the bridge, opened in 2022, carried …"."""
    end = phrase.chunk.items[-1].end
    begin = max(
        (item.end for item in state.scanned.mentions if item.mask & m.Punctuation.bit and item.end <= phrase.chunk.items[0].start),
        default=0,
    )
    return any(item.mask & m.CorridorState.bit and begin <= item.start < end for item in state.scanned.mentions)


def _is_part(phrase: Phrase) -> bool:
    """Whether a chunk begins with a part of what was told: "of them", "including"."""
    pointer = phrase.chunk.items[0].get(m.Pointer)
    return pointer is not None and pointer.to is Anaphor.OF_WHICH


def _introduce(state: State, phrase: Phrase) -> None:
    """Keep parties and goods named before a head: "from Russia, China imported …"; "Mexico, 413,000"."""
    state.pointers |= phrase.pointers & {Anaphor.REVERSE}
    if not phrase.figures and (_is_part(phrase) or phrase.chunk.opener is Mark.RELATIVE):
        return  # "most of them bound for Turkey", "when Finland was a buyer": an aside
    if state.frame is None and phrase.route is not None:
        state.route = phrase.route
    if phrase.others and not phrase.figures:
        return  # what a look-alike is of: "rapeseed, the duty on which stays, …"
    introduced = [placed for placed in phrase.parties if placed.slot in _INTRODUCED]
    state.fresh = bool(introduced)
    listing = len(introduced) > 1 and all(item.mask & _LISTED for item in phrase.chunk.items)
    state.listed = [Placed(-1, placed.codes, placed.slot) for placed in introduced] if listing else []
    if state.frame is None:
        state.intro += introduced
        state.intro_goods += phrase.goods
    elif (len(phrase.chunk.items) <= 3 or state.listed) and (introduced or phrase.goods):
        state.intro, state.intro_goods = introduced, list(phrase.goods)

"""A sentence taken chunk by chunk."""

from sinorus.languages import meaning as m
from sinorus.languages.home import home
from sinorus.languages.meaning import Mark, Use
from sinorus.languages.period_expr import Grain, PeriodExpr
from sinorus.parsers.clause import chunks
from sinorus.parsers.context import Context
from sinorus.parsers.flow.anchoring import anchored, last_named
from sinorus.parsers.flow.denied import let_go
from sinorus.parsers.flow.figure_part import RELATIVE, What
from sinorus.parsers.flow.figure_use import sets_beside
from sinorus.parsers.flow.figures import fill
from sinorus.parsers.flow.frames import is_part_of, look_alike, open_frame
from sinorus.parsers.flow.heads import head_of
from sinorus.parsers.flow.hearing import LISTING, headed, heard
from sinorus.parsers.flow.joins import catches_up, goes_on, take_part, take_record
from sinorus.parsers.flow.late_time import date_all, date_before
from sinorus.parsers.flow.members import in_brackets, named_last, vary, widen
from sinorus.parsers.flow.memory import HOME_PAIR, after_list, at_paragraph, ranked, subject_in, subject_of
from sinorus.parsers.flow.notes import introduce, note, note_period, time_behind
from sinorus.parsers.flow.partner import FACING
from sinorus.parsers.flow.resumed import resume
from sinorus.parsers.flow.share import carried_share, goods_share, is_structure
from sinorus.parsers.flow.source import counting
from sinorus.parsers.flow.state import State, contracts
from sinorus.parsers.flow.sure import doubted
from sinorus.parsers.flow.told_first import only_changes, opened_with, put_behind, tell_before
from sinorus.parsers.parsed import Parsed
from sinorus.parsers.phrase import Phrase
from sinorus.parsers.reading import read
from sinorus.records import FlowStatus, Record
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned
from sinorus.values.evolve import evolve

_FIGURES = m.Figure.bit | m.RecordHigh.bit
_DATELINE = PeriodExpr.bit | m.Party.bit | m.Punctuation.bit | m.Route.bit | m.Body.bit
_PAID = m.SettlementWord.bit | m.Head.bit
_NOTHING = Parsed()


def flows(scanned: Scanned, context: Context) -> tuple[Parsed, Context]:
    """Return the flows of a sentence and the context after it."""
    parsed, after = _flows(scanned, context)
    if after.period is not None and after.period != after.main and scanned.quote().rstrip().endswith(LISTING):
        after = evolve(after, main=after.period, headlined=False)  # the list that follows is told of that time
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
    telling = telling and not _heads_table(scanned, context) and not _asks(scanned)
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
    own = _speaks_of_currency(scanned) or (
        mask & m.SettlementWord.bit and any(each.mask & _PAID == m.SettlementWord.bit and not _turns(each) for each in scanned.mentions)
    )
    context = after_list(scanned, context)
    settling = own or (context.settling and not mask & (m.Goods.bit | m.Party.bit))
    state = State(scanned, context, context.topic, settling)
    state.shared = is_structure(scanned)
    parts = chunks(scanned.mentions)
    for chunk in parts:
        step(state, read(chunk))
    tell_before(state)
    state.close()
    for phrase in state.waiting:
        for index in phrase.figures:
            state.drop(phrase.chunk.items[index], "no flow is named")
    date_all(state)
    date_before(state)
    after = state.context if state.records else heard(scanned, state.context, parts)
    after = _back_home(state, context, after)
    subject = subject_of(scanned) or after.subject
    strayed = not state.records and state.frame is not None and state.frame.other is not None
    after = evolve(after, subject=subject, settling=state.settling and not state.records, strayed=strayed)
    records: tuple[Record, ...] = doubted(state.records, scanned, dropped=bool(state.dropped))
    return Parsed(records, tuple(state.dropped)), after


def _turns(mention: Mention) -> bool:
    """Whether a word of payment only tells that one thing takes the place of another: "turned to", "overtook"."""
    word = mention.get(m.SettlementWord)
    return word is not None and word.scope == "turn"


def _speaks_of_currency(scanned: Scanned) -> bool:
    """Whether a currency is named as such, and not only in brackets behind a figure: "5 billion yuan (RMB, the same below)"."""
    mentions = scanned.mentions if scanned.mask & m.Currency.bit else ()
    return any(
        mention.mask & m.Currency.bit and not (at and (mark := mentions[at - 1].get(m.Punctuation)) is not None and mark.mark is Mark.OPEN)
        for at, mention in enumerate(mentions)
    )


def _back_home(state: State, before: Context, after: Context) -> Context:
    """Return the context with the flow of China and Russia that is spoken of, where others were only listed beside it."""
    topic, frame = after.topic, state.frame
    if state.parted and state.told is not None and after.flow is not None and after.flow.pair() == state.told.pair():
        return evolve(after, flow=state.told)  # "39,000 t of meat, including 21,000 t of pork": it goes on with the whole
    if frame is None or frame.dealt is None or topic is None or topic.pair() != HOME_PAIR or after.pair() == HOME_PAIR:
        return after
    home = next((flow for flow in (state.told, before.flow) if flow is not None and flow.pair() == HOME_PAIR), None)
    if home is None:
        return after
    if home.partner is not None and home.owner != after.owner and after.owner == home.partner:
        home = evolve(home, owner=home.partner, partner=home.owner, side=FACING.get(home.side, home.side))
    return evolve(after, flow=evolve(home, dealt=None))


def _asks(scanned: Scanned) -> bool:
    """Whether a sentence without a figure is a question: "Can trade double once more?" """
    return not scanned.mask & m.Figure.bit and scanned.quote().rstrip().endswith(("?", "？"))


def _heads_table(scanned: Scanned, context: Context) -> bool:
    """Whether the figures of a line are the unit of those below: "Buyer | 1000 t | change"."""
    if scanned.sentence.kind == "sentence" or context.table is None or scanned.mask & m.Party.bit:
        return False
    found = [figure for mention in scanned.mentions if mention.mask & m.Figure.bit and (figure := mention.get(m.Figure)) is not None]
    return bool(found) and all(figure.quantity == context.table for figure in found)


def step(state: State, phrase: Phrase) -> None:
    """Take in one chunk."""
    if phrase.chunk.mask & m.Negation.bit and phrase.chunk.mask & m.Movement.bit:
        let_go(state, phrase)
    _bracket(state, phrase)
    time_behind(state, phrase)
    _so_far(state, phrase)
    state.first = state.frame is None
    state.semicolon = phrase.chunk.opener is Mark.SEMICOLON
    if phrase.chunk.opener is Mark.COLON and state.intended:
        state.status = None  # "dealers agree: imports fell"
    if state.semicolon and state.passing:
        state.period, state.passing = None, False
    if phrase.unnamed and (last := named_last(state, phrase)) is not None:
        phrase.name(last)
    head = head_of(state, phrase)
    growing = any(movement.factor is not None and not sets_beside(phrase, at) for at, movement in phrase.movements)
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
        widen(state, phrase)
        vary(state, phrase)
    state.fresh, state.listed = False, []
    if not telling and (_priced(phrase, head[0]) if head is not None else _is_price(phrase)):
        state.last = What.OTHER  # "the price of imported gas, up 5%": a change behind it is the price's
    if not telling:
        if not joined:
            put_behind(state)
            note(state, phrase, head is not None)
        _remember_end(state, phrase)
        return
    if state.frame is None:
        state.waiting.append(phrase)
        if phrase.chunk.opener is not Mark.CONTRAST or not only_changes(phrase):
            note_period(state, phrase, headed=False)
        introduce(state, phrase)
        return
    fill(state, phrase)
    opened_with(state, headed=head is not None)
    _remember_end(state, phrase)


def _so_far(state: State, phrase: Phrase) -> None:
    """Take "since 2020" for when goods moved in a text of that year: elsewhere it says for how long they had not moved so."""
    date = state.context.date
    told = [pair for pair in phrase.late if date is not None and (when := pair[1].period) is not None and when.first.year == date.year]
    if told:
        phrase.periods = sorted([*phrase.periods, *told], key=lambda pair: pair[0])


def _bracket(state: State, phrase: Phrase) -> None:
    """Keep who is named before a bracket for the verb behind it, whatever the bracket says of him."""
    opener = phrase.chunk.opener
    if opener is Mark.OPEN:
        state.held = list(state.intro)
    elif opener is Mark.CLOSE and not phrase.parties and any(head.use is Use.VERB for _, head in phrase.heads):
        state.intro = state.intro or state.held
    if opener is not Mark.OPEN:
        state.held = []


def _open(state: State, phrase: Phrase, head: tuple[int, m.Head]) -> None:
    """Begin the flow that a chunk names, with the figures that were told before its verb."""
    if phrase.chunk.opener is Mark.OPEN and state.tail is not None and phrase.chunk.items[0].mask & m.Share.bit:
        phrase.goods = [(-1, state.tail)]  # "frozen fish (38% of all farm exports)"
    high = take_record(state, phrase, head[1])
    open_frame(state, phrase, head)
    if high is not None:
        draft = state.claim(phrase, phrase.chunk.items[0])
        draft.record, draft.period, draft.named = True, high.period, high.named
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


def _is_price(phrase: Phrase) -> bool:
    """Whether a chunk is nothing but a price and of what it is: 进口均价为每吨100美元."""
    return len(phrase.others) > 1 and all(item.mask & (m.OtherMeasure.bit | m.Level.bit) for item in phrase.chunk.items)


def _happen(state: State, phrase: Phrase) -> None:
    """After a forecast, a clause of its own without one tells what happened: "it had been expected to grow 15%; it fell 28%"."""
    frame = state.frame
    apart = phrase.chunk.opener in {Mark.SEMICOLON, Mark.CONTRAST} and (phrase.movements or phrase.level is not None)
    if frame is not None and apart and phrase.status is None and (frame.status or state.status) not in {None, FlowStatus.REPORTED}:
        state.close()
        state.frame = evolve(frame, status=None)
        state.status = None


def _is_multiplied(phrase: Phrase, base: int) -> bool:
    """Whether a multiple of a base ends the chunk: 2023年同期的3.2倍."""
    items = phrase.chunk.items
    figure = items[-1].get(m.Figure)
    return base == len(items) - 3 and figure is not None and figure.times


def _remember_end(state: State, phrase: Phrase) -> None:
    """Keep the party or good with which a chunk ends: what follows in brackets or behind "which" is said of it."""
    end = len(phrase.chunk.items) - 1
    state.compared = next((expr for at, expr in phrase.bases if at == end or _is_multiplied(phrase, at)), None)
    last = phrase.chunk.items[-1]
    if not last.mask & (m.Party.bit | m.Goods.bit):
        state.antecedent = state.tail = None
        return
    party, goods = last.get(m.Party), last.get(m.Goods)
    state.antecedent = party.codes[0] if party is not None and len(party.codes) == 1 else None
    state.tail = goods.id if goods is not None else None

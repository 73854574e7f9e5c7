"""One chunk of a sentence: whose flow it is, and what its figures, or its words alone, say of it."""

from itertools import takewhile

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Mark, Role, Use
from sinorus.parsers.flow.anchoring import anchored
from sinorus.parsers.flow.beside_back import set_beside_back
from sinorus.parsers.flow.catching_up import begins_with_figure, catch_up, catches_up
from sinorus.parsers.flow.costs import costs, costs_much, ends_with_price, is_price, taken_up
from sinorus.parsers.flow.counted_in import take_currency
from sinorus.parsers.flow.couple import name_member
from sinorus.parsers.flow.denied import let_go
from sinorus.parsers.flow.earned import is_earned
from sinorus.parsers.flow.ending import ending_of
from sinorus.parsers.flow.figure_part import RELATIVE, What
from sinorus.parsers.flow.figures import fill
from sinorus.parsers.flow.frames import open_frame
from sinorus.parsers.flow.heads import head_of
from sinorus.parsers.flow.joins import goes_on, take_record
from sinorus.parsers.flow.listed import in_brackets, named_last
from sinorus.parsers.flow.look_alikes import look_alike
from sinorus.parsers.flow.made_at_home import part_abroad
from sinorus.parsers.flow.measured_to import measured_to
from sinorus.parsers.flow.members import vary
from sinorus.parsers.flow.noted_time import note_period, time_behind
from sinorus.parsers.flow.notes import introduce, note
from sinorus.parsers.flow.of_firm import of_firm
from sinorus.parsers.flow.paid_by import paid_by
from sinorus.parsers.flow.parts import take_part
from sinorus.parsers.flow.percent_of import sets_beside
from sinorus.parsers.flow.resumed import is_part_of, resume
from sinorus.parsers.flow.share import goods_share
from sinorus.parsers.flow.share_carried import carried_share
from sinorus.parsers.flow.stand_ins import theirs, we_do
from sinorus.parsers.flow.state import State
from sinorus.parsers.flow.there import comes_from_there
from sinorus.parsers.flow.told_first import only_changes, opened_with, put_behind, share_of_agent
from sinorus.parsers.flow.told_more import of_kind_told, widen
from sinorus.parsers.flow.varied_ends import partners_of_third
from sinorus.parsers.flow.whole import change_told, level_told
from sinorus.parsers.marks import mark_of, role_of
from sinorus.parsers.phrase import Phrase
from sinorus.records import FlowStatus
from sinorus.values.evolve import evolve

_OPENING = 10
"""Characters that a joint at the head of a sentence takes, at most."""


def step(state: State, phrase: Phrase) -> None:
    """Take in one chunk: find its flow, then fill in its figures, or note what it says without any."""
    _make_ready(state, phrase)
    of_firm(state, phrase)
    level_told(state, phrase)
    paid_by(state, phrase)
    head = head_of(state, phrase)
    growing = [at for at, movement in phrase.movements if movement.factor is not None and not sets_beside(phrase, at)]
    telling = bool(phrase.figures or growing or phrase.record)
    priced = not telling and (is_price(phrase) if head is None else ends_with_price(phrase, head[0]))
    if telling and change_told(state, phrase):
        return
    joined = head is not None and goes_on(state, phrase)
    if not joined:
        _find_flow(state, phrase, None if priced else head, telling=telling)
    state.fresh = state.fresh and not telling and phrase.relative  # "…; tea, which had led, fell by 9%"
    state.listed = []
    if priced:
        state.last = What.OTHER  # "the price of imported gas, up 5%": a change behind it is the price's
    if telling and state.frame is None:
        _wait(state, phrase)
        return
    if telling:
        fill(state, phrase)
        opened_with(state, headed=head is not None)
    elif not joined:
        put_behind(state)
        note(state, phrase, head is not None)
        share_of_agent(state, head[1] if head is not None else None)
    state.ending = ending_of(phrase)


def _make_ready(state: State, phrase: Phrase) -> None:
    """Let what stands before a chunk end there, or reach into it."""
    state.later = None
    if phrase.chunk.mask & m.Negation.bit:
        let_go(state, phrase)
    set_beside_back(state, phrase)
    _bracket(state, phrase)
    time_behind(state, phrase)
    _so_far(state, phrase)
    of_kind_told(state, phrase)
    measured_to(state, phrase)
    state.first = state.frame is None
    _end_record(state, phrase)
    take_currency(state, phrase)
    if phrase.chunk.opener is Mark.OR and phrase.chunk.items[0].start - state.scanned.sentence.span.start <= _OPENING:
        phrase.pointers.add(Anaphor.THIS)  # "That is 36% of its exports", "Or 36% of all": of what was told before
    if state.ending.goods is not None and not phrase.goods and _of_tail(phrase):
        phrase.goods = [(-1, state.ending.goods)]
    state.semicolon = phrase.chunk.opener is Mark.SEMICOLON
    if phrase.chunk.opener is Mark.COLON and state.intended:
        state.status = None  # "dealers agree: imports fell"
    acts = any(head.use is m.Use.VERB for _, head in phrase.heads) or any(move.use is m.Use.VERB for _, move in phrase.movements)
    if state.semicolon and phrase.status is None and (state.frame is None or (acts and state.draft is None)):
        state.status = None  # "a new line is planned; part of the growth came from Peru (3%)"
    joined = phrase.chunk.opener is Mark.AND and bool(phrase.parties and phrase.figures)
    if (state.semicolon or joined) and state.passing:
        state.period, state.passing = None, False
    if state.semicolon or phrase.chunk.opener is Mark.CLOSE:
        state.behind_semicolon = None
    if state.semicolon:
        _back_in_time(state, phrase)
    _back_to_now(state, phrase)
    name_member(state, phrase)
    if Anaphor.THENCE in phrase.pointers and not comes_from_there(state):
        phrase.pointers.add(Anaphor.REVERSE)
    if phrase.unnamed and (last := named_last(state, phrase)) is not None:
        phrase.name(last)
    we_do(state, phrase)
    theirs(state, phrase)


def _end_record(state: State, phrase: Phrase) -> None:
    """End a record told without a figure before the figures of another time: "exports set a record in 2025; in May they were $3bn"."""
    draft = state.draft
    if draft is None or not draft.record or draft.level or draft.by is not None or not phrase.figures or not phrase.periods:
        return
    if draft.period is not None and anchored(state, phrase.periods[-1][1]) not in {None, draft.period}:
        state.close()


def _of_tail(phrase: Phrase) -> bool:
    """Whether a chunk tells the share of what was named right before it: "machines, the share of which came to 27%"."""
    items = phrase.chunk.items
    return (
        len(items) > 1
        and bool(items[0].mask & m.Share.bit)
        and any(mark_of(item) is Mark.RELATIVE for item in items[1:3])
        and not phrase.parties
    )


def _back_in_time(state: State, phrase: Phrase) -> None:
    """Go back to the time of the first claim behind a look back at its earlier level: "730 kt last year, 380 kt in 2022; of tin 9 kt"."""
    draft = state.draft
    if draft is None or draft.empty or not state.records or phrase.periods or not phrase.goods:
        return
    first, same = state.records[-1], draft.frame.goods
    goods = first.commodity.id if first.commodity is not None else None
    earlier = first.period is not None and draft.period is not None and draft.period.last < first.period.first
    if earlier and same == (goods,) and goods not in {each for _, each in phrase.goods}:
        state.close()
        state.period = first.period


def _back_to_now(state: State, phrase: Phrase) -> None:
    """Return to the time spoken of behind a look back: "a year earlier it took 14% of them, now 22%"."""
    draft, known = state.draft, state.context.period
    if not state.scanned.mask & m.Cue.bit or draft is None or draft.empty or draft.period is None or known is None or phrase.periods:
        return
    before, first = draft.end, phrase.chunk.items[0].end
    cues = [state.scanned.mentions[at] for at in state.scanned.cued("flow", "nowadays")]
    if draft.period.last < known.first and any(before <= cue.start and cue.end <= first for cue in cues):
        state.close()
        state.period = known


def _find_flow(state: State, phrase: Phrase, head: tuple[int, m.Head] | None, *, telling: bool) -> None:
    """Turn to the flow that a chunk speaks of: the one that its head names, that of a look-alike, the text's, or a member of a list."""
    if is_earned(state, phrase):
        phrase.others = []
    named = head[0] if head is not None and not head[1].weak else taken_up(state, phrase) if head is None else None
    if named is not None:
        phrase.others = [pair for pair in phrase.others if not costs_much(phrase, named, *pair)]
    elif head is None and phrase.figures and costs(state, phrase):
        phrase.others.append((phrase.figures[0], m.OtherMeasure("investment")))
    if telling and (part := part_abroad(state, phrase)) is not None:
        state.close()
        state.frame, state.period, phrase.heads = part, state.period or part.period, []
    elif head is not None:
        _open(state, phrase, head)
    elif phrase.others and not (state.frame is not None and phrase.chunk.opener is Mark.OPEN):
        look_alike(state, phrase)
    elif telling and state.frame is None and state.traffic and phrase.chunk.items[0].mask & (m.Level.bit | m.Movement.bit):
        phrase.others.append((0, m.OtherMeasure("freight")))
        look_alike(state, phrase)
    elif telling and state.frame is None and not _is_whole(state, phrase) and not _names_later(state, phrase):
        _carry_on(state, phrase)
    elif telling:
        _happen(state, phrase)
        take_part(state, phrase)
        widen(state, phrase)
        vary(state, phrase)


def _names_later(state: State, phrase: Phrase) -> bool:
    """Whether a level that opens the sentence is that of a flow with an owner named right behind it: "At 9 Mt, Peru's exports were …"."""
    end = phrase.chunk.items[-1].end
    if phrase.chunk.opener is not None or not begins_with_figure(phrase):
        return False
    behind = list(takewhile(lambda item: not item.mask & m.Figure.bit, (item for item in state.scanned.mentions if item.start >= end)))
    owner = next((at for at, item in enumerate(behind) if item.mask & m.Party.bit), None)
    if role_of(phrase.chunk.items[0]) is Role.AT and any(item.mask & (m.Party.bit | m.Pointer.bit) for item in behind):
        owner = 0  # "At $4bn, trade with Peru was …"
    heads = (head for item in behind[owner or 0 :] if (head := item.get(m.Head)) is not None)
    return owner is not None and any(head.use is Use.NOUN and not head.weak for head in heads)


def _wait(state: State, phrase: Phrase) -> None:
    """Keep a chunk with figures until a flow is named."""
    state.waiting.append(phrase)
    if phrase.chunk.opener is not Mark.CONTRAST or not only_changes(phrase):
        note_period(state, phrase, headed=False)
    introduce(state, phrase)


def _so_far(state: State, phrase: Phrase) -> None:
    """Take "since 2020" for when goods moved in a text of that year: elsewhere it says for how long they had not moved so."""
    date = state.context.date
    if phrase.late and date is not None:
        told = [pair for pair in phrase.late if (when := pair[1].period) is not None and when.first.year == date.year]
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
    if phrase.chunk.opener is Mark.OPEN and state.ending.goods is not None and phrase.chunk.items[0].mask & m.Share.bit:
        phrase.goods = [(-1, state.ending.goods)]  # "frozen fish (38% of all farm exports)"
    high = take_record(state, phrase, head[1])
    open_frame(state, phrase, head)
    if high is not None:
        draft = state.claim(phrase, phrase.chunk.items[0])
        draft.record, draft.period, draft.named = True, high.period, high.named
    if catches_up(state, phrase, head):
        catch_up(state, phrase)


def _is_whole(state: State, phrase: Phrase) -> bool:
    """Whether a chunk is nothing but a level of which parts are told behind it: "of the 9 Mt of coal"."""
    figure = phrase.chunk.items[1].get(m.Figure) if len(phrase.chunk.items) > 1 else None
    level = figure is not None and figure.quantity.dimension not in RELATIVE
    named = phrase.goods or _opens_with_whole(state, phrase)
    return level and is_part_of(phrase) and bool(named) and not phrase.parties and len(phrase.figures) == 1


def _opens_with_whole(state: State, phrase: Phrase) -> bool:
    """Whether a sentence begins with a level alone, of which parts follow behind a comma: "of the 9 Mt, 5 came from Peru"."""
    items = phrase.chunk.items
    if len(items) != 2 or items[0].start != state.scanned.sentence.span.start:
        return False
    behind = next((each for each in state.scanned.mentions if each.start >= items[1].end), None)
    return behind is not None and mark_of(behind) is Mark.COMMA


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
        state.frame.varies = state.frame.varies or partners_of_third(state.frame, phrase, state.context)
        vary(state, phrase)
    state.intro, state.intro_goods = [], []


def _happen(state: State, phrase: Phrase) -> None:
    """After a forecast, a clause of its own without one tells what happened: "it had been expected to grow 15%; it fell 28%"."""
    frame = state.frame
    apart = phrase.chunk.opener in {Mark.SEMICOLON, Mark.CONTRAST} and (phrase.movements or phrase.level is not None)
    if frame is not None and apart and phrase.status is None and (frame.status or state.status) not in {None, FlowStatus.REPORTED}:
        state.close()
        state.frame = evolve(frame, status=None)
        state.status = None

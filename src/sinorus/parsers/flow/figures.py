"""How much: the figures of a chunk put into claims, dealt out over lists, earlier levels set apart."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark, Role, Use
from sinorus.languages.period_expr import PeriodKind, PeriodRelation
from sinorus.parsers.flow.anchoring import anchored
from sinorus.parsers.flow.applying import apply
from sinorus.parsers.flow.claim import Draft, Frame
from sinorus.parsers.flow.dealing import deal_out
from sinorus.parsers.flow.earlier import compared_in_brackets
from sinorus.parsers.flow.figure_part import MADE, FigureUse, Surroundings, What
from sinorus.parsers.flow.figure_use import inverse, uses
from sinorus.parsers.flow.near import plan_before
from sinorus.parsers.flow.percent_of import sets_beside
from sinorus.parsers.flow.record_before import record_before
from sinorus.parsers.flow.resumed import BULK
from sinorus.parsers.flow.seen_from_then import seen_from_then, turned_back
from sinorus.parsers.flow.spelled_out import spelled_out
from sinorus.parsers.flow.state import State
from sinorus.parsers.flow.timing import day_of, time_of
from sinorus.parsers.marks import mark_of, role_of
from sinorus.parsers.phrase import Phrase
from sinorus.records import FlowStatus, Measure
from sinorus.values import Direction
from sinorus.values.evolve import evolve
from sinorus.values.unit import Dimension


def fill(state: State, phrase: Phrase) -> None:
    """Give the figures of a chunk to the flow spoken of."""
    frame = state.frame
    assert frame is not None
    if frame.other is not None:
        for index in phrase.figures:
            state.drop(phrase.chunk.items[index], f"a figure of {frame.other}, not of a flow")
        if frame.other in MADE:
            _note_made(state, phrase)
        return
    if phrase.chunk.opener is Mark.OPEN and state.ending.base is not None and not phrase.bases and not phrase.periods:
        phrase.bases.append((-1, state.ending.base))
    spelled_out(state, phrase)
    then = seen_from_then(state, phrase)
    around = _around(state, phrase, frame, then=then)
    found = _of_both(state, phrase, uses(phrase, around))
    if phrase.status is not None and not any(use.what is What.EARLIER and _is_planned(phrase, use.index) for use in found):
        frame = _restated(state, frame, phrase, found)
    _part(state, phrase, found)
    if not deal_out(state, phrase, found):
        for use in found:
            apply(state, phrase, use)
    if phrase.record_before is not None:
        record_before(state, phrase, phrase.record_before)
    _movement_factor(state, phrase, found, then=then)
    if phrase.record and not any(use.what is What.CHANGE and use.index > 0 and _is_record_growth(phrase, use) for use in found):
        _record(state, phrase)
    based = [(at, evolve(expr, relation=PeriodRelation.PLAIN)) for at, expr in phrase.bases]  # "up 5% to May, when it was 3 Mt"
    named = [*phrase.periods, *based]
    state.noted_period = anchored(state, max(named, key=lambda pair: pair[0])[1]) if named else None
    for use in found:
        if use.what is What.CHANGE and use.quantity.dimension is Dimension.POINTS and state.last is What.SHARE:
            continue  # how a share moved: "tin 12% (minus 2 points), zinc 6%"
        if use.what in {What.LEVEL, What.CHANGE, What.SHARE, What.EARLIER, What.EARLIER_SHARE}:
            state.last = use.what
            state.shared = state.shared or use.what is What.SHARE
        if use.direction is not None:
            state.direction = use.direction
    if found and phrase.movements and all(use.direction is None for use in found):
        state.direction = phrase.movements[-1][1].direction  # "the part rose to 5 Mt from 3 Mt, or by 60%"
    if found and found[-1].what is What.OTHER and (phrase.others or found[-1].quantity.is_money or phrase.route is not None):
        state.last = What.OTHER


def _of_both(state: State, phrase: Phrase, found: list[FigureUse]) -> list[FigureUse]:
    """Give the second of two levels to him who was overtaken: "more came from Peru than from Chile: 8 Mt to 7", "8 and 7 Mt"."""
    levels = [use for use in found if use.what is What.LEVEL]
    alone = len(levels) == len(phrase.figures) == 2 and not (phrase.heads or phrase.parties or phrase.goods)
    if state.beaten is None or not alone or levels[0].quantity.is_money != levels[1].quantity.is_money:
        return found
    return [levels[0], evolve(levels[1], what=What.EARLIER)]


def _note_made(state: State, phrase: Phrase) -> None:
    """Keep the unit and the direction in which what was made is told: "output fell by 1% to 438 Mt, exports by 3% to 213 million"."""
    levels = phrase.told()
    for figure in levels:
        if figure.quantity.dimension in BULK:
            state.take_level(figure.quantity, figure.power)
    if phrase.movements:
        state.direction = phrase.movements[-1][1].direction


def _around(state: State, phrase: Phrase, frame: Frame, *, then: bool) -> Surroundings:
    """Return what is known around a chunk."""
    return Surroundings(
        share=frame.share or _ranks(state, phrase),
        shared=state.shared,
        growth=frame.growth,
        last=state.last,
        direction=state.direction,
        compared=state.ending.base is not None,
        unit=state.unit,
        amount=state.changed is not None,
        balance=frame.head.measure is Measure.BALANCE,
        signed=phrase.chunk.opener is Mark.OPEN and _is_signed(state, phrase),
        open_ended=_ends_open(state, frame),
        listed=phrase.chunk.opener is Mark.OPEN and len(phrase.chunk.items) == 1 and compared_in_brackets(state),
        then=then,
    )


def _is_signed(state: State, phrase: Phrase) -> bool:
    """Whether a change with its sign stands before a chunk."""
    start = phrase.chunk.items[0].start
    return any(figure.sign is not None for at, figure in state.scanned.of(m.Figure) if state.scanned.mentions[at].end <= start)


def _ends_open(state: State, frame: Frame) -> bool:
    """Whether a clause begins with the end that the flow told right before had left open: "It sold 5 Mt of tin. A third Peru took"."""
    ends, context = frame.ends, state.context
    flow = state.told if len(state.records) == 1 else context.flow
    if flow is None or ends is None or len(state.records) > 1 or state.draft is not None or context.distance > 1 or not ends.carried:
        return False
    known = {ends.exporter, ends.importer}
    alike = flow.partner is None and flow.measure is frame.head.measure is Measure.EXPORTS and frame.goods in {(), (flow.goods,)}
    return alike and flow.goods is not None and flow.owner in known and None not in known


def _is_planned(phrase: Phrase, index: int) -> bool:
    """Whether the word of certainty of a chunk is that of this level alone, with which another one is compared."""
    return phrase.status_at in {index - 1, plan_before(phrase, index)}


def _ranks(state: State, phrase: Phrase) -> bool:
    """Whether a chunk tells how much of all somebody takes who was just called a customer or supplier: "…, with a third"."""
    first = phrase.chunk.items[0]
    if state.ranking:
        return True
    if state.draft is not None or role_of(first) is not Role.WITH or len(phrase.figures) != 1 or phrase.heads:
        return False
    return any(head.agent and state.scanned.mentions[at].end <= first.start for at, head in state.scanned.of(m.Head))


def _restated(state: State, frame: Frame, phrase: Phrase, found: list[FigureUse]) -> Frame:
    """Give the flow its certainty; a figure of another certainty begins a claim of its own: "$190bn, so the goal of $180bn is met"."""
    draft, status = state.draft, phrase.status.status if phrase.status is not None else FlowStatus.REPORTED
    aimed = state.status is FlowStatus.TARGET or _is_put_forward(state, phrase)
    planned = draft is None and aimed and phrase.chunk.opener is Mark.COMMA
    if planned and status is FlowStatus.FORECAST:
        status = FlowStatus.TARGET  # "by the plan, 5 Mt will be carried"
    before = frame.status or state.status or FlowStatus.REPORTED
    own = any(use.what in {What.LEVEL, What.CHANGE, What.SHARE} for use in found) or any(each.factor for _, each in phrase.movements)
    if draft is not None and own and before is not status and (draft.level or _ahead_of(state, phrase, draft, found)):
        state.close()
        state.frame = frame = evolve(frame)
    frame.status = status
    return frame


def _is_put_forward(state: State, phrase: Phrase) -> bool:
    """Whether a word by which somebody intends something stands right before the comma that opens a chunk: 两国提出，将贸易额增至…"""
    start = phrase.chunk.items[0].start
    before = [each for each in state.scanned.mentions if each.end <= start][-2:]
    will = phrase.status is not None and phrase.status.open
    return will and len(before) == 2 and mark_of(before[1]) is Mark.COMMA and bool(before[0].mask & m.Intent.bit)


def _ahead_of(state: State, phrase: Phrase, draft: Draft, found: list[FigureUse]) -> bool:
    """Whether what is expected of another time is told behind a change: "up 5% in the first quarter, and is to reach $250bn this year"."""
    levels = any(use.what is What.LEVEL for use in found)
    times = [anchored(state, expr) for _, expr in phrase.periods]
    return levels and draft.by is not None and draft.period is not None and bool(times) and draft.period not in times


def _part(state: State, phrase: Phrase, found: list[FigureUse]) -> None:
    """A value and a volume with different changes are two claims: a level that brings its own change does not join one that has one."""
    draft = state.draft
    if draft is None or not draft.level or not any(use.what is What.CHANGE for use in found):
        return
    if _had_grown(phrase) and all(use.what is What.CHANGE for use in found):
        state.close()
        return
    if draft.by is None and phrase.chunk.opener is not Mark.CONTRAST:
        return  # but "3 Mt, with the value rising 25% to $1bn"
    if any(use.what is What.LEVEL and use.quantity.is_money != (draft.value is not None) for use in found):
        state.close()


def _had_grown(phrase: Phrase) -> bool:
    """Whether a chunk tells how much something had grown a year before: "it was $9bn, while a year before growth had been 73%"."""
    at, expr = phrase.periods[0] if phrase.periods else (-1, None)
    noun = any(index == at + 1 and movement.use is Use.NOUN for index, movement in phrase.movements)
    return expr is not None and expr.kind is PeriodKind.YEAR_BEFORE and noun and phrase.level is not None


def _is_record_growth(phrase: Phrase, use: FigureUse) -> bool:
    return bool(phrase.chunk.items[use.index - 1].mask & m.RecordHigh.bit)


def _of_flow(phrase: Phrase, index: int) -> bool:
    """Whether nothing else is told to have doubled or halved: 油价腰斩."""
    return not any(at == index - 1 for at, _ in phrase.others)


def _of_growth(phrase: Phrase, index: int, movement: m.Movement) -> bool:
    """Whether it is the growth that is so many times another: "the gain was twice as high: 12%"."""
    before = [pair for pair in phrase.movements if pair[0] < index]
    noun = bool(before) and before[-1][1].use is Use.NOUN
    return noun and movement.use is Use.MODIFIER and not any(before[-1][0] < figure < index for figure in phrase.figures)


def _movement_factor(state: State, phrase: Phrase, found: list[FigureUse], *, then: bool) -> None:
    """Doubled, halved and the like say their size themselves; beside a figure of change they are its words only."""
    if any(use.what is What.CHANGE for use in found):
        return
    for index, movement in phrase.movements:
        if (
            movement.factor is not None
            and movement.direction is not Direction.FLAT
            and not sets_beside(phrase, index)
            and _of_flow(phrase, index)
            and not _of_growth(phrase, index, movement)
        ):
            size = FigureUse(index, movement.factor, What.CHANGE, movement.direction)
            _grow(state, phrase, turned_back(evolve(size, quantity=inverse(size.quantity))) if then and size.quantity.unit == "x" else size)
            return
    if phrase.movements and state.draft is not None and state.draft.direction is None and state.draft.level:
        nearest = phrase.movements[0][1]
        if nearest.direction is not Direction.FLAT and nearest.use is Use.VERB:
            state.draft.direction = nearest.direction


def _grow(state: State, phrase: Phrase, use: FigureUse) -> None:
    """Apply a change told by a word; a rate ("double-digit") is that of each good of a list."""
    frame = state.frame
    if frame is None or len(frame.goods) < 2 or use.quantity.unit != "%":
        apply(state, phrase, use)
        return
    for each in frame.goods:
        state.close()
        state.frame = evolve(frame, goods=(each,))
        apply(state, phrase, use)
    state.close()
    state.frame = frame


def _record(state: State, phrase: Phrase) -> None:
    items = phrase.chunk.items
    draft = state.claim(phrase, items[0])
    if not draft.level and not phrase.figures and (day := day_of(state, phrase)) is not None:
        draft.period, draft.aside = day, True
    if draft.period is None:
        time = time_of(state, phrase, len(items) - 1)
        draft.period, draft.opening, draft.named = time.period, state.opening, time.named or state.opening
    at = next((index for index, item in enumerate(items) if item.mask & m.RecordHigh.bit), 0)
    hoped = any(item.mask & (m.Certainty.bit | m.Intent.bit) for item in items[:at])
    if hoped and not phrase.figures:
        return
    if draft.level or not phrase.figures:
        draft.record = True
        draft.reach(items[0].start, items[-1].end)

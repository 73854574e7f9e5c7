"""Chunks that add to a claim, though they have a head of their own: a share, what was paid, the trade of a balance."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Head, Mark, Role, Side, Use
from sinorus.parsers.flow.anchoring import anchored
from sinorus.parsers.flow.claim import Draft
from sinorus.parsers.flow.ends import ends_of
from sinorus.parsers.flow.figure_part import RELATIVE
from sinorus.parsers.flow.moved import moving
from sinorus.parsers.flow.parts import comes_from, makes_up, shares
from sinorus.parsers.flow.resumed import BULK
from sinorus.parsers.flow.state import State
from sinorus.parsers.flow.two_ends import Ends
from sinorus.parsers.marks import mark_of, role_of
from sinorus.parsers.phrase import Phrase
from sinorus.parsers.placing import Slot
from sinorus.records import Measure
from sinorus.scan.mention import Mention
from sinorus.values.evolve import evolve


def goes_on(state: State, phrase: Phrase) -> bool:
    """Whether a chunk with a head goes on with the claim at hand."""
    if state.frame is None and state.draft is None:
        return False
    if not phrase.figures and any(adds(state, phrase) for adds in (_balances, makes_up, _sells_abroad, _holds_whole)):
        return True
    return any(joins(state, phrase) for joins in _JOINED)


def _sells_abroad(state: State, phrase: Phrase) -> bool:
    """Whether a chunk only says of what the level just told is, sold to all: "Peru earned $3bn, that is 4% more, on tin sold abroad"."""
    draft = state.draft
    if draft is None or draft.frame.ends is None or not phrase.world or phrase.parties or len(phrase.heads) != 1 or not draft.level:
        return False
    head, ends = phrase.heads[0][1], draft.frame.ends
    same = head.use is Use.VERB and head.side is draft.frame.head.side is Side.EXPORTER
    if not same or phrase.chunk.opener is not Mark.COMMA or (ends.importer is not None and "partner" not in ends.carried):
        return False
    goods = draft.frame.goods or tuple(dict.fromkeys(each for _, each in phrase.goods))
    draft.frame = state.frame = evolve(draft.frame, ends=evolve(ends, importer=None), goods=goods, world=True)
    return True


def _holds_whole(state: State, phrase: Phrase) -> bool:
    """Whether a chunk only says whose the whole is of which a share was told: «Перу обеспечила 40% нефти, которую ввезла Чили»."""
    draft, verb = state.draft, next((head for _, head in phrase.heads if head.use is Use.VERB), None)
    if draft is None or draft.share is None or draft.frame.ends is None or verb is None or phrase.goods:
        return False
    ends, done_by = draft.frame.ends, phrase.of(Slot.BY)
    owner = done_by or phrase.of(Slot.SUBJECT)
    bound = phrase.chunk.opener is Mark.RELATIVE or (bool(done_by) and phrase.chunk.opener is Mark.COMMA)
    free = ends.importer is None if verb.side is Side.IMPORTER else verb.side is Side.EXPORTER and ends.exporter is None
    told = draft.value is not None or draft.volume is not None
    if told or not bound or not free or len(owner) != 1 or owner[0] in {ends.exporter, ends.importer}:
        return False
    ends = Ends(exporter=ends.exporter or owner[0], importer=ends.importer or owner[0])
    draft.frame = state.frame = evolve(draft.frame, ends=ends)
    if phrase.periods and draft.period is None:
        draft.period, draft.named = anchored(state, phrase.periods[-1][1]), True
    return True


def _changes(state: State, phrase: Phrase) -> bool:
    """Whether a chunk only tells how the flow at hand changed: "China bought 508 Mt, cutting imports by 0.9%"."""
    draft = state.draft
    if draft is None or not draft.level or phrase.parties or phrase.goods or phrase.periods or phrase.world or not phrase.heads:
        return False  # a head may be lent from elsewhere in the sentence
    (at, head), *more = phrase.heads
    if draft.by is not None:
        return not more and _told_as_amount(phrase, draft, head, at)
    if not more and _goes_on_changing(phrase, head):
        return True
    if more or head.use is Use.VERB or head.side is not draft.frame.head.side or head.measure is not draft.frame.head.measure:
        return False
    items = phrase.chunk.items
    figures = phrase.told()
    before = at - 2 if at > 1 and items[at - 1].mask & m.Pointer.bit else at - 1  # "raising its imports"
    moved = any(index == before and movement.use is Use.VERB for index, movement in phrase.movements)
    times = phrase.chunk.opener is Mark.COMMA and all(figure.times for figure in figures)  # "…, the volume is six times that of 2022"
    return (moved or times) and bool(figures) and all(figure.quantity.dimension in RELATIVE for figure in figures)


def _told_as_amount(phrase: Phrase, draft: Draft, head: Head, at: int) -> bool:
    """Whether a chunk tells the change at hand once more, as an amount: "up 12%, imports grew by 5 Mt"."""
    after = phrase.chunk.items[at + 1].get(m.Movement) if at + 1 < len(phrase.chunk.items) else None
    level = draft.volume or draft.value
    amounts = [figure.quantity for figure in phrase.told()]
    same = head.side is draft.frame.head.side and head.measure is draft.frame.head.measure and head.use is Use.NOUN
    return same and after is not None and bool(phrase.bases) and level is not None and [each.unit for each in amounts] == [level.unit]


def _goes_on_changing(phrase: Phrase, head: Head) -> bool:
    """Whether a second verb of the same subject only tells a change: "Peru was third with 8 Mt, and shipped 3% more than in 2023"."""
    only = all(figure.quantity.dimension in RELATIVE for figure in phrase.told())
    return (
        head.use is Use.VERB and head.weak and phrase.chunk.opener is Mark.AND and bool(phrase.figures) and only and bool(phrase.movements)
    )


def _pays(state: State, phrase: Phrase) -> bool:
    """Whether a chunk tells the worth of the volume at hand: "…, for which it paid $5bn", "; these deliveries were worth $5bn"."""
    draft = state.draft
    if draft is None or draft.volume is None or draft.value is not None or len(phrase.heads) != 1 or not phrase.heads[0][1].weak:
        return False
    first = phrase.chunk.items[phrase.figures[0]].get(m.Figure) if phrase.figures else None
    bare = first is not None and first.quantity.unit == "1" and first.scaled
    if first is None or not (first.quantity.is_money or bare) or phrase.goods or phrase.heads[0][1].abroad:
        return False
    items, (at, head) = phrase.chunk.items, phrase.heads[0]
    if phrase.parties:  # "9 Mt went to Peru, for which Peruvian buyers paid $2bn"
        ends = draft.frame.ends
        same = ends is not None and {code for placed in phrase.parties for code in placed.codes} <= {ends.exporter, ends.importer}
        return same and phrase.chunk.opener is Mark.COMMA and any(_points_back(items, index, at) for index in range(2))
    if at == 0 and phrase.chunk.opener is Mark.COMMA and head.use is Use.VERB and head.side is Side.IMPORTER and not phrase.periods:
        return True  # "Peru sold 3 Mt, getting $2bn"
    if phrase.chunk.opener is Mark.AND and head.use is Use.VERB and head.side is draft.frame.head.side and not phrase.periods:
        return at == 0 and not phrase.movements and not phrase.world  # "Peru supplied 3 Mt and earned $2bn on them"
    return any(_points_back(items, index, at) for index in range(len(items)))


def _weighs(state: State, phrase: Phrase) -> bool:
    """Whether a second verb of who sells or buys only tells the weight of the value at hand: "it earned $5bn, having shipped 9 Mt"."""
    draft = state.draft
    if draft is None or draft.value is None or draft.volume is not None or draft.by is not None or len(phrase.heads) != 1:
        return False
    (at, head), opener = phrase.heads[0], phrase.chunk.opener
    told = phrase.parties or phrase.goods or phrase.periods or phrase.bases or phrase.movements or phrase.world or phrase.route
    if at or opener is not Mark.COMMA or told or not head.weak or head.use is not Use.VERB or head.side is not draft.frame.head.side:
        return False
    figure = phrase.chunk.items[phrase.figures[0]].get(m.Figure) if len(phrase.figures) == 1 else None
    return figure is not None and figure.quantity.dimension in BULK


def _ends(state: State, phrase: Phrase) -> bool:
    """Whether a chunk brings the verb of goods told with a figure: "food weighing 3 Mt and costing $2bn went to Chinese shops"."""
    draft, level = state.draft, phrase.figures
    if draft is None or not phrase.heads:
        return False
    at, head = phrase.heads[0]
    if head.use is not Use.VERB or not head.weak or phrase.chunk.opener is not Mark.AND or phrase.goods or not level:
        return False
    figure = phrase.chunk.items[level[0]].get(m.Figure)
    if figure is None or level[-1] > at or phrase.of(Slot.SUBJECT) or phrase.of(Slot.OWNER) or draft.by is not None:
        return False
    free = draft.value is None if figure.quantity.is_money else draft.volume is None
    ends = ends_of(head, phrase, state.context) if free else None
    if ends is None:
        return False
    draft.frame = state.frame = evolve(draft.frame, head=moving(head, ends, phrase), ends=ends)
    return True


def _passes(state: State, phrase: Phrase) -> bool:
    """Whether a relative clause only says by which route the flow just named goes: "the trade with Peru that passes through Ilo was …"."""
    frame = state.frame
    if frame is None or frame.other is not None or state.draft is not None or phrase.chunk.opener is not Mark.RELATIVE:
        return False
    moves = all(head.side is Side.BOTH and head.use is Use.VERB for _, head in phrase.heads)
    if not moves or phrase.goods or phrase.of(Slot.TO) or phrase.of(Slot.FROM):
        return False
    frame.route = phrase.route or frame.route
    state.claim(phrase, phrase.chunk.items[0]).aside = False
    return True


def _points_back(items: list[Mention], index: int, head: int) -> bool:
    """Whether the word at `index` stands for the goods told of: "these deliveries", "for which", "for them"."""
    pointer = items[index].get(m.Pointer)
    back = mark_of(items[index]) is Mark.RELATIVE or (pointer is not None and pointer.to is Anaphor.THIS)
    return back and (role_of(items[index - 1] if index else None) is Role.FOR or index == head - 1)


def _balances(state: State, phrase: Phrase) -> bool:
    """Whether a chunk only says in which trade a balance was made: "a deficit, of $9.2bn, in its trade with China"."""
    frame = state.frame
    partner = phrase.of(Slot.WITH)
    if frame is None or frame.ends is None or frame.head.measure is not Measure.BALANCE or len(partner) != 1:
        return False
    if frame.ends.exporter is None:
        frame.ends = evolve(frame.ends, exporter=partner[0])
    elif frame.ends.importer is None:
        frame.ends = evolve(frame.ends, importer=partner[0])
    if phrase.periods and state.draft is not None and state.draft.period is None:
        state.draft.period, state.draft.named = anchored(state, phrase.periods[-1][1]), True
    return True


def _worths(state: State, phrase: Phrase) -> bool:
    """Whether a chunk tells the worth of the volume at hand by the word of the flow or of trade: 进口煤炭5万吨,进口额1亿元."""
    draft = state.draft
    if draft is None or draft.volume is None or draft.value is not None or draft.part or len(phrase.heads) != 1:
        return False
    head, first = phrase.heads[0][1], phrase.figures[0] if phrase.figures else -1
    figure = phrase.chunk.items[first].get(m.Figure) if first >= 0 else None
    if figure is None or not figure.quantity.is_money or first < phrase.heads[0][0] or head.weak or head.use is not Use.NOUN:
        return False
    same = head.side is draft.frame.head.side and head.measure is draft.frame.head.measure
    trade = head.side is Side.BOTH and draft.frame.head.measure is Measure.EXPORTS
    bare = not (phrase.parties or phrase.goods or phrase.pointers or phrase.world or phrase.route or phrase.bases)
    return bare and (same or trade) and phrase.chunk.opener in {Mark.COMMA, Mark.SEMICOLON} and _at_one_time(state, phrase)


def take_record(state: State, phrase: Phrase, head: Head) -> Draft | None:
    """Return a record told without a figure, which the level of this chunk has: "tyre exports set a record, exports rose to $156m"."""
    draft = state.draft
    if draft is None or not draft.record or draft.level or draft.by is not None or not phrase.figures:
        return None
    if (head.side, head.measure) != (draft.frame.head.side, draft.frame.head.measure) or phrase.parties or phrase.goods or phrase.pointers:
        return None
    state.draft = None
    return draft


def _highest(state: State, phrase: Phrase) -> bool:
    """Whether a chunk only says that there was never so much of the flow at hand: "110.75bn, which the trade had never seen"."""
    draft, frame = state.draft, state.frame
    if draft is None or frame is None or not draft.level or not phrase.record or phrase.figures or phrase.goods or phrase.parties:
        return False
    same = all(head.measure is frame.head.measure for _, head in phrase.heads)
    return same and not phrase.periods and phrase.chunk.opener in {Mark.DASH, Mark.COMMA, Mark.RELATIVE}


def _at_one_time(state: State, phrase: Phrase) -> bool:
    """Whether a chunk names no other time than that of the claim at hand."""
    return all(state.draft is not None and anchored(state, expr) == state.draft.period for _, expr in phrase.periods)


_JOINED = (_weighs, comes_from, shares, _changes, _pays, _worths, _ends, _passes, _highest)

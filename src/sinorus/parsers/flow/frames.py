"""Whose flow: which flow a chunk speaks of, by its own head, by the one before it, or by the text's."""

from itertools import pairwise

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Head, Mark, Role, Side, Use
from sinorus.parsers.context import Context, Topic
from sinorus.parsers.flow.claim import COUNTED, Frame
from sinorus.parsers.flow.ends import Ends, both_ways, ends_of, moving
from sinorus.parsers.flow.figure_use import RELATIVE, of_share
from sinorus.parsers.flow.goods import goods_of, goods_spoken_of
from sinorus.parsers.flow.memory import spoken
from sinorus.parsers.flow.partner import FACING, HOME, SUBJECTS
from sinorus.parsers.flow.share import holder, share_frame
from sinorus.parsers.flow.state import State
from sinorus.parsers.phrase import Phrase, Placed
from sinorus.parsers.placing import Slot
from sinorus.records import Measure
from sinorus.scan.mention import Mention
from sinorus.values.unit import Dimension

_BULK = frozenset({Dimension.MASS, Dimension.VOLUME, Dimension.ENERGY})
_BACK = frozenset({Anaphor.THIS, Anaphor.FIGURE, Anaphor.TOTAL, Anaphor.REVERSE, Anaphor.GOODS})
_FAR = 6
_NEAR = 3
"""How many sentences a flow is remembered for a sentence that names none."""


def head_of(state: State, phrase: Phrase) -> tuple[int, Head] | None:
    """Choose the head that names the flow of a chunk: a strong noun before a verb before a weak word."""
    if phrase.chunk.mask & m.Body.bit and any(_is_exchange(item) for item in phrase.chunk.items):
        phrase.heads = [pair for pair in phrase.heads if pair[1].side is not Side.BOTH]  # what is traded there are papers and currencies
    elif not phrase.goods and not phrase.parties and any(_is_exchange(mention) for mention in state.scanned.mentions):
        phrase.heads = [pair for pair in phrase.heads if not pair[1].weak]
    if state.frame is None and state.context.flow is not None and (share := of_share(phrase)) is not None and _told_before(phrase, share):
        phrase.cut(share)
    if not phrase.heads:
        return _unnamed(phrase)
    phrase.heads = [pair for pair in phrase.heads if not _acts(pair, phrase) and not _yields(pair, phrase, state)]
    phrase.heads = [pair for pair in phrase.heads if not _needs_two(pair[1]) or _of_two(state, phrase)]
    if not phrase.heads:
        return _unnamed(phrase)
    if not phrase.of(Slot.OWNER):
        phrase.heads = [pair for pair in phrase.heads if not pair[1].agent or _served(phrase, pair[1].side)]
        if not phrase.heads:
            return _unnamed(phrase)
    if any(head.use is Use.VERB or _passes(head) for _, head in phrase.heads):
        phrase.heads = [pair for pair in phrase.heads if not pair[1].agent] or phrase.heads  # "Chinese buyers took 5 Mt"
    strong = [pair for pair in phrase.heads if not pair[1].weak]
    if strong:
        return _both_ways(phrase, strong) or _told(phrase, strong) or strong[0]
    backed = bool(phrase.world or phrase.goods or phrase.parties or phrase.route or phrase.pointers or state.intro)
    noted = state.context.flow is not None and state.context.flow.noted and phrase.heads[0][1].use is Use.NOUN
    return phrase.heads[0] if backed or noted or state.frame is not None else None


def _needs_two(head: Head) -> bool:
    """Whether a word is trade only between two: business, an exchange."""
    return head.weak and head.side is Side.BOTH and head.use is Use.NOUN


def _of_two(state: State, phrase: Phrase) -> bool:
    if Anaphor.PAIR in phrase.pointers or phrase.of(Slot.WITH) or phrase.world:
        return True
    return len({code for placed in (*state.intro, *phrase.parties) for code in placed.codes}) > 1


def _passes(head: Head) -> bool:
    """Whether a word tells of goods on their way, and so is no supplier or buyer."""
    return head.weak and not head.agent


def _served(phrase: Phrase, side: Side) -> bool:
    """Whether the chunk names whom a supplier serves, or whose goods a buyer buys."""
    slots = (Slot.TO, Slot.OF) if side is Side.IMPORTER else (Slot.OF, Slot.ORIGIN)
    return any(phrase.of(slot) for slot in slots)


def _told_before(phrase: Phrase, share: int) -> bool:
    """Whether a level of what the text speaks of is told before its share in a whole: "it was 9 Mt, 2% of what China imported"."""
    named = [placed.index for placed in phrase.parties] + [at for at, _ in phrase.goods] + [at for at, _ in phrase.heads]
    first = phrase.figures[0] < share or not phrase.share
    return first and bool(phrase.pointers & _BACK) and all(at > share for at in named)


def _is_exchange(mention: Mention) -> bool:
    body = mention.get(m.Body)
    return body is not None and body.kind == "exchange"


def _acts(pair: tuple[int, Head], phrase: Phrase) -> bool:
    """Whether who trades is named only as the subject of a verb that names the flow: "Chinese buyers took 3 Mt"."""
    return pair[1].agent and any(at == pair[0] + 1 and each.use is Use.VERB for at, each in phrase.heads)


def _yields(pair: tuple[int, Head], phrase: Phrase, state: State) -> bool:
    """Whether a verb that both buys and yields has no buyer before it: "metals brought in $5bn", not "China brought in 3 t"."""
    at = pair[0]
    if not phrase.chunk.items[at].mask & m.Level.bit or pair[1].use is not Use.VERB or pair[1].side is not Side.IMPORTER:
        return False
    buyers = [placed for placed in (*phrase.parties, *state.intro) if placed.slot in {Slot.SUBJECT, Slot.OWNER} and placed.index < at]
    return not buyers and Anaphor.THIS not in phrase.pointers


def _told(phrase: Phrase, strong: list[tuple[int, Head]]) -> tuple[int, Head] | None:
    """Return the balance of which a figure is told right behind it: "the trade of the two showed a surplus of $3bn"."""
    items = phrase.chunk.items
    for at, head in strong[1:]:
        behind = next((item for item in items[at + 1 :] if not item.mask & (m.Relation.bit | m.Level.bit)), None)
        if head.measure is Measure.BALANCE and behind is not None and behind.mask & m.Figure.bit:
            return at, head
    return None


def _both_ways(phrase: Phrase, strong: list[tuple[int, Head]]) -> tuple[int, Head] | None:
    """Exports and imports joined, with one level between them, are turnover: "37 mln tons of export and import cargo"."""
    if len(strong) != 2 or {head.side for _, head in strong} != {Side.EXPORTER, Side.IMPORTER}:
        return None
    (at, first), (behind, second) = strong
    items = phrase.chunk.items
    levels = [
        each for index in phrase.figures if (each := items[index].get(m.Figure)) is not None and each.quantity.dimension not in RELATIVE
    ]
    if behind != at + 2 or not items[at + 1].mask & m.Punctuation.bit or len(levels) != 1 or Use.VERB in {first.use, second.use}:
        return None
    head = Head(Measure.TURNOVER, Side.BOTH)
    phrase.heads = [(at, head)]
    return at, head


def _unnamed(phrase: Phrase) -> tuple[int, Head] | None:
    """A volume of goods that goes from or to a country moves, whatever the verb is: "5 Mt of coal went to China"."""
    if phrase.share:
        return None
    towards = phrase.of(Slot.TO) or phrase.of(Slot.FROM) or Anaphor.PARTNER in phrase.pointers
    between = (len(phrase.of(Slot.PAIR)) == 2 or Anaphor.PAIR in phrase.pointers) and not phrase.goods
    figures = [at for at in phrase.figures if _of_goods(phrase, at)]
    if figures and between and not towards and all(other.kind == "freight" for _, other in phrase.others):
        phrase.others = []
        return figures[0], Head(Measure.TURNOVER, Side.BOTH)  # "container traffic between China and Russia: 81,000 TEU"
    if not figures or not towards or any(at > figures[0] or other.kind != "freight" for at, other in phrase.others):
        return None
    return figures[0], Head(Measure.EXPORTS, Side.EXPORTER, Use.VERB, weak=True)


def _of_goods(phrase: Phrase, index: int) -> bool:
    """Whether a figure counts or weighs goods named behind it; containers need no goods."""
    figure = phrase.chunk.items[index].get(m.Figure)
    if figure is None:
        return False
    if Anaphor.WARES in phrase.pointers and figure.quantity.dimension in _BULK:
        return True
    dimension = figure.quantity.dimension
    after = [each for at, each in phrase.goods if at > index]
    if dimension is Dimension.COUNT:
        return bool(after) and after[0] in COUNTED
    return dimension is Dimension.CONTAINERS or (dimension in _BULK and bool(after))


def open_frame(state: State, phrase: Phrase, head: tuple[int, Head]) -> None:
    """Begin a new flow."""
    before = state.frame
    state.close()
    index, meaning = head
    phrase.world = phrase.world or state.world
    phrase.route = phrase.route or state.route
    if not phrase.goods and state.intro_goods:
        phrase.goods = list(state.intro_goods)
    _borrow(state, phrase)
    context = _spoken(state, before)
    subjects = [placed.codes[0] for placed in state.intro if placed.slot is Slot.SUBJECT]
    frame = (
        share_frame(phrase, meaning, context, subjects[-1] if subjects else None) if phrase.share or of_share(phrase) is not None else None
    )
    if frame is None:
        ends = ends_of(meaning, phrase, context)
        frame = Frame(both_ways(moving(meaning, ends, phrase), phrase, ends), ends, goods_of(state, phrase))
    frame.share = frame.share or _shares_on(phrase, meaning, frame, context)
    frame.cargo = not phrase.goods and _of_all_kinds(phrase, before, meaning)
    frame.goods = frame.goods or _gone_on(phrase, meaning, frame, before, context)
    frame.whole = not phrase.figures and bool(phrase.goods) and is_part_of(phrase)
    frame.route = phrase.route
    frame.world = phrase.world or _worldwide(frame, before, context)
    frame.cargo = frame.cargo or (Anaphor.REVERSE in phrase.pointers and not frame.goods)
    if not phrase.figures and phrase.route is not None:
        state.route = phrase.route
    pair = phrase.of(Slot.PAIR)
    frame.paired = bool(pair) and context.pair() is not None and set(pair) not in ({*SUBJECTS}, set(context.pair() or ()))
    frame.start = phrase.chunk.items[0].start
    frame.growth = any(movement.use is Use.NOUN and at == index + 1 for at, movement in phrase.movements)
    frame.heads = tuple(each for _, each in phrase.heads if not each.weak)
    if not frame.share:
        frame.parties, frame.varies = _party_list(phrase, meaning)
        if Anaphor.THERE in phrase.pointers and frame.varies is None:
            frame.varies = "importer"  # "Mexico, where 410,000 cars went; Russia, 357,000"
    if before is not None and before.other is None and phrase.chunk.opener in {Mark.AND, Mark.COMMA} and phrase.status is None:
        frame.status = before.status
    state.frame = frame
    state.intro, state.intro_goods = [], []
    state.last = state.last if before is not None else None


def _shares_on(phrase: Phrase, head: Head, frame: Frame, context: Context) -> bool:
    """Whether percentages are parts of the whole of which parts were told before: "another 12 percent went to India"."""
    flow, figures = context.flow, [phrase.chunk.items[at].get(m.Figure) for at in phrase.figures]
    if flow is None or not flow.share or frame.ends is None or phrase.movements or phrase.goods:
        return False
    percents = bool(figures) and all(each is not None and each.quantity.unit == "%" for each in figures)
    same = {flow.owner, flow.partner} & {frame.ends.exporter, frame.ends.importer} - {None}
    return percents and bool(same) and head.weak and head.use is Use.VERB


def _borrow(state: State, phrase: Phrase) -> None:
    """Give a chunk the parties named before it in roles that none of its own has."""
    have = {placed.slot for placed in phrase.parties}
    named = {code for placed in phrase.parties for code in placed.codes}
    borrowed = [placed for placed in state.intro if placed.slot not in have and not placed.loose and not named & set(placed.codes)]
    if have & {Slot.OWNER, Slot.PAIR, Slot.SUBJECT}:
        borrowed = [placed for placed in borrowed if placed.slot not in {Slot.OWNER, Slot.SUBJECT, Slot.PAIR, Slot.ORIGIN}]
    if Anaphor.THERE in phrase.pointers and not phrase.of(Slot.TO):
        borrowed = _gone_there(state, phrase, borrowed)
    behind = _antecedent(state, phrase)
    borrowed = [*(placed for placed in borrowed if not behind or placed.codes != behind[0].codes), *behind]
    if borrowed:
        phrase.parties = [*borrowed, *phrase.parties]


def _gone_on(phrase: Phrase, head: Head, frame: Frame, before: Frame | None, context: Context) -> tuple[str, ...]:
    """Return the goods of a flow that names none: those of the flow before it in the sentence, or spoken of in the text."""
    if head.weak and not phrase.pointers & {Anaphor.WARES, Anaphor.REVERSE} and not _trades(phrase, head):
        return goods_spoken_of(context) if before is None else before.goods if before.other is None else ()
    return before.goods if before is not None and _same_flow(phrase, head, frame, before) else ()


def _trades(phrase: Phrase, head: Head) -> bool:
    """Whether what is told is the trade of two named here, in all goods."""
    return bool(phrase.of(Slot.WITH)) or (head.side is Side.BOTH and bool(phrase.of(Slot.PAIR)))


_ANTECEDENT = {Role.WITH: Slot.WITH, Role.TO: Slot.TO, Role.FROM: Slot.FROM, Role.BY: Slot.BY}


def _antecedent(state: State, phrase: Phrase) -> list[Placed]:
    """Return the party named last in its role: "Peru, with which trade tripled", "Peru, from which China bought 3 Mt"."""
    for left, right in pairwise(phrase.chunk.items[:3]):
        relation, mark = left.get(m.Relation), right.get(m.Punctuation)
        if relation is not None and mark is not None and mark.mark is Mark.RELATIVE and state.antecedent is not None:
            slot = _ANTECEDENT.get(relation.role)
            return [Placed(-1, (state.antecedent,), slot)] if slot is not None and not phrase.of(slot) else []
    verb, owned = next((each for _, each in phrase.heads), None), phrase.of(Slot.SUBJECT) or phrase.of(Slot.OWNER)
    elsewhere = phrase.chunk.opener is not Mark.RELATIVE or Anaphor.THERE in phrase.pointers
    if elsewhere or state.antecedent is None or verb is None or verb.use is not Use.VERB or owned:
        return []
    acts = verb.side is not Side.BOTH or (phrase.of(Slot.TO) and state.antecedent not in phrase.of(Slot.TO))
    return [Placed(-1, (state.antecedent,), Slot.SUBJECT)] if acts else []  # "Peru, which sold 3 Mt"


def _worldwide(frame: Frame, before: Frame | None, context: Context) -> bool:
    """Whether a flow without a partner goes on with one that has been told as a country's with all others."""
    if frame.ends is None or "parties" not in frame.ends.carried:
        return False
    return before.world if before is not None else context.worldwide


def is_part_of(phrase: Phrase) -> bool:
    """Whether a chunk begins with "of", so that parts of what it names are told behind it."""
    relation = phrase.chunk.items[0].get(m.Relation)
    return relation is not None and relation.role is Role.OF


def _gone_there(state: State, phrase: Phrase, borrowed: list[Placed]) -> list[Placed]:
    """Return the parties named before, the last of them as the goal: "China remained the main market: exports there rose"."""
    context = state.context
    before = _goal(context) or (context.subject if context.subject != context.owner else None)
    if Anaphor.THIS in phrase.pointers:  # "it delivered 5 Mt there": it is the subject, there the other one
        before = next((code for code in context.pair() or () if code != context.subject), None)
    sender = context.owner if context.flow is not None and context.flow.side is Side.EXPORTER else None
    named = next((placed.codes[0] for placed in reversed(state.intro) if len(placed.codes) == 1 and placed.codes[0] != sender), before)
    if named is None or any(named in placed.codes for placed in phrase.parties):
        return borrowed
    others = [] if sender is not None else [placed for placed in borrowed if named not in placed.codes]
    return [*others, Placed(-1, (named,), Slot.TO)]


def _goal(context: Context) -> str | None:
    """Return where the goods of the last flow went, where the text speaks of who sent them."""
    flow = context.flow
    if flow is None or flow.side is Side.BOTH or flow.measure is not Measure.EXPORTS:
        return None
    sender, goal = (flow.partner, flow.owner) if flow.side is Side.IMPORTER else (flow.owner, flow.partner)
    return goal if context.subject == sender else None


def _same_flow(phrase: Phrase, head: Head, frame: Frame, before: Frame) -> bool:
    """Whether a head only tells another figure of the flow before it: "aluminium exports rose to 1 Mt, exports in value to $2bn"."""
    if before.other is not None or phrase.chunk.opener is not Mark.COMMA or head.use is Use.VERB:
        return False
    bare = not (phrase.parties or phrase.goods or phrase.pointers or phrase.world or frame.goods)
    return (
        bare and len(phrase.heads) == 1 and (head.side, head.measure) == (before.head.side, before.head.measure) and frame.ends is not None
    )


def _of_all_kinds(phrase: Phrase, before: Frame | None, head: Head) -> bool:
    """Whether goods of all kinds are spoken of, here or in the flow whose direction this is."""
    told = before is not None and before.cargo and not head.weak
    return told or any(_is_cargo(item) for item in phrase.chunk.items)


def _is_cargo(mention: Mention) -> bool:
    pointer, head = mention.get(m.Pointer), mention.get(m.Head)
    return pointer is not None and pointer.to is Anaphor.WARES and (head is None or not head.weak)


def look_alike(state: State, phrase: Phrase) -> None:
    """A look-alike takes the stage: its figures are no flow's."""
    at, other = phrase.others[0]
    if not phrase.figures and (other.kind == "length" or (other.kind == "freight" and phrase.route is not None)):
        return  # "Peru, long the first", "Ilo, the busiest of the crossings"
    if state.frame is not None and state.frame.other is None and phrase.figures and phrase.figures[0] < at:
        return
    if phrase.figures or state.frame is None:
        state.close()
        state.frame = Frame(Head(Measure.EXPORTS, Side.EXPORTER), None, other=other.kind)


def _spoken(state: State, before: Frame | None) -> Context:
    """Return the context with the flow named earlier in this very sentence."""
    if before is None or before.ends is None or before.other is not None:
        return state.context
    return spoken(state.context, before.head, before.ends, before.goods)


def resume(state: State, phrase: Phrase) -> Frame | None:
    """Return the flow of the sentence before, for a sentence that names none."""
    context = state.context
    topic = _topic(state, phrase)
    if state.scanned.mask & m.Body.bit and any(_is_exchange(mention) for mention in state.scanned.mentions):
        return None
    if (
        topic is None
        or topic.noted
        or context.distance > _reach(context, phrase)
        or (context.strayed and phrase.pointers & _BACK and not phrase.parties)
    ):
        return None
    owner, partner = topic.owner, topic.partner
    if phrase.world and topic.partner in phrase.of(Slot.SUBJECT):
        owner, partner = topic.partner, topic.owner  # "overall China bought …": it is its trade with all
    ends = Ends(exporter=owner, importer=None if phrase.world else partner, carried=("flow",))
    if (topic.side is Side.IMPORTER) is not (owner != topic.owner):
        ends = ends.reversed()
    side = topic.side
    if Anaphor.REVERSE in phrase.pointers:
        ends, side = ends.reversed(), FACING.get(side, side)
    goods = (topic.goods,) if topic.goods else ()
    if phrase.status is not None and set(HOME) <= {code for placed in phrase.parties for code in placed.codes} and _is_money(phrase):
        return Frame(Head(Measure.TURNOVER, Side.BOTH), Ends(exporter=HOME[0], importer=HOME[1]), start=phrase.chunk.items[0].start)
    head = both_ways(Head(topic.measure, side), phrase, ends) if not goods else Head(topic.measure, side)
    rivals = context.suppliers and topic.side is Side.EXPORTER and topic.partner is not None
    varies = holder(head) if topic.share else "exporter" if rivals else None
    whole = topic is context.listing and not goods
    start = phrase.chunk.items[0].start
    return Frame(head, ends, goods, share=topic.share, cargo=whole, start=start, varies=varies, dealt=topic.dealt)


def _reach(context: Context, phrase: Phrase) -> int:
    """Return how far back the flow may have been told: further for the turnover to which a paragraph goes back with another period."""
    topic = context.topic
    back = context.leads and topic is not None and topic.measure is Measure.TURNOVER and phrase.periods and _is_money(phrase)
    return _FAR if back else _NEAR


def _is_money(phrase: Phrase) -> bool:
    figure = phrase.chunk.items[phrase.figures[0]].get(m.Figure) if phrase.figures else None
    return figure is not None and figure.quantity.is_money


def _topic(state: State, phrase: Phrase) -> Topic | None:
    """Choose between the last flow and what the text is about: a new paragraph, or another period, goes back to the latter."""
    context = state.context
    flow, topic = context.flow, context.topic
    if flow is None or topic is None or state.records:
        return flow
    if context.listing is not None and state.scanned.sentence.kind == "item" and not phrase.pointers & _BACK:
        return context.listing  # line by line under "Exports by crossing:"
    if context.leads and not phrase.pointers & (_BACK - {Anaphor.THIS}):
        return topic
    part = topic.measure is Measure.TURNOVER and flow.measure is not Measure.TURNOVER and flow.pair() == topic.pair()
    if part and Anaphor.TOTAL in phrase.pointers:
        return topic
    if phrase.pointers & _BACK:
        return flow
    if flow.measure is Measure.BALANCE and (phrase.goods or _weighs(phrase)):
        return topic  # goods have no balance of their own where the text does not say so
    return topic if part and phrase.periods and not phrase.goods else flow


def _weighs(phrase: Phrase) -> bool:
    """Whether the first figure of a chunk is no money: a balance is."""
    figure = phrase.chunk.items[phrase.figures[0]].get(m.Figure) if phrase.figures else None
    return figure is not None and figure.quantity.dimension in _BULK


def _party_list(phrase: Phrase, head: Head) -> tuple[tuple[str, ...], str | None]:
    for slot in (Slot.FROM, Slot.TO, Slot.WITH, Slot.OWNER, Slot.SUBJECT, Slot.ORIGIN):
        codes = phrase.of(slot)
        if len(codes) > 1 and not (head.side is Side.BOTH and len(codes) == 2 and slot is Slot.SUBJECT):
            owning = slot in {Slot.OWNER, Slot.SUBJECT}
            exporting = slot is Slot.FROM or slot is Slot.ORIGIN or (owning and head.side is Side.EXPORTER)
            return tuple(codes), "exporter" if exporting and head.side is not Side.BOTH else "importer"
    return (), None

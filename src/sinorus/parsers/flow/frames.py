"""Whose flow: which flow a chunk speaks of, by its own head, by the one before it, or by the text's."""

from itertools import pairwise

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Head, Mark, Side, Use
from sinorus.parsers.context import Context, Topic
from sinorus.parsers.flow.claim import COUNTED, Frame
from sinorus.parsers.flow.ends import FACING, Ends, ends_of, moving
from sinorus.parsers.flow.figure_use import of_share
from sinorus.parsers.flow.memory import spoken
from sinorus.parsers.flow.share import holder, share_frame
from sinorus.parsers.flow.state import State
from sinorus.parsers.phrase import Phrase, Placed, Slot
from sinorus.records import Measure
from sinorus.scan.mention import Mention
from sinorus.values.evolve import evolve
from sinorus.values.unit import Dimension

RELATIVE = frozenset({Dimension.PERCENT, Dimension.POINTS, Dimension.MULTIPLE})
"""Dimensions of shares and changes."""
_BULK = frozenset({Dimension.MASS, Dimension.VOLUME, Dimension.ENERGY})
_STARTS = frozenset({Slot.FROM, Slot.ORIGIN})
_BACK = frozenset({Anaphor.THIS, Anaphor.FIGURE, Anaphor.REVERSE, Anaphor.GOODS})
_NEAR = 3
"""How many sentences a flow is remembered for a sentence that names none."""


def goes_on(state: State, phrase: Phrase) -> bool:
    """Whether a head in the chunk is only the whole of which the claim at hand is a share: "$5bn, or 25% of its exports"."""
    draft, share = state.draft, of_share(phrase)
    if draft is None or draft.empty or draft.share is not None or share is None or draft.frame.share:
        return False
    named = [placed.index for placed in phrase.parties] + [at for at, _ in phrase.goods] + [at for at, _ in phrase.heads]
    if any(at < share for at in named):
        return False
    ends = draft.frame.ends
    if ends is not None and "flow" in ends.carried:
        base = next((each for at, each in phrase.heads if at > share), None)
        wider = ends_of(base, phrase, state.context) if base is not None else None
        if base is not None and wider is not None:
            draft.frame = state.frame = evolve(draft.frame, head=base, ends=wider)
    return True


def head_of(state: State, phrase: Phrase) -> tuple[int, Head] | None:
    """Choose the head that names the flow of a chunk: a strong noun before a verb before a weak word."""
    if not phrase.heads:
        return _unnamed(phrase)
    if not phrase.of(Slot.OWNER):
        served = bool(phrase.of(Slot.TO))
        phrase.heads = [pair for pair in phrase.heads if not pair[1].agent or (served and pair[1].side is Side.IMPORTER)]
        if not phrase.heads:
            return _unnamed(phrase)
    strong = [pair for pair in phrase.heads if not pair[1].weak]
    if strong:
        return _both_ways(phrase, strong) or strong[0]
    backed = bool(phrase.world or phrase.goods or phrase.parties or phrase.route or phrase.pointers or state.intro)
    return phrase.heads[0] if backed or state.frame is not None else None


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
    figures = [at for at in phrase.figures if _of_goods(phrase, at)]
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
    if not phrase.goods and state.intro_goods:
        phrase.goods = list(state.intro_goods)
    have = {placed.slot for placed in phrase.parties}
    borrowed = [placed for placed in state.intro if placed.slot not in have and not placed.loose]
    if have & {Slot.OWNER, Slot.PAIR, Slot.SUBJECT}:
        borrowed = [placed for placed in borrowed if placed.slot not in {Slot.OWNER, Slot.SUBJECT, Slot.PAIR, Slot.ORIGIN}]
    if Anaphor.THERE in phrase.pointers and not phrase.of(Slot.TO):
        borrowed = _gone_there(state, phrase, borrowed)
    if borrowed:
        phrase.parties = [*borrowed, *phrase.parties]
    context = _spoken(state, before)
    subjects = [placed.codes[0] for placed in state.intro if placed.slot is Slot.SUBJECT]
    frame = (
        share_frame(phrase, meaning, context, subjects[-1] if subjects else None) if phrase.share or of_share(phrase) is not None else None
    )
    if frame is None:
        ends = ends_of(meaning, phrase, context)
        frame = Frame(moving(meaning, ends, phrase), ends, goods_of(state, phrase))
    frame.cargo = not phrase.goods and any(_is_cargo(item) for item in phrase.chunk.items)
    if meaning.weak and not frame.goods and before is not None and before.other is None and not phrase.pointers & {Anaphor.WARES}:
        frame.goods = before.goods
    elif meaning.weak and not frame.goods and before is None and not phrase.pointers & {Anaphor.WARES}:
        frame.goods = _goods_spoken_of(context)
    frame.route = phrase.route or state.route
    frame.world = phrase.world
    if not phrase.figures and phrase.route is not None:
        state.route = phrase.route
    pair = phrase.of(Slot.PAIR)
    frame.paired = bool(pair) and context.pair() is not None and set(pair) != set(context.pair() or ())
    frame.start = phrase.chunk.items[0].start
    frame.growth = any(movement.use is Use.NOUN and at == index + 1 for at, movement in phrase.movements)
    frame.heads = tuple(each for _, each in phrase.heads if not each.weak)
    if not frame.share:
        frame.parties, frame.varies = _party_list(phrase, meaning)
    if before is not None and before.other is None and phrase.chunk.opener in {Mark.AND, Mark.COMMA} and phrase.status is None:
        frame.status = before.status
    state.frame = frame
    state.intro, state.intro_goods = [], []
    state.last = state.last if before is not None else None


def _gone_there(state: State, phrase: Phrase, borrowed: list[Placed]) -> list[Placed]:
    """Return the parties named before, the last of them as the goal: "China remained the main market: exports there rose"."""
    context = state.context
    before = context.subject if context.subject != context.owner else None
    if Anaphor.THIS in phrase.pointers:  # "it delivered 5 Mt there": it is the subject, there the other one
        before = next((code for code in context.pair() or () if code != context.subject), None)
    named = next((placed.codes[0] for placed in reversed(state.intro) if len(placed.codes) == 1), before)
    if named is None or any(named in placed.codes for placed in phrase.parties):
        return borrowed
    return [*(placed for placed in borrowed if named not in placed.codes), Placed(-1, (named,), Slot.TO)]


def _is_cargo(mention: Mention) -> bool:
    pointer = mention.get(m.Pointer)
    return pointer is not None and pointer.to is Anaphor.WARES and not mention.mask & m.Head.bit


def look_alike(state: State, phrase: Phrase) -> None:
    """A look-alike takes the stage: its figures are no flow's."""
    at, other = phrase.others[0]
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
    if topic is None or context.distance > _NEAR:
        return None
    ends = Ends(exporter=topic.owner, importer=None if phrase.world else topic.partner, carried=("flow",))
    if topic.side is Side.IMPORTER:
        ends = ends.reversed()
    side = topic.side
    if Anaphor.REVERSE in phrase.pointers:
        ends, side = ends.reversed(), FACING.get(side, side)
    goods = (topic.goods,) if topic.goods else ()
    head = Head(topic.measure, side)
    rivals = context.ranks == "exporter" and topic.side is Side.EXPORTER and topic.partner is not None
    varies = holder(head) if topic.share else "exporter" if rivals else None
    return Frame(head, ends, goods, share=topic.share, start=phrase.chunk.items[0].start, varies=varies)


def _topic(state: State, phrase: Phrase) -> Topic | None:
    """Choose between the last flow and what the text is about: a new paragraph, or another period, goes back to the latter."""
    context = state.context
    flow, topic = context.flow, context.topic
    if flow is None or topic is None or state.records:
        return flow
    if context.leads and not phrase.pointers & (_BACK - {Anaphor.THIS}):
        return topic
    if phrase.pointers & _BACK:
        return flow
    if flow.measure is Measure.BALANCE and phrase.goods:
        return topic  # goods have no balance of their own where the text does not say so
    part = topic.measure is Measure.TURNOVER and flow.measure is not Measure.TURNOVER and flow.pair() == topic.pair()
    return topic if part and phrase.periods and not phrase.goods else flow


def vary(state: State, phrase: Phrase) -> None:
    """A chunk without a head: a member of a list (another party, another good) makes a flow of its own."""
    frame = state.frame
    if frame is None or frame.other is not None or frame.ends is None:
        return
    if phrase.figures and (phrase.figures[0] == 0 or (phrase.figures[0] == 1 and phrase.chunk.items[0].mask & m.Relation.bit)):
        phrase.parties = phrase.parties or state.intro
        phrase.goods = phrase.goods or state.intro_goods
        state.intro, state.intro_goods = [], []
    if phrase.chunk.opener is Mark.OPEN and phrase.figures and phrase.figures[0] == 0 and not phrase.parties and not phrase.goods:
        phrase.parties = [Placed(-1, (state.antecedent,), Slot.SUBJECT)] if state.antecedent is not None else []
        phrase.goods = [(-1, state.tail)] if state.tail is not None else []
    placed = [each for each in phrase.parties if each.slot is not Slot.RIVAL or (frame.share and _owns_figure(phrase, each))]
    if phrase.chunk.opener is Mark.RELATIVE and state.antecedent is not None and any(each.slot is Slot.TO for each in placed):
        placed.append(Placed(-1, (state.antecedent,), Slot.FROM))
        state.close()
        state.frame = frame = evolve(frame, share=False)
    goods = goods_of(state, phrase) if not frame.share else ()
    if _is_joint(phrase, placed) and (first := _varied_ends(frame, placed[:1])) is not None:
        state.close()
        varies = "exporter" if first.exporter == placed[0].codes[0] else "importer"
        codes = tuple(code for each in placed for code in each.codes)
        state.frame = evolve(frame, ends=first, parties=codes, varies=varies, start=phrase.chunk.items[0].start, goods=goods or frame.goods)
        return
    if len(placed) > 1 and len({each.slot for each in placed} - _STARTS) == 0 and not _is_joint(phrase, placed):
        placed = placed[:1]  # "those from Malaysia, often of Iranian origin": who is named first
    ends = _varied_ends(frame, placed)
    turned = ends is None and Anaphor.REVERSE in phrase.pointers and state.draft is not None
    if turned:
        ends = frame.ends.reversed() if frame.ends is not None else None
    fresh_goods = bool(goods) and goods != frame.goods
    rerouted = phrase.route is not None and phrase.route != frame.route and bool(phrase.figures)
    if ends is None and not frame.share and _foreign(frame.ends, placed):
        state.close()
        state.frame = evolve(frame, ends=None, start=phrase.chunk.items[0].start)
        return
    if ends is None and not fresh_goods and not rerouted:
        return
    state.close()
    state.frame = frame = frame.copy()
    frame.start = phrase.chunk.items[0].start
    if turned:
        frame.head = evolve(frame.head, side=FACING.get(frame.head.side, frame.head.side))
    if ends is not None:
        frame.ends, frame.parties = ends, ()
    if fresh_goods:
        frame.goods = goods
    if rerouted:
        frame.route = phrase.route


def _owns_figure(phrase: Phrase, placed: Placed) -> bool:
    """Whether a party that is compared with has a figure of its own: "less than Germany's 9.6 per cent"."""
    between = [at for at in phrase.figures if at > placed.index]
    items = phrase.chunk.items
    return bool(between) and all(item.mask & m.Relation.bit for item in items[placed.index + 1 : between[0]])


def _foreign(ends: Ends | None, placed: list[Placed]) -> bool:
    """Whether a chunk names only others than the two of the flow, and several, so that whose its figures are is open."""
    named = {code for each in placed for code in each.codes}
    return ends is not None and len(named) > 1 and not named & {ends.exporter, ends.importer}


def _is_joint(phrase: Phrase, placed: list[Placed]) -> bool:
    """Whether parties of one role are joined before the figures: "Italy and the Netherlands followed with $5bn each"."""
    if len(placed) < 2 or len({each.slot for each in placed}) > 1 or not phrase.figures or placed[-1].index > phrase.figures[0]:
        return False
    items = phrase.chunk.items
    return all(right.index == left.index + 2 and items[left.index + 1].mask & m.Punctuation.bit for left, right in pairwise(placed))


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
    if (
        slot is Slot.OWNER
        and not frame.share
        and frame.head.side is not Side.BOTH
        and frame.head.measure is Measure.EXPORTS
        and None not in {ends.exporter, ends.importer}
    ):
        owner = ends.exporter if frame.head.side is Side.EXPORTER else ends.importer
        if code in {ends.exporter, ends.importer} and code != owner:
            return ends.reversed()  # "Russian exports rose by 5%, the Chinese by 8%"
    if code in {ends.exporter, ends.importer}:
        return None
    if slot in {Slot.FROM, Slot.ORIGIN}:
        return evolve(ends, exporter=code)
    if slot is Slot.TO:
        return evolve(ends, importer=code)
    if frame.share and frame.varies is not None:
        if slot is Slot.RIVAL:
            ends = evolve(ends, carried=("flow",))  # a comparison does not take the stage
        return evolve(ends, exporter=code) if frame.varies == "exporter" else evolve(ends, importer=code)
    if slot is Slot.SUBJECT and frame.head.use is Use.VERB and frame.head.side is not Side.BOTH and frame.varies is None:
        return evolve(ends, exporter=code) if frame.head.side is Side.EXPORTER else evolve(ends, importer=code)
    if slot is Slot.OWNER and frame.head.side is Side.EXPORTER and ends.importer is not None:
        return evolve(ends, exporter=code)
    if frame.varies == "exporter" or (frame.varies is None and frame.head.side is Side.IMPORTER):
        return evolve(ends, exporter=code)
    return evolve(ends, importer=code)


def goods_of(state: State, phrase: Phrase) -> tuple[str, ...]:
    """Return the goods of a chunk: those it names, or those it points back at."""
    measured = _measured_goods(phrase)
    if measured:
        return measured
    if phrase.goods:
        return tuple(dict.fromkeys(each for _, each in phrase.goods))
    back = state.context.noted or state.context.goods
    return (back,) if back is not None and _points_at_goods(phrase) else ()


def _measured_goods(phrase: Phrase) -> tuple[str, ...]:
    """Return the goods of which a figure says how much: "11 million tons of crude oil", "of aluminium and copper"."""
    items = phrase.chunk.items
    for at, each in phrase.goods:
        before = [item for item in items[max(at - 3, 0) : at] if not item.mask & m.Party.bit]
        relation = before[-1].get(m.Relation) if len(before) >= 2 and before[-2].mask & m.Figure.bit else None
        if relation is not None and relation.role is m.Role.OF:
            return (each, *_listed_goods(phrase, at))
    return ()


def _listed_goods(phrase: Phrase, index: int) -> list[str]:
    """Return the goods joined to the one at `index`."""
    items, found = phrase.chunk.items, dict(phrase.goods)
    listed: list[str] = []
    while index + 2 < len(items) and items[index + 1].mask & m.Punctuation.bit and index + 2 in found:
        index += 2
        listed.append(found[index])
    return listed


def _goods_spoken_of(context: Context) -> tuple[str, ...]:
    """Return the goods of deliveries that name none: those of the flow just told, or of the sentence before."""
    flow = context.flow
    if flow is not None and flow.goods is not None:
        return (flow.goods,)
    return (context.noted,) if context.noted is not None and context.distance > 1 else ()


def _points_at_goods(phrase: Phrase) -> bool:
    """Whether a pointer stands for goods: "these products", or "imports of it"."""
    if Anaphor.GOODS in phrase.pointers:
        return True
    if not phrase.chunk.mask & m.Pointer.bit:
        return False
    for index, item in enumerate(phrase.chunk.items):
        pointer = item.get(m.Pointer)
        relation = phrase.chunk.items[index - 1].get(m.Relation) if index else None
        if pointer is None or pointer.to not in {Anaphor.THIS, Anaphor.OF_WHICH}:
            continue
        if pointer.to is Anaphor.OF_WHICH:
            if index and phrase.chunk.items[index - 1].mask & (m.Head.bit | m.Figure.bit):
                return True
            continue
        verb = phrase.chunk.items[index - 1].get(m.Head) if index else None
        if (relation is not None and relation.role is m.Role.OF) or (verb is not None and verb.use is Use.VERB):
            return True
    return False


def _party_list(phrase: Phrase, head: Head) -> tuple[tuple[str, ...], str | None]:
    for slot in (Slot.FROM, Slot.TO, Slot.WITH, Slot.OWNER, Slot.SUBJECT, Slot.ORIGIN):
        codes = phrase.of(slot)
        if len(codes) > 1:
            owning = slot in {Slot.OWNER, Slot.SUBJECT}
            exporting = slot is Slot.FROM or slot is Slot.ORIGIN or (owning and head.side is Side.EXPORTER)
            return tuple(codes), "exporter" if exporting and head.side is not Side.BOTH else "importer"
    return (), None

"""Whose flow: which flow a chunk speaks of, by its own head, by the one before it, or by the text's."""

from itertools import pairwise

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Head, Mark, Role, Side, Use
from sinorus.parsers.context import Context
from sinorus.parsers.flow.claim import Frame
from sinorus.parsers.flow.ends import ends_of
from sinorus.parsers.flow.figure_owner import of_share
from sinorus.parsers.flow.goods import goods_of, goods_spoken_of
from sinorus.parsers.flow.members import widen
from sinorus.parsers.flow.memory import spoken
from sinorus.parsers.flow.moved import both_ways, moving
from sinorus.parsers.flow.partner import SUBJECTS
from sinorus.parsers.flow.share import share_frame, unheld
from sinorus.parsers.flow.state import State
from sinorus.parsers.flow.timing import anchored
from sinorus.parsers.flow.two_ends import Ends
from sinorus.parsers.phrase import Phrase, Placed
from sinorus.parsers.placing import Slot
from sinorus.records import Measure
from sinorus.scan.mention import Mention
from sinorus.values.evolve import evolve
from sinorus.world import commodity


def open_frame(state: State, phrase: Phrase, head: tuple[int, Head]) -> None:
    """Begin a new flow."""
    before = state.frame
    widen(state, phrase)
    state.close()
    index, meaning = head
    phrase.world = phrase.world or state.world
    phrase.route = phrase.route or state.route
    if not phrase.goods and state.intro_goods:
        phrase.goods = list(state.intro_goods)
    _borrow(state, phrase, meaning)
    if before is not None:
        _produced(state, phrase, before)
    context = _spoken(state, before)
    subjects = [placed.codes[0] for placed in state.intro if placed.slot is Slot.SUBJECT] or _agent_of(before)
    frame = (
        share_frame(phrase, meaning, context, subjects[-1] if subjects else None) if phrase.share or of_share(phrase) is not None else None
    )
    if frame is None:
        ends = ends_of(meaning, phrase, context)
        frame = Frame(both_ways(moving(meaning, ends, phrase), phrase, ends), ends, goods_of(state, phrase))
    if meaning.weak and before is not None and before.other is None and not before.head.weak and _same_ends(frame, before):
        frame.head = evolve(frame.head, weak=False)  # "exports recovered: 31 Mt were shipped"
    _share_of_tail(state, phrase, frame)
    frame.share = frame.share or _shares_on(phrase, meaning, frame, context)
    frame.cargo = not phrase.goods and _of_all_kinds(phrase, before, meaning)
    frame.goods = frame.goods or _gone_on(phrase, meaning, frame, before, context)
    if frame.share and not frame.goods and before is None and not state.intro and unheld(phrase, meaning):
        frame.ends = None
    frame.whole = not phrase.figures and bool(phrase.goods) and is_part_of(phrase)
    if frame.whole and not phrase.of(Slot.FROM) and not phrase.of(Slot.TO):
        _open_end(frame)
    frame.route = phrase.route
    frame.world = phrase.world or _worldwide(frame, before, phrase, context)
    frame.cargo = frame.cargo or (Anaphor.REVERSE in phrase.pointers and not frame.goods)
    if not phrase.figures and phrase.route is not None:
        state.route = phrase.route
    pair = phrase.of(Slot.PAIR)
    frame.paired = bool(pair) and context.pair() is not None and set(pair) not in ({*SUBJECTS}, set(context.pair() or ()))
    frame.start, frame.goal = phrase.chunk.items[0].start, _sent_to(phrase)
    frame.growth = any(movement.use is Use.NOUN and at == index + 1 for at, movement in phrase.movements)
    frame.heads = tuple(each for _, each in phrase.heads if not each.weak)
    if not frame.share:
        frame.parties, frame.varies = _party_list(phrase, meaning)
        if Anaphor.THERE in phrase.pointers and frame.varies is None:
            frame.varies = "importer"  # "Mexico, where 410,000 cars went; Russia, 357,000"
        frame.dealt = _named_as(phrase, index, frame.ends) or _dealt_before(before, frame.ends)
        frame.varies = frame.varies or frame.dealt
    if before is not None and before.other is None and phrase.chunk.opener in {Mark.AND, Mark.COMMA} and phrase.status is None:
        frame.status = before.status
    state.frame = frame
    state.intro, state.intro_goods = [], []
    state.last = state.last if before is not None else None


def _agent_of(before: Frame | None) -> list[str]:
    """Return who was just told to supply or to buy: "Peru was its second supplier, accounting for 9% of the imports"."""
    if before is None or not before.head.agent or before.ends is None:
        return []
    agent = before.ends.exporter if before.head.side is Side.IMPORTER else before.ends.importer
    return [agent] if agent is not None else []


def _open_end(frame: Frame) -> None:
    """Leave open who has the parts of a whole, whoever was spoken of before: "of the copper that Peru imported, 9% was …"."""
    ends = frame.ends
    if ends is not None and ends.carried and frame.head.side is Side.IMPORTER:
        frame.ends = evolve(ends, exporter=None)
    elif ends is not None and ends.carried and frame.head.side is Side.EXPORTER:
        frame.ends = evolve(ends, importer=None)


def _produced(state: State, phrase: Phrase, before: Frame) -> None:
    """What is exported of a harvest goes to all: "Russia's soybean crop was 5.5 Mt, exports were 1.5 Mt"."""
    bare = not (phrase.parties or phrase.pointers or phrase.route or phrase.world)
    if before.other == "production" and len(before.parties) == 1 and bare and all(not head.weak for _, head in phrase.heads):
        phrase.parties = [Placed(-1, before.parties, Slot.SUBJECT)]
        phrase.goods = phrase.goods or [(-1, each) for each in before.goods]
        state.period = state.period or before.period
        phrase.world = True


def _same_ends(frame: Frame, before: Frame) -> bool:
    """Whether a flow goes the same way as the one before it."""
    one, other = frame.ends, before.ends
    return one is not None and other is not None and (one.exporter, one.importer) == (other.exporter, other.importer)


def _sent_to(phrase: Phrase) -> str | None:
    """Return the country to which a verb says that goods go."""
    sent = any(head.use is Use.VERB and head.side is Side.EXPORTER for _, head in phrase.heads)
    goals = [party for left, right in pairwise(phrase.chunk.items) if (party := right.get(m.Party)) is not None and _is_to(left)]
    return goals[0].codes[0] if sent and len(goals) == 1 and len(goals[0].codes) == 1 else None


def _is_to(mention: Mention) -> bool:
    relation = mention.get(m.Relation)
    return relation is not None and relation.role is Role.TO


def _share_of_tail(state: State, phrase: Phrase, frame: Frame) -> None:
    """A share in brackets is that of the goods before them: "cars (38% of the imports)"."""
    if frame.share and phrase.chunk.opener is Mark.OPEN and not frame.goods and not phrase.parties and state.tail is not None:
        frame.goods = (state.tail,)


def _shares_on(phrase: Phrase, head: Head, frame: Frame, context: Context) -> bool:
    """Whether percentages are parts of the whole of which parts were told before: "another 12 percent went to India"."""
    flow, figures = context.flow, [phrase.chunk.items[at].get(m.Figure) for at in phrase.figures]
    if flow is None or not flow.share or frame.ends is None or phrase.movements or phrase.goods:
        return False
    percents = bool(figures) and all(each is not None and each.quantity.unit == "%" for each in figures)
    same = {flow.owner, flow.partner} & {frame.ends.exporter, frame.ends.importer} - {None}
    return percents and bool(same) and head.weak and head.use is Use.VERB


def _borrow(state: State, phrase: Phrase, head: Head) -> None:
    """Give a chunk the parties named before it in roles that none of its own has, and that it tells of all."""
    phrase.pointers |= state.pointers & {Anaphor.OVERALL}
    have = {placed.slot for placed in phrase.parties}
    named = {code for placed in phrase.parties for code in placed.codes}
    borrowed = [placed for placed in state.intro if placed.slot not in have and not placed.loose and not named & set(placed.codes)]
    if have & {Slot.OWNER, Slot.PAIR, Slot.SUBJECT} and not (head.agent and have == {Slot.OWNER}):
        borrowed = [placed for placed in borrowed if placed.slot not in {Slot.OWNER, Slot.SUBJECT, Slot.PAIR, Slot.ORIGIN}]
    if Anaphor.THERE in phrase.pointers and not phrase.of(Slot.TO):
        borrowed = _gone_there(state, phrase, borrowed)
    behind = _antecedent(state, phrase)
    taken = {placed.slot for placed in behind}
    borrowed = [*(placed for placed in borrowed if not behind or (placed.codes != behind[0].codes and placed.slot not in taken)), *behind]
    if borrowed:
        phrase.parties = [*borrowed, *phrase.parties]


def _gone_on(phrase: Phrase, head: Head, frame: Frame, before: Frame | None, context: Context) -> tuple[str, ...]:
    """Return the goods of a flow that names none: those of the flow before it in the sentence, or spoken of in the text."""
    if head.weak and not phrase.pointers & {Anaphor.WARES, Anaphor.REVERSE} and not _trades(phrase, head):
        return goods_spoken_of(context, world=phrase.world) if before is None else before.goods if before.other is None else ()
    if before is None:
        return (
            goods_spoken_of(context, world=phrase.world)
            if _same_goods(phrase, head, frame, context)
            else _goods_of_text(phrase, head, context)
        )
    if _is_way_of(head, frame, before):
        return before.goods
    if frame.share and before.share and before.other is None and phrase.chunk.opener is not Mark.SEMICOLON:
        return before.goods  # "over 90% of China's arms imports, of Russia's exports 39%"
    if phrase.chunk.opener is Mark.COLON and before.other is None and not phrase.goods:
        return before.goods  # "Peru took more tin than ever: 19% of its imports …"
    if Anaphor.OF_WHICH in phrase.pointers and before.head.side is Side.BOTH and before.other is None:
        return before.goods  # "trade in grain was $5bn, of which China's imports $4bn"
    same = _same_flow(phrase, head, frame, before) or _of_agent(phrase, head, frame, before) or _other_way(phrase, head, before, context)
    return before.goods if same else ()


def _same_goods(phrase: Phrase, head: Head, frame: Frame, context: Context) -> bool:
    """Whether a flow told right after one of goods is of these, in a text that is about them: "coal imports fell; those from Peru rose"."""
    topic, flow = context.topic, context.flow
    if topic is None or flow is None or topic.goods is None or flow.goods is None or context.distance > 1 or head.side is Side.BOTH:
        return False
    if phrase.route is not None or phrase.world or phrase.pointers & {Anaphor.WARES, Anaphor.REVERSE, Anaphor.TOTAL} or context.leads:
        return False
    if frame.ends is None or not _line(topic.goods) & _line(flow.goods):
        return False
    exporter, importer = (flow.partner, flow.owner) if flow.side is Side.IMPORTER else (flow.owner, flow.partner)
    seller, buyer = frame.ends.exporter, frame.ends.importer
    return (seller is not None and seller == exporter) or (buyer is not None and buyer == importer)


def _line(goods: str) -> set[str]:
    return {goods, *commodity(goods).ancestors()}


def _is_way_of(head: Head, frame: Frame, before: Frame) -> bool:
    """Whether a flow is one way of the trade in some goods just told: "trade in tin was up 27%, with imports from Peru up 48%"."""
    one, other = frame.ends, before.ends
    if before.head.measure is not Measure.TURNOVER or head.measure is not Measure.EXPORTS or one is None or other is None:
        return False
    return None not in {one.exporter, one.importer} and {one.exporter, one.importer} == {other.exporter, other.importer}


def _of_agent(phrase: Phrase, head: Head, frame: Frame, before: Frame) -> bool:
    """Whether a head tells of those just told to supply or to buy: "Peru was its first tin supplier, with imports rising 18%"."""
    one, other = frame.ends, before.ends
    if not before.head.agent or one is None or other is None or head.measure is not Measure.EXPORTS or phrase.world:
        return False
    return {one.exporter, one.importer} <= {other.exporter, other.importer}


def _goods_of_text(phrase: Phrase, head: Head, context: Context) -> tuple[str, ...]:
    """Return the goods of which the whole text tells, where a bare head goes on with them: "imports in the four months were up 2%"."""
    topic, flow = context.topic, context.flow
    bare = head.use is Use.NOUN and len(phrase.heads) == 1 and not (phrase.parties or phrase.pointers or phrase.world)
    if not bare or topic is None or flow is None or topic.goods is None or flow.goods != topic.goods:
        return ()
    return (topic.goods,) if (head.side, head.measure) == (flow.side, flow.measure) else ()


def _trades(phrase: Phrase, head: Head) -> bool:
    """Whether what is told is the trade of two named here, in all goods."""
    two = bool(phrase.of(Slot.PAIR)) or bool(phrase.pointers & {Anaphor.PAIR, Anaphor.PARTNER})
    return bool(phrase.of(Slot.WITH)) or (head.side is Side.BOTH and two)


_ANTECEDENT = {Role.WITH: Slot.WITH, Role.TO: Slot.TO, Role.FROM: Slot.FROM, Role.BY: Slot.BY}


def _antecedent(state: State, phrase: Phrase) -> list[Placed]:
    """Return the party named last in its role: "Peru, with which trade tripled", "Peru, from which China bought 3 Mt"."""
    if state.antecedent is None:
        return []
    for left, right in pairwise(phrase.chunk.items[:3]):
        relation, mark = left.get(m.Relation), right.get(m.Punctuation)
        if relation is not None and mark is not None and mark.mark is Mark.RELATIVE:
            slot = _ANTECEDENT.get(relation.role)
            return [Placed(-1, (state.antecedent,), slot)] if slot is not None and not phrase.of(slot) else []
    verb, owned = next((each for _, each in phrase.heads), None), phrase.of(Slot.SUBJECT) or phrase.of(Slot.OWNER)
    belongs = phrase.chunk.opener is Mark.RELATIVE or (verb is not None and verb.participle and phrase.chunk.opener is Mark.COMMA)
    elsewhere = not belongs or Anaphor.THERE in phrase.pointers
    if elsewhere or verb is None or verb.use is not Use.VERB or owned:
        return []
    acts = verb.side is not Side.BOTH or (phrase.of(Slot.TO) and state.antecedent not in phrase.of(Slot.TO))
    return [Placed(-1, (state.antecedent,), Slot.SUBJECT)] if acts else []  # "Peru, which sold 3 Mt"


def _worldwide(frame: Frame, before: Frame | None, phrase: Phrase, context: Context) -> bool:
    """Whether a flow without a partner goes on with one that has been told as a country's with all others."""
    if frame.ends is None or "parties" not in frame.ends.carried:
        return False
    told = before.world if before is not None else context.worldwide
    return told or _sort_of_exports(frame, context) or _worth(frame, phrase, context)


def _worth(frame: Frame, phrase: Phrase, context: Context) -> bool:
    """Whether the worth is told of exports to all whose volume was told right before: "the cost of supplies fell by 12% to $3bn"."""
    flow, first = context.flow, phrase.figures[-1] if phrase.figures else -1
    figure = phrase.chunk.items[first].get(m.Figure) if first >= 0 else None
    if flow is None or figure is None or not figure.quantity.is_money or phrase.goods or Anaphor.THERE in phrase.pointers:
        return False
    if context.distance > 1 or not frame.head.weak:
        return False
    return flow.partner is None and flow.side is Side.EXPORTER and flow.measure is Measure.EXPORTS and not flow.noted


def _sort_of_exports(frame: Frame, context: Context) -> bool:
    """Whether the goods are a sort of those of which all exports were told: "Peru's food exports were $9bn; sales of fish fell"."""
    flow = context.flow
    if flow is None or flow.partner is not None or flow.noted or flow.side is not Side.EXPORTER or flow.goods is None:
        return False
    return bool(frame.goods) and all(flow.goods in commodity(each).ancestors() for each in frame.goods)


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


def _other_way(phrase: Phrase, head: Head, before: Frame, context: Context) -> bool:
    """Whether a flow goes against the one before it, of the goods spoken of: "exports of coal to Peru were 5 Mt, imports 3 Mt"."""
    topic = context.topic
    if before.other is not None or len(before.goods) != 1 or topic is None or topic.goods != before.goods[0]:
        return False
    if phrase.chunk.opener not in {Mark.COMMA, Mark.SEMICOLON} or phrase.goods or Anaphor.WARES in phrase.pointers or phrase.world:
        return False
    return head.measure is before.head.measure is Measure.EXPORTS and {head.side, before.head.side} == {Side.EXPORTER, Side.IMPORTER}


def _of_all_kinds(phrase: Phrase, before: Frame | None, head: Head) -> bool:
    """Whether goods of all kinds are spoken of, here or in the flow whose direction this is."""
    told = before is not None and before.cargo and not head.weak
    return told or (bool(phrase.chunk.mask & m.Pointer.bit) and any(_is_cargo(item) for item in phrase.chunk.items))


def _is_cargo(mention: Mention) -> bool:
    pointer, head = mention.get(m.Pointer), mention.get(m.Head)
    return pointer is not None and pointer.to is Anaphor.WARES and (head is None or not head.weak)


def look_alike(state: State, phrase: Phrase) -> None:
    """A look-alike takes the stage: its figures are no flow's."""
    at, other = phrase.others[0]
    if not phrase.figures and other.kind == "price" and Anaphor.THIS in phrase.pointers and phrase.level is not None:
        return  # "it came cheaper, though: $4bn"
    if not phrase.figures and (other.kind == "length" or (other.kind == "freight" and phrase.route is not None)):
        return  # "Peru, long the first", "Ilo, the busiest of the crossings"
    if state.frame is not None and state.frame.other is None and phrase.figures and phrase.figures[0] < at:
        return
    if phrase.figures or state.frame is None:
        state.close()
        owners = tuple(phrase.of(Slot.OWNER) or phrase.of(Slot.SUBJECT) or phrase.of(Slot.ORIGIN))
        goods = tuple(dict.fromkeys(each for _, each in phrase.goods))
        period = anchored(state, phrase.periods[-1][1]) if phrase.periods else None
        state.frame = Frame(Head(Measure.EXPORTS, Side.EXPORTER), None, goods, period, other=other.kind, parties=owners)


def _spoken(state: State, before: Frame | None) -> Context:
    """Return the context with the flow named earlier in this very sentence."""
    if before is None or before.ends is None or before.other is not None:
        return state.context
    return spoken(state.context, before.head, before.ends, before.goods)


def _named_as(phrase: Phrase, head: int, ends: Ends | None) -> str | None:
    """Return the end at which those stand who are named behind a noun: "the main buyers were Peru (41%) and Chile (17%)"."""
    named = [placed for placed in phrase.parties if placed.slot is Slot.SUBJECT and placed.index > head]
    if ends is None or not named or not any(item.mask & m.Level.bit for item in phrase.chunk.items[head : named[0].index]):
        return None
    return "importer" if ends.importer in named[0].codes else "exporter" if ends.exporter in named[0].codes else None


def _dealt_before(before: Frame | None, ends: Ends | None) -> str | None:
    """Return the end at which a list began, where a verb only goes on with its first member: "the main buyer was Peru, which took 3 Mt"."""
    if before is None or before.ends is None or ends is None or before.other is not None:
        return None
    same = (before.ends.exporter, before.ends.importer) == (ends.exporter, ends.importer)
    return before.dealt if same else None


def _party_list(phrase: Phrase, head: Head) -> tuple[tuple[str, ...], str | None]:
    if sum(len(placed.codes) for placed in phrase.parties) < 2:
        return (), None
    for slot in (Slot.FROM, Slot.TO, Slot.WITH, Slot.OWNER, Slot.SUBJECT, Slot.ORIGIN):
        codes = phrase.of(slot)
        if len(codes) > 1 and not (head.side is Side.BOTH and len(codes) == 2 and slot is Slot.SUBJECT):
            owning = slot in {Slot.OWNER, Slot.SUBJECT}
            exporting = slot is Slot.FROM or slot is Slot.ORIGIN or (owning and head.side is Side.EXPORTER)
            return tuple(codes), "exporter" if exporting and head.side is not Side.BOTH else "importer"
    return (), None

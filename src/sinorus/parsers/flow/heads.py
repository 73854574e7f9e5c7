"""Which word of a chunk names its flow."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Head, Role, Side, Use
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.flow.claim import COUNTED
from sinorus.parsers.flow.figure_owner import of_share
from sinorus.parsers.flow.moved import along
from sinorus.parsers.flow.partner import SUBJECTS, crossed
from sinorus.parsers.flow.resumed import BACK, BULK, names_exchange
from sinorus.parsers.flow.state import State
from sinorus.parsers.flow.turnover import with_it
from sinorus.parsers.marks import is_cue, role_of
from sinorus.parsers.phrase import Phrase
from sinorus.parsers.placing import Slot
from sinorus.records import Measure
from sinorus.scan.mention import Mention
from sinorus.values.unit import Dimension


def head_of(state: State, phrase: Phrase) -> tuple[int, Head] | None:
    """Choose the head that names the flow of a chunk: a strong noun before a verb before a weak word."""
    bodies = state.scanned.of(m.Body)
    if bodies and names_exchange(phrase.chunk.of(m.Body)):
        phrase.heads = [pair for pair in phrase.heads if pair[1].side is not Side.BOTH]  # what is traded there are papers and currencies
    elif bodies and not phrase.goods and not phrase.parties and names_exchange(bodies):
        phrase.heads = [pair for pair in phrase.heads if not pair[1].weak]
    if state.frame is None and state.context.flow is not None and (share := of_share(phrase)) is not None and _told_before(phrase, share):
        phrase.cut(share)
    if (times := _times_another(phrase)) is not None:
        phrase.cut(times)
        phrase.figures = [at for at in phrase.figures if at < times]
    if state.frame is not None and state.frame.other is not None and Anaphor.OF_WHICH in phrase.pointers and not phrase.goods:
        return None  # "9 million tourists came, and half of them arrived from Peru"
    if _sold_at_home(state, phrase):
        phrase.heads, phrase.others = [], [(0, m.OtherMeasure("sales"))]
    if phrase.route is not None and _is_part_of_way(state, phrase):
        phrase.heads = [pair for pair in phrase.heads if pair[1].side is not Side.BOTH or pair[1].use is not Use.VERB]
    if not phrase.heads:
        return _unnamed(state, phrase)
    phrase.heads = [
        pair for pair in phrase.heads if not (_acts(pair, phrase) or _yields(pair, phrase, state) or _reaches(pair, phrase, state))
    ]
    phrase.heads = [pair for pair in phrase.heads if not (_is_sort(phrase.chunk.items[pair[0]]) and _goes_one_way(state, phrase))]
    phrase.heads = [pair for pair in phrase.heads if not _needs_two(pair[1]) or _of_two(state, phrase)]
    phrase.heads = [pair for pair in phrase.heads if not _is_of_member(pair, phrase, state)]
    if not phrase.heads:
        return _unnamed(state, phrase)
    if not phrase.of(Slot.OWNER):
        phrase.heads = [pair for pair in phrase.heads if not pair[1].agent or _served(state, phrase, pair)]
        if not phrase.heads:
            return _unnamed(state, phrase)
    if any(head.use is Use.VERB or _passes(head) for _, head in phrase.heads):
        phrase.heads = [pair for pair in phrase.heads if not pair[1].agent] or phrase.heads  # "Chinese buyers took 5 Mt"
    strong = [pair for pair in phrase.heads if not pair[1].weak]
    if strong:
        return _told(phrase, strong) or _directed(phrase, strong) or strong[0]
    backed = bool(phrase.world or phrase.goods or phrase.parties or phrase.route or phrase.pointers or state.intro or crossed(state.route))
    noted = state.context.flow is not None and state.context.flow.noted and phrase.heads[0][1].use is Use.NOUN
    return phrase.heads[0] if backed or noted or state.frame is not None or _is_way(state, phrase) else None


def _is_of_member(pair: tuple[int, Head], phrase: Phrase, state: State) -> bool:
    """Whether a noun only says once more what is listed of the next member: "Peru was third with trade of $5bn, Chile with 3"."""
    index, head = pair
    party = phrase.item(index - 2)
    if head.use is not Use.NOUN or index < 2 or role_of(phrase.item(index - 1)) not in _OF_MEMBER or party is None:
        return False
    if len(phrase.parties) != 1 or phrase.parties[0].slot is not Slot.SUBJECT or not party.mask & m.Party.bit or phrase.goods:
        return False
    flow, frame = state.context.flow, state.frame
    told = frame.head.measure if frame is not None and frame.other is None else flow.measure if flow is not None else None
    return told is head.measure and phrase.parties[0].codes[0] not in SUBJECTS and bool(phrase.figures)


_OF_MEMBER = frozenset({Role.WITH, Role.FROM})
"""What «с» and "with" may mean."""


def _sold_at_home(state: State, phrase: Phrase) -> bool:
    """Whether a chunk tells what was sold in a country, from nowhere and to nobody abroad: "240,000 lorries were sold in the country"."""
    start, end = phrase.chunk.items[0].start, phrase.chunk.items[-1].end
    sold = [head for _, head in phrase.heads if head.weak and not head.agent and head.side is Side.EXPORTER]
    if not sold or len(sold) != len(phrase.heads) or phrase.parties or phrase.world or phrase.route or phrase.pointers & _POINTING:
        return False
    return any(start - _BEFORE <= state.scanned.mentions[at].start < end for at in state.scanned.cued("flow", "at-home"))


_BEFORE = 16
"""So many characters before its first word a chunk may name the place: "In the country 240,000 were sold"."""
_POINTING = frozenset({Anaphor.THERE, Anaphor.PARTNER, Anaphor.PAIR, Anaphor.REVERSE, Anaphor.COUNTRY})


def _is_way(state: State, phrase: Phrase) -> bool:
    """Whether a weak noun names one way of the trade told right before: "they traded for $21bn; purchases made up 13 billion"."""
    flow, head = state.context.flow, phrase.heads[0][1]
    told = flow is not None and flow.measure is Measure.TURNOVER and flow.partner is not None and flow.goods is None
    figure = phrase.chunk.items[phrase.figures[0]].get(m.Figure) if phrase.figures else None
    sum_ = figure is not None and (figure.quantity.is_money or figure.power > 0)
    return told and sum_ and state.context.distance <= 1 and head.use is Use.NOUN and head.side is not Side.BOTH and not head.agent


def _is_sort(mention: Mention) -> bool:
    """Whether a word only tells by which rules goods are traded: 一般贸易."""
    return is_cue(mention, "flow", "sort")


def _goes_one_way(state: State, phrase: Phrase) -> bool:
    """Whether a sort of trade is one of the exports or imports spoken of."""
    if len(phrase.heads) > 1:
        return True
    if state.frame is not None and state.frame.other is None:
        return state.frame.head.measure is Measure.EXPORTS
    flow = state.context.flow
    return flow is not None and flow.measure is Measure.EXPORTS


def _needs_two(head: Head) -> bool:
    """Whether a word is trade only between two: business, an exchange."""
    return head.weak and head.side is Side.BOTH and head.use is Use.NOUN


def _of_two(state: State, phrase: Phrase) -> bool:
    if Anaphor.PAIR in phrase.pointers or phrase.of(Slot.WITH) or phrase.world or with_it(phrase):
        return True
    if crossed(phrase.route or state.route) is not None:
        return True
    return len({code for placed in (*state.intro, *phrase.parties) for code in placed.codes}) > 1


def _passes(head: Head) -> bool:
    """Whether a word tells of goods on their way, and so is no supplier or buyer."""
    return head.weak and not head.agent


_SERVED = {Side.IMPORTER: (Slot.TO, Slot.OF), Side.EXPORTER: (Slot.OF, Slot.ORIGIN), Side.BOTH: (Slot.TO, Slot.OF)}


def _served(state: State, phrase: Phrase, pair: tuple[int, Head]) -> bool:
    """Whether it is told whom a supplier serves, whose goods a buyer buys, or whose partner somebody is."""
    at, head = pair
    if any(phrase.of(slot) for slot in _SERVED[head.side]):
        return True
    if head.side is Side.EXPORTER and any(placed.index == at + 2 and role_of(phrase.item(at + 1)) is Role.FOR for placed in phrase.parties):
        return True  # "the top destination for Peruvian tin"
    pointer = phrase.chunk.items[at - 1].get(m.Pointer) if at else None
    told = (pointer is not None and pointer.to is Anaphor.THIS) or any(placed.slot is Slot.TO for placed in state.intro)
    return head.side is Side.BOTH and told  # "its main partner", "for Peru, Chile is the second partner"


def _told_before(phrase: Phrase, share: int) -> bool:
    """Whether a level of what the text speaks of is told before its share in a whole: "it was 9 Mt, 2% of what China imported"."""
    named = [placed.index for placed in phrase.parties] + [at for at, _ in phrase.goods] + [at for at, _ in phrase.heads]
    if _goes_to(phrase, share):
        return False
    first = phrase.figures[0] < share or not phrase.share
    return first and bool(phrase.pointers & BACK) and all(at > share for at in named)


def _goes_to(phrase: Phrase, share: int) -> bool:
    """Whether a verb tells where so much of what was told went, or who took it: "97% of this volume went to Peru"."""
    behind = [item for item in phrase.chunk.items[share + 1 : share + 4] if role_of(item) is not Role.OF and not item.mask & m.Figure.bit]
    pointer, head = (behind[0].get(m.Pointer), behind[1].get(m.Head)) if len(behind) > 1 else (None, None)
    moved = head is not None and head.use is Use.VERB and head.measure is Measure.EXPORTS
    taken = head is not None and head.side is Side.IMPORTER and bool(phrase.of(Slot.SUBJECT))
    return pointer is not None and pointer.to in BACK and moved and (taken or bool(phrase.of(Slot.TO) or phrase.of(Slot.FROM)))


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


def _reaches(pair: tuple[int, Head], phrase: Phrase, state: State) -> bool:
    """Whether a verb of trade and of levels only tells the level of a flow named before a bracket: "imports (by rail) passed 1 Mt"."""
    at, head = pair
    level = phrase.chunk.items[at].mask & m.Level.bit and head.use is Use.VERB and head.side is Side.BOTH
    frame = state.frame
    return bool(level) and frame is not None and bool(frame.heads) and frame.other is None and state.draft is None


def _told(phrase: Phrase, strong: list[tuple[int, Head]]) -> tuple[int, Head] | None:
    """Return the balance of which a figure is told right behind it: "the trade of the two showed a surplus of $3bn"."""
    items = phrase.chunk.items
    for at, head in strong[1:]:
        behind = next((item for item in items[at + 1 :] if not item.mask & (m.Relation.bit | m.Level.bit)), None)
        if head.measure is Measure.BALANCE and behind is not None and behind.mask & m.Figure.bit:
            return at, head
    return None


def _directed(phrase: Phrase, strong: list[tuple[int, Head]]) -> tuple[int, Head] | None:
    """Return the way that goods go in some kind of trade: 互市贸易自俄进口 is an import from Russia."""
    if len(strong) != 2 or strong[0][1].side is not Side.BOTH or strong[1][1].side is Side.BOTH:
        return None
    ends = [placed for placed in phrase.parties if placed.slot in {Slot.FROM, Slot.TO} and strong[0][0] < placed.index < strong[1][0]]
    return strong[1] if ends else None


def _times_another(phrase: Phrase) -> int | None:
    """Return where a level is set beside another flow, as so many times that: "it was $9bn, 1.3 times its trade with Peru"."""
    items = phrase.chunk.items
    for at in phrase.figures:
        figure, behind = items[at].get(m.Figure), items[at + 1 : at + 3]
        if figure is None or not figure.times or phrase.movements or any(where > at for where, _ in (*phrase.periods, *phrase.bases)):
            continue
        base = next((each for each in behind if each.mask & m.Head.bit), None)
        owned = base is not None and all(
            each is base or each.mask & (m.Pointer.bit | m.Party.bit) for each in behind[: behind.index(base) + 1]
        )
        if owned and any(where < at for where, _ in phrase.heads) and any(placed.index > at for placed in phrase.parties):
            return at
    return None


def _unnamed(state: State, phrase: Phrase) -> tuple[int, Head] | None:
    """A volume of goods that goes from or to a country moves, whatever the verb is: "5 Mt of coal went to China"."""
    if (piped := _piped(phrase)) is not None:
        return piped, Head(Measure.EXPORTS, Side.EXPORTER, Use.VERB, weak=True)
    if phrase.share or not phrase.figures:
        return None
    towards = phrase.of(Slot.TO) or phrase.of(Slot.FROM) or Anaphor.PARTNER in phrase.pointers
    pair = len(phrase.of(Slot.PAIR)) == 2 or Anaphor.PAIR in phrase.pointers
    between = (pair or crossed(phrase.route) is not None) and not phrase.goods
    if not towards and (not between or _is_part_of_way(state, phrase)):
        return None
    figures = [
        at
        for at in phrase.figures
        if _of_goods(phrase, at)
        or _of_goods_ahead(state, phrase, at)
        or (_passed(phrase, at) and _tells_anew(state))
        or (between and _is_freight(phrase, at))
    ]
    if not figures:
        return None
    if between and not towards and all(other.kind == "freight" for _, other in phrase.others):
        phrase.others = []
        phrase.level = None if _passed(phrase, figures[0]) else phrase.level  # "passed" is no "more than" there
        return figures[0], Head(Measure.TURNOVER, Side.BOTH)  # "container traffic between China and Russia: 81,000 TEU"
    if not towards or any(at > figures[0] or other.kind != "freight" for at, other in phrase.others):
        return None
    return figures[0], Head(Measure.EXPORTS, Side.EXPORTER, Use.VERB, weak=True)


def _is_part_of_way(state: State, phrase: Phrase) -> bool:
    """Whether a chunk tells where a part of a flow passed that goes one way: "9 Mt were sold, of which 3 Mt went through Ilo"."""
    frame = state.frame
    one_way = frame is not None and frame.other is None and frame.head.side is not Side.BOTH
    return one_way and Anaphor.OF_WHICH in phrase.pointers and not phrase.of(Slot.PAIR)


def _is_freight(phrase: Phrase, index: int) -> bool:
    """Whether a weight is that of the freight carried between two: "rail freight between China and Russia was 123 Mt"."""
    figure = phrase.chunk.items[index].get(m.Figure)
    told = any(other.kind == "freight" and at < index for at, other in phrase.others)
    return told and figure is not None and figure.quantity.dimension in BULK


def _piped(phrase: Phrase) -> int | None:
    """Return the level of goods that flowed through a line from Russia to China: "gas through Power of Siberia reached 22.7 bcm"."""
    if not phrase.chunk.mask & m.Route.bit:
        return None
    items = phrase.chunk.items
    route = next((at for at, item in enumerate(items) if item.mask & m.Route.bit), 0)
    if not route or along(phrase.route) is None or role_of(items[route - 1]) is not Role.VIA or phrase.others or phrase.parties:
        return None
    behind = [at for at in phrase.figures if at > route and (phrase.level is not None or phrase.movements)]
    figure = items[behind[0]].get(m.Figure) if behind and phrase.goods and phrase.goods[0][0] < route else None
    return behind[0] if figure is not None and figure.quantity.dimension in BULK else None


def _passed(phrase: Phrase, index: int) -> bool:
    """Whether a weight, or boxes, are told of a crossing of the two, as what passed it: "the crossing handled 5 Mt"."""
    figure = phrase.chunk.items[index].get(m.Figure)
    told = any(item.mask & m.Route.bit for item in phrase.chunk.items[:index]) and crossed(phrase.route) is not None
    return told and phrase.status is None and figure is not None and figure.quantity.dimension in BULK | {Dimension.CONTAINERS}


def _tells_anew(state: State) -> bool:
    """Whether no flow one way is spoken of, of which the next crossing would have a part."""
    flow = state.context.flow
    return state.frame is None and (flow is None or flow.side is Side.BOTH or state.context.distance > 1)


def _of_goods_ahead(state: State, phrase: Phrase, index: int) -> bool:
    """Whether a weight is one of goods of which nothing but their origin was named before: "fish from Peru: 9 kt to China"."""
    figure = phrase.chunk.items[index].get(m.Figure)
    origin = any(placed.slot in {Slot.FROM, Slot.ORIGIN} for placed in state.intro)
    named = state.frame is None and len(state.intro_goods) == 1 and origin and not phrase.goods and not phrase.movements
    return named and figure is not None and figure.quantity.dimension in BULK and bool(phrase.of(Slot.TO))


def _of_goods(phrase: Phrase, index: int) -> bool:
    """Whether a figure counts or weighs goods named behind it; containers need no goods."""
    figure = phrase.chunk.items[index].get(m.Figure)
    if figure is None:
        return False
    if Anaphor.WARES in phrase.pointers and figure.quantity.dimension in BULK:
        return True
    dimension = figure.quantity.dimension
    whole = bool(phrase.goods) and role_of(phrase.chunk.items[0]) is Role.OF  # "of Peruvian tin 3 Mt have been loaded for China"
    after = [each for at, each in phrase.goods if at > index or whole]
    if dimension is Dimension.COUNT:
        return bool(after) and after[0] in COUNTED
    return dimension is Dimension.CONTAINERS or (dimension in BULK and (bool(after) or _sent_goods(phrase, index)))


def _sent_goods(phrase: Phrase, index: int) -> bool:
    """Whether goods stand before their figure, right behind where they go or come from: 对华管道气一季度为77亿立方米."""
    ends = {placed.index for placed in phrase.parties if placed.slot in {Slot.TO, Slot.FROM}}
    at = max((each for each, _ in phrase.goods if each < index), default=-1)
    between = phrase.chunk.items[at + 1 : index]
    bare = bool(between) and all(item.mask & (m.Level.bit | PeriodExpr.bit | m.Figure.bit) for item in between)
    return bare and at - 1 in ends

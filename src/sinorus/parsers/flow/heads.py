"""Which word of a chunk names its flow."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Head, Mark, Role, Side, Use
from sinorus.parsers.flow.figure_owner import of_share
from sinorus.parsers.flow.heads_unnamed import is_part_of_way, unnamed
from sinorus.parsers.flow.partner import SUBJECTS, crossed
from sinorus.parsers.flow.resumed import BACK, is_of_waiting, names_exchange
from sinorus.parsers.flow.retail import sold_at_home, sold_by_make, sold_by_retail
from sinorus.parsers.flow.state import State
from sinorus.parsers.flow.turnover import with_it
from sinorus.parsers.marks import is_cue, role_of
from sinorus.parsers.phrase import Phrase
from sinorus.parsers.placing import Slot
from sinorus.records import Measure
from sinorus.scan.mention import Mention


def head_of(state: State, phrase: Phrase) -> tuple[int, Head] | None:
    """Choose the head that names the flow of a chunk: a strong noun before a verb before a weak word."""
    bodies = state.scanned.of(m.Body)
    if bodies and names_exchange(phrase.chunk.of(m.Body)):
        phrase.heads = [pair for pair in phrase.heads if pair[1].side is not Side.BOTH]  # what is traded there are papers and currencies
    elif bodies and not phrase.goods and not phrase.parties and names_exchange(bodies):
        phrase.heads = [pair for pair in phrase.heads if not pair[1].weak]
    if (share := of_share(phrase)) is not None and (_of_flow_before(state, phrase, share) or _apposed(state, phrase, share)):
        phrase.cut(share)
    if (times := _times_another(phrase)) is not None:
        phrase.cut(times)
        phrase.figures = [at for at in phrase.figures if at < times]
    if state.frame is not None and state.frame.other is not None and Anaphor.OF_WHICH in phrase.pointers and not phrase.goods:
        return None  # "9 million tourists came, and half of them arrived from Peru"
    if _strays_on(state, phrase):
        return None  # "they have half of the market. Lada took 20% of it"
    if _is_of_money(state, phrase):
        phrase.heads, phrase.others = [], [(0, m.OtherMeasure("investment"))]
    if _is_of_firm(state, phrase):
        phrase.heads, phrase.others = [], [(0, m.OtherMeasure("company"))]
    if sold_at_home(state, phrase) or sold_by_retail(state, phrase) or sold_by_make(phrase):
        phrase.heads, phrase.others = [], [(0, m.OtherMeasure("sales"))]
    if phrase.route is not None and is_part_of_way(state, phrase):
        phrase.heads = [pair for pair in phrase.heads if pair[1].side is not Side.BOTH or pair[1].use is not Use.VERB]
    phrase.heads = [pair for pair in phrase.heads if not _is_taken_by_goods(pair, phrase)]
    if not phrase.heads:
        return unnamed(state, phrase)
    phrase.heads = [
        pair for pair in phrase.heads if not (_acts(pair, phrase) or _yields(pair, phrase, state) or _reaches(pair, phrase, state))
    ]
    phrase.heads = [pair for pair in phrase.heads if not (_is_sort(phrase.chunk.items[pair[0]]) and _goes_one_way(state, phrase))]
    phrase.heads = [pair for pair in phrase.heads if not _needs_two(pair[1]) or _of_two(state, phrase)]
    phrase.heads = [pair for pair in phrase.heads if not (_is_of_member(pair, phrase, state) or _costs_else(pair, phrase))]
    if not phrase.heads:
        return unnamed(state, phrase)
    if not phrase.of(Slot.OWNER):
        phrase.heads = [pair for pair in phrase.heads if not pair[1].agent or _served(state, phrase, pair)]
        if not phrase.heads:
            return unnamed(state, phrase)
    if any(head.use is Use.VERB or _passes(head) for _, head in phrase.heads):
        phrase.heads = [pair for pair in phrase.heads if not pair[1].agent] or phrase.heads  # "Chinese buyers took 5 Mt"
    strong = [pair for pair in phrase.heads if not pair[1].weak]
    if strong:
        return _told(phrase, strong) or _directed(phrase, strong) or strong[0]
    backed = bool(phrase.world or phrase.goods or phrase.parties or phrase.route or phrase.pointers or state.intro or crossed(state.route))
    backed = backed or is_of_waiting(state, phrase)
    noted = state.context.flow is not None and state.context.flow.noted and phrase.heads[0][1].use is Use.NOUN
    return phrase.heads[0] if backed or noted or state.frame is not None or _is_way(state, phrase) else None


def _strays_on(state: State, phrase: Phrase) -> bool:
    """Whether a share is told, of no country named, of what the sentence before has told: of no flow."""
    of_it = state.context.strayed and phrase.share and Anaphor.OF_WHICH in phrase.pointers and state.frame is None
    return of_it and not phrase.goods and all(placed.body for placed in phrase.parties)


def _is_of_money(state: State, phrase: Phrase) -> bool:
    """Whether only a sum is told to have gone somewhere, right behind money that is no trade: "Investment grew: $9m went to Peru"."""
    frame = state.frame
    behind = frame is None or frame.beside
    told = frame is not None and frame.other == "investment" and phrase.chunk.opener is Mark.COLON
    if not told and not (state.context.about_money and behind and not state.context.leads):
        return False
    bare = not (phrase.goods or phrase.world or phrase.route or Anaphor.WARES in phrase.pointers)
    figures = [phrase.chunk.items[at].get(m.Figure) for at in phrase.figures]
    sums = bool(figures) and figures[0] is not None and figures[0].quantity.is_money
    return bare and sums and all(head.weak and head.use is Use.VERB for _, head in phrase.heads)


def _is_of_firm(state: State, phrase: Phrase) -> bool:
    """Whether a chunk tells the part that a firm has of what was told before: "Lada took 20% of it, Haval 15%"."""
    of_it = phrase.share and Anaphor.OF_WHICH in phrase.pointers and state.frame is None and not phrase.goods
    return of_it and bool(phrase.parties) and all(placed.body for placed in phrase.parties)


def _is_taken_by_goods(pair: tuple[int, Head], phrase: Phrase) -> bool:
    """Whether goods, which buy nothing, take a part of what was told: "seafood took 9%, coal 4%"."""
    at, head = pair
    items, opening = phrase.chunk.items, pair[0] and bool(phrase.chunk.items[pair[0] - 1].mask & m.Goods.bit)
    takes = opening and head.use is Use.VERB and head.side is Side.IMPORTER and bool(items[at].mask & m.Share.bit)
    figure = items[at + 1].get(m.Figure) if takes and at + 1 < len(items) else None
    return figure is not None and figure.quantity.unit == "%" and not phrase.parties


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


def _costs_else(pair: tuple[int, Head], phrase: Phrase) -> bool:
    """Whether what cost a country so much are no goods, or who bought them is not told: "repairs that cost Peru $3m"."""
    bought = phrase.goods and (phrase.of(Slot.TO) or phrase.of(Slot.OWNER))
    return not bought and is_cue(phrase.chunk.items[pair[0]], "flow", "costs-country")


_OF_MEMBER = frozenset({Role.WITH, Role.FROM})
"""What «с» and "with" may mean."""


def _is_way(state: State, phrase: Phrase) -> bool:
    """Whether a weak word names one way of the trade told right before: "they traded for $21bn; purchases made up 13 billion"."""
    flow, head, trade = state.context.flow, phrase.heads[0][1], state.context.trade
    if head.abroad and flow is not None and flow.goods is None and trade is not None and trade.pair() == flow.pair():
        flow = trade
    told = flow is not None and flow.measure is Measure.TURNOVER and flow.partner is not None and flow.goods is None
    figure = phrase.chunk.items[phrase.figures[0]].get(m.Figure) if phrase.figures else None
    sum_ = figure.quantity.is_money or figure.power > 0 if figure is not None else phrase.share  # "sales made up the greater part, $5bn"
    way = head.use is Use.NOUN or head.abroad  # "8 Mt passed there; 5 Mt were exported"
    return told and sum_ and state.context.distance <= 1 and way and head.side is not Side.BOTH and not head.agent


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
    if flow is None or flow.measure is not Measure.EXPORTS:
        return False
    levels = [figure.quantity for _, figure in state.scanned.of(m.Figure) if figure.quantity.unit not in {"%", "x"}]
    summed = bool(levels) and all(level.is_money for level in levels) and not state.scanned.mask & m.Share.bit
    return flow.goods is None or bool(phrase.goods) or not summed  # "It buys machines. Border trade came to $2bn" is of all goods


def _needs_two(head: Head) -> bool:
    """Whether a word is trade only between two: business, an exchange."""
    return head.weak and not head.agent and head.side is Side.BOTH and head.use is Use.NOUN


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


def _of_flow_before(state: State, phrase: Phrase, share: int) -> bool:
    return state.frame is None and state.context.flow is not None and _told_before(phrase, share)


def _apposed(state: State, phrase: Phrase, share: int) -> bool:
    """Whether a flow named right before gets its level and then its part in a wider one: "exports, worth $3bn or 74% of turnover, grew"."""
    first = phrase.figures[0]
    level = phrase.chunk.items[first].get(m.Figure)
    bare = first < share and first <= 1 and level is not None and level.quantity.unit != "%"
    named = state.frame is not None and state.frame.other is None and state.draft is None and phrase.chunk.opener is Mark.COMMA
    return bare and named and all(at > share for at, _ in phrase.heads) and all(placed.index > share for placed in phrase.parties)


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
    for at in phrase.figures if phrase.heads and not phrase.movements else ():
        figure, behind = items[at].get(m.Figure), items[at + 1 : at + 3]
        if figure is None or not figure.times or any(where > at for where, _ in (*phrase.periods, *phrase.bases)):
            continue
        base = next((each for each in behind if each.mask & m.Head.bit), None)
        owned = base is not None and all(
            each is base or each.mask & (m.Pointer.bit | m.Party.bit) for each in behind[: behind.index(base) + 1]
        )
        if owned and any(where < at for where, _ in phrase.heads) and any(placed.index > at for placed in phrase.parties):
            return at
    return None

"""Of which goods a flow is that names none: those of the flow before it, or of the text."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Head, Mark, Side, Use
from sinorus.parsers.context import Context
from sinorus.parsers.flow.claim import Frame
from sinorus.parsers.flow.goods import goods_spoken_of
from sinorus.parsers.marks import is_cue
from sinorus.parsers.phrase import Phrase
from sinorus.parsers.placing import Slot
from sinorus.records import Measure
from sinorus.scan.mention import Mention
from sinorus.values.evolve import evolve
from sinorus.world import commodity

_SURE = 3
"""Flows of one good, and of nothing else, after which a text is about it."""


def gone_on(phrase: Phrase, head: Head, frame: Frame, before: Frame | None, context: Context) -> tuple[str, ...]:
    """Return the goods of a flow that names none: those of the flow before it in the sentence, or spoken of in the text."""
    if head.use is Use.VERB and head.side is Side.EXPORTER and (dealt := _dealt_in(phrase)) is not None:
        return (dealt,)
    if before is not None and before.within and phrase.chunk.opener is Mark.SEMICOLON:
        before = evolve(before, goods=before.within)
    if before is not None and before.other is None and phrase.chunk.opener is Mark.RELATIVE and head.weak:
        return before.goods  # "it buys most tin from Peru, whose cargoes …"
    if before is None and _is_product(phrase, context):
        return goods_spoken_of(context)
    wares = Anaphor.WARES in phrase.pointers and not (_of_one_good(context) or _are_part(phrase, context)) and not _in_batches(phrase)
    if head.weak and not wares and Anaphor.REVERSE not in phrase.pointers and not _trades(phrase, head):
        return goods_spoken_of(context, world=phrase.world) if before is None else before.goods if before.other in {None, "revenue"} else ()
    if before is None:
        if _is_way_told(phrase, head, frame, context) or _goes_back(phrase, head, context) or _is_sum(phrase, head, context):
            return goods_spoken_of(context)
        return (
            goods_spoken_of(context, world=phrase.world)
            if _same_goods(phrase, head, frame, context)
            else _goods_of_text(phrase, head, context) or _sole_goods(phrase, head, context)
        )
    if _is_way_of(head, frame, before):
        return before.goods
    if frame.share and before.share and before.other is None and phrase.chunk.opener is not Mark.SEMICOLON:
        return before.goods  # "over 90% of China's arms imports, of Russia's exports 39%"
    if phrase.chunk.opener is Mark.COLON and before.other is None and not phrase.goods:
        return before.goods  # "Peru took more tin than ever: 19% of its imports …"
    if Anaphor.OF_WHICH in phrase.pointers and before.head.side in {Side.BOTH, head.side} and before.other is None:
        return (
            before.goods
        )  # "trade in grain was $5bn, of which China's imports $4bn", "exports of grain $5bn, of which those to Peru $4bn"
    same = (
        _whole_of(phrase, head, frame, before, context)
        or _same_flow(phrase, head, frame, before)
        or _of_agent(phrase, head, frame, before)
        or _other_way(phrase, head, frame, before, context)
        or _to_another(phrase, head, frame, before, context)
    )
    return before.goods if same else ()


def traded_both_ways(frame: Frame, context: Context) -> str | None:
    """Return the good of whose trade the text tells, one way of which was told last: "fish trade … Peru sold 9 kt; it bought 2 kt"."""
    trade, flow, topic, ends = context.trade, context.flow, context.topic, frame.ends
    if trade is None or flow is None or topic is None or ends is None or trade.goods is None or flow.goods is None or frame.cargo:
        return None
    told = topic.goods == trade.goods and trade.goods in _line(flow.goods) and flow.measure is frame.head.measure is Measure.EXPORTS
    same = {ends.exporter, ends.importer} == {trade.owner, trade.partner} == {flow.owner, flow.partner}
    return trade.goods if told and same else None


def _in_batches(phrase: Phrase) -> bool:
    """Whether goods are only counted by the consignments they came in, and are those told of: "375 consignments, 9,169 t in all"."""
    return any(is_cue(item, "flow", "batch") for item in phrase.chunk.items)


def _dealt_in(phrase: Phrase) -> str | None:
    """Return in what those deal of whom a verb tells that they sold so much: "Peruvian coal miners sold 3 Mt"."""
    if not phrase.chunk.mask & m.OtherMeasure.bit:
        return None
    sold = phrase.heads[0][0] if phrase.heads else 0
    named = [each.goods for item in phrase.chunk.items[:sold] if (each := item.get(m.OtherMeasure)) is not None and each.goods is not None]
    return named[-1] if named else None


def _is_way_told(phrase: Phrase, head: Head, frame: Frame, context: Context) -> bool:
    """Whether one way is told of the trade in some goods of the sentence before, of which it can be a part."""
    flow = context.flow
    told = flow is not None and flow.side is Side.BOTH and flow.goods is not None and context.distance <= 1
    if not told or head.measure is not Measure.EXPORTS or flow is None:
        return False
    if Anaphor.OF_WHICH in phrase.pointers:
        return True
    ends = {frame.ends.exporter, frame.ends.importer} if frame.ends is not None else set()
    if context.leads or phrase.world or phrase.route is not None or ends != {flow.owner, flow.partner} or phrase.pointers & _ALL:
        return False
    sums = [figure.quantity for figure in phrase.told()]
    whole = next((level for level in context.levels if sums and level.unit == sums[0].unit), None)
    return whole is not None and sums[0].amount < whole.amount


_TWO_WAY = frozenset({"agricultural-products", "chemicals"})
"""Groups of goods that each of the two sells the other: what goes back is of the same kind."""


def _goes_back(phrase: Phrase, head: Head, context: Context) -> bool:
    """Whether what goes the other way is of the kind just told: "9 kt of poultry went to Peru; the flow the other way was 2 kt"."""
    flow = context.flow
    if (
        Anaphor.REVERSE not in phrase.pointers
        or flow is None
        or flow.goods is None
        or flow.goods != context.sole[0]
        or context.distance > 1
    ):
        return False
    if flow.route is not None or phrase.route is not None or not _line(flow.goods) & _TWO_WAY or not head.weak:
        return False
    figure = phrase.chunk.items[phrase.figures[0]].get(m.Figure) if phrase.figures else None
    return figure is None or figure.quantity.unit in {context.unit, "%"}


def _is_sum(phrase: Phrase, head: Head, context: Context) -> bool:
    """Whether the trade is that in the goods of which alone both ways were told right before: "together, trade made 11 kt"."""
    flow, (goods, _) = context.flow, context.sole
    told = goods is not None and context.crossed and flow is not None and flow.goods == goods and context.distance <= 1
    if not told or context.leads or head.measure is not Measure.TURNOVER:
        return False
    return not (phrase.parties or phrase.world or phrase.route or phrase.pointers & {Anaphor.WARES, Anaphor.PAIR, Anaphor.PARTNER})


_ALL = frozenset({Anaphor.WARES, Anaphor.REVERSE, Anaphor.TOTAL, Anaphor.OVERALL})
"""Words that say that goods are of all kinds, or others."""


def _same_goods(phrase: Phrase, head: Head, frame: Frame, context: Context) -> bool:
    """Whether a flow told right after one of goods is of these, in a text that is about them: "coal imports fell; those from Peru rose"."""
    topic, flow = context.topic, context.flow
    if topic is None or flow is None or topic.goods is None or flow.goods is None or context.distance > 1 or head.side is Side.BOTH:
        return False
    if phrase.route is not None or phrase.world or phrase.pointers & {Anaphor.WARES, Anaphor.REVERSE, Anaphor.TOTAL} or context.leads:
        return False
    if frame.ends is None or not _line(topic.goods) & _line(flow.goods):
        return False
    exporter, importer = flow.way()
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
    bare = head.use is Use.NOUN and len(phrase.heads) == 1 and not (phrase.parties or phrase.pointers)
    bare = bare and (not phrase.world or (topic is not None and topic.partner is None))
    if not bare or topic is None or flow is None or topic.goods is None or flow.goods != topic.goods:
        return ()
    return (topic.goods,) if (head.side, head.measure) == (flow.side, flow.measure) else ()


def _sole_goods(phrase: Phrase, head: Head, context: Context) -> tuple[str, ...]:
    """Return the goods of which alone the text has told: "Chinese exports fell by 5%", after three flows of arms and none else."""
    goods, count = context.sole
    bare = not (phrase.world or phrase.route or phrase.pointers & _ALL)
    if (
        goods is None
        or (count < _SURE and not context.crossed)
        or not bare
        or head.measure is not Measure.EXPORTS
        or head.use is not Use.NOUN
        or head.weak
    ):
        return ()
    return (goods,)


def _trades(phrase: Phrase, head: Head) -> bool:
    """Whether what is told is the trade of two named here, in all goods."""
    two = bool(phrase.of(Slot.PAIR)) or bool(phrase.pointers & {Anaphor.PAIR, Anaphor.PARTNER})
    return bool(phrase.of(Slot.WITH)) or (head.side is Side.BOTH and two)


def _whole_of(phrase: Phrase, head: Head, frame: Frame, before: Frame, context: Context) -> bool:
    """Whether all exports are set against those to one: "food for $1bn went to Peru, while total exports were $16bn", in a text on food."""
    topic, one, other = context.topic, frame.ends, before.ends
    whole = phrase.world or Anaphor.TOTAL in phrase.pointers
    joined = phrase.chunk.opener in {Mark.CONTRAST, Mark.AND}
    if not whole or not joined or head.measure is not Measure.EXPORTS or one is None or other is None:
        return False
    known = topic.goods if topic is not None else None
    told = len(before.goods) == 1 and known is not None and _line(before.goods[0]) & _line(known)
    return bool(told) and one.exporter is not None and one.exporter == other.exporter and one.importer is None


def _same_flow(phrase: Phrase, head: Head, frame: Frame, before: Frame) -> bool:
    """Whether a head only tells another figure of the flow before it: "aluminium exports rose to 1 Mt, exports in value to $2bn"."""
    if before.other is not None or phrase.chunk.opener is not Mark.COMMA or head.use is Use.VERB:
        return False
    bare = not (phrase.parties or phrase.goods or phrase.pointers or phrase.world or frame.goods)
    return (
        bare and len(phrase.heads) == 1 and (head.side, head.measure) == (before.head.side, before.head.measure) and frame.ends is not None
    )


def _to_another(phrase: Phrase, head: Head, frame: Frame, before: Frame, context: Context) -> bool:
    """Whether the goods of which the text tells go to or come from one more: "tin sales to Peru rose by 5%, exports to Chile by 9%"."""
    one, other, topic = frame.ends, before.ends, context.topic
    if (
        before.other is not None
        or len(before.goods) != 1
        or topic is None
        or topic.goods != before.goods[0]
        or one is None
        or other is None
    ):
        return False
    named = phrase.of(Slot.TO) or phrase.of(Slot.FROM)
    pointed = phrase.world or phrase.route or phrase.pointers & _ALL
    if not named or pointed or phrase.goods or head.use is not Use.NOUN or not head.measure is before.head.measure is Measure.EXPORTS:
        return False
    return (one.exporter == other.exporter is not None) is not (one.importer == other.importer is not None)


def _other_way(phrase: Phrase, head: Head, frame: Frame, before: Frame, context: Context) -> bool:
    """Whether a flow goes against the one before it, of the goods spoken of: "exports of coal to Peru were 5 Mt, imports 3 Mt"."""
    topic = context.topic
    if before.other is not None or len(before.goods) != 1 or topic is None or topic.goods is None:
        return False
    if before.goods[0] not in (_line(topic.goods) if before.within else {topic.goods}):
        return False
    if (
        phrase.chunk.opener not in {Mark.COMMA, Mark.SEMICOLON, Mark.CONTRAST}
        or phrase.goods
        or Anaphor.WARES in phrase.pointers
        or phrase.world
    ):
        return False
    one, other = frame.ends, before.ends
    back = one is not None and other is not None and (one.exporter, one.importer) == (other.importer, other.exporter)
    back = back and topic.side is Side.BOTH
    ways = back or {head.side, before.head.side} == {Side.EXPORTER, Side.IMPORTER}
    return ways and head.measure is before.head.measure is Measure.EXPORTS


def _of_one_good(context: Context) -> bool:
    """Whether the text has told of one good and no other, so that its "products" are these."""
    goods, count = context.sole
    return goods is not None and count >= _SURE


def _are_part(phrase: Phrase, context: Context) -> bool:
    """Whether "products" that went to one are a part of those told to be sold to all: "food for $9bn. Products for $2bn went to Peru"."""
    flow, topic = context.flow, context.topic
    if topic is None or flow is None or topic.goods is None or topic.partner is not None or phrase.goods or len(phrase.parties) != 1:
        return False
    if Anaphor.WARES not in phrase.pointers or phrase.pointers & (_ALL - {Anaphor.WARES}) or not phrase.of(Slot.TO):
        return False
    same = (flow.owner, flow.measure, flow.side) == (topic.owner, topic.measure, topic.side)
    return same and topic.side is Side.EXPORTER and context.distance <= 1


def _is_product(phrase: Phrase, context: Context) -> bool:
    """Whether so much of "the product" is told right after the only good of the text: "Peru sells honey there. 5 kt of product went"."""
    flow, items = context.flow, phrase.chunk.items
    if flow is None or flow.goods is None or flow.measure is not Measure.EXPORTS or context.distance > 1:
        return False
    if context.sole[0] not in {None, flow.goods} or (context.sole[0] is None and context.sole[1]):
        return False
    if phrase.of(Slot.ORIGIN) or phrase.world or phrase.pointers & {Anaphor.REVERSE, Anaphor.TOTAL, Anaphor.OVERALL}:
        return False
    return any(is_cue(item, "flow", "product") and bool(items[at - 1].mask & m.Figure.bit) for at, item in enumerate(items) if at)


def of_all_kinds(phrase: Phrase, before: Frame | None, head: Head, context: Context) -> bool:
    """Whether goods of all kinds are spoken of, here or in the flow whose direction this is."""
    if (head.weak and (_of_one_good(context) or _are_part(phrase, context))) or _is_product(phrase, context):
        return False
    told = before is not None and before.cargo and not head.weak
    return told or (bool(phrase.chunk.mask & m.Pointer.bit) and any(_is_cargo(item) for item in phrase.chunk.items))


def _is_cargo(mention: Mention) -> bool:
    pointer, head = mention.get(m.Pointer), mention.get(m.Head)
    return pointer is not None and pointer.to is Anaphor.WARES and (head is None or not head.weak)

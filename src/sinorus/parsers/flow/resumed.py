"""The flow of the sentences before, for a chunk that names none."""

from collections.abc import Sequence

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Head, Role, Side
from sinorus.parsers.bases import roles_of
from sinorus.parsers.context import Context, Topic
from sinorus.parsers.flow.claim import Frame
from sinorus.parsers.flow.moved import both_ways
from sinorus.parsers.flow.partner import SUBJECTS, crossed
from sinorus.parsers.flow.share import holder
from sinorus.parsers.flow.state import State
from sinorus.parsers.flow.two_ends import Ends
from sinorus.parsers.phrase import Phrase
from sinorus.parsers.placing import Slot
from sinorus.parsers.talk import HOME_PAIR
from sinorus.records import Measure
from sinorus.values.evolve import evolve
from sinorus.values.unit import Dimension
from sinorus.world import commodity

BULK = frozenset({Dimension.MASS, Dimension.VOLUME, Dimension.ENERGY})
BACK = frozenset({Anaphor.THIS, Anaphor.FIGURE, Anaphor.TOTAL, Anaphor.REVERSE, Anaphor.GOODS})
_SUMS = frozenset({Anaphor.TOTAL, Anaphor.OVERALL})
_FAR = 6
_NEAR = 3
"""How many sentences a flow is remembered for a sentence that names none."""


def names_exchange(bodies: Sequence[tuple[int, m.Body]]) -> bool:
    """Whether one of these is a place where papers and currencies are dealt."""
    return any(body.kind == "exchange" for _, body in bodies)


def is_part_of(phrase: Phrase) -> bool:
    """Whether a chunk begins with "of", so that parts of what it names are told behind it."""
    return Role.OF in roles_of(phrase.chunk.items[0])


def is_of_waiting(state: State, phrase: Phrase) -> bool:
    """Whether a verb without figures tells of the level before it, the whole of which parts follow: "of the 9 Mt sold in May, Peru …"."""
    told = state.waiting[0] if len(state.waiting) == 1 and not phrase.figures and state.context.flow is not None else None
    return told is not None and is_part_of(told) and not told.parties and len(told.figures) == 1


def resume(state: State, phrase: Phrase) -> Frame | None:
    """Return the flow of the sentence before, for a sentence that names none."""
    context = state.context
    topic = _topic(state, phrase)
    if names_exchange(state.scanned.of(m.Body)):
        return None
    if (
        topic is None
        or topic.noted
        or context.distance > _reach(context, phrase)
        or (context.strayed and _points_back(state, phrase) and all(placed.body for placed in phrase.parties))
    ):
        return None
    owner, partner = _two(topic, phrase, context)
    ends = Ends(exporter=owner, importer=None if phrase.world else partner, carried=("flow",))
    if (topic.side is Side.IMPORTER) is not (owner != topic.owner):
        ends = ends.reversed()
    side = topic.side
    if Anaphor.REVERSE in phrase.pointers:
        ends, side = ends.reversed(), side.facing
    goods = (topic.goods,) if topic.goods else ()
    summed = bool(phrase.pointers & _SUMS) and not (phrase.parties or phrase.goods)
    if summed and context.ways and _may_be_money(phrase, context) and not phrase.world:
        return Frame(Head(Measure.TURNOVER, Side.BOTH), ends, start=phrase.chunk.items[0].start)
    if summed and not phrase.share and context.whole_of is not None and context.whole_of in {owner, partner}:
        ends = evolve(ends, importer=None) if ends.exporter == context.whole_of else evolve(ends, exporter=None)
    if phrase.status is not None and set(HOME_PAIR) <= {code for placed in phrase.parties for code in placed.codes} and _is_money(phrase):
        return Frame(
            Head(Measure.TURNOVER, Side.BOTH), Ends(exporter=HOME_PAIR[0], importer=HOME_PAIR[1]), start=phrase.chunk.items[0].start
        )
    head = both_ways(Head(topic.measure, side), phrase, ends) if not goods else Head(topic.measure, side)
    rivals = context.suppliers and topic.side is Side.EXPORTER and topic.partner is not None
    buyers = context.buyers and topic.side is Side.IMPORTER and topic.partner is not None
    varies = holder(head) if topic.share else "exporter" if rivals else "importer" if buyers else None
    if state.ending.rival and varies is None and side is Side.IMPORTER and topic.dealt is None:
        varies = side.value  # "it was third, behind Peru (5 Mt)": who buys as it does
    whole = topic is context.listing and not goods
    start = phrase.chunk.items[0].start
    told = context.flow.route if context.flow is not None and _passes_there(state, phrase) else None
    return Frame(
        head,
        ends,
        goods,
        share=topic.share and _is_part(state, phrase),
        cargo=whole,
        start=start,
        varies=varies,
        dealt=topic.dealt or _other_partners(head, ends, context),
        route=told,
    )


def _other_partners(head: Head, ends: Ends, context: Context) -> str | None:
    """Return at which end other partners stand of the country from whose side the text tells: "… with Peru. Chile and Cuba follow"."""
    if head.side is not Side.BOTH or context.viewpoint not in {ends.exporter, ends.importer} - {None}:
        return None
    return "importer" if context.viewpoint == ends.exporter else "exporter"


def _two(topic: Topic, phrase: Phrase, context: Context) -> tuple[str, str | None]:
    """Return whose flow a sentence goes on with, and with whom."""
    owner, partner = topic.owner, topic.partner
    facing = [code for code in phrase.of(Slot.WITH) if code != owner]
    if partner is None and topic.side is Side.BOTH and len(facing) == 1:
        partner = facing[0]  # "And the trade of your region? – With Peru it had $5bn"
    if partner is not None and context.counting in SUBJECTS - {owner, partner} and owner in SUBJECTS:
        partner = context.counting  # "Turkey paid $5m; Chinese customs counted $3m"
    if phrase.world and topic.partner in {*phrase.of(Slot.SUBJECT), *phrase.of(Slot.OWNER)}:
        owner, partner = topic.partner, topic.owner  # "overall China bought …": it is its trade with all
    return owner, partner


def _passes_there(state: State, phrase: Phrase) -> bool:
    """Whether what a chunk tells passes the route told before: line by line under a crossing, or "that is 22 Mt"."""
    near = state.context.distance <= 1 and not phrase.parties and bool(phrase.pointers & {Anaphor.FIGURE, Anaphor.THERE})
    flow = state.context.flow
    if state.scanned.sentence.kind == "item" or near:
        return True
    if flow is None or state.context.distance > 1:
        return False
    if flow.measure is Measure.TURNOVER:  # "95% of the tonnage went north", "December alone brought 2 Mt"
        return Anaphor.OF_WHICH in phrase.pointers or crossed(flow.route) is not None
    if not phrase.goods or flow.measure is not Measure.EXPORTS or phrase.parties or phrase.world:
        return False
    return flow.goods in {
        None,
        *commodity(phrase.goods[0][1]).ancestors(),
    }  # "5 Mt of coal, 4 Mt of ore", "of this coal 3 Mt was anthracite"


def _is_part(state: State, phrase: Phrase) -> bool:
    """Whether a chunk may tell a part of a whole: a level of other goods does not, where no percentage is told beside it."""
    if not phrase.goods:
        return True
    mentions = state.scanned.mentions
    shares = [at for at, each in enumerate(mentions) if (figure := each.get(m.Figure)) is not None and figure.quantity.unit == "%"]
    if phrase.share:
        return bool(shares)  # "ore accounted for $9bn" tells a level
    return any(not any(each.mask & m.Movement.bit for each in mentions[max(at - 1, 0) : at + 2]) for at in shares)


def _points_back(state: State, phrase: Phrase) -> bool:
    """Whether a chunk, or the figures that wait before it, are told of what the sentence before has told."""
    return any(each.pointers & {*BACK, Anaphor.OF_WHICH} for each in (phrase, *state.waiting))


def _reach(context: Context, phrase: Phrase) -> int:
    """Return how far back the flow may have been told: further for the turnover to which a paragraph goes back with another period."""
    topic = context.topic
    back = context.leads and topic is not None and topic.measure is Measure.TURNOVER and phrase.periods and _is_money(phrase)
    return _FAR if back else _NEAR


def _is_money(phrase: Phrase) -> bool:
    figure = phrase.chunk.items[phrase.figures[0]].get(m.Figure) if phrase.figures else None
    return figure is not None and figure.quantity.is_money


def _may_be_money(phrase: Phrase, context: Context) -> bool:
    """Whether the first level is one of money, or a bare number in a text that has told money last."""
    figure = phrase.chunk.items[phrase.figures[0]].get(m.Figure) if phrase.figures else None
    bare = figure is not None and figure.quantity.unit == "1" and figure.power > 0
    return _is_money(phrase) or (bare and context.unit is not None and context.unit == context.money)


def _topic(state: State, phrase: Phrase) -> Topic | None:
    """Choose between the last flow and what the text is about: a new paragraph, or another period, goes back to the latter."""
    context = state.context
    flow, topic = context.flow, context.topic
    if flow is None or topic is None or state.records or context.question:
        return flow
    if context.listing is not None and state.scanned.sentence.kind == "item" and not phrase.pointers & BACK:
        return context.listing  # line by line under "Exports by crossing:"
    if context.leads and not phrase.pointers & (BACK - {Anaphor.THIS}):
        same = evolve(flow, share=topic.share, dealt=topic.dealt, entitled=topic.entitled, noted=topic.noted) == topic
        return flow if same else topic  # of the same flow shares may have been told
    if topic.partner is None and topic.side is Side.EXPORTER and _owned(phrase) and flow.partner is not None and flow.owner == topic.owner:
        return topic  # "China's exports rose by 9%, Peru took half of them. Chile's fell"
    part = topic.measure is Measure.TURNOVER and flow.measure is not Measure.TURNOVER and flow.pair() == topic.pair()
    if part and (Anaphor.TOTAL in phrase.pointers or (context.leads and not phrase.pointers & {Anaphor.THIS, Anaphor.REVERSE})):
        return topic
    whole = Anaphor.FIGURE in phrase.pointers and (phrase.share or Anaphor.OF_WHICH in phrase.pointers)
    if flow.measure is Measure.BALANCE and part and whole:
        return topic  # "of the whole sum, April made 5bn"
    if phrase.pointers & BACK:
        return flow
    trade = context.trade
    back = trade is not None and trade.pair() == flow.pair() and flow.measure is Measure.EXPORTS and flow.goods is trade.goods is None
    if back and _is_money(phrase) and not phrase.goods and _is_another(phrase, flow):
        return trade  # "trade with Korea was $9bn, exports rising 5%. Japan had 5 billion"
    if back and phrase.periods and not phrase.goods and not phrase.parties and (_is_money(phrase) or not _weighs(phrase)):
        return trade
    if flow.measure is Measure.BALANCE and (phrase.goods or _weighs(phrase)):
        return topic  # goods have no balance of their own where the text does not say so
    return topic if part and phrase.periods and not phrase.goods else flow


def _is_another(phrase: Phrase, flow: Topic) -> bool:
    """Whether a chunk names, in no direction, one more partner."""
    return (
        len(phrase.parties) == 1 and phrase.parties[0].slot in _UNDIRECTED and not set(phrase.parties[0].codes) & {flow.owner, flow.partner}
    )


_UNDIRECTED = frozenset({Slot.SUBJECT, Slot.OWNER, Slot.WITH, Slot.OF})


def _owned(phrase: Phrase) -> bool:
    """Whether the only party of a chunk that names no flow is an owner."""
    return len(phrase.parties) == 1 and phrase.parties[0].slot is Slot.OWNER


def _weighs(phrase: Phrase) -> bool:
    """Whether the first figure of a chunk is no money: a balance is."""
    figure = phrase.chunk.items[phrase.figures[0]].get(m.Figure) if phrase.figures else None
    return figure is not None and figure.quantity.dimension in BULK

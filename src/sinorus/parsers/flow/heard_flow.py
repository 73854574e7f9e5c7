"""The flow that a sentence without a figure names, for the figures of the next ones."""

from collections.abc import Iterator, Sequence

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Head, Side, Use
from sinorus.parsers.both import staged
from sinorus.parsers.chunk import Chunk
from sinorus.parsers.context import Context, Topic
from sinorus.parsers.flow.ends import ends_of
from sinorus.parsers.flow.goods import meant
from sinorus.parsers.flow.heard_goods import heard_goods
from sinorus.parsers.flow.heard_period import is_unequalled
from sinorus.parsers.flow.memory import spoken
from sinorus.parsers.flow.moved import along
from sinorus.parsers.flow.partner import SUBJECTS
from sinorus.parsers.flow.sorts import RAW
from sinorus.parsers.flow.telling import opens_list
from sinorus.parsers.flow.two_ends import Ends
from sinorus.parsers.flow.usual import turned
from sinorus.parsers.phrase import Phrase, Placed
from sinorus.parsers.placing import Slot
from sinorus.parsers.reading import read
from sinorus.parsers.talk import HOME_PAIR
from sinorus.records import Measure
from sinorus.scan.sentence import Scanned
from sinorus.values.evolve import evolve
from sinorus.world import commodity, corridor
from sinorus.world.usual import usual_side

NAMES = m.Party.bit | m.Body.bit | m.Pointer.bit
_BRIEF = 4
"""A sentence of no more mentions than this only names what is told next."""


def heard_flow(scanned: Scanned, context: Context, parts: Sequence[Chunk]) -> Context:
    """Return the context after the flow that a sentence names: the first one by a strong head, else by a weak one with both its ends."""
    titled = scanned.sentence.kind == "title"
    wanted = m.Head.bit | (m.Goods.bit if titled or context.flow is None else 0)
    if not scanned.mask & NAMES and parts:
        return _unnamed(scanned, context, parts)
    if not scanned.mask & wanted:
        return context
    if not scanned.mask & m.Party.bit and context.flow is None and (abroad := _exports_of_home(context, parts)) is not None:
        return evolve(context, flow=abroad, topic=abroad, distance=0)
    if not scanned.mask & (m.Party.bit | m.Pointer.bit):
        return context
    speaking = (chunk for chunk in parts if chunk.mask & wanted and chunk.mask & NAMES)
    phrases = [phrase for phrase in map(read, speaking) if phrase.parties or Anaphor.PAIR in phrase.pointers]
    if scanned.sentence.kind != "sentence" and not phrases:
        phrases = _under_name(parts)
    listing = opens_list(scanned) or is_unequalled(scanned)
    for weak in (False, True):
        for phrase in phrases:
            owned = phrase.of(Slot.OWNER) or phrase.of(Slot.SUBJECT) or phrase.of(Slot.PAIR)
            # who pays tells of prices
            told = [each for each in phrase.heads if not phrase.chunk.items[each[0]].mask & m.SettlementWord.bit]
            heads = [head for _, head in sorted(told, key=lambda each: (not each[1].agent, _before_abroad(phrase, each[0])))]
            named = [
                head
                for head in heads
                if (_names(head, phrase, context, weak=weak, listing=listing) or (weak and titled and _sells(head, phrase)))
                and (owned or head.measure is not Measure.BALANCE)
            ]
            ends = (_on_market(named[0], phrase) or ends_of(named[0], phrase, context)) if named else None
            if ends is not None and {ends.exporter, ends.importer} & SUBJECTS:
                ends = _between_both(scanned, ends, context)
                goods = _of_pipe(phrase, meant(phrase, context))
                if len(goods) == 1 and named[0].measure is Measure.EXPORTS:
                    ends = turned(ends, goods[0], context.period.first.year if context.period is not None else None, context)
                return spoken(context, named[0], ends, goods, titled=titled)
    entitled = [phrase for phrase in phrases if phrase.goods] if titled else []
    if entitled:
        return _entitled(entitled[0], context)
    routes = (read(chunk).route for chunk in parts if chunk.mask & m.Route.bit)
    piped = along(next((route for route in routes if route is not None), None)) if context.flow is None else None
    if piped is not None and any(phrase.goods or phrase.of(Slot.TO) for phrase in phrases):
        goods = tuple("natural-gas" if each == "gas" else each for phrase in phrases for _, each in phrase.goods)
        return spoken(context, Head(Measure.EXPORTS, Side.EXPORTER, weak=True), piped, goods, titled=titled)
    return context if context.flow is not None else _of_origin(phrases, context)


def _before_abroad(phrase: Phrase, at: int) -> int:
    """How many words part that for a flow and "abroad": the nearer one goes with it."""
    abroad = next((index for index, item in enumerate(phrase.chunk.items) if item.mask & m.World.bit), 0) if phrase.world else 0
    return abroad - at if abroad > at else 0


def _on_market(head: Head, phrase: Phrase) -> Ends | None:
    """Return the ends of what the traders of one of the two deal in in the other: "Russian sellers of tea had a good year in China"."""
    owner, place = phrase.of(Slot.OWNER), phrase.of(Slot.PLACE)
    if not head.weak or head.use is not Use.NOUN or head.side is Side.BOTH or not phrase.goods:
        return None
    if len(owner) != 1 or len(place) != 1 or {*owner, *place} != SUBJECTS or len(phrase.parties) != len(SUBJECTS):
        return None
    sells = (head.side is Side.EXPORTER) is not head.agent  # of an agent the side is that of whom he faces
    return Ends(exporter=owner[0], importer=place[0]) if sells else Ends(exporter=place[0], importer=owner[0])


def _between_both(scanned: Scanned, ends: Ends, context: Context) -> Ends:
    """Return the ends of what one of the two is said to sell or to buy, in a text about their trade: to the other one, or from it."""
    topic, ours = context.topic, {ends.exporter, ends.importer} - {None}
    if topic is None or topic.measure is not Measure.TURNOVER or topic.pair() != HOME_PAIR or len(ours) != 1 or scanned.mask & m.World.bit:
        return ends
    other = next(iter(SUBJECTS - ours), None)
    return evolve(ends, exporter=ends.exporter or other, importer=ends.importer or other)


def _of_pipe(phrase: Phrase, goods: tuple[str, ...]) -> tuple[str, ...]:
    """Return the goods of a phrase: gas that goes through a pipeline is no liquid."""
    if phrase.route is None or corridor(phrase.route).kind != "pipeline":
        return goods
    return tuple("natural-gas" if each == "gas" else each for each in goods)


def _exports_of_home(context: Context, parts: Sequence[Chunk]) -> Topic | None:
    """Return the exports of some goods that a text names first, without a country: those of the one in which its language is at home."""
    home = context.home
    for phrase in map(read, _with_heads(parts)):
        head = next((head for _, head in phrase.heads if not head.weak), None)
        if head is None or not phrase.goods or phrase.parties or home not in SUBJECTS:
            continue
        if head.measure is Measure.EXPORTS and head.side is Side.EXPORTER and head.use is Use.NOUN:
            goods = meant(phrase, context)
            return Topic(owner=home, measure=head.measure, side=head.side, goods=goods[0] if len(goods) == 1 else None)
    return None


def _with_heads(parts: Sequence[Chunk]) -> Iterator[Chunk]:
    """Give the chunks that hold a word for a flow."""
    return (chunk for chunk in parts if chunk.mask & m.Head.bit)


def _unnamed(scanned: Scanned, context: Context, parts: Sequence[Chunk]) -> Context:
    """Return the context after a trade that is named without any country: that of the two whom the text has on its stage."""
    heads = [head for phrase in map(read, _with_heads(parts)) for _, head in phrase.heads if not head.weak]
    stage = staged(context)
    whose = context.subject if context.subject in SUBJECTS else context.counting if scanned.sentence.kind == "title" else None
    if heads and context.flow is None and stage is None and scanned.sentence.kind != "sentence" and whose in SUBJECTS:
        # the head of a table, below the title that says whose it is; or a title that need not say it at home
        flow = Topic(owner=whose, measure=heads[0].measure, side=heads[0].side, goods=heard_goods(scanned, context.noted or context.goods))
        return evolve(context, flow=flow, topic=flow, distance=0)
    if (
        heads
        and opens_list(scanned)
        and heads[0].measure is Measure.EXPORTS
        and (ends := ends_of(heads[0], read(parts[0]), context)) is not None
    ):
        return spoken(context, heads[0], ends, ())
    if not heads or heads[0].side is not Side.BOTH or scanned.mask & m.OtherMeasure.bit:
        return context
    if context.flow is not None:  # "And trade as a whole?"
        pair = context.flow.pair()
        whole = pair is not None and sum(not each.mask & m.Punctuation.bit for each in scanned.mentions) <= _BRIEF
        return evolve(context, flow=Topic(owner=pair[0], partner=pair[1]), distance=0) if whole and pair is not None else context
    if stage is None:
        return context
    flow = Topic(owner=stage[0], partner=stage[1])
    return evolve(context, flow=flow, topic=flow, distance=0)


def _under_name(parts: Sequence[Chunk]) -> list[Phrase]:
    """Return the rest of a heading that begins with a name: "Peru: exports of copper, 2020"."""
    name = read(parts[0])
    following = [phrase for phrase in map(read, _with_heads(parts[1:])) if phrase.heads]
    if len(name.chunk.items) != 1 or len(name.parties) != 1 or not following:
        return []
    following[0].parties = [Placed(-1, name.parties[0].codes, Slot.SUBJECT)]
    return following[:1]


def _of_origin(phrases: Sequence[Phrase], context: Context) -> Context:
    """Return the context after goods of one of the two: exports of them are its exports, to the other one where that is named too."""
    named = {code for phrase in phrases for placed in phrase.parties for code in placed.codes}
    for phrase in phrases:
        origin = phrase.of(Slot.ORIGIN) or [code for code in phrase.of(Slot.OWNER) if code == "RU" and not phrase.heads]
        origin = origin or _come_from(phrase)
        if len(origin) == 1 and origin[0] in SUBJECTS and phrase.goods:
            other = next(iter(named & SUBJECTS - {origin[0]}), None)
            goods = phrase.goods[0][1] if len({each for _, each in phrase.goods}) == 1 else None
            buys = goods is not None and usual_side(goods, origin[0]) == "importer"
            side = Side.IMPORTER if buys else Side.EXPORTER  # "Russian electricity", but "Chinese coking coal"
            flow = Topic(owner=origin[0], partner=other, measure=Measure.EXPORTS, side=side, goods=goods, noted=True)
            return evolve(context, flow=flow, topic=flow, distance=0)
    return context


def _come_from(phrase: Phrase) -> list[str]:
    """Return from where goods come that are named right before it: "timber from Russia is losing its place in China"."""
    behind = [placed for placed in phrase.parties if placed.slot is Slot.FROM and any(at == placed.index - 2 for at, _ in phrase.goods)]
    return [code for placed in behind for code in placed.codes]


def _sells(head: Head, phrase: Phrase) -> bool:
    """Whether a title tells of deliveries by one who usually sells such goods abroad: "Chinese makers cut deliveries of cars"."""
    codes = phrase.of(Slot.OWNER) or phrase.of(Slot.SUBJECT)
    if not head.weak or head.agent or head.side is not Side.EXPORTER or len(codes) != 1 or not phrase.goods:
        return False
    return codes[0] in SUBJECTS and usual_side(phrase.goods[0][1], codes[0]) == "exporter"


def _names(head: Head, phrase: Phrase, context: Context, *, weak: bool, listing: bool) -> bool:
    """Whether a head names a flow without a figure beside it: a weak one does with goods and both ends ("a buyer of Russian timber")."""
    if not head.weak:
        return not weak
    if head.agent and phrase.goods and phrase.of(Slot.OWNER):
        return weak
    goods = phrase.goods or Anaphor.WARES in phrase.pointers
    codes = {code for placed in phrase.parties for code in placed.codes}
    if weak and not goods and len(codes) > 1 and head.use is Use.VERB and listing:
        return True  # "In 2022 Russia shipped to China:", "Never had it shipped China as much as in May."
    home = head.use is Use.VERB and codes <= SUBJECTS and context.topic is not None and context.topic.pair() == HOME_PAIR
    came = context.flow is None and head.use is Use.VERB and bool(phrase.of(Slot.TO)) and phrase.of(Slot.TO)[0] in SUBJECTS
    topic, goal = context.topic, phrase.of(Slot.TO)
    if weak and head.use is Use.VERB and topic is not None and topic.partner is None and topic.side is Side.EXPORTER and len(goal) == 1:
        return goal[0] != topic.owner  # "Of what goes to Peru, nearly all lines gained", in a text about Chile's exports
    towards = phrase.chunk.mask & m.Negation.bit and (phrase.of(Slot.FROM) or phrase.of(Slot.TO))  # "China takes nothing from Russia"
    two = codes == SUBJECTS and head.side is not Side.BOTH and (head.use is Use.NOUN or bool(phrase.movements or towards))
    abroad = phrase.world and head.use is Use.NOUN and bool(phrase.of(Slot.OWNER))  # "Peru's purchases of cars abroad"
    return weak and (two or (bool(goods) and (len(codes) > 1 or came or abroad or (home and bool(codes)))))


def _entitled(phrase: Phrase, context: Context) -> Context:
    """A title that names one of the two and a raw material ("China's potash"): China imports it, Russia exports it."""
    owners = list(dict.fromkeys(code for placed in phrase.parties for code in placed.codes))
    goods = commodity(phrase.goods[0][1])
    if len(owners) != 1 or owners[0] not in SUBJECTS or not any(each in RAW for each in (goods.id, *goods.ancestors())):
        return context
    side = Side.IMPORTER if owners[0] == "CN" else Side.EXPORTER
    topic = Topic(owner=owners[0], measure=Measure.EXPORTS, side=side, goods=goods.id)
    return evolve(context, flow=topic, topic=topic, distance=0, titled=True)

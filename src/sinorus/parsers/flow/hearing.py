"""What a sentence without a figure of a flow leaves behind: a flow that is spoken of, its goods, its time."""

from collections.abc import Sequence

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Head, Side, Use
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.chunk import Chunk
from sinorus.parsers.clause import chunks
from sinorus.parsers.context import Context, Topic
from sinorus.parsers.flow.ends import ends_of
from sinorus.parsers.flow.goods import RAW, is_means, is_sort, meant
from sinorus.parsers.flow.heard_period import heard_period
from sinorus.parsers.flow.memory import HOME_PAIR, main_period, spoken, subject_in
from sinorus.parsers.flow.moved import along
from sinorus.parsers.flow.partner import SUBJECTS
from sinorus.parsers.flow.usual import turned
from sinorus.parsers.phrase import Phrase, Placed
from sinorus.parsers.placing import Slot
from sinorus.parsers.reading import read
from sinorus.records import Measure
from sinorus.scan.mention import meanings_of
from sinorus.scan.sentence import Scanned
from sinorus.values.evolve import evolve
from sinorus.world import commodity, corridor
from sinorus.world.usual import usual_side

_NAMES = m.Party.bit | m.Body.bit | m.Pointer.bit
LISTING = (":", "：")
"""With these ends a sentence whose figures follow line by line."""
_BRIEF = 4
"""A sentence of no more mentions than this only names what is told next."""
_HEADING, _TURN = 2, 6
"""Mentions of a heading, and of a sentence that only turns to other goods, at most."""
_LED = 12
"""So many characters may lead to these goods: "With", "As for the"."""
_TOLD = m.Party.bit | m.Body.bit | m.Head.bit | m.OtherMeasure.bit | m.Figure.bit | m.Goods.bit | m.AgreementNoun.bit | m.Route.bit
_MARK = 2
"""Characters that a heading may have beside its name: a stop or a colon."""


def heard(scanned: Scanned, context: Context, parts: Sequence[Chunk] = ()) -> Context:
    """Return the context after a sentence without a figure of a flow: it may still name a flow, a period or goods.

    `parts` are its chunks, where they are known.
    """
    mask = scanned.mask
    if not parts and mask & (PeriodExpr.bit | m.Head.bit | m.Goods.bit):
        parts = chunks(scanned.mentions)
    told = context.flow
    context = _heading(scanned, _heard_flow(scanned, context, parts))
    if context.flow is not told and _opens_list(scanned):
        context = evolve(context, listing=context.flow)
    if scanned.mask & m.SettlementWord.bit and scanned.mask & m.Currency.bit:
        context = evolve(context, settling=True)
    goods = _heard_goods(scanned, context.noted or context.goods)
    if goods is not None and _turns_to_goods(scanned):
        context = evolve(
            context,
            topic=evolve(context.topic, goods=goods) if context.topic is not None else None,
            flow=evolve(context.flow, goods=goods) if context.flow is not None else None,
            distance=0,
        )
    period = context.period if context.settling else heard_period(scanned, context, parts)
    fresh = period if period != context.period else None
    passing = scanned.sentence.kind == "title" or not _tells_trade(scanned)  # "Two years ago it was to save the mills"
    main, headlined = main_period(context, fresh, opening=True, titled=passing)
    subject = subject_in(scanned, context) or context.subject
    if _of_goods(scanned):
        context, subject = _whole(context, scanned), None
    return evolve(context, period=period, main=main, headlined=headlined, noted=goods or context.noted, subject=subject)


def _tells_trade(scanned: Scanned) -> bool:
    """Whether a sentence names a flow by more than a weak word ("in 2015 it was the fifth exporter of ore")."""
    return bool(scanned.mask & m.Head.bit) and any(not head.weak for _, head in meanings_of(scanned.mentions, m.Head))


def _turns_to_goods(scanned: Scanned) -> bool:
    """Whether a sentence only turns to other goods, of which the next ones tell: "Lead", "Soybean oil fares no better."."""
    mentions = scanned.mentions
    if len(mentions) <= _HEADING and mentions[0].mask & m.Goods.bit:
        return True
    led = len(mentions) > 1 and bool(mentions[0].mask & m.Relation.bit)
    good = mentions[1 if led else 0]
    if not good.mask & m.Goods.bit or good.start - scanned.sentence.span.start > _LED or len(mentions) > _TURN:
        return False
    return not any(each.mask & _TOLD for each in mentions if each is not good)


def _of_goods(scanned: Scanned) -> bool:
    """Whether a sentence is about some goods, and names no country: "Tin was the main article of export"."""
    return (
        scanned.sentence.kind == "sentence"
        and bool(scanned.mentions[0].mask & m.Goods.bit)
        and not scanned.mask & (m.Party.bit | m.Body.bit)
    )


def _whole(context: Context, scanned: Scanned) -> Context:
    """Return the context in which these goods are told of as a part of the trade of the country that the text is about."""
    topic, goods = context.topic, scanned.mentions[0].get(m.Goods)
    if (
        topic is None
        or goods is None
        or topic.partner is not None
        or topic.goods is None
        or topic.goods not in commodity(goods.id).ancestors()
    ):
        return context
    return evolve(context, flow=evolve(topic, goods=goods.id, share=False), distance=0)


def _heading(scanned: Scanned, context: Context) -> Context:
    """Return the context after a line that names a flow without its parties, as that over a table does: "Crude imports, May"."""
    topic = context.topic
    if scanned.sentence.kind in {"sentence", "title"} or topic is None or scanned.mask & (_NAMES | m.World.bit) or context.distance == 0:
        return context
    heads = [head for mention in scanned.mentions if (head := mention.get(m.Head)) is not None and not head.weak]
    if not heads or heads[0].side is Side.BOTH or heads[0].side is not topic.side:
        return context
    goods = _heard_goods(scanned, context.noted or context.goods)
    flow = evolve(topic, measure=heads[0].measure, partner=None, goods=goods or topic.goods)
    return evolve(context, flow=flow, topic=flow, distance=0)


def headed(scanned: Scanned, context: Context) -> Context:
    """Return the context after a sentence that is nothing but the name of a country: its trade with the text's owner is told next."""
    topic, sentence = context.topic, scanned.sentence
    if topic is None or not scanned.mask & m.Party.bit:
        return context
    first = scanned.mentions[0]
    party = first.get(m.Party)
    if party is None or len(party.codes) != 1 or len(sentence.span) > _MARK + first.end - first.start:
        return context
    code = party.codes[0]
    flow = evolve(topic, partner=None if code == topic.owner else code)
    return evolve(context, flow=flow, topic=topic if sentence.kind == "sentence" else flow, distance=0)


def _heard_flow(scanned: Scanned, context: Context, parts: Sequence[Chunk]) -> Context:
    """Return the context after the flow that a sentence names: the first one by a strong head, else by a weak one with both its ends."""
    titled = scanned.sentence.kind == "title"
    wanted = m.Head.bit | (m.Goods.bit if titled or context.flow is None else 0)
    if not scanned.mask & _NAMES and parts:
        return _unnamed(scanned, context, parts)
    if not scanned.mask & wanted:
        return context
    if not scanned.mask & m.Party.bit and context.flow is None and (abroad := _exports_of_home(context, parts)) is not None:
        return evolve(context, flow=abroad, topic=abroad, distance=0)
    if not scanned.mask & (m.Party.bit | m.Pointer.bit):
        return context
    speaking = (chunk for chunk in parts if chunk.mask & wanted and chunk.mask & _NAMES)
    phrases = [phrase for phrase in map(read, speaking) if phrase.parties or Anaphor.PAIR in phrase.pointers]
    if scanned.sentence.kind != "sentence" and not phrases:
        phrases = _under_name(parts)
    listing = _opens_list(scanned)
    for weak in (False, True):
        for phrase in phrases:
            owned = phrase.of(Slot.OWNER) or phrase.of(Slot.SUBJECT) or phrase.of(Slot.PAIR)
            heads = sorted((head for _, head in phrase.heads), key=lambda head: not head.agent)
            named = [
                head
                for head in heads
                if (_names(head, phrase, context, weak=weak, listing=listing) or (weak and titled and _sells(head, phrase)))
                and (owned or head.measure is not Measure.BALANCE)
            ]
            ends = ends_of(named[0], phrase, context) if named else None
            if ends is not None and {ends.exporter, ends.importer} & SUBJECTS:
                goods = _of_pipe(phrase, meant(phrase, context))
                if len(goods) == 1 and named[0].measure is Measure.EXPORTS:
                    ends = turned(ends, goods[0], context.period.first.year if context.period is not None else None, context)
                return spoken(context, named[0], ends, goods, titled=titled)
    entitled = [phrase for phrase in phrases if phrase.goods] if titled else []
    if entitled:
        return _entitled(entitled[0], context)
    piped = along(next((phrase.route for phrase in map(read, parts) if phrase.route is not None), None)) if context.flow is None else None
    if piped is not None and any(phrase.goods or phrase.of(Slot.TO) for phrase in phrases):
        goods = tuple("natural-gas" if each == "gas" else each for phrase in phrases for _, each in phrase.goods)
        return spoken(context, Head(Measure.EXPORTS, Side.EXPORTER, weak=True), piped, goods, titled=titled)
    return context if context.flow is not None else _of_origin(phrases, context)


def _of_pipe(phrase: Phrase, goods: tuple[str, ...]) -> tuple[str, ...]:
    """Return the goods of a phrase: gas that goes through a pipeline is no liquid."""
    if phrase.route is None or corridor(phrase.route).kind != "pipeline":
        return goods
    return tuple("natural-gas" if each == "gas" else each for each in goods)


def _exports_of_home(context: Context, parts: Sequence[Chunk]) -> Topic | None:
    """Return the exports of some goods that a text names first, without a country: those of the one in which its language is at home."""
    home = context.home
    for phrase in map(read, parts):
        head = next((head for _, head in phrase.heads if not head.weak), None)
        if head is None or not phrase.goods or phrase.parties or home not in SUBJECTS:
            continue
        if head.measure is Measure.EXPORTS and head.side is Side.EXPORTER and head.use is Use.NOUN:
            goods = meant(phrase, context)
            return Topic(owner=home, measure=head.measure, side=head.side, goods=goods[0] if len(goods) == 1 else None)
    return None


def parted(scanned: Scanned, context: Context) -> Context:
    """Return the context after a line that is nothing but "of which": parts of the flow told before are listed under it."""
    pointer = scanned.mentions[0].get(m.Pointer) if len(scanned.mentions) in {1, 2} else None
    leads = pointer is not None and pointer.to is Anaphor.OF_WHICH and _opens_list(scanned)
    return evolve(context, listing=context.flow) if leads and context.flow is not None else context


def _opens_list(scanned: Scanned) -> bool:
    return scanned.quote().rstrip().endswith(LISTING)


def _unnamed(scanned: Scanned, context: Context, parts: Sequence[Chunk]) -> Context:
    """Return the context after a trade that is named without any country: that of the two whom the text has on its stage."""
    heads = [head for phrase in map(read, parts) for _, head in phrase.heads if not head.weak]
    staged = context.staged()
    whose = context.subject if context.subject in SUBJECTS else context.counting if scanned.sentence.kind == "title" else None
    if heads and context.flow is None and staged is None and scanned.sentence.kind != "sentence" and whose in SUBJECTS:
        # the head of a table, below the title that says whose it is; or a title that need not say it at home
        flow = Topic(owner=whose, measure=heads[0].measure, side=heads[0].side, goods=_heard_goods(scanned, context.noted or context.goods))
        return evolve(context, flow=flow, topic=flow, distance=0)
    if (
        heads
        and _opens_list(scanned)
        and heads[0].measure is Measure.EXPORTS
        and (ends := ends_of(heads[0], read(parts[0]), context)) is not None
    ):
        return spoken(context, heads[0], ends, ())
    if not heads or heads[0].side is not Side.BOTH or scanned.mask & m.OtherMeasure.bit:
        return context
    if context.flow is not None:  # "And trade as a whole?"
        pair = context.flow.pair()
        whole = pair is not None and len(scanned.mentions) <= _BRIEF
        return evolve(context, flow=Topic(owner=pair[0], partner=pair[1]), distance=0) if whole and pair is not None else context
    if staged is None:
        return context
    flow = Topic(owner=staged[0], partner=staged[1])
    return evolve(context, flow=flow, topic=flow, distance=0)


def _under_name(parts: Sequence[Chunk]) -> list[Phrase]:
    """Return the rest of a heading that begins with a name: "Peru: exports of copper, 2020"."""
    name, *rest = map(read, parts)
    following = [phrase for phrase in rest if phrase.heads]
    if len(name.chunk.items) != 1 or len(name.parties) != 1 or not following:
        return []
    following[0].parties = [Placed(-1, name.parties[0].codes, Slot.SUBJECT)]
    return following[:1]


def _of_origin(phrases: Sequence[Phrase], context: Context) -> Context:
    """Return the context after goods of one of the two: exports of them are its exports, to the other one where that is named too."""
    named = {code for phrase in phrases for placed in phrase.parties for code in placed.codes}
    for phrase in phrases:
        origin = phrase.of(Slot.ORIGIN) or [code for code in phrase.of(Slot.OWNER) if code == "RU" and not phrase.heads]
        if len(origin) == 1 and origin[0] in SUBJECTS and phrase.goods:
            other = next(iter(named & SUBJECTS - {origin[0]}), None)
            goods = phrase.goods[0][1] if len({each for _, each in phrase.goods}) == 1 else None
            buys = goods is not None and usual_side(goods, origin[0]) == "importer"
            side = Side.IMPORTER if buys else Side.EXPORTER  # "Russian electricity", but "Chinese coking coal"
            flow = Topic(owner=origin[0], partner=other, measure=Measure.EXPORTS, side=side, goods=goods, noted=True)
            return evolve(context, flow=flow, topic=flow, distance=0)
    return context


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
        return True  # "In 2022 Russia shipped to China:"
    home = head.use is Use.VERB and codes <= SUBJECTS and context.topic is not None and context.topic.pair() == HOME_PAIR
    came = context.flow is None and head.use is Use.VERB and bool(phrase.of(Slot.TO)) and phrase.of(Slot.TO)[0] in SUBJECTS
    topic, goal = context.topic, phrase.of(Slot.TO)
    if weak and head.use is Use.VERB and topic is not None and topic.partner is None and topic.side is Side.EXPORTER and len(goal) == 1:
        return goal[0] != topic.owner  # "Of what goes to Peru, nearly all lines gained", in a text about Chile's exports
    two = codes == SUBJECTS and head.side is not Side.BOTH and (head.use is Use.NOUN or bool(phrase.movements))
    return weak and (two or (bool(goods) and (len(codes) > 1 or came or (home and bool(codes)))))


def _entitled(phrase: Phrase, context: Context) -> Context:
    """A title that names one of the two and a raw material ("China's potash"): China imports it, Russia exports it."""
    owners = list(dict.fromkeys(code for placed in phrase.parties for code in placed.codes))
    goods = commodity(phrase.goods[0][1])
    if len(owners) != 1 or owners[0] not in SUBJECTS or not any(each in RAW for each in (goods.id, *goods.ancestors())):
        return context
    side = Side.IMPORTER if owners[0] == "CN" else Side.EXPORTER
    topic = Topic(owner=owners[0], measure=Measure.EXPORTS, side=side, goods=goods.id)
    return evolve(context, flow=topic, topic=topic, distance=0, titled=True)


def _heard_goods(scanned: Scanned, known: str | None) -> str | None:
    """Return the good named last that is none by which others are moved, and does not only take up the one known."""
    if not scanned.mask & m.Goods.bit:
        return None
    for index in range(len(scanned.mentions) - 1, -1, -1):
        mention = scanned.mentions[index]
        goods = mention.get(m.Goods) if mention.mask & m.Goods.bit else None
        if goods is None or is_means(scanned.mentions, index):
            continue
        if not (mention.mask & m.Pointer.bit and known is not None and is_sort(known, goods.id)):
            return goods.id
    return None

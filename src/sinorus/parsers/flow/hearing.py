"""What a sentence without a figure of a flow leaves behind: a flow that is spoken of, its goods, its time."""

from collections.abc import Sequence

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Side
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.chunk import Chunk
from sinorus.parsers.clause import chunks
from sinorus.parsers.context import Context
from sinorus.parsers.flow.heard_flow import NAMES, heard_flow
from sinorus.parsers.flow.heard_goods import as_part, good_turned_to, heard_goods, is_of_goods
from sinorus.parsers.flow.heard_period import heard_period, heard_plan
from sinorus.parsers.flow.memory_time import main_period
from sinorus.parsers.flow.partner import crossed
from sinorus.parsers.flow.standing import subject_in
from sinorus.parsers.flow.telling import opens_list
from sinorus.parsers.talk import HOME_PAIR
from sinorus.scan.sentence import Scanned
from sinorus.values.evolve import evolve

_LEAD_IN = 20
"""Characters of a line that only says how a list is sorted, at most: "By sorts:"."""
_MARK = 2
"""Characters that a heading may have beside its name: a stop or a colon."""


def heard(scanned: Scanned, context: Context, parts: Sequence[Chunk] = ()) -> Context:
    """Return the context after a sentence without a figure of a flow: it may still name a flow, a period or goods.

    `parts` are its chunks, where they are known.
    """
    mask = scanned.mask
    if not parts and mask & (PeriodExpr.bit | m.Head.bit | m.Goods.bit):
        parts = chunks(scanned)
    told, barred = context.flow, _bars(scanned)
    if not (_shares_of_money(scanned) and told is not None):
        after = _heading(scanned, heard_flow(scanned, context, parts))
        context = after if not barred or (after.flow is not None and after.flow.pair() == HOME_PAIR) else context
    if context.flow is not told and opens_list(scanned):
        context = evolve(context, listing=context.flow)
    if scanned.mask & m.SettlementWord.bit and scanned.mask & m.Currency.bit:
        context = evolve(context, settling=True)
    turned = good_turned_to(scanned, context.noted or context.goods) if mask & m.Goods.bit else None
    goods = turned or heard_goods(scanned, context.noted or context.goods)
    if turned is not None:
        context = evolve(
            context,
            topic=evolve(context.topic, goods=goods) if context.topic is not None else None,
            flow=evolve(context.flow, goods=goods) if context.flow is not None else None,
            distance=0,
        )
    period = context.period if context.settling or barred else heard_period(scanned, context, parts)
    fresh = period if period != context.period else None
    passing = scanned.sentence.kind == "title" or not _tells_trade(scanned)  # "Two years ago it was to save the mills"
    main, headlined = main_period(context, fresh, opening=True, titled=passing)
    subject = subject_in(scanned, context) or context.subject
    if is_of_goods(scanned):
        context, subject = as_part(context, scanned), None
    if (plan := heard_plan(scanned, context)) is not None:
        context = evolve(context, aim=plan[0], aimed=plan[1], distance=0)
    return evolve(context, period=period, main=main, headlined=headlined, noted=goods or context.noted, subject=subject)


def _bars(scanned: Scanned) -> bool:
    """Whether a sentence tells of a ban or a duty: neither whose trade is told next nor when that was: "Peru barred such imports"."""
    return scanned.sentence.kind == "sentence" and not scanned.mask & m.Figure.bit and bool(scanned.cued("flow", "barred"))


def _shares_of_money(scanned: Scanned) -> bool:
    """Whether a sentence names a trade only as that of which currencies have a share: "in all of Peru's trade the dollar had 68%"."""
    percents = any(figure.quantity.unit == "%" for _, figure in scanned.of(m.Figure))
    return bool(scanned.mask & m.Currency.bit and scanned.mask & (m.Share.bit | m.SettlementWord.bit)) and percents


def _tells_trade(scanned: Scanned) -> bool:
    """Whether a sentence names a flow by more than a weak word ("in 2015 it was the fifth exporter of ore")."""
    return any(not head.weak for _, head in scanned.of(m.Head))


def _heading(scanned: Scanned, context: Context) -> Context:
    """Return the context after a line that names a flow without its parties, as that over a table does: "Crude imports, May"."""
    topic = context.topic
    if scanned.sentence.kind in {"sentence", "title"} or topic is None or scanned.mask & (NAMES | m.World.bit) or context.distance == 0:
        return context
    heads = [head for _, head in scanned.of(m.Head) if not head.weak]
    if not heads or heads[0].side is Side.BOTH or heads[0].side is not topic.side:
        return context
    goods = heard_goods(scanned, context.noted or context.goods)
    flow = evolve(topic, measure=heads[0].measure, partner=None, goods=goods or topic.goods)
    return evolve(context, flow=flow, topic=flow, distance=0)


def headed(scanned: Scanned, context: Context) -> Context:
    """Return the context after a sentence that is nothing but a name.

    The trade of a country with the text's owner is told next, or what passes a crossing.
    """
    if scanned.sentence.kind != "sentence":
        route = next((route.id for _, route in scanned.of(m.Route)), None) if scanned.mask & m.Route.bit else None
        alone = len(scanned.mentions) == 1 and len(scanned.sentence.span) <= _MARK + scanned.mentions[0].end - scanned.mentions[0].start
        context = evolve(context, heading=route if alone and crossed(route) is not None else None)
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


def parted(scanned: Scanned, context: Context) -> Context:
    """Return the context after a line that only leads to a list, "of which:", "by sorts:": its items are parts of the flow told before."""
    leads = opens_list(scanned) and len(scanned.sentence.span) <= _LEAD_IN and not scanned.mask & (m.Party.bit | m.OtherMeasure.bit)
    return evolve(context, listing=context.flow) if leads and context.flow is not None else context

"""What a text remembers of its flows: the last one, the one it is about, their period, goods and currency."""

from sinorus.languages.meaning import Head, Side
from sinorus.parsers.context import Context, Topic
from sinorus.parsers.flow.claim import Draft
from sinorus.parsers.flow.memory_time import before_sum, detailed, times_after
from sinorus.parsers.flow.partner import SUBJECTS
from sinorus.parsers.flow.sorts import is_sort
from sinorus.parsers.flow.two_ends import OF_THIRD, Ends
from sinorus.parsers.talk import HOME_PAIR
from sinorus.records import FlowStatus, Measure, TradeFlow
from sinorus.values import Basis, Period, Quantity
from sinorus.values.evolve import evolve
from sinorus.world import commodity


def topic_of(head: Head, ends: Ends, goods: tuple[str, ...], context: Context, *, share: bool = False) -> Topic | None:
    """Return a flow as a topic: seen from its owner: the one of China and Russia, unless a share is told of a third country's trade.

    A text that tells of a third country's trade with one of the two first, or is told from its side, is about that country.
    """
    owner, partner, side = ends.exporter, ends.importer, head.side
    if side is Side.IMPORTER:
        owner, partner = partner, owner
    if owner is None:
        owner, partner = partner, None
        side = side.facing
    if owner is None:
        return None
    first = context.flow is None and head.measure is Measure.TURNOVER and not ends.carried
    kept = OF_THIRD in ends.carried or first or owner == context.viewpoint
    if owner not in SUBJECTS and partner in SUBJECTS and not kept and not share:
        owner, partner, side = partner, owner, side.facing
    return Topic(owner=owner, partner=partner, measure=head.measure, side=side, goods=goods[0] if len(goods) == 1 else None)


def spoken(
    context: Context, head: Head, ends: Ends, goods: tuple[str, ...], *, titled: bool = False, share: bool = False, passed: bool = False
) -> Context:
    """Return the context in which a flow has just been spoken of; `passed` where it is a part of all that passes a crossing.

    A part does not take the stage from its total: not the directions of a turnover, nor one partner of all.
    """
    flow = topic_of(head, ends, goods, context, share=share)
    if flow is None:
        return context
    last, topic = context.flow, context.topic
    passed = passed and topic is not None and topic.measure is Measure.TURNOVER and topic.pair() == flow.pair()
    if last is not None and last.owner not in SUBJECTS and flow.partner == last.owner and last.partner in {None, flow.owner}:
        flow = evolve(flow, owner=last.owner, partner=flow.owner, side=flow.side.facing)  # still the trade of the third
    if topic is not None and topic.partner is None and flow.partner == topic.owner and ends.carried:
        flow = evolve(flow, owner=flow.partner, partner=flow.owner, side=flow.side.facing)
    listed = "flow" in ends.carried
    part = topic is not None and (listed or passed or (not context.titled and _is_part(flow, topic, ends, context)))
    if titled or (topic is not None and topic.entitled and topic.pair() == flow.pair() and topic.owner == flow.owner):
        flow = evolve(flow, entitled=True)
    subject = ends.importer if head.side is Side.IMPORTER else ends.exporter
    trade = flow if flow.measure is Measure.TURNOVER and flow.partner is not None else context.trade
    return evolve(context, flow=flow, topic=topic if part else flow, trade=trade, subject=subject, distance=0, titled=titled)


def _is_part(flow: Topic, topic: Topic, ends: Ends, context: Context) -> bool:
    """Whether a flow is a direction of the turnover, or a partner of the total, that the text is about."""
    if (
        topic.measure is Measure.TURNOVER
        and flow.measure is not Measure.TURNOVER
        and topic.pair() == flow.pair()
        and flow.goods == topic.goods
    ):
        return True
    same = flow.pair() is not None and (flow.pair(), flow.measure) == (topic.pair(), topic.measure)
    if same and flow.goods is not None and topic.goods in commodity(flow.goods).ancestors():
        return True  # a sort of the goods
    alone = evolve(flow, goods=topic.goods, route=topic.route, share=topic.share, dealt=topic.dealt, entitled=topic.entitled) == topic
    if alone and flow.partner is None and topic.goods is not None and flow.goods is not None and is_sort(flow.goods, topic.goods):
        return True  # a sort of what the country sells to all
    home = topic.measure is Measure.TURNOVER and topic.pair() == HOME_PAIR and flow.partner is not None and flow.owner in SUBJECTS
    if home and flow.pair() != HOME_PAIR:
        return True  # a comparison with another partner of one of the two
    back = topic.goods is not None and flow == evolve(topic, side=topic.side.facing, goods=flow.goods)
    if back and "parties" in ends.carried and flow.goods in {None, topic.goods}:
        return True  # what comes the other way, in a text about exports of some goods
    branch = topic.partner is None and topic.owner == flow.owner and flow.partner is not None
    return branch and (topic.entitled or bool(ends.carried) or flow.pair() == context.pair())


def remember(context: Context, draft: Draft, record: TradeFlow, *, aside: bool, titled: bool) -> Context:
    """Return the context after a flow: its parties, period, goods and currency; an aside leaves the period."""
    frame = draft.frame
    assert frame.ends is not None
    context = _of_one_good(context, record)
    if frame.beside:
        return evolve(context, distance=0)
    goods = (record.commodity.id,) if record.commodity is not None else ()
    if frame.share and None in {frame.ends.exporter, frame.ends.importer} and context.flow is not None:
        return _in_parts(context, draft, record)
    flow = context.flow
    part = record.share is not None and record.value is None and record.volume is None
    if part and goods and flow is not None and flow.goods is None and _same(flow, record):
        return evolve(context, noted=goods[0], flow=evolve(flow, share=True), distance=0)
    passed = frame.route is not None and context.flow is not None and context.flow.route == frame.route
    after = spoken(context, frame.head, frame.ends, goods, titled=titled, share=frame.share, passed=passed)
    whole = context.flow is None and not goods and after.flow is not None and after.flow.partner is None
    told = record.value or record.volume
    unit = told.unit if told is not None else context.unit
    money = record.value.unit if record.value is not None else context.money
    levels = _last_levels(context, record, listed=frame.dealt is not None)
    period, main, headlined = times_after(context, draft, record, aside=aside, titled=titled)
    again = context.worldwide and "flow" in frame.ends.carried
    flow, noted = after.flow, context.noted
    if flow is not None:
        flow = evolve(flow, share=frame.share or frame.shared or record.share is not None, dealt=frame.dealt, route=frame.route)
        whole_trade = (
            record.measure is Measure.TURNOVER and told is not None and told.unit != "TEU"
        )  # what boxes hold is told by other means
        noted = goods[0] if goods else None if frame.cargo or whole_trade else context.noted
    return evolve(
        after,
        ways=not goods and record.value is not None and (_is_back(context.flow, record) or _sums_ways(context, record)),
        both_ways=not goods and context.flow is not None and flow is not None and _turns_back(context.flow, flow),
        whole=flow.owner if whole and flow is not None else after.whole,
        period=period,
        main=main,
        latest=context.latest if aside or record.status is not FlowStatus.REPORTED else record.period or context.latest,
        headlined=headlined,
        unit=unit,
        money=money,
        levels=tuple(levels.values()),
        summed=after.flow if told is not None and record.share is None and frame.dealt is None else context.summed,
        rivals=frame.rivals or (context.rivals if "flow" in frame.ends.carried else None),
        worldwide=frame.world or again,
        monthly=context.monthly if (basis := _basis_of(record)) is None else basis is Basis.MOM,
        aim=record.status,
        aimed=record.period if record.status is not FlowStatus.REPORTED else None,
        detailed=detailed(context, record),
        before_sum=before_sum(context, record, period),
        noted=noted,
        flow=flow,
        trade=flow if after.trade is after.flow else after.trade,
    )


def _last_levels(context: Context, record: TradeFlow, *, listed: bool) -> dict[str, Quantity]:
    """Return the last level of each unit; the small part of a partner in a list is no measure of what is told behind it."""
    levels = {each.unit: each for each in context.levels}
    for level in (record.value, record.volume):
        if level is not None and level.unit != "1" and not (listed and level.unit in levels and level.amount < levels[level.unit].amount):
            levels[level.unit] = level
    return levels


def _turns_back(before: Topic, now: Topic) -> bool:
    """Whether a country's trade with all is told the other way than just before: its exports, and its imports."""
    return before.partner is None and before.side is not Side.BOTH and now == evolve(before, side=before.side.facing)


def _basis_of(record: TradeFlow) -> Basis | Period | None:
    return record.change.basis if record.change is not None else None


def _of_one_good(context: Context, record: TradeFlow) -> Context:
    """Return the context in which one more flow has been told: of the goods of all before it, or of others."""
    goods, (known, count) = record.commodity.id if record.commodity is not None else None, context.sole
    same = goods is not None and (count == 0 or goods == known)
    flow = context.flow
    turned = same and (context.crossed or (flow is not None and flow.measure is Measure.EXPORTS and _same(flow, record, back=True)))
    return evolve(context, sole=(goods, count + 1) if same else (None, count + 1), crossed=turned)


def _in_parts(context: Context, draft: Draft, record: TradeFlow) -> Context:
    """Return the context after a share that several have together: shares are told on, of the same flow, where it is the one spoken of."""
    flow, ends = context.flow, draft.frame.ends
    goods = record.commodity.id if record.commodity is not None else None
    if flow is None or ends is None:
        return context
    own = {ends.exporter, ends.importer} - {None} == {flow.owner} and flow.measure is record.measure
    if own and draft.frame.world and goods == flow.goods:
        flow = evolve(flow, partner=None)  # "with 19% of the arms sold worldwide Peru is second; in 2006 its share was 26%"
    owner = own and flow.partner is None
    if owner and goods == flow.goods and record.period is not None:
        context = evolve(context, flow=evolve(flow, share=True), period=record.period, main=context.main or record.period)
    return evolve(context, noted=goods or context.noted, distance=0)


def elsewhere(context: Context, draft: Draft) -> Context:
    """Return the context after a total of a third country, which is no record but may be the whole of some: "Japan imported 66 Mt"."""
    ends = draft.frame.ends
    if ends is None or draft.frame.head.measure is not Measure.EXPORTS or draft.frame.share or None not in {ends.exporter, ends.importer}:
        return context
    third = {ends.exporter, ends.importer} - {None, *SUBJECTS}
    spoken_of = context.flow is None or context.owner in third
    if not third or not spoken_of or len(draft.frame.goods) > 1 or (ends.carried and context.owner not in third):
        return context
    return spoken(context, draft.frame.head, ends, draft.frame.goods)


def _same(flow: Topic, record: TradeFlow, *, back: bool = False) -> bool:
    """Whether a record is of the flow spoken of, seen from the same end, or of the way back."""
    seller, buyer = (flow.owner, flow.partner) if (flow.side is Side.EXPORTER) is not back else (flow.partner, flow.owner)
    known = tuple(end.code if end is not None else None for end in (record.exporter, record.importer))
    return flow.measure is record.measure and flow.side is not Side.BOTH and (seller, buyer) == known


def _is_back(flow: Topic | None, record: TradeFlow) -> bool:
    """Whether a record tells the other way of the trade of which the flow before it was one way, in all goods."""
    return flow is not None and flow.measure is Measure.EXPORTS and flow.goods is None and _same(flow, record, back=True)


def _sums_ways(context: Context, record: TradeFlow) -> bool:
    """Whether a record tells what the two ways of a trade just told leave over."""
    return context.ways and record.measure is Measure.BALANCE

"""What a text remembers of times: the one spoken of, and the one to which its paragraphs go back."""

from sinorus.parsers.context import Context, Topic
from sinorus.parsers.flow.claim import Draft
from sinorus.records import FlowStatus, TradeFlow
from sinorus.values import Period

_LATE = 1
"""Years before that of its date of which a text tells as of its own."""
_AHEAD = frozenset({FlowStatus.FORECAST, FlowStatus.TARGET})
"""A flow that was only planned or expected has set no time that the text could go back to."""


def times_after(
    context: Context, draft: Draft, record: TradeFlow, *, aside: bool, titled: bool
) -> tuple[Period | None, Period | None, bool]:
    """Return the time spoken of behind a flow, that to which paragraphs go back, and whether the latter is only the title's."""
    keep = (
        (aside and context.period is not None)
        or (record.status is not FlowStatus.REPORTED and not _is_over(context, record))
        or record.period is None
        or not draft.named
        or _is_beside_aim(context, record)
        or (not context.leads and (_looks_back(context, record) or (context.period is not None and _is_of_many_years(record.period))))
    )
    keep = keep and not _comes_to_our_days(context.period, record, context)
    period = context.period if keep else record.period
    main, headlined = main_period(context, None if keep else record.period, opening=draft.opening, titled=titled)
    headlined = headlined and (titled or aside or record.period != main)  # the text has taken it up
    return period, main, headlined


def _is_over(context: Context, record: TradeFlow) -> bool:
    """Whether what is expected is of a time that has ended, of which the text goes on to tell: "in October it may have been 9 kt"."""
    date, period = context.date, record.period
    return record.status is FlowStatus.FORECAST and date is not None and period is not None and period.last < date


def _comes_to_our_days(told: Period | None, record: TradeFlow, context: Context) -> bool:
    """Whether a text that began long ago arrives at the years of its own date: "In 1991 it was $8bn; last year it came to $900bn"."""
    period, date = record.period, context.date
    if told is None or period is None or date is None or record.status is not FlowStatus.REPORTED:
        return False
    return told.last.year < date.year - _LATE and date.year - _LATE <= period.last.year <= date.year


_MANY = 5
"""Years over which only what is usual is told: a month named behind them is one of the time spoken of before."""


def _is_of_many_years(period: Period) -> bool:
    return period.is_years and period.last.year - period.first.year >= _MANY


def _looks_back(context: Context, record: TradeFlow) -> bool:
    """Whether the flow just told is told once more, of an earlier time: what follows is of the time told before."""
    flow, known, told = context.flow, context.period, record.period
    if flow is None or known is None or told is None or context.latest is None or context.distance > 1 or context.aim in _AHEAD:
        return False
    goods = record.commodity.id if record.commodity is not None else None
    return told.last < known.first and goods == flow.goods and _ends_alike(flow, record)


def _is_beside_aim(context: Context, record: TradeFlow) -> bool:
    """Whether a level is that of the year before beside what is expected: "the half year is to bring 9 Mt, a year earlier it was 8"."""
    told, aimed = record.period, context.aimed
    if context.aim is not FlowStatus.FORECAST or aimed is None or told is None or context.flow is None or context.distance:
        return False
    before = (told.first.year + 1, told.first.month, told.last.year + 1, told.last.month)
    return before == (aimed.first.year, aimed.first.month, aimed.last.year, aimed.last.month) and not aimed.is_years


def main_period(context: Context, period: Period | None, *, opening: bool, titled: bool) -> tuple[Period | None, bool]:
    """Return the period to which paragraphs go back, and whether it is only the title's.

    The first one named is it, until a later one opens a paragraph; a part of it ("in December alone") is a detail, and what was
    before it a look back.
    """
    main = context.main
    if period is None:
        return main, context.headlined
    if period == main:
        return main, context.headlined and titled
    if main is None or (context.headlined and not (main.contains(period) and period.first > main.first)):
        return period, titled
    if context.date is not None and main.is_years and main.last > context.date:
        return period, False  # "this year" is not over: goods have moved in a part of it
    running = context.date is None or (main.last >= context.date and not main.is_month)  # "since the year began", told before any figure
    if running and main.contains(period) and period.first == main.first:
        return period, False  # nor, as it seems, was it when a text without a date was told
    if context.date is not None and main.last.year < context.date.year - _LATE <= period.last.year:
        return period, False  # what was long ago led up to it
    own = not main.is_years and main.first.month != 1  # a stretch that the writer has cut: the month named next is what he tells of
    later = period.first > main.last or (opening and period.last >= main.last and (own or not main.contains(period)))
    return (period if context.leads and later else main), False


def detailed(context: Context, record: TradeFlow) -> Period | None:
    """Return the time of the flow just told, where the same flow is told of a part of it."""
    flow, known, told = context.flow, context.detailed or context.period, record.period
    goods = record.commodity.id if record.commodity is not None else None
    level = record.value or record.volume
    before = {context.unit, *(each.unit for each in context.levels)}
    if flow is None or known is None or told is None or known == told or level is None or level.unit not in before:
        return None
    if flow.partner is None or context.distance > 1:
        return None
    return known if known.contains(told) and flow.goods == goods and _ends_alike(flow, record) else None


def before_sum(context: Context, record: TradeFlow, period: Period | None) -> Period | None:
    """Return the month that the time now spoken of sums up, if the flow just told was told of that month before."""
    flow, known, told = context.flow, context.period, record.period
    if told is None or period == known or flow is None or known is None:
        return context.before_sum if period == known else None
    goods = record.commodity.id if record.commodity is not None else None
    summed = known.is_month and told.contains(known) and told != known and told.last == known.last and told.first.month == 1
    return known if summed and goods == flow.goods and _ends_alike(flow, record) and context.distance == 0 else None


def _ends_alike(flow: Topic, record: TradeFlow) -> bool:
    codes = {end.code for end in (record.exporter, record.importer) if end is not None}
    return record.measure is flow.measure and codes == {flow.owner, flow.partner} - {None}

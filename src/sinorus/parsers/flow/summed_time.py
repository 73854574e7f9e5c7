"""What is summed over a longer time, not over all partners: "in May 2 Mt were sold to Peru; in all, nine months brought 9 Mt"."""

from sinorus.languages import meaning as m
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.context import Context
from sinorus.parsers.flow.partner import one_of_many
from sinorus.parsers.phrase import Phrase


def sum_time(phrase: Phrase, context: Context) -> None:
    """Take "all" of a chunk that names nobody as all of the longer time named next, where two countries' flow of some goods was told."""
    flow, told = context.flow, context.period
    if (
        not phrase.world
        or not phrase.heads
        or phrase.parties
        or flow is None
        or None in {flow.partner, flow.goods}
        or told is None
        or context.distance > 1
    ):
        return
    items = phrase.chunk.items
    expr = items[1].get(PeriodExpr) if len(items) > 1 and items[0].mask & m.World.bit else None
    if expr is None or one_of_many(context) or context.whole_of is not None or context.listing is not None:
        return
    period = context.anchor(expr, told)
    if period is not None and period != told and period.contains(told):
        phrase.world = False

"""Two times that a text holds against each other: to which of them a share belongs that is told without its year, or without a time."""

from sinorus.languages.period_expr import Grain, PeriodExpr, PeriodKind, PeriodRelation
from sinorus.parsers.context import Context
from sinorus.parsers.settlement.when import Timed
from sinorus.parsers.talk import MEMORY
from sinorus.scan.sentence import Scanned
from sinorus.values import Period


def compared_time(context: Context, time: Timed, at: int, dated: Period | None) -> Period | None:
    """Return the time of a share: that of the statements before in the same month, or the earlier or later of the two they compare."""
    known = context.talk.settled_when if context.talk.since_settled(at) <= MEMORY else ()
    if time.expr is not None and not (time.expr.kind is PeriodKind.CURRENT and time.compared):
        return _month_of(time.expr, known, dated)
    if len(known) == 2 and time.compared:
        return known[0] if time.left else known[1]
    return None


def _month_of(expr: PeriodExpr, known: tuple[Period, ...], dated: Period | None) -> Period | None:
    """Return the month that is told without a year: one spoken of before, or the latest one up to the month that the sentence dates."""
    part = expr.part
    if expr.kind is not PeriodKind.PART or part is None or part.grain is not Grain.MONTH or expr.offset is not None:
        return None
    told = next((period for period in known if part.of(period.first.year) == period), None)
    if told is None and expr.relation is PeriodRelation.BY and len(known) == 1:
        return part.of(known[0].first.year)  # "in January 2022 it was 4%; by December it was 23%"
    if told is not None or dated is None:
        return told
    here = part.of(dated.first.year)
    return here if here is None or here.last <= dated.last else part.of(dated.first.year - 1)


def dated_month(scanned: Scanned, figure: int) -> Period | None:
    """Return the only month that a sentence names with its year before a figure."""
    exprs = (mention.get(PeriodExpr) for mention in scanned.mentions[:figure] if mention.mask & PeriodExpr.bit)
    months = {expr.period for expr in exprs if expr is not None and expr.period is not None and expr.grain is Grain.MONTH}
    return months.pop() if len(months) == 1 else None

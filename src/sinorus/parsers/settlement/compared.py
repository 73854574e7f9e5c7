"""Two times that a text holds against each other: to which of them a share belongs that is told without its year, or without a time."""

from sinorus.languages.period_expr import Grain, PeriodExpr, PeriodKind, PeriodRelation
from sinorus.parsers.context import Context
from sinorus.parsers.settlement.when import Timed
from sinorus.parsers.talk import MEMORY
from sinorus.scan.sentence import Scanned
from sinorus.values import Period


def compared_time(context: Context, time: Timed, at: int, dated: Period | None, seen: tuple[Period, ...] = ()) -> Period | None:
    """Return the time of a share: that of the statements before in the same month, or the earlier or later of the two they compare.

    `seen` are the times of the shares told before it in its sentence.
    """
    known = context.talk.settled_when if context.talk.since_settled(at) <= MEMORY else ()
    if time.left and time.expr is None and len(known) < 2:
        known = tuple(sorted({*known, *seen}))
    if time.expr is not None and not (time.expr.kind is PeriodKind.CURRENT and time.compared):
        return _month_of(context, time, time.expr, known, dated)
    if len(known) == 2 and time.compared:
        return known[0] if time.left else known[1]
    return None


def before(time: Timed, reached: Period | None) -> Period | None:
    """Return the last month of a name before the one whose level was told: "46% in December, as against 65% in January"."""
    expr = time.expr
    if not time.left or reached is None or not reached.is_month or expr is None or not _is_bare_month(expr) or expr.part is None:
        return None
    here = expr.part.of(reached.first.year)
    return here if here is None or here.first < reached.first else expr.part.of(reached.first.year - 1)


def _is_bare_month(expr: PeriodExpr) -> bool:
    return expr.kind is PeriodKind.PART and expr.part is not None and expr.part.grain is Grain.MONTH and expr.offset is None


def _month_of(context: Context, time: Timed, expr: PeriodExpr, known: tuple[Period, ...], dated: Period | None) -> Period | None:
    """Return the month that is told without a year: one spoken of before, or that of the year of the month that the sentence dates.

    A level that was left, or a month that is not over, is of the year before: "23% in January 2023, after 19% in December".
    """
    part = expr.part
    if not _is_bare_month(expr) or part is None:
        return None
    told = next((period for period in known if part.of(period.first.year) == period), None)
    if told is None and expr.relation is PeriodRelation.BY and len(known) == 1:
        return part.of(known[0].first.year)  # "in January 2022 it was 4%; by December it was 23%"
    if told is not None or dated is None:
        return told
    here = part.of(dated.first.year)
    later = not time.left and context.date is not None and here is not None and here.last <= context.date
    return here if here is None or here.last <= dated.last or later else part.of(dated.first.year - 1)


def dated_month(scanned: Scanned, figure: int) -> Period | None:
    """Return the only month that a sentence names with its year before a figure."""
    exprs = (mention.get(PeriodExpr) for mention in scanned.mentions[:figure] if mention.mask & PeriodExpr.bit)
    months = {expr.period for expr in exprs if expr is not None and expr.period is not None and expr.grain is Grain.MONTH}
    return months.pop() if len(months) == 1 else None

"""A month and the sum since January, told of one partner after the other: "coal from Peru 5 Mt, since January 22; from Chile 3 Mt"."""

from sinorus.languages import meaning as m
from sinorus.languages.period_expr import PeriodExpr, PeriodKind
from sinorus.parsers.context import Context
from sinorus.parsers.flow.figure_part import RELATIVE
from sinorus.parsers.marks import mark_of
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned
from sinorus.values.evolve import evolve

_BETWEEN = PeriodExpr.bit | m.Level.bit | m.Relation.bit | m.Cue.bit | m.Pointer.bit | m.Head.bit
"""What may stand between a time and its level, besides a dash."""
_SUMS = frozenset({PeriodKind.CUMULATED, PeriodKind.TO_DATE})


def by_month(scanned: Scanned, context: Context) -> Context:
    """Return the context of a sentence that tells the sum spoken of only behind a level without a time: that one is of the month."""
    month, mentions = context.before_sum, scanned.mentions
    if month is None or not scanned.mask & PeriodExpr.bit:
        return context
    first = next((at for at, each in enumerate(mentions) if each.mask & PeriodExpr.bit or _unit_of(each)), 0)
    unit = _unit_of(mentions[first])
    for at, expr in scanned.of(PeriodExpr):
        if unit and at > first and _is_sum(expr, context) and _level_behind(mentions, at) == unit:
            return evolve(context, period=month, before_sum=None, by_month=True)
    return context


def back_to_month(after: Context) -> Context:
    """Return the context of a text that tells both of each partner: the next one is told of the month first."""
    if not after.by_month:
        return after
    if after.before_sum is not None:
        return evolve(after, period=after.before_sum, main=after.before_sum, before_sum=None)
    return after if after.period is None or after.period.is_month else evolve(after, by_month=False)


def _is_sum(expr: PeriodExpr, context: Context) -> bool:
    """Whether an expression means the time spoken of, which is a sum."""
    return expr.kind in _SUMS or (not expr.points_back and context.anchor(expr, context.period) == context.period)


def _level_behind(mentions: tuple[Mention, ...], at: int) -> str:
    """Return in what the level is counted that a time leads to."""
    behind = next((each for each in mentions[at + 1 :] if not each.mask & _BETWEEN and mark_of(each) is not m.Mark.DASH), None)
    return _unit_of(behind) if behind is not None else ""


def _unit_of(mention: Mention) -> str:
    """Return in what a level is counted; nothing where a mention is none."""
    figure = mention.get(m.Figure) if mention.mask & m.Figure.bit else None
    return "" if figure is None or figure.quantity.dimension in RELATIVE else figure.quantity.unit

"""Every expression of time of a sentence with the period that it names there, whether or not a record takes it."""

from collections.abc import Iterator

from sinorus.languages.period_expr import PeriodExpr, PeriodKind, PeriodRelation
from sinorus.parsers.bases import is_base
from sinorus.parsers.context import Context
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned
from sinorus.values import Period

__all__ = ["dated"]

_TOLD = frozenset({PeriodRelation.PLAIN, PeriodRelation.AS_OF})
"""A deadline, or the start of a development, is not what the sentence goes on to speak of."""


def dated(scanned: Scanned, context: Context) -> Iterator[tuple[Mention, Period | None]]:
    """Yield the expressions in their order; None where no year can be found.

    What points back ("the same period last year") looks at what the sentence itself named before, else at what the context speaks of.
    """
    if not scanned.mask & PeriodExpr.bit:
        return
    items = list(scanned.mentions)
    current, named = context.period, context.dated
    for index, mention in enumerate(items):
        expr = mention.get(PeriodExpr) if mention.mask & PeriodExpr.bit else None
        if expr is None:
            continue
        period = context.anchor(expr, (named or current) if expr.kind is PeriodKind.THAT_YEAR else current)
        yield mention, period
        if period is None or expr.points_back or is_base(items, index, expr):
            continue
        named = period
        if period.first != period.last and expr.relation in _TOLD:
            current = period

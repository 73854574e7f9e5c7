"""The year in which an undated text was written, where its comparisons tell it: "than in the same period of 2021" was written of 2022."""

import datetime
from collections.abc import Iterable

from sinorus.languages.period_expr import PeriodExpr, PeriodKind

_COUNTED = frozenset({PeriodKind.PART, PeriodKind.YEAR})
"""What is counted from the year of writing: "in January-April", "last year"."""


def year_of_writing(exprs: Iterable[PeriodExpr]) -> datetime.date | None:
    """Return the last day of the year after the latest one that the text compares with; None where it compares with none by name."""
    years = [expr.period.last.year for expr in exprs if expr.kind is PeriodKind.SAME and expr.period is not None]
    return datetime.date(max(years) + 1, 12, 31) if years else None


def counted_from_writing(expr: PeriodExpr) -> bool:
    """Whether the year of writing is enough to tell when this was."""
    return expr.kind in _COUNTED

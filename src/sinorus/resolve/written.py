"""When an undated text was written: the day on which figures come out in its first sentences, or the year that its comparisons tell."""

import datetime
from collections.abc import Iterable

from sinorus.languages.meaning import Body, OtherMeasure, Speech
from sinorus.languages.period_expr import Grain, PeriodExpr, PeriodKind
from sinorus.scan.sentence import Scanned

_COUNTED = frozenset({PeriodKind.PART, PeriodKind.YEAR})
"""What is counted from the year of writing: "in January-April", "last year"."""
_COUNTING = frozenset({"customs", "statistics"})
_FIRST = 2
"""The last paragraph in which a text may say when it was written."""


def day_of_writing(scanned: Scanned) -> datetime.date | None:
    """Return the day on which the first sentences of an undated text have someone say something, or figures come out.

    "It was announced on 18 December 2018", "customs data showed on Wednesday, April 13, 2022".
    """
    if scanned.sentence.paragraph > _FIRST or not scanned.mask & PeriodExpr.bit or not (scanned.mask & Speech.bit or _of_figures(scanned)):
        return None
    named = (mention.get(PeriodExpr) for mention in scanned.mentions if mention.mask & PeriodExpr.bit)
    days = {expr.period.first for expr in named if expr is not None and expr.period is not None and expr.grain is Grain.DAY}
    return days.pop() if len(days) == 1 else None


def _of_figures(scanned: Scanned) -> bool:
    """Whether a sentence names figures or who brings them out: customs data, a statistics office."""
    for mention in scanned.mentions if scanned.mask & (OtherMeasure.bit | Body.bit) else ():
        other, body = mention.get(OtherMeasure), mention.get(Body)
        if (other is not None and other.kind == "data") or (body is not None and body.kind in _COUNTING):
            return True
    return False


def year_of_writing(exprs: Iterable[PeriodExpr]) -> datetime.date | None:
    """Return the last day of the year after the latest one that the text compares with; None where it compares with none by name."""
    years = [expr.period.last.year for expr in exprs if expr.kind is PeriodKind.SAME and expr.period is not None]
    return datetime.date(max(years) + 1, 12, 31) if years else None


def counted_from_writing(expr: PeriodExpr) -> bool:
    """Whether the year of writing is enough to tell when this was."""
    return expr.kind in _COUNTED

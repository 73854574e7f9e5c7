"""Against what a change is measured, and the time that its base tells."""

import datetime

from sinorus.languages.period_expr import PeriodExpr, PeriodKind, PeriodRelation
from sinorus.parsers.flow.state import State
from sinorus.parsers.flow.stretches import period_spoken_of
from sinorus.parsers.phrase import Phrase
from sinorus.values import Basis, Period
from sinorus.values.evolve import evolve


def told_by_base(state: State, phrase: Phrase, known: Period | None) -> Period | None:
    """Return the period that a base of last year tells of a claim that inherits another: "6 Mt, up 14% from July 2023" is July 2024's."""
    expr, date = phrase.bases[-1][1], state.context.date
    if expr.points_back or not (expr.explicit or expr.offset == -1) or date is None:
        return None
    if known is None:
        return _after_base(state, expr, date)
    base = state.context.anchor(evolve(expr, relation=PeriodRelation.PLAIN), known)
    if base is None or base.is_years or base.last.year != date.year - 1 or base.month_count == known.month_count:
        return None
    own = base.shift_years(1)
    return own if own.last <= date and known.contains(own) else None


def _after_base(state: State, expr: PeriodExpr, date: datetime.date) -> Period | None:
    """Return the year after the one with which something is compared that has no time: "up 24% from 2024", in January 2026."""
    base = state.context.anchor(evolve(expr, relation=PeriodRelation.PLAIN), None)
    own = base.shift_years(1) if base is not None and base.is_years and base.first.year == base.last.year else None
    return own if own is not None and expr.explicit and own.last <= date and date.year - own.last.year == 1 else None


def base_behind(phrase: Phrase, index: int) -> PeriodExpr:
    """Return what the change at an index is measured against: what is named behind it, before the next figure, or else last."""
    end = next((at for at in phrase.figures if at > index), len(phrase.chunk.items))
    return next((expr for at, expr in phrase.bases if index < at < end), phrase.bases[-1][1])


def basis_of(state: State, expr: PeriodExpr, period: Period | None) -> Basis | Period | None:
    """Return what a change is measured against: the year or month before, or the period named."""
    if expr.kind is PeriodKind.MONTH_BEFORE or (expr.kind is PeriodKind.MONTH and expr.offset == -1):
        return Basis.MOM
    same = expr.kind is PeriodKind.SAME and period is not None
    if expr.kind is PeriodKind.YEAR_BEFORE or not (same or expr.whole or expr.explicit or expr.part is not None):
        return Basis.YOY
    if expr.relation is PeriodRelation.BY:
        expr = evolve(expr, relation=PeriodRelation.PLAIN)  # what a change is measured against is over
    named = state.context.anchor(expr, period or period_spoken_of(state))
    current = period or period_spoken_of(state)
    if named is None or current is None or named == current.previous_year():
        return Basis.YOY
    if named.is_month and current.is_month and 0 < (current.first - named.last).days <= 1:
        return Basis.MOM
    return named

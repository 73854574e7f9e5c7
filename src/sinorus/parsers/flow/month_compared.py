"""The month of a change that is one against the month before, though a longer time was spoken of last."""

from sinorus.parsers.flow.claim import Draft
from sinorus.values import Basis, Period


def month_compared(draft: Draft) -> Period | None:
    """Return the period of a claim: the last month of a stretch, where its change is one against the month before that."""
    told, basis = draft.period, draft.basis
    if told is None or told.is_month or told.is_years or told.last.day < _ENDS or basis is None:
        return told
    last = Period.month(told.last.year, told.last.month)
    if basis is Basis.MOM:
        return last
    if isinstance(basis, Period) and basis.is_month and 0 < (last.first - basis.last).days <= 1:
        draft.basis = Basis.MOM
        return last
    return told


_ENDS = 28
"""A month ends on this day, or later."""

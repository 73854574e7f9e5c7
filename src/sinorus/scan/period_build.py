"""From the words of a form to the expression they make: one small function a kind, chosen by the row's `build`."""

from functools import lru_cache

from sinorus.languages.period_expr import PeriodExpr
from sinorus.scan.period_atoms import Atoms
from sinorus.scan.period_calendar import CALENDAR
from sinorus.scan.period_distance import DISTANCES

_BUILDS = CALENDAR | DISTANCES


@lru_cache(maxsize=4096)
def build(name: str, offset: int | None, atoms: Atoms) -> PeriodExpr | None:
    """Return what the atoms of a form say, or None where they make no sense (a 31st of June, a fifth quarter).

    KeyError where no build has this name.
    """
    return _BUILDS[name](atoms, offset)

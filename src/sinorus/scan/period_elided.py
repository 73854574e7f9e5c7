"""The second of two quarters or halves, whose noun only the first one has: "in the first half 9 Mt, in the second 7"."""

from bisect import insort

from sinorus.languages.period_expr import Grain, Part, PeriodExpr
from sinorus.languages.periods import PeriodData
from sinorus.scan.mention import Mention
from sinorus.values import Period
from sinorus.values.evolve import evolve

_SIZES = {Grain.QUARTER: 3, Grain.HALF: 6}


def with_elided(found: list[Mention], data: PeriodData, folded: str, end: int) -> list[Mention]:
    """Add the quarters and halves told by their numbers alone behind one that is told in full; each has the noun and year of that one."""
    whole = next((mention for mention in found if _expr(mention).grain in _SIZES), None) if data.elided is not None else None
    if whole is None or data.elided is None:
        return found
    told = list(found)
    for match in data.elided.finditer(folded, whole.end, end):
        if any(each.start < match.end() and match.start() < each.end for each in found):
            continue
        before = [each for each in told if each.end <= match.start() and _expr(each).grain in _SIZES]
        expr = _like(_expr(before[-1]), data.classes["ordinal"][match[1]])
        if expr is not None:
            insort(told, evolve(before[-1], start=match.start(), end=match.end(), meanings=(expr,)), key=_start)
    return told


def _expr(mention: Mention) -> PeriodExpr:
    expr = mention.get(PeriodExpr)
    assert expr is not None
    return expr


def _start(mention: Mention) -> int:
    return mention.start


def _like(whole: PeriodExpr, number: int) -> PeriodExpr | None:
    """Return the quarter or half of this number, in the year of the one told before."""
    size = _SIZES[whole.grain]
    if not 1 <= number <= 12 // size:
        return None
    first, last = (number - 1) * size + 1, number * size
    if whole.period is not None:
        return evolve(whole, period=Period.months(whole.period.first.year, first, last))
    return evolve(whole, part=Part(first, last, grain=whole.grain))

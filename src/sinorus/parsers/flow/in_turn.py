"""Figures dealt out over the times that a sentence lists: "0.5, 0.7 and 1.3 Mt in 2021, 2022 and 2023"."""

from itertools import pairwise

from sinorus.languages import meaning as m
from sinorus.languages.period_expr import PeriodExpr, PeriodKind, PeriodRelation
from sinorus.parsers.chunk import Chunk
from sinorus.parsers.flow.anchoring import anchored
from sinorus.parsers.flow.applying import apply
from sinorus.parsers.flow.figure_part import FigureUse, What
from sinorus.parsers.flow.state import State
from sinorus.parsers.phrase import Phrase
from sinorus.values import Period
from sinorus.values.evolve import evolve

_TOLD = frozenset({What.LEVEL, What.SHARE, What.CHANGE})


def by_time(state: State, phrase: Phrase, groups: dict[tuple[What, bool], list[FigureUse]]) -> bool:
    """Deal figures out over as many times; return whether that was done."""
    frame = state.frame
    (what, _), uses = next(iter(groups.items()), ((What.OTHER, False), []))
    if frame is None or len(groups) != 1 or what not in _TOLD or (len(uses) < 2 and not phrase.each):
        return False
    times = _times(state, phrase, len(uses)) if len(uses) > 1 else _two_years(state, phrase)
    uses = uses if len(uses) > 1 else uses * len(times or ())
    if times is None:
        return False
    phrase.bases = []
    for period, use in zip(times, uses, strict=True):
        state.close()
        state.frame = evolve(frame)
        phrase.periods = [(-1, PeriodExpr(kind=PeriodKind.FIXED, period=period))]
        apply(state, phrase, use)
    state.close()
    state.frame = frame
    return True


def _two_years(state: State, phrase: Phrase) -> list[Period] | None:
    """Return two years named together, each of which has the figure of both: "in 2021 and 2022 it was 5 Mt each"."""
    named = [anchored(state, expr) for _, expr in phrase.periods] or [state.period]
    each = parts(named[0]) if len(named) == 1 and named[0] is not None and named[0].is_years else []
    return each if len(each) == 2 else None


def listed_times(chunk: Chunk) -> list[PeriodExpr]:
    """Return the times that a chunk lists side by side, where there are two or more."""
    runs: list[list[PeriodExpr]] = [[]]
    last = -1
    for at, item in enumerate(chunk.items):
        expr = item.get(PeriodExpr) if item.mask & PeriodExpr.bit else None
        if expr is None:
            continue
        joined = last >= 0 and all(each.mask & (m.Punctuation.bit | m.Relation.bit) for each in chunk.items[last + 1 : at])
        if not joined:
            runs.append([])
        runs[-1].append(expr)
        last = at
    return max(runs, key=len)


def _times(state: State, phrase: Phrase, count: int) -> list[Period] | None:
    """Return the times over which so many figures are dealt out."""
    listed = listed_times(phrase.chunk)
    if len(listed) < 2 and not phrase.periods:
        listed = state.times
    if len(listed) > 1:
        found = [anchored(state, evolve(expr, relation=PeriodRelation.PLAIN)) for expr in listed]
        periods = [part for period in found if period is not None for part in parts(period)]
        rising = None not in found and all(left.last < right.first for left, right in pairwise(periods))
        return periods if rising and len(periods) == count else None
    if len(phrase.periods) > 1:
        return None
    stretch = anchored(state, phrase.periods[0][1]) if phrase.periods else state.period
    each = parts(stretch) if stretch is not None else []
    return each if len(each) == count else None


def parts(period: Period) -> list[Period]:
    """Return the years of a stretch of years, or the months of a stretch of months.

    >>> [str(each) for each in parts(Period.parse("2021/2023"))]
    ['2021', '2022', '2023']
    >>> [str(each) for each in parts(Period.parse("2024-01/2024-03"))]
    ['2024-01', '2024-02', '2024-03']
    >>> [str(each) for each in parts(Period.parse("2024"))]
    ['2024']
    """
    if period.is_years:
        return [Period.year(year) for year in range(period.first.year, period.last.year + 1)]
    count = period.month_count
    if count is None:
        return [period]
    start = period.first.year * 12 + period.first.month - 1
    return [Period.month(at // 12, at % 12 + 1) for at in range(start, start + count)]

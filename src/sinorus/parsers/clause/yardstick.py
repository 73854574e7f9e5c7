"""What was planned, expected or contracted as a yardstick: "5% above plan", "it exceeded the quota by 3 Mt", 比计划多3万吨.

By how much a flow misses or beats it tells nothing of an earlier time: no change. The words of the comparison are left out.
"""

from collections.abc import Sequence

from sinorus.languages.meaning import Comparison, Figure, Goods, Head, Level, Mark, Movement, Party, Punctuation, Role, Use
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.bases import is_relative
from sinorus.parsers.marks import mark_of, role_of
from sinorus.parsers.placing import owned
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned
from sinorus.values import Bound

_REACH = 5
"""Mentions between the figure and the yardstick, at most."""
_JOINTS = frozenset({Mark.COMMA, Mark.CONTRAST})
"""Marks between a figure and its yardstick: "twice as much as planned"."""
_STOPS = Head.bit | Goods.bit | PeriodExpr.bit | Comparison.bit


def without_yardsticks(scanned: Scanned, mentions: Sequence[Mention]) -> Sequence[Mention]:
    """Return the mentions of a sentence without those that set a level beside what was planned."""
    starts = {scanned.mentions[at].start for at in scanned.cued("flow", "yardstick")}
    if not starts or not scanned.mask & Figure.bit:
        return mentions
    for at in [at for at, each in enumerate(mentions) if each.start in starts][::-1]:
        found = _multiplied(mentions, at) or _beaten(mentions, at) or _beats(mentions, at)
        if found is not None:
            mentions = [*mentions[: found[0]], *mentions[found[1] :]]
    return mentions


def _beaten(mentions: Sequence[Mention], at: int) -> tuple[int, int] | None:
    """Return the stretch of "5% above plan": from the figure to the yardstick."""
    moved = False
    for index in range(at - 1, max(at - 2 - _REACH, -1), -1):
        item = mentions[index]
        figure = item.get(Figure)
        if figure is not None:
            by = index > 0 and role_of(mentions[index - 1]) is Role.BY
            whole = at + 1 < len(mentions) and role_of(mentions[at + 1]) is Role.OF  # "3% above the plan of 9 Mt"
            return (index - by, at + 1) if (moved or figure.times) and not whole else None
        if item.mask & _STOPS or (item.mask & Punctuation.bit and mark_of(item) not in _JOINTS):
            return None
        movement = item.get(Movement)
        if movement is not None and movement.factor is not None:
            return index, at + 1  # «вдвое больше плана»
        if movement is not None and movement.use is not Use.MODIFIER:
            return None  # "at $3bn, they grew faster than expected"
        moved = moved or movement is not None
    return None


def _multiplied(mentions: Sequence[Mention], at: int) -> tuple[int, int] | None:
    """Return the stretch of 计划的两倍, 完成全年计划的七成: the yardstick, a possessive and a number of times or the part that is done."""
    behind = mentions[at + 1 : at + 3]
    if len(behind) < _POSSESSED or role_of(behind[0]) not in {Role.OF, Role.POSSESSIVE}:
        return None
    figure = behind[1].get(Figure)
    if figure is not None and figure.quantity.unit == "%":
        first = at
        while first and mentions[first - 1].mask & (Level.bit | PeriodExpr.bit):
            first -= 1
        return (first, at + 3) if first < at and mentions[first].mask & Level.bit else None
    return (at, at + 3) if figure is not None and figure.quantity.unit == "x" else None


_POSSESSED = 2
"""A possessive and the figure behind it."""


def _beats(mentions: Sequence[Mention], at: int) -> tuple[int, int] | None:
    """Return the stretch of "it exceeded the plan by 5%": from the verb to the figure."""
    verb = next((index for index in range(at - 1, max(at - 4, -1), -1) if _compares(mentions[index])), None)
    between = mentions[verb + 1 : at] if verb is not None else ()
    if verb is None or any(item.mask & (_STOPS | Figure.bit | Punctuation.bit) for item in between):
        return None
    if any(item.mask & Party.bit and not owned(between, index) for index, item in enumerate(between)):
        return None
    behind = mentions[at + 1 : at + 3]
    size = next((index for index, item in enumerate(behind) if item.mask & Figure.bit), None)
    if size is None:
        return None
    led = size == 1 and (role_of(behind[0]) is Role.BY or bool(behind[0].mask & Movement.bit))
    return (verb, at + 2 + size) if led or (size == 0 and is_relative(behind[0])) else None


def _compares(item: Mention) -> bool:
    level = item.get(Level)
    return (level is not None and level.bound is Bound.OVER) or bool(item.mask & Movement.bit) or role_of(item) is Role.AGAINST

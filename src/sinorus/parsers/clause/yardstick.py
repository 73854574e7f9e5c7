"""What was planned, expected or contracted as a yardstick: "5% above plan", "it exceeded the quota by 3 Mt", 比计划多3万吨.

By how much a flow misses or beats it tells nothing of an earlier time: no change. The words of the comparison are left out.
"""

from collections.abc import Sequence

from sinorus.languages.meaning import Comparison, Figure, Goods, Head, Level, Mark, Movement, Party, Punctuation, Role, Use
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.bases import is_relative
from sinorus.parsers.marks import mark_of, role_of
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned
from sinorus.values import Bound

_REACH = 5
"""Mentions between the figure and the yardstick, at most."""
_STOPS = Head.bit | Goods.bit | PeriodExpr.bit | Comparison.bit


def without_yardsticks(scanned: Scanned, mentions: Sequence[Mention]) -> Sequence[Mention]:
    """Return the mentions of a sentence without those that set a level beside what was planned."""
    starts = {scanned.mentions[at].start for at in scanned.cued("flow", "yardstick")}
    if not starts or not scanned.mask & (Movement.bit | Level.bit):
        return mentions
    for at in [at for at, each in enumerate(mentions) if each.start in starts][::-1]:
        found = _beaten(mentions, at) or _beats(mentions, at)
        if found is not None:
            mentions = [*mentions[: found[0]], *mentions[found[1] :]]
    return mentions


def _beaten(mentions: Sequence[Mention], at: int) -> tuple[int, int] | None:
    """Return the stretch of "5% above plan": from the figure to the yardstick."""
    moved = False
    for index in range(at - 1, max(at - 2 - _REACH, -1), -1):
        item = mentions[index]
        if item.mask & Figure.bit:
            by = index > 0 and role_of(mentions[index - 1]) is Role.BY
            whole = at + 1 < len(mentions) and role_of(mentions[at + 1]) is Role.OF  # "3% above the plan of 9 Mt"
            return (index - by, at + 1) if moved and not whole else None
        if item.mask & _STOPS or (item.mask & Punctuation.bit and mark_of(item) is not Mark.COMMA):
            return None
        movement = item.get(Movement)
        if movement is not None and movement.use is not Use.MODIFIER:
            return None  # "at $3bn, they grew faster than expected"
        moved = moved or movement is not None
    return None


def _beats(mentions: Sequence[Mention], at: int) -> tuple[int, int] | None:
    """Return the stretch of "it exceeded the plan by 5%": from the verb to the figure."""
    verb = next((index for index in range(at - 1, max(at - 3, -1), -1) if _compares(mentions[index])), None)
    if verb is None or any(item.mask & (_STOPS | Figure.bit | Punctuation.bit | Party.bit) for item in mentions[verb + 1 : at]):
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

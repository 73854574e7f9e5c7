"""A bracket that parts what belongs together: 是2023年同期(1100吨)的3.2倍."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark, Role
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.chunk import Chunk


def unbracketed(parts: list[Chunk]) -> list[Chunk]:
    """Return the chunks with a base and its multiple joined, and the level told between them in brackets behind them."""
    if len(parts) < 3:
        return parts
    found: list[Chunk] = []
    position = 0
    while position < len(parts):
        if position + 2 < len(parts) and _parted(*parts[position : position + 3]):
            base, level, multiple = parts[position : position + 3]
            found += [base.joined_with(multiple), level]
            position += 3
        else:
            found.append(parts[position])
            position += 1
    return found


def _parted(base: Chunk, level: Chunk, multiple: Chunk) -> bool:
    """Whether a time, a level in brackets and a multiple of it follow each other."""
    if level.opener is not Mark.OPEN or multiple.opener is not Mark.CLOSE or len(level.items) != 1 or len(multiple.items) < 2:
        return False
    owned, times = multiple.items[0].get(m.Relation), multiple.items[1].get(m.Figure)
    if owned is None or owned.role is not Role.POSSESSIVE or times is None or not times.times:
        return False
    return bool(base.items[-1].mask & PeriodExpr.bit and level.items[0].mask & m.Figure.bit and not base.mask & m.Figure.bit)

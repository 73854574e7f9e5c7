"""A bracket that parts what belongs together: 是2023年同期(1100吨)的3.2倍."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Mark, Role, Use
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.chunk import Chunk


def unbracketed(parts: list[Chunk]) -> list[Chunk]:
    """Return the chunks with a base and its multiple joined, and the level told between them in brackets behind them."""
    if len(parts) < 3:
        return parts
    found: list[Chunk] = []
    position = 0
    while position < len(parts):
        if position + 2 < len(parts) and (_parted(*parts[position : position + 3]) or _shipped(*parts[position : position + 3])):
            base, level, multiple = parts[position : position + 3]
            found += [Chunk(base.opener, [*base.items, *multiple.items], base.mask | multiple.mask), level]
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


def _shipped(share: Chunk, level: Chunk, verb: Chunk) -> bool:
    """Whether a level in brackets parts a share from the verb behind it: "of which 56% (12,700 t) went to China"."""
    if level.opener is not Mark.OPEN or verb.opener is not Mark.CLOSE or len(level.items) != 1 or not verb.items or not share.items:
        return False
    percent, amount = share.items[-1].get(m.Figure), level.items[0].get(m.Figure)
    told = percent is not None and percent.quantity.unit == "%" and amount is not None and amount.quantity.unit != "%"
    part = any((pointer := item.get(m.Pointer)) is not None and pointer.to is Anaphor.OF_WHICH for item in share.items)
    head = verb.items[0].get(m.Head)
    return told and part and head is not None and head.use is Use.VERB

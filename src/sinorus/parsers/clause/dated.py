"""The time of a level told behind a mark of its own: "minus 5% to the record $244bn, registered in 2024"."""

from sinorus.languages.meaning import Figure, Mark, RecordHigh, Relation, Role
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.chunk import Chunk
from sinorus.parsers.marks import role_of

_COMPARED = frozenset({Role.FROM, Role.AGAINST})


def dated(found: list[Chunk]) -> list[Chunk]:
    """Join a chunk that tells nothing but a time to the level before it with which another one is compared."""
    done: list[Chunk] = []
    for chunk in found:
        if done and chunk.opener is Mark.COMMA and _is_time(chunk) and _ends_compared(done[-1]):
            done[-1] = done[-1].joined_with(chunk)
        else:
            done.append(chunk)
    return done


def _is_time(chunk: Chunk) -> bool:
    return bool(chunk.mask & PeriodExpr.bit) and not chunk.mask & ~(PeriodExpr.bit | Relation.bit)


def _ends_compared(chunk: Chunk) -> bool:
    """Whether a chunk ends with the level that another one before it is set beside."""
    items = chunk.items
    if not items[-1].mask & Figure.bit or not any(item.mask & Figure.bit for item in items[:-1]):
        return False
    high = bool(items[-2].mask & RecordHigh.bit)
    role = role_of(items[-3 if high else -2])
    return role in _COMPARED or (high and role is Role.TO)

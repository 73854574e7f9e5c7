"""A figure and its label in chunks of their own: "the record month: 5 Mt", "(3 Mt — to Peru)", "$9bn — turnover"."""

from sinorus.languages.meaning import Figure, Head, Mark, Party, RecordHigh, Role, Share, Use
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.chunk import Chunk
from sinorus.parsers.clause.level import is_level
from sinorus.parsers.marks import role_of


def labelled(found: list[Chunk]) -> list[Chunk]:
    """Join a figure and its label, whichever stands first."""
    done: list[Chunk] = []
    for chunk in found:
        done.append(done.pop().joined_with(chunk) if done and _labels(done[-1], chunk) else chunk)
    return done


def _labels(label: Chunk, chunk: Chunk) -> bool:
    """Whether a chunk is the figure of the record month before its colon, or a trade alone that is named behind its figure."""
    share = bool(label.mask & Share.bit and label.mask & Party.bit) and not label.mask & (Figure.bit | Head.bit)
    if share and chunk.opener is Mark.COMMA and len(chunk.items) == 1 and (percent := chunk.items[0].get(Figure)) is not None:
        return percent.quantity.unit == "%"  # "Peru's part is, then, 3%"
    if chunk.opener is Mark.COLON:
        mixed = label.mask & (Figure.bit | Head.bit)
        return bool(label.mask & RecordHigh.bit and label.mask & PeriodExpr.bit and not mixed and chunk.items[0].mask & Figure.bit)
    if chunk.opener is not Mark.DASH:
        return False
    head = chunk.items[0].get(Head)
    if len(chunk.items) == 2 and len(label.items) == 1 and label.opener in {Mark.OPEN, Mark.COMMA, Mark.COLON}:
        return role_of(chunk.items[0]) in {Role.TO, Role.FROM} and bool(chunk.items[1].mask & Party.bit) and is_level(label)
    alone = len(chunk.items) == 1 and head is not None and head.use is Use.NOUN and not head.weak
    return alone and len(label.items) == 1 and is_level(label)

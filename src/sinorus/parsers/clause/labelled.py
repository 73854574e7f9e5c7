"""A figure and its label in chunks of their own: "the record month: 5 Mt", "(3 Mt — to Peru)", "$9bn — turnover"."""

from sinorus.languages.meaning import (
    Anaphor,
    Figure,
    Goods,
    Head,
    Level,
    Mark,
    Movement,
    Party,
    Pointer,
    Punctuation,
    RecordHigh,
    Relation,
    Role,
    Share,
    Use,
)
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.chunk import Chunk
from sinorus.parsers.clause.level import is_level
from sinorus.parsers.marks import role_of
from sinorus.scan.mention import Mention


def labelled(found: list[Chunk]) -> list[Chunk]:
    """Join a figure and its label, whichever stands first."""
    done: list[Chunk] = []
    for chunk in found:
        if done and _looks_back(done[-1], chunk):
            label = done.pop()
            done.append(label.holding(item for item in (*label.items, *chunk.items) if not item.mask & (Movement.bit | Punctuation.bit)))
        elif done and _labels(done[-1], chunk):
            done.append(done.pop().joined_with(chunk))
        else:
            done.append(chunk)
    return done


def _looks_back(label: Chunk, chunk: Chunk) -> bool:
    """Whether a level behind a colon is that of a time set against the one told: "while a year before it was even less: 90,000 t"."""
    told = label.mask & PeriodExpr.bit and label.mask & Level.bit and not label.mask & (Figure.bit | Head.bit | Party.bit | Goods.bit)
    return bool(told) and label.opener is Mark.CONTRAST and chunk.opener is Mark.COLON and len(chunk.items) == 1 and is_level(chunk)


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
    role = role_of(chunk.items[0])
    if role is not None and len(chunk.items) == 2 and len(label.items) == 1 and label.opener in {Mark.OPEN, Mark.COMMA, Mark.COLON}:
        return role in {Role.TO, Role.FROM} and bool(chunk.items[1].mask & Party.bit) and is_level(label)
    return _names(chunk) and is_level(label) and (len(label.items) == 1 or (len(label.items) == 2 and _parts(label.items[0])))


def _names(chunk: Chunk) -> bool:
    """Whether a chunk is a trade and whose or with whom it is: "exports", "Peruvian exports", "that is purchases in Peru"."""
    at = next((index for index, item in enumerate(chunk.items) if item.mask & Head.bit), None)
    head = chunk.items[at].get(Head) if at is not None else None
    if at is None or head is None or head.use is not Use.NOUN or head.weak:
        return False
    return all(item.mask & (Party.bit | Pointer.bit) for item in chunk.items[:at]) and all(
        item.mask & (Relation.bit | Party.bit) for item in chunk.items[at + 1 :]
    )


def _parts(mention: Mention) -> bool:
    """Whether a word says that a part follows: "of which"."""
    pointer = mention.get(Pointer)
    return pointer is not None and pointer.to is Anaphor.OF_WHICH

"""The goods of which somebody has a share, with who moved them: "Chile took 31 percent of the fish that Peru exported"."""

from sinorus.languages.meaning import Figure, Goods, Head, Level, Mark, Party, Pointer, Relation, Role, Use, World
from sinorus.parsers.bases import roles_of
from sinorus.parsers.chunk import Chunk
from sinorus.parsers.marks import role_of

_LED = Relation.bit | Pointer.bit | World.bit
"""What may stand between a percentage and the goods of which it is a part."""
_MOVED = 3
"""Mentions within which a clause tells who moved the goods, and by which verb."""


def whole_with_clause(found: list[Chunk]) -> list[Chunk]:
    """Join a relative clause to the goods before it of which a share is told."""
    done: list[Chunk] = []
    for chunk in found:
        if (
            done
            and chunk.opener is Mark.RELATIVE
            and _moves(chunk)
            and (_has_part(done[-1]) or (_is_whole(done[-1]) and not chunk.mask & Figure.bit))
        ):
            done[-1] = done[-1].joined_with(chunk)
        elif len(done) > 1 and _acts(chunk) and _acts(done[-1]) and _ends_with_part(done[-2]):
            moved = done.pop()
            done[-1] = done[-1].joined_with(moved, chunk)  # "40% of the tin, shipped from Peru in 2023, went to Chile"
        else:
            done.append(chunk)
    return done


def _acts(chunk: Chunk) -> bool:
    """Whether a clause behind a comma begins with a verb of trade, and has no figure of its own."""
    if chunk.opener is not Mark.COMMA or chunk.mask & Figure.bit:
        return False
    begun = chunk.items[1:2] if chunk.items[0].mask & Level.bit else chunk.items[:1]
    return any((head := item.get(Head)) is not None and head.weak for item in begun)


def _ends_with_part(chunk: Chunk) -> bool:
    """Whether a chunk ends with a percentage and the goods of which it is a part."""
    at = len(chunk.items) - 2
    while at > 0 and chunk.items[at].mask & (_LED | Party.bit):
        at -= 1
    figure = chunk.items[at].get(Figure) if at >= 0 else None
    return bool(chunk.items[-1].mask & Goods.bit) and figure is not None and figure.quantity.unit == "%" and figure.sign is None


def _moves(chunk: Chunk) -> bool:
    """Whether a clause begins with who does it, and a verb of trade: "that Peru has sold abroad"."""
    begun = chunk.items[:_MOVED]
    heads = [head for item in begun if (head := item.get(Head)) is not None]
    named = any(item.mask & Party.bit for item in begun)
    return named and bool(heads) and heads[0].use is Use.VERB and not any(item.mask & Figure.bit for item in begun)


def _is_whole(chunk: Chunk) -> bool:
    """Whether a chunk is the level of a whole, of which parts are told further on: "of the 9 Mt of tin that Peru exported"."""
    if chunk.opener is not None or Role.OF not in roles_of(chunk.items[0]) or chunk.mask & (Head.bit | Party.bit):
        return False
    figures = [figure.quantity for _, figure in chunk.of(Figure)]
    return len(figures) == 1 and figures[0].unit not in {"%", "pp", "x"} and len(chunk.items) > 1 and bool(chunk.items[1].mask & Figure.bit)


def _has_part(chunk: Chunk) -> bool:
    """Whether a chunk says who has a percentage of some goods, and ends with these."""
    items = chunk.items
    if len(items) < _MOVED or not items[-1].mask & Goods.bit:
        return False
    at = len(items) - 2
    while at > 0 and items[at].mask & _LED and role_of(items[at]) is not Role.OF:
        at -= 1
    figure = items[at - 1].get(Figure) if role_of(items[at]) is Role.OF else None
    named = any(item.mask & Party.bit for item in items[: at - 1])
    return named and figure is not None and figure.quantity.unit == "%"

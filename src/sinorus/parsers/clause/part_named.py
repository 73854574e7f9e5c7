"""A part named by a word, its size, then what it is: "most of it, 61%, was barley", «основную часть (61%) составил ячмень».

It is read as "barley was 61% of it": what has the part stands first, then the size.
"""

from sinorus.languages.meaning import Figure, Goods, Head, Level, Mark, Movement, Party, Pointer, Relation, Route, Share, Use
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.chunk import Chunk
from sinorus.scan.mention import Mention

_MARKS = frozenset({Mark.COMMA, Mark.OPEN, Mark.DASH})
_CLOSED = frozenset({Mark.COMMA, Mark.CLOSE, Mark.DASH})
_ALIEN = Goods.bit | Party.bit | Route.bit | Movement.bit | PeriodExpr.bit
_PART = Share.bit | Figure.bit | Pointer.bit | Head.bit


def part_named(found: list[Chunk]) -> list[Chunk]:
    """Put what is a part before the size of it that is inserted."""
    done: list[Chunk] = []
    at = 0
    while at < len(found):
        three = found[at : at + 3]
        if len(three) == 3 and (told := _told(*three)):
            done += told
            at += 3
        else:
            done.append(found[at])
            at += 1
    return done


def _told(part: Chunk, size: Chunk, named: Chunk) -> list[Chunk]:
    """Return the chunks that name first what has a part; none where these three tell of no such part."""
    if size.opener not in _MARKS or named.opener not in _CLOSED or len(size.items) != 1 or not size.mask & Figure.bit:
        return []
    if not _is_part(part) or not _is_named(named):
        return []
    first = next(at for at, item in enumerate(named.items) if item.mask & Goods.bit)
    last = next((at for at, item in enumerate(named.items) if at > first and item.mask & Figure.bit), len(named.items))
    verb = [item for item in named.items[:first] if not item.mask & Relation.bit]
    vague = next((item for item in part.items if item.mask & Figure.bit), None)
    of_it = [item for item in part.items if item is not vague]
    figure = size.items[0].get(Figure)
    percent = figure is not None and figure.quantity.unit == "%"
    sized = [size.items[0]] if percent or vague is None else [vague]
    told = [part.holding([*named.items[first:last], *verb, *sized, *of_it])]
    told += [size] if sized[0] is vague else []
    return [*told, Chunk(Mark.COLON).holding(named.items[last:])] if last < len(named.items) else told


def _is_part(chunk: Chunk) -> bool:
    """Whether a chunk only says that it is some part: "most of it", "more than half of the deliveries", «основную часть»."""
    if chunk.mask & _ALIEN or not chunk.mask & _PART or any(_is_verb(item) for item in chunk.items):
        return False
    figures = [figure for _, figure in chunk.of(Figure)]
    if not figures:
        return bool(chunk.mask & (Share.bit | Pointer.bit)) or len(chunk.items) > 1
    return len(figures) == 1 and figures[0].quantity.unit == "%" and bool(chunk.items[0].mask & Figure.bit)


def _is_named(chunk: Chunk) -> bool:
    """Whether a chunk says what it is, and nothing more than how much: "was barley", «пришлось на минтай 365 тыс. тонн»."""
    items = chunk.items
    first = next((at for at, item in enumerate(items) if item.mask & Goods.bit), None)
    if first is None or chunk.mask & (Head.bit | Party.bit | Movement.bit):
        return False
    return all(item.mask & (Level.bit | Share.bit | Relation.bit) for item in items[:first]) and not any(
        item.mask & Figure.bit for item in items[:first]
    )


def _is_verb(mention: Mention) -> bool:
    head = mention.get(Head)
    return (head is not None and head.use is Use.VERB) or bool(mention.mask & Level.bit)

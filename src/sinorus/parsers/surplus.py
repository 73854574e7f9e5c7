"""Exports that are set against imports: how much the one exceeds the other is a balance, how many times is nobody's growth."""

from sinorus.languages.meaning import Figure, Head, Level, Movement, Pointer, Punctuation, Relation, Role, Side
from sinorus.parsers.chunk import Chunk
from sinorus.records import Measure
from sinorus.scan.mention import Mention, meanings_of
from sinorus.values import Bound, Direction
from sinorus.values.evolve import evolve

_OTHER = {Side.EXPORTER: Side.IMPORTER, Side.IMPORTER: Side.EXPORTER}


def weighed(chunk: Chunk, told: Head | None) -> Chunk:
    """Return the chunk as one of a balance where it sets one side of a trade against the other; `told` is what was told of before it."""
    if not chunk.mask & Head.bit or not chunk.mask & (Figure.bit | Movement.bit):
        return chunk
    heads = [(at, head) for at, head in meanings_of(chunk.items, Head) if not head.agent and head.side in _OTHER]
    figures = [at for at, item in enumerate(chunk.items) if item.mask & Figure.bit]
    if len(heads) == 1 and told is not None and _compares(chunk.items, 0) and heads[0][0] == 1 and told.side is _OTHER[heads[0][1].side]:
        heads.insert(0, (-1, told))  # "exports were $9bn, exceeding imports by $2bn"
    if len(heads) != 2 or heads[0][1].side is heads[1][1].side or len(figures) > 1:
        return chunk
    (at, first), (behind, _) = heads
    joint = behind - 1
    while joint > at and chunk.items[joint].mask & Pointer.bit:
        joint -= 1
    if joint <= at or not _compares(chunk.items, joint):
        return chunk
    figure = chunk.items[figures[0]].get(Figure) if figures else None
    gone = {*figures, *range(joint, behind + 1), *_trailing(chunk.items, behind)}
    if figure is None or not (figure.quantity.is_money or figure.quantity.unit == "1"):
        return _of([item for index, item in enumerate(chunk.items) if index not in gone], chunk) if at >= 0 else chunk
    gone -= {figures[0]}
    gone |= {index for index, item in enumerate(chunk.items) if item.mask & Movement.bit}
    if figures[0] and chunk.items[figures[0] - 1].mask & Relation.bit:
        gone.add(figures[0] - 1)
    falls = any(movement.direction is Direction.DOWN for _, movement in meanings_of(chunk.items, Movement))
    named = chunk.items[max(at, 0) if at >= 0 else behind]
    balance = Head(Measure.BALANCE, _OTHER[first.side] if falls else first.side, first.use)
    gone.discard(behind if at < 0 else -1)
    items = [
        evolve(item, meanings=(balance,), mask=Head.bit) if item is named else item for index, item in enumerate(chunk.items) if index not in gone
    ]
    return _of(items, chunk)


def _of(items: list[Mention], chunk: Chunk) -> Chunk:
    whole = Chunk(chunk.opener)
    for item in items:
        whole.add(item)
    return whole


def _compares(items: list[Mention], at: int) -> bool:
    """Whether a word sets what stands before it against what stands behind it."""
    level, relation, figure = items[at].get(Level), items[at].get(Relation), items[at].get(Figure)
    if items[at].mask & Punctuation.bit:
        return False
    if figure is not None:
        return figure.times
    over = level is not None and level.bound is Bound.OVER
    return over or bool(items[at].mask & Movement.bit) or (relation is not None and relation.role is Role.AGAINST)


def _trailing(items: list[Mention], behind: int) -> list[int]:
    """Return the pointers behind the other side: "more than it bought from it"."""
    at = behind + 1
    while at < len(items) and items[at].mask & (Pointer.bit | Relation.bit) and not items[at].mask & Figure.bit:
        at += 1
    ends = at if at > behind + 1 and items[at - 1].mask & Pointer.bit else behind + 1
    return list(range(behind + 1, ends))

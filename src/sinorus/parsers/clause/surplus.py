"""Exports that are set against imports: how much the one exceeds the other is a balance, how many times is nobody's growth."""

from sinorus.languages.meaning import Figure, Head, Level, Movement, Pointer, Punctuation, Relation, Role, Side
from sinorus.parsers.chunk import Chunk
from sinorus.parsers.marks import role_of
from sinorus.records import Measure
from sinorus.scan.mention import Mention, meanings_of
from sinorus.values import Bound, Direction
from sinorus.values.evolve import evolve


def balanced(found: list[Chunk]) -> list[Chunk]:
    """Turn each chunk that sets one side of a trade against the other into one of a balance."""
    done: list[Chunk] = []
    for chunk in found:
        done.append(_balance(chunk, done))
    return done


def _balance(chunk: Chunk, before: list[Chunk]) -> Chunk:
    if not chunk.mask & Head.bit or not chunk.mask & (Figure.bit | Movement.bit):
        return chunk
    items = chunk.items
    sides = _sides(items, before)
    figures = meanings_of(items, Figure) if sides is not None else []
    if sides is None or len(figures) > 1:
        return chunk
    at, first, behind = sides
    joint = behind - 1
    while joint > at and items[joint].mask & Pointer.bit:
        joint -= 1
    if joint <= at or not _compares(items[joint]):
        return chunk
    gone = {*range(joint, behind + 1), *_trailing(items, behind)}
    if figures and (figures[0][1].quantity.is_money or figures[0][1].quantity.unit == "1"):
        moved = meanings_of(items, Movement)
        gone |= {index for index, _ in moved}
        if (figure := figures[0][0]) and items[figure - 1].mask & Relation.bit:
            gone.add(figure - 1)
        place = at if at >= 0 else behind
        falls = any(movement.direction is Direction.DOWN for _, movement in moved)
        balance = Head(Measure.BALANCE, first.side.facing if falls else first.side, first.use)
        items = [*items[:place], evolve(items[place], meanings=(balance,), mask=Head.bit), *items[place + 1 :]]
        gone -= {figure, place}
    else:
        gone |= {index for index, _ in figures}
    return chunk.holding(item for index, item in enumerate(items) if index not in gone) if len(gone) < len(items) else chunk


def _sides(items: list[Mention], before: list[Chunk]) -> tuple[int, Head, int] | None:
    """Return the two sides of a trade: where the first stands (-1 before the chunk), what it is, and where the other stands."""
    heads = [(at, head) for at, head in meanings_of(items, Head) if not head.agent and head.side is not Side.BOTH]
    if len(heads) == 1 and heads[0][0] == 1 and items[0].mask & Level.bit and (told := _told(before, heads[0][1])) is not None:
        heads.insert(0, (-1, told))  # "exports were $9bn, exceeding imports by $2bn"
    if len(heads) != 2 or heads[0][1].side is not heads[1][1].side.facing:
        return None
    return *heads[0], heads[1][0]


def _told(before: list[Chunk], exceeded: Head) -> Head | None:
    """Return the flow named last; where a figure is told of an unnamed one ("they rose to $9bn, exceeding imports …"), the other side's."""
    for chunk in reversed(before):
        if chunk.mask & Head.bit:
            return chunk.of(Head)[-1][1]
    return evolve(exceeded, side=exceeded.side.facing) if any(chunk.mask & Figure.bit for chunk in before) else None


def _compares(mention: Mention) -> bool:
    """Whether a word sets what stands before it against what stands behind it."""
    if mention.mask & Punctuation.bit:
        return False
    level, figure = mention.get(Level), mention.get(Figure)
    if figure is not None:
        return figure.times
    over = level is not None and level.bound is Bound.OVER
    return over or bool(mention.mask & Movement.bit) or role_of(mention) is Role.AGAINST


def _trailing(items: list[Mention], behind: int) -> list[int]:
    """Return the pointers behind the other side: "more than it bought from it"."""
    at = behind + 1
    while at < len(items) and items[at].mask & (Pointer.bit | Relation.bit) and not items[at].mask & Figure.bit:
        at += 1
    ends = at if at > behind + 1 and items[at - 1].mask & Pointer.bit else behind + 1
    return list(range(behind + 1, ends))

"""A figure set between commas before the verb that says whose it is: "the largest part, 36 kt, was Russian"."""

from collections.abc import Sequence
from itertools import pairwise

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark, Role
from sinorus.parsers.chunk import Chunk
from sinorus.parsers.marks import role_of

_OTHER = m.Figure.bit | m.Head.bit | m.Movement.bit | m.Goods.bit | m.Pointer.bit | m.OtherMeasure.bit | m.Body.bit | m.Measured.bit


def with_owners(parts: Sequence[Chunk]) -> list[Chunk]:
    """Return the chunks of a sentence, such a figure in one chunk with what is said of it."""
    joined: list[Chunk] = []
    taken: Chunk | None = None
    for chunk, behind in pairwise([*parts, None]):
        if chunk is None or chunk is taken:
            continue
        taken = behind if behind is not None and _is_aside(chunk) and _names_owner(behind) else None
        joined.append(chunk.joined_with(taken) if taken is not None else chunk)
    return joined


def _is_aside(chunk: Chunk) -> bool:
    """Whether a chunk is nothing but an amount."""
    figure = chunk.items[0].get(m.Figure) if len(chunk.items) == 1 and chunk.opener is Mark.COMMA else None
    return figure is not None and figure.quantity.unit not in {"%", "pp", "x"}


def _names_owner(chunk: Chunk) -> bool:
    """Whether a chunk only says from where something is: "was Russian", "were of Russian origin"."""
    verb, *rest = chunk.items
    if chunk.opener is not Mark.COMMA or not verb.mask & m.Level.bit or chunk.mask & _OTHER:
        return False
    parties = [item for item in rest if item.mask & m.Party.bit]
    return len(parties) == 1 and len(rest) <= 3 and (rest[0] is parties[0] or role_of(rest[0]) is Role.OF)

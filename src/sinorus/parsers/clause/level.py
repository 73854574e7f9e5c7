"""A chunk that is a level without its flow."""

from sinorus.languages.meaning import Figure, Head, Level, Mark, Movement, Party, Punctuation, Speech
from sinorus.parsers.bases import is_relative
from sinorus.parsers.chunk import Chunk

JOINTS = frozenset({Mark.COMMA, Mark.DASH})
"""Marks behind which a clause may go on with a level told before it."""
_OWN = Head.bit | Movement.bit | Level.bit | Speech.bit | Party.bit


def is_level(chunk: Chunk) -> bool:
    """Whether a chunk tells a level and nothing of whose it is."""
    if not chunk.mask & Figure.bit or chunk.mask & _OWN or chunk.opener is Mark.OPEN:
        return False
    items = chunk.items[2:] if is_part_first(chunk) else chunk.items
    return not any(map(is_relative, items))


def is_part_first(chunk: Chunk) -> bool:
    """Whether a chunk begins with a fraction and the level that it comes to: "two thirds, 140,000 t"."""
    if len(chunk.items) < 3 or not chunk.items[1].mask & Punctuation.bit:
        return False
    part, level = chunk.items[0].get(Figure), chunk.items[2].get(Figure)
    if part is None or level is None or part.sign is not None or part.quantity.unit != "%":
        return False
    return level.quantity.unit not in {"%", "pp", "x"}

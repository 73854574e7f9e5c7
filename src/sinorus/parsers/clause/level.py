"""A chunk that is a level without its flow."""

from sinorus.languages.meaning import Anaphor, Figure, Head, Level, Mark, Movement, Party, Pointer, Punctuation, Speech
from sinorus.parsers.bases import is_relative
from sinorus.parsers.chunk import Chunk
from sinorus.scan.mention import Mention

JOINTS = frozenset({Mark.COMMA, Mark.DASH})
"""Marks behind which a clause may go on with a level told before it."""
_OWN = Head.bit | Movement.bit | Level.bit | Speech.bit | Party.bit


def is_level(chunk: Chunk) -> bool:
    """Whether a chunk tells a level and nothing of whose it is."""
    if not chunk.mask & Figure.bit or chunk.mask & _OWN or chunk.opener is Mark.OPEN:
        return False
    items = chunk.items[2:] if is_part_first(chunk) else chunk.items
    return not any(map(is_relative, items))


def is_of_which(item: Mention) -> bool:
    """Whether a mention points to what was told, as the whole of which a part is told."""
    pointer = item.get(Pointer)
    return pointer is not None and pointer.to is Anaphor.OF_WHICH


def is_part_first(chunk: Chunk) -> bool:
    """Whether a chunk begins with a fraction and the level that it comes to: "two thirds, 140,000 t"."""
    items = chunk.items[:3]
    if len(items) < 3 or not (items[1].mask & Punctuation.bit or is_of_which(items[1])):
        return False
    part, level = items[0].get(Figure), items[2].get(Figure)
    if part is None or level is None or part.sign is not None or part.quantity.unit != "%":
        return False
    if is_of_which(items[1]) and level.quantity.unit == "1":
        return False  # "half of them, 1.2 million, came from Peru": of whom, it was told before
    return level.quantity.unit not in {"%", "pp", "x"}

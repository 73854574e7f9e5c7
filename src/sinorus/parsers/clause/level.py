"""A chunk that is a level without its flow."""

from sinorus.languages.meaning import Figure, Head, Level, Mark, Movement, Party, Speech
from sinorus.parsers.bases import is_relative
from sinorus.parsers.chunk import Chunk

JOINTS = frozenset({Mark.COMMA, Mark.DASH})
"""Marks behind which a clause may go on with a level told before it."""
_OWN = Head.bit | Movement.bit | Level.bit | Speech.bit | Party.bit


def is_level(chunk: Chunk) -> bool:
    """Whether a chunk tells a level and nothing of whose it is."""
    if not chunk.mask & Figure.bit or chunk.mask & _OWN or chunk.opener is Mark.OPEN:
        return False
    return not any(map(is_relative, chunk.items))

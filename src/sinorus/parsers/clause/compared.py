"""The level of another partner that a level is compared with, apart from it: "5 Mt of Peruvian tin, versus 3 Mt of Bolivian"."""

from sinorus.languages.meaning import Figure, Mark, Party, Relation, Role
from sinorus.parsers.chunk import Chunk
from sinorus.parsers.marks import role_of

_NEAR = 4
"""Mentions from the word that compares to the other partner, at most."""


def compared_apart(found: list[Chunk]) -> list[Chunk]:
    """Part each chunk before a comparison with what another partner sells or buys."""
    return [part for chunk in found for part in _parted(chunk)]


def _parted(chunk: Chunk) -> tuple[Chunk, ...]:
    if not (chunk.mask & Figure.bit and chunk.mask & Party.bit and chunk.mask & Relation.bit):
        return (chunk,)
    items = chunk.items
    for at in range(2, len(items) - 2):
        if role_of(items[at]) is not Role.AGAINST or not items[at + 1].mask & Figure.bit:
            continue
        behind = items[at + 2 : at + _NEAR]
        named = any(item.mask & Party.bit for item in behind) and not any(item.mask & Figure.bit for item in items[at + 2 :])
        told = any(item.mask & Party.bit for item in items[:at]) and any(item.mask & Figure.bit for item in items[:at])
        if named and told:
            other = Chunk(Mark.COMMA)
            for item in items[at:]:
                other.add(item)
            return chunk.holding(items[:at]), other
    return (chunk,)

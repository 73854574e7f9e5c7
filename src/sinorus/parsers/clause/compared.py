"""The level of another partner that a level is compared with, apart from it: "5 Mt of Peruvian tin, versus 3 Mt of Bolivian"."""

from sinorus.languages.meaning import Figure, Mark, Party, Relation, Role
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.bases import is_relative
from sinorus.parsers.chunk import Chunk
from sinorus.parsers.marks import role_of
from sinorus.scan.mention import Mention

_NEAR = 4
"""Mentions from the word that compares to the other partner, at most."""


def compared_apart(found: list[Chunk]) -> list[Chunk]:
    """Part each chunk before a comparison with what another partner sells or buys."""
    return [part for at, chunk in enumerate(found) for part in _parted(_named(chunk) if at and found[at - 1].mask & Figure.bit else chunk)]


def _named(chunk: Chunk) -> Chunk:
    """Return a chunk that sets the level of another partner beside one told before as one that tells it: "…, compared with Peru's 3 Mt"."""
    items = chunk.items
    compares = chunk.opener is Mark.COMMA and items[0].mask & Relation.bit and role_of(items[0]) is Role.AGAINST
    return chunk.holding(items[1:]) if compares and _is_owned_level(items[1:]) else chunk


def _is_owned_level(behind: list[Mention]) -> bool:
    """Whether a level follows that is another partner's: "5 Mt against Peru's 3 Mt"."""
    if len(behind) < _OWNED or not behind[0].mask & Party.bit or role_of(behind[1]) is not Role.POSSESSIVE:
        return False
    timed = not any(item.mask & ~(PeriodExpr.bit | Relation.bit) for item in behind[_OWNED:])
    return timed and bool(behind[2].mask & Figure.bit) and not is_relative(behind[2])


_OWNED = 3


def _parted(chunk: Chunk) -> tuple[Chunk, ...]:
    if not (chunk.mask & Figure.bit and chunk.mask & Party.bit and chunk.mask & Relation.bit):
        return (chunk,)
    items = chunk.items
    for at in [at for at in range(1, len(items) - 2) if items[at].mask & Relation.bit and role_of(items[at]) is Role.AGAINST]:
        if _is_owned_level(items[at + 1 :]) and any(item.mask & Figure.bit for item in items[:at]):
            return chunk.holding(items[:at]), Chunk(Mark.COMMA).holding(items[at + 1 :])
        if not items[at + 1].mask & Figure.bit:
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

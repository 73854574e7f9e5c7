"""Both ways of a trade told in one breath: what is "imported and exported" for one sum is a turnover."""

from itertools import pairwise

from sinorus.languages.meaning import Figure, Head, Mark, Party, Punctuation, Relation, Side, World
from sinorus.parsers.chunk import Chunk
from sinorus.records import Measure
from sinorus.scan.mention import Mention, meanings_of
from sinorus.values.evolve import evolve

_TRADED = Head.bit | Figure.bit
_END = Relation.bit | Party.bit | World.bit
"""What each way may name between them: "exported to and imported from Peru"."""


def both_ways(found: list[Chunk]) -> list[Chunk]:
    """Make one turnover of the two ways of a trade in each chunk that joins them and tells one level."""
    behind = [*found[1:], None][: len(found)]
    return [chunk if _goes_on(after) else _joined(chunk) for chunk, after in zip(found, behind, strict=True)]


def _goes_on(after: Chunk | None) -> bool:
    """Whether the chunk behind begins with a further level: "imported and exported 3 Mt and 5 Mt"."""
    return after is not None and after.opener is Mark.AND and bool(after.items[0].mask & Figure.bit)


def _joined(chunk: Chunk) -> Chunk:
    items = chunk.items
    heads = meanings_of(items, Head) if chunk.mask & _TRADED == _TRADED else []
    if len(heads) < 2 or not _tells_one(items):
        return chunk
    for (first, one), (second, other) in pairwise(heads):
        joint = next(
            (at for at in range(first + 1, second) if items[at].mask & Punctuation.bit and not items[at].mask & Relation.bit), None
        )
        facing = one.side is other.side.facing and one.side is not other.side and not (one.agent or other.agent)
        if facing and joint is not None and _only_ends(items, first, joint, second):
            turnover = evolve(items[first], meanings=(Head(Measure.TURNOVER, Side.BOTH),), mask=Head.bit)
            ends = joint - 1 if items[joint - 1].mask & Relation.bit else joint  # "exported to and imported from"
            return chunk.holding((*items[:first], turnover, *items[first + 1 : ends], *items[joint + 1 : second], *items[second + 1 :]))
    return chunk


def _only_ends(items: list[Mention], first: int, joint: int, second: int) -> bool:
    """Whether nothing but the joint and ends of the trade stands between the two ways, and nobody else who acts."""
    between = [at for at in range(first + 1, second) if at != joint]
    return all(items[at].mask & _END and (not items[at].mask & Party.bit or items[at - 1].mask & Relation.bit) for at in between)


def _tells_one(items: list[Mention]) -> bool:
    """Whether one level is told, and no more than one rate of change."""
    figures = [figure for _, figure in meanings_of(items, Figure)]
    rates = sum(figure.times or figure.quantity.unit == "%" for figure in figures)
    return len(figures) - rates == 1 and rates <= 1

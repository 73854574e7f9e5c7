"""What is told aside: a chunk between two commas or dashes that only says what a flow or its origin is."""

from sinorus.languages.meaning import Certainty, Figure, Goods, Head, Level, Mark, Movement, Party, Relation, Use
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.chunk import Chunk
from sinorus.scan.mention import meanings_of

_THREE = 3
"""Chunks of which one may be told aside."""


def without_asides(parts: list[Chunk]) -> list[Chunk]:
    """Return the chunks without those between two commas or dashes that only say what a flow or its origin is.

    "Sales of copper, the second main metal in the exports, came to $2bn"; "shipments from Peru – one of its suppliers – fell by 5%".
    """
    if len(parts) < _THREE:
        return parts
    return [part for at, part in enumerate(parts) if not (0 < at < len(parts) - 1 and _is_aside(*parts[at - 1 : at + 2]))]


def _is_aside(before: Chunk, part: Chunk, behind: Chunk) -> bool:
    if part.opener is Mark.COMMA and behind.opener is Mark.DASH:
        return _was_once(before, part, behind)
    marks = {part.opener, behind.opener}
    if marks not in ({Mark.COMMA}, {Mark.DASH}):
        return False
    if part.opener is behind.opener is Mark.DASH and _only_explains(before, part, behind):
        return True
    if part.opener is behind.opener is Mark.COMMA and _only_ranks(before, part, behind):
        return True
    told = Figure.bit | Movement.bit | PeriodExpr.bit
    named = before.mask & Head.bit and not before.mask & (told | Level.bit)
    verb = behind.items[0].mask & (Movement.bit | Level.bit)
    only = part.mask & (Head.bit | Goods.bit) and not part.mask & (told | Level.bit | Certainty.bit)
    led = len(before.items) == 1 and part.mask == Goods.bit  # "on the side of exports, tin, for the most part, came to 9 Mt"
    return bool(named and only and verb and not led and not behind.mask & Head.bit)


def _only_ranks(before: Chunk, part: Chunk, behind: Chunk) -> bool:
    """Whether a chunk only says what a country is in the trade: "Korea, once the main buyer, took 3 Mt"."""
    heads = [head for _, head in meanings_of(part.items, Head)]
    ranks = (
        bool(heads)
        and all(head.agent for head in heads)
        and not part.mask & (Figure.bit | Movement.bit | Level.bit | Party.bit | Goods.bit)
    )
    named = len(before.items) == 1 and bool(before.mask & Party.bit)
    first = behind.items[0]
    verb = first.get(Head)
    told = first.mask & Level.bit or (verb is not None and verb.use is Use.VERB)
    return named and ranks and bool(told) and bool(behind.mask & Figure.bit)


def _was_once(before: Chunk, part: Chunk, behind: Chunk) -> bool:
    """Whether a time only tells what the named one was then: "Turkey, the first in 2022, — 727 Mt"."""
    named = all(item.mask & (Party.bit | Goods.bit) for item in before.items)
    return named and not part.mask & ~(Relation.bit | PeriodExpr.bit) and bool(behind.items[0].mask & Figure.bit)


def _only_explains(before: Chunk, part: Chunk, behind: Chunk) -> bool:
    """Whether a clause without figures stands between dashes in one that goes on with its verb: "Peru – it ships by sea – saw …"."""
    head = behind.items[0].get(Head)
    verb = behind.items[0].mask & (Movement.bit | Level.bit) or (head is not None and head.use is Use.VERB)
    return bool(verb and part.mask & _CLAUSE and not part.mask & Figure.bit and not before.mask & Figure.bit)


_CLAUSE = Head.bit | Level.bit | Movement.bit

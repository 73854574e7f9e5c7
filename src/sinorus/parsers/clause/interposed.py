"""A source put in between a verb and its figure: "tin made up, by unofficial estimates, 20% of the exports"."""

from sinorus.languages.meaning import (
    Body,
    Figure,
    Goods,
    Head,
    Level,
    Mark,
    Movement,
    OtherMeasure,
    Party,
    Pointer,
    Punctuation,
    Relation,
    Share,
    Speech,
    Use,
)
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.chunk import Chunk

_SOURCE = Speech.bit | Body.bit | Party.bit | Relation.bit | Pointer.bit | Punctuation.bit
_TELLS = Figure.bit | Head.bit | Movement.bit | Level.bit | Share.bit | Goods.bit | PeriodExpr.bit | OtherMeasure.bit
"""What none has who only says so, be he known or not: "by unofficial estimates", "brokers think"."""


def source_interposed(found: list[Chunk]) -> list[Chunk]:
    """Put who says so before the clause that it parts."""
    if not any(map(_may_part, found[1:-1])):
        return found
    done: list[Chunk] = []
    at = 0
    while at < len(found):
        three = found[at : at + 3]
        if len(three) == 3 and _parts_level(*three):
            clause, source, rest = three
            done += [source, clause.joined_with(rest)]
            at += 3
        else:
            done.append(found[at])
            at += 1
    return done


def _may_part(chunk: Chunk) -> bool:
    return chunk.opener is Mark.COMMA and (_is_source(chunk) or not chunk.mask & _TELLS)


def _parts_level(clause: Chunk, source: Chunk, rest: Chunk) -> bool:
    """Whether a source, or whatever tells nothing, stands between a verb and its figure: "it made up, by some estimates, 20%"."""
    return rest.opener is Mark.COMMA and _may_part(source) and _awaits_figure(clause) and _is_figure(rest)


def _awaits_figure(chunk: Chunk) -> bool:
    """Whether a chunk ends with a word for a level or share, or with when that was."""
    items = list(chunk.items)
    while items and items[-1].mask & (PeriodExpr.bit | Relation.bit) and not items[-1].mask & Level.bit:
        items.pop()
    share = items[-1].get(Share) if items else None
    return bool(items) and (bool(items[-1].mask & Level.bit) or (share is not None and share.use is Use.VERB))


def _is_figure(chunk: Chunk) -> bool:
    """Whether a chunk begins with a figure, and has no verb of its own."""
    led = [item for item in chunk.items if not item.mask & Relation.bit][:1]
    verbs = any((head := item.get(Head)) is not None and head.use is Use.VERB for item in chunk.items)
    return bool(led) and bool(led[0].mask & Figure.bit) and not verbs


def _is_source(chunk: Chunk) -> bool:
    said = bool(chunk.items[0].mask & Speech.bit)
    return chunk.opener is Mark.COMMA and said and all(item.mask & _SOURCE for item in chunk.items)

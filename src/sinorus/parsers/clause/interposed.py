"""A source put in between a subject and its verb: "Peru and Chile, by data of the customs, traded for $3bn"."""

from sinorus.languages.meaning import Body, Figure, Goods, Head, Level, Mark, Movement, Party, Pointer, Punctuation, Relation, Speech, Use
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.chunk import Chunk

_SUBJECT = Party.bit | Punctuation.bit | Relation.bit | Goods.bit | PeriodExpr.bit | Pointer.bit
_SOURCE = Speech.bit | Body.bit | Party.bit | Relation.bit | Pointer.bit | Punctuation.bit


def source_interposed(found: list[Chunk]) -> list[Chunk]:
    """Put who says so before the clause that it parts."""
    if not any(map(_is_source, found[1:-1])):
        return found
    done: list[Chunk] = []
    at = 0
    while at < len(found):
        three = found[at : at + 3]
        if len(three) == 3 and _is_subject(three[0]) and _is_source(three[1]) and _has_verb(three[2]):
            subject, source, verb = three
            done += [source, subject.joined_with(verb)]
            at += 3
        else:
            done.append(found[at])
            at += 1
    return done


def _is_subject(chunk: Chunk) -> bool:
    return bool(chunk.mask & Party.bit) and all(item.mask & _SUBJECT for item in chunk.items)


def _is_source(chunk: Chunk) -> bool:
    said = bool(chunk.items[0].mask & Speech.bit)
    return chunk.opener is Mark.COMMA and said and all(item.mask & _SOURCE for item in chunk.items)


def _has_verb(chunk: Chunk) -> bool:
    """Whether a chunk begins with its verb and tells a figure."""
    first = chunk.items[0]
    head, moved = first.get(Head), first.get(Movement)
    verb = (head is not None and head.use is Use.VERB) or (moved is not None and moved.use is Use.VERB) or bool(first.mask & Level.bit)
    return chunk.opener is Mark.COMMA and verb and bool(chunk.mask & Figure.bit)

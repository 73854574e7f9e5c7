"""A share told of who acts before his verb: "Peru, whose share is 12%, bought 9 kt"; it is read behind what he did."""

from sinorus.languages.meaning import Figure, Goods, Head, Mark, Movement, Party, Relation, Share, Use
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.chunk import Chunk
from sinorus.parsers.marks import mark_of

_CLOSED = {Mark.RELATIVE: Mark.COMMA, Mark.COMMA: Mark.COMMA, Mark.OPEN: Mark.CLOSE}
"""By what mark the main clause goes on behind a relative clause, and behind a bracket."""
_LEAD = 2
"""Mentions with which a clause begins that is told of who stands before it: "the share of which", "on which"."""
_ALIEN = Head.bit | Party.bit | Goods.bit | Movement.bit
_TOLD = Figure.bit | Head.bit | Share.bit | Movement.bit | Goods.bit


def share_of_subject(found: list[Chunk]) -> list[Chunk]:
    """Put a share behind the clause that it parts, and behind the brackets of that."""
    if not any(chunk.opener in _CLOSED and chunk.mask & Share.bit for chunk in found[1:-1]):
        return found
    done: list[Chunk] = []
    at = 0
    while at < len(found):
        three = found[at : at + 3]
        if len(three) == 3 and _parts(*three):
            subject, share, clause = three
            done.append(subject.joined_with(clause))
            at += 3
            while at < len(found) and found[at].opener is Mark.OPEN:
                done.append(found[at])
                at += 1
            done.append(Chunk(Mark.COMMA).holding(item for item in share.items if mark_of(item) is not Mark.RELATIVE))
        else:
            done.append(found[at])
            at += 1
    return done


def _parts(subject: Chunk, share: Chunk, clause: Chunk) -> bool:
    """Whether a chunk only tells a share of who is named before it, and a verb of trade behind it tells how much he sold or bought."""
    if share.opener not in _CLOSED or clause.opener is not _CLOSED[share.opener] or subject.mask & _TOLD:
        return False
    if not subject.items[-1].mask & Party.bit or not share.mask & Share.bit or share.mask & _ALIEN:
        return False
    if share.opener is Mark.COMMA and all(mark_of(item) is not Mark.RELATIVE for item in share.items[:_LEAD]):
        return False
    figures = [figure for _, figure in share.of(Figure)]
    verb = next((head for item in clause.items if not item.mask & (Relation.bit | PeriodExpr.bit) and (head := item.get(Head))), None)
    first = next((item for item in clause.items if not item.mask & (Relation.bit | PeriodExpr.bit)), None)
    acts = verb is not None and verb.use is Use.VERB and first is not None and bool(first.mask & Head.bit)
    return acts and bool(clause.mask & Figure.bit) and len(figures) == 1 and figures[0].quantity.unit == "%"

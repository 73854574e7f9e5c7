"""A sentence cut at its borders, of the mentions that a reader of flows looks at."""

from sinorus.languages.meaning import (
    Head,
    Mark,
    Pointer,
    Punctuation,
    Relation,
    World,
)
from sinorus.parsers.chunk import OF_FLOWS, Chunk
from sinorus.parsers.clause.able import manages
from sinorus.parsers.clause.apposition import without_apposition
from sinorus.parsers.clause.border import elides, ends_whole, is_border, opens
from sinorus.parsers.clause.gloss import (
    unglossed,
    without_examples,
    without_excepted,
    without_makers,
    without_most,
    without_there,
)
from sinorus.parsers.clause.likened import unlikened
from sinorus.parsers.clause.yardstick import without_yardsticks
from sinorus.parsers.marks import mark_of
from sinorus.scan.sentence import Scanned


def cut(scanned: Scanned) -> list[Chunk]:
    """Return the chunks of a sentence in order; none is empty of both items and a meaningful opener."""
    most = without_examples(scanned, without_most(scanned, without_makers(scanned, without_yardsticks(scanned, manages(scanned)))))
    told = unlikened([mention for mention in most if mention.mask & OF_FLOWS])
    marks = [mark_of(mention) for mention in told if mention.mask & Punctuation.bit]
    if Mark.COMMA in marks:
        told = without_there(without_apposition(without_excepted(told)))
    mentions = tuple(unglossed(told) if Mark.OPEN in marks else told)
    found: list[Chunk] = []
    current = Chunk(None)
    for index, mention in enumerate(mentions):
        mark = mark_of(mention) if mention.mask & Punctuation.bit else None
        if mark is None:
            if current.mask & Head.bit and ends_whole(found, current, mentions, index):
                found.append(current)
                current = Chunk(Mark.COMMA)
            current.add(mention)
        elif mark is Mark.DASH and elides(current, mentions, index):
            continue
        elif is_border(mark, current, mentions, index):
            if current.items:
                found.append(current)
                current = Chunk(mark)
            elif opens(mark, current.opener, found):
                current.opener = mark
            if mention.mask & (Relation.bit | Pointer.bit | Head.bit | World.bit):
                current.add(mention)
        else:
            current.add(mention)
    if current.items:
        found.append(current)
    return found

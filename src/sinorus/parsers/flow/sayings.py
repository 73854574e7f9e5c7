"""Who says so, where a writer sets it apart by commas and tells nothing else in it: "Coal sales, the agency notes, rose by 5%"."""

from collections.abc import Sequence
from functools import reduce

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark, Use
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.marks import mark_of
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned

_QUIET = m.Speech.bit | m.Opinion.bit | m.Relation.bit | m.Level.bit | m.Cue.bit | m.Negation.bit
"""What may stand in words that only say where a writer has it from."""
_SAID = m.Speech.bit | m.Opinion.bit
_OPEN = m.Party.bit | m.Goods.bit | m.Head.bit | m.Movement.bit | m.Level.bit | m.Relation.bit
"""After these a clause is not yet at its end: its verb or its figure is still to come."""
_DONE = m.Figure.bit | PeriodExpr.bit
_VERB = m.Movement.bit | m.Level.bit | m.Relation.bit | m.Figure.bit


def without_sayings(scanned: Scanned) -> Scanned:
    """Return a sentence without the stretches between two commas, or at its beginning, that only say who says so.

    A comma stays where the clause before it is complete: "… rose to $5bn, the ministry said, 9% more than in May".
    """
    if not scanned.mask & m.Punctuation.bit:
        return scanned
    items = scanned.mentions
    commas = [at for at, item in enumerate(items) if mark_of(item) is Mark.COMMA and not item.mask & m.Relation.bit]
    left_out: set[int] = set()
    for opens, closes in zip((-1, *commas), commas, strict=False):
        if not _is_saying(items, opens, closes) or opens in left_out:
            continue
        left_out.update(range(max(opens, 0), closes))
        if opens < 0 or not items[opens - 1].mask & _DONE:
            left_out.add(closes)
    if not left_out:
        return scanned
    kept = tuple(item for at, item in enumerate(items) if at not in left_out)
    return Scanned(scanned.sentence, scanned.text, kept, reduce(lambda mask, item: mask | item.mask, kept, 0))


def _is_saying(items: Sequence[Mention], opens: int, closes: int) -> bool:
    """Whether what stands between two commas only says who says so, or says nothing that is read where a clause goes on behind it."""
    between = items[opens + 1 : closes]
    if any(item.mask & ~_QUIET for item in between):
        return False
    if any(item.mask & _SAID for item in between):
        return True
    if between or opens < 1 or closes + 1 >= len(items):
        return False
    head = items[closes + 1].get(m.Head)
    goes_on = items[closes + 1].mask & _VERB or (head is not None and head.use is Use.VERB)
    return bool(items[opens - 1].mask & _OPEN and goes_on)

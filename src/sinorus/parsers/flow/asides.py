"""What a writer sets apart by commas that tells no flow: who says so, what the one who acts is: "Peru, which joins the pact, sold 9 Mt"."""

from collections.abc import Sequence
from functools import reduce

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark, Role, Use
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.marks import is_cue, mark_of, role_of
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned

_QUIET = m.Speech.bit | m.Opinion.bit | m.Relation.bit | m.Level.bit | m.Cue.bit | m.Negation.bit
"""What may stand in words that only say where a writer has it from."""
_SAID = m.Speech.bit | m.Opinion.bit
_OPEN = m.Party.bit | m.Goods.bit | m.Head.bit | m.Movement.bit | m.Level.bit | m.Relation.bit
"""After these a clause is not yet at its end: its verb or its figure is still to come."""
_SUBJECT = m.Party.bit | m.Head.bit | m.Goods.bit
_TELLS = m.Figure.bit | m.Head.bit | m.Goods.bit | PeriodExpr.bit | m.World.bit | m.Route.bit | m.Share.bit
_DONE = m.Figure.bit | PeriodExpr.bit
_LEADS = m.Movement.bit | m.Relation.bit | m.Figure.bit
"""What goes on with a clause, beside its verb."""
_OF_FLOW = m.Figure.bit | m.Goods.bit | m.Head.bit | m.Movement.bit | m.Share.bit | m.World.bit | m.Body.bit | m.Route.bit
_OF_FLOW |= m.Currency.bit | m.Denomination.bit
"""What belongs to a flow even where it is set apart."""


def without_asides(scanned: Scanned) -> Scanned:
    """Return a sentence without the stretches between two commas, or at its beginning, that tell no flow.

    A comma stays where the clause before it is complete: "… rose to $5bn, the ministry said, 9% more than in May".
    """
    if not scanned.mask & m.Punctuation.bit:
        return scanned
    items = scanned.mentions[_end_of_preamble(scanned.mentions) :]
    commas = [at for at, item in enumerate(items) if mark_of(item) is Mark.COMMA and not item.mask & m.Relation.bit]
    left_out: set[int] = set()
    for opens, closes in zip((-1, *commas), commas, strict=False):
        if opens in left_out or not (_is_saying(items, opens, closes) or _tells_of_subject(items, opens, closes)):
            continue
        left_out.update(range(max(opens, 0), closes))
        if opens < 0 or not items[opens - 1].mask & _DONE:
            left_out.add(closes)
    if not left_out and len(items) == len(scanned.mentions):
        return scanned
    kept = tuple(item for at, item in enumerate(items) if at not in left_out)
    return Scanned(scanned.sentence, scanned.text, kept, reduce(lambda mask, item: mask | item.mask, kept, 0))


def _end_of_preamble(items: Sequence[Mention]) -> int:
    """Return where a sentence begins behind who says so, or what else went on: "In Lima he said that …", "With output falling, …"."""
    end = next((at for at, item in enumerate(items) if item.mask & _TELLS), len(items))
    that = next((at for at in range(end) if mark_of(items[at]) is Mark.RELATIVE), end)
    if that < end and any(item.mask & _SAID or is_cue(item, "idiom", "aside") for item in items[:that]) and not _names(items[:that]):
        return that + 1
    comma = next((at for at in range(end) if mark_of(items[at]) is Mark.COMMA), end)
    if comma < end and _leads_in(items) and any(item.mask & m.OtherMeasure.bit for item in items[:comma]):
        return comma + 1
    return 0


def _names(items: Sequence[Mention]) -> bool:
    """Whether somebody is named who may count or trade; not so where something is only said to have been said there."""
    named = [at for at, item in enumerate(items) if item.mask & (m.Party.bit | m.Body.bit)]
    return any(role_of(items[at - 1]) not in {Role.IN, Role.AT, Role.TO} if at else True for at in named)


def _leads_in(items: Sequence[Mention]) -> bool:
    """Whether a sentence begins with what only goes along: "with output falling", "boosted by demand", "although prices fell"."""
    first = items[0]
    if mark_of(first) is Mark.CONTRAST or role_of(first) is Role.WITH:
        return True
    return bool(first.mask & m.Movement.bit) and len(items) > 1 and role_of(items[1]) is Role.BY


def _is_saying(items: Sequence[Mention], opens: int, closes: int) -> bool:
    """Whether what stands between two commas only says who says so, or says nothing that is read where a clause goes on behind it."""
    between = items[opens + 1 : closes]
    if any(item.mask & ~_QUIET for item in between):
        return False
    if any(item.mask & _SAID for item in between):
        return True
    if between or opens < 1 or closes + 1 >= len(items):
        return False
    return bool(items[opens - 1].mask & _OPEN) and (bool(items[closes + 1].mask & _LEADS) or _is_verb(items[closes + 1]))


def _tells_of_subject(items: Sequence[Mention], opens: int, closes: int) -> bool:
    """Whether what stands between a country and its verb only tells what it is: neither another name nor the flow itself."""
    between = items[opens + 1 : closes]
    if opens < 1 or closes + 1 >= len(items) or not between or not items[opens - 1].mask & _SUBJECT or not _is_verb(items[closes + 1]):
        return False
    dated = 0 if mark_of(between[0]) is Mark.RELATIVE else PeriodExpr.bit
    party = items[opens - 1].get(m.Party)
    faced = m.Party.bit if party is not None and party.region else 0  # "Heihe, across the river from Blagoveshchensk, handled 9 Mt"
    if any(item.mask & (_OF_FLOW | dated | faced) for item in between):
        return False
    return not (len(between) == 1 and between[0].mask & m.Party.bit and between[0].start <= items[opens].end + 1)


def _is_verb(item: Mention) -> bool:
    head, moved = item.get(m.Head), item.get(m.Movement)
    return (head is not None and head.use is Use.VERB) or (moved is not None and moved.use is Use.VERB) or bool(item.mask & m.Level.bit)

"""What is told of a place or of goods between two commas: where it lies, of which country it is a part, among what they are one."""

from itertools import pairwise

from sinorus.languages.meaning import Figure, Goods, Head, Level, Mark, Movement, Party, Punctuation, Relation, Role
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.marks import mark_of, role_of
from sinorus.scan.mention import Mention

_NAMES = Party.bit | Relation.bit
_MEASURED = Figure.bit | Level.bit | Movement.bit | PeriodExpr.bit
_TOLD = Head.bit | Level.bit | Movement.bit | Punctuation.bit


def without_apposition(mentions: list[Mention]) -> list[Mention]:
    """Return the mentions without what only says where or what the one named before it is: "Ica, a region in Peru's south, sold 9 Mt"."""
    marks = [at for at, each in enumerate(mentions) if each.mask & Punctuation.bit and mark_of(each) is Mark.COMMA]
    for opens, closes in reversed(list(pairwise(marks))):
        named = mentions[opens - 1].mask if opens else 0
        if not named & (Party.bit | Goods.bit):
            continue
        aside = mentions[opens + 1 : closes]
        following = mentions[closes + 1] if closes + 1 < len(mentions) else None
        placed = named & Party.bit and following is not None and (_places(mentions[opens], aside) or _describes(aside, following))
        if placed or (named & Goods.bit and closes + 1 < len(mentions) and _sorts(aside, mentions[closes + 1])):
            mentions = [*mentions[:opens], *mentions[closes + 1 :]]
    return mentions


def _places(comma: Mention, aside: list[Mention]) -> bool:
    """Whether a stretch names no more than a country beside words that are not known: "a region in Peru's south"."""
    named = [at for at, each in enumerate(aside) if each.mask & Party.bit]
    if len(named) != 1 or any(each.mask & _TOLD or not each.mask & _NAMES for each in aside):
        return False
    owner = named[0] == 0 and len(aside) > 1 and role_of(aside[1]) is Role.POSSESSIVE
    return owner or (aside[0].start > comma.end + 1 and role_of(aside[0]) in {Role.IN, Role.OF})


def _describes(aside: list[Mention], verb: Mention) -> bool:
    """Whether a stretch before a verb only tells what a place is to others: "Ica, a hub for Chilean and Bolivian ore, rose"."""
    first = role_of(aside[0]) if aside else None
    plain = all(each.mask & (_NAMES | Goods.bit) or mark_of(each) is Mark.AND for each in aside)
    others = any(each.mask & Party.bit for each in aside) and not any(role_of(each) is Role.OF for each in aside)
    return first in {Role.TO, Role.FOR} and plain and others and bool(verb.mask & (Level.bit | Movement.bit))


def _sorts(aside: list[Mention], verb: Mention) -> bool:
    """Whether a stretch only says among which goods those before it are: "copper, second among the metals that Peru exports, rose"."""
    first = next((each for each in aside if not each.mask & Relation.bit), None)
    relative = any(mark_of(each) is Mark.RELATIVE for each in aside[1:])
    among = bool(aside) and role_of(aside[0]) in {Role.AMONG, Role.OF}
    sorts = first is not None and bool(first.mask & Goods.bit) and (relative or among)
    return sorts and bool(verb.mask & (Level.bit | Movement.bit)) and not any(each.mask & _MEASURED for each in aside)

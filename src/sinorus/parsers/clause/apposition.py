"""What is told of a place between two commas: where it lies, or of which country it is a part."""

from itertools import pairwise

from sinorus.languages.meaning import Head, Level, Mark, Movement, Party, Punctuation, Relation, Role
from sinorus.parsers.marks import mark_of, role_of
from sinorus.scan.mention import Mention

_NAMES = Party.bit | Relation.bit
_TOLD = Head.bit | Level.bit | Movement.bit | Punctuation.bit


def without_apposition(mentions: list[Mention]) -> list[Mention]:
    """Return the mentions without what only says where or what the one named before it is: "Ica, a region in Peru's south, sold 9 Mt"."""
    marks = [at for at, each in enumerate(mentions) if each.mask & Punctuation.bit and mark_of(each) is Mark.COMMA]
    for opens, closes in reversed(list(pairwise(marks))):
        named = opens and mentions[opens - 1].mask & Party.bit
        if named and closes + 1 < len(mentions) and _places(mentions[opens], mentions[opens + 1 : closes]):
            mentions = [*mentions[:opens], *mentions[closes + 1 :]]
    return mentions


def _places(comma: Mention, aside: list[Mention]) -> bool:
    """Whether a stretch names no more than a country beside words that are not known: "a region in Peru's south"."""
    named = [at for at, each in enumerate(aside) if each.mask & Party.bit]
    if len(named) != 1 or any(each.mask & _TOLD or not each.mask & _NAMES for each in aside):
        return False
    owner = named[0] == 0 and len(aside) > 1 and role_of(aside[1]) is Role.POSSESSIVE
    return owner or (aside[0].start > comma.end + 1 and role_of(aside[0]) in {Role.IN, Role.OF})

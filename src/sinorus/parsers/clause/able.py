"""Who manages to do something, in a language that names him as the one to whom it is given: «Китаю удалось закупить»."""

from collections.abc import Sequence

from sinorus.languages.meaning import Figure, Head, Meaning, Party, Pointer, Punctuation, Relation, Role
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned
from sinorus.values.evolve import evolve

_REACH = 4
"""Mentions between the verb and who manages it, at most."""
_STOPS = Punctuation.bit | Figure.bit | Head.bit
_GIVEN = frozenset({Role.TO, Role.OF})
"""Cases of a name that may be a dative: of some they are alike."""


def manages(scanned: Scanned) -> Sequence[Mention]:
    """Return the mentions of a sentence with whoever manages to do something as who does it."""
    mentions = scanned.mentions
    changed: Sequence[Mention] = mentions
    for at in scanned.cued("flow", "manages"):
        found = _nearest(mentions, range(at - 1, max(at - _REACH, 0) - 1, -1))
        found = _nearest(mentions, range(at + 1, min(at + _REACH, len(mentions)))) if found is None else found
        if found is not None:
            meanings = tuple(_acting(meaning) for meaning in mentions[found].meanings)
            changed = [*changed[:found], evolve(mentions[found], meanings=meanings), *changed[found + 1 :]]
    return changed


def _nearest(mentions: Sequence[Mention], indices: range) -> int | None:
    """Return the index of the first name or pronoun of these in a case that says to whom something is given."""
    for at in indices:
        mention = mentions[at]
        if mention.mask & _STOPS:
            return None
        if mention.mask & (Party.bit | Pointer.bit) and not (at and mentions[at - 1].mask & Relation.bit):
            given = any(isinstance(each, Party | Pointer) and each.role in _GIVEN for each in mention.meanings)
            return at if given else None
    return None


def _acting(meaning: Meaning) -> Meaning:
    if isinstance(meaning, Party) and meaning.role in _GIVEN:
        return evolve(meaning, role=Role.SUBJECT)
    return evolve(meaning, role=None) if isinstance(meaning, Pointer) else meaning

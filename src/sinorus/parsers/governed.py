"""What a preposition governs: the name behind it, or another noun that nothing reads."""

from collections.abc import Sequence

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Role, Use
from sinorus.scan.mention import Mention

_PARTED = 10
"""Characters between a preposition and a name that hold another noun, which it governs."""


def acts_behind(items: Sequence[Mention], index: int) -> bool:
    """Whether words that nothing reads part a name from a preposition, and its verb follows: "in a single month Peru sold 3 Mt"."""
    before, following = items[index - 1] if index else None, items[index + 1 : index + 3]
    if before is None or not before.mask & m.Relation.bit or items[index].start - before.end < _PARTED or not following:
        return False
    verb = following[-1] if following[0].mask & m.Negation.bit else following[0]
    party = items[index].get(m.Party)
    acts = any(isinstance(each, m.Head) and each.use is Use.VERB for each in verb.meanings)
    return party is not None and party.role in {None, Role.SUBJECT} and acts

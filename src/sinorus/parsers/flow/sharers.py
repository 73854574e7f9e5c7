"""Whose shares a text tells: a flow of which one country's share follows was not all that country's."""

from collections.abc import Iterable, Sequence

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Mark, Role, Side, Use
from sinorus.parsers.marks import mark_of, role_of
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned

_BETWEEN = frozenset({Role.TO, Role.FROM, Role.WITH})
_PARTING = m.Share.bit | m.Pointer.bit


def sharers(read: Iterable[Scanned]) -> frozenset[str]:
    """Return the countries named right beside a word for a share, or behind one for the parts: "the Chinese share", "of these, Chinese"."""
    found: set[str] = set()
    for scanned in read:
        if not scanned.mask & m.Party.bit:
            continue
        mentions = scanned.mentions
        if ":" in scanned.quote():
            found |= _listed(mentions)
        if not scanned.mask & _PARTING:
            continue
        for index, mention in enumerate(mentions):
            if mention.mask & _PARTING and (_parts(mention) or _holds(mentions, index)):
                before = index - 1 - (index > 1 and role_of(mentions[index - 1]) is Role.POSSESSIVE)  # "Peru's share"
                around = (*mentions[max(before, 0) : index], *mentions[index + 1 : index + 2])
                if not mention.mask & m.Share.bit:
                    first = index + 1 + _leads_to_part(mentions, index + 1)
                    around = mentions[first : first + 1]
                found.update(code for each in around if (party := each.get(m.Party)) is not None for code in party.codes)
    return frozenset(found)


def _leads_to_part(mentions: Sequence[Mention], at: int) -> bool:
    """Whether a preposition leads to the partner of a part: "of which with Peru $5bn", "of which exports to Peru, 60% of all its exports".

    One way without a share may be of a whole that was told to be with the same partner.
    """
    if at + 2 >= len(mentions) or role_of(mentions[at]) not in _BETWEEN or not mentions[at + 1].mask & m.Party.bit:
        return False
    head = mentions[at + 2].get(m.Head)
    both = head is not None and head.side is Side.BOTH
    return both or any(each.mask & m.Share.bit for each in mentions[at + 2 :])


def _listed(mentions: Sequence[Mention]) -> set[str]:
    """Return the countries by whose goods, a figure each, a total told before a colon is broken down: "$2bn of coal: Peruvian 1.1bn, …"."""
    colon = next((at for at, each in enumerate(mentions) if mark_of(each) is Mark.COLON), len(mentions))
    if not any(each.mask & m.Figure.bit for each in mentions[:colon]):
        return set()
    found: set[str] = set()
    for at in range(colon + 1, len(mentions) - 1):
        party = mentions[at].get(m.Party) if mentions[at].mask & m.Party.bit else None
        behind = next((each for each in mentions[at + 1 : at + 4] if not each.mask & (m.Relation.bit | m.Punctuation.bit)), None)
        if party is not None and party.use is Use.MODIFIER and behind is not None and behind.mask & m.Figure.bit:
            found.update(party.codes)
    return found if len(found) > 1 else set()


def _holds(mentions: Sequence[Mention], index: int) -> bool:
    """Whether a verb tells what who stands before it holds: "Peru held 10%", 秘鲁占10%, «Перу заняло второе место с 5 млн т»."""
    if (
        not index
        or not mentions[index].mask & m.Share.bit
        or mentions[index].mask & m.Head.bit
        or not mentions[index - 1].mask & m.Party.bit
    ):
        return False
    figure = next((each for each in mentions[index + 1 : index + 3] if not each.mask & m.Relation.bit), None)
    return figure is not None and bool(figure.mask & m.Figure.bit)


def _parts(mention: Mention) -> bool:
    """Whether a word is the noun of a share, or says that parts follow."""
    share, pointer = mention.get(m.Share), mention.get(m.Pointer)
    return (share is not None and share.use is Use.NOUN) or (pointer is not None and pointer.to is Anaphor.OF_WHICH)

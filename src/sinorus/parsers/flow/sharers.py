"""Whose shares a text tells: a flow of which one country's share follows was not all that country's."""

from collections.abc import Iterable

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Use
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned

_PARTING = m.Share.bit | m.Pointer.bit


def sharers(read: Iterable[Scanned]) -> frozenset[str]:
    """Return the countries named right beside a word for a share, or behind one for the parts: "the Chinese share", "of these, Chinese"."""
    found: set[str] = set()
    for scanned in read:
        if not scanned.mask & m.Party.bit or not scanned.mask & _PARTING:
            continue
        mentions = scanned.mentions
        for index, mention in enumerate(mentions):
            if mention.mask & _PARTING and _parts(mention):
                around = mentions[max(index - 1, 0) : index + 2] if mention.mask & m.Share.bit else mentions[index + 1 : index + 2]
                found.update(code for each in around if (party := each.get(m.Party)) is not None for code in party.codes)
    return frozenset(found)


def _parts(mention: Mention) -> bool:
    """Whether a word is the noun of a share, or says that parts follow."""
    share, pointer = mention.get(m.Share), mention.get(m.Pointer)
    return (share is not None and share.use is Use.NOUN) or (pointer is not None and pointer.to is Anaphor.OF_WHICH)

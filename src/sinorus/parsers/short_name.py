"""Which country a short name stands for: the one that the text also names in full, and most often."""

from collections import Counter
from collections.abc import Sequence
from functools import reduce
from operator import or_

from attrs import evolve as copied

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark, Use
from sinorus.parsers.marks import mark_of
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned


def with_short_names(read: tuple[Scanned, ...]) -> tuple[Scanned, ...]:
    """Return the sentences of a text with parties for the short names of countries that it names in full, and without the others."""
    if not any(scanned.mask & m.ShortName.bit for scanned in read):
        return read
    full: Counter[str] = Counter()
    for scanned in read:
        for at, party in scanned.of(m.Party):
            if len(party.codes) == 1 and not scanned.mentions[at].mask & m.ShortName.bit:
                full[party.codes[0]] += 1
    return tuple(_resolved(scanned, full) if scanned.mask & m.ShortName.bit else scanned for scanned in read)


def _resolved(scanned: Scanned, full: Counter[str]) -> Scanned:
    listed = {at + 1 for at, each in enumerate(scanned.mentions) if mark_of(each) is Mark.AND}  # 日、中、韩 are all short, or none
    read = (each for at, each in enumerate(scanned.mentions) if at not in listed or each.mask & ~m.ShortName.bit)
    return scanned.with_mentions([found for each in read if (found := _meant(each, full)) is not None])


def _meant(mention: Mention, full: Counter[str]) -> Mention | None:
    """Return the mention with the party that its short name stands for; None where it stands for nobody and means nothing else."""
    short = mention.get(m.ShortName)
    if short is None:
        return mention
    others = tuple(each for each in mention.meanings if not isinstance(each, m.ShortName))
    party = mention.get(m.Party)
    usual = () if party is None else party.codes
    code = None if any(full[each] for each in usual if each not in short.beside) else _named(short.codes, full)
    if code is not None:
        codes = (*short.beside, code)
        kept = tuple(each for each in others if not isinstance(each, m.Party))
        others = (m.Party(codes=codes, use=Use.BARE if short.role is None else Use.NOUN, role=short.role), *kept)
    return copied(mention, meanings=others, mask=reduce(or_, (each.bit for each in others))) if others else None


def _named(codes: Sequence[str], full: Counter[str]) -> str | None:
    """Return the one of them that is named most often, if any is."""
    most = max(full[each] for each in codes)
    likeliest = [each for each in codes if full[each] == most]
    return likeliest[0] if most and len(likeliest) == 1 else None

"""Who is meant by a party that is no name but points back: "the province", "the union", "our exports to China"."""

from functools import reduce
from operator import or_

from attrs import evolve as copied

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor
from sinorus.parsers.context import Context
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned
from sinorus.values.evolve import evolve
from sinorus.world.country import bloc_codes

_HOME = ("CN", "RU")
_PARTS = ("HK", "MO")
"""Regions of China that have a code of their own."""


def pointed(scanned: Scanned, context: Context) -> tuple[Scanned, Context]:
    """Return a sentence in which those that point back are named, and the context with the parts of countries and blocs that it names."""
    regions, bloc = context.regions, context.bloc
    found: dict[int, str | None] = {}
    for index, mention in enumerate(scanned.mentions):
        party = mention.get(m.Party) if mention.mask & m.Party.bit else None
        if party is None:
            continue
        if party.back is Anaphor.REGION:
            found[index] = next((code for code in regions if code in (party.among or (*_HOME, *_PARTS))), None)
        elif party.back is Anaphor.BLOC:
            found[index] = bloc
        elif party.back is Anaphor.OURS:
            found[index] = _speaker(scanned)
        elif len(party.codes) == 1:
            code = party.codes[0]
            if (party.region or code in _PARTS) and regions[:1] != (code,):
                regions = (code, *(each for each in regions if each != code))
            elif code in bloc_codes():
                bloc = code
    if (regions, bloc) != (context.regions, context.bloc):
        context = evolve(context, regions=regions, bloc=bloc)
    if not any(found.values()):
        return scanned, context
    mentions = tuple(_named(mention, who) if (who := found.get(at)) else mention for at, mention in enumerate(scanned.mentions))
    return copied(scanned, mentions=mentions), context


def _speaker(scanned: Scanned) -> str | None:
    """Return the one of the two that a sentence does not name, where it names the other one."""
    named = {code for mention in scanned.mentions if (party := mention.get(m.Party)) is not None for code in party.codes if code in _HOME}
    return next(code for code in _HOME if code not in named) if len(named) == 1 else None


def _named(mention: Mention, code: str) -> Mention:
    """Return a mention that points back with the one to whom it points."""
    meanings = tuple(evolve(each, codes=(code,)) if isinstance(each, m.Party) else each for each in mention.meanings)
    return Mention(mention.start, mention.end, meanings, reduce(or_, (each.bit for each in meanings)), mention.rule)

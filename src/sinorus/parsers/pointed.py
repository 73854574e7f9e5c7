"""Who is meant by a party that is no name but points back: "the province", "the union", "our exports to China"."""

from functools import reduce
from operator import or_

from attrs import evolve as copied

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Mark
from sinorus.parsers.context import Context
from sinorus.parsers.marks import mark_of
from sinorus.parsers.talk import HOME_PAIR
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned
from sinorus.values.evolve import evolve
from sinorus.world.country import bloc_codes

_THREE = 3
_PARTS = ("HK", "MO")
"""Regions of China that have a code of their own."""


def pointed(scanned: Scanned, context: Context) -> tuple[Scanned, Context]:
    """Return a sentence in which those that point back are named, and the context with the parts of countries and blocs that it names."""
    regions, bloc = context.regions, context.bloc
    found: dict[int, tuple[str, ...]] = {}
    for index, party in scanned.of(m.Party):
        if party.back is Anaphor.REGION:
            found[index] = tuple(code for code in regions if code in (party.among or (*HOME_PAIR, *_PARTS)))[:1]
        elif party.back is Anaphor.COUNTRY:
            found[index] = _named_last(scanned, index, context)
        elif party.back is Anaphor.BEARER:
            found[index] = _bearer(party.among, scanned, index, context)
        elif party.back is not None:
            found[index] = _pointed_at(party.back, scanned, context, bloc)
        elif len(party.codes) == 1:
            code = party.codes[0]
            if (party.region or code in _PARTS) and regions[:1] != (code,):
                regions = (code, *(each for each in regions if each != code))
            elif code in bloc_codes():
                bloc = code
    if (regions, bloc) != (context.regions, context.bloc):
        context = evolve(context, regions=regions, bloc=bloc)
    if not found:
        return scanned, context
    mentions = tuple(_named(mention, found[at]) if at in found else mention for at, mention in enumerate(scanned.mentions))
    return copied(scanned, mentions=mentions), context


def _bearer(among: tuple[str, ...], scanned: Scanned, index: int, context: Context) -> tuple[str, ...]:
    """Return the country of which a word tells what it is: the one named last before it in the sentence, or the only one of the text."""
    here = [party.codes[0] for at, party in scanned.of(m.Party) if at < index and len(party.codes) == 1 and party.codes[0] in among]
    if here:
        return (here[-1],)
    before = context.mentioned.intersection(among)
    return tuple(before) if len(before) == 1 else ()


def _named_last(scanned: Scanned, index: int, context: Context) -> tuple[str, ...]:
    """Return the only country that the sentence before the clause of this index, or else the sentence before, has named beside its own."""
    mentions = scanned.mentions
    ends = [at for at, mention in enumerate(mentions) if mark_of(mention) in _ENDS]
    start = next((at for at in reversed(ends) if at < index), 0)
    end = next((at for at in ends if at > index), len(mentions))
    named = [(at, code) for at, party in scanned.of(m.Party) if len(party.codes) == 1 for code in party.codes]
    beside = {code for at, code in named if start <= at < end}
    here = {code for at, code in named if at < start} - beside
    if not here:
        before = context.together if context.together_ago == 1 else {context.subject} - {None}
        here = {code for code in before if code is not None} - beside
    return tuple(here) if len(here) == 1 else ()


_ENDS = frozenset({Mark.COMMA, Mark.SEMICOLON, Mark.COLON, Mark.DASH})


def _pointed_at(back: Anaphor, scanned: Scanned, context: Context, bloc: str | None) -> tuple[str, ...]:
    """Return who is meant by a party that is no part of a country."""
    if back is Anaphor.BLOC:
        return (bloc,) if bloc is not None else ()
    if back is Anaphor.THREE:
        return tuple(sorted(context.mentioned)) if len(context.mentioned) == _THREE else ()
    if back is Anaphor.THERE:
        return (context.subject,) if context.subject is not None else ()
    return _speaker(scanned)


def _speaker(scanned: Scanned) -> tuple[str, ...]:
    """Return the one of the two that a sentence does not name, where it names the other one."""
    named = {code for _, party in scanned.of(m.Party) for code in party.codes if code in HOME_PAIR}
    return tuple(code for code in HOME_PAIR if code not in named) if len(named) == 1 else ()


_BACK_OR_NAMED = frozenset({Anaphor.BEARER, Anaphor.COUNTRY, Anaphor.REGION})
"""What names somebody where the text has named one, and else only points back."""


def _named(mention: Mention, codes: tuple[str, ...]) -> Mention:
    """Return a mention that points back with those to whom it points; where nobody bears its word, it only points."""
    bears = any(isinstance(each, m.Party) and each.back in _BACK_OR_NAMED for each in mention.meanings)
    if not bears and not codes:
        return mention
    kept = [each for each in mention.meanings if not bears or isinstance(each, m.Pointer) is not bool(codes)]
    meanings = tuple(
        evolve(each, codes=codes) if isinstance(each, m.Party) else each for each in kept if codes or not isinstance(each, m.Party)
    )
    if not meanings:
        return mention
    return Mention(mention.start, mention.end, meanings, reduce(or_, (each.bit for each in meanings)), mention.rule)

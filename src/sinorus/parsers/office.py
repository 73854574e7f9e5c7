"""Who stands for a country: its leaders, ministries and other offices, the first person, and the pair of the two."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Use
from sinorus.parsers.both import the_two
from sinorus.parsers.context import Context
from sinorus.parsers.marks import cue_of
from sinorus.parsers.talk import HOME, HOME_PAIR
from sinorus.scan.mention import Mention

OFFICIAL = frozenset({"ministry", "government", "customs", "regulator"})
"""Kinds of organisations that speak for their country."""
CENTRAL_BANKS = frozenset({"bank-of-russia", "peoples-bank-of-china"})
_LIST = 6
_NAME = 30
"""Room for a name that no register knows."""


def office(mention: Mention) -> bool:
    """Whether the mention is a person or body that stands for a country named beside it."""
    return bool(mention.mask & m.Leader.bit) or pledge_cue(mention) in {"office", "offices"}


def official(body: m.Body) -> bool:
    """Whether an organisation speaks for its country."""
    return body.kind in OFFICIAL or body.id in CENTRAL_BANKS


def pledge_cue(mention: Mention) -> str | None:
    """Return the name of a cue that tells of pledges."""
    return cue_of(mention, "pledge")


def speaker(mention: Mention) -> bool:
    """Whether the mention is the first person, or a thing that is ours."""
    return pledge_cue(mention) == "we"


def codes_of(mention: Mention, context: Context) -> tuple[str, ...]:
    """Return the countries that a mention names, or that "the two countries" stand for."""
    party = mention.get(m.Party)
    if party is not None:
        return party.codes
    leader = mention.get(m.Leader)
    if leader is not None and leader.codes:
        return leader.codes
    pointer = mention.get(m.Pointer)
    if pointer is not None and pointer.to is Anaphor.PAIR and pointer.use is Use.NOUN:
        return pair_of(context)
    body = mention.get(m.Body)
    if body is not None and body.country is not None and official(body):
        return (body.country,)
    return ()


def pair_of(context: Context) -> tuple[str, ...]:
    """Return whom "the two countries" are; nobody where that cannot be told."""
    two = the_two(context) or ()
    return HOME_PAIR if context.theme >= HOME and HOME & set(two) else two


def name_from(mentions: tuple[Mention, ...], index: int, context: Context) -> int:
    """Return where a name begins with its title: "Russian President Such-and-such", "his Chinese counterpart So-and-so"."""
    codes = codes_of(mentions[index], context)
    at = first = index
    while at and mentions[at].start - mentions[at - 1].end <= 1:
        at -= 1
        owner = mentions[at].get(m.Party)
        if not (office(mentions[at]) or mentions[at].mask & m.Pointer.bit or (owner is not None and owner.codes == codes)):
            break
        first = at
    return first


def person_before(mentions: tuple[Mention, ...], joint: int) -> int:
    """Return where the country is named of the person right before a joint: "Deputy Minister of Russia Such-and-such and …"."""
    at = joint - 1
    if at < 1 or not 3 < mentions[joint].start - mentions[at].end <= _NAME:
        return at
    titles = m.Party.bit | m.Body.bit
    while at and office(mentions[at]) and not mentions[at].mask & titles and mentions[at].start - mentions[at - 1].end <= _LIST:
        at -= 1
    owner = at > 0 and mentions[at].mask & m.Party.bit and office(mentions[at - 1])
    return at if owner or at < joint - 1 else joint - 1

"""Who deals with whom: countries, their offices, companies, and names that no register knows."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Mark, Role, Use
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.agreement.actor import Actor, governing_role, is_firm
from sinorus.parsers.agreement.name import called, longer_start, name_follows, name_owned
from sinorus.parsers.agreement.unknown import short_name, unknown_names
from sinorus.parsers.context import Context
from sinorus.parsers.firm import firm_of
from sinorus.parsers.marks import is_cue, mark_of, role_of
from sinorus.parsers.office import OFFICIAL, office, pair_of
from sinorus.parsers.placing import owned
from sinorus.parsers.talk import HOME
from sinorus.records.agreement import Party
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned
from sinorus.values.evolve import evolve
from sinorus.world import country
from sinorus.world.registry import known_country

_STATE = OFFICIAL | {"statistics", "institution", "bloc"}
_SILENT = frozenset({"news", "research", "institution"})
"""Kinds of organisations that report on deals and sign none."""
NO_FIRMS = _STATE | _SILENT
"""Kinds of organisations that are no companies."""
_SPEAKERS = m.Party.bit | m.Body.bit | m.Leader.bit | m.Route.bit | m.Cue.bit | m.Relation.bit | m.Pointer.bit
_WHO = m.Party.bit | m.Body.bit | m.Leader.bit | m.Pointer.bit
_NEAR = 3
_OF = 6
_COUNTED = 2
"""So many words before a country count or describe its companies: "the three Russian banks"."""
_JOINT = 26
"""Room for "and the ship owner from China"."""


def attributed(mentions: tuple[Mention, ...], start: int, end: int) -> int:
    """Return where the words before an attribution end: "…, the company reported" tells who said it, not what it is about."""
    for comma in range(start, end):
        if mark_of(mentions[comma]) is not Mark.COMMA:
            continue
        for at in range(comma + 1, min(comma + 5, end)):
            if mentions[at].mask & m.Speech.bit:
                return comma
            if not mentions[at].mask & _SPEAKERS:
                break
    return end


def actors(scanned: Scanned, context: Context, start: int, end: int) -> list[Actor]:
    """Return the possible parties among the mentions from index `start` to before `end`, in order."""
    found = []
    for index in range(start, end):
        actor = _actor(scanned, context, index, start) if scanned.mentions[index].mask & _WHO else None
        if actor is not None:
            found.append(actor)
            found += _named_with(scanned.mentions[index], actor)
    found += unknown_names(scanned, start, end, found)
    found.sort(key=lambda actor: actor.start)
    return found


def _named_with(mention: Mention, actor: Actor) -> list[Actor]:
    """Return the other bodies that the same words name: "the two central banks"."""
    if actor.body is None or not mention.mask & m.Body.bit:
        return []
    bodies = [body for body in mention.meanings if isinstance(body, m.Body)]
    return [evolve(actor, body=firm_of(body), known=body.country) for body in bodies[1:]]


def _owns_next(mentions: tuple[Mention, ...], index: int, body: m.Body) -> bool:
    """Whether a company only says whose the one named right behind it is: «структура „Газпрома“ „Газпром экспорт“»."""
    at = index + 1
    while at < len(mentions) and mark_of(mentions[at]) is Mark.QUOTE:
        at += 1
    following = mentions[at].get(m.Body) if at < len(mentions) else None
    near = following is not None and 0 < mentions[at].start - mentions[index].end <= _NEAR and following.kind not in _SILENT
    return near and following is not None and following.id != body.id and following.country == body.country


def _actor(scanned: Scanned, context: Context, index: int, floor: int) -> Actor | None:
    mentions = scanned.mentions
    mention = mentions[index]
    body = mention.get(m.Body)
    role = governing_role(mentions, index, floor)
    if body is not None:
        if scanned.text[mention.end : mention.end + 1] == "-" and scanned.text[mention.end + 1 : mention.end + 2].islower():
            return None  # "Such-and-such-owned"
        if role is Role.FROM and index > floor + 1 and mentions[index - 1].mask & m.Party.bit:
            role = governing_role(mentions, index - 2, floor)  # "the owner from China Such-and-such": where it is from
        if (body.kind in _SILENT and role is not Role.BETWEEN) or _owns_next(mentions, index, body):
            return None
        possessor = owned(mentions, index) and name_owned(scanned, index + 1) is None  # "Such-and-such's Ms Li" signs for it
        possessor = possessor and not any(
            office(each) and each.start - mentions[index + 1].end <= 1 for each in mentions[index + 2 : index + 3]
        )
        if body.kind in _STATE:
            codes = (body.country,) if body.country is not None else _bloc(body.id)
            return Actor(index, mention.start, mention.end, codes=codes, role=role, possessor=possessor) if codes else None
        longer = longer_start(scanned, index)
        if longer is not None:
            return Actor(
                index, longer, mention.end, body=scanned.text[longer : mention.end], role=role, possessor=possessor, known=body.country
            )
        firm = (short_name(mentions, index + 1, mention.end) if body.name else None) or firm_of(body)
        return Actor(index, mention.start, mention.end, body=firm, role=role, possessor=possessor, known=body.country)
    party = mention.get(m.Party)
    if party is not None and party.codes:
        return _country(scanned, index, party, role)
    pointer = mention.get(m.Pointer)
    if is_cue(mention, "agreement", "companies") and context.told.companies:
        return None  # the reader fills these in: they are several parties
    if (pointer is not None and pointer.to is Anaphor.PAIR) or (mention.mask & m.Leader.bit and not _country_beside(mentions, index)):
        codes = pair_of(context)
        modifier = pointer is not None and pointer.use is Use.MODIFIER
        within = mention.get(m.Relation)  # "between the two" holds its own preposition
        role = within.role if within is not None else role
        return Actor(index, mention.start, mention.end, codes=codes, role=role, modifier=modifier) if codes else None
    return None


def _bloc(id_: str) -> tuple[str, ...]:
    bloc = known_country(id_.upper())
    return (bloc.code,) if bloc is not None else ()


def _country_beside(mentions: tuple[Mention, ...], index: int) -> bool:
    """Whether the country of an office is named: "Russia's government", "the Government of Japan"."""
    near = mentions[max(index - 2, 0) : index] + mentions[index + 1 : index + 3]
    return any(each.mask & (m.Party.bit | m.Body.bit) for each in near)


def _country(scanned: Scanned, index: int, party: m.Party, role: Role | None) -> Actor | None:
    """Return the country as a party, unless it only describes a company, a good or another name."""
    mentions = scanned.mentions
    mention = mentions[index]
    if _of_firm(mentions, index, party):
        return None
    possessor = owned(mentions, index)
    after = mentions[index + (2 if possessor else 1) : index + (3 if possessor else 2)]
    following = after[0] if after else None
    near = following is not None and following.start - mention.end <= _NEAR + (2 if possessor else 0)
    if near and following is not None:
        if following.mask & m.Body.bit:
            following_body = following.get(m.Body)
            if following_body is None or following_body.kind not in _SILENT:
                return None
        if following.mask & m.Goods.bit and (possessor or party.owns):
            return None
    if name_follows(scanned, index) if not possessor else name_owned(scanned, index + 1) is not None:
        return None
    if near and following is not None and is_firm(following) and called(scanned, index + 1):
        return None  # "the Chinese company Such-and-such"
    acts = near and following is not None and (office(following) or bool(following.mask & m.Leader.bit))  # "Russia's minister"
    hinted = near and following is not None and is_firm(following) and _unnamed(scanned, index, party)
    acts = acts or hinted
    modifier = party.owns and not acts and not _stands_alone(party, mention, following)
    owner = possessor and not acts
    rules = acts or _ruled(mentions, index)
    return Actor(
        index, mention.start, mention.end, codes=party.codes, role=role, possessor=owner, modifier=modifier, hinted=hinted, rules=rules
    )


def _stands_alone(party: m.Party, mention: Mention, following: Mention | None) -> bool:
    """Whether what touches a bare name is not owned by it: 中国与欧亚经济联盟签署, 中国签署."""
    if party.use is not Use.BARE or following is None or following.start != mention.end:
        return False
    return (
        role_of(following) is Role.WITH or mark_of(following) is Mark.AND or bool(following.mask & (PeriodExpr.bit | m.AgreementVerb.bit))
    )


def _of_firm(mentions: tuple[Mention, ...], index: int, party: m.Party) -> bool:
    """Whether a country only says where the company right before it is from: "with Such-and-such of China"."""
    if index < 2 or role_of(mentions[index - 1]) is not Role.OF or mentions[index].start - mentions[index - 2].end > _OF:
        return False
    body = mentions[index - 2].get(m.Body)
    return body is not None and body.kind not in NO_FIRMS and party.codes == (body.country,)


def _unnamed(scanned: Scanned, index: int, party: m.Party) -> bool:
    """Whether companies of a country stand for it, as nobody names them: "with Chinese buyers", not "the two Chinese firms"."""
    before = scanned.mentions[index - 1] if index else None
    counted = before is not None and (before.mask & m.Figure.bit or is_cue(before, "agreement", "companies"))
    between = scanned.text[before.end if before is not None else scanned.sentence.span.start : scanned.mentions[index].start]
    return len(party.codes) == 1 and party.codes[0] in HOME and not party.region and not counted and len(between.split()) < _COUNTED


def _ruled(mentions: tuple[Mention, ...], index: int) -> bool:
    """Whether the government or head of the country stands right before it: "the Government of Mongolia"."""
    at = index - 2 if index > 1 and mentions[index - 1].mask & m.Relation.bit else index - 1
    return at >= 0 and office(mentions[at]) and mentions[index].start - mentions[at].end <= _OF


def names(found: list[Actor]) -> list[Party]:
    """Return the parties, each once: companies where companies sign, with the states that sign beside them under their own name."""
    bodies = [actor.body for actor in found if actor.body is not None]
    names: list[Party] = []
    for actor in found:
        if actor.body is not None:
            if not any(_same(actor.body, name) for name in names):
                names.append(actor.body)
            continue
        joined = len(bodies) == 1 and any(
            each.body is not None and (beside(actor, each) or _deals(actor, each, found) or abroad(actor, each) or faces(actor, each))
            for each in found
        )
        if bodies and (len(actor.codes) > 1 or (actor.role is None and not joined) or len(bodies) > 1):
            continue
        for code in actor.codes:
            party = country(code)
            if party not in names:
                names.append(party)
    return names


def beside(one: Actor, other: Actor) -> bool:
    """Whether a region or state and a company of the other country stand side by side: "Amur Region and China's Such-and-such"."""
    gap = max(one.start, other.start) - min(one.end, other.end)
    return gap <= _JOINT and other.known in HOME and bool(set(one.codes) & (HOME - {other.known}))


def _deals(one: Actor, other: Actor, found: list[Actor]) -> bool:
    """Whether a state or region signs with a company of the other country: "Jilin signed it with Such-and-such of Russia"."""
    faced = any(other.known in each.codes for each in found)  # "Heilongjiang and Amur Region signed a plan, two banks a memorandum"
    return one.role is None and other.role is Role.WITH and other.known in HOME and set(one.codes) == HOME - {other.known} and not faced


def faces(one: Actor, other: Actor) -> bool:
    """Whether a company signs with the country of the other side: «А» заключил с Китаем, A与中国签订."""
    return one.role is Role.WITH and other.role is None and other.known in HOME and set(one.codes) == HOME - {other.known}


def abroad(one: Actor, other: Actor) -> bool:
    """Whether the government of a third country deals with a company of China or Russia: "Gazprom and the Government of Mongolia"."""
    gap = max(one.start, other.start) - min(one.end, other.end)
    named = one.rules and len(one.codes) == 1 and not set(one.codes) & HOME and other.known in HOME
    return named and (one.role is Role.WITH or other.role is Role.WITH or gap <= _JOINT)


def _same(one: Party, other: Party) -> bool:
    return one == other or str(one) == str(other)

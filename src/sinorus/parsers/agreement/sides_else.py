"""Parties of a document whose own words and verb name none."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark, Role
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.agreement.actor import Actor
from sinorus.parsers.agreement.clause import Clause
from sinorus.parsers.agreement.party import actors, names
from sinorus.parsers.context import Context
from sinorus.parsers.marks import is_cue, mark_of, role_of
from sinorus.parsers.talk import HOME
from sinorus.records import AgreementKind, AgreementStatus
from sinorus.records.agreement import Party
from sinorus.scan.sentence import Scanned
from sinorus.values.evolve import evolve
from sinorus.world import Organisation, corridor

_ENDS = frozenset({Role.TO, Role.FROM, Role.FOR})
_MOST = 3
"""So many companies at most deal with each other in one document."""
_BETWEEN_FIRMS = frozenset({AgreementKind.AGREEMENT, AgreementKind.CONTRACT, AgreementKind.MEMORANDUM})
_MOVES = m.Head.bit | m.Goods.bit


def beneficiary(scanned: Scanned, context: Context, clause: Clause, own: list[Actor]) -> list[Actor]:
    """Return the company at the head of the clause where a document without a verb names only the partner ("A … a deal with B")."""
    partners = [actor for actor in own if actor.body is not None]
    if clause.verb is not None or len(partners) != 1 or partners[0].role is not Role.WITH:
        return []
    heads = actors(scanned, context, clause.start, clause.index)
    return [actor for actor in heads if actor.body is not None and actor.role is None][:1]


def gapped(scanned: Scanned, context: Context, clause: Clause) -> list[Actor]:
    """Return who stands right before a document without a verb of its own: "A and B signed a contract, C and D a memorandum"."""
    start = clause.phrase
    while start > clause.start and not scanned.mentions[start - 1].mask & (m.AgreementNoun.bit | m.AgreementVerb.bit):
        start -= 1
    found = actors(scanned, context, start, clause.index)
    own = [actor for actor in found if actor.role is None or (actor.role is Role.WITH and actor.index >= clause.phrase)]
    return [actor for actor in own if not actor.possessor and not actor.modifier]


def headed(scanned: Scanned, context: Context) -> bool:
    """Whether a date heads the sentence or its paragraph, as in a chronology."""
    told = context.told
    opening = any(each.mask & PeriodExpr.bit for each in scanned.mentions[:2])
    return opening or scanned.sentence.kind == "item" or (told.heading is not None and told.paragraph == scanned.sentence.paragraph)


def place_only(scanned: Scanned, actor: Actor) -> bool:
    """Whether a city stands there as a place: at the head of a dateline, before a comma or point."""
    party = scanned.mentions[actor.index].get(m.Party) if actor.index < len(scanned.mentions) else None
    if party is None or party.place is None:
        return False
    after = scanned.mentions[actor.index + 1] if actor.index + 1 < len(scanned.mentions) else None
    return after is not None and bool(after.mask & PeriodExpr.bit)


def site_party(scanned: Scanned, clause: Clause, chosen: list[Actor]) -> str | None:
    """Return the plant or project that stands as subject where only its partner is named: "Yamal LNG … a contract with CNPC"."""
    if not all(actor.role in {Role.WITH, Role.BETWEEN} for actor in chosen):
        return None
    end = clause.end if any(actor.role is Role.BETWEEN for actor in chosen) else clause.index
    for mention in scanned.mentions[clause.start : end]:
        route = mention.get(m.Route)
        if route is not None and corridor(route.id).kind == "terminal":
            return corridor(route.id).name("en")
    return None


def pair_before(scanned: Scanned, clause: Clause, context: Context) -> list[Actor]:
    """Return the two between whom a document is by the words right before it, whoever speaks of it: 加快A与B的自贸协定谈判."""
    at, mentions = clause.index - 1, scanned.mentions
    joint = at - 1 > clause.phrase and (role_of(mentions[at - 1]) is Role.WITH or mark_of(mentions[at - 1]) is Mark.AND)
    touching = joint and all(mentions[each + 1].start - mentions[each].end <= 1 for each in range(at - 2, at + 1))
    if not touching or any(mentions[each].end == mentions[each + 1].start - 1 and _spaced(scanned, each) for each in (at - 2, at)):
        return []
    pair = [each for each in actors(scanned, context, at - 2, clause.index) if each.index in {at - 2, at}]
    return [evolve(each, role=Role.BETWEEN, modifier=False) for each in pair] if len(pair) == len(HOME) else []


def _spaced(scanned: Scanned, at: int) -> bool:
    """Whether a blank parts the mention from the next one: then words stand side by side without belonging together."""
    return scanned.text[scanned.mentions[at].end : scanned.mentions[at + 1].start].isspace()


def lands(scanned: Scanned, clause: Clause) -> tuple[str, ...]:
    """Return the countries of the corridor that the document is about by its name, where nobody else is named."""
    if any(mention.mask & (m.Party.bit | m.Body.bit) for mention in scanned.mentions[clause.start : clause.end]):
        return ()
    for mention in scanned.mentions[clause.index + 1 : clause.index + 3]:
        route = mention.get(m.Route)
        if route is not None and len(corridor(route.id).countries) > 1:
            return tuple(corridor(route.id).countries)
    return ()


def supplier_and_buyer(scanned: Scanned, context: Context, clause: Clause) -> list[Party]:
    """Return the two companies that a signed contract has deal with each other: "under the contract of 2014 A supplies B with gas"."""
    if clause.noun is None or clause.noun.kind not in {AgreementKind.CONTRACT, AgreementKind.AGREEMENT}:
        return []
    if _under(scanned, clause):
        firms = [actor for actor in actors(scanned, context, clause.start, clause.end) if isinstance(actor.body, Organisation)]
        firms = [actor for actor in firms if actor.known in HOME and not actor.modifier and not actor.possessor]
        return names(firms) if {actor.known for actor in firms} == HOME and len(names(firms)) <= _MOST else []
    provides = clause.verb is None and is_cue(scanned.mentions[min(clause.index + 1, len(scanned.mentions) - 1)], "agreement", "obliges")
    opens = clause.noun.kind is AgreementKind.CONTRACT or clause.index <= 1  # "under a deal signed in May, A will supply B with …"
    if not provides and (not opens or clause.status is not AgreementStatus.SIGNED):
        return []
    found = [actor for actor in actors(scanned, context, clause.index + 1, clause.end) if not actor.modifier]
    firms = [actor for actor in found if isinstance(actor.body, Organisation) and actor.known in HOME]
    supplies = any(mention.mask & (m.Head.bit | m.Action.bit | m.Figure.bit) for mention in scanned.mentions[clause.index + 1 : clause.end])
    most = _MOST if provides else 2
    if not supplies or not 1 < len(firms) <= most or firms[0].role is not None or {firm.known for firm in firms} != HOME:
        return []
    return names(firms)


def _under(scanned: Scanned, clause: Clause) -> bool:
    """Whether it is the document under which something goes: "A will supply B with 2 Mt under a contract signed in May"."""
    if clause.noun is None or clause.noun.plural or (clause.verb is not None and not clause.passive):
        return False
    mentions = scanned.mentions
    under = any(is_cue(each, "agreement", "under") for each in mentions[max(clause.index - 3, clause.start) : clause.index])
    return under and (clause.verb is not None or any(each.mask & (m.Certainty.bit | m.Intent.bit) for each in mentions[: clause.index]))


def told_beside(scanned: Scanned, context: Context, clause: Clause, chosen: list[Actor]) -> list[Party]:
    """Return the only two companies, of both countries, that a sentence tells of beside the one deal in it: "A will lend B $2bn under
    an agreement signed in May", "B will take 4 Mt from A, it said after signing the contract"."""
    noun = clause.noun
    single = noun is not None and not noun.plural and noun.kind in _BETWEEN_FIRMS and len(scanned.of(m.AgreementNoun)) == 1
    if not single or clause.status is not AgreementStatus.SIGNED or clause.verb is None:
        return []
    if any(actor.role in {Role.WITH, Role.BETWEEN} and actor.body is None for actor in chosen):
        return []  # "with China"
    found = [each for each in actors(scanned, context, 0, len(scanned.mentions)) if not each.modifier]
    firms = [each for each in found if each.body is not None and not each.possessor]
    both = len(names(firms)) == len(HOME) and {each.known for each in firms} == HOME
    return names(firms) if both and all(isinstance(each.body, Organisation) for each in firms) else []


def dealing_partner(scanned: Scanned, context: Context, clause: Clause, chosen: list[Actor]) -> Organisation | None:
    """Return the company of the other country to which, or from which, the document has goods go: "a contract to supply oil to B"."""
    first = chosen[0]
    if clause.verb is None or not isinstance(first.body, Organisation) or first.role is Role.WITH:
        return None
    start = clause.start if clause.passive else min(clause.verb, clause.index) + 1  # "A will ship coal to B under a deal signed in May"
    moves = [at for at in range(start, clause.end) if scanned.mentions[at].mask & _MOVES]
    found = [
        actor.body
        for actor in actors(scanned, context, start, clause.end)
        if isinstance(actor.body, Organisation)
        and actor.body != first.body
        and {actor.known, first.known} == HOME
        and not actor.modifier
        and not actor.possessor
        and (actor.role in _ENDS or (actor.role is None and any(at < actor.index for at in moves)))
    ]
    others = tuple(dict.fromkeys(found))  # its short name may follow in brackets
    return others[0] if moves and len(others) == 1 else None

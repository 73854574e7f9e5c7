"""The parties of one document, from the words that stand where parties stand."""

from attrs import frozen

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark, Role
from sinorus.parsers.agreement.actor import Actor
from sinorus.parsers.agreement.clause import Clause
from sinorus.parsers.agreement.completed import completed
from sinorus.parsers.agreement.memory import both_firms, first_side, other_firm, spoken_of, that_firm, the_sides, they
from sinorus.parsers.agreement.party import actors, names
from sinorus.parsers.agreement.sides_else import (
    beneficiary,
    dealing_partner,
    gapped,
    headed,
    lands,
    place_only,
    site_party,
    supplier_and_buyer,
)
from sinorus.parsers.context import Context
from sinorus.parsers.marks import is_cue, mark_of, role_of
from sinorus.parsers.subject import office
from sinorus.parsers.talk import HOME
from sinorus.records.agreement import Party
from sinorus.scan.sentence import Scanned
from sinorus.world import Organisation, country

_OWN = frozenset({Role.BETWEEN, Role.WITH, Role.BY})
_JOINTS = frozenset({Mark.AND, Mark.QUOTE})
_SIGNERS = m.Body.bit | m.Party.bit


@frozen
class Sides:
    """The parties; `own` where the document's own words name them, `carried` where the context does; `countries` of unknown bodies."""

    parties: tuple[Party, ...] = ()
    own: bool = False
    carried: bool = False
    countries: frozenset[str] = frozenset()
    start: int = -1
    end: int = -1


def sides_of(scanned: Scanned, context: Context, clause: Clause) -> Sides:
    """Return the parties of a document."""
    own, chosen = _chosen(scanned, context, clause)
    sides = _pointed_at(scanned, context, clause, chosen)
    if sides is not None:
        return sides
    nameless = not any(actor.body is not None for actor in chosen)
    parties = names(chosen)
    named = len(names(own)) > 1 or (clause.verb is None and len(parties) > 1)
    first, carried = _first_of(scanned, context, clause, chosen, parties)
    if first is not None and first not in parties:
        parties = [first, *parties]
    named = named or (first is not None and not carried)
    carried = first is not None
    if len(parties) == 1 and not nameless and (buyer := dealing_partner(scanned, context, clause, chosen)) is not None:
        parties = [*parties, buyer]
        named = True
    if len(parties) == 1 and isinstance(parties[0], Organisation) and (site := site_party(scanned, clause, chosen)) is not None:
        parties = [site, *parties]
    if not parties and (sides := _nobody_named(scanned, context, clause)) is not None:
        return sides
    if len(parties) < 2 and nameless:
        parties, carried = completed(scanned, context, clause, chosen)
    if not parties and not any(actor.codes for actor in chosen):
        parties = supplier_and_buyer(scanned, context, clause)
        carried = bool(parties)
    if not parties:
        return Sides()
    countries = frozenset(actor.known for actor in chosen if actor.known is not None)
    start = min((actor.start for actor in chosen), default=-1)
    end = max((actor.end for actor in chosen), default=-1)
    return Sides(tuple(parties), own=named, carried=carried, countries=countries, start=start, end=end)


def _chosen(scanned: Scanned, context: Context, clause: Clause) -> tuple[list[Actor], list[Actor]]:
    """Return whom the document's own words name, and these with the subjects beside them, in order."""
    own = _own(scanned, context, clause)
    chosen = [actor for actor in own if actor.role is Role.BETWEEN]
    if len(names(chosen)) < 2:
        own = own + beneficiary(scanned, context, clause, own)
        chosen = own + [actor for actor in _subjects(scanned, context, clause) if actor not in own]
    return own, sorted(chosen, key=lambda actor: actor.start)


def _pointed_at(scanned: Scanned, context: Context, clause: Clause, chosen: list[Actor]) -> Sides | None:
    """Return the parties that words without a name point to: "both companies", "the sides", "that firm"."""
    nameless = not any(actor.body is not None for actor in chosen)
    phrase = scanned.mentions[clause.start : _phrase_end(scanned, clause)]
    if nameless and any(is_cue(mention, "agreement", "companies") for mention in phrase) and (both := both_firms(scanned, context)):
        return Sides(both, own=True, carried=True, countries=HOME)
    if nameless and all(set(actor.codes) == HOME for actor in chosen) and (sides := the_sides(scanned, context, clause)):
        return Sides(sides, own=True, carried=True, countries=HOME)
    parties = names(chosen)
    if len(parties) == 1 and not nameless and (firm := that_firm(scanned, clause, chosen)) is not None:
        return Sides((*parties, firm), own=True, carried=True, countries=HOME, start=chosen[0].start, end=chosen[0].end)
    told = context.told.companies
    if len(parties) == 1 and parties[0] in told and clause.verb is None and headed(scanned, context):
        return Sides(told, own=True, carried=True, countries=HOME)
    return None


def _nobody_named(scanned: Scanned, context: Context, clause: Clause) -> Sides | None:
    """Return the parties of a document that nobody is named for: the ends of its corridor, or who "they" are."""
    ends = lands(scanned, clause) if clause.verb is not None else ()
    if ends:
        return Sides(tuple(country(code) for code in ends), carried=True)
    if not they(scanned, clause):
        return None
    told = context.told.agreement
    both = told.parties if told is not None else both_firms(scanned, context)
    return Sides(both, carried=True, countries=HOME) if both else None


def _first_of(scanned: Scanned, context: Context, clause: Clause, chosen: list[Actor], parties: list[Party]) -> tuple[Party | None, bool]:
    """Return the company that the words leave out where they name its partner, and whether they only say "the company"."""
    told = context.told.companies
    bodied = any(actor.body is not None for actor in chosen)
    if len(parties) == 1:
        firm_named = any(is_cue(mention, "agreement", "firm") for mention in scanned.mentions[clause.start : clause.end])
        if told and firm_named:
            return told[0], True
        if firm_named and bodied and (other := other_firm(scanned, context, chosen[0])) is not None:
            return other, False
        if told and scanned.sentence.kind == "item" and chosen[0].role is Role.WITH and parties[0] not in told:
            return told[0], False  # the items of a list leave out the company that the list is about
        if clause.verb is None and chosen[0].role is Role.WITH and (first := first_side(scanned, context, parties[0])):
            return first, False
    return (spoken_of(scanned, context, clause, chosen) if parties and bodied else None), False


def _own(scanned: Scanned, context: Context, clause: Clause) -> list[Actor]:
    """Return the parties that the document's own words name: between, with, by, of; before it as owners or adjectives."""
    found: list[Actor] = []
    for actor in actors(scanned, context, clause.index + 1, _reach(scanned, clause)):
        if _within_subject(scanned, clause, actor) or _ends_of_route(scanned, actor):
            continue
        behind = clause.passive and clause.verb is not None
        if (
            (actor.role in _OWN and not actor.modifier)
            or (actor.role is Role.OF and not actor.modifier and actor.index <= clause.index + 4)
            or (
                actor.role is None
                and actor.body is not None
                and (clause.verb is None or _with_next(scanned, actor))
                and _follows(scanned, clause, actor, found)
            )
            or (
                behind
                and clause.verb is not None
                and actor.role is None
                and not actor.possessor
                and not actor.modifier
                and (_signing(scanned, clause, actor) or _agent(scanned, clause, actor))
            )
        ):
            found.append(actor)
    for actor in actors(scanned, context, clause.phrase, clause.index):
        if (
            actor.possessor
            or (actor.modifier and len(actor.codes) > 1 and scanned.mentions[clause.index].start - actor.end <= 30)
            or (
                clause.index
                and actor.index >= clause.index - 2
                and actor.modifier
                and scanned.mentions[clause.index].start - actor.end <= 2
            )
        ):
            found.append(actor)
    return found


def _within_subject(scanned: Scanned, clause: Clause, actor: Actor) -> bool:
    """Whether the name belongs to what the document is about: "on linking the EAEU with the Belt"."""
    if actor.role is not Role.WITH:
        return False
    about = False
    for index in range(clause.index + 1, actor.index):
        mention = scanned.mentions[index]
        relation = mention.get(m.Relation)
        if relation is not None and relation.role is Role.AT:
            about = True
        elif (
            relation is not None and relation.role is Role.WITH and about and scanned.mentions[index - 1].mask & (m.Party.bit | m.Body.bit)
        ):
            return True
    return False


def _signing(scanned: Scanned, clause: Clause, actor: Actor) -> bool:
    """Whether the name between document and verb is the verb's subject: "which A and B signed", "A and B are negotiating it"."""
    if clause.verb is None or actor.index >= clause.verb:
        return False
    opener = {Mark.RELATIVE, Mark.COLON, Mark.COMMA, Mark.DASH}
    relative = any(mark_of(scanned.mentions[at]) in opener for at in range(clause.index + 1, actor.index))
    between = scanned.mentions[actor.index + 1 : clause.verb]
    return relative or all(mark_of(each) in _JOINTS or each.mask & (m.Party.bit | m.Body.bit | m.Level.bit) for each in between)


def _with_next(scanned: Scanned, actor: Actor) -> bool:
    """Whether a "with" stands behind the name: the contract is its own, «контракт «А» с Б»."""
    after = next((each for each in scanned.mentions[actor.index + 1 : actor.index + 3] if mark_of(each) is not Mark.QUOTE), None)
    return after is not None and role_of(after) is Role.WITH


def _follows(scanned: Scanned, clause: Clause, actor: Actor, found: list[Actor]) -> bool:
    """Whether a company stands right behind the document, or right behind another that does: "the memorandum «A» and B"."""
    start = found[-1].index if found else clause.index
    between = [mark_of(each) for each in scanned.mentions[start + 1 : actor.index] if mark_of(each) is not Mark.QUOTE]
    return between == [Mark.AND] if found else not between and actor.index > start


def _agent(scanned: Scanned, clause: Clause, actor: Actor) -> bool:
    """Whether a company stands right behind a passive verb, where a case says by whom, or is joined to one that does."""
    if clause.verb is None or actor.body is None or clause.verb < clause.index:
        return False
    between = scanned.mentions[clause.verb + 1 : actor.index]
    return actor.index > clause.verb and all(each.mask & _SIGNERS or office(each) or mark_of(each) in _JOINTS for each in between)


def _ends_of_route(scanned: Scanned, actor: Actor) -> bool:
    """Whether "between" parts the ends of a corridor, not the parties: "a pipeline between A and B"."""
    if actor.role is not Role.BETWEEN:
        return False
    for index in range(actor.index - 1, 0, -1):
        if role_of(scanned.mentions[index]) is Role.BETWEEN:
            return bool(scanned.mentions[index - 1].mask & (m.CorridorNoun.bit | m.Route.bit))
    return False


def _reach(scanned: Scanned, clause: Clause) -> int:
    """Return where the document's own phrase ends: before a relative clause that does not hold its verb."""
    for index in range(clause.index + 1, clause.end):
        if mark_of(scanned.mentions[index]) is Mark.RELATIVE and not (clause.passive and clause.verb is not None and clause.verb > index):
            return index
    return clause.end


def _phrase_end(scanned: Scanned, clause: Clause) -> int:
    """Return where the clause ends, or the colon behind the document, after which its contents follow."""
    for index in range(clause.index + 1, clause.end):
        if mark_of(scanned.mentions[index]) is Mark.COLON:
            return index
    return clause.end


def _subjects(scanned: Scanned, context: Context, clause: Clause) -> list[Actor]:
    """Return who signs, where the verb stands before the document, or who stands at the head of the clause with a partner to come."""
    if clause.verb is None:
        return gapped(scanned, context, clause) if headed(scanned, context) else []
    stop = min(clause.verb, clause.index)
    if clause.listed:
        own = gapped(scanned, context, clause)
        if len([actor for actor in own if actor.body is not None]) > 1:
            return own
    found = [
        actor
        for actor in actors(scanned, context, clause.start, stop)
        if (actor.role in {None, Role.BETWEEN, Role.WITH} or _presided(scanned, actor) or _headed_by(scanned, actor))
        and not actor.possessor
        and not actor.modifier
        and not place_only(scanned, actor)
    ]
    if clause.passive and clause.verb is not None:
        if any(actor.role in {Role.BY, Role.BETWEEN} for actor in actors(scanned, context, clause.verb, clause.end)):
            return []
        if not found or found[0].body is None:
            return []
        return [found[0], *(actor for actor in found[1:] if actor.role is Role.WITH and actor.body is not None)]
    if not clause.passive and not clause.listed:
        found += [actor for actor in actors(scanned, context, clause.verb + 1, clause.index) if actor.role in _OWN and not actor.modifier]
    bodies = [actor for actor in found if actor.body is not None]
    return bodies or found


def _presided(scanned: Scanned, actor: Actor) -> bool:
    """Whether a state body stands behind its head: "the head of China's energy administration"."""
    return actor.role is Role.OF and bool(actor.codes) and bool(scanned.mentions[actor.index].mask & m.Body.bit)


def _headed_by(scanned: Scanned, actor: Actor) -> bool:
    """Whether a person stands for the company: "Such-and-such of Gazprom", "the head of CNPC"."""
    mentions, at = scanned.mentions, actor.index
    if actor.role is not Role.OF or actor.body is None:
        return False
    while at > 1 and mark_of(mentions[at - 1]) is Mark.AND and mentions[at - 2].mask & m.Body.bit:
        at -= 2
    if at < 2 or mentions[at].start - mentions[at - 1].end > 1:
        return False
    before, of = mentions[at - 2], mentions[at - 1]
    return office(before) or of.start - before.end > 3

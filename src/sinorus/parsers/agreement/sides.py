"""The parties of one document, from the words that stand where parties stand."""

from attrs import frozen

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark, Role
from sinorus.parsers.agreement.actor import Actor
from sinorus.parsers.agreement.clause import Clause
from sinorus.parsers.agreement.completed import completed
from sinorus.parsers.agreement.memory import both_firms, first_side, other_firm, spoken_of, that_firm, the_sides, they
from sinorus.parsers.agreement.party import names
from sinorus.parsers.agreement.sides_else import (
    beneficiary,
    dealing_partner,
    headed,
    lands,
    site_party,
    supplier_and_buyer,
    told_beside,
)
from sinorus.parsers.agreement.signers import named_by_it, subjects_of
from sinorus.parsers.context import Context
from sinorus.parsers.marks import is_cue, mark_of
from sinorus.parsers.talk import HOME
from sinorus.records import AgreementKind, AgreementStatus
from sinorus.records.agreement import Party
from sinorus.scan.sentence import Scanned
from sinorus.world import Organisation, country

_NAMING = m.Party.bit | m.Body.bit | m.Leader.bit | m.Pointer.bit
_NEXT = 3
"""Characters between a sentence and the next one, at most."""


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
    if not chosen and _goes_on(context, clause) and _witnesses(scanned, clause) is not None:
        return Sides()
    nameless = not any(actor.body is not None for actor in chosen)
    parties = names(chosen)
    paired = len(parties) == 1 and chosen[0].role is Role.BETWEEN
    if paired and isinstance(parties[0], Organisation) and (site := site_party(scanned, clause, chosen)) is not None:
        parties = [site, *parties]  # "between such a project and A"
    named = len(names(own)) > 1 or len(parties) > len(names(chosen)) or (clause.verb is None and len(parties) > 1)
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
        named = True
    if not parties and (sides := _nobody_named(scanned, context, clause)) is not None:
        return sides
    if not parties and nameless and (sides := _talked_over(scanned, context, clause)) is not None:
        return sides
    if len(parties) < 2 and nameless:
        parties, carried = completed(scanned, context, clause, chosen)
    if len(parties) < 2 and not any(actor.codes for actor in chosen) and (both := supplier_and_buyer(scanned, context, clause)):
        parties, carried, named = both, True, named or clause.verb is None
    if sum(isinstance(party, Organisation | str) for party in parties) < len(HOME) and (
        both := told_beside(scanned, context, clause, chosen)
    ):
        parties, carried, named = both, True, named or clause.verb is None
    if not parties:
        return Sides()
    countries = frozenset(actor.known for actor in chosen if actor.known is not None)
    start = min((actor.start for actor in chosen), default=-1)
    end = max((actor.end for actor in chosen), default=-1)
    return Sides(tuple(parties), own=named, carried=carried, countries=countries, start=start, end=end)


def _chosen(scanned: Scanned, context: Context, clause: Clause) -> tuple[list[Actor], list[Actor]]:
    """Return whom the document's own words name, and these with the subjects beside them, in order."""
    own = named_by_it(scanned, context, clause)
    chosen = [actor for actor in own if actor.role is Role.BETWEEN] or _owner_and_partner(clause, own)
    if len(names(chosen)) < 2:
        own = own + beneficiary(scanned, context, clause, own)
        chosen = own + [actor for actor in subjects_of(scanned, context, clause) if actor not in own]
    if not any(actor.body is not None for actor in chosen) and len({actor.codes for actor in chosen}) == 1:
        own, chosen = ([actor for actor in each if not actor.hinted] for each in (own, chosen))  # "X and its Chinese partner"
    witnesses = _witnesses(scanned, clause)
    if witnesses is not None and (_goes_on(context, clause) or any(actor.index not in witnesses for actor in chosen)):
        own, chosen = ([actor for actor in each if actor.body is not None or actor.index not in witnesses] for each in (own, chosen))
    return own, sorted(chosen, key=lambda actor: actor.start)


def _owner_and_partner(clause: Clause, own: list[Actor]) -> list[Actor]:
    """Return the two whose own paper it is, whoever speaks of it: "A called for the conclusion of B's agreement with C"."""
    owners = [actor for actor in own if actor.possessor and actor.index < clause.index]
    partners = [actor for actor in own if actor.role is Role.WITH and actor.index > clause.index]
    return [*owners, *partners] if len(owners) == len(partners) == 1 else []


def _witnesses(scanned: Scanned, clause: Clause) -> range | None:
    """Return where those stand who only look on: "in the presence of the prime ministers of A and B"; up to the next verb."""
    at = next((at for at in scanned.cued("agreement", "witness") if clause.start <= at < clause.end), None)
    if at is None:
        return None
    verbs = (index for index, _ in scanned.of(m.AgreementVerb) if index > at)
    return range(at, next(verbs, len(scanned.mentions)))


def _goes_on(context: Context, clause: Clause) -> bool:
    """Whether the document is the one told of before."""
    told = context.told.agreement
    return clause.noun is not None and clause.noun.definite and told is not None and bool(told.parties)


def _pointed_at(scanned: Scanned, context: Context, clause: Clause, chosen: list[Actor]) -> Sides | None:
    """Return the parties that words without a name point to: "both companies", "the sides", "that firm"."""
    nameless = not any(actor.body is not None for actor in chosen)
    end = _phrase_end(scanned, clause)
    if (
        (nameless or _both_sign(scanned, clause, chosen))
        and any(clause.start <= at < end for at in scanned.cued("agreement", "companies"))
        and (both := both_firms(scanned, context))
    ):
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


def _both_sign(scanned: Scanned, clause: Clause, chosen: list[Actor]) -> bool:
    """Whether "the two companies" stands as subject of the verb, so that who is named behind the document has another part."""
    if clause.verb is None or clause.passive or any(actor.role is Role.WITH for actor in chosen):
        return False
    subject = scanned.mentions[clause.start : clause.verb]
    return any(is_cue(each, "agreement", "companies") for each in subject) and not any(each.get(m.Body) is not None for each in subject)


def _nobody_named(scanned: Scanned, context: Context, clause: Clause) -> Sides | None:
    """Return the parties of a document that nobody is named for: the ends of its corridor, or who "they" are."""
    ends = lands(scanned, clause) if clause.verb is not None else ()
    if ends:
        return Sides(tuple(country(code) for code in ends), carried=True)
    if not they(scanned, clause):
        return None
    told = context.told.agreement
    if _two_spoken_of(scanned, context):
        return Sides(tuple(country(code) for code in sorted(context.told.two)), carried=True, countries=HOME)
    both = told.parties if told is not None else both_firms(scanned, context)
    if (
        not both
        and not _firms_near(scanned, context)
        and context.together == HOME
        and clause.noun is not None
        and clause.noun.kind is not AgreementKind.CONTRACT
    ):
        both = tuple(country(code) for code in sorted(HOME))  # "China and Russia … They also signed"
    return Sides(both, carried=True, countries=HOME) if both else None


def _two_spoken_of(scanned: Scanned, context: Context) -> bool:
    """Whether this paragraph has just spoken of two countries, and of no company: "Both capitals were busy … They signed"."""
    told, here = context.told, scanned.sentence.paragraph
    return told.two_paragraph == here and told.firms_paragraph < here and told.agreement_paragraph < here


def _talked_over(scanned: Scanned, context: Context, clause: Clause) -> Sides | None:
    """Return who is to sign a paper where nobody is named: those in talks on it, or the companies that signed one right before."""
    told = context.told.agreement
    near = context.told.agreement_paragraph == scanned.sentence.paragraph
    if told is None or not near or clause.status is not AgreementStatus.PROPOSED:
        return None
    firms = [party for party in told.parties if isinstance(party, Organisation)]
    here = scanned.sentence.span.start - context.told.agreement_end <= _NEXT
    if told.status is not AgreementStatus.NEGOTIATING and not (here and len(firms) == len(HOME) and not _somebody(scanned, clause)):
        return None
    return Sides(told.parties, carried=True, countries=HOME)


def _somebody(scanned: Scanned, clause: Clause) -> bool:
    """Whether anybody is named, or pointed to, in the words of a document."""
    return any(
        each.mask & (m.Party.bit | m.Body.bit | m.Leader.bit | m.Pointer.bit) for each in scanned.mentions[clause.start : clause.end]
    )


def _firms_near(scanned: Scanned, context: Context) -> bool:
    """Whether companies have been named lately, for which "it" may stand."""
    return bool(context.told.firms) and scanned.sentence.paragraph - context.told.firms_paragraph <= 1


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


def _phrase_end(scanned: Scanned, clause: Clause) -> int:
    """Return where the clause ends, or the colon behind the document, after which its contents follow."""
    for index in range(clause.index + 1, clause.end):
        if mark_of(scanned.mentions[index]) is Mark.COLON:
            return index
    return clause.end

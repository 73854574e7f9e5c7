"""Which companies "it", "they" and "the two companies" are: those of the agreement told of before, or named last."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Role
from sinorus.parsers.agreement.actor import Actor
from sinorus.parsers.agreement.clause import Clause
from sinorus.parsers.agreement.party import NO_FIRMS
from sinorus.parsers.context import Context
from sinorus.parsers.firm import firm_of
from sinorus.parsers.marks import is_cue, role_of
from sinorus.parsers.office import speaker
from sinorus.parsers.talk import HOME
from sinorus.records import AgreementKind
from sinorus.records.agreement import Party
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned
from sinorus.world import Organisation

_LONG = 4
"""So many paragraphs back a company may have been named for which "it" stands."""


def that_firm(scanned: Scanned, clause: Clause, chosen: list[Actor]) -> Organisation | None:
    """Return the company of the clause before that "with that company" points to."""
    mentions = scanned.mentions
    for index in range(max(clause.start, 1), clause.index):
        if is_cue(mentions[index], "agreement", "firm") and role_of(mentions[index - 1]) is Role.WITH:
            named = [body for mention in mentions[:index] if (body := mention.get(m.Body)) is not None and body.kind not in NO_FIRMS]
            others = [body for body in named if body.country != chosen[0].known]
            return firm_of(others[-1]) if others else None
    return None


def both_firms(scanned: Scanned, context: Context) -> tuple[Party, ...]:
    """Return the companies that dealt with each other last, or the two or three of the last sentence that named any."""
    told = context.told
    if told.together and told.firms_paragraph >= max(scanned.sentence.paragraph - 1, told.agreement_paragraph):
        return told.together
    if told.companies:
        return told.companies
    last = tuple(firm for firm in told.firms if firm.country in HOME)
    fresh = scanned.sentence.paragraph - told.firms_paragraph <= 1
    return last if fresh and len(last) == len(HOME) == len({firm.country for firm in last}) else ()


def other_firm(scanned: Scanned, context: Context, partner: Actor) -> Organisation | None:
    """Return the company of the other country named last, for which "the company" stands: "a contract which the company and B signed"."""
    told = context.told
    gap = scanned.sentence.paragraph - told.firms_paragraph
    if gap > _LONG or partner.known is None:
        return None
    others = [firm for firm in told.firms if firm.country != partner.known]
    return others[-1] if others and (gap <= 1 or len(others) == 1) else None


def the_sides(scanned: Scanned, context: Context, clause: Clause) -> tuple[Party, ...]:
    """Return the companies of the agreement just told of, where "the sides" sign another paper."""
    told = context.told
    gap = scanned.sentence.paragraph - told.agreement_paragraph
    contract = clause.noun is not None and clause.noun.kind is AgreementKind.CONTRACT  # states have none with each other
    if told.agreement is None or gap > 1 or (gap and not contract and not _goes_on(scanned, clause)):
        return ()
    named = any(is_cue(mention, "agreement", "sides") for mention in scanned.mentions[clause.start : clause.end])
    firms = [party for party in told.agreement.parties if isinstance(party, Organisation)]
    return told.agreement.parties if named and len(firms) > 1 else ()


def _goes_on(scanned: Scanned, clause: Clause) -> bool:
    """Whether another paper is added to those of the paragraph before: "the sides also signed", or a list that goes on."""
    return scanned.sentence.kind == "item" or any(clause.start <= at < clause.end for at in scanned.cued("agreement", "also"))


def spoken_of(scanned: Scanned, context: Context, clause: Clause, chosen: list[Actor]) -> Organisation | None:
    """Return the company that "it" stands for where only the partner is named: "it signed a contract with B", "its deal with B"."""
    told, partner = context.told, chosen[0]
    if len({actor.known for actor in chosen}) > 1 or not all(actor.body is not None and actor.role is Role.WITH for actor in chosen[1:]):
        return None
    if partner.body is None or partner.role is not Role.WITH:
        return None
    start = clause.start if clause.verb is None or clause.passive else min(clause.start, clause.verb)
    before = scanned.mentions[start : clause.index]
    at = next((index for index in range(start, clause.index) if _itself(scanned.mentions[index])), None)
    pointed = at is not None
    if at is not None and (named := _named_before(scanned, at, partner)) is not None:
        return named
    if scanned.sentence.paragraph - told.firms_paragraph > (_LONG if pointed else 1):
        return None
    if not pointed and any(
        mention.mask & (m.Party.bit | m.Body.bit | m.Leader.bit) and mention.start < partner.start for mention in before
    ):
        return None
    others = [firm for firm in told.firms if firm != partner.body and firm.country != partner.known]
    if scanned.sentence.paragraph - told.firms_paragraph > 1:
        others = [firm for firm in others if firm.country in HOME]
    return others[-1] if others else None


def _named_before(scanned: Scanned, pronoun: int, partner: Actor) -> Organisation | None:
    """Return the company that the sentence has named last before a pronoun: "A ships it; under the deal that it signed with B …"."""
    named = [body for each in scanned.mentions[:pronoun] if (body := each.get(m.Body)) is not None and body.kind not in NO_FIRMS]
    firm = firm_of(named[-1]) if named else None
    return firm if firm is not None and firm != partner.body and firm.country in HOME else None


def _itself(mention: Mention) -> bool:
    """Whether a pronoun or "the company" stands for one spoken of before."""
    pointer = mention.get(m.Pointer)
    return (pointer is not None and pointer.to is Anaphor.THIS) or speaker(mention) or is_cue(mention, "agreement", "firm")


def first_side(scanned: Scanned, context: Context, partner: Party) -> Party | None:
    """Return the company whose papers the text goes through, where one names only its partner: "a contract with B covers …"."""
    told = context.told
    if told.agreement is None or scanned.sentence.paragraph - told.agreement_paragraph > 1 or not isinstance(partner, Organisation):
        return None
    firms = [each for each in told.agreement.parties if isinstance(each, Organisation) and each != partner]
    return firms[0] if len(firms) == 1 and firms[0].country != partner.country else None


def they(scanned: Scanned, clause: Clause) -> bool:
    """Whether a pronoun stands as subject."""
    if clause.verb is None or clause.passive:
        return False
    for mention in scanned.mentions[clause.start : clause.verb]:
        pointer = mention.get(m.Pointer)
        if (pointer is not None and pointer.to is Anaphor.THIS) or speaker(mention):
            return True
    return False

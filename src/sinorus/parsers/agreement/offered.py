"""Supplies between companies that no document is named for, until the next sentence does: "A will ship B 2 Mt. The deal was signed …"."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Side
from sinorus.parsers.agreement.build import single
from sinorus.parsers.agreement.clause import Clause
from sinorus.parsers.agreement.party import actors, names
from sinorus.parsers.agreement.terms import terms_of
from sinorus.parsers.context import Context
from sinorus.parsers.marks import is_cue
from sinorus.parsers.sector import objects
from sinorus.parsers.talk import HOME
from sinorus.records import Agreement, AgreementKind, AgreementStatus, Confidence, Evidence
from sinorus.records.agreement import Party
from sinorus.scan.sentence import Scanned
from sinorus.world import Organisation

_NEXT = 3
"""Characters between two sentences, at most."""
_DEALS = frozenset({AgreementKind.CONTRACT, AgreementKind.AGREEMENT, AgreementKind.MEMORANDUM})
_WHO = m.Body.bit | m.Leader.bit
_DEALING = m.Head.bit | m.Intent.bit | m.Action.bit | m.Certainty.bit


def offer_of(scanned: Scanned, context: Context) -> Agreement | None:
    """Return the supplies, or what else is meant to be done, of which a sentence tells with one company of either country."""
    if not scanned.mask & _DEALING or scanned.mask & (m.Negation.bit | m.Opinion.bit):
        return None
    if any(head.side is Side.BOTH and not head.weak for _, head in scanned.of(m.Head)):
        return None
    end = len(scanned.mentions)
    found = [each for each in actors(scanned, context, 0, end) if not each.possessor and not each.modifier]
    firms = [each for each in found if isinstance(each.body, Organisation) and each.known in HOME]
    if len(firms) != len(HOME) or {each.known for each in firms} != HOME:
        return None
    terms = terms_of(scanned, context, Clause(end - 1, None, None, None, 0, end, 0))
    about = objects(scanned.mentions, 0, end)
    return Agreement(
        kind=AgreementKind.CONTRACT,
        parties=tuple(names(firms)),
        status=AgreementStatus.SIGNED,
        subjects=about.sectors(),
        commodity=single(about.goods),
        value=terms.value,
        volume=terms.volume,
        term=terms.term,
        confidence=Confidence.INFERRED,
        evidence=(Evidence.of(scanned.text, scanned.sentence.span.start, scanned.sentence.span.end),),
    )


def taken_up(scanned: Scanned, context: Context, clause: Clause, parties: tuple[Party, ...]) -> Agreement | None:
    """Return the supplies of the sentence before, where a deal between nobody else is what they are made under."""
    offer, noun = context.told.offer, clause.noun
    if offer is None or noun is None or noun.plural or noun.kind not in _DEALS:
        return None
    gap = scanned.sentence.span.start - context.told.offer_end
    if gap > _NEXT or clause.status not in {AgreementStatus.SIGNED, AgreementStatus.AGREED}:
        return None
    if any(is_cue(each, "agreement", "also") for each in scanned.mentions[clause.start : clause.index]):
        return None  # another paper is added
    if any(isinstance(party, Organisation | str) and party not in offer.parties for party in parties):
        return None
    told = context.told.agreement
    if (
        told is not None
        and told.confidence is Confidence.STATED
        and context.told.agreement_end == context.told.offer_end
        and noun.definite
        and set(told.parties) == set(offer.parties)
    ):
        return None  # that sentence named the paper itself
    opens = clause.passive and not any(each.mask & _WHO for each in scanned.mentions[clause.start : clause.index])
    near = scanned.mentions[clause.start : clause.end]
    pointed = any((pointer := each.get(m.Pointer)) is not None and pointer.to in {Anaphor.THIS, Anaphor.PAIR} for each in near)
    named = any(is_cue(each, "agreement", name) for each in near for name in ("companies", "sides", "such"))
    return offer if noun.definite or opens or pointed or named else None

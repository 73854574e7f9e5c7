"""Whether words on a document tell of the agreement told of before, and whether they say anything of it."""

from sinorus.languages import meaning as m
from sinorus.parsers.agreement.about import objects_of
from sinorus.parsers.agreement.build import single
from sinorus.parsers.agreement.clause import Clause
from sinorus.parsers.agreement.sides import Sides
from sinorus.parsers.agreement.terms import Terms
from sinorus.parsers.context import Context
from sinorus.parsers.marks import is_cue
from sinorus.records import AgreementKind, AgreementStatus
from sinorus.scan.sentence import Scanned
from sinorus.values.evolve import evolve
from sinorus.world import Organisation

_DEALS = frozenset({AgreementKind.AGREEMENT, AgreementKind.CONTRACT})
_WHO = m.Party.bit | m.Body.bit | m.Leader.bit
_NEXT = 40
"""Room between a document and how long it runs."""


def specified(scanned: Scanned, clause: Clause, terms: Terms) -> bool:
    """Whether the words give figures of the document; how long something lasts is only its term where they say so."""
    if terms.value is not None or terms.volume is not None:
        return True
    near = scanned.mentions[clause.start : clause.end]
    touching = terms.end - scanned.mentions[clause.index].end <= _NEXT
    return terms.term is not None and (touching or any(is_cue(each, "agreement", "obliges") for each in near))


def told_on(scanned: Scanned, context: Context, clause: Clause, terms: Terms) -> bool:
    """Whether a bare noun that opens its sentence gives figures of the paper told of before: «Контракт предусматривает поставку …»."""
    told, noun = context.told.agreement, clause.noun
    if told is None or not told.parties or told.count is not None or noun is None or noun.plural or not fresh(scanned, context):
        return False
    alike = noun.kind is told.kind or {noun.kind, told.kind} <= _DEALS
    noun_at = scanned.mentions[clause.index]
    after = scanned.mentions[clause.index + 1] if clause.index + 1 < clause.end else None
    worth = after is not None and after.start == noun_at.end and is_cue(after, "agreement", "term-word")
    opens = noun_at.start == scanned.sentence.span.start
    return (opens or worth) and alike and specified(scanned, clause, terms)


def fresh(scanned: Scanned, context: Context) -> bool:
    """Whether the agreement told of before stands in this paragraph or the one before."""
    return scanned.sentence.paragraph - context.told.agreement_paragraph <= 1


def also(scanned: Scanned, context: Context, clause: Clause) -> bool:
    """Whether it was signed "as well", by nobody named: by those of the paper told of right before."""
    told = context.told.agreement
    same = told is not None and told.status is clause.status and context.told.agreement_paragraph == scanned.sentence.paragraph
    near = scanned.mentions[clause.start : clause.end]
    nobody = clause.passive or not any(each.mask & _WHO for each in scanned.mentions[clause.start : clause.index])
    return same and nobody and any(is_cue(each, "agreement", "also") for each in near)


def counted_on(scanned: Scanned, context: Context, clause: Clause, terms: Terms) -> bool:
    """Whether it counts further papers of the states that signed the one told of right before: "four more were signed"."""
    told = context.told.agreement
    if told is None or terms.count is None or told.status is not clause.status or not clause.passive:
        return False
    near = context.told.agreement_paragraph == scanned.sentence.paragraph
    return near and bool(told.parties) and not any(isinstance(party, (Organisation, str)) for party in told.parties)


def same_paper(scanned: Scanned, context: Context, clause: Clause, sides: Sides, noun: m.AgreementNoun) -> bool:
    """Whether the noun takes up the paper told of before: "the document", one that opens its sentence, one of the same signers."""
    told = context.told.agreement
    if told is None or not told.parties or not fresh(scanned, context) or noun.plural:
        return False
    if noun.definite and noun.kind is told.kind and set(sides.parties) == set(told.parties):
        return True
    opens = scanned.mentions[clause.index].start == scanned.sentence.span.start
    return noun.weak and (noun.definite or (opens and clause.passive and not sides.own and noun.kind is AgreementKind.AGREEMENT))


def repeats(scanned: Scanned, context: Context, clause: Clause, noun: m.AgreementNoun) -> bool:
    """Whether a paper between nobody named is the one that companies signed before: of one kind, state and subject."""
    told = context.told.agreement
    if told is None or told.kind is not noun.kind or told.status is not clause.status or not fresh(scanned, context):
        return False
    goods = single(objects_of(scanned, clause).goods)
    same = goods is not None and told.commodity is not None and (goods.within(told.commodity) or told.commodity.within(goods))
    return same and any(isinstance(party, Organisation) for party in told.parties)


def member(scanned: Scanned, context: Context, clause: Clause) -> bool:
    """Whether it is one of the papers that the sentence before counted: "Among them are a protocol on … and a plan for …"."""
    last = context.told.agreement
    if last is None or last.count is None or context.told.agreement_paragraph != scanned.sentence.paragraph:
        return False
    return any(is_cue(each, "agreement", "members") for each in scanned.mentions[: clause.index])


def signed_since(scanned: Scanned, clause: Clause) -> Clause:
    """Return the clause with the signing that it goes on to tell of: "the contract had been under negotiation and was signed in …"."""
    told = ((at, verb) for at, verb in scanned.of(m.AgreementVerb) if clause.verb is not None and at > clause.verb)
    signed = next((at for at, verb in told if verb.status is AgreementStatus.SIGNED and not verb.weak), None)
    if signed is None or scanned.between(m.AgreementNoun, clause.index + 1, signed):
        return clause
    return evolve(clause, verb=signed, status=AgreementStatus.SIGNED, end=max(clause.end, signed + 1))

"""Money that is lent, though no document is named: "A borrowed $2bn from B", "B opened a credit line of $2bn for A"."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark
from sinorus.parsers.agreement.actor import Actor
from sinorus.parsers.agreement.clause import Clause
from sinorus.parsers.agreement.party import actors
from sinorus.parsers.agreement.terms import terms_of
from sinorus.parsers.context import Context
from sinorus.parsers.marks import is_cue, mark_of
from sinorus.parsers.talk import HOME
from sinorus.records import Agreement, AgreementKind, AgreementStatus, Confidence, Evidence, Sector
from sinorus.records.agreement import Party
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned
from sinorus.values import Quantity
from sinorus.values.evolve import evolve
from sinorus.world import Organisation, country

_NEAR = 3
"""Mentions between a loan and its sum, at most."""
_LENDERS = frozenset({"bank", "fund"})
_OPEN = frozenset({AgreementStatus.NEGOTIATING, AgreementStatus.AGREED, AgreementStatus.PROPOSED})
_UNSURE = m.Negation.bit | m.Opinion.bit


def lent(scanned: Scanned, context: Context) -> list[Agreement]:
    """Return what banks of one country lend to companies of the other in a sentence: one record for each sum and its borrower."""
    loans = scanned.cued("agreement", "loan")
    if not loans or scanned.mask & _UNSURE or scanned.cued("agreement", "repaid") or scanned.cued("pledge", "wish"):
        return []
    mentions = scanned.mentions
    first = next((at for loan in loans if (at := _sum(mentions, loan)) is not None), None)
    if first is None:
        return []
    whole = _loan(scanned, context, loans[0], first)
    found = _sides(scanned, context)
    if whole is None or not found:
        return []
    sums = [(at, figure.quantity) for at, figure in scanned.of(m.Figure) if figure.quantity.is_money and not figure.quantity.is_rate]
    return _each(whole, found, sums) or [evolve(whole, parties=_parties(found))]


def _sum(mentions: tuple[Mention, ...], loan: int) -> int | None:
    """Return where the sum of a loan stands, right before it or behind it: "a $2bn loan", "a loan worth about $2bn", "borrowed $2bn"."""
    for step in (1, -1):
        for at in range(loan + step, loan + (_NEAR + 1) * step, step):
            if not 0 <= at < len(mentions) or mark_of(mentions[at]) in {Mark.COMMA, Mark.SEMICOLON, Mark.RELATIVE}:
                break
            figure = mentions[at].get(m.Figure)
            if figure is not None:
                if figure.quantity.is_money:
                    return at
                break
    return None


def _loan(scanned: Scanned, context: Context, loan: int, at: int) -> Agreement | None:
    """Return the record of a loan between nobody yet; None where the words only hope for it."""
    mentions = scanned.mentions
    figure = mentions[at].get(m.Figure)
    status = how_far(mentions, max(loan, at))
    if figure is None:
        return None
    end = len(mentions)
    terms = terms_of(scanned, context, Clause(loan, None, loan, status, 0, end, 0))
    return Agreement(
        kind=AgreementKind.AGREEMENT,
        parties=(),
        status=status,
        date=terms.date,
        subjects=(Sector.FINANCE,),
        value=figure.quantity,
        volume=terms.volume,
        term=terms.term,
        confidence=Confidence.INFERRED,
        evidence=(Evidence.of(scanned.text, mentions[0].start, mentions[end - 1].end),),
    )


def how_far(mentions: tuple[Mention, ...], end: int) -> AgreementStatus:
    """Return how far it has come: what is meant or may be lent is proposed, what is agreed to or talked of is that, else it is done."""
    for index, mention in enumerate(mentions):
        verb, intent = mention.get(m.AgreementVerb), mention.get(m.Intent)
        if verb is not None and verb.status in _OPEN:
            return verb.status
        if index >= end:
            continue
        if intent is not None and not intent.weak:
            return AgreementStatus.AGREED if intent.agreed else AgreementStatus.PROPOSED
        if mention.mask & m.Certainty.bit:
            return AgreementStatus.PROPOSED
    return AgreementStatus.SIGNED


def _sides(scanned: Scanned, context: Context) -> list[Actor]:
    """Return who lends and who borrows, where a company is named, those of one country face those of the other and a bank is among them."""
    found = [each for each in actors(scanned, context, 0, len(scanned.mentions)) if not each.possessor]
    firms = [each for each in found if isinstance(each.body, Organisation) and each.known in HOME]
    if {each.known for each in firms} == HOME:
        return firms if any(isinstance(each.body, Organisation) and each.body.kind in _LENDERS for each in firms) else []
    unnamed = [each for each in found if each.body is None and _bank(scanned, each)]
    if len(unnamed) == 1 and firms and {*unnamed[0].codes, *(each.known for each in firms)} == HOME:
        return [*firms, *unnamed]
    return []


def _bank(scanned: Scanned, actor: Actor) -> bool:
    """Whether the country stands for a bank that nobody names: "from Chinese banks", «у китайского госбанка»."""
    near = scanned.mentions[actor.index : actor.index + 2]
    return len(actor.codes) == 1 and any(is_cue(each, "agreement", "lender") for each in near)


def _parties(found: list[Actor]) -> tuple[Party, ...]:
    named: list[Party] = []
    for each in found:
        named += [each.body] if each.body is not None else [country(code) for code in each.codes]
    return tuple(dict.fromkeys(named))


def _each(whole: Agreement, found: list[Actor], sums: list[tuple[int, Quantity]]) -> list[Agreement]:
    """Return one record for each borrower, where as many sums as borrowers stand in turn: "A borrowed $10bn from B, and C $15bn"."""
    banks = [each for each in found if each.body is None or (isinstance(each.body, Organisation) and each.body.kind in _LENDERS)]
    others = [each for each in found if each not in banks]
    if len(sums) < 2 or len(sums) != len(others) or len({each.known for each in banks if each.known}) > 1:
        return []
    pairs = zip(sorted(others, key=lambda each: each.start), sums, strict=True)
    return [evolve(whole, parties=_parties([other, *banks]), value=amount) for other, (_, amount) in pairs]

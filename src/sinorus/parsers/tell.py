"""What the next sentence may take from this one: agreement, corridor, companies, and what heads a paragraph."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Use
from sinorus.languages.period_expr import Grain, PeriodExpr, PeriodKind
from sinorus.parsers.agreement.offered import offer_of
from sinorus.parsers.agreement.party import NO_FIRMS
from sinorus.parsers.context import Context
from sinorus.parsers.corridor.register import node_at
from sinorus.parsers.firm import firm_of
from sinorus.parsers.office import pair_of
from sinorus.parsers.parsed import Parsed
from sinorus.parsers.talk import is_item, leads_list
from sinorus.parsers.told import Told
from sinorus.records import Agreement, CorridorKind, CorridorReport
from sinorus.scan.sentence import Scanned
from sinorus.values.evolve import evolve
from sinorus.world import Country, Organisation

_FIRMS = 4
_HEADING = 40
"""A heading is no longer than this many characters."""
_CLAIMS = m.Head.bit | m.AgreementVerb.bit | m.Movement.bit | m.Figure.bit
_DATES = frozenset({Grain.DAY, Grain.MONTH, Grain.YEAR})
_TOLD = m.Party.bit | m.Route.bit | PeriodExpr.bit


def tell(scanned: Scanned, context: Context, parsed: Parsed) -> Context:
    """Return the context for the next sentence."""
    told = context.told
    paragraph = scanned.sentence.paragraph
    if paragraph != told.paragraph and (told.heading or told.place or told.listed):
        listed = told.listed if scanned.sentence.kind == "item" or paragraph == told.paragraph + 1 else None
        told = evolve(told, paragraph=paragraph, heading=None, place=None, listed=listed)
    if scanned.mask & _TOLD:
        told = _headed(scanned, context, told)
    if scanned.mask & m.Body.bit:
        told = _firms(scanned, told)
    elif scanned.mask & m.Pointer.bit:
        told = _two(scanned, context, told)
    if told.papers is not None and not is_item(scanned):
        told = evolve(told, papers=None)
    if leads_list(scanned):
        told = evolve(told, papers=_papers(scanned, told, parsed))
    for record in (*parsed.noted, *parsed.records):
        if isinstance(record, Agreement):
            counted = record if (record.count or 0) > 1 else told.counted if paragraph - told.agreement_paragraph <= 1 else None
            told = evolve(told, agreement=record, agreement_paragraph=paragraph, agreement_end=scanned.sentence.span.end, counted=counted)
            companies = tuple(party for party in record.parties if not isinstance(party, Country))
            if len(companies) > 1:
                told = evolve(told, companies=companies)
        elif isinstance(record, CorridorReport) and record in parsed.noted:
            told = evolve(told, unnamed=record, unnamed_paragraph=paragraph)
        elif isinstance(record, CorridorReport):
            if record.kind is CorridorKind.SEA_ROUTE and told.corridor in parsed.records and told.corridor.kind is record.kind:
                continue  # the second way over sea is only compared with the first
            others = tuple(each for each in told.routes if each[0].kind is not record.kind)
            told = evolve(told, corridor=record, corridor_paragraph=paragraph, routes=(*others, (record, paragraph)))
    if scanned.mask & m.Body.bit and (offer := offer_of(scanned, context)) is not None:
        told = evolve(told, offer=offer, offer_end=scanned.sentence.span.end)
    return context if told is context.told else evolve(context, told=told)


def _papers(scanned: Scanned, told: Told, parsed: Parsed) -> Agreement | None:
    """Return the papers that a list goes through: those of its lead-in, or those counted before ("22 were signed. The main ones:")."""
    own = next((each for each in (*parsed.records, *parsed.noted) if isinstance(each, Agreement)), None)
    counted = told.agreement is not None and told.agreement.count is not None
    near = scanned.sentence.paragraph - told.agreement_paragraph <= 1
    return told.agreement if own is None and counted and near and not scanned.mask & _CLAIMS else own


def _two(scanned: Scanned, context: Context, told: Told) -> Told:
    """Note the two countries that open a sentence: the next one may only say "they"."""
    opening = next((each for each in scanned.mentions if not each.mask & (PeriodExpr.bit | m.Punctuation.bit)), None)
    pointer = opening.get(m.Pointer) if opening is not None else None
    if pointer is None or pointer.to is not Anaphor.PAIR or pointer.use is not Use.NOUN or not (two := pair_of(context)):
        return told
    return evolve(told, two=two, two_paragraph=scanned.sentence.paragraph)


def _firms(scanned: Scanned, told: Told) -> Told:
    """Note the companies that a sentence names: the next one may only say "it" or "the two companies"."""
    named: list[Organisation] = []
    for mention in scanned.mentions:
        body = mention.get(m.Body) if mention.mask & m.Body.bit else None
        if body is not None and body.kind not in NO_FIRMS and (firm := firm_of(body)) not in named:
            named.append(firm)
    if not named:
        return told
    earlier = tuple(firm for firm in told.firms if firm not in named)
    together = tuple(named) if len(named) in {2, 3} else ()
    return evolve(told, firms=(*earlier, *named)[-_FIRMS:], firms_paragraph=scanned.sentence.paragraph, together=together)


def _headed(scanned: Scanned, context: Context, told: Told) -> Told:
    """Take up the date or place of a short line or sentence that claims nothing: a heading, the head of a list item."""
    span = scanned.sentence.span
    paragraph = scanned.sentence.paragraph
    if span.end - span.start > _HEADING or scanned.mask & _CLAIMS:
        return told
    first = scanned.mentions[0]
    for mention in scanned.mentions[:4]:
        expr = mention.get(PeriodExpr)
        if expr is not None and (expr.explicit or expr.kind is PeriodKind.PART) and expr.grain in _DATES and not expr.adjective:
            period = context.anchor(expr, told.heading or told.listed)
            if scanned.sentence.kind != "item" and period is not None and expr.grain is Grain.DAY:
                told = evolve(told, listed=period)
            return evolve(told, heading=period, paragraph=paragraph)
    party = first.get(m.Party)
    if party is not None and party.place is not None and first.start == span.start and first.end >= span.end - 1:
        node = node_at(party.place)
        if node is None:
            return evolve(told, place=party.place, paragraph=paragraph)
        stub = CorridorReport(corridor=node, name=party.place, kind=CorridorKind(node.kind), places=(party.place,))
        return evolve(told, place=party.place, paragraph=paragraph, corridor=stub, corridor_paragraph=paragraph)
    return told

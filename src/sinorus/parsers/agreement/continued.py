"""Sentences that go on with the terms of a deal just told of, though they name none: "Over ten years the buyer will get 2 Mt"."""

from collections.abc import Sequence

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark, Role, Side, Use
from sinorus.languages.period_expr import PeriodExpr, PeriodRelation
from sinorus.parsers.agreement.build import single
from sinorus.parsers.agreement.clause import Clause
from sinorus.parsers.agreement.party import NO_FIRMS
from sinorus.parsers.agreement.supplied import is_supply
from sinorus.parsers.agreement.terms import terms_of
from sinorus.parsers.context import Context
from sinorus.parsers.firm import firm_of
from sinorus.parsers.marks import is_cue, mark_of, role_of
from sinorus.parsers.sector import objects
from sinorus.parsers.talk import HOME
from sinorus.records import Agreement, AgreementKind, AgreementStatus, Confidence, Evidence
from sinorus.scan.duration import durations
from sinorus.scan.fold import fold
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned
from sinorus.values import Dimension, Quantity
from sinorus.values.evolve import evolve
from sinorus.world import Organisation

_TOUCH = 2
_NEXT = 3
"""Characters between a sentence and the next one, at most."""
_NEAR = 260
"""Characters for which the terms of a deal may still be told: a sentence or two."""
_DEALS = frozenset({AgreementKind.CONTRACT, AgreementKind.AGREEMENT})
_AIMS = frozenset({AgreementKind.PLAN, AgreementKind.JOINT_STATEMENT})
"""Kinds of documents whose figures are aims."""
_OPEN = frozenset({AgreementStatus.PROPOSED, AgreementStatus.NEGOTIATING})
"""Of a paper that is not agreed on yet, whatever is told lies ahead."""
_RATES = {Dimension.MASS: "t/a", Dimension.VOLUME: "m3/a", Dimension.ENERGY: "kW.h/a"}
_AHEAD = m.Certainty.bit | m.Intent.bit
_JOINTS = frozenset({Mark.COMMA, Mark.SEMICOLON, Mark.AND, Mark.DASH, Mark.CONTRAST})


def continued(scanned: Scanned, context: Context) -> Agreement | None:
    """Return what a sentence without a document adds to the deal just told of: its figures."""
    told = context.told.agreement
    if told is None or not told.parties or not goes_on(scanned, context):
        return None
    end = len(scanned.mentions)
    index = next((at for name in ("restates", "terms") for at in scanned.cued("agreement", name)), end - 1)
    terms = terms_of(scanned, context, Clause(index, None, None, None, 0, end, 0))
    if not terms.figures:
        return None
    about = objects(scanned.mentions, 0, end)
    volume = _yearly(scanned, terms.volume) if terms.volume is not None else None
    return evolve(
        told,
        commodity=single(about.goods) or told.commodity,
        value=told.value or terms.value,
        volume=told.volume or volume,
        term=told.term or terms.term,
        confidence=Confidence.INFERRED,
        evidence=(Evidence.of(scanned.text, scanned.sentence.span.start, scanned.sentence.span.end),),
    )


def goes_on(scanned: Scanned, context: Context) -> bool:
    """Whether a sentence tells the terms of the deal told of right before it."""
    told = context.told
    deal = told.agreement
    if deal is None or deal.kind in _AIMS or told.agreement_paragraph != scanned.sentence.paragraph or scanned.mask & m.Opinion.bit:
        return False
    if scanned.cued("agreement", "restates") or _opens(scanned):
        return True
    gap = scanned.sentence.span.start - told.agreement_end
    if gap > _NEAR or deal.kind not in _DEALS or deal.count is not None or not _is_theirs(scanned, deal):
        return False
    return _terms_named(scanned.mentions) or (gap <= _NEXT and deal.volume is None and _obliges(scanned, context, deal))


def _opens(scanned: Scanned) -> bool:
    """Whether words for the terms open the sentence: "its volume is", "The contract period is"."""
    return any(scanned.mentions[at].start - scanned.sentence.span.start <= _TOUCH for at in scanned.cued("agreement", "terms"))


def _is_theirs(scanned: Scanned, deal: Agreement) -> bool:
    """Whether nobody else is named than those who deal with each other, and no trade of both ways is spoken of."""
    for index, mention in enumerate(scanned.mentions):
        body, party = mention.get(m.Body), mention.get(m.Party)
        if body is not None and body.kind not in NO_FIRMS and firm_of(body) not in deal.parties:
            return False
        if party is not None and set(party.codes) - HOME and role_of(scanned.mentions[index - 1] if index else None) is not Role.VIA:
            return False
    heads = (head for _, head in scanned.of(m.Head))
    done = any(not verb.weak and verb.status not in _OPEN for _, verb in scanned.of(m.AgreementVerb))
    return not done and not any(head.side is Side.BOTH and not head.weak for head in heads)


def _terms_named(mentions: Sequence[Mention]) -> bool:
    """Whether a word for a term opens a clause, and a figure follows in it: "Volumes will amount to 2 Mt", «срок — 25 лет»."""
    for index, mention in enumerate(mentions):
        if mention.mask & m.Cue.bit and is_cue(mention, "agreement", "term-word"):
            at = index - 1
            while at >= 0 and (is_yearly(mentions[at]) or mentions[at].mask & m.Pointer.bit):
                at -= 1
            return at < 0 or mark_of(mentions[at]) in _JOINTS
    return False


def _obliges(scanned: Scanned, context: Context, deal: Agreement) -> bool:
    """Whether the sentence tells of supplies to come under the deal: some goods, a volume, and that it shall be or how long it goes on."""
    mentions = scanned.mentions
    at = next((index for index, figure in scanned.of(m.Figure) if _is_volume(figure.quantity)), None)
    if at is None or not any(isinstance(party, Organisation | str) for party in deal.parties) or deal.status is AgreementStatus.ENDED:
        return False
    if scanned.mask & (m.Route.bit | m.CorridorNoun.bit):
        return False  # what a line will carry is not what a paper is for
    heads = [head for _, head in scanned.of(m.Head) if is_supply(head)]
    if not heads and not scanned.mask & m.Goods.bit:
        return False
    ahead = deal.status in _OPEN or any(each.mask & _AHEAD for each in mentions[: at + 1])
    lasting = runs(scanned, within=True)
    times = [expr for _, expr in scanned.of(PeriodExpr)]
    named = [period for expr in times if (period := context.anchor(expr, None)) is not None and expr.relation is PeriodRelation.PLAIN]
    years = any(period.is_years and period.last.year > period.first.year for period in named)
    if named and not years:
        return False  # what goes in a single year is a flow
    shipped = any(head.use is Use.VERB for head in heads)
    rated = _rated(scanned, at)
    return (ahead and (lasting or years or rated)) or (lasting and shipped and not times and not scanned.mask & m.Movement.bit)


def _is_volume(quantity: Quantity) -> bool:
    return quantity.is_physical and quantity.dimension not in {Dimension.COUNT, Dimension.LENGTH}


def runs(scanned: Scanned, *, within: bool = False) -> bool:
    """Whether the sentence says how long something runs, or `within` what time it is done."""
    folded = fold(scanned.quote())
    return bool(durations(folded, 0, len(folded), scanned.sentence.language or "", within=within))


def _rated(scanned: Scanned, at: int) -> bool:
    figure = scanned.mentions[at].get(m.Figure)
    return figure is not None and (figure.quantity.is_rate or _every_year(scanned, at))


def _every_year(scanned: Scanned, at: int) -> bool:
    """Whether what is told is so year by year: "annual supplies will reach", «ежегодно поставлять»."""
    return any(is_yearly(each) for each in scanned.mentions[:at])


def is_yearly(mention: Mention) -> bool:
    """Whether a word says that something is so year by year."""
    return is_cue(mention, "corridor", "yearly") or is_cue(mention, "agreement", "yearly")


def _yearly(scanned: Scanned, volume: Quantity) -> Quantity:
    """Return the amount as one of each year, where the words before it say so."""
    at = next((index for index, figure in scanned.of(m.Figure) if figure.quantity == volume), None)
    unit = _RATES.get(volume.dimension)
    return evolve(volume, unit=unit) if at is not None and unit is not None and not volume.is_rate and _every_year(scanned, at) else volume

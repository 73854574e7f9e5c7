"""What companies agree to with figures, though no document is named: "A and B agreed to raise supplies to F"."""

from collections.abc import Sequence

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Role, Use
from sinorus.parsers.agreement.actor import Actor
from sinorus.parsers.agreement.clause import Clause
from sinorus.parsers.agreement.memory import other_firm
from sinorus.parsers.agreement.party import actors
from sinorus.parsers.agreement.told import agreed_deal
from sinorus.parsers.context import Context
from sinorus.parsers.marks import is_cue
from sinorus.parsers.sector import objects
from sinorus.parsers.talk import HOME
from sinorus.records import Agreement, AgreementStatus, Sector
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned
from sinorus.values import Dimension, Quantity
from sinorus.values.evolve import evolve
from sinorus.world import Organisation, corridor

_LENDERS = frozenset({"bank", "fund"})
_RATES = {Dimension.MASS: "t/a", Dimension.VOLUME: "m3/a"}
_NEXT = 16
_TRADED = m.Head.bit | m.Goods.bit | m.Route.bit | m.CorridorNoun.bit


def promised(scanned: Scanned, context: Context) -> list[Agreement]:
    """Return what companies of both countries agree to in a sentence."""
    mentions = scanned.mentions
    for index, mention in enumerate(mentions):
        intent = mention.get(m.Intent) if mention.mask & m.Intent.bit else None
        if intent is None or not intent.agreed or intent.use is not Use.VERB:
            continue
        if any(each.mask & m.Negation.bit for each in mentions[:index]):
            return []
        named = [each for each in actors(scanned, context, 0, index) if each.role in {None, Role.WITH}]
        acting = [each for each in named if isinstance(each.body, Organisation)]
        if not acting:
            return []
        return _supplies(scanned, context, index, acting) or _loans(scanned, context, index, acting)
    return []


def _supplies(scanned: Scanned, context: Context, verb: int, acting: list[Actor]) -> list[Agreement]:
    """Two companies agree on how much goes over which line."""
    mentions = scanned.mentions
    firms = [each.body for each in acting if isinstance(each.body, Organisation)]
    countries = frozenset(each.known for each in acting)
    if len(acting) == 1 and any(is_cue(each, "agreement", "firm") for each in mentions[:verb]):
        other = other_firm(scanned, context, acting[0])
        firms, countries = ([other, *firms], HOME) if other is not None else (firms, countries)
    levels = _levels(mentions, verb)
    traded = any(each.mask & _TRADED for each in mentions[verb:])
    if countries != HOME or len(firms) != len(HOME) or not levels or not traded or not _to_do(mentions, verb):
        return []
    whole = _record(scanned, context, verb, acting, tuple(firms))
    return [evolve(whole, volume=amount, corridor=corridor(route.id) if route is not None else whole.corridor) for amount, route in levels]


def _to_do(mentions: Sequence[Mention], verb: int) -> bool:
    """Whether they agreed to do something, and not that something is so."""
    if mentions[verb].mask & m.Action.bit:
        return True
    near = [each for each in mentions[verb + 1 : verb + 4] if each.start - mentions[verb].end <= _NEXT]
    deals = any((head := each.get(m.Head)) is not None and head.use is Use.VERB for each in near)
    return deals or any(each.mask & (m.Action.bit | m.Intent.bit) for each in near)


def _levels(mentions: Sequence[Mention], verb: int) -> list[tuple[Quantity, m.Route | None]]:
    """Return the amounts that are reached, as those of a year where the words say so, each with the line named last before it."""
    found: list[tuple[Quantity, m.Route | None]] = []
    route: m.Route | None = None
    unit: str | None = None
    yearly = any(is_cue(each, "corridor", "yearly") or is_cue(each, "agreement", "yearly") for each in mentions[verb:])
    for index in range(verb + 1, len(mentions)):
        route = mentions[index].get(m.Route) or route
        figure, led = mentions[index].get(m.Figure), mentions[index - 1].get(m.Relation)
        if figure is None or (led is not None and led.role in {Role.FROM, Role.WITH, Role.BY}):
            continue
        quantity = figure.quantity
        if quantity.unit == "1" and figure.scaled and unit is not None and led is not None and led.role is Role.TO:
            quantity = evolve(quantity, unit=unit)
        elif quantity.dimension in _RATES and yearly and not quantity.is_rate:
            quantity = evolve(quantity, unit=_RATES[quantity.dimension])
        if quantity.is_physical and quantity.dimension not in {Dimension.COUNT, Dimension.LENGTH}:
            found.append((quantity, route))
            unit = quantity.unit
    return found


def _loans(scanned: Scanned, context: Context, verb: int, acting: list[Actor]) -> list[Agreement]:
    """A bank of one country agrees to lend companies of the other."""
    mentions = scanned.mentions
    bank = acting[0].body
    lent = any(_credit(each) for each in mentions[verb:])
    if len(acting) != 1 or not isinstance(bank, Organisation) or bank.kind not in _LENDERS or not lent:
        return []
    firms = [
        each.body
        for each in actors(scanned, context, verb + 1, len(mentions))
        if isinstance(each.body, Organisation) and {each.known, acting[0].known} == HOME
    ]
    sums = [figure.quantity for each in mentions[verb:] if (figure := each.get(m.Figure)) is not None and figure.quantity.is_money]
    if not firms or not sums:
        return []
    whole = _record(scanned, context, verb, acting, (bank, *firms))
    loan = evolve(whole, subjects=(Sector.FINANCE,), value=sums[0], volume=None, commodity=None)
    if len(sums) == len(firms):
        return [evolve(loan, parties=(bank, firm), value=amount) for firm, amount in zip(firms, sums, strict=True)]
    return [loan]


def _credit(mention: Mention) -> bool:
    """Whether the mention is a loan or the like."""
    field, other = mention.get(m.Field), mention.get(m.OtherMeasure)
    return (field is not None and Sector.FINANCE in field.sectors) or (other is not None and other.kind == "investment")


def _record(scanned: Scanned, context: Context, verb: int, acting: list[Actor], parties: tuple[Organisation, ...]) -> Agreement:
    end = len(scanned.mentions)
    clause = Clause(verb, None, verb, AgreementStatus.AGREED, 0, end, verb)
    deal = agreed_deal(scanned, context, clause, parties, about=objects(scanned.mentions, verb + 1, end), start=acting[0].start)
    return evolve(deal, value=None, volume=None)  # each line has its own

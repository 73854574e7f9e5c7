"""Deals that a verb alone tells: goods ordered, a stake sold or bought ("A ordered 20 aircraft from B", "A sold 10% of X to B")."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Role
from sinorus.parsers.agreement.actor import Actor
from sinorus.parsers.agreement.build import single
from sinorus.parsers.agreement.clause import Clause
from sinorus.parsers.agreement.lent import how_far
from sinorus.parsers.agreement.party import actors
from sinorus.parsers.agreement.terms import terms_of
from sinorus.parsers.context import Context
from sinorus.parsers.sector import objects
from sinorus.parsers.talk import HOME
from sinorus.records import Agreement, AgreementKind, AgreementStatus, Confidence, Evidence, Sector
from sinorus.records.agreement import Party
from sinorus.scan.sentence import Scanned
from sinorus.world import Organisation, country

_UNSURE = m.Negation.bit | m.Opinion.bit
_SIDES = frozenset({None, Role.FROM, Role.WITH, Role.BY, Role.AT, Role.TO, Role.OF})


def ordered(scanned: Scanned, context: Context) -> list[Agreement]:
    """Return what the sentence tells of goods ordered, or of a stake that changes hands, between the two countries."""
    if scanned.mask & _UNSURE:
        return []
    orders, stakes, trades = (scanned.cued("agreement", name) for name in ("order", "stake", "trades"))
    if orders and scanned.mask & (m.Goods.bit | m.Figure.bit):
        return _deal(scanned, context, orders[0], AgreementKind.CONTRACT, firms=False)
    if stakes and trades:
        return _deal(scanned, context, trades[0], AgreementKind.AGREEMENT, firms=True)
    return []


def _deal(scanned: Scanned, context: Context, at: int, kind: AgreementKind, *, firms: bool) -> list[Agreement]:
    """Return the deal that the word tells; of a stake only where companies of both countries deal with each other."""
    end = len(scanned.mentions)
    named = [each for each in actors(scanned, context, 0, end) if not each.possessor and not each.modifier and each.role in _SIDES]
    parties = _parties(named, firms=firms)
    if not parties or not any(each.index < at for each in named):
        return []
    status = how_far(scanned.mentions, at + 1)
    about = objects(scanned.mentions, 0, end)
    terms = terms_of(scanned, context, Clause(at, None, at, status, 0, end, at))
    if kind is AgreementKind.CONTRACT and terms.volume is None and not about.goods:
        return []
    return [
        Agreement(
            kind=kind,
            parties=parties,
            status=status,
            date=terms.date if status is AgreementStatus.SIGNED else None,
            subjects=(Sector.INVESTMENT, *about.sectors()) if firms else about.sectors(),
            commodity=single(about.goods),
            corridor=about.corridor(),
            value=terms.value,
            volume=None if firms else terms.volume,
            confidence=Confidence.INFERRED,
            evidence=(Evidence.of(scanned.text, scanned.mentions[0].start, scanned.mentions[end - 1].end),),
        )
    ]


def _parties(named: list[Actor], *, firms: bool) -> tuple[Party, ...]:
    """Return those of both countries who deal with each other: companies, else a company and a country, or the two countries."""
    bodies = [each for each in named if isinstance(each.body, Organisation) and each.known in HOME]
    known = {each.known for each in bodies}
    if known == HOME or firms:
        return tuple(dict.fromkeys(each.body for each in bodies if each.body is not None)) if known == HOME else ()
    lands = [code for each in named if each.body is None and len(each.codes) == 1 for code in each.codes if code in HOME - known]
    if known | set(lands) != HOME:
        return ()
    return tuple(dict.fromkeys([*(each.body for each in bodies if each.body is not None), *map(country, lands)]))

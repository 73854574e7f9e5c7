"""Supplies that companies of both countries agree on, though no document is named: "A has agreed to sell B 2 Mt of coal"."""

from collections.abc import Sequence

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark, Role, Side, Use
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.agreement.actor import Actor
from sinorus.parsers.agreement.clause import Clause
from sinorus.parsers.agreement.party import actors
from sinorus.parsers.agreement.told import agreed_deal
from sinorus.parsers.context import Context
from sinorus.parsers.marks import is_cue, mark_of
from sinorus.parsers.sector import objects
from sinorus.parsers.talk import HOME
from sinorus.records import Agreement, AgreementKind, AgreementStatus
from sinorus.records.agreement import Party
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned
from sinorus.values.evolve import evolve
from sinorus.world import Organisation, country

_AGREED = m.Intent.bit | m.AgreementVerb.bit | m.Cue.bit
_BETWEEN = m.Relation.bit | m.Body.bit | m.Party.bit | m.Cue.bit | m.Pointer.bit | m.Figure.bit | m.Goods.bit | PeriodExpr.bit
"""What may stand between the word for agreeing and that for the supplies."""
_LEADING = m.Relation.bit | m.Body.bit | m.Party.bit
"""What leads to a noun for supplies; "agreed that exports had risen" has none."""
_ACTING = frozenset({None, Role.WITH, Role.BETWEEN})
_FACING = frozenset({None, Role.WITH, Role.TO, Role.FROM, Role.FOR, Role.BY, Role.OF, Role.AT})
_TURNS = frozenset({Mark.RELATIVE, Mark.SEMICOLON, Mark.CONTRAST})


def sold(scanned: Scanned, context: Context, start: int, end: int) -> Agreement | None:
    """Return the supplies that the clause has somebody agree to, where a company is named and whom it deals with."""
    mentions = scanned.mentions
    if any(each.mask & (m.Negation.bit | m.Opinion.bit) for each in mentions[start:end]):
        return None
    for index in range(start, end):
        status = _agreed(mentions[index]) if mentions[index].mask & _AGREED else None
        if status is None:
            continue
        limit = next((at for at in range(index + 1, end) if _turns(mentions[at])), end)
        if _supplies(mentions, index, limit) is None:
            continue
        parties = _parties(scanned, context, start, index, limit)
        clause = Clause(index, None, index, status, start, limit, index)
        if not parties:
            return None
        deal = agreed_deal(scanned, context, clause, parties, about=objects(mentions, start, limit), start=mentions[start].start)
        return evolve(deal, kind=AgreementKind.CONTRACT, status=status)
    return None


def _turns(mention: Mention) -> bool:
    """Whether something else begins there; a "with" leads to what is supplied."""
    return mark_of(mention) in _TURNS and not mention.mask & m.Relation.bit


def _agreed(mention: Mention) -> AgreementStatus | None:
    """Return how far the word says that it has come: agreed, bound to, or sealed; None where it says none of these."""
    intent, verb = mention.get(m.Intent), mention.get(m.AgreementVerb)
    if is_cue(mention, "agreement", "seals"):
        return AgreementStatus.SIGNED
    agreed = intent is not None and intent.agreed
    return AgreementStatus.AGREED if agreed or (verb is not None and verb.status is AgreementStatus.AGREED) else None


def _supplies(mentions: Sequence[Mention], index: int, end: int) -> int | None:
    """Return the word for supplies, with their goods before the end and nothing between it and the agreeing but who deals with whom."""
    for at in range(index, end):
        head = mentions[at].get(m.Head) if at > index else None
        if head is not None and head.side is not Side.BOTH:
            goods = any(each.mask & m.Goods.bit for each in mentions[index:end])
            return at if goods and not _found(mentions, index, at, end) else None
        if at > index and (not mentions[at].mask & _BETWEEN or mentions[at].mask & m.AgreementNoun.bit):
            return None
    return None


def _found(mentions: Sequence[Mention], index: int, head: int, end: int) -> bool:
    """Whether they agree that something is so: "agreed that exports had risen", "agreed that oil exports were low"."""
    between = mentions[index + 1 : head]
    of_goods = any(each.mask & m.Goods.bit for each in between) and not any(each.mask & _LEADING for each in between)
    moved = any((move := each.get(m.Movement)) is not None and move.use is Use.VERB for each in mentions[head + 1 : end])
    return of_goods or (moved and not any(isinstance(each, m.Head) and each.use is Use.VERB for each in mentions[head].meanings))


def _parties(scanned: Scanned, context: Context, start: int, verb: int, end: int) -> tuple[Party, ...]:
    """Return the company that agrees and those of the other country it deals with, or that country where nobody is named."""
    acting = [each for each in actors(scanned, context, start, verb) if each.role in _ACTING and not each.possessor]
    facing = [each for each in actors(scanned, context, verb + 1, end) if each.role in _FACING and not each.possessor]
    firms = [each for each in (*acting, *facing) if isinstance(each.body, Organisation) and each.known in HOME and not each.modifier]
    if {each.known for each in firms} == HOME:
        return tuple(dict.fromkeys(each.body for each in firms if each.body is not None))
    if not firms or any(each.known != firms[0].known for each in firms):
        return ()
    other = HOME - {firms[0].known}
    faced = next((each for each in facing if each not in firms), None)
    if firms[0] not in acting or faced is None or set(faced.codes) != other or not _deals(faced):
        return ()
    return (*dict.fromkeys(each.body for each in firms if each.body is not None), country(faced.codes[0]))


def _deals(actor: Actor) -> bool:
    """Whether a country stands where a buyer or seller does: "to supply China", "with Chinese importers", not "Chinese coal"."""
    return actor.role in {Role.WITH, Role.OF} if actor.modifier else True

"""Deals that no document is named for: companies of both countries in talks on something, or agreed to build it together."""

from collections.abc import Sequence

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Mark, Role, Use
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.agreement.actor import Actor
from sinorus.parsers.agreement.build import single
from sinorus.parsers.agreement.clause import Clause
from sinorus.parsers.agreement.memory import both_firms
from sinorus.parsers.agreement.party import actors
from sinorus.parsers.agreement.sold import sold
from sinorus.parsers.agreement.terms import terms_of
from sinorus.parsers.context import Context
from sinorus.parsers.corridor.place import town_of
from sinorus.parsers.marks import is_cue, mark_of, role_of
from sinorus.parsers.sector import Objects, objects
from sinorus.parsers.talk import HOME
from sinorus.records import Agreement, AgreementKind, AgreementStatus, Confidence, Evidence, PledgeAction, Sector
from sinorus.records.agreement import Party
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned
from sinorus.world import Organisation, country

_NAMED = frozenset({None, Role.WITH, Role.BETWEEN})
_BUILT = frozenset({PledgeAction.BUILD, PledgeAction.INVEST})
_OF_TALKS = m.Party.bit | m.Goods.bit | m.OtherMeasure.bit | m.Field.bit | m.Relation.bit | m.Punctuation.bit | m.Route.bit
"""Whose the talks are, and about what."""
_NEXT = 3
_DEALS = m.AgreementVerb.bit | m.Intent.bit
_MEANT = m.Certainty.bit | m.Intent.bit
_UNSURE = m.Negation.bit | m.Opinion.bit


def talked(scanned: Scanned, context: Context) -> list[Agreement]:
    """Return what companies of both countries are negotiating, or have agreed to build, clause by clause."""
    found: list[Agreement] = []
    start = 0
    told: tuple[Party, ...] = ()
    for end in (*_breaks(scanned), len(scanned.mentions)):
        record = sold(scanned, context, start, end) or _clause(scanned, context, start, end, told) or _talks(scanned, context, start, end)
        if record is not None:
            found.append(record)
            told = record.parties
        start = end + 1
    return found


def _breaks(scanned: Scanned) -> list[int]:
    mentions = scanned.mentions
    marks = {at: mark.mark for at, mark in scanned.of(m.Punctuation)}
    joints = (at for at in marks if marks[at] is Mark.AND and marks.get(at - 1) is Mark.COMMA)
    parted = {at for at in joints if any(each.mask & (m.Level.bit | m.Action.bit | m.AgreementVerb.bit) for each in mentions[:at])}
    return [at for at in marks if marks[at] in {Mark.SEMICOLON, Mark.COLON} or at in parted]


def _clause(scanned: Scanned, context: Context, start: int, end: int, told: tuple[Party, ...]) -> Agreement | None:
    mentions = scanned.mentions
    if any(each.mask & _UNSURE for each in mentions[start:end]):
        return None
    for index in range(start, end):
        status = _deal(scanned, index, end) if mentions[index].mask & _DEALS else None
        if status is None:
            continue
        parties = _firms(scanned, context, start, end, index)
        if status is AgreementStatus.SIGNED and not (parties and _partnered(scanned, context, start, end, index)):
            continue
        if not parties and (status is AgreementStatus.NEGOTIATING or _to_build(scanned, index, end)):
            parties = told or _pointed(scanned, context, start, index)
        about = objects(mentions, start, end)
        verb = mentions[index].get(m.AgreementVerb)
        if not parties or not (_told_what(about) or (verb is not None and not verb.weak)):
            return None
        terms = terms_of(scanned, context, Clause(index, None, index, status, start, end, start))
        return Agreement(
            kind=AgreementKind.AGREEMENT,
            parties=parties,
            status=status,
            date=terms.date if status is AgreementStatus.SIGNED else None,
            subjects=about.sectors(),
            commodity=single(about.goods),
            corridor=about.corridor(),
            value=terms.value if _credit(about) or status is not AgreementStatus.NEGOTIATING else None,
            confidence=Confidence.INFERRED,
            evidence=(Evidence.of(scanned.text, mentions[start].start, mentions[end - 1].end),),
        )
    return None


def _talks(scanned: Scanned, context: Context, start: int, end: int) -> Agreement | None:
    """Return what is told of by a noun for talks: "talks between A and B on the western route continue"; heads of state talk of all."""
    mentions = scanned.mentions
    at = next((at for at in range(start, end) if is_cue(mentions[at], "agreement", "talks") or _is_talks(mentions[at])), None)
    near = mentions[start:end]
    if at is None or _adverbial(mentions, at) or any(each.mask & (_UNSURE | m.AgreementNoun.bit) or _made(each) for each in near):
        return None
    about = objects(mentions, start, end)
    parties = _talking(scanned, context, start, end, at)
    priced = any((other := each.get(m.OtherMeasure)) is not None and other.kind == "price" for each in near)
    if not parties or not (_told_what(about) or priced):
        return None
    return Agreement(
        kind=AgreementKind.AGREEMENT,
        parties=parties,
        status=AgreementStatus.NEGOTIATING,
        subjects=about.sectors(),
        commodity=single(about.goods),
        corridor=about.corridor(),
        confidence=Confidence.INFERRED,
        evidence=(Evidence.of(scanned.text, mentions[start].start, mentions[end - 1].end),),
    )


def _is_talks(mention: Mention) -> bool:
    """Whether a noun tells of talks."""
    verb = mention.get(m.AgreementVerb)
    return verb is not None and verb.status is AgreementStatus.NEGOTIATING and verb.use is Use.NOUN


def _adverbial(mentions: Sequence[Mention], at: int) -> bool:
    """Whether the talks only tell when or where something else was done: "after talks with A", «в ходе переговоров»."""
    before = mentions[at - 1] if at else None
    return before is not None and (role_of(before) is not None or mark_of(before) is Mark.CONTRAST) and not before.mask & m.Party.bit


def _talking(scanned: Scanned, context: Context, start: int, end: int, at: int) -> tuple[Party, ...]:
    """Return the companies that talk, of both countries; or the two countries, where the talks are theirs and open the clause."""
    mentions = scanned.mentions
    named = [each for each in actors(scanned, context, start, end) if each.role in _NAMED | {Role.OF} or each.possessor]
    firms = [each for each in named if isinstance(each.body, Organisation) and not each.modifier]
    if firms:
        both = {each.known for each in firms} == HOME
        return tuple(dict.fromkeys(each.body for each in firms if each.body is not None)) if both else ()
    of_them = all(each.mask & _OF_TALKS for each in mentions[start:at])
    lands = [each for each in named if (each.codes and town_of(mentions[each.index]) is not None) or len(each.codes) > 1]
    codes = {code for each in lands for code in each.codes}
    return tuple(country(code) for code in sorted(codes)) if of_them and codes == HOME else ()


def _made(mention: Mention) -> bool:
    """Whether a word tells that the talks have come to something, or to nothing."""
    verb = mention.get(m.AgreementVerb)
    return verb is not None and verb.status is not AgreementStatus.NEGOTIATING


def _deal(scanned: Scanned, index: int, end: int) -> AgreementStatus | None:
    """Return what the word tells of a deal: talks on it, or that building something has been agreed."""
    mention = scanned.mentions[index]
    verb, intent = mention.get(m.AgreementVerb), mention.get(m.Intent)
    if verb is not None and verb.status is AgreementStatus.NEGOTIATING:
        meant = index > 0 and bool(scanned.mentions[index - 1].mask & (m.Certainty.bit | m.Intent.bit))
        finite = index > 0 and bool(scanned.mentions[index - 1].mask & (m.Level.bit | m.Body.bit))
        return AgreementStatus.NEGOTIATING if not meant and (finite or not verb.weak) else None
    if verb is not None and verb.status is AgreementStatus.SIGNED and not verb.weak and verb.use is not Use.NOUN:
        return AgreementStatus.SIGNED
    if intent is not None and intent.agreed:
        near = _behind(scanned, index, end)
        if any(each.mask & m.Action.bit for each in near):
            return AgreementStatus.AGREED
    return None


def _to_build(scanned: Scanned, index: int, end: int) -> bool:
    """Whether they agreed to build or invest; "the two agreed to widen trade" may be anybody."""
    return any((action := each.get(m.Action)) is not None and action.action in _BUILT for each in _behind(scanned, index, end))


def _behind(scanned: Scanned, index: int, end: int) -> Sequence[Mention]:
    """Return the next words, without the time of the agreeing: "agreed in May to build"."""
    at = index + 1
    while at + 1 < end and (scanned.mentions[at].mask & PeriodExpr.bit or scanned.mentions[at + 1].mask & PeriodExpr.bit):
        at += 1
    return scanned.mentions[at : min(at + _NEXT, end)]


def _credit(about: Objects) -> bool:
    """Whether it is money that is dealt in."""
    return about.sectors() == (Sector.FINANCE,)


def _firms(scanned: Scanned, context: Context, start: int, end: int, verb: int) -> tuple[Party, ...]:
    """Return the companies that deal with each other, where they are of both countries and no third stands among them."""
    named = [each for each in actors(scanned, context, start, end) if isinstance(each.body, Organisation) and _acts(each, verb)]
    return tuple(dict.fromkeys(each.body for each in named if each.body is not None)) if {each.known for each in named} == HOME else ()


def _partnered(scanned: Scanned, context: Context, start: int, end: int, verb: int) -> bool:
    """Whether a verb of signing has no paper, but a partner right beside it: "A signed with B", «А подписался с Б», 甲与乙签约."""
    mentions = scanned.mentions
    if any(each.mask & m.AgreementNoun.bit for each in mentions) or (verb and mentions[verb - 1].mask & _MEANT):
        return False
    named = [each for each in actors(scanned, context, start, end) if isinstance(each.body, Organisation) and not each.modifier]
    behind = verb + 1 < end and role_of(mentions[verb + 1]) is Role.WITH
    before = any(each.role is Role.WITH and each.index < verb for each in named) and bool(mentions[verb - 1].mask & m.Body.bit)
    return (behind and any(each.role is Role.WITH and each.index > verb for each in named)) or before


def _acts(actor: Actor, verb: int) -> bool:
    if actor.possessor or actor.modifier or actor.role not in _NAMED:
        return False
    return actor.index < verb or actor.role is not None


def _pointed(scanned: Scanned, context: Context, start: int, verb: int) -> tuple[Party, ...]:
    """Return the companies that "the two companies" or "both sides" are."""
    near = scanned.mentions[start:verb]
    if any(is_cue(each, "agreement", "companies") for each in near):
        return both_firms(scanned, context)
    paired = any((pointer := each.get(m.Pointer)) is not None and pointer.to is Anaphor.PAIR for each in near)
    told = context.told.agreement
    fresh = scanned.sentence.paragraph - context.told.agreement_paragraph <= 1
    if not paired or told is None or not fresh or sum(isinstance(party, Organisation) for party in told.parties) != len(HOME):
        return ()
    return told.parties


def _told_what(about: Objects) -> bool:
    return bool(about.sectors() or about.goods or about.routes)

"""Who stands where a party stands: named by the document's own words, or subject of the verb that takes it."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark, Role
from sinorus.parsers.agreement.actor import LEADING, Actor, is_firm
from sinorus.parsers.agreement.clause import Clause
from sinorus.parsers.agreement.party import abroad, actors, beside, faces
from sinorus.parsers.agreement.presidents import headed_by, presided, presidents
from sinorus.parsers.agreement.sides_else import gapped, headed, pair_before, place_only
from sinorus.parsers.context import Context
from sinorus.parsers.marks import is_cue, mark_of, role_of
from sinorus.parsers.office import office
from sinorus.parsers.talk import HOME
from sinorus.records import AgreementStatus
from sinorus.scan.sentence import Scanned

_JOINTS = frozenset({Mark.AND, Mark.QUOTE})
_LISTED = _JOINTS | {Mark.COMMA}
_JOINED = 5
"""Room for the word that joins two names, or for "has" before a verb."""
_SIGNERS = m.Body.bit | m.Party.bit


def named_by_it(scanned: Scanned, context: Context, clause: Clause) -> list[Actor]:
    """Return the parties that the document's own words name: between, with, by, of; before it as owners or adjectives."""
    found: list[Actor] = []
    if (pair := pair_before(scanned, clause, context)) and clause.verb is not None:
        return pair
    for actor in actors(scanned, context, clause.index + 1, _reach(scanned, clause)):
        inside = _within_subject(scanned, clause, actor) or _ends_of_route(scanned, actor)
        if inside or _of_next(scanned, clause, actor) or _thing(scanned, clause, actor):
            continue
        behind = clause.passive and clause.verb is not None
        if (
            (actor.role in LEADING and not actor.modifier)
            or (actor.role is Role.OF and not actor.modifier and actor.index <= clause.index + 4)
            or _owns_it(scanned, clause, actor)
            or (
                actor.role is None
                and actor.body is not None
                and (clause.verb is None or _with_next(scanned, actor) or _paired(scanned, actor))
                and _follows(scanned, clause, actor, found)
            )
            or (
                behind
                and clause.verb is not None
                and (actor.role is None or headed_by(scanned, actor))
                and not actor.possessor
                and not actor.modifier
                and (_signing(scanned, clause, actor) or _agent(scanned, clause, actor))
            )
            or (behind and actor.index > (clause.verb or 0) and headed_by(scanned, actor))
        ):
            found.append(actor)
    for actor in actors(scanned, context, clause.phrase, clause.index):
        if (
            actor.possessor
            or (actor.modifier and len(actor.codes) > 1 and scanned.mentions[clause.index].start - actor.end <= 30)
            or (
                clause.index
                and actor.index >= clause.index - 2
                and actor.modifier
                and scanned.mentions[clause.index].start - actor.end <= 2
            )
        ):
            found.append(actor)
        elif _touches(scanned, clause, actor) and (pair := _of_both(scanned, clause, context, actor)):
            found += pair
    return found


def _touches(scanned: Scanned, clause: Clause, actor: Actor) -> bool:
    """Whether somebody stands right before a document with which nothing is done."""
    return clause.verb is None and actor.index == clause.index - 1 and scanned.mentions[clause.index].start - actor.end <= 1


def _of_both(scanned: Scanned, clause: Clause, context: Context, owner: Actor) -> list[Actor]:
    """Return the two that own a document behind them: 俄气与中石油的合同, 两国的合同."""
    if set(owner.codes) == HOME:
        return [owner]
    before = [each for each in actors(scanned, context, clause.phrase, owner.index) if each.body is not None]
    marks = scanned.mentions[before[-1].index + 1 : owner.index] if before else []
    near = len(marks) == 1 and owner.start - before[-1].end <= _JOINED
    joint = near and (mark_of(marks[0]) is Mark.AND or role_of(marks[0]) is Role.WITH)
    return [before[-1], owner] if joint and owner.body is not None else []


def _owns_it(scanned: Scanned, clause: Clause, actor: Actor) -> bool:
    """Whether a case makes the country, or the pair that it closes, the document's owner: "соглашение России и Китая"."""
    at = actor.index
    party = scanned.mentions[at].get(m.Party) if at < len(scanned.mentions) else None
    if actor.role is not None or not actor.codes or party is None or party.role is not Role.OF:
        return False
    while (
        at - 2 > clause.index
        and mark_of(scanned.mentions[at - 1]) in {Mark.AND, Mark.COMMA}
        and scanned.mentions[at - 2].mask & m.Party.bit
    ):
        at -= 2
    return at == clause.index + 1 and scanned.mentions[at].start - scanned.mentions[clause.index].end <= 1


def _thing(scanned: Scanned, clause: Clause, actor: Actor) -> bool:
    """Whether an unknown name right behind the document is what it is for, where one word is "by" and "for": «контракт на АЭС»."""
    opened = role_of(scanned.mentions[clause.index + 1]) is Role.BY
    return opened and actor.role is Role.BY and isinstance(actor.body, str) and actor.known is None


def _within_subject(scanned: Scanned, clause: Clause, actor: Actor) -> bool:
    """Whether the name belongs to what the document is about: "on linking the EAEU with the Belt"."""
    if actor.role is not Role.WITH:
        return False
    about = False
    for index in range(clause.index + 1, actor.index):
        mention = scanned.mentions[index]
        relation = mention.get(m.Relation)
        if relation is not None and relation.role is Role.AT:
            about = True
        elif (
            relation is not None
            and relation.role is Role.WITH
            and about
            and scanned.mentions[index - 1].mask & (m.Party.bit | m.Body.bit | m.Route.bit)
        ):
            return True
    return False


def _of_next(scanned: Scanned, clause: Clause, actor: Actor) -> bool:
    """Whether somebody who begins the next clause deals with the one named: "they signed a plan, and A with B a memorandum"."""
    mentions, at = scanned.mentions, actor.index - 2
    if actor.role is not Role.WITH or at <= clause.index + 1 or role_of(mentions[at + 1]) is not Role.WITH:
        return False
    comma = mark_of(mentions[at - 1]) in {Mark.COMMA, Mark.SEMICOLON}
    return comma and bool(mentions[at].mask & _SIGNERS) and clause.verb is not None and clause.verb < clause.index


def _signing(scanned: Scanned, clause: Clause, actor: Actor) -> bool:
    """Whether the name between document and verb is the verb's subject: "which A and B signed", "A and B are negotiating it"."""
    if clause.verb is None or actor.index >= clause.verb:
        return False
    opener = {Mark.RELATIVE, Mark.COLON, Mark.COMMA, Mark.DASH}
    relative = any(mark_of(scanned.mentions[at]) in opener for at in range(clause.index + 1, actor.index))
    between = scanned.mentions[actor.index + 1 : clause.verb]
    return relative or all(mark_of(each) in _JOINTS or each.mask & (m.Party.bit | m.Body.bit | m.Level.bit) for each in between)


def _with_next(scanned: Scanned, actor: Actor) -> bool:
    """Whether a "with" stands behind the name: the contract is its own, «контракт «А» с Б»."""
    after = next((each for each in scanned.mentions[actor.index + 1 : actor.index + 3] if mark_of(each) is not Mark.QUOTE), None)
    return after is not None and role_of(after) is Role.WITH


def _paired(scanned: Scanned, actor: Actor) -> bool:
    """Whether the company is one of two that an "and" joins: "the memorandum of «A» and B"."""
    for step in (1, -1):
        at = actor.index + step
        while 0 <= at < len(scanned.mentions) and mark_of(scanned.mentions[at]) is Mark.QUOTE:
            at += step
        if not 0 <= at < len(scanned.mentions) or mark_of(scanned.mentions[at]) is not Mark.AND:
            continue
        other = next((each for each in scanned.mentions[at + 1 : at + 3] if mark_of(each) is not Mark.QUOTE), None)
        if step < 0:
            other = next((each for each in reversed(scanned.mentions[max(at - 2, 0) : at]) if mark_of(each) is not Mark.QUOTE), None)
        if other is not None and other.mask & m.Body.bit:
            return True
    return False


def _follows(scanned: Scanned, clause: Clause, actor: Actor, found: list[Actor]) -> bool:
    """Whether a company stands right behind the document, or right behind another that does: "the memorandum «A» and B"."""
    start = found[-1].index if found else clause.index
    behind = scanned.mentions[start + 1 : actor.index]
    between = [mark_of(each) for each in behind if mark_of(each) is not Mark.QUOTE and not is_cue(each, "agreement", "obliges")]
    return between == [Mark.AND] if found else not between and actor.index > start


def _agent(scanned: Scanned, clause: Clause, actor: Actor) -> bool:
    """Whether a company stands right behind a passive verb, where a case says by whom, or is joined to one that does."""
    if clause.verb is None or actor.body is None or clause.verb < clause.index:
        return False
    between = scanned.mentions[clause.verb + 1 : actor.index]
    return actor.index > clause.verb and all(
        each.mask & _SIGNERS or office(each) or is_firm(each) or mark_of(each) in _LISTED for each in between
    )


def _ends_of_route(scanned: Scanned, actor: Actor) -> bool:
    """Whether "between" parts the ends of a corridor, not the parties: "a pipeline between A and B"."""
    if actor.role is not Role.BETWEEN or actor.body is not None:
        return False
    for index in range(actor.index - 1, 0, -1):
        if role_of(scanned.mentions[index]) is Role.BETWEEN:
            return bool(scanned.mentions[index - 1].mask & (m.CorridorNoun.bit | m.Route.bit))
    return False


def _reach(scanned: Scanned, clause: Clause) -> int:
    """Return where the document's own phrase ends: before a relative clause that does not hold its verb, or its rank among others."""
    for index in range(clause.index + 1, clause.end):
        if is_cue(scanned.mentions[index], "agreement", "such"):
            return index
        if mark_of(scanned.mentions[index]) is Mark.RELATIVE and not (clause.passive and clause.verb is not None and clause.verb > index):
            return index
    return clause.end


def subjects_of(scanned: Scanned, context: Context, clause: Clause) -> list[Actor]:
    """Return who signs, where the verb stands before the document, or who stands at the head of the clause with a partner to come."""
    if clause.verb is None:
        return gapped(scanned, context, clause) if headed(scanned, context) else []
    stop = min(clause.verb, clause.index)
    if clause.listed:
        own = gapped(scanned, context, clause)
        if len([actor for actor in own if actor.body is not None]) > 1 or any(actor.role is Role.WITH for actor in own):
            return own
    aside = _aside(scanned, clause.start, stop)
    found = [
        actor
        for actor in actors(scanned, context, clause.start, stop)
        if (
            actor.role in {None, Role.BETWEEN, Role.WITH}
            or _acting(clause, actor)
            or _has(clause, actor)
            or presided(scanned, actor)
            or presidents(scanned, actor)
            or headed_by(scanned, actor)
        )
        and not actor.possessor
        and not actor.modifier
        and not place_only(scanned, actor)
        and actor.index not in aside
    ]
    facing = [actor for actor in found if actor.role is Role.WITH and clause.phrase <= actor.index < clause.index]
    if clause.passive and clause.verb is not None and not (facing and found[0] not in facing):  # 与中方就议定书磋商
        if any(actor.role in {Role.BY, Role.BETWEEN} for actor in actors(scanned, context, clause.verb, clause.end)):
            return []
        if not found or found[0].body is None:
            return []
        return [found[0], *(actor for actor in found[1:] if actor.role is Role.WITH and actor.body is not None)]
    if not clause.passive and not clause.listed:
        found += [
            actor
            for actor in actors(scanned, context, clause.verb + 1, clause.index)
            if (actor.role in LEADING or _receives(clause, actor)) and not actor.modifier
        ]
    bodies = [actor for actor in found if actor.body is not None]
    if len(bodies) == 1:
        bodies += [
            actor
            for actor in found
            if actor.body is None and (beside(actor, bodies[0]) or abroad(actor, bodies[0]) or faces(actor, bodies[0]))
        ]  # a ministry and a company
    return [*_regions(found, bodies), *bodies] or found


def _aside(scanned: Scanned, start: int, stop: int) -> range:
    """Return where a company's owners and trades are told between commas: "A, owned by B and part-owner of C, has signed …"."""
    mentions = scanned.mentions
    opens = start + 1
    if opens >= stop or not mentions[start].mask & m.Body.bit or mark_of(mentions[opens]) is not Mark.COMMA:
        return range(0)
    if opens + 1 >= stop or (mentions[opens + 1].mask & _SIGNERS and mentions[opens + 1].start - mentions[opens].end <= 1):
        return range(0)  # "A, B and C, both of Harbin, signed …"
    closes = max((at for at in range(opens + 1, stop) if mark_of(mentions[at]) is Mark.COMMA), default=opens)
    behind = mentions[closes + 1] if closes + 1 < len(mentions) else None
    if behind is None or not behind.mask & (m.Speech.bit | m.AgreementVerb.bit):
        return range(0)
    return range(opens, closes + 1) if behind.start - mentions[closes].end <= _JOINED else range(0)


def _receives(clause: Clause, actor: Actor) -> bool:
    """Whether a company stands right behind the verb that gives it a document: "it awarded A a contract"."""
    return actor.body is not None and actor.role is None and actor.index == clause.verb_next


def _regions(found: list[Actor], bodies: list[Actor]) -> list[Actor]:
    """Return the region or state that deals with one company of the other country: "Jilin signed with Such-and-such of Russia"."""
    partner = bodies[0] if len(bodies) == 1 and bodies[0].role is Role.WITH else None
    if partner is None or partner.known not in HOME:
        return []
    return [actor for actor in found if actor.role is None and set(actor.codes) == HOME - {partner.known} and actor.index < partner.index]


def _acting(clause: Clause, actor: Actor) -> bool:
    """Whether a company before an active verb stands behind a preposition of its own place: "at the fair A and B signed"."""
    return actor.role is Role.BY and actor.body is not None and not clause.passive


def _has(clause: Clause, actor: Actor) -> bool:
    """Whether a company has a document that is valid: «у «А» действует контракт с Б»."""
    return actor.role is Role.AT and actor.body is not None and clause.status is AgreementStatus.IN_FORCE

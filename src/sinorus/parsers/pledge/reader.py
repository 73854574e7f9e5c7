"""Pledges: somebody who speaks for China or Russia says what they will do for the relations of the two.

A word of intent asks for its actor (who acts before it) and for what follows it: actions, each with the fields and goods it
governs. Views of analysts, wishes, denials, figures of trade (targets of a flow) and plans with third countries are none.
"""

from collections.abc import Iterator

from sinorus import world
from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Mark, Role, Use
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.context import Context
from sinorus.parsers.marks import mark_of, role_of
from sinorus.parsers.office import pair_of
from sinorus.parsers.parsed import Dropped, Parsed
from sinorus.parsers.pledge.actor import actor, concern, denied, signed, wished
from sinorus.parsers.pledge.part import Part, before, fronted, part_of, parts, pointed, points_back, reach, settled_elsewhere, topic
from sinorus.parsers.sector import OBJECT, objects
from sinorus.parsers.subject import Subject, close
from sinorus.parsers.talk import HOME, is_item
from sinorus.records import AgreementKind, Evidence, Pledge, PledgeAction, Sector
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned
from sinorus.values import Period
from sinorus.world import Country

_EMPTY = Parsed()
_CLOSE = 28
_LEADING = m.Punctuation.bit | m.Relation.bit
"""What may stand before the verb of an item: a dash, "to"."""
_HEADLINE = m.Intent(weak=True)
"""The infinitive of headlines: "China and Russia to expand trade"."""
_HAS_OBJECT = OBJECT | m.Head.bit
_NO_ACTOR = "nobody who speaks for a country acts here"
_NO_OBJECT = "no sector, good or route named"


def pledges(scanned: Scanned, context: Context) -> Parsed:
    """Return the pledges of a sentence."""
    mask = scanned.mask
    if not mask & (_HAS_OBJECT | m.Pointer.bit) or not (mask & m.Intent.bit or context.talk.listing or _headline(scanned)):
        return _EMPTY
    if mask & m.Opinion.bit:
        span = scanned.sentence.span
        return Parsed(dropped=(Dropped(span.start, span.end, "the view of analysts is no pledge"),))
    if context.talk.listing and (record := _item(scanned, context)) is not None:
        return Parsed((record,))
    records: list[Pledge] = []
    dropped: list[Dropped] = []
    for target, ceiling in _targets(scanned):
        outcome = _pledge(scanned, context, target, ceiling, records)
        if isinstance(outcome, str):
            dropped.append(Dropped(scanned.mentions[target].start, scanned.mentions[target].end, outcome))
        else:
            records += outcome
    return Parsed(tuple(records), tuple(dropped))


def _targets(scanned: Scanned) -> Iterator[tuple[int, int]]:
    """Yield the words of intent: index, and where the next one begins."""
    mentions = scanned.mentions
    places = [
        index
        for index, mention in enumerate(mentions)
        if mention.mask & m.Intent.bit and not _intended(mentions, index) and not _titled(scanned, mention)
    ]
    headline = _headline(scanned)
    if headline:
        places = sorted({headline, *places})
    if places:
        places = sorted(
            {*places, *(index for index, _ in scanned.between(m.Action, places[0] + 1, len(mentions)) if _resumes(mentions, index))}
        )
    yield from zip(places, [*places[1:], len(mentions)], strict=False)


def _titled(scanned: Scanned, mention: Mention) -> bool:
    """Whether a noun is the name of a document, with its capital: "the Plan for economic cooperation until 2030"."""
    if not mention.mask & m.AgreementNoun.bit or mention.start == scanned.sentence.span.start:
        return False
    return scanned.text[mention.start].isupper()


def _intended(mentions: tuple[Mention, ...], index: int) -> bool:
    """Whether a word that may pledge by itself only tells what is pledged: "promised to support"."""
    before, word = mentions[index - 1] if index else None, mentions[index]
    return before is not None and before.mask & m.Intent.bit != 0 and word.mask & m.Action.bit != 0 and word.start - before.end <= 1


def _headline(scanned: Scanned) -> int:
    """Return the index of the "to" of a headline's infinitive: right behind the countries that open it; 0 where there is none."""
    mentions = scanned.mentions if scanned.mask & m.Action.bit else ()
    for index in range(1, min(len(mentions) - 1, 5)):
        mention = mentions[index]
        if mention.mask & m.Relation.bit and role_of(mention) is Role.TO:
            opens = all(each.mask & (m.Party.bit | m.Punctuation.bit) for each in mentions[:index])
            follows = mentions[index + 1].mask & m.Action.bit and mentions[index + 1].start - mentions[index - 1].end <= 4
            return index if opens and follows and mentions[0].start == scanned.sentence.span.start else 0
    return 0


def _resumes(mentions: tuple[Mention, ...], index: int) -> bool:
    """Whether a clause without a subject goes on with what shall be done: "they will expand trade; build a bridge; ease …"."""
    action = mentions[index].get(m.Action)
    return action is not None and action.use is Use.VERB and _opens(mentions, index)


def _opens(mentions: tuple[Mention, ...], index: int) -> bool:
    """Whether the word opens what follows a semicolon."""
    at = index - 1
    while at > 0 and (mark_of(mentions[at]) is Mark.AND or role_of(mentions[at]) is Role.TO):
        at -= 1
    return at >= 0 and mark_of(mentions[at]) is Mark.SEMICOLON


def _resumed(scanned: Scanned, target: int, told: list[Pledge]) -> Subject | None:
    """Return who pledged in the clauses before, where this one goes on with it."""
    if not told or not _opens(scanned.mentions, target):
        return None
    start = scanned.mentions[target].start
    return Subject(tuple(actor.code for actor in told[-1].actors), start, start, carried=True)


def _pledge(scanned: Scanned, context: Context, target: int, ceiling: int, told: list[Pledge]) -> tuple[Pledge, ...] | str:
    """Return the pledges that hang on one word of intent, or the reason why there are none; those `told` stand before it."""
    mentions = scanned.mentions
    intent = mentions[target].get(m.Intent) or _HEADLINE
    if denied(mentions, target):
        return "denied"
    if signed(mentions, target):
        return "the title of an agreement"
    acting = _resumed(scanned, target, told) or actor(scanned, context, target, intent)
    if acting is None:
        return _passive(scanned, context, target) if intent.use is Use.MODIFIER else _NO_ACTOR
    if intent.weak and not (close(scanned, acting, target) or _reported(mentions, target)):
        return "no actor right before the word"
    if intent.reported and not _told(mentions, target):
        return "a mere possibility"
    if wished(mentions, acting):
        return "a wish"
    written = acting.carried and (_of_agreement(scanned, context, target, intent) or _on_paper(mentions, target, intent))
    if written or _obliged(scanned, context, target):
        return "the aim or the terms of an agreement"
    reason = concern(scanned, context, acting)
    if reason is not None:
        return reason
    end = reach(mentions, target, ceiling)
    found = parts(scanned, context, target, end, intent)
    back = points_back(mentions[target:end])
    if not found and (intent.after or back):
        found = before(mentions, acting.start) or (before(mentions, mentions[target].start) if back else [])
    found = found or fronted(mentions, acting.start, mentions[target:end]) or pointed(scanned, context, target, end)
    found = [part for each in found if (part := settled_elsewhere(each, scanned, context)) is not None]
    if acting.carried and intent.use is Use.NOUN:
        found = [part for part in found if part.found.fields or part.found.goods]
    if not found:
        return _NO_OBJECT
    about = topic(mentions)
    return tuple(
        _record(
            scanned, context, part.codes or acting.codes, part, mentions[part.start - 1].start if part.codes else acting.start, about=about
        )
        for part in found
    )


def _of_agreement(scanned: Scanned, context: Context, target: int, intent: m.Intent) -> bool:
    """Whether a pronoun points to a document just told of, or to a thing that is to be used: "Its aim is to …", "It will be used to …"."""
    told = context.told
    before = scanned.mentions[target - 1].get(m.Pointer) if target else None
    if before is None or before.to is not Anaphor.THIS:
        return False
    if intent.use is Use.MODIFIER:
        return True
    return intent.use is Use.NOUN and told.agreement is not None and told.agreement_paragraph == scanned.sentence.paragraph


def _on_paper(mentions: tuple[Mention, ...], target: int, intent: m.Intent) -> bool:
    """Whether a document that opens the sentence has the intention: "the memorandum between A and B records an intention to …"."""
    if intent.use is not Use.NOUN or not target or not mentions[0].mask & m.AgreementNoun.bit:
        return False
    return not any(each.mask & (m.Speech.bit | m.Intent.bit) for each in mentions[1:target])


def _obliged(scanned: Scanned, context: Context, target: int) -> bool:
    """Whether the sentence tells what the contract before obliges: "will supply", where a contract has just been told of."""
    told = context.told
    if told.agreement is None or told.agreement.kind is not AgreementKind.CONTRACT:
        return False
    return told.agreement_paragraph == scanned.sentence.paragraph and bool(scanned.mentions[target].mask & m.Action.bit)


def _reported(mentions: tuple[Mention, ...], target: int) -> bool:
    """Whether a word of speech stands right before it, so that who says it acts: "the statement reads: shall be widened"."""
    at = target - 1
    while at > 0 and mark_of(mentions[at]) in {Mark.COMMA, Mark.COLON}:
        at -= 1
    return at > 0 and mentions[at].mask & m.Speech.bit != 0 and mentions[target].start - mentions[at].end <= 1


def _told(mentions: tuple[Mention, ...], target: int) -> bool:
    """Whether a word of speech or intent stands before: "they said they would …"."""
    return any(mention.mask & (m.Speech.bit | m.Intent.bit) for mention in mentions[:target])


def _passive(scanned: Scanned, context: Context, target: int) -> tuple[Pledge, ...] | str:
    """Return the pledge of a sentence without an actor ("tourism will be widened") that follows one with an actor."""
    mentions, talk = scanned.mentions, context.talk
    if not talk.pledged or scanned.sentence.paragraph - talk.paragraph > 1 or not talk.actors:
        return _NO_ACTOR
    action = next((found for mention in mentions[target + 1 : target + 3] if (found := mention.get(m.Action)) is not None), None)
    if action is None or mentions[target + 1].start - mentions[target].end > _CLOSE:
        return "no action"
    part = part_of(mentions, 0, target, action.action, acts=True)
    return (_record(scanned, context, talk.actors, part, mentions[0].start),) if part is not None else _NO_OBJECT


def _item(scanned: Scanned, context: Context) -> Pledge | None:
    """Return the pledge of an item in a list of intentions: it opens with what is to be done, or with its field and a colon."""
    mentions = scanned.mentions
    actors = context.talk.actors or pair_of(context)
    if not HOME & set(actors):
        return None
    start, action, about = 0, PledgeAction.EXPAND, topic(mentions)
    if about:
        if scanned.mask & m.Intent.bit:
            return None
        start = next(index for index, mention in enumerate(mentions) if mark_of(mention) is Mark.COLON) + 1
        words = [word.action for mention in mentions[start:] if (word := mention.get(m.Action)) is not None]
        action = words[0] if words else action
    elif not is_item(scanned):
        return None
    else:
        first = next((index for index, mention in enumerate(mentions[:3]) if not mention.mask & _LEADING), 0)
        word = mentions[first].get(m.Action)
        if word is None or (first == 0 and mentions[0].start - scanned.sentence.span.start > 3):
            return None
        start, action = first + 1, word.action
    end = next((index for index in range(start + 1, len(mentions)) if _ends(mentions, start, index)), len(mentions))
    part = part_of(mentions, start, end, action, acts=True)
    if part is None and about:
        part = part_of(mentions, 0, end, action, acts=True)
    return _record(scanned, context, actors, part, mentions[0].start, about=about) if part is not None else None


def _ends(mentions: tuple[Mention, ...], start: int, index: int) -> bool:
    """Whether an item has said enough at this comma, so that the rest only explains."""
    if mark_of(mentions[index]) is not Mark.COMMA:
        return False
    following = mentions[index + 1] if index + 1 < len(mentions) else None
    listed = following is not None and following.mask & OBJECT
    return not listed and bool(objects(mentions, start, index).sectors())


def _record(
    scanned: Scanned, context: Context, codes: tuple[str, ...], part: Part, start: int, *, about: tuple[Sector, ...] = ()
) -> Pledge:
    """Return the record of one action; the topic of the sentence goes first and stands in for broad words."""
    mentions, found = scanned.mentions, part.found
    end = max(found.end, mentions[max(part.start - 1, 0)].end)
    low = min(start, mentions[min(part.start, len(mentions) - 1)].start)
    narrow = found.sectors() if found.fields or found.goods else ()
    return Pledge(
        actors=tuple(Country(code=code) for code in sorted(_pledging(codes))),
        action=part.action,
        sectors=tuple(dict.fromkeys((*about, *narrow))) or found.sectors(),
        commodity=world.commodity(found.goods[0]) if found.goods else None,
        corridor=found.corridor(),
        horizon=_horizon(scanned, context),
        evidence=(Evidence.of(scanned.text, low, max(end, low + 1)),),
    )


def _pledging(codes: tuple[str, ...]) -> frozenset[str]:
    """Return who pledges: of several countries the two of the contract, and the others only where both stand among them."""
    return frozenset(codes) if set(codes) >= HOME else HOME & set(codes)


def _horizon(scanned: Scanned, context: Context) -> Period | None:
    """Return the period by which it shall be done."""
    if scanned.mask & PeriodExpr.bit:
        for mention in scanned.mentions:
            expr = mention.get(PeriodExpr)
            if expr is not None and expr.looks_ahead:
                return context.anchor(expr, context.period)
    return context.talk.horizon if context.talk.listing else None

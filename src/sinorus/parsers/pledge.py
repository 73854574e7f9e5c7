"""Pledges: somebody who speaks for China or Russia says what they will do for the relations of the two.

A word of intent asks for its actor (who acts before it) and for what follows it: actions, each with the fields and goods it
governs. Views of analysts, wishes, denials, figures of trade (targets of a flow) and plans with third countries are none.
"""

from collections.abc import Iterator

from attrs import frozen

from sinorus import world
from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Mark, Role, Use
from sinorus.languages.period_expr import PeriodExpr, PeriodRelation
from sinorus.parsers.context import Context
from sinorus.parsers.parsed import Dropped, Parsed
from sinorus.parsers.sector import Objects, objects
from sinorus.parsers.subject import Subject, close, codes_of, governor, pair_of, subject
from sinorus.parsers.talk import HOME
from sinorus.records import Evidence, Pledge, PledgeAction, Record, Sector
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned
from sinorus.values import Period
from sinorus.world import Country

_OBJECT = m.Field.bit | m.Goods.bit | m.Route.bit | m.CorridorNoun.bit | m.Currency.bit
_EMPTY = Parsed()
_DENIAL = 28
_AHEAD = frozenset({PeriodRelation.BY, PeriodRelation.UNTIL})


@frozen
class Part:
    """One action with what it governs: mentions from index `start` to before `end`; `codes` where another actor takes over."""

    action: PledgeAction
    found: Objects
    start: int
    end: int
    codes: tuple[str, ...] = ()


def pledges(scanned: Scanned, context: Context) -> Parsed:
    """Return the pledges of a sentence."""
    listing = context.talk.listing and scanned.sentence.kind == "item"
    if not listing and not (scanned.mask & m.Intent.bit and scanned.mask & (_OBJECT | m.Action.bit)):
        return _EMPTY
    if not scanned.mask & _OBJECT:
        return _EMPTY
    if scanned.mask & m.Opinion.bit:
        return Parsed(dropped=(_drop(scanned, "the view of analysts is no pledge"),))
    records: list[Record] = []
    dropped: list[Dropped] = []
    if listing:
        records += _item(scanned, context)
    for target, ceiling in _targets(scanned.mentions):
        if listing and records:
            break
        outcome = _pledge(scanned, context, target, ceiling)
        if isinstance(outcome, str):
            dropped.append(Dropped(scanned.mentions[target].start, scanned.mentions[target].end, outcome))
        else:
            records += outcome
    return Parsed(tuple(records), tuple(dropped))


def _drop(scanned: Scanned, reason: str) -> Dropped:
    span = scanned.sentence.span
    return Dropped(span.start, span.end, reason)


def _targets(mentions: tuple[Mention, ...]) -> Iterator[tuple[int, int]]:
    """Yield the words of intent: index, and where the next one begins."""
    places = [index for index, mention in enumerate(mentions) if mention.mask & m.Intent.bit]
    yield from zip(places, [*places[1:], len(mentions)], strict=False)


def _pledge(scanned: Scanned, context: Context, target: int, ceiling: int) -> tuple[Record, ...] | str:
    """Return the pledges that hang on one word of intent, or the reason why there are none."""
    mentions = scanned.mentions
    intent = mentions[target].get(m.Intent)
    assert intent is not None
    if _denied(mentions, target):
        return "denied"
    acting = _actor(scanned, context, target, intent)
    if acting is None:
        return _passive(scanned, context, target) if intent.use is Use.MODIFIER else "nobody who speaks for a country acts here"
    if intent.weak and not close(scanned, acting, target):
        return "no actor right before the word"
    reason = _concern(scanned, context, acting)
    if reason is not None:
        return reason
    end = _reach(mentions, target, ceiling)
    parts = _parts(scanned, context, target, end, intent)
    if not parts and (intent.after or _points_back(mentions[target:end])):
        parts = _before(mentions, acting.start)
    if acting.carried and intent.use is Use.NOUN:
        parts = [part for part in parts if part.found.fields or part.found.goods]
    if not parts:
        return "no sector, good or route named"
    return tuple(
        _record(scanned, context, part.codes or acting.codes, part, mentions[part.start - 1].start if part.codes else acting.start)
        for part in parts
    )


def _denied(mentions: tuple[Mention, ...], target: int) -> bool:
    """Whether a negation stands shortly before the word of intent or right behind it."""
    word = mentions[target]
    if word.mask & m.Negation.bit:
        return True
    for mention in mentions[max(0, target - 4) : target + 2]:
        if mention.mask & m.Negation.bit and (-3 <= mention.start - word.end <= 2 or 0 <= word.start - mention.end <= _DENIAL):
            return True
    return False


def _actor(scanned: Scanned, context: Context, target: int, intent: m.Intent) -> Subject | None:
    """Return who pledges: the subject before the word, who is quoted, or for a noun (a push, a plan) who acted last."""
    acting = subject(scanned, context, target, 0) or _quoted(scanned, context, target)
    if acting is not None or intent.use is not Use.NOUN:
        return acting
    talk = context.talk
    start = scanned.mentions[target].start
    behind = _pair_behind(scanned, context, target)
    if behind is not None:
        return behind
    if talk.actors:
        return Subject(talk.actors, start, start, carried=True)
    pair = pair_of(context)
    return Subject(pair, start, start, carried=True) if pair and context.mentioned >= HOME else None


def _pair_behind(scanned: Scanned, context: Context, target: int) -> Subject | None:
    """Return the countries "between" which a consensus or plan is told to be."""
    mentions = scanned.mentions
    for index in range(target + 1, min(target + 6, len(mentions))):
        codes = codes_of(mentions[index], context)
        if codes and governor(mentions, index) in {Role.BETWEEN, Role.BY, Role.OF}:
            last = index
            while last + 2 < len(mentions) and mentions[last + 1].mask & m.Punctuation.bit and codes_of(mentions[last + 2], context):
                last += 2
                codes += tuple(code for code in codes_of(mentions[last], context) if code not in codes)
            return Subject(codes, mentions[target].start, mentions[last].end)
    return None


def _quoted(scanned: Scanned, context: Context, target: int) -> Subject | None:
    """Return who is named after a quotation as having said it."""
    mentions = scanned.mentions
    quotes = [index for index, mention in enumerate(mentions) if _mark(mention) is Mark.QUOTE]
    after = [index for index in quotes if index > target]
    if not after or len(quotes) - len(after) == 0:
        return None
    for index in range(after[0] + 1, len(mentions)):
        if mentions[index].mask & m.Speech.bit:
            found = subject(scanned, context, index, after[0] + 1)
            start = mentions[target].start
            return Subject(found.codes, start, start, carried=True) if found is not None else None
    return None


def _mark(mention: Mention) -> Mark | None:
    punctuation = mention.get(m.Punctuation)
    return punctuation.mark if punctuation is not None else None


def _concern(scanned: Scanned, context: Context, acting: Subject) -> str | None:
    """Return why a pledge of these actors is not about China and Russia, or None where it is."""
    actors = HOME & set(acting.codes)
    if not actors:
        return "the actor is neither China nor Russia"
    if actors == HOME:
        return None
    named: set[str] = set()
    pair = False
    for mention in scanned.mentions:
        if mention.mask & (m.Party.bit | m.Pointer.bit | m.Body.bit):
            party, body, pointer = mention.get(m.Party), mention.get(m.Body), mention.get(m.Pointer)
            named.update(party.codes if party is not None else (body.country or "",) if body is not None else ())
            pair = pair or (pointer is not None and pointer.to in {Anaphor.PAIR, Anaphor.PARTNER})
    if named >= HOME or (pair and context.mentioned >= HOME):
        return None
    if named - HOME - {""}:
        return "a pledge towards a third country"
    if named | context.talk.named() >= HOME:
        return None
    return "the other country is not spoken of"


def _reach(mentions: tuple[Mention, ...], target: int, ceiling: int) -> int:
    """Return the index at which what is pledged ends: at a quotation's end, another clause, a word of speech, a new intent."""
    inside = sum(_mark(mention) is Mark.QUOTE for mention in mentions[:target]) % 2 == 1
    for index in range(target + 1, ceiling):
        mention = mentions[index]
        mark = _mark(mention)
        if mark is None:
            if mention.mask & m.Speech.bit and not mention.mask & _OBJECT:
                return index
        elif (
            mark in {Mark.SEMICOLON, Mark.RELATIVE}
            or (mark is Mark.QUOTE and inside)
            or (mark is Mark.CONTRAST and not mention.mask & m.Relation.bit)
        ):
            return index
    return ceiling


def _parts(scanned: Scanned, context: Context, target: int, end: int, intent: m.Intent) -> list[Part]:
    """Return the actions within the reach of a word of intent, with what each governs."""
    mentions = scanned.mentions
    own = mentions[target].get(m.Action)
    action, acts = (own.action, True) if own is not None else (PledgeAction.EXPAND, False)
    found: list[Part] = []
    start = target + 1
    codes: tuple[str, ...] = ()
    for index in range(target + 1, end + 1):
        word = mentions[index].get(m.Action) if index < end else None
        if index < end and (word is None or word.use is Use.MODIFIER or not _governs(mentions, index)):
            continue
        part = _part(mentions, start, index, action, acts=acts, codes=codes)
        if part is not None and not (intent.agreed and part.action is PledgeAction.BUILD):
            found.append(part)
        if word is not None:
            action, acts, start = word.action, True, index + 1 if not mentions[index].mask & m.Field.bit else index
            codes = _taken_over(mentions, index, context) or codes
    return found


def _taken_over(mentions: tuple[Mention, ...], index: int, context: Context) -> tuple[str, ...]:
    """Return the country that stands as a new subject right before a word of action ("…, Russia adopts …")."""
    if index < 2 or mentions[index].start - mentions[index - 1].end > 2 or _mark(mentions[index - 2]) not in {Mark.COMMA, Mark.AND}:
        return ()
    party = mentions[index - 1].get(m.Party)
    if party is not None and party.use is not Use.NOUN:
        return ()
    return tuple(code for code in codes_of(mentions[index - 1], context) if code in HOME)


def _governs(mentions: tuple[Mention, ...], index: int) -> bool:
    """Whether a word of action stands as a verb here, not as a noun behind an article or a field behind another."""
    return not (index and mentions[index - 1].mask & m.Field.bit and mentions[index].mask & m.Field.bit)


def _part(
    mentions: tuple[Mention, ...], start: int, end: int, action: PledgeAction, *, acts: bool, codes: tuple[str, ...] = ()
) -> Part | None:
    """Return an action with its objects, or None where it has none, or names a target of trade.

    Broad words (ties, cooperation) count only where something is to be done with them: `acts`, or "closer ties".
    """
    found = objects(mentions, start, end)
    if not found.sectors():
        return None
    if not (found.fields or found.goods or acts or any(mention.mask & m.Action.bit for mention in mentions[start:end])):
        return None
    if action not in {PledgeAction.BUILD, PledgeAction.INVEST} and _measured(mentions[start:end]):
        return None
    if found.fields and found.fields[0] is Sector.INVESTMENT and len(found.fields) > 1 and _in(mentions, start, end):
        found.fields = [sector for sector in found.fields if sector is not Sector.INVESTMENT]
        action = PledgeAction.INVEST
    return Part(action, found, start, end, codes)


def _in(mentions: tuple[Mention, ...], start: int, end: int) -> bool:
    """Whether the first field is followed by "in": investment in what comes next."""
    for index in range(start, end - 1):
        if mentions[index].mask & m.Field.bit:
            relation = mentions[index + 1].get(m.Relation)
            return relation is not None and relation.role is Role.IN
    return False


def _measured(mentions: tuple[Mention, ...]) -> bool:
    """Whether a figure of trade stands there: then the pledge is the target of a flow."""
    if any(mention.mask & (m.Currency.bit | m.SettlementWord.bit) for mention in mentions):
        return False
    return any((figure := mention.get(m.Figure)) is not None and figure.quantity.unit != "1" for mention in mentions)


def _points_back(mentions: tuple[Mention, ...]) -> bool:
    """Whether what is pledged is told by a pointer alone ("step up work in this field")."""
    return any((pointer := mention.get(m.Pointer)) is not None and pointer.to is Anaphor.THIS for mention in mentions)


def _before(mentions: tuple[Mention, ...], limit: int) -> list[Part]:
    """Return what stands before the actor ("…, the premier urged"): mentions that end before the offset `limit`."""
    end = sum(mention.end <= limit for mention in mentions)
    words = [action.action for mention in mentions[:end] if (action := mention.get(m.Action)) is not None]
    part = _part(mentions, 0, end, words[0] if words else PledgeAction.EXPAND, acts=True)
    return [part] if part is not None else []


def _passive(scanned: Scanned, context: Context, target: int) -> tuple[Record, ...] | str:
    """Return the pledge of a sentence without an actor ("cooperation will be raised") that follows one with an actor."""
    mentions, talk = scanned.mentions, context.talk
    if not talk.pledged or scanned.sentence.paragraph - talk.paragraph > 1 or not talk.actors:
        return "nobody who speaks for a country acts here"
    action = next((found for mention in mentions[target + 1 : target + 3] if (found := mention.get(m.Action)) is not None), None)
    if action is None or mentions[target + 1].start - mentions[target].end > _DENIAL:
        return "no action"
    part = _part(mentions, 0, target, action.action, acts=True)
    return (_record(scanned, context, talk.actors, part, mentions[0].start),) if part is not None else "no sector, good or route named"


def _item(scanned: Scanned, context: Context) -> list[Record]:
    """Return the pledge of an item in a list of intentions: it opens with what is to be done."""
    mentions = scanned.mentions
    if not mentions or mentions[0].get(m.Action) is None or mentions[0].start - scanned.sentence.span.start > 3:
        return []
    actors = context.talk.actors or pair_of(context)
    first = mentions[0].get(m.Action)
    assert first is not None
    end = next(
        (index for index in range(1, len(mentions)) if _mark(mentions[index]) is Mark.COMMA and _complete(mentions, index)), len(mentions)
    )
    part = _part(mentions, 1, end, first.action, acts=True)
    return [_record(scanned, context, actors, part, mentions[0].start)] if part is not None and HOME & set(actors) else []


def _complete(mentions: tuple[Mention, ...], comma: int) -> bool:
    """Whether what stands before the comma says enough, so that the rest of the item only explains."""
    return bool(objects(mentions, 1, comma).sectors())


def _record(scanned: Scanned, context: Context, codes: tuple[str, ...], part: Part, start: int) -> Pledge:
    mentions = scanned.mentions
    found = part.found
    end = max(found.end, mentions[max(part.start - 1, 0)].end)
    low = min(start, mentions[min(part.start, len(mentions) - 1)].start)
    return Pledge(
        actors=tuple(Country(code=code) for code in sorted(HOME & set(codes))),
        action=part.action,
        sectors=found.sectors(),
        commodity=world.commodity(found.goods[0]) if found.goods else None,
        corridor=world.corridor(found.routes[0]) if found.routes else None,
        horizon=_horizon(scanned, context),
        evidence=(Evidence.of(scanned.text, low, max(end, low + 1)),),
    )


def _horizon(scanned: Scanned, context: Context) -> Period | None:
    """Return the period by which it shall be done."""
    for mention in scanned.mentions:
        expr = mention.get(PeriodExpr)
        if expr is not None and expr.relation in _AHEAD:
            return context.anchor(expr, context.period)
    return context.talk.horizon if context.talk.listing else None

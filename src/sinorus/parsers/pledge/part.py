"""What is pledged: the actions within the reach of a word of intent, each with the fields, goods and routes it governs."""

from attrs import frozen

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Mark, Role, Use
from sinorus.parsers.agreement.build import named_thing
from sinorus.parsers.context import Context
from sinorus.parsers.marks import is_cue, mark_of, parts_clauses, role_of
from sinorus.parsers.office import codes_of, office, speaker
from sinorus.parsers.sector import OBJECT, Objects, objects, of_kind
from sinorus.parsers.talk import HOME
from sinorus.records import CorridorKind, PledgeAction, Sector
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned
from sinorus.values.evolve import evolve

_NEXT = 10
_HEADING = m.Relation.bit | m.OtherMeasure.bit | m.Punctuation.bit | m.Field.bit | m.Route.bit
_SHORT = 6
"""Mentions in the field that heads a sentence, its comma among them."""
_FRESH = 120
"""Characters after a statement on currencies in which "this share" is theirs: about a sentence."""


@frozen
class Part:
    """One action with what it governs: mentions from index `start` to before `end`; `codes` where another actor takes over."""

    action: PledgeAction
    found: Objects
    start: int
    end: int
    codes: tuple[str, ...] = ()


def reach(mentions: tuple[Mention, ...], target: int, ceiling: int) -> int:
    """Return the index at which what is pledged ends.

    That is a quotation's end, another clause, a word of speech, a new intent, or a colon before a figure of trade.
    """
    ceiling = _verb_ends(mentions, target, ceiling)
    inside = sum(mark_of(mention) is Mark.QUOTE for mention in mentions[:target]) % 2 == 1
    for index in range(target + 1, ceiling):
        mention = mentions[index]
        mark = mark_of(mention)
        speaks = mark is None and mention.mask & m.Speech.bit and not mention.mask & OBJECT and not _aside(mentions, index)
        apart = mark is Mark.RELATIVE and mention.start - mentions[target].end > 1
        closes = apart or (mark is Mark.QUOTE and inside) or parts_clauses(mention)
        if speaks or closes or _bodies_as_examples(mentions, index) or (mark is Mark.COLON and _measured(mentions[index:ceiling])):
            return index
    return ceiling


def _bodies_as_examples(mentions: tuple[Mention, ...], index: int) -> bool:
    """Whether what follows only names organisations by which something is done: "together, in ASEAN for instance"."""
    following = mentions[index + 1] if index + 1 < len(mentions) else None
    return following is not None and is_cue(mentions[index], "flow", "examples") and bool(following.mask & (m.Body.bit | m.Party.bit))


def _verb_ends(mentions: tuple[Mention, ...], target: int, ceiling: int) -> int:
    """Return where a verb that no one knows ends behind a word of bare intent: at its comma ("wants to shed its image, promoting …")."""
    intent = mentions[target].get(m.Intent)
    if intent is None or not intent.weak or intent.after:
        return ceiling
    first = target + 2 if target + 1 < ceiling and mentions[target + 1].start == mentions[target].end else target + 1
    comma = next((at for at in range(first, ceiling) if mark_of(mentions[at]) is Mark.COMMA), ceiling)
    return ceiling if any(each.mask & (m.Action.bit | m.Field.bit) for each in mentions[target:comma]) else comma


def _aside(mentions: tuple[Mention, ...], index: int) -> bool:
    """Whether a word of speech is put in between commas ("…, he added, and …")."""
    before = index - 2 if speaker(mentions[index - 1]) else index - 1  # ", said the minister," and ", he said,"
    after = index + 1
    while after < len(mentions) and (office(mentions[after]) or mentions[after].mask & (m.Party.bit | m.Body.bit)):
        after += 1
    return after < len(mentions) and before >= 0 and mark_of(mentions[after]) is mark_of(mentions[before]) is Mark.COMMA


def parts(scanned: Scanned, context: Context, target: int, end: int, intent: m.Intent) -> list[Part]:
    """Return the actions between the word of intent and the index `end`, with what each governs."""
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
        part = part_of(mentions, start, _signing(mentions, start, index), action, acts=acts, codes=codes)
        if part is not None and part.found.sectors() == (Sector.TRADE,) and _measured(mentions[index:end]):
            part = None  # "to double trade and to reach $200 billion"
        if (
            part is not None
            and found
            and not part.found.fields
            and not part.found.goods
            and not _joined_on(mentions, found[-1].start, part.start)
        ):
            part = None  # 向俄罗斯禽肉开放市场: what goes before the verb is its object
        if part is not None and part.found.money and found and _only_where(mentions, found[-1], part):
            found.pop()  # "to promote the use of own currencies in trade"
        if part is not None and found and _only_forum(mentions, found[-1], part):
            found.pop()
        if part is not None and not (intent.agreed and part.action is PledgeAction.BUILD and named_thing(mentions, part.start, part.end)):
            found.append(part)
        if word is not None:
            action, acts = word.action, True
            start = index if mentions[index].mask & m.Field.bit else index + 1
            codes = _taken_over(mentions, index, context) or codes
    if not found and acts:  # 愿在上合组织框架内加强协作: even what is only broad may stand before what is to be done
        part = part_of(mentions, target + 1, end, action, acts=True, codes=codes)
        found = [part] if part is not None and part.found.sectors() == (Sector.DIPLOMACY,) else []
    return found


def _only_where(mentions: tuple[Mention, ...], first: Part, part: Part) -> bool:
    """Whether the trade named first only tells where the currencies of the next part are used."""
    return set(first.found.fields) == {Sector.TRADE} and not _parted(mentions, first.start, part.start)


def _only_forum(mentions: tuple[Mention, ...], first: Part, part: Part) -> bool:
    """Whether bodies of many states only tell where the two work at what is named next: "to work in the SCO to deepen trade"."""
    return first.found.sectors() == (Sector.DIPLOMACY,) and bool(part.found.fields) and not _joined_on(mentions, first.start, part.start)


def _signing(mentions: tuple[Mention, ...], start: int, end: int) -> int:
    """Return where a document begins that is to be signed: it is an agreement, and no pledge."""
    for index in range(start, end - 1):
        if mentions[index].mask & m.AgreementVerb.bit and any(each.mask & m.AgreementNoun.bit for each in mentions[index + 1 : index + 4]):
            return index
    return end


def _joined_on(mentions: tuple[Mention, ...], start: int, end: int) -> bool:
    """Whether a comma or an "and" stands between the last object of an action and the next action; those within a list do not count."""
    last = max((at for at in range(start, end - 1) if mentions[at].mask & OBJECT), default=start)
    return _parted(mentions, last + 1, end)


def _parted(mentions: tuple[Mention, ...], start: int, end: int) -> bool:
    """Whether a comma or an "and" parts two actions."""
    return any(mark_of(mention) in {Mark.COMMA, Mark.AND} for mention in mentions[start:end])


def part_of(
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
    _refine(found, action)
    return Part(action, found, start, end, codes)


def _refine(found: Objects, action: PledgeAction) -> None:
    """Leave out the fields that only tell where or for whom the main one is: customs checks at a bridge, stores for the trade."""
    fields = set(found.fields)
    idle: set[Sector] = set()
    at_crossing = action is PledgeAction.EXPAND and bool(found.routes)  # "clearance at Zabaikalsk should be speeded up"
    if (action is PledgeAction.SIMPLIFY or at_crossing) and Sector.CUSTOMS in fields:
        idle = {Sector.INFRASTRUCTURE}
    elif action is PledgeAction.PROTECT:
        idle = {Sector.SECURITY}
    elif action is PledgeAction.BUILD:
        idle = {Sector.TRADE}
    elif action is PledgeAction.INVEST:
        idle = {Sector.INVESTMENT}
    if fields - idle:
        found.fields = [sector for sector in found.fields if sector not in idle]


def before(mentions: tuple[Mention, ...], limit: int) -> list[Part]:
    """Return what stands before the actor ("…, the premier urged"): mentions that end before the offset `limit`."""
    end = sum(mention.end <= limit for mention in mentions)
    words = [action.action for mention in mentions[:end] if (action := mention.get(m.Action)) is not None]
    part = part_of(mentions, 0, end, words[0] if words else PledgeAction.EXPAND, acts=True)
    return [part] if part is not None else []


def fronted(mentions: tuple[Mention, ...], limit: int, told: tuple[Mention, ...]) -> list[Part]:
    """Return the field that a sentence sets at its head, where what is `told` has none ("In the Arctic, we intend to …")."""
    head = [mention for mention in mentions if mention.end <= limit]
    led = head and (head[0].mask & (m.Relation.bit | m.OtherMeasure.bit))
    if not led or len(head) > _SHORT or any(not (mention.mask & _HEADING or speaker(mention)) for mention in head):
        return []
    action = next((word.action for mention in told if (word := mention.get(m.Action)) is not None), PledgeAction.EXPAND)
    return [evolve(part, action=action) for part in before(mentions, limit) if part.found.fields or part.found.routes]


def pointed(scanned: Scanned, context: Context, start: int, end: int) -> list[Part]:
    """Return what a pointer stands for: the line just told of ("invest in it"), the currencies of payment ("raise this share")."""
    mentions = scanned.mentions
    action = next((word.action for mention in mentions[start:end] if (word := mention.get(m.Action)) is not None), None)
    if action is None:
        return []
    told, found = context.told, Objects()
    if any(mention.mask & m.Currency.bit for mention in mentions[:start]):
        return [Part(action, Objects(fields=[Sector.FINANCE]), start, end)]  # "the yuan's share is 70%, they are ready to raise it"
    if not points_back(mentions[start:end]):
        return []
    if told.corridor is not None and told.corridor_paragraph == scanned.sentence.paragraph:
        found.fields += of_kind(CorridorKind(told.corridor.kind))
    elif context.talk.since_settled(scanned.sentence.span.start) <= _FRESH:
        found.fields.append(Sector.FINANCE)
    return [Part(action, found, start, end)] if found.fields else []


def points_back(mentions: tuple[Mention, ...]) -> bool:
    """Whether what is pledged is told by a pointer ("step up work in this field")."""
    return any((pointer := mention.get(m.Pointer)) is not None and pointer.to is Anaphor.THIS for mention in mentions)


def settled_elsewhere(part: Part, scanned: Scanned, context: Context) -> Part | None:
    """Return the part, with the subjects of the agreement just told of where its field is only pointed to ("cooperation in its planning").

    None where there is no such agreement.
    """
    if not _elsewhere(scanned.mentions, part):
        return part
    told = context.told
    if told.agreement is None or not told.agreement.subjects or scanned.sentence.paragraph - told.agreement_paragraph > 1:
        return None
    return Part(part.action, Objects(fields=list(told.agreement.subjects)), part.start, part.end, part.codes)


def _elsewhere(mentions: tuple[Mention, ...], part: Part) -> bool:
    """Whether a broad word's field is only pointed to."""
    if part.found.fields or part.found.goods:
        return False
    for index in range(part.start, len(mentions) - 1):
        relation, pointer = mentions[index].get(m.Relation), mentions[index + 1].get(m.Pointer)
        if relation is not None and relation.role is Role.IN and mentions[index].start - mentions[index - 1].end <= 1:
            return pointer is not None and pointer.to is Anaphor.THIS and mentions[index + 1].start - mentions[index].end <= 1
    return False


def topic(mentions: tuple[Mention, ...]) -> tuple[Sector, ...]:
    """Return the field that a sentence sets at its head as what it is about ("In energy: …", 能源方面), if it does."""
    named = False
    for index, mention in enumerate(mentions[:4]):
        if mark_of(mention) is Mark.COLON or (named and mark_of(mention) is Mark.COMMA):
            return objects(mentions, 0, index).sectors()
        named = is_cue(mention, "pledge", "topic")
        if not named and not mention.mask & (m.Relation.bit | OBJECT | m.Head.bit):
            return ()
    return ()


def _taken_over(mentions: tuple[Mention, ...], index: int, context: Context) -> tuple[str, ...]:
    """Return the country that stands as a new subject right before a word of action ("…, Russia adopts …")."""
    if index < 2 or mentions[index].start - mentions[index - 1].end > 2 or mark_of(mentions[index - 2]) not in {Mark.COMMA, Mark.AND}:
        return ()
    party = mentions[index - 1].get(m.Party)
    if party is not None and party.use is not Use.NOUN:
        return ()
    return tuple(code for code in codes_of(mentions[index - 1], context) if code in HOME)


def _governs(mentions: tuple[Mention, ...], index: int) -> bool:
    """Whether a word of action stands as a verb here, not as a noun ("the import of", "security support")."""
    mention, last = mentions[index], mentions[index - 1]
    if last.mask & m.Field.bit and mention.mask & m.Field.bit:
        return False
    if not mention.mask & m.Head.bit or last.mask & (m.Intent.bit | m.Action.bit):
        return True
    joint = mark_of(last) in {Mark.AND, Mark.COMMA} or role_of(last) is Role.TO
    return joint and mention.start - last.end <= _NEXT


def _in(mentions: tuple[Mention, ...], start: int, end: int) -> bool:
    """Whether the first field is followed by "in": investment in what comes next."""
    for index in range(start, end - 1):
        if mentions[index].mask & m.Field.bit:
            return role_of(mentions[index + 1]) in {Role.IN, Role.TO}
    return False


def _measured(mentions: tuple[Mention, ...]) -> bool:
    """Whether a figure of trade stands there: then the pledge is the target of a flow."""
    if any(mention.mask & (m.Currency.bit | m.SettlementWord.bit) for mention in mentions):
        return False
    return any((figure := mention.get(m.Figure)) is not None and (figure.quantity.unit != "1" or figure.scaled) for mention in mentions)

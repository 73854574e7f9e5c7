"""Who pledges: the subject of a word of intent, who is quoted, or whom the last pledge was of; and why somebody does not count."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Mark, Role, Use
from sinorus.parsers.context import Context
from sinorus.parsers.marks import is_cue, mark_of, parts_clauses
from sinorus.parsers.office import codes_of, office, pair_of, speaker
from sinorus.parsers.subject import Subject, close, governor, led_by, subject
from sinorus.parsers.talk import HOME
from sinorus.records import AgreementStatus
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned

_DENIAL = 28
_WISH = 6
_JOINED = 2
_BOTH_IN = frozenset({"BRICS", "SCO", "APEC"})
"""Blocs of which both are members."""
_VERBS = m.Intent.bit | m.Certainty.bit | m.Speech.bit | m.AgreementVerb.bit


def denied(mentions: tuple[Mention, ...], target: int) -> bool:
    """Whether a negation stands shortly before the word of intent or right behind it."""
    word = mentions[target]
    if word.mask & m.Negation.bit or _wish(word):
        return True
    for mention in mentions[_clause(mentions, target) : target + 2]:
        if (mention.mask & m.Negation.bit or _wish(mention)) and (
            -3 <= mention.start - word.end <= 2 or 0 <= word.start - mention.end <= _DENIAL
        ):
            return True
    return False


def _clause(mentions: tuple[Mention, ...], target: int) -> int:
    """Return where the words begin that can deny it: not before a comma behind which somebody acts ("it is not enough, Russia will")."""
    floor = max(0, target - 4)
    floor = max((at for at in range(floor, target) if mark_of(mentions[at]) is Mark.CONTRAST), default=floor)  # "will not X but will Y"
    actor = next((at for at in range(target - 1, floor, -1) if mentions[at].mask & m.Party.bit), floor)
    return actor if actor > floor and mark_of(mentions[actor - 1]) is Mark.COMMA else floor


def _wish(mention: Mention) -> bool:
    """Whether the mention is a word of hope, doubt or refusal."""
    return is_cue(mention, "pledge", "wish")


def signed(mentions: tuple[Mention, ...], target: int) -> bool:
    """Whether the word of intent is the title of a document that was signed: "they signed a plan to …"."""
    verb = mentions[target - 1].get(m.AgreementVerb) if target else None
    if verb is not None and verb.status is AgreementStatus.PROPOSED:
        return False  # "called for efforts to …"
    return led_by(mentions, target, m.AgreementVerb.bit, past=m.AgreementNoun.bit, reach=_DENIAL)


def wished(mentions: tuple[Mention, ...], acting: Subject) -> bool:
    """Whether the actor stands right behind a word of hope or refusal: "China hopes Russia will …"."""
    near = [at for at, mention in enumerate(mentions) if 0 <= acting.start - mention.end <= _WISH]
    parted = next((at for at in reversed(near) if mark_of(mentions[at]) is Mark.COMMA), -1)
    return any((mentions[at].mask & m.Negation.bit and at > parted) or _wish(mentions[at]) for at in near)


def actor(scanned: Scanned, context: Context, target: int, intent: m.Intent) -> Subject | None:
    """Return who pledges, or None.

    That is the subject before the word, or who is quoted; for a modal (China and Russia "should") who says so; for a noun
    (a push, a plan) also whom it is told to be between, or who acted last.
    """
    if intent.weak and intent.after:
        return _claimant(scanned, context, target)
    acting = subject(scanned, context, target, 0)
    if acting is None or acting.carried:  # whose "we" it is tells who is named behind the quotation
        acting = _quoted(scanned, context, target) or acting
    if acting is None or (intent.weak and not close(scanned, acting, target)):
        acting = _shared(scanned, context, target) or _of_partners(scanned, target) or acting
    if acting is None and intent.agreed and _impersonal(scanned, target) and context.mentioned >= HOME and set(pair_of(context)) == HOME:
        return Subject(tuple(sorted(HOME)), scanned.mentions[target].start, scanned.mentions[target].start, carried=True)
    if acting is not None or intent.use is not Use.NOUN:
        return _with_partner(scanned, context, acting, target) if acting is not None and intent.agreed else acting
    behind = _pair_behind(scanned, context, target)
    if behind is not None:
        return behind
    start = scanned.mentions[target].start
    if context.talk.actors:
        return Subject(context.talk.actors, start, start, carried=True)
    pair = pair_of(context)
    return Subject(pair, start, start, carried=True) if pair and context.mentioned >= HOME else None


def _with_partner(scanned: Scanned, context: Context, acting: Subject, target: int) -> Subject:
    """Return who agreed, with the one with whom: "Li agreed with Mishustin to …", 李强与米舒斯京商定."""
    mentions = scanned.mentions
    for index in range(1, min(target + 4, len(mentions))):
        codes = codes_of(mentions[index], context)
        with_him = codes and mentions[index].start > acting.end and governor(mentions, index) is Role.WITH
        if with_him and len(codes) == 1 and set(codes) | set(acting.codes) == HOME:
            return Subject(tuple(sorted(HOME)), acting.start, max(acting.end, min(mentions[index].end, mentions[target].start)))
    return acting


def _impersonal(scanned: Scanned, target: int) -> bool:
    """Whether nobody stands as subject of what was agreed: "it was agreed to expand …"."""
    before = scanned.mentions[max(target - 2, 0) : target]
    return len(before) == 2 and bool(before[0].mask & m.Pointer.bit) and bool(before[1].mask & m.Level.bit)


def _shared(scanned: Scanned, context: Context, target: int) -> Subject | None:
    """Return who acts in the verb that "and" joins the word to: "it hopes for more students and will …"."""
    mentions = scanned.mentions
    joint = target - 1
    if joint > 0 and mark_of(mentions[joint]) is None and mentions[target].start - mentions[joint].end <= _JOINED:
        joint -= 1  # "and also", "and jointly"
    touching = (
        joint > 0 and mark_of(mentions[joint]) in {Mark.COMMA, Mark.CONTRAST} and mentions[target].start - mentions[joint].end <= _JOINED
    )
    joined = joint > 0 and mark_of(mentions[joint]) is Mark.AND and mentions[target].start - mentions[joint].end <= _DENIAL
    if not (touching or joined):
        return None  # "it intends to X, welcomes Y and will Z"
    verbs = _VERBS if joined else m.Intent.bit
    for index in range(joint - 1, 0, -1):
        if parts_clauses(mentions[index]) or (touching and mentions[index].mask & _VERBS and not mentions[index].mask & verbs):
            return None
        if mentions[index].mask & verbs or _wish(mentions[index]):
            found = subject(scanned, context, index, 0)
            if found is not None and close(scanned, found, index):
                return Subject(found.codes, found.start, mentions[joint].end, found.carried)
    return None


def _of_partners(scanned: Scanned, target: int) -> Subject | None:
    """Return who "we" are where the others are named as our partners: "we plan to … with our Chinese partners"."""
    mentions = scanned.mentions
    if not any(speaker(mention) for mention in mentions[max(target - 2, 0) : target]):
        return None
    for index in range(target + 1, len(mentions)):
        party = mentions[index].get(m.Party)
        owned = index > 0 and speaker(mentions[index - 1])
        if party is not None and party.use is Use.MODIFIER and owned and len(HOME - set(party.codes)) == 1 and HOME & set(party.codes):
            return Subject(tuple(HOME - set(party.codes)), mentions[target].start, mentions[target].start)
    return None


def _claimant(scanned: Scanned, context: Context, target: int) -> Subject | None:
    """Return who says what somebody should do: the subject of the word of speech before or behind it."""
    acting = subject(scanned, context, target, 0)
    if acting is None:
        return None
    for index, mention in enumerate(scanned.mentions):
        if mention.mask & m.Speech.bit:
            floor = 0 if index < target else target + 1
            found = subject(scanned, context, index, floor)
            if found is None and speaker(mention) and context.talk.actors:
                return Subject(context.talk.actors, acting.start, acting.end)  # "…, he added"
            if found is not None:
                return Subject(found.codes, acting.start, acting.end)
    first, second = scanned.mentions[:2]
    party = first.get(m.Party)
    return Subject(party.codes, acting.start, acting.end) if party is not None and mark_of(second) is Mark.COLON else None


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
    quotes = [index for index, mention in enumerate(mentions) if mark_of(mention) is Mark.QUOTE]
    after = [index for index in quotes if index > target]
    if not after or len(quotes) == len(after):
        return None
    for index in range(after[0] + 1, len(mentions)):
        if mentions[index].mask & m.Speech.bit:
            found = subject(scanned, context, index, after[0] + 1)
            codes = found.codes if found is not None else _told_by(mentions, index, context)
            start = mentions[target].start
            return Subject(codes, start, start, carried=True) if codes else None
    return None


def _told_by(mentions: tuple[Mention, ...], speech: int, context: Context) -> tuple[str, ...]:
    """Return whom the one stands for who is named right behind the word of speech: "…", said the ambassador of Russia."""
    for index in range(speech + 1, min(speech + 5, len(mentions))):
        mention = mentions[index]
        if codes := codes_of(mention, context):
            return codes
        if mention.start - mentions[index - 1].end > _DENIAL or not (office(mention) or mention.mask & m.Relation.bit):
            break
    return ()


def concern(scanned: Scanned, context: Context, acting: Subject) -> str | None:
    """Return why a pledge of these actors is not about China and Russia, or None where it is."""
    actors = HOME & set(acting.codes)
    if not actors:
        return "the actor is neither China nor Russia"
    if actors == HOME:
        return None
    if set(acting.codes) - HOME:
        return "a pledge together with a third country"
    named, pair = _named(scanned)
    named -= _BOTH_IN
    if named >= HOME or (pair and context.mentioned >= HOME):
        return None
    if named - HOME:
        return "a pledge towards a third country"
    if context.talk.theme or named | actors | context.talk.named(scanned.sentence.span.start) >= HOME:
        return None
    return "the other country is not spoken of"


def _named(scanned: Scanned) -> tuple[set[str], bool]:
    """Return the countries that a sentence names, and whether it points to both, or the other."""
    named: set[str] = set()
    pair = False
    for mention in scanned.mentions:
        if mention.mask & (m.Party.bit | m.Pointer.bit | m.Body.bit):
            party, body, pointer = mention.get(m.Party), mention.get(m.Body), mention.get(m.Pointer)
            if party is not None:
                named.update(party.codes)
            elif body is not None and body.country:
                named.add(body.country)
            pair = pair or (pointer is not None and pointer.to in {Anaphor.PAIR, Anaphor.PARTNER})
    return named, pair

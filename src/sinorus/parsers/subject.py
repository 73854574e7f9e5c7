"""Who acts in a sentence: the countries that stand as subject of a word of intent or speech.

A country acts through its name, its capital, its leaders, ministries and other offices. One that stands behind a
preposition ("with Russia", "to China") or before a thing of its own ("China's exports") does not.
"""

from attrs import frozen

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Mark, Role
from sinorus.parsers.context import Context
from sinorus.parsers.marks import is_cue, mark_of, role_of
from sinorus.parsers.office import codes_of, name_from, office, official, pair_of, person_before, pledge_cue, speaker
from sinorus.parsers.talk import HOME
from sinorus.records import AgreementKind
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned

_THING = m.Field.bit | m.Head.bit | m.Goods.bit | m.OtherMeasure.bit
_NAMED = m.Party.bit | m.Pointer.bit | m.Body.bit
_OBJECTS = frozenset({Role.BY, Role.AGAINST})
"""Roles by which a case keeps a party from acting."""
_NEAR = 16
_ADVERB = 8
_LIST = 6
_ASIDE = 70


@frozen
class Subject:
    """The countries that act, and where they are named; `carried` where the words only point back to them."""

    codes: tuple[str, ...]
    start: int
    end: int
    carried: bool = False


def governor(mentions: tuple[Mention, ...], index: int) -> Role | None:
    """Return the role of the preposition before the mention, seen through the earlier members of a list."""
    while index > 0:
        before = mentions[index - 1]
        if mentions[index].start - before.end > _ADVERB:
            return None
        relation = before.get(m.Relation)
        if relation is not None and relation.role is not Role.POSSESSIVE:
            return relation.role
        if before.mask & m.Party.bit and not joined(mentions, index):
            index -= 1
        elif joined(mentions, index) and index > 1 and mentions[index - 2].mask & m.Party.bit:
            index -= 2
        else:
            return None
    return None


def joined(mentions: tuple[Mention, ...], index: int) -> bool:
    """Whether the mention goes on with a list: behind an "and", or behind a comma where another member follows."""
    mark = mark_of(mentions[index - 1]) if index else None
    if mark is None or mentions[index].start - mentions[index - 1].end >= _LIST:
        return False
    if mark is Mark.COMMA and index + 2 < len(mentions):
        return mark_of(mentions[index + 1]) in {Mark.AND, Mark.COMMA} and bool(mentions[index + 2].mask & m.Party.bit)
    return mark is Mark.AND


def _acts(mentions: tuple[Mention, ...], index: int, target: int) -> bool:
    """Whether the country at `index` can act: named plainly, or through one of its offices, and behind no preposition."""
    mention = mentions[index]
    party = mention.get(m.Party)
    if party is not None and party.role in _OBJECTS:
        return False  # its case says that something is done to it, or with it
    following = mentions[index + 1] if index + 1 < len(mentions) else None
    near = following is not None and following.start - mention.end <= _NEAR
    if near and following is not None:
        if party is not None and following.start - mention.end <= 1 and is_cue(following, "agreement", "firm"):
            return False  # "the Chinese company Such-and-such plans to"
        if (
            following.start - mention.end <= 1
            and following.mask & _THING
            and not following.mask & (m.Party.bit | m.Intent.bit | m.Speech.bit)
        ):
            return office(following)
        if role_of(following) is Role.POSSESSIVE:
            if not _leads_to_office(mentions, index + 2, target):
                return False
        elif party is not None and party.owns and not _leads_to_office(mentions, index + 1, target):
            return False
    elif party is not None and party.owns:
        return False
    role = governor(mentions, index)
    if _met(mentions, index):
        return False
    if role is None:
        return True
    if role is Role.BETWEEN:  # "freight between China and Russia will …"
        intent = mentions[target].get(m.Intent)
        return intent is None or not intent.weak
    return role in {Role.OF, Role.IN} and _office_before(mentions, index)


def _leads_to_office(mentions: tuple[Mention, ...], index: int, target: int) -> bool:
    """Whether an office, a body, a person or the word of intent itself follows closely ("Chinese President", "Beijing's plan to")."""
    for at in range(index, min(index + 3, len(mentions))):
        mention = mentions[at]
        if at == target or office(mention):
            return True
        body = mention.get(m.Body)
        if body is not None and official(body):
            return True
        if not mention.mask & (m.Field.bit | m.Party.bit | m.OtherMeasure.bit | m.Goods.bit):
            return False
    return False


def _met(mentions: tuple[Mention, ...], index: int) -> bool:
    """Whether somebody is only met who heads it: "at a meeting with the head of the Russian government"."""
    at = next((at for at in range(index - 1, max(index - 3, 0), -1) if office(mentions[at])), None)
    return at is not None and governor(mentions, at) is Role.WITH


def _office_before(mentions: tuple[Mention, ...], index: int) -> bool:
    return any(office(mention) for mention in mentions[max(0, index - 4) : index])


def subject(scanned: Scanned, context: Context, target: int, floor: int) -> Subject | None:
    """Return who acts in the word at `target`, looking back no further than `floor`; None where nobody does."""
    mentions = scanned.mentions
    back: Mention | None = None
    said: Subject | None = None
    if mentions[target].mask & m.Pointer.bit and (own := codes_of(mentions[target], context)):
        return Subject(own, mentions[target].start, mentions[target].end)  # "the two undertake to"
    if mentions[target].mask & m.Intent.bit and speaker(mentions[target]) and (codes := _ours(context, mentions[target])):
        return Subject(codes, mentions[target].start, mentions[target].start, carried=True)  # "будем расширять"
    for index in range(target - 1, floor - 1, -1):
        mention = mentions[index]
        if mention.mask & _NAMED:
            codes = codes_of(mention, context)
            if codes and _acts(mentions, index, target):
                found = _group(mentions, index, codes, context)
                if not _aside(mentions, index, target):
                    return found
                said = said or found
            pointer = mention.get(m.Pointer)
            if back is None and pointer is not None and pointer.to is Anaphor.THIS and mentions[target].start - mention.end <= _ADVERB:
                back = mention
        elif mention.mask & (m.Cue.bit | m.Leader.bit):
            if pledge_cue(mention) == "both" and pair_of(context) and _both_act(scanned, index, target):
                return Subject(pair_of(context), mention.start, mention.end)
            if pledge_cue(mention) == "offices" and not _owned(mentions, index) and governor(mentions, index) is None:
                return Subject(pair_of(context), mention.start, mention.end) if pair_of(context) else None
            if back is None and (speaker(mention) or (office(mention) and governor(mentions, index) is None)):
                back = mention
        elif mark_of(mention) is Mark.SEMICOLON:
            break
    if said is not None:
        return said
    if back is None:
        return _declared(scanned, context, target, floor)
    codes = _ours(context, mentions[target]) if speaker(back) else context.talk.actors
    partner = _partner_behind(mentions, target) if codes and office(back) and not speaker(back) else set()
    if len(partner) == 1 and partner < HOME and (set(codes) == partner or set(codes) == HOME):
        codes = tuple(HOME - partner)  # "the region intends to let Chinese cargo pass"
    return Subject(codes, back.start, back.end, carried=True) if codes else None


def _ours(context: Context, word: Mention) -> tuple[str, ...]:
    """Return who "we" are in a word of intent: both where something was agreed, else those who spoke last."""
    intent = word.get(m.Intent)
    return pair_of(context) if intent is not None and intent.agreed else context.talk.actors


def _both_act(scanned: Scanned, index: int, target: int) -> bool:
    """Whether "both sides" stands right before the word, or before an aside: "both sides, it says, mean to …"."""
    both, word = scanned.mentions[index], scanned.mentions[target]
    if word.start - both.end <= _ADVERB:
        return True
    return not word.mask & m.Speech.bit and _inserted(scanned, Subject((), both.start, both.end), target)


def _declared(scanned: Scanned, context: Context, target: int, floor: int) -> Subject | None:
    """Return China and Russia where a declaration of the two says it: "the statement calls for …", "it says that … will be"."""
    mentions, told = scanned.mentions, context.told.agreement
    if not context.mentioned >= HOME or set(pair_of(context)) != HOME:
        return None
    if (
        told is not None
        and told.kind is AgreementKind.JOINT_STATEMENT
        and not {getattr(each, "code", None) for each in told.parties} >= HOME
    ):
        return None
    for index in range(target - 1, floor - 1, -1):
        noun = mentions[index].get(m.AgreementNoun)
        if noun is not None and noun.kind is AgreementKind.JOINT_STATEMENT and governor(mentions, index) is None:
            return Subject(tuple(sorted(HOME)), mentions[index].start, mentions[index].end, carried=True)
    return None


def _partner_behind(mentions: tuple[Mention, ...], target: int) -> set[str]:
    """Return the countries named behind a word of intent: those with which, or for whom, something is meant to be done."""
    return {code for mention in mentions[target + 1 :] if (party := mention.get(m.Party)) is not None for code in party.codes}


def _aside(mentions: tuple[Mention, ...], index: int, target: int) -> bool:
    """Whether the party only speaks, between commas behind the subject: "Beijing, Putin added, is ready"."""
    close = next((at for at in range(index + 1, min(index + 4, target)) if mark_of(mentions[at]) is Mark.COMMA), None)
    opens = next((at for at in range(index - 1, max(index - 5, 0), -1) if mark_of(mentions[at]) is Mark.COMMA), None)
    if close is None or opens is None or mentions[target].start - mentions[close].end > _ADVERB:
        return False
    return any(each.mask & m.Speech.bit for each in mentions[opens:close]) and bool(mentions[opens - 1].mask & _NAMED)


def _owned(mentions: tuple[Mention, ...], index: int) -> bool:
    """Whether a country stands right before the office: "Chinese ministers", "Russia's leaders"."""
    return led_by(mentions, index, m.Party.bit, past=m.Relation.bit, reach=_NEAR)


def led_by(mentions: tuple[Mention, ...], index: int, wanted: int, *, past: int, reach: int) -> bool:
    """Whether one of the bits wanted is in the mention before, or beyond a single one of the bits in `past`, within reach."""
    for mention in reversed(mentions[max(0, index - 2) : index]):
        if mention.mask & wanted:
            return mentions[index].start - mention.end <= reach
        if not mention.mask & past:
            return False
    return False


def _group(mentions: tuple[Mention, ...], index: int, codes: tuple[str, ...], context: Context) -> Subject:
    """Return the subject with the countries joined to it from the left ("China and Russia")."""
    found = list(codes)
    start = mentions[index].start
    left = name_from(mentions, index, context)
    while left > 1 and (joined(mentions, left) or _headed(mentions, left)):
        named = person_before(mentions, left - 1)
        more = codes_of(mentions[named], context)
        if not more or (named == left - 2 and mentions[left - 1].start - mentions[named].end > 3):
            break
        found[:0] = [code for code in more if code not in found]
        left = name_from(mentions, named, context)
        start = mentions[left].start
    return Subject(tuple(dict.fromkeys(found)), start, mentions[index].end)


def _headed(mentions: tuple[Mention, ...], index: int) -> bool:
    """Whether a comma joins the two countries that open a headline: "Russia, China agree to …"."""
    return (
        index == 2
        and mark_of(mentions[1]) is Mark.COMMA
        and bool(mentions[0].mask & m.Party.bit)
        and mentions[2].start - mentions[0].end <= 2
    )


def close(scanned: Scanned, acting: Subject, target: int) -> bool:
    """Whether the subject stands right before the word, but for a short aside ("China, its ministry repeated, will …")."""
    mentions = scanned.mentions
    return mentions[target].start - acting.end <= _NEAR or _inserted(scanned, acting, target)


def _inserted(scanned: Scanned, acting: Subject, target: int) -> bool:
    """Whether only an aside between commas parts the subject from the word."""
    mentions = scanned.mentions
    gap = mentions[target].start - acting.end
    between = [mention for mention in mentions[:target] if mention.start >= acting.end]
    aside = m.Speech.bit | m.Punctuation.bit | m.Pointer.bit | m.Cue.bit | m.Negation.bit | m.Relation.bit
    commas = sum(mark_of(mention) is Mark.COMMA for mention in between)
    return gap <= _ASIDE and commas == 2 and all(mention.mask & aside for mention in between)

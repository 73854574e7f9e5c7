"""Names that no register knows, where they stand as a party stands."""

import re
from collections.abc import Iterator

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark, Role
from sinorus.parsers.agreement.actor import GAP, LEADING, WORD, Actor, governing_role, is_firm, preposition
from sinorus.parsers.agreement.name import longer_start, may_be_name, name_follows, name_owned
from sinorus.parsers.firm import firm_of
from sinorus.parsers.marks import is_cue, mark_of, role_of
from sinorus.parsers.office import office
from sinorus.parsers.proper_name import runs
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned
from sinorus.values.evolve import evolve
from sinorus.world import Organisation

_NAMING = re.compile(r"[\d&]")
"""What a name may hold besides words with a capital."""
_NEAR = 3
_TOUCH = 2


def _gaps(scanned: Scanned, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Yield the stretches without mentions, each with the index of the mention that follows it."""
    mentions = scanned.mentions
    left = mentions[start - 1].end if start > 0 else scanned.sentence.span.start
    for index in range(start, end):
        if may_be_name(scanned, index):
            continue
        yield left, mentions[index].start, index
        left = mentions[index].end
    yield left, mentions[end].start if end < len(mentions) else scanned.sentence.span.end, end


def unknown_names(scanned: Scanned, start: int, end: int, known: list[Actor]) -> Iterator[Actor]:
    """Yield unknown names that stand where a party stands: joined to a known one, owned by a country, behind "with" and the like."""
    later: list[Actor] = []
    for left, right, index in _gaps(scanned, start, end):
        if not _NAMING.search(scanned.text, left, right) and not any(map(str.isupper, scanned.text[left:right])):
            continue  # no name stands here, nor goes on here
        before = index - 1
        while before >= start and may_be_name(scanned, before):
            before -= 1
        opener, code, before, owned = _opener(scanned, left, before, start)
        for first, last in runs(scanned.text, opener, right):
            if code is not None and first != opener and not owned:
                break
            mentions = scanned.mentions
            if code is None and (_person(mentions, before, first) or _heads_firm(mentions, index, last)):
                continue
            known_as = short_name(mentions, index, last)
            role = governing_role(mentions, before + 1, start) if code is not None else _role_before(mentions, before, first, start)
            actor = Actor(index, first, last, body=known_as or scanned.text[first:last], role=role, known=code)
            if code is None and (told := _told_of(mentions, index, last)) is not None:
                actor, owned = evolve(actor, known=told), True
            if owned or role in LEADING or (role is Role.OF and _owned_by(scanned, before, first)) or _heads(scanned, (first, last), index):
                known = [*known, actor]
                yield actor
            else:
                later.append(actor)
    for actor in later:
        if _joined(scanned, actor, known, start):
            yield actor


def short_name(mentions: tuple[Mention, ...], index: int, end: int) -> Organisation | None:
    """Return the organisation whose short name stands in brackets right behind a longer one: "the National Such Corporation (NSC)"."""
    if index + 1 >= len(mentions) or mark_of(mentions[index]) is not Mark.OPEN or mentions[index].start - end > 1:
        return None
    body = mentions[index + 1].get(m.Body)
    return firm_of(body) if body is not None and mentions[index + 1].start - mentions[index].end <= 1 else None


def _person(mentions: tuple[Mention, ...], before: int, first: int) -> bool:
    """Whether the name belongs to what stands right before it: who heads or speaks for it, or the rest of its name."""
    if before > 0 and mark_of(mentions[before]) is Mark.QUOTE:
        before -= 1
    if before < 0 or first - mentions[before].end > _TOUCH:
        return False
    if before > 1 and is_firm(mentions[before]) and any(office(each) for each in mentions[before - 2 : before]):
        return True
    if before > 1 and mark_of(mentions[before]) is Mark.COMMA and preposition(mentions, before - 2) is Role.OF:
        return bool(mentions[before - 1].mask & m.Body.bit)  # "the head of Such-and-such, Mr So-and-so, …"
    owner = mentions[before - 1] if before and preposition(mentions, before) is Role.POSSESSIVE else mentions[before]
    return bool(owner.mask & m.Body.bit) or (owner is mentions[before] and office(owner))


def _heads_firm(mentions: tuple[Mention, ...], index: int, last: int) -> bool:
    """Whether the name is told to be somebody of a company: "So-and-so of Such-and-such", "Mr So-and-so, director of Such-and-such"."""
    following = mentions[index : index + 4]
    if len(following) > 1 and role_of(following[0]) is Role.OF and following[0].start - last <= 1:
        return bool(following[1].mask & m.Body.bit) and following[1].start - following[0].end <= WORD
    if len(following) < 3 or mark_of(following[0]) is not Mark.COMMA or following[0].start - last > 1:
        return False
    at = 2 if office(following[1]) else 1
    if at == 2 and any(each.mask & m.Body.bit for each in following[2:4] if each.start - following[1].end <= _NEAR):
        return True  # «Иван Петров, глава «Такой-то»», in the case of its name
    led = role_of(following[at]) is Role.OF and len(following) > at + 1 and bool(following[at + 1].mask & m.Body.bit)
    return led and following[at].start - following[0].end > 1


def _opener(scanned: Scanned, left: int, before: int, start: int) -> tuple[int, str | None, int, bool]:
    """Return where an unknown name may begin, the country that begins or owns it, the mention before, and whether that owns it."""
    mentions = scanned.mentions
    led = mentions[before] if before >= start else None
    found = led.get(m.Party) if led is not None else None
    if led is not None and found is not None and found.codes and name_follows(scanned, before):
        longer = longer_start(scanned, before)
        return (longer if longer is not None else led.start), found.codes[0], before - 1, False
    noun = before - 1 if led is not None and mark_of(led) is Mark.COMMA else before
    if noun > start + 1 and is_firm(mentions[noun]) and office(mentions[noun - 2]):
        return left, None, before, False  # "the head of the Russian corporation Mr So-and-so"
    if noun > start and is_firm(mentions[noun]) and left - mentions[noun].end <= _NEAR:
        described = mentions[noun - 1].get(m.Party)
        if described is not None and described.codes and mentions[noun].start - mentions[noun - 1].end <= 1:
            return left, described.codes[0], noun - 2, True  # "the Chinese company Such-and-such"
    described_at = _described(scanned, left, before, start)
    if described_at is not None:
        return left, _codes(mentions[described_at])[0], described_at - 1, True
    if before > start and preposition(mentions, before) is Role.POSSESSIVE and name_owned(scanned, before) is not None:
        owner = mentions[before - 1].get(m.Party)
        if owner is not None and owner.codes:
            return left, owner.codes[0], before - 2, True
    return left, None, before, False


def _codes(mention: Mention) -> tuple[str, ...]:
    party = mention.get(m.Party)
    return party.codes if party is not None else ()


def _described(scanned: Scanned, left: int, before: int, floor: int) -> int | None:
    """Return the index of the country that describes, with a word or two in small letters, the name to come: "Chinese investor X"."""
    if before > floor and mark_of(scanned.mentions[before]) is Mark.QUOTE:
        before -= 1
    for index in range(before, max(before - 2, floor) - 1, -1):
        mention = scanned.mentions[index]
        party = mention.get(m.Party)
        if party is not None and party.owns and len(party.codes) == 1:
            name = next(runs(scanned.text, left, min(left + GAP, scanned.sentence.span.end)), None)
            between = scanned.text[mention.end : name[0]].strip(' «“"') if name is not None else ""
            plain = all(word.islower() and word.isalpha() for word in between.split())
            return index if plain and between and len(between) <= GAP else None
        if (mention.mask & ~(m.Field.bit | m.Goods.bit) and not is_firm(mention)) or office(mention):
            return None
    return None


def _told_of(mentions: tuple[Mention, ...], index: int, end: int) -> str | None:
    """Return the country of a name that an apposition explains: "Such-and-such, a Russian exporter, …"."""
    following = mentions[index : index + 3]
    if len(following) < 3 or mark_of(following[0]) is not Mark.COMMA or following[0].start - end > 1 or not is_firm(following[2]):
        return None
    party = following[1].get(m.Party)
    return party.codes[0] if party is not None and party.codes and following[2].start - following[1].end <= _NEAR else None


def _heads(scanned: Scanned, name: tuple[int, int], after: int) -> bool:
    """Whether a name of several words, or one that is no plain word, opens the sentence as its subject, right before a verb or an aside."""
    first, last = name
    text = scanned.text[first:last]
    plain = text[1:].islower() and text.isalpha()
    following = scanned.mentions[after] if after < len(scanned.mentions) else None
    if first != scanned.sentence.span.start or plain or following is None or following.start - last > _NEAR:
        return False
    return bool(following.mask & m.AgreementVerb.bit) or mark_of(following) is Mark.COMMA


def _owned_by(scanned: Scanned, before: int, first: int) -> bool:
    """Whether the name owns the document: "the agreement of Such-and-such" (in a title it would be a part of the title)."""
    if before < 1 or first - scanned.mentions[before].end > 1:
        return False
    noun = scanned.mentions[before - 1]
    return bool(noun.mask & m.AgreementNoun.bit) and not _titled(scanned.text[noun.start : noun.end])


def _titled(words: str) -> bool:
    return words.rsplit(None, 1)[-1][:1].isupper()


def _role_before(mentions: tuple[Mention, ...], before: int, first: int, floor: int) -> Role | None:
    if before < floor or first - mentions[before].end > GAP:
        return None
    return preposition(mentions, before)


def _joined(scanned: Scanned, actor: Actor, known: list[Actor], floor: int) -> bool:
    """Whether an "and" binds the name to a body: to the left, or to the right."""
    mentions = scanned.mentions
    bodies = [each for each in known if each.body is not None]
    opens = next((at for at in range(len(mentions)) if mentions[at].start >= actor.start), len(mentions))
    before, after = opens - 1, actor.index
    left = mentions[before] if before > floor else None
    if left is not None and mark_of(left) is Mark.AND and actor.start - left.end <= GAP:
        if any(each.index == before - 1 or 0 <= left.start - each.end <= _NEAR for each in bodies):
            return True
        if is_cue(mentions[before - 1], "agreement", "firm"):
            return actor.start - left.end <= WORD
    if after + 1 < len(mentions) and mark_of(mentions[after]) in {Mark.AND, Mark.COMMA} and mentions[after].start - actor.end <= _NEAR:
        return any(each.index == after + 1 or 0 <= each.start - mentions[after].end <= GAP for each in bodies)
    return False

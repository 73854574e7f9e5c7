"""A flow set beside another: "twice as much as to Peru", "a fifth of its trade with Peru", "9% more than Peru did", "double its imports".

How many times as much it is tells nothing of when it was less: no change, and no share. The words of the comparison are left out. Where
a level in brackets is that of the third country, who it is stays for it: "a fifth of China's trade with Peru ($55bn)".
"""

from itertools import takewhile

from sinorus.languages.meaning import (
    Anaphor,
    Figure,
    Head,
    Level,
    Mark,
    Movement,
    Party,
    Pointer,
    Punctuation,
    Relation,
    Role,
    Share,
    Side,
    Use,
)
from sinorus.parsers.bases import is_relative
from sinorus.parsers.marks import mark_of, role_of
from sinorus.scan.mention import Mention, meanings_of

_HOME = frozenset({"CN", "RU"})
_FACTOR = Figure.bit | Movement.bit
_ENDS = frozenset({Mark.COMMA, Mark.SEMICOLON, Mark.COLON, Mark.DASH, Mark.OPEN, Mark.CLOSE, Mark.CONTRAST, Mark.RELATIVE})
_COMPARING = frozenset({Mark.CONTRAST, Mark.RELATIVE})
_FAR = frozenset({Role.WITH, Role.TO, Role.FROM})
_THAT = frozenset({Anaphor.FIGURE, Anaphor.THIS, Anaphor.OF_WHICH})
_LED = 3
"""Mentions within which the word that compares stands behind the factor."""


def unlikened(mentions: list[Mention]) -> list[Mention]:
    """Return the mentions of a sentence without those that only set a level beside that of a third country."""
    last = next((at for at in range(len(mentions) - 1, 0, -1) if _is_of_others(mentions[at])), 0)
    factors = [at for at in range(last) if mentions[at].mask & _FACTOR]
    level = next((at for at in factors if mentions[at].mask & Figure.bit and not is_relative(mentions[at])), last)
    done: list[Mention] = []
    taken = 0
    for at in factors:
        if at < taken or not (_is_level_of_another(mentions, at) or (at > level and _is_likened(mentions, at))):
            continue
        end = _end(mentions, at)
        done += mentions[taken:at]
        if _is_told(mentions, end):
            done += [Mention(mentions[at].start, mentions[at].start, (Punctuation(Mark.COMMA),), Punctuation.bit, "likened")]
            done += [item for item in mentions[at + 1 : end] if not _compares(item)]
        taken = end
    return [*done, *mentions[taken:]] if taken else mentions


def _is_of_others(item: Mention) -> bool:
    """Whether a mention names a third country, or a flow that may be the other way of one told before."""
    return bool(item.mask & (Head.bit | Pointer.bit)) or (bool(item.mask & Party.bit) and not _HOME & set(_codes(item)))


def _is_level_of_another(mentions: list[Mention], at: int) -> bool:
    """Whether a level behind a factor is told of a third country: "twice the 24 Mt bought by Peru"."""
    figure, behind = mentions[at].get(Figure), mentions[at + 1 : at + 2 + _LED]
    if not (figure.times if figure is not None else _doubles(mentions[at])) or not behind:
        return False
    level = behind[0].mask & Figure.bit and not is_relative(behind[0])
    return bool(level) and any(item.mask & Party.bit and not _HOME & set(_codes(item)) for item in behind)


def _doubles(mention: Mention) -> bool:
    """Whether a mention is a word that tells how many times as much something is."""
    movement = mention.get(Movement)
    return movement is not None and movement.factor is not None and movement.use is Use.MODIFIER


def _codes(item: Mention) -> tuple[str, ...]:
    party = item.get(Party)
    return party.codes if party is not None else ()


def _compares(item: Mention) -> bool:
    """Whether a mention is one of the words by which a level is set beside another."""
    if item.mask & (Party.bit | Head.bit):
        return False
    bare = item.mask & Punctuation.bit and not item.mask & Relation.bit
    return bool(bare or item.mask & (Movement.bit | Pointer.bit) or role_of(item) in {Role.AGAINST, Role.OF})


def _is_told(mentions: list[Mention], end: int) -> bool:
    """Whether a level follows, alone or in brackets."""
    if end < len(mentions) and mentions[end].mask & Figure.bit:
        return not is_relative(mentions[end])
    behind = mentions[end + 1] if end + 1 < len(mentions) else None
    return behind is not None and mark_of(mentions[end]) is Mark.OPEN and bool(behind.mask & Figure.bit) and not is_relative(behind)


def _end(mentions: list[Mention], at: int) -> int:
    """Return where the words behind a factor end that say with what is compared."""
    for index in range(at + 1, len(mentions)):
        item = mentions[index]
        mark = mark_of(item) if not item.mask & Relation.bit else None
        behind = mentions[index + 1] if index + 1 < len(mentions) else None
        if mark in _COMPARING and index - at <= _LED and all(not each.mask & Party.bit for each in mentions[at:index]):
            continue
        if mark is Mark.COMMA and behind is not None and role_of(behind) is Role.AGAINST:
            continue
        joined = mark is Mark.AND and behind is not None and behind.mask & Party.bit
        if item.mask & Figure.bit or _factor(item) or (mark is Mark.AND and not joined) or mark in _ENDS:
            return index
    return len(mentions)


def _factor(item: Mention) -> bool:
    movement = item.get(Movement)
    return movement is not None and movement.factor is not None


def _is_likened(mentions: list[Mention], at: int) -> bool:
    """Whether the flow behind a factor is another one: that of a country not named before, or the other way of the one told."""
    before, figure = mentions[:at], mentions[at].get(Figure)
    if figure is None and not _doubles(mentions[at]):
        return False
    target = mentions[at + 1 : _end(mentions, at)]
    named = {code for _, party in meanings_of(before, Party) for code in party.codes} | _HOME
    others = [index for index, item in enumerate(target) if item.mask & Party.bit and not named & set(_codes(item))]
    back = not others and _is_back(before, target)
    if not (others or back) or any(item.mask & (Level.bit | Share.bit) for item in target):
        return False
    led = list(takewhile(lambda item: not item.mask & (Party.bit | Head.bit), target))
    than = any(role_of(item) is Role.AGAINST for item in led)
    moved = [movement for item in target if (movement := item.get(Movement)) is not None]
    at_once = any(item.mask & Movement.bit for item in takewhile(lambda item: mark_of(item) is not Mark.COMMA, led))
    if any(movement.use is not Use.MODIFIER for movement in moved) or (moved and not than):
        return False
    if figure is None:
        return back or bool(led) or any(item.mask & Head.bit for item in target)
    if figure.times:
        as_much = any(mark_of(item) in _COMPARING and not item.mask & Relation.bit for item in led)
        return than or as_much or any(item.mask & (Pointer.bit | Head.bit) for item in target)
    if than and at_once:
        return True  # not "for $9m in May, ahead of Peru"
    return figure.quantity.unit == "%" and bool(others) and not before[-1].mask & Share.bit and _is_part(target, others[0])


def _is_back(before: list[Mention], target: list[Mention]) -> bool:
    """Whether the other way is named: "exports of $8bn, double its imports", "twice that of the goods coming the other way"."""
    if any(pointer.to is Anaphor.REVERSE for _, pointer in meanings_of(target, Pointer)):
        return True
    told = [head for _, head in meanings_of(before, Head) if head.side is not Side.BOTH]
    heads = [head for _, head in meanings_of(target, Head) if head.use is Use.NOUN]
    return bool(told) and bool(heads) and heads[0].side is told[-1].side.facing and heads[0].measure is told[-1].measure


def _is_part(target: list[Mention], other: int) -> bool:
    """Whether a part is one of what somebody trades with a third country, or of what that country does."""
    pointer = target[0].get(Pointer)
    of = role_of(target[0]) is Role.OF or (pointer is not None and pointer.to in _THAT)
    far = role_of(target[other - 1]) in _FAR if other else False
    what = pointer is not None and any(item.mask & Head.bit for item in target)
    alone = other + 2 == len(target) and role_of(target[-1]) is Role.POSSESSIVE
    return of and (far or what or alone)

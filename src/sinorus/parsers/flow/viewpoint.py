"""The country from whose side a text tells of trade, where that is neither China nor Russia."""

from collections import Counter
from collections.abc import Iterable, Sequence

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Role, Side, Use
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.flow.source import counting
from sinorus.parsers.marks import role_of
from sinorus.parsers.talk import HOME
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned
from sinorus.world.country import is_coded

_OF_OTHERS = frozenset({Role.FROM, Role.TO, Role.WITH, Role.BY, Role.AT})
"""Roles in which the other end of a flow stands."""
_PASSED = PeriodExpr.bit | m.Cue.bit
_NAMES = m.Party.bit | m.Goods.bit | m.Relation.bit | m.Punctuation.bit | m.Figure.bit | m.Head.bit
"""What may stand between an owner and his trade, unless it also names somebody or something."""
_WHOSE = frozenset({Role.OF, Role.POSSESSIVE})
"""Of names in the case of an owner, or that have no cases."""
_OWNS, _DOES = 2, 1
"""What "Peru's exports" and "Peru bought" say for Peru."""
_CLAUSE = 8
"""Mentions behind a verb among which its other end is named."""
_INTO = 4
"""Mentions behind "imports" among which the importer is named."""
_ELSE = m.Figure.bit | m.Head.bit | m.Movement.bit | m.Punctuation.bit


def viewpoint(read: Iterable[Scanned]) -> str | None:
    """Return the third country that a text names as the owner of trade more often than any other: "Peru's imports", "Peru bought".

    None where China or Russia is named so as often, where two third countries are, or where none is.
    """
    owned: Counter[str] = Counter()
    for scanned in read:
        if scanned.mask & m.Party.bit and scanned.mask & m.Head.bit:
            for code, weight in _owners(scanned.mentions):
                owned[code] += weight
        if scanned.mask & (m.Body.bit | m.Cue.bit) and (counted := counting(scanned, None)) is not None:
            owned[counted] += _OWNS
    likeliest = [code for code, count in owned.items() if count == max(owned.values())]
    return likeliest[0] if len(likeliest) == 1 and is_coded(likeliest[0]) and likeliest[0] not in HOME else None


def _owners(mentions: Sequence[Mention]) -> Iterable[tuple[str, int]]:
    """Yield who stands right before a word for trade that he owns or does, or right behind one in the case of an owner."""
    for at, mention in enumerate(mentions):
        head = mention.get(m.Head) if mention.mask & m.Head.bit else None
        if head is None or (head.weak and not head.agent and head.use is Use.NOUN):
            continue
        if head.use is Use.VERB and not any(_of_far_end(mentions, behind) for behind in range(at + 1, min(at + _CLAUSE, len(mentions)))):
            continue  # "Peru bought the most" is told of another's goods
        owner = _before(mentions, at, owned=head.agent)
        if head.use is Use.NOUN:
            owner = _behind(mentions, at) or (_into(mentions, at) if head.side is Side.IMPORTER else None) or owner
        if owner is not None and len(owner.codes) == 1:
            yield owner.codes[0], _OWNS if head.use is Use.NOUN else _DOES


def _before(mentions: Sequence[Mention], at: int, *, owned: bool) -> m.Party | None:
    head, at = at, at - 1
    while at > 0 and mentions[at].mask & _PASSED and not mentions[at].mask & _NAMES:
        at -= 1  # 秘鲁去年出口, 秘鲁最大贸易伙伴
    goods = at > 0 and bool(mentions[at].mask & m.Goods.bit)
    at -= goods
    if far := _of_far_end(mentions, at):  # 秘鲁对智利出口
        at -= far
    possessive = at > 0 and role_of(mentions[at]) is Role.POSSESSIVE
    at -= possessive
    party = mentions[at].get(m.Party) if at >= 0 else None
    bound = bool(possessive or far or (goods and not owned and _faces(mentions, head)))  # "Peruvian tin imports" may be of Peruvian tin
    if party is None or _of_far_end(mentions, at) or ((goods or owned) and not bound):
        return None
    return party


def _into(mentions: Sequence[Mention], at: int) -> m.Party | None:
    """Return into which country something is imported: «импорт леса в Перу»."""
    for behind in range(at + 1, min(at + _INTO, len(mentions) - 1)):
        if mentions[behind].mask & _ELSE:
            return None
        if role_of(mentions[behind]) is Role.TO:
            return mentions[behind + 1].get(m.Party)
    return None


def _faces(mentions: Sequence[Mention], head: int) -> bool:
    """Whether a word for trade is followed by the other end: "imports from Peru"."""
    return head + 2 < len(mentions) and _of_far_end(mentions, head + 2) > 1


def _of_far_end(mentions: Sequence[Mention], at: int) -> int:
    """Return how many mentions name, up to this one, where goods go or come from; 0 for none."""
    party = mentions[at].get(m.Party) if at >= 0 else None
    if party is None:
        return 0
    return 1 if party.role in _OF_OTHERS else 2 if at and role_of(mentions[at - 1]) in _OF_OTHERS else 0


def _behind(mentions: Sequence[Mention], at: int) -> m.Party | None:
    named = at + 1 < len(mentions) and role_of(mentions[at + 1]) is Role.OF and mentions[at + 1].mask & m.Relation.bit
    at += 2 if named else 1
    party = mentions[at].get(m.Party) if at < len(mentions) else None
    owns = party is not None and party.use is not Use.MODIFIER and (named or party.role in _WHOSE)  # not "imports of Peruvian tin"
    return party if owns else None

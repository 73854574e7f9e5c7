"""Percentages of something else: of a rate, of another's flow, between two levels."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Role, Use
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.flow.near import movement_of, neighbour
from sinorus.parsers.marks import role_of
from sinorus.parsers.phrase import Phrase
from sinorus.scan.mention import Mention
from sinorus.values import Direction
from sinorus.values.unit import Dimension


def _is_rate(mention: Mention) -> bool:
    figure = mention.get(m.Figure)
    return figure is not None and figure.quantity.unit == "%"


def rate_told(phrase: Phrase, index: int) -> Direction | None:
    """Return where a flow moved whose rate of growth or fall a verb says to have changed before a percentage: "growth slowed to 2%"."""
    lead = [pair for pair in phrase.movements if pair[0] < index]
    noun = next((pair for pair in lead if pair[1].use is Use.NOUN and pair[1].factor is None), None)
    if noun is None or not _is_rate(phrase.chunk.items[index]):
        return None
    moved = any(at > noun[0] and each.use is Use.VERB for at, each in lead)
    return noun[1].direction if moved else None


def of_rate(items: list[Mention], index: int, figure: m.Figure) -> bool:
    """Whether a figure sets a rate of growth beside another: "is twice the growth of October", "2 points above that of all trade"."""
    if figure.times:
        if any(_is_rate(items[at]) and role_of(neighbour(items, at, -1)) in {Role.AGAINST, Role.POSSESSIVE} for at in range(1, index)):
            return True  # 比10月的17%高出一倍
        before = neighbour(items, index, -1)
        noun = movement_of(items[index - 2], noun=True) if role_of(before) is Role.POSSESSIVE and index > 1 else None
        return noun is not None and noun.use is Use.NOUN
    if figure.quantity.dimension is not Dimension.POINTS:
        return False
    base = next((at for at in range(index - 1, -1, -1) if role_of(items[at]) is Role.AGAINST), None)
    between = items[base + 1 : index] if base is not None else []
    return any(item.mask & (m.Head.bit | m.Party.bit) for item in between) and not any(item.mask & m.Share.bit for item in items)


def of_another_flow(phrase: Phrase, index: int, figure: m.Figure) -> bool:
    """Whether a multiple is one of another flow: "was twenty times the trade with Peru"; not so where it names a time."""
    items = phrase.chunk.items
    if figure.times and _set_against(phrase, index):
        return True
    while index > 2 and items[index - 1].mask & m.Punctuation.bit and items[index - 2].mask & m.Figure.bit:
        index -= 2
    if not figure.times or index < 2 or role_of(items[index - 1]) is not Role.POSSESSIVE or phrase.periods or phrase.bases:
        return False
    if items[index - 2].mask & m.Party.bit:
        return True  # "was twice that of Peru"
    base = items[index - 2].get(m.Head)
    return base is not None and any(placed.index < index - 2 for placed in phrase.parties)


def _set_against(phrase: Phrase, index: int) -> bool:
    """Whether a multiple is said of one flow beside another, and of no time: "six times as much as that with Peru"."""
    items = phrase.chunk.items
    behind = items[index + 1 :]
    if behind:
        named = any(item.mask & (m.Party.bit | m.Pointer.bit) for item in behind[1:])
        return role_of(behind[0]) is Role.AGAINST and named and not any(item.mask & _THEN for item in behind)
    if phrase.periods or phrase.bases or phrase.basis is not None or phrase.movements:
        return False
    stated = items[index - 1] if index else None
    return stated is not None and bool(stated.mask & m.Level.bit) and bool(phrase.parties or index == 1)


def from_to(phrase: Phrase, index: int) -> bool:
    """Whether a percentage is one end of "from 6% to 12%" behind a flow, which is told as a part of something then."""
    items, at = phrase.chunk.items, phrase.figures.index(index)
    ends = phrase.figures[at - 1 : at + 1] if at and role_of(items[index - 1]) is Role.TO else phrase.figures[at : at + 2]
    if len(ends) != 2 or all(head.weak for _, head in phrase.heads) or any(movement.use is Use.NOUN for _, movement in phrase.movements):
        return False
    left, right = items[ends[0]].get(m.Figure), items[ends[1]].get(m.Figure)
    percents = left is not None and right is not None and left.quantity.unit == right.quantity.unit == "%"
    told = ends[1] == ends[0] + 2 and role_of(items[ends[0] - 1]) is Role.FROM and role_of(items[ends[1] - 1]) is Role.TO
    return percents and told


def sets_beside(phrase: Phrase, index: int) -> bool:
    """Whether what follows "than" is no time: another flow, other goods, a plan: "half as much as of coke", "5bn more than was bought"."""
    items = phrase.chunk.items
    than = next((at for at in range(index, len(items)) if role_of(items[at]) is Role.AGAINST), None)
    if than is None:
        return _beside_trade(items, index)
    behind = items[than + 1 :]
    if behind and behind[0].mask & (m.Goods.bit | m.Head.bit) and not behind[0].mask & m.Relation.bit:
        return True
    more = than <= index + 2 and bool(items[than].mask & m.Movement.bit)
    return more and any(item.mask & _BESIDE for item in behind) and not any(item.mask & _THEN for item in behind)


_BESIDE = m.Goods.bit | m.Head.bit | m.Party.bit | m.Route.bit | m.CorridorNoun.bit | m.Certainty.bit
_THEN = PeriodExpr.bit | m.Comparison.bit | m.Figure.bit


def _beside_trade(items: list[Mention], index: int) -> bool:
    """Whether "more" is said beside all trade of one way, in its own case: «экспорт на 20% больше импорта»."""
    movement, after = items[index].get(m.Movement), items[index + 1] if index + 1 < len(items) else None
    head = after.get(m.Head) if after is not None else None
    if movement is None or movement.use is not Use.MODIFIER or movement.factor is not None or head is None or after is None:
        return False
    return index > 0 and head.use is Use.NOUN and not head.weak and after.start - items[index].end == 1 and index + 2 == len(items)


def fell_to_time(phrase: Phrase) -> bool:
    """Whether a part is that of a time: "60% fell to the first half", «60% пришлось на первое полугодие»."""
    items = phrase.chunk.items
    if phrase.goods or phrase.parties or phrase.heads:
        return False
    verb = next((at for at, share in phrase.chunk.of(m.Share) if share.use is Use.VERB), None)
    if verb is None:
        return False
    goal = items[verb + 1 : verb + 3]
    return bool(goal) and role_of(goal[0]) is Role.BY and len(goal) > 1 and bool(goal[1].mask & PeriodExpr.bit)

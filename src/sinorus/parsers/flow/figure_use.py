"""What each figure of a chunk is: a level reached, a change, an earlier level, a share, or nothing of a flow."""

from decimal import Decimal

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark, Role, Use
from sinorus.parsers.flow.figure_level import amount, leads_to, multiple_of
from sinorus.parsers.flow.figure_owner import governor, part_of_flow, part_of_other
from sinorus.parsers.flow.figure_part import RELATIVE, FigureUse, Surroundings, What
from sinorus.parsers.flow.near import listed_before, movement_near, movement_of, neighbour, role_of
from sinorus.parsers.phrase import Phrase
from sinorus.parsers.placing import Slot
from sinorus.scan.mention import Mention
from sinorus.values import Bound, Direction
from sinorus.values.evolve import evolve
from sinorus.values.unit import Dimension

_RANGE = Decimal("1.3")
"""How much more the upper end of a forecast may be than the lower one: "USD165 billion to USD170 billion"."""
_CLOSE = 2
"""Mentions between a figure and the time told for it alone, at most."""


def sets_beside(phrase: Phrase, index: int) -> bool:
    """Whether what follows "than" is another flow or other goods: "half as much as of coke", "5bn more than was bought there"."""
    items = phrase.chunk.items
    than = next((at for at in range(index, len(items)) if role_of(items[at]) is Role.AGAINST), None)
    behind = items[than + 1] if than is not None and than + 1 < len(items) else None
    return behind is not None and bool(behind.mask & (m.Goods.bit | m.Head.bit)) and not behind.mask & m.Relation.bit


def _is_rate(mention: Mention) -> bool:
    figure = mention.get(m.Figure)
    return figure is not None and figure.quantity.unit == "%"


def _of_rate(items: list[Mention], index: int, figure: m.Figure) -> bool:
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


def _percent(phrase: Phrase, index: int, figure: m.Figure, around: Surroundings) -> FigureUse:
    quantity = figure.quantity
    items = phrase.chunk.items
    if part_of_other(phrase, index):
        return FigureUse(index, quantity, What.OTHER, reason="a part of something that is no flow")
    if _of_rate(items, index, figure):
        return FigureUse(index, quantity, What.OTHER, reason="a multiple of a rate of growth, or its distance from another's")
    yearly = items[index + 1].get(m.OtherMeasure) if index + 1 < len(items) else None
    if yearly is not None and yearly.kind == "yearly":
        return FigureUse(index, quantity, What.OTHER, reason="a yearly average, not a change of one time")
    before = neighbour(items, index, -1)
    role = role_of(before)
    sharing = phrase.share or around.share or _from_to(phrase, index)
    near = movement_near(phrase, index)
    points = quantity.dimension is Dimension.POINTS
    if figure.sign is not None:
        return FigureUse(index, quantity, What.CHANGE, figure.sign)
    if near is not None and near[0] == index + 1:
        return FigureUse(index, quantity, What.CHANGE, near[1].direction)
    noun = movement_of(items[index - 2], noun=True) if role is Role.OF and index >= 2 else None
    if noun is not None and noun.use is Use.NOUN:  # "a share of 12 percent, a gain of 3 percent"
        return FigureUse(index, quantity, What.CHANGE, noun.direction)
    part = items[index - 1].get(m.Pointer) if index else None
    ends = phrase.heads or phrase.of(Slot.FROM) or phrase.of(Slot.TO)
    if not points and part is not None and part.to is m.Anaphor.OF_WHICH and near is None and ends:
        return FigureUse(index, quantity, What.SHARE)  # "of which 53% went to Peru"
    if not points and quantity.dimension is Dimension.PERCENT:
        if part_of_flow(phrase, index) and role is not Role.BY:
            return FigureUse(index, quantity, What.SHARE)
        if phrase.chunk.opener is Mark.OR and around.last is What.LEVEL and near is None and role is not Role.BY:
            return FigureUse(index, quantity, What.SHARE)
        if sharing and (role in {Role.FROM, Role.AGAINST} or (role is not Role.BY and leads_to(phrase, index))):
            return FigureUse(index, quantity, What.EARLIER_SHARE)
        if sharing and role is not Role.BY and not (before is not None and before.mask & m.Movement.bit and role is None):
            return FigureUse(index, quantity, What.SHARE)
    if role in {Role.AGAINST, Role.FROM} and around.last is What.SHARE and (near is None or role is Role.FROM):
        return FigureUse(index, quantity, What.EARLIER_SHARE)
    if role in {Role.FROM, Role.AGAINST} and not figure.times:
        dated = any(0 < at - index <= _CLOSE for at, _ in (*phrase.bases, *phrase.periods))
        if dated and around.last is What.CHANGE and around.direction is not None:
            return FigureUse(index, quantity, What.EARLIER_CHANGE, around.direction)
        return FigureUse(index, quantity, What.OTHER, reason="an earlier rate of change")
    bare = phrase.chunk.opener is Mark.OPEN and near is None and role is not Role.BY and phrase.basis is None and not figure.times
    if bare and quantity.unit == "%":
        return FigureUse(index, quantity, What.SHARE if around.shared else What.UNKNOWN, reason="a percentage in brackets")
    if near is not None:
        return FigureUse(index, quantity, What.CHANGE, near[1].direction)
    if role is Role.BY and phrase.level is not None and phrase.level.bound is Bound.OVER:
        return FigureUse(index, quantity, What.CHANGE, Direction.UP)  # "exceeding by 16% the level of 2022"
    if figure.times or role is Role.BY or phrase.basis is not None or phrase.bases:
        direction = multiple_of(phrase, index, figure) or around.direction or (Direction.UP if figure.times else None)
        if direction is not None:
            return FigureUse(index, quantity, What.CHANGE, direction)
    listed = around.last is None and phrase.chunk.opener is Mark.COLON and index == 1 and bool(items[0].mask & (m.Party.bit | m.Goods.bit))
    if listed and around.direction is not None and not sharing and role is None:
        return FigureUse(index, quantity, What.CHANGE, around.direction)  # "all gained: Peru 9.5%, to 5 Mt"
    if index == 0 and any(head.use is Use.VERB for _, head in phrase.heads) and not figure.times:
        return FigureUse(index, quantity, What.UNKNOWN, reason="a part that somebody has of what is told")
    if around.growth or (around.last in {What.CHANGE, What.LEVEL} and around.direction is not None and not sharing):
        return FigureUse(index, quantity, What.CHANGE, around.direction or Direction.UP)
    if around.last in {What.SHARE, What.EARLIER_SHARE}:
        return FigureUse(index, quantity, What.SHARE)
    return FigureUse(index, quantity, What.UNKNOWN, reason="a percentage of which the text does not say what it is")


def _from_to(phrase: Phrase, index: int) -> bool:
    """Whether a percentage is one end of "from 6% to 12%" behind a flow, which is told as a part of something then."""
    items, at = phrase.chunk.items, phrase.figures.index(index)
    ends = phrase.figures[at - 1 : at + 1] if at and role_of(items[index - 1]) is Role.TO else phrase.figures[at : at + 2]
    if len(ends) != 2 or all(head.weak for _, head in phrase.heads) or any(movement.use is Use.NOUN for _, movement in phrase.movements):
        return False
    left, right = items[ends[0]].get(m.Figure), items[ends[1]].get(m.Figure)
    percents = left is not None and right is not None and left.quantity.unit == right.quantity.unit == "%"
    told = ends[1] == ends[0] + 2 and role_of(items[ends[0] - 1]) is Role.FROM and role_of(items[ends[1] - 1]) is Role.TO
    return percents and told


def _carried(phrase: Phrase, position: int, uses: list[FigureUse], use: FigureUse) -> FigureUse:
    """A figure joined to the one before it plays the same part."""
    joined = listed_before(phrase, position)
    if joined is None or not uses:
        return use
    last = uses[-1]
    relative = use.quantity.dimension in RELATIVE
    if relative == (last.quantity.dimension in RELATIVE) and use.what is not What.OTHER and last.what is not What.OTHER:
        return evolve(use, what=last.what, direction=use.direction or last.direction)
    return use


def _figure(phrase: Phrase, position: int) -> m.Figure:
    """Return a figure of the chunk; "71 and 45 percent" gives the percent to both."""
    index = phrase.figures[position]
    figure = phrase.chunk.items[index].get(m.Figure)
    assert figure is not None
    if figure.quantity.unit == "1" and position + 1 < len(phrase.figures) and listed_before(phrase, position + 1) == index:
        following = _figure(phrase, position + 1)
        if following.quantity.unit == "%" or (figure.scaled and following.scaled and following.quantity.unit != "1"):
            return evolve(figure, quantity=evolve(figure.quantity, unit=following.quantity.unit))
    if _is_range(phrase, position):
        upper = _figure(phrase, position + 1).quantity
        quantity = evolve(figure.quantity, unit=upper.unit, bound=Bound.BETWEEN, upper=upper.amount)
        return evolve(figure, quantity=quantity)
    return figure


def _is_range(phrase: Phrase, position: int) -> bool:
    """Whether a bare number runs "to" a percentage right behind it: by 5 to 10 percent."""
    if position + 1 >= len(phrase.figures):
        return False
    index, after = phrase.figures[position], phrase.figures[position + 1]
    left, right = phrase.chunk.items[index].get(m.Figure), phrase.chunk.items[after].get(m.Figure)
    if left is None or right is None or after != index + 2 or role_of(phrase.chunk.items[index + 1]) is not Role.TO:
        return False
    if left.quantity.is_money and phrase.status is not None and not phrase.movements:
        near = left.quantity.amount < right.quantity.amount < left.quantity.amount * _RANGE
        return near and left.quantity.unit == right.quantity.unit and role_of(neighbour(phrase.chunk.items, index, -1)) is not Role.FROM
    if role_of(neighbour(phrase.chunk.items, index, -1)) not in {Role.BY, Role.OF}:
        return False
    return left.quantity.unit in {"1", "%"} and right.quantity.unit == "%" and right.quantity.amount > left.quantity.amount


def _behind_joint(phrase: Phrase, use: FigureUse, around: Surroundings) -> FigureUse:
    """Decide a level that begins its chunk by the joint before it and the figure before that.

    "…, or $2bn" after a change is the same change; "after 1.1 Mt in 2023" and "and $4bn in 2021" after an earlier level are earlier levels.
    """
    opener = phrase.chunk.opener
    if use.what is What.SHARE and opener is Mark.CONTRAST and use.index == 0 and around.last is What.SHARE and not phrase.heads:
        dated = any(0 < at <= _CLOSE for at, _ in (*phrase.bases, *phrase.periods))
        return evolve(use, what=What.EARLIER_SHARE) if dated else use
    if use.what is not What.LEVEL or phrase.heads:
        return use
    items = phrase.chunk.items
    if opener is Mark.OPEN and around.compared and all(item.mask & m.Goods.bit for item in items[1:]):
        return evolve(use, what=What.EARLIER)
    bare = len(items) == 2 and bool(items[0].mask & m.Level.bit)
    last = any(expr.points_back or expr.offset == -1 for _, expr in (*phrase.periods, *phrase.bases))
    dated = len(items) <= 3 and use.index == 0 and last
    if opener is Mark.OPEN and dated and around.last is What.LEVEL and use.quantity.unit in {around.unit, "1"}:
        return evolve(use, what=What.EARLIER)  # "1.7bn (463m last year)"
    if opener is Mark.OPEN and bare and around.last is What.LEVEL and use.quantity.unit in {around.unit, "1"}:
        return evolve(use, what=What.EARLIER)  # "20.1 Mt (was 25.9 Mt)"
    if opener is Mark.OR and use.index == 0 and around.last is What.CHANGE:
        return evolve(use, what=What.CHANGE, direction=around.direction)
    if opener in {Mark.AND, Mark.OR} and around.last is What.EARLIER:
        return evolve(use, what=What.EARLIER)
    if opener is Mark.CONTRAST and use.index == 0 and around.last is What.LEVEL:
        return evolve(use, what=What.EARLIER)
    return use


def only_a_change(phrase: Phrase, index: int) -> bool:
    """Whether a chunk is nothing but the noun of a change: "… fell 21%, after a 30% drop"."""
    items = phrase.chunk.items
    noun = movement_of(items[index + 1], noun=True) if index == 0 and len(items) > 1 else None
    bare = not (phrase.heads or phrase.parties or phrase.goods or phrase.periods or phrase.bases or phrase.basis is not None)
    return bare and noun is not None and noun.use is Use.NOUN


def _fallen(use: FigureUse) -> FigureUse:
    """A fall by a number of times leaves that part of what there was: twice less is half."""
    amount = use.quantity.amount
    if use.what is not What.CHANGE or use.direction is not Direction.DOWN or use.quantity.unit != "x" or amount <= 1:
        return use
    left = (1 / amount).quantize(Decimal("0.01")).normalize()
    return evolve(use, quantity=evolve(use.quantity, amount=left, bound=_TURNED.get(use.quantity.bound, use.quantity.bound)))


_TURNED = {Bound.OVER: Bound.UNDER, Bound.UNDER: Bound.OVER}


def uses(phrase: Phrase, around: Surroundings) -> list[FigureUse]:
    """Return the part that every figure of the chunk plays, in order."""
    found: list[FigureUse] = []
    for position, index in enumerate(phrase.figures):
        figure = _figure(phrase, position)
        if position and phrase.figures[position - 1] == index - 2 and _is_range(phrase, position - 1):
            continue
        other = governor(phrase, index)
        if other is not None:
            found.append(FigureUse(index, figure.quantity, What.OTHER, reason=f"a figure of {other.kind}, not of a flow"))
            continue
        relative = figure.quantity.dimension in RELATIVE
        use = _percent(phrase, index, figure, around) if relative else amount(phrase, index, figure, around)
        found.append(_fallen(_carried(phrase, position, found, _behind_joint(phrase, use, around))))
    return found

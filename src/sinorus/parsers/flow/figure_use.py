"""What each figure of a chunk is: a level reached, a change, an earlier level, a share, or nothing of a flow."""

from decimal import Decimal

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark, Role, Use
from sinorus.parsers.flow.figure_level import amount
from sinorus.parsers.flow.figure_owner import governor
from sinorus.parsers.flow.figure_part import RELATIVE, FigureUse, Surroundings, What
from sinorus.parsers.flow.figure_percent import percent
from sinorus.parsers.flow.near import CLOSE, listed_before, movement_of, neighbour
from sinorus.parsers.flow.seen_from_then import turned_back
from sinorus.parsers.marks import mark_of, role_of
from sinorus.parsers.phrase import Phrase
from sinorus.parsers.placing import Slot
from sinorus.values import Bound, Direction, Quantity
from sinorus.values.evolve import evolve

_WHOLE = 100
_RANGE = Decimal("1.3")
"""How much more the upper end of a forecast may be than the lower one: "USD165 billion to USD170 billion"."""


def _carried(phrase: Phrase, position: int, uses: list[FigureUse], use: FigureUse) -> FigureUse:
    """A figure joined to the one before it plays the same part."""
    joined = listed_before(phrase, position)
    if joined is None or not uses:
        return use
    last = uses[-1]
    relative = use.quantity.dimension in RELATIVE
    own = last.what is What.LEVEL and use.what is What.CHANGE and mark_of(phrase.chunk.items[joined + 1]) is Mark.COMMA
    then = (
        phrase.basis is not None
        or any(at > use.index for at, _ in (*phrase.bases, *phrase.periods))
        or use.index + 2 >= len(phrase.chunk.items)
    )
    if own and then and not relative and use.quantity.unit == last.quantity.unit and use.quantity.amount < last.quantity.amount:
        return use  # "it came to $9bn, $2bn more than a year before"
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
        if (following.quantity.unit == "%" and not figure.power and following.sign is None) or (
            figure.scaled and following.scaled and following.quantity.unit != "1"
        ):
            return evolve(figure, quantity=evolve(figure.quantity, unit=following.quantity.unit))
    if _ends_in_percent(phrase, position):
        return evolve(figure, quantity=evolve(figure.quantity, unit="%"))
    if _is_range(phrase, position):
        upper = _figure(phrase, position + 1).quantity
        quantity = evolve(figure.quantity, unit=upper.unit, bound=Bound.BETWEEN, upper=upper.amount)
        return evolve(figure, quantity=quantity)
    return figure


def _ends_in_percent(phrase: Phrase, position: int) -> bool:
    """Whether a bare number is where a percentage has gone: "from 45% in 2006 to 37 in 2007"."""
    items, index = phrase.chunk.items, phrase.figures[position]
    figure = items[index].get(m.Figure)
    if not position or figure is None or figure.quantity.unit != "1" or figure.power or role_of(phrase.item(index - 1)) is not Role.TO:
        return False
    before = items[phrase.figures[position - 1]].get(m.Figure)
    left = before is not None and before.quantity.unit == "%" and role_of(phrase.item(phrase.figures[position - 1] - 1)) in _LEFT
    behind = phrase.item(index + 1)
    return left and figure.quantity.amount <= 100 and not (behind is not None and behind.mask & m.Goods.bit)


_LEFT = frozenset({Role.FROM, Role.WITH})
"""Of the level that is left: «с» is "with" and "from"."""


def _in_percent(phrase: Phrase, index: int, figure: m.Figure, around: Surroundings) -> m.Figure:
    """Return a figure of the chunk; a few of nothing are percent behind a change that is: "it rose by 30 percent, and its value by 23"."""
    items, quantity = phrase.chunk.items, figure.quantity
    few = quantity.unit == "1" and not figure.power and not figure.counted and quantity.amount <= _WHOLE
    joined = phrase.chunk.opener in {Mark.AND, Mark.CONTRAST} and not phrase.parties and around.last is What.CHANGE and not around.amount
    if not (few and joined) or role_of(phrase.item(index - 1)) is not Role.BY or items[index - 1].end + 1 < items[index].start:
        return figure
    behind = phrase.item(index + 1)
    goods = behind is not None and behind.mask & m.Goods.bit
    return figure if goods else evolve(figure, quantity=evolve(quantity, unit="%"))


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
    if (
        use.what is What.SHARE
        and opener in {Mark.CONTRAST, Mark.OPEN}
        and use.index == 0
        and around.last is What.SHARE
        and not phrase.heads
    ):
        dated = any(0 < at <= CLOSE for at, _ in (*phrase.bases, *phrase.periods))
        return evolve(use, what=What.EARLIER_SHARE) if dated else use
    if use.what is not What.LEVEL or phrase.heads:
        return use
    items = phrase.chunk.items
    if opener is Mark.OPEN and around.compared and all(item.mask & m.Goods.bit for item in items[1:]):
        return evolve(use, what=What.EARLIER)
    if around.listed and around.last is What.LEVEL and use.quantity.unit in {around.unit, "1"}:
        return evolve(use, what=What.EARLIER)  # "Ilo 9 Mt (a year ago 8), Ite 5 Mt (4)"
    bare = len(items) == 2 and bool(items[0].mask & m.Level.bit)
    last = any(expr.points_back or expr.offset == -1 for _, expr in (*phrase.periods, *phrase.bases))
    dated = len(items) <= 3 and use.index == 0 and last
    if opener is Mark.OPEN and dated and around.last is What.LEVEL and use.quantity.unit in {around.unit, "1"}:
        return evolve(use, what=What.EARLIER)  # "1.7bn (463m last year)"
    if opener is Mark.OPEN and bare and around.last is What.LEVEL and use.quantity.unit in {around.unit, "1"}:
        return evolve(use, what=What.EARLIER)  # "20.1 Mt (was 25.9 Mt)"
    if opener is Mark.OR and use.index == 0 and around.last is What.CHANGE:
        return evolve(use, what=What.CHANGE, direction=around.direction)
    own = any(at < use.index for at, _ in phrase.periods) or (opener is Mark.AND and use.index > 0 and bool(items[0].mask & m.Level.bit))
    own = own or bool(phrase.of(Slot.TO) or phrase.of(Slot.FROM))
    if opener in {Mark.AND, Mark.OR} and around.last is What.EARLIER and not own and phrase.status is None:
        return evolve(use, what=What.EARLIER)
    if opener is Mark.CONTRAST and use.index == 0 and around.last is What.LEVEL and not (phrase.of(Slot.TO) or phrase.of(Slot.FROM)):
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
    if amount >= _NOTHING_LEFT:
        return evolve(use, what=What.OTHER, reason="how many times something was done")
    return evolve(use, quantity=inverse(use.quantity))


def inverse(times: Quantity) -> Quantity:
    """Return what a number of times is the other way round: twice less is half."""
    exact = (1 / times.amount).quantize(Decimal("0.001"))
    left = (exact if exact * times.amount == 1 else (1 / times.amount).quantize(Decimal("0.01"))).normalize()
    return evolve(times, amount=left, bound=_TURNED.get(times.bound, times.bound))


_NOTHING_LEFT = 100
"""Nothing is told to have fallen by so many times."""
_TURNED = {Bound.OVER: Bound.UNDER, Bound.UNDER: Bound.OVER}


def uses(phrase: Phrase, around: Surroundings) -> list[FigureUse]:
    """Return the part that every figure of the chunk plays, in order."""
    found: list[FigureUse] = []
    for position, index in enumerate(phrase.figures):
        figure = _in_percent(phrase, index, _figure(phrase, position), around)
        if position and phrase.figures[position - 1] == index - 2 and _is_range(phrase, position - 1):
            continue
        other = governor(phrase, index)
        if other is not None:
            found.append(FigureUse(index, figure.quantity, What.OTHER, reason=f"a figure of {other.kind}, not of a flow"))
            continue
        relative = figure.quantity.dimension in RELATIVE
        use = percent(phrase, index, figure, around) if relative else amount(phrase, index, figure, around)
        use = _carried(phrase, position, found, _behind_joint(phrase, use, around))
        found.append(_fallen(turned_back(use) if around.then else use))
    return found

"""What a level or an amount is: the level reached, a change, an earlier level."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark, Role, Use
from sinorus.parsers.bases import roles_of
from sinorus.parsers.flow.claim import LEAST
from sinorus.parsers.flow.figure_earlier import is_earlier, is_reached
from sinorus.parsers.flow.figure_owner import is_worth
from sinorus.parsers.flow.figure_part import RELATIVE, FigureUse, Surroundings, What
from sinorus.parsers.flow.near import movement_near, movement_of, neighbour
from sinorus.parsers.marks import is_cue, mark_of, role_of
from sinorus.parsers.phrase import Phrase
from sinorus.values import Bound, Direction, Quantity
from sinorus.values.evolve import evolve
from sinorus.values.unit import Dimension

_HUNDRED = 100
_COUNTED = frozenset({"freight", "company"})
"""Kinds of look-alikes that are counted: passengers, parcels."""


def multiple_of(phrase: Phrase, index: int, figure: m.Figure) -> Direction | None:
    """Return where a level went that is told as so many times another: "is 1.7 times that of 2022", whatever rose or fell before."""
    before = neighbour(phrase.chunk.items, index, -1)
    if not figure.times or before is None or not before.mask & m.Level.bit:
        return None
    return Direction.UP if figure.quantity.amount >= 1 else Direction.DOWN


def amount(phrase: Phrase, index: int, figure: m.Figure, around: Surroundings) -> FigureUse:
    """Return the part of a figure that is no percentage: the level reached, an earlier one, a change told as an amount."""
    quantity = figure.quantity
    before = neighbour(phrase.chunk.items, index, -1)
    if (reason := _of_no_flow(phrase, index, figure)) is not None:
        return FigureUse(index, quantity, What.OTHER, reason=reason)
    if quantity.unit == "1" and not figure.scaled and before is not None and {Role.FROM, Role.OF} <= roles_of(before):
        return FigureUse(index, quantity, What.OTHER, reason="a count of those of whom some are told")  # «у каждой из четырёх»
    if around.share and _is_percent(phrase, index, figure):
        return FigureUse(index, evolve(quantity, unit="%"), What.SHARE)
    below = movement_of(before, noun=True)
    if around.balance and (
        figure.sign is Direction.DOWN or (below is not None and below.use is Use.NOUN and below.direction is Direction.DOWN)
    ):
        return FigureUse(index, quantity, What.LEVEL, Direction.DOWN)  # "minus $5bn"
    if figure.sign is not None and phrase.chunk.opener is Mark.OPEN and len(phrase.chunk.items) == 1 and not around.balance:
        return FigureUse(index, _counted_as(quantity, around), What.CHANGE, figure.sign)  # "106,400 cars (+67,800)"
    if quantity.bound is Bound.UNDER and (movement_of(before, noun=False) is not None or _continues(phrase, index, around)):
        return FigureUse(index, evolve(quantity, bound=Bound.EXACT), What.LEVEL)
    if is_earlier(phrase, index, quantity):
        return FigureUse(index, quantity, What.EARLIER)
    if _beside_earlier(phrase, quantity, around):
        return FigureUse(index, evolve(quantity, bound=Bound.EXACT), What.EARLIER)
    moved = _moved_behind(phrase, index) or _moved_before(phrase, index, quantity, around)
    if moved is not None:
        return FigureUse(index, quantity, What.CHANGE, moved)
    level = phrase.level.bound if phrase.level is not None else None
    if level is not None and quantity.bound is Bound.EXACT and is_reached(phrase, index):
        quantity = evolve(quantity, bound=level)
    return FigureUse(index, quantity, What.LEVEL)


def _counted_as(quantity: Quantity, around: Surroundings) -> Quantity:
    """Return a bare number in the unit of the level before it."""
    return evolve(quantity, unit=around.unit) if quantity.unit == "1" and around.unit is not None else quantity


def _is_percent(phrase: Phrase, index: int, figure: m.Figure) -> bool:
    """Whether a bare number goes on with shares that were told before: "Peru was second with 19"."""
    items = phrase.chunk.items
    bare = figure.quantity.unit == "1" and not figure.scaled and figure.quantity.amount < _HUNDRED and index == len(items) - 1
    return bare and bool(phrase.parties) and index > 0 and role_of(items[index - 1]) in {Role.WITH, Role.AT} and not phrase.heads


def _of_no_flow(phrase: Phrase, index: int, figure: m.Figure) -> str | None:
    """Return why a figure is of no flow: a price, or a count of what is no goods."""
    items, quantity = phrase.chunk.items, figure.quantity
    other = items[index + 1].get(m.OtherMeasure) if index + 1 < len(items) else None
    if quantity.is_money and index + 2 < len(items) and role_of(items[index + 1]) is Role.IN:
        other = items[index + 2].get(m.OtherMeasure)  # "$3bn in taxes"
    lent = other is not None and other.kind == "investment" and quantity.is_money  # "$25 billion in loans"
    priced = other is not None and other.kind == "price" and not (index + 2 < len(items) and is_worth(phrase, index + 2))
    if other is not None and (lent or priced or (quantity.unit == "1" and other.kind in _COUNTED)):
        return f"a figure of {other.kind}, not of a flow"
    if quantity.is_money and _worth_of_one(phrase, index):
        return "the worth of one of several"
    if quantity.unit == "1" and index + 1 < len(items) and items[index + 1].mask & m.Route.bit:
        return "a count of trains or lines, not of goods"
    if quantity.is_money and not figure.scaled and quantity.amount < LEAST:
        return "too small for a flow: a price"
    if (
        quantity.is_money
        and not phrase.heads
        and index > 1
        and role_of(items[index - 1]) is Role.OF
        and items[index - 2].mask & m.Share.bit
    ):
        return "the whole of which somebody has a part"  # "they account for a good deal of the $32bn that it is owed"
    if index + 1 < len(items) and is_cue(items[index + 1], "flow", "apart") and not (phrase.bases or phrase.periods):
        return "how far one is from another"  # "Peru was 20 kt behind with 5 Mt"
    return None


def _worth_of_one(phrase: Phrase, index: int) -> bool:
    """Whether money is what each of those counted before is worth: "41 shipments worth $200,000 each"."""
    items = phrase.chunk.items
    after = items[index + 1].get(m.Respectively) if index + 1 < len(items) else None
    counts = (items[at].get(m.Figure) for at in phrase.figures if at < index)
    return after is not None and after.each and any(figure is not None and figure.quantity.unit == "1" for figure in counts)


def _continues(phrase: Phrase, index: int, around: Surroundings) -> bool:
    """Whether a level goes on with a change told before it: "grew by 30% up to 5 Mt"."""
    items, opener = phrase.chunk.items, phrase.chunk.opener
    before = neighbour(items, index, -1)
    sized = before.get(m.Figure) if before is not None else None
    if sized is not None and sized.quantity.dimension in RELATIVE:
        return True
    if index == 0:
        return opener is Mark.COMMA or (opener is Mark.OPEN and around.last is What.CHANGE)
    return bool(phrase.movements) and bool(items[index - 1].mask & m.Punctuation.bit)


def _moved_behind(phrase: Phrase, index: int) -> Direction | None:
    """Return where a flow moved by so much, told right behind the figure: "5 Mt more", "5 Mt or 3% more"."""
    items = phrase.chunk.items
    following = movement_of(items[index + 1], noun=True) if index + 1 < len(items) else None
    if index + 3 < len(items) and mark_of(items[index + 1]) is Mark.OR:
        third = items[index + 3].get(m.Movement)
        if items[index + 2].mask & m.Figure.bit and third is not None and third.use is Use.MODIFIER:
            following = third
    if following is None or following.use is Use.VERB or _adds(phrase, index):
        return None
    return following.direction


def _adds(phrase: Phrase, index: int) -> bool:
    """Whether so many "more" came in a time of their own: "1 million in 2023, and 560,000 more in the first half of 2024"."""
    behind = [at for at, expr in phrase.periods if at > index + 1 and not expr.points_back]
    compared = phrase.bases or phrase.basis is not None or any(role_of(item) is Role.AGAINST for item in phrase.chunk.items[index + 1 :])
    return phrase.chunk.opener is Mark.AND and index == 0 and bool(behind) and not compared and not phrase.heads


def _moved_before(phrase: Phrase, index: int, quantity: Quantity, around: Surroundings) -> Direction | None:
    """Return where a flow moved by so much, told before the figure: "fell by 5 Mt", "a fall of 5 Mt"."""
    items = phrase.chunk.items
    before = neighbour(items, index, -1)
    role, movement = role_of(before), movement_of(before, noun=False)
    adding = before is not None and bool(before.mask & m.Level.bit)  # "gas added 5 Mt": as much as that, or so much more
    if role is Role.BY or (movement is not None and movement.factor is None and movement.use is Use.VERB and role is None and not adding):
        near = movement_near(phrase, index)
        if near is not None:
            return near[1].direction
        if role is Role.BY and phrase.level is not None and phrase.level.bound in _PASSED and around.last is None and not phrase.goods:
            return _PASSED[phrase.level.bound]  # "the new figure is above it by $9m"
    told = around.amount and around.last is What.CHANGE and around.direction is not None and not phrase.heads
    opens = index == 1 and phrase.chunk.opener is Mark.COMMA and around.direction is not None and not phrase.heads
    if role is Role.BY and opens and quantity.dimension is not Dimension.COUNT:
        return around.direction  # "it grew most of all, by 98,000 t"
    if role is Role.BY and quantity.unit == "1" and told:
        return around.direction  # "fell by 9,000 t, the others by 5,000"
    if movement is not None and (movement.use is Use.NOUN or (movement.factor is None and _by_as_much(phrase, index, quantity, around))):
        return movement.direction
    noun = movement_of(items[index - 2], noun=True) if role is Role.OF and index >= 2 else None
    return noun.direction if noun is not None and noun.use is Use.NOUN else None


_PASSED = {Bound.OVER: Direction.UP, Bound.UNDER: Direction.DOWN}


def _by_as_much(phrase: Phrase, index: int, quantity: Quantity, around: Surroundings) -> bool:
    """Whether a level behind another one is by how much that has changed: "at 20 Mt, down 6.6 Mt compared with December"."""
    bare = not (phrase.heads or phrase.goods or phrase.parties) and len(phrase.figures) == 1 and index == 1
    told = phrase.bases or phrase.periods or phrase.basis is not None
    return bare and around.last is What.LEVEL and quantity.unit == around.unit and bool(told)


def _beside_earlier(phrase: Phrase, quantity: Quantity, around: Surroundings) -> bool:
    """Whether a level is a second one that is compared with: "up from 1.9 Mt in May, but just below 2 Mt in April"."""
    bare = phrase.chunk.opener is Mark.CONTRAST and not phrase.heads and not phrase.movements and not phrase.parties
    return bare and around.last is What.EARLIER and quantity.bound in {Bound.UNDER, Bound.OVER}

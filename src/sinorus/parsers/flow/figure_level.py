"""What a level or an amount is: the level reached, a change, an earlier level."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Mark, Role, Use
from sinorus.languages.period_expr import PeriodExpr, PeriodKind, PeriodRelation
from sinorus.parsers.bases import is_relative, roles_of
from sinorus.parsers.flow.claim import LEAST
from sinorus.parsers.flow.figure_owner import is_worth
from sinorus.parsers.flow.figure_part import RELATIVE, FigureUse, Surroundings, What
from sinorus.parsers.flow.near import movement_near, movement_of, neighbour, plan_before
from sinorus.parsers.flow.partner import SUBJECTS
from sinorus.parsers.marks import is_cue, mark_of, role_of
from sinorus.parsers.phrase import Phrase
from sinorus.scan.mention import Mention
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
    if _is_earlier(phrase, index, quantity):
        return FigureUse(index, quantity, What.EARLIER)
    if _beside_earlier(phrase, quantity, around):
        return FigureUse(index, evolve(quantity, bound=Bound.EXACT), What.EARLIER)
    moved = _moved_behind(phrase, index) or _moved_before(phrase, index, quantity, around)
    if moved is not None:
        return FigureUse(index, quantity, What.CHANGE, moved)
    level = phrase.level.bound if phrase.level is not None else None
    if level is not None and quantity.bound is Bound.EXACT and _reached(phrase, index):
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


def _reached(phrase: Phrase, index: int) -> bool:
    """Whether a word of levels stands before a figure, with nothing between them but when that was: "passed in May 1 Mt"."""
    items, at = phrase.chunk.items, index - 1
    while (
        at > 0
        and items[at].mask & (m.Relation.bit | PeriodExpr.bit | m.RecordHigh.bit)
        and not items[at].mask & (m.Level.bit | m.Movement.bit)
    ):
        at -= 1
    return at >= 0 and bool(items[at].mask & m.Level.bit)


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


def _is_earlier(phrase: Phrase, index: int, quantity: Quantity) -> bool:
    """Whether a level is the one from which, or compared with which, something moved."""
    before = neighbour(phrase.chunk.items, index, -1)
    role = role_of(before)
    whole = before is not None and Role.OF in roles_of(before)  # «из 5 млн»: of, not from
    reached = role is Role.AGAINST and _reached(phrase, index)  # «свелось в мае к 5 млрд», where "to" and "against" are one word
    if (
        (role in {Role.FROM, Role.AGAINST} and not whole and not reached)
        or plan_before(phrase, index) is not None
        or of_time_before(phrase, index)
    ):
        return True
    if _of_rival(phrase, index) or _of_record(phrase, index) or _compared(phrase, index) or _is_multiplied(before, quantity):
        return True
    if (role is Role.WITH and _left_behind(phrase, index, quantity)) or _of_base(phrase, index):
        return True
    moved = movement_of(before, noun=False) is not None or role is Role.BY
    return not moved and quantity.bound is not Bound.BETWEEN and leads_to(phrase, index)


def _of_rival(phrase: Phrase, index: int) -> bool:
    """Whether a level is that of one of the two, with which another country's is compared: "Peru bought 8 Mt, more than China's 7 Mt"."""
    items = phrase.chunk.items
    party = items[index - 2].get(m.Party) if index > 3 else None
    if party is None or not SUBJECTS.issuperset(party.codes) or role_of(items[index - 1]) is not Role.POSSESSIVE:
        return False
    return role_of(items[index - 3]) is Role.AGAINST and movement_of(items[index - 4], noun=True) is not None


def _is_multiplied(before: Mention | None, quantity: Quantity) -> bool:
    """Whether a level is one of which so many times are told: "three times the $6 million of April"."""
    if before is None or not before.mask & (m.Figure.bit | m.Movement.bit):
        return False
    times, factor = before.get(m.Figure), before.get(m.Movement)
    multiple = (times is not None and times.times) or (factor is not None and factor.factor is not None and factor.use is Use.MODIFIER)
    return multiple and quantity.dimension not in RELATIVE and quantity.unit != "1"


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


def leads_to(phrase: Phrase, index: int) -> bool:
    """Whether a level is followed by the one it became: "36.5 → 151.9 thousand tonnes"."""
    items, at = phrase.chunk.items, index + 1
    if index and role_of(items[index - 1]) is Role.WITH:
        while at + 1 < len(items) and (items[at].mask & PeriodExpr.bit or (role_of(items[at]) and items[at + 1].mask & PeriodExpr.bit)):
            at += 1  # «с 5 млрд в 2021 году до 7 млрд»
    if at + 1 >= len(items) or role_of(items[at]) is not Role.TO:
        return False
    left, right = items[index].get(m.Figure), items[at + 1].get(m.Figure)
    if left is None or right is None:
        return False
    return left.quantity.unit == right.quantity.unit or (at > index + 1 and right.scaled and right.quantity.unit == "1")


def _left_behind(phrase: Phrase, index: int, quantity: Quantity) -> bool:
    """Whether a level stands right behind the one it became: «вырос до 7 млрд с 5 млрд», where "with" and "from" are one word."""
    items = phrase.chunk.items
    reached = items[index - 2].get(m.Figure) if index >= 3 else None
    same = reached is not None and quantity.unit in {reached.quantity.unit, "1"}
    return same and role_of(items[index - 3]) is Role.TO


def _of_base(phrase: Phrase, index: int) -> bool:
    """Whether a level is told with the time that is compared with: "three times as much as in all 2022, with its 30 kt"."""
    items, at = phrase.chunk.items, index - 1
    at -= bool(items[at].mask & m.Pointer.bit)
    return at > 0 and role_of(items[at]) is Role.WITH and any(base == at - 1 for base, _ in phrase.bases)


def of_time_before(phrase: Phrase, index: int) -> bool:
    """Whether a level is said to be that of a time before: "exceeds last year's 5.2 Mt", "after the 30 Mt of July"."""
    items, at = phrase.chunk.items, index - 1
    at -= at > 0 and role_of(items[at]) is Role.POSSESSIVE
    expr = items[at].get(PeriodExpr) if at > 0 else None
    if expr is None:
        return False
    pointer = items[at - 1].get(m.Pointer)
    named = pointer is not None and pointer.to is Anaphor.FIGURE and at > 1  # "exceeds the figure of last year, 34 Mt"
    attached = expr.adjective or expr.kind is PeriodKind.YEAR_BEFORE or at < index - 1 or named
    at -= named
    if expr.relation is PeriodRelation.FROM or role_of(items[at - 1]) is Role.AGAINST:
        return attached
    if expr.relation in {PeriodRelation.BY, PeriodRelation.AGAINST} and (is_relative(items[at - 1]) or items[at - 1].mask & m.Movement.bit):
        return attached  # "up 8% on April's 7.9 Mt", where one word is "on" and "to"
    level, movement = items[at - 1].get(m.Level), movement_of(items[at - 1], noun=False)
    compared = movement is not None and movement.use is Use.MODIFIER
    sized = compared and at > 1 and (bool(items[at - 2].mask & m.Figure.bit) or (movement is not None and movement.factor is not None))
    if attached and sized:
        return True  # "half as much again as May's 2.7 Mt"
    passed = (level is not None and level.bound in {Bound.OVER, Bound.UNDER}) or (movement is not None and movement.use is not Use.NOUN)
    return passed and attached and (expr.points_back or expr.offset == -1)


def _of_record(phrase: Phrase, index: int) -> bool:
    """Whether a level is that of a record which was not reached: "below the May record of 8 Mt"."""
    items, at = phrase.chunk.items, index - 1
    while at >= 0 and (role_of(items[at]) in {Role.OF, Role.TO, Role.POSSESSIVE} or items[at].mask & PeriodExpr.bit):
        at -= 1
    if at < 1 or not items[at].mask & m.RecordHigh.bit:
        return False
    before = [item for item in items[max(at - 3, 0) : at] if not item.mask & PeriodExpr.bit]
    movement = before[-1].get(m.Movement) if before else None
    return (movement is not None and movement.use is Use.MODIFIER) or (bool(before) and role_of(before[-1]) is Role.AGAINST)


def _compared(phrase: Phrase, index: int) -> bool:
    """Whether a level stands behind a comparative that has its own size: "13% below the 8.7 Mt of 2020"."""
    items = phrase.chunk.items
    movement = items[index - 1].get(m.Movement) if index else None
    if movement is None or movement.use is not Use.MODIFIER:
        return False
    if index >= 2 and items[index - 2].mask & m.Level.bit and len(phrase.periods) > 1:
        first, *_, last = phrase.periods
        return first[0] < index < last[0]  # "in April they were below the 2.3 Mt of March"
    return movement.factor is not None or (index >= 2 and bool(items[index - 2].mask & m.Figure.bit))

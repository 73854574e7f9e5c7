"""Whether a level is an earlier one, or that of another: from which something moved, or with which it is compared."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Role, Use
from sinorus.languages.period_expr import PeriodExpr, PeriodKind, PeriodRelation
from sinorus.parsers.bases import is_relative, roles_of
from sinorus.parsers.flow.figure_part import RELATIVE
from sinorus.parsers.flow.near import movement_of, neighbour, plan_before
from sinorus.parsers.flow.partner import SUBJECTS
from sinorus.parsers.marks import role_of
from sinorus.parsers.phrase import Phrase
from sinorus.scan.mention import Mention
from sinorus.values import Bound, Quantity


def is_earlier(phrase: Phrase, index: int, quantity: Quantity) -> bool:
    """Whether a level is the one from which, or compared with which, something moved."""
    before = neighbour(phrase.chunk.items, index, -1)
    role = role_of(before)
    whole = before is not None and Role.OF in roles_of(before)  # «из 5 млн»: of, not from
    reached = role is Role.AGAINST and is_reached(phrase, index)  # «свелось в мае к 5 млрд», where "to" and "against" are one word
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
    at -= at > 1 and role_of(items[at]) is Role.OF and role_of(items[at - 1]) is Role.POSSESSIVE  # "from May's level of 8 Mt"
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
    if _left(items[max(at - 2, 0) : at]):
        return True
    movement = before[-1].get(m.Movement) if before else None
    return (movement is not None and movement.use is Use.MODIFIER) or (bool(before) and role_of(before[-1]) is Role.AGAINST)


def _left(items: list[Mention]) -> bool:
    """Whether what stands last is the time of a level from which something moved: "from last year's"."""
    times = [expr for item in items if (expr := item.get(PeriodExpr)) is not None]
    return bool(times) and times[-1].relation is PeriodRelation.FROM and (times[-1].adjective or times[-1].points_back)


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


def is_reached(phrase: Phrase, index: int) -> bool:
    """Whether a word of levels stands before a figure, with nothing between them but when that was: "passed in May 1 Mt"."""
    items, at = phrase.chunk.items, index - 1
    while (
        at > 0
        and items[at].mask & (m.Relation.bit | PeriodExpr.bit | m.RecordHigh.bit)
        and not items[at].mask & (m.Level.bit | m.Movement.bit)
    ):
        at -= 1
    return at >= 0 and bool(items[at].mask & m.Level.bit)

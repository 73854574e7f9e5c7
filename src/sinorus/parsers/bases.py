"""Whether a period is what a change is measured against, not when the goods moved."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Role, Use
from sinorus.languages.period_expr import Grain, PeriodExpr, PeriodKind, PeriodRelation
from sinorus.parsers.marks import mark_of, role_of
from sinorus.scan.mention import Mention
from sinorus.values import Bound, Direction

_AHEAD = m.Certainty.bit | m.Intent.bit
"""What tells of plans: a time "by" which something is to be is no base of comparison then."""


def _then_by(items: list[Mention], index: int) -> bool:
    """Whether the size of a change follows: "rose to March by 9.5%", as Russian names what it compares with."""
    if index + 1 < len(items) and is_relative(items[index + 1]):
        return True
    relation, figure = (items[index + 1].get(m.Relation), items[index + 2].get(m.Figure)) if index + 2 < len(items) else (None, None)
    return relation is not None and figure is not None and (figure.times or (relation.role is Role.BY and is_relative(items[index + 2])))


def is_outdone(items: list[Mention], index: int) -> bool:
    """Whether a figure of that time is exceeded or missed: "exceeded the figure for the same period of last year and reached 3 Mt"."""
    at = index - 1
    while at > 0 and items[at].mask & (m.Relation.bit | m.World.bit) and not items[at].mask & m.Pointer.bit:
        at -= 1  # "the figure of the whole of 2022"
    if at <= 0 or not items[at].mask & m.Pointer.bit:
        return False
    pointer, level = items[at].get(m.Pointer), items[at - 1].get(m.Level)
    return pointer is not None and pointer.to is Anaphor.FIGURE and level is not None and level.bound in {Bound.OVER, Bound.UNDER}


def outdoes(items: list[Mention], index: int) -> bool:
    """Whether behind a level its word only tells what that passes: "it reached $196bn and exceeded the figure of all 2022"."""
    pointer = items[index + 1].get(m.Pointer) if index + 1 < len(items) else None
    told = any(item.mask & m.Figure.bit and not is_relative(item) for item in items[:index])
    return told and pointer is not None and pointer.to is Anaphor.FIGURE and not any(item.mask & m.Figure.bit for item in items[index:])


def is_base(items: list[Mention], index: int, expr: PeriodExpr) -> bool:
    """Whether a period is what a change is measured against, not when the goods moved."""
    if expr.relation is PeriodRelation.AGAINST or (expr.adjective and expr.relation is PeriodRelation.BY):
        return True  # "gained 60% on the February level", which no deadline is told by
    if expr.kind in {PeriodKind.YEAR_BEFORE, PeriodKind.MONTH_BEFORE, PeriodKind.PRECEDING, PeriodKind.SAME}:
        return is_outdone(items, index) or not _happened_in(items, index, expr)
    if _is_exceeded(items, index, expr) or (is_outdone(items, index) and _ends_there(items, index)):
        return True
    if expr.looks_ahead and any(item.mask & _AHEAD for item in items):
        return False  # "they want to double it by 2030", "up 5% by May 2030, as is expected"
    if _is_over(items, index, expr) or _to_which(items, index, expr) or _is_multiplied(items, index) or _opens_change(items, index, expr):
        return True
    if any(items[at].mask & m.Figure.bit and is_part_of_time(items, at) for at in range(max(index - 4, 0), index)):
        return True
    measured = _measured_behind(items, index, expr)
    return _led_by(items, index, expr) if measured is None else measured


def _ends_there(items: list[Mention], index: int) -> bool:
    """Whether nothing of the time follows behind it, but what the flow reached: "exceeded the figure of 2022 and reached $9bn"."""
    behind = items[index + 1 : index + 3]
    return not behind or (len(behind) > 1 and mark_of(behind[0]) is m.Mark.AND and bool(behind[1].mask & m.Level.bit))


def _is_exceeded(items: list[Mention], index: int, expr: PeriodExpr) -> bool:
    """Whether a level is told to lie by so much above that of a time: "they exceed last year's level by 14%"."""
    level = items[index - 1].get(m.Level) if index else None
    by = any(role is Role.BY and is_relative(figure) for role, figure in zip(map(role_of, items[index:]), items[index + 1 :], strict=False))
    return level is not None and level.bound is Bound.OVER and expr.adjective and by


def _measured_behind(items: list[Mention], index: int, expr: PeriodExpr) -> bool | None:
    """Whether a change or a multiple right before a time is measured against it; None where other words decide."""
    before = items[index - 1] if index else None
    if before is None or not before.mask & (m.Figure.bit | m.Movement.bit):
        return None
    if expr.adjective and index == len(items) - 1 and is_relative(before):
        return True  # "9% above last year's and 5% April's"
    if expr.relation is PeriodRelation.FROM:
        return True
    figure, factor = before.get(m.Figure), before.get(m.Movement)
    reached = index > 1 and Role.TO in roles_of(items[index - 2])  # "its share grew to 78% by 2023"
    sized = (figure is not None and is_relative(before) and not reached) or (factor is not None and _then_by(items, index))
    if expr.relation is PeriodRelation.BY and expr.grain is not Grain.DAY and sized:
        return True  # "up 5% by May 2023"
    if factor is not None and factor.factor is not None and _is_set_apart(items, index, expr):
        return True
    grown = items[index - 2].get(m.Movement) if index > 1 and expr.relation is PeriodRelation.PLAIN else None
    multiple = figure is not None and figure.times and (grown is None or grown.use is not Use.VERB)  # not "it grew fivefold last year"
    return True if multiple or (factor is not None and factor.factor is not None and factor.use is Use.MODIFIER) else None


def _led_by(items: list[Mention], index: int, expr: PeriodExpr) -> bool:
    """Whether the words before a time lead to it as to what something is compared with."""
    inside = False
    figured = False
    for back in range(index - 1, max(index - 4, -1), -1):
        item = items[back]
        relation = item.get(m.Relation) if item.mask & m.Relation.bit else None
        if relation is not None:
            if relation.role is Role.AGAINST:
                return True
            if relation.role in {Role.FROM, Role.AT} and back > 0 and bool(items[back - 1].mask & (m.Movement.bit | m.Figure.bit)):
                return not any(mention.mask & m.Figure.bit for mention in items[back + 1 : index])
            if relation.role in {Role.IN, Role.OF, Role.FOR, Role.POSSESSIVE}:
                inside = inside or relation.role in {Role.IN, Role.FOR}
                continue
            if relation.role is Role.TO:  # of languages that have one word for into and in
                inside = inside or back == index - 1
                continue
            if relation.role is Role.BY and back and Role.AGAINST in roles_of(items[back - 1]):
                continue  # "fell to December more than to March"
            return False
        if item.mask & m.Comparison.bit:
            return not inside and back < index - 1  # "5% year on year in May" against "up 5% from the same period of 2021"
        pointer = item.get(m.Pointer) if item.mask & m.Pointer.bit else None
        if pointer is not None and pointer.to is Anaphor.THIS and back == index - 1 and back > 0:
            return bool(items[back - 1].mask & m.Movement.bit)
        figured = figured or (pointer is not None and pointer.to in {Anaphor.FIGURE, Anaphor.TOTAL})
        movement = item.get(m.Movement) if item.mask & m.Movement.bit else None
        if movement is not None:
            level = movement.direction is Direction.FLAT and back == index - 1  # "on a par with 2022"
            running = expr.offset == 0  # "10% more this year"
            inside = inside and not (figured and _is_by_size(items, back))
            return (movement.use is Use.MODIFIER and not (inside or running) and not _compared_behind(items, index)) or level
        if item.mask & m.RecordHigh.bit:
            inside = False
            continue  # "compared with the record year 2024", "5% below the record of 2024"
        if not item.mask & (m.Level.bit | m.Pointer.bit):
            return False
        over = item.get(m.Level)
        if (
            over is not None
            and over.bound is Bound.OVER
            and ((back and is_relative(items[back - 1])) or _is_grown(items, _behind_level(items, index)))
        ):
            return not inside or figured  # "by 16% exceeding the figure of 2022", "exceeded that of 2022 by 16%"
    return False


def _is_by_size(items: list[Mention], at: int) -> bool:
    """Whether a comparative stands behind its size: "by 5% more", «в 2 раза больше (объёма за 2022 год)»."""
    figure = items[at - 1].get(m.Figure) if at else None
    return figure is not None and (figure.times or (at > 1 and is_relative(items[at - 1]) and role_of(items[at - 2]) is Role.BY))


def _is_multiplied(items: list[Mention], index: int) -> bool:
    """Whether what was in that time is taken so many times: "three times those of 2022", "double what they were in 2022"."""
    pointed, of = False, False
    for item in reversed(items[max(index - 5, 0) : index]):
        if item.mask & (m.Figure.bit | m.Movement.bit):
            figure, factor = item.get(m.Figure), item.get(m.Movement)
            if figure is not None:
                return (pointed or of) and figure.times
            return factor is not None and factor.factor is not None and (of or (pointed and factor.use is Use.MODIFIER))
        head = item.get(m.Head) if item.mask & m.Head.bit else None
        if not item.mask & _PASSED and (head is None or head.use is not Use.NOUN):
            return False
        pointed = pointed or head is not None or bool(item.mask & (m.Pointer.bit | m.Level.bit)) or mark_of(item) is m.Mark.RELATIVE
        of = of or role_of(item) is Role.OF
    return False


_PASSED = m.Relation.bit | m.Pointer.bit | m.Level.bit | m.Punctuation.bit


def _compared_behind(items: list[Mention], index: int) -> bool:
    """Whether the words behind a period tell what was compared: "5% higher from May to July than a year earlier"."""
    return any(
        item.mask & m.Comparison.bit or ((relation := item.get(m.Relation)) is not None and relation.role is Role.AGAINST)
        for item in items[index + 1 : index + 3]
    )


def _happened_in(items: list[Mention], index: int, expr: PeriodExpr) -> bool:
    """Whether a change was one in the time named, not against it: "a 7% gain in the same quarter of 2022", "fell 6% the month before"."""
    figure = items[index - 1].get(m.Figure) if index > 1 else None
    if figure is not None and figure.quantity.unit == "%" and expr.kind is not PeriodKind.SAME and expr.relation is PeriodRelation.PLAIN:
        moved = items[index - 2].get(m.Movement)
        return moved is not None and moved.use is Use.VERB and not items[index - 2].mask & m.Relation.bit
    if (index and is_noun_of_change(items[index - 1])) or _opens_story(
        items, index, expr
    ):  # "a 7% surge in", one phrase with its preposition
        return True
    if index + 3 < len(items) and items[index + 2].mask & m.Level.bit and items[index + 3].mask & m.Figure.bit:
        grown = items[index + 1].get(m.Movement)
        if grown is not None and grown.use is Use.NOUN:
            return True  # "a year before, growth had been 73%"
    return index > 1 and role_of(items[index - 1]) is Role.IN and is_noun_of_change(items[index - 2])


def _opens_story(items: list[Mention], index: int, expr: PeriodExpr) -> bool:
    """Whether a chunk begins with the time of which its verb tells a change: "a year before, purchases had fallen by 12%"."""
    lead = items[:index]
    if (
        expr.relation is not PeriodRelation.PLAIN
        or expr.adjective
        or any(roles_of(item) - {Role.IN} or item.mask & ~_LEAD for item in lead)
    ):
        return False
    verb = next((at for at, item in enumerate(items) if at > index and item.mask & m.Movement.bit), 0)
    moved = items[verb].get(m.Movement)
    if not verb or moved is None or moved.use is Use.MODIFIER or not any(is_relative(item) for item in items[verb + 1 :]):
        return False
    return not any(item.mask & (m.Comparison.bit | PeriodExpr.bit | m.Figure.bit) for item in items[index + 1 : verb])


_LEAD = m.Relation.bit | m.Punctuation.bit
"""What may stand before a time that opens a chunk."""


def is_noun_of_change(mention: Mention) -> bool:
    """Whether the mention is the noun of a change: a rise, the gain."""
    return any(isinstance(each, m.Movement) and each.use is Use.NOUN for each in mention.meanings)


def _is_over(items: list[Mention], index: int, expr: PeriodExpr) -> bool:
    """Whether a percentage is one over a month or year: "5% over May", "5% over 2022"."""
    over = items[index - 1] if index > 1 else None
    if over is None or not over.mask & m.Relation.bit or expr.grain not in {Grain.MONTH, Grain.YEAR} or expr.points_back:
        return False
    surge = index > 2 and is_noun_of_change(items[index - 2]) and is_relative(items[index - 3])  # "a 68% surge over 2003"
    return {Role.IN, Role.AGAINST} <= roles_of(over) and (surge or is_relative(items[index - 2]))


def _to_which(items: list[Mention], index: int, expr: PeriodExpr) -> bool:
    """Whether a gain is told to a time: "the gain to March was 9%", as Russian names what it compares with."""
    if expr.relation is not PeriodRelation.BY or expr.grain is Grain.DAY:
        return False
    behind = next((item for item in items[index + 1 :] if not item.mask & (m.Level.bit | m.Punctuation.bit)), None)
    if index and behind is not None and is_noun_of_change(items[index - 1]) and is_relative(behind):
        return True
    opens = index == 0 and len(items) > 2 and is_noun_of_change(items[1])
    return opens and any(is_relative(item) for item in items[2:4])


def _behind_level(items: list[Mention], index: int) -> int:
    """Return where the words behind a time begin, and behind the level that is said to be its own: "last year's 7 Mt by 30%"."""
    at = index + 1 + (index + 1 < len(items) and role_of(items[index + 1]) is Role.POSSESSIVE)
    return at + 1 if at < len(items) and items[at].mask & m.Figure.bit and not is_relative(items[at]) else index + 1


def _is_set_apart(items: list[Mention], index: int, expr: PeriodExpr) -> bool:
    """Whether a time other than the one told before is named behind a change: "in May it doubled to April", as Russian says."""
    if expr.relation is not PeriodRelation.BY or expr.grain is Grain.DAY:
        return False
    told = [each for item in items[: index - 1] if (each := item.get(PeriodExpr)) is not None]
    return bool(told) and told[-1].grain is expr.grain


def _opens_change(items: list[Mention], index: int, expr: PeriodExpr) -> bool:
    """Whether a chunk tells nothing but a change to a time: "to March minus 12%", "to March they fell by 12%", as Russian compares."""
    if index or expr.relation is not PeriodRelation.BY or expr.grain is Grain.DAY:
        return False
    rest = items[1:]
    first = next((at for at, item in enumerate(rest) if item.mask & m.Figure.bit), None)
    sized = first is not None and is_relative(rest[first])
    if first is not None and not sized and expr.offset != -1:
        return False  # "by March it had risen and come to 9 Mt"
    share = rest[0].get(m.Figure) if len(rest) == 1 and expr.grain is Grain.YEAR else None
    if share is not None and share.sign is None and share.quantity.unit == "%":
        return False  # "it was 32% in 2005, by 2015 26%"
    if sized and len(rest) < _OPENED and all(is_relative(item) or item.mask & m.Punctuation.bit or _of_change(item) for item in rest):
        return True
    moved = any(item.mask & m.Movement.bit for item in rest[:first])
    return expr.grain is not Grain.YEAR and moved and all(item.mask & _CHANGING for item in rest[:first])


_OPENED = 4
"""Mentions behind a time that opens a chunk in which nothing but a change is told, less than these."""
_CHANGING = m.Movement.bit | m.Negation.bit | m.Punctuation.bit | m.Pointer.bit | m.Head.bit | m.Goods.bit | m.Relation.bit | m.Level.bit


def _of_change(mention: Mention) -> bool:
    return role_of(mention) is Role.BY or _is_comparative(mention)


def _is_comparative(mention: Mention) -> bool:
    movement = mention.get(m.Movement)
    return movement is not None and movement.use is Use.MODIFIER


def _is_grown(items: list[Mention], index: int) -> bool:
    """Whether "by" and a figure, or a number of times, stand here."""
    relation = items[index].get(m.Relation) if index + 1 < len(items) else None
    figure = items[index + 1].get(m.Figure) if relation is not None else None
    return relation is not None and figure is not None and (relation.role is Role.BY or figure.times)


def is_relative(mention: Mention) -> bool:
    """Whether the mention is a percentage, percentage points or a number of times."""
    figure = mention.get(m.Figure)
    return figure is not None and figure.quantity.unit in {"%", "pp", "x"}


def is_part_of_time(items: list[Mention], index: int) -> bool:
    """Whether a percentage ends a chunk as a part of the level of some time: "$5bn, half of last year's figure"."""
    behind = items[index + 1 :]
    if len(behind) == 2 and behind[1].mask & PeriodExpr.bit and role_of(behind[0]) is Role.OF and not index:
        return is_relative(items[index])  # "…, two thirds of the 2021 level"
    if not 3 <= len(behind) <= _OF_TIME or not is_relative(items[index]) or role_of(behind[0]) is not Role.OF:
        return False
    pointers = [pointer.to for item in behind if (pointer := item.get(m.Pointer)) is not None]
    level = len(pointers) == 1 and pointers[0] in {Anaphor.FIGURE, Anaphor.TOTAL}
    return level and all(item.mask & (m.Pointer.bit | PeriodExpr.bit) or role_of(item) in {Role.OF, Role.POSSESSIVE} for item in behind)


_OF_TIME = 4
"""Mentions that say of which level a part is told, at most."""


def roles_of(mention: Mention) -> set[Role]:
    """Return the roles that a preposition may have."""
    return {each.role for each in mention.meanings if isinstance(each, m.Relation)}

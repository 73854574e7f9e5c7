"""Word order that hides what belongs together: what some languages put before a figure is put behind it, as the readers expect.

Chinese says "of China's coal imports 23%" and "from 2007's 68% to 63%". A reader of roles needs the whole of a share behind its
percentage and the period of an earlier level behind the level. Only what is typed is looked at, so that any language may use either order.
"""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Role, Side, Use
from sinorus.languages.period_expr import PeriodExpr, PeriodRelation
from sinorus.parsers.bases import is_noun_of_change, is_relative
from sinorus.parsers.marks import role_of
from sinorus.records import Measure
from sinorus.scan.mention import Mention, meanings_of
from sinorus.values.evolve import evolve

_NAMES = m.Party.bit | m.World.bit | m.Goods.bit | m.Head.bit | m.Body.bit | PeriodExpr.bit
_WHOLE = m.Head.bit | m.Goods.bit
_LEVELS = frozenset({Role.FROM, Role.AGAINST, Role.TO})
_MOVED = m.Figure.bit | m.Movement.bit | m.Level.bit
_COLOUR = m.Level.bit | m.Respectively.bit | m.Comparison.bit | m.Share.bit


def ordered(items: list[Mention], mask: int) -> list[Mention]:
    """Return the mentions of a chunk with wholes and earlier periods behind their figures; the same list where nothing moves."""
    if not mask & m.Figure.bit:
        return items
    if mask & PeriodExpr.bit:
        items = _periods_behind(items)
    if mask & m.Party.bit and mask & m.Goods.bit:
        items = _goods_of_part(items)
    if mask & m.Party.bit and mask & m.Relation.bit:
        items = _source_of_part(items, mask)
    if mask & m.Share.bit and mask & _WHOLE:
        items = _whole_behind(items)
    elif mask & _WHOLE:
        items = _part_before(items)
    return items


def _periods_behind(items: list[Mention]) -> list[Mention]:
    """Turn "from 2007's 68%" into "from 68% of 2007", and "is 2021's 1.5 times" into "is 1.5 times 2021"."""
    items = _opened_levels(_closed_up(items))
    for index in range(len(items) - 2):
        figure = items[index + 2].get(m.Figure) if items[index + 1].mask & PeriodExpr.bit else None
        if figure is not None and (_leads(items, index) or (figure.times and items[index].mask & m.Level.bit)):
            items = [*items[: index + 1], items[index + 2], items[index + 1], *items[index + 3 :]]
    return items


def _leads(items: list[Mention], index: int) -> bool:
    """Whether a preposition leads to a level; "to" only where the period owns that, for some languages have one word for in and to."""
    role, expr = role_of(items[index]), items[index + 1].get(PeriodExpr)
    joined = items[index].end == items[index + 1].start  # 增至2004年212亿美元
    owns = expr is not None and (expr.adjective or joined) and any(item.mask & _MOVED for item in items[:index])
    gained = role is Role.AGAINST and index > 0 and is_noun_of_change(items[index - 1]) and expr is not None and not expr.adjective
    if gained and is_relative(items[index + 2]):
        return False  # "the gain on the level of 2023 is 27%"; not "a steeper fall than May's 27%"
    return role in _LEVELS and (role is not Role.TO or owns)


def _closed_up(items: list[Mention]) -> list[Mention]:
    """Leave out the particle between a period and its figure: 比10月的17%."""
    inside = [
        index
        for index in range(1, len(items) - 1)
        if items[index - 1].mask & PeriodExpr.bit and items[index + 1].mask & m.Figure.bit and role_of(items[index]) is Role.POSSESSIVE
    ]
    if not inside:
        return items
    owning = {index - 1 for index in inside}
    return [_owning(item) if index in owning else item for index, item in enumerate(items) if index not in inside]


def _owning(period: Mention) -> Mention:
    """Return a period that owns what stands behind it."""
    expr = period.get(PeriodExpr)
    return period if expr is None else evolve(period, meanings=(evolve(expr, adjective=True),))


def _opened_levels(items: list[Mention]) -> list[Mention]:
    """Part the preposition from the period of an earlier level: 从2021年的15%升至 is "from" the level of 2021, not "since 2021"."""
    for index, expr in meanings_of(items[:-2], PeriodExpr):
        if (
            expr.relation in {PeriodRelation.SINCE, PeriodRelation.FROM}
            and items[index + 1].mask & m.Figure.bit
            and any(role_of(item) is Role.TO for item in items[index + 2 : index + 4])
        ):
            start = items[index].start
            opened = Mention(start, start, (m.Relation(Role.FROM),), m.Relation.bit, "order.from")
            plain = evolve(items[index], meanings=(evolve(expr, relation=PeriodRelation.PLAIN),))
            return [*items[:index], opened, plain, *items[index + 1 :]]
    return items


def _whole_behind(items: list[Mention]) -> list[Mention]:
    """Turn "makes up of its coal imports 23%" into "makes up 23% of its coal imports"."""
    found = _whole(items)
    if found is None:
        return items
    first, last = found
    percent = _percent(items, last)
    if percent is None:
        return items
    told = [item for item in items[last:percent] if role_of(item) is not Role.POSSESSIVE]  # the particle 的 before the percentage
    levels = [item for item in told if _is_level(item)]
    told = [item for item in told if not _is_level(item)]
    return [*items[:first], *told, items[percent], _of(items[percent].end), *items[first:last], *levels, *items[percent + 1 :]]


def _is_level(item: Mention) -> bool:
    figure = item.get(m.Figure)
    return figure is not None and figure.quantity.unit != "%"


def _whole(items: list[Mention]) -> tuple[int, int] | None:
    """Return where the whole stands: right behind the verb of a share, or between "in" and the noun of one."""
    for index, item in enumerate(items):
        share = item.get(m.Share)
        if share is None:
            continue
        if share.use is Use.VERB:
            last = _names(items, index + 1)
            if _holds(items, index + 1, last):
                return index + 1, last
        for first in range(index - 1, -1, -1):
            if items[first].mask & PeriodExpr.bit:
                break  # "in 2023 Peruvian tin made up 9% of …" tells a time
            if role_of(items[first]) is Role.IN:
                return (first + 1, index) if _names(items, first + 1) == index and _holds(items, first + 1, index) else None
    return None


def _of(at: int) -> Mention:
    return Mention(at, at, (m.Relation(Role.OF),), m.Relation.bit, "order.of")


def _part_before(items: list[Mention]) -> list[Mention]:
    """Turn "China's coal imports' 21%" into "21% of China's coal imports", where a verb stands before or who has the part behind."""
    for index, figure in meanings_of(items, m.Figure):
        if index < 2 or figure.quantity.unit != "%" or figure.sign is not None:
            continue
        if role_of(items[index - 1]) is not Role.POSSESSIVE:
            if (first := _whole_of_part(items, index)) is not None:
                last = index - 1 if items[index - 1].mask & m.Level.bit else index
                return [*items[:first], items[index], _of(items[index].end), *items[first:last], *items[index + 1 :]]
            continue
        first = index - 1
        while first and not items[first - 1].mask & m.Relation.bit and items[first - 1].mask & (_NAMES & ~PeriodExpr.bit):
            head = items[first - 1].get(m.Head)
            if head is not None and head.use is Use.VERB:
                break
            first -= 1
        if (first or _goes_on(items, index)) and _holds(items, first, index - 1):
            return [*items[:first], items[index], _of(items[index].end), *items[first : index - 1], *items[index + 1 :]]
    return items


def _goes_on(items: list[Mention], index: int) -> bool:
    """Whether nothing follows a percentage but who it comes from or goes to."""
    behind = items[index + 1 : index + 3]
    goal = behind[0].get(m.Party) if behind else None
    if len(items) != index + 1 + len(behind) or not behind or not behind[-1].mask & m.Party.bit:
        return False
    return (goal is not None and goal.role is Role.TO) or role_of(behind[0]) in {Role.FROM, Role.TO}


def _goods_of_part(items: list[Mention]) -> list[Mention]:
    """Turn "Peru has 20% tin sold to Chile", where nothing parts the goods from their percentage, into "Peru's tin 20% sold to Chile"."""
    for index, figure in meanings_of(items[:-2], m.Figure):
        goods, behind = items[index + 1], items[index + 2 :]
        if figure.quantity.unit != "%" or not goods.mask & m.Goods.bit or goods.start != items[index].end:
            continue
        led = index - 1 if index and items[index - 1].mask & m.Level.bit else index
        owned = any(item.mask & m.Party.bit for item in items[:led]) and all(
            item.mask & (m.Party.bit | PeriodExpr.bit) for item in items[:led]
        )
        goal = behind[0].get(m.Party)
        if owned and (role_of(behind[0]) in _WAYS or (goal is not None and goal.role is Role.TO)):
            return [*items[:led], goods, *items[led : index + 1], *behind]
    return items


_WAYS = frozenset({Role.TO, Role.FROM, Role.BY})


def _source_of_part(items: list[Mention], mask: int) -> list[Mention]:
    """Turn "90% by Peru is supplied" and "90% from Peru" at the end of a chunk into "90% comes from Peru", where nothing else moves."""
    verb = items[-1].get(m.Head)
    end = len(items) - 1 if verb is not None and verb.weak and verb.use is Use.VERB else len(items)
    led = items[end - 2].get(m.Relation) if end >= _SOURCE else None
    figure = items[end - 3].get(m.Figure) if led is not None else None
    if led is None or not items[end - 1].mask & m.Party.bit or figure is None or figure.quantity.unit != "%" or figure.sign is not None:
        return items
    supplied = led.role is Role.BY and end < len(items) and verb is not None and verb.side is Side.EXPORTER
    if not supplied and led.role is not Role.FROM:
        return items
    source = m.Relation(Role.FROM, close=True)
    if any(item.mask & m.Head.bit for item in items[:end]) or not mask & m.Goods.bit:
        return [*items[: end - 2], evolve(items[end - 2], meanings=(source,), mask=m.Relation.bit), items[end - 1]]
    comes = m.Head(Measure.EXPORTS, Side.IMPORTER, use=Use.VERB, weak=True)
    told = [evolve(items[end - 2], meanings=(comes, source), mask=m.Head.bit | m.Relation.bit), items[end - 1]]
    owner = next((at for at, item in enumerate(items[: end - 3]) if item.mask & m.Party.bit), None)
    if owner is None:
        return [*items[: end - 2], *told]
    at = items[owner].end
    whole = [items[owner], Mention(at, at, (m.Relation(Role.POSSESSIVE),), m.Relation.bit, "order.possessive")]
    goods = [item for item in items[owner + 1 : end - 3] if item.mask & m.Goods.bit]
    rest = [item for item in items[: end - 3] if item is not items[owner] and not item.mask & m.Goods.bit]
    return [*rest, items[end - 3], _of(items[end - 3].end), *whole, *goods, *told]


_SOURCE = 3
"""Mentions of a percentage, a preposition and a party."""


def _whole_of_part(items: list[Mention], index: int) -> int | None:
    """Return where the whole begins of which the percentage at `index` comes from or goes to somebody: 中国进口的煤有四成来自印尼."""
    if not _goes_on(items, index):
        return None
    last = index - 1 if items[index - 1].mask & m.Level.bit else index
    first = last
    while first and not items[first - 1].mask & m.Relation.bit and items[first - 1].mask & _NAMES:
        first -= 1
    while first < last and items[first].mask & PeriodExpr.bit:
        first += 1
    heads = [head for item in items[first:last] if (head := item.get(m.Head)) is not None]
    return first if first < last - 1 and any(head.use is Use.NOUN and not head.weak for head in heads) else None


def _names(items: list[Mention], start: int) -> int:
    """Return the index behind the names that begin at `start`: parties with their particles, goods, heads."""
    at = start
    while at < len(items):
        relation = items[at].get(m.Relation)
        pointer = items[at].get(m.Pointer)
        if relation is not None and not relation.close:
            break
        if relation is None and pointer is None and not items[at].mask & _NAMES:
            break
        at += 1
    return at


def _holds(items: list[Mention], first: int, last: int) -> bool:
    return any(item.mask & _WHOLE for item in items[first:last])


def _percent(items: list[Mention], start: int) -> int | None:
    """Return the index of the last percentage that follows with nothing but words that colour it and the earlier share."""
    found = None
    for index in range(start, len(items)):
        figure = items[index].get(m.Figure)
        if figure is not None:
            if figure.quantity.unit != "%":
                if found is None and index + 1 < len(items) and role_of(items[index + 1]) is Role.POSSESSIVE:
                    continue  # "of its imports of 76 Mt, 10.8%"
                return found
            found = index
        elif not items[index].mask & (_COLOUR | m.Relation.bit | PeriodExpr.bit | m.Movement.bit | m.Punctuation.bit):
            return found
    return found

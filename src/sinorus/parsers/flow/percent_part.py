"""Which percentages are parts: of what was made, sent or told, of the level of a time before, or of whom or what is named behind them."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark, Role, Use
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.bases import is_part_of_time, roles_of
from sinorus.parsers.clause.level import is_of_which, is_part_first
from sinorus.parsers.flow.figure_earlier import leads_to, of_time_before
from sinorus.parsers.flow.figure_owner import part_of_flow
from sinorus.parsers.flow.figure_part import FigureUse, What
from sinorus.parsers.flow.percent_told import Told
from sinorus.parsers.marks import is_cue, role_of
from sinorus.parsers.placing import Slot
from sinorus.parsers.times import is_measure_of_now
from sinorus.scan.mention import Mention
from sinorus.values import Bound, Direction
from sinorus.values.evolve import evolve
from sinorus.values.unit import Dimension

COMPARED_WITH = frozenset({Role.FROM, Role.AGAINST})
"""Before what was there once: "from 9%", "against 9%"."""


def of_people(items: list[Mention], index: int) -> bool:
    """Whether buyers or sellers are counted here: "5% more customers"."""
    head = items[index].get(m.Head) if index < len(items) else None
    return head is not None and head.agent


def part(told: Told) -> FigureUse | None:
    """A share: of which, of a flow, said once more, or by a word of sharing."""
    phrase, index, role, near = told.phrase, told.index, told.role, told.near
    points = told.figure.quantity.dimension is Dimension.POINTS
    if index == 0 and is_part_first(phrase.chunk) and phrase.heads and near is None:
        return told.is_(What.SHARE)  # "two thirds, 140,000 t, went to Peru"
    part = told.items[index - 1].get(m.Pointer) if index else None
    ends = phrase.heads or phrase.of(Slot.FROM) or phrase.of(Slot.TO)
    if not points and part is not None and part.to is m.Anaphor.OF_WHICH and near is None and ends:
        return told.is_(What.SHARE)  # "of which 53% went to Peru"
    bare = near is None and role is None and told.figure.quantity.unit == "%"
    if bare and m.Anaphor.THERE in phrase.pointers and any(head.weak and head.use is Use.VERB for _, head in phrase.heads):
        return told.is_(What.SHARE)  # "the main buyer is Peru, where 53% went"
    if told.figure.quantity.dimension is not Dimension.PERCENT or role is Role.BY:
        return _earlier_share(told)
    sized = told.figure.quantity.bound is not Bound.EXACT or _of_kind(told)
    if sized and m.Anaphor.OF_WHICH in phrase.pointers and near is None and (phrase.goods or phrase.parties) and told.figure.sign is None:
        return told.is_(What.SHARE)  # "of which coking coal under 30%": a change would be told by its word
    if (
        (part_of_flow(phrase, index) and not _in_terms(told))
        or _of_all(told)
        or (told.opener is Mark.OR and told.around.last is What.LEVEL and near is None)
    ):
        return told.is_(What.SHARE)
    if role is Role.WITH and told.around.last is What.SHARE and phrase.of(Slot.RIVAL):
        return told.is_(What.SHARE)  # "… 38% of it, ahead of Peru with 35%"
    if told.sharing and (role in COMPARED_WITH or leads_to(phrase, index) or _left_behind(told) or of_time_before(phrase, index)):
        return told.is_(What.EARLIER_SHARE)
    if told.sharing and not (told.before is not None and told.before.mask & m.Movement.bit and role is None):
        return told.is_(What.SHARE)
    return _earlier_share(told)


def _of_kind(told: Told) -> bool:
    """Whether nothing but a part is named before a percentage, where nothing has changed yet: "5 Mt of coal, of which coking coal 30%"."""
    lead = told.items[0].get(m.Pointer) if told.index == 2 and told.items[1].mask & m.Goods.bit else None
    of_it = lead is not None and lead.to is m.Anaphor.OF_WHICH and told.figure.quantity.unit == "%"
    return of_it and told.around.direction is None and told.around.last in {What.LEVEL, What.SHARE, None}


def _in_terms(told: Told) -> bool:
    """Whether it is said right behind a percentage of what it is: "15% by volume and 22% by value"."""
    behind = told.items[told.index + 1] if told.index + 1 < len(told.items) else None
    return behind is not None and (is_cue(behind, "flow", "by-value") or is_cue(behind, "flow", "by-volume"))


def _of_all(told: Told) -> bool:
    """Whether the part of a flow is told that one of its ends had: «из всего экспорта угля в Китай ушло 40%»."""
    items, index = told.items, told.index
    first, noun = items[0], next(((at, head) for at, head in told.phrase.heads if head.use is Use.NOUN), None)
    pointer = first.get(m.Pointer)
    out_of = Role.OF in roles_of(first) or (pointer is not None and pointer.to in _WHOLE)
    if not out_of or noun is None or noun[0] > _NEAR_HEAD or noun[0] > index or told.near is not None or told.role is not None:
        return False
    end = {Slot.TO, Slot.FROM, Slot.ORIGIN} & {placed.slot for placed in told.phrase.parties if placed.index > noun[0]}
    return bool(end) and any(head.use is Use.VERB for _, head in told.phrase.heads)


_WHOLE = frozenset({m.Anaphor.OVERALL, m.Anaphor.TOTAL, m.Anaphor.OF_WHICH})
_NEAR_HEAD = 3
"""Mentions before the noun of a flow that a sentence begins with, at most."""


def _left_behind(told: Told) -> bool:
    """Whether a share stands right behind the one it became: «до 35,8% с прежних 29%», where "with" and "from" are one word."""
    index, items = told.index, told.items
    reached = items[index - 2].get(m.Figure) if index >= 3 and told.role is Role.WITH else None
    return reached is not None and reached.quantity.unit == "%" and role_of(items[index - 3]) is Role.TO


def made_of(told: Told) -> FigureUse | None:
    """The part that some goods have in what was told: "imports of 9 Mt, 70% of which is coal", 七成是煤炭."""
    items, index, last = told.items, told.index, told.around.last
    lead = items[0].get(m.Pointer) if index == 1 else None
    led = index == 0 or (lead is not None and lead.to is m.Anaphor.OF_WHICH)  # "of this 60% was coal"
    opens = last is None and led and told.opener is None
    if told.figure.quantity.unit != "%" or told.near is not None or not (opens or last in {What.LEVEL, What.CHANGE, What.SHARE}):
        return None
    named = index == 0 and len(items) in {2, 3} and items[-1].mask & m.Goods.bit and items[-1].start - items[-2].end > 1
    if named and all(map(is_of_which, items[1:-1])):
        return told.is_(What.SHARE)  # "three fifths — coal", "a third of it — coal"
    if told.phrase.heads or index > 1 or (index == 1 and not items[0].mask & m.Pointer.bit) or len(items) < index + 3:
        return None
    behind = items[index + 1]
    joined = behind.mask & m.Level.bit or (behind.mask & m.Party.bit and behind.start > items[index].end)
    named = all(item.mask & (m.Goods.bit | m.Party.bit | m.Punctuation.bit) for item in items[index + 2 :])
    return told.is_(What.SHARE) if joined and named and told.phrase.goods else None


def part_of_then(told: Told) -> FigureUse | None:
    """What there is now as a part of what there was: 不足去年同期的一半."""
    base = next((at for at, _ in told.phrase.bases), -1)
    if told.figure.quantity.unit != "%" or base != told.index - 1 or not is_measure_of_now(told.items, base) or told.phrase.movements:
        return None
    if told.around.last is not What.LEVEL or told.sharing:
        return None
    return _as_times(told)


def part_of_earlier(told: Told) -> FigureUse | None:
    """What there is now as a part of the figure of a time before: "$5bn, half of last year's figure"."""
    if told.figure.quantity.unit != "%" or not is_part_of_time(told.items, told.index):
        return None
    return _as_times(told)


def _as_times(told: Told) -> FigureUse:
    """A percentage of an earlier level is a multiple of it: 50 % is half of it, and less."""
    amount = told.figure.quantity.amount / 100
    times = evolve(told.figure.quantity, amount=amount, unit="x")
    return FigureUse(told.index, times, What.CHANGE, Direction.DOWN if amount < 1 else Direction.UP)


def goes_to(told: Told) -> FigureUse | None:
    """The part of what was told that goes to or comes from a country named behind it: 三成进入中国市场."""
    items, index = told.items, told.index
    goes = items[index + 1].get(m.Party) if len(items) == index + 2 else None
    of_goods = bool(told.phrase.goods) and all(item.mask & _NAMED for item in items[:index]) and bool(items[0].mask & _OWNED)
    if goes is not None and goes.role is Role.TO and told.figure.quantity.unit == "%" and told.near is None and (of_goods or not index):
        return told.is_(What.SHARE)  # 运往中国 is verb and goal
    only = all(at <= index + 1 and head.weak for at, head in told.phrase.heads)  # 流向 is verb and preposition
    bare = told.figure.quantity.unit == "%" and told.near is None and told.role is None and only
    sold = any(head.weak and head.use is Use.VERB and at < index for at, head in told.phrase.heads) and bool(told.phrase.goods)
    led = m.Level.bit | PeriodExpr.bit | ((m.Party.bit | m.Head.bit | m.Goods.bit) if sold or of_goods else 0)  # 卖出的武器有四成到了印度
    if not bare or len(items) != index + 3 or any(not item.mask & led for item in items[:index]):
        return None
    sent = role_of(items[index + 1]) in {Role.TO, Role.FROM} and bool(items[index + 2].mask & m.Party.bit)
    return told.is_(What.SHARE) if sent else None


_NAMED = m.Level.bit | PeriodExpr.bit | m.Party.bit | m.Goods.bit
_OWNED = PeriodExpr.bit | m.Party.bit | m.Goods.bit


def _earlier_share(told: Told) -> FigureUse | None:
    """The share before, compared with that just told."""
    compared = told.role in COMPARED_WITH and told.around.last is What.SHARE and (told.near is None or told.role is Role.FROM)
    return told.is_(What.EARLIER_SHARE) if compared else None

"""What a percentage, a multiple or percentage points are: a change, a share, or nothing of a flow."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark, Role, Use
from sinorus.languages.period_expr import Grain, PeriodExpr
from sinorus.parsers.bases import is_part_of_time, roles_of
from sinorus.parsers.clause.level import is_of_which, is_part_first
from sinorus.parsers.flow.figure_earlier import leads_to, of_time_before
from sinorus.parsers.flow.figure_level import multiple_of
from sinorus.parsers.flow.figure_owner import part_of_flow, part_of_other
from sinorus.parsers.flow.figure_part import RELATIVE, FigureUse, Surroundings, What
from sinorus.parsers.flow.near import CLOSE, movement_near, movement_of, neighbour
from sinorus.parsers.flow.percent_of import fell_to_time, from_to, of_another_flow, of_rate, rate_told, sets_beside
from sinorus.parsers.marks import is_cue, role_of
from sinorus.parsers.phrase import Phrase
from sinorus.parsers.placing import Slot
from sinorus.parsers.times import is_measure_of_now
from sinorus.scan.mention import Mention, meanings_of
from sinorus.values import Bound, Direction
from sinorus.values.evolve import evolve
from sinorus.values.unit import Dimension

_EARLIER = frozenset({Role.FROM, Role.AGAINST})


def percent(phrase: Phrase, index: int, figure: m.Figure, around: Surroundings) -> FigureUse:
    """Return what a figure is that is not counted in goods or money: the first of the ways to say so that the chunk takes."""
    told = _Told(phrase, index, figure, around)
    for way in _WAYS:
        use = way(told)
        if use is not None:
            return use
    return told.is_(What.UNKNOWN, reason="a percentage of which the text does not say what it is")


class _Told:
    """A figure with what stands beside it."""

    def __init__(self, phrase: Phrase, index: int, figure: m.Figure, around: Surroundings) -> None:
        self.phrase, self.index, self.figure, self.around = phrase, index, figure, around
        self.items, self.opener = phrase.chunk.items, phrase.chunk.opener
        self.before = neighbour(self.items, index, -1)
        self.role = role_of(self.before)
        self.near = movement_near(phrase, index)
        self.sharing = phrase.share or around.share or from_to(phrase, index)

    def is_(self, what: What, direction: Direction | None = None, *, reason: str = "") -> FigureUse:
        """Return the figure in this part."""
        return FigureUse(self.index, self.figure.quantity, what, direction, reason)


def _of_no_flow(told: _Told) -> FigureUse | None:
    """A part, a multiple or a growth of something that is no flow of one time."""
    items, index = told.items, told.index
    if part_of_other(told.phrase, index):
        return told.is_(What.OTHER, reason="a part of something that is no flow")
    if of_rate(items, index, told.figure):
        return told.is_(What.OTHER, reason="a multiple of a rate of growth, or its distance from another's")
    if of_another_flow(told.phrase, index, told.figure):
        return told.is_(What.OTHER, reason="so many times another flow")
    used = any(at > index and other.kind == "production" for at, other in told.phrase.others)
    if used and told.figure.quantity.unit == "%" and told.near is None:
        return told.is_(What.OTHER, reason="a part that is used or made, not one that moves")
    if told.figure.quantity.unit == "%" and fell_to_time(told.phrase):
        return told.is_(What.OTHER, reason="the part of a time in what is told of a longer one")
    others = meanings_of(items, m.OtherMeasure) if told.phrase.chunk.mask & m.OtherMeasure.bit else ()
    if any(other.kind == "yearly" and at in {index + 1, index - 2} for at, other in others) and not _within_year(told.phrase):
        return told.is_(What.OTHER, reason="a yearly average, not a change of one time")
    return None


def _within_year(phrase: Phrase) -> bool:
    """Whether a chunk tells of a part of one year: what grew "annually" in it grew against the year before."""
    return any(expr.part is not None or expr.grain in {Grain.MONTH, Grain.QUARTER, Grain.HALF} for _, expr in phrase.periods)


def _moved(told: _Told) -> FigureUse | None:
    """A change by its sign, or by the movement right behind it or before its "of": "a share of 12 percent, a gain of 3 percent"."""
    if told.figure.sign is not None:
        return told.is_(What.CHANGE, told.figure.sign)
    if told.near is not None and told.near[0] == told.index + 1:
        if _of_people(told.items, told.index + 2):
            return told.is_(What.OTHER, reason="a change in the number of those who buy or sell")
        if sets_beside(told.phrase, told.near[0]):
            return told.is_(What.OTHER, reason="more or less than something else, not than at another time")
        return told.is_(What.CHANGE, told.near[1].direction)
    joined = told.role is Role.OF or (told.before is not None and told.before.mask & m.Level.bit)  # "a gain of 3%", 增幅达3%
    before = told.items[told.index - 2] if joined and told.index >= 2 else None
    if told.index == 1 and told.figure.quantity.unit == "%" and not told.phrase.share:
        before = told.before  # «рост — 15% по объёму»
    noun = movement_of(before, noun=True)
    return told.is_(What.CHANGE, noun.direction) if noun is not None and noun.use is Use.NOUN else None


def _rate_reached(told: _Told) -> FigureUse | None:
    """The growth that slowed or the fall that quickened to so much, and that from which it did: "growth slowed to 2% from 26% in 2023"."""
    if told.sharing or told.figure.sign is not None:
        return None
    grown = rate_told(told.phrase, told.index)
    if grown is None:
        return None
    if told.role is Role.TO:
        return told.is_(What.CHANGE, grown)
    if told.role not in _LEFT:
        return None
    dated = any(0 < at - told.index <= CLOSE for at, _ in (*told.phrase.bases, *told.phrase.periods))
    return told.is_(What.EARLIER_CHANGE, grown) if dated else told.is_(What.OTHER, reason="an earlier rate of change")


_LEFT = _EARLIER | {Role.WITH}
"""Of the rate that there was before: «с» is "with" and "from"."""


def _of_people(items: list[Mention], index: int) -> bool:
    """Whether buyers or sellers are counted here: "5% more customers"."""
    head = items[index].get(m.Head) if index < len(items) else None
    return head is not None and head.agent


def _part(told: _Told) -> FigureUse | None:
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
    if told.sharing and (role in _EARLIER or leads_to(phrase, index) or _left_behind(told) or of_time_before(phrase, index)):
        return told.is_(What.EARLIER_SHARE)
    if told.sharing and not (told.before is not None and told.before.mask & m.Movement.bit and role is None):
        return told.is_(What.SHARE)
    return _earlier_share(told)


def _of_kind(told: "_Told") -> bool:
    """Whether nothing but a part is named before a percentage, where nothing has changed yet: "5 Mt of coal, of which coking coal 30%"."""
    lead = told.items[0].get(m.Pointer) if told.index == 2 and told.items[1].mask & m.Goods.bit else None
    of_it = lead is not None and lead.to is m.Anaphor.OF_WHICH and told.figure.quantity.unit == "%"
    return of_it and told.around.direction is None and told.around.last in {What.LEVEL, What.SHARE, None}


def _in_terms(told: "_Told") -> bool:
    """Whether it is said right behind a percentage of what it is: "15% by volume and 22% by value"."""
    behind = told.items[told.index + 1] if told.index + 1 < len(told.items) else None
    return behind is not None and (is_cue(behind, "flow", "by-value") or is_cue(behind, "flow", "by-volume"))


def _of_all(told: "_Told") -> bool:
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


def _left_behind(told: "_Told") -> bool:
    """Whether a share stands right behind the one it became: «до 35,8% с прежних 29%», where "with" and "from" are one word."""
    index, items = told.index, told.items
    reached = items[index - 2].get(m.Figure) if index >= 3 and told.role is Role.WITH else None
    return reached is not None and reached.quantity.unit == "%" and role_of(items[index - 3]) is Role.TO


def _made_of(told: _Told) -> FigureUse | None:
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


def _part_of_then(told: _Told) -> FigureUse | None:
    """What there is now as a part of what there was: 不足去年同期的一半."""
    base = next((at for at, _ in told.phrase.bases), -1)
    if told.figure.quantity.unit != "%" or base != told.index - 1 or not is_measure_of_now(told.items, base) or told.phrase.movements:
        return None
    if told.around.last is not What.LEVEL or told.sharing:
        return None
    amount = told.figure.quantity.amount / 100
    times = evolve(told.figure.quantity, amount=amount, unit="x")
    return FigureUse(told.index, times, What.CHANGE, Direction.DOWN if amount < 1 else Direction.UP)


def _part_of_earlier(told: _Told) -> FigureUse | None:
    """What there is now as a part of the figure of a time before: "$5bn, half of last year's figure"."""
    if told.figure.quantity.unit != "%" or not is_part_of_time(told.items, told.index):
        return None
    amount = told.figure.quantity.amount / 100
    times = evolve(told.figure.quantity, amount=amount, unit="x")
    return FigureUse(told.index, times, What.CHANGE, Direction.DOWN if amount < 1 else Direction.UP)


def _goes_to(told: _Told) -> FigureUse | None:
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


def _earlier_share(told: _Told) -> FigureUse | None:
    """The share before, compared with that just told."""
    compared = told.role in _EARLIER and told.around.last is What.SHARE and (told.near is None or told.role is Role.FROM)
    return told.is_(What.EARLIER_SHARE) if compared else None


def _earlier_rate(told: _Told) -> FigureUse | None:
    """The change of a time before, compared with that just told."""
    if told.role not in _EARLIER or told.figure.times:
        return None
    dated = any(0 < at - told.index <= CLOSE for at, _ in (*told.phrase.bases, *told.phrase.periods))
    if dated and told.around.last is What.CHANGE and told.around.direction is not None:
        return told.is_(What.EARLIER_CHANGE, told.around.direction)
    return told.is_(What.OTHER, reason="an earlier rate of change")


def _bracketed(told: _Told) -> FigureUse | None:
    """A bare percentage in brackets is a share behind another; a change where it leads to a level or stands behind one with a sign."""
    bare = told.opener is Mark.OPEN and told.near is None and told.role is not Role.BY and told.phrase.basis is None
    if not bare or told.figure.quantity.unit != "%":
        return None
    behind = [item for item in told.items[told.index + 1 :] if not item.mask & m.RecordHigh.bit]
    level = behind[1].get(m.Figure) if len(behind) > 1 and role_of(behind[0]) is Role.TO else None
    changed = told.around.signed or (level is not None and level.quantity.dimension not in RELATIVE)
    if changed and told.around.direction is not None and not told.around.shared:
        return told.is_(What.CHANGE, told.around.direction)
    return told.is_(What.SHARE if told.around.shared else What.UNKNOWN, reason="a percentage in brackets")


def _apposed(told: _Told) -> FigureUse | None:
    """How large the share is that was just told of: "fish had the largest share, 38%", 海产品占比最高，达38%."""
    alone = all(item.mask & (m.Level.bit | m.Figure.bit) for item in told.items) and told.figure.quantity.unit == "%"
    told_of = told.around.shared and told.around.last not in {What.LEVEL, What.CHANGE} and told.opener is Mark.COMMA
    return told.is_(What.SHARE) if alone and told_of and told.figure.sign is None else None


def _changed(told: _Told) -> FigureUse | None:
    """A change by a movement further off, by "by", as a multiple, or by what it is compared with."""
    phrase, figure = told.phrase, told.figure
    if told.near is not None:
        return told.is_(What.CHANGE, told.near[1].direction)
    if told.role is Role.BY and phrase.level is not None and phrase.level.bound is Bound.OVER:
        return told.is_(What.CHANGE, Direction.UP)  # "exceeding by 16% the level of 2022"
    if figure.times or told.role is Role.BY or phrase.basis is not None or phrase.bases:
        direction = multiple_of(phrase, told.index, figure) or told.around.direction or (Direction.UP if figure.times else None)
        if direction is not None:
            return told.is_(What.CHANGE, direction)
    return None


def _listed(told: _Told) -> FigureUse | None:
    """The change of the first member of a list: "all gained: Peru 9.5%, to 5 Mt"."""
    first = told.around.last is None and told.opener is Mark.COLON and told.index == 1
    named = first and told.items[0].mask & (m.Party.bit | m.Goods.bit)
    moved = told.around.direction is not None and not told.sharing and told.role is None
    return told.is_(What.CHANGE, told.around.direction) if named and moved else None


def _going_on(told: _Told) -> FigureUse | None:
    """What the figure before it is, where nothing in the chunk tells."""
    around, last = told.around, told.around.last
    lead = told.items[0].get(m.Pointer)
    if lead is not None and lead.to is m.Anaphor.OF_WHICH and told.index == 1 and told.figure.quantity.unit == "%":
        return told.is_(What.UNKNOWN, reason="a part that somebody or something has of what is told")
    if told.index == 0 and last not in _PARTS and any(head.use is Use.VERB for _, head in told.phrase.heads) and not told.figure.times:
        if around.open_ended and told.figure.quantity.unit == "%":
            return told.is_(What.SHARE)
        return told.is_(What.UNKNOWN, reason="a part that somebody has of what is told")
    if around.growth or (last in {What.CHANGE, What.LEVEL} and around.direction is not None and not told.sharing):
        return told.is_(What.CHANGE, around.direction or Direction.UP)
    return told.is_(What.SHARE) if last in _PARTS else None


_PARTS = frozenset({What.SHARE, What.EARLIER_SHARE})


_WAYS = (
    _of_no_flow,
    _rate_reached,
    _moved,
    _part_of_then,
    _part_of_earlier,
    _made_of,
    _goes_to,
    _part,
    _earlier_rate,
    _bracketed,
    _apposed,
    _changed,
    _listed,
    _going_on,
)
"""In this order: what stands right beside a figure tells more than what stands further off, and that more than the chunk before."""

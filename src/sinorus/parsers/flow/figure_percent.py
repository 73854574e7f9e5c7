"""What a percentage, a multiple or percentage points are: a change, a share, or nothing of a flow."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark, Role, Use
from sinorus.languages.period_expr import Grain
from sinorus.parsers.flow.figure_level import multiple_of
from sinorus.parsers.flow.figure_owner import part_of_other
from sinorus.parsers.flow.figure_part import RELATIVE, FigureUse, Surroundings, What
from sinorus.parsers.flow.near import CLOSE, movement_of
from sinorus.parsers.flow.percent_of import fell_to_time, of_another_flow, of_rate, rate_told, sets_beside
from sinorus.parsers.flow.percent_part import COMPARED_WITH, goes_to, made_of, of_people, part, part_of_earlier, part_of_then
from sinorus.parsers.flow.percent_told import Told
from sinorus.parsers.marks import role_of
from sinorus.parsers.phrase import Phrase
from sinorus.scan.mention import meanings_of
from sinorus.values import Bound, Direction


def percent(phrase: Phrase, index: int, figure: m.Figure, around: Surroundings) -> FigureUse:
    """Return what a figure is that is not counted in goods or money: the first of the ways to say so that the chunk takes."""
    told = Told(phrase, index, figure, around)
    for way in _WAYS:
        use = way(told)
        if use is not None:
            return use
    return told.is_(What.UNKNOWN, reason="a percentage of which the text does not say what it is")


def _of_no_flow(told: Told) -> FigureUse | None:
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


def _moved(told: Told) -> FigureUse | None:
    """A change by its sign, or by the movement right behind it or before its "of": "a share of 12 percent, a gain of 3 percent"."""
    if told.figure.sign is not None:
        return told.is_(What.CHANGE, told.figure.sign)
    if told.near is not None and told.near[0] == told.index + 1:
        if of_people(told.items, told.index + 2):
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


def _rate_reached(told: Told) -> FigureUse | None:
    """The growth that slowed or the fall that quickened to so much, and that from which it did: "growth slowed to 2% from 26% in 2023"."""
    if told.sharing or told.figure.sign is not None:
        return None
    grown = rate_told(told.phrase, told.index)
    if grown is None:
        return None
    if told.role is Role.TO:
        return told.is_(What.CHANGE, grown)
    return _rate_before(told, grown) if told.role in _LEFT else None


_LEFT = COMPARED_WITH | {Role.WITH}
"""Of the rate that there was before: «с» is "with" and "from"."""


def _earlier_rate(told: Told) -> FigureUse | None:
    """The change of a time before, compared with that just told."""
    if told.role not in COMPARED_WITH or told.figure.times:
        return None
    return _rate_before(told, told.around.direction if told.around.last is What.CHANGE else None)


def _rate_before(told: Told, direction: Direction | None) -> FigureUse:
    """A rate that was left is the change of a time before where that time is named, and which way it went is known."""
    dated = any(0 < at - told.index <= CLOSE for at, _ in (*told.phrase.bases, *told.phrase.periods))
    known = dated and direction is not None
    return told.is_(What.EARLIER_CHANGE, direction) if known else told.is_(What.OTHER, reason="an earlier rate of change")


def _bracketed(told: Told) -> FigureUse | None:
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


def _apposed(told: Told) -> FigureUse | None:
    """How large the share is that was just told of: "fish had the largest share, 38%", 海产品占比最高，达38%."""
    alone = all(item.mask & (m.Level.bit | m.Figure.bit) for item in told.items) and told.figure.quantity.unit == "%"
    told_of = told.around.shared and told.around.last not in {What.LEVEL, What.CHANGE} and told.opener is Mark.COMMA
    return told.is_(What.SHARE) if alone and told_of and told.figure.sign is None else None


def _changed(told: Told) -> FigureUse | None:
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


def _listed(told: Told) -> FigureUse | None:
    """The change of the first member of a list: "all gained: Peru 9.5%, to 5 Mt"."""
    first = told.around.last is None and told.opener is Mark.COLON and told.index == 1
    named = first and told.items[0].mask & (m.Party.bit | m.Goods.bit)
    moved = told.around.direction is not None and not told.sharing and told.role is None
    return told.is_(What.CHANGE, told.around.direction) if named and moved else None


def _going_on(told: Told) -> FigureUse | None:
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
    part_of_then,
    part_of_earlier,
    made_of,
    goes_to,
    part,
    _earlier_rate,
    _bracketed,
    _apposed,
    _changed,
    _listed,
    _going_on,
)
"""In this order: what stands right beside a figure tells more than what stands further off, and that more than the chunk before."""

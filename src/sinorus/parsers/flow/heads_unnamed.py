"""The flow of a chunk whose words name none by themselves: freight that goes, what a pipeline carries, goods that are sent."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Head, Role, Side, Use
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.flow.claim import COUNTED
from sinorus.parsers.flow.figure_part import RELATIVE
from sinorus.parsers.flow.moved import along
from sinorus.parsers.flow.partner import CROSSINGS, crossed
from sinorus.parsers.flow.resumed import BULK
from sinorus.parsers.flow.state import State
from sinorus.parsers.marks import role_of
from sinorus.parsers.phrase import Phrase
from sinorus.parsers.placing import Slot
from sinorus.records import Measure
from sinorus.values.unit import Dimension


def unnamed(state: State, phrase: Phrase) -> tuple[int, Head] | None:
    """A volume of goods that goes from or to a country moves, whatever the verb is: "5 Mt of coal went to China"."""
    if (piped := _piped(phrase)) is not None:
        return piped, Head(Measure.EXPORTS, Side.EXPORTER, Use.VERB, weak=True)
    if phrase.share or not phrase.figures or _of_other(state, phrase):
        return None
    towards = phrase.of(Slot.TO) or phrase.of(Slot.FROM) or Anaphor.PARTNER in phrase.pointers
    pair = len(phrase.of(Slot.PAIR)) == 2 or Anaphor.PAIR in phrase.pointers
    phrase.route = phrase.route or _still_passed(state, phrase)
    between = (pair or crossed(phrase.route) is not None) and not phrase.goods
    if not towards and (not between or is_part_of_way(state, phrase)):
        return None
    figures = [
        at
        for at in phrase.figures
        if _of_goods(phrase, at)
        or _of_goods_ahead(state, phrase, at)
        or (_passed(phrase, at) and _tells_anew(state))
        or (between and _is_freight(state, phrase, at))
    ]
    if not figures:
        return None
    if between and not towards and all(other.kind == "freight" for _, other in phrase.others):
        phrase.others = []
        phrase.level = None if _passed(phrase, figures[0]) else phrase.level  # "passed" is no "more than" there
        return figures[0], Head(Measure.TURNOVER, Side.BOTH)  # "container traffic between China and Russia: 81,000 TEU"
    if not towards or any(at > figures[0] or other.kind != "freight" for at, other in phrase.others):
        return None
    return figures[0], Head(Measure.EXPORTS, Side.EXPORTER, Use.VERB, weak=True)


def _of_other(state: State, phrase: Phrase) -> bool:
    """Whether a bracket tells the size of a look-alike before it: "the quota (5 kt for goods going to Peru)"."""
    return phrase.chunk.opener is m.Mark.OPEN and state.frame is not None and state.frame.other is not None


def is_part_of_way(state: State, phrase: Phrase) -> bool:
    """Whether a chunk tells where a part of a flow passed that goes one way: "9 Mt were sold, of which 3 Mt went through Ilo"."""
    frame = state.frame
    one_way = frame is not None and frame.other is None and frame.head.side is not Side.BOTH
    return one_way and Anaphor.OF_WHICH in phrase.pointers and not phrase.of(Slot.PAIR)


def _still_passed(state: State, phrase: Phrase) -> str | None:
    """Return the crossing that freight told of alone passes: "Ilo cleared 5 Mt. This year freight is to reach 6 Mt".

    That is the one of which all trade was told right before; or further off, where the sentence speaks of a crossing.
    """
    near, trade = state.context.flow, state.context.trade
    if phrase.route is not None or not phrase.others or phrase.parties or phrase.bodies or phrase.world or phrase.pointers or phrase.heads:
        return None
    whole = near is not None and near.measure is Measure.TURNOVER and state.context.distance <= 1
    there = any(noun.kind in CROSSINGS for _, noun in state.scanned.of(m.CorridorNoun))
    told = near if whole else trade if there else None
    if told is not None and told.goods is None and crossed(told.route) is not None:
        return told.route
    passed = {report.corridor.id for report, _ in state.context.told.routes if report.corridor is not None} if there else set()
    return next(iter(passed)) if len(passed) == 1 and crossed(*passed) is not None else None


def _is_freight(state: State, phrase: Phrase, index: int) -> bool:
    """Whether a weight is that of the freight carried between two, or a change before it: "rail freight … grew 5%, to 123 Mt"."""
    items = phrase.chunk.items
    figure = items[index].get(m.Figure)
    told = any(other.kind == "freight" and at < index for at, other in phrase.others)
    if not told or figure is None:
        return False
    if phrase.movements and figure.quantity.dimension in RELATIVE:
        figures = [each for each in state.scanned.mentions if each.start >= items[-1].end and each.mask & m.Figure.bit]
        figure = figures[0].get(m.Figure) if figures else None
    return figure is not None and figure.quantity.dimension in BULK


def _piped(phrase: Phrase) -> int | None:
    """Return the level of goods that flowed through a line from Russia to China: "gas through Power of Siberia reached 22.7 bcm"."""
    if not phrase.chunk.mask & m.Route.bit:
        return None
    items = phrase.chunk.items
    route = next((at for at, item in enumerate(items) if item.mask & m.Route.bit), 0)
    if not route or along(phrase.route) is None or role_of(items[route - 1]) is not Role.VIA or phrase.others or phrase.parties:
        return None
    behind = [at for at in phrase.figures if at > route and (phrase.level is not None or phrase.movements)]
    figure = items[behind[0]].get(m.Figure) if behind and phrase.goods and phrase.goods[0][0] < route else None
    return behind[0] if figure is not None and figure.quantity.dimension in BULK else None


def _passed(phrase: Phrase, index: int) -> bool:
    """Whether a weight, or boxes, are told of a crossing of the two, as what passed it: "the crossing handled 5 Mt"."""
    figure = phrase.chunk.items[index].get(m.Figure)
    items = phrase.chunk.items
    told = any(item.mask & m.Route.bit for item in items[:index]) or (
        index + 2 < len(items) and bool(items[index + 1].mask & m.Level.bit and items[index + 2].mask & m.Route.bit) and not phrase.goods
    )  # "5 Mt passed Ilo"
    return (
        told
        and crossed(phrase.route) is not None
        and phrase.status is None
        and figure is not None
        and figure.quantity.dimension in BULK | {Dimension.CONTAINERS}
    )


def _tells_anew(state: State) -> bool:
    """Whether no flow one way is spoken of, of which the next crossing would have a part."""
    flow = state.context.flow
    return state.frame is None and (flow is None or flow.side is Side.BOTH or state.context.distance > 1)


def _of_goods_ahead(state: State, phrase: Phrase, index: int) -> bool:
    """Whether a weight is one of goods that stand before it alone, or with their origin: "fish: 9 kt crossed from Peru to Chile"."""
    figure = phrase.chunk.items[index].get(m.Figure)
    origin = phrase.of(Slot.FROM) or any(placed.slot in {Slot.FROM, Slot.ORIGIN} for placed in state.intro)
    named = state.frame is None and len(state.intro_goods) == 1 and origin and not phrase.goods and not phrase.movements
    return bool(named) and figure is not None and figure.quantity.dimension in BULK and bool(phrase.of(Slot.TO))


def _of_goods(phrase: Phrase, index: int) -> bool:
    """Whether a figure counts or weighs goods named behind it; containers need no goods."""
    figure = phrase.chunk.items[index].get(m.Figure)
    if figure is None:
        return False
    if Anaphor.WARES in phrase.pointers and figure.quantity.dimension in BULK:
        return True
    dimension = figure.quantity.dimension
    whole = bool(phrase.goods) and role_of(phrase.chunk.items[0]) is Role.OF  # "of Peruvian tin 3 Mt have been loaded for China"
    after = [each for at, each in phrase.goods if at > index or whole]
    if dimension is Dimension.COUNT:
        return bool(after) and after[0] in COUNTED
    return dimension is Dimension.CONTAINERS or (dimension in BULK and (bool(after) or _sent_goods(phrase, index)))


def _sent_goods(phrase: Phrase, index: int) -> bool:
    """Whether goods stand before their figure, right behind where they go or come from: 对华管道气一季度为77亿立方米."""
    ends = {placed.index for placed in phrase.parties if placed.slot in {Slot.TO, Slot.FROM}}
    at = max((each for each, _ in phrase.goods if each < index), default=-1)
    between = phrase.chunk.items[at + 1 : index]
    bare = bool(between) and all(item.mask & (m.Level.bit | PeriodExpr.bit | m.Figure.bit) for item in between)
    return bare and at - 1 in ends

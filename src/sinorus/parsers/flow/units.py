"""In what a figure is counted: the unit that a bare number takes from the text, and figures that say the same more exactly."""

from decimal import Decimal

from sinorus.languages import meaning as m
from sinorus.parsers.flow.claim import CARRIERS, COUNTED, Draft
from sinorus.parsers.flow.figure_part import FigureUse
from sinorus.parsers.flow.state import State
from sinorus.parsers.marks import role_of
from sinorus.parsers.phrase import Phrase
from sinorus.values import Bound, Quantity
from sinorus.values.evolve import evolve
from sinorus.values.unit import Dimension, unit

_LEVELS = frozenset(
    {Dimension.MONEY, Dimension.MASS, Dimension.VOLUME, Dimension.ENERGY, Dimension.CONTAINERS, Dimension.COUNT, Dimension.PERCENT}
)
FEW = 1_000
"""Fewer units than this may count anything."""
_MANY = 1_000_000
"""So many of nothing named are money, or whatever the text has measured."""
_PIECES = 1_000_000_000
"""No goods are counted in so many pieces."""
_VAST = 1_000_000_000
"""No good moves by so many tonnes."""
_HERE, _LAST = Decimal("3.4"), Decimal("0.4")
"""By so much, as a logarithm, the unit told last in the sentence, or before it, is nearer than any other."""
_FAR = Decimal(100)
_ALIKE = 20
"""A bare number that takes the scale of a level is not so many times larger or smaller."""
_SAME = frozenset({m.Anaphor.FIGURE, m.Anaphor.TOTAL, m.Anaphor.THIS})
_PHYSICAL = frozenset({Dimension.MASS, Dimension.VOLUME, Dimension.ENERGY, Dimension.CONTAINERS})
_CLOSE = Decimal("0.9"), Decimal("1.2")


def with_unit(state: State, quantity: Quantity, draft: Draft, phrase: Phrase, index: int) -> Quantity | None:
    """Give a bare number the unit spoken of; a count stays one where the goods are counted in pieces."""
    counts = counts_goods(phrase, index)
    if quantity.unit == "bbl" and state.unit == "bbl/d":
        return evolve(quantity, unit=state.unit)  # "2.25m barrels a day, Iraq 1.32m barrels"
    if quantity.unit != "1":
        return quantity if quantity.dimension in _LEVELS else None
    told = state.unit
    if quantity.amount >= _MANY and not counts and _is_paid(phrase, index) and (money := _money_of(state, phrase, index)) is not None:
        return evolve(quantity, unit=money)  # "bought for 3 billion"
    if told is not None and quantity.amount >= _MANY and unit(told).is_money and not counts:
        return evolve(quantity, unit=told)  # "machinery $840m, cars 610m"
    unsure = draft.frame.cargo or draft.frame.head.weak or quantity.amount < FEW
    goods = draft.frame.goods or (() if unsure else state.unnamed_goods())
    carry = draft.frame.head.weak and bool(goods) and goods[0] in CARRIERS and not (counts and _buys(draft))
    told_in_pieces = counts and bool(phrase.goods) and quantity.amount >= FEW and _in_pieces(phrase, index)
    pieces = quantity.amount < _PIECES and quantity.amount == int(quantity.amount)
    if goods and (goods[0] in COUNTED or told_in_pieces) and pieces and not carry:
        return quantity
    table = state.context.table
    if table is not None and state.unit is None and state.context.unit in {None, table.unit}:
        times = 1 if power_of(phrase, index) else table.amount  # 822万 under 单位:万吨 says it once more
        upper = None if quantity.upper is None else quantity.upper * times
        return evolve(quantity, amount=quantity.amount * times, upper=upper, unit=table.unit)
    spoken = None if counts else _unit_spoken_of(state, quantity.amount)
    if spoken is not None and (quantity.amount >= _MANY or (power_of(phrase, index) and _stands_alone(state, phrase, index))):
        return evolve(quantity, unit=spoken)
    again = told if told is not None or not phrase.pointers & _SAME else state.context.unit
    if again is not None and quantity.amount >= FEW and unit(again).dimension in _PHYSICAL and _stands_alone(state, phrase, index):
        return evolve(quantity, unit=again)  # "Peru bought 85,100 tonnes, Chile 78,800"
    if again is None and not counts and _goes_on(state, phrase, quantity.amount, index):
        return evolve(quantity, unit=state.context.unit or quantity.unit)
    if not counts and _few_beside(state, phrase, quantity, index) and _stands_alone(state, phrase, index):
        return evolve(quantity, unit=state.unit or quantity.unit)
    return None if counts or not _stands_alone(state, phrase, index) else _scaled_alike(state, phrase, index, quantity)


def _goes_on(state: State, phrase: Phrase, amount: Decimal, index: int) -> bool:
    """Whether a bare number is told of one more country like a weight of the sentence before: "Peru bought 85,100 t. Chile took 78,800"."""
    context, items = state.context, phrase.chunk.items
    code = context.unit
    if code is None or unit(code).dimension not in _PHYSICAL or context.distance > 1 or amount < FEW or not index:
        return False
    told = next((each.amount for each in context.levels if each.unit == code), None)
    near = told is not None and told / _ALIKE < amount < told * _ALIKE
    beside = items[index - 1].mask & (m.Head.bit | m.Party.bit | m.Relation.bit)
    return near and bool(beside) and _stands_alone(state, phrase, index)


def _scaled_alike(state: State, phrase: Phrase, index: int, quantity: Quantity) -> Quantity | None:
    """Give a bare number the scale and unit of the level told last, which it is near: "from $31.6m in May to 44.2 in June"."""
    code, power = (state.unit, state.power) if state.unit is not None else (state.context.unit, state.context.power)
    told = next((each.amount for each in (*reversed(state.levels), *state.context.levels) if each.unit == code), None)
    if code is None or told is None or not power:
        return None
    if quantity.amount == int(quantity.amount) and not (state.unit is not None and _set_beside(phrase, index)):
        return None  # a whole number may count anything
    if any(movement.use is m.Use.NOUN for _, movement in phrase.movements):
        return None  # "the growth in value was 2.4"
    amount = quantity.amount.scaleb(power)
    if not told / _ALIKE < amount < told * _ALIKE:
        return None
    return evolve(quantity, amount=amount, upper=quantity.upper and quantity.upper.scaleb(power), unit=code)


def _few_beside(state: State, phrase: Phrase, quantity: Quantity, index: int) -> bool:
    """Whether a small number is set beside a weight told in the sentence: "400 tonnes after 650"."""
    told = next((each for each in reversed(state.levels) if each.unit == state.unit), None)
    if told is None or quantity.amount >= FEW or told.dimension not in _PHYSICAL or not _set_beside(phrase, index):
        return False
    return told.amount < FEW * _ALIKE and told.amount / _ALIKE < quantity.amount < told.amount * _ALIKE


def _set_beside(phrase: Phrase, index: int) -> bool:
    """Whether the word before a number sets it beside a level: "from $12 million to 15", "9 Mt against 7"."""
    return index > 0 and role_of(phrase.chunk.items[index - 1]) in {m.Role.TO, m.Role.FROM, m.Role.AGAINST}


def _in_pieces(phrase: Phrase, index: int) -> bool:
    """Whether a word says in what pieces goods are counted: "14,000 units of equipment"."""
    figure = phrase.chunk.items[index].get(m.Figure)
    return (
        figure is not None
        and figure.counted
        and index + 1 < len(phrase.chunk.items)
        and bool(phrase.chunk.items[index + 1].mask & m.Goods.bit)
    )


def _buys(draft: Draft) -> bool:
    """Whether a verb of buying tells of pieces: aircraft that are bought carry nothing yet."""
    return draft.frame.head.use is m.Use.VERB and draft.frame.head.faces


def _is_paid(phrase: Phrase, index: int) -> bool:
    """Whether a level is that "for" which goods were bought."""
    return index > 0 and role_of(phrase.chunk.items[index - 1]) in {m.Role.BY, m.Role.FOR}


def _money_of(state: State, phrase: Phrase, index: int) -> str | None:
    """Return the currency told last, or that which ends the list: "Peru sold it for 3bn, Chile for $2bn"."""
    start = phrase.chunk.items[index].end
    following = (figure for item in state.scanned.mentions if item.start >= start and (figure := item.get(m.Figure)) is not None)
    listed = next((figure.quantity for figure in following if figure.quantity.unit != "1"), None)
    ahead = listed.unit if listed is not None and listed.is_money else None
    return state.money or ahead or state.context.money


def _unit_spoken_of(state: State, amount: Decimal) -> str | None:
    """Return the unit of the last level in which this much could be told: no good moves by thousands of millions of tonnes."""
    context = state.context
    last = state.unit or context.unit
    told = {each.unit: each.amount for each in (*context.levels, *state.levels)}
    possible = (each for each in dict.fromkeys((last, *reversed(told))) if each is not None and _could_be(amount, each))
    candidates = [each for each in possible if not _dwarfs(amount, told, each)]
    nearer = {state.unit: _HERE} if state.unit is not None else {context.unit: _LAST}
    return min(candidates, key=lambda each: _apart(amount, told.get(each)) - nearer.get(each, 0), default=None)


def _dwarfs(amount: Decimal, told: dict[str, Decimal], code: str) -> bool:
    """Whether so much would be hundreds of times the weight that the text has told: it is worth, and no weight."""
    return code in told and unit(code).dimension is Dimension.MASS and amount > told[code] * _FAR


def _apart(amount: Decimal, told: Decimal | None) -> Decimal:
    """Return how far a level is from one told before, as the logarithm of their ratio."""
    return abs((amount / told).ln()) if told else _FAR


def _could_be(amount: Decimal, code: str) -> bool:
    """Whether a text would tell this much of a unit."""
    kind = unit(code)
    if kind.is_money:
        return amount >= _MANY
    return kind.dimension is not Dimension.COUNT and (kind.dimension is not Dimension.MASS or amount < _VAST)


def power_of(phrase: Phrase, index: int) -> int:
    """Return the power of ten of a figure's scale word."""
    figure = phrase.chunk.items[index].get(m.Figure)
    return 0 if figure is None else figure.power


def _stands_alone(state: State, phrase: Phrase, index: int) -> bool:
    """Whether no word behind a number says what is counted."""
    items = phrase.chunk.items
    end = items[index].end
    following = next((item for item in state.scanned.mentions if item.start >= end), None)
    upto = min(following.start if following is not None else state.scanned.sentence.span.end, state.scanned.sentence.span.end)
    behind = state.scanned.text[end:upto]
    if following is not None and not behind.strip():
        return not following.mask & (m.Goods.bit | m.Party.bit | m.Body.bit | m.OtherMeasure.bit)
    return not any(char.isalnum() for char in behind)


def paid(state: State, phrase: Phrase, use: FigureUse, draft: Draft) -> Quantity | None:
    """Return a bare number that a volume was bought "for", in the currency of the sentence: "5 Mt for $2bn, and 3 Mt for 1bn"."""
    worth = use.index > 0 and role_of(phrase.chunk.items[use.index - 1]) is m.Role.FOR and draft.volume is not None and draft.value is None
    return evolve(use.quantity, unit=state.money) if worth and use.quantity.unit == "1" and state.money is not None else None


def counts_goods(phrase: Phrase, index: int) -> bool:
    """Whether goods stand right behind a figure: "1.2m cars"."""
    items = phrase.chunk.items
    figure = items[index].get(m.Figure)
    if figure is not None and figure.counted:
        return True
    return index + 1 < len(items) and bool(items[index + 1].mask & m.Goods.bit)


def passes(mark: Quantity, level: Quantity) -> bool:
    """Whether a level says how far a mark was passed: "exceeded $100bn and amounted to $108.3bn"."""
    told = mark.bound is Bound.OVER and level.bound is not Bound.OVER and mark.unit == level.unit
    return told and mark.amount < level.amount < mark.amount * _CLOSE[1]


def nearly(one: Quantity, other: Quantity) -> bool:
    """Whether two figures may be one, told roughly and exactly."""
    return one.unit == other.unit and one.amount * _CLOSE[0] < other.amount < one.amount * _CLOSE[1]


def restates(rough: Quantity, fine: Quantity) -> bool:
    """Whether a figure in brackets says the same more exactly: "over $20bn ($21.2bn)"."""
    more = len(fine.amount.normalize().as_tuple().digits) > len(rough.amount.normalize().as_tuple().digits)
    return more and nearly(rough, fine)

"""In what a figure is counted: the ways by which a bare number takes its unit, and its scale, from what stands around it.

Whether a level told the unit spoken of, or a word did, makes no difference (`counted_in`).
"""

from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import pairwise

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Role, Side, Use
from sinorus.parsers.flow.bare import Bare
from sinorus.parsers.flow.claim import CARRIERS, COUNTED, Draft
from sinorus.parsers.flow.state import State
from sinorus.parsers.marks import in_dozens, is_cue, role_of
from sinorus.parsers.phrase import Phrase
from sinorus.values import Quantity
from sinorus.values.evolve import evolve
from sinorus.values.unit import Dimension, unit

_LEVELS = frozenset(
    {Dimension.MONEY, Dimension.MASS, Dimension.VOLUME, Dimension.ENERGY, Dimension.CONTAINERS, Dimension.COUNT, Dimension.PERCENT}
)
_PHYSICAL = frozenset({Dimension.MASS, Dimension.VOLUME, Dimension.ENERGY, Dimension.CONTAINERS})
FEW = 1_000
"""Fewer units than this may count anything."""
MANY = 1_000_000
"""So many of nothing named are money, or whatever the text has measured."""
_PIECES = 1_000_000_000
"""No goods are counted in so many pieces."""
_VAST = 1_000_000_000
"""No good moves by so many tonnes."""
_HERE, _LAST = Decimal("3.4"), Decimal("0.4")
"""By so much, as a logarithm, the unit told last in the sentence, or before it, is nearer than any other."""
_FAR = Decimal(100)
_ROUGHLY = Decimal("0.03")
"""How far a part may lie from the whole times the share that is told of it."""
_SAME = frozenset({Anaphor.FIGURE, Anaphor.TOTAL, Anaphor.THIS})


def with_unit(state: State, quantity: Quantity, draft: Draft, phrase: Phrase, index: int) -> Quantity | None:
    """Return a figure in what it is counted, by the first of the `WAYS` that applies; none where it measures nothing that flows."""
    bare = Bare(state, draft, phrase, index, quantity)
    if quantity.unit != "1":
        return _by_the_day(bare) or (quantity if quantity.dimension in _LEVELS else None)
    if (behind := phrase.item(index + 1)) is not None and is_cue(behind, "flow", "batch") and not behind.mask & m.Goods.bit:
        return None  # "5,000 consignments of grain": whatever the text has measured before
    return next((counted for way in WAYS if (counted := way(bare)) is not None), None)


def _by_the_day(bare: Bare) -> Quantity | None:
    """Barrels in a sentence that counts them by the day: "2.25m barrels a day, Iraq 1.32m barrels"."""
    return bare.of("bbl/d") if bare.quantity.unit == "bbl" and bare.state.unit == "bbl/d" else None


def sold_for(bare: Bare) -> Quantity | None:
    """The unit of the weight told before, of goods whose price stands right behind: "… 11 Mt for $7bn, and Chile 8 million for $5bn"."""
    behind = bare.phrase.chunk.items[bare.index + 1 : bare.index + 3]
    price = behind[1].get(m.Figure) if len(behind) > 1 and role_of(behind[0]) is Role.FOR else None
    if price is None or bare.counts or not (price.quantity.is_money or (price.scaled and bare.state.money is not None)):
        return None
    told = (*reversed(bare.state.levels), *bare.state.context.levels)
    code = next((each.unit for each in told if each.dimension in _PHYSICAL), None)
    return None if code is None else bare.of(code)


def paid(bare: Bare) -> Quantity | None:
    """Money that goods were bought "for": "5 Mt for $2bn, and 3 Mt for 1bn", "Peru sold it for 3bn, Chile for $2bn"."""
    role, draft = role_of(bare.before), bare.draft
    priced = role is Role.FOR and draft.volume is not None and draft.value is None and bare.state.money is not None
    head = draft.frame.head
    pays = head.use is Use.VERB and head.side is Side.IMPORTER and head.faces and not head.away  # "it paid Peru 3bn for cars"
    great = (pays or role in {Role.BY, Role.FOR}) and bare.amount >= MANY and not bare.counts
    valued = bare.amount >= MANY and not bare.counts and _is_valued(bare)
    money = _money(bare) if priced or great or valued else None
    return None if money is None else bare.of(money)


def _is_valued(bare: Bare) -> bool:
    """Whether the word before it says that it is a worth: "shipments valued at 190m"."""
    before = bare.phrase.chunk.items[max(bare.index - 2, 0) : bare.index]
    return any(is_cue(item, "flow", "valued") for item in before)


def _money(bare: Bare) -> str | None:
    """Return the currency told last, or that which ends the list."""
    start = bare.phrase.chunk.items[bare.index].end
    following = (figure for item in bare.state.scanned.mentions if item.start >= start and (figure := item.get(m.Figure)) is not None)
    listed = next((figure.quantity for figure in following if figure.quantity.unit != "1"), None)
    ahead = listed.unit if listed is not None and listed.is_money else None
    return bare.state.money or ahead or bare.state.context.money


def of_money(bare: Bare) -> Quantity | None:
    """Money, where the sentence counts in it, be it of goods that are told in pieces: "machinery $840m, cars 610m"."""
    told = bare.state.unit
    return bare.of(told) if told is not None and unit(told).is_money and bare.amount >= MANY and not bare.counts else None


def pieces(bare: Bare) -> Quantity | None:
    """No unit: goods that are counted in pieces, and do not only carry others: "1.2m cars", "14,000 units of equipment"."""
    frame = bare.draft.frame
    unsure = frame.cargo or frame.head.weak or bare.amount < FEW
    goods = frame.goods or (() if unsure else bare.state.unnamed_goods())
    if not goods or bare.amount >= _PIECES or bare.amount != int(bare.amount):
        return None
    if goods[0] == "containers" and _in_boxes(bare):
        return None  # "35,000 TEU this year, 50,000 next"
    if bare.amount < FEW and not (bare.counts or bare.stands_alone or any(at > bare.index for at, _ in bare.phrase.goods)):
        return None  # "nine brands remain"
    buys = frame.head.use is Use.VERB and frame.head.faces  # aircraft that are bought carry nothing yet
    if frame.head.weak and goods[0] in CARRIERS and not (bare.counts and (buys or _has_price(bare))):
        return None
    if not (goods[0] in COUNTED or _in_pieces(bare)):
        return None
    return evolve(bare.quantity, amount=bare.amount * in_dozens(bare.state.scanned.mentions, bare.phrase.chunk.items[bare.index]))


def _has_price(bare: Bare) -> bool:
    """Whether a clause tells for how much money the pieces went: "it sold Peru 24 aircraft for $2bn"."""
    behind = bare.phrase.chunk.items[bare.index + 1 :]
    money = any((figure := item.get(m.Figure)) is not None and figure.quantity.is_money for item in behind)
    return money or bare.draft.value is not None


def _in_boxes(bare: Bare) -> bool:
    """Whether containers have been told in their unit before."""
    told = bare.state.unit or bare.state.context.unit
    return told is not None and unit(told).dimension is Dimension.CONTAINERS


def _in_pieces(bare: Bare) -> bool:
    """Whether a word says in what pieces goods are counted: "14,000 units of equipment"."""
    items = bare.phrase.chunk.items
    figure = items[bare.index].get(m.Figure)
    named = bool(bare.phrase.goods) and bare.index + 1 < len(items) and bool(items[bare.index + 1].mask & m.Goods.bit)
    frame = bare.state.frame
    named = named or (figure is not None and figure.scaled and frame is not None and len(frame.goods) == 1)  # "up 5%, to 68m pairs"
    return figure is not None and figure.counted and named and bare.amount >= FEW


def of_table(bare: Bare) -> Quantity | None:
    """The unit and scale of the table in which it stands, until another one is told: 单位:万吨."""
    table, state = bare.state.context.table, bare.state
    if table is None or (state.unit or state.context.unit) not in {None, table.unit} or state.power:
        return None
    return bare.of(table.unit, Decimal(1) if bare.power else table.amount)  # 822万 under 单位:万吨 says it once more


def of_share(bare: Bare) -> Quantity | None:
    """The unit and scale of the level of which it is the share just told: "of the 262,000 t China took 89%, or 233"."""
    share, state = bare.draft.share, bare.state
    if share is None or share.unit != "%" or bare.draft.value is not None or bare.draft.volume is not None or bare.counts:
        return None
    waiting = [figure.quantity for each in state.waiting for figure in each.told()]
    for whole in (*waiting, *reversed(state.levels), *state.context.levels):
        part = whole.amount * share.amount / 100
        if whole.unit == "1" or unit(whole.unit).dimension not in _LEVELS:
            continue
        for power in (0,) if bare.power else (0, 3, 6, 9):
            if abs(bare.amount.scaleb(power) - part) < part * _ROUGHLY:
                return bare.of(whole.unit, Decimal(10) ** power)
    return None


def of_change(bare: Bare) -> Quantity | None:
    """The unit of the amount by which it has just moved: "by 98,000 cubic metres to 2.9 million"."""
    if role_of(bare.before) is not Role.TO or bare.counts or not bare.stands_alone:
        return None
    by = next((each.quantity for each in _moved(bare) if each.quantity.dimension in _PHYSICAL), None)
    return bare.of(by.unit) if by is not None and bare.amount >= by.amount else None


def _moved(bare: Bare) -> Iterator[m.Figure]:
    """Yield the figures behind "by" that the sentence has told before."""
    mentions, start = bare.state.scanned.mentions, bare.phrase.chunk.items[bare.index].start
    for left, right in pairwise(mentions):
        figure = right.get(m.Figure) if right.end <= start else None
        if figure is not None and role_of(left) is Role.BY:
            yield figure


def of_text(bare: Bare) -> Quantity | None:
    """The unit of that level of the text which a great number is most like: money rather than thousands of millions of tonnes."""
    if bare.counts or not (bare.amount >= MANY or (bare.power and bare.stands_alone)):
        return None
    state, context = bare.state, bare.state.context
    last = state.unit or context.unit
    told = {each.unit: each.amount for each in (*context.levels, *state.levels)}
    possible = (each for each in dict.fromkeys((last, *reversed(told))) if each is not None and _could_be(bare.amount, each))
    candidates = [each for each in possible if not _dwarfs(bare.amount, told, each)]
    nearer = {state.unit: _HERE} if state.unit is not None else {context.unit: _LAST}
    code = min(candidates, key=lambda each: _apart(bare.amount, told.get(each)) - nearer.get(each, 0), default=None)
    return None if code is None else bare.of(code)


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
        return amount >= MANY
    return kind.dimension is not Dimension.COUNT and (kind.dimension is not Dimension.MASS or amount < _VAST)


def of_weight_here(bare: Bare) -> Quantity | None:
    """The unit of a weight told in the sentence: "Peru bought 85,100 t, Chile 78,800".

    Few units are counted so only where they are set beside it ("400 t after 650") or are all that is told of someone ("Chile 200").
    """
    code = bare.state.unit
    if code is None or unit(code).dimension not in _PHYSICAL or not bare.stands_alone:
        return None
    told = _told(bare, here=True)
    beside = (bare.set_beside or bare.of_member) and bare.is_near(told)
    few = not bare.counts and (beside or (not bare.state.power and bare.is_of_list(told)))
    return bare.of(code) if bare.amount >= FEW or few else None


def of_weight_before(bare: Bare) -> Quantity | None:
    """The unit of a weight of the sentence before, of one more country or of the same: "Peru bought 85,100 t. Chile took 78,800"."""
    context, before = bare.state.context, bare.before
    code = context.unit if bare.state.unit is None else None
    if code is None or unit(code).dimension not in _PHYSICAL or bare.amount < FEW or not bare.stands_alone:
        return None
    if bare.phrase.pointers & _SAME:
        return bare.of(code)
    beside = before is not None and before.mask & (m.Head.bit | m.Party.bit | m.Relation.bit | m.Level.bit) and context.distance <= 1
    told = (each.amount for each in context.levels if each.unit == code)
    return bare.of(code) if beside and not bare.counts and any(map(bare.is_near, told)) else None


def of_scale(bare: Bare) -> Quantity | None:
    """The scale and unit of the level told last, to which it is near: "from $31.6m in May to 44.2 in June"."""
    state, context = bare.state, bare.state.context
    here = state.unit is not None
    code, power = (state.unit, state.power) if here else (context.unit, context.power)
    if code is None or not power or bare.counts or not bare.stands_alone:
        return None
    if bare.amount == int(bare.amount) and not (here and bare.set_beside):
        return None  # a whole number may count anything
    if any(movement.use is Use.NOUN for _, movement in bare.phrase.movements):
        return None  # "the growth in value was 2.4"
    told = _told(bare, here=True) or _told(bare, here=False)
    return bare.of(code, Decimal(10) ** power) if bare.is_near(told, power) or (here and bare.is_of_list(told, power)) else None


def _told(bare: Bare, *, here: bool) -> Decimal | None:
    """Return the last level of the unit spoken of, told in the sentence or before it."""
    state = bare.state
    code, levels = state.unit or state.context.unit, reversed(state.levels) if here else state.context.levels
    return next((each.amount for each in levels if each.unit == code), None)


WAYS: tuple[Callable[[Bare], Quantity | None], ...] = (
    sold_for,
    paid,
    of_money,
    pieces,
    of_table,
    of_share,
    of_change,
    of_text,
    of_weight_here,
    of_weight_before,
    of_scale,
)
"""Tried in this order: what a word beside the number says, what is counted in pieces, the table around it, the levels that it is like."""

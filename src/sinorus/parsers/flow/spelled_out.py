"""Figures that leave out the scale or the percent told just before: "from $408 mln in May to 485.9 in June", "20 percent, Peru 8"."""

from decimal import Decimal

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Role
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.flow.figure_part import What
from sinorus.parsers.flow.near import role_of
from sinorus.parsers.flow.state import State
from sinorus.parsers.phrase import Phrase
from sinorus.scan.mention import Mention
from sinorus.values import Quantity
from sinorus.values.evolve import evolve

_SCALES = tuple(Decimal(10) ** power for power in (3, 6, 9, 12))
_TOLD = Decimal(10_000)
"""A level from here on was told by a word of scale."""
_BARE = Decimal(1000)
"""What leaves out its scale is less than this."""
_LIKE = Decimal(8)
"""So many times it may be more or less than what it is set beside."""
_ALL = Decimal(100)
_FOLLOWS = m.Relation.bit | m.Punctuation.bit | m.Movement.bit | m.Comparison.bit | PeriodExpr.bit
_LEADS = frozenset({Role.TO, Role.FROM, Role.AGAINST, Role.FOR, Role.BY})


def spelled_out(state: State, phrase: Phrase) -> None:
    """Give the bare numbers of a chunk the scale and unit of the level before them, or the percent of the share before them."""
    told = state.levels[-1] if state.levels else None
    part = state.last in {What.SHARE, What.EARLIER_SHARE}
    items = list(phrase.chunk.items)
    for index in phrase.figures:
        figure = items[index].get(m.Figure)
        if figure is None:
            continue
        if _is_bare(state, items, index, figure):
            full = _percent(figure.quantity) if part else _scaled(figure.quantity, told) if _may_be_level(items, index, figure) else None
            if full is not None:
                items[index] = evolve(items[index], meanings=(evolve(figure, quantity=full, scaled=not part),))
        elif figure.quantity.unit == "%":
            part = part and told is None
        elif figure.quantity.unit != "1":
            told, part = figure.quantity, False
    if items != phrase.chunk.items:
        phrase.chunk = phrase.chunk.holding(items)


def _is_bare(state: State, items: list[Mention], index: int, figure: m.Figure) -> bool:
    """Whether a figure is a small number, and no word behind it says of what."""
    if figure.quantity.unit != "1" or figure.scaled or figure.times or figure.counted or figure.quantity.amount >= _BARE:
        return False
    end = items[index].end
    following = next((item for item in state.scanned.mentions if item.start >= end), None)
    stop = state.scanned.sentence.span.end
    behind = state.scanned.text[end : min(following.start if following is not None else stop, stop)]
    if following is not None and not behind.strip():
        return bool(following.mask & _FOLLOWS)
    return not any(char.isalnum() for char in behind)


def _may_be_level(items: list[Mention], index: int, figure: m.Figure) -> bool:
    """Whether a bare number is set beside a level: by its decimals, or by the word before it."""
    if figure.quantity.amount % 1:
        return True
    return index > 0 and (role_of(items[index - 1]) in _LEADS or bool(items[index - 1].mask & m.Level.bit))


def _percent(quantity: Quantity) -> Quantity | None:
    return evolve(quantity, unit="%") if quantity.amount < _ALL else None


def _scaled(quantity: Quantity, told: Quantity | None) -> Quantity | None:
    """Return a bare number on the scale of the level told before it, where both are alike then."""
    if told is None or told.amount < _TOLD or told.unit in {"1", "%"} or not quantity.amount:
        return None
    scale = next((each for each in _SCALES if told.amount < each * _BARE), None)
    if scale is None:
        return None
    times = quantity.amount * scale / told.amount
    if not 1 / _LIKE <= times <= _LIKE:
        return None
    upper = None if quantity.upper is None else quantity.upper * scale
    return evolve(quantity, amount=quantity.amount * scale, upper=upper, unit=told.unit)

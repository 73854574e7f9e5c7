"""Shares that leave out the percent told just before: "India took 20 percent, Peru 8"."""

from decimal import Decimal

from sinorus.languages import meaning as m
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.flow.figure_part import What
from sinorus.parsers.flow.state import State
from sinorus.parsers.phrase import Phrase
from sinorus.scan.mention import Mention
from sinorus.values.evolve import evolve

_ALL = Decimal(100)
_FOLLOWS = m.Relation.bit | m.Punctuation.bit | m.Movement.bit | m.Comparison.bit | PeriodExpr.bit


def spelled_out(state: State, phrase: Phrase) -> None:
    """Give the bare numbers of a chunk the percent of the share told before them."""
    if state.last not in {What.SHARE, What.EARLIER_SHARE}:
        return
    items = list(phrase.chunk.items)
    for index in phrase.figures:
        figure = items[index].get(m.Figure)
        if figure is None or figure.quantity.unit != "1":
            return
        if _is_bare(state, items[index], figure):
            items[index] = evolve(items[index], meanings=(evolve(figure, quantity=evolve(figure.quantity, unit="%")),))
    phrase.chunk = phrase.chunk.holding(items)


def _is_bare(state: State, mention: Mention, figure: m.Figure) -> bool:
    """Whether a figure is a small number, and no word behind it says of what."""
    if figure.scaled or figure.times or figure.counted or figure.quantity.amount >= _ALL:
        return False
    following = next((item for item in state.scanned.mentions if item.start >= mention.end), None)
    stop = state.scanned.sentence.span.end
    behind = state.scanned.text[mention.end : min(following.start if following is not None else stop, stop)]
    if following is not None and not behind.strip():
        return bool(following.mask & _FOLLOWS)
    return not any(char.isalnum() for char in behind)

"""What a text says did not happen, or was not so much: "exports did not fall by 9%", "they were not $5bn, but $4bn"."""

from sinorus.languages import meaning as m
from sinorus.parsers.flow.state import State
from sinorus.parsers.phrase import Phrase
from sinorus.scan.mention import Mention
from sinorus.values import Bound


def let_go(state: State, phrase: Phrase) -> None:
    """Drop figures that are denied, and those behind a verb that is; "not only rose by 5%" is no denial."""
    items = phrase.chunk.items
    for index in [each for each in phrase.figures if each and _denies(phrase, each)]:
        state.drop(items[index], "a figure that is denied")
        phrase.figures.remove(index)
    denied = next((at for at in range(1, len(items)) if _is_verb(items[at]) and _denies(phrase, at)), None)
    if denied is None:
        return
    for index in [each for each in phrase.figures if each > denied and not _is_short(items[each])]:
        state.drop(items[index], "a figure of what did not happen")
        phrase.figures.remove(index)
    phrase.movements = [pair for pair in phrase.movements if pair[0] != denied]


def _is_verb(item: Mention) -> bool:
    """Whether something tells what moved, or how: "rose", "sold"."""
    head = item.get(m.Head) if item.mask & m.Head.bit else None
    return bool(item.mask & m.Movement.bit) or (head is not None and head.use is m.Use.VERB and not item.mask & m.Level.bit)


def _is_short(item: Mention) -> bool:
    """Whether a figure tells what was not reached: «не продал и 5 млн тонн»."""
    figure = item.get(m.Figure)
    return figure is not None and figure.quantity.bound is Bound.UNDER


def _denies(phrase: Phrase, at: int) -> bool:
    before, told = phrase.chunk.items[at - 1], phrase.chunk.items[at]
    return bool(before.mask & m.Negation.bit) and told.start - before.end <= 1

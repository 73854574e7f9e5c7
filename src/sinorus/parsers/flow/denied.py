"""What a text says did not happen: "exports did not fall by 9%"."""

from sinorus.languages import meaning as m
from sinorus.parsers.flow.state import State
from sinorus.parsers.phrase import Phrase


def let_go(state: State, phrase: Phrase) -> None:
    """Drop the figures behind a movement that is denied; "not only rose by 5%" is no denial."""
    items = phrase.chunk.items
    denied = next((at for at in range(1, len(items)) if items[at].mask & m.Movement.bit and _denies(phrase, at)), None)
    if denied is None:
        return
    for index in [each for each in phrase.figures if each > denied]:
        state.drop(items[index], "a change that is denied")
        phrase.figures.remove(index)
    phrase.movements = [pair for pair in phrase.movements if pair[0] != denied]


def _denies(phrase: Phrase, at: int) -> bool:
    before, movement = phrase.chunk.items[at - 1], phrase.chunk.items[at]
    return bool(before.mask & m.Negation.bit) and movement.start - before.end <= 1

"""A percentage, a multiple or percentage points, with what stands beside it."""

from sinorus.languages import meaning as m
from sinorus.parsers.flow.figure_part import FigureUse, Surroundings, What
from sinorus.parsers.flow.near import movement_near, neighbour
from sinorus.parsers.flow.percent_of import from_to
from sinorus.parsers.marks import role_of
from sinorus.parsers.phrase import Phrase
from sinorus.values import Direction


class Told:
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

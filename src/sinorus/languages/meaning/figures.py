"""Numbers with their units."""

from typing import ClassVar

from attrs import frozen

from sinorus.languages.meaning.base import Meaning
from sinorus.values import Direction, Quantity, Term


@frozen
class Figure(Meaning):
    """A number with its unit; `sign` where a plus, a minus or the like stands before it.

    `power` is the power of ten of its scale word: 6 for a million.
    """

    bit: ClassVar[int] = 1 << 28
    quantity: Quantity
    sign: Direction | None = None
    power: int = 0
    times: bool = False
    """True for a count of times (1.4 times, 2.2-fold): a factor of change, not a level."""
    counted: bool = False
    """True where a word says in what pieces it counts (件, 辆): it is no money, whatever the text speaks of."""

    @property
    def scaled(self) -> bool:
        """Whether a scale word stands with it."""
        return self.power > 0


@frozen
class Duration(Meaning):
    """How long something runs: thirty years, a decade."""

    bit: ClassVar[int] = 1 << 34
    term: Term


@frozen
class Respectively(Meaning):
    """Deals the figures out over the items before them; `each` gives every item the same one."""

    bit: ClassVar[int] = 1 << 16
    each: bool = False


@frozen
class Denomination(Meaning):
    """In what the bare numbers of a text are told, a currency or a unit: "all figures in US dollars", "which counts in tonnes"."""

    bit: ClassVar[int] = 1 << 35
    code: str

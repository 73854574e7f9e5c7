"""A number told without a unit, and what stands beside it in its chunk."""

from decimal import Decimal

from attrs import frozen

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Role
from sinorus.parsers.flow.claim import Draft
from sinorus.parsers.flow.state import State
from sinorus.parsers.marks import role_of
from sinorus.parsers.phrase import Phrase
from sinorus.scan.mention import Mention
from sinorus.values import Quantity
from sinorus.values.evolve import evolve

_ALIKE = 20
"""Levels of one list are not so many times larger or smaller than each other."""


@frozen
class Bare:
    """The figure at an index of a chunk, in the sentence and for the claim in which it is read."""

    state: State
    draft: Draft
    phrase: Phrase
    index: int
    quantity: Quantity

    @property
    def amount(self) -> Decimal:
        """How much."""
        return self.quantity.amount

    @property
    def before(self) -> Mention | None:
        """The mention right before it."""
        return self.phrase.chunk.items[self.index - 1] if self.index else None

    @property
    def counts(self) -> bool:
        """Whether goods stand right behind it."""
        return counts_goods(self.phrase, self.index)

    @property
    def power(self) -> int:
        """The power of ten of its scale word."""
        return power_of(self.phrase, self.index)

    @property
    def set_beside(self) -> bool:
        """Whether the word before it sets it beside a level: "from $12 million to 15", "9 Mt against 7"."""
        return role_of(self.before) in {Role.TO, Role.FROM, Role.AGAINST}

    @property
    def of_member(self) -> bool:
        """Whether it is all that is told of a party: "Peru took 750 t, Chile 200"."""
        return len(self.phrase.chunk.items) == 2 and self.before is not None and bool(self.before.mask & m.Party.bit)

    @property
    def stands_alone(self) -> bool:
        """Whether no word behind it says what is counted."""
        scanned, end = self.state.scanned, self.phrase.chunk.items[self.index].end
        following = next((item for item in scanned.mentions if item.start >= end), None)
        upto = min(following.start if following is not None else scanned.sentence.span.end, scanned.sentence.span.end)
        behind = scanned.text[end:upto]
        if following is not None and not behind.strip():
            return not following.mask & (m.Goods.bit | m.Party.bit | m.Body.bit | m.OtherMeasure.bit)
        return not any(char.isalnum() for char in behind)

    def is_near(self, level: Decimal | None, power: int = 0) -> bool:
        """Whether it is of the size of a level, told in the scale of that."""
        return level is not None and level / _ALIKE < self.amount.scaleb(power) < level * _ALIKE

    def is_of_list(self, level: Decimal | None, power: int = 0) -> bool:
        """Whether it is all that is told of one more party, behind a level of another, which may be far larger."""
        return level is not None and self.of_member and 0 < self.amount.scaleb(power) < level * _ALIKE

    def of(self, code: str, times: Decimal = Decimal(1)) -> Quantity:
        """Return it in a unit, told in a scale of so many."""
        upper = None if self.quantity.upper is None else self.quantity.upper * times
        return evolve(self.quantity, amount=self.amount * times, upper=upper, unit=code)


def power_of(phrase: Phrase, index: int) -> int:
    """Return the power of ten of a figure's scale word."""
    figure = phrase.chunk.items[index].get(m.Figure)
    return 0 if figure is None else figure.power


def counts_goods(phrase: Phrase, index: int) -> bool:
    """Whether goods stand right behind a figure: "1.2m cars"."""
    items = phrase.chunk.items
    figure = items[index].get(m.Figure)
    if figure is not None and figure.counted:
        return True
    return index + 1 < len(items) and bool(items[index + 1].mask & m.Goods.bit)

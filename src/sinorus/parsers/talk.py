"""Who has been speaking, and of whose relations: what pledges and settlements take from the sentences before."""

from attrs import frozen

from sinorus.records import Settlement
from sinorus.values import Period

HOME = frozenset({"CN", "RU"})
"""The two countries whose relations the contract is about."""

MEMORY = 5
"""Sentences for which a country stays spoken of."""


@frozen(kw_only=True)
class Talk:
    """The part of a document's state that pledges and settlements read; `follow` makes the next one.

    `actors` are those of the last pledge, or whom the last speaker stands for; `pledged` whether that was a pledge, and
    `paragraph` where it stood. `listing` is true among the items of a list of intentions whose lead-in
    stands in the paragraph `lead`, `horizon` the period these are for.
    `recent` holds the countries named in each of the last sentences, `settled` the last statement on currencies.
    """

    actors: tuple[str, ...] = ()
    pledged: bool = False
    paragraph: int = -1
    listing: bool = False
    lead: int = -1
    horizon: Period | None = None
    recent: tuple[frozenset[str], ...] = ()
    settled: Settlement | None = None
    silence: int = 0
    """Sentences since `settled`."""

    def named(self) -> frozenset[str]:
        """Return the countries named lately."""
        return frozenset().union(*self.recent)

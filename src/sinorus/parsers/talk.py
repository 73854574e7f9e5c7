"""Who has been speaking, and of whose relations: what pledges and settlements take from the sentences before."""

from attrs import frozen

from sinorus.languages.meaning import Mark
from sinorus.parsers.marks import mark_of
from sinorus.records import Settlement
from sinorus.scan.sentence import Scanned
from sinorus.values import Period

HOME = frozenset({"CN", "RU"})
"""The two countries whose relations the contract is about."""

HOME_PAIR = ("CN", "RU")
"""These two in alphabetical order."""

MEMORY = 400
"""Characters for which a country stays spoken of: a few sentences."""


@frozen(kw_only=True, slots=False)  # copied at every sentence: see values/evolve.py
class Talk:
    """The part of a document's state that pledges and settlements read; `follow` makes the next one.

    `actors` are those of the last pledge, or whom the last speaker stands for; `pledged` whether that was a pledge, and
    `paragraph` where it stood. `listing` is true among the items of a list of intentions whose lead-in stands in the paragraph
    `lead`, `horizon` the period these are for. `places` tells where each country was named last (offsets into the text),
    `theme` whether the first lines name both, `settled` is the last statement on currencies, and `settled_at` where its sentence ended.
    """

    actors: tuple[str, ...] = ()
    pledged: bool = False
    paragraph: int = -1
    listing: bool = False
    lead: int = -1
    horizon: Period | None = None
    places: tuple[tuple[str, int], ...] = ()
    theme: bool = False
    settled: Settlement | None = None
    settled_at: int = 0
    settled_each: tuple[tuple[str, ...], ...] = ()
    """The currencies of the last sentence that gave several their share, in its order."""
    dealt: bool = False
    """Whether the text tells of dealing in currencies on an exchange: what their shares are of is no trade in goods."""
    settled_when: tuple[Period, ...] = ()
    """The times of the last shares of currencies: one, or the earlier and the later of a comparison."""

    def named(self, at: int) -> frozenset[str]:
        """Return the countries that were named lately, seen from the offset `at`."""
        return frozenset(code for code, place in self.places if at - place <= MEMORY)

    def since_settled(self, at: int) -> int:
        """Return the characters between the last statement on currencies and the offset `at`; a great number without one."""
        return at - self.settled_at if self.settled is not None else 1 << 30


def is_item(scanned: Scanned) -> bool:
    """Whether a sentence is an item of a list, or opens with a dash as items do."""
    opens = bool(scanned.mentions) and scanned.mentions[0].start == scanned.sentence.span.start
    return scanned.sentence.kind == "item" or (opens and mark_of(scanned.mentions[0]) is Mark.DASH)


def leads_list(scanned: Scanned) -> bool:
    """Whether a sentence ends with a colon."""
    return scanned.quote().rstrip().endswith((":", "："))

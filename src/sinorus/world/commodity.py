"""Traded goods, each with its Harmonized System codes and the wider good it belongs to."""

from __future__ import annotations

from typing import Final

from attrs import field, frozen

from sinorus.world.names import Names

__all__ = ["Commodity"]

_HS_DIGITS: Final = 6
_LISTED: Final = "spec/commodities.csv"


@frozen(slots=True, kw_only=True, order=True)
class Commodity:
    """A good or group of goods, known by its ``id`` and equal by it.

    ``hs`` holds HS 2022 codes as the tariff prints them: chapters (``27``), headings (``2709``), subheadings (``271012``) and
    ranges (``01-24``). ``line`` are the ids of the wider goods, nearest first.
    """

    id: str
    parent: str | None = field(eq=False, order=False)
    hs: tuple[str, ...] = field(eq=False, order=False)
    names: Names = field(eq=False, order=False, repr=False)
    line: tuple[str, ...] = field(default=(), eq=False, order=False, repr=False)
    source: str = field(eq=False, order=False, repr=False)

    def __str__(self) -> str:
        return self.id

    def name(self, locale: str = "en") -> str:
        """The display name in ``en``, ``ru`` or ``zh``."""
        return self.names.display(locale)

    @property
    def is_listed(self) -> bool:
        """Whether it is one of the goods that the contract lists; the others are told apart while reading, not in records."""
        return self.source.startswith(_LISTED)

    def ancestors(self) -> tuple[str, ...]:
        """The ids of the wider goods, nearest first: coking coal is ``("coal", "energy")``."""
        return self.line

    def within(self, other: Commodity | str) -> bool:
        """Whether this is ``other`` or a part of it."""
        wider = other if isinstance(other, str) else other.id
        return wider == self.id or wider in self.line

    def breadth(self, code: str) -> int | None:
        """How wide the narrowest of this good's HS codes is that holds ``code`` (subheadings it spans), ``None`` when none does."""
        spans = (_bounds(own) for own in self.hs)
        low, high = _bounds(code)
        widths = [top - bottom for bottom, top in spans if bottom <= low and high <= top]
        return min(widths, default=None)


def _bounds(code: str) -> tuple[int, int]:
    """First and last six-digit subheading of a code or range: ``"2709"`` is 270900 to 270999."""
    first, _, last = code.partition("-")
    return int(first.ljust(_HS_DIGITS, "0")), int((last or first).ljust(_HS_DIGITS, "9"))

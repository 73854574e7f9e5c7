"""A half-open stretch of a document's text: the one coordinate system of the package."""

from __future__ import annotations

from attrs import Attribute, field, frozen


def _not_negative(_: Span, attribute: Attribute[int], value: int) -> None:
    if value < 0:
        raise ValueError(f"span {attribute.name} must not be negative, got {value}")


def _not_before_start(span: Span, _: Attribute[int], value: int) -> None:
    if value < span.start:
        raise ValueError(f"span must not end before it starts, got {span.start}..{value}")


@frozen(order=True)
class Span:
    """Characters ``start`` up to, not including, ``end``; ordered by start, then end.

    Raises ``ValueError`` unless ``0 <= start <= end``.

    >>> span = Span(3, 8)
    >>> span.of("to China, and"), len(span)
    ('China', 5)
    >>> span.contains(Span(4, 6)), span.overlaps(Span(8, 9)), span < Span(4, 5)
    (True, False, True)
    """

    start: int = field(validator=_not_negative)
    end: int = field(validator=_not_before_start)

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        """A span is always true: an empty one is still a place in the text."""
        return True

    def of(self, text: str) -> str:
        """The characters of ``text`` that the span covers."""
        return text[self.start : self.end]

    def contains(self, other: Span | int) -> bool:
        """Whether ``other`` (a span, or one offset) lies inside this span.

        >>> Span(3, 8).contains(7), Span(3, 8).contains(8)
        (True, False)
        """
        if isinstance(other, int):
            return self.start <= other < self.end
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end and self.start < self.end and other.start < other.end

    def joined(self, other: Span) -> Span:
        """The smallest span that covers both.

        >>> Span(3, 8).joined(Span(12, 14))
        Span(start=3, end=14)
        """
        return Span(min(self.start, other.start), max(self.end, other.end))

    def shifted(self, by: int) -> Span:
        """The same stretch, ``by`` characters further on (back, where negative)."""
        return Span(self.start + by, self.end + by)

"""The exact characters that say it.

>>> piece = Evidence.of("Trade grew by 5%.", 6, 16)
>>> piece.quote
'grew by 5%'
"""

from typing import Protocol

from attrs import frozen

from sinorus.errors import ValidationError

__all__ = ["Evidence", "HasText"]


class HasText(Protocol):
    """Anything that carries the text which offsets point into; a `sinorus.Document` does."""

    @property
    def text(self) -> str:
        """The text."""
        ...


@frozen(kw_only=True, order=True, repr=False)
class Evidence:
    """Half-open character offsets into the document's text, and the text there. Ordered by place.

    ValidationError where the span is empty or negative, or the quote is not as long as the span.
    """

    start: int
    end: int
    quote: str

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValidationError(what=f"[{self.start}, {self.end}) is no span", where="evidence")
        if len(self.quote) != self.end - self.start:
            raise ValidationError(
                what=f"a quote of {len(self.quote)} characters for the span [{self.start}, {self.end}) of {self.end - self.start}",
                where="evidence",
            )

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Evidence":
        """Cut the evidence out of a text; ValidationError where the span does not lie in it."""
        if not 0 <= start < end <= len(text):
            raise ValidationError(what=f"[{start}, {end}) does not lie in a text of {len(text)} characters", where="evidence")
        return cls(start=start, end=end, quote=text[start:end])

    def verify(self, document: HasText) -> None:
        """Raise ValidationError where the quote is not exactly what stands at the span in the document."""
        if self.end > len(document.text):
            raise ValidationError(what=f"the span ends at {self.end}, the text at {len(document.text)}", where="evidence")
        there = document.text[self.start : self.end]
        if there != self.quote:
            raise ValidationError(what=f"the quote is {self.quote!r}, the text there {there!r}", where=f"evidence at {self.start}")

    def overlaps(self, other: "Evidence") -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end

    def __repr__(self) -> str:
        return f"Evidence({self.start}:{self.end} {self.quote!r})"

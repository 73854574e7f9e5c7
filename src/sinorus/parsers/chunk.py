"""A chunk of a sentence: the mentions between two borders."""

from collections.abc import Iterable, Sequence

from attrs import define, field

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark
from sinorus.languages.period_expr import PeriodExpr
from sinorus.scan.mention import M, Mention, meanings_of

OF_FLOWS = 0
"""What a reader of flows looks at."""
for _kind in (m.Party, m.World, m.Pointer, m.Goods, m.Route, m.Body, m.Head, m.Movement, m.Level, m.Relation, m.Certainty, m.RecordHigh,
              m.OtherMeasure, m.Share, m.Comparison, m.Punctuation, m.Respectively, m.Speech, m.Intent, m.Figure, m.Measured, m.Negation,
              PeriodExpr):  # fmt: skip
    OF_FLOWS |= _kind.bit


@define
class Chunk:
    """The mentions between two borders, and the mark that opens it."""

    opener: Mark | None
    items: list[Mention] = field(factory=list)
    mask: int = 0

    def add(self, mention: Mention) -> None:
        """Append a mention."""
        self.items.append(mention)
        self.mask |= mention.mask

    def of(self, kind: type[M]) -> Sequence[tuple[int, M]]:
        """Return what its mentions mean of this kind, each with its index."""
        return meanings_of(self.items, kind) if self.mask & kind.bit else ()

    def holding(self, items: Iterable[Mention]) -> "Chunk":
        """Return a chunk of these mentions, opened as this one is."""
        other = Chunk(self.opener)
        for item in items:
            other.add(item)
        return other

    def joined_with(self, *others: "Chunk") -> "Chunk":
        """Return the chunk and those behind it in one, opened as this one is."""
        return self.holding(item for chunk in (self, *others) for item in chunk.items)

"""A chunk of a sentence: the mentions between two borders."""

from attrs import define, field

from sinorus.languages.meaning import Mark
from sinorus.scan.mention import Mention


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

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

    def joined_with(self, *others: "Chunk") -> "Chunk":
        """Return the chunk and those behind it in one, opened as this one is."""
        whole = Chunk(self.opener)
        for item in (*self.items, *(item for other in others for item in other.items)):
            whole.add(item)
        return whole

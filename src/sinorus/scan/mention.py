"""A stretch of text and what it can mean."""

from collections.abc import Iterable
from typing import TypeVar

from attrs import define

from sinorus.languages.meaning import Meaning

M = TypeVar("M", bound=Meaning)


@define(unsafe_hash=True)
class Mention:
    """Half-open offsets into the document's text, the meanings found there, and the rule (row id) that found them.

    Never changed once it is made. It is not frozen because a page of text has two thousand of them, and a frozen one takes three times as
    long to make.
    """

    start: int
    end: int
    meanings: tuple[Meaning, ...]
    mask: int
    rule: str

    def get(self, kind: type[M]) -> M | None:
        """Return the meaning of this kind, or None."""
        if self.mask & kind.bit:
            for meaning in self.meanings:
                if isinstance(meaning, kind):
                    return meaning
        return None


def meanings_of(mentions: Iterable[Mention], kind: type[M]) -> list[tuple[int, M]]:
    """Return what the mentions mean of this kind, each with its index; this is cheaper than to ask every one of them."""
    bit = kind.bit
    return [(index, found) for index, mention in enumerate(mentions) if mention.mask & bit and (found := mention.get(kind)) is not None]

"""The stretch of folded text that a scan of figures is about, with the language's grammar."""

from __future__ import annotations

from attrs import frozen

from sinorus.scan.figure_grammar import Grammar

__all__ = ["Passage"]

_LONGEST_WORD = 24
_OPENERS = "([\"'«"


@frozen
class Passage:
    """``text[start:end]`` is scanned; nothing outside it is looked at."""

    text: str
    start: int
    end: int
    rules: Grammar

    def word_before(self, stop: int) -> str:
        """The word that ends before ``stop``, without an opening bracket or quote; empty at the head of a line."""
        piece = self.text[max(self.start, stop - _LONGEST_WORD) : stop].rstrip(" ").rpartition(" ")[2]
        return piece.rpartition("\n")[2].lstrip(_OPENERS)

    def word_after(self, first: int) -> str:
        """The word that begins at ``first`` or one space or hyphen later, without its closing point."""
        found = self.rules.next_word.match(self.text, first, self.end)
        return found.group(1).rstrip(".") if found else ""

    def at(self, index: int) -> str:
        """The character at an index, a space outside the passage."""
        return self.text[index] if self.start <= index < self.end else " "

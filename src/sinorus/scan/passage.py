"""The stretch of folded text that a scan of figures is about, with the language's grammar."""

from __future__ import annotations

from collections.abc import Collection

from attrs import frozen

from sinorus.scan.figure_grammar import Grammar

__all__ = ["Passage"]

_LONGEST_WORD = 24
_DASHES = " -–—"
"""What may stand between a name and its number ("Sibir – 2")."""
_OPENERS = "([\"'«"


@frozen
class Passage:
    """``text[start:end]`` is scanned; nothing outside it is looked at."""

    text: str
    start: int
    end: int
    rules: Grammar

    def word_before(self, stop: int) -> str:
        """The word before ``stop``, dashes skipped, without an opening bracket or quote; empty at the head of a line."""
        piece = self.text[max(self.start, stop - _LONGEST_WORD) : stop].rstrip(_DASHES).rpartition(" ")[2]
        return piece.rpartition("\n")[2].lstrip(_OPENERS)

    def word_after(self, first: int) -> str:
        """The word that begins at ``first`` or one space or hyphen later, without its closing point."""
        found = self.rules.next_word.match(self.text, first, self.end)
        return found.group(1).rstrip(".") if found else ""

    def preceded(self, stop: int, words: Collection[str]) -> bool:
        """Whether one of the words ends before ``stop``; where words are not parted, whether the characters do."""
        if self.rules.words.spaced:
            return self.word_before(stop) in words
        return any(self.text.endswith(word, self.start, stop) for word in words)

    def followed(self, first: int, words: Collection[str]) -> bool:
        """Whether the characters of one of the words stand at ``first``."""
        return any(self.text.startswith(word, first, self.end) for word in words)

    def at(self, index: int) -> str:
        """The character at an index, a space outside the passage."""
        return self.text[index] if self.start <= index < self.end else " "

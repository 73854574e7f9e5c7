"""From bytes to a `Document`: decoded, repaired, dated, its furniture taken out; and from there to sentences."""

from __future__ import annotations

from sinorus.text.document import Document, Furniture, Repair
from sinorus.text.language import language_of
from sinorus.text.read import from_text, read
from sinorus.text.sentences import Sentence, sentences

__all__ = ["Document", "Furniture", "Repair", "Sentence", "from_text", "language_of", "read", "sentences"]

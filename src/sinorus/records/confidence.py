"""How directly the text says what a record says."""

from enum import StrEnum

__all__ = ["Confidence"]


class Confidence(StrEnum):
    """Three steps; the reasons stand beside it in a record's ``confidence_reasons``."""

    STATED = "stated"
    """Every part of the claim stands in its evidence."""
    INFERRED = "inferred"
    """A part was carried from elsewhere in the document, or anchored to its date."""
    DOUBTFUL = "doubtful"
    """A part rests on a choice that the text leaves open."""

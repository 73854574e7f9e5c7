"""What a parser returns: the records of a sentence, and what it dropped and why."""

from attrs import frozen

from sinorus.records import Record


@frozen
class Dropped:
    """A stretch of text that looked like a record and is none, with the reason that `explain` shows."""

    start: int
    end: int
    reason: str


@frozen
class Parsed:
    """The records of one sentence in the order of their evidence, and the dropped candidates."""

    records: tuple[Record, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    noted: tuple[Record, ...] = ()
    """Things named without a claim of their own, of which the next sentences may speak."""

"""What agreements and corridors take from the sentences before: the last ones told of, and what heads the paragraph."""

from attrs import frozen

from sinorus.records import Agreement, CorridorReport
from sinorus.records.agreement import Party
from sinorus.values import Period
from sinorus.world import Organisation


@frozen(kw_only=True, slots=False)  # copied at every sentence: see values/evolve.py
class Told:
    """The part of a document's state that agreements and corridors read.

    `agreement` and `corridor` are the last ones told of; `corridor_paragraph` and `agreement_paragraph` where. `companies` are the last
    two or more that dealt with each other. `heading` and `place` are the date and the place with which `paragraph` begins.
    """

    agreement: Agreement | None = None
    agreement_paragraph: int = -1
    agreement_end: int = -1
    """Where the last sentence that told of it ends in the text."""
    offer: Agreement | None = None
    """Supplies that the last sentence has one company make to another, which the next one may call a deal; `offer_end` is where it ends."""
    offer_end: int = -1
    corridor: CorridorReport | None = None
    corridor_paragraph: int = -1
    routes: tuple[tuple[CorridorReport, int], ...] = ()
    """The last corridors, one of each kind, with the paragraph where each was told of; the latest at the end."""
    unnamed: CorridorReport | None = None
    """What was told of a line before it had a name or place; `unnamed_paragraph` is where."""
    unnamed_paragraph: int = -1
    papers: Agreement | None = None
    """What a lead-in says of the papers in the list that follows it: "the two sides signed the following documents:"."""
    counted: Agreement | None = None
    """Papers told of by their number ("two documents were signed"), of which each may be named after."""
    companies: tuple[Party, ...] = ()
    firms: tuple[Organisation, ...] = ()
    """The companies named last, the latest at the end."""
    firms_paragraph: int = -1
    two: tuple[str, ...] = ()
    """The two countries with which the last sentence in `two_paragraph` that named no company opened: "Both capitals …"."""
    two_paragraph: int = -1
    together: tuple[Organisation, ...] = ()
    """The companies of the last sentence that named any, where those were two or three."""
    heading: Period | None = None
    place: str | None = None
    listed: Period | None = None
    """The day that heads a list: that of its items."""
    paragraph: int = -1

"""sinorus as a reader of figures and periods: what its scanner finds, whether or not a record comes of it."""

import datetime
from decimal import Decimal

from reading import UNITS, Days, Measure, Reader, measure

from sinorus.languages.meaning import Figure
from sinorus.parsers.dated import dated
from sinorus.pipeline import steps
from sinorus.scan.fold import fold
from sinorus.scan.sentence import scan
from sinorus.text import from_text, sentences

__all__ = ["READER"]


def _figures(text: str, date: datetime.date | None) -> list[Measure]:
    """Return the figures of all sentences; nothing of this needs more than one sentence."""
    document = from_text(text, language="en")
    folded = fold(document.text)
    found: list[Measure] = []
    for sentence in sentences(document):
        for mention in scan(document.text, folded, sentence, "en").mentions:
            figure = mention.get(Figure)
            if figure is not None and (figure.quantity.is_money or figure.quantity.unit.partition("/")[0] in UNITS):
                ends: list[Decimal | None] = [figure.quantity.amount, figure.quantity.upper]
                found += [measure(end, figure.quantity.unit) for end in ends if end is not None]
    return found


def _periods(text: str, date: datetime.date | None) -> list[Days]:
    """Return the periods, each told from the date and from what the sentences before speak of, for which all of them are parsed."""
    found: list[Days] = []
    for step in steps(from_text(text, date=date, language="en")):
        found += [(period.first, period.last) for _, period in dated(step.scanned, step.before) if period is not None]
    return found


READER = Reader("sinorus", {"figures": _figures, "periods": _periods})

"""Lines that a sentence tells of before anybody names them: "the two have opened the first bridge over the Amur. It links A and B"."""

from sinorus.languages import meaning as m
from sinorus.parsers.context import Context
from sinorus.parsers.corridor.kinds import LINES
from sinorus.parsers.corridor.statement import statement
from sinorus.parsers.corridor.town import Ref
from sinorus.records import Confidence, CorridorReport
from sinorus.scan.sentence import Scanned
from sinorus.values.evolve import evolve

_LATELY = 2
"""Paragraphs over which the name may follow: that of a headline."""


def unnamed(scanned: Scanned, context: Context) -> CorridorReport | None:
    """Return what is told of the state of a line without a name or place, the only one of its sentence."""
    found = [(at, noun) for at, noun in scanned.of(m.CorridorNoun) if noun.kind in LINES]
    if len(found) != 1:
        return None
    at, noun = found[0]
    if noun.weak or noun.plural or noun.definite:
        return None
    mention = scanned.mentions[at]
    ref = Ref(at, at, mention.start, mention.end, noun.kind, goods=noun.goods)
    said = statement(scanned, context, [ref], 0)
    if said.status is None or said.supposed:
        return None
    return CorridorReport(kind=noun.kind, name=scanned.text[mention.start : mention.end], status=said.status, opened=said.opened)


def named_now(record: CorridorReport, scanned: Scanned, context: Context) -> CorridorReport:
    """Return the report with what was told of the line before it had a name, where its own words tell no state."""
    told = context.told.unnamed
    near = scanned.sentence.paragraph - context.told.unnamed_paragraph <= _LATELY
    open_ = record.status is None or record.confidence is Confidence.DOUBTFUL
    if told is None or not near or told.kind is not record.kind or not open_ or context.told.corridor is not None:
        return record
    return evolve(record, status=told.status, opened=record.opened or told.opened, confidence=Confidence.INFERRED)

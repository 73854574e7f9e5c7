"""The period that a sentence without figures sets for those behind it."""

from collections.abc import Sequence

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Mark
from sinorus.languages.period_expr import Grain, PeriodExpr, PeriodKind, PeriodRelation
from sinorus.parsers.chunk import Chunk
from sinorus.parsers.context import Context
from sinorus.parsers.marks import is_verb
from sinorus.parsers.reading import read
from sinorus.records import FlowStatus
from sinorus.scan.sentence import Scanned
from sinorus.values import Period

_SPOKEN_OF = frozenset({PeriodRelation.PLAIN, PeriodRelation.SINCE, PeriodRelation.AS_OF})
_HEADING = 8
"""A sentence of no more mentions than this, and without figures, names the period of what follows."""
_OPENING = 3
"""Mentions with which a sentence opens."""
_TRADING = m.Share.bit | m.Movement.bit
_DONE = m.Certainty.bit | m.Intent.bit | m.CorridorState.bit | m.AgreementVerb.bit | m.OtherMeasure.bit
"""What a sentence holds that tells of something else that was done then."""
_NEAR = 40
"""A time stands so near, in characters, to the word for the account that is given of it."""
_INTENDED = m.Certainty.bit | m.Intent.bit | m.CorridorState.bit
"""What a sentence holds that tells of plans, or of a route."""


def heard_period(scanned: Scanned, context: Context, parts: Sequence[Chunk]) -> Period | None:
    """Return the period that a sentence without figures sets: one that opens it, or that of the flow it names."""
    if not scanned.mask & PeriodExpr.bit:
        return context.period
    if (year := _that_year(scanned, context)) is not None:
        return year
    if (
        context.period is not None
        and scanned.mask & m.OtherMeasure.bit
        and any(read(chunk).others for chunk in parts if chunk.mask & m.OtherMeasure.bit)
    ):
        return context.period
    for position, chunk in enumerate(parts):
        opening = (
            scanned.sentence.kind != "sentence"
            or len(scanned.mentions) <= _HEADING
            or (position == 0 and any(item.mask & PeriodExpr.bit for item in chunk.items[:_OPENING]))
            or (position == 0 and _announces(chunk))
            or (not scanned.mask & _INTENDED and _stands_alone(scanned, parts, position))
            or bool(chunk.mask & m.Speech.bit)  # "the customs office released data for the first quarter"
            or _is_accounted(scanned, chunk)
            or is_unequalled(scanned)
        )
        if chunk.mask & PeriodExpr.bit and (opening or chunk.mask & m.Head.bit or _leads(context, chunk)):
            for _, expr in read(chunk).periods:
                back = expr.points_back and expr.kind is not PeriodKind.MONTHS
                if back or expr.grain is Grain.DAY or (expr.relation not in _SPOKEN_OF and expr.kind is not PeriodKind.TO_DATE):
                    continue
                since = expr.relation is PeriodRelation.SINCE  # "the bridge, in use since 2022"
                if scanned.mask & _INTENDED and (since or (expr.part is not None and expr.offset is None)):
                    continue  # "the bridge will open in April" names no time of trade, least of all the April past
                period = context.anchor(expr, context.period)
                if (
                    period is not None
                    and (context.date is None or period.first <= context.date)
                    and not _looks_back(scanned, context, period, parts)
                ):
                    return period
    return context.period


def heard_plan(scanned: Scanned, context: Context) -> tuple[FlowStatus, Period] | None:
    """Return how certain and for what time what follows is told, where a short sentence only names a plan: "There is a plan for 2025"."""
    if scanned.mask & m.Figure.bit or not scanned.mask & m.Certainty.bit or len(scanned.mentions) > _HEADING:
        return None
    status = next(certainty.status for _, certainty in scanned.of(m.Certainty))
    times = [context.anchor(expr, context.period) for _, expr in scanned.of(PeriodExpr) if expr.grain is Grain.YEAR]
    time = times[0] if len(times) == 1 else None
    ahead = time is not None and (context.date is None or time.last >= context.date) and status is not FlowStatus.REPORTED
    return (status, time) if ahead and time is not None else None


def is_unequalled(scanned: Scanned) -> bool:
    """Whether a sentence tells that as much was never traded before: "Peru had never sold as much tin there as in May"."""
    much = scanned.cued("flow", "as-much") if scanned.mask & m.Negation.bit and scanned.mask & m.Head.bit else ()
    return any(item.mask & m.Negation.bit for at in much for item in scanned.mentions[:at])


def _stands_alone(scanned: Scanned, parts: Sequence[Chunk], position: int) -> bool:
    """Whether a chunk is nothing but a time, told before all figures: "by its figures, in May, yuan made up 40% of payments"."""
    items = parts[position].items
    behind = next((each for each in scanned.mentions if each.start >= items[-1].end), None)
    alone = all(item.mask & PeriodExpr.bit for item in items) and behind is not None and behind.start == items[-1].end
    return alone and not any(part.mask & m.Figure.bit for part in parts[:position])


def _that_year(scanned: Scanned, context: Context) -> Period | None:
    """Return the year named last, of whatever it was told, to which a short sentence points: "it found other buyers that year"."""
    if context.dated is None or len(scanned.mentions) > _HEADING:
        return None
    pointed = next((expr for _, expr in scanned.of(PeriodExpr) if expr.kind is PeriodKind.THAT_YEAR), None)
    return None if pointed is None else context.anchor(pointed, context.dated)


def _looks_back(scanned: Scanned, context: Context, period: Period, parts: Sequence[Chunk]) -> bool:
    """Whether a sentence tells when something else was done, or was so before the time spoken of, to which the text goes back.

    Be it a month in a sentence that was not understood, or a deed: "the ban had been lifted last year".
    """
    known = context.period
    if known is None:
        return False
    if known.is_years and known.contains(period) and _is_event(scanned, context):
        return True
    if period.last >= known.first:
        return False
    if known.is_month and period.is_month and scanned.mask & m.Figure.bit:
        return True
    if scanned.sentence.kind != "sentence" or scanned.mask & _TRADING or any(_announces(chunk) for chunk in parts):
        return False
    first = next((mention for mention in scanned.mentions if not mention.mask & m.Relation.bit), None)
    opens = first is not None and bool(first.mask & PeriodExpr.bit)
    if scanned.mask & m.Head.bit and (opens or _is_label(scanned)):
        return False
    return not opens or (not context.leads and bool(scanned.mask & _DONE))  # "In December the order was another one" sets the scene


def _is_label(scanned: Scanned) -> bool:
    """Whether a sentence is nothing but words that are read, and no verb, as a heading within a paragraph is: "Trade in 2024." """
    if any(is_verb(mention) for mention in scanned.mentions):
        return False
    span, mentions = scanned.sentence.span, scanned.mentions
    gaps = zip((span.start, *(each.end for each in mentions)), (*(each.start for each in mentions), span.end), strict=True)
    return not any(letter.isalpha() for start, end in gaps for letter in scanned.text[start:end])


def _is_event(scanned: Scanned, context: Context) -> bool:
    """Whether a sentence behind a flow only tells what took place then, not what was traded: "In May the presidents met and signed it"."""
    if context.distance > 1 or scanned.sentence.kind != "sentence" or scanned.mask & (_TRADING | m.Goods.bit | m.Figure.bit | m.Head.bit):
        return False
    return bool(scanned.mask & m.AgreementVerb.bit or scanned.cued("flow", "event"))


def _is_accounted(scanned: Scanned, chunk: Chunk) -> bool:
    """Whether a chunk names the time of which an account is given: "its report for 2022", "the 2022 results"."""
    if scanned.mask & _INTENDED:
        return False
    times = [item for item in chunk.items if item.mask & PeriodExpr.bit]
    results = scanned.cued("flow", "results")
    for at in (*scanned.cued("flow", "account"), *results):
        word = scanned.mentions[at]
        if any(0 <= time.start - word.end <= _NEAR or (at in results and 0 <= word.start - time.end <= _NEAR) for time in times):
            return True
    return False


def _announces(chunk: Chunk) -> bool:
    """Whether a chunk announces figures: "Below are figures for 2021 on three countries"."""
    pointers = (item.get(m.Pointer) for item in chunk.items if item.mask & m.Pointer.bit)
    return any(pointer is not None and pointer.to is Anaphor.FIGURE for pointer in pointers) and not chunk.mask & m.Figure.bit


def _leads(context: Context, chunk: Chunk) -> bool:
    """Whether a chunk with goods or a figure is the first of the text to name a time: its flow was not understood, its period stands."""
    return context.period is None and chunk.opener is not Mark.CONTRAST and bool(chunk.mask & (m.Figure.bit | m.Goods.bit))

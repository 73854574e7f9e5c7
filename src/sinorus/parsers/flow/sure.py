"""How directly a sentence says what a flow says: which parts of the claim stand in it, and which were carried or anchored."""

from collections.abc import Iterable

from sinorus.languages import meaning as m
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.flow.claim import Frame
from sinorus.parsers.flow.usual import USUAL
from sinorus.records import Confidence, TradeFlow
from sinorus.scan.sentence import Scanned
from sinorus.world import Commodity, commodity

GOODS_CARRIED = "commodity carried"
_EXPORTER, _IMPORTER = "exporter carried", "importer carried"
ENDS_CARRIED = frozenset({_EXPORTER, _IMPORTER})


def weighed(record: TradeFlow, frame: Frame, scanned: Scanned) -> TradeFlow:
    """Return the record with its confidence and the reasons for it."""
    ends = frame.ends
    if ends is not None and USUAL in ends.carried:
        return record.held(Confidence.DOUBTFUL, ("direction by the usual sides of the good",))
    if record.period is None:
        return record.held(Confidence.DOUBTFUL, ("no time is told",))
    reasons = tuple(_carried(record, scanned))
    return record.held(Confidence.INFERRED, reasons) if reasons else record


def doubted(records: Iterable[TradeFlow], scanned: Scanned, *, dropped: bool) -> tuple[TradeFlow, ...]:
    """Return the flows of a sentence, doubtful where the sentence holds a figure or a measure that was not read as a flow.

    Where one figure was not understood, its neighbours were understood wrongly twice as often.
    """
    doubts: list[str] = []
    if dropped:
        doubts.append("another figure of the sentence is no flow's")
    if scanned.mask & m.OtherMeasure.bit:
        doubts.append("the sentence speaks of another measure")
    if not doubts:
        return tuple(records)
    return tuple(record.held(Confidence.DOUBTFUL, (*record.confidence_reasons, *doubts)) for record in records)


def _carried(record: TradeFlow, scanned: Scanned) -> list[str]:
    named = {code for _, party in scanned.of(m.Party) for code in party.codes} | {body.country for _, body in scanned.of(m.Body)}
    found = [
        reason
        for reason, country in ((_EXPORTER, record.exporter), (_IMPORTER, record.importer))
        if country is not None and country.code not in named
    ]
    if record.commodity is not None and not _names(scanned, record.commodity):
        found.append(GOODS_CARRIED)
    if record.period is not None:
        exprs = scanned.of(PeriodExpr)
        if not exprs:
            found.append("period carried")
        elif not any(expr.explicit for _, expr in exprs):
            found.append("period anchored")
    return found


def _names(scanned: Scanned, good: Commodity) -> bool:
    """Whether the sentence names the good, a part of it, or the wider good that the text has narrowed."""
    ids = {goods.id for _, goods in scanned.of(m.Goods)}
    return bool(ids & {good.id, *good.ancestors()}) or any(good.id in commodity(each).ancestors() for each in ids) or len(ids) > 1

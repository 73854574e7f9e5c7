"""One claim, one record: what a document says twice becomes one record with all its evidence."""

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal

from sinorus.records import Confidence, FlowStatus, Pledge, Record, Settlement, TradeFlow
from sinorus.resolve.pieces import Pieces, outer
from sinorus.values import Basis, Bound, Period, Quantity
from sinorus.values.evolve import evolve

_ROUNDING = Decimal("0.03")
"""How far a rounded figure may lie from the exact one, as a part of it: "$11bn" for $11.3bn, not "$50m" for $58m."""
_DOUBT = {Confidence.STATED: 0, Confidence.INFERRED: 1, Confidence.DOUBTFUL: 2}
_NEARLY = Decimal("0.05")
"""How far one told as "nearly" or "about" may."""
_FRACTIONS = frozenset(map(Decimal, ("20", "25", "33.33", "40", "50", "60", "66.67", "75", "80")))
"""Percentages that words give: "by a third", "two fifths"; how far they may lie from the exact one is told in `_FRACTION`."""
_FRACTION = Decimal("0.06")
_PASSED = Decimal("1.2")
"""How far a figure may lie above the mark that it is said to have passed."""
_SO_FAR = timedelta(days=62)
"""How much further the year so far may reach than the months that are counted yet."""
_HEAVIEST, _LIGHTEST = Decimal("7.1"), Decimal("7.6")
"""Barrels to a tonne of crude oil, from heavy to light sorts."""
_NEXT = 500
"""How many characters may lie between a level and its change told in a sentence of its own."""

_AHEAD = 100
"""How many may lie between a level called a record and the figure that follows."""


def _digits(quantity: Quantity | None) -> int:
    if quantity is not None and quantity.bound is Bound.ABOUT and quantity.amount in _FRACTIONS:
        return 1  # a third is no 33.33 %
    return len(quantity.amount.normalize().as_tuple().digits) if quantity is not None else 0


def _near(left: Quantity | None, right: Quantity | None) -> bool:
    """Whether one figure may be the other, rounded: within half a unit of the coarser one's last digit."""
    if left is None or right is None:
        return True
    if left.unit != right.unit or left.bound is Bound.BETWEEN or right.bound is Bound.BETWEEN:
        return left == right
    coarse, fine = sorted((left.amount.normalize(), right.amount.normalize()), key=lambda amount: len(amount.as_tuple().digits))
    exponent = coarse.as_tuple().exponent
    apart = abs(coarse - fine)
    rough, exact = (left, right) if left.amount.normalize() == coarse else (right, left)
    if rough.bound is Bound.OVER and exact.bound is not Bound.OVER and coarse <= fine <= coarse * _PASSED:
        return True  # "passed 200bn" and "218.18bn"
    if exact.bound is Bound.EXACT and ((rough.bound is Bound.OVER and fine < coarse) or (rough.bound is Bound.UNDER and fine > coarse)):
        return False  # "more than 250bn" and "245bn"
    if rough.unit == "%" and any(_is_fraction(one, other) for one, other in ((left, right), (right, left))):
        return apart <= fine * _FRACTION  # "grew by a third" and "32%"
    within = _NEARLY if rough.bound is Bound.ABOUT else _ROUNDING
    return isinstance(exponent, int) and apart * 2 <= Decimal(10) ** exponent and apart <= abs(fine) * within


def _is_fraction(rough: Quantity, exact: Quantity) -> bool:
    return rough.bound is Bound.ABOUT and exact.bound is Bound.EXACT and rough.amount in _FRACTIONS


def _per_day(left: Quantity, right: Quantity, period: Period | None) -> bool:
    """Whether one is the weight of the oil of a period and the other its barrels a day: "8.4 Mt. That equals 2.04 mb/d"."""
    weight, rate = sorted((left, right), key=lambda each: each.unit, reverse=True)
    if (weight.unit, rate.unit) != ("t", "bbl/d") or period is None:
        return False
    barrels = rate.amount * ((period.last - period.first).days + 1)
    return _LIGHTEST * weight.amount >= barrels >= _HEAVIEST * weight.amount


def _agree(left: TradeFlow, right: TradeFlow) -> bool:
    """Whether two flows of one document make one claim: same flow, and every figure of one fits the other."""
    ends = left.measure, left.exporter, left.importer
    if ends != (right.measure, right.exporter, right.importer):
        return False
    if left.status is not right.status:
        return _thought_reachable(left, right)
    if left.commodity != right.commodity and (None not in {left.commodity, right.commodity} or not _identical(left, right)):
        return False
    if left.period != right.period and None not in {left.period, right.period} and not _to_date(left, right):
        return False
    shared = [
        (a, b)
        for a, b in ((left.value, right.value), (left.volume, right.volume), (left.share, right.share))
        if a is not None and b is not None
    ]
    change_a, change_b = left.change, right.change
    both_change = change_a is not None and change_b is not None and change_a.by is not None and change_b.by is not None
    if not all(_near(a, b) or _per_day(a, b, left.period) for a, b in shared):
        return False
    if both_change:
        assert change_a is not None
        assert change_b is not None
        if change_a.direction != change_b.direction or not _near(change_a.by, change_b.by):
            return False
    return bool(shared or both_change) or _complete(left, right) or _calls_high(left, right)


def _thought_reachable(left: TradeFlow, right: TradeFlow) -> bool:
    """Whether of a target is only said that it will be met: "to lift it to $20bn by 2000 … $20bn can be reached by 2000"."""
    if FlowStatus.REPORTED in {left.status, right.status} or (left.commodity, left.period) != (right.commodity, right.period):
        return False
    level, other = left.value or left.volume, right.value or right.volume
    same = level is not None and other is not None and (level.amount, level.unit) == (other.amount, other.unit)
    return left.period is not None and same


def _to_date(left: TradeFlow, right: TradeFlow) -> bool:
    """Whether one claim is told of the year so far and of the months that its figure counts: "since January" and "in January-February"."""
    one, other = left.period, right.period
    if one is None or other is None or one.first != other.first:
        return False
    change_a, change_b = left.change, right.change
    levels = [(left.value, right.value), (left.volume, right.volume)]
    known = [*levels, (change_a and change_a.by, change_b and change_b.by)]
    told = [(a, b) for a, b in known if a is not None and b is not None]
    if abs(one.last - other.last) > _SO_FAR and not (_in_year(one, other) and any(None not in pair for pair in levels)):
        return False
    return bool(told) and all(a == b for a, b in told) and (one.first.month, one.first.day) == (1, 1)


def _in_year(one: Period, other: Period) -> bool:
    """Whether one is the year and the other a part of it: "this year it has sold 5 Mt", "since January it has sold 5 Mt"."""
    return one.last.year == other.last.year and one.first.year == one.last.year and (one.is_years or other.is_years)


def _identical(left: TradeFlow, right: TradeFlow) -> bool:
    """Whether the figures of two flows, one of them of unnamed goods, are the very same."""
    same = left.value == right.value and left.volume == right.volume and left.share == right.share and left.period == right.period
    return (
        same and left.change is not None and right.change is not None and left.change.by is not None and left.change.by == right.change.by
    )


def _complete(left: TradeFlow, right: TradeFlow) -> bool:
    """Whether one has only the level and the other only the change of one flow in one period, told next to each other."""
    if left.via != right.via or left.period is None or left.period != right.period or None not in {left.share, right.share}:
        return False
    bare, grown = sorted((left, right), key=lambda flow: flow.change is not None and flow.change.by is not None)
    apart = abs(left.evidence[0].start - right.evidence[-1].end) > _NEXT and abs(right.evidence[0].start - left.evidence[-1].end) > _NEXT
    if apart or (bare.change is not None and bare.change.by is not None) or grown.change is None or grown.change.by is None:
        return False
    if isinstance(grown.change.basis, Period) or (grown.share is not None and grown.change.by.unit == "pp"):
        return False  # a share has grown, not a level
    return grown.value is None and grown.volume is None and (bare.value is not None or bare.volume is not None)


def _calls_high(left: TradeFlow, right: TradeFlow) -> bool:
    """Whether one claim only calls the level a record that the other, told right beside it, gives."""
    known = left.period is not None and left.period == right.period and left.commodity == right.commodity and left.via == right.via
    bare, level = sorted((left, right), key=lambda flow: flow.has_figure)
    within = _NEXT if bare is right else _AHEAD
    near = 0 <= right.evidence[0].start - left.evidence[-1].end <= within
    return known and near and (level.value is not None or level.volume is not None) and bare.record_high and not bare.has_figure


def _finer(left: Quantity | None, right: Quantity | None) -> Quantity | None:
    return right if left is None or _digits(right) > _digits(left) else left


def _told_of(left: Period | None, right: Period | None) -> Period | None:
    """The period that is known; of the year so far and the months counted the latter."""
    return min(left, right, key=lambda period: period.last) if left is not None and right is not None else left or right


def _join(left: TradeFlow, right: TradeFlow) -> TradeFlow:
    """Return one record with the more precise figures and all evidence."""
    change = left.change
    if right.change is not None and (change is None or change.by is None or _digits(right.change.by) > _digits(change.by)):
        change = right.change if right.change.by is not None or change is None else change
    surer = left if _DOUBT[left.confidence] <= _DOUBT[right.confidence] else right
    return evolve(
        left,
        status=left.status if left.status is right.status else FlowStatus.TARGET,
        commodity=left.commodity or right.commodity,
        period=_told_of(left.period, right.period),
        value=_finer(left.value, right.value),
        volume=_finer(left.volume, right.volume),
        share=_finer(left.share, right.share),
        change=change,
        record_high=left.record_high or right.record_high,
        via=left.via or right.via,
        reported_by=left.reported_by or right.reported_by,
        evidence=outer((*left.evidence, *right.evidence)),
        confidence=surer.confidence,
        confidence_reasons=surer.confidence_reasons,
    )


class _Shelf:
    """Where the flows stand that a new one may repeat: by ends, then goods, then period; without these a long document takes forever."""

    def __init__(self) -> None:
        self._places: dict[tuple[object, ...], dict[str | None, dict[Period | None, list[int]]]] = {}

    def put(self, flow: TradeFlow, index: int) -> None:
        """Note where a flow stands."""
        goods = flow.commodity.id if flow.commodity is not None else None
        self._places.setdefault(_ends(flow), {}).setdefault(goods, {}).setdefault(flow.period, []).append(index)

    def near(self, flow: TradeFlow) -> list[int]:
        """Return the places of the flows with these ends, of these goods and with a period that begins alike, as far as both name them."""
        by_goods = self._places.get(_ends(flow), {})
        ids = by_goods if flow.commodity is None else (flow.commodity.id, None)
        found: list[int] = []
        for goods in ids:
            by_period = by_goods.get(goods, {})
            for period, places in by_period.items():
                if flow.period is None or period is None or period.first == flow.period.first:
                    found += places
        apart = flow.value is None and flow.volume is None
        return sorted(found, reverse=apart)  # a change or a share told apart is of the level told last


def _ends(flow: TradeFlow) -> tuple[object, ...]:
    exporter, importer = flow.exporter, flow.importer
    happened = flow.status is FlowStatus.REPORTED
    return flow.measure, exporter.code if exporter is not None else None, importer.code if importer is not None else None, happened


def merge_flows(flows: Sequence[TradeFlow]) -> tuple[TradeFlow, ...]:
    """Return the flows of a document, each claim once; a bare record high yields to one with a figure."""
    merged: list[TradeFlow] = []
    pieces = Pieces()
    shelf = _Shelf()
    for flow in flows:
        for index in shelf.near(flow):
            other = merged[index]
            if _agree(other, flow):
                merged[index] = joined = _join(other, flow)
                pieces.add(index, (*other.evidence, *flow.evidence))
                if (joined.commodity, joined.period) != (other.commodity, other.period):
                    shelf.put(joined, index)
                break
            if (parted := _parted(other, flow)) is not None:
                merged[index] = parted
        else:
            shelf.put(flow, len(merged))
            merged.append(flow)
    whole = pieces.given_back(merged)
    highs = [flow for flow in whole if flow.has_figure and flow.record_high]
    return tuple(flow for flow in whole if flow.has_figure or not _repeated_high(flow, highs))


def _parted(known: TradeFlow, flow: TradeFlow) -> TradeFlow | None:
    """Return a claim without that level of its two of which another change is told: "5 Mt worth $2bn; the value rose 7%, the weight 2%"."""
    if known.value is None or known.volume is None or (flow.value is None) is (flow.volume is None):
        return None
    told = (known.commodity, known.period, known.status) == (flow.commodity, flow.period, flow.status)
    one, other = known.change, flow.change
    if not told or one is None or other is None or None in {one.by, other.by} or (one.by, one.direction) == (other.by, other.direction):
        return None
    if Basis.MOM in {one.basis, other.basis} or any(isinstance(each.basis, Period) for each in (one, other)):
        return None  # of one level, against two times
    if flow.value == known.value:
        return evolve(known, value=None)
    return evolve(known, volume=None) if flow.volume == known.volume else None


def _repeated_high(flow: TradeFlow, highs: Sequence[TradeFlow]) -> bool:
    """Whether a record high without a figure is told with its figure elsewhere: among `highs`."""
    return any(other.measure is flow.measure and (other.exporter, other.importer) == (flow.exporter, flow.importer) for other in highs)


def merge_same(records: Sequence[Pledge | Settlement]) -> tuple[Record, ...]:
    """Return the records, repeats joined: a share of the same currencies at the same time is one, whatever it is told to be a share of."""
    merged: list[Pledge | Settlement] = []
    pieces = Pieces()
    known: dict[tuple[object, ...], int] = {}
    for record in records:
        said: tuple[object, ...] = record.statement()
        if isinstance(record, Settlement) and record.share is not None:
            said = record.currencies, record.share, record.period
        index = known.setdefault(said, len(merged))
        if index < len(merged):
            pieces.add(index, (*merged[index].evidence, *record.evidence))
        else:
            merged.append(record)
    return tuple(pieces.given_back(merged))

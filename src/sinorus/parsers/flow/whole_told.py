"""Flows whose partner was carried from the text, though they are told of all partners: another figure of the sentence shows it."""

from collections.abc import Sequence

from sinorus.languages.meaning import Side, Use
from sinorus.parsers.flow.claim import Draft
from sinorus.parsers.flow.two_ends import Ends
from sinorus.records import Measure, TradeFlow
from sinorus.values import Quantity
from sinorus.values.evolve import evolve


def with_all(draft: Draft, told: Sequence[TradeFlow]) -> None:
    """Leave open with whom a flow is that only the sentence lent its partner, where it is a multiple of that told: "$8bn; in all $44bn"."""
    ends, value = draft.frame.ends, draft.value
    if ends is None or value is None or "partner" not in ends.carried or draft.frame.share or draft.frame.head.use is not Use.NOUN:
        return
    if draft.frame.head.side is Side.BOTH:
        return
    goods = draft.frame.goods[0] if len(draft.frame.goods) == 1 else None
    for record in told:
        codes = tuple(end.code if end is not None else None for end in (record.exporter, record.importer))
        if codes != (ends.exporter, ends.importer) or record.period != draft.period or record.value is None:
            continue
        known = record.commodity.id if record.commodity is not None else None
        if known == goods and record.value.unit == value.unit and value.amount > record.value.amount * _MULTIPLE:
            other = evolve(ends, importer=None) if draft.frame.head.side is Side.EXPORTER else evolve(ends, exporter=None)
            draft.frame = evolve(draft.frame, ends=other, world=True)
            return


_MULTIPLE = 2
"""By so much two levels of one flow and time do not differ."""


def opened_by_part(lent: Draft | None, part: Draft, told: TradeFlow) -> TradeFlow | None:
    """Return a record told before without the partner that only the text lent it, where that partner's part is told by its name.

    "In 2023 exports of tin were 9 Mt, of which 3 Mt went to Peru", in a text that told before what went to Peru.
    """
    if lent is None or lent.frame.ends is None or part.frame.ends is None or lent.frame.head.use is not Use.NOUN:
        return None
    if part.frame.head.measure is not Measure.EXPORTS:
        return None
    partner = "importer" if lent.frame.head.side is Side.EXPORTER else "exporter"
    same = _codes(lent.frame.ends) == _codes(part.frame.ends) and lent.frame.goods == part.frame.goods and lent.period == part.period
    if not same or partner != _named(part) or not (_less(part.value, lent.value) or _less(part.volume, lent.volume)):
        return None
    return evolve(told, importer=None) if partner == "importer" else evolve(told, exporter=None)


def is_lent(draft: Draft) -> bool:
    """Whether both ends of a one-way flow come from the text, while its sentence tells its level."""
    frame = draft.frame
    return draft.level and frame.head.measure is Measure.EXPORTS and frame.ends is not None and "parties" in frame.ends.carried


def _codes(ends: Ends) -> tuple[str | None, str | None]:
    return ends.exporter, ends.importer


def _named(draft: Draft) -> str | None:
    """Return which end of a flow its own words name, where the other one was carried."""
    ends, side = draft.frame.ends, draft.frame.head.side
    if ends is None or side is Side.BOTH or len(ends.carried) != 1:
        return None
    return side.facing.value if ends.carried == ("owner",) else side.value if ends.carried == ("partner",) else None


def _less(part: Quantity | None, whole: Quantity | None) -> bool:
    return part is not None and whole is not None and part.unit == whole.unit and part.amount < whole.amount

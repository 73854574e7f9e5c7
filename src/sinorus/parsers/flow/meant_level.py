"""The level that a change is told of, where value and volume were told together before: "5 Mt worth $2bn. The value rose by 7%".

A change of the one of them is a claim of its own with that level, which the merged claims then part (`resolve.merge`).
"""

from collections.abc import Mapping, Sequence

from sinorus.records import Record, TradeFlow
from sinorus.values.evolve import evolve

_PIECES = 2
"""So much of the evidence of two levels told one after the other is kept."""


def levels_after(known: TradeFlow | None, records: Sequence[Record]) -> TradeFlow | None:
    """Return the last flow told with a level, with both its levels where the text has told them one after the other."""
    for record in records:
        if isinstance(record, TradeFlow) and (record.value is not None or record.volume is not None):
            known = _with_other(record, known) if known is not None and _is_same(known, record) else record
    return known


def _with_other(record: TradeFlow, known: TradeFlow) -> TradeFlow:
    again = (record.value is None or known.value is not None) and (record.volume is None or known.volume is not None)
    change = known.change if again else known.change or record.change
    return evolve(
        record,
        value=record.value or known.value,
        volume=record.volume or known.volume,
        change=change,
        evidence=(*known.evidence, *record.evidence)[-_PIECES:],
    )


def _is_same(known: TradeFlow, record: TradeFlow) -> bool:
    """Whether two claims are of one flow at one time."""
    one = known.measure, known.exporter, known.importer, known.commodity, known.period, known.status
    return one == (record.measure, record.exporter, record.importer, record.commodity, record.period, record.status)


def give_levels(records: list[TradeFlow], terms: Mapping[int, bool], known: TradeFlow | None) -> None:
    """Give the changes told of the value (True) or the volume (False) that level, where both have been told, and no change of them yet."""
    if known is not None and known.change is not None and known.change.by is not None:
        return  # a second change may be one against another time
    for at, money in terms.items():
        record, told = records[at], levels_after(known, records[:at])
        if told is None or told.value is None or told.volume is None or not _is_same(told, record):
            continue
        value, volume = (told.value, None) if money else (None, told.volume)
        records[at] = evolve(record, value=value, volume=volume, evidence=(*told.evidence, *record.evidence))

"""Data frames, through pandas (extra ``frames``)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sinorus.errors import MissingExtraError, UnknownNameError
from sinorus.export.flat import columns, row
from sinorus.records import Agreement, CommodityMention, CorridorReport, Pledge, Record, Settlement, TradeFlow

if TYPE_CHECKING:
    from pandas import DataFrame

__all__ = ["KINDS", "to_frame"]

KINDS: dict[str, type[Record]] = {
    "flows": TradeFlow,
    "agreements": Agreement,
    "corridors": CorridorReport,
    "commodities": CommodityMention,
    "settlements": Settlement,
    "pledges": Pledge,
}
"""The record types by the name that an extraction gives them."""


def to_frame(records: Sequence[Record], kind: str | None = None) -> "DataFrame":
    """Return the records (of one kind of `KINDS`, or all) as a data frame in the columns of `sinorus.export.flat`.

    Amounts are `decimal.Decimal`, what is absent is ``None``. Raises MissingExtraError without pandas, UnknownNameError for another kind.
    """
    if kind is not None and kind not in KINDS:
        raise UnknownNameError(what=f"no kind of record {kind!r}", where="to_frame", remedy=f"use one of {', '.join(KINDS)}")
    try:
        import pandas
    except ImportError:
        raise MissingExtraError(
            what="data frames need pandas", where="to_frame", remedy='install it with: pip install "sinorus[frames]"'
        ) from None
    wanted = records if kind is None else [record for record in records if isinstance(record, KINDS[kind])]
    names = columns() if kind is None else columns(KINDS[kind])
    rows = [row(record) for record in wanted]
    return pandas.DataFrame({name: pandas.Series([cells.get(name) for cells in rows], dtype=object) for name in names})

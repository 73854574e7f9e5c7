"""What extraction returns: the records of one document, by type and in every form that users take them away in."""

import os
from typing import TYPE_CHECKING, TypeVar

from attrs import field, frozen

from sinorus.parsers.parsed import Dropped
from sinorus.records import Agreement, CommodityMention, CorridorReport, Pledge, Record, Settlement, TradeFlow, to_jsonl
from sinorus.text import Document

if TYPE_CHECKING:
    from pandas import DataFrame

__all__ = ["Extraction"]

R = TypeVar("R", bound=Record)


@frozen(kw_only=True)
class Extraction:
    """The records of one document in the order of their evidence, and what looked like a record and is none."""

    document: Document
    records: tuple[Record, ...] = ()
    dropped: tuple[Dropped, ...] = field(default=(), repr=False)

    @property
    def flows(self) -> tuple[TradeFlow, ...]:
        """The trade flows."""
        return self._of(TradeFlow)

    @property
    def agreements(self) -> tuple[Agreement, ...]:
        """The documents and deals."""
        return self._of(Agreement)

    @property
    def corridors(self) -> tuple[CorridorReport, ...]:
        """What is said of routes and nodes, one report a corridor."""
        return self._of(CorridorReport)

    @property
    def commodities(self) -> tuple[CommodityMention, ...]:
        """The goods that are named as traded, each once."""
        return self._of(CommodityMention)

    @property
    def settlements(self) -> tuple[Settlement, ...]:
        """The statements about currencies of trade."""
        return self._of(Settlement)

    @property
    def pledges(self) -> tuple[Pledge, ...]:
        """The stated intentions."""
        return self._of(Pledge)

    def _of(self, kind: type[R]) -> tuple[R, ...]:
        return tuple(record for record in self.records if isinstance(record, kind))

    def to_jsonl(self, target: str | os.PathLike[str] | None = None) -> str:
        """Return the records as JSON Lines, and write them to ``target`` where one is given.

        A target is written whole or not at all; OutputError says why it cannot be.
        """
        return _put(to_jsonl(self.records), target)

    def to_json(self, target: str | os.PathLike[str] | None = None) -> str:
        """Return one JSON object with the document (RECORDS.md, section 3) and its ``records``; written like JSON Lines."""
        from sinorus.export.json import to_json

        return _put(to_json(self.document, self.records), target)

    def to_csv(self, target: str | os.PathLike[str] | None = None) -> str:
        """Return CSV with a header and one flat row a record, all types in the same columns; written like JSON Lines."""
        from sinorus.export.csv import to_csv

        return _put(to_csv(self.records), target)

    def to_frame(self, kind: str | None = None) -> "DataFrame":
        """Return a pandas data frame (extra ``frames``), one row a record.

        ``kind`` is ``flows``, ``agreements``, ``corridors``, ``commodities``, ``settlements`` or ``pledges`` and gives the columns
        of that type; without it all records stand in the columns of the CSV. Amounts are `decimal.Decimal`.
        Raises `MissingExtraError` without pandas and `UnknownNameError` for another kind.
        """
        from sinorus.export.frames import to_frame

        return to_frame(self.records, kind)


def _put(text: str, target: str | os.PathLike[str] | None) -> str:
    if target is not None:
        from sinorus.export.atomic import write

        write(target, text)
    return text

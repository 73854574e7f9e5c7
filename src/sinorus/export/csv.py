"""CSV: a header, one flat row a record, every type in the same columns."""

import csv
import io
from collections.abc import Iterable

from sinorus.export.flat import Cell, columns, row
from sinorus.records import Record
from sinorus.values import plain

__all__ = ["COLUMNS", "to_csv"]

COLUMNS = columns()
"""The columns, the same in every file."""


def to_csv(records: Iterable[Record], *, header: bool = True) -> str:
    """Return the records as CSV after RFC 4180, lines ended by ``\\n``; booleans are ``true`` and ``false``, what is absent is empty.

    >>> to_csv(()).split(",")[:4]
    ['type', 'document', 'measure', 'exporter']
    """
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    if header:
        writer.writeheader()
    for record in records:
        writer.writerow({name: _printed(cell) for name, cell in row(record).items()})
    return out.getvalue()


def _printed(cell: Cell) -> str:
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, str | int):
        return str(cell)
    return "" if cell is None else plain(cell)

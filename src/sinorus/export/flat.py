"""A record as one flat row: the same columns for every record, one value a cell."""

from collections.abc import Sequence
from decimal import Decimal
from types import UnionType
from typing import get_args

import attrs
from attrs import Attribute

from sinorus.records import RECORD_TYPES, Evidence, Record
from sinorus.records.claim import SUPPORT
from sinorus.values import Change, Quantity

__all__ = ["Cell", "columns", "row"]

Cell = str | int | bool | Decimal | None

_QUANTITY = ("", "_upper", "_unit", "_bound")
_CHANGE = ("_direction", *(f"_by{suffix}" for suffix in _QUANTITY), "_basis")
_EVIDENCE = ("start", "end", "quote", "more_quotes")
_JOINT = "; "


def columns(*kinds: type[Record]) -> tuple[str, ...]:
    """Return the columns of these record types, or of all: the type, the document, each field of the claims once, the evidence.

    A quantity takes four (``value``, ``value_upper``, ``value_unit``, ``value_bound``), a change six.
    """
    names = ["type", "document"]
    for kind in kinds or RECORD_TYPES:
        for attribute in _claim_fields(kind):
            names += (f"{_key(attribute)}{suffix}" for suffix in _suffixes(attribute))
        names += kind.derived
    return (*dict.fromkeys(names), *_EVIDENCE, "confidence", "confidence_reasons")


def row(record: Record) -> dict[str, Cell]:
    """Return the filled cells of a record by column.

    Several items are joined by ``; ``. ``start``, ``end`` and ``quote`` are those of the first evidence, ``more_quotes`` holds the rest.
    """
    cells: dict[str, Cell] = {"type": type(record).__name__, "document": record.document}
    for attribute in _claim_fields(type(record)):
        cells.update(_cells(_key(attribute), getattr(record, attribute.name)))
    for name in type(record).derived:
        cells.update(_cells(name, getattr(record, name)))
    cells.update(_support(record.evidence))
    cells["confidence"] = str(record.confidence)
    cells["confidence_reasons"] = _JOINT.join(record.confidence_reasons) or None
    return {name: cell for name, cell in cells.items() if cell is not None}


def _claim_fields(kind: type[Record]) -> list["Attribute[object]"]:
    return [attribute for attribute in attrs.fields(kind) if attribute.name not in SUPPORT]


def _key(attribute: "Attribute[object]") -> str:
    return str(attribute.metadata.get("json", attribute.name))


def _suffixes(attribute: "Attribute[object]") -> tuple[str, ...]:
    kinds = get_args(attribute.type) if isinstance(attribute.type, UnionType) else (attribute.type,)
    if Quantity in kinds:
        return _QUANTITY
    return _CHANGE if Change in kinds else ("",)


def _cells(key: str, value: object) -> dict[str, Cell]:
    match value:
        case Quantity():
            found: tuple[Cell, ...] = (value.amount, value.upper, str(value.unit), str(value.bound))
            return dict(zip((f"{key}{suffix}" for suffix in _QUANTITY), found, strict=True))
        case Change():
            by = _cells(f"{key}_by", value.by) if value.by else {}
            return {f"{key}_direction": str(value.direction), **by, f"{key}_basis": None if value.basis is None else str(value.basis)}
        case bool() | int() | None:
            return {key: value}
        case tuple():
            return {key: _JOINT.join(map(str, value)) or None}
        case _:
            return {key: str(value)}


def _support(evidence: Sequence[Evidence]) -> dict[str, Cell]:
    if not evidence:
        return {}
    first, *more = evidence
    return dict(zip(_EVIDENCE, (first.start, first.end, first.quote, _JOINT.join(piece.quote for piece in more) or None), strict=True))

"""Records as JSON, one object a line, and back.

What is written comes back equal, and is written again byte for byte. Fields stand in the order of the contract; the confidence and
its reasons follow the evidence.
"""

import json
from collections.abc import Callable, Iterable
from typing import cast

from sinorus.errors import SinorusError, ValidationError
from sinorus.records.codec import Json, located
from sinorus.records.layout import layout_of, record_type
from sinorus.records.record import RECORD_TYPES, Record

__all__ = ["from_dict", "from_json", "from_jsonl", "to_dict", "to_json", "to_jsonl"]

# Quotes keep their own script; separators are those of the contract's example.
_ENCODER = json.JSONEncoder(ensure_ascii=False)


def to_dict(record: Record) -> dict[str, Json]:
    """Return the record as plain JSON values, ``type`` first."""
    kind = type(record)
    out: dict[str, Json] = {"type": kind.__name__}
    for place in layout_of(kind):
        out[place.key] = place.codec.encode(getattr(record, place.name))
    return out


def to_json(record: Record) -> str:
    """Return the record as one line of JSON, without the line's end.

    >>> from sinorus.records import Evidence, CommodityMention
    >>> from sinorus.world import commodity
    >>> to_json(CommodityMention(commodity=commodity("soybeans"), document="a", evidence=(Evidence(start=0, end=3, quote="soy"),)))[:104]
    '{"type": "CommodityMention", "id": "soybeans", "hs": ["1201"], "document": "a", "evidence": [{"start": 0'
    """
    return _ENCODER.encode(to_dict(record))


def to_jsonl(records: Iterable[Record]) -> str:
    """Return the records as JSON Lines; every line ends with a newline."""
    return "".join(f"{to_json(record)}\n" for record in records)


def from_dict(data: Json) -> Record:
    """Return the record of plain JSON values; ValidationError names the field that is wrong.

    A field that is left out counts as ``null`` or empty; ``hs`` is not read, for it follows from the ``id``.
    """
    if not isinstance(data, dict):
        raise ValidationError(what=f"a record is a JSON object, not {data!r}")
    name = data.get("type")
    kind = record_type(name) if isinstance(name, str) else None
    if kind is None:
        known = ", ".join(kind.__name__ for kind in RECORD_TYPES)
        raise ValidationError(what=f"no record type {name!r}", where="type", remedy=f"use one of {known}")
    values: dict[str, object] = {}
    seen = 1
    for place in layout_of(kind):
        if place.key in data:
            seen += 1
            if not place.derived:
                try:
                    values[place.name] = place.codec.decode(data[place.key])
                except SinorusError as error:
                    raise located(error, f"{name}.{place.key}") from None
        elif place.required:
            raise ValidationError(what="is missing", where=f"{name}.{place.key}")
    if seen != len(data):
        strange = data.keys() - {place.key for place in layout_of(kind)} - {"type"}
        raise ValidationError(what=f"{name} has no field {', '.join(sorted(strange))}", where=str(name))
    # the values have come through the codecs of this very class, which a type checker cannot follow
    return cast("Callable[..., Record]", kind)(**values)


def from_json(text: str) -> Record:
    """Return the record of one line of JSON; ValidationError where it is none.

    >>> from_json('{"type": "CommodityMention", "id": "soybeans", "document": null, "evidence": []}')
    CommodityMention(commodity=soybeans)
    """
    try:
        data = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        raise ValidationError(what=f"no JSON: {error}", remedy="write one JSON object a line") from None
    return from_dict(cast("Json", data))


def from_jsonl(text: str) -> tuple[Record, ...]:
    """Return the records of JSON Lines, empty lines left out; ValidationError names the line and the field."""
    records = []
    # not splitlines: a quote may hold U+2028 and its kin, which JSON leaves as they are
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            try:
                records.append(from_json(line))
            except SinorusError as error:
                raise located(error, f"line {number}, {error.where}".removesuffix(", ")) from None
    return tuple(records)

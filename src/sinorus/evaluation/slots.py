"""What of a record is compared: its slots, and the core that makes it right.

A record here is the JSON object of the contract, whoever wrote it: gold need not carry evidence, nor pass our own validators.
"""

import json
from collections.abc import Iterable, Mapping

from sinorus.errors import Message, ValidationError
from sinorus.records.codec import Json

__all__ = ["CORE", "SLOTS", "JsonRecord", "Slot", "expand", "filled"]

JsonRecord = Mapping[str, Json]
"""A record as JSON values."""

Slot = tuple[str, Json]
"""A field and its value, or one of its values."""

SLOTS: dict[str, tuple[str, ...]] = {
    "TradeFlow": (
        *("measure", "exporter", "importer", "commodity", "period", "value", "volume", "share", "change"),
        *("status", "record_high", "via"),
    ),
    "Agreement": ("kind", "parties", "status", "date", "subjects", "commodity", "corridor", "value", "volume", "term", "count"),
    "CorridorReport": ("id", "kind", "places", "status", "capacity", "length", "carries", "opened"),
    "CommodityMention": ("id",),
    "Settlement": ("currencies", "parties", "share", "scope", "period", "change", "status"),
    "Pledge": ("pair",),
}
"""The fields of each type that count as slots."""

CORE: dict[str, tuple[str, ...]] = {
    "TradeFlow": ("measure", "exporter", "importer", "commodity", "period", "value", "volume", "share", "change", "status"),
    "Agreement": ("kind", "parties", "status", "value", "volume", "count"),
    "CorridorReport": ("id", "kind", "status", "capacity"),
    "CommodityMention": ("id",),
    "Settlement": ("currencies", "share", "period"),
    "Pledge": ("pair",),
}
"""The fields that must all agree for a record to be right."""


def expand(records: Iterable[JsonRecord]) -> list[JsonRecord]:
    """Return the records as they are compared: a pledge becomes one an (actor, sector) pair, exact repeats fall away.

    >>> pledge = {"type": "Pledge", "actors": ["CN", "RU"], "action": "expand", "sectors": ["trade"]}
    >>> [record["pair"] for record in expand([pledge, pledge])]
    ['CN trade', 'RU trade']
    """
    unique: dict[str, JsonRecord] = {}
    for record in records:
        for form in _forms(record):
            wanted = {name: value for name, value in form.items() if name == "type" or name in SLOTS[str(form["type"])]}
            unique.setdefault(json.dumps(wanted, sort_keys=True), form)
    return list(unique.values())


def _forms(record: JsonRecord) -> Iterable[JsonRecord]:
    match record["type"]:
        case "Pledge":
            for actor in items(record, "actors") or [None]:
                for sector in items(record, "sectors") or [None]:
                    yield {"type": "Pledge", "pair": f"{actor} {sector}"}
        case "CorridorReport" if not record.get("id"):
            # a corridor that no register knows is told by its words
            words = " ".join(map(str, items(record, "places")))
            yield {**record, "id": f"~{record.get('name') or ''} {words}"}
        case "TradeFlow" if record.get("measure") == "turnover":
            ends: list[Json] = [*sorted(str(end) for end in (record.get("exporter"), record.get("importer")) if end), None, None]
            yield {**record, "exporter": ends[0], "importer": ends[1]}
        case _:
            yield record


def items(record: JsonRecord, name: str) -> list[Json]:
    """Return the items of a field that is an array, or absent; ValidationError where it is something else."""
    value = record.get(name) or []
    if not isinstance(value, list):
        raise ValidationError(what=Message("{value!r} is no array", value=value), where=f"{record['type']}.{name}")
    return value


def filled(record: JsonRecord) -> list[Slot]:
    """Return the filled slots, one for each item of an array; false and a change without a size count as absent.

    >>> filled({"type": "Settlement", "currencies": ["CNY", "RUB"], "change": {"direction": "up", "by": None}, "status": "reported"})
    [('currencies', 'CNY'), ('currencies', 'RUB'), ('status', 'reported')]
    """
    found: list[Slot] = []
    for name in SLOTS[str(record["type"])]:
        value = record.get(name)
        if value in (None, "", [], False) or (name == "change" and not (isinstance(value, dict) and value.get("by"))):
            continue
        found += ((name, item) for item in value) if isinstance(value, list) else [(name, value)]
    return found

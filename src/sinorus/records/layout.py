"""Which fields a record type has in JSON, in the order of the contract."""

from functools import cache
from typing import Any

import attrs
from attrs import frozen

from sinorus.records.claim import SUPPORT
from sinorus.records.codec import Codec, codec_of
from sinorus.records.record import RECORD_TYPES, Record

__all__ = ["Place", "layout_of", "record_type"]


@frozen(kw_only=True)
class Place:
    """One field: its name in the class and in JSON, its codec, and whether JSON may leave it out."""

    name: str
    key: str
    codec: Codec[Any]
    required: bool
    derived: bool


def layout_of(kind: type[Record]) -> tuple[Place, ...]:
    """Return the fields of a record type: the claim's own, what follows from them, then what supports it."""
    return _layout(kind.__name__)


@cache
def _layout(name: str) -> tuple[Place, ...]:
    kind = record_type(name)
    if kind is None:
        raise LookupError(name)
    fields = attrs.fields(kind)
    own = [_place(field) for field in fields if field.name not in SUPPORT]
    derived = [Place(name=name, key=name, codec=codec_of(_return_type(kind, name)), required=False, derived=True) for name in kind.derived]
    support = [_place(field) for field in fields if field.name in SUPPORT]
    return (*own, *derived, *support)


def record_type(name: str) -> type[Record] | None:
    """Return the class of a ``type``, None where there is none."""
    return _BY_NAME.get(name)


def _place(field: "attrs.Attribute[Any]") -> Place:
    key = field.metadata.get("json", field.name)
    return Place(name=field.name, key=key, codec=codec_of(field.type), required=field.default is attrs.NOTHING, derived=False)


def _return_type(kind: type[Record], name: str) -> object:
    return getattr(kind, name).fget.__annotations__["return"]


_BY_NAME: dict[str, type[Record]] = {kind.__name__: kind for kind in RECORD_TYPES}

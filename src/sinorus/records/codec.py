"""How each type of the model is written as JSON and read back: one `Codec` a type, found by the type of a record's field."""

import re
from collections.abc import Callable
from decimal import Decimal
from enum import Enum, StrEnum
from functools import cache
from types import UnionType
from typing import Any, Generic, NoReturn, TypeVar, get_args, get_origin

from attrs import frozen

from sinorus.errors import SinorusError, ValidationError
from sinorus.records.evidence import Evidence
from sinorus.records.settlement import SettlementScope
from sinorus.values import Basis, Bound, Change, Direction, Period, Quantity, Term, plain
from sinorus.world import Commodity, Corridor, Country, Organisation, commodities, corridors, organisations
from sinorus.world.country import is_coded

__all__ = ["Codec", "Json", "codec_of", "members"]

Json = None | bool | int | str | list["Json"] | dict[str, "Json"]

T = TypeVar("T")
_AMOUNT = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)


@frozen(kw_only=True)
class Codec(Generic[T]):
    """Both ways of one type, and the JSON Schema of what is written."""

    encode: Callable[[T], Json]
    decode: Callable[[Json], T]
    schema: dict[str, Json]


def refuse(what: str) -> NoReturn:
    """Raise the ValidationError of a JSON value."""
    raise ValidationError(what=what)


def members(value: Json, required: frozenset[str], optional: frozenset[str]) -> dict[str, Json]:
    """Return the object, or raise where it is none, lacks a key or has one too many."""
    if not isinstance(value, dict):
        refuse(f"{value!r} is no object")
    if lacking := required - value.keys():
        refuse(f"lacks {', '.join(sorted(lacking))}")
    if strange := value.keys() - required - optional:
        refuse(f"has no field {', '.join(sorted(strange))}")
    return value


def codec_of(kind: object) -> Codec[Any]:
    """Return the codec of a field's type; TypeError where the model has a type that JSON does not know, which a test catches."""
    if kind in _LEAVES:
        return _LEAVES[kind]
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return _enum(kind)
    arguments = get_args(kind)
    if get_origin(kind) is tuple and arguments[1:] == (Ellipsis,):
        return _array(codec_of(arguments[0]))
    if isinstance(kind, UnionType) and type(None) in arguments:
        rest = tuple(argument for argument in arguments if argument is not type(None))
        return _nullable(codec_of(_union(rest)))
    raise TypeError(f"no JSON form for {kind!r}")


def _union(kinds: tuple[Any, ...]) -> object:
    union = kinds[0]
    for kind in kinds[1:]:
        union = union | kind
    return union


def _nullable(inner: Codec[Any]) -> Codec[Any]:
    encode, decode = inner.encode, inner.decode
    return Codec(
        encode=lambda value: None if value is None else encode(value),
        decode=lambda value: None if value is None else decode(value),
        schema={"anyOf": [inner.schema, {"type": "null"}]},
    )


def _array(inner: Codec[Any]) -> Codec[Any]:
    encode, decode = inner.encode, inner.decode

    def read(value: Json) -> tuple[Any, ...]:
        if not isinstance(value, list):
            refuse(f"{value!r} is no array")
        return tuple(decode(item) for item in value)

    return Codec(encode=lambda values: [encode(value) for value in values], decode=read, schema={"type": "array", "items": inner.schema})


def _enum(kind: type[StrEnum]) -> Codec[Any]:
    known: dict[Json, StrEnum] = {member.value: member for member in kind}

    def read(value: Json) -> StrEnum:
        if not isinstance(value, str) or value not in known:
            refuse(f"{value!r} is none of {', '.join(str(name) for name in known)}")
        return known[value]

    return Codec(encode=_enum_value, decode=read, schema={"enum": list(known)})


def _enum_value(member: Enum) -> str:
    return str(member.value)


def _text(value: Json) -> str:
    if not isinstance(value, str) or not value:
        refuse(f"{value!r} is no text")
    return value


def _whole(value: Json) -> int:
    if type(value) is not int:
        refuse(f"{value!r} is no whole number")
    return value


def _truth(value: Json) -> bool:
    if type(value) is not bool:
        refuse(f"{value!r} is neither true nor false")
    return value


def _amount(value: Json) -> Decimal:
    if not isinstance(value, str) or not _AMOUNT.fullmatch(value):
        refuse(f"the amount {value!r} is no decimal written out in a string")
    return Decimal(value)


def _write_quantity(quantity: Quantity) -> Json:
    written: dict[str, Json] = {"amount": plain(quantity.amount), "unit": quantity.unit, "bound": quantity.bound.value}
    if quantity.upper is not None:
        written["upper"] = plain(quantity.upper)
    return written


_QUANTITY_REQUIRED, _QUANTITY_OPTIONAL = frozenset({"amount", "unit"}), frozenset({"bound", "upper"})
_BOUND = _enum(Bound)


def _read_quantity(value: Json) -> Quantity:
    parts = members(value, _QUANTITY_REQUIRED, _QUANTITY_OPTIONAL)
    upper = parts.get("upper")
    bound: Bound = _BOUND.decode(parts.get("bound", "exact"))
    return Quantity(
        amount=_amount(parts["amount"]), unit=_text(parts["unit"]), bound=bound, upper=None if upper is None else _amount(upper)
    )


def _write_change(change: Change) -> Json:
    return {
        "direction": change.direction.value,
        "by": None if change.by is None else _write_quantity(change.by),
        "basis": None if change.basis is None else str(change.basis),
    }


_CHANGE_REQUIRED, _CHANGE_OPTIONAL = frozenset({"direction"}), frozenset({"by", "basis"})
_DIRECTION = _enum(Direction)
_BASES: dict[str, Basis] = {basis.value: basis for basis in Basis}


def _read_change(value: Json) -> Change:
    parts = members(value, _CHANGE_REQUIRED, _CHANGE_OPTIONAL)
    by, basis = parts.get("by"), parts.get("basis")
    return Change(
        direction=_DIRECTION.decode(parts["direction"]),
        by=None if by is None else _read_quantity(by),
        basis=None if basis is None else _BASES.get(_text(basis)) or _read_period(basis),
    )


def _read_period(value: Json) -> Period:
    return Period.parse(_text(value))


_EVIDENCE_FIELDS = frozenset({"start", "end", "quote"})


def _read_evidence(value: Json) -> Evidence:
    parts = members(value, _EVIDENCE_FIELDS, frozenset())
    return Evidence(start=_whole(parts["start"]), end=_whole(parts["end"]), quote=_text(parts["quote"]))


def _write_evidence(evidence: Evidence) -> Json:
    return {"start": evidence.start, "end": evidence.end, "quote": evidence.quote}


@cache
def _country(code: str) -> Country:
    return Country(code=code)


def _read_country(value: Json) -> Country:
    return _country(_text(value))


@cache
def _commodities_by_id() -> dict[str, Commodity]:
    return {commodity.id: commodity for commodity in commodities()}


def _read_commodity(value: Json) -> Commodity:
    # by id alone: names are the look-up's business, and a second spelling of an id would not come back byte for byte
    return _commodities_by_id().get(_text(value)) or refuse(f"{value!r} is no id of a commodity")


@cache
def _corridors_by_id() -> dict[str, Corridor]:
    return {corridor.id: corridor for corridor in corridors()}


def _read_corridor(value: Json) -> Corridor:
    return _corridors_by_id().get(_text(value)) or refuse(f"{value!r} is no id of a corridor")


def _read_corridor_or_name(value: Json) -> Corridor | str:
    return _corridors_by_id().get(_text(value)) or _text(value)


@cache
def _organisations_by_name() -> dict[str, Organisation]:
    return {organisation.short_name: organisation for organisation in organisations()}


def _read_party(value: Json) -> Country | Organisation | str:
    name = _text(value)
    if is_coded(name):
        return _country(name)
    return _organisations_by_name().get(name) or name


def _read_scope(value: Json) -> SettlementScope | Commodity:
    return _SCOPES.get(_text(value)) or _read_commodity(value)


_SCOPES: dict[str, SettlementScope] = {scope.value: scope for scope in SettlementScope}
_TEXT_SCHEMA: dict[str, Json] = {"type": "string", "minLength": 1}
_SCOPE_SCHEMA: dict[str, Json] = {"anyOf": [{"enum": list[Json](_SCOPES)}, {"$ref": "#/$defs/Commodity"}]}


def _reference(name: str) -> dict[str, Json]:
    return {"$ref": f"#/$defs/{name}"}


_LEAVES: dict[object, Codec[Any]] = {
    str: Codec(encode=str, decode=_text, schema=_TEXT_SCHEMA),
    int: Codec(encode=int, decode=_whole, schema={"type": "integer", "minimum": 1}),
    bool: Codec(encode=bool, decode=_truth, schema={"type": "boolean"}),
    Quantity: Codec(encode=_write_quantity, decode=_read_quantity, schema=_reference("Quantity")),
    Change: Codec(encode=_write_change, decode=_read_change, schema=_reference("Change")),
    Period: Codec(encode=str, decode=_read_period, schema=_reference("Period")),
    Term: Codec(encode=str, decode=lambda value: Term.parse(_text(value)), schema=_reference("Term")),
    Evidence: Codec(encode=_write_evidence, decode=_read_evidence, schema=_reference("Evidence")),
    Country: Codec(encode=str, decode=_read_country, schema=_reference("Country")),
    Commodity: Codec(encode=str, decode=_read_commodity, schema=_reference("Commodity")),
    Corridor: Codec(encode=str, decode=_read_corridor, schema=_reference("Corridor")),
    Corridor | str: Codec(encode=str, decode=_read_corridor_or_name, schema=_TEXT_SCHEMA),
    Country | Organisation | str: Codec(encode=str, decode=_read_party, schema=_TEXT_SCHEMA),
    SettlementScope | Commodity: Codec(encode=str, decode=_read_scope, schema=_SCOPE_SCHEMA),
}


def located(error: SinorusError, where: str) -> ValidationError:
    """Return the error as one of the named field."""
    return ValidationError(what=error.what, where=where, remedy=error.remedy)

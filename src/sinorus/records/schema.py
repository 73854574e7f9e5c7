"""The JSON Schema of the records, derived from their classes.

>>> schema()["$schema"]
'https://json-schema.org/draft/2020-12/schema'
"""

from sinorus.records.codec import Json, codec_of
from sinorus.records.layout import layout_of
from sinorus.records.record import RECORD_TYPES, Record
from sinorus.values import Basis, Bound, Direction
from sinorus.values.unit import RATES, UNITS
from sinorus.world import commodities, corridors
from sinorus.world.country import bloc_codes, country_codes

__all__ = ["schema"]

_ATOM = r"\d{4}(-(H[12]|Q[1-4]|\d{2}(-\d{2})?))?"
_PERIOD = f"^{_ATOM}(/{_ATOM})?$"


def schema() -> dict[str, object]:
    """Return a JSON Schema (draft 2020-12) that one record of any type fits; each type stands in ``$defs`` under its name."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A record of sinorus",
        "anyOf": [{"$ref": f"#/$defs/{kind.__name__}"} for kind in RECORD_TYPES],
        "$defs": {**{kind.__name__: _record(kind) for kind in RECORD_TYPES}, **_values()},
    }


def _record(kind: type[Record]) -> Json:
    places = layout_of(kind)
    properties: dict[str, Json] = {"type": {"const": kind.__name__}}
    properties.update({place.key: place.codec.schema for place in places})
    return {
        "type": "object",
        "description": (kind.__doc__ or "").strip().partition("\n")[0],
        "properties": properties,
        "required": ["type", *(place.key for place in places)],
        "additionalProperties": False,
    }


def _values() -> dict[str, Json]:
    amount: Json = {"type": "string", "pattern": r"^-?\d+(\.\d+)?$"}
    measures = "|".join(code.replace(".", r"\.") for code in UNITS)
    flowing = "|".join(code.replace(".", r"\.") for code in RATES)
    unit: Json = {"type": "string", "pattern": f"^({measures}|[A-Z]{{3}}|({flowing}|[A-Z]{{3}})/(a|mo|d))$"}
    bounds: list[Json] = [bound.value for bound in Bound if bound is not Bound.BETWEEN]
    periods: Json = {"$ref": "#/$defs/Period"}
    return {
        "Quantity": _either(
            _object({"amount": amount, "unit": unit, "bound": {"enum": bounds}}),
            _object({"amount": amount, "unit": unit, "bound": {"const": Bound.BETWEEN.value}, "upper": amount}),
        ),
        "Change": _object(
            {
                "direction": codec_of(Direction).schema,
                "by": _either({"$ref": "#/$defs/Quantity"}, {"type": "null"}),
                "basis": _either(codec_of(Basis).schema, periods, {"type": "null"}),
            },
        ),
        "Period": {"type": "string", "pattern": _PERIOD},
        "Term": {"type": "string", "pattern": r"^P(?=\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?$"},
        "Evidence": _object(
            {
                "start": {"type": "integer", "minimum": 0},
                "end": {"type": "integer", "minimum": 1},
                "quote": {"type": "string", "minLength": 1},
            },
        ),
        "Country": {"enum": [*sorted(country_codes()), *sorted(bloc_codes())]},
        "Commodity": {"enum": [commodity.id for commodity in commodities()]},
        "Corridor": {"enum": [corridor.id for corridor in corridors()]},
    }


def _object(properties: dict[str, Json]) -> Json:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def _either(*schemas: Json) -> Json:
    return {"anyOf": list(schemas)}

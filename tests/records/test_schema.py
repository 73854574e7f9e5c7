from typing import Any

import pytest
from jsonschema import Draft202012Validator

from sinorus.records import RECORD_TYPES, Record, from_dict, schema, to_dict


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    return Draft202012Validator(schema())


def test_it_is_a_schema_of_every_type() -> None:
    written: dict[str, Any] = schema()
    Draft202012Validator.check_schema(written)
    assert {kind.__name__ for kind in RECORD_TYPES} <= written["$defs"].keys()


def test_records_fit(full_records: tuple[Record, ...], validator: Draft202012Validator) -> None:
    for record in full_records:
        validator.validate(to_dict(record))


@pytest.mark.parametrize(
    "change",
    [
        {"measure": "sales"},
        {"measure": None},
        {"exporter": "XX"},
        {"commodity": "soy"},
        {"period": "last year"},
        {"value": {"amount": 5, "unit": "USD", "bound": "exact"}},
        {"value": {"amount": "5", "unit": "dollars", "bound": "exact"}},
        {"value": {"amount": "5", "unit": "USD", "bound": "between"}},
        {"volume": {"amount": "5", "unit": "km/d", "bound": "exact"}},
        {"change": {"direction": "sideways", "by": None, "basis": None}},
        {"evidence": [{"start": -1, "end": 2, "quote": "abc"}]},
        {"price": "5"},
        {"type": "Price"},
    ],
)
def test_what_is_no_record_does_not_fit(full_records: tuple[Record, ...], validator: Draft202012Validator, change: dict[str, Any]) -> None:
    good = to_dict(full_records[0])
    assert validator.is_valid(good)
    assert not validator.is_valid({**good, **change})


def test_a_missing_field_does_not_fit(validator: Draft202012Validator) -> None:
    good = to_dict(from_dict({"type": "TradeFlow", "measure": "turnover"}))
    assert validator.is_valid(good)
    for key in good:
        assert not validator.is_valid({name: value for name, value in good.items() if name != key})

import json
import re

import pytest

from sinorus.errors import ValidationError
from sinorus.records import Record, from_dict, from_json, from_jsonl, to_dict, to_json, to_jsonl

FIELDS = {
    "TradeFlow": "measure exporter importer commodity period value volume share change status record_high via reported_by",
    "Agreement": "kind title parties status date subjects commodity corridor value volume term count",
    "CorridorReport": "id name kind places status capacity length carries opened",
    "CommodityMention": "id hs",
    "Settlement": "currencies parties share scope period change status",
    "Pledge": "actors action sectors commodity corridor horizon",
}


def test_fields_stand_in_the_order_of_the_contract(full_records: tuple[Record, ...]) -> None:
    for record in full_records:
        name = type(record).__name__
        assert list(to_dict(record)) == ["type", *FIELDS[name].split(), "document", "evidence", "confidence", "confidence_reasons"]


def test_the_contracts_example_is_written_as_printed_there() -> None:
    line = (
        '{"type": "TradeFlow", "measure": "exports", "exporter": "RU", "importer": "CN", "commodity": null, "period": "2023-08",'
        ' "value": {"amount": "11500000000", "unit": "USD", "bound": "exact"}, "volume": null, "share": null,'
        ' "change": {"direction": "up", "by": {"amount": "3", "unit": "%", "bound": "exact"}, "basis": "yoy"},'
        ' "status": "reported", "record_high": false, "via": null, "reported_by": null,'
        ' "document": "003", "evidence": [{"start": 912, "end": 913, "quote": "…"}]}'
    )
    assert to_json(from_json(line)).startswith(line[:-1])


def test_round_trip_is_equal_and_byte_stable(full_records: tuple[Record, ...]) -> None:
    text = to_jsonl(full_records)
    assert from_jsonl(text) == full_records
    assert to_jsonl(from_jsonl(text)) == text
    assert text.count("\n") == len(full_records)
    assert "海关总署" in text


def test_amounts_are_plain_digits(full_records: tuple[Record, ...]) -> None:
    amounts = re.findall(r'"(?:amount|upper)": "([^"]*)"', to_jsonl(full_records))
    assert "400000000000" in amounts
    assert "11512345678.9" in amounts
    assert all(re.fullmatch(r"\d+(\.\d*[1-9])?", amount) for amount in amounts)


def test_a_claim_says_its_document_and_nothing_of_null(full_records: tuple[Record, ...]) -> None:
    bare = from_dict({"type": "TradeFlow", "measure": "turnover"})
    written = to_dict(bare)
    assert {key for key, value in written.items() if value is not None} == {
        *("type", "measure", "status", "record_high", "evidence", "confidence", "confidence_reasons")
    }
    assert to_dict(full_records[0])["document"] == "a"


@pytest.mark.parametrize(
    ("line", "where", "what"),
    [
        ("{", "line 2", "no JSON"),
        ("[]", "line 2", "JSON object"),
        ('{"measure": "exports"}', "line 2, type", "no record type None"),
        ('{"type": "Price"}', "line 2, type", "no record type 'Price'"),
        ('{"type": "TradeFlow"}', "line 2, TradeFlow.measure", "is missing"),
        ('{"type": "TradeFlow", "measure": "sales"}', "line 2, TradeFlow.measure", "none of turnover, exports, balance"),
        ('{"type": "TradeFlow", "measure": "exports", "price": 3}', "line 2, TradeFlow", "no field price"),
        ('{"type": "TradeFlow", "measure": "exports", "exporter": "XX"}', "line 2, TradeFlow.exporter", "'XX'"),
        ('{"type": "TradeFlow", "measure": "exports", "commodity": "soy"}', "line 2, TradeFlow.commodity", "no id of a commodity"),
        ('{"type": "TradeFlow", "measure": "exports", "period": "2023-13"}', "line 2, TradeFlow.period", "no period"),
        ('{"type": "TradeFlow", "measure": "exports", "record_high": 1}', "line 2, TradeFlow.record_high", "neither true nor false"),
        ('{"type": "TradeFlow", "measure": "exports", "value": {"amount": 5, "unit": "USD"}}', "line 2, TradeFlow.value", "in a string"),
        (
            '{"type": "TradeFlow", "measure": "exports", "value": {"amount": "1e9", "unit": "USD"}}',
            "line 2, TradeFlow.value",
            "in a string",
        ),
        ('{"type": "TradeFlow", "measure": "exports", "value": {"amount": "5"}}', "line 2, TradeFlow.value", "lacks unit"),
        ('{"type": "TradeFlow", "measure": "exports", "value": {"amount": "5", "unit": "t"}}', "line 2, TradeFlow.value", "no money"),
        ('{"type": "TradeFlow", "measure": "exports", "change": {"direction": "up", "of": 3}}', "line 2, TradeFlow.change", "no field of"),
        (
            '{"type": "TradeFlow", "measure": "exports", "evidence": [{"start": 0, "end": 2, "quote": "abc"}]}',
            "line 2, TradeFlow.evidence",
            "3 characters",
        ),
        ('{"type": "Agreement", "kind": "plan", "status": "signed", "count": "2"}', "line 2, Agreement.count", "no whole number"),
        ('{"type": "Agreement", "kind": "plan", "status": "signed", "term": "30y"}', "line 2, Agreement.term", "no duration"),
        ('{"type": "Pledge", "action": "build", "sectors": "energy"}', "line 2, Pledge.sectors", "no array"),
        ('{"type": "CorridorReport", "id": "nowhere", "name": "x", "kind": "port"}', "line 2, CorridorReport.id", "no id of a corridor"),
    ],
)
def test_bad_input_is_named_by_line_and_field(line: str, where: str, what: str) -> None:
    good = '{"type": "CommodityMention", "id": "oil"}'
    with pytest.raises(ValidationError) as caught:
        from_jsonl(f"{good}\n{line}\n")
    assert caught.value.where.startswith(where)
    assert what in caught.value.what


def test_empty_lines_and_other_line_ends_do_not_matter() -> None:
    line = '{"type": "CommodityMention", "id": "oil"}'
    assert len(from_jsonl(f"\n{line}\r\n\n{line}")) == 2
    assert from_jsonl("") == ()


def test_a_name_of_no_register_stays_a_name(full_records: tuple[Record, ...]) -> None:
    written = json.loads(to_json(full_records[1]))
    assert written["parties"] == ["CN", "Gazprom", "A body of no register"]
    assert written["corridor"] == "an unknown bridge"

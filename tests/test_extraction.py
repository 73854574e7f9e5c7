import json
from pathlib import Path

import pytest

from sinorus import (
    CommodityMention,
    Document,
    Evidence,
    Extraction,
    Pledge,
    Quantity,
    Settlement,
    TradeFlow,
    commodity,
    country,
    from_jsonl,
)
from sinorus.errors import OutputError, UnknownNameError
from sinorus.records import Measure, PledgeAction, Sector, SettlementScope

TEXT = "Coal worth $5 million; they pay in roubles and will build."


def extraction() -> Extraction:
    def at(quote: str) -> tuple[Evidence, ...]:
        start = TEXT.index(quote)
        return (Evidence.of(TEXT, start, start + len(quote)),)

    return Extraction(
        document=Document(id="note", text=TEXT, language="en"),
        records=(
            CommodityMention(commodity=commodity("coal"), document="note", evidence=at("Coal")),
            TradeFlow(
                measure=Measure.EXPORTS,
                exporter=country("RU"),
                importer=country("CN"),
                commodity=commodity("coal"),
                value=Quantity.of("5000000", "USD"),
                document="note",
                evidence=(*at("Coal worth"), *at("$5 million")),
            ),
            Settlement(currencies=("RUB",), scope=SettlementScope.TRADE, document="note", evidence=at("pay in roubles")),
            Pledge(actors=(country("CN"), country("RU")), action=PledgeAction.BUILD, sectors=(Sector.ENERGY,), evidence=at("will build")),
        ),
    )


def test_records_by_type() -> None:
    found = extraction()
    views = (found.commodities, found.flows, found.settlements, found.pledges)
    assert tuple(record for view in views for record in view) == found.records
    assert found.agreements == ()
    assert found.corridors == ()


def test_json_lines_come_back_equal(tmp_path: Path) -> None:
    found = extraction()
    target = tmp_path / "new" / "note.jsonl"
    text = found.to_jsonl(target)
    assert target.read_text(encoding="utf-8") == text
    assert from_jsonl(text) == found.records
    assert found.to_jsonl() == text


def test_json_holds_document_and_records() -> None:
    whole = json.loads(extraction().to_json())
    assert whole["document"] == {"id": "note", "title": None, "date": None, "language": "en", "source": None, "text": TEXT}
    assert [record["type"] for record in whole["records"]] == ["CommodityMention", "TradeFlow", "Settlement", "Pledge"]


def test_csv_is_written(tmp_path: Path) -> None:
    text = extraction().to_csv(tmp_path / "note.csv")
    assert (tmp_path / "note.csv").read_bytes().decode() == text


def test_an_unwritable_target_is_an_output_error(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="a folder stands where"):
        extraction().to_jsonl(tmp_path)


def test_frames_by_kind_and_of_all() -> None:
    found = extraction()
    flows = found.to_frame("flows")
    assert list(flows["value"]) == [found.flows[0].value.amount if found.flows[0].value else None]
    assert "currencies" not in flows.columns
    assert len(found.to_frame()) == 4
    assert list(found.to_frame("corridors").columns)[:4] == ["type", "document", "id", "name"]


def test_an_unknown_kind_of_frame_names_those_there_are() -> None:
    with pytest.raises(UnknownNameError, match="flows, agreements, corridors"):
        extraction().to_frame("flow")


def test_it_is_a_value() -> None:
    assert extraction() == extraction()
    assert len({extraction(), extraction()}) == 1

"""What a type checker sees of the public names: mypy checks this file, and it runs."""

import datetime
from decimal import Decimal
from typing import assert_type

import pytest

import sinorus
from sinorus import Document, Extraction, TradeFlow, commodity, corridor, country, extract, from_jsonl, organisation, place, to_jsonl
from sinorus.evaluation import Evaluation
from sinorus.explanation import Explanation
from sinorus.records import Agreement, CommodityMention, CorridorReport, Evidence, Pledge, Record, Settlement
from sinorus.values import Change, Period, Quantity
from sinorus.world import Commodity, Corridor, Country, Organisation, Place

TEXT = "Russian coal deliveries to China rose 7% to 31 million tonnes in 2019."


def test_the_four_verbs() -> None:
    assert_type(sinorus.read(TEXT.encode(), date=datetime.date(2020, 1, 1)), Document)
    result = assert_type(extract(TEXT, language="en"), Extraction)
    assert_type(sinorus.explain(result.document), Explanation)
    assert_type(sinorus.evaluate({"a": result.records}, {"a": [{"type": "TradeFlow"}]}), Evaluation)


def test_records_by_type() -> None:
    result = extract(TEXT)
    assert_type(result.records, tuple[Record, ...])
    assert_type(result.flows, tuple[TradeFlow, ...])
    assert_type(result.agreements, tuple[Agreement, ...])
    assert_type(result.corridors, tuple[CorridorReport, ...])
    assert_type(result.commodities, tuple[CommodityMention, ...])
    assert_type(result.settlements, tuple[Settlement, ...])
    assert_type(result.pledges, tuple[Pledge, ...])
    assert from_jsonl(assert_type(to_jsonl(result.records), str)) == result.records


def test_the_fields_of_a_flow() -> None:
    (flow,) = extract(TEXT).flows
    assert_type(flow.exporter, Country | None)
    assert_type(flow.commodity, Commodity | None)
    assert_type(flow.period, Period | None)
    assert_type(flow.change, Change | None)
    assert_type(flow.evidence, tuple[Evidence, ...])
    volume = assert_type(flow.volume, Quantity | None)
    assert volume is not None
    assert assert_type(volume.amount, Decimal) == 31_000_000


def test_lookups() -> None:
    assert assert_type(commodity("coal"), Commodity).id == "coal"
    assert assert_type(corridor("power-of-siberia"), Corridor).kind == "pipeline"
    assert assert_type(country("CN"), Country).code == "CN"
    assert assert_type(organisation("Gazprom"), Organisation).country == "RU"
    assert assert_type(place("Manzhouli"), Place).country == "CN"


def test_a_type_checker_knows_that_no_other_name_is_there() -> None:
    with pytest.raises(AttributeError, match="exract"):
        sinorus.exract  # type: ignore[attr-defined]  # noqa: B018  mypy reports an unused ignore should it ever pass

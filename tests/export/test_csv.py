import csv
import io

from sinorus import (
    Agreement,
    Bound,
    Change,
    CommodityMention,
    CorridorReport,
    Evidence,
    Period,
    Quantity,
    TradeFlow,
    commodity,
    corridor,
    country,
)
from sinorus.export import COLUMNS, to_csv
from sinorus.records import AgreementKind, AgreementStatus, CorridorKind, Measure, Record
from sinorus.values import Direction


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_columns_are_stable() -> None:
    assert COLUMNS[:6] == ("type", "document", "measure", "exporter", "importer", "commodity")
    assert COLUMNS[-6:] == ("start", "end", "quote", "more_quotes", "confidence", "confidence_reasons")
    assert len(COLUMNS) == len(set(COLUMNS)) == 63


def test_a_flow_lies_flat() -> None:
    flow = TradeFlow(
        measure=Measure.EXPORTS,
        exporter=country("RU"),
        importer=country("CN"),
        period=Period.parse("2021-01/2021-05"),
        value=Quantity.of("2.1", "USD", bound=Bound.BETWEEN, upper="3"),
        change=Change(direction=Direction.UP, by=Quantity.of("12.50", "%", bound=Bound.ABOUT), basis=Period.parse("2019")),
        record_high=True,
        evidence=(Evidence(start=3, end=6, quote='"a,'), Evidence(start=9, end=11, quote="b\n")),
    )
    (row,) = rows(to_csv([flow]))
    filled = {name: cell for name, cell in row.items() if cell}
    assert filled == {
        "type": "TradeFlow",
        "measure": "exports",
        "exporter": "RU",
        "importer": "CN",
        "period": "2021-01/2021-05",
        "value": "2.1",
        "value_upper": "3",
        "value_unit": "USD",
        "value_bound": "between",
        "change_direction": "up",
        "change_by": "12.5",
        "change_by_unit": "%",
        "change_by_bound": "about",
        "change_basis": "2019",
        "status": "reported",
        "record_high": "true",
        "start": "3",
        "end": "6",
        "quote": '"a,',
        "more_quotes": "b\n",
        "confidence": "stated",
    }


def test_lists_are_joined_and_every_type_fits_the_columns() -> None:
    records: list[Record] = [
        CommodityMention(commodity=commodity("oil")),
        CorridorReport(corridor=corridor("power-of-siberia"), name="the line", kind=CorridorKind.PIPELINE, places=("A", "B")),
        Agreement(kind=AgreementKind.TREATY, status=AgreementStatus.SIGNED, parties=(country("CN"), "Acme"), count=2),
    ]
    mention, report, agreement = rows(to_csv(records))
    assert mention["hs"] == "; ".join(commodity("oil").hs)
    assert (report["id"], report["places"], agreement["parties"], agreement["count"]) == ("power-of-siberia", "A; B", "CN; Acme", "2")


def test_without_records_there_is_a_header_or_nothing() -> None:
    assert to_csv(()) == ",".join(COLUMNS) + "\n"
    assert to_csv((), header=False) == ""

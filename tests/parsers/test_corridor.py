"""Corridors: what is told of one corridor in several sentences."""

from sinorus.pipeline import extract
from sinorus.records import Confidence, CorridorKind, CorridorReport, CorridorStatus
from sinorus.values import Period, Quantity


def corridors(text: str) -> list[CorridorReport]:
    return [record for record in extract(text, language="en").records if isinstance(record, CorridorReport)]


def test_a_fact_sheet_goes_on_in_fragments() -> None:
    (bridge,) = corridors(
        "Road bridge Blagoveshchensk–Heihe. Length 1,080 m. Can take 4 million tonnes of freight a year. In use since 10 June 2022."
    )
    assert bridge.id == "heihe-blagoveshchensk-bridge"
    assert bridge.length == Quantity.of(1080, "m")
    assert bridge.capacity == Quantity.of(4000000, "t/a")
    assert bridge.status is CorridorStatus.OPERATING
    assert bridge.opened == Period.parse("2022-06-10")


def test_a_heading_names_the_port() -> None:
    (port,) = corridors("Slavyanka. Timber for China is loaded in this port.")
    assert port.id == "slavyanka-port"


def test_an_unknown_terminal_has_a_name_and_a_place() -> None:
    (terminal,) = corridors("A second grain terminal is planned for 2026 at Nizhneleninskoye.")
    assert terminal.corridor is None
    assert terminal.kind is CorridorKind.TERMINAL
    assert terminal.places == ("Nizhneleninskoye",)
    assert terminal.opened == Period.parse("2026")


def test_goods_on_the_way_only_suggest_that_it_works() -> None:
    (crossing,) = corridors("Coal goes to China through Manzhouli.")
    assert crossing.status is CorridorStatus.OPERATING
    assert crossing.confidence is Confidence.INFERRED


def test_evidence_is_the_text_itself() -> None:
    text = "Power of Siberia opened in 2019. The line is 2,159 km long. Arctic LNG 2 has been suspended since April."
    found = corridors(text)
    assert {record.id for record in found} == {"power-of-siberia", "arctic-lng-2"}
    for record in found:
        assert all(text[piece.start : piece.end] == piece.quote for piece in record.evidence)

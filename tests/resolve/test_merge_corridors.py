"""One record for each corridor of a document."""

from sinorus.records import Confidence, CorridorKind, CorridorReport, CorridorStatus, Evidence
from sinorus.resolve.merge_corridors import merge_corridors
from sinorus.values import Quantity
from sinorus.world import commodity, corridor


def report(at: int, **fields: object) -> CorridorReport:
    own = {"corridor": corridor("espo"), "name": "ESPO", "kind": CorridorKind.PIPELINE} | fields
    return CorridorReport(evidence=(Evidence(start=at, end=at + 4, quote="ESPO"),), **own)  # type: ignore[arg-type]  # fields of a test


def test_statements_are_joined() -> None:
    oil = (commodity("crude-oil"),)
    capacity = Quantity.of(80000000, "t/a")
    (merged,) = merge_corridors(
        [report(0, status=CorridorStatus.OPERATING), report(9, capacity=capacity), report(20, carries=oil, places=("Taishet", "Kozmino"))]
    )
    assert (merged.status, merged.capacity, merged.carries) == (CorridorStatus.OPERATING, capacity, oil)
    assert merged.places == ("Taishet", "Kozmino")
    assert [piece.start for piece in merged.evidence] == [0, 9, 20]


def test_a_word_on_the_state_counts_more_than_goods_passing() -> None:
    passing = report(0, status=CorridorStatus.OPERATING, confidence=Confidence.INFERRED)
    said = report(9, status=CorridorStatus.PROPOSED)
    (merged,) = merge_corridors([passing, said])
    assert merged.status is CorridorStatus.PROPOSED


def test_the_further_state_counts() -> None:
    (merged,) = merge_corridors([report(0, status=CorridorStatus.PLANNED), report(9, status=CorridorStatus.UNDER_CONSTRUCTION)])
    assert merged.status is CorridorStatus.UNDER_CONSTRUCTION


def test_unknown_corridors_are_told_apart_by_place() -> None:
    one = report(0, corridor=None, name="port at Indiga", kind=CorridorKind.PORT, places=("Indiga",))
    same = report(9, corridor=None, name="a port in Indiga", kind=CorridorKind.PORT, places=("Indiga",))
    other = report(20, corridor=None, name="port at Taman", kind=CorridorKind.PORT, places=("Taman",))
    assert [merged.name for merged in merge_corridors([one, same, other])] == ["port at Indiga", "port at Taman"]

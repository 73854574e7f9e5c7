import attrs
import pytest

from sinorus.errors import ValidationError
from sinorus.records import (
    Agreement,
    CommodityMention,
    CorridorReport,
    Pledge,
    Record,
    Settlement,
)
from sinorus.values import Quantity
from sinorus.world import commodity, country

of = Quantity.of
CHINA = country("CN")


@pytest.mark.parametrize(
    ("kind", "field", "value", "why"),
    [
        (Agreement, "kind", "treaty", "no AgreementKind"),
        (Agreement, "status", None, "no AgreementStatus"),
        (Agreement, "parties", [CHINA], "no tuple"),
        (Agreement, "parties", (CHINA, CHINA), "twice"),
        (Agreement, "parties", ("",), "no Country or Organisation or str"),
        (Agreement, "subjects", ("energy",), "no Sector"),
        (Agreement, "value", of(5, "t"), "no money"),
        (Agreement, "volume", of(5, "USD"), "no physical"),
        (Agreement, "term", "P30Y", "no Term"),
        (Agreement, "count", 0, "0 documents"),
        (Agreement, "count", True, "no int"),
        (CorridorReport, "name", "", "no name"),
        (CorridorReport, "kind", "pipeline", "no CorridorKind"),
        (CorridorReport, "corridor", "espo", "no Corridor"),
        (CorridorReport, "capacity", of(5, "%"), "no physical"),
        (CorridorReport, "length", of(5, "t"), "no length"),
        (CorridorReport, "carries", ("gas",), "no Commodity"),
        (CorridorReport, "places", ("Heihe", "Heihe"), "twice"),
        (CommodityMention, "commodity", "oil", "no Commodity"),
        (Settlement, "currencies", ("RUB", "CNY"), "alphabetical"),
        (Settlement, "currencies", (), "no currency codes"),
        (Settlement, "currencies", ("RMB",), "no currency codes"),
        (Settlement, "share", of(120, "%"), "0 to 100"),
        (Settlement, "scope", "trade", "no SettlementScope"),
        (Settlement, "status", "reported", "no FlowStatus"),
        (Pledge, "sectors", (), "at least one sector"),
        (Pledge, "action", "expand", "no PledgeAction"),
        (Pledge, "actors", ("CN",), "no Country"),
        (Pledge, "horizon", "2030", "no Period"),
    ],
)
def test_a_claim_against_the_contract_is_refused(
    full_records: tuple[Record, ...], kind: type[Record], field: str, value: object, why: str
) -> None:
    record = next(record for record in full_records if type(record) is kind)
    with pytest.raises(ValidationError, match=why) as caught:
        attrs.evolve(record, **{field: value})  # type: ignore[arg-type]  # the field is chosen by name
    assert caught.value.where == f"{kind.__name__}.{field}"


def test_the_full_records_stand(full_records: tuple[Record, ...]) -> None:
    report = next(record for record in full_records if isinstance(record, CorridorReport))
    assert report.id == "power-of-siberia"
    assert attrs.evolve(report, corridor=None).id is None
    assert CommodityMention(commodity=commodity("oil")).hs == ("2709", "2710")

"""One agreement told twice is one record; two agreements stay two."""

from sinorus.records import Agreement, AgreementKind, AgreementStatus, Evidence, Sector
from sinorus.resolve.merge_agreements import merge_agreements
from sinorus.values import Period, Quantity
from sinorus.world import commodity, country

PAIR = (country("CN"), country("RU"))


def deal(at: int, **fields: object) -> Agreement:
    return Agreement(
        kind=AgreementKind.PROTOCOL,
        parties=PAIR,
        status=AgreementStatus.SIGNED,
        evidence=(Evidence(start=at, end=at + 4, quote="deal"),),
        **fields,  # type: ignore[arg-type]  # the fields of a test
    )


def test_headline_and_body() -> None:
    (merged,) = merge_agreements([deal(0), deal(50, date=Period.parse("2018-11-07"), commodity=commodity("poultry"))])
    assert merged.date == Period.parse("2018-11-07")
    assert [piece.start for piece in merged.evidence] == [0, 50]


def test_the_exacter_date_counts() -> None:
    (merged,) = merge_agreements([deal(0, date=Period.parse("2018")), deal(9, date=Period.parse("2018-11"))])
    assert merged.date == Period.parse("2018-11")


def test_different_goods_dates_or_subjects_are_different_agreements() -> None:
    assert len(merge_agreements([deal(0, commodity=commodity("beef")), deal(9, commodity=commodity("wheat"))])) == 2
    assert len(merge_agreements([deal(0, date=Period.parse("2014")), deal(9, date=Period.parse("2015"))])) == 2
    assert len(merge_agreements([deal(0, subjects=(Sector.ENERGY,)), deal(9, subjects=(Sector.FINANCE,))])) == 2
    assert len(merge_agreements([deal(0, volume=Quantity.of(5, "t")), deal(9, volume=Quantity.of(6, "t"))])) == 2


def test_a_package_is_no_paper_of_it() -> None:
    assert len(merge_agreements([deal(0, count=29), deal(9, subjects=(Sector.ENERGY,))])) == 2


def test_what_is_named_one_by_one_is_not_told_as_a_whole_too() -> None:
    whole = deal(0, date=Period.parse("2019"))
    parts = [deal(9, date=Period.parse("2019-07-25"), commodity=commodity(name)) for name in ("soybeans", "barley")]
    assert [merged.commodity for merged in merge_agreements([parts[0], parts[1], whole])] == [commodity("soybeans"), commodity("barley")]

"""One claim, one record: what makes two flows of a document the same claim."""

from decimal import Decimal

import pytest
from attrs import evolve

from sinorus.records import Evidence, FlowStatus, Measure, Pledge, PledgeAction, Sector, TradeFlow
from sinorus.resolve.merge import merge_flows, merge_same
from sinorus.values import Bound, Change, Direction, Period, Quantity
from sinorus.world import commodity, corridor, country

TEXT = "x" * 2000


def money(amount: str, bound: Bound = Bound.EXACT) -> Quantity:
    return Quantity(amount=Decimal(amount), unit="USD", bound=bound)


def tonnes(amount: str) -> Quantity:
    return Quantity(amount=Decimal(amount), unit="t")


def percent(amount: str) -> Quantity:
    return Quantity(amount=Decimal(amount), unit="%")


def up(amount: str | None, direction: Direction = Direction.UP) -> Change:
    return Change(direction=direction, by=None if amount is None else percent(amount))


def flow(  # noqa: PLR0917
    value: str | None = None,
    volume: str | None = None,
    change: Change | None = None,
    share: str | None = None,
    at: int = 0,
    period: str | None = "2023",
) -> TradeFlow:
    return TradeFlow(
        measure=Measure.EXPORTS,
        exporter=country("RU"),
        importer=country("CN"),
        period=Period.parse(period) if period else None,
        value=money(value) if value else None,
        volume=tonnes(volume) if volume else None,
        share=percent(share) if share else None,
        change=change,
        evidence=(Evidence.of(TEXT, at, at + 10),),
    )


def test_headline_and_body_are_one_claim_with_both_pieces_of_evidence() -> None:
    (joined,) = merge_flows([flow("129000000000", at=0), flow("129100000000", change=up("12.7"), at=100)])
    assert joined.value == money("129100000000")
    assert joined.change == up("12.7")
    assert [piece.start for piece in joined.evidence] == [0, 100]


def test_of_two_equally_precise_figures_the_first_stays() -> None:
    (joined,) = merge_flows([flow("50000000", at=0), flow("50000000", at=100)])
    assert joined.evidence[0].start == 0
    (one,) = merge_flows([evolve(flow(), value=money("50", Bound.ABOUT)), evolve(flow(), value=money("50", Bound.OVER))])
    assert one.value == money("50", Bound.ABOUT)


@pytest.mark.parametrize(
    ("rough", "fine", "same"),
    [
        ("90000000000", "89200000000", True),
        ("129000000000", "129100000000", True),
        ("129000000000", "129600000000", False),
        # one digit is no licence: $50m and $58m are two sources, not one figure rounded
        ("50000000", "58000000", False),
        ("50000000", "51000000", True),
    ],
)
def test_a_figure_may_be_another_one_rounded_to_its_last_digit(rough: str, fine: str, same: bool) -> None:
    for order in ([flow(rough), flow(fine)], [flow(fine), flow(rough)]):
        merged = merge_flows(order)
        assert (len(merged) == 1) is same
        assert not same or merged[0].value == money(fine)


def test_a_claim_that_has_learned_its_period_or_good_is_found_again() -> None:
    merged = merge_flows([flow("50000000", period=None, at=0), flow("50000000", at=100), flow("50000000", at=200)])
    assert [[piece.start for piece in each.evidence] for each in merged] == [[0, 100, 200]]
    coal = evolve(flow("50000000", change=up("5"), at=100), commodity=commodity("coal"))
    merged = merge_flows([flow("50000000", change=up("5"), at=0), coal, evolve(coal, evidence=(Evidence.of(TEXT, 200, 210),))])
    assert [[piece.start for piece in each.evidence] for each in merged] == [[0, 100, 200]]


def test_exact_repeats_of_other_records_are_joined() -> None:
    china, russia = (country(code) for code in ("CN", "RU"))
    pledge = Pledge(actors=(china,), action=PledgeAction.EXPAND, sectors=(Sector.TRADE,), evidence=(Evidence.of(TEXT, 0, 4),))
    again = evolve(pledge, evidence=(Evidence.of(TEXT, 9, 13),))
    other = evolve(pledge, actors=(russia,), evidence=(Evidence.of(TEXT, 20, 25),))
    joined, left = merge_same([pledge, other, again])
    assert [piece.start for piece in joined.evidence] == [0, 9]
    assert left == other


def test_a_rounded_change_yields_to_the_exact_one() -> None:
    (joined,) = merge_flows([flow(change=up("37")), flow(change=up("36.9"))])
    assert joined.change == up("36.9")


def test_a_direction_yields_to_a_change_with_its_size() -> None:
    (joined,) = merge_flows([flow("50000000", change=up(None)), flow("50000000", change=up("4"))])
    assert joined.change == up("4")


def test_a_level_and_its_change_told_next_to_it_are_one_claim() -> None:
    (joined,) = merge_flows([flow(volume="6500000", at=0), flow(change=up("37"), at=100)])
    assert (joined.volume, joined.change) == (tonnes("6500000"), up("37"))
    (turned,) = merge_flows([flow(change=up("37"), at=0), flow(volume="6500000", at=100)])
    assert (turned.volume, turned.change) == (tonnes("6500000"), up("37"))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # too far apart to be one breath
        (flow(volume="6500000", at=0), flow(change=up("37"), at=1000)),
        # no period, or another one
        (flow(volume="6500000", period=None), flow(change=up("37"), period=None)),
        (flow(volume="6500000", period="2022"), flow(change=up("37"), period="2023")),
        # the level has a change of its own
        (flow(volume="6500000", change=up("5")), flow(change=up("37"))),
        # a share is no level
        (flow(share="19"), flow(change=up("37"))),
    ],
)
def test_a_level_and_a_change_that_are_two_claims(left: TradeFlow, right: TradeFlow) -> None:
    assert merge_flows([left, right]) == (left, right)


@pytest.mark.parametrize(
    "other",
    [
        evolve(flow("50000000"), exporter=country("CN"), importer=country("RU")),
        evolve(flow("50000000"), measure=Measure.BALANCE),
        evolve(flow("50000000"), status=FlowStatus.TARGET),
        evolve(flow("50000000"), commodity=commodity("coal")),
        flow("50000000", period="2022"),
        flow("72000000"),
        evolve(flow(), value=Quantity(amount=Decimal(50_000_000), unit="CNY")),
        flow("50000000", change=up("7")),
        flow("50000000", change=up("5", Direction.DOWN)),
    ],
)
def test_two_claims(other: TradeFlow) -> None:
    first = flow("50000000", change=up("5"))
    if other.change is None:
        first = evolve(first, change=None)
    assert len(merge_flows([first, other])) == 2


def test_an_unknown_period_or_commodity_is_learned_from_the_other() -> None:
    (dated,) = merge_flows([flow("50000000", period=None), flow("50000000")])
    assert dated.period == Period.parse("2023")
    coal = evolve(flow("50000000", change=up("5")), commodity=commodity("coal"))
    (named,) = merge_flows([flow("50000000", change=up("5")), coal])
    assert named.commodity == commodity("coal")


def test_what_one_of_the_two_says_besides_is_kept() -> None:
    high = evolve(flow("50000000"), record_high=True, via=corridor("manzhouli"), reported_by="the ministry")
    for order in ([flow("50000000"), high], [high, flow("50000000")]):
        (joined,) = merge_flows(order)
        assert (joined.record_high, joined.via, joined.reported_by) == (True, corridor("manzhouli"), "the ministry")


def test_a_bare_record_high_yields_to_one_with_its_figure() -> None:
    bare = evolve(flow(period=None), record_high=True)
    told = evolve(flow("50000000"), record_high=True)
    assert merge_flows([bare, told]) == (told,)
    assert merge_flows([bare]) == (bare,)
    assert merge_flows([bare, flow("50000000")]) == (bare, flow("50000000"))
    elsewhere = evolve(told, importer=country("IN"))
    assert merge_flows([bare, elsewhere]) == (bare, elsewhere)


def test_a_range_is_no_rounded_figure() -> None:
    wide = evolve(flow(), volume=Quantity(amount=Decimal(30), unit="m3", bound=Bound.BETWEEN, upper=Decimal(32)))
    point = evolve(flow(), volume=Quantity(amount=Decimal(30), unit="m3"))
    assert merge_flows([wide, point]) == (wide, point)
    assert merge_flows([wide, wide]) == (wide.with_evidence(*wide.evidence),)


def test_order_is_kept() -> None:
    flows = [flow("50000000"), flow("70000000", period="2022"), flow(share="19", period="2021")]
    assert list(merge_flows(flows)) == flows


def test_the_year_so_far_of_a_headline_is_the_months_that_its_figure_counts() -> None:
    headline = flow(change=up("12"), period="2024-01/2024-03")
    body = flow("39000000000", change=up("12"), at=100, period="2024-01/2024-02")
    (joined,) = merge_flows([headline, body])
    assert (str(joined.period), joined.value, joined.change) == ("2024-01/2024-02", money("39000000000"), up("12"))
    assert merge_flows([body, headline]) == (evolve(joined, evidence=joined.evidence),)


@pytest.mark.parametrize(
    "other",
    [
        flow(change=up("11"), period="2024-01/2024-03"),
        flow(change=up("12"), period="2024"),
        flow(change=up("12"), period="2024-02/2024-03"),
        flow("40000000000", change=up("12"), period="2024-01/2024-03"),
    ],
)
def test_other_figures_of_a_year_so_far_or_other_stretches_are_two_claims(other: TradeFlow) -> None:
    assert len(merge_flows([flow("39000000000", change=up("12"), at=100, period="2024-01/2024-02"), other])) == 2

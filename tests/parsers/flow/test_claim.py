"""A claim becomes a record, or there is a reason why not."""

from decimal import Decimal

import pytest

from sinorus.languages.meaning import Head, Side
from sinorus.parsers.flow.claim import Draft, Frame, record_of, shared_good
from sinorus.parsers.flow.two_ends import Ends
from sinorus.records import FlowStatus, Measure, TradeFlow
from sinorus.values import Basis, Direction, Period, Quantity

TEXT = "Exports of coal rose."
EXPORTS = Head(Measure.EXPORTS, Side.EXPORTER)


def usd(amount: int) -> Quantity:
    return Quantity(amount=Decimal(amount), unit="USD")


def draft(head: Head = EXPORTS, exporter: str | None = "RU", importer: str | None = "CN", goods: tuple[str, ...] = ()) -> Draft:
    return Draft(Frame(head, Ends(exporter=exporter, importer=importer), goods), 0, 7, value=usd(5_000_000))


def part(goods: tuple[str, ...]) -> Draft:
    return Draft(Frame(EXPORTS, Ends(exporter="RU", importer="CN"), goods), 0, 7, share=Quantity(amount=Decimal(5), unit="%"))


def record(claim: Draft) -> TradeFlow:
    found = record_of(claim, TEXT, None)
    assert isinstance(found, TradeFlow)
    return found


def test_a_record_holds_what_the_claim_says() -> None:
    claim = draft(goods=("coal",))
    claim.period, claim.status, claim.record = Period.parse("2023"), FlowStatus.TARGET, True
    claim.by, claim.direction, claim.basis = Quantity(amount=Decimal(5), unit="%"), Direction.DOWN, Basis.YOY
    found = record(claim)
    assert found.commodity is not None
    assert found.commodity.id == "coal"
    assert (str(found.period), found.status, found.record_high) == ("2023", FlowStatus.TARGET, True)
    assert found.change is not None
    assert (found.change.direction, found.change.by, found.change.basis) == (Direction.DOWN, claim.by, Basis.YOY)
    assert [piece.quote for piece in found.evidence] == ["Exports"]


def test_what_is_not_said_to_be_a_plan_is_reported() -> None:
    assert record(draft()).status is FlowStatus.REPORTED


def test_the_parties_of_a_turnover_stand_in_order() -> None:
    found = record(draft(Head(Measure.TURNOVER, Side.BOTH)))
    assert (str(found.exporter), str(found.importer)) == ("CN", "RU")
    alone = record(draft(Head(Measure.TURNOVER, Side.BOTH), exporter=None, importer="RU"))
    assert (str(alone.exporter), alone.importer) == ("RU", None)


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        (Draft(Frame(EXPORTS, None), 0, 7), "whose flow this is"),
        (draft(exporter="DE", importer="IN"), "other countries"),
        (draft(exporter="CN", importer="CN"), "with itself"),
        (draft(Head(Measure.EXPORTS, Side.EXPORTER, weak=True), importer=None), "neither goods nor a partner"),
        (part(goods=("coal", "soybeans")), "several goods"),
    ],
)
def test_dropped_with_the_reason(claim: Draft, reason: str) -> None:
    found = record_of(claim, TEXT, None)
    assert isinstance(found, str)
    assert reason in found


def test_a_small_sum_is_a_price() -> None:
    claim = draft()
    claim.value = usd(999)
    assert "price" in str(record_of(claim, TEXT, None))
    claim.value = usd(5_000_000)
    assert record(claim).value == usd(5_000_000)


def test_a_balance_is_money() -> None:
    claim = draft(Head(Measure.BALANCE, Side.EXPORTER))
    claim.volume = Quantity(amount=Decimal(5), unit="t")
    assert "money" in str(record_of(claim, TEXT, None))


def test_a_share_above_a_hundred_is_dropped_and_does_not_raise() -> None:
    claim = draft()
    claim.value, claim.share = None, Quantity(amount=Decimal(120), unit="%")
    assert isinstance(record_of(claim, TEXT, None), str)


def test_a_direction_alone_makes_no_change() -> None:
    claim = draft()
    claim.value, claim.direction, claim.record = None, Direction.UP, True
    assert record(claim).change is None
    claim.value = usd(5_000_000)
    change = record(claim).change
    assert change is not None
    assert change.by is None


@pytest.mark.parametrize(
    ("goods", "expected"),
    [
        ((), (None, True)),
        (("coal",), ("coal", True)),
        (("wheat", "barley"), ("grain", True)),
        (("coal", "coking-coal"), ("coal", True)),
        (("coal", "soybeans"), (None, False)),
    ],
)
def test_one_commodity_for_a_list(goods: tuple[str, ...], expected: tuple[str | None, bool]) -> None:
    assert shared_good(goods) == expected


def test_a_claim_reaches_to_both_sides() -> None:
    claim = draft()
    claim.reach(3, 9)
    assert (claim.start, claim.end) == (0, 9)
    assert claim.level
    assert not claim.empty
    assert Draft(claim.frame, 0, 1).empty

import pytest

from sinorus.errors import ValidationError
from sinorus.records import Measure, TradeFlow
from sinorus.values import Bound, Change, Direction, Quantity
from sinorus.world import country

CHINA, RUSSIA = country("CN"), country("RU")
of = Quantity.of


@pytest.mark.parametrize(
    ("field", "quantity", "why"),
    [
        ("value", of(5, "t"), "no money"),
        ("value", of(5, "%"), "no money"),
        ("value", of(-5, "USD"), "below zero"),
        ("volume", of(5, "USD"), "no physical"),
        ("volume", of(5, "%"), "no physical"),
        ("volume", of(2, "x"), "no physical"),
        ("volume", of(-1, "t"), "below zero"),
        ("share", of(101, "%"), "0 to 100"),
        ("share", of(-1, "%"), "below zero"),
        ("share", of(90, "%", bound=Bound.BETWEEN, upper=110), "0 to 100"),
        ("share", of(5, "pp"), "in %"),
        ("share", "19%", "no Quantity"),
    ],
)
def test_each_figure_is_of_its_kind(field: str, quantity: Quantity, why: str) -> None:
    with pytest.raises(ValidationError, match=why) as caught:
        TradeFlow(measure=Measure.EXPORTS, **{field: quantity})  # type: ignore[arg-type]  # the field is chosen by name
    assert caught.value.where == f"TradeFlow.{field}"


def test_the_parties_of_a_turnover_stand_in_order() -> None:
    assert TradeFlow(measure=Measure.TURNOVER, exporter=CHINA, importer=RUSSIA).importer == RUSSIA
    assert TradeFlow(measure=Measure.TURNOVER, exporter=RUSSIA).exporter == RUSSIA
    assert TradeFlow(measure=Measure.EXPORTS, exporter=RUSSIA, importer=CHINA).exporter == RUSSIA
    with pytest.raises(ValidationError, match="order of their codes"):
        TradeFlow(measure=Measure.TURNOVER, exporter=RUSSIA, importer=CHINA)
    with pytest.raises(ValidationError, match="order of their codes"):
        TradeFlow(measure=Measure.TURNOVER, importer=RUSSIA)


def test_nobody_trades_with_itself() -> None:
    with pytest.raises(ValidationError, match="trades with itself"):
        TradeFlow(measure=Measure.EXPORTS, exporter=CHINA, importer=country("CN"))


def test_what_makes_it_a_record() -> None:
    bare = TradeFlow(measure=Measure.EXPORTS, exporter=CHINA, change=Change(direction=Direction.UP))
    assert not bare.is_measured
    assert TradeFlow(measure=Measure.EXPORTS, change=Change.up(3)).has_figure
    assert TradeFlow(measure=Measure.EXPORTS, value=of(3, "USD")).is_measured
    high = TradeFlow(measure=Measure.EXPORTS, record_high=True)
    assert high.is_measured
    assert not high.has_figure


@pytest.mark.parametrize(
    ("field", "value"), [("measure", "exports"), ("status", "reported"), ("exporter", "CN"), ("period", "2023"), ("record_high", 1)]
)
def test_texts_in_place_of_entities_are_refused(field: str, value: object) -> None:
    parts: dict[str, object] = {"measure": Measure.EXPORTS, field: value}
    with pytest.raises(ValidationError, match=f"TradeFlow.{field}"):
        TradeFlow(**parts)  # type: ignore[arg-type]  # the field is chosen by name

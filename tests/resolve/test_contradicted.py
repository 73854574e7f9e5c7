"""One flow has one value in one period; of two figures that were both carried the later one is doubtful."""

import datetime

import sinorus
from sinorus.records import Confidence, Measure, TradeFlow
from sinorus.resolve.contradicted import consistent
from sinorus.values import Period, Quantity
from sinorus.values.evolve import evolve
from sinorus.world import commodity, country

FIRST = TradeFlow(
    measure=Measure.EXPORTS,
    exporter=country("RU"),
    importer=country("CN"),
    period=Period.year(2023),
    value=Quantity.of(5_000_000_000, "USD"),
    confidence=Confidence.INFERRED,
    evidence=sinorus.extract("In 2023, Russian exports to China were $5bn.").flows[0].evidence,
)
OTHER = evolve(FIRST, value=Quantity.of(7_000_000_000, "USD"))


def test_the_later_of_two_carried_figures_is_doubtful() -> None:
    (first, later), dropped = consistent((FIRST, OTHER))
    assert not dropped
    assert first == FIRST
    assert later.confidence is Confidence.DOUBTFUL
    assert later.confidence_reasons == ("another figure for this flow in this period was told before",)
    assert later.value == OTHER.value


def test_what_is_stated_in_full_is_not_doubted_nor_is_its_rival() -> None:
    stated = evolve(OTHER, confidence=Confidence.STATED)
    assert consistent((FIRST, stated)) == ((FIRST, stated), ())
    assert consistent((stated, FIRST)) == ((stated, FIRST), ())


def test_two_sources_two_units_and_two_periods_may_differ() -> None:
    reported = evolve(OTHER, reported_by="customs")
    yuan = evolve(OTHER, value=Quantity.of(7_000_000_000, "CNY"))
    later = evolve(OTHER, period=Period.year(2024))
    untimed = evolve(OTHER, period=None)
    assert consistent((FIRST, reported, yuan, later, untimed)) == ((FIRST, reported, yuan, later, untimed), ())


def test_one_that_took_its_goods_and_an_end_from_elsewhere_is_let_go() -> None:
    carried = evolve(OTHER, commodity=commodity("coal"), confidence_reasons=("importer carried", "commodity carried"))
    first = evolve(FIRST, commodity=commodity("coal"))
    assert consistent((carried,)) == ((carried,), ())
    found, dropped = consistent((first, carried))
    assert found == (first,)
    part = evolve(carried, value=Quantity.of(2_000_000_000, "USD"))
    assert len(consistent((first, part))[0]) == 2
    assert [each.reason for each in dropped] == ["of what this is is not said, and of what was told before it is another figure"]


def test_a_text_is_read_so() -> None:
    text = "China's trade with Russia fell in May. It was $19bn. It was $21bn."
    result = sinorus.extract(text, date=datetime.date(2024, 6, 20))
    assert [(str(flow.value), str(flow.confidence)) for flow in result.flows] == [
        ("19000000000 USD", "inferred"),
        ("21000000000 USD", "doubtful"),
    ]

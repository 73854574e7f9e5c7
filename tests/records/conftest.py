from decimal import Decimal

import pytest

from sinorus.records import (
    Agreement,
    AgreementKind,
    AgreementStatus,
    CommodityMention,
    Confidence,
    CorridorKind,
    CorridorReport,
    CorridorStatus,
    Evidence,
    FlowStatus,
    Measure,
    Pledge,
    PledgeAction,
    Record,
    Sector,
    Settlement,
    SettlementScope,
    TradeFlow,
)
from sinorus.values import Basis, Bound, Change, Period, Quantity, Term
from sinorus.world import commodity, corridor, country, organisation

EVIDENCE = (Evidence.of("Oil “rose” 新高\u2028to 5 t.", 0, 10),)


@pytest.fixture
def full_records() -> tuple[Record, ...]:
    """One record of every type with every field filled."""
    china, russia = country("CN"), country("RU")
    return (
        TradeFlow(
            measure=Measure.EXPORTS,
            exporter=russia,
            importer=china,
            commodity=commodity("crude-oil"),
            period=Period.months(2023, 1, 8),
            value=Quantity.of("11512345678.90", "USD", bound=Bound.ABOUT),
            volume=Quantity.of(30, "Mt", bound=Bound.BETWEEN, upper=32),
            share=Quantity.of("19.5", "%"),
            change=Change.up(2, "x", bound=Bound.OVER, basis=Period.year(2019)),
            status=FlowStatus.FORECAST,
            record_high=True,
            via=corridor("espo"),
            reported_by="海关总署",
            document="a",
            evidence=EVIDENCE,
            confidence=Confidence.INFERRED,
            confidence_reasons=("period carried",),
        ),
        Agreement(
            kind=AgreementKind.JOINT_STATEMENT,
            title="On “all”",
            parties=(china, organisation("Gazprom"), "A body of no register"),
            status=AgreementStatus.IN_FORCE,
            date=Period.parse("2014-05-21"),
            subjects=(Sector.ENERGY, Sector.ECOMMERCE),
            commodity=commodity("natural-gas"),
            corridor="an unknown bridge",
            value=Quantity.of("400E9", "USD"),
            volume=Quantity.of(38, "bcm/a"),
            term=Term(years=30),
            count=2,
            document="a",
            evidence=EVIDENCE,
        ),
        CorridorReport(
            corridor=corridor("power-of-siberia"),
            name="Сила Сибири",
            kind=CorridorKind.PIPELINE,
            places=("Blagoveshchensk", "Heihe"),
            status=CorridorStatus.UNDER_CONSTRUCTION,
            capacity=Quantity.of(38, "bcm/a", bound=Bound.UNDER),
            length=Quantity.of(3000, "km"),
            carries=(commodity("gas"),),
            opened=Period.month(2019, 12),
            document="a",
            evidence=EVIDENCE,
        ),
        CommodityMention(commodity=commodity("oil"), document="a", evidence=EVIDENCE),
        Settlement(
            currencies=("CNY", "RUB"),
            parties=(china, russia),
            share=Quantity(amount=Decimal(95), unit="%", bound=Bound.OVER),
            scope=SettlementScope.TRADE,
            period=Period.quarter(2023, 3),
            change=Change.down(5, "pp", basis=Basis.YOY),
            status=FlowStatus.TARGET,
            document="a",
            evidence=EVIDENCE,
        ),
        Pledge(
            actors=(china, russia),
            action=PledgeAction.EXPAND,
            sectors=(Sector.ENERGY, Sector.ARCTIC),
            commodity=commodity("lng"),
            corridor=corridor("northern-sea-route"),
            horizon=Period.year(2030),
            document="a",
            evidence=EVIDENCE,
        ),
    )

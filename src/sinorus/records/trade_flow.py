"""A movement of goods with China or Russia as a party.

>>> from sinorus.world import country
>>> TradeFlow(measure=Measure.EXPORTS, exporter=country("RU"), importer=country("CN"), share=Quantity.of(19, "%"))
TradeFlow(measure=exports, exporter=RU, importer=CN, share=19 %, status=reported)
"""

from enum import StrEnum

from attrs import frozen

from sinorus.records.claim import Claim
from sinorus.values import Change, Period, Quantity
from sinorus.world import Commodity, Corridor, Country

__all__ = ["FlowStatus", "Measure", "TradeFlow"]


class Measure(StrEnum):
    """What is measured of two parties' trade."""

    TURNOVER = "turnover"
    EXPORTS = "exports"
    BALANCE = "balance"


class FlowStatus(StrEnum):
    """Whether it happened, is meant to happen, or is expected to."""

    REPORTED = "reported"
    TARGET = "target"
    FORECAST = "forecast"


@frozen(kw_only=True, repr=False)
class TradeFlow(Claim):
    """A measured, targeted or forecast flow: RECORDS.md, section 2.

    ``value`` is money, ``volume`` anything physical, ``share`` a percentage from 0 to 100, none of them below zero. The parties of a
    turnover stand in the order of their codes, a single known one first; a balance is the exporter's surplus. ``via`` is a corridor of
    the register, or a name where the register has none. A flow without any figure can be built (a parser fills it by stages);
    `is_measured` says whether it makes a record.
    """

    measure: Measure
    exporter: Country | None = None
    importer: Country | None = None
    commodity: Commodity | None = None
    period: Period | None = None
    value: Quantity | None = None
    volume: Quantity | None = None
    share: Quantity | None = None
    change: Change | None = None
    status: FlowStatus = FlowStatus.REPORTED
    record_high: bool = False
    via: Corridor | str | None = None
    reported_by: str | None = None

    @property
    def is_measured(self) -> bool:
        """Whether it has what makes it a record: a value, a volume, a share, a change with a size, or a record high."""
        return self.has_figure or self.record_high

    @property
    def has_figure(self) -> bool:
        """Whether it has a value, a volume, a share or a change with a size."""
        if self.value is not None or self.volume is not None or self.share is not None:
            return True
        return self.change is not None and self.change.by is not None

    def check(self) -> None:
        """Raise ValidationError where the flow contradicts the contract."""
        if type(self.measure) is not Measure:
            self.reject("measure", f"{self.measure!r} is no Measure")
        if type(self.status) is not FlowStatus:
            self.reject("status", f"{self.status!r} is no FlowStatus")
        self.check_type("record_high", self.record_high, bool)
        self._check_parties()
        self._check_figures()
        self.check_type("commodity", self.commodity, Commodity)
        self.check_type("period", self.period, Period)
        self.check_type("via", self.via, Corridor, str)
        self.check_type("reported_by", self.reported_by, str)

    def _check_figures(self) -> None:
        if self.value is not None:
            self.check_money("value", self.value)
        if self.volume is not None:
            self.check_physical("volume", self.volume)
        if self.share is not None:
            self.check_share("share", self.share)
        self.check_type("change", self.change, Change)

    def _check_parties(self) -> None:
        exporter, importer = self.exporter, self.importer
        self.check_type("exporter", exporter, Country)
        self.check_type("importer", importer, Country)
        if importer is None:
            return
        if exporter == importer:
            self.reject("importer", f"{importer} trades with itself")
        if self.measure is Measure.TURNOVER and (exporter is None or exporter.code > importer.code):
            self.reject("importer", f"the parties of a turnover stand in the order of their codes, not {exporter}, {importer}")

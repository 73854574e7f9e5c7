"""In which currency trade is priced or paid."""

from enum import StrEnum

from attrs import frozen

from sinorus.records.claim import Claim
from sinorus.records.trade_flow import FlowStatus
from sinorus.values import CURRENCIES, Change, Period, Quantity
from sinorus.world import Commodity, Country

__all__ = ["Settlement", "SettlementScope"]


class SettlementScope(StrEnum):
    """What is settled, where it is not the trade in one good."""

    TRADE = "trade"
    PAYMENTS = "payments"
    RESERVES = "reserves"


@frozen(kw_only=True, repr=False)
class Settlement(Claim):
    """A statement about the currency of trade, payments or reserves: RECORDS.md, section 2.

    ``currencies`` are ISO 4217 codes in alphabetical order, at least one; ``share`` is a percentage from 0 to 100; ``scope`` may be a good.
    """

    currencies: tuple[str, ...]
    parties: tuple[Country, ...] = ()
    share: Quantity | None = None
    scope: SettlementScope | Commodity
    period: Period | None = None
    change: Change | None = None
    status: FlowStatus = FlowStatus.REPORTED

    def check(self) -> None:
        """Raise ValidationError where the statement contradicts the contract."""
        self.check_each("currencies", self.currencies, str)
        if not self.currencies or not CURRENCIES.issuperset(self.currencies):
            self.reject("currencies", f"{self.currencies!r} are no currency codes of ISO 4217")
        if list(self.currencies) != sorted(self.currencies):
            self.reject("currencies", f"{self.currencies!r} are not in alphabetical order")
        self.check_each("parties", self.parties, Country)
        self.check_share("share", self.share)
        if type(self.scope) is not SettlementScope and type(self.scope) is not Commodity:
            self.reject("scope", f"{self.scope!r} is no SettlementScope or Commodity")
        self.check_type("period", self.period, Period)
        self.check_type("change", self.change, Change)
        if type(self.status) is not FlowStatus:
            self.reject("status", f"{self.status!r} is no FlowStatus")

"""The record types, in the order of the contract; a new one is a line here, twice."""

from sinorus.records.agreement import Agreement
from sinorus.records.commodity_mention import CommodityMention
from sinorus.records.corridor_report import CorridorReport
from sinorus.records.pledge import Pledge
from sinorus.records.settlement import Settlement
from sinorus.records.trade_flow import TradeFlow

__all__ = ["RECORD_TYPES", "Record"]

Record = TradeFlow | Agreement | CorridorReport | CommodityMention | Settlement | Pledge
"""Any record."""

RECORD_TYPES: tuple[type[Record], ...] = (
    TradeFlow,
    Agreement,
    CorridorReport,
    CommodityMention,
    Settlement,
    Pledge,
)
"""The class of every record type."""

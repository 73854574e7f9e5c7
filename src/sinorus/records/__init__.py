"""The six record types of the contract, their evidence, and their way to JSON and back."""

from sinorus.records.agreement import Agreement, AgreementKind, AgreementStatus, Party
from sinorus.records.claim import Claim
from sinorus.records.commodity_mention import CommodityMention
from sinorus.records.confidence import Confidence
from sinorus.records.corridor_report import CorridorKind, CorridorReport, CorridorStatus
from sinorus.records.evidence import Evidence, HasText
from sinorus.records.jsonl import from_dict, from_json, from_jsonl, to_dict, to_json, to_jsonl
from sinorus.records.pledge import Pledge, PledgeAction
from sinorus.records.record import RECORD_TYPES, Record
from sinorus.records.schema import schema
from sinorus.records.sector import Sector
from sinorus.records.settlement import Settlement, SettlementScope
from sinorus.records.trade_flow import FlowStatus, Measure, TradeFlow

__all__ = [
    "RECORD_TYPES",
    "Agreement",
    "AgreementKind",
    "AgreementStatus",
    "Claim",
    "CommodityMention",
    "Confidence",
    "CorridorKind",
    "CorridorReport",
    "CorridorStatus",
    "Evidence",
    "FlowStatus",
    "HasText",
    "Measure",
    "Party",
    "Pledge",
    "PledgeAction",
    "Record",
    "Sector",
    "Settlement",
    "SettlementScope",
    "TradeFlow",
    "from_dict",
    "from_json",
    "from_jsonl",
    "schema",
    "to_dict",
    "to_json",
    "to_jsonl",
]

"""Trade flows and settlements as sentences."""

from sinorus.records.settlement import Settlement, SettlementScope
from sinorus.records.trade_flow import TradeFlow
from sinorus.records.wording.figures import change_text, quantity_text, tender_text
from sinorus.records.wording.names import commodity_forms, corridor_text, country_forms, pair_text
from sinorus.records.wording.template import Slot
from sinorus.records.wording.times import period_text
from sinorus.records.wording.voice import Voice

__all__ = ["flow_sentence", "settlement_sentence"]


def flow_sentence(voice: Voice, flow: TradeFlow) -> str:
    """Tell a flow: whose, of what, when, how much, and on whose word."""
    notes = []
    if flow.via is not None:
        notes.append(voice.say("flow.via", {"via": corridor_text(voice, flow.via)}))
    if flow.reported_by is not None:
        notes.append(voice.say("flow.source", {"source": flow.reported_by}))
    slots: dict[str, Slot] = {
        "head": _head(voice, flow),
        "period": "" if flow.period is None else period_text(voice, flow.period),
        "status": voice.say(f"flow.status.{flow.status}"),
        "figures": voice.say("flow.join").join(_figures(voice, flow)),
        "notes": voice.say("flow.notes").join(notes),
    }
    return voice.say("flow.sentence", slots)


def _head(voice: Voice, flow: TradeFlow) -> str:
    slots: dict[str, Slot] = {}
    if flow.commodity is not None:
        slots["commodity"] = commodity_forms(voice, flow.commodity)
    if flow.exporter is not None:
        slots["exporter"] = country_forms(voice, flow.exporter)
    if flow.importer is not None:
        slots["importer"] = country_forms(voice, flow.importer)
    if flow.exporter is not None and flow.importer is not None:
        slots["pair"] = pair_text(voice, flow.exporter, flow.importer)
    path = f"flow.{flow.measure}_{_parties(voice, flow)}"
    if flow.commodity is not None and voice.has(f"{path}_of"):
        path = f"{path}_of"
    return voice.say(path, slots)


def _parties(voice: Voice, flow: TradeFlow) -> str:
    if flow.exporter is not None and flow.importer is not None:
        return "both"
    if flow.exporter is None and flow.importer is None:
        return "none"
    one = "from" if flow.exporter is not None else "to"
    return one if voice.has(f"flow.{flow.measure}_{one}") else "one"


def _figures(voice: Voice, flow: TradeFlow) -> list[str]:
    figures = [quantity_text(voice, quantity) for quantity in (flow.value, flow.volume) if quantity is not None]
    if flow.share is not None:
        figures.append(voice.say("flow.share", {"share": quantity_text(voice, flow.share)}))
    if flow.change is not None:
        figures.append(change_text(voice, flow.change))
    if flow.record_high:
        figures.append(voice.say("flow.record_high"))
    return figures


def settlement_sentence(voice: Voice, settlement: Settlement) -> str:
    """Tell in which currencies what is paid, between whom and how much of it."""
    figures = []
    if settlement.share is not None:
        figures.append(voice.say("settlement.share", {"share": quantity_text(voice, settlement.share)}))
    if settlement.change is not None:
        figures.append(change_text(voice, settlement.change))
    parties = voice.listed_forms(country_forms(voice, party) for party in settlement.parties)
    one = len(settlement.parties) == 1
    slots: dict[str, Slot] = {
        "scope": _scope(voice, settlement, parties, "_one" if one else ""),
        "parties": parties,
        "currencies": voice.listed(tender_text(voice, code) for code in settlement.currencies),
        "period": "" if settlement.period is None else period_text(voice, settlement.period),
        "status": voice.say(f"flow.status.{settlement.status}"),
        "figures": voice.say("flow.join").join(figures),
    }
    return voice.say("settlement.with_one" if one else "settlement.sentence", slots)


def _scope(voice: Voice, settlement: Settlement, parties: Slot, number: str) -> str:
    if isinstance(settlement.scope, SettlementScope):
        return voice.say(f"settlement.{settlement.scope}{number}", {"parties": parties})
    return voice.say(f"settlement.commodity{number}", {"parties": parties, "commodity": commodity_forms(voice, settlement.scope)})

"""Corridors and goods as sentences."""

from sinorus.records.commodity_mention import CommodityMention
from sinorus.records.corridor_report import CorridorReport, CorridorStatus
from sinorus.records.wording.figures import quantity_text
from sinorus.records.wording.names import commodity_forms, corridor_text, place_text
from sinorus.records.wording.times import period_text
from sinorus.records.wording.voice import Voice

__all__ = ["corridor_sentence", "mention_sentence"]

_TO_COME = (CorridorStatus.UNDER_CONSTRUCTION, CorridorStatus.PLANNED, CorridorStatus.PROPOSED)


def corridor_sentence(voice: Voice, report: CorridorReport) -> str:
    """Tell what a corridor is, between where, and how far it has come."""
    details = [voice.say(f"corridor.status.{report.status}")] if report.status is not None else []
    if report.capacity is not None:
        details.append(voice.say("corridor.capacity", {"capacity": quantity_text(voice, report.capacity)}))
    if report.length is not None:
        details.append(voice.say("corridor.length", {"length": quantity_text(voice, report.length)}))
    if report.carries:
        goods = voice.listed(commodity_forms(voice, good) for good in report.carries)
        details.append(voice.say("corridor.carries", {"carries": goods}))
    if report.opened is not None:
        opening = "opens" if report.status in _TO_COME else "opened"
        details.append(voice.say(f"corridor.{opening}", {"opened": period_text(voice, report.opened)}))
    slots = {
        "name": report.name if report.corridor is None else corridor_text(voice, report.corridor),
        "kind": voice.say(f"corridor.kind.{report.kind}"),
        "places": voice.say("corridor.places").join(place_text(voice, name) for name in report.places),
        "details": voice.say("corridor.join").join(details),
    }
    return voice.say("corridor.sentence", slots)


def mention_sentence(voice: Voice, mention: CommodityMention) -> str:
    """Tell a good and its codes."""
    codes = voice.say("mention.join").join(mention.hs)
    return voice.say("mention.sentence", {"commodity": commodity_forms(voice, mention.commodity), "hs": codes})

"""Agreements and pledges as sentences."""

from typing import cast

from sinorus.records.agreement import Agreement
from sinorus.records.pledge import Pledge
from sinorus.records.wording.figures import quantity_text
from sinorus.records.wording.names import commodity_forms, corridor_text, country_forms, party_forms
from sinorus.records.wording.template import Forms, Slot, form_of
from sinorus.records.wording.times import period_text, term_text
from sinorus.records.wording.voice import Voice

__all__ = ["agreement_sentence", "pledge_sentence"]

# Any number of five and more takes the noun of the other languages' plural, and "documents" its neuter participle.
_NEUTER = "n"


def agreement_sentence(voice: Voice, deal: Agreement) -> str:
    """Tell who concluded what, when, about what and for how much."""
    details = [corridor_text(voice, deal.corridor)] if deal.corridor is not None else []
    if deal.commodity is not None:
        details.append(form_of(commodity_forms(voice, deal.commodity)))
    details += [quantity_text(voice, quantity) for quantity in (deal.value, deal.volume) if quantity is not None]
    if deal.term is not None:
        details.append(voice.say("agreement.term", {"term": term_text(voice, deal.term)}))
    slots: dict[str, Slot] = {
        "parties": voice.listed(party_forms(voice, party) for party in deal.parties),
        "what": _what(voice, deal),
        "date": "" if deal.date is None else period_text(voice, deal.date),
        "subjects": voice.listed(voice.forms(f"sector.{sector}") for sector in deal.subjects),
        "details": voice.say("agreement.join").join(details),
    }
    return voice.say("agreement.sentence", slots)


def _what(voice: Voice, deal: Agreement) -> str:
    title = "" if deal.title is None else voice.say("quote", {"text": deal.title})
    names = cast("Forms", voice.entry(f"agreement.kind.{deal.kind}"))
    gender = names.get("gender", "nom")
    kind = names["single"]
    if deal.count is not None:
        kind = voice.plural(names, deal.count).replace("{n}", str(deal.count))
        if voice.category(deal.count) != "one":
            gender = _NEUTER
    return form_of(voice.forms(f"agreement.what.{deal.status}", {"kind": kind, "title": title}), gender)


def pledge_sentence(voice: Voice, pledge: Pledge) -> str:
    """Tell who means to do what, in which fields and by when."""
    details = [form_of(commodity_forms(voice, pledge.commodity))] if pledge.commodity is not None else []
    if pledge.corridor is not None:
        details.append(corridor_text(voice, pledge.corridor))
    sectors = voice.listed_forms(voice.forms(f"sector.{sector}") for sector in pledge.sectors)
    slots: dict[str, Slot] = {
        "actors": voice.listed(country_forms(voice, actor) for actor in pledge.actors),
        "action": voice.say(f"pledge.action.{pledge.action}", {"sectors": sectors}),
        "details": voice.say("pledge.join").join(details),
        "horizon": "" if pledge.horizon is None else period_text(voice, pledge.horizon),
    }
    number = "one" if len(pledge.actors) == 1 and voice.has("pledge.one") else "other"
    return voice.say(f"pledge.{number if pledge.actors else 'none'}", slots)

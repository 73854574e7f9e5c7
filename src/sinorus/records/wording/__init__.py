"""Records as sentences in English, Russian and Chinese.

The sentences stand in ``en.toml``, ``ru.toml`` and ``zh.toml``, goods in their cases in ``commodities_<language>.toml``; names,
numbers, currencies and dates come from CLDR through Babel. Modules here know no word of any language.
"""

from collections.abc import Callable
from decimal import Context, localcontext
from typing import Any

from sinorus.records.agreement import Agreement
from sinorus.records.claim import Claim
from sinorus.records.commodity_mention import CommodityMention
from sinorus.records.corridor_report import CorridorReport
from sinorus.records.pledge import Pledge
from sinorus.records.settlement import Settlement
from sinorus.records.trade_flow import TradeFlow
from sinorus.records.wording.deals import agreement_sentence, pledge_sentence
from sinorus.records.wording.flows import flow_sentence, settlement_sentence
from sinorus.records.wording.things import corridor_sentence, mention_sentence
from sinorus.records.wording.voice import Voice, voice

__all__ = ["describe"]

_DIGITS = Context(prec=120)

_SENTENCES: dict[type[Claim], Callable[[Voice, Any], str]] = {
    TradeFlow: flow_sentence,
    Agreement: agreement_sentence,
    CorridorReport: corridor_sentence,
    CommodityMention: mention_sentence,
    Settlement: settlement_sentence,
    Pledge: pledge_sentence,
}


def describe(record: Claim, locale: str) -> str:
    """Return the record as one sentence; LanguageError where the locale is not ``en``, ``ru`` or ``zh``."""
    speaker = voice(locale)
    # Babel computes in the current decimal context: a caller's would round our digits
    with localcontext(_DIGITS):
        return speaker.sentence(_SENTENCES[type(record)](speaker, record))

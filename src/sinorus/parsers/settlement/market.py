"""Rates, bonds, exchanges and networks of messages: dealing in currencies with which no trade is paid."""

from collections.abc import Sequence

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Side
from sinorus.scan.mention import Mention, meanings_of
from sinorus.scan.sentence import Scanned


def pays_no_trade(mentions: Sequence[Mention], low: int, high: int, mask: int) -> bool:
    """Whether a clause (its mentions from `low` to before `high`, its bits in `mask`) speaks of currencies as of goods of their own."""
    market = _on_market(mentions, low, high) and not mask & (m.SettlementWord.bit | m.Head.bit)
    return market or _on_network(mentions, low, high, mask) or _dealt_on_exchange(mentions, high)


def deals_on(scanned: Scanned, *, before: bool) -> bool:
    """Whether a text that told `before` of dealing on an exchange still does, or begins to: till it tells of payments or exports."""
    if any(word.scope != "turn" for _, word in scanned.of(m.SettlementWord)):
        return False
    if any(body.kind == "exchange" for _, body in scanned.of(m.Body)):
        return True
    return before and not any(head.side is not Side.BOTH and not head.weak for _, head in scanned.of(m.Head))


def _on_network(mentions: Sequence[Mention], low: int, high: int, mask: int) -> bool:
    """Whether transactions are those of an exchange or of a network, and of no trade in goods."""
    bodies = {body.kind for _, body in meanings_of(mentions[low:high], m.Body)}
    if "payment" in bodies and not mask & m.Party.bit:
        return True  # what a system of messages carries all over the world
    return "exchange" in bodies and not mask & m.Head.bit


def _dealt_on_exchange(mentions: Sequence[Mention], high: int) -> bool:
    """Whether a sentence tells up to here of dealing on an exchange, where one currency overtakes the other and nothing is paid for."""
    dealt = any(body.kind == "exchange" for _, body in meanings_of(mentions[:high], m.Body))
    return dealt and all(word.scope == "turn" for _, word in meanings_of(mentions[:high], m.SettlementWord))


def _on_market(mentions: Sequence[Mention], low: int, high: int) -> bool:
    """Whether a clause speaks of rates, bonds or exchanges."""
    for mention in mentions[low:high]:
        if not mention.mask & (m.OtherMeasure.bit | m.Body.bit):
            continue
        other, body = mention.get(m.OtherMeasure), mention.get(m.Body)
        if (other is not None and other.kind == "money-market" and not mention.mask & m.SettlementWord.bit) or (
            body is not None and body.kind == "exchange"
        ):
            return True
    return False

"""Between whom a statement on currencies says that something is paid."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Role
from sinorus.parsers.context import Context
from sinorus.parsers.marks import role_of
from sinorus.parsers.office import pair_of
from sinorus.parsers.settlement.claim import FRESH
from sinorus.parsers.settlement.group import HOME_CURRENCIES
from sinorus.parsers.talk import HOME
from sinorus.scan.sentence import Scanned

_WHO = m.Party.bit | m.Pointer.bit | m.Body.bit
_PAYERS = frozenset({"energy", "grain", "agriculture", "food", "metals", "mining", "automotive", "machinery", "chemicals", "forestry"})
"""Kinds of companies that buy and sell goods; banks and services only tell of payments."""


def parties_of(scanned: Scanned, context: Context) -> tuple[str, ...]:
    """Return between whom is paid: the countries of the sentence, else those of the last statement or flow."""
    codes = _named(scanned, context)
    if len(codes) == 1 and not codes & HOME:
        codes |= _payer(scanned)
    settled = context.talk.settled
    both = context.mentioned >= HOME
    if codes:
        own = any((currency := mention.get(m.Currency)) is not None and currency.own for mention in scanned.mentions)
        return tuple(sorted(HOME)) if own and both and len(codes) == 1 and HOME & codes else tuple(sorted(codes))
    if settled is not None and context.talk.since_settled(scanned.sentence.span.start) <= 2 * FRESH:
        return tuple(country.code for country in settled.parties)
    if (
        both
        and {code for mention in scanned.mentions if (money := mention.get(m.Currency)) is not None for code in money.codes}
        >= HOME_CURRENCIES
    ):
        return tuple(sorted(HOME))
    pair = context.pair()
    if pair is not None and HOME & set(pair) and not (context.talk.theme and HOME - set(pair)):
        return pair
    return tuple(sorted(HOME & context.mentioned)) or _whose_money(scanned)


def _whose_money(scanned: Scanned) -> tuple[str, ...]:
    """Return those who pay where nobody is named: both whose currencies are told of together, Russia where its own is."""
    money = {code for mention in scanned.mentions if (each := mention.get(m.Currency)) is not None for code in each.codes}
    if money >= HOME_CURRENCIES:
        return tuple(sorted(HOME))
    return ("RU",) if money == {"RUB"} else ()


def _payer(scanned: Scanned) -> set[str]:
    """Return which of China and Russia has its currency paid where only a third country is named: "Turkey pays in roubles"."""
    money = {code for mention in scanned.mentions if (each := mention.get(m.Currency)) is not None for code in each.codes}
    return {code for code, currency in (("CN", "CNY"), ("RU", "RUB")) if money & HOME_CURRENCIES == {currency}}


def _named(scanned: Scanned, context: Context) -> set[str]:
    """Return the countries that a sentence names as payers: "with China" in a text on Russia names both."""
    codes: set[str] = set()
    both = context.mentioned >= HOME
    for index, mention in enumerate(scanned.mentions):
        if not mention.mask & _WHO:
            continue
        party, pointer, body = mention.get(m.Party), mention.get(m.Pointer), mention.get(m.Body)
        if party is not None:
            codes.update(party.codes)
            if both and HOME & set(party.codes) and index > 0 and role_of(scanned.mentions[index - 1]) is Role.WITH:
                codes |= HOME
        elif pointer is not None and pointer.to is Anaphor.PAIR:
            codes.update(pair_of(context))
        elif pointer is not None and pointer.to is Anaphor.PARTNER and both:
            codes |= HOME
        elif body is not None and body.country in HOME and body.kind in _PAYERS:
            codes.add(str(body.country))
    return codes

"""Money received for goods: who receives goods buys them, who receives nothing but money has sold them."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Head, Role, Side, Use
from sinorus.parsers.marks import role_of
from sinorus.parsers.phrase import Phrase
from sinorus.parsers.placing import Slot
from sinorus.records import Measure


def is_paid(phrase: Phrase, index: int) -> bool:
    """Whether a party is only the one to whom what was sold brought so much: "what it sold to Peru earned Chile $3bn"."""
    if len(phrase.heads) < 2:
        return False
    verbs = list(dict.fromkeys(at for at, head in phrase.heads if head.use is Use.VERB and head.side is Side.EXPORTER and at < index))
    return len(verbs) > 1 and verbs[-1] == index - 1 and _is_money(phrase, index + 1)


def earn(phrase: Phrase) -> None:
    """Let who received the money be the seller, and from whom it came the buyer."""
    _earns_seller(phrase)
    _sells_for(phrase)


def _earns_seller(phrase: Phrase) -> None:
    """Let whom sales earned so much be the seller: "sales of tin earned Peru $5bn from Chile"."""
    sold = [(at, head) for at, head in phrase.heads if head.side is Side.EXPORTER] if len(phrase.heads) > 1 else []
    if [head.use for _, head in sold] != [Use.NOUN, Use.VERB]:
        return
    seller = next((placed for placed in phrase.parties if placed.index == sold[1][0] + 1 and placed.slot is Slot.TO), None)
    if seller is not None and _is_money(phrase, seller.index + 1):
        seller.slot = Slot.SUBJECT
        _pay(phrase)


def _sells_for(phrase: Phrase) -> None:
    """Turn a verb of receiving with money right behind it into one of selling: "it received $5bn from Peru", not "goods for $5bn"."""
    for position, (at, head) in enumerate(phrase.heads):
        money = next((index for index in phrase.figures if index > at), None) if head.earns else None
        if money is None or not _is_money(phrase, money) or role_of(phrase.chunk.items[money - 1]) is Role.BY:
            continue
        if not (any(at < good < money for good, _ in phrase.goods) or _of_goods(phrase, money)):
            phrase.heads[position] = (at, Head(Measure.EXPORTS, Side.EXPORTER, Use.VERB, weak=True, participle=head.participle))
            _pay(phrase)


def _of_goods(phrase: Phrase, money: int) -> bool:
    """Whether so much is told of goods: "it received $9bn of Peruvian tin", "$9bn worth of it"."""
    behind = phrase.chunk.items[money + 1 : money + 3]
    if behind and role_of(behind[0]) is Role.OF:
        return True
    return bool(behind) and bool(behind[0].mask & m.Goods.bit or (behind[0].mask & m.Party.bit and behind[-1].mask & m.Goods.bit))


def _pay(phrase: Phrase) -> None:
    """Let from whom the money came be those to whom the goods went."""
    for placed in phrase.parties:
        if placed.slot is Slot.FROM:
            placed.slot = Slot.TO


def _is_money(phrase: Phrase, index: int) -> bool:
    """Whether a figure in money stands at a place."""
    items = phrase.chunk.items
    figure = items[index].get(m.Figure) if index < len(items) else None
    return figure is not None and figure.quantity.is_money

"""Money received for goods: who receives goods buys them, who receives nothing but money has sold them."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Head, Role, Side, Use
from sinorus.parsers.marks import role_of
from sinorus.parsers.phrase import Phrase
from sinorus.parsers.placing import Slot
from sinorus.records import Measure


def sells_for(phrase: Phrase) -> None:
    """Turn a verb of receiving with money right behind it into one of selling: "it received $5bn from Peru", not "goods for $5bn"."""
    for position, (at, head) in enumerate(phrase.heads):
        money = next((index for index in phrase.figures if index > at), None) if head.earns else None
        figure = phrase.chunk.items[money].get(m.Figure) if money is not None else None
        if money is None or figure is None or not figure.quantity.is_money or role_of(phrase.chunk.items[money - 1]) is Role.BY:
            continue
        if any(at < good < money for good, _ in phrase.goods):
            continue
        phrase.heads[position] = (at, Head(Measure.EXPORTS, Side.EXPORTER, Use.VERB, weak=True, participle=head.participle))
        for placed in phrase.parties:
            if placed.slot is Slot.FROM:
                placed.slot = Slot.TO

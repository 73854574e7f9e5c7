"""Where the other end of a flow stays open: what a country trades with all, though the text has named whom it trades with."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Head, Side, Use
from sinorus.parsers.context import Context
from sinorus.parsers.flow.partner import SUBJECTS, one_of_many
from sinorus.parsers.phrase import Phrase
from sinorus.parsers.placing import Slot


def is_left_open(head: Head, known: str, phrase: Phrase, context: Context, *, sells: bool, owner_known: bool) -> bool:
    """Whether a flow is that with all the world, and has no other end."""
    sent = head.weak and head.use is Use.VERB and bool(phrase.of(Slot.FROM))
    abroad = head.side is Side.EXPORTER and bool(phrase.chunk.mask & m.World.bit)  # "from Primorye 3 kt went abroad"
    back = Anaphor.PARTNER in phrase.pointers or (sent and not abroad)
    if phrase.world and owner_known and not back:
        return True
    if head.abroad and head.use is Use.VERB and sells and owner_known:
        return known in SUBJECTS or not context.suppliers  # what leaves a country goes anywhere; not so of the next supplier of one
    flow = context.flow
    again = flow is not None and flow.partner is not None and [each for _, each in phrase.goods] == [flow.goods]
    whole = again and head.side is Side.IMPORTER and head.use is Use.VERB  # "in all, Peru bought 9 Mt of tin", of which it was told
    many = one_of_many(context) or context.whole_of == known or whole
    total = Anaphor.OVERALL in phrase.pointers and many and not phrase.pointers & {Anaphor.PARTNER, Anaphor.PAIR}
    # "in all, Peru bought 9 Mt", behind a list of its suppliers
    return owner_known and (
        total or _all_of_it(head, phrase) or _goes_back(head, known, phrase, context) or _is_own_total(head, known, phrase, context)
    )


def _is_own_total(head: Head, owner: str, phrase: Phrase, context: Context) -> bool:
    """Whether a third country's exports or imports are compared with what another one traded with one of the two: they are with all."""
    flow, topic = context.flow, context.topic
    noun = not head.weak and head.use is Use.NOUN
    of_goods = bool(phrase.goods) and (not head.weak or head.side is Side.IMPORTER)
    if not (noun or of_goods) or owner in SUBJECTS or context.distance == 0 or flow is None:
        return False
    beside = flow.side is head.side and flow.partner not in {None, owner} and flow.owner != owner
    return beside and (topic is None or topic.owner == flow.owner)


def _all_of_it(head: Head, phrase: Phrase) -> bool:
    """Whether "total" stands before the flow of a country: "China's total crude imports", "total Chinese imports" are those from all."""
    items = phrase.chunk.items
    at = next((index for index, each in phrase.heads if each is head), -1)
    before = [item for item in items[max(at - 3, 0) : max(at, 0)] if not item.mask & (m.Goods.bit | m.Party.bit)]
    total = before[-1].get(m.Pointer) if before else None
    names = head.use is Use.NOUN and not head.agent and (not head.weak or head.side is Side.IMPORTER)
    return names and total is not None and total.to is Anaphor.TOTAL and Anaphor.PAIR not in phrase.pointers


def _goes_back(head: Head, owner: str, phrase: Phrase, context: Context) -> bool:
    """Whether a paragraph goes back to a country's trade with all, with which the text began: its "exports" are those to all."""
    plain = not (phrase.goods or phrase.pointers or phrase.route or head.weak)
    return plain and context.leads and context.whole == owner and head.use is Use.NOUN

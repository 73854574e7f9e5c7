"""A share of the flow told before: of whom it is now told, or of which goods."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Head, Side
from sinorus.parsers.context import Context
from sinorus.parsers.flow.claim import Frame
from sinorus.parsers.flow.goods import meant
from sinorus.parsers.flow.share import holder
from sinorus.parsers.flow.two_ends import Ends
from sinorus.parsers.phrase import Phrase
from sinorus.parsers.placing import Slot
from sinorus.records import Measure
from sinorus.world import commodity


def share_told_on(phrase: Phrase, context: Context) -> Frame | None:
    """Return the frame of the part that other goods have in the flow of whose parts one was told: "coal made up 40%. Machines got 5%"."""
    flow = context.flow
    if flow is None or not flow.share or flow.partner is None or context.distance > 1 or phrase.share_noun is not None:
        return None
    named = tuple(dict.fromkeys(each for _, each in phrase.goods))
    percents = [figure for figure in phrase.told() if figure.quantity.unit == "%"]
    bare = not (phrase.parties or phrase.world or phrase.pointers or phrase.route or phrase.movements)
    other = flow.goods is not None and not {flow.goods, *commodity(flow.goods).ancestors()} & set(named)
    if not (phrase.share and named and percents and bare and other):
        return None
    seller, buyer = flow.way()
    return Frame(Head(flow.measure, flow.side), Ends(exporter=seller, importer=buyer, carried=("flow",)), named, share=True, fixed=True)


def carried_share(phrase: Phrase, context: Context) -> Frame | None:
    """Return the frame of a share whose wider flow was named before: "the Chinese share rose to 61%"."""
    flow, topic = context.flow, context.topic
    if context.leads and topic is not None and flow is not None and topic.measure is Measure.TURNOVER and flow.measure is Measure.EXPORTS:
        flow = topic if topic.owner == flow.owner else flow  # a paragraph goes back from the directions to the trade
    if flow is None or phrase.share_noun is None:
        return None
    holders = [
        code for placed in phrase.parties if placed.slot in {Slot.OWNER, Slot.OF, Slot.ORIGIN, Slot.SUBJECT} for code in placed.codes
    ]
    if not holders and Anaphor.THIS in phrase.pointers and context.subject is not None:
        holders = [context.subject]
    partner = holders[0] if len(holders) == 1 and holders[0] != flow.owner else flow.partner
    ends = Ends(exporter=flow.owner, importer=partner, carried=("flow",))
    if not holders and phrase.world:
        return Frame(Head(flow.measure, flow.side), None, share=True)  # "Europe's share": no country's
    around = phrase.chunk.items[max(phrase.share_noun - 1, 0) : phrase.share_noun + 3]
    if any(item.mask & m.Body.bit for item in around):
        return Frame(Head(flow.measure, flow.side), None, share=True)  # shares in a company
    goods = meant(phrase, context) or ((flow.goods,) if flow.goods else ())
    head = Head(flow.measure, flow.side)
    return Frame(head, ends.reversed() if flow.side is Side.IMPORTER else ends, goods, share=True, varies=holder(head))

"""Who is meant by "there" and "from there": where the goods of the last flow went, or came from."""

from itertools import pairwise

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Role, Side, Use
from sinorus.parsers.context import Context
from sinorus.parsers.flow.sorts import is_sort
from sinorus.parsers.flow.state import State
from sinorus.parsers.marks import role_of
from sinorus.parsers.phrase import Phrase, Placed
from sinorus.parsers.placing import Slot
from sinorus.records import Measure
from sinorus.world.usual import usual_side


def gone_there(state: State, phrase: Phrase, borrowed: list[Placed], slot: Slot, *, pointed: bool) -> list[Placed]:
    """Return the parties named before, the last of them in this role: "China remained the main market: exports there rose"."""
    context = state.context
    before = _goal(context, phrase) or (context.subject if context.subject != context.owner or not pointed else context.partner)
    if pointed and Anaphor.THIS in phrase.pointers:  # "it delivered 5 Mt there": it is the subject, there the other one
        before = next((code for code in context.pair() or () if code != context.subject), None)
    bare = context.flow is None and pointed and not phrase.parties
    if bare and len(context.mentioned) == len({context.subject} & context.mentioned) + 1:
        before = next(iter(context.mentioned - {context.subject}))  # "Peru trades briskly with Chile. 3 Mt were sent there"
    sender = context.owner if context.flow is not None and context.flow.side is Side.EXPORTER else None
    named = next(iter(_candidates(state, phrase, sender, slot)), before)
    named = _place_before(state, phrase) or named
    if slot is Slot.TO and state.frame is not None and state.frame.other is None and state.frame.source is not None:
        named, borrowed, sender = state.frame.source, [], None  # "5 Mt came from Peru, and 3 Mt went there"
    if named is None or any(named in placed.codes for placed in phrase.parties):
        return borrowed
    others = [] if sender is not None else [placed for placed in borrowed if named not in placed.codes]
    others = [Placed(-1, placed.codes, Slot.SUBJECT) if placed.slot is slot else placed for placed in others]  # for whom it is a market
    return [*others, Placed(-1, (named,), slot)]


def comes_from_there(state: State) -> bool:
    """Whether the flow spoken of was told as what its owner gets from the other: more of it comes "from there"."""
    frame, flow = state.frame, state.context.flow
    if frame is not None and frame.other is None:
        return frame.head.side is Side.IMPORTER or frame.source is not None
    if flow is not None and state.context.distance > 1 and state.context.subject in {flow.owner, flow.partner}:
        return state.context.subject == flow.way()[0]  # "With Peru it is the other way round"
    return flow is not None and flow.side is Side.IMPORTER


def _candidates(state: State, phrase: Phrase, sender: str | None, slot: Slot) -> list[str]:
    """Return who may be meant by "there", the likeliest first: named last, but not whose goods they are or who sells them as a rule."""
    introduced = [placed for placed in reversed(state.intro) if len(placed.codes) == 1 and placed.codes[0] != sender]
    if len(introduced) < 2 or slot is not Slot.TO:
        return [placed.codes[0] for placed in introduced]
    goods = [each for _, each in (*phrase.goods, *state.intro_goods)]
    sellers = {placed.codes[0] for placed in introduced if placed.slot is Slot.ORIGIN}
    sellers |= {placed.codes[0] for placed in introduced if goods and usual_side(goods[0], placed.codes[0]) == "exporter"}
    return sorted((placed.codes[0] for placed in introduced), key=lambda code: code in sellers)


def _place_before(state: State, phrase: Phrase) -> str | None:
    """Return the last country of the sentence that stands before a chunk as a place: "tin has found buyers in Peru: imports there rose"."""
    before = [item for item in state.scanned.mentions if item.end <= phrase.chunk.items[0].start]
    places = [party.codes for left, item in pairwise(before) if role_of(left) is Role.IN and (party := item.get(m.Party)) is not None]
    return places[-1][0] if places and len(places[-1]) == 1 else None


def _goal(context: Context, phrase: Phrase) -> str | None:
    """Return where the goods of the last flow went, where the text speaks of who sent them, or now of another one who does."""
    flow = context.flow
    if flow is None or flow.side is Side.BOTH or flow.measure is not Measure.EXPORTS:
        return None
    sender, goal = flow.way()
    noun = any(head.use is Use.NOUN and head.side is Side.EXPORTER and not head.weak for _, head in phrase.heads)
    if noun and flow.side is Side.IMPORTER and context.distance <= 1 and not (phrase.goods or phrase.parties):
        return sender  # "Imports from Peru were $9bn. Exports there were $3bn"
    another = any(code not in {sender, goal} for placed in phrase.parties for code in placed.codes)
    done = any(head.use is Use.VERB and head.side is Side.EXPORTER for _, head in phrase.heads) and not phrase.parties
    same = (
        flow.goods is not None and bool(phrase.goods) and all(is_sort(flow.goods, each) or each == flow.goods for _, each in phrase.goods)
    )
    bought = flow.side is Side.IMPORTER and done and same  # "Peru buys tin from Chile. In 2007 3 Mt of tin were sold there"
    return goal if context.subject == sender or another or bought else None

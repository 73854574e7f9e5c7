"""Who a flow takes from what was named before its word: owners, goals, those of whom a clause goes on to tell."""

from itertools import pairwise

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Head, Mark, Role, Side, Use
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.context import Context
from sinorus.parsers.flow.claim import Frame
from sinorus.parsers.flow.state import State
from sinorus.parsers.flow.there import gone_there
from sinorus.parsers.flow.two_ends import Ends
from sinorus.parsers.marks import mark_of, role_of
from sinorus.parsers.phrase import Phrase, Placed
from sinorus.parsers.placing import Slot
from sinorus.records import Measure
from sinorus.scan.mention import Mention


def sent_to(phrase: Phrase) -> str | None:
    """Return the country to which goods are said to go: "went to Peru", «китайским покупателям передано», «поставки Китаю»."""
    goals = [placed.codes for placed in phrase.parties if _is_goal(phrase, placed)]
    return goals[0][0] if len(goals) == 1 and len(goals[0]) == 1 else None


def _is_goal(phrase: Phrase, placed: Placed) -> bool:
    """Whether a party of this chunk, not one lent from another, is where a verb sends goods, or to whom they are given by its case."""
    item = phrase.item(placed.index)
    party = item.get(m.Party) if item is not None else None
    if party is None or party.codes != placed.codes:
        return False
    if party.role is Role.TO and placed.slot is Slot.TO and role_of(phrase.item(placed.index - 1)) is None:
        return True
    marked = role_of(phrase.item(placed.index - 1)) is Role.TO
    if marked and any(at > placed.index and head.use is Use.NOUN and head.side is Side.EXPORTER for at, head in phrase.heads):
        return True
    verb = next((at for at, head in phrase.heads if head.use is Use.VERB and head.side is not Side.IMPORTER), None)
    return verb is not None and (marked or (placed.slot is Slot.TO and placed.index < verb))


def borrow(state: State, phrase: Phrase, head: Head) -> None:
    """Give a chunk the parties named before it in roles that none of its own has, and that it tells of all."""
    pair = Anaphor.THIS in phrase.pointers or (head.side is Side.BOTH and not (phrase.parties or phrase.world or state.intro))
    phrase.pointers |= state.pointers & ({Anaphor.OVERALL, Anaphor.PAIR} if pair else {Anaphor.OVERALL})
    have = {placed.slot for placed in phrase.parties}
    named = {code for placed in phrase.parties for code in placed.codes}
    borrowed = [placed for placed in state.intro if placed.slot not in have and not placed.loose and not named & set(placed.codes)]
    if have & {Slot.OWNER, Slot.PAIR, Slot.SUBJECT} and not (_names_somebody(head) and have == {Slot.OWNER}):
        kept = {Slot.ORIGIN} if _is_crossing(phrase) else set()  # "Peruvian coal: Ilo has cleared 1 Mt"
        borrowed = [placed for placed in borrowed if placed.slot not in {Slot.OWNER, Slot.SUBJECT, Slot.PAIR, Slot.ORIGIN} - kept]
    if head.side is Side.BOTH and any(each is head and phrase.chunk.items[at].mask & m.World.bit for at, each in phrase.heads):
        borrowed = [placed for placed in borrowed if placed.slot not in {Slot.TO, Slot.WITH}]  # "in dealing with Peru, … all its trade"
    borrowed = [_served(state, phrase, head, _faced(state, phrase, head, placed)) for placed in borrowed]
    told_of = _told_of(state, phrase)
    if Anaphor.THERE in phrase.pointers and not phrase.of(Slot.TO):
        borrowed = gone_there(
            state, phrase, borrowed, Slot.FROM if _buys(head) or _its_purchases(phrase, head) else Slot.TO, pointed=not told_of
        )
    behind = _antecedent(state, phrase) or _pronoun(state, phrase) or told_of
    taken = {placed.slot for placed in behind}
    borrowed = [*(placed for placed in borrowed if not behind or (placed.codes != behind[0].codes and placed.slot not in taken)), *behind]
    if borrowed:
        phrase.parties = [*borrowed, *phrase.parties]


def _faced(state: State, phrase: Phrase, head: Head, placed: Placed) -> Placed:
    """Return who holds a share as the other end of the whole told behind: «На Перу пришлось 40% нефти, которую ввезла Чили»."""
    holds = placed.slot is Slot.TO and bool(state.waiting) and state.waiting[-1].share and phrase.chunk.opener is Mark.RELATIVE
    return Placed(placed.index, placed.codes, Slot.FROM) if holds and head.side is Side.IMPORTER else placed


def _names_somebody(head: Head) -> bool:
    """Whether the head is a word for a seller, buyer or partner, whose name may stand before it: "China (PRC) is Peru's main partner"."""
    return head.agent or (head.weak and head.side is Side.BOTH and head.use is Use.NOUN)


_WORD = 12
"""Characters of one word between two mentions, at most."""


def _is_crossing(phrase: Phrase) -> bool:
    """Whether nobody but a crossing does what a chunk tells."""
    doers = [phrase.item(placed.index) for placed in phrase.parties if placed.slot is Slot.SUBJECT]
    return bool(doers) and all(item is not None and item.mask & m.Route.bit for item in doers)


_ANTECEDENT = {Role.WITH: Slot.WITH, Role.TO: Slot.TO, Role.FROM: Slot.FROM, Role.BY: Slot.BY}


def _antecedent(state: State, phrase: Phrase) -> list[Placed]:
    """Return the party named last in its role: "Peru, with which trade tripled", "Peru, from which China bought 3 Mt"."""
    if state.ending.party is None:
        return []
    for left, right in pairwise(phrase.chunk.items[:3]):
        role = role_of(left)
        if role is not None and mark_of(right) is Mark.RELATIVE:
            slot = (
                Slot.WITH if role is Role.AT and _trades_both_ways(phrase) else _ANTECEDENT.get(role)
            )  # «ЕС, у которого набралось 5 млрд»
            return [Placed(-1, (state.ending.party,), slot)] if slot is not None and not phrase.of(slot) else []
    verb, owned = next((each for _, each in phrase.heads), None), phrase.of(Slot.SUBJECT) or phrase.of(Slot.OWNER)
    belongs = phrase.chunk.opener is Mark.RELATIVE or (verb is not None and verb.participle and phrase.chunk.opener is Mark.COMMA)
    elsewhere = not belongs or Anaphor.THERE in phrase.pointers
    if elsewhere or verb is None or owned:
        return []
    if verb.use is Use.NOUN:
        return [Placed(-1, (state.ending.party,), Slot.OWNER)] if _is_theirs(state, phrase) else []
    acts = verb.side is not Side.BOTH or (phrase.of(Slot.TO) and state.ending.party not in phrase.of(Slot.TO))
    return [Placed(-1, (state.ending.party,), Slot.SUBJECT)] if acts else []  # "Peru, which sold 3 Mt"


def _is_theirs(state: State, phrase: Phrase) -> bool:
    """Whether a relative clause begins with a flow of who stands before it: "Peru, whose shipments were …", "Peru, which cut purchases"."""
    first, before = phrase.chunk.items[0], phrase.chunk.items[: phrase.heads[0][0]]
    opener = next((item for item in reversed(state.scanned.mentions) if item.end <= first.start), None)
    touches = opener is not None and mark_of(opener) is Mark.RELATIVE and first.start - opener.end <= _WORD
    return touches and all(item.mask & (PeriodExpr.bit | m.Goods.bit | m.RecordHigh.bit | m.Movement.bit) for item in before)


def _told_of(state: State, phrase: Phrase) -> list[Placed]:
    """Return who a clause about something else was of, and the next one is: "Peru's miners made up for the loss: their sales were 3 Mt"."""
    before, first = state.frame, phrase.chunk.items[0].get(m.Pointer)
    if before is None or before.other is None or len(before.parties) != 1 or phrase.chunk.opener is not Mark.COLON:
        return []
    pointed = first is not None and first.to is Anaphor.THIS and not (phrase.of(Slot.SUBJECT) or phrase.of(Slot.OWNER))
    return [Placed(-1, before.parties, Slot.SUBJECT)] if pointed else []


def _pronoun(state: State, phrase: Phrase) -> list[Placed]:
    """Return the party named before for which "it" stands: "China is the main partner: trade with it tripled"."""
    if state.world or (state.frame is not None and state.frame.world):
        return []  # "exports to all countries fell by 5%, imports from them by 3%"
    items = phrase.chunk.items
    for at, pointer in ((index - 1, pointer) for index, pointer in phrase.chunk.of(m.Pointer) if index):
        relation, verb = items[at].get(m.Relation), items[at].get(m.Head)
        slot = _ANTECEDENT.get(relation.role) if relation is not None else None
        if verb is not None and verb.use is Use.VERB and verb.side is Side.EXPORTER and not verb.abroad:
            slot = Slot.TO  # "sold it 3 Mt"; but what is exported is "it" itself
        if slot is None or pointer.to is not Anaphor.THIS or pointer.use is Use.MODIFIER or phrase.of(slot):
            continue
        if slot is Slot.BY and _is_noun(phrase.item(at + 2)):
            continue  # "spent on its import": whose that is
        if slot in {Slot.FROM, Slot.TO} and (ends := _other_end(state, phrase, slot)):
            return ends
        here = {code for placed in phrase.parties for code in placed.codes}
        introduced = [placed.codes[0] for placed in reversed(state.intro) if len(placed.codes) == 1]
        if slot is Slot.BY and state.frame is not None and state.frame.other is None and state.frame.goal is not None:
            introduced = [state.frame.goal]  # "tin goes to Peru: 88% of sales fell to it"
        if verb is not None:
            before = state.frame.ends if state.frame is not None else None
            here |= set(introduced)  # who sells is not "it"
            introduced = [before.importer] if before is not None and before.importer is not None else []
        named = (*(each for each in introduced if each not in here), state.context.subject)
        code = next((each for each in named if each is not None and each not in here), None)
        return [Placed(-1, (code,), slot)] if code is not None else []
    return []


def _served(state: State, phrase: Phrase, head: Head, placed: Placed) -> Placed:
    """Return a party as the other end where it was told whose market or supplier it is: "Peru is the main market, with exports of 3 Mt"."""
    if placed.slot is not Slot.SUBJECT or head.use is not Use.NOUN or head.agent or phrase.parties:
        return placed
    first = phrase.chunk.items[0].start
    agents = [each for at, each in state.scanned.of(m.Head) if each.agent and state.scanned.mentions[at].end <= first]
    if not agents or agents[-1].side is not head.side:
        return placed
    return Placed(-1, placed.codes, Slot.TO if head.side is Side.EXPORTER else Slot.FROM)


def _other_end(state: State, phrase: Phrase, slot: Slot) -> list[Placed]:
    """Return the other end of the flow told right before, as "it", and who acts still: "China bought 5 Mt from Peru and sold it 3 Mt"."""
    frame = state.frame
    if frame is None or frame.ends is None or frame.head.agent or phrase.parties:
        return []
    ends = frame.ends
    actor, other = ends.exporter, ends.importer  # of "China's trade with Peru", too, whose it is comes first
    if frame.head.side is Side.IMPORTER:
        actor, other = other, actor
    return [Placed(-1, (other,), slot), Placed(-1, (actor,), Slot.SUBJECT)] if actor is not None and other is not None else []


def _trades_both_ways(phrase: Phrase) -> bool:
    return any(head.side is Side.BOTH for _, head in phrase.heads)


def _is_noun(mention: Mention | None) -> bool:
    head = mention.get(m.Head) if mention is not None else None
    return head is not None and head.use is Use.NOUN


def _buys(head: Head) -> bool:
    return head.use is Use.VERB and head.side is Side.IMPORTER


def _its_purchases(phrase: Phrase, head: Head) -> bool:
    """Whether somebody's purchases are told of that place: "its purchases there", where "imports there" are those of the place."""
    return head.use is Use.NOUN and head.side is Side.IMPORTER and Anaphor.THIS in phrase.pointers


def of_listed(state: State, phrase: Phrase, head: Head, context: Context) -> Frame | None:
    """Return the flow of those who were named right before as a list, with a figure each: "Peru, Chile, Cuba follow: trade was 5, 4, 3"."""
    members = tuple(code for placed in state.listed for code in placed.codes)
    flow, figures = context.flow, [each for each in phrase.figures if phrase.chunk.items[each].mask & m.Figure.bit]
    if len(members) < 2 or len(figures) != len(members) or phrase.parties or flow is None or flow.owner in members:
        return None
    if head.use is not Use.NOUN or head.measure is Measure.BALANCE or phrase.share:
        return None
    told = flow.side if flow.measure is Measure.EXPORTS else Side.BOTH
    buys = told is Side.IMPORTER if told is not Side.BOTH else head.side is Side.IMPORTER
    ends = Ends(exporter=members[0], importer=flow.owner) if buys else Ends(exporter=flow.owner, importer=members[0])
    same = flow.measure is head.measure or head.measure is Measure.EXPORTS
    goods = tuple(dict.fromkeys(each for _, each in phrase.goods)) or ((flow.goods,) if flow.goods is not None and same else ())
    return Frame(head, ends, goods, parties=members, varies="exporter" if buys else "importer")


_BOTH = frozenset({Side.EXPORTER, Side.IMPORTER})


def way_of_trade(state: State, phrase: Phrase, head: Head, before: Frame | None) -> Ends | None:
    """Return the ends of one way of a trade of the two in some goods, of which a sentence tells both: "of which exports 3, imports 2".

    Which good usually goes which way does not matter then.
    """
    trade, flow = state.context.trade, state.context.flow
    if (
        trade is None
        or flow is None
        or trade.partner is None
        or trade.goods is None
        or flow.pair() != trade.pair()
        or state.context.distance > 1
    ):
        return None
    if head.side is Side.BOTH or head.measure is not Measure.EXPORTS or head.weak or head.use is not Use.NOUN or phrase.share:
        return None
    heads = [each for _, each in state.scanned.of(m.Head) if each.use is Use.NOUN and not each.weak and each.measure is Measure.EXPORTS]
    others = [placed for placed in phrase.parties if placed.slot not in {Slot.OWNER, Slot.SUBJECT}]
    if not {each.side for each in heads} >= _BOTH or others or phrase.world or phrase.route:
        return None
    named = [placed.codes[0] for placed in phrase.parties]
    owner = named[0] if len(named) == 1 else _owner_of(before) or trade.owner if not named else None
    if owner is None or owner not in {trade.owner, trade.partner}:
        return None
    other = trade.partner if owner == trade.owner else trade.owner
    ends = Ends(exporter=owner, importer=other, carried=("partner",) if named else ("parties",))
    return ends if head.side is Side.EXPORTER else ends.reversed()


def _owner_of(before: Frame | None) -> str | None:
    """Return whose exports or imports were told right before."""
    if before is None or before.ends is None or before.other is not None or before.head.side is Side.BOTH:
        return None
    return before.ends.importer if before.head.side is Side.IMPORTER else before.ends.exporter

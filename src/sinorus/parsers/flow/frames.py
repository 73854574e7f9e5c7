"""Whose flow: which flow a chunk speaks of, by its own head, by the one before it, or by the text's."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Head, Mark, Role, Side, Use
from sinorus.parsers.bases import roles_of
from sinorus.parsers.context import Context
from sinorus.parsers.flow.alone import alone_named, alone_traded
from sinorus.parsers.flow.buyers import bought_of_it, several_buyers
from sinorus.parsers.flow.claim import Frame
from sinorus.parsers.flow.ends import ends_of
from sinorus.parsers.flow.figure_owner import of_share
from sinorus.parsers.flow.frame_goods import gone_on, of_all_kinds, traded_both_ways
from sinorus.parsers.flow.frame_kind import be_sure, of_cargo, open_end, passes, shares_on, worldwide
from sinorus.parsers.flow.frame_parties import borrow, of_listed, sent_to, way_of_trade
from sinorus.parsers.flow.goods import goods_of, of_unknown
from sinorus.parsers.flow.listed_ends import dealt_before, named_as, party_list, set_against
from sinorus.parsers.flow.made_at_home import go_abroad
from sinorus.parsers.flow.memory import spoken
from sinorus.parsers.flow.moved import both_ways, moving, outbound
from sinorus.parsers.flow.partner import SUBJECTS, crossed
from sinorus.parsers.flow.ranking import end_of_rivals, ranked_partner
from sinorus.parsers.flow.resumed import is_part_of
from sinorus.parsers.flow.share import share_frame, unheld
from sinorus.parsers.flow.share_carried import share_told_on
from sinorus.parsers.flow.state import State
from sinorus.parsers.flow.told_more import widen
from sinorus.parsers.flow.two_ends import Ends, single
from sinorus.parsers.flow.usual import turns_back
from sinorus.parsers.flow.whole import all_of_it
from sinorus.parsers.marks import is_cue, role_of
from sinorus.parsers.phrase import Phrase
from sinorus.parsers.placing import Slot
from sinorus.records import Measure
from sinorus.world.usual import usual_side


def open_frame(state: State, phrase: Phrase, head: tuple[int, Head]) -> None:
    """Begin a new flow."""
    before = state.frame
    widen(state, phrase)
    state.close()
    meaning = head[1]
    phrase.world = phrase.world or (state.world and Anaphor.PARTNER not in phrase.pointers and not _begins_own(phrase, before))
    phrase.route = phrase.route or state.route
    if not phrase.goods and not _apart(state, meaning) and (before is None or phrase.chunk.opener is not Mark.SEMICOLON):
        phrase.goods = list(state.intro_goods)
    context = _spoken(state, before)
    listed = of_listed(state, phrase, meaning, context)
    if listed is None:
        borrow(state, phrase, meaning)
        if before is not None:
            go_abroad(state, phrase, before)
    frame = listed or _passing(state, phrase, meaning) or _named(state, phrase, meaning, context)
    if listed is None and (way := way_of_trade(state, phrase, meaning, before)) is not None:
        frame.ends, frame.fixed = way, True
        frame.goods = frame.goods or tuple(each for each in (state.context.goods,) if each is not None)
    elif listed is None and (all_ends := all_of_it(state, phrase, meaning)) is not None:
        frame.ends, frame.fixed, frame.world = all_ends, True, True
    be_sure(phrase, frame, told=before is not None and before.other is None and not before.head.weak and _same_ends(frame, before))
    again = (Anaphor.REVERSE in phrase.pointers and not phrase.goods) or (
        before is not None and before.ends is not None and not before.ends.carried and _same_ends(frame, before)
    )
    frame.fixed = frame.fixed or again or turns_back(frame, phrase, head[0], context)  # "it bought 4 kt, and 9 kt of fruit from Peru"
    _share_of_tail(state, phrase, frame)
    if not frame.share and shares_on(phrase, meaning, frame, context):
        frame.share = True
        if before is not None and before.ends is not None and before.ends.importer is None:
            frame.goods, frame.varies = frame.goods or before.goods, "importer"  # "it sold 2 Mt, half of it to Peru, Chile took 23%"
    frame.cargo = not phrase.goods and (of_all_kinds(phrase, before, meaning, context) or passes(phrase, frame, context))
    _lend_goods(phrase, meaning, frame, before, context)
    if frame.share and not frame.goods and before is None and not state.intro and unheld(phrase, meaning):
        frame.ends = None
    frame.whole = _is_whole(phrase, meaning)
    if frame.whole and not phrase.of(Slot.FROM) and not phrase.of(Slot.TO):
        open_end(frame)
    frame.route = phrase.route or _route_of(phrase, head, before)
    if frame.ends is not None and frame.ends.carried == ("route",):
        phrase.world = state.world = False  # "in all 5 Mt passed Ilo, of which 3 Mt for export"
    frame.world = phrase.world or worldwide(frame, before, phrase, context)
    frame.cargo = frame.cargo or (Anaphor.REVERSE in phrase.pointers and not frame.goods) or of_cargo(phrase, frame, before, context)
    if not phrase.figures and phrase.route is not None:
        state.route = phrase.route
    _set_beside(phrase, head, frame, before, context)
    if before is not None and _goes_on_as_sure(phrase, before):
        frame.status = before.status
    state.frame = frame
    state.intro, state.intro_goods = [], []
    state.last = state.last if before is not None else None


def _apart(state: State, head: Head) -> bool:
    """Whether the goods named before a head are none of its own: they only make up what was told, or are told of beside the whole."""
    return state.composed or (state.apart and head.measure is Measure.TURNOVER)


def _goes_on_as_sure(phrase: Phrase, before: Frame) -> bool:
    """Whether a clause is as certain as the one before; not so where it was a plan: "9 Mt are to be sold, 3 of which have been shipped"."""
    done = Anaphor.OF_WHICH in phrase.pointers and any(is_cue(item, "flow", "done") for item in phrase.chunk.items)
    return before.other is None and phrase.chunk.opener in {Mark.AND, Mark.COMMA} and phrase.status is None and not done


def _passing(state: State, phrase: Phrase, head: Head) -> Frame | None:
    """Return all that passes another crossing than the one told of: "the flow through Ilo grew too"."""
    route, flow, topic = phrase.route, state.context.flow, state.context.topic
    if not head.weak or head.use is not Use.NOUN or phrase.world or phrase.goods or phrase.parties or phrase.figures:
        return None
    both = crossed(route)
    if both is None or flow is None or topic is None or flow.route == route or (flow.measure is Measure.EXPORTS and flow.goods is None):
        return None
    if topic.measure is not Measure.TURNOVER or topic.goods is not None:
        return None
    ends = Ends(exporter=both[0], importer=both[1], carried=("route",))
    return Frame(Head(Measure.TURNOVER, Side.BOTH), ends, cargo=True, route=route)


def _begins_own(phrase: Phrase, before: Frame | None) -> bool:
    """Whether a clause of its own tells what somebody else does: "Peru as a whole: its imports were 9 Mt; Chile sold 3 Mt"."""
    return before is not None and phrase.chunk.opener is Mark.SEMICOLON and bool(phrase.of(Slot.SUBJECT))


def _is_whole(phrase: Phrase, head: Head) -> bool:
    """Whether a chunk only names the whole of which parts follow: "of the tin that Peru sold", "of what Peru sold"."""
    of_what = phrase.chunk.items[0].mask & _OF_WHAT == _OF_WHAT and head.use is Use.VERB
    return not phrase.figures and (bool(phrase.goods) or of_what) and is_part_of(phrase)


_OF_WHAT = m.Pointer.bit | m.Relation.bit
"""A pointer in one with its preposition: "of what Peru sold"."""


def _set_beside(phrase: Phrase, head: tuple[int, Head], frame: Frame, before: Frame | None, context: Context) -> None:
    """Note where a flow is named, beside which others, and which of its ends a list behind it may vary."""
    index, meaning = head
    pair = phrase.of(Slot.PAIR)
    frame.paired = bool(pair) and context.pair() is not None and set(pair) not in ({*SUBJECTS}, set(context.pair() or ()))
    frame.beside = before is not None and _is_compared(phrase, index)
    frame.start, frame.goal = phrase.chunk.items[0].start, sent_to(phrase)
    frame.source = single(phrase.of(Slot.FROM)) if not phrase.of(Slot.TO) else None
    far = Slot.TO if meaning.side is not Side.IMPORTER else Slot.FROM
    frame.faced = meaning.use is Use.NOUN and bool(phrase.of(far) or (meaning.away and phrase.of(Slot.PLACE)))
    frame.growth = any(movement.use is Use.NOUN and at == index + 1 for at, movement in phrase.movements)
    frame.heads = tuple(each for _, each in phrase.heads if not each.weak)
    if not frame.share and not frame.parties:
        frame.parties, frame.varies = party_list(phrase, meaning)
        sender = phrase.of(Slot.SUBJECT) or phrase.of(Slot.FROM) if phrase.chunk.opener is not Mark.RELATIVE else []
        if Anaphor.THERE in phrase.pointers and frame.varies is None and not sender:
            frame.varies = "importer"  # "Mexico, where 410,000 cars went; Russia, 357,000"
        frame.dealt = named_as(phrase, index, frame.ends) or dealt_before(before, frame.ends)
        frame.varies = frame.varies or frame.dealt
    frame.rivals = end_of_rivals(frame, phrase)
    frame.at_home = any(placed.slot is Slot.SUBJECT and role_of(phrase.item(placed.index - 1)) is Role.FROM for placed in phrase.parties)


def _named(state: State, phrase: Phrase, head: Head, context: Context) -> Frame:
    """Return the flow that a head names, or the share of it."""
    if head.weak and (told_on := share_told_on(phrase, context)) is not None:
        return told_on
    if phrase.share or of_share(phrase) is not None:
        subjects = (
            [placed.codes[0] for placed in state.intro if placed.slot is Slot.SUBJECT]
            or _agent_of(state.frame)
            or _seller_of(phrase, head, state.frame)
        )
        alone = [] if subjects else alone_named(state, phrase)
        shared = share_frame(phrase, head, context, tuple(reversed(subjects or alone)))
        if shared is not None:
            shared.goods = shared.goods or (alone_traded(state) if alone else _goods_of_same(shared, state.frame) if subjects else ())
            shared.ends = _of_trade_told(state, phrase, shared) or _of_way_told(state, phrase, shared) or shared.ends
            return shared
    if (out := outbound(phrase, context)) is not None:
        return Frame(Head(Measure.EXPORTS, Side.EXPORTER, use=Use.VERB), out, goods_of(state, phrase))
    ends, goods = ends_of(head, phrase, context), goods_of(state, phrase)
    if (against := set_against(phrase, head, ends, goods, state.frame)) is not None and state.frame is not None:
        ends, goods = against, goods or state.frame.goods
    ends = ranked_partner(state.scanned, head, phrase, ends)
    open_start = ends is not None and (ends.exporter is None or len(several_buyers(phrase)) > 1)
    if open_start and (bought := bought_of_it(state, phrase, head, context)) is not None:
        return bought
    return Frame(both_ways(moving(head, ends, phrase), phrase, ends), ends, goods)


def _of_trade_told(state: State, phrase: Phrase, shared: Frame) -> Ends | None:
    """Return the two whose trade was just told to have a share of that of one: "trade with Peru leads, and makes up 9% of all trade"."""
    before, ends = state.frame, shared.ends
    if before is None or before.ends is None or ends is None or phrase.chunk.opener is not Mark.COMMA:
        return None
    turnover = before.head.measure is shared.head.measure is Measure.TURNOVER and before.other is None
    pair = (before.ends.exporter, before.ends.importer)
    alone = ends.importer is None and ends.exporter in pair and None not in pair and not shared.goods
    return before.ends if turnover and alone else None


def _of_way_told(state: State, phrase: Phrase, shared: Frame) -> Ends | None:
    """Return the way told before a verb of the other end: "it sent Chile $5bn. Chile buys tin: 9% of the exports"."""
    before, flow, head = state.frame, state.context.flow, shared.head
    if before is not None and (before.other is not None or before.head.use is not Use.VERB):
        return None
    ends = before.ends if before is not None else None
    side = before.head.side if before is not None else flow.side if flow is not None else head.side
    way = (ends.exporter, ends.importer) if ends is not None else flow.way() if flow is not None and before is None else None
    if way is None or phrase.parties or phrase.pointers or not shared.goods or head.use is not Use.NOUN or side in {head.side, Side.BOTH}:
        return None
    told = (each for each in (flow, state.context.topic) if each is not None and each.side is head.side and each.measure is Measure.EXPORTS)
    return Ends(exporter=way[0], importer=way[1]) if None not in way and any(each.way() == way for each in told) else None


def _is_compared(phrase: Phrase, head: int) -> bool:
    """Whether a chunk names a flow only for one before it to be compared with, of whose figures none is told in the chunk."""
    return not phrase.figures and any(Role.AGAINST in roles_of(item) for item in phrase.chunk.items[:head])


def _lend_goods(phrase: Phrase, meaning: Head, frame: Frame, before: Frame | None, context: Context) -> None:
    """Give a flow that names no goods those that it goes on with; what comes back from where they went is something else."""
    if of_unknown(phrase):
        frame.cargo = True
        return
    if not frame.goods and (both := traded_both_ways(frame, context)) is not None:
        frame.goods = (both,)
        return
    if not frame.goods and _comes_back(phrase, frame, context):
        frame.cargo = True
        return
    if not frame.goods and not passes(phrase, frame, context):
        frame.goods = gone_on(phrase, meaning, frame, before, context)
        frame.lent = bool(frame.goods) and before is None


def _comes_back(phrase: Phrase, frame: Frame, context: Context) -> bool:
    """Whether goods come from where those just told of went, and cannot be the same: "3 Mt of coal went to Peru; 1 Mt came from there"."""
    flow, ends, (only, count) = context.flow, frame.ends, context.sole
    named = frame.head.use is Use.VERB and any(placed.slot is Slot.FROM and not placed.body for placed in phrase.parties)
    if not named or ends is None or flow is None or flow.goods is None or flow.side is Side.BOTH or (only is not None and count > 1):
        return False
    seller, buyer = flow.way()
    back = ends.exporter is not None and (ends.exporter, ends.importer) == (buyer, seller)
    return back and usual_side(flow.goods, ends.exporter or "") == "importer"


def _route_of(phrase: Phrase, head: tuple[int, Head], before: Frame | None) -> str | None:
    """Return the route of the clause before where a clause omits its verb: "by Ilo 5 Mt went to Peru, and 2 Mt from Peru"."""
    if before is None or before.other is not None:
        return None
    part = Anaphor.OF_WHICH in phrase.pointers  # "22 Mt passed Ilo, of which 19 Mt went to Peru"
    closed = phrase.chunk.opener in {Mark.COMMA, Mark.CLOSE}
    way = before.head.measure is Measure.EXPORTS and closed and not (phrase.parties or phrase.goods)
    return before.route if head[0] in phrase.figures or part or way or _goes_on_by(phrase, head[1], before) else None


def _goes_on_by(phrase: Phrase, head: Head, before: Frame) -> bool:
    """Whether a clause tells more of what passed a border the same way: 经口岸进口铜9吨；以一般贸易方式进口2吨."""
    same = head.side is before.head.side and head.measure is before.head.measure is Measure.EXPORTS
    return same and phrase.chunk.opener in {Mark.COMMA, Mark.SEMICOLON} and not (phrase.parties or phrase.world)


def _seller_of(phrase: Phrase, head: Head, before: Frame | None) -> list[str]:
    """Return whose deliveries a verb goes on with, which cover so much of the other's: "sales to Peru grew and made up 9% of imports"."""
    verb, ends = phrase.chunk.items[0].get(m.Share), before.ends if before is not None else None
    joined = phrase.chunk.opener in {Mark.AND, Mark.COMMA} and verb is not None and verb.use is Use.VERB
    if before is None or ends is None or not joined or before.other is not None or before.head.measure is not Measure.EXPORTS:
        return []
    whole, part = (ends.importer, ends.exporter) if head.side is Side.IMPORTER else (ends.exporter, ends.importer)
    named = phrase.of(Slot.OWNER) or phrase.of(Slot.OF)
    one_way = head.use is Use.NOUN and head.side is not Side.BOTH
    return [part] if part is not None and one_way and named == [whole] else []


def _goods_of_same(shared: Frame, before: Frame | None) -> tuple[str, ...]:
    """Return the goods of the flow before, of which a share is told between the same two."""
    if before is None or before.ends is None or shared.ends is None or before.other is not None:
        return ()
    if not before.head.measure is shared.head.measure is Measure.EXPORTS:
        return ()
    return before.goods if (before.ends.exporter, before.ends.importer) == (shared.ends.exporter, shared.ends.importer) else ()


def _agent_of(before: Frame | None) -> list[str]:
    """Return who was just told to supply, buy or be a partner: "Peru was its second supplier, accounting for 9% of the imports"."""
    if before is None or before.ends is None:
        return []
    if before.head.side is Side.BOTH and before.head.weak and before.head.use is Use.NOUN and before.ends.importer is not None:
        return [before.ends.importer]
    if not before.head.agent:
        said = before.head.use is Use.NOUN and before.head.weak  # "Peru was the main buyer of tin, taking 9% of the exports"
        end = {"importer": before.ends.importer, "exporter": before.ends.exporter}.get(before.dealt or "") if said else None
        return [end] if end is not None else []
    agent = before.ends.exporter if before.head.side is Side.IMPORTER else before.ends.importer
    return [agent] if agent is not None else []


def _same_ends(frame: Frame, before: Frame) -> bool:
    """Whether a flow goes the same way as the one before it."""
    one, other = frame.ends, before.ends
    return one is not None and other is not None and (one.exporter, one.importer) == (other.exporter, other.importer)


def _share_of_tail(state: State, phrase: Phrase, frame: Frame) -> None:
    """A share in brackets is that of the goods before them: "cars (38% of the imports)"."""
    if frame.share and phrase.chunk.opener is Mark.OPEN and not frame.goods and not phrase.parties and state.ending.goods is not None:
        frame.goods = (state.ending.goods,)


def _spoken(state: State, before: Frame | None) -> Context:
    """Return the context with the flow named earlier in this very sentence."""
    if before is None or before.ends is None or before.other is not None:
        return state.context
    return spoken(state.context, before.head, before.ends, before.goods, share=before.share)

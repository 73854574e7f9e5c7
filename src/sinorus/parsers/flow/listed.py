"""Whom a chunk without a head names: the parties of a member of a list, be they told before it or only pointed to."""

from itertools import pairwise

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Mark, Role, Side, Use
from sinorus.parsers.flow.claim import Frame
from sinorus.parsers.flow.partner import SUBJECTS
from sinorus.parsers.flow.state import State
from sinorus.parsers.marks import mark_of, role_of
from sinorus.parsers.office import official
from sinorus.parsers.phrase import Phrase, Placed
from sinorus.parsers.placing import Slot, owned
from sinorus.records import Measure


def named_last(state: State, phrase: Phrase) -> str | None:
    """Return the country to which "the bloc" or "that country" points: named last in the sentence, or first in the one before."""
    if state.context.whole_of is not None and Anaphor.OVERALL in phrase.pointers | state.pointers:
        return state.context.whole_of  # "in all the country bought 9 Mt", behind a list of its suppliers
    before = [placed.codes[0] for placed in state.intro if len(placed.codes) == 1]
    if Anaphor.COUNTRY not in phrase.pointers:
        return _served(state, phrase)
    if not before and (goal := _goal_told(state, phrase)) is not None:
        return goal
    if not before and (back := _sent_back(state, phrase)) is not None:
        return back
    if phrase.unnamed[0].slot is Slot.OWNER and (speaker := _speaks(state, phrase) or _trades_in_it(state, phrase)) is not None:
        return speaker
    here = {code for placed in phrase.parties for code in placed.codes}
    if phrase.share and not here:  # "Peru, once the first customer, takes 9% of the country's exports"
        here = {placed.codes[0] for placed in state.intro if placed.slot is Slot.SUBJECT and len(placed.codes) == 1}
    counting = state.context.counting
    if counting is not None and not before and phrase.unnamed[0].slot in {Slot.OWNER, Slot.SUBJECT} and here <= {counting}:
        return counting  # "according to Peru's customs, the country's exports …"
    if not before and phrase.unnamed[0].slot is Slot.OWNER:
        before = _named_before(state, phrase)
    third = [code for code in state.context.pair() or () if code not in SUBJECTS]
    told = (*third, state.context.subject) if state.context.subject in SUBJECTS else (state.context.subject,)
    pair = (state.context.pair() or ()) if phrase.share else ()  # "the country took 9% of Peru's exports" is none of Peru's
    return next((code for code in (*reversed(before), *told, *pair) if code is not None and code not in here), None)


def _goal_told(state: State, phrase: Phrase) -> str | None:
    """Return the buyer in the flow just told, where more of it goes "to the republic": "Peru sold Chile 9 Mt. Exports to the country …"."""
    flow, head = state.context.flow, phrase.heads[0][1] if phrase.heads else None
    if flow is None or flow.measure is not Measure.EXPORTS or head is None or head.side is not Side.EXPORTER:
        return None
    goes = len(phrase.unnamed) == 1 and phrase.unnamed[0].slot is Slot.TO and not phrase.parties
    return flow.way()[1] if goes and state.context.distance <= 1 else None


def _trades_in_it(state: State, phrase: Phrase) -> str | None:
    """Return who stands at the noun's side of a flow of its goods: "it bought 9 Mt of tin from Peru; the country's tin imports were 20"."""
    head, flow, frame = phrase.heads[0][1] if phrase.heads else None, state.context.flow, state.frame
    if head is None or head.use is not Use.NOUN or head.weak or head.side is Side.BOTH or len(phrase.goods) != 1:
        return None
    good = phrase.goods[0][1]
    seller: str | None = None
    buyer: str | None = None
    if frame is not None and frame.ends is not None and frame.head.measure is Measure.EXPORTS and good in frame.goods:
        seller, buyer = frame.ends.exporter, frame.ends.importer
    elif frame is None and flow is not None and flow.side is not Side.BOTH and flow.goods == good and state.context.distance <= 1:
        seller, buyer = flow.way()
    if None in {seller, buyer}:
        return None
    return seller if head.side is Side.EXPORTER else buyer


def _speaks(state: State, phrase: Phrase) -> str | None:
    """Return whose ministry or minister says something of "the country's" trade: "Peru's farm ministry expects the country's exports …"."""
    end = phrase.chunk.items[phrase.unnamed[0].index].start
    said = [item for item in state.scanned.mentions if item.end <= end and item.mask & (m.Body.bit | m.Party.bit | m.Leader.bit)]
    if not said:
        return None
    body, party = said[-1].get(m.Body), said[-2].get(m.Party) if len(said) > 1 and said[-1].mask & m.Leader.bit else None
    if body is not None and official(body):
        return body.country
    return party.codes[0] if party is not None and len(party.codes) == 1 else None


def _served(state: State, phrase: Phrase) -> str | None:
    """Return to whom goods go that a pronoun only points at: named before in the sentence, the buyer spoken of, or who it was about."""
    context, here = state.context, {code for placed in phrase.parties for code in placed.codes}
    flow = context.flow if context.flow is not None and context.flow.measure is Measure.EXPORTS else None
    buyer = flow.way()[1] if flow is not None else None
    named = sorted((placed for placed in state.intro if len(placed.codes) == 1), key=lambda placed: placed.slot is not Slot.SUBJECT)
    told = (*(placed.codes[0] for placed in named), buyer, context.subject, *(context.pair() or ()))
    return next((code for code in told if code is not None and code not in here), None)


_WITH_SHARE = m.Relation.bit | m.Share.bit | m.Respectively.bit
"""What stands before the share of whoever was named right before it: "Peru, the third one, with a share of 9%"."""


def _named_before(state: State, phrase: Phrase) -> list[str]:
    """Return the countries that the sentence names before a chunk, in whatever role."""
    start = phrase.chunk.items[0].start
    named = (party for item in state.scanned.mentions if item.end <= start and (party := item.get(m.Party)) is not None)
    return [party.codes[0] for party in named if len(party.codes) == 1]


def _sent_back(state: State, phrase: Phrase) -> str | None:
    """Return the partner in the flow just told, where the other way is told of "the country": "it sold China fish; imports from …"."""
    flow, head = state.context.flow, phrase.heads[0][1] if phrase.heads else None
    if flow is None or flow.goods is not None or flow.measure is not Measure.EXPORTS or head is None or phrase.goods:
        return None
    back = head.side is not Side.BOTH and head.side is flow.side.facing and head.use is Use.NOUN and not head.weak
    return flow.partner if back else None


def named_in(state: State, phrase: Phrase, frame: Frame) -> list[Placed]:
    """Return the parties of a chunk, or those named right before it; goods named there become its own."""
    in_brackets(state, phrase)
    lead = phrase.chunk.items[: phrase.figures[0]] if phrase.figures else []
    goes_on = bool(lead) and (lead[0].mask & (m.Movement.bit | m.Level.bit) or all(each.mask & _WITH_SHARE for each in lead))
    led = state.fresh and bool(goes_on) and _only_of_goods(phrase)
    if phrase.figures and (led or not lead or (len(lead) == 1 and (lead[0].mask & m.Relation.bit or Anaphor.OF_WHICH in phrase.pointers))):
        before = state.listed or state.intro
        phrase.parties = before if led and before else phrase.parties or before
        phrase.goods = phrase.goods or state.intro_goods
        state.intro, state.intro_goods = [], []
    ends = frame.ends
    last, opener = state.ending.party, phrase.chunk.opener
    if not phrase.parties and last is not None and opener is Mark.COMMA and any(mark_of(item) is Mark.RELATIVE for item in lead):
        phrase.parties = [Placed(-1, (last,), Slot.SUBJECT)]  # "and Peru, with which it was 3 Mt"
    if phrase.chunk.opener is Mark.RELATIVE and not phrase.parties and frame.dealt is not None and ends is not None:
        named = state.ending.party if state.ending.party not in {None, ends.exporter, ends.importer} else None
        phrase.parties = [Placed(-1, (named,), Slot.SUBJECT)] if named is not None else []
    return [
        each
        for each in phrase.parties
        if not _is_passed(phrase, each)
        and (each.slot is not Slot.RIVAL or _owns_figure(phrase, each, level=not frame.share))
        and not (each.slot is Slot.PLACE and phrase.status is not None and each.index < phrase.status_at)  # "traders in Dubai expect …"
    ]


def _is_passed(phrase: Phrase, placed: Placed) -> bool:
    """Whether a party is only the town or land through which goods pass: "3 Mt of them by the line of Skovorodino"."""
    return phrase.item(placed.index) is not None and role_of(phrase.item(placed.index - 1)) is Role.VIA


def _only_of_goods(phrase: Phrase) -> bool:
    """Whether all that a chunk names is of what goods its figure is: "Korea, once the main buyer, made do with 5 kt of Peruvian crab"."""
    first = phrase.figures[0]
    return all(at > first for at, _ in phrase.goods) and all(each.slot is Slot.ORIGIN and each.index > first for each in phrase.parties)


def in_brackets(state: State, phrase: Phrase) -> None:
    """Give a figure in brackets the party or good right before them: "… was first, Mexico (415,000) and Belgium (217,000) followed"."""
    lead = phrase.chunk.items[: phrase.figures[0]] if phrase.figures else []
    bare = phrase.figures and all(item.mask & m.Share.bit for item in lead) and not phrase.parties
    bare = bare and (not phrase.goods or (state.ending.party is not None and _only_of_goods(phrase)))
    told = state.draft.frame if state.draft is not None else state.frame
    ends = told.ends if told is not None else None
    listed = state.draft is not None and state.ending.goods in state.draft.frame.goods
    listed = listed or (ends is not None and state.ending.party in {ends.exporter, ends.importer} and state.ending.party is not None)
    if phrase.chunk.opener is Mark.OPEN and bare and listed and told is not None and state.draft is None:
        _lists_end(told, state.ending.party)
    if phrase.chunk.opener is Mark.OPEN and bare and not listed and (state.ending.party is not None or state.ending.goods is not None):
        named = state.ending.party
        phrase.parties = [Placed(-1, (named,), state.ending.slot or Slot.SUBJECT)] if named is not None else []
        phrase.goods = phrase.goods or [(-1, each) for each in (state.ending.joined, state.ending.goods) if each is not None]
        state.intro, state.intro_goods = [], []


def _lists_end(frame: Frame, named: str | None) -> None:
    """Let a list go on at the end of a flow behind which the first figure stands: "from Peru (4 Mt), Chile (3 Mt) and Bolivia (1 Mt)"."""
    ends, head = frame.ends, frame.head
    if ends is None or named is None or None in {ends.exporter, ends.importer} or frame.share or frame.varies or frame.dealt:
        return
    doer = ends.importer if head.side is Side.IMPORTER else ends.exporter
    if head.side is not Side.BOTH and named != doer:
        frame.varies = "exporter" if named == ends.exporter else "importer"


def _owns_figure(phrase: Phrase, placed: Placed, *, level: bool) -> bool:
    """Whether a party that is compared with has a figure of its own: "less than Germany's 9.6 per cent", "ahead of Peru with 9 Mt"."""
    if level and owned(phrase.chunk.items, placed.index):
        figure = phrase.item(placed.index + 2)
        return figure is not None and bool(figure.mask & m.Figure.bit)  # "less than Peru's 9 Mt"
    if level and (role_of(phrase.item(placed.index + 1)) is not Role.WITH or phrase.parties[0] is not placed):
        return False  # nor "Peru followed Chile with 9 Mt"
    between = [at for at in phrase.figures if at > placed.index]
    items = phrase.chunk.items
    return bool(between) and all(item.mask & m.Relation.bit for item in items[placed.index + 1 : between[0]])


def is_joint(phrase: Phrase, placed: list[Placed]) -> bool:
    """Whether parties of one role are joined before the figures: "Italy and the Netherlands followed with $5bn each"."""
    if len(placed) < 2 or len({each.slot for each in placed}) > 1 or not phrase.figures or placed[-1].index > phrase.figures[0]:
        return False
    if all(each.index < 0 for each in placed):  # "Iraq and Malaysia came third and fourth, with 5 Mt and 4 Mt"
        alone = len(phrase.figures) == 1 and placed[0].slot is Slot.FROM  # "from Iraq and Malaysia together came 9 Mt"
        return alone or len(placed) == len(phrase.figures)
    joints = (phrase.item(left.index + 1) if right.index == left.index + 2 else None for left, right in pairwise(placed))
    return all(joint is not None and joint.mask & m.Punctuation.bit for joint in joints)

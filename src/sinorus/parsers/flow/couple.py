"""The former and the latter: the two goods or countries that were named last as a pair."""

from collections.abc import Sequence

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Head, Mark, Role, Side
from sinorus.parsers.flow.claim import Frame
from sinorus.parsers.flow.figure_part import RELATIVE
from sinorus.parsers.flow.resumed import BACK
from sinorus.parsers.flow.series import level_of
from sinorus.parsers.flow.state import State
from sinorus.parsers.flow.two_ends import Ends
from sinorus.parsers.marks import mark_of, role_of
from sinorus.parsers.phrase import Phrase, Placed
from sinorus.parsers.placing import Slot
from sinorus.records import Measure
from sinorus.scan.mention import Mention, meanings_of

Couple = tuple[str, str]
"""Two goods by their ids, or two countries by their codes, in the order of the text."""
_NAMES = m.Goods.bit | m.Party.bit
_JOINTS = m.Punctuation.bit | m.Relation.bit
_POSITION = {Anaphor.FORMER: 0, Anaphor.LATTER: 1}


def name_member(state: State, phrase: Phrase) -> None:
    """Let "the former" or "the latter" be what it stands for, where two things have been named as a pair."""
    pointed = phrase.pointers & _POSITION.keys()
    if len(pointed) != 1:
        return
    start = phrase.chunk.items[0].start
    before = [each for each in state.scanned.mentions if each.start < start]
    if not (phrase.heads or phrase.parties or phrase.goods or any(each.mask & _NAMES for each in before)) and _take_flow(state, phrase):
        return
    if Anaphor.FIGURE in phrase.pointers:
        return  # the figures told, not the goods named: "9 kt, mostly tin and zinc, left. The first figure …"
    couple = couple_of(before) or _partners(state) or _last_two(before) or state.context.couple
    if couple is None:
        return
    named = couple[_POSITION[pointed.pop()]]
    ends = state.frame.ends if state.frame is not None and not phrase.heads else None
    if ends is not None and named in {ends.exporter, ends.importer}:
        return  # "9 Mt went to Peru, 3 Mt to Chile, the latter up 5%": of it is told already
    at = next(index for index, item in enumerate(phrase.chunk.items) if item.mask & m.Pointer.bit)
    if named.isupper() and phrase.parties and (at or any(named in placed.codes for placed in phrase.parties)):
        return
    if named.isupper():
        phrase.parties = [Placed(at, (named,), Slot.SUBJECT), *phrase.parties]
    elif not named.isupper() and not phrase.goods:
        phrase.goods = [(at, named)]
    phrase.pointers -= {Anaphor.THIS}


def _take_flow(state: State, phrase: Phrase) -> bool:
    """Turn to the first or second of the two flows of the sentence before: "exports were $9bn, imports $5bn. The former figure fell …"."""
    told = state.context.series
    if len(told) != len(_POSITION) or state.context.distance > 1 or not phrase.chunk.mask & (m.Figure.bit | m.Movement.bit):
        return False
    flow = told[_POSITION[(phrase.pointers & _POSITION.keys()).pop()]]
    level, first = level_of(flow), next(iter(phrase.told()), None)
    if first is not None and first.quantity.dimension not in RELATIVE and (level is None or first.quantity.unit not in {level.unit, "1"}):
        return False  # a weight was told, and its worth is told now
    seller, buyer = (end.code if end is not None else None for end in (flow.exporter, flow.importer))
    side = Side.BOTH if flow.measure is Measure.TURNOVER else Side.EXPORTER
    goods = (flow.commodity.id,) if flow.commodity is not None else ()
    route = flow.via if flow.via is None or isinstance(flow.via, str) else flow.via.id
    state.close()
    ends = Ends(exporter=seller, importer=buyer, carried=("flow",))
    start = phrase.chunk.items[0].start
    state.frame = Frame(Head(flow.measure, side), ends, goods, cargo=not goods, route=route, start=start, fixed=True)
    state.period = state.period or flow.period
    phrase.pointers -= {*_POSITION, *BACK}
    return True


def _partners(state: State) -> Couple | None:
    """Return the two partners of whom the sentence has told: "it sold Peru 9 Mt and Chile 3 Mt; a year ago the former had bought …"."""
    ends: list[tuple[str | None, str | None]] = [
        (each.exporter.code if each.exporter else None, each.importer.code if each.importer else None) for each in state.records
    ]
    if state.frame is not None and state.frame.ends is not None:
        ends.append((state.frame.ends.exporter, state.frame.ends.importer))
    pairs = list(dict.fromkeys(ends))
    if len(pairs) != 2:
        return None
    (seller, buyer), (other_seller, other_buyer) = pairs
    first, second = (buyer, other_buyer) if seller == other_seller else (seller, other_seller) if buyer == other_buyer else (None, None)
    return (first, second) if first is not None and second is not None else None


def _last_two(mentions: Sequence[Mention]) -> Couple | None:
    """Return the last two goods named, where there are more: "of oils 9 Mt, of it rapeseed oil 3 Mt, soybean oil 2 Mt, the latter …"."""
    goods = list(dict.fromkeys(each.id for _, each in meanings_of(mentions, m.Goods)))
    return (goods[-2], goods[-1]) if len(goods) > 1 else None


def couple_told(state: State) -> Couple | None:
    """Return the pair that a sentence leaves behind: the two goods of which it told, or those that it names."""
    goods = list(dict.fromkeys(record.commodity.id for record in state.records if record.commodity is not None))
    return (goods[0], goods[1]) if len(goods) == 2 else couple_of(state.scanned.mentions)


def couple_of(mentions: Sequence[Mention]) -> Couple | None:
    """Return the last two things joined to each other and to no third one; failing that, the only two goods named."""
    for index in range(len(mentions) - 2, 0, -1):
        joint = mentions[index]
        if not joint.mask & _JOINTS or not mentions[index - 1].mask & _NAMES or not mentions[index + 1].mask & _NAMES:
            continue
        if mark_of(joint) is not Mark.AND and role_of(joint) is not Role.WITH:
            continue
        left, right = _name(mentions[index - 1]), _name(mentions[index + 1])
        beside = (mentions[at] for at in (index - 2, index + 2) if 0 <= at < len(mentions))
        longer = any(mark_of(each) is Mark.AND for each in beside)
        if left is not None and right is not None and left.isupper() is right.isupper() and not longer:
            return left, right
    goods = list(dict.fromkeys(each.id for _, each in meanings_of(mentions, m.Goods)))
    return (goods[0], goods[1]) if len(goods) == 2 else None


def _name(mention: Mention) -> str | None:
    """Return the id of a good or the code of a country."""
    goods, party = mention.get(m.Goods), mention.get(m.Party)
    if goods is not None:
        return goods.id
    return party.codes[0] if party is not None and len(party.codes) == 1 else None

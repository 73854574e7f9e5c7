"""Of which goods a chunk speaks: those it names, those a figure measures, or those it points back at."""

from collections.abc import Sequence

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Role, Use
from sinorus.parsers.bases import roles_of
from sinorus.parsers.context import Context
from sinorus.parsers.flow.sorts import is_sort
from sinorus.parsers.flow.state import State
from sinorus.parsers.marks import made_for, role_of
from sinorus.parsers.phrase import Phrase
from sinorus.scan.mention import Mention
from sinorus.world import commodity

_NEAR = 2


def goods_of(state: State, phrase: Phrase) -> tuple[str, ...]:
    """Return the goods of a chunk: those it names, or those it points back at."""
    measured = _measured_goods(phrase)
    if measured:
        sort = sort_spoken_of(state.context, measured)
        return measured if sort is None else (sort,)
    if phrase.goods:
        phrase.goods = _before_figure(phrase)
        named = tuple(dict.fromkeys(each for _, each in phrase.goods))
        finer = _spoken_of_finer(state, phrase) or sort_spoken_of(state.context, named) or _sort_of_text(state, phrase, named)
        return (finer,) if finer is not None else named
    if (named_before := _before_which(state, phrase)) is not None:
        return (named_before,)
    if not _points_at_goods(phrase):
        return ()
    if state.frame is not None and state.draft is not None and state.draft.level and len(state.frame.goods) == 1:
        return state.frame.goods  # "of barley 6 Mt were sold, 1.4 Mt of them to Peru"
    back = state.context.noted or state.context.goods
    return (back,) if back is not None else ()


def _before_which(state: State, phrase: Phrase) -> str | None:
    """Return the good named last before "of which": "ore made way for steel, of which it sold 5 Mt"."""
    pointer = phrase.chunk.items[0].get(m.Pointer)
    return state.ending.goods if pointer is not None and pointer.to is Anaphor.OF_WHICH and phrase.chunk.opener is not None else None


_SORTS = {
    "precious-metals": frozenset({"gold"}),
    "oil": frozenset({"crude-oil"}),
    "minerals": frozenset({"iron-ore", "copper-ore"}),
    "gas": frozenset({"natural-gas"}),
}
"""Kinds that a text may name for the one sort of which it tells: "oil" for crude oil."""


def sort_spoken_of(context: Context, named: tuple[str, ...]) -> str | None:
    """Return the sort of which the text tells, where only its kind is named, be it with a figure: "5 Mt of Peruvian oil"."""
    sorts = _SORTS.get(named[0], frozenset()) if len(named) == 1 else frozenset()
    told = (context.flow.goods if context.flow is not None else None, context.topic.goods if context.topic is not None else None)
    return next((good for good in told if good in sorts), None)


def _sort_of_text(state: State, phrase: Phrase, named: tuple[str, ...]) -> str | None:
    """Return the sort that the text is about, where a list of partners only names its kind: "coking coal … Peruvian coal 5 Mt"."""
    flow, topic, items = state.context.flow, state.context.topic, phrase.chunk.items
    if flow is None or topic is None or flow.goods is None or len(named) != 1 or len(phrase.goods) != 1 or phrase.heads:
        return None
    at = phrase.goods[0][0]
    partners = 0 < at < len(items) and bool(items[at - 1].mask & m.Party.bit) and items[at].start - items[at - 1].end <= 1
    sort = flow.goods if topic.goods in {None, flow.goods} else None
    return sort if partners and sort is not None and named[0] in commodity(sort).ancestors() else None


def _spoken_of_finer(state: State, phrase: Phrase) -> str | None:
    """Return the good spoken of, where a word that is more than a good names its kind only: 供油 in a text about crude oil."""
    (at, each), *more = phrase.goods
    items = phrase.chunk.items
    word = items[at] if 0 <= at < len(items) and items[at].mask & m.Goods.bit else None
    if more or word is None or not word.mask & (m.Head.bit | m.Party.bit | m.Pointer.bit):
        return None
    if word.mask & m.Pointer.bit:
        here = state.frame.goods if state.frame is not None else ()
        return next((good for good in (*here, *_told(state.context)) if is_sort(good, each)), None)
    codes = set(commodity(each).hs)
    return next((good for good in _told(state.context) if good != each and set(commodity(good).hs) <= codes), None)


def is_means(mentions: Sequence[Mention], index: int) -> bool:
    """Whether goods are moved "by" or "via" it, or made for it: "by ship", "through Kazakh pipes", "tyres for trucks"."""
    if made_for(mentions, index):
        return True
    before = mentions[index - 1] if index else None
    if before is None or mentions[index].start - before.end > _NEAR:
        return False
    if before.mask & m.Party.bit and index > 1:
        return role_of(mentions[index - 2]) is m.Role.VIA and before.start - mentions[index - 2].end <= _NEAR
    return role_of(before) in {m.Role.BY, m.Role.VIA}


def meant(phrase: Phrase, context: Context) -> tuple[str, ...]:
    """Return the goods that a chunk names, each kind that only takes up a good told before as that good."""
    items, found = phrase.chunk.items, []
    if not phrase.goods and Anaphor.GOODS in phrase.pointers:
        return tuple(_told(context)[:1])  # "half of all imports of the metal"
    for at, each in phrase.goods:
        kind = 0 <= at < len(items) and items[at].mask & m.Goods.bit and items[at].mask & m.Pointer.bit
        found.append(next((good for good in _told(context) if kind and is_sort(good, each)), each))
    sort = sort_spoken_of(context, tuple(found))
    return tuple(dict.fromkeys(found)) if sort is None else (sort,)


def _told(context: Context) -> list[str]:
    told = (context.noted, context.goods, context.topic.goods if context.topic is not None else None)
    return [good for good in told if good is not None]


def _before_figure(phrase: Phrase) -> list[tuple[int, str]]:
    """Return the goods without those behind the figure that only end a list ("timber: 230,000 m3, and coal") or say what is counted."""
    if len(phrase.figures) != 1 or len(phrase.goods) < 2:
        return phrase.goods
    at, items = phrase.figures[0], phrase.chunk.items
    pieces = [
        pair for pair in phrase.goods if pair[0] == at + 1 and any(is_sort(each, pair[1]) for _, each in phrase.goods if each != pair[1])
    ]
    if pieces:
        return [pair for pair in phrase.goods if pair not in pieces]  # "exports of trucks rose to 9,000 vehicles"
    own = [pair for pair in phrase.goods if pair[0] == at - 1]
    tail = at + 2 < len(items) and items[at + 1].mask & m.Punctuation.bit and items[at + 2].mask & m.Goods.bit
    return [pair for pair in phrase.goods if pair[0] < at] if own and tail else phrase.goods


_WORD = 6
"""Characters that an article takes, with its blanks, at most."""
_KNOWN = m.Goods.bit | m.Party.bit | m.Body.bit | m.Pointer.bit | m.World.bit | m.Head.bit | m.OtherMeasure.bit | m.Share.bit


def of_unknown(phrase: Phrase) -> bool:
    """Whether what a noun of trade is of is a word that no register knows: "exports of gizmos to Peru"."""
    items = phrase.chunk.items
    head = next((at for at, each in phrase.heads if each.use is Use.NOUN), len(items))
    if phrase.goods or head + 2 >= len(items) or Role.OF not in roles_of(items[head + 1]) or items[head + 1].start - items[head].end > 1:
        return False
    return not items[head + 2].mask & _KNOWN and items[head + 2].start - items[head + 1].end >= _WORD


def _measured_goods(phrase: Phrase) -> tuple[str, ...]:
    """Return the goods of which a figure says how much: "11 million tons of crude oil", "of aluminium and copper"."""
    items = phrase.chunk.items
    for at, each in phrase.goods:
        before = [item for item in items[max(at - 3, 0) : at] if not item.mask & m.Party.bit]
        if len(before) >= 2 and before[-2].mask & m.Figure.bit and role_of(before[-1]) is m.Role.OF:
            return (each, *_listed_goods(phrase, at))
    return ()


def _listed_goods(phrase: Phrase, index: int) -> list[str]:
    """Return the goods joined to the one at `index`."""
    items, found = phrase.chunk.items, dict(phrase.goods)
    listed: list[str] = []
    while index + 2 < len(items) and items[index + 1].mask & m.Punctuation.bit and index + 2 in found:
        index += 2
        listed.append(found[index])
    return listed


def goods_spoken_of(context: Context, *, world: bool = False) -> tuple[str, ...]:
    """Return the goods of deliveries that name none: those of the flow just told, or of the sentence before."""
    flow, noted, topic = context.flow, context.noted, context.topic
    if context.back_to_all():
        return ()
    if world and flow is not None and topic is not None and flow.goods is not None and topic.goods in commodity(flow.goods).ancestors():
        return (topic.goods,) if topic.goods is not None else ()  # "in all, 40 Mt": of coal, after some coking coal
    if flow is not None and flow.goods is not None:
        kin = noted is not None and set(commodity(noted).ancestors()) & set(commodity(flow.goods).ancestors())
        return (noted,) if noted is not None and kin and context.distance > 1 else (flow.goods,)
    return (context.noted,) if context.noted is not None and context.distance > 1 else ()


def _of_theirs(phrase: Phrase) -> bool:
    """Whether somebody pays for what others make: "for their products"."""
    items = phrase.chunk.items
    for index, item in enumerate(items[2:], 2):
        wares, whose = item.get(m.Pointer), items[index - 1].get(m.Pointer)
        if wares is not None and whose is not None and wares.to is Anaphor.WARES and whose.to is Anaphor.THIS:
            return role_of(items[index - 2]) is m.Role.FOR
    return False


def _points_at_goods(phrase: Phrase) -> bool:
    """Whether a pointer stands for goods: "these products", or "imports of it"."""
    if Anaphor.GOODS in phrase.pointers:
        return True
    if not phrase.chunk.mask & m.Pointer.bit:
        return False
    if Anaphor.WARES in phrase.pointers:
        return _of_theirs(phrase)
    for index, item in enumerate(phrase.chunk.items):
        pointer = item.get(m.Pointer)
        if pointer is None or pointer.to not in {Anaphor.THIS, Anaphor.OF_WHICH}:
            continue
        if pointer.to is Anaphor.OF_WHICH:
            last = index == len(phrase.chunk.items) - 1  # "exports of 5 Mt, including" leads to a list
            if index and not last and phrase.chunk.items[index - 1].mask & (m.Head.bit | m.Figure.bit):
                return True
            continue
        before = phrase.chunk.items[index - 1] if index else None
        verb = before.get(m.Head) if before is not None else None
        if role_of(before) is m.Role.OF or (verb is not None and verb.use is Use.VERB and not _sells_so_much(phrase, index, verb)):
            return True
    return False


def _sells_so_much(phrase: Phrase, index: int, verb: m.Head) -> bool:
    """Whether a pronoun behind a verb of selling is the buyer, for what is sold stands behind it: "it sold it 9% more"."""
    behind = phrase.chunk.items[index + 1 : index + 2]
    return verb.side is m.Side.EXPORTER and bool(behind) and bool(behind[0].mask & (m.Figure.bit | m.Goods.bit))

"""Commodity mentions: goods that a sentence names as traded, or to be traded, by China or Russia.

A good counts beside a word of trade, or with a figure that goes on with a flow. Prices, production, stocks, mines and
pipelines name goods too, and do not count.
"""

from sinorus import world
from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Mark, Role
from sinorus.parsers.context import Context
from sinorus.parsers.flow.claim import COUNTED
from sinorus.parsers.flow.goods import is_means, sort_spoken_of
from sinorus.parsers.flow.sorts import is_sort
from sinorus.parsers.marks import acts, is_cue, mark_of, role_of
from sinorus.parsers.parsed import Parsed
from sinorus.parsers.sector import among_fields
from sinorus.parsers.talk import HOME
from sinorus.records import CommodityMention, Evidence
from sinorus.scan.mention import Mention, meanings_of
from sinorus.scan.sentence import Scanned

_EMPTY = Parsed()
_WHO = m.Party.bit | m.Pointer.bit | m.Body.bit
_FRESH = 3
_SUBJECTS = m.Party.bit | m.Body.bit | m.Figure.bit
_DEAL = m.AgreementNoun.bit | m.AgreementVerb.bit | m.Intent.bit | m.SettlementWord.bit
_BORDERS = frozenset({Mark.SEMICOLON, Mark.CONTRAST})
_WAYS = frozenset({Role.FROM, Role.TO, Role.FOR})
CARRIERS = frozenset({"ships", "tankers", "trucks", "containers", "aircraft", "helicopters", "railway-equipment", "locomotives", "wagons"})
"""Goods that mostly carry others: they count only beside a plain word of trade."""
_HEADING = 30
_WHEELED = frozenset({"vehicles", "trailers", "railcars"})
_MADE = frozenset({"maker", "production"})
_LYING = frozenset({Role.OF, Role.IN, Role.BY})
"""Roles of a case in which a country stands where something lies, and not to which it goes."""


def commodities(scanned: Scanned, context: Context) -> Parsed:
    """Return the goods of a sentence that are traded, each once; the others are noted, for another sentence may tell of trade in them."""
    named_by = _in_titles(scanned)
    if not scanned.mask & m.Goods.bit:
        return Parsed(noted=named_by) if named_by else _EMPTY
    mentions = scanned.mentions
    places = [(index, goods.id) for index, goods in scanned.of(m.Goods) if not acts(mentions, index)]
    found: dict[str, CommodityMention] = {}
    if _concerned(scanned, context):
        for index, good in (*places, *reversed(places[:-1])):  # a list may be told to be traded at its end
            if good not in found and (_traded(scanned, context, index) or _listed(mentions, index, found)):
                found[good] = _record(scanned, mentions[index], good)
    others = {good: index for index, good in reversed(places) if good not in found}
    noted = (_record(scanned, mentions[index], good) for good, index in others.items())
    return Parsed(tuple(found.values()), noted=(*noted, *named_by))


def _in_titles(scanned: Scanned) -> tuple[CommodityMention, ...]:
    """Return the goods that the name of a document holds: a grain protocol, 原油供应合同."""
    return tuple(_record(scanned, scanned.mentions[index], good) for index, noun in scanned.of(m.AgreementNoun) for good in noun.goods)


def _record(scanned: Scanned, mention: Mention, good: str) -> CommodityMention:
    return CommodityMention(commodity=world.commodity(good), evidence=(Evidence.of(scanned.text, mention.start, mention.end),))


def _listed(mentions: tuple[Mention, ...], index: int, found: dict[str, CommodityMention]) -> bool:
    """Whether the good is joined to one that is traded: "coal and timber from Russia"."""
    for step in (-2, 2):
        other = index + step
        if 0 <= other < len(mentions) and mark_of(mentions[(index + other) // 2]) in {Mark.AND, Mark.COMMA}:
            goods = mentions[other].get(m.Goods)
            if goods is not None and goods.id in found and not _compound(mentions, index):
                return True
    return False


def _concerned(scanned: Scanned, context: Context) -> bool:
    """Whether the trade of China or Russia is spoken of: in the sentence, or in the text where the sentence names no country."""
    named: set[str] = set()
    for mention in scanned.mentions:
        if not mention.mask & _WHO:
            continue
        if (party := mention.get(m.Party)) is not None:
            named.update(party.codes)
        elif (body := mention.get(m.Body)) is not None and body.country is not None:
            named.add(body.country)
        elif (pointer := mention.get(m.Pointer)) is not None and pointer.to in {Anaphor.PAIR, Anaphor.PARTNER} and HOME & context.mentioned:
            return True
    if HOME & named:
        return True
    flow = context.flow
    if flow is not None and context.distance <= _FRESH:
        return bool(HOME & {flow.owner, flow.partner or ""})
    return not named and bool(HOME & context.talk.named(scanned.sentence.span.start))


def _traded(scanned: Scanned, context: Context, index: int) -> bool:
    """Whether the good at `index` is one that is traded."""
    mentions = scanned.mentions
    mention = mentions[index]
    pointer = mention.get(m.Pointer)
    if pointer is not None and pointer.to is Anaphor.SORT and not _sold(mentions, index):
        return False  # "machines", in a text on trucks: one that a flow is about counts all the same
    if mention.mask & (m.AgreementNoun.bit | m.Body.bit) and not _bought(mentions, index):
        return False  # «бумаги» that are signed, 小米 that sells phones
    if mention.mask & m.CorridorNoun.bit and not (index and mentions[index - 1].mask & (m.Head.bit | m.Figure.bit)):
        return False  # a "pipe" that is laid, not sold
    goods = mention.get(m.Goods)
    if goods is not None and mention.mask & m.Head.bit and sort_spoken_of(context, (goods.id,)) is not None:
        return False  # 供油 in a text about crude oil
    if _compound(mentions, index) or is_means(mentions, index) or _not_moved(mentions, index):
        return False
    low, high = _clause(scanned, index)
    clause, strong = _masks(mentions, low, high)
    if mention.mask & m.Field.bit:
        following = mentions[index + 1] if index + 1 < len(mentions) else None
        heads = following is not None and bool(following.mask & (m.Head.bit | m.Share.bit)) and following.start - mention.end <= 1
        return heads or _headed(mentions, index)
    if strong:
        return True
    if goods is not None and goods.id in CARRIERS:
        return _heading(scanned, context, index)
    if _of_country(scanned, context, index):
        return True
    if clause & m.Head.bit and (scanned.mask & (m.Party.bit | m.Body.bit) or (context.flow is not None and context.distance <= _FRESH)):
        return True
    if clause & m.Route.bit and _amount_of(mentions, index):
        return True
    if clause & m.OtherMeasure.bit:
        loaded = goods is not None and not _carries(goods.id) and context.mentioned >= HOME and _passes(scanned)
        return loaded and _only_freight(mentions[low:high])
    whole, plain = _masks(mentions, 0, len(mentions)) if scanned.mask & m.Head.bit else (0, False)
    if plain or (whole & m.Head.bit and whole & (m.Party.bit | m.Body.bit) and not clause & _SUBJECTS):
        return True  # "… is what China buys; copper and timber follow"
    if among_fields(mentions, index):
        return False
    return _deals(mentions) or (context.mentioned >= HOME and _passes(scanned)) or _goes_on(scanned, context, index)


def _sold(mentions: tuple[Mention, ...], index: int) -> bool:
    """Whether a word of trade follows where no space parts words: 金属出口."""
    following = mentions[index + 1] if index + 1 < len(mentions) else None
    return following is not None and bool(following.mask & m.Head.bit) and following.start == mentions[index].end


def _carries(good: str) -> bool:
    """Whether goods mostly carry others, or are of a kind that does."""
    return bool(CARRIERS & {good, *world.commodity(good).ancestors()}) or good in _WHEELED


def _bought(mentions: tuple[Mention, ...], index: int) -> bool:
    """Whether a word of trade or an amount stands right before the good, or one joined to it."""
    while index > 1 and mark_of(mentions[index - 1]) in {Mark.AND, Mark.COMMA} and mentions[index - 2].mask & m.Goods.bit:
        index -= 2
    return index > 0 and bool(mentions[index - 1].mask & (m.Head.bit | m.Figure.bit))


def _takes_up(mentions: tuple[Mention, ...], context: Context, index: int) -> bool:
    """Whether the name of a kind stands for the good of which the text tells, or that the sentence has named before it."""
    kind = mentions[index].get(m.Goods)
    told = [goods.id for _, goods in meanings_of(mentions[:index], m.Goods)]
    told += [
        good for good in (context.noted, context.goods, context.topic.goods if context.topic is not None else None) if good is not None
    ]
    return kind is not None and (kind.id in COUNTED or any(is_sort(good, kind.id) for good in told))


def _deals(mentions: tuple[Mention, ...]) -> bool:
    """Whether something is agreed on, intended or paid; "came to" only tells a level."""
    return any(mention.mask & _DEAL and not mention.mask & m.Level.bit for mention in mentions)


def _compound(mentions: tuple[Mention, ...], index: int) -> bool:
    """Whether the next word makes another thing of the good: a coal terminal, a gas price, the car market."""
    if index + 1 == len(mentions):
        return False
    if _of_makers(mentions, index):
        return True
    following = mentions[index + 1]
    if is_cue(following, "goods", "plant") and following.start - mentions[index].end <= 1:
        return True
    other = m.OtherMeasure.bit | m.CorridorNoun.bit | m.Field.bit
    return bool(following.mask & other) and not following.mask & (m.Head.bit | m.Goods.bit) and following.start - mentions[index].end <= 1


def _of_makers(mentions: tuple[Mention, ...], index: int) -> bool:
    """Whether those are named who make or deal in the goods of a list: 肉类、糕点和饮料厂商."""
    while index + 2 < len(mentions) and mark_of(mentions[index + 1]) is Mark.AND and mentions[index + 2].mask & m.Goods.bit:
        index += 2
    following = mentions[index + 1] if index + 1 < len(mentions) else None
    return following is not None and following.start == mentions[index].end and is_cue(following, "goods", "maker")


def _not_moved(mentions: tuple[Mention, ...], index: int) -> bool:
    """Whether the word that touches a good, or its country, says that it is used or made: 少烧境内煤炭, "less coal burnt at home"."""
    while index > 1 and mark_of(mentions[index - 1]) in {Mark.AND, Mark.COMMA} and mentions[index - 2].mask & m.Goods.bit:
        index -= 2  # the first of a list
    at = index - 2 if index > 1 and _home(mentions[index - 1]) and mentions[index - 1].end == mentions[index].start else index - 1
    if at > 0 and role_of(mentions[at]) is Role.OF and mentions[index].start - mentions[at].end <= 1:
        at -= 1  # "the output of polymers"
    if at < 0 or not mentions[at].mask & m.OtherMeasure.bit or mentions[at].mask & m.Head.bit:
        return False
    gap = mentions[at + 1].start - mentions[at].end
    return gap == 0 or (gap == 1 and any(other.kind in _MADE for other in mentions[at].meanings if isinstance(other, m.OtherMeasure)))


def _masks(mentions: tuple[Mention, ...], low: int, high: int) -> tuple[int, bool]:
    """Return the bits of a clause, and whether it holds a plain word of trade (not one that is itself a good, as "ships")."""
    mask, strong = 0, False
    for mention in mentions[low:high]:
        if mention.mask & m.Head.bit and mention.mask & m.Goods.bit:
            mask |= mention.mask & ~m.Head.bit
            continue
        mask |= mention.mask
        if mention.mask & m.Head.bit and not strong:
            strong = (head := mention.get(m.Head)) is not None and not head.weak
    return mask, strong


def _home(mention: Mention) -> bool:
    party = mention.get(m.Party)
    return party is not None and bool(HOME & set(party.codes))


def _of_country(scanned: Scanned, context: Context, index: int) -> bool:
    """Whether the good is told to be of, from or for China or Russia, and the other of the two is spoken of."""
    mentions = scanned.mentions
    mention = mentions[index]
    if not (context.mentioned >= HOME):
        return False
    before = mentions[index - 1] if index else None
    if before is not None and _home(before) and mention.start - before.end <= 1:
        party = before.get(m.Party)
        others = {code for other in mentions if other is not before and (named := other.get(m.Party)) is not None for code in named.codes}
        return party is not None and (bool(HOME - set(party.codes) & others) or context.distance <= _FRESH)
    if index + 2 < len(mentions):
        there = mentions[index + 2].get(m.Party)
        lies = there is not None and there.role in _LYING and role_of(mentions[index + 1]) is Role.TO  # «пшеница в России»
        near = mentions[index + 1].start - mention.end <= 1
        return role_of(mentions[index + 1]) in _WAYS and _home(mentions[index + 2]) and near and not lies
    return False


def _only_freight(clause: tuple[Mention, ...]) -> bool:
    """Whether a clause counts nothing but freight and what carries it."""
    return all(other.kind == "freight" for each in clause if (other := each.get(m.OtherMeasure)) is not None)


def _heading(scanned: Scanned, context: Context, index: int) -> bool:
    """Whether the good opens the sentence as its topic ("Trucks: 61,500 for Russia"), amid flows."""
    mention, span = scanned.mentions[index], scanned.sentence.span
    if mention.start - span.start > 4 or context.distance > _FRESH:
        return False
    following = scanned.mentions[index + 1].get(m.Punctuation) if index + 1 < len(scanned.mentions) else None
    return span.end - span.start <= _HEADING or (following is not None and following.mark in {Mark.COLON, Mark.DASH})


def _headed(mentions: tuple[Mention, ...], index: int) -> bool:
    """Whether a word of trade governs the good: "supplies of energy", "supply China with energy"."""
    relation = mentions[index - 1].get(m.Relation) if index else None
    if relation is None or relation.role not in {Role.OF, Role.WITH} or mentions[index].start - mentions[index - 1].end > 1:
        return False
    reach = 2 if relation.role is Role.OF else 4
    return any(mention.mask & m.Head.bit for mention in mentions[max(0, index - reach) : index - 1])


def _amount_of(mentions: tuple[Mention, ...], index: int) -> bool:
    """Whether the good is the measured one: "38 billion cubic metres of natural gas"."""
    return index > 1 and role_of(mentions[index - 1]) is Role.OF and bool(mentions[index - 2].mask & m.Figure.bit)


def _passes(scanned: Scanned) -> bool:
    """Whether something is told to pass over a route, or the other way."""
    passing = any((cue.group, cue.name) == ("corridor", "passing") for _, cue in scanned.of(m.Cue))
    return passing or any(pointer.to is Anaphor.REVERSE for _, pointer in scanned.of(m.Pointer))


def _goes_on(scanned: Scanned, context: Context, index: int) -> bool:
    """Whether the sentence goes on with a flow: a movement, share or amount of the good, or the good as a heading."""
    if context.flow is None or context.distance > _FRESH:
        return False
    if context.listing is not None and scanned.sentence.kind == "item":
        return True  # "- the rest: barley, buckwheat"
    return _heading(scanned, context, index) or bool(scanned.mask & (m.Movement.bit | m.Share.bit)) or _amount(scanned.mentions)


def _clause(scanned: Scanned, index: int) -> tuple[int, int]:
    """Return the stretch between semicolons and words of contrast around a mention."""
    mentions = scanned.mentions
    borders = [at for at, mark in scanned.of(m.Punctuation) if mark.mark in _BORDERS and not mentions[at].mask & m.Relation.bit]
    low = max((at + 1 for at in borders if at < index), default=0)
    high = min((at for at in borders if at > index), default=len(mentions))
    return low, high


def _amount(mentions: tuple[Mention, ...]) -> bool:
    """Whether a figure of money, weight, volume or percent stands there."""
    return any((figure := mention.get(m.Figure)) is not None and figure.quantity.unit != "1" for mention in mentions)

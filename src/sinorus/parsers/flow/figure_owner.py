"""Of what a figure is told: of a flow, of goods, or of a look-alike that governs it."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Role, Side, Use
from sinorus.parsers.bases import is_part_of_time
from sinorus.parsers.marks import role_of
from sinorus.parsers.phrase import Phrase
from sinorus.parsers.placing import Slot
from sinorus.scan.mention import Mention
from sinorus.values.unit import Dimension


def part_of_flow(phrase: Phrase, index: int) -> bool:
    """Whether a percentage is "of" a flow or of goods: 19% of China's crude imports."""
    items = phrase.chunk.items
    if is_part_of_time(items, index):
        return False
    whole = items[index + 1].get(m.Pointer) if index + 1 < len(items) else None
    if (whole is not None and whole.to in {m.Anaphor.OF_WHICH, m.Anaphor.TOTAL, m.Anaphor.FIGURE}) or _of_what_was_named(phrase, index):
        return True
    share = items[index + 1].get(m.Share) if index + 1 < len(items) else None
    if share is not None and share.use is Use.NOUN:
        index += 1  # "a 9 percent share of"
    elif index + 1 >= len(items) or not _leads_on(phrase, index):
        return False
    for item in items[index + 1 :]:
        pointer = item.get(m.Pointer)
        if item.mask & (m.Head.bit | m.Goods.bit) or (
            pointer is not None and pointer.to in {m.Anaphor.WARES, m.Anaphor.FIGURE, m.Anaphor.TOTAL}
        ):
            return True
        if item.mask & (m.Figure.bit | m.OtherMeasure.bit):
            return False
    return False


def _leads_on(phrase: Phrase, index: int) -> bool:
    """Whether what follows a percentage is that of which it is a part: by its preposition or its case."""
    items = phrase.chunk.items
    return role_of(items[index + 1]) is Role.OF or _of_case(items, index + 1) or _of_moved_goods(phrase, index)


def _of_case(items: list[Mention], index: int) -> bool:
    """Whether a flow begins here that stands in the case of "of"; who and whose may stand before it."""
    for item in items[index:]:
        head = item.get(m.Head)
        if head is not None:
            return head.role is Role.OF
        if item.mask & m.Goods.bit:
            pointer = items[index].get(m.Pointer)
            total = pointer is not None and pointer.to is m.Anaphor.TOTAL
            return total or bool(items[index].mask & m.World.bit)  # "51 percent of all the timber", where a case says "of"
        if not item.mask & (m.Party.bit | m.World.bit | m.Pointer.bit):
            return False
    return False


def _of_moved_goods(phrase: Phrase, index: int) -> bool:
    """Whether goods stand right behind a percentage, in their own case, and a verb says who got them.

    «40% угля ушло в Перу», «Перу купило 40% чилийской меди».
    """
    items = phrase.chunk.items
    figure, at = items[index].get(m.Figure), index + 1
    if figure is None or figure.quantity.unit != "%" or figure.sign is not None or (index and role_of(items[index - 1]) is Role.BY):
        return False
    while at + 1 < len(items) and items[at].mask & m.Party.bit and items[at].start == items[at - 1].end + 1:
        at += 1
    beside = bool(items[at].mask & m.Goods.bit) and items[at].start == items[at - 1].end + 1
    verb = items[index - 1].get(m.Head) if index else None
    if beside and verb is not None and verb.use is Use.VERB and not verb.participle:
        return bool(phrase.of(Slot.SUBJECT)) and at > index + 1  # «купило 40% чилийской меди»
    goes = bool(phrase.of(Slot.TO) or phrase.of(Slot.FROM))  # not "40% of Peru's tin was sold on credit"
    return beside and goes and any((head.weak or head.use is Use.VERB) and where > at for where, head in phrase.heads)


def _of_what_was_named(phrase: Phrase, index: int) -> bool:
    """Whether a percentage follows the flow of which it is a part: "of Peru's tin exports two thirds …"."""
    items = phrase.chunk.items
    heads = [at for at, head in phrase.heads if at < index and head.use is Use.NOUN]
    return role_of(items[0]) is Role.OF and bool(heads) and not phrase.movements and phrase.figures[0] == index


def part_of_other(phrase: Phrase, index: int) -> bool:
    """Whether a percentage is "of" a look-alike: 19% of China's GDP."""
    items = phrase.chunk.items
    if index + 1 >= len(items) or role_of(items[index + 1]) is not Role.OF:
        return False
    for item in items[index + 2 :]:
        if item.mask & m.OtherMeasure.bit:
            return True
        if item.mask & (m.Head.bit | m.Figure.bit):
            return False
    return False


def governor(phrase: Phrase, index: int) -> m.OtherMeasure | None:
    """Return the look-alike that governs a figure, or None where a flow (or nothing in the chunk) does."""
    others = [at for at, other in phrase.others if not (other.kind == "freight" and at < index and _weighs_goods(phrase, index))]
    if not others:
        return None
    heads = [at for at, _ in phrase.heads]
    if index in others:
        return dict(phrase.others)[index]  # 80万人次: what is counted so is no good
    before_head = max((at for at in heads if at < index), default=-1)
    before_other = max((at for at in others if at < index), default=-1)
    if before_other == index - 1 and index > 1 and is_worth(phrase, index):
        return None
    if before_head >= 0 or before_other >= 0:
        if before_other > before_head >= 0 and _buys_itself(phrase, before_head, before_other):
            return None
        if before_other <= before_head:
            return dict(phrase.others)[before_other] if before_other >= 0 and _of_head(phrase, before_other, before_head) else None
        return dict(phrase.others)[before_other]
    after_head = min((at for at in heads if at > index), default=10_000)
    after_other = min(at for at in others if at > index)
    return None if after_head < after_other else dict(phrase.others)[after_other]


def _buys_itself(phrase: Phrase, head: int, other: int) -> bool:
    """Whether a site is who buys, named with its country behind the purchases: «закупки нефти китайскими НПЗ»."""
    buys = dict(phrase.heads)[head].side is Side.IMPORTER and dict(phrase.others)[other].kind == "site"
    return buys and any(placed.slot in _BUYERS and other - 2 <= placed.index < other for placed in phrase.parties)


_BUYERS = frozenset({Slot.BY, Slot.OWNER})


def is_worth(phrase: Phrase, index: int) -> bool:
    """Whether the price of a weight told before it is so high that it is that of all: "10 t of gold at a price of $1.35bn"."""
    items = phrase.chunk.items
    figure, other = items[index].get(m.Figure), items[index - 1].get(m.OtherMeasure)  # right behind its word
    weighed = any(at < index and _is_weight(items[at]) for at in phrase.figures)
    price = other is not None and other.kind == "price"
    return weighed and price and figure is not None and figure.quantity.is_money and figure.quantity.amount >= WORTH


WORTH = 10_000_000
"""No single thing has such a price."""


def _is_weight(mention: Mention) -> bool:
    figure = mention.get(m.Figure)
    return figure is not None and figure.quantity.dimension in {Dimension.MASS, Dimension.VOLUME}


def _weighs_goods(phrase: Phrase, index: int) -> bool:
    """Whether a figure weighs goods named behind it: "6,200 freight cars containing 438,000 t of coal"."""
    items = phrase.chunk.items
    figure = items[index].get(m.Figure)
    weight = figure is not None and figure.quantity.dimension is Dimension.MASS
    return weight and index + 2 < len(items) and role_of(items[index + 1]) is Role.OF and bool(items[index + 2].mask & m.Goods.bit)


def _of_head(phrase: Phrase, other: int, head: int) -> bool:
    """Whether a look-alike is one of the flow itself, or who sells is no country: "the price of Russian coal exports", 中国品牌在俄销量."""
    between = phrase.chunk.items[other + 1 : head]
    named = m.Relation.bit | m.Party.bit | m.Goods.bit
    sales = dict(phrase.heads)[head]
    firm = dict(phrase.others)[other].kind == "company" and sales.weak and sales.use is Use.NOUN and not sales.agent
    if firm and all(item.mask & named for item in between):
        return True
    return bool(between) and role_of(between[0]) in {Role.OF, Role.FOR} and all(item.mask & named for item in between)


def of_share(phrase: Phrase) -> int | None:
    """Return the index of the percentage that is a share of a flow or of goods, where the chunk has one."""
    for index in phrase.figures:
        figure = phrase.chunk.items[index].get(m.Figure)
        if figure is not None and figure.quantity.unit == "%" and part_of_flow(phrase, index):
            return index
    return None

"""Settles who the parties of a chunk are: some are only named by the way, some stand together, some are spoken for by their companies."""

from itertools import pairwise

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark, Role, Use
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.earning import earn, is_paid
from sinorus.parsers.marks import mark_of, role_of
from sinorus.parsers.phrase import Phrase, Placed
from sinorus.parsers.placing import Slot, owned
from sinorus.scan.mention import Mention

_JOINT = 2
"""Characters between two names that stand side by side: a hyphen, a dash or a space."""


def settle(phrase: Phrase) -> None:
    """Leave out who is only named as another, let companies speak for their countries, and join those who stand together."""
    items = phrase.chunk.items
    phrase.parties = [
        placed
        for placed in phrase.parties
        if not (
            _is_denied(items, placed.index) or is_paid(phrase, placed.index) or _counts(items, placed.index) or _is_aside(phrase, placed)
        )
    ]
    _deliver(phrase)
    taken = {placed.slot for placed in phrase.parties}
    phrase.parties += [placed for placed in phrase.bodies if placed.slot not in taken]
    _serve(phrase)
    earn(phrase)
    _join_regions(phrase)
    _join_neighbours(phrase)


def _deliver(phrase: Phrase) -> None:
    """Companies behind a verb of selling, whose seller stands before it, are those to whom goods go: "Pemex sold Sinopec 3 Mt"."""
    items = phrase.chunk.items
    for placed in phrase.bodies:
        verb = placed.index - 1
        while verb >= 0 and _only_tells_kind(items[verb], placed.codes):
            verb -= 1
        head = items[verb].get(m.Head) if verb >= 0 else None
        if placed.slot is not Slot.SUBJECT or head is None or head.use is not Use.VERB or head.side is not m.Side.EXPORTER:
            continue
        sellers = [each for each in (*phrase.parties, *phrase.bodies) if each.index < verb and each.slot in {Slot.SUBJECT, Slot.OWNER}]
        if any(each.codes != placed.codes for each in sellers):
            for named in (placed, *(each for each in phrase.parties if verb < each.index < placed.index)):
                named.slot = Slot.TO


_WITHIN = frozenset({Role.POSSESSIVE, Role.IN})
"""Of "China's" and "in 2018", between a verb and the company to which it sells."""


def _only_tells_kind(item: Mention, codes: tuple[str, ...]) -> bool:
    """Whether a word before a company's name only says of what kind or country it is, or when, or is the mark that quotes it."""
    party = item.get(m.Party)
    own = party is not None and party.codes == codes
    return own or bool(item.mask & (m.Goods.bit | PeriodExpr.bit)) or mark_of(item) is Mark.QUOTE or role_of(item) in _WITHIN


def _is_denied(items: list[Mention], index: int) -> bool:
    """Whether a party is only told not to be the one: "Chile, and not Peru, was the first"."""
    return index == 1 == len(items) - 1 and bool(items[0].mask & m.Negation.bit)


def _counts(items: list[Mention], index: int) -> bool:
    """Whether a party only stands before the data of which it is the source: "by Peru's own figures"."""
    behind = index + 2 if owned(items, index) else index + 1
    data = items[behind].get(m.OtherMeasure) if behind < len(items) else None
    return data is not None and data.kind == "data" and bool(index) and role_of(items[index - 1]) is Role.BY


def _is_aside(phrase: Phrase, area: Placed) -> bool:
    """Whether a part of the world only says where a country is: "of those left in Europe the largest was Turkey"."""
    party = phrase.chunk.items[area.index].get(m.Party)
    if party is None or party.area is None or area.slot not in {Slot.SUBJECT, Slot.PLACE}:
        return False
    beside = [placed for placed in phrase.parties if placed is not area and placed.slot in {Slot.SUBJECT, Slot.TO}]
    return area.slot is Slot.PLACE or any(abs(placed.index - area.index) > 2 for placed in beside)


def _serve(phrase: Phrase) -> None:
    """Buyers whom a verb of selling names behind it are those to whom goods go: "sold Peruvian buyers 3 Mt"."""
    sold = next((at for at, head in phrase.heads if head.use is Use.VERB and head.side is m.Side.EXPORTER), None)
    for placed in phrase.parties:
        after = phrase.chunk.items[placed.index + 1 : placed.index + 2]
        buyer = after[0].get(m.Head) if after else None
        if sold is not None and placed.index == sold + 1 and buyer is not None and buyer.agent and buyer.side is m.Side.EXPORTER:
            placed.slot = Slot.TO


def _join_regions(phrase: Phrase) -> None:
    """A region behind its country is the country once more, in the role of the two: "to China's Hubei", "Russia's Tuva exported …"."""
    items = phrase.chunk.items
    for left, right in pairwise(tuple(phrase.parties)):
        possessive = right.index == left.index + 2 and owned(items, left.index)
        if left.codes != right.codes or not (possessive or right.index == left.index + 1):
            continue
        if right.slot is Slot.SUBJECT and left.slot not in {Slot.OWNER, Slot.ORIGIN, Slot.SUBJECT}:
            right.slot = left.slot
        phrase.parties.remove(left)


_LED = frozenset({Slot.PLACE, Slot.TO, Slot.FROM, Slot.WITH, Slot.BY})
"""Where a preposition puts the first of two that a hyphen joins."""


def _trades(items: list[Mention], index: int) -> bool:
    """Whether a trade both ways is named here."""
    head = items[index].get(m.Head) if index < len(items) else None
    return head is not None and head.side is m.Side.BOTH and head.use is Use.NOUN


def _join_neighbours(phrase: Phrase) -> None:
    """Two owners side by side without a joint ("China-Russia trade") are a pair; so are two joined owners of a turnover."""
    parties = phrase.parties
    turnover = any(head.side is m.Side.BOTH for _, head in phrase.heads)
    items = phrase.chunk.items
    for left, right in pairwise(parties):
        between = items[right.index].start - items[left.index].end
        beside = right.index == left.index + 2
        if (left.slot, right.slot) == (Slot.SUBJECT, Slot.OWNER) and beside and mark_of(items[left.index + 1]) is Mark.AND:
            left.slot = Slot.OWNER  # "Jordan and Israel's deliveries"
        adjacent = right.index == left.index + 1 and between <= (0 if _is_bare(items[left.index]) else _JOINT)
        joined = turnover and beside and bool(items[left.index + 1].mask & m.Punctuation.bit)
        if adjacent and left.slot in _LED and right.slot in {Slot.OWNER, Slot.SUBJECT} and _trades(items, right.index + 1):
            left.slot = Slot.OWNER  # "in China-Russia trade"
        if adjacent and right.slot is Slot.ORIGIN and _names_one_way(items, left.index - 1):
            left.slot = Slot.OWNER  # «импорт КНР российской нефти», of a name without cases
        elif (
            (adjacent or joined)
            and {left.slot, right.slot} <= {Slot.SUBJECT, Slot.OWNER, Slot.OF, Slot.PAIR, Slot.ORIGIN}
            and left.codes != right.codes
        ):
            left.slot = right.slot = Slot.PAIR


def _names_one_way(items: list[Mention], index: int) -> bool:
    """Whether a noun for a flow one way stands here."""
    head = items[index].get(m.Head) if index >= 0 else None
    return head is not None and head.use is Use.NOUN and head.side is not m.Side.BOTH


def _is_bare(mention: Mention) -> bool:
    """Whether a name is of a language without spaces, where two characters between names are a word."""
    party = mention.get(m.Party)
    return party is not None and party.use is Use.BARE

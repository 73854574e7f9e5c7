"""Joints: whether a comma or an "and" makes a list of two of a kind, and whether that list parts two claims.

"Coal and oil", "Russia, Mongolia and Kazakhstan" are lists; "coal 5%, oil 8%" has a figure on either side of the next item.
"""

from sinorus.languages.meaning import (
    Anaphor,
    Figure,
    Goods,
    Head,
    Level,
    Mark,
    Meaning,
    Movement,
    Party,
    Pointer,
    Punctuation,
    Relation,
    Respectively,
    Role,
    Share,
    Use,
)
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.chunk import Chunk
from sinorus.parsers.marks import mark_of, role_of
from sinorus.scan.mention import Mention
from sinorus.values.unit import Dimension
from sinorus.world import commodity

HARD = frozenset({Mark.SEMICOLON, Mark.COLON, Mark.DASH, Mark.OPEN, Mark.CLOSE})
"""Marks that always part."""
_STOPS = HARD | {Mark.COMMA, Mark.CONTRAST}
_LISTED: tuple[type[Meaning], ...] = (Figure, PeriodExpr, Party, Goods, Head)
_APART = 3
"""Characters between a joint and the second figure of a list, at most."""


def _kind_of(mention: Mention) -> type[Meaning] | None:
    """Return the class under which a mention may stand in a list."""
    for kind in _LISTED:
        if mention.mask & kind.bit:
            return kind
    return None


def joins(mentions: tuple[Mention, ...], index: int) -> bool:
    """Whether the joint at `index` stands between two of a kind (the second may follow another joint or a preposition)."""
    mark = mentions[index].get(Punctuation)
    if index == 0 or (mark is not None and not mark.lists) or before_dash(mentions, index):
        return False
    both = index > 1 and mark is not None and mark.mark is Mark.AND and mark_of(mentions[index - 1]) is Mark.COMMA
    left = _kind_of(mentions[index - 2 if both else index - 1])  # "Peru, Chile, and Cuba"
    if both and left is not Party and not any(mention.mask & Respectively.bit for mention in mentions[index + 1 : index + 4]):
        return False
    if left is None or (left is Figure and index + 1 < len(mentions) and mentions[index + 1].start - mentions[index].end > _APART):
        return False  # "by 40% and base stations by 98%"
    for mention in mentions[index + 1 : index + 4]:
        if left is Figure and role_of(mention) is Role.AGAINST:
            return False  # "5 Mt, or 2 million bpd, against 3 Mt"
        if left is Figure and role_of(mention) is Role.VIA:
            return False  # in equal parts, of those told with it: «Перу досталось 3 млн т, по 2 млн — Чили и Кубе»
        if mention.mask & (Punctuation.bit | Relation.bit):
            continue
        alike = _kind_of(mention) is left and not _is_kind(mentions, index, mention)
        return alike and not (left is Party and (_is_subject(mentions, index, mention) or _goes_elsewhere(mentions, index)))
    return False


def _is_kind(mentions: tuple[Mention, ...], index: int, mention: Mention) -> bool:
    """Whether goods behind a comma only say what kind those before it are: "copper, the second main metal, …"."""
    goods, kind = mentions[index - 1].get(Goods), mention.get(Goods)
    if goods is None or kind is None or mark_of(mentions[index]) is not Mark.COMMA or mentions[index + 1] is not mention:
        return False
    return kind.id in commodity(goods.id).ancestors() and not _lists_on(mentions, index + 1)


def _lists_on(mentions: tuple[Mention, ...], index: int) -> bool:
    """Whether more goods are joined behind."""
    return index + 2 < len(mentions) and mark_of(mentions[index + 1]) is not None and bool(mentions[index + 2].mask & Goods.bit)


def _goes_elsewhere(mentions: tuple[Mention, ...], index: int) -> bool:
    """Whether a preposition opens a clause behind a party that did something itself: "5 Mt bought China, to Peru went 3 Mt"."""
    if mark_of(mentions[index]) is not Mark.COMMA or not mentions[index + 1].mask & Relation.bit or index < 2:
        return False
    before = mentions[index - 2]
    verb = before.get(Head)
    return mark_of(before) is Mark.DASH or (verb is not None and verb.use is Use.VERB)


def _is_subject(mentions: tuple[Mention, ...], index: int, mention: Mention) -> bool:
    """Whether a party behind a bare comma begins a clause: "after a drought in Ukraine, China bought …"."""
    if mark_of(mentions[index]) is not Mark.COMMA:
        return False
    at = mentions.index(mention)
    return at == index + 1 and at + 1 < len(mentions) and bool(mentions[at + 1].mask & (Share.bit | Level.bit | Movement.bit | Head.bit))


def parts_figures(chunk: Chunk, mentions: tuple[Mention, ...], index: int) -> bool:
    """Whether a joint between two of a kind parts two claims: "coal 5%, oil 8%" has a figure on either side of the next item."""
    left, right = mentions[index - 1], mentions[index + 1]
    if left.mask & Punctuation.bit or right.mask & Punctuation.bit:
        return False
    if left.mask & Figure.bit or right.mask & Figure.bit:
        following = [mention for mention in mentions[index + 2 : index + 4] if not mention.mask & Relation.bit]
        dated = mark_of(mentions[index]) is Mark.COMMA and bool(following) and bool(following[0].mask & PeriodExpr.bit)
        return _is_new_level(left, right, bits_ahead(mentions, index), dated=dated)
    if not chunk.mask & Figure.bit:
        return False
    told = index + 2 < len(mentions) and bool(mentions[index + 2].mask & Figure.bit)  # "5 Mt to Peru and Chile 3 Mt"
    return told or (bool(bits_ahead(mentions, index) & Figure.bit) and not left.mask & (Party.bit | Goods.bit | PeriodExpr.bit))


def _is_new_level(left: Mention, right: Mention, behind: int, *, dated: bool) -> bool:
    """Whether a figure is of other goods than the one it is joined to: "… for $3m, and 5,000 t of tin" is no list of two figures."""
    one, other = left.get(Figure), right.get(Figure)
    if one is None or other is None:
        return False
    if one.quantity.unit == other.quantity.unit and dated and other.quantity.unit != "%":
        return True  # "5 Mt, 6 Mt in February"
    if not behind & Goods.bit:
        return False
    return one.quantity.is_money and other.quantity.dimension in {Dimension.MASS, Dimension.VOLUME}


def parts_before(mentions: tuple[Mention, ...], index: int) -> bool:
    """Whether a figure behind the comma is a part of the one before: "$9bn, $5bn of which"."""
    pointer = mentions[index].get(Pointer) if index < len(mentions) and mentions[index].mask & Pointer.bit else None
    return pointer is not None and pointer.to is Anaphor.OF_WHICH and bool(mentions[index - 1].mask & Figure.bit)


def before_dash(mentions: tuple[Mention, ...], index: int) -> bool:
    """Whether the item after a comma is the subject of a figure behind a dash: "…, beef — 13 thousand tonnes"."""
    return index + 2 < len(mentions) and mark_of(mentions[index + 2]) is Mark.DASH


def bits_ahead(mentions: tuple[Mention, ...], index: int) -> int:
    """Return the bits from `index` to the next comma or harder mark."""
    mask = 0
    for mention in mentions[index + 1 :]:
        if mark_of(mention) in _STOPS and not mention.mask & Relation.bit:
            break
        mask |= mention.mask
    return mask

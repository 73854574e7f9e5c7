"""A sentence as chunks: the stretches between marks and joints in which words and figures belong together.

A joint between two of a kind ("coal and oil", "Russia, Mongolia and Kazakhstan") makes a list, not a border.
"""

from sinorus.languages.meaning import (
    Anaphor,
    Body,
    Certainty,
    Comparison,
    Figure,
    Goods,
    Head,
    Intent,
    Level,
    Mark,
    Meaning,
    Measured,
    Movement,
    Negation,
    OtherMeasure,
    Party,
    Pointer,
    Punctuation,
    RecordHigh,
    Relation,
    Respectively,
    Role,
    Route,
    Share,
    Speech,
    Use,
    World,
)
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.chunk import Chunk
from sinorus.parsers.inverted import joined
from sinorus.scan.mention import Mention
from sinorus.values.unit import Dimension
from sinorus.world import commodity

_HARD = frozenset({Mark.SEMICOLON, Mark.COLON, Mark.DASH, Mark.OPEN, Mark.CLOSE})
_LISTED: tuple[type[Meaning], ...] = (Figure, PeriodExpr, Party, Goods, Head)
_OF_FLOWS = 0
for _kind in (Party, World, Pointer, Goods, Route, Body, Head, Movement, Level, Relation, Certainty, RecordHigh, OtherMeasure, Share,
              Comparison, Punctuation, Respectively, Speech, Intent, Figure, Measured, Negation, PeriodExpr):  # fmt: skip
    _OF_FLOWS |= _kind.bit


def kind_of(mention: Mention) -> type[Meaning] | None:
    """Return the class under which a mention may stand in a list."""
    for kind in _LISTED:
        if mention.mask & kind.bit:
            return kind
    return None


def _joins(mentions: tuple[Mention, ...], index: int) -> bool:
    """Whether the joint at `index` stands between two of a kind (the second may follow another joint or a preposition)."""
    mark = mentions[index].get(Punctuation)
    if index == 0 or (mark is not None and not mark.lists) or _before_dash(mentions, index):
        return False
    both = index > 1 and mark is not None and mark.mark is Mark.AND and _mark(mentions[index - 1]) is Mark.COMMA
    left = kind_of(mentions[index - 2 if both else index - 1])  # "Peru, Chile, and Cuba"
    if both and left is not Party and not any(mention.mask & Respectively.bit for mention in mentions[index + 1 : index + 4]):
        return False
    if left is None or (left is Figure and index + 1 < len(mentions) and mentions[index + 1].start - mentions[index].end > _APART):
        return False  # "by 40% and base stations by 98%"
    for mention in mentions[index + 1 : index + 4]:
        if mention.mask & (Punctuation.bit | Relation.bit):
            continue
        return kind_of(mention) is left and not _is_subject(mentions, index, mention, left) and not _is_kind(mentions, index, mention)
    return False


def _is_kind(mentions: tuple[Mention, ...], index: int, mention: Mention) -> bool:
    """Whether goods behind a comma only say what kind those before it are: "copper, the second main metal, …"."""
    goods, kind = mentions[index - 1].get(Goods), mention.get(Goods)
    if goods is None or kind is None or _mark(mentions[index]) is not Mark.COMMA or mentions[index + 1] is not mention:
        return False
    return kind.id in commodity(goods.id).ancestors() and not _lists_on(mentions, index + 1)


def _lists_on(mentions: tuple[Mention, ...], index: int) -> bool:
    """Whether more goods are joined behind."""
    return index + 2 < len(mentions) and _mark(mentions[index + 1]) is not None and bool(mentions[index + 2].mask & Goods.bit)


def _is_subject(mentions: tuple[Mention, ...], index: int, mention: Mention, left: type[Meaning]) -> bool:
    """Whether a party behind a bare comma begins a clause: "after a drought in Ukraine, China bought …"."""
    mark = mentions[index].get(Punctuation)
    if left is not Party or mark is None or mark.mark is not Mark.COMMA:
        return False
    at = mentions.index(mention)
    return at == index + 1 and at + 1 < len(mentions) and bool(mentions[at + 1].mask & (Share.bit | Level.bit | Movement.bit | Head.bit))


def _before_dash(mentions: tuple[Mention, ...], index: int) -> bool:
    """Whether the item after a comma is the subject of a figure behind a dash: "…, beef — 13 thousand tonnes"."""
    mark = mentions[index + 2].get(Punctuation) if index + 2 < len(mentions) else None
    return mark is not None and mark.mark is Mark.DASH


def _after(mentions: tuple[Mention, ...], index: int) -> int:
    """Return the bits from `index` to the next comma or harder mark."""
    mask = 0
    for mention in mentions[index + 1 :]:
        mark = mention.get(Punctuation)
        if mark is not None and mark.mark in _STOPS and not mention.mask & Relation.bit:
            break
        mask |= mention.mask
    return mask


_APART = 3
"""Characters between a joint and the second figure of a list, at most."""
_GOALS = frozenset({Role.TO, Role.FROM, Role.BY})
_INTO = frozenset({Role.OF, Role.FROM, Role.TO})
_STOPS = _HARD | {Mark.COMMA, Mark.CONTRAST}


def _is_border(mark: Mark, chunk: Chunk, mentions: tuple[Mention, ...], index: int) -> bool:
    if mark in _HARD:
        return True
    if mark is Mark.QUOTE:
        return False
    if not chunk.items and not mentions[index].mask & Relation.bit:
        return True
    if mark is Mark.RELATIVE:
        return bool(chunk.mask & (Figure.bit | Head.bit))
    comma_before = index > 0 and (before := mentions[index - 1].get(Punctuation)) is not None and before.mark is Mark.COMMA
    if mark is Mark.CONTRAST:
        if mentions[index].mask & Relation.bit and not comma_before:
            return False
        told = chunk.mask & Head.bit and _after(mentions, index) & Head.bit
        return bool(comma_before or told or chunk.mask & (Figure.bit | Movement.bit))
    if mark is Mark.COMMA and _of_which(mentions, index + 2):
        return True
    if _joins(mentions, index):
        return _parts_figures(chunk, mentions, index)
    if mark is Mark.COMMA:
        return True
    following = mentions[index + 1].mask if index + 1 < len(mentions) else 0
    if chunk.mask & Party.bit and mentions[index - 1].mask & Figure.bit and following & Party.bit:
        return True  # "Peru with 3 Mt and Chile, which had 2 Mt"
    # "and", "or": a border only between two predicates
    if not chunk.mask & (Figure.bit | Movement.bit | Comparison.bit):
        return False
    behind = _after(mentions, index)
    part = behind & Share.bit and behind & Head.bit  # "… and made up most of the exports"
    return bool(behind & (Figure.bit | Movement.bit) or part) or _before_dash(mentions, index)


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


def _of_which(mentions: tuple[Mention, ...], index: int) -> bool:
    """Whether a figure behind the comma is a part of the one before: "$9bn, $5bn of which"."""
    pointer = mentions[index].get(Pointer) if index < len(mentions) else None
    return pointer is not None and pointer.to is Anaphor.OF_WHICH and bool(mentions[index - 1].mask & Figure.bit)


def _parts_figures(chunk: Chunk, mentions: tuple[Mention, ...], index: int) -> bool:
    """Whether a joint between two of a kind parts two claims: "coal 5%, oil 8%" has a figure on either side of the next item."""
    left, right = mentions[index - 1], mentions[index + 1]
    if left.mask & Punctuation.bit or right.mask & Punctuation.bit:
        return False
    if left.mask & Figure.bit or right.mask & Figure.bit:
        following = [mention for mention in mentions[index + 2 : index + 4] if not mention.mask & Relation.bit]
        dated = _mark(mentions[index]) is Mark.COMMA and bool(following) and bool(following[0].mask & PeriodExpr.bit)
        return _is_new_level(left, right, _after(mentions, index), dated=dated)
    if not chunk.mask & Figure.bit:
        return False
    told = index + 2 < len(mentions) and bool(mentions[index + 2].mask & Figure.bit)  # "5 Mt to Peru and Chile 3 Mt"
    return told or (bool(_after(mentions, index) & Figure.bit) and not left.mask & (Party.bit | Goods.bit | PeriodExpr.bit))


def _elides(chunk: Chunk, mentions: tuple[Mention, ...], index: int) -> bool:
    """Whether a dash stands for the verb between a subject and its figure ("imports — by 12%"), or between a figure and its time."""
    if not chunk.items or chunk.mask & Speech.bit:
        return False
    following = [mention for mention in mentions[index + 1 : index + 4] if not mention.mask & Relation.bit or mention.mask & ~Relation.bit]
    if not following:
        return False
    first = following[0]
    if chunk.mask & Figure.bit:
        if sum(not item.mask & Pointer.bit for item in chunk.items) == 1 and _is_goal(mentions[index + 1], first):
            return True  # "…, 17% — to coal", where the verb is told before
        alone = len(following) == 1 or bool(following[1].mask & Punctuation.bit)
        return alone and bool(first.mask & PeriodExpr.bit) and mentions[index - 1].mask & Figure.bit != 0
    movement = first.get(Movement)
    if movement is not None:
        return movement.use is not Use.NOUN and not chunk.mask & (Movement.bit | Head.bit) and first is mentions[index + 1]
    return bool(first.mask & Figure.bit) and first in mentions[index + 1 : index + 3]


def _is_goal(opening: Mention, named: Mention) -> bool:
    """Whether a party or good stands behind a preposition of its own, or in one word with it."""
    party = named.get(Party)
    return bool(opening.mask & Relation.bit and named.mask & (Goods.bit | Party.bit)) or (party is not None and party.role in _GOALS)


def _opens(mark: Mark, opener: Mark | None, before: list[Chunk]) -> bool:
    """Whether a mark tells more of the chunk that begins behind it than the one right before; "MOSCOW, May 3 — After a fall" contrasts."""
    if opener is None or opener is Mark.COMMA or mark not in {Mark.COMMA, Mark.CONTRAST}:
        return True
    return mark is Mark.CONTRAST and not any(chunk.mask & (Figure.bit | Head.bit | Movement.bit | Goods.bit) for chunk in before)


def without_asides(parts: list[Chunk]) -> list[Chunk]:
    """Return the chunks without those between two commas or dashes that only say what a flow or its origin is.

    "Sales of copper, the second main metal in the exports, came to $2bn"; "shipments from Peru – one of its suppliers – fell by 5%".
    """
    return [part for at, part in enumerate(parts) if not (0 < at < len(parts) - 1 and _is_aside(*parts[at - 1 : at + 2]))]


def _is_aside(before: Chunk, part: Chunk, behind: Chunk) -> bool:
    marks = {part.opener, behind.opener}
    if marks not in ({Mark.COMMA}, {Mark.DASH}):
        return False
    told = Figure.bit | Movement.bit | PeriodExpr.bit
    named = before.mask & Head.bit and not before.mask & (told | Level.bit)
    verb = behind.items[0].mask & (Movement.bit | Level.bit)
    only = part.mask & (Head.bit | Goods.bit) and not part.mask & (told | Level.bit | Certainty.bit)
    return bool(named and only and verb and not behind.mask & Head.bit)


def _unglossed(mentions: list[Mention]) -> tuple[Mention, ...]:
    """Return the mentions without brackets in which nothing is told but the name before them: "liquefied natural gas (LNG)"."""
    glosses: set[int] = set()
    for index, mention in enumerate(mentions):
        if mention.mask & Punctuation.bit and _mark(mention) is Mark.OPEN and (end := _end_of_gloss(mentions, index)) is not None:
            glosses.update(range(index, end + 1))
    return tuple(mention for index, mention in enumerate(mentions) if index not in glosses) if glosses else tuple(mentions)


def _end_of_gloss(mentions: list[Mention], index: int) -> int | None:
    """Return the index of the mark that closes a gloss that this bracket opens."""
    inside = mentions[index + 1] if index + 1 < len(mentions) else None
    if not index or inside is None:
        return None
    if _mark(inside) is Mark.CLOSE:
        return index + 1
    goods, named = inside.get(Goods), mentions[index - 1].get(Goods)
    same = goods is not None and goods == named and index + 2 < len(mentions) and _mark(mentions[index + 2]) is Mark.CLOSE
    return index + 2 if same else None


def _mark(mention: Mention) -> Mark | None:
    mark = mention.get(Punctuation)
    return mark.mark if mark is not None else None


def chunks(mentions: tuple[Mention, ...]) -> list[Chunk]:
    """Return the chunks of a sentence in order; none is empty of both items and a meaningful opener."""
    mentions = _unglossed([mention for mention in mentions if mention.mask & _OF_FLOWS])
    found: list[Chunk] = []
    current = Chunk(None)
    for index, mention in enumerate(mentions):
        mark = mention.get(Punctuation) if mention.mask & Punctuation.bit else None
        if mark is None:
            current.add(mention)
        elif mark.mark is Mark.DASH and _elides(current, mentions, index):
            continue
        elif _is_border(mark.mark, current, mentions, index):
            if current.items:
                found.append(current)
                current = Chunk(mark.mark)
            elif _opens(mark.mark, current.opener, found):
                current.opener = mark.mark
            if mention.mask & (Relation.bit | Pointer.bit | Head.bit):
                current.add(mention)
        else:
            current.add(mention)
    if current.items:
        found.append(current)
    return joined(_put_behind(found))


def _put_behind(found: list[Chunk]) -> list[Chunk]:
    """Put a figure said once more behind the clause into which it is inserted: "3 Mt, or 28% of all imports, came from Peru"."""
    for at in range(1, len(found) - 1):
        before, inserted, after = found[at - 1 : at + 2]
        if _is_inserted(inserted, after) and _goes_on(before, after):
            return [*found[: at - 1], before.joined_with(after), inserted, *_put_behind(found[at + 2 :])]
    return found


def _is_inserted(chunk: Chunk, after: Chunk) -> bool:
    """Whether a chunk is a figure between marks: ", or 28% of all imports,", "(28%)", "(12,700 t)"."""
    first = chunk.items[0]
    figure = first.get(Figure)
    if figure is None or (chunk.opener, after.opener) not in {(Mark.OR, Mark.COMMA), (Mark.OPEN, Mark.CLOSE)}:
        return False
    if chunk.opener is Mark.OPEN:
        return len(chunk.items) == 1
    return not any((head := item.get(Head)) is not None and head.use is Use.VERB for item in chunk.items)


def _goes_on(before: Chunk, after: Chunk) -> bool:
    """Whether a chunk without figures goes on with the one before: by its verb, or a preposition."""
    first = after.items[0]
    head, relation = first.get(Head), first.get(Relation)
    verb = (
        head is not None
        and head.use is Use.VERB
        and not any((own := item.get(Head)) is not None and own.use is Use.VERB for item in before.items)
    )
    return not after.mask & Figure.bit and (verb or (relation is not None and relation.role in _INTO and not first.mask & Punctuation.bit))

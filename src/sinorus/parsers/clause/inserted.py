"""A figure inserted into a clause that goes on behind it: "3 Mt, or 28% of all imports, came from Peru", 是2023年同期(1100吨)的3.2倍."""

from sinorus.languages.meaning import (
    Certainty,
    Figure,
    Goods,
    Head,
    Level,
    Mark,
    Movement,
    Party,
    Punctuation,
    Relation,
    Role,
    Share,
    Use,
    World,
)
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.chunk import Chunk
from sinorus.parsers.clause.level import is_of_which
from sinorus.parsers.marks import role_of
from sinorus.scan.mention import Mention

_INTO = frozenset({Role.OF, Role.FROM, Role.TO})
_WITH = frozenset({Role.WITH, Role.OF, Role.FROM, Role.TO})
_INSERTED = frozenset({Mark.OR, Mark.OPEN, Mark.RELATIVE, Mark.COMMA, Mark.DASH})
"""Marks that open what is inserted."""


def inserted_behind(found: list[Chunk]) -> list[Chunk]:
    """Close a clause up and put what is inserted into it behind it."""
    if not any(chunk.opener in _INSERTED for chunk in found[1:-1]):
        return found
    done: list[Chunk] = []
    at = 0
    while at < len(found):
        three = found[at : at + 3]
        if len(three) == 3 and _sizes_subject(*three):
            before, inserted, after = three
            goods = (item for item in before.items if not item.mask & World.bit)  # all of it, but for so much
            done.append(before.holding((*inserted.items, *goods, *after.items)))
            at += 3
        elif len(three) == 3 and _tells_before(*three) and _is_bare(three[2]):
            done.append(found[at].joined_with(found[at + 1]))  # "exports, which were 9 Mt in 2022, fell to 8 million in 2023"
            at += 2
        elif len(three) == 3 and (
            _tells_part(*three) or _parts_clause(*three) or _weighs_part(*three) or _parts_multiple(*three) or _tells_before(*three)
        ):
            before, inserted, after = three
            done += [before.joined_with(after), inserted]
            at += 3
        elif len(three) == 3 and (changed := _changed_by(*three)) is not None:
            done.append(changed)
            at += 3
        elif len(three) == 3 and _names_partner(*three):
            done.append(found[at].joined_with(found[at + 1]))
            at += 2
        else:
            done.append(found[at])
            at += 1
    return done


def _changed_by(before: Chunk, inserted: Chunk, after: Chunk) -> Chunk | None:
    """Return the clause of a change told as an amount, with its percentage instead: "$3bn, or 5%, more than a year before"."""
    first = after.items[0].get(Movement)
    if first is None or first.use is not Use.MODIFIER or first.factor is not None or after.mask & Figure.bit:
        return None
    size = inserted.items[0].get(Figure)
    between = (inserted.opener, after.opener) in {(Mark.OR, Mark.COMMA), (Mark.OPEN, Mark.CLOSE)}
    if not between or len(inserted.items) != 1 or size is None or size.quantity.unit != "%":
        return None
    items = list(before.items)
    while items and items[-1].mask & Punctuation.bit:
        items.pop()
    told = items[-1].get(Figure) if items else None
    if told is None or told.quantity.unit in {"%", "pp", "x"}:
        return None
    return before.holding([*items[:-1], *inserted.items, *after.items])


def _names_partner(before: Chunk, inserted: Chunk, after: Chunk) -> bool:
    """Whether a partner has its level behind it, inserted: "…, and that with Peru, $9bn, was far larger"."""
    named = len(before.items) == 2 and role_of(before.items[0]) in _WITH and before.items[1].mask & Party.bit
    if not named or before.opener not in {Mark.RELATIVE, Mark.AND, Mark.COMMA}:
        return False
    level = inserted.items[0].get(Figure)
    alone = inserted.opener is Mark.COMMA and len(inserted.items) == 1 and level is not None
    return alone and level is not None and level.quantity.unit not in {"%", "pp", "x"} and bool(after.items[0].mask & Level.bit)


def _sizes_subject(before: Chunk, inserted: Chunk, after: Chunk) -> bool:
    """Whether the part that goods make up is put in between them and their verb: "almost all of the ore, 98%, went to Peru"."""
    figure = inserted.items[0].get(Figure) if len(inserted.items) == 1 else None
    marks = (inserted.opener, after.opener) in {(Mark.COMMA, Mark.COMMA), (Mark.OPEN, Mark.CLOSE), (Mark.DASH, Mark.DASH)}
    if not marks or figure is None or figure.quantity.unit != "%" or figure.sign is not None:
        return False
    goods = before.items[-1].mask & Goods.bit and not before.mask & (_SIZE | Party.bit | Level.bit | Share.bit)
    return bool(goods) and _goes_to(after) and not _is_verb(before.items[-1])


def _weighs_part(before: Chunk, inserted: Chunk, after: Chunk) -> bool:
    """Whether the weight of a part is put in between it and its verb: "four fifths of the ore, 9 Mt, went to Peru"."""
    part, level = before.items[0].get(Figure), inserted.items[0].get(Figure) if len(inserted.items) == 1 else None
    marks = (inserted.opener, after.opener) in {(Mark.COMMA, Mark.COMMA), (Mark.DASH, Mark.DASH)}
    if not marks or part is None or level is None or part.quantity.unit != "%" or level.quantity.unit in {"%", "pp", "x"}:
        return False
    return not any(item.mask & ~Goods.bit for item in before.items[1:]) and _goes_to(after)


def _goes_to(chunk: Chunk) -> bool:
    """Whether a chunk begins with a verb behind which somebody is named, and no figure."""
    return _is_verb(chunk.items[0]) and len(chunk.items) > 1 and not chunk.mask & _SIZE and bool(chunk.mask & Party.bit)


def _parts_clause(before: Chunk, inserted: Chunk, after: Chunk) -> bool:
    """Whether a figure said once more parts a clause."""
    return _is_inserted(inserted, after) and _goes_on(before, after)


def _is_inserted(chunk: Chunk, after: Chunk) -> bool:
    """Whether a chunk is a figure between marks: ", or 28% of all imports,", "(28%)", "(12,700 t)"."""
    if (chunk.opener, after.opener) not in {(Mark.OR, Mark.COMMA), (Mark.OPEN, Mark.CLOSE)} or not chunk.items[0].mask & Figure.bit:
        return False
    return len(chunk.items) == 1 if chunk.opener is Mark.OPEN else not any(map(_is_verb, chunk.items))


def _goes_on(before: Chunk, after: Chunk) -> bool:
    """Whether a chunk without figures goes on with the one before: by its verb, or a preposition."""
    first = after.items[0]
    verb = _is_verb(first) and not any(map(_is_verb, before.items))
    fell = bool(before.mask & Figure.bit and first.mask & Share.bit and len(after.items) > 1)  # "66% of it (9 Mt) fell to Peru"
    if fell and not after.mask & Figure.bit and not before.mask & Share.bit:
        return True
    return not after.mask & Figure.bit and (verb or (role_of(first) in _INTO and not first.mask & Punctuation.bit))


def _parts_multiple(base: Chunk, level: Chunk, multiple: Chunk) -> bool:
    """Whether a level in brackets stands between a time and the multiple of what was then."""
    if level.opener is not Mark.OPEN or multiple.opener is not Mark.CLOSE or len(level.items) != 1 or len(multiple.items) < 2:
        return False
    times = multiple.items[1].get(Figure)
    if role_of(multiple.items[0]) is not Role.POSSESSIVE or times is None or not times.times:
        return False
    return bool(base.items[-1].mask & PeriodExpr.bit and level.items[0].mask & Figure.bit and not base.mask & Figure.bit)


def _tells_before(flow: Chunk, relative: Chunk, verb: Chunk) -> bool:
    """Whether a flow and what became of it are parted by what it was before: "exports, which were 9 Mt in 2023, fell by 8% in May"."""
    clause = relative.opener is Mark.RELATIVE and relative.mask & Level.bit
    bare = relative.opener is Mark.COMMA and flow.mask & Share.bit and not relative.mask & ~_BARE  # "its share, 65% in 2021, grew …"
    if verb.opener is not Mark.COMMA or not verb.items[0].mask & Movement.bit or not (clause or bare):
        return False
    timed = all(each.mask & PeriodExpr.bit and each.mask & _SIZE for each in (relative, verb))
    head = flow.mask & Head.bit and not flow.mask & Figure.bit
    return bool(timed and head and not (relative.mask | verb.mask) & (Head.bit | Party.bit))


def _is_bare(chunk: Chunk) -> bool:
    """Whether the first figure of a chunk has no unit of its own."""
    figure = next((figure for _, figure in chunk.of(Figure)), None)
    return figure is not None and figure.quantity.unit == "1"


def _tells_part(flow: Chunk, part: Chunk, verb: Chunk) -> bool:
    """Whether a part stands between a flow and what became of it: "imports from Peru, 90% of them tin, rose 5% to $9bn"."""
    if (part.opener, verb.opener) not in _ASIDE or not flow.mask & Head.bit or (flow.mask | part.mask) & _MOVED:
        return False
    of_it = part.opener is Mark.RELATIVE or any(map(is_of_which, part.items))
    share = part.opener is not Mark.COMMA or any(figure.quantity.unit == "%" for _, figure in part.of(Figure))
    named = share and part.mask & Figure.bit and part.mask & (Goods.bit | Party.bit) and not part.mask & (Head.bit | PeriodExpr.bit)
    goes_on = verb.items[0].mask & (Movement.bit | Level.bit) and verb.mask & _SIZE and not verb.mask & (Head.bit | Party.bit | Goods.bit)
    return bool(of_it and named and goes_on and not flow.mask & Figure.bit)


_ASIDE = frozenset({(Mark.COMMA, Mark.COMMA), (Mark.RELATIVE, Mark.COMMA), (Mark.DASH, Mark.DASH), (Mark.OPEN, Mark.CLOSE)})
_MOVED = Movement.bit | Certainty.bit
_SIZE = Figure.bit | Movement.bit
_BARE = Figure.bit | Relation.bit | PeriodExpr.bit


def _is_verb(mention: Mention) -> bool:
    head = mention.get(Head)
    return head is not None and head.use is Use.VERB

"""A level told before who moves it: "3 Mt of tin, worth $90m, sent Peru to Chile", as languages of free order say."""

from sinorus.languages.meaning import (
    Anaphor,
    Comparison,
    Figure,
    Goods,
    Head,
    Level,
    Mark,
    Movement,
    Party,
    Pointer,
    Punctuation,
    Relation,
    Role,
    Share,
    Speech,
    Use,
)
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.bases import is_relative
from sinorus.parsers.chunk import Chunk
from sinorus.parsers.clause.level import JOINTS, is_level
from sinorus.parsers.marks import role_of

_WHOLES = frozenset({Anaphor.OF_WHICH, Anaphor.FIGURE, Anaphor.THIS, Anaphor.GOODS})
_TOLD = Figure.bit | Goods.bit | Pointer.bit | Movement.bit


def source_before(found: list[Chunk]) -> list[Chunk]:
    """Put who says so before the level: "$3bn, by data of the customs, was the trade of the two"."""
    done = list(found)
    for at in range(2, len(done)):
        level, source, clause = done[at - 2 : at + 1]
        if source.items[0].mask & Speech.bit and not source.mask & Figure.bit and _amounts(clause) and is_level(level):
            done[at - 2 : at] = source, level
    return done


def share_with_clause(found: list[Chunk]) -> list[Chunk]:
    """Join a share, its percentage and the clause that says to whom it went: "the best part, 93%, went to Peru"."""
    if not any(chunk.mask & Share.bit for chunk in found[:-2]):
        return found
    done: list[Chunk] = []
    for chunk in found:
        if len(done) > 1 and _acts(chunk) and _is_part(done[-2], done[-1]):
            percent, share = done.pop(), done.pop()
            done.append(share.joined_with(percent, chunk))
        else:
            done.append(chunk)
    return done


def levels_with_clause(found: list[Chunk]) -> list[Chunk]:
    """Join levels and the clause behind them that says who moved so much, or that the trade came to so much."""
    done: list[Chunk] = []
    for chunk in found:
        whole = chunk
        if _acts(chunk) or _amounts(chunk) or _falls(chunk):
            while done and is_level(done[-1]) and whole.opener in JOINTS:
                whole = done.pop().joined_with(whole)
        if done and (whole is not chunk or _only_goes(chunk)) and _is_part_of_it(done[-1]):
            whole = done.pop().joined_with(whole)  # "half of it, 9 Mt, went to Peru", "95% of it went south, from Peru to Chile"
        done.append(whole)
    return done


def sizes_behind(found: list[Chunk]) -> list[Chunk]:
    """Put the size of a change that opens a clause behind what changed: "by half, to 9 Mt, grew exports of tin"."""
    done: list[Chunk] = []
    for chunk in found:
        first = len(done)
        while first and _is_size(done[first - 1]) and (first == len(done) or done[first].opener is Mark.COMMA):
            first -= 1
        sizes = done[first:]
        opens = sizes and (sizes[0].opener is not Mark.COMMA or not any(each.mask & _NAMES for each in done[:first]))
        if opens and chunk.opener is Mark.COMMA and _grows(chunk) and _sized(sizes):
            done[first:] = [Chunk(sizes[0].opener).joined_with(chunk, *sizes)]
        else:
            done.append(chunk)
    return done


_NAMES = Figure.bit | Head.bit | Goods.bit | Movement.bit | Party.bit
_SIZE = Figure.bit | Relation.bit | Punctuation.bit | Comparison.bit | PeriodExpr.bit


def _is_size(chunk: Chunk) -> bool:
    """Whether a chunk is nothing but by how much, to what, and against when."""
    return bool(chunk.mask & Figure.bit) and not any(item.mask & ~_SIZE for item in chunk.items)


def _sized(chunks: list[Chunk]) -> bool:
    return any(is_relative(item) for chunk in chunks for item in chunk.items)


def _grows(chunk: Chunk) -> bool:
    """Whether a chunk begins with a verb of change and tells no size, but what changed."""
    verb = chunk.items[0].get(Movement)
    return verb is not None and verb.use is Use.VERB and not chunk.mask & Figure.bit and bool(chunk.mask & (Head.bit | Goods.bit))


def _acts(chunk: Chunk) -> bool:
    """Whether a chunk is nothing but a verb of trade, with who does it before it or behind it, and to whom."""
    if chunk.opener not in JOINTS or chunk.mask & _TOLD or not (chunk.mask & Head.bit and chunk.mask & Party.bit):
        return False
    verb = next((at for at, item in enumerate(chunk.items) if (head := item.get(Head)) is not None), 0)
    head = chunk.items[verb].get(Head)
    return head is not None and head.use is Use.VERB and verb <= 1


def _falls(chunk: Chunk) -> bool:
    """Whether a chunk is nothing but that so much fell to some goods or party: "the most, 413 kt, fell to anthracite"."""
    if not chunk.mask & Share.bit or not chunk.mask & (Goods.bit | Party.bit) or chunk.opener not in JOINTS:
        return False
    verb = chunk.items[0].get(Share)
    told = verb is not None and verb.use is Use.VERB
    return told and all(item is chunk.items[0] or item.mask & (Relation.bit | Goods.bit | Party.bit) for item in chunk.items)


def _is_part(share: Chunk, percent: Chunk) -> bool:
    """Whether a share is named and its percentage put in behind it: "the best part, 93%, went to Peru"."""
    figure = percent.items[0].get(Figure) if len(percent.items) == 1 else None
    named = len(share.items) == 1 and bool(share.items[0].mask & Share.bit)
    return named and percent.opener in JOINTS and figure is not None and figure.quantity.unit == "%"


def _only_goes(chunk: Chunk) -> bool:
    """Whether a chunk is nothing but where goods go from and to: "…, from Peru to Chile"."""
    if chunk.mask & ~(Relation.bit | Party.bit):
        return False
    return {role_of(item) for item in chunk.items} - {None} == {Role.FROM, Role.TO}


def _is_part_of_it(chunk: Chunk) -> bool:
    """Whether a chunk is nothing but a part of what was told: "half of it"."""
    figure = chunk.items[0].get(Figure)
    whole = chunk.items[1].get(Pointer) if len(chunk.items) == 2 else None
    return figure is not None and figure.quantity.unit == "%" and whole is not None and whole.to in _WHOLES


def _amounts(chunk: Chunk) -> bool:
    """Whether a chunk is nothing but "was" and the trade that came to so much."""
    if chunk.opener not in JOINTS or chunk.mask & (Figure.bit | Movement.bit | Speech.bit) or not chunk.items[0].mask & Level.bit:
        return False
    return any((head := item.get(Head)) is not None and head.use is Use.NOUN and not head.weak for item in chunk.items)

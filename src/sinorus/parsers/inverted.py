"""A level told before who moves it: "3 Mt of tin, worth $90m, sent Peru to Chile", as languages of free order say."""

from sinorus.languages.meaning import (
    Figure,
    Goods,
    Head,
    Level,
    Mark,
    Movement,
    Party,
    Pointer,
    RecordHigh,
    Relation,
    Role,
    Share,
    Speech,
    Use,
)
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.bases import is_relative
from sinorus.parsers.chunk import Chunk

_JOINTS = frozenset({Mark.COMMA, Mark.DASH})
_OWN = Head.bit | Movement.bit | Level.bit | Speech.bit | Party.bit
_TOLD = Figure.bit | Goods.bit | Pointer.bit | Movement.bit


def joined(found: list[Chunk]) -> list[Chunk]:
    """Return the chunks with levels in one with the clause behind them that says who moved so much."""
    if len(found) < 2:
        return found
    done: list[Chunk] = []
    for chunk in found:
        whole = chunk
        if done and _labels(done[-1], chunk):
            before = done.pop()
            whole = before.joined_with(chunk)
        said = len(done) > 1 and bool(done[-1].items[0].mask & Speech.bit) and not done[-1].mask & Figure.bit
        if said and _amounts(chunk) and _is_level(done[-2]):
            done[-2], done[-1] = done[-1], done[-2]  # "$3bn, by data of the customs, was the trade of the two"
        if len(done) > 1 and _acts(chunk) and _is_part(done[-2], done[-1]):
            share, percent = done[-2:]
            whole = share.joined_with(percent, chunk)
            done[-2:] = [whole]
            continue
        if (_acts(chunk) or _amounts(chunk)) and done and _is_level(done[-1]):
            while done and _is_level(done[-1]) and whole.opener in _JOINTS:
                before = done.pop()
                whole = before.joined_with(whole)
        done.append(whole)
    return done


def _acts(chunk: Chunk) -> bool:
    """Whether a chunk is nothing but a verb of trade, with who does it before it or behind it, and to whom."""
    if chunk.opener not in _JOINTS or chunk.mask & _TOLD or not (chunk.mask & Head.bit and chunk.mask & Party.bit):
        return False
    verb = next((at for at, item in enumerate(chunk.items) if (head := item.get(Head)) is not None), 0)
    head = chunk.items[verb].get(Head)
    return head is not None and head.use is Use.VERB and verb <= 1


def _is_part(share: Chunk, percent: Chunk) -> bool:
    """Whether a share is named and its percentage put in behind it: "the best part, 93%, went to Peru"."""
    figure = percent.items[0].get(Figure) if len(percent.items) == 1 else None
    named = len(share.items) == 1 and bool(share.items[0].mask & Share.bit)
    return named and percent.opener in _JOINTS and figure is not None and figure.quantity.unit == "%"


def _amounts(chunk: Chunk) -> bool:
    """Whether a chunk is nothing but "was" and the trade that came to so much."""
    if chunk.opener not in _JOINTS or chunk.mask & (Figure.bit | Movement.bit | Speech.bit) or not chunk.items[0].mask & Level.bit:
        return False
    return any((head := item.get(Head)) is not None and head.use is Use.NOUN and not head.weak for item in chunk.items)


def _labels(label: Chunk, chunk: Chunk) -> bool:
    """Whether a chunk is the figure of the record month before its colon, or a trade alone that is named behind its figure."""
    share = bool(label.mask & Share.bit and label.mask & Party.bit) and not label.mask & (Figure.bit | Head.bit)
    if share and chunk.opener is Mark.COMMA and len(chunk.items) == 1 and (percent := chunk.items[0].get(Figure)) is not None:
        return percent.quantity.unit == "%"  # "Peru's part is, then, 3%"
    if chunk.opener is Mark.COLON:
        mixed = label.mask & (Figure.bit | Head.bit)
        return bool(label.mask & RecordHigh.bit and label.mask & PeriodExpr.bit and not mixed and chunk.items[0].mask & Figure.bit)
    if chunk.opener is not Mark.DASH:
        return False
    head = chunk.items[0].get(Head)
    if len(chunk.items) == 2 and len(label.items) == 1 and label.opener in {Mark.OPEN, Mark.COMMA, Mark.COLON}:
        relation = chunk.items[0].get(Relation)
        return relation is not None and relation.role in {Role.TO, Role.FROM} and bool(chunk.items[1].mask & Party.bit) and _is_level(label)
    alone = len(chunk.items) == 1 and head is not None and head.use is Use.NOUN and not head.weak
    return alone and len(label.items) == 1 and _is_level(label)


def _is_level(chunk: Chunk) -> bool:
    """Whether a chunk tells a level and nothing of whose it is."""
    if not chunk.mask & Figure.bit or chunk.mask & _OWN or chunk.opener is Mark.OPEN:
        return False
    return not any(map(is_relative, chunk.items))

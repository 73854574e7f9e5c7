"""Members of a list told behind their figures, as the first one is behind its verb: "5 Mt took Peru, 2 Mt — Chile"."""

from sinorus.languages.meaning import Figure, Goods, Level, Mark, Party, Pointer, Punctuation, Relation, Role, Share
from sinorus.parsers.chunk import Chunk
from sinorus.parsers.clause.level import JOINTS, is_level
from sinorus.parsers.marks import role_of

_WITH = Relation.bit | Figure.bit | Share.bit | Pointer.bit | Level.bit
"""What tells with how much somebody has a rank: "second, with a share of 9%, is Peru"."""
_CASES = frozenset({None, Role.SUBJECT, Role.TO, Role.OF, Role.POSSESSIVE})
"""The cases of who acts, and of whom something is given to."""
_OPENERS = JOINTS | {Mark.CLOSE, Mark.COLON, Mark.SEMICOLON, Mark.CONTRAST}


def members_before(found: list[Chunk]) -> list[Chunk]:
    """Put each member of such a list before its figure, where languages name it first."""
    done: list[Chunk] = []
    for chunk in found:
        if done and ((_names(chunk) and _is_bare(done[-1])) or (_lists(chunk) and _is_for_each(done[-1]))):
            figure = done.pop()
            done.append(figure.holding((*chunk.items, *figure.items)))
        else:
            done.append(chunk)
    return done


def _names(chunk: Chunk) -> bool:
    """Whether a chunk is nothing but a country or a good behind a dash, in the case of who acts or of whom something is given to."""
    if chunk.opener is not Mark.DASH or len(chunk.items) != 1:
        return False
    party = chunk.items[0].get(Party)
    if party is not None:
        return len(party.codes) == 1 and party.role in _CASES
    return bool(chunk.items[0].mask & Goods.bit)


def _lists(chunk: Chunk) -> bool:
    """Whether a chunk is nothing but several countries behind a dash, all in one such case."""
    parties = [party for _, party in chunk.of(Party)]
    joined = all(item.mask & (Party.bit | Punctuation.bit) for item in chunk.items)
    return chunk.opener is Mark.DASH and joined and len(parties) > 1 and {each.role for each in parties} <= _CASES


def _is_for_each(chunk: Chunk) -> bool:
    """Whether a chunk is nothing but a figure that several have alike, by the preposition of routes: «по 2 млн т — Чили и Кубе»."""
    return len(chunk.items) == 2 and role_of(chunk.items[0]) is Role.VIA and bool(chunk.items[1].mask & Figure.bit)


def _is_bare(chunk: Chunk) -> bool:
    """Whether a chunk is nothing but a level, or a part of all, that goes on with a list or is that of who has a rank."""
    if Role.WITH in map(role_of, chunk.items[:2]) and role_of(chunk.items[0]) is not None:
        return len([item for item in chunk.items if item.mask & Figure.bit]) == 1 and not any(item.mask & ~_WITH for item in chunk.items)
    figure = chunk.items[0].get(Figure) if len(chunk.items) == 1 and chunk.opener in _OPENERS else None
    return figure is not None and (is_level(chunk) or (figure.quantity.unit == "%" and figure.sign is None))

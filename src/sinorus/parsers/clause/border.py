"""Borders: at which marks and joints a chunk ends."""

from collections.abc import Sequence
from itertools import takewhile

from sinorus.languages.meaning import (
    Anaphor,
    Comparison,
    Figure,
    Goods,
    Head,
    Mark,
    Movement,
    Party,
    Pointer,
    Punctuation,
    Relation,
    Respectively,
    Role,
    Share,
    Speech,
    Use,
)
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.chunk import Chunk
from sinorus.parsers.clause.joint import HARD, before_dash, bits_ahead, joins, parts_before, parts_figures
from sinorus.parsers.clause.level import is_of_which
from sinorus.parsers.marks import mark_of, role_of
from sinorus.scan.mention import Mention, meanings_of

_GOALS = frozenset({Role.TO, Role.FROM, Role.BY})


def is_border(mark: Mark, chunk: Chunk, mentions: tuple[Mention, ...], index: int) -> bool:
    """Whether the mark at `index` ends the chunk before it."""
    if mark in HARD:
        return True
    if mark is Mark.QUOTE:
        return False
    if not chunk.items and not mentions[index].mask & Relation.bit:
        return True
    if mark is Mark.RELATIVE:
        return bool(chunk.mask & (Figure.bit | Head.bit)) and not _stands_for(chunk, mentions, index)
    comma_before = index > 0 and mark_of(mentions[index - 1]) is Mark.COMMA
    if mark is Mark.CONTRAST:
        if mentions[index].mask & Relation.bit and not comma_before:
            return False
        told = chunk.mask & Head.bit and bits_ahead(mentions, index) & Head.bit
        return bool(comma_before or told or chunk.mask & (Figure.bit | Movement.bit))
    if mark is Mark.COMMA and parts_before(mentions, index + 2):
        return True
    if mark is Mark.COMMA and len(chunk.items) == 2 and role_of(chunk.items[0]) is Role.OF and chunk.items[1].mask & Figure.bit:
        return True  # "of the 9 Mt, 5 Mt came from Peru"
    if mark is Mark.COMMA and chunk.mask & Figure.bit and _taken(mentions, index):
        return True
    if mark is Mark.COMMA and chunk.mask & Figure.bit and _have_each(mentions[index + 1 :]):
        return True
    if mark is Mark.COMMA and _likens(chunk, mentions[index + 1 : index + 4]):
        return False
    if joins(mentions, index):
        return parts_figures(chunk, mentions, index)
    if mark is Mark.COMMA:
        return True
    following = mentions[index + 1].mask if index + 1 < len(mentions) else 0
    if chunk.mask & Party.bit and mentions[index - 1].mask & Figure.bit and following & Party.bit:
        return True  # "Peru with 3 Mt and Chile, which had 2 Mt"
    # "and", "or": a border only between two predicates
    if mark is Mark.AND and chunk.mask & Head.bit and following & Head.bit and _turns_way(chunk, mentions[index + 1 :]):
        return True
    if not chunk.mask & (Figure.bit | Movement.bit | Comparison.bit) or (mark is Mark.AND and _deals_on(chunk, mentions, index)):
        return False
    behind = bits_ahead(mentions, index)
    part = behind & Share.bit and behind & Head.bit  # "… and made up most of the exports"
    part = part or (following & Head.bit and _figure_inserted(mentions, index + 1))
    return bool(behind & (Figure.bit | Movement.bit) or part) or before_dash(mentions, index)


def _have_each(behind: tuple[Mention, ...]) -> bool:
    """Whether a list follows whose members have so much each: "9 Mt went to Peru, Chile and Cuba — 2 Mt each"."""
    names = list(takewhile(lambda item: item.mask & Party.bit or mark_of(item) in {Mark.AND, Mark.COMMA}, behind))
    each = behind[len(names) : len(names) + 3]
    if len(names) < 2 or len(each) < 3 or mark_of(each[0]) is not Mark.DASH:
        return False
    return role_of(each[1]) is Role.VIA and bool(each[2].mask & Figure.bit)


def _likens(chunk: Chunk, behind: tuple[Mention, ...]) -> bool:
    """Whether more of something is told than of another partner in the same role: «больше меди из Перу, чем из Чили»."""
    if not behind or role_of(behind[0]) is not Role.AGAINST or not behind[0].mask & Relation.bit:
        return False
    compared = any(movement.use is Use.MODIFIER for _, movement in chunk.of(Movement)) and not chunk.mask & Figure.bit
    leads = list(takewhile(lambda item: item.mask & Relation.bit, behind))  # «чем в» is one word
    led = sum(isinstance(each, Relation) for item in leads for each in item.meanings) > 1 and len(leads) < len(behind)
    return compared and led and bool(behind[len(leads)].mask & Party.bit)


def _deals_on(chunk: Chunk, mentions: tuple[Mention, ...], index: int) -> bool:
    """Whether the next change of those dealt out over a list follows: "rose by 9%, fell by 21% and rose by 8%, respectively"."""
    if not chunk.mask & Respectively.bit or index + 2 >= len(mentions):
        return False
    before, behind = mentions[index - 1].get(Figure), mentions[index + 2].get(Figure)
    moves = bool(mentions[index + 1].mask & Movement.bit) and not mentions[index + 1].mask & Relation.bit
    return moves and before is not None and behind is not None and {before.quantity.unit, behind.quantity.unit} <= {"%", "x"}


def _turns_way(chunk: Chunk, behind: tuple[Mention, ...]) -> bool:
    """Whether a second verb tells the other way with another partner: "Peru sold tin to China and bought 3 Mt of tea from Chile"."""
    told = next(((at, head) for at, head in chunk.of(Head) if head.use is Use.VERB), None)
    verb = next((each for each in behind[0].meanings if isinstance(each, Head) and each.use is Use.VERB), None)
    if told is None or verb is None or verb.side is not told[1].side.facing:
        return False
    partners = _codes(chunk.items[told[0] + 1 :])
    return bool(partners) and partners != _codes(behind)


def _figure_inserted(mentions: tuple[Mention, ...], index: int) -> bool:
    """Whether a flow's figure is inserted right behind its name: "and imports, at $3bn, up 16%"."""
    head = mentions[index].get(Head)
    if head is None or head.use is not Use.NOUN or head.weak:
        return False
    comma = next((at for at in range(index + 1, len(mentions)) if mentions[at].mask & Punctuation.bit), len(mentions))
    return comma < len(mentions) and mark_of(mentions[comma]) in _INSERTING and bool(bits_ahead(mentions, comma) & Figure.bit)


_INSERTING = frozenset({Mark.COMMA, Mark.OPEN})


def _codes(mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Return the countries of the first party."""
    return next((party.codes for _, party in meanings_of(mentions, Party)), ())


def _taken(mentions: tuple[Mention, ...], index: int) -> bool:
    """Whether a comma leads to a part of what was told, and who took it: "5 Mt were sold, half of them Peru bought"."""
    part = mentions[index + 1].get(Figure) if index + 3 < len(mentions) and mentions[index + 1].mask & Figure.bit else None
    if part is None or part.sign is not None or part.quantity.unit != "%":
        return False
    at = index + 2
    if any(isinstance(each, Head) and each.role is Role.OF for each in mentions[at].meanings) or is_of_which(mentions[at]):
        at += 1  # "7% of the exports fell to Peru"
    if mark_of(mentions[at]) is Mark.OPEN and at + 3 < len(mentions) and mark_of(mentions[at + 2]) is Mark.CLOSE:
        at += 3  # "7% of the exports (9 kt) fell to Peru"
    if at + 1 >= len(mentions):
        return False
    verb, share = mentions[at].get(Head), mentions[at].get(Share)
    acts = verb is not None and verb.use is Use.VERB and not verb.participle
    if not acts and (share is None or share.use is not Use.VERB):
        return False
    goal = at + 1 if acts and at == index + 2 else at + 2
    return any(each.mask & Party.bit for each in mentions[at + 1 : goal + 1])


def _stands_for(chunk: Chunk, mentions: tuple[Mention, ...], index: int) -> bool:
    """Whether "that" stands for what a level is a multiple of: "it was $9bn, five times that of 2004"."""
    figure = chunk.items[-1].get(Figure) if chunk.items else None
    behind = mentions[index + 1] if index + 1 < len(mentions) else None
    return figure is not None and figure.times and chunk.items[-1] is mentions[index - 1] and role_of(behind) in {Role.OF, Role.IN}


def ends_whole(before: list[Chunk], chunk: Chunk, mentions: tuple[Mention, ...], index: int) -> bool:
    """Whether a whole that opens the sentence ends here, without a mark, and a part follows: "of the coal that Peru bought half came …"."""
    if len(before) > 1 or (before and chunk.opener is not Mark.RELATIVE):
        return False
    first, mention = (before[0] if before else chunk), mentions[index]
    if role_of(first.items[0]) is not Role.OF:
        return False
    last, verb = chunk.items[-1], chunk.items[-1].get(Head)
    ended = last.mask & PeriodExpr.bit or (verb is not None and verb.use is Use.VERB)
    relative = bool(before) or any(mark_of(item) is Mark.RELATIVE for item in chunk.items)
    share = mention.mask & Figure.bit and bits_ahead(mentions, index) & Head.bit
    return bool(ended and relative and (share or (last.mask & PeriodExpr.bit and mention.mask & Party.bit)))


def elides(chunk: Chunk, mentions: tuple[Mention, ...], index: int) -> bool:
    """Whether a dash stands for the verb between a subject and its figure ("imports — by 12%"), or between a figure and its time."""
    if not chunk.items or chunk.mask & Speech.bit:
        return False
    following = [mention for mention in mentions[index + 1 : index + 4] if not mention.mask & Relation.bit or mention.mask & ~Relation.bit]
    if not following:
        return False
    first = following[0]
    if not chunk.mask & Figure.bit and first.mask & Figure.bit and _is_multiplied(chunk):
        return False  # "twice as much as last year's — 9 Mt"
    if chunk.mask & Figure.bit:
        if sum(not item.mask & Pointer.bit for item in chunk.items) == 1 and (_is_goal(mentions[index + 1], first) or _is_there(first)):
            return True  # "…, 17% — to coal", where the verb is told before
        if len(chunk.items) == 2 and is_of_which(chunk.items[0]) and first is mentions[index + 1]:
            alone = len(following) == 1 or bool(following[1].mask & Punctuation.bit)
            if alone and first.mask & Goods.bit:
                return True  # "of which 3 kt — cod"
        percent, of_it = chunk.items[0].get(Figure), all(is_of_which(item) for item in chunk.items[1:])
        if of_it and percent is not None and percent.quantity.unit == "%" and first.mask & Goods.bit:
            return True  # "three fifths — coal", "a third of it — coal"
        alone = len(following) == 1 or bool(following[1].mask & Punctuation.bit)
        return alone and bool(first.mask & PeriodExpr.bit) and mentions[index - 1].mask & Figure.bit != 0
    movement = first.get(Movement)
    if movement is not None:
        return movement.use is not Use.NOUN and not chunk.mask & (Movement.bit | Head.bit) and first is mentions[index + 1]
    named = len(chunk.items) == 1 and chunk.mask & Party.bit and first.mask & Goods.bit and len(following) > 1
    if named and following[1].mask & Figure.bit and first is mentions[index + 1]:
        return True  # "…, Peru — shrimps for $5m", where the verb is told before
    return bool(first.mask & Figure.bit) and first in mentions[index + 1 : index + 4]


def _is_multiplied(chunk: Chunk) -> bool:
    """Whether a chunk ends with how many times as much it is as at another time."""
    *_, movement, base = chunk.items if len(chunk.items) > 1 else (None, None)
    factor = movement.get(Movement) if movement is not None else None
    return base is not None and bool(base.mask & PeriodExpr.bit) and factor is not None and factor.factor is not None


def _is_there(mention: Mention) -> bool:
    pointer = mention.get(Pointer)
    return pointer is not None and pointer.to is Anaphor.THERE


def _is_goal(opening: Mention, named: Mention) -> bool:
    """Whether a party, a good or a trade stands behind a preposition of its own, or in one word with it."""
    party = named.get(Party)
    goal = Goods.bit | Party.bit | Head.bit | Pointer.bit
    return bool(opening.mask & Relation.bit and named.mask & goal) or (party is not None and party.role in _GOALS)


def opens(mark: Mark, opener: Mark | None, before: list[Chunk]) -> bool:
    """Whether a mark tells more of the chunk that begins behind it than the one right before; "MOSCOW, May 3 — After a fall" contrasts."""
    if opener is None or opener is Mark.COMMA or mark not in {Mark.COMMA, Mark.CONTRAST}:
        return True
    return mark is Mark.CONTRAST and not any(chunk.mask & (Figure.bit | Head.bit | Movement.bit | Goods.bit) for chunk in before)

"""With what a chunk ends: what follows in brackets, or behind "which", is said of it."""

from attrs import frozen

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Role
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.bases import roles_of
from sinorus.parsers.marks import mark_of
from sinorus.parsers.phrase import Phrase
from sinorus.parsers.placing import Slot
from sinorus.scan.mention import Mention


@frozen
class Ending:
    """The last words of a chunk."""

    party: str | None = None
    """To which a relative clause belongs."""
    goods: str | None = None
    """To which a figure in brackets belongs."""
    joined: str | None = None
    """The goods named right before these, which share the figure: "oil and gas (37%)"."""
    headed: bool = False
    """Whether it ends with the word of a flow, or with its time: a relative clause behind it tells of that."""
    base: PeriodExpr | None = None
    """The period with which it compares: a level in brackets is that period's."""
    slot: Slot | None = None
    """The end that the party has beside another one: "than from Peru", "those from Peru"."""
    rival: bool = False
    """Whether the party is one that somebody is ahead of or behind."""


def ending_of(phrase: Phrase) -> Ending:
    """Return with what a chunk ends."""
    items = phrase.chunk.items
    end = len(items) - 1
    while end and items[end].mask & m.Punctuation.bit:  # "Peru, with which …"
        end -= 1
    last = items[end]
    base = next((expr for at, expr in phrase.bases if at == end or _is_multiplied(phrase, at)), None) if phrase.bases else None
    headed = bool(last.mask & m.Head.bit) or bool(phrase.periods and phrase.periods[-1][0] == end and phrase.heads)
    party = last.get(m.Party) if last.mask & m.Party.bit else None
    goods = last.get(m.Goods) if last.mask & m.Goods.bit else None
    one = party.codes[0] if party is not None and len(party.codes) == 1 else None
    slot = next((placed.slot for placed in phrase.parties if placed.index == end), None) if one is not None else None
    rival = slot is Slot.RIVAL
    slot = slot if slot in _ENDS and any(map(_sets_beside, items[max(end - 2, 0) : end])) else None
    beside = items[end - 2].get(m.Goods) if goods is not None and end > 1 and mark_of(items[end - 1]) is m.Mark.AND else None
    return Ending(one, goods.id if goods is not None else None, beside.id if beside is not None else None, headed, base, slot, rival)


_ENDS = frozenset({Slot.FROM, Slot.TO})


def _sets_beside(mention: Mention) -> bool:
    """Whether a word sets a party beside another one: "than from Peru", "overtaken by those from Peru"."""
    pointer = mention.get(m.Pointer)
    return Role.AGAINST in roles_of(mention) or (pointer is not None and pointer.to is m.Anaphor.THIS)


def _is_multiplied(phrase: Phrase, base: int) -> bool:
    """Whether a multiple of a base ends the chunk: 2023年同期的3.2倍."""
    items = phrase.chunk.items
    figure = items[-1].get(m.Figure)
    return base == len(items) - 3 and figure is not None and figure.times

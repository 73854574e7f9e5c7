"""Figures told before the flow that they are of: "at 9 Mt, Peru's exports were 3% lower"."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Head, Mark, Role, Use
from sinorus.parsers.flow.state import State
from sinorus.parsers.marks import role_of
from sinorus.parsers.phrase import Phrase
from sinorus.parsers.placing import Slot

_JOINTS = frozenset({Mark.AND, Mark.COMMA, Mark.CLOSE, Mark.DASH, Mark.RELATIVE})


def catches_up(state: State, phrase: Phrase, head: tuple[int, Head]) -> bool:
    """Whether a verb is that of goods and figures named before it: "wheat worth $90m, or 40% of all, was shipped to China"."""
    at, meaning = head
    told = state.waiting[0] if state.waiting else None
    if told is None or phrase.chunk.opener not in _JOINTS:
        return False
    if begins_with_figure(told) and meaning.use is Use.NOUN and phrase.heads and len(state.waiting) == 1:
        return True
    if meaning.use is not Use.VERB:
        return False
    if phrase.chunk.opener is Mark.RELATIVE and not phrase.figures:
        return bool(told.goods)  # "of the 9 Mt of coal that Peru exported"
    if any(index > at for index in phrase.figures) or phrase.of(Slot.SUBJECT) or phrase.of(Slot.OWNER):
        return False
    return bool(told.goods) or Anaphor.WARES in told.pointers


def begins_with_figure(told: Phrase) -> bool:
    """Whether a chunk is nothing but a level: "at 9 Mt, Peru's exports were 3% lower"."""
    items = told.chunk.items
    return len(items) == 2 and bool(items[1].mask & m.Figure.bit) and role_of(items[0]) in {Role.AT, Role.WITH}

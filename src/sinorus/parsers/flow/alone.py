"""Whose part of the world's trade a chunk tells that does not say it, and of what: by what else the sentence names."""

from sinorus.languages import meaning as m
from sinorus.parsers.flow.state import State
from sinorus.parsers.phrase import Phrase


def alone_named(state: State, phrase: Phrase) -> list[str]:
    """Return who has a part of all the world's trade where the chunk names none: who is told of before it, or is alone in the sentence."""
    if not phrase.world or phrase.parties:
        return []
    named = [(at, party.codes) for at, party in state.scanned.of(m.Party)]
    before = [codes for at, codes in named if state.scanned.mentions[at].end <= phrase.chunk.items[0].start]
    first = before[:1] or [codes for _, codes in named][:1]
    return list(first[0]) if first and len(first[0]) == 1 else []


def alone_traded(state: State) -> tuple[str, ...]:
    """Return the only goods that a sentence names."""
    named = {goods.id for _, goods in state.scanned.of(m.Goods)}
    return tuple(named) if len(named) == 1 else ()

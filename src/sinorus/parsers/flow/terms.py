"""Changes told of the value or of the volume: "3 Mt worth $2bn, down 17% in volume and 3% in value" makes two claims."""

from collections.abc import Mapping

from sinorus.languages import meaning as m
from sinorus.parsers.flow.claim import Draft
from sinorus.parsers.flow.state import State
from sinorus.parsers.marks import is_cue
from sinorus.scan.mention import Mention
from sinorus.values.evolve import evolve

_TERMS = {"by-value": True, "by-volume": False}
"""Whether it is the money that is told of, by the cue behind a figure."""
_SUBJECTS = {"its-value": True, "its-volume": False}
"""The same by the cue before it: "their value fell by 3%"."""


def told_in(state: State, draft: Draft, item: Mention) -> Draft:
    """Return the claim to which the change at ``item`` belongs, where the words behind it say of what it is."""
    money = term_of(state, item)
    if money is None or draft.by is not None:
        return draft
    own, other = (draft.value, draft.volume) if money else (draft.volume, draft.value)
    if other is None:
        return draft
    rest = evolve(draft, value=None) if money else evolve(draft, volume=None)
    if own is None:
        state.close()
    else:
        state.rest = rest
    state.draft = evolve(draft, value=own if money else None, volume=None if money else own, share=None, record=False)
    return state.draft


def go_back(state: State) -> None:
    """Go back to the other level of a claim that was told in two, once the first has its change."""
    if state.rest is not None:
        rest, state.rest = state.rest, None
        state.close()
        state.draft = rest


def term_of(state: State, item: Mention) -> bool | None:
    """Return whether the change at ``item`` is one of the value (True) or of the volume (False), where that is said."""
    mentions = state.scanned.mentions
    subject, apart = subject_of(state, item)
    if apart:
        return subject
    at = next((index for index, mention in enumerate(mentions) if mention.start >= item.end), len(mentions))
    for mention in mentions[at:]:
        if mention.mask & (m.Figure.bit | m.Punctuation.bit):
            return None
        if (money := _told(mention, _TERMS)) is not None:
            return money
    return None


def subject_of(state: State, item: Mention) -> tuple[bool | None, bool]:
    """Return the same by the subject of a figure ("their value"), and whether the level before it has a change of its own.

    "5 Mt, a little less; their value rose by 7%" are two claims, "5 Mt; their value rose by 7%, to $2bn" is one.
    """
    subject = None
    for mention in reversed([each for each in state.scanned.mentions if each.end <= item.start]):
        if mention.mask & m.Head.bit or (mention.mask & m.Figure.bit and subject is not None):
            break
        if subject is None:
            subject = _told(mention, _SUBJECTS)
        elif mention.mask & m.Movement.bit:
            return subject, True
    return subject, False


def _told(mention: Mention, cues: Mapping[str, bool]) -> bool | None:
    if not mention.mask & m.Cue.bit:
        return None
    return next((money for name, money in cues.items() if is_cue(mention, "flow", name)), None)

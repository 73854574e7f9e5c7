"""Changes told of the value or of the volume: "3 Mt worth $2bn, down 17% in volume and 3% in value" makes two claims."""

from sinorus.languages import meaning as m
from sinorus.parsers.flow.claim import Draft
from sinorus.parsers.flow.state import State
from sinorus.parsers.marks import is_cue
from sinorus.scan.mention import Mention
from sinorus.values.evolve import evolve

_TERMS = {"by-value": True, "by-volume": False}
"""Whether it is the money that is told of, by the cue behind a figure."""


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
    at = next((index for index, mention in enumerate(mentions) if mention.start >= item.end), len(mentions))
    for mention in mentions[at:]:
        if mention.mask & (m.Figure.bit | m.Punctuation.bit):
            return None
        for name, money in _TERMS.items() if mention.mask & m.Cue.bit else ():
            if is_cue(mention, "flow", name):
                return money
    return None

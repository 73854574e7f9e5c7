"""Changes told before the flow they are of: at the head of a sentence, or behind after."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark
from sinorus.parsers.flow.figure_part import RELATIVE
from sinorus.parsers.flow.figures import fill
from sinorus.parsers.flow.state import State
from sinorus.parsers.phrase import Phrase
from sinorus.values import Dimension


def opened_with(state: State, *, headed: bool) -> None:
    """Give the claim at hand a change that opened the sentence: "Doubling within a year, imports reached 45,000 t".

    One that came before ("After a 12% drop in 2022, …") is a claim of its own.
    """
    draft = state.draft
    if not headed or not all(map(only_changes, state.waiting)):
        return
    told, state.waiting = state.waiting, []
    for phrase in told:
        if phrase.chunk.opener is Mark.CONTRAST and state.frame is not None:
            state.before.append((state.frame, phrase))
        elif draft is not None and draft.level and draft.by is None:
            fill(state, phrase)


def put_behind(state: State) -> None:
    """Leave the changes that opened the sentence until it has been told: "after a 12% drop in 2022, imports are growing again"."""
    if state.frame is not None and all(each.chunk.opener is Mark.CONTRAST and only_changes(each) for each in state.waiting):
        state.before += [(state.frame, each) for each in state.waiting]
        state.waiting = []


def share_of_agent(state: State, head: m.Head | None) -> None:
    """Give the one who supplies or buys the share told before him: "With a share of 19%, Peru was Chile's biggest supplier of tin"."""
    if head is None or not head.agent or state.frame is None or len(state.waiting) != 1 or not _only_share(state.waiting[0]):
        return
    (told,), state.waiting = state.waiting, []
    fill(state, told)


def _only_share(phrase: Phrase) -> bool:
    """Whether a chunk tells one share, and nothing of whose or of what."""
    figures = phrase.told()
    bare = not (phrase.parties or phrase.goods or phrase.heads or phrase.movements or phrase.periods or phrase.pointers)
    return phrase.share and bare and [each.quantity.dimension for each in figures] == [Dimension.PERCENT]


def tell_before(state: State) -> None:
    """Tell the changes that came before those of the sentence, once these are told."""
    for frame, phrase in state.before:
        state.close()
        state.frame, state.period, state.last, state.direction = frame, None, None, None
        fill(state, phrase)
        if state.draft is not None:
            state.draft.earlier = state.draft.aside = True


def only_changes(phrase: Phrase) -> bool:
    """Whether a chunk tells a change, and nothing of whose or what."""
    figures = phrase.told()
    named = any(placed.index >= 0 for placed in phrase.parties)
    return bool(phrase.movements) and not named and all(figure.quantity.dimension in RELATIVE for figure in figures)

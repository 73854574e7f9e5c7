"""The whole of which parts are told: a level, or a change, of its own."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Mark
from sinorus.parsers.flow.figures import fill
from sinorus.parsers.flow.state import State
from sinorus.parsers.flow.two_ends import Ends
from sinorus.parsers.phrase import Phrase, Placed
from sinorus.parsers.placing import Slot
from sinorus.values.evolve import evolve


def level_told(state: State, phrase: Phrase) -> None:
    """End the claim of a whole whose level is known, before a share of it is told: "of its exports, 9 Mt in all, 40% went to Peru"."""
    draft = state.draft
    if draft is None or not draft.frame.whole or not draft.level or draft.share is not None or state.frame is not draft.frame:
        return
    figures = [phrase.chunk.items[at].get(m.Figure) for at in phrase.figures]
    if any(figure is not None and figure.quantity.unit == "%" for figure in figures):
        state.close()
        state.frame = evolve(draft.frame)


def change_told(state: State, phrase: Phrase) -> bool:
    """Whether a relative clause tells how the whole changed of which a share was told: "82% of Peru's imports, which grew by 43%"."""
    draft, frame = state.draft, state.frame
    if draft is None or frame is None or frame.ends is None or not frame.share or draft.share is None or not state.ending.headed:
        return False
    if (
        phrase.chunk.opener is not Mark.RELATIVE
        or phrase.heads
        or phrase.parties
        or phrase.goods
        or not (phrase.figures and phrase.movements)
    ):
        return False
    state.close()
    ends = evolve(frame.ends, exporter=None) if frame.varies == "exporter" else evolve(frame.ends, importer=None)
    state.frame = evolve(frame, share=False, ends=ends, world=True, varies=None)
    fill(state, phrase)
    state.close()
    state.frame, state.last = frame, None
    return True


def of_another(phrase: Phrase, ends: Ends, placed: list[Placed], varies: str | None) -> Ends | None:
    """Return the ends of a share in the same flow of somebody else: "82% of Peru's imports, and 72% of those of Chile"."""
    if len(placed) != 1 or placed[0].slot is not Slot.OF or placed[0].index < 2 or Anaphor.THIS not in phrase.pointers:
        return None
    item = phrase.item(placed[0].index - 2)
    pointer = item.get(m.Pointer) if item is not None else None
    if pointer is None or pointer.to is not Anaphor.THIS or not phrase.figures or phrase.figures[0] > placed[0].index:
        return None
    code = placed[0].codes[0]
    return evolve(ends, importer=code) if varies == "exporter" else evolve(ends, exporter=code)

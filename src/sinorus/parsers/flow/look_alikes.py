"""Chunks that tell of something that is no flow."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Head, Mark, Side
from sinorus.parsers.flow.anchoring import anchored
from sinorus.parsers.flow.claim import Frame
from sinorus.parsers.flow.made_at_home import USED
from sinorus.parsers.flow.state import State
from sinorus.parsers.phrase import Phrase
from sinorus.parsers.placing import Slot
from sinorus.records import Measure


def look_alike(state: State, phrase: Phrase) -> None:
    """A look-alike takes the stage: its figures are no flow's."""
    at, other = phrase.others[0]
    if not phrase.figures and other.kind == "price" and Anaphor.THIS in phrase.pointers and phrase.level is not None:
        return  # "it came cheaper, though: $4bn"
    if not phrase.figures and (other.kind == "length" or (other.kind == "freight" and phrase.route is not None)):
        state.traffic = other.kind == "freight"
        return  # "Peru, long the first", "Ilo, the busiest of the crossings"
    if not phrase.figures and (other.kind == "look-alike" or phrase.chunk.items[0].mask & m.Speech.bit):
        return  # a ministry, the customs, "said the company": who says so
    if not phrase.figures and other.kind == "price" and phrase.chunk.opener is Mark.COMMA and _only_relates(phrase, at):
        return  # "ore, at $32 a tonne, made up 61%"
    if state.frame is not None and state.frame.other is None and phrase.figures and phrase.figures[0] < at:
        return
    if not phrase.figures and phrase.chunk.opener in {Mark.CONTRAST, Mark.RELATIVE} and _is_told(phrase, at):
        return  # "in 2013, when the duty was lowered, it had been 73 kt"
    if phrase.figures or state.frame is None or (_begins_anew(state, phrase) and phrase.of(Slot.OWNER)):
        state.close()
        owners = tuple(phrase.of(Slot.OWNER) or phrase.of(Slot.SUBJECT) or phrase.of(Slot.ORIGIN))
        owners = owners or (tuple(phrase.of(Slot.PLACE)) if other.kind in USED else ())
        goods = tuple(dict.fromkeys(each for _, each in phrase.goods))
        period = anchored(state, phrase.periods[-1][1]) if phrase.periods else None
        state.frame = Frame(Head(Measure.EXPORTS, Side.EXPORTER), None, goods, period, other=other.kind, parties=owners)


def _begins_anew(state: State, phrase: Phrase) -> bool:
    """Whether a mark or joint sets a chunk apart from the flow before it: "…; Chinese investment", "…, while Chinese investment"."""
    return state.semicolon or phrase.chunk.opener is Mark.CONTRAST


def _is_told(phrase: Phrase, index: int) -> bool:
    """Whether a subordinate clause says all that it has to say of what stands at `index`: "before it raised its duties"."""
    items = phrase.chunk.items
    return any(item.mask & (m.Movement.bit | m.Level.bit) for item in items[index + 1 :]) or any(
        item.mask & m.Pointer.bit for item in items[: max(index - 1, 0)]
    )


def _only_relates(phrase: Phrase, index: int) -> bool:
    """Whether a chunk holds nothing but a preposition before what stands at `index`."""
    items = phrase.chunk.items
    return len(items) == index + 1 == 2 and bool(items[0].mask & m.Relation.bit)

"""What a chunk says goods cost: a price, or the worth of a flow told before."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Mark, Use
from sinorus.parsers.flow.figure_owner import WORTH
from sinorus.parsers.flow.state import State
from sinorus.parsers.marks import is_cue
from sinorus.parsers.phrase import Phrase


def ends_with_price(phrase: Phrase, head: int) -> bool:
    """Whether a chunk ends with the price of what moved: what follows is said of it ("the price of imported oil was $62, down 5%")."""
    at, other = phrase.others[-1] if phrase.others else (-1, None)
    return other is not None and other.kind == "price" and at > head and at == len(phrase.chunk.items) - 1


def costs_much(phrase: Phrase, head: int, index: int, other: m.OtherMeasure) -> bool:
    """Whether a flow "cost" so much that this is its worth and no price: "all exports cost $257.6m"."""
    items = phrase.chunk.items
    last = max(head, index)  # «стоят они 5 млрд»
    figure = items[last + 1].get(m.Figure) if last < len(items) - 1 else None
    return other.kind == "price" and figure is not None and figure.quantity.amount >= WORTH


def taken_up(state: State, phrase: Phrase) -> int | None:
    """Return where a chunk takes up the goods of the flow told right before: "in July they cost $30m"."""
    if (worth := _is_worth(state, phrase)) is not None:
        return worth
    told = state.context.flow is not None and state.context.distance <= 1 and (state.frame is None or state.frame.other is None)
    if not told or Anaphor.THIS not in phrase.pointers or phrase.parties or phrase.goods:
        return None
    pointers = ((at, item.get(m.Pointer)) for at, item in enumerate(phrase.chunk.items) if item.mask & m.Pointer.bit)
    return next((at for at, pointer in pointers if pointer is not None and pointer.to is Anaphor.THIS), None)


def _is_worth(state: State, phrase: Phrase) -> int | None:
    """Return where a chunk tells what the goods were worth that the one before says to have moved: "tin, shipped to Peru, cost $5bn"."""
    frame, opens = state.frame, phrase.chunk.opener is Mark.COMMA and bool(phrase.others) and phrase.others[0][0] == 0
    told = frame is not None and frame.other is None and bool(frame.goods) and state.draft is None and frame.head.use is Use.VERB
    return 0 if opens and told and not (phrase.parties or phrase.heads) else None


def costs(state: State, phrase: Phrase) -> bool:
    """Whether a chunk tells what something has cost that it does not name, or that is no flow: "the icebreaker cost $1bn"."""
    if not phrase.chunk.mask & m.Cue.bit or Anaphor.THIS in phrase.pointers:
        return False
    if not any(is_cue(item, "flow", "costs") for item in phrase.chunk.items):
        return False
    return state.frame is None or state.draft is None or phrase.chunk.opener in {Mark.CONTRAST, Mark.SEMICOLON}


def is_price(phrase: Phrase) -> bool:
    """Whether a chunk is nothing but a price and of what it is: 进口均价为每吨100美元."""
    return len(phrase.others) > 1 and all(item.mask & (m.OtherMeasure.bit | m.Level.bit) for item in phrase.chunk.items)

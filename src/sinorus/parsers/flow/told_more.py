"""Chunks without a head that say more of the claim at hand: its other end, its goods, or that it is one of all."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Head, Side
from sinorus.parsers.flow.anchoring import anchored
from sinorus.parsers.flow.goods import goods_of
from sinorus.parsers.flow.state import State
from sinorus.parsers.flow.two_ends import Ends
from sinorus.parsers.flow.varied_ends import varied_ends
from sinorus.parsers.marks import role_of
from sinorus.parsers.phrase import Phrase
from sinorus.parsers.placing import Slot
from sinorus.records import Measure
from sinorus.values.evolve import evolve
from sinorus.world import commodity


def widen(state: State, phrase: Phrase) -> None:
    """A whole of which a part went to somebody went to all: "the region sold 96 kt, 29 kt of them to China"."""
    draft = state.draft
    if draft is None or not (phrase.share or Anaphor.OF_WHICH in phrase.pointers) or draft.frame.ends is None or not draft.level:
        return
    ends = draft.frame.ends
    sold = draft.frame.head.weak and ends.importer is None and len(phrase.of(Slot.TO)) == 1
    if not (sold or "partner" in ends.carried) or draft.frame.head.measure is not Measure.EXPORTS:
        return
    if sold or phrase.of(Slot.TO) == [ends.importer]:
        draft.frame = evolve(draft.frame, ends=evolve(ends, importer=None), world=True)
    elif phrase.of(Slot.FROM) == [ends.exporter]:
        draft.frame = evolve(draft.frame, ends=evolve(ends, exporter=None), world=True)
    elif Anaphor.OF_WHICH in phrase.pointers and draft.share is None and _from_others(phrase, ends):
        bought = draft.frame.head.side is Side.IMPORTER  # "Peru bought 9 Mt, of which Chilean 3 Mt"
        draft.frame = evolve(draft.frame, ends=evolve(ends, exporter=None) if bought else evolve(ends, importer=None), world=True)


def _from_others(phrase: Phrase, ends: Ends) -> bool:
    """Whether a part is of a party that is neither end of the whole."""
    first = phrase.parties[0] if phrase.parties else None
    return (
        first is not None
        and first.slot is not Slot.RIVAL
        and len(first.codes) == 1
        and first.codes[0] not in {ends.exporter, ends.importer}
    )


def complete(state: State, phrase: Phrase) -> None:
    """Give the claim at hand the end that is named behind a bracket: "$4bn (30bn yuan) worth of goods to Peru"."""
    draft = state.draft
    if draft is None or draft.frame.ends is None:
        return
    ends, goal, start = draft.frame.ends, phrase.of(Slot.TO), phrase.of(Slot.FROM)
    if ends.importer is None and len(goal) == 1 and goal[0] != ends.exporter:
        draft.frame = state.frame = evolve(draft.frame, ends=evolve(ends, importer=goal[0]))
    elif ends.exporter is None and len(start) == 1 and start[0] != ends.importer:
        draft.frame = state.frame = evolve(draft.frame, ends=evolve(ends, exporter=start[0]))
    else:
        return
    if phrase.periods and draft.period is None:
        draft.period, draft.named = anchored(state, phrase.periods[-1][1]), True
        phrase.periods = []


def specify(state: State, phrase: Phrase) -> bool:
    """Whether a chunk behind a dash says of whom or what the part just told is: "of this 3 Mt — Russian wheat for China"."""
    draft = state.draft
    if draft is None or not draft.part or draft.frame.ends is None or not (phrase.parties or phrase.goods or phrase.route):
        return False
    only = phrase.item(phrase.parties[0].index) if len(phrase.parties) == 1 else None
    named = only.get(m.Party) if only is not None else None
    if named is not None and named.place is not None and not phrase.goods:
        return False  # "by the line Skovorodino — Mohe": a town
    frame = draft.frame = draft.frame.copy()
    frame.route = phrase.route or frame.route
    ends = frame.ends
    origin, goal = phrase.of(Slot.ORIGIN) or phrase.of(Slot.FROM), phrase.of(Slot.TO)
    if len(origin) == 1 and len(goal) == 1:
        frame.head, ends = Head(Measure.EXPORTS, Side.EXPORTER), Ends(exporter=origin[0], importer=goal[0])
    elif len(phrase.parties) == 1 and len(phrase.parties[0].codes) == 1:
        ends = varied_ends(frame, phrase.parties) or ends
    frame.ends = ends
    frame.goods = goods_of(state, phrase) or frame.goods
    draft.reach(phrase.chunk.items[0].start, phrase.chunk.items[-1].end)
    return True


def of_kind_told(state: State, phrase: Phrase) -> None:
    """Take a wider word that only counts the goods told of for no other goods: "car exports tripled in May, to 9,000 vehicles"."""
    told = state.frame.goods if state.frame is not None else ()
    if phrase.heads or len(told) != 1 or len(phrase.goods) != 1 or not phrase.figures or phrase.figures[0] == 0:
        return
    figure, (at, wider) = phrase.figures[0], phrase.goods[0]
    reached = role_of(phrase.chunk.items[figure - 1]) is m.Role.TO and at == figure + 1
    if reached and wider in commodity(told[0]).ancestors():
        phrase.goods = []

"""The whole of which parts are told: a level, or a change, of its own."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Head, Mark, Side, Use
from sinorus.parsers.context import Topic
from sinorus.parsers.flow.anchoring import anchored
from sinorus.parsers.flow.figure_part import RELATIVE
from sinorus.parsers.flow.figures import fill
from sinorus.parsers.flow.state import State
from sinorus.parsers.flow.two_ends import Ends
from sinorus.parsers.phrase import Phrase, Placed
from sinorus.parsers.placing import Slot
from sinorus.records import Measure
from sinorus.values import Quantity
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


_OWNS = frozenset({Slot.OWNER, Slot.SUBJECT})


def all_of_it(state: State, phrase: Phrase, head: Head) -> Ends | None:
    """Return the ends of all that is traded in the goods just told, named anew with more than what one partner had.

    "It bought 9 Mt of coal from Peru, down 6%; coal imports came to 44 Mt": the same flow cannot have both levels at one time.
    """
    flow = state.context.flow
    if flow is None or flow.partner is None or flow.goods is None or flow.measure is not Measure.EXPORTS or flow.side is Side.BOTH:
        return None
    noun = head.use is Use.NOUN and not head.weak and head.side is not Side.BOTH
    owner = flow.partner if head.side is flow.side.facing and _owns(phrase, flow.partner) else flow.owner
    bare = not (phrase.pointers or phrase.world or phrase.route or phrase.share or phrase.status)
    bare = bare and (not phrase.parties or _owns(phrase, owner))
    if not noun or not bare or {each for _, each in phrase.goods} != {flow.goods} or len(phrase.heads) > 1 or state.context.distance > 1:
        return None
    if head.side is not flow.side and owner == flow.owner:
        return _other_way(state.context.topic, flow, head)
    at = next((each for each in phrase.figures if _level_at(phrase, each) is not None), None)
    level = _level_at(phrase, at) if at is not None else None
    if at is None or level is None or any(index < at for index, _ in phrase.movements):
        return None
    told = _told(state, level)
    times = [anchored(state, expr) for _, expr in phrase.periods] or [state.period or state.context.period]
    if told is None or level.amount <= told.amount or any(time != state.context.period for time in times):
        return None
    return _with_all(owner, head)


def _owns(phrase: Phrase, code: str) -> bool:
    """Whether nobody but this one is told to trade."""
    return bool(phrase.parties) and all(placed.slot in _OWNS and placed.codes == (code,) for placed in phrase.parties)


def _with_all(owner: str, head: Head) -> Ends:
    ends = Ends(exporter=owner, importer=None, carried=("parties",))
    return ends if head.side is Side.EXPORTER else ends.reversed()


def _other_way(topic: Topic | None, flow: Topic, head: Head) -> Ends | None:
    """Return the ends of the other way of what a country trades with all: "steel exports were 9 Mt, 1 Mt to Peru; steel imports 3 Mt"."""
    whole = topic is not None and topic.partner is None and topic.owner == flow.owner and topic.goods == flow.goods
    return _with_all(flow.owner, head) if whole and topic is not None and topic.side is flow.side else None


def _level_at(phrase: Phrase, index: int) -> Quantity | None:
    figure = phrase.chunk.items[index].get(m.Figure)
    return figure.quantity if figure is not None and figure.quantity.dimension not in RELATIVE else None


def _told(state: State, level: Quantity) -> Quantity | None:
    """Return the level last told in the unit of this one."""
    last = (state.records[-1].value, state.records[-1].volume) if state.records else state.context.levels
    return next((each for each in last if each is not None and each.unit == level.unit), None)

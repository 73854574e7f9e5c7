"""The ends of the flow of a member of a list: with several at once, as one of several, as the one turned to."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Head, Role, Side, Use
from sinorus.parsers.flow.claim import Frame
from sinorus.parsers.flow.listed import is_joint
from sinorus.parsers.flow.partner import MARKET
from sinorus.parsers.flow.two_ends import Ends
from sinorus.parsers.flow.varied_ends import is_way, varied_ends
from sinorus.parsers.marks import role_of
from sinorus.parsers.phrase import Phrase, Placed
from sinorus.parsers.placing import Slot
from sinorus.records import Measure
from sinorus.values.evolve import evolve

_UNMARKED = frozenset({Slot.SUBJECT, Slot.RIVAL})
"""Whom no word marks as one to whom goods go."""


def figure_of(phrase: Phrase, frame: Frame, placed: list[Placed]) -> Ends | None:
    """Return the ends of the flow told before with whom its "figure" is told next: another seller to China, or another buyer there.

    "It bought 6 Mt of tin from Peru. For Chile the figure was 5 Mt, for Cuba 4"; "It sold Peru 9 kt. Chile's figure was 5 kt".
    """
    ends = frame.ends
    if ends is None or "flow" not in ends.carried or frame.share or frame.head.side is Side.BOTH or len(placed) != 1:
        return None
    code = placed[0].codes[0]
    before = phrase.item(placed[0].index - 1) if placed[0].index > 0 else None
    for_it = placed[0].slot is Slot.TO and role_of(before) is Role.FOR
    if not for_it and not (placed[0].slot is Slot.OWNER and Anaphor.FIGURE in phrase.pointers):
        return None
    if len(placed[0].codes) != 1 or code in {ends.exporter, ends.importer} or MARKET not in {ends.exporter, ends.importer}:
        return None
    return evolve(ends, exporter=code) if ends.importer == MARKET else evolve(ends, importer=code)


def together(frame: Frame, phrase: Phrase, placed: list[Placed]) -> Frame | None:
    """Return the frame of two or more who are named together: of a trade between them, or of a list with a figure each."""
    directed = {each.slot for each in placed} == {Slot.FROM, Slot.TO}
    opening = phrase.chunk.items[: phrase.figures[0]] if phrase.figures else []
    led = (
        bool(opening) and all(item.mask & (m.Respectively.bit | m.Level.bit) for item in opening) and all(each.index < 0 for each in placed)
    )
    ahead = bool(phrase.figures) and (not opening or led) and not directed  # the parties are those named right before
    dealt = ahead and bool(phrase.chunk.mask & m.Respectively.bit)  # "Peru and Chile, $5bn and $4bn, respectively"
    joint = is_joint(phrase, placed) or dealt
    if not dealt and frame.head.side is Side.BOTH and not frame.share and len(placed) == 2 and (ahead or joint):
        return evolve(frame, ends=Ends(exporter=placed[0].codes[0], importer=placed[1].codes[0]), parties=())
    first = varied_ends(frame, placed[:1]) if joint else None
    if first is None:
        return None
    varies = "exporter" if first.exporter == placed[0].codes[0] else "importer"
    return evolve(frame, ends=first, parties=tuple(code for each in placed for code in each.codes), varies=varies)


def one_of_several(frame: Frame, placed: list[Placed]) -> Frame | None:
    """Return the frame of one of those whose sum was told: "the three sold 9 Mt in all, of which Peru 3 Mt"."""
    if frame.ends is None or len(frame.parties) < 2 or len(placed) != 1 or placed[0].slot is Slot.RIVAL:
        return None
    code = placed[0].codes[0]
    if code not in frame.parties:
        return None
    ends = evolve(frame.ends, importer=code) if frame.varies == "importer" else evolve(frame.ends, exporter=code)
    return evolve(frame, ends=ends, parties=())


def turn_to(frame: Frame, ends: Ends, placed: list[Placed], *, turned: bool) -> None:
    """Give a frame the ends of a member of a list."""
    one_way = len(placed) == 2 and frame.head.side is Side.BOTH and {each.slot for each in placed} == {Slot.FROM, Slot.TO}
    frame.ways = frame.ways or one_way or (len(placed) == 1 and is_way(frame, placed[0]))
    frame.head = Head(Measure.EXPORTS, Side.EXPORTER) if frame.ways else frame.head
    if turned:
        frame.head = evolve(frame.head, side=frame.head.side.facing)
    elif frame.ends is not None:
        frame.dealt = "importer" if ends.exporter == frame.ends.exporter else "exporter"
    frame.fixed = bool(placed) and ((placed[0].slot in {Slot.TO, Slot.FROM} and not frame.falls) or does_too(frame, ends, placed[0]))
    if frame.goal is not None and frame.ends is not None and frame.goal == frame.ends.importer:
        frame.goal = ends.importer if any(each.loose or each.slot not in _UNMARKED for each in placed) else None  # other goals
    frame.ends, frame.parties = ends, ()


def does_too(frame: Frame, ends: Ends, placed: Placed) -> bool:
    """Whether somebody buys as the one named with the verb before did: "China bought 3 Mt of it, and Peru 2 Mt"."""
    told, head = frame.ends, frame.head
    bought = head.use is Use.VERB and head.side is Side.IMPORTER and placed.slot is Slot.SUBJECT and not frame.share
    if told is None or not bought or {"owner", "parties"} & set(told.carried):
        return False  # who stands behind "sold" may be another buyer: "Peru sold China 5 Mt, and Chile 3 Mt"
    return ends.importer != told.importer


def names_foreign(ends: Ends | None, placed: list[Placed]) -> bool:
    """Whether a chunk names only others than the two of the flow, and several, so that whose its figures are is open."""
    named = {code for each in placed for code in each.codes}
    return ends is not None and len(named) > 1 and not named & {ends.exporter, ends.importer}

"""What leaves or enters a country of the goods that it makes or uses, told behind how much of them that is."""

from sinorus.languages.meaning import Anaphor, Head, Mark, Side, Use
from sinorus.parsers.flow.claim import Frame
from sinorus.parsers.flow.figure_part import MADE, RELATIVE
from sinorus.parsers.flow.state import State
from sinorus.parsers.flow.two_ends import Ends
from sinorus.parsers.phrase import Phrase, Placed
from sinorus.parsers.placing import Slot
from sinorus.records import Measure

USED = MADE | {"economy"}
"""Look-alikes that tell how much of some goods was made, dug or used."""
_ONWARD = frozenset({Mark.AND, Mark.COMMA, Mark.CONTRAST, Mark.SEMICOLON})
"""Marks behind which a clause goes on at the time of the one before it."""


def go_abroad(state: State, phrase: Phrase, before: Frame) -> None:
    """Let what is exported of a harvest go to all, or where it is told to go: "Russia's soybean crop was 5.5 Mt, exports were 1.5 Mt".

    A clause that goes on behind any look-alike has the time of that one.
    """
    if before.other is not None and phrase.chunk.opener in _ONWARD and not phrase.periods:
        state.period = state.period or before.period  # "Peru dug 9 Mt of tin in May and sold 3 Mt to China"
    pointed = phrase.pointers or phrase.route or phrase.world or any(head.weak for _, head in phrase.heads)
    there = all(placed.slot is Slot.TO and placed.codes != before.parties for placed in phrase.parties)
    named = before.other == "production" or phrase.goods or before.goods
    if before.other in MADE and len(before.parties) == 1 and there and named and not pointed:
        phrase.world = not phrase.parties
        phrase.parties = [Placed(-1, before.parties, Slot.SUBJECT), *phrase.parties]
        phrase.goods = phrase.goods or [(-1, each) for each in before.goods]
        state.period = state.period or before.period


def part_abroad(state: State, phrase: Phrase) -> Frame | None:
    """Return the flow of a part that crosses the border: "Peru dug 9 Mt of tin, of which 3 Mt went to China"."""
    made = state.frame
    if made is None or made.other not in USED or len(made.goods) != 1 or len(made.parties) != 1 or phrase.goods or phrase.others:
        return None
    figures = phrase.told()
    if Anaphor.OF_WHICH not in phrase.pointers or not figures or any(each.quantity.dimension in RELATIVE for each in figures):
        return None
    home, start, goal = made.parties[0], phrase.of(Slot.FROM), phrase.of(Slot.TO)
    if any(head.use is Use.VERB and head.side is Side.IMPORTER for _, head in phrase.heads):
        goal = goal or phrase.of(Slot.SUBJECT)
    named = start or goal
    if len(named) != 1 or (start and goal) or named[0] == home:
        return None
    ends = Ends(exporter=named[0], importer=home) if start else Ends(exporter=home, importer=named[0])
    head = Head(Measure.EXPORTS, Side.EXPORTER, use=Use.VERB)
    return Frame(head, ends, made.goods, made.period, start=phrase.chunk.items[0].start, fixed=True)

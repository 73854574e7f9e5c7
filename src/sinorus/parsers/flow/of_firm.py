"""Exports of "the company", which is the one named last: they are those of its country, to all unless a goal is named."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Role, Side, Use
from sinorus.parsers.flow.partner import SUBJECTS
from sinorus.parsers.flow.state import State
from sinorus.parsers.marks import is_cue, role_of
from sinorus.parsers.phrase import Phrase, Placed
from sinorus.parsers.placing import Slot
from sinorus.records import Measure

_OWNERS = frozenset({Slot.OWNER, Slot.SUBJECT, Slot.FROM, Slot.ORIGIN})


def of_firm(state: State, phrase: Phrase) -> None:
    """Give a noun of exports that "the company" owns to the country of the company named last."""
    if not phrase.chunk.mask & m.Cue.bit or not phrase.heads or any(placed.slot in _OWNERS for placed in phrase.parties):
        return
    places = (_firm_of(phrase, at) for at, head in phrase.heads if _exports(head))
    place, firms = next((each for each in places if each is not None), None), state.context.told.firms
    if place is None or not firms or firms[-1].country not in SUBJECTS:
        return
    phrase.others = [pair for pair in phrase.others if pair[0] != place]
    phrase.parties = [Placed(place, (str(firms[-1].country),), Slot.OWNER), *phrase.parties]
    phrase.world = phrase.world or not phrase.of(Slot.TO)


def _exports(head: m.Head) -> bool:
    return head.measure is Measure.EXPORTS and head.side is Side.EXPORTER and head.use is Use.NOUN and not head.weak and not head.agent


def _firm_of(phrase: Phrase, at: int) -> int | None:
    """Return where "the company" stands to which a noun belongs: right behind it, or before a mark of possession."""
    items = phrase.chunk.items
    if at + 1 < len(items) and is_cue(items[at + 1], "agreement", "firm") and items[at + 1].start - items[at].end == 1:
        return at + 1
    owns = at > 1 and role_of(items[at - 1]) is Role.POSSESSIVE and is_cue(items[at - 2], "agreement", "firm")
    return at - 2 if owns else None

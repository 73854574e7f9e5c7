"""Sales that are no exports: in the country, to consumers, of a make."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Head, Role, Side, Use
from sinorus.parsers.flow.state import State
from sinorus.parsers.marks import role_of
from sinorus.parsers.phrase import Phrase
from sinorus.parsers.placing import Slot


def sold_at_home(state: State, phrase: Phrase) -> bool:
    """Whether a chunk tells what was sold in a country, from nowhere and to nobody abroad: "240,000 lorries were sold in the country"."""
    start, end = phrase.chunk.items[0].start, phrase.chunk.items[-1].end
    sold = [head for _, head in phrase.heads if _is_sale(head)]
    if not sold or len(sold) != len(phrase.heads) or phrase.world or phrase.route or phrase.pointers & _POINTING:
        return False
    if len({placed.codes for placed in phrase.parties}) > 1 or any(placed.slot in _ABROAD for placed in phrase.parties):
        return False
    return any(start - _BEFORE <= state.scanned.mentions[at].start < end for at in state.scanned.cued("flow", "at-home"))


def sold_by_retail(state: State, phrase: Phrase) -> bool:
    """Whether those sell who sell to consumers: "dealers sold 5,000 Chinese cars"."""
    start, sold = phrase.chunk.items[0].start, [at for at, head in phrase.heads if _is_sale(head) and head.use is Use.VERB]
    if not sold or len(sold) != len(phrase.heads) or phrase.world or phrase.route:
        return False
    if any(placed.slot is Slot.TO and placed.index > sold[0] for placed in phrase.parties):
        return False
    end = phrase.chunk.items[sold[0]].start
    return any(start - _BEFORE <= state.scanned.mentions[at].start < end for at in state.scanned.cued("flow", "retail"))


def sold_by_make(phrase: Phrase) -> bool:
    """Whether the sales of a make are told, which are no exports where no goal is named: "sales of Haval fell by 16%"."""
    if any(placed.slot in {Slot.TO, Slot.FROM} for placed in phrase.parties):
        return False
    for at, head in phrase.heads:
        if head.use is not Use.NOUN or not _is_sale(head):
            continue
        behind = next((item for item in phrase.chunk.items[at + 1 : at + 3] if role_of(item) is not Role.OF), None)
        make = behind.get(m.Body) if behind is not None else None
        if make is not None and make.kind == "automotive":
            return True
    return False


def _is_sale(head: Head) -> bool:
    return head.weak and not head.agent and head.side is Side.EXPORTER


_ABROAD = frozenset({Slot.FROM, Slot.TO, Slot.WITH, Slot.ORIGIN, Slot.PAIR})
_BEFORE = 40
"""So many characters before its first word a chunk may name the place: "In the country 240,000 were sold"."""
_POINTING = frozenset({Anaphor.THERE, Anaphor.PARTNER, Anaphor.PAIR, Anaphor.REVERSE, Anaphor.COUNTRY})

"""From whom the money for exports comes: they bought what was sold ("it earned $9bn from exports, $3bn of that from Peru")."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Role, Side, Use
from sinorus.parsers.bases import roles_of
from sinorus.parsers.flow.claim import Frame
from sinorus.parsers.flow.state import State
from sinorus.parsers.marks import role_of
from sinorus.parsers.phrase import Phrase
from sinorus.parsers.placing import Slot
from sinorus.records import Measure


def paid_by(state: State, phrase: Phrase) -> None:
    """Let those be buyers from whom a part of the money comes that a country earned abroad."""
    frame = state.frame
    named = [placed for placed in phrase.parties if placed.slot is Slot.FROM and len(placed.codes) == 1]
    if frame is None or len(named) != 1 or len(phrase.parties) != 1 or not _earns(frame, named[0].codes[0]):
        return
    part = Role.OF in roles_of(state.scanned.mentions[0]) or Anaphor.OF_WHICH in phrase.pointers
    begins = part and frame.ends is not None and frame.ends.importer is None
    if not _is_money(phrase) or not (state.earned or begins):
        return
    came = [head for at, head in phrase.heads if not (head.weak and head.use is Use.VERB and _comes(phrase, at))]
    if came:
        return
    phrase.heads, named[0].slot, state.earned = [], Slot.TO, True


def _earns(frame: Frame, payer: str) -> bool:
    """Whether a flow is what a country sells, and somebody else pays."""
    ends, exports = frame.ends, frame.head.measure is Measure.EXPORTS and frame.head.side is Side.EXPORTER
    return exports and frame.other is None and not frame.share and ends is not None and ends.exporter not in {None, payer}


def _is_money(phrase: Phrase) -> bool:
    """Whether the first figure of a chunk is money, or may be."""
    figures = phrase.told()
    return bool(figures) and (figures[0].quantity.is_money or (figures[0].scaled and figures[0].quantity.unit == "1"))


def _comes(phrase: Phrase, at: int) -> bool:
    item = phrase.chunk.items[at]
    return bool(item.mask & m.Relation.bit) and role_of(item) is Role.FROM

"""At which end of a flow those stand who are listed, or set against one another."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Head, Mark, Side, Use
from sinorus.parsers.flow.claim import Frame
from sinorus.parsers.flow.two_ends import Ends
from sinorus.parsers.phrase import Phrase
from sinorus.parsers.placing import Slot
from sinorus.records import Measure
from sinorus.values.evolve import evolve


def named_as(phrase: Phrase, head: int, ends: Ends | None) -> str | None:
    """Return the end at which those stand who are named behind a noun: "the main buyers were Peru (41%) and Chile (17%)"."""
    named = [placed for placed in phrase.parties if placed.slot is Slot.SUBJECT and placed.index > head]
    noun = next((each for at, each in phrase.heads if at == head), None)
    if not named and noun is not None and noun.agent:  # "Peru became the main buyer, with 5 Mt against Chile's 3"
        named = [placed for placed in phrase.parties if placed.slot is Slot.SUBJECT and placed.index >= 0]
    elif not named and noun is not None and noun.weak and noun.use is Use.NOUN:  # "Peru was the biggest buyer of it, ahead of Chile"
        named = [placed for placed in phrase.parties if placed.slot is Slot.SUBJECT and _is_said_to_be(phrase, placed.index, head)]
    elif not named or not any(item.mask & m.Level.bit for item in phrase.chunk.items[head : named[0].index]):
        return None
    if ends is None or not named:
        return None
    return "importer" if ends.importer in named[0].codes else "exporter" if ends.exporter in named[0].codes else None


def _is_said_to_be(phrase: Phrase, party: int, head: int) -> bool:
    """Whether a word for "is" stands between a party and the noun for what it is."""
    return 0 <= party < head and any(item.mask & m.Level.bit for item in phrase.chunk.items[party + 1 : head])


def dealt_before(before: Frame | None, ends: Ends | None) -> str | None:
    """Return the end at which a list began, where a verb only goes on with its first member: "the main buyer was Peru, which took 3 Mt"."""
    if before is None or before.ends is None or ends is None or before.other is not None:
        return None
    same = (before.ends.exporter, before.ends.importer) == (ends.exporter, ends.importer)
    return before.dealt if same else None


def set_against(phrase: Phrase, head: Head, ends: Ends | None, goods: tuple[str, ...], before: Frame | None) -> Ends | None:
    """Return the ends of purchases set against another's from the same seller: "Peru's imports from Chile fell, Cuba's rose"."""
    told = before.ends if before is not None else None
    if (
        before is None
        or told is None
        or ends is None
        or phrase.chunk.opener is not Mark.CONTRAST
        or before.share
        or before.other is not None
    ):
        return None
    bought = head.side is Side.IMPORTER and not head.weak and before.head.measure is Measure.EXPORTS
    whole = phrase.world or phrase.pointers & {Anaphor.OVERALL, Anaphor.TOTAL}
    same = bool(before.goods) and goods in {(), before.goods}
    if not bought or whole or not same or ends.exporter is not None or ends.importer in {None, told.importer, told.exporter}:
        return None
    return evolve(ends, exporter=told.exporter, carried=("partner",))


def party_list(phrase: Phrase, head: Head) -> tuple[tuple[str, ...], str | None]:
    """Return the members of a list of parties in one role, and the end of the flow at which they stand."""
    if sum(len(placed.codes) for placed in phrase.parties) < 2:
        return (), None
    for slot in (Slot.FROM, Slot.TO, Slot.WITH, Slot.OWNER, Slot.SUBJECT, Slot.ORIGIN):
        codes = phrase.of(slot)
        two = head.side is Side.BOTH and len(codes) == 2 and (slot is Slot.SUBJECT or Anaphor.PAIR in phrase.pointers)
        if len(codes) > 1 and not two:
            owning = slot in {Slot.OWNER, Slot.SUBJECT}
            exporting = slot is Slot.FROM or slot is Slot.ORIGIN or (owning and head.side is Side.EXPORTER)
            return tuple(codes), "exporter" if exporting and head.side is not Side.BOTH else "importer"
    return (), None

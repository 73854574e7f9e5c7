"""Sentences that tell of the trade of two others, which is nothing to the text: "Peru's exports to Chile grew as well"."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Side
from sinorus.parsers.clause import chunks
from sinorus.parsers.context import Context
from sinorus.parsers.flow.ends import ends_of
from sinorus.parsers.flow.partner import SUBJECTS
from sinorus.parsers.phrase import Phrase
from sinorus.parsers.placing import Slot
from sinorus.parsers.reading import read
from sinorus.scan.sentence import Scanned
from sinorus.world.country import members_of

_OURS = m.World.bit | m.Route.bit


def is_of_others(scanned: Scanned, context: Context) -> bool:
    """Whether a sentence names both ends of a flow and nobody of whom the text has told, nor China or Russia, alone or in a bloc."""
    if context.flow is None or scanned.sentence.kind != "sentence" or not scanned.mask & m.Head.bit or scanned.mask & _OURS:
        return False
    if any(pointer.to is not Anaphor.WARES for _, pointer in scanned.of(m.Pointer)):
        return False  # "its", "the two": those of whom was told
    named = {code for _, party in scanned.of(m.Party) for code in party.codes}
    known = {*SUBJECTS, context.viewpoint, context.owner, context.partner, context.subject}
    if context.topic is not None:
        known |= {context.topic.owner, context.topic.partner}
    if len(named) <= 1 or named & known or any(set(members_of(code)) & SUBJECTS for code in named):
        return False
    return any(_names_both(phrase, context) for phrase in map(read, chunks(scanned)))


def _names_both(phrase: Phrase, context: Context) -> bool:
    """Whether a phrase names both ends of its flow itself."""
    between = len(phrase.of(Slot.PAIR)) == len(SUBJECTS)
    found = (ends_of(head, phrase, context) for _, head in phrase.heads if head.side is not Side.BOTH or between)
    return any(ends is not None and not ends.carried and None not in {ends.exporter, ends.importer} for ends in found)

"""Among whom somebody is ranked: among those who sell to one country, or among those to whom one country sells."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Head, Side, Use
from sinorus.parsers.flow.claim import Frame
from sinorus.parsers.flow.partner import MARKET, SUBJECTS
from sinorus.parsers.flow.two_ends import Ends
from sinorus.parsers.phrase import Phrase, Placed
from sinorus.parsers.placing import Slot
from sinorus.records import Measure
from sinorus.scan.sentence import Scanned
from sinorus.values.evolve import evolve


def end_of_rivals(frame: Frame, phrase: Phrase) -> str | None:
    """Return the end of a flow that is left for others: that of a list, or of the buyer, where it is told of a seller's goods.

    "Most Peruvian tin was bought by Chile": others who are ranked buy it, too.
    """
    ends = frame.ends
    if frame.varies is not None or ends is None or frame.share:
        return frame.varies
    sold = next((each.index for each in phrase.parties if each.slot is Slot.ORIGIN and each.codes[0] == ends.exporter), None)
    bought = next((each.index for each in phrase.parties if each.slot is not Slot.ORIGIN and each.codes[0] == ends.importer), None)
    return "importer" if sold is not None and bought is not None and sold < bought else None


def ranked_end(scanned: Scanned, frame: Frame, placed: list[Placed], told: str | None) -> str | None:
    """Return at which end those stand who are ranked: where the one of the two does who has a rank, else where China's partner does.

    `told` is the end that the flow told before left for others.

    "Russia is second on the market of China, ahead of it Peru, 3 Mt": who sells; "cars from China to Russia came to 900,000, Peru took
    first place with 1.1m": who buys.
    """
    ends = frame.ends
    if ends is None or frame.share or frame.varies is not None or frame.dealt is not None or frame.head.measure is not Measure.EXPORTS:
        return None
    third = len(placed) == 1 and placed[0].slot is Slot.SUBJECT and SUBJECTS.isdisjoint(placed[0].codes)
    if not third or {ends.exporter, ends.importer} != SUBJECTS:
        return None
    cues = scanned.cued("flow", "rank")
    if not cues:
        return told if ends.carried and scanned.cued("flow", "follows") else None
    first = next((code for cue in cues if (code := _has_rank(scanned, cue)) in SUBJECTS), None)
    if first is None and told is not None and ends.carried:
        return told
    if first is None:
        first = next(iter(SUBJECTS - {MARKET}))
    return "exporter" if first == ends.exporter else "importer"


def ranked_partner(scanned: Scanned, head: Head, phrase: Phrase, ends: Ends | None) -> Ends | None:
    """Return the flow with the one who has a rank in it: "Peru was third in Chile's tin exports, with 3 Mt"."""
    if ends is None or head.use is not Use.NOUN or head.agent or head.side is Side.BOTH or len(named := phrase.of(Slot.SUBJECT)) != 1:
        return ends
    start, end = phrase.chunk.items[0].start, phrase.chunk.items[-1].end
    ranked = any(start <= scanned.mentions[cue].start < end for cue in scanned.cued("flow", "rank"))
    if not ranked or named[0] in {ends.exporter, ends.importer}:
        return ends
    if head.side is Side.EXPORTER and ends.importer is None:
        return evolve(ends, importer=named[0])
    return evolve(ends, exporter=named[0]) if head.side is Side.IMPORTER and ends.exporter is None else ends


def _has_rank(scanned: Scanned, cue: int) -> str | None:
    """Return who is told to have a rank: the first one named in its clause."""
    found: str | None = None
    for mention in reversed(scanned.mentions[:cue]):
        if mention.mask & m.Punctuation.bit:
            break
        party = mention.get(m.Party) if mention.mask & m.Party.bit else None
        found = party.codes[0] if party is not None and len(party.codes) == 1 else found
    return found

"""The words that belong to one corridor of a sentence."""

from sinorus.languages.meaning import Mark
from sinorus.parsers.context import Context
from sinorus.parsers.corridor.kinds import NODES
from sinorus.parsers.corridor.said import Statement
from sinorus.parsers.corridor.town import Ref
from sinorus.parsers.marks import is_cue, mark_of
from sinorus.scan.sentence import Scanned


class Region:
    """The stretch of a sentence that tells of one corridor: from index `low` to before `high`, its name from `first` to before `after`."""

    def __init__(self, scanned: Scanned, context: Context, refs: list[Ref], at: int) -> None:
        self.scanned = scanned
        self.context = context
        self.mentions = scanned.mentions
        self.ref = refs[at]
        self.said = Statement()
        first, last = self._group(refs, at)
        self.low = refs[first - 1].last + 1 if first > 0 else 0
        self.first = max(refs[first].first, 0)
        self.after = refs[last].last + 1
        self.high = refs[last + 1].first if last + 1 < len(refs) else len(self.mentions)
        if last + 1 < len(refs):
            self.high = self._fence(self.after, self.high)
        if first > 0:
            self.low = self._fence_left(self.low, self.first)
        if len(refs) > 1:
            self._part()
        self.high = next((at for at in range(self.after, self.high) if self._line_follows(at)), self.high)

    def _part(self) -> None:
        """Where a sentence tells of several corridors, a semicolon parts them."""
        for index in range(self.after, self.high):
            if mark_of(self.mentions[index]) is Mark.SEMICOLON:
                self.high = index
                break
        for index in range(self.first - 1, self.low - 1, -1):
            if mark_of(self.mentions[index]) is Mark.SEMICOLON:
                self.low = index + 1
                break

    def _line_follows(self, at: int) -> bool:
        """Whether a colon opens what is told of another line: "a third will be added to A and B: the line from C to D"."""
        colon = self.ref.kind in NODES and mark_of(self.mentions[at]) is Mark.COLON and at + 1 < self.high
        return colon and is_cue(self.mentions[at + 1], "corridor", "line")

    def _group(self, refs: list[Ref], at: int) -> tuple[int, int]:
        """Return the members of the list that the corridor stands in: they share what is said."""
        first = last = at
        while first > 0 and self._listed(refs[first - 1], refs[first]):
            first -= 1
        while last + 1 < len(refs) and self._listed(refs[last], refs[last + 1]):
            last += 1
        return first, last

    def _listed(self, left: Ref, right: Ref) -> bool:
        between = self.mentions[left.last + 1 : right.first]
        return bool(between) and all(mark_of(each) in {Mark.AND, Mark.COMMA} for each in between)

    def _fence(self, start: int, stop: int) -> int:
        """Return where the words of this corridor end before the next one: at the last mark between."""
        for index in range(stop - 1, start - 1, -1):
            if mark_of(self.mentions[index]) in {Mark.COMMA, Mark.SEMICOLON, Mark.COLON, Mark.DASH, Mark.CONTRAST, Mark.RELATIVE} or is_cue(
                self.mentions[index], "corridor", "near"
            ):
                return index
        return stop

    def _fence_left(self, start: int, stop: int) -> int:
        for index in range(stop - 1, start - 1, -1):
            if mark_of(self.mentions[index]) in {Mark.COMMA, Mark.SEMICOLON, Mark.COLON, Mark.DASH, Mark.CONTRAST} or is_cue(
                self.mentions[index], "corridor", "near"
            ):
                return index + 1
        return start

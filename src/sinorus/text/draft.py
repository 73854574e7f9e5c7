"""A text while it is being cleaned: edits applied in steps, with what was repaired and removed kept at true offsets."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple, TypeVar

from attrs import evolve, field, frozen

from sinorus.text.document import Furniture, Repair

Entry = TypeVar("Entry", Repair, Furniture)


class Edit(NamedTuple):
    """Replace characters ``start`` to ``end`` by ``after``; ``rule`` is a repair's rule or a furniture's kind."""

    start: int
    end: int
    after: str
    rule: str


@frozen(kw_only=True)
class Draft:
    """The text so far. Every method returns a new draft."""

    text: str
    repairs: tuple[Repair, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    notes: tuple[str, ...] = field(default=())

    def mended(self, edits: Iterable[Edit]) -> Draft:
        """Apply edits (ordered, apart from each other) and list each as a repair."""
        return self._applied(list(edits), removal=False)

    def without(self, edits: Iterable[Edit]) -> Draft:
        """Take out stretches (ordered, apart from each other) and list each as furniture."""
        return self._applied(list(edits), removal=True)

    def _applied(self, edits: list[Edit], *, removal: bool) -> Draft:
        if not edits:
            return self
        pieces: list[str] = []
        offsets: list[int] = []
        last = shift = 0
        for start, end, after, _ in edits:
            pieces += (self.text[last:start], after)
            offsets.append(start + shift)
            shift += len(after) - (end - start)
            last = end
        pieces.append(self.text[last:])
        repairs = _moved(self.repairs, edits, offsets)
        furniture = _moved(self.furniture, edits, offsets)
        if removal:
            new = [Furniture(offset=at, text=self.text[e.start : e.end].strip(), kind=e.rule) for at, e in zip(offsets, edits, strict=True)]
            furniture = tuple(sorted((*furniture, *new), key=lambda entry: entry.offset))
        else:
            mends = [
                Repair(offset=at, before=_printable(self.text[e.start : e.end]), after=e.after, rule=e.rule)
                for at, e in zip(offsets, edits, strict=True)
            ]
            repairs = tuple(sorted((*repairs, *mends), key=lambda entry: entry.offset))
        return evolve(self, text="".join(pieces), repairs=repairs, furniture=furniture)


def _moved(entries: tuple[Entry, ...], edits: list[Edit], offsets: list[int]) -> tuple[Entry, ...]:
    """The entries at their offsets after the edits; those inside an edited stretch are gone with it."""
    if not entries:
        return entries
    starts = [edit.start for edit in edits]
    kept: list[Entry] = []
    for entry in entries:
        index = bisect_right(starts, entry.offset) - 1
        if index < 0:
            kept.append(entry)
            continue
        edit = edits[index]
        if entry.offset < edit.end:
            continue
        kept.append(evolve(entry, offset=entry.offset - edit.end + offsets[index] + len(edit.after)))
    return tuple(kept)


def _printable(before: str) -> str:
    """Halves of surrogate pairs, which stand for undecodable bytes and fit in no file, written out."""
    return before.encode("utf-8", "backslashreplace").decode("utf-8")

"""Which of the mentions that overlap are meant."""

from operator import attrgetter, le

from sinorus.scan.mention import Mention

_start, _end = attrgetter("start"), attrgetter("end")


def decide(found: list[Mention]) -> list[Mention]:
    """Keep the longest of overlapping mentions; of equally long ones the first in the list."""
    found.sort(key=_start)
    if all(map(le, map(_end, found), map(_start, found[1:]))):
        return found  # none overlaps
    kept: list[Mention] = []
    heap: list[Mention] = []
    reach = -1
    for mention in found:
        if mention.start < reach:
            heap = heap or [kept.pop()]
            heap.append(mention)
            reach = max(reach, mention.end)
            continue
        if heap:
            kept += _longest(heap)
            heap = []
        kept.append(mention)
        reach = mention.end
    return kept + _longest(heap)


def _longest(heap: list[Mention]) -> list[Mention]:
    """Decide among mentions of which each overlaps one before it."""
    kept: list[Mention] = []
    for mention in sorted(heap, key=_length, reverse=True):
        if all(mention.end <= other.start or other.end <= mention.start for other in kept):
            kept.append(mention)
    kept.sort(key=_start)
    return kept


def _length(mention: Mention) -> int:
    return mention.end - mention.start

"""Shares dealt out over the currencies told before, in their order: "In 2023 the proportions were 22% and 31%", "the former was at 19%"."""

from collections.abc import Sequence
from itertools import pairwise

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Mark
from sinorus.parsers.marks import mark_of
from sinorus.parsers.settlement.group import Group
from sinorus.parsers.settlement.share import Claim
from sinorus.scan.mention import Mention

_LIST = frozenset({Mark.AND, Mark.COMMA})


def listed(mentions: Sequence[Mention], percents: Sequence[int]) -> bool:
    """Whether percentages follow each other with nothing but "and" or a comma between."""
    return len(percents) > 1 and all(right == left + 2 and mark_of(mentions[left + 1]) in _LIST for left, right in pairwise(percents))


def in_order(mentions: Sequence[Mention], low: int, percents: Sequence[int], order: Sequence[tuple[str, ...]]) -> list[Claim] | None:
    """Return the shares of a clause without currencies by the order in which these were told; None where it does not follow that order."""
    if len(order) < 2:
        return None
    if len(percents) == len(order) and listed(mentions, percents):
        return [Claim(Group(at, at, codes), at) for at, codes in zip(percents, order, strict=True)]
    found: list[Claim] = []
    for start, at in zip([low, *percents], percents, strict=False):
        pointers = [pointer.to for each in mentions[start:at] if (pointer := each.get(m.Pointer)) is not None]
        which = next((to for to in reversed(pointers) if to in {Anaphor.FORMER, Anaphor.LATTER}), None)
        if which is None:
            return None
        found.append(Claim(Group(at, at, order[0] if which is Anaphor.FORMER else order[-1]), at))
    return found

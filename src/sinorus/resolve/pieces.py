"""The evidence of claims that are told again and again, put together once at the end.

A record is a value, so that a claim told a thousand times would be copied a thousand times with ever more evidence.
"""

from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import TypeVar

from sinorus.records import Evidence
from sinorus.records.claim import Claim
from sinorus.values.evolve import evolve

C = TypeVar("C", bound=Claim)
_PLACE = attrgetter("start", "end")


def outer(pieces: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Return the first and the last of some pieces: what a claim holds of its evidence while others are still joined to it."""
    found = sorted(set(pieces), key=_PLACE)
    return (found[0], found[-1]) if len(found) > 1 else tuple(found)


class Pieces:
    """All evidence of the claims at some places of a list."""

    def __init__(self) -> None:
        self._found: dict[int, list[Evidence]] = {}

    def add(self, index: int, more: Iterable[Evidence]) -> None:
        """Note evidence of the claim at a place; each piece counts once."""
        self._found.setdefault(index, []).extend(more)

    def given_back(self, claims: Sequence[C]) -> list[C]:
        """Return the claims, those that were joined with all their evidence in the order of the text."""
        return [
            evolve(claim, evidence=tuple(sorted(set(self._found[index]), key=_PLACE))) if index in self._found else claim
            for index, claim in enumerate(claims)
        ]

"""Routes and nodes, their state, and what is counted beside them."""

from typing import ClassVar

from attrs import frozen

from sinorus.languages.meaning.base import Meaning
from sinorus.records import CorridorKind, CorridorStatus


@frozen
class CorridorNoun(Meaning):
    """A route or node by its kind: pipeline, bridge, port."""

    bit: ClassVar[int] = 1 << 23
    kind: CorridorKind
    goods: tuple[str, ...] = ()
    """What it carries by its name: an oil pipeline."""
    weak: bool = False
    """True where the word names a corridor only beside its ends or name (line, route, crossing)."""
    definite: bool = False
    """True where it points to one told of before: the bridge, its coal terminal."""
    plural: bool = False


@frozen
class CorridorState(Meaning):
    """What state a route is in: operating, under construction, planned."""

    bit: ClassVar[int] = 1 << 24
    status: CorridorStatus
    opens: bool = False
    weak: bool = False
    """True for a noun that says it only until a word on the state says more: the construction of."""


@frozen
class Measured(Meaning):
    """A thing counted beside a corridor: capacity, length, throughput."""

    bit: ClassVar[int] = 1 << 29
    kind: str

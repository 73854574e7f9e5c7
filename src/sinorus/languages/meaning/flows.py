"""What is measured, how it moved, what it is compared with."""

from typing import ClassVar

from attrs import frozen

from sinorus.languages.meaning.base import Meaning
from sinorus.languages.part import Role, Side, Use
from sinorus.records import FlowStatus, Measure
from sinorus.values import Basis, Bound, Direction, Quantity


@frozen
class Head(Meaning):
    """A noun or verb that names a flow: what is measured, and at which end its owner stands."""

    bit: ClassVar[int] = 1 << 6
    measure: Measure
    side: Side
    use: Use = Use.NOUN
    weak: bool = False
    """True where the word is a flow only beside goods or parties (deliveries, sales, volume)."""
    role: Role | None = None
    """OF where its case says that something is a part of it: «20 % импорта»."""
    abroad: bool = False
    """True for a weak word that says itself that goods leave the country, or enter it, so that the other end need not be named."""
    away: bool = False
    """True where its place is the other end: purchases in Russia are purchases from there."""
    agent: bool = False
    """True for who does it at the other end (China's suppliers): its owner stands at `side`, the subject of the sentence opposite."""
    participle: bool = False
    """True for a verb form that belongs to who stands before its comma, like "which" with a verb: «Китай, закупивший 3 млн т»."""
    earns: bool = False
    """True for receiving: who receives money for goods has sold them: «получила от Китая 5 млрд долларов»."""
    faces: bool = False
    """True where the one that it is turned to stands at the other end: 向美国买 buys from the United States."""


@frozen
class OtherMeasure(Meaning):
    """A measured thing that is no flow: a price, an investment, GDP, capacity."""

    bit: ClassVar[int] = 1 << 12
    kind: str
    goods: str | None = None
    """What those who are named so deal in: "coal miners"."""


@frozen
class Movement(Meaning):
    """A word of change: rose, a drop, higher, doubled.

    `on_top` where a number of times behind it comes on top of what there was: 增长两倍 makes three times as much.
    """

    bit: ClassVar[int] = 1 << 7
    direction: Direction
    factor: Quantity | None = None
    use: Use = Use.VERB
    on_top: bool = False


@frozen
class Level(Meaning):
    """A word that joins a flow to the level it reached: totalled, stood at, exceeding."""

    bit: ClassVar[int] = 1 << 8
    bound: Bound | None = None


@frozen
class RecordHigh(Meaning):
    """A level of all time."""

    bit: ClassVar[int] = 1 << 11


@frozen
class Share(Meaning):
    """A word that makes a percentage a share: account for, proportion, made up."""

    bit: ClassVar[int] = 1 << 13
    use: Use = Use.NOUN
    standing: bool = False
    """Told in the present, as it is at all times: "accounts for" says nothing of the period spoken of."""


@frozen
class Comparison(Meaning):
    """What a change is measured against: year-on-year, from a month earlier."""

    bit: ClassVar[int] = 1 << 14
    basis: Basis | None = None


@frozen
class Certainty(Meaning):
    """A word that says how certain a figure is: a target, a forecast."""

    bit: ClassVar[int] = 1 << 10
    status: FlowStatus
    open: bool = False
    """Whether it tells so only of a time that is not over: 将 is "will", and in what has been it marks an object."""

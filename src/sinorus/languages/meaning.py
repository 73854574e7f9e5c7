"""What a word or figure can mean to a parser: the typed vocabulary that all languages share.

A language's data says which forms carry which meaning; a parser sees meanings alone. Each class owns one bit, so that
the bits of a sentence tell in one comparison whether a parser has anything to do there.
"""

from typing import ClassVar

from attrs import frozen

from sinorus.languages.part import Anaphor as Anaphor
from sinorus.languages.part import Mark as Mark
from sinorus.languages.part import Role as Role
from sinorus.languages.part import Side as Side
from sinorus.languages.part import Use as Use
from sinorus.records import (
    AgreementKind,
    AgreementStatus,
    CorridorKind,
    CorridorStatus,
    FlowStatus,
    Measure,
    PledgeAction,
    Sector,
)
from sinorus.values import Basis, Bound, Direction, Quantity, Term


@frozen
class Meaning:
    """The base of all meanings; `bit` tells the classes apart in a mask."""

    bit: ClassVar[int] = 0


@frozen
class Party(Meaning):
    """Countries or blocs named by noun, adjective, capital or region."""

    bit: ClassVar[int] = 1 << 0
    codes: tuple[str, ...]
    use: Use = Use.NOUN
    place: str | None = None
    role: Role | None = None

    @property
    def owns(self) -> bool:
        """Whether it owns what stands right behind it, without a mark: "Chinese" exports, 中国出口."""
        return self.use in {Use.MODIFIER, Use.BARE}


@frozen
class World(Meaning):
    """All countries together, or everyone else: a party that the contract writes as null."""

    bit: ClassVar[int] = 1 << 1


@frozen
class Pointer(Meaning):
    """A word that stands for something said before."""

    bit: ClassVar[int] = 1 << 2
    to: Anaphor
    use: Use = Use.NOUN


@frozen
class Goods(Meaning):
    """A commodity by its id."""

    bit: ClassVar[int] = 1 << 3
    id: str


@frozen
class Route(Meaning):
    """A corridor of the registry by its id."""

    bit: ClassVar[int] = 1 << 4
    id: str


@frozen
class Body(Meaning):
    """An organisation of the registry by its id."""

    bit: ClassVar[int] = 1 << 5
    id: str
    country: str | None = None
    kind: str = ""


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
    """True for a weak word that says itself that goods leave the country, so that no buyer need be named."""
    away: bool = False
    """True where its place is the other end: purchases in Russia are purchases from there."""
    agent: bool = False
    """True for who does it at the other end (China's suppliers): its owner stands at `side`, the subject of the sentence opposite."""
    participle: bool = False
    """True for a verb form that belongs to who stands before its comma, like "which" with a verb: «Китай, закупивший 3 млн т»."""
    faces: bool = False
    """True where the one that it is turned to stands at the other end: 向美国买 buys from the United States."""


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
class Relation(Meaning):
    """A preposition, particle or case marker.

    `close` where it binds what it touches, whatever follows: 向中国供应 supplies to China, not China's supplies.
    """

    bit: ClassVar[int] = 1 << 9
    role: Role
    close: bool = False


@frozen
class Certainty(Meaning):
    """A word that says how certain a figure is: a target, a forecast."""

    bit: ClassVar[int] = 1 << 10
    status: FlowStatus


@frozen
class RecordHigh(Meaning):
    """A level of all time."""

    bit: ClassVar[int] = 1 << 11


@frozen
class OtherMeasure(Meaning):
    """A measured thing that is no flow: a price, an investment, GDP, capacity."""

    bit: ClassVar[int] = 1 << 12
    kind: str


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
class Punctuation(Meaning):
    """A mark or joint between the parts of a sentence."""

    bit: ClassVar[int] = 1 << 15
    mark: Mark
    lists: bool = True
    """False where it never joins the members of a list: the Chinese comma, beside which 、 does that."""


@frozen
class Respectively(Meaning):
    """Deals the figures out over the items before them; `each` gives every item the same one."""

    bit: ClassVar[int] = 1 << 16
    each: bool = False


@frozen
class Speech(Meaning):
    """A word by which a source speaks: said, according to, data of."""

    bit: ClassVar[int] = 1 << 17
    analyst: bool = False


@frozen
class AgreementNoun(Meaning):
    """A document or deal."""

    bit: ClassVar[int] = 1 << 18
    kind: AgreementKind
    plural: bool = False
    weak: bool = False
    """True where the word is an agreement only beside a verb of signing (document, plan, statement)."""
    definite: bool = False
    """True where it points to one told of before: the contract, this deal."""
    goods: tuple[str, ...] = ()
    sectors: tuple[Sector, ...] = ()
    """What it is about by its name: a gas contract, a currency swap."""


@frozen
class AgreementVerb(Meaning):
    """What was done with a document: signed, negotiated, in force."""

    bit: ClassVar[int] = 1 << 19
    status: AgreementStatus
    use: Use = Use.VERB
    weak: bool = False
    """True where the word tells of a document only beside one (exchange, extend, discuss)."""


@frozen
class Intent(Meaning):
    """A word by which someone pledges: vowed, aims, stands ready, agreed to.

    `weak` where it pledges only right after its actor (will, ensures); `after` where it may follow what it speaks of
    (…, she urged); weak and after: a modal (should), whose actor is who says so; `agreed` where it tells of a thing agreed,
    so that building something is an agreement; `reported` where it pledges only in reported speech (said they would).
    """

    bit: ClassVar[int] = 1 << 20
    use: Use = Use.VERB
    weak: bool = False
    after: bool = False
    agreed: bool = False
    reported: bool = False


@frozen
class Action(Meaning):
    """What is pledged: expand, build, simplify."""

    bit: ClassVar[int] = 1 << 21
    action: PledgeAction
    use: Use = Use.VERB


@frozen
class Field(Meaning):
    """A sector of cooperation by its name; `broad` where a narrower one beside it counts instead (cooperation, ties)."""

    bit: ClassVar[int] = 1 << 22
    sectors: tuple[Sector, ...]
    broad: bool = False


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
class SettlementWord(Meaning):
    """A word of paying or pricing: settle, payments, transactions, reserves."""

    bit: ClassVar[int] = 1 << 25
    scope: str
    use: Use = Use.NOUN


@frozen
class Currency(Meaning):
    """Currencies by their names; `own` for the national currencies of the parties."""

    bit: ClassVar[int] = 1 << 26
    codes: tuple[str, ...] = ()
    own: bool = False


@frozen
class Negation(Meaning):
    """No, not, without: turns a claim away."""

    bit: ClassVar[int] = 1 << 27


@frozen
class Figure(Meaning):
    """A number with its unit; `sign` where a plus, a minus or the like stands before it; `scaled` where a scale word stood."""

    bit: ClassVar[int] = 1 << 28
    quantity: Quantity
    sign: Direction | None = None
    scaled: bool = False
    times: bool = False
    """True for a count of times (1.4 times, 2.2-fold): a factor of change, not a level."""
    counted: bool = False
    """True where a word says in what pieces it counts (件, 辆): it is no money, whatever the text speaks of."""


@frozen
class Measured(Meaning):
    """A thing counted beside a corridor: capacity, length, throughput."""

    bit: ClassVar[int] = 1 << 29
    kind: str


@frozen
class Opinion(Meaning):
    """A view of analysts, observers, markets: no pledge, no agreement."""

    bit: ClassVar[int] = 1 << 30


@frozen
class Cue(Meaning):
    """A word that one parser knows under a name of its own (`group` says which parser, `name` what it tells)."""

    bit: ClassVar[int] = 1 << 31
    group: str
    name: str


@frozen
class Leader(Meaning):
    """A person or office that speaks for countries: a president, a minister, a government."""

    bit: ClassVar[int] = 1 << 33
    codes: tuple[str, ...] = ()
    """Empty where the countries stand beside the office or come from the context."""


@frozen
class Duration(Meaning):
    """How long something runs: thirty years, a decade."""

    bit: ClassVar[int] = 1 << 34
    term: Term

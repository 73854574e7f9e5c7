"""Who and what is named: countries, bodies, people, goods, routes, fields, and words that stand for them."""

from typing import ClassVar

from attrs import frozen

from sinorus.languages.meaning.base import Meaning
from sinorus.languages.part import Anaphor, Role, Use
from sinorus.records import Sector


@frozen
class Party(Meaning):
    """Countries or blocs named by noun, adjective, capital or region."""

    bit: ClassVar[int] = 1 << 0
    codes: tuple[str, ...] = ()
    use: Use = Use.NOUN
    place: str | None = None
    role: Role | None = None
    region: bool = False
    """True for a part of a country, which the next sentences may call "the province"."""
    back: Anaphor | None = None
    """What it points back to, where it is no name; whose it is, the text before tells."""
    among: tuple[str, ...] = ()
    """The countries that have such parts, where it points back to one."""
    area: str | None = None
    """The part of the world that it names, which no code stands for: Europe, the Middle East."""

    @property
    def ends(self) -> tuple[str, ...]:
        """Who may be an end of a flow by it: the countries, or the part of the world, which a record leaves open."""
        return self.codes or ((self.area,) if self.area is not None else ())

    @property
    def owns(self) -> bool:
        """Whether it owns what stands right behind it, without a mark: "Chinese" exports, 中国出口."""
        return self.use in {Use.MODIFIER, Use.BARE}


@frozen
class ShortName(Meaning):
    """A part of a country's name that stands for it only in a text which names it in full: 乌 is Uzbekistan there, or Ukraine."""

    bit: ClassVar[int] = 1 << 36
    codes: tuple[str, ...] = ()
    """Those whose name it may be, of whom the text names one."""
    beside: tuple[str, ...] = ()
    """Who else is named by the form, in front: 中乌."""
    role: Role | None = None


@frozen
class World(Meaning):
    """All countries together, or everyone else: a party that the contract writes as null."""

    bit: ClassVar[int] = 1 << 1
    own: bool = False
    """True where only a trade by its name that goes one way is with all: its own exports, not its own deliveries."""
    role: Role | None = None
    """From, to: where the words say that goods come from everywhere, or go there."""


@frozen
class Pointer(Meaning):
    """A word that stands for something said before."""

    bit: ClassVar[int] = 1 << 2
    to: Anaphor
    use: Use = Use.NOUN
    role: Role | None = None
    """TO where its case says that something is given to whom it stands for: «ему продали»."""


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
    """An organisation of the registry by its id, or a company that it does not know by the `name` that the text gives it."""

    bit: ClassVar[int] = 1 << 5
    id: str
    country: str | None = None
    kind: str = ""
    name: str = ""


@frozen
class Leader(Meaning):
    """A person or office that speaks for countries: a president, a minister, a government."""

    bit: ClassVar[int] = 1 << 33
    codes: tuple[str, ...] = ()
    """Empty where the countries stand beside the office or come from the context."""


@frozen
class Field(Meaning):
    """A sector of cooperation by its name; `broad` where a narrower one beside it counts instead (cooperation, ties)."""

    bit: ClassVar[int] = 1 << 22
    sectors: tuple[Sector, ...]
    broad: bool = False

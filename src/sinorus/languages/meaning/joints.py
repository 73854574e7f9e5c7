"""What shapes a clause: prepositions, marks, negation, whose word it is."""

from typing import ClassVar

from attrs import frozen

from sinorus.languages.meaning.base import Meaning
from sinorus.languages.part import Mark, Role


@frozen
class Relation(Meaning):
    """A preposition, particle or case marker.

    `close` where it binds what it touches, whatever follows: 向中国供应 supplies to China, not China's supplies.
    """

    bit: ClassVar[int] = 1 << 9
    role: Role
    close: bool = False


@frozen
class Punctuation(Meaning):
    """A mark or joint between the parts of a sentence."""

    bit: ClassVar[int] = 1 << 15
    mark: Mark
    lists: bool = True
    """False where it never joins the members of a list: the Chinese comma, beside which 、 does that."""


@frozen
class Negation(Meaning):
    """No, not, without: turns a claim away."""

    bit: ClassVar[int] = 1 << 27


@frozen
class Speech(Meaning):
    """A word by which a source speaks: said, according to, data of."""

    bit: ClassVar[int] = 1 << 17
    analyst: bool = False


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

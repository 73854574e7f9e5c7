"""What all meanings share."""

from typing import ClassVar

from attrs import frozen


@frozen
class Meaning:
    """The base of all meanings; `bit` tells the classes apart in a mask."""

    bit: ClassVar[int] = 0

"""Closed vocabularies of which rules ask thousands of times a page: marks, roles, kinds of time.

They are `enum.StrEnum` to a type checker, and from Python 3.12 on when they run, too. Before that, Python looks every member of an
enumeration up through a hook of its metaclass, which takes as long as eight attributes of another class: four per cent of what it takes
to read a text. So these are classes of texts then, with members that are made once and found by value, name and place as those of an
enumeration are. What a record holds is an enumeration everywhere.
"""

import sys
from typing import TYPE_CHECKING, ClassVar

__all__ = ["Vocabulary"]

if TYPE_CHECKING or sys.version_info >= (3, 12):
    from enum import StrEnum as Vocabulary
else:
    from collections.abc import Iterator

    class _Words(type):
        """What a class of words can be asked for: its members in order, and how many they are."""

        def __iter__(cls) -> Iterator[str]:
            return iter(cls._members.values())

        def __len__(cls) -> int:
            return len(cls._members)

    class Vocabulary(str, metaclass=_Words):
        """The base of such a class, whose names in capitals are its members.

        >>> class Way(Vocabulary):
        ...     SEA = "by sea"
        ...     LAND = "by land"
        >>> Way.SEA, Way("by sea") is Way.SEA, [way.name for way in Way], f"goods go {Way.LAND}"
        (<Way.SEA: 'by sea'>, True, ['SEA', 'LAND'], 'goods go by land')
        """

        _members: ClassVar[dict[str, "Vocabulary"]] = {}
        name: str
        value: str

        def __init_subclass__(cls) -> None:
            cls._members = {}
            for name, value in [(name, value) for name, value in vars(cls).items() if name.isupper()]:
                member = str.__new__(cls, value)
                member.name, member.value = name, value
                setattr(cls, name, member)
                cls._members[value] = member

        def __new__(cls, value: str) -> "Vocabulary":
            """Return the member of this value; ValueError where there is none."""
            if value not in cls._members:
                raise ValueError(f"{value!r} is not a valid {cls.__name__}")
            return cls._members[value]

        def __repr__(self) -> str:
            return f"<{type(self).__name__}.{self.name}: {self.value!r}>"

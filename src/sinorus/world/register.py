"""A register: entities in order, found by id, code or any name, with near misses for what is not found."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import Final, Generic, TypeVar

from attrs import field, frozen

from sinorus.errors import Message, UnknownNameError
from sinorus.world.names import lookup_key

__all__ = ["Register"]

T = TypeVar("T")

_NEAR_MISSES: Final = 3
_CUTOFF: Final = 0.65


@frozen(slots=True, kw_only=True)
class Register(Generic[T]):
    """Entities of one sort (``noun`` says which, for messages) and the index from lookup key to (entity, name as printed)."""

    noun: str
    entries: tuple[T, ...] = field(repr=False)
    index: dict[str, tuple[T, str]] = field(repr=False, eq=False)

    @classmethod
    def build(cls, noun: str, named: Iterable[tuple[T, Iterable[str]]]) -> Register[T]:
        """A register of entities, each with all that it may be called; where two claim a name, the first keeps it."""
        index: dict[str, tuple[T, str]] = {}
        entries = []
        for entity, names in named:
            entries.append(entity)
            for name in names:
                index.setdefault(lookup_key(name), (entity, name))
        return cls(noun=noun, entries=tuple(entries), index=index)

    def get(self, name: str) -> T | None:
        """The entity of that name, or ``None``."""
        hit = self.index.get(lookup_key(name))
        return hit[0] if hit else None

    def find(self, name: str) -> T:
        """The entity of that name; :class:`UnknownNameError` with near misses when there is none."""
        found = self.get(name)
        if found is None:
            raise self.unknown(name)
        return found

    def unknown(self, name: str) -> UnknownNameError:
        """The error for a name that is not here."""
        near: dict[int, str] = {}
        for key in difflib.get_close_matches(lookup_key(name), self.index, n=2 * _NEAR_MISSES, cutoff=_CUTOFF):
            entity, printed = self.index[key]
            near.setdefault(id(entity), printed)  # one suggestion an entity, its closest spelling
        shown = tuple(near.values())[:_NEAR_MISSES]
        remedy = Message("see `sinorus world` for the known names, or use an id, code or name in English, Russian or Chinese")
        return UnknownNameError(
            what=Message("unknown {noun} {name!r}", noun=Message(self.noun), name=name), remedy="" if shown else remedy, near=shown
        )

"""Routes and nodes over which goods move: pipelines, railways, bridges, ports, crossings, sea routes and power lines."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, Literal, get_args

from attrs import field, frozen
from attrs.validators import in_

from sinorus.world.names import Names
from sinorus.world.place import Place

__all__ = ["Corridor", "CorridorKind", "Figure"]

CorridorKind = Literal[
    "pipeline", "railway", "road", "bridge", "port", "terminal", "border-crossing", "sea-route", "power-line", "corridor", "initiative",
]  # fmt: skip


_LISTED: Final = "spec/corridors.csv"


@frozen(slots=True, kw_only=True)
class Figure:
    """A design figure of a corridor: an exact amount and its UCUM unit, a rate as ``m3/a``."""

    amount: Decimal
    unit: str

    def __str__(self) -> str:
        return f"{self.amount} {self.unit}"


@frozen(slots=True, kw_only=True, order=True)
class Corridor:
    """A corridor, known by its ``id`` and equal by it.

    ``places`` are the ends or the site (English names, from the Russian or western end as the register prints them), ``sites`` the
    same as :class:`Place` with coordinates. ``capacity``, ``length`` and ``opened`` (ISO date or part of one) are design facts,
    ``None`` where no source is sure.
    """

    id: str
    kind: CorridorKind = field(eq=False, order=False, validator=in_(get_args(CorridorKind)))
    places: tuple[str, ...] = field(eq=False, order=False)
    countries: tuple[str, ...] = field(eq=False, order=False)
    names: Names = field(eq=False, order=False, repr=False)
    sites: tuple[Place, ...] = field(default=(), eq=False, order=False, repr=False)
    capacity: Figure | None = field(default=None, eq=False, order=False, repr=False)
    length: Figure | None = field(default=None, eq=False, order=False, repr=False)
    opened: str | None = field(default=None, eq=False, order=False, repr=False)
    source: str = field(eq=False, order=False, repr=False)

    def __str__(self) -> str:
        return self.id

    @property
    def is_listed(self) -> bool:
        """Whether it is one of the corridors that the contract lists; the others have a name in records, and no id."""
        return self.source.startswith(_LISTED)

    def name(self, locale: str = "en") -> str:
        """The display name in ``en``, ``ru`` or ``zh``."""
        return self.names.display(locale)

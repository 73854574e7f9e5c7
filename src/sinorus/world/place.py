"""Places that trade passes: regions, cities, ports, crossings, fields and waters, with their spellings and coordinates."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, Literal, get_args

from attrs import field, frozen
from attrs.validators import in_

from sinorus.errors import ValidationError
from sinorus.world.names import Names

__all__ = ["Place", "PlaceKind"]

PlaceKind = Literal[
    "region", "city", "town", "village", "port", "station", "field", "island", "river", "lake", "strait", "canal", "sea", "area",
    "country", "continent", "subregion", "site",
]  # fmt: skip

_LIMITS: Final = {"latitude": Decimal(90), "longitude": Decimal(180)}


def _within(_: object, attribute: object, value: Decimal | None) -> None:
    axis = str(getattr(attribute, "name", ""))
    if value is not None and abs(value) > _LIMITS[axis]:
        raise ValidationError(what=f"{axis} {value} is off the globe", where="Place", remedy=f"keep it within ±{_LIMITS[axis]} degrees")


@frozen(slots=True, kw_only=True, order=True)
class Place:
    """A place, known by its English name and equal by it.

    ``country`` is an ISO code, or ``None`` for seas, continents and their parts (``subregion``); coordinates are decimal degrees
    (WGS 84, rounded to 0.01 or coarser), ``None`` where no source is sure or the place is too wide for a point.
    """

    name: str
    country: str | None = field(eq=False, order=False)
    kind: PlaceKind = field(eq=False, order=False, validator=in_(get_args(PlaceKind)))
    names: Names = field(eq=False, order=False, repr=False)
    latitude: Decimal | None = field(default=None, eq=False, order=False, validator=_within)
    longitude: Decimal | None = field(default=None, eq=False, order=False, validator=_within)
    source: str = field(eq=False, order=False, repr=False)

    def __str__(self) -> str:
        return self.name

    def __attrs_post_init__(self) -> None:
        if (self.latitude is None) != (self.longitude is None):
            raise ValidationError(what="half a coordinate", where=f"Place {self.name}", remedy="give latitude and longitude, or neither")

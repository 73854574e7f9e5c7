"""What a document says of a route or node over which goods move."""

from enum import StrEnum

from attrs import field, frozen

from sinorus.records.claim import Claim
from sinorus.values import Dimension, Period, Quantity
from sinorus.world import Commodity, Corridor

__all__ = ["CorridorKind", "CorridorReport", "CorridorStatus"]


class CorridorKind(StrEnum):
    """What sort of route or node it is."""

    PIPELINE = "pipeline"
    RAILWAY = "railway"
    ROAD = "road"
    BRIDGE = "bridge"
    PORT = "port"
    TERMINAL = "terminal"
    BORDER_CROSSING = "border-crossing"
    SEA_ROUTE = "sea-route"
    POWER_LINE = "power-line"
    CORRIDOR = "corridor"
    INITIATIVE = "initiative"


class CorridorStatus(StrEnum):
    """How far it has come."""

    OPERATING = "operating"
    UNDER_CONSTRUCTION = "under-construction"
    PLANNED = "planned"
    PROPOSED = "proposed"
    SUSPENDED = "suspended"


@frozen(kw_only=True, repr=False)
class CorridorReport(Claim):
    """One corridor as one document tells of it: RECORDS.md, section 2.

    ``corridor`` is the entity of the register (JSON writes its ``id``) or None, ``name`` what the text calls it, ``places`` English names
    in the text's order. ``capacity`` is physical, a rate where the text gives one; ``length`` is in m or km.
    """

    corridor: Corridor | None = field(default=None, metadata={"json": "id"})
    name: str
    kind: CorridorKind
    places: tuple[str, ...] = ()
    status: CorridorStatus | None = None
    capacity: Quantity | None = None
    length: Quantity | None = None
    carries: tuple[Commodity, ...] = ()
    opened: Period | None = None

    @property
    def id(self) -> str | None:
        """The register's id, or None where the register has no such corridor."""
        return None if self.corridor is None else self.corridor.id

    def check(self) -> None:
        """Raise ValidationError where the report contradicts the contract."""
        self.check_type("corridor", self.corridor, Corridor)
        if type(self.name) is not str or not self.name:
            self.reject("name", f"{self.name!r} is no name")
        if type(self.kind) is not CorridorKind:
            self.reject("kind", f"{self.kind!r} is no CorridorKind")
        self.check_each("places", self.places, str)
        self.check_type("status", self.status, CorridorStatus)
        self.check_physical("capacity", self.capacity)
        self.check_physical("length", self.length)
        if self.length is not None and self.length.dimension is not Dimension.LENGTH:
            self.reject("length", f"{self.length} is no length")
        self.check_each("carries", self.carries, Commodity)
        self.check_type("opened", self.opened, Period)

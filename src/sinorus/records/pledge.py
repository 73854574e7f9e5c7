"""What somebody says they will do for economic relations of China with Russia."""

from enum import StrEnum

from attrs import frozen

from sinorus.records.claim import Claim
from sinorus.records.sector import Sector
from sinorus.values import Period
from sinorus.world import Commodity, Corridor, Country

__all__ = ["Pledge", "PledgeAction"]


class PledgeAction(StrEnum):
    """What is to be done."""

    EXPAND = "expand"
    BUILD = "build"
    INVEST = "invest"
    COORDINATE = "coordinate"
    SIMPLIFY = "simplify"
    DIVERSIFY = "diversify"
    ADOPT = "adopt"
    PROTECT = "protect"


@frozen(kw_only=True, repr=False)
class Pledge(Claim):
    """A stated intention: RECORDS.md, section 2. At least one sector."""

    actors: tuple[Country, ...] = ()
    action: PledgeAction
    sectors: tuple[Sector, ...]
    commodity: Commodity | None = None
    corridor: Corridor | str | None = None
    horizon: Period | None = None

    def check(self) -> None:
        """Raise ValidationError where the pledge contradicts the contract."""
        self.check_each("actors", self.actors, Country)
        if type(self.action) is not PledgeAction:
            self.reject("action", f"{self.action!r} is no PledgeAction")
        self.check_each("sectors", self.sectors, Sector)
        if not self.sectors:
            self.reject("sectors", "a pledge is about at least one sector")
        self.check_type("commodity", self.commodity, Commodity)
        self.check_type("corridor", self.corridor, Corridor, str)
        self.check_type("horizon", self.horizon, Period)

"""A good that a document names as traded."""

from typing import ClassVar

from attrs import field, frozen

from sinorus.records.claim import Claim
from sinorus.world import Commodity

__all__ = ["CommodityMention"]


@frozen(kw_only=True, repr=False)
class CommodityMention(Claim):
    """A good traded, or to be traded, between, from or to China or Russia: RECORDS.md, section 2. JSON writes its ``id`` and ``hs``."""

    derived: ClassVar[tuple[str, ...]] = ("hs",)

    commodity: Commodity = field(metadata={"json": "id"})

    @property
    def id(self) -> str:
        """The register's id of the good."""
        return self.commodity.id

    @property
    def hs(self) -> tuple[str, ...]:
        """Its HS 2022 codes."""
        return self.commodity.hs

    def check(self) -> None:
        """Raise ValidationError where the mention is of no commodity."""
        if type(self.commodity) is not Commodity:
            self.reject("commodity", f"{self.commodity!r} is no Commodity")

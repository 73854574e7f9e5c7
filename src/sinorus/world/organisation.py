"""Who trades, regulates, carries, pays, counts and reports: companies, ministries, services, institutions."""

from __future__ import annotations

from typing import Literal, get_args

from attrs import field, frozen
from attrs.validators import in_

from sinorus.world.names import Names

__all__ = ["Organisation", "OrganisationKind"]

OrganisationKind = Literal[
    "customs", "statistics", "ministry", "government", "energy", "grain", "agriculture", "food", "rail", "port", "shipping", "aviation",
    "bank", "fund", "exchange", "payment", "automotive", "machinery", "metals", "mining", "forestry", "nuclear", "chemicals", "telecom",
    "electronics", "ecommerce", "news", "bloc", "institution", "research", "association", "construction", "regulator", "space", "company",
]  # fmt: skip


@frozen(slots=True, kw_only=True, order=True)
class Organisation:
    """An organisation, known by its ``id`` and equal by it.

    ``short_name`` is the usual English short name, as records name the parties to an agreement; ``country`` is an ISO code, or
    ``None`` for international bodies.
    """

    id: str
    short_name: str = field(eq=False, order=False)
    country: str | None = field(eq=False, order=False)
    kind: OrganisationKind = field(eq=False, order=False, validator=in_(get_args(OrganisationKind)))
    names: Names = field(eq=False, order=False, repr=False)
    source: str = field(eq=False, order=False, repr=False)

    def __str__(self) -> str:
        return self.short_name

    def name(self, locale: str = "en") -> str:
        """The display name in ``en``, ``ru`` or ``zh``."""
        return self.names.display(locale)

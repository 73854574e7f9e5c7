"""A document or deal between parties of which at least one is Chinese or Russian."""

from enum import StrEnum

from attrs import frozen

from sinorus.records.claim import Claim
from sinorus.records.sector import Sector
from sinorus.values import Period, Quantity, Term
from sinorus.world import Commodity, Corridor, Country, Organisation

__all__ = ["Agreement", "AgreementKind", "AgreementStatus", "Party"]

Party = Country | Organisation | str
"""A state or bloc, a body of the register, or the printed name of a body that the register does not know."""


class AgreementKind(StrEnum):
    """What sort of document it is."""

    TREATY = "treaty"
    AGREEMENT = "agreement"
    CONTRACT = "contract"
    MEMORANDUM = "memorandum"
    JOINT_STATEMENT = "joint-statement"
    PROTOCOL = "protocol"
    PLAN = "plan"


class AgreementStatus(StrEnum):
    """How far it has come."""

    PROPOSED = "proposed"
    NEGOTIATING = "negotiating"
    AGREED = "agreed"
    SIGNED = "signed"
    IN_FORCE = "in-force"
    ENDED = "ended"


@frozen(kw_only=True, repr=False)
class Agreement(Claim):
    """A deal proposed, negotiated or concluded: RECORDS.md, section 2.

    ``value`` is money, ``volume`` physical, ``count`` how many documents it stands for (1 or more), ``date`` when the status was
    reached, ``term`` how long it runs.
    """

    kind: AgreementKind
    title: str | None = None
    parties: tuple[Party, ...] = ()
    status: AgreementStatus
    date: Period | None = None
    subjects: tuple[Sector, ...] = ()
    commodity: Commodity | None = None
    corridor: Corridor | str | None = None
    value: Quantity | None = None
    volume: Quantity | None = None
    term: Term | None = None
    count: int | None = None

    def check(self) -> None:
        """Raise ValidationError where the agreement contradicts the contract."""
        if type(self.kind) is not AgreementKind:
            self.reject("kind", f"{self.kind!r} is no AgreementKind")
        if type(self.status) is not AgreementStatus:
            self.reject("status", f"{self.status!r} is no AgreementStatus")
        self.check_type("title", self.title, str)
        self.check_each("parties", self.parties, Country, Organisation, str)
        self.check_type("date", self.date, Period)
        self.check_each("subjects", self.subjects, Sector)
        self.check_type("commodity", self.commodity, Commodity)
        self.check_type("corridor", self.corridor, Corridor, str)
        self.check_money("value", self.value)
        self.check_physical("volume", self.volume)
        self.check_type("term", self.term, Term)
        self.check_type("count", self.count, int)
        if self.count is not None and self.count < 1:
            self.reject("count", f"{self.count} documents are none")

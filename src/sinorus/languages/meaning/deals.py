"""Documents, promises, and what is paid in."""

from typing import ClassVar

from attrs import frozen

from sinorus.languages.meaning.base import Meaning
from sinorus.languages.part import Use
from sinorus.records import AgreementKind, AgreementStatus, PledgeAction, Sector


@frozen
class AgreementNoun(Meaning):
    """A document or deal."""

    bit: ClassVar[int] = 1 << 18
    kind: AgreementKind
    plural: bool = False
    weak: bool = False
    """True where the word is an agreement only beside a verb of signing (document, plan, statement)."""
    definite: bool = False
    """True where it points to one told of before: the contract, this deal."""
    states: AgreementKind | None = None
    """What it is where states conclude it: one word is a company's contract and a treaty."""
    goods: tuple[str, ...] = ()
    sectors: tuple[Sector, ...] = ()
    """What it is about by its name: a gas contract, a currency swap."""


@frozen
class AgreementVerb(Meaning):
    """What was done with a document: signed, negotiated, in force."""

    bit: ClassVar[int] = 1 << 19
    status: AgreementStatus
    use: Use = Use.VERB
    weak: bool = False
    """True where the word tells of a document only beside one (exchange, extend, discuss)."""


@frozen
class Intent(Meaning):
    """A word by which someone pledges: vowed, aims, stands ready, agreed to.

    `weak` where it pledges only right after its actor (will, ensures); `after` where it may follow what it speaks of
    (…, she urged); weak and after: a modal (should), whose actor is who says so; `agreed` where it tells of a thing agreed,
    so that building something is an agreement; `reported` where it pledges only in reported speech (said they would).
    """

    bit: ClassVar[int] = 1 << 20
    use: Use = Use.VERB
    weak: bool = False
    after: bool = False
    agreed: bool = False
    reported: bool = False


@frozen
class Action(Meaning):
    """What is pledged: expand, build, simplify."""

    bit: ClassVar[int] = 1 << 21
    action: PledgeAction
    use: Use = Use.VERB


@frozen
class SettlementWord(Meaning):
    """A word of paying or pricing: settle, payments, transactions, reserves."""

    bit: ClassVar[int] = 1 << 25
    scope: str
    use: Use = Use.NOUN


@frozen
class Currency(Meaning):
    """Currencies by their names; `own` for the national currencies of the parties."""

    bit: ClassVar[int] = 1 << 26
    codes: tuple[str, ...] = ()
    own: bool = False

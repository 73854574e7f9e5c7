"""What every record has: where it stands, what says so, and how sure that is."""

from collections.abc import Callable, Sequence
from functools import cache
from operator import attrgetter
from typing import ClassVar, Self

import attrs
from attrs import frozen

from sinorus.errors import ValidationError
from sinorus.records.confidence import Confidence
from sinorus.records.evidence import Evidence, HasText
from sinorus.values import Quantity
from sinorus.values.evolve import evolve
from sinorus.values.unit import Dimension

__all__ = ["SUPPORT", "Claim"]

SUPPORT = ("document", "evidence", "confidence", "confidence_reasons")
"""The fields that say where a claim stands, not what it says."""

_QUOTE_WIDTH = 60
_PLACE = attrgetter("start", "end")


@frozen(kw_only=True, repr=False)
class Claim:
    """The common part of the record types.

    Two records are ``==`` when everything agrees, evidence included; `same_claim` asks whether they say the same.
    Records sort by document and place of their first evidence.
    """

    derived: ClassVar[tuple[str, ...]] = ()
    """Properties that JSON writes and does not read, for they follow from the fields."""

    document: str | None = None
    evidence: tuple[Evidence, ...] = ()
    confidence: Confidence = Confidence.STATED
    confidence_reasons: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        if type(self.evidence) is not tuple or type(self.confidence_reasons) is not tuple:
            self.reject("evidence", "evidence and reasons are tuples")
        if type(self.confidence) is not Confidence:
            self.reject("confidence", f"not a Confidence: {self.confidence!r}")
        self.check()

    def check(self) -> None:
        """Raise ValidationError where the claim contradicts the contract; each record type has its own."""

    def same_claim(self, other: object) -> bool:
        """Whether the other record says the same, wherever and however surely it says it."""
        return isinstance(other, Claim) and self.statement() == other.statement()

    def statement(self) -> tuple[object, ...]:
        """Return what it says as one value that can be looked up: its type and all fields but those of where and how surely."""
        kind: object = type(self)
        return kind, _said(kind)(self)

    def of_document(self, name: str) -> Self:
        """Return the record as one of the document of this name."""
        return self._with(document=name)

    def held(self, confidence: Confidence, reasons: tuple[str, ...]) -> Self:
        """Return the record, held for as sure as this, for these reasons."""
        return self._with(confidence=confidence, confidence_reasons=reasons)

    def _with(self, **support: object) -> Self:
        """Return a copy with other `SUPPORT`; what it says is the same, so that it is not checked again."""
        kind: object = type(self)
        copy = object.__new__(type(self))
        read, writers = _fields(kind)
        for write, value in zip(writers, read(self), strict=True):
            write(copy, value)
        for field, value in support.items():
            object.__setattr__(copy, field, value)
        return copy

    def with_evidence(self, *more: Evidence) -> Self:
        """Return the record with more evidence, in the order of the text, each piece once."""
        return evolve(self, evidence=tuple(sorted({*self.evidence, *more}, key=_PLACE)))

    def verify(self, document: HasText) -> None:
        """Raise ValidationError unless every quote is exactly the text at its span in the document."""
        for piece in self.evidence:
            piece.verify(document)

    @property
    def position(self) -> tuple[str, int, int]:
        """Document, start and end of the earliest evidence: what records sort by; (…, -1, -1) without any."""
        if not self.evidence:
            return self.document or "", -1, -1
        first = min(self.evidence, key=_PLACE)
        return self.document or "", first.start, first.end

    def describe(self, locale: str = "en") -> str:
        """Return the claim as one sentence in English, Russian or Chinese (``en``, ``ru``, ``zh``).

        LanguageError for any other locale.
        """
        from sinorus.records.wording import describe  # Babel and the wording load when first asked for

        return describe(self, locale)

    def __lt__(self, other: object) -> bool:
        return self.position < other.position if isinstance(other, Claim) else NotImplemented

    def __repr__(self) -> str:
        parts = []
        for attribute in attrs.fields(type(self)):
            value = getattr(self, attribute.name)
            if attribute.name not in SUPPORT and value not in (None, (), False):
                parts.append(f"{attribute.name}={_brief(value)}")
        if self.confidence is not Confidence.STATED:
            parts.append(str(self.confidence))
        if self.evidence:
            quote = self.evidence[0].quote
            parts.append(repr(quote if len(quote) <= _QUOTE_WIDTH else f"{quote[: _QUOTE_WIDTH - 1]}…"))
        return f"{type(self).__name__}({', '.join(parts)})"

    def reject(self, name: str, what: str) -> None:
        """Raise the ValidationError of a field."""
        raise ValidationError(what=what, where=f"{type(self).__name__}.{name}")

    def check_type(self, name: str, value: object, *kinds: type) -> None:
        """Reject a field whose value is neither None nor one of these types."""
        if value is not None and type(value) not in kinds:
            self.reject(name, f"{value!r} is no {' or '.join(kind.__name__ for kind in kinds)}")

    def check_each(self, name: str, values: tuple[object, ...], *kinds: type) -> None:
        """Reject a field that is no tuple of these types, or names something twice."""
        if type(values) is not tuple:
            self.reject(name, f"{values!r} is no tuple")
        for value in values:
            if type(value) not in kinds or value == "":
                self.reject(name, f"{value!r} is no {' or '.join(kind.__name__ for kind in kinds)}")
        if len(values) > 1 and len(set(values)) < len(values):
            self.reject(name, f"something stands twice in {_brief(values)}")

    def check_money(self, name: str, value: Quantity | None) -> None:
        """Reject what is not an amount of a currency, not below zero."""
        self._check_amount(name, value)
        if value is not None and not value.is_money:
            self.reject(name, f"{value} is no money")

    def check_physical(self, name: str, value: Quantity | None) -> None:
        """Reject what is not an amount of goods or works, not below zero."""
        self._check_amount(name, value)
        if value is not None and not value.is_physical:
            self.reject(name, f"{value} is no physical amount")

    def check_share(self, name: str, value: Quantity | None) -> None:
        """Reject what is not a percentage from 0 to 100."""
        self._check_amount(name, value)
        if value is None:
            return
        if value.dimension is not Dimension.PERCENT or max(value.amount, value.upper or value.amount) > 100:
            self.reject(name, f"{value} is no share: a share is in %, from 0 to 100")

    def _check_amount(self, name: str, value: Quantity | None) -> None:
        self.check_type(name, value, Quantity)
        if value is not None and value.amount < 0:
            self.reject(name, f"{value} is below zero")


@cache
def _said(kind: object) -> Callable[[Claim], object]:
    """What reads all fields of a record type but those of `SUPPORT` at once."""
    assert isinstance(kind, type)
    return attrgetter(*(field.name for field in attrs.fields(kind) if field.name not in SUPPORT))


@cache
def _fields(kind: object) -> tuple[Callable[[Claim], Sequence[object]], tuple[Callable[[Claim, object], None], ...]]:
    """What reads all fields of a record type at once, and what writes each of them: the slots themselves, which is twice as fast."""
    assert isinstance(kind, type)
    names = [field.name for field in attrs.fields(kind)]
    return attrgetter(*names), tuple(getattr(kind, name).__set__ for name in names)


def _brief(value: object) -> str:
    return "+".join(str(item) for item in value) if isinstance(value, tuple) else str(value)

"""What reading leaves behind: the text that never changes again, and everything that was done to it."""

from __future__ import annotations

import datetime
from typing import TypeVar

from attrs import Attribute, field, frozen
from attrs.validators import instance_of, optional

from sinorus.span import Span


@frozen(kw_only=True)
class Repair:
    """One mended place: at ``offset`` of the document's text stands ``after``, where the source had ``before``.

    ``rule`` names what decided it: ``encoding`` (the whole text had been decoded wrongly), ``mojibake`` (a damaged
    sequence, mended through ftfy), ``apostrophe`` and ``dash`` (a lone damaged character, decided by its context),
    ``control`` (a control character), ``undecodable`` (bytes that mean nothing in the encoding).
    """

    offset: int
    before: str
    after: str
    rule: str


@frozen(kw_only=True)
class Furniture:
    """Something that stood at ``offset`` of the document's text and was taken out, as it was written.

    ``kind`` is ``page`` (navigation, share buttons, captions, copyright) or ``date`` (a date marker).
    """

    offset: int
    text: str
    kind: str


_Entry = TypeVar("_Entry", Repair, Furniture)


def _inside(document: Document, attribute: Attribute[tuple[_Entry, ...]], value: tuple[_Entry, ...]) -> None:
    size = len(document.text)
    for entry in value:
        if not 0 <= entry.offset <= size:
            raise ValueError(f"{attribute.name}: offset {entry.offset} is outside the text of {size} characters")


@frozen(kw_only=True)
class Document:
    """A text that has been read. ``text`` never changes from here on; every span refers to it.

    ``language`` is ``en``, ``ru``, ``zh`` or ``None`` (another language, or too little to tell). ``encoding`` is the
    codec the bytes were read with, ``None`` where the text came as ``str``. ``notes`` say what was normalised
    without being listed place by place (line ends).
    """

    id: str = field(validator=instance_of(str))
    text: str = field(validator=instance_of(str), repr=lambda text: f"<{len(text)} characters>")
    title: str | None = field(default=None, validator=optional(instance_of(str)))
    date: datetime.date | None = field(default=None, validator=optional(instance_of(datetime.date)))
    language: str | None = field(default=None, validator=optional(instance_of(str)))
    source: str | None = field(default=None, validator=optional(instance_of(str)))
    repairs: tuple[Repair, ...] = field(default=(), repr=False, validator=_inside)
    furniture: tuple[Furniture, ...] = field(default=(), repr=False, validator=_inside)
    encoding: str | None = field(default=None, validator=optional(instance_of(str)))
    notes: tuple[str, ...] = field(default=(), repr=False)

    def quote(self, span: Span) -> str:
        """The characters that ``span`` covers; ``ValueError`` where it reaches beyond the text.

        >>> Document(id="d", text="Trade grew.").quote(Span(0, 5))
        'Trade'
        """
        if span.end > len(self.text):
            raise ValueError(f"span {span.start}..{span.end} lies outside document {self.id!r} of {len(self.text)} characters")
        return span.of(self.text)

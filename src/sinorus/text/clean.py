"""The steps from decoded to readable text, in their order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import evolve

from sinorus.text.draft import Draft, Edit
from sinorus.text.furniture import date_markers, page_furniture
from sinorus.text.repair import lone_letters, misdecoded, mojibake

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]+|[\x0b\x0c]|[\ud800-\udfff]")
_CONTROL_BYTES = bytes(code for code in (*range(32), 127) if code not in b"\t\n\r")
_SEPARATORS = str.maketrans("\u2028\u2029", "\n\n")


def cleaned(draft: Draft) -> Draft:
    """Line ends made alike, control characters and encoding damage mended, furniture and date markers taken out.

    Nothing else changes: white space of every width, full-width forms, soft hyphens and quotation marks stay.
    """
    draft = _line_ends(draft)
    if _has_controls(draft.text):
        draft = draft.mended(_controls(draft.text))
    if not draft.text.isascii():
        draft = draft.mended(misdecoded(draft.text))
        draft = draft.mended(mojibake(draft.text))
        draft = draft.mended(lone_letters(draft.text))
    draft = draft.without(page_furniture(draft.text))
    return draft.without(date_markers(draft.text))


def _line_ends(draft: Draft) -> Draft:
    text = draft.text.removeprefix("\ufeff")
    notes = draft.notes
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        notes += ("line ends were carriage returns",)
    if not text.isascii() and any(mark in text for mark in ("\u2028", "\u2029")):
        text = text.translate(_SEPARATORS)
        notes += ("line ends were Unicode separators",)
    return draft if text is draft.text else evolve(draft, text=text, notes=notes)


def _has_controls(text: str) -> bool:
    """Whether there is anything for `_controls` to do; many times faster than a search."""
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return len(data.translate(None, _CONTROL_BYTES)) != len(data)


def _controls(text: str) -> Iterator[Edit]:
    for match in _CONTROLS.finditer(text):
        found = match.group()
        if "\ud800" <= found <= "\udfff":
            yield Edit(match.start(), match.end(), "\ufffd", "undecodable")
        else:
            yield Edit(match.start(), match.end(), "\n" if found in "\x0b\x0c" else "", "control")

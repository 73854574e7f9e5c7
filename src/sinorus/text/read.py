"""The two doors: `read` for files and bytes, `from_text` for text that is already there."""

from __future__ import annotations

import datetime
import os
from pathlib import Path

from sinorus.errors import DocumentError, LanguageError, Message
from sinorus.text.clean import cleaned
from sinorus.text.dateline import date_of
from sinorus.text.decode import decode
from sinorus.text.document import Document
from sinorus.text.draft import Draft
from sinorus.text.heading import source_of, title_of
from sinorus.text.html import is_html, readable
from sinorus.text.language import language_of
from sinorus.text.tables import LANGUAGES

LIMIT = 50_000_000
"""The longest document, in bytes or characters: a book has one million, and what is longer is a dump that should be split."""


def read(
    source: str | os.PathLike[str] | bytes,
    *,
    date: datetime.date | None = None,
    language: str | None = None,
    id: str | None = None,
) -> Document:
    """Read one document from a path or from its bytes.

    ``date`` and ``language``, where given, win over what the text says; ``id`` is the file's stem, ``document`` for bytes.
    Raises `DocumentError` (missing, a folder, empty, longer than `LIMIT`, binary, in no encoding that can be told; HTML without the extra
    ``html``) and `LanguageError` (a language that sinorus does not read).

    >>> document = read("Published: 5 May 2021\\n\\nВывоз угля вырос на треть.".encode("utf-16"), id="brief")
    >>> document.date.isoformat(), document.encoding, document.language
    ('2021-05-05', 'utf-16', 'ru')
    """
    _check(date, language)
    if isinstance(source, bytes):
        data, where, name = source, "bytes", "document"
    else:
        data, where, name = _bytes_of(source)
    _check_size(len(data), where)
    if not data.strip(b"\x00 \t\r\n"):
        raise DocumentError(what="the document is empty", where=where, remedy="give a document with text in it")
    decoded = decode(data, where)
    document = _document(decoded.draft, id=id or name, date=date, language=language, encoding=decoded.encoding, where=where)
    if not document.text.strip():
        raise DocumentError(what="the document holds no text", where=where, remedy="give a document with text in it")
    return document


def from_text(text: str, *, date: datetime.date | None = None, language: str | None = None, id: str = "text") -> Document:
    """A document from text, cleaned like one that was read; an empty text is an empty document.

    >>> from_text("top of page\\nTrade grew by a tenth.", id="note").text
    'Trade grew by a tenth.'
    """
    _check(date, language)
    _check_size(len(text), id)
    return _document(Draft(text=text), id=id, date=date, language=language, encoding=None, where=id)


def _document(draft: Draft, *, id: str, date: datetime.date | None, language: str | None, encoding: str | None, where: str) -> Document:
    title = source = None
    page_date = None
    if is_html(draft.text):
        page = readable(draft.text, where)
        draft = Draft(text=page.text, notes=("the text was taken out of HTML",))
        title, source, page_date = page.title, page.source, page.date
    draft = cleaned(draft)
    text = draft.text
    return Document(
        id=id,
        text=text,
        title=title or title_of(text),
        date=date or date_of(text, draft.furniture) or page_date,
        language=language or language_of(text),
        source=source_of(text) or source,
        repairs=draft.repairs,
        furniture=draft.furniture,
        encoding=encoding,
        notes=draft.notes,
    )


def _check(date: datetime.date | None, language: str | None) -> None:
    if language is not None and language not in LANGUAGES:
        raise LanguageError.unknown(language, LANGUAGES)
    if date is not None and not isinstance(date, datetime.date):
        raise TypeError(f"date must be a datetime.date, got {date!r}")


def _check_size(size: int, where: str) -> None:
    if size > LIMIT:
        what = Message(
            "the document is {size} MB long, and at most {limit} MB are read at once", size=size // 1_000_000, limit=LIMIT // 1_000_000
        )
        raise DocumentError(what=what, where=where, remedy="split it into its articles")


def _bytes_of(source: str | os.PathLike[str]) -> tuple[bytes, str, str]:
    path = Path(source)
    where = str(path)
    try:
        _check_size(path.stat().st_size, where)
        return path.read_bytes(), where, path.stem
    except FileNotFoundError:
        raise DocumentError(what="there is no such file", where=where, remedy="check the path") from None
    except IsADirectoryError:
        raise DocumentError(what="this is a folder", where=where, remedy="give a file, or let the command line read the folder") from None
    except PermissionError:
        raise DocumentError(what="the file may not be read", where=where, remedy="check its permissions") from None
    except (OSError, ValueError) as error:
        raise DocumentError(
            what=Message("the file cannot be read ({reason})", reason=str(error)), where=where[:200], remedy="check the path"
        ) from None

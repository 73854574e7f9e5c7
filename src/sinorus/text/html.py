"""The article of an HTML page, through trafilatura (extra ``html``)."""

from __future__ import annotations

import datetime
import functools
import logging
import re

from attrs import frozen

from sinorus.errors import DocumentError

_HTML = re.compile(
    r"\s*+(?:<!--.{0,2000}?-->\s*+|<\?xml[^>]{0,200}>\s*+)*+"
    r"<(?:!doctype\s+html|(?:html|head|body|title|meta|main|article|section|div|p|h[1-6]|table|ul|ol|span|header|nav)(?:\s[^<>]{0,2000})?/?>)",
    re.IGNORECASE | re.DOTALL,
)


@frozen(kw_only=True)
class Page:
    """What was taken out of an HTML page."""

    text: str
    title: str | None
    date: datetime.date | None
    source: str | None


def is_html(text: str) -> bool:
    """Whether a text begins with the tags of an HTML page.

    >>> is_html("<!DOCTYPE html><html><body><p>Trade grew.</p></body></html>"), is_html("<5% of trade")
    (True, False)
    """
    return text[:64].lstrip("\ufeff \t\r\n")[:1] == "<" and _HTML.match(text.removeprefix("\ufeff")) is not None


def readable(markup: str, where: str) -> Page:
    """The readable text of a page and what its head says of it; `DocumentError` without the extra or without a text."""
    try:
        import trafilatura

        _quiet()
    except ImportError:
        raise DocumentError(what="this is HTML, and trafilatura is missing", where=where, remedy="pip install sinorus[html]") from None
    markup = markup.removeprefix("\ufeff").replace("\x00", "")
    found = trafilatura.bare_extraction(
        markup,
        include_comments=False,
        with_metadata=True,
        # Only what the page's head states: dates guessed from elsewhere on a page are often another article's.
        date_extraction_params={"extensive_search": False, "original_date": True, "max_date": "2100-12-31", "outputformat": "%Y-%m-%d"},
    )
    text = (getattr(found, "text", None) or "").strip()
    if not text:
        text = str(trafilatura.html2txt(markup) or "").strip()
    if not text:
        raise DocumentError(what="the HTML page holds no readable text", where=where, remedy="save the article's text and read that")
    title = _line(getattr(found, "title", None))
    if title and title not in text[: 4 * len(title) + 200]:
        text = f"{title}\n\n{text}"
    return Page(text=text, title=title, date=_date(getattr(found, "date", None)), source=_line(getattr(found, "sitename", None)))


@functools.cache
def _quiet() -> None:
    """Keep what trafilatura logs of broken pages from being printed where the application set up no logging."""
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())


def _line(value: object) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _date(value: object) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None

"""A document's sentences, list items, titles and other lines, as half-open spans into its text."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from sinorus.span import Span
from sinorus.text.document import Document
from sinorus.text.language import has_wide_script, part_language
from sinorus.text.lines import Unit, units
from sinorus.text.stops import stops

MAX_LENGTH = 2000
"""A sentence is no longer than this many characters: longer ones are cut at a clause mark or white space."""

_CLAUSE_MARKS = (";", "；", "，", ", ", "、", " ")
_HEADING = 6
"""Each of the two headings in a title is longer than this."""
_WIDE = "⺀"
"""The first character of the scripts that do not part words."""
_FINAL = frozenset(".!?…。！？｡．\"'”’»)）」』›]")


@frozen(kw_only=True)
class Sentence:
    """One sentence or line of a document.

    ``kind`` is ``title`` (the document's title), ``item`` (part of a list item; its marker stays outside the span),
    ``line`` (a line without a final stop: a heading, a dateline, a cell) or ``sentence``. ``paragraph`` counts from 0;
    a line of its own and every list item is a paragraph. ``language`` is the document's, or another supported one where
    the sentence is in another script.
    """

    span: Span
    kind: str
    paragraph: int
    language: str | None


def sentences(document: Document) -> tuple[Sentence, ...]:
    """The sentences of a document, in order, apart from each other, trimmed of white space; none is empty.

    Everything but white space and list, quote and heading markers is covered. Time is linear in the text.

    >>> text = "Trade in 2021\\n\\nIt rose 12% to approx. 3.5 bln. U.S. dollars. Exports:\\n- coal\\n- oil"
    >>> [(s.kind, s.span.of(text)) for s in sentences(Document(id="d", text=text, title="Trade in 2021", language="en"))]
    ... # doctest: +NORMALIZE_WHITESPACE
    [('title', 'Trade in 2021'), ('sentence', 'It rose 12% to approx. 3.5 bln. U.S. dollars.'), ('line', 'Exports:'),
     ('item', 'coal'), ('item', 'oil')]
    """
    text = document.text
    language = document.language
    mixed = language is not None and has_wide_script(text)
    title = document.title
    found: list[Sentence] = []
    for paragraph, unit in enumerate(units(text)):
        for start, end in _pieces(text, unit):
            kind = "item" if unit.item else "sentence" if text[end - 1] in _FINAL else "line"
            if title is not None:
                if text.startswith(title, start) and end - start == len(title):
                    kind, title = "title", None
                elif paragraph > 3:
                    title = None
            own = part_language(text[start:end], language) if mixed else language
            for first, last in _headings(text, start, end) if kind == "title" else ((start, end),):
                found.append(Sentence(span=Span(first, last), kind=kind, paragraph=paragraph, language=own))
    return tuple(found)


def _headings(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The two headings of a title, where its script parts no words and white space stands between two long stretches of it."""
    for at in range(start + _HEADING, end - _HEADING):
        if text[at].isspace() and text[at - 1] >= _WIDE and text[at + 1] >= _WIDE:
            yield start, at
            yield at + 1, end
            return
    yield start, end


def _pieces(text: str, unit: Unit) -> Iterator[tuple[int, int]]:
    """The sentences of one unit; each begins and ends with something visible."""
    start = unit.start
    for end, after in stops(text, unit.start, unit.end):
        yield from _short(text, start, end)
        start = after
    if start < unit.end:
        yield from _short(text, start, unit.end)


def _short(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """One sentence, cut where it is too long."""
    while end - start > MAX_LENGTH:
        cut = _cut(text, start)
        head = len(text[start:cut].rstrip())
        if head:
            yield start, start + head
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield start, end


def _cut(text: str, start: int) -> int:
    """Where to cut a sentence that is too long: after the last clause mark of its second half, else anywhere."""
    limit = start + MAX_LENGTH
    for mark in _CLAUSE_MARKS:
        at = text.rfind(mark, start + MAX_LENGTH // 2, limit)
        if at >= 0:
            return at + len(mark)
    return limit

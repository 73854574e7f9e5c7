"""Lines and paragraphs: which line breaks divide a text, and which only fold it."""

from __future__ import annotations

import itertools
import re
from typing import NamedTuple

_MARKER = re.compile(
    r"""
    \s*+(?:>[ \t>]*+)?                                          # e-mail quoting
    (?P<item>
        (?:[-*—–‒−+][ \t\u00a0]++ | [—–-]{1,2}(?=[\u3400-\u9fff“《]) | [•●▪‣·∙○◦■□◆◇►▶★※➢✓]\ufe0f?[ \t\u00a0\u3000]*+)
      | \(?\d{1,2}[.)][ \t\u00a0]++(?!\d) | \d{1,2}[.．](?=[\u3400-\u9fff“《]|\d{1,4}[年月日]) | \([a-zа-яё]\)[ \t]++ | [a-zа-яё]\)[ \t]++
      | \d{1,2}、 | [一二三四五六七八九十]{1,3}、 | （[一二三四五六七八九十\d]{1,3}）[ \u3000]*+ | [①-⑳❶-❿][ \u3000]*+
    )?
    (?:\#{1,6}[ \t]++|={2,6}[ \t]*+)?                           # headings of Markdown and wiki pages
    (?:\*\*|__)?
    """,
    re.VERBOSE,
)
_CELLS = re.compile(r"\S(?:\u3000|\t| {2,}| \| )\S")
"""A gap between two cells of a row."""
_VISIBLE = re.compile(r"\S")
_UNENDED = re.compile(r"(?:,|(?<![^\W_])[^\W\d_A-ZА-Я]{1,3})$")
"""A line that ends like this, in a comma or a short word, is no whole sentence."""
_FINAL = ".!?…。！？｡:：;；"
_MIN_JOIN = 30
_NARROW, _WIDE = 40, 110
_NARROW_HAN, _WIDE_HAN = 16, 60
_SLACK = 18
_INDENT = 9
"""By so much a line may fall short of the width where it goes on."""


class Unit(NamedTuple):
    """A stretch of running text: a paragraph, a line of its own, a list item (without its marker)."""

    start: int
    end: int
    item: bool


class _Line(NamedTuple):
    start: int  # of the content, behind markers
    end: int
    item: bool
    width: int  # from the line's first character


def units(text: str) -> list[Unit]:
    """The units of a text, in order; each begins and ends with something visible."""
    found: list[Unit] = []
    block: list[_Line] = []
    position = 0
    folded = 0
    for raw in text.split("\n"):
        line = _line(text, raw, position)
        position += len(raw) + 1
        if line is None:
            if block:
                folded = _close(text, block, found, folded)
                block = []
        else:
            block.append(line)
    if block:
        _close(text, block, found, folded)
    return found


def _line(text: str, raw: str, position: int) -> _Line | None:
    size = len(raw.rstrip())
    if not size:
        return None
    end = position + size
    match = _MARKER.match(text, position, end)
    start, item = (position, False) if match is None else (match.end(), match["item"] is not None)
    if text[start : start + 1].isspace():
        visible = _VISIBLE.search(text, start, end)
        start = visible.start() if visible else end
    if start >= end:  # nothing but a marker, such as a rule of dashes: it is kept as a line
        visible = _VISIBLE.search(text, position, end)
        return _Line(visible.start() if visible else position, end, False, size)
    return _Line(start, end, item, size)


def _close(text: str, block: list[_Line], found: list[Unit], folded: int) -> int:
    """Turn the lines of a block into units; returns the width at which the text is folded, as far as known."""
    if len(block) == 1:
        start, end, item, _ = block[0]
        found.append(Unit(start, end, item))
        return folded
    width = _fold(text, block)
    known = width or folded
    start, end, item, _ = block[0]
    for line, following in itertools.pairwise(block):
        if not following.item and ((item and _indented(text, following)) or _continues(text, line, following, known)):
            end = following.end
            continue
        found.append(Unit(start, end, item))
        start, end, item, _ = following
    found.append(Unit(start, end, item))
    return known


def _fold(text: str, block: list[_Line]) -> int:
    """The width at which a block of lines was folded, 0 where its line breaks look meant.

    Folded lines are about equally long, and many of them go on in the next line in the middle of a sentence.
    """
    inner = block[:-1]
    width = max(line.width for line in block)
    han = _is_han(text[block[0].start])
    narrow, wide = (_NARROW_HAN, _WIDE_HAN) if han else (_NARROW, _WIDE)
    if len(block) < 3 or not narrow <= width <= wide:
        return 0
    if sum(_CELLS.search(text, line.start, line.end) is not None for line in block) * 2 > len(block):
        return 0  # the rows of a table
    slack = 4 if han else _SLACK
    running = [line for line, after in itertools.pairwise(block) if _runs_on(text, line, after, han)]
    full = sum(line.width >= width - slack for line in running)  # short lines end paragraphs
    return width if running and full * 10 >= len(running) * 8 and len(running) * 3 >= len(inner) else 0


def _runs_on(text: str, line: _Line, after: _Line, han: bool) -> bool:
    if text[line.end - 1] in _FINAL or after.item:
        return False
    return _is_han(text[after.start]) if han else text[after.start].islower() or _UNENDED.search(text, line.start, line.end) is not None


def _continues(text: str, line: _Line, after: _Line, width: int) -> bool:
    """Whether the break between two lines only folds one sentence or paragraph."""
    last = text[line.end - 1]
    if width:
        han = _is_han(text[after.start])
        word = 1 if han else _word_length(text, after)
        if line.width + 1 + word > width:
            return True
        if not han and last not in _FINAL and _mid_sentence(text, line) and line.width >= width - _INDENT:
            return True  # the first line of a paragraph that was set in
    return line.width >= _MIN_JOIN and last not in _FINAL and text[after.start].islower() and (width > 0 or _mid_sentence(text, line))


def _indented(text: str, line: _Line) -> bool:
    """Whether a line is set in, as the further lines of a list item are."""
    return text[line.end - line.width : line.start].isspace()


def _mid_sentence(text: str, line: _Line) -> bool:
    return text[line.end - 1] not in ')）"”»'


def _word_length(text: str, line: _Line) -> int:
    space = text.find(" ", line.start, line.end)
    return (space if space >= 0 else line.end) - line.start


def _is_han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff"

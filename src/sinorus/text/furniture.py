"""Page furniture and date markers: whole lines, and a marker at the very start, that are no part of the article."""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Iterator

from sinorus.text.draft import Edit
from sinorus.text.tables import text_tables

_LONGEST = 260
_FIGURE = re.compile(r"[%％‰$€¥₽￥]|\d\s?(?:млн|млрд|тыс|mln|bln|million|billion|tonne|ton)\b|[万亿萬億]")


def page_furniture(text: str) -> Iterator[Edit]:
    """The lines of a text that are furniture, each with its line break. A line that says anything with a figure stays."""
    known, patterns = _lines(), _patterns()
    position = 0
    for line in text.split("\n"):
        size = len(line)
        if 0 < size <= _LONGEST:
            bare = line.strip()
            if bare.lower() in known or ("’" in bare and bare.lower().replace("’", "'") in known) or _is_pattern(bare, patterns):
                yield Edit(position, min(position + size + 1, len(text)), "", "page")
        position += size + 1


def _is_pattern(line: str, patterns: re.Pattern[str]) -> bool:
    return patterns.fullmatch(line) is not None and _FIGURE.search(line) is None


def date_markers(text: str) -> Iterator[Edit]:
    """The marker `` date 2021-06-30 `` before the first word of a text, where the date is one."""
    match = _marker().match(text)
    if match is None:
        return
    try:
        datetime.date.fromisoformat(match["date"])
    except ValueError:
        return
    yield Edit(0, match.end(), "", "date")


@functools.cache
def _lines() -> frozenset[str]:
    return frozenset().union(*(table.furniture_lines for table in text_tables()))


@functools.cache
def _patterns() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for table in text_tables() for pattern in table.furniture_patterns), re.IGNORECASE)


@functools.cache
def _marker() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for table in text_tables() for word in table.date_markers)
    return re.compile(rf"\s*(?:{words})\s*[:：]?\s+(?P<date>\d{{4}}-\d\d-\d\d)(?:\s+|$)", re.IGNORECASE)

"""A text's title and where it says that it comes from."""

from __future__ import annotations

import functools
import re

from sinorus.text.dateline import is_date_line
from sinorus.text.tables import text_tables

_LONGEST_TITLE, _LONGEST_TITLE_HAN = 180, 60
_STOPS = ".。;；:：,，、…—–-"
_MARKS = " \t#*_=\u3000\u00a0"
_HAN = re.compile(r"[\u4e00-\u9fff]")
_INNER_STOP = re.compile(r"[a-zа-яё]{3}[.!?]\s+[A-ZА-ЯЁ]|[。！？].")
_ITEM = re.compile(r"[-•●*—–>]\s|\d{1,2}[.)]\s|[一二三四五六七八九十]{1,2}、")
_AT_END = re.compile(r"[(（\[]\s*(?:[^()（）\[\]:：]{0,20}[:：]\s*)?([^()（）\[\]]{2,40}?)\s*[)）\]]\s*[.。]?\s*$")
_AT_TOP = re.compile(r"[^\n()（）]{2,60}[(（/]\s*([^()（）/\n]{2,40}?)\s*[)）/]\s*(?:[—–―-]|--)")


def title_of(text: str) -> str | None:
    """The first line, where it is short, has no final stop, and more text follows; a date line above it is passed over.

    >>> title_of("Trade reaches a new high\\n\\nRail freight grew.")
    'Trade reaches a new high'
    >>> title_of("Rail freight grew.") is None
    True
    """
    start = 0
    for _ in range(6):
        end = text.find("\n", start, start + 4 * _LONGEST_TITLE)
        if end < 0:
            return None
        line = text[start:end].strip(_MARKS)
        start = end + 1
        if line and not is_date_line(line) and not _source_line().fullmatch(line):
            break
    else:
        return None
    if not _is_title(line) or not text[start : start + 2000].strip():
        return None
    return line


def _is_title(line: str) -> bool:
    longest = _LONGEST_TITLE_HAN if _HAN.search(line) else _LONGEST_TITLE
    if not 2 <= len(line) <= longest or _ITEM.match(line) or _INNER_STOP.search(line):
        return False
    last = line[-1]
    return last not in _STOPS and not (line[0] in "(（[【" and last in ")）]】") and any(map(str.isalpha, line))


def source_of(text: str) -> str | None:
    """Who is named as the source: a label's line near either end, an outlet in brackets at the end or in the dateline.

    >>> source_of("Trade grew by a tenth (Reuters)."), source_of("Trade grew.\\nSource: The Gazette")
    ('Reuters', 'The Gazette')
    >>> source_of("KAZAN, Nov 9 (Agency) — Trade grew.") is None
    True
    """
    head, tail = text[:1500], text[-400:] if len(text) > 1500 else ""
    lines = [line.strip(_MARKS) for line in (*head.split("\n")[:8], *(head + tail).split("\n")[-4:])]
    for line in lines:
        if len(line) <= 120 and (match := _source_line().fullmatch(line)):
            return match[1].strip()
    outlets = _outlets()
    match = _AT_END.search(text, max(0, len(text) - 100))
    if match and (name := outlets.get(match[1].lower())):
        return name
    for line in lines[:8]:
        match = _AT_TOP.match(line)
        if match and (name := outlets.get(match[1].lower())):
            return name
    return None


@functools.cache
def _outlets() -> dict[str, str]:
    return {name.lower(): name for table in text_tables() for name in table.outlets}


@functools.cache
def _source_line() -> re.Pattern[str]:
    labels = "|".join(sorted((re.escape(label) for table in text_tables() for label in table.source_labels), key=len, reverse=True))
    return re.compile(rf"[(（\[【]?(?:{labels})\s*[:：]\s*([^:：。]{{2,60}}?)[)）\]】]?[.。]?", re.IGNORECASE)

"""The date that a text gives for itself: a date marker, a date line near its top, or a dateline with a year."""

from __future__ import annotations

import datetime
import functools
import itertools
import re
from collections.abc import Iterator, Sequence

from sinorus.text.document import Furniture
from sinorus.text.tables import LANGUAGES, text_tables

_TOP, _LAST = 8, 2
_LONGEST = 120
_DATELINE = 90
_FEW_DIGITS = re.compile(r"(?:19|20)\d\d")
_ZONE = r"(?:\s*\(?(?:[A-Z]{2,5}|(?:UTC|GMT)\s?[+-]\d{1,2}|МСК|[+-]\d{4})\)?)?"
_TIME = rf"(?:\s*[,|·—–-]?\s*(?:at\s+|в\s+)?\d{{1,2}}[:.]\d\d(?::\d\d)?(?:\s*[ap]\.?m\.?)?{_ZONE})?"
_WORD = re.compile(r"[^\W\d_]{2,}")
_SPARE = 6
"""Words beside a date in a line that gives it: a name, an agency, a section. A headline has more."""
_ENDS = (".", "!", "?", "。", "！", "？")
_PAGE_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


def date_of(text: str, furniture: Sequence[Furniture] = ()) -> datetime.date | None:
    """The date of a text as it gives it itself, or ``None``; a day and month without a year give none.

    >>> date_of("A headline\\nPublished: March 5,2021\\n\\nTrade grew.")
    datetime.date(2021, 3, 5)
    >>> date_of("KAZAN, Nov 9 (Agency) — Trade grew in 2015.") is None
    True
    """
    for entry in furniture:
        if entry.kind == "date" and (match := _PAGE_DATE.search(entry.text)):
            return _day(match[1], match[2], match[3])
    top, last = _lines(text)
    for line in (*top, *last):
        if len(line) <= _LONGEST and _FEW_DIGITS.search(line) and (match := _own_line().fullmatch(line)):
            found = _date(match)
            if found:
                return found
    for line in (*_head(top), *last):
        if len(line) <= _DATELINE and _FEW_DIGITS.search(line) and (found := _beside(line)):
            return found
    for line in top:
        if _FEW_DIGITS.search(line, 0, _DATELINE) and (match := _dateline().match(line, 0, _DATELINE)):
            found = _date(match)
            if found:
                return found
    return None


def _head(top: Sequence[str]) -> Iterator[str]:
    """The lines above the text: those before the first that is as long as one of the text."""
    return itertools.takewhile(lambda line: len(line) <= _LONGEST, top)


def _beside(line: str) -> datetime.date | None:
    """The date of a short line in which a mark sets it off from the author, the source or the place: "Ann Lee | 5 May 2021"."""
    found = list(_set_off().finditer(line))
    if len(found) != 1:
        return None
    rest = line[: found[0].start()] + line[found[0].end() :]
    if _FEW_DIGITS.search(rest) or len(_WORD.findall(rest)) > _SPARE or line.endswith(_ENDS):
        return None
    return _date(found[0])


def _lines(text: str) -> tuple[list[str], list[str]]:
    """The first and the last lines that are not blank, without markers of emphasis."""
    top = [line for raw in text[:4000].split("\n") if (line := raw.strip(" \t*_#>\u3000\u00a0"))][:_TOP]
    last = [line for raw in text[-600:].split("\n")[1:] if (line := raw.strip(" \t*_#>\u3000\u00a0"))][-_LAST:]
    return top, last


def _date(match: re.Match[str]) -> datetime.date | None:
    groups = match.groupdict()
    for prefix in ("i", "n", "e", "d", "z", "c"):
        year, month, day = (groups.get(prefix + part) for part in ("y", "m", "d"))
        if year and month and day:
            return _day(year, month, day)
    return None


def _day(year: str, month: str, day: str) -> datetime.date | None:
    number = int(month) if month.isdigit() else _months().get(month.lower().rstrip("."), 0)
    try:
        return datetime.date(int(year), number, int(day))
    except ValueError:
        return None


@functools.cache
def _months() -> dict[str, int]:
    """Names of months in the languages that have them, as CLDR gives them, and the further forms of the tables."""
    from babel.dates import get_month_names

    names: dict[str, int] = {}
    for locale in LANGUAGES[:2]:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                names |= {name.lower().rstrip("."): number for number, name in get_month_names(width, context, locale).items()}
    for table in text_tables():
        names |= table.months
    return names


@functools.cache
def _days() -> str:
    from babel.dates import get_day_names

    names = {name for locale in LANGUAGES for width in ("wide", "abbreviated") for name in get_day_names(width, "format", locale).values()}
    return "|".join(sorted(map(re.escape, names | {f"星期{day}" for day in "一二三四五六日天"}), key=len, reverse=True))


@functools.cache
def _pattern() -> str:
    month = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    year_words = "|".join(sorted({re.escape(word) for table in text_tables() for word in table.year_words}, key=len, reverse=True))
    return rf"""(?:
        (?P<iy>(?:19|20)\d\d)(?P<sep>[-/.])(?P<im>\d{{1,2}})(?P=sep)(?P<id>\d{{1,2}})(?!\d)
      | (?P<nd>\d{{1,2}})\.(?P<nm>\d{{1,2}})\.(?P<ny>(?:19|20)\d\d)(?!\d)
      | (?P<em>{month})\.?\s*(?P<ed>\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s*(?P<ey>(?:19|20)\d\d)(?!\d)
      | (?P<dd>\d{{1,2}})(?:st|nd|rd|th|-го)?[\s\u00a0-]+(?P<dm>{month})\.?,?[\s\u00a0-]+(?P<dy>(?:19|20)\d\d)(?!\d)
        (?:\s?(?:{year_words})\b\.?)?
      | (?P<zy>(?:19|20)\d\d)\s?年\s?(?P<zm>\d{{1,2}})\s?月\s?(?P<zd>\d{{1,2}})\s?[日号號]
    )"""


def _labels() -> str:
    return _alternatives(label for table in text_tables() for label in table.date_labels)


def _alternatives(words: Iterator[str]) -> str:
    return "|".join(sorted(map(_spaced, words), key=len, reverse=True))


def _spaced(words: str) -> str:
    return r"\s".join(map(re.escape, words.split(" ")))


@functools.cache
def _own_line() -> re.Pattern[str]:
    """A line that holds a date, perhaps with a label before it and a weekday, a time or the source after it."""
    sources = _alternatives(label for table in text_tables() for label in table.source_labels)
    return re.compile(
        rf"""[(（\[【]?\s*(?:(?:{_labels()})\s*[:：]?\s*)?(?:(?:{_days()})\.?\s*[,，]?\s*)?(?:\d{{1,2}}:\d\d,?\s+)?
        {_pattern()}
        (?:\s*[,，]?\s*[(（]?(?:{_days()})\.?[)）]?)?{_TIME}\s*
        (?:[|·/,，]?\s*(?:{sources})\s*[:：].{{1,60}})?[)）\]】.]?\s*(?:讯|訊|电|電)?""",
        re.VERBOSE | re.IGNORECASE,
    )


@functools.cache
def _set_off() -> re.Pattern[str]:
    """A date between the marks, or the ends, of a line."""
    mark = r"[|·•/,，:：;()（）\[\]【】—–-]"
    return re.compile(
        rf"""(?:^|{mark}\s*)(?:(?:{_days()})\.?\s*[,，]?\s*)?(?:\d{{1,2}}:\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?\s*,?\s+)?
        {_pattern()}{_TIME}\s*(?:[,—–-]*$|(?=[|·•/)（(）\]【】]))""",
        re.VERBOSE | re.IGNORECASE,
    )


@functools.cache
def _dateline() -> re.Pattern[str]:
    """Place and date before the text: capitalised words, the date, and a mark that sets it off."""
    place = r"(?-i:[A-ZА-ЯЁ][\w.'’-]*+(?:[ \u00a0/-](?:[A-ZА-ЯЁ][\w.'’-]*+|de|of|upon))*)"
    set_off = r"(?:[,，.]?\s*[(（\[/][^()（）\[\]/]{1,40}[)）\]/])?\s*(?:[)）】\]]|\.\s|[—–―]|-{1,2}\s|/)"
    return re.compile(
        rf"""[(（\[【]?(?:{place}\s*[,，./(—–-]?\s*{_pattern()}\s*{set_off} | [^\W\d_]{{2,20}}{_chinese_date()}\s*[电電讯訊])""",
        re.VERBOSE | re.IGNORECASE,
    )


def _chinese_date() -> str:
    return r"(?P<cy>(?:19|20)\d\d)\s?年\s?(?P<cm>\d{1,2})\s?月\s?(?P<cd>\d{1,2})\s?[日号號]"


def is_date_line(line: str) -> bool:
    """Whether a line holds nothing but a date, its label, and what goes with it."""
    return len(line) <= _LONGEST and _FEW_DIGITS.search(line) is not None and _own_line().fullmatch(line) is not None

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
_TIME = rf"(?:(?:\s*[,|·—–-]?\s*(?:at\s+|в\s+)?|T)\d{{1,2}}[:.]\d\d(?::\d\d(?:\.\d+)?)?Z?(?:\s*[ap]\.?m\.?)?{_ZONE})?"
_WORD = re.compile(r"[^\W\d_]{2,}")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_MONTHS = 12
_UPDATED = datetime.timedelta(days=31)
"""A line may give the day of publication and that of a change soon after."""
_NAME = r"[^\d|,]{2,40}?"
_SENTENCE = 60
"""A line that begins with its date and runs on for as long as this is the first of a text, no entry of a chronology."""
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
        if found := _of_page(entry.text):
            return found
    top, last = _lines(text)
    for line in (*top, *last):
        if len(line) <= _LONGEST and _FEW_DIGITS.search(line) and (match := _own_line().fullmatch(line)):
            found = _date(match)
            if found:
                return found
    if top and len(top[0]) <= _LONGEST and (match := _dated().search(top[0])):
        return _date(match)
    for line in (*_head(top), *last):
        if len(line) <= _DATELINE and _FEW_DIGITS.search(line) and (found := _beside(line)):
            return found
    for line in top:
        if _FEW_DIGITS.search(line, 0, _DATELINE) and (match := _dateline().match(line, 0, _DATELINE)):
            found = _date(match)
            if found:
                return found
    return _opening(top)


def _opening(top: Sequence[str]) -> datetime.date | None:
    """The date with which one line alone begins, set off from the sentence that follows; a chronology has several."""
    begun = [(line, match) for line in top if (match := _first().match(line))]
    return _date(begun[0][1]) if len(begun) == 1 and _runs_on(begun[0][0]) else None


def _runs_on(line: str) -> bool:
    return len(line) + len(_HAN.findall(line)) > _SENTENCE


def _head(top: Sequence[str]) -> Iterator[str]:
    """The lines above the text: those before the first that is as long as one of the text."""
    return itertools.takewhile(lambda line: len(line) <= _LONGEST, top)


def _beside(line: str) -> datetime.date | None:
    """The date of a short line in which a mark sets it off from the author, the source or the place: "Ann Lee | 5 May 2021"."""
    if told := _of_page(line):
        return told
    found = list(_set_off().finditer(line))
    dates = [date for match in found if (date := _date(match))]
    if not dates or max(dates) - min(dates) > _UPDATED:
        return None
    if match := _placed().search(line):
        return _date(match)
    rest = _set_off().sub("", line)
    if _FEW_DIGITS.search(rest) or len(_WORD.findall(rest)) > _SPARE or line.endswith(_ENDS):
        return None
    return dates[0]


def _of_page(line: str) -> datetime.date | None:
    """The date of a line in which a page tells of itself: behind its source, or before the count of its readers."""
    match = _labelled().fullmatch(line)
    return _date(match) if match is not None and (match["name"] or match["behind"]) else None


def _lines(text: str) -> tuple[list[str], list[str]]:
    """The first and the last lines that are not blank, without markers of emphasis."""
    top = [line for raw in text[:4000].split("\n") if (line := raw.strip(" \t*_#>\u3000\u00a0"))][:_TOP]
    last = [line for raw in text[-600:].split("\n")[1:] if (line := raw.strip(" \t*_#>\u3000\u00a0"))][-_LAST:]
    return top, last


def _date(match: re.Match[str]) -> datetime.date | None:
    groups = match.groupdict()
    for prefix in ("i", "n", "s", "e", "d", "r", "b", "z", "c"):
        year, month, day = (groups.get(prefix + part) for part in ("y", "m", "d"))
        if year and month and day:
            american = prefix == "s" and int(month) > _MONTHS
            return _day(year, day, month) if american else _day(year, month, day)
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
      | (?P<sd>\d{{1,2}})/(?P<sm>\d{{1,2}})/(?P<sy>(?:19|20)\d\d)(?!\d)
      | (?P<ry>(?:19|20)\d\d),?\s+(?P<rm>{month})\.?\s+(?P<rd>\d{{1,2}})(?![\d%])
      | (?P<by>(?:19|20)\d\d)\),?\s*(?P<bd>\d{{1,2}})\s+(?P<bm>{month})\b
      | (?P<em>{month})\.?\s*(?P<ed>\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s*(?P<ey>(?:19|20)\d\d)(?!\d)
      | (?P<dd>\d{{1,2}})(?:st|nd|rd|th|-го)?[\s\u00a0-]+(?:of\s+)?(?P<dm>{month})\.?,?[\s\u00a0-]+(?P<dy>(?:19|20)\d\d)(?!\d)
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
    by = _alternatives(word for table in text_tables() for word in table.author_words)
    at = _alternatives(word for table in text_tables() for word in table.date_words)
    return re.compile(
        rf"""[(（\[【]?\s*(?:(?:{_labels()})(?:\s+(?:{by})\s+{_NAME})?(?:\s+(?:{at}))?\s*[:：]?\s*|(?:{by})\s+{_NAME}\s+(?:{at})\s+)?(?:(?:{_days()})\.?\s*[,，]?\s*)?(?:\d{{1,2}}:\d\d,?\s+)?
        {_pattern()}
        (?:\s*[,，]?\s*[(（]?(?:{_days()})\.?[)）]?)?{_TIME}\s*
        (?:[|·/,，]?\s*(?:{sources})\s*[:：].{{1,60}})?(?:[|·,—–-]?\s*(?:{by})\s+{_NAME})?[)）\]】.]?\s*(?:讯|訊|电|電)?""",
        re.VERBOSE | re.IGNORECASE,
    )


@functools.cache
def _set_off() -> re.Pattern[str]:
    """A date between the marks, or the ends, of a line."""
    mark = r"[|·•/,，:：;()（）\[\]【】—–-]"
    return re.compile(
        rf"""(?:^|{mark}\s*)(?:(?:{_labels()})\s*:?\s*)?(?:(?:{_days()})\.?\s*[,，]?\s*)?(?:\d{{1,2}}:\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?\s*,?\s+)?
        {_pattern()}{_TIME}\s*(?:[,—–-]*$|(?=[|·•/)（(）\]【】])|(?<=\d)(?:\.\s|,\s(?=(?:The\s)?{_PLACE}(?:,\s{_PLACE})*$)))""",
        re.VERBOSE | re.IGNORECASE,
    )


@functools.cache
def _labelled() -> re.Pattern[str]:
    tables = text_tables()
    label = _alternatives(label for table in tables for label in (*table.source_labels, *table.page_labels))
    name = rf"(?:(?:{label})\s*[:：]\s*[^\d:：]{{0,30}}|(?:{_alternatives(outlet for table in tables for outlet in table.outlets)}))\s+"
    behind = rf"[\s【\[]+(?:{label})\s*[:：].{{0,50}}"
    return re.compile(rf"(?P<name>{name})?{_pattern()}{_TIME}(?P<behind>{behind})?", re.VERBOSE | re.IGNORECASE)


_PLACE = r"(?-i:[A-ZА-ЯЁ][\w.'’-]*+(?:[ \u00a0/-](?:[A-ZА-ЯЁ][\w.'’-]*+|de|of|upon))*)"


@functools.cache
def _placed() -> re.Pattern[str]:
    """A place and the date at the end of a line, set off from an occasion: "Address to the forum, Sochi, 3 October 2019"."""
    return re.compile(rf"[,，]\s*{_PLACE}[,，]\s*{_pattern()}$", re.VERBOSE | re.IGNORECASE)


@functools.cache
def _dated() -> re.Pattern[str]:
    """A date that ends the title behind a comma, as that of a statement does; a remark in brackets may follow."""
    return re.compile(rf"[,，]\s*{_pattern()}\s*(?:[(（][^()（）]*[)）])?$", re.VERBOSE | re.IGNORECASE)


@functools.cache
def _first() -> re.Pattern[str]:
    """A date that begins a line, perhaps in brackets, and the mark that sets it off."""
    return re.compile(rf"[(（\[【]?{_pattern()}\s*(?:[)）\]】]|[—–:|]|-{{1,2}}\s|\.\s)", re.VERBOSE | re.IGNORECASE)


@functools.cache
def _dateline() -> re.Pattern[str]:
    """Place and date before the text: capitalised words, the date, and a mark that sets it off."""
    set_off = r"(?:[,，.]?\s*[(（\[/][^()（）\[\]/]{1,40}[)）\]/])?\s*(?:[)）】\]]|\.\s|[—–―]|-{1,2}\s|/)"
    return re.compile(
        rf"""[(（\[【]?
        (?:{_PLACE}\s*(?:[,，./(—–-]?|[(/]{_NAME},)\s*{_pattern()}\s*{set_off} | [^\W\d_]{{2,20}}{_chinese_date()}\s*[电電讯訊])""",
        re.VERBOSE | re.IGNORECASE,
    )


def _chinese_date() -> str:
    return r"(?P<cy>(?:19|20)\d\d)\s?年\s?(?P<cm>\d{1,2})\s?月\s?(?P<cd>\d{1,2})\s?[日号號]"


def is_date_line(line: str) -> bool:
    """Whether a line holds nothing but a date, its label, and what goes with it."""
    return len(line) <= _LONGEST and _FEW_DIGITS.search(line) is not None and _own_line().fullmatch(line) is not None

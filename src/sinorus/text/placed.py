"""Where the agency, place and day end that open a report: "MOSCOW, May 3 (Agency) —", 新华社莫斯科11月11日电."""

import re

_LONGEST = 90
_NAME = r"[^\W\d_a-zа-яё][\w.'’-]*"
_MONTH = r"[^\W\d_]{3,9}\.?"
_DAY = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?)(?:,?\s+\d{{4}}(?:\s*(?:г\.|года))?)?"
_BESIDE = r"(?:\([^()\n]{2,40}\)|/[^/\n]{2,40}/\.?)"
_BEFORE_DASH = re.compile(
    rf"\s*(?P<place>{_NAME}(?:[ ,/-]+{_NAME}){{0,4}}?)(?P<day>[.,]?\s+{_DAY})?(?P<beside>[.,]?\s*{_BESIDE})?\.?\s*(?:—|–|-{{1,2}})\s+"
    r"(?=[\"“«„]?[^\W\d_a-zа-яё]|[\"“«„]?[\d$€£])"
)
"""Names, a day or the agency in brackets, and a dash, behind which the first sentence begins."""
_BEFORE_REPORT = re.compile(
    r"[(（【\[]?[^\W\d_]{2,30}?(?:\d{1,2}\s?月\s?)?\d{1,2}\s?[日号號]\s?[^\W\d_]{0,2}[电電讯訊](?=[\s　/／:：，,—–)）】\]-]|$|[^\W\d_])"
)
"""A Chinese report's agency, place and day."""


_SHORTEST = 4


def _is_place_alone(name: str, following: str) -> bool:
    """Whether a name in capitals and a dash open a sentence: no abbreviation, and no good before its figure."""
    return name.isupper() and len(name) >= _SHORTEST and not following.isdigit()


def placed_end(text: str, start: int) -> int:
    """Return where the agency, place and day end that open a report at this offset; the offset itself where none do.

    >>> placed_end("新华社莫斯科11月11日电 俄罗斯对华出口增长", 0)
    13
    >>> placed_end("MOSCOW, May 3 (Agency) - Trade grew.", 0), placed_end("Moscow - Beijing trade grew.", 0)
    (25, 0)
    """
    if (match := _BEFORE_REPORT.match(text, start, start + _LONGEST)) is not None:
        return match.end()
    match = _BEFORE_DASH.match(text, start, start + _LONGEST)
    if match is None or not (match["day"] or match["beside"] or _is_place_alone(match["place"], text[match.end()])):
        return start
    line = text[match.end() : text.find("\n", match.end()) + 1 or None]
    return start if line.isupper() else match.end()  # a headline in capitals

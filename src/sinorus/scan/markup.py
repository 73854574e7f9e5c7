"""The copy of a text that scanners read: folded, and without what Markdown, wikis, HTML, mail and typesetting leave between words.

Nothing moves: what is taken out stands as a filler of the same length, and a sentence with fillers is scanned without them and its finds
are placed with them. So a soft hyphen splits no word, and ``107&nbsp;million`` is one figure.

>>> readable("China bought **3 Mt** of [coal](http://example.org/c)").replace(FILLER, "")
'china bought 3 mt of coal'
"""

import re
from collections.abc import Callable
from html import unescape

from sinorus.scan.fold import fold

FILLER = "\u2060"
"""A word joiner: it has no width, and no text means it."""
SOFT = frozenset(f"\u00ad\u200b\u200c\u200d\ufeff{FILLER}")
"""Characters without a width of their own, at which no word ends."""

_HINT = re.compile(r"[*`#&<>=\]\[{_]")
"""A text without any of these has no markup."""
_GAP = re.compile(r"  +")
_SLASHES = re.compile(r"(?<!\S)/(?! )([^/()]{1,120}+)(?<! )/(?![^\s.,;:!?)])")
"""What some agencies write for brackets: "coking coal /324,000 t/ and peat"."""
_DASHES = re.compile(r"(?<!-)--(?!-)")
"""A dash, as it is typed where the keys have none: "from Tianjin -- by rail -- to Minsk"."""
_SIGN = re.compile(r"\( ?[–—-] ?(?=\d)")
"""All four begin with a plain character or set of characters: a search skips to one without trying anything else."""


def _blank(match: re.Match[str]) -> str:
    return FILLER * len(match[0])


def _around(match: re.Match[str]) -> str:
    """Keep the group ``label`` in its place."""
    start, end = match.start("label") - match.start(), match.end("label") - match.start()
    return FILLER * start + match["label"] + FILLER * (len(match[0]) - end)


def _inserted(match: re.Match[str]) -> str:
    """Keep what an editor put into what someone said: "a 39% [rise]"."""
    return f" {FILLER}{match['label']}{FILLER}"


def _entity(match: re.Match[str]) -> str:
    char = unescape(match[0])
    return (char if len(char) == 1 else " ").ljust(len(match[0]), FILLER)


def _first(match: re.Match[str]) -> str:
    return match[0][0].ljust(len(match[0]), FILLER)


def _dash(match: re.Match[str]) -> str:
    return "–".ljust(len(match[0]), FILLER)


def _minus(match: re.Match[str]) -> str:
    return "(" + "-".rjust(len(match[0]) - 1, FILLER)


_RULES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"<ref\b[^<>]{0,200}?(?:/>|>[^<]{0,500}</ref>)", re.IGNORECASE), _blank),
    (re.compile(r"</?(?:[abipsu]|br|em|strong|span|div|sup|sub|td|tr|th|li|ul|ol|font|h[1-6])\b[^<>\n]{0,200}>", re.IGNORECASE), _blank),
    (re.compile(r"&(?:[a-z]{2,8}|#\d{2,5}|#x[\da-f]{2,4});", re.IGNORECASE), _entity),
    (re.compile(r"\{\{[^{}\n]{0,200}\}\}"), _blank),
    (re.compile(r"\[\[(?:[^\[\]|\n]{1,120}\|)?(?P<label>[^\[\]|\n]{1,120})\]\]"), _around),
    (re.compile(r"!?\[(?P<label>[^\[\]\n]{0,120})\]\([^()\s]{1,300}\)"), _around),
    (re.compile(r"(?<=[\w%,]) \[(?P<label>[^\W\d_]{2,20}(?: [^\W\d_]{2,20}){0,2})\](?=[ ,.;:'\"”’»])"), _inserted),
    (re.compile(r"^[ \t]*(?:>[ \t]?)+", re.MULTILINE), _blank),
    (re.compile(r"^[ \t]*#{1,6}(?=[ \t])|^[ \t]*={2,6}|={2,6}[ \t]*$", re.MULTILINE), _blank),
    (re.compile(r"(?<![\w*])\*{1,3}(?=[\w$€£¥₽+–−(-])|(?<=[\w%).,;:!?])\*{1,3}(?![\w*])|`+"), _blank),
    (re.compile(r"(?<![^\W_])__(?=\w)|(?<=\w)__(?![^\W_])"), _blank),
)
"""In this order: what holds others before what may stand in it."""


def readable(text: str) -> str:
    """Return the copy of a text that scanners read; it has the same length, and its lines run on.

    >>> readable("China’s\\nexports (–3%) of coal /hard/")
    "china's exports (-3%) of coal (hard)"
    """
    if _HINT.search(text) is not None:
        for pattern, replace in _RULES:
            text = pattern.sub(replace, text)
    plain = fold(text).replace("\n", " ")
    if "/" in plain:
        plain = _SLASHES.sub(r"(\1)", plain)
    if "--" in plain:
        plain = _DASHES.sub(_dash, plain)
    return _SIGN.sub(_minus, _GAP.sub(_first, plain))

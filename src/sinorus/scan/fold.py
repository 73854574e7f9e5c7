"""A copy of the text that scanners read: same length, fewer variants.

Case, width, quotes, spaces, minus signs and (for Chinese) traditional characters vary without a change of meaning.
The folded copy removes that variety character by character, so that every offset into it is an offset into the text.
"""

import re
from functools import cache
from importlib.resources import files

_QUOTES = {"‘": "'", "’": "'", "‚": "'", "ʼ": "'", "´": "'", "`": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "＂": '"'}
_SPACES = dict.fromkeys(
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\u2028\u2029\x0b\x0c", " "
)
_HYPHENS = dict.fromkeys("\u2010\u2011\u2012\u2212\ufe63\uff0d", "-")
_VARIANT = re.compile(r"[^\n\r -_a-~а-я]")
"""What the table may know: all but plain letters, digits, marks and line ends."""
_FEW = 16
"""So many kinds of variants are replaced one after the other in less time than all characters are looked up."""


@cache
def _table() -> dict[int, str]:
    """Build the table once: full-width ASCII forms, quotes, spaces, hyphens, ё, traditional characters."""
    table = {0xFF01 + i: chr(0x21 + i) for i in range(94)}
    for group in (_QUOTES, _SPACES, _HYPHENS):
        table.update({ord(variant): plain for variant, plain in group.items()})
    table[ord("ё")] = "е"
    pairs = files("sinorus.languages.zh").joinpath("traditional.txt")
    if pairs.is_file():
        for line in pairs.read_text("utf-8").splitlines():
            if line and not line.startswith("#"):
                table[ord(line[0])] = line[1]
    return table


def fold(text: str) -> str:
    """Return the folded copy of `text`; it has the same length.

    >>> fold("China’s EXPORTS：12％")
    "china's exports:12%"
    """
    lowered = text.lower()
    if len(lowered) != len(text):  # a few capitals (İ) lower to two characters: they stay as they are
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    if lowered.isascii() and "`" not in lowered and "\t" not in lowered:
        return lowered
    table = _table()
    pairs = [(char, plain) for char in set(_VARIANT.findall(lowered)) if (plain := table.get(ord(char))) is not None]
    if len(pairs) > _FEW or any(ord(plain) in table for _, plain in pairs):
        return lowered.translate(table)
    for char, plain in pairs:
        lowered = lowered.replace(char, plain)
    return lowered

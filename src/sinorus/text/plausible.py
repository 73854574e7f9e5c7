"""How far a decoded text looks like Russian or Chinese: what tells a right decoding from a wrong one."""

from __future__ import annotations

import functools
import re

from sinorus.text.tables import text_table

_CYRILLIC = re.compile(r"[А-Яа-яЁё]")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_NEUTRAL = re.compile(
    r"[\u00a0\u00ab\u00bb\u00b0\u2116\u2013\u2014\u2018-\u201e\u2022\u2026\u20ac\u2190-\u2193\u25cf\u3000-\u303f\uff00-\uffef]"
)
_HIGH = re.compile(r"[^\x00-\x7f]")
_BAD_CASE = re.compile(r"[а-яё][А-ЯЁ]")
_PLAIN = re.compile(
    r"[\t\n\r\x20-\x7e\u00a0-\u00ff\u0400-\u045f\u0490\u0491\u2010-\u2030\u2032-\u203a\u20ac\u2116\u2212\u25cf\u2190-\u2193\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffef]"
)


@functools.cache
def _weights() -> dict[str, float]:
    letters = text_table("ru").letters
    ranked = {letter: 1 - rank / len(letters) for rank, letter in enumerate(letters)}
    return ranked | {letter.upper(): weight for letter, weight in ranked.items()}


def russian_score(text: str) -> float:
    """0 to 1: Russian text reaches about 0.75, other letters about 0.5; 0 where the rest is not Cyrillic.

    >>> russian_score("Товарооборот вырос") > 0.66 > russian_score("рНБЮПННАНПНР БШПНЯ")
    True
    """
    letters = _CYRILLIC.findall(text)
    high = len(_HIGH.findall(text)) - len(_NEUTRAL.findall(text))
    if not letters or len(letters) < 0.85 * high:
        return 0.0
    weights = _weights()
    mean = sum(weights[letter] for letter in letters) / len(letters)
    upper = sum(letter.isupper() for letter in letters) / len(letters)
    penalty = len(_BAD_CASE.findall(text)) / len(letters)
    return max(0.0, mean - penalty - (0.1 if 0.5 < upper < 0.97 else 0.0))


def chinese_score(text: str, codec: str) -> float:
    """0 to 1: the share of Chinese characters in the common level of ``gb2312`` or ``big5``; 0 where the rest is not Chinese.

    >>> chinese_score("铁路货运增加", "gb2312"), chinese_score("鐵路貨運增加", "big5")
    (1.0, 1.0)
    """
    han = _HAN.findall(text)
    high = len(_HIGH.findall(text)) - len(_NEUTRAL.findall(text))
    if not han or len(han) < 0.85 * high:
        return 0.0
    last = 0xD7 if codec == "gb2312" else 0xC6
    common = sum(1 for character in han if (code := character.encode(codec, "ignore")) and code[0] <= last)
    return common / len(han)


def plain_share(text: str) -> float:
    """The share of characters that texts in the three languages are made of."""
    return len(_PLAIN.findall(text)) / len(text) if text else 0.0

"""In which of the supported languages a text is written, told by its script and its commonest words."""

from __future__ import annotations

import functools
import re

from sinorus.text.tables import rivals, text_table

_SAMPLE = 1500
_FEW_WORDS = 12
_LATIN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ]+")
_CYRILLIC = re.compile(r"[\u0400-\u052f]+")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]+")
_KANA_HANGUL = re.compile(r"[\u3041-\u30fa\uac00-\ud7a3]+")
_WIDE = re.compile(r"[\u0400-\u052f\u3041-\u30fa\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\U00020000-\U0003ffff]")
_HAN_WEIGHT = 3  # one Chinese character says about as much as three letters


def language_of(text: str) -> str | None:
    """``en``, ``ru``, ``zh``, or ``None`` for another language and for a text without words.

    The first and the middle few thousand characters decide. Simplified and traditional Chinese are both ``zh``.

    >>> language_of("Freight on this line has grown."), language_of("Товарооборот вырос на треть."), language_of("铁路货运增加")
    ('en', 'ru', 'zh')
    >>> language_of("Les exportations de la Russie sont en baisse dans le secteur du charbon.") is None
    True
    """
    sample = _sample(text)
    if sample.isascii() or not _WIDE.search(sample):
        return _latin(sample)
    script = script_of(sample)
    if script == "han":
        return None if _length(_KANA_HANGUL, sample) * 5 > _length(_HAN, sample) else "zh"
    if script == "cyrillic":
        return _cyrillic(sample)
    return _latin(sample) if script == "latin" else None


def script_of(text: str) -> str | None:
    """The script that carries most of a text: ``latin``, ``cyrillic``, ``han``, ``other`` (kana, hangul) or ``None``."""
    weights = {
        "latin": _length(_LATIN, text),
        "cyrillic": _length(_CYRILLIC, text),
        "han": _length(_HAN, text) * _HAN_WEIGHT,
        "other": _length(_KANA_HANGUL, text) * _HAN_WEIGHT,
    }
    best = max(weights, key=lambda name: weights[name])
    if best == "other" and weights["han"] * 2 > weights["other"] * 9:
        best = "han"
    return best if weights[best] else None


def has_wide_script(text: str) -> bool:
    """Whether any letter is Cyrillic, Chinese, Japanese or Korean."""
    return not text.isascii() and _WIDE.search(text) is not None


_OF_LANGUAGE = {"ru": re.compile(r"[\u0400-\u052f]{3}"), "zh": re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]{2}")}
_LANGUAGES = {"latin": "en", "cyrillic": "ru", "han": "zh"}


def part_language(part: str, whole: str | None) -> str | None:
    """The language of a part of a text, told by its script alone; ``whole`` is the text's and wins where it may.

    >>> part_language("CNPC и «Газпром»", "ru"), part_language("Source: CNPC", "ru"), part_language("出口增长", "en")
    ('ru', 'en', 'zh')
    """
    own = _OF_LANGUAGE.get(whole or "")
    if own.search(part) if own else part.isascii():
        return whole
    return _LANGUAGES.get(script_of(part) or "", whole)


def _sample(text: str) -> str:
    if len(text) <= 2 * _SAMPLE:
        return text
    middle = len(text) // 2
    return text[:_SAMPLE] + "\n" + text[middle : middle + _SAMPLE]


def _length(pattern: re.Pattern[str], text: str) -> int:
    return sum(map(len, pattern.findall(text)))


@functools.cache
def _latin_rivals() -> tuple[frozenset[str], ...]:
    return tuple(rivals().latin.values())


@functools.cache
def _cyrillic_rivals() -> tuple[frozenset[str], ...]:
    return tuple(rivals().cyrillic.values())


@functools.cache
def _foreign_letters() -> re.Pattern[str]:
    return re.compile(f"[{rivals().foreign_cyrillic}]", re.IGNORECASE)


def _latin(sample: str) -> str | None:
    words = list(map(str.lower, _LATIN.findall(sample)))
    if not words:
        return None
    own = _hits(words, text_table("en").function_words)
    if own * 5 >= len(words):
        return "en"
    rival = max(_hits(words, forms) for forms in _latin_rivals())
    if rival > own:
        return None
    if own * 25 >= len(words):
        return "en"
    foreign = sum(not word.isascii() for word in words)
    return "en" if (len(words) <= _FEW_WORDS or rival * 2 <= own + 1) and foreign * 8 <= len(words) else None


def _cyrillic(sample: str) -> str | None:
    words = list(map(str.lower, _CYRILLIC.findall(sample)))
    letters = sum(map(len, words))
    if len(_foreign_letters().findall(sample)) * 100 > letters:
        return None
    own = _hits(words, text_table("ru").function_words)
    rival = max(_hits(words, forms) for forms in _cyrillic_rivals())
    return None if rival > own else "ru"


def _hits(words: list[str], forms: frozenset[str]) -> int:
    return sum(map(forms.__contains__, words))

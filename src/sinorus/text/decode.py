"""From bytes to text: Unicode with and without a mark, and the old Russian, Chinese and Western codes."""

from __future__ import annotations

import codecs
import re

from attrs import frozen

from sinorus.errors import DocumentError, Message
from sinorus.text.draft import Draft
from sinorus.text.plausible import chinese_score, plain_share, russian_score

_SAMPLE = 64 * 1024
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or Office file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b\x08", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
)
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r\x0b\x0c\x1b") + b"\x7f"
_MOST_CONTROLS = 0.15
_RUSSIAN = ("cp1251", "koi8-r", "cp866", "iso8859-5")
_CHINESE = (("gb18030", "gb2312"), ("big5", "big5"))
_DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([A-Za-z0-9_-]{2,20})""", re.IGNORECASE)
_HIGH_RUN = re.compile(rb"[\x80-\xff]{3,}")
_HIGH = re.compile(rb"[\x80-\xff]")
_SURROGATE = re.compile(r"[\udc80-\udcff]")
_SURE_RUSSIAN, _SURE_CHINESE, _LIKELY_RUSSIAN, _LIKELY_CHINESE = 0.66, 0.75, 0.5, 0.55


@frozen
class Decoded:
    """The text of some bytes and the codec that gave it."""

    draft: Draft
    encoding: str


def decode(data: bytes, where: str) -> Decoded:
    """Decode a document; `DocumentError` where the bytes are no text or their code cannot be told.

    >>> decode("Экспорт угля вырос".encode("koi8-r"), "bytes").encoding
    'koi8-r'
    """
    _refuse_binary(data, where)
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _marked(data, codec, where)
    wide = _wide(data) if b"\x00" in data[:_SAMPLE] else None
    if wide is not None:
        return wide
    try:
        return Decoded(Draft(text=_textual(data, where).decode("utf-8")), "utf-8")
    except UnicodeDecodeError:
        pass
    found = _declared(data) or _broken_utf8(data) or _legacy(data) or _wide(data)
    if found is None:
        raise DocumentError(what="this is no text in any encoding that can be told", where=where, remedy="save it as UTF-8 text")
    return found


def _refuse_binary(data: bytes, where: str) -> None:
    for magic, name in _BINARY:
        if data.startswith(magic):
            raise DocumentError(
                what=Message("this is {name}, not a text", name=name), where=where, remedy="export its text as UTF-8 and read that"
            )


def _textual(data: bytes, where: str) -> bytes:
    """The bytes themselves, unless too many of them are control characters."""
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > _MOST_CONTROLS * len(data):
        raise DocumentError(what="this is a binary file, not a text", where=where, remedy="give a text or HTML file")
    return data


def _marked(data: bytes, codec: str, where: str) -> Decoded:
    text = data.decode(codec, "surrogateescape" if codec == "utf-8-sig" else "replace")
    lost = text.count("\ufffd") + len(_SURROGATE.findall(text))
    if lost * 5 > len(text):
        raise DocumentError(what=Message("this is marked as {codec}, but is not", codec=codec), where=where, remedy="save it as UTF-8 text")
    notes = (f"{lost} places could not be decoded",) if lost else ()
    return Decoded(Draft(text=text, notes=notes), codec.removesuffix("-sig"))


def _wide(data: bytes) -> Decoded | None:
    """UTF-16 or UTF-32 without a mark, told by what its characters are."""
    best: tuple[float, str] | None = None
    for codec, unit in (("utf-32-le", 4), ("utf-32-be", 4), ("utf-16-le", 2), ("utf-16-be", 2)):
        if len(data) % unit:
            continue
        try:
            sample = data[:_SAMPLE].decode(codec)
        except UnicodeDecodeError:
            continue
        score = plain_share(sample)
        if sample.isascii() or russian_score(sample) > _LIKELY_RUSSIAN:
            score += 1
        elif max(chinese_score(sample, "gb2312"), chinese_score(sample, "big5")) > _LIKELY_CHINESE:
            score += 0.5
        if score > 0.93 and (best is None or score > best[0]):
            best = (score, codec)
    if best is None:
        return None
    return Decoded(Draft(text=data.decode(best[1], "replace")), best[1])


def _declared(data: bytes) -> Decoded | None:
    """HTML that names its own code."""
    match = _DECLARED.search(data[:4096])
    if match is None:
        return None
    name = match[1].decode("ascii").lower()
    name = {"gb2312": "gb18030", "gbk": "gb18030", "iso-8859-1": "cp1252"}.get(name, name)
    try:
        return Decoded(Draft(text=data.decode(name)), name)
    except (LookupError, ValueError):
        return None


def _broken_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few bytes that are none: its sequences by far outnumber them."""
    text = data.decode("utf-8", "surrogateescape")
    lost = len(_SURROGATE.findall(text))
    whole = (len(_HIGH.findall(data)) - lost) // 3
    if whole < 3 * lost:
        return None
    return Decoded(Draft(text=text), "utf-8")


def _legacy(data: bytes) -> Decoded | None:
    if len(data.translate(None, _CONTROLS)) < len(data) * (1 - _MOST_CONTROLS / 3):
        return None
    sample = _sample(data)
    high = len(_HIGH.findall(sample))
    in_runs = sum(map(len, _HIGH_RUN.findall(sample)))
    if in_runs * 2 <= high:
        found = _western(data, sample, high)
        if found is not None:
            return found
    scores = _scores(sample)
    for codec, score in sorted(scores.items(), key=lambda pair: -pair[1]):
        if score >= (_SURE_RUSSIAN if codec in _RUSSIAN else _SURE_CHINESE):
            return _whole(data, codec)
    return _asked(data, sample, scores)


def _sample(data: bytes) -> bytes:
    """The first part, ending at a line or at white space, so that no character of several bytes is cut."""
    if len(data) <= _SAMPLE:
        return data
    cut = max(data.rfind(b"\n", 0, _SAMPLE), data.rfind(b" ", 0, _SAMPLE))
    return data[:cut] if cut > 0 else data[:_SAMPLE]


def _western(data: bytes, sample: bytes, high: int) -> Decoded | None:
    """Windows' Western code: mostly ASCII letters, and here and there a quotation mark or an accented letter."""
    ascii_letters = sum(map(len, re.findall(rb"[A-Za-z]+", sample)))
    if high * 5 > ascii_letters:
        return None
    return _whole(data, "cp1252")


def _scores(sample: bytes) -> dict[str, float]:
    """How Russian or Chinese the sample is in each code; Russian ones that pass are put before Chinese ones."""
    scores: dict[str, float] = {}
    for codec in _RUSSIAN:
        score = russian_score(sample.decode(codec, "replace"))
        scores[codec] = score + 1 if score >= _SURE_RUSSIAN else score
    for codec, level in _CHINESE:
        text = sample.decode(codec, "replace")
        lost = text.count("\ufffd")
        scores[codec] = chinese_score(text, level) - 5 * lost / max(1, len(text))
    return scores


def _asked(data: bytes, sample: bytes, scores: dict[str, float]) -> Decoded | None:
    """Where no code is sure, charset-normalizer chooses among the likely ones."""
    likely = [codec for codec, score in scores.items() if score >= (_LIKELY_RUSSIAN if codec in _RUSSIAN else _LIKELY_CHINESE)]
    if not likely:
        return None
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=likely).best()
    codec = max(likely, key=lambda name: scores[name])
    if best is not None:
        chosen = codecs.lookup(best.encoding).name
        codec = next((name for name in likely if codecs.lookup(name).name == chosen), codec)
    return _whole(data, codec)


def _whole(data: bytes, codec: str) -> Decoded:
    text = data.decode(codec, "replace")
    lost = text.count("\ufffd")
    return Decoded(Draft(text=text, notes=(f"{lost} places could not be decoded",) if lost else ()), codec)

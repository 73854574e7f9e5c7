"""Encoding damage: where its own bytes or its context decide what stood there, and never beside a digit."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from sinorus.text.draft import Edit
from sinorus.text.plausible import russian_score
from sinorus.text.tables import damage

_FOREIGN = re.compile(r"[^\x00-\x7f]+")
_ACCENTED = re.compile(r"[À-ÁÃ-ÖØ-áã-öø-ÿĀ-žơưạ-ỹ]")
_HIGH_LATIN = re.compile(r"[À-ÿ¨¸]")
_WRONG_CODECS = ("cp1252", "latin-1", "cp1251")
_RUSSIAN_ENOUGH = 0.66
_SAMPLE = 20_000
_WINDOW = 24


def misdecoded(text: str) -> list[Edit]:
    """A text that was read with the wrong code as a whole: UTF-8 as another, or Russian as Western European.

    Here every byte is known again, so the text is decoded anew, figures and all.

    >>> [edit.after for edit in misdecoded("Кит".encode().decode("latin-1") + " 5 " + "год".encode().decode("latin-1"))]
    ['Кит', 'год']
    """
    right = _as_utf8(text) or _as_russian(text)
    if right is None:
        return []
    return list(_differences(text, right, "encoding", 0, beside_digits=True)) or [Edit(0, len(text), right, "encoding")]


def _as_utf8(text: str) -> str | None:
    if _hint().search(text) is None:
        return None
    for codec in _WRONG_CODECS:
        try:
            right = text.encode(codec).decode("utf-8")
        except ValueError:
            continue
        if right != text:
            return right
    return None


@functools.cache
def _hint() -> re.Pattern[str]:
    """What a text without damage of this kind does not hold."""
    return re.compile("|".join(map(re.escape, damage().hints)))


def _as_russian(text: str) -> str | None:
    sample = text[:500]
    if len(_HIGH_LATIN.findall(sample)) * 4 < len(sample):
        return None
    sample = text[:_SAMPLE]
    letters = sum(map(str.isalpha, sample))
    if len(_HIGH_LATIN.findall(sample)) * 2 <= letters or letters < 8:
        return None
    for codec in ("latin-1", "cp1252"):
        try:
            right = text.encode(codec).decode("cp1251")
        except ValueError:
            continue
        if russian_score(right[:_SAMPLE]) >= _RUSSIAN_ENOUGH:
            return right
    return None


def mojibake(text: str) -> Iterator[Edit]:
    """Damaged sequences whose bytes are all there, mended through ftfy line by line."""
    if _hint().search(text) is None:
        return
    import ftfy

    config = ftfy.TextFixerConfig(
        unescape_html=False,
        remove_terminal_escapes=False,
        replace_lossy_sequences=False,
        fix_latin_ligatures=False,
        fix_character_width=False,
        uncurl_quotes=False,
        fix_line_breaks=False,
        fix_surrogates=False,
        remove_control_chars=False,
        normalization=None,
        explain=False,
    )
    position = 0
    for line in text.split("\n"):
        if not line.isascii() and len(line) <= _SAMPLE:
            fixed = ftfy.fix_encoding(line, config)
            if fixed != line:
                yield from _differences(line, fixed, "mojibake", position, beside_digits=False)
        position += len(line) + 1


def _differences(before: str, after: str, rule: str, position: int, *, beside_digits: bool) -> Iterator[Edit]:
    """The edits that lead from one string to the other, where they agree on everything that is ASCII; else none."""
    old, new = _FOREIGN.split(before), _FOREIGN.split(after)
    if old != new:
        yield from _by_blocks(before, after, rule, position, beside_digits=beside_digits)
        return
    for match, right in zip(_FOREIGN.finditer(before), _FOREIGN.findall(after), strict=True):
        start, end = match.span()
        if match.group() != right and (beside_digits or not _beside_digit(before, start, end)):
            yield Edit(position + start, position + end, right, rule)


def _by_blocks(before: str, after: str, rule: str, position: int, *, beside_digits: bool) -> Iterator[Edit]:
    if len(before) > 2000:
        return
    import difflib

    for tag, a, b, c, d in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        lost_digits = any(map(str.isdigit, before[a:b] + after[c:d]))
        if beside_digits or not (lost_digits or _beside_digit(before, a, b)):
            yield Edit(position + a, position + b, after[c:d], rule)


def _beside_digit(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start].isdigit() or text[end : end + 1].isdigit()


def lone_letters(text: str) -> list[Edit]:
    """The lone letter that is left of a dash or an apostrophe, where the whole document shows that it is damage.

    A text that really uses the letter (French, Romanian, Vietnamese, Portuguese words) stays as it is. What stands
    beside a digit, and what may be a quotation mark as well, is left alone.

    >>> [(e.start, e.after) for e in lone_letters("Moscow â the seller â and Chinaâs buyers; the costsâthough low; 5 â 7")]
    [(7, '—'), (20, '—'), (31, '’'), (51, '—')]
    """
    lone = damage().lone
    if lone not in text:
        return []
    found, sure, unexplained = [], 0, 0
    for match in re.finditer(lone, text, re.IGNORECASE):
        kind = _context(text, match.start())
        if kind is None:
            unexplained += not _near_digit(text, match.start())
        elif kind != "genuine":
            sure += kind != "dashed"
            found.append((match.start(), kind))
    if not sure or unexplained > sure:
        return []
    # A text with many accented words may hold one that the list of genuine ones does not know.
    accented = sum(map(text.count, filter(_ACCENTED.match, set(text))))
    return [_edit(at, kind) for at, kind in found if kind != "dashed" or accented <= sure]


def _edit(at: int, kind: str) -> Edit:
    if kind in {"spaced", "dashed"}:
        return Edit(at, at + 1, "—", "dash")
    return Edit(at, at + 1, "’", "apostrophe")


def _near_digit(text: str, at: int) -> bool:
    """Whether a digit stands on either side, or beyond one space."""
    return any(map(str.isdigit, text[max(0, at - 2) : at + 3]))


def _context(text: str, at: int) -> str | None:
    """What stands around the lone letter at ``at``: the name of a pattern, ``genuine``, or ``None``."""
    low = max(0, at - _WINDOW)
    window = text[low : at + _WINDOW]
    if any(match.start() <= at - low < match.end() for match in _genuine().finditer(window)):
        return "genuine"
    return next((match.lastgroup for match in _lone_pattern().finditer(window) if match.start() <= at - low < match.end()), None)


@functools.cache
def _lone_pattern() -> re.Pattern[str]:
    known = damage()
    contracted = "|".join(form.replace("'", known.lone) for form in known.contracted)
    return re.compile(
        rf"""
        (?P<spaced> (?<=[^\W\d_][ ]){known.lone}(?=[ ][^\W\d_]) )
      | (?P<possessive> (?<=[^\W\d_]){known.lone}(?=s\b) )
      | (?P<contracted> \b(?:{contracted}) )
      | (?P<plural> (?<=[a-z]s){known.lone}(?=[ ][a-z]) )
      | (?P<dashed> (?<=[a-z]{{2}}){known.lone}(?=[a-z]{{2}}) )
        """,
        re.VERBOSE,
    )


@functools.cache
def _genuine() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(map(re.escape, damage().genuine)) + r")\b", re.IGNORECASE)

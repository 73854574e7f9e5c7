"""Cuts a sentence into runs of time words: what stands between them ends a run, and a run without a month, number or unit is dropped."""

import re
import unicodedata
from functools import cache

from sinorus.languages.periods import PeriodData
from sinorus.scan.period_atoms import Atom
from sinorus.scan.period_grammar import OTHER, PeriodGrammar, period_grammar

_DIGITS = re.compile(r"\d+")
_ZEROS = str.maketrans("○o", "〇〇")
_NEXT_WORD = re.compile(r" ?-?([^\W\d_]+)")
_LAST_WORD = re.compile(r"([^\W\d_]+)[ -]?$")
_COUNTED = frozenset({"year", "day"})
_REACH = 24


class Run:
    """Words of time that follow each other: a character each, what they are, where they stand."""

    __slots__ = ("atoms", "codes", "ends", "starts")

    def __init__(self) -> None:
        self.codes = ""
        self.atoms: list[Atom] = []
        self.starts: list[int] = []
        self.ends: list[int] = []


def runs(grammar: PeriodGrammar, folded: str, start: int, end: int, text: str | None) -> list[Run]:
    """Return the runs of [start, end) that may hold a period; `text` is the text before folding, where it is at hand."""
    words, numbers, core, data = grammar.words, grammar.numbers, grammar.core, grammar.data
    found: list[Run] = []
    run, has_core, last = Run(), False, start
    for match in grammar.token.finditer(folded, start, end):
        group = match.lastgroup
        if group == OTHER:
            continue
        first, after = match.span()
        token = match[0]
        if group is None:
            word = words[token]
            code, atom = word.code, word.atom
            fits = token not in data.homographs or _is_month(data, folded, (start, first, after), text)
            if token in data.abbreviations and folded.startswith(".", after) and folded[after + 1 : min(after + 3, end)].strip():
                after += 1
        else:
            cls, code = numbers[group]
            atom = (cls, numerals(token))
            attached = run.ends[-1] == first and (len(run.ends) > 1 or run.starts[-1] != first - 1) if run.ends else False
            fits = _is_time(data, folded, (start, first, after, end), cls, attached)
        if not fits or (first != last and not folded[last:first].isspace()):
            if has_core:
                found.append(run)
            if run.codes:
                run, has_core = Run(), False
        if fits:
            run.codes += code
            run.atoms.append(atom)
            run.starts.append(first)
            run.ends.append(after)
            has_core = has_core or code in core
        last = after
    if has_core:
        found.append(run)
    return found


def numerals(token: str) -> tuple[int, ...]:
    """Return the numbers of a token, in digits or in Chinese numerals, whose zero is printed in many ways.

    >>> numerals("2019-08"), numerals("十二月"), numerals("二〇二三年"), numerals("二oo八年")
    ((2019, 8), (12,), (2023,), (2008,))
    """
    token = token.translate(_ZEROS)
    values = [int(value) for char in token if (value := unicodedata.numeric(char, -1)) >= 0]
    found = tuple(int(digits) for digits in _DIGITS.findall(token))
    if found and sum(map(len, _DIGITS.findall(token))) == len(values):
        return found
    if 10 not in values:
        return (int("".join(map(str, values))),) if values else ()
    ten = values.index(10)
    return ((values[ten - 1] if ten else 1) * 10 + (values[ten + 1] if ten + 1 < len(values) else 0),)


def word_before(folded: str, start: int, at: int) -> str | None:
    """Return the word that ends right before `at`, not looking before `start`."""
    found = _LAST_WORD.search(folded, max(start, at - _REACH), at)
    return found[1] if found else None


def word_after(folded: str, at: int, end: int) -> str | None:
    """Return the word that begins right after `at`, not looking behind `end`."""
    found = _NEXT_WORD.match(folded, at, end)
    return found[1] if found else None


def _is_time(data: PeriodData, folded: str, place: tuple[int, int, int, int], cls: str, attached: bool) -> bool:
    """Tell a year or day from a figure by its neighbours, and from the number of a name (Vostok-2018) by its hyphen."""
    start, first, after, end = place
    if first - start >= 2 and folded[first - 1] == "-" and folded[first - 2].isalnum() and not attached:
        return False
    if cls not in _COUNTED:
        return True
    led = cls == "year" and word_before(folded, start, first) in data.leads
    if word_after(folded, after, end) in data.units and not led:
        return False
    return cls != "year" or word_before(folded, start, first) not in data.hedges


def _is_month(data: PeriodData, folded: str, place: tuple[int, int, int], text: str | None) -> bool:
    """Tell May from may: a capital in mixed case, else the company it keeps."""
    start, first, after = place
    if text is not None:
        if text[first].islower():
            return False
        if not text[max(first - 8, 0) : after + 8].isupper():
            return True
    before, behind = _company(data.language)
    return bool(before.search(folded, max(start, first - _REACH), first)) or bool(behind.match(folded, after))


@cache
def _company(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What shows a homograph to be a month: a cue, a day or a joined month before; a year, a day or a joined month after."""
    data = period_grammar(language).data
    months = "|".join(sorted(set(data.classes["month"]) - data.homographs))
    cues, joints = "|".join(sorted(data.cues)), "|".join(sorted(data.joints))
    before = re.compile(rf"(?:\b(?:{cues}) |\d(?:st|nd|rd|th)? (?:of )?|\b(?:{months})\.? ?(?:[-–—/,]|{joints}) ?)$")
    year, day = r",? ?(?:of )?(?:19|20)\d\d\b", r" \d\d?(?:st|nd|rd|th)?\b(?![.,:]\d|%| ?[a-z$])"
    return before, re.compile(rf"{year}|{day}| ?(?:[-–—/]|{joints}) ?(?:{months})\b|'s\b")

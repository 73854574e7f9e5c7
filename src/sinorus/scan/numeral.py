"""The numbers of a sentence, in digits and in words, before anything is known of what they count."""

from __future__ import annotations

import re
from decimal import Decimal

from sinorus.scan.figure_grammar import Grammar
from sinorus.scan.figure_item import Item
from sinorus.scan.number import Number, read_characters, read_digits, read_words
from sinorus.scan.passage import Passage
from sinorus.values import Bound

__all__ = ["numerals"]

_WORD = re.compile(r"[^\W\d_]+")
_HUNDRED = Decimal(100)
_CENT = Decimal("0.01")


def numerals(line: Passage, *, spelled: bool | None = None) -> list[Item]:
    """All numbers of the passage in order; those that cannot be read are there as dead items, so that neighbours know of them.

    ``spelled`` says whether one may be written in words, where that is known.
    """
    text, start, end, rules = line.text, line.start, line.end, line.rules
    group = rules.words.group
    items = [Item(found.start(), found.end(), read_digits(found.group(), group)) for found in rules.core.finditer(text, start, end)]
    for item in items:
        if item.core > start and text[item.core - 1] == "." and (item.core - 1 == start or not text[item.core - 2].isalnum()):
            _headless(item, text)
    if not (rules.spelled_in(text, start, end) if spelled is None else spelled):
        return items
    words = [_spelled(found, rules) for found in rules.word_core.finditer(text, start, end)]
    return sorted(items + words, key=lambda item: item.core) if words else items


def _headless(item: Item, text: str) -> None:
    """A decimal without its zero: ".5 percent"."""
    digits = text[item.core : item.end]
    item.number = ("0", digits) if digits.isdigit() else None
    item.dead = item.number is None
    item.core = item.start = item.core - 1


def _spelled(found: re.Match[str], rules: Grammar) -> Item:
    kind = found.lastgroup
    text = found.group()
    if kind == "fraction":
        item = Item(found.start(), found.end(), _percent(rules.fractions[text]))
        item.fraction = True
        item.unit = "%"
        item.bound = Bound(rules.words.fraction.bounds.get(text, Bound.ABOUT))
    elif kind == "multiple":
        item = Item(found.start(), found.end(), _plain(rules.words.multiples[text]))
        item.unit = "x"
        item.times = True
    elif kind == "ratio":
        item = _ratio(found, rules)
    elif kind == "alone":
        item = Item(found.start(), found.end(), ("1", ""))
        item.power, item.scaled = rules.scales[text], True
    elif kind == "part":
        item = Item(found.start(), found.end(), _plain(rules.words.number.parts[text]))
    else:
        item = Item(found.start(), found.end(), _worded(text, rules))
    item.digits = False
    return item


def _plain(text: str) -> Number:
    whole, _, decimals = text.partition(".")
    return whole, decimals


def _percent(ratio: str) -> Number:
    """A fraction in hundredths, to two decimals, as the contract writes "by a third"."""
    top, _, bottom = ratio.partition("/")
    return _plain(str((Decimal(top) * _HUNDRED / Decimal(bottom)).quantize(_CENT)))


def _ratio(found: re.Match[str], rules: Grammar) -> Item:
    """Denominator before numerator: hundredths are percent, other parts are rounded to two decimals."""
    bottom, top = (_worded(part, rules) for part in found.group().split(rules.words.number.ratio))
    item = Item(found.start(), found.end(), None)
    item.unit = "%"
    if bottom is None or top is None or bottom[0].strip("0") == "":
        item.dead = True
        return item
    item.dead = False
    if bottom[0].strip("0") == "1" and len(bottom[0]) > 2:
        item.number = top
        item.power = 3 - len(bottom[0])
    else:
        item.number = _percent(f"{_decimal(top)}/{_decimal(bottom)}")
        item.bound = Bound.ABOUT
    return item


def _decimal(number: Number) -> str:
    return f"{number[0]}.{number[1] or 0}"


def _worded(text: str, rules: Grammar) -> Number | None:
    if not rules.words.spaced:
        return _plain(text) if text[0].isdecimal() else read_characters(text, rules.words.numbers, rules.words.number.point)
    joiner = rules.words.number.joiner.strip()
    words = [word for word in _WORD.findall(text) if word != joiner]
    value = read_words(words, rules.words.numbers)
    return None if value is None else (str(value), "")

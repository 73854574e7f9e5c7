"""What stands around one number: currency before it, scale, unit and rate after it."""

from __future__ import annotations

import re

from sinorus.scan.figure_grammar import Grammar
from sinorus.scan.figure_item import Item

__all__ = ["RATED", "measure"]

RATED = frozenset({"t", "kg", "m3", "L", "bbl", "toe", "kW.h", "TEU"})
"""Units that a rate can follow; percentages, money and lengths stay as they are."""
_THOUSAND = 4
"""Digits of a number of a thousand or more."""


def measure(item: Item, text: str, low: int, end: int, rules: Grammar) -> None:
    """Give the item its scale, unit and span; a price or a unit that no record holds makes it dead."""
    if item.unit:
        return
    tail = rules.tail.match(text, item.stop, end)
    if tail is not None and item.number is not None and not item.number[1]:
        item.number = (item.number[0], rules.words.number.tails[tail.group("tail")].partition(".")[2])
        item.stop = item.end = tail.end()
    code = _money_before(item, text, low, rules)
    if code:
        item.unit = code
        item.money = True
        _money_after(item, text, end, rules)
    else:
        _measure_after(item, text, end, rules)
    if item.money:
        price = rules.price.match(text, item.stop, end)
        if price is not None:
            item.dead = True
            item.stop = price.end()


def _money_before(item: Item, text: str, low: int, rules: Grammar) -> str:
    if not item.digits:
        return ""
    stop = item.core
    if stop > low and text[stop - 1] in "+-":
        stop -= 1
    if stop > low and text[stop - 1] == " ":
        stop -= 1
    found = rules.before_money.find(text, low, stop)
    if found is None:
        return ""
    item.start = found[0]
    return found[1]


def _scale(item: Item, text: str, end: int, rules: Grammar) -> bool:
    found = rules.scale.match(text, item.stop, end)
    if found is None:
        return False
    item.power = rules.scales[found.group("scale")]
    item.scaled = True
    item.stop = found.end()
    return True


def _letter(item: Item, found: re.Match[str], rules: Grammar) -> None:
    item.power = rules.words.letters[found.group("letter")]
    item.scaled = True
    item.stop = found.end()


def _money_after(item: Item, text: str, end: int, rules: Grammar) -> None:
    if not _scale(item, text, end, rules):
        letter = rules.letter.match(text, item.stop, end)
        if letter is not None:
            _letter(item, letter, rules)
    again = rules.money.match(text, item.stop, end)
    if again is not None and rules.currencies[again.group("unit")] == item.unit:
        item.stop = again.end()


def _measure_after(item: Item, text: str, end: int, rules: Grammar) -> None:
    scaled = _scale(item, text, end, rules)
    found = rules.measure.match(text, item.stop, end)
    form = found.group("unit") if found else ""
    if not scaled and (not form or form in rules.words.letters):
        letter = rules.letter.match(text, item.stop, end)
        if letter is not None:
            after = rules.measure.match(text, letter.end(), end)
            glued = not letter.group("gap") and letter.group("letter") != "t" and not _length(text, letter.end(), rules)
            if after is not None or glued:
                _letter(item, letter, rules)
                found = after
                form = after.group("unit") if after else ""
    if found is None:
        return
    code = rules.currencies.get(form)
    if code is not None:
        item.unit = code
        item.money = True
        item.stop = found.end()
    else:
        _unit(item, form, found, text, end, rules)


def _length(text: str, stop: int, rules: Grammar) -> bool:
    return any(text.startswith(word, stop) or text.startswith(" " + word, stop) for word in rules.words.context.lengths)


def _unit(item: Item, form: str, found: re.Match[str], text: str, end: int, rules: Grammar) -> None:
    known = rules.units[form]
    row = known.row
    if not known.unit or (form in row.after_scale and not item.scaled):
        item.dead = True
        item.stop = found.end()
        return
    if known.unit == "x" and len(form) == 1 and found.group("gap") == " ":
        return
    item.unit = known.unit
    item.offset = known.power
    item.times = known.unit == "x"
    item.stop = found.end()
    if row.thousands and item.number is not None and (item.scaled or len(item.number[0]) >= _THOUSAND):
        item.unit = row.thousands
        item.offset = 0
    if item.unit in RATED:
        rate = rules.rate.match(text, item.stop, end)
        if rate is not None:
            item.unit += "/" + rules.rates[rate.group("rate")]
            if not rate.group("link"):
                item.stop = rate.end()

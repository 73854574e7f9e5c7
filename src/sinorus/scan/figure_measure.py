"""What stands around one number: currency before it, scale, unit and rate after it."""

from __future__ import annotations

import re

from sinorus.scan.figure_item import Item
from sinorus.scan.passage import Passage

__all__ = ["RATED", "measure"]

RATED = frozenset({"t", "kg", "m3", "L", "bbl", "toe", "kW.h", "TEU"})
"""Units that a rate can follow; percentages, money and lengths stay as they are."""
_THOUSAND = 4
"""Digits of a number of a thousand or more."""


def measure(item: Item, low: int, line: Passage) -> None:
    """Give the item its scale, unit and span; a price or a unit that no record holds makes it dead."""
    if item.unit:
        return
    tail = line.rules.tail.match(line.text, item.stop, line.end)
    if tail is not None and item.number is not None and not item.number[1]:
        item.number = (item.number[0], line.rules.words.number.tails[tail.group("tail")].partition(".")[2])
        item.stop = item.end = tail.end()
    code = _money_before(item, low, line)
    if code:
        item.unit = code
        item.money = True
        _money_after(item, line)
    else:
        _measure_after(item, line)
    _group(item, line)
    if item.money:
        price = line.rules.price.match(line.text, item.stop, line.end)
        if price is not None:
            item.dead = True
            item.stop = price.end()


def _group(item: Item, line: Passage) -> None:
    """Read a mark with three digits behind it as one of thousands where the language writes so without a scale."""
    mark = line.rules.words.unscaled_group
    if not mark or item.scaled or item.number is None or not (item.money or item.unit in RATED):
        return
    whole, decimals = item.number
    if len(decimals) == len("000") and whole != "0" and line.at(item.end - len(decimals) - 1) == mark:
        item.number = whole + decimals, ""


def _money_before(item: Item, low: int, line: Passage) -> str:
    if not item.digits:
        return ""
    stop = item.core
    if stop > low and line.text[stop - 1] in "+-":
        stop -= 1
    if stop > low and line.text[stop - 1] == " ":
        stop -= 1
    scale = line.rules.before_scale.find(line.text, low, stop) if line.rules.words.spaced else None
    if scale is not None:
        stop = scale[0] - 1 if line.at(scale[0] - 1) == " " else scale[0]
    found = line.rules.before_money.find(line.text, low, stop) or (_named_before(item, low, stop, line) if scale is None else None)
    if found is None:
        return ""
    if scale is not None:
        item.power = line.rules.scales[scale[1]]
        item.scaled = True
    if line.text[stop - 1].isalpha() and (line.at(item.core - 1) == "-" or _measured(item, line)):
        return ""
    item.start = found[0]
    return found[1]


def _named_before(item: Item, low: int, stop: int, line: Passage) -> tuple[int, str] | None:
    """Return a currency that is named before the number where a scale follows it: "dollars 1.9bn"."""
    found = line.rules.before_scaled_money.find(line.text, low, stop)
    if found is None or line.text[stop : item.core] != " ":
        return None
    scale = line.rules.scale.match(line.text, item.stop, line.end) or line.rules.letter.match(line.text, item.stop, line.end)
    if scale is None or line.rules.measure.match(line.text, scale.end(), line.end) is not None:
        return None
    return found


def _measured(item: Item, line: Passage) -> bool:
    """Whether a unit other than money follows, so that the money before was a means of payment ("in RMB 30%")."""
    found = line.rules.measure.match(line.text, item.stop, line.end)
    return found is not None and found.group("unit") in line.rules.units and found.group("unit") not in line.rules.words.letters


def _scale(item: Item, line: Passage) -> bool:
    found = line.rules.scale.match(line.text, item.stop, line.end)
    if found is None:
        return False
    item.power = line.rules.scales[found.group("scale")]
    item.scaled = True
    item.stop = found.end()
    return True


def _letter(item: Item, found: re.Match[str], line: Passage) -> None:
    item.power = line.rules.words.letters[found.group("letter")]
    item.scaled = True
    item.stop = found.end()


def _money_after(item: Item, line: Passage) -> None:
    if not item.scaled and not _scale_or_unit(item, line):
        letter = line.rules.letter.match(line.text, item.stop, line.end)
        if letter is not None:
            _letter(item, letter, line)
    again = line.rules.money.match(line.text, item.stop, line.end)
    if again is not None and line.rules.currencies[again.group("unit")] == item.unit:
        item.stop = again.end()


def _infix(item: Item, line: Passage) -> None:
    """A hedge inside the figure ("300余亿"), where a scale or unit follows it."""
    found = line.rules.infix.match(line.text, item.stop, line.end)
    if found is not None and (
        line.rules.scale.match(line.text, found.end(), line.end) or line.rules.measure.match(line.text, found.end(), line.end)
    ):
        item.bound = line.rules.infixes[found.group()]
        item.stop = found.end()


def _scale_or_unit(item: Item, line: Passage) -> bool:
    """Take the scale, unless the same characters begin a longer unit (千 in 千瓦)."""
    if line.rules.infixes:
        _infix(item, line)
    if line.rules.words.spaced:
        scaled = _scale(item, line)
        if scaled and line.rules.infixes:
            _infix(item, line)
        return scaled
    scale = line.rules.scale.match(line.text, item.stop, line.end)
    unit = line.rules.measure.match(line.text, item.stop, line.end)
    if scale is None or (unit is not None and unit.end() > scale.end()):
        return False
    scaled = _scale(item, line)
    _infix(item, line)
    return scaled


def _measure_after(item: Item, line: Passage) -> None:
    scaled = _scale_or_unit(item, line)
    found = line.rules.measure.match(line.text, item.stop, line.end)
    form = found.group("unit") if found else ""
    if not scaled and (not form or form in line.rules.words.letters):
        letter = line.rules.letter.match(line.text, item.stop, line.end)
        if letter is not None:
            after = line.rules.measure.match(line.text, letter.end(), line.end)
            glued = not letter.group("gap") and letter.group("letter") != "t" and not _length(letter.end(), line)
            if after is not None or glued:
                _letter(item, letter, line)
                found = after
                form = after.group("unit") if after else ""
    if found is None:
        return
    code = line.rules.currencies.get(form)
    if code is not None:
        item.unit = code
        item.money = True
        item.stop = found.end()
    else:
        _unit(item, form, found, line)


def _length(stop: int, line: Passage) -> bool:
    return any(line.text.startswith(word, stop) or line.text.startswith(" " + word, stop) for word in line.rules.words.context.lengths)


def _unit(item: Item, form: str, found: re.Match[str], line: Passage) -> None:
    known = line.rules.units[form]
    row = known.row
    if not known.unit or (form in row.after_scale and not item.scaled):
        item.dead = True
        item.stop = found.end()
        return
    if len(form) == 1 and (found.group("gap") == "-" or (known.unit == "x" and found.group("gap"))):
        return
    item.unit = known.unit
    item.of = row.of
    item.offset = known.power
    item.times = known.unit == "x"
    item.stop = found.end()
    if row.thousands and item.number is not None and (item.scaled or len(item.number[0]) >= _THOUSAND):
        item.unit = row.thousands
        item.offset = 0
    if item.unit in RATED:
        rate = line.rules.rate.match(line.text, item.stop, line.end)
        if rate is not None:
            item.unit += "/" + line.rules.rates[rate.group("rate")]
            if not rate.group("link"):
                item.stop = rate.end()

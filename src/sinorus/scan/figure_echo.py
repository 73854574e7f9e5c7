"""Numbers that leave out what the number told beside them says: "3.7 billion to Peru, 1.9 to Chile, and 1.1 billion to Spain".

A number takes scale and unit of the one before it where it stands in the same way: behind the same word, behind a dash, or before one. Only
what has a decimal is taken to be so short: a whole number may count anything, unless percentages are listed.
"""

from __future__ import annotations

import re
from itertools import pairwise

from sinorus.scan.figure_item import Item
from sinorus.scan.passage import Passage

__all__ = ["echo", "multiply"]

_CLOSED = re.compile(r" ?(?:[,;.)(!?]|[-–—] |$)(?!\d)")
_DASHED = re.compile(r" ?[-–—] ")
_LED = re.compile(r"[-–—] [^ ]++ $")
"""A dash and one word, right before a number."""
_REACH = 60
"""So far apart, in characters, are neighbours of a list."""
_LONGEST = 3
_MOST = 100


def echo(items: list[Item], line: Passage) -> None:
    """Give numbers that stand alone the scale and unit of a neighbour in the same place."""
    if not line.rules.words.spaced:
        return
    for left, right in pairwise(items):
        listed = _follows(left, right, line)
        short = _short(right, left) and (_leads(left, right, line) or (listed and _alike(left, right, line)))
        if short or (listed and _whole(right, left) and _is_led(right, left, line)):
            _take(right, left)
    for left, middle, right in zip(items, items[1:], items[2:], strict=False):
        listed = _whole(middle, left) and _follows(left, middle, line) and _follows(middle, right, line)
        if listed and _alike(left, middle, line) and _alike(middle, right, line) and (right.scaled or _short(right, left)):
            _take(middle, left)
            if not right.scaled:
                _take(right, left)
    for right, left in pairwise(reversed(items)):
        if _follows(left, right, line) and _short(left, right) and _alike(left, right, line):
            _take(left, right)


def multiply(items: list[Item], line: Passage) -> None:
    """Read as multiples the numbers that leave out "times" behind the word that leads to it: «в 3,2 раза, а уголь – в 1,2, до 9 млн т»."""
    leading, told = line.rules.words.joints.times, False
    for item in items:
        told = told or (item.times and not item.dead)
        if item.dead or not item.bare or item.number is None or not line.preceded(item.start, leading):
            continue
        whole, decimals = item.number
        clear = len(decimals) == 1 or (told and (bool(decimals) or _LED.search(line.text, line.start, item.start) is not None))
        if clear and len(whole) < _LONGEST and _CLOSED.match(line.text, item.stop, line.end):
            item.unit, item.times = "x", True


def _whole(item: Item, model: Item) -> bool:
    """Whether a whole number may leave out the scale of the model, where others of its list do so."""
    return item.bare and item.digits and model.scaled and item.number is not None and len(item.number[0]) <= _LONGEST


def _is_led(item: Item, model: Item, line: Passage) -> bool:
    """Whether a dash and the same word as before the model lead to a number: «никеля – на 140 млн, меди – на 290»."""
    word = line.word_before(item.start)
    return bool(word) and word == line.word_before(model.start) and _LED.search(line.text, line.start, item.start) is not None


def _follows(left: Item, right: Item, line: Passage) -> bool:
    """Whether two live numbers are told near each other, each with nothing behind it."""
    if left.dead or right.dead or left.fraction or right.fraction or left.times or right.times:
        return False
    return right.start - left.stop <= _REACH and all(_CLOSED.match(line.text, each.stop, line.end) for each in (left, right))


def _leads(left: Item, right: Item, line: Passage) -> bool:
    """Whether the first number is that from which something moved to the second: "from nineteen percent to two"."""
    joints = line.rules.words.joints
    moved = line.word_before(left.start) in joints.source and line.text[left.stop : right.start] in joints.listing
    return moved and not right.dead and bool(_CLOSED.match(line.text, right.stop, line.end))


def _short(item: Item, model: Item) -> bool:
    """Whether a number leaves out what the model tells."""
    if item.number is None or item.upper is not None or item.scaled or len(item.number[0]) > _LONGEST:
        return False
    if model.unit == "%":
        return not item.unit and item.amount() <= _MOST
    return model.scaled and item.unit in {"", model.unit} and bool(item.number[1]) and (not item.unit or item.money)


def _alike(left: Item, right: Item, line: Passage) -> bool:
    """Whether both stand behind the same word, the second behind a dash, or both before one."""
    word = line.word_before(right.start)
    if word and word == line.word_before(left.start):
        return True
    if line.text[max(line.start, right.start - 2) : right.start] in {"— ", "– ", "- "}:
        return True
    return all(_DASHED.match(line.text, each.stop, line.end) for each in (left, right))


def _take(item: Item, model: Item) -> None:
    item.unit, item.offset, item.money = model.unit, model.offset, model.money
    item.power, item.scaled = model.power, model.scaled

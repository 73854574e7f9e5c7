"""Neighbouring numbers that belong together: compound scales, one unit for several numbers, ranges."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from sinorus.scan.figure_echo import echo, multiply
from sinorus.scan.figure_item import Item
from sinorus.scan.figure_noise import year_like
from sinorus.scan.passage import Passage
from sinorus.values import Bound

__all__ = ["join"]

_LONGEST_JOINT = 8
_TEN_THOUSAND = 4
_HUNDRED_MILLION = 8
_SCALABLE = 3
"""Digits of a number to which a scale said later can belong."""


def join(items: list[Item], line: Passage) -> list[Item]:
    """The items with compounds and ranges merged into one item each, and units said once given to all they hold for."""
    if len(items) == 1:
        return items
    items = _compounds(items, line.text)
    multiply(items, line)
    _share(items, line)
    echo(items, line)
    return _ranges(items, line)


def _compounds(items: list[Item], text: str) -> list[Item]:
    """Add up "3 trillion 120 billion yuan", "5 thousand 48 tonnes": falling scales, the unit at the end."""
    kept, lowest = [items[0]], items[0].power
    for item in items[1:]:
        last = kept[-1]
        if (
            last.scaled
            and not item.dead
            and not last.dead
            and (not last.unit or last.money)
            and item.start == item.core
            and text[last.stop : item.start] in ("", " ")
            and last.number is not None
            and item.number is not None
            and not last.number[1]
            and (item.scaled or item.start == last.stop or (item.unit and not item.number[1] and not item.times))
            and (item.power + len(item.number[0]) <= lowest or _myriads(last, item))
            and (not last.unit or item.scaled)
        ):
            total = last.amount().scaleb(_HUNDRED_MILLION if _myriads(last, item) else 0) + item.amount().scaleb(-item.offset)
            whole, _, decimals = f"{total:f}".partition(".")
            last.number = (whole, decimals)
            last.power = 0
            last.stop, lowest = item.stop, item.power
            if item.unit:
                last.unit, last.offset, last.money, last.times = item.unit, item.offset, item.money, item.times
        else:
            kept.append(item)
            lowest = item.power
    return kept


def _myriads(high: Item, low: Item) -> bool:
    """1万2000亿: ten thousands that count the hundred millions said after them."""
    return high.power == _TEN_THOUSAND and low.power >= _HUNDRED_MILLION and high.stop == low.start


def _share(items: list[Item], line: Passage) -> None:
    """Give the unit and scale of "10, 12 and 15 percent" to the numbers before the last, and currencies along a range."""
    joints = line.rules.words.joints
    text = line.text
    for right, left in pairwise(reversed(items)):
        if left.dead or right.dead or right.start - left.stop > _LONGEST_JOINT or right.fraction or left.fraction:
            continue
        joint = text[left.stop : right.start]
        if joint[-1:] in ("+", "-") and len(joint) > 1:
            joint = joint[:-1]
        spans = joint in joints.span or (joint in joints.both and line.preceded(left.start, joints.between))
        if not spans and (joint not in joints.listing or _is_pronoun(left, right, line)):
            continue
        if right.times and left.digits and not right.digits:
            continue  # "1,244 of them, thrice as many"
        if left.bare and not right.bare and not (right.money and right.start < right.core and left.start == left.core):
            left.unit, left.offset, left.money, left.times = right.unit, right.offset, right.money, right.times
            if left.number is None or right.number is None or not len(right.number[0]) <= _SCALABLE < len(left.number[0]):
                # but "550,000 and 1.3m t"
                left.power, left.scaled = right.power, right.scaled
        elif left.scaled and not left.unit and right.scaled and right.unit:
            left.unit, left.offset, left.money = right.unit, right.offset, right.money
        elif spans and right.bare and left.scaled and not left.digits and left.start < left.core and not left.unit:
            right.power, right.scaled = left.power, True  # «тысяч тридцать — тридцать две»
        elif spans and left.money:
            _share_money(left, right)


def _is_pronoun(left: Item, right: Item, line: Passage) -> bool:
    """Whether a number word that never stands alone comes before one in digits: "the Mongolian one, 1.9 million"."""
    word = line.text[left.core : left.end]
    return line.rules.words.spaced and right.digits and not left.digits and word in line.rules.words.number.not_alone


def _share_money(left: Item, right: Item) -> None:
    """ "$10-12bn" and "$10 to $12 billion": one scale and one currency for both ends."""
    if right.unit not in ("", left.unit) or not (left.scaled or right.scaled):
        return
    if not left.scaled and left.number is not None and len(left.number[0]) <= _SCALABLE:
        left.power, left.scaled = right.power, True
    if not right.unit:
        right.unit, right.money = left.unit, True
        if not right.scaled:
            right.power, right.scaled = left.power, True


_NEAR = Decimal("1.2")
"""How much more the upper end of a range may be where the lower one could as well be a change that leads to it."""


def _ranges(items: list[Item], line: Passage) -> list[Item]:
    kept = [items[0]]
    for item in items[1:]:
        last = kept[-1]
        joint = line.text[last.stop : item.start]
        if len(joint) <= _LONGEST_JOINT and not (last.dead or item.dead) and _is_range(last, item, joint, line):
            last.upper = item.amount()
            last.bound = Bound.BETWEEN
            last.stop = item.stop
        else:
            kept.append(item)
    return kept


def _is_range(low: Item, high: Item, joint: str, line: Passage) -> bool:
    joints = line.rules.words.joints
    if low.unit != high.unit or low.upper is not None or low.fraction or high.fraction or low.amount() >= high.amount():
        return False
    if joint in joints.both and line.preceded(low.start, joints.between):
        if line.rules.words.spaced:
            low.start = line.text.rindex(line.word_before(low.start), line.start, low.start)
        return True
    if joint not in joints.span:
        return False
    if low.bare and high.bare and line.preceded(low.start, joints.source) and "." in line.text[low.core : low.end]:
        return False  # "it grew from 10.5 to 16.6"
    if low.bare and high.bare:
        return (joint.strip() != joint and not year_like(low, line.text)) or "," in line.text[low.core : low.end]
    return (joint.strip() == joint and line.rules.words.spaced) or not (
        line.preceded(low.start, joints.source)
        or (
            line.preceded(low.start, joints.no_range_after)
            and (line.rules.words.spaced or low.unit != "%")  # 增长10%至15%
            and not (low.unit != "%" and high.amount() <= low.amount() * _NEAR)  # "a capacity of 22 to 23 million tons"
        )
    )

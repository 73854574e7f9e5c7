"""Neighbouring numbers that belong together: compound scales, one unit for several numbers, ranges."""

from __future__ import annotations

from sinorus.scan.figure_grammar import Grammar
from sinorus.scan.figure_item import Item
from sinorus.scan.figure_noise import year_like
from sinorus.scan.number import shifted
from sinorus.values import Bound

__all__ = ["join"]

_LONGEST_JOINT = 8


def join(items: list[Item], text: str, start: int, rules: Grammar) -> list[Item]:
    """The items with compounds and ranges merged into one item each, and units said once given to all they hold for."""
    if len(items) == 1:
        return items
    items = _compounds(items, text)
    _share(items, text, start, rules)
    return _ranges(items, text, start, rules)


def _compounds(items: list[Item], text: str) -> list[Item]:
    """Add up "3 trillion 120 billion yuan": falling scales, the unit at the end."""
    kept = [items[0]]
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
            and (item.scaled or item.start == last.stop)
            and item.power + len(item.number[0]) <= last.power
            and (not last.unit or item.scaled)
        ):
            total = last.amount() + item.amount().scaleb(-item.offset)
            whole, _, decimals = f"{total:f}".partition(".")
            last.number = (whole, decimals)
            last.power = 0
            last.stop = item.stop
            if item.unit:
                last.unit, last.offset, last.money, last.times = item.unit, item.offset, item.money, item.times
        else:
            kept.append(item)
    return kept


def _share(items: list[Item], text: str, start: int, rules: Grammar) -> None:
    """Give the unit and scale of "10, 12 and 15 percent" to the numbers before the last."""
    listing = rules.words.joints.listing
    spans = rules.words.joints.span
    for left, right in zip(reversed(items[:-1]), reversed(items), strict=False):
        if left.dead or right.dead or right.start - left.stop > _LONGEST_JOINT or right.fraction or left.fraction:
            continue
        joint = text[left.stop : right.start]
        if joint not in listing and joint not in spans:
            continue
        if left.bare and (right.unit or right.scaled) and not (right.money and right.start < right.core and left.start == left.core):
            _give(right, left)
        elif left.money and not left.scaled and right.scaled and (right.unit in ("", left.unit)) and joint in spans and len(left.number[0] if left.number else "") <= 3:
            left.power, left.scaled = right.power, True
        if left.money and joint in spans and not right.unit and (right.scaled or left.scaled):
            right.unit, right.money = left.unit, True
            if not right.scaled:
                right.power, right.scaled = left.power, True


def _give(source: Item, target: Item) -> None:
    target.unit, target.offset, target.money, target.times = source.unit, source.offset, source.money, source.times
    target.power, target.scaled = source.power, source.scaled


def _ranges(items: list[Item], text: str, start: int, rules: Grammar) -> list[Item]:
    kept = [items[0]]
    for item in items[1:]:
        last = kept[-1]
        joint = text[last.stop : item.start]
        if len(joint) <= _LONGEST_JOINT and not (last.dead or item.dead) and _is_range(last, item, joint, text, start, rules):
            last.upper = item.amount()
            last.bound = Bound.BETWEEN
            last.stop = item.stop
        else:
            if joint in ("-", "–") and last.bare and item.bare and not (last.dead or item.dead):
                last.dead = item.dead = True
            kept.append(item)
    return kept


def _is_range(low: Item, high: Item, joint: str, text: str, start: int, rules: Grammar) -> bool:
    joints = rules.words.joints
    if low.unit != high.unit or low.upper is not None or low.fraction or high.fraction or high.sign is not None or low.amount() >= high.amount():
        return False
    left = text[max(start, low.start - 16) : low.start].rstrip()
    word = left.rpartition(" ")[2]
    if joint in joints.both and word in joints.between:
        low.start = max(start, low.start - 16) + len(left) - len(word)
        return True
    if joint not in joints.span:
        return False
    if low.bare and high.bare:
        return joint.strip() != joint and not year_like(low, text) or "," in text[low.core : low.end]
    if joint.strip() != joint and (word in joints.source or word in joints.no_range_after):
        return False
    return True

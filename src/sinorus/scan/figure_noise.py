"""Numbers that are no figures: dates, years, clock times, names, codes, durations, pieces of words."""

from __future__ import annotations

from itertools import pairwise

from sinorus.scan.figure_grammar import Grammar
from sinorus.scan.figure_item import Item

__all__ = ["settle", "silence", "year_like"]

_FIRST_YEAR, _LAST_YEAR = "1900", "2099"
_OPENERS = "([\"'«"
_YEAR_DIGITS = 4
_CODE_MARKS = "#№@_\\&="


def silence(items: list[Item], text: str, start: int, end: int, rules: Grammar) -> None:
    """Mark as dead every item that its surroundings show to be no figure."""
    previous: Item | None = None
    for item in items:
        if not item.dead:
            item.dead = _noise(item, previous, text, start, end, rules)
        previous = item
    for left, right in pairwise(items):
        _chained(left, right, text)
    for left, right in pairwise(reversed(items)):
        if left.dead and left.bare and right.bare and text[right.stop : left.start] in rules.words.joints.dates:
            right.dead = True


def settle(items: list[Item], text: str, start: int, end: int, rules: Grammar) -> None:
    """Mark as dead the number words that got no unit from a neighbour and do not count anything."""
    context = rules.words.context
    for item in items:
        if not item.dead and item.bare and not item.digits and item.upper is None:
            found = rules.next_word.match(text, item.stop, end)
            word = found.group(1).rstrip(".") if found else ""
            item.dead = word in context.pair_words or _word_before(text, start, item.core) in context.not_after


def _noise(item: Item, previous: Item | None, text: str, start: int, end: int, rules: Grammar) -> bool:
    if _glued(item, previous, text, start, end, rules):
        return True
    if item.fraction:
        return not _fraction(item, text, start, end, rules)
    if item.bare:
        return _no_count(item, text, start, end, rules)
    if item.money and item.core == item.start and not item.scaled and year_like(item, text):
        return _word_before(text, start, item.start) in rules.words.context.year_words
    return False


def _chained(left: Item, right: Item, text: str) -> None:
    """Bare numbers on a chain ("123-45-67", "2012-13") are codes and dates, single ones apart by a space ("4 8 billion") are torn."""
    if not (left.bare and left.digits and right.digits and right.start == left.stop + 1):
        return
    joint = text[left.stop]
    torn = joint == " " and right.start == right.core and not left.dead
    code = joint in "-–/:" and right.bare and (left.dead or "," not in text[left.core : left.end])
    if torn or code:
        left.dead = right.dead = True


def year_like(item: Item, text: str) -> bool:
    """Whether the number is four plain digits between 1900 and 2099."""
    return item.digits and item.end - item.core == _YEAR_DIGITS and _FIRST_YEAR <= text[item.core : item.end] <= _LAST_YEAR


def _word_before(text: str, start: int, stop: int) -> str:
    piece = text[max(start, stop - 24) : stop].rstrip(" ").rpartition(" ")[2]
    return piece.rpartition("\n")[2].lstrip(_OPENERS)


def _glued(item: Item, previous: Item | None, text: str, start: int, end: int, rules: Grammar) -> bool:
    """Whether the number is a piece of a word, a code, a date or a clock time."""
    before = text[item.start - 1] if item.start > start else " "
    if item.start == item.core or item.money:
        if before.isalpha() and item.digits and _latin(before) and text[item.core - 1] not in "+":
            return True
        if before in _CODE_MARKS or (before == "^"):
            return True
        if before in ".,:/" and item.start - 2 >= start and text[item.start - 2].isalnum() and _latin(text[item.start - 2]):
            return not (before in ",/" and previous is not None and previous.stop == item.start - 1 and not previous.dead)
        if before in "-–" and item.start - 2 >= start:
            left = text[item.start - 2]
            joined = previous is not None and previous.stop == item.start - 1
            if left.isalnum() and _latin(left) and not joined:
                return True
    return _glued_after(item, text, end, rules)


def _glued_after(item: Item, text: str, end: int, rules: Grammar) -> bool:
    after = text[item.stop] if item.stop < end else " "
    if not item.bare or item.fraction:
        return False
    following = text[item.stop + 1] if item.stop + 1 < end else " "
    if after.isalpha() and _latin(after):
        return True
    if after == "-" and following.isalpha() and _latin(following):
        return not any(text.startswith(joint, item.stop) for joint in rules.words.joints.span if len(joint) > 1)
    if after in ":/" and following.isdigit():
        return rules.words.spaced or after == ":"
    return after in "'°_\\^="


def _latin(char: str) -> bool:
    """Letters and digits of the scripts that part words by spaces."""
    return char < "⺀"


def _no_count(item: Item, text: str, start: int, end: int, rules: Grammar) -> bool:
    """Whether a bare number is anything but a count."""
    context = rules.words.context
    if year_like(item, text):
        return True
    if not item.digits and (text[item.core : item.stop] in rules.words.number.not_alone or not rules.words.spaced):
        return True
    if not rules.words.spaced:
        return True
    left = _word_before(text, start, item.core)
    if left in context.name_words or left in rules.months or left in context.rank_words:
        return "," not in text[item.core : item.stop] and " " not in text[item.core : item.stop]
    found = rules.next_word.match(text, item.stop, end)
    right = found.group(1).rstrip(".") if found else ""
    if right and (right in context.time_words or right in rules.months):
        return True
    return item.digits and _bracketed(item, text, start, end)


def _bracketed(item: Item, text: str, start: int, end: int) -> bool:
    """Footnote marks and list numbers: [12], (3), "1." or "1)" at the head of a sentence."""
    before = text[item.start - 1] if item.start > start else "\n"
    after = text[item.stop] if item.stop < end else "\n"
    if before == "[" and after == "]":
        return True
    if before in "(\n" and after == ")":
        return item.stop - item.start <= 2
    return before == "\n" and after == "." and item.stop + 1 < end and text[item.stop + 1] == " "


def _fraction(item: Item, text: str, start: int, end: int, rules: Grammar) -> bool:
    """Whether a fraction word stands where it can only be a part of something."""
    known = rules.words.fraction
    left = _word_before(text, start, item.core)
    found = rules.next_word.match(text, item.stop, end)
    right = found.group(1).rstrip(".") if found else ""
    if text[item.stop : item.stop + 1] == "-" or left in known.not_before or right in known.not_after or right in rules.months:
        return False
    if text[item.core : item.end] in rules.words.fractions:
        return True
    return left in known.before or right in known.after or rules.hedges.find(text, start, item.core - 1) is not None

"""Numbers that are no figures: dates, years, clock times, names, codes, durations, pieces of words."""

from __future__ import annotations

from sinorus.scan.figure_grammar import Grammar
from sinorus.scan.figure_item import Item

__all__ = ["silence", "year_like"]

_FIRST_YEAR, _LAST_YEAR = "1900", "2099"
_OPENERS = "([\"'«"
_YEAR_DIGITS = 4
_CODE_MARKS = "#№@_\\&="


def silence(items: list[Item], text: str, start: int, end: int, rules: Grammar) -> None:
    """Mark as dead every item that its surroundings show to be no figure."""
    previous: Item | None = None
    for item in items:
        if not item.dead:
            item.dead = _glued(item, previous, text, start, end, rules) or (
                not _fraction(item, text, start, end, rules) if item.fraction else item.bare and _no_count(item, text, start, end, rules)
            )
            if not item.dead and item.money and item.core == item.start and year_like(item, text) and not item.scaled:
                item.dead = _word_before(text, start, item.start) in rules.words.context.year_words
        if previous is not None and item.bare and not item.dead and previous.dead and previous.stop == item.core - 1 and text[previous.stop] in "-–/:":
            item.dead = True
        previous = item
    _scattered(items, text)


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
    if not item.digits:
        return left in context.not_after or right in context.pair_words
    return _bracketed(item, text, start, end)


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


def _scattered(items: list[Item], text: str) -> None:
    """Single digits torn apart by a space ("4 8 billion") are undecidable: both stay out."""
    for left, right in zip(items, items[1:], strict=False):
        if left.digits and right.digits and left.bare and not left.dead and right.start == left.stop + 1 and text[left.stop] == " " and right.start == right.core:
            left.dead = right.dead = True

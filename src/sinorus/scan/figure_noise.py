"""Numbers that are no figures: dates, years, clock times, names, codes, durations, pieces of words."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from sinorus.scan.figure_item import Item
from sinorus.scan.passage import Passage

__all__ = ["settle", "silence", "year_like"]

_FIRST_YEAR, _LAST_YEAR = "1900", "2099"
_YEAR_DIGITS = 4
_COUNTED = frozenset({"1", "m3", "kg", "m", "L"})
"""Units before which a lone character is no number: 一个, 千立方米, 百米."""
_COUNTABLE = 7
"""More digits without a mark are a code."""
_CODE_MARKS = "#№@_\\&=^"
_GLUE = "'°_\\^="
_BEFORE_CELL, _AFTER_CELL = frozenset(" |:"), frozenset(" |(\n")
_AFTER_DECIMAL = frozenset(" |(\n,;、。")


def silence(items: list[Item], line: Passage) -> None:
    """Mark as dead every item that its surroundings show to be no figure."""
    neighbours = zip([None, *items], items, [*items[1:], None], strict=False)
    for previous, item, following in neighbours:
        if not item.dead:
            item.dead = _noise(item, previous, following, line)
    for left, right in pairwise(items):
        _chain(left, right, line.text)
    dates = line.rules.words.joints.dates
    for right, left in pairwise(reversed(items)):
        if right.dead and right.bare and left.bare and line.text[left.stop : right.start] in dates:
            left.dead = True


def settle(items: list[Item], line: Passage) -> None:
    """Mark as dead the number words that got no unit from a neighbour and do not count anything."""
    spaced = line.rules.words.spaced
    names = line.rules.words.context.name_words
    for item in items:
        if item.dead or item.scaled or item.upper is not None:
            continue
        alone = not item.digits and line.text[item.core : item.end] in line.rules.words.number.not_alone
        if spaced and item.bare and not item.digits:
            item.dead = alone or _idle(item, line)
        elif not spaced:
            item.dead = (
                (item.bare and not _cell(item, line))
                or (alone and item.unit in _COUNTED)
                or (item.unit == "1" and line.preceded(item.start, names))
            )


def _cell(item: Item, line: Passage) -> bool:
    """Whether plain digits stand apart as the cell of a table does, where a script without spaces has no reason to part them."""
    if not item.digits or item.end - item.core >= _COUNTABLE or item.core == line.start or year_like(item, line.text):
        return False
    if line.at(item.stop) in _AFTER_DECIMAL and "." in line.text[item.core : item.end]:
        return True  # 累计1183.8(+52.4%): what is told to a decimal was measured
    if line.at(item.core - 1) in _BEFORE_CELL and line.at(item.stop) in _AFTER_CELL:
        return True
    heads = line.rules.words.context.heads
    return bool(heads) and _ends_word(item, line) and _headed_at(line.text, tuple(heads)) < item.core


def _ends_word(item: Item, line: Passage) -> bool:
    """Whether a number of two digits or more stands behind a word and before a mark: 进口煤5814,."""
    before = line.at(item.core - 1)
    named = before.isalpha() and not _spaced_script(before)
    return item.end - item.core > 1 and (named or before in _BEHIND) and line.at(item.stop) in _AFTER_DECIMAL


_BEHIND = frozenset("】] ")


@lru_cache(maxsize=1)  # asked for each number of a text, one text after the other
def _headed_at(text: str, heads: tuple[str, ...]) -> int:
    """Return where a text first says in what it counts, or its end; it may say so above the passage."""
    return min((at for head in heads if (at := text.find(head)) >= 0), default=len(text))


def _idle(item: Item, line: Passage) -> bool:
    """Whether the words around a number word say that it does not count goods, papers or the like."""
    context = line.rules.words.context
    left, right = line.word_before(item.core), line.word_after(item.stop)
    return right in context.pair_words or right in context.time_words or left in context.not_after or left in context.name_words


def year_like(item: Item, text: str) -> bool:
    """Whether the number is four plain digits between 1900 and 2099."""
    return item.digits and item.end - item.core == _YEAR_DIGITS and _FIRST_YEAR <= text[item.core : item.end] <= _LAST_YEAR


def _noise(item: Item, previous: Item | None, following: Item | None, line: Passage) -> bool:
    joined = following is not None and following.core == item.stop + 1
    if _glued_before(item, previous, line) or (item.bare and not (joined and not item.digits) and _glued_after(item, line)):
        return True
    if item.fraction:
        return not (_part(item, line) or _listed_part(item, previous, line))
    if item.bare:
        return _no_count(item, line)
    if item.core == item.start and not item.scaled and year_like(item, line.text):
        return line.word_before(item.start) in line.rules.words.context.year_words
    return False


def _glued_before(item: Item, previous: Item | None, line: Passage) -> bool:
    """Whether the number is the end of a word, a code, a date or a clock time."""
    if item.start != item.core and not item.money:
        return False
    before = line.at(item.start - 1)
    if before == " ":
        return False
    if before in _CODE_MARKS:
        return True
    if before.isalpha() and _spaced_script(before) and item.digits:
        return line.rules.words.spaced or not item.scaled  # 进口LNG496.9万吨 is a figure, C919 is none
    if before not in ".,:/-–+":
        return False
    left = line.at(item.start - 2)
    joined = previous is not None and previous.stop == item.start - 1
    if not (left.isalnum() and _spaced_script(left)):
        return False
    return not (joined and (before in "-–" or (before in ",/" and previous is not None and not previous.dead)))


def _glued_after(item: Item, line: Passage) -> bool:
    """Whether a bare number goes on as a word, a date or a clock time."""
    after, following = line.at(item.stop), line.at(item.stop + 1)
    if after.isalpha() and _spaced_script(after):
        return True
    if after == "-" and following.isalpha() and _spaced_script(following):
        return not any(line.text.startswith(joint, item.stop) for joint in line.rules.words.joints.span if len(joint) > 1)
    if after in ":/+" and following.isdigit():
        return line.rules.words.spaced or after != "/"
    return after in _GLUE


def _spaced_script(char: str) -> bool:
    """Whether the character is of a script that parts words by spaces: Han may touch a number."""
    return char < "⺀"


def _no_count(item: Item, line: Passage) -> bool:
    """Whether a bare number is anything but a count."""
    if not item.digits:
        return False
    if not line.rules.words.spaced:
        return False
    if year_like(item, line.text) or (item.end - item.core > _COUNTABLE and line.text[item.core : item.end].isdigit()):
        return True
    context = line.rules.words.context
    left = line.word_before(item.core)
    if left in context.name_words or left in line.rules.months or left in context.rank_words:
        written = line.text[item.core : item.stop]
        return "," not in written and " " not in written
    if item.end - item.core == _YEAR_DIGITS and left in context.year_words:
        return True
    right = line.word_after(item.stop)
    return right in context.time_words or right in line.rules.months or _bracketed(item, line)


def _bracketed(item: Item, line: Passage) -> bool:
    """Footnote marks and list numbers: [12], (3), "1." or "1)" at the head of a line."""
    before = line.text[item.start - 1] if item.start > line.start else "\n"
    after = line.text[item.stop] if item.stop < line.end else "\n"
    if (before == "[" and after == "]") or (before == "'" and after != "'"):
        return True
    if before in "(\n" and after == ")":
        return item.stop - item.start <= 2
    return before == "\n" and after == "." and line.at(item.stop + 1) == " "


def _part(item: Item, line: Passage) -> bool:
    """Whether a fraction word stands where it can only be a part of something."""
    known = line.rules.words.fraction
    if not line.rules.words.spaced:
        return _part_in_run(item, line)
    left = line.word_before(item.core)
    right = line.word_after(item.stop)
    if line.at(item.stop) == "-" or _counts_time(item, line) or right in line.rules.months:
        return False
    if line.text[item.core : item.end] in line.rules.words.fractions:
        return True
    if _led_by_phrase(item, line):
        return True  # "it accounted for a third", not "for a third time"
    if left in known.not_before:
        return False
    if left in known.before_end and (item.stop >= line.end or line.at(item.stop) in _CLOSING):
        return True
    return left in known.before or right in known.after or line.rules.hedges.find(line.text, line.start, item.core - 1) is not None


_CLOSING = ".,;:!?)"


def _counts_time(item: Item, line: Passage) -> bool:
    """Whether what follows shows the word to be no part: "a third year", but not "by a third year on year"."""
    known = line.rules.words.fraction
    if line.word_after(item.stop) not in known.not_after:
        return False
    return not line.text[item.stop : line.end].lstrip().startswith(tuple(known.yet_after))


def _led_by_phrase(item: Item, line: Passage) -> bool:
    """Whether one of the expressions of several words that lead to a part ends right before it."""
    ahead = line.text[max(line.start, item.core - _LEAD) : item.core].rstrip()
    return any(" " in phrase and ahead.endswith(phrase) for phrase in line.rules.words.fraction.before)


_LEAD = 24
"""Characters of such an expression, at most."""


def _listed_part(item: Item, previous: Item | None, line: Passage) -> bool:
    """Whether a fraction word goes on with parts: "half was oil, a quarter timber"."""
    if previous is None or previous.dead or not (previous.fraction or previous.unit == "%"):
        return False
    known = line.rules.words.fraction
    left, right = line.word_before(item.core), line.word_after(item.stop)
    if left in known.not_before or _counts_time(item, line) or right in line.rules.months or line.at(item.stop) == "-":
        return False
    between = line.text[previous.stop : item.start]
    return between.endswith((", ", line.rules.words.number.joiner or ", ")) and len(between) < _LISTED


_LISTED = 60
"""Characters from one part to the next one of a list, at most."""


def _part_in_run(item: Item, line: Passage) -> bool:
    """Whether it is one in a script that does not part words: what touches it decides."""
    known = line.rules.words.fraction
    if line.preceded(item.core, known.not_before) or line.followed(item.stop, known.not_after):
        return False
    if line.text[item.core : item.end] in line.rules.words.fractions:
        return True
    return line.preceded(item.core, known.before) or line.followed(item.stop, known.after)


def _chain(left: Item, right: Item, text: str) -> None:
    """Bare numbers on a chain ("123-45-67", "2012-13") are codes and dates, single ones apart by a space ("4 8 billion") are torn."""
    if not (left.bare and left.digits and right.digits and right.start == left.stop + 1):
        return
    joint = text[left.stop]
    torn = joint == " " and right.start == right.core and not left.dead
    code = joint in "-–/:" and right.bare and (left.dead or "," not in text[left.core : left.end])
    if torn or code:
        left.dead = right.dead = True

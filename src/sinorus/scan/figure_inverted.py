"""Russian puts a unit or scale before a number word to say "about": «тысяч тридцать», «миллиарда на три», «лет двадцать».

Only where the language names scales that may lead (`number.leading`).
"""

from __future__ import annotations

from sinorus.scan.figure_item import Item
from sinorus.scan.passage import Passage
from sinorus.values import Bound

__all__ = ["invert"]


def invert(item: Item, previous: Item | None, line: Passage) -> None:
    """Give a number word the scale or unit that stands before it; one of time makes it dead."""
    rules = line.rules
    if not rules.words.number.leading or item.digits or item.scaled or item.fraction or item.times or item.dead:
        return
    at = _before_preposition(item.start, line)
    word = line.word_before(at)
    first = at - 1 - len(word)
    if (
        not word
        or line.text[max(first, line.start) : at - 1] != word
        or (previous is not None and first < previous.stop and first != previous.core)
    ):
        return
    if word in rules.words.number.leading:
        item.power, item.scaled = rules.scales[word], True
        if previous is not None and first == previous.core:
            previous.dead = True  # «миллиарда» alone would be one
    elif item.unit or (previous is not None and first < previous.stop):
        return
    elif word in rules.words.context.time_words and at == item.start:
        item.dead = True
        return
    elif word in rules.units:
        item.unit, item.offset = rules.units[word].unit, rules.units[word].power
    elif word in rules.currencies:
        item.unit, item.money = rules.currencies[word], True
    else:
        return
    item.start = first
    item.bound = Bound.ABOUT


def _before_preposition(start: int, line: Passage) -> int:
    """Return where the word before the number, or before its preposition, ends, but for the space behind it."""
    word = line.word_before(start)
    return start - len(word) - 1 if word in line.rules.words.across else start

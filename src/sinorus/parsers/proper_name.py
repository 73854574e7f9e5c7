"""Names that no lexicon knows: runs of capitalised words, where the script has capitals."""

import re
from collections.abc import Iterator

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*|&")
_LINK = 3
"""Small words inside a title are no longer than this ("of", "the", "on")."""


def _capital(word: str) -> bool:
    return word[0].isupper()


def runs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the runs of capitalised words between two offsets, words parted by single spaces.

    >>> text = "the group Zhong Fu and its bank"
    >>> [text[a:b] for a, b in runs(text, 0, len(text))]
    ['Zhong Fu']
    """
    first = last = -1
    for match in _WORD.finditer(text, start, end):
        if _capital(match.group()) or (first >= 0 and match.group()[0].isdigit()) or match.group() == "&":
            if first >= 0 and text[last : match.start()] == " ":
                last = match.end()
                continue
            if first >= 0:
                yield first, last
            first, last = (match.start(), match.end()) if _capital(match.group()) else (-1, -1)
        elif first >= 0:
            yield first, last
            first = last = -1
    if first >= 0:
        yield first, last


def title_end(text: str, start: int, noun_end: int, end: int) -> int | None:
    """Return where the capitalised title that begins at `start` ends; None where it is no title of two capitalised words.

    >>> text = "the Treaty of Good Will, which"
    >>> text[4 : title_end(text, 4, 10, len(text))]
    'Treaty of Good Will'
    """
    last, capitals, links = -1, 0, 0
    previous = start
    for match in _WORD.finditer(text, start, end):
        word = match.group()
        if match.start() > previous + 1 and match.start() != start:
            break
        if _capital(word):
            last, capitals, links = match.end(), capitals + 1, 0
        elif len(word) > _LINK or links == 2 or word.isdigit():
            break
        else:
            links += 1
        previous = match.end()
        if text[previous : previous + 2] in {"'s", "’s"}:
            previous += 2
    return last if capitals > 1 and last >= noun_end else None

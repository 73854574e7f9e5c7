"""Numbers as they are written, to exact decimals: digits with their marks, number words, powers of ten."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

__all__ = ["Number", "read_characters", "read_digits", "read_words", "shifted"]

Number = tuple[str, str]
"""Whole digits and decimals, both without marks."""

_MARK = re.compile(r"[.,]")
_LONGEST = 30
_GROUP = 3


def read_digits(text: str, group: str) -> Number | None:
    """Read digits with spaces, points and commas; ``group`` is the mark that parts thousands, empty where both are decimal marks.

    Undecidable numbers (dates, versions, leading zeros, digits without end) are ``None``.

    >>> read_digits("12,300.5", ","), read_digits("244,819", ""), read_digits("816 000", ",")
    (('12300', '5'), ('244', '819'), ('816000', ''))
    >>> read_digits("3.5.1", ","), read_digits("1.234.567", ",")
    (None, ('1234567', ''))
    """
    if text.isdigit():
        return (text, "") if _sound(text) else None
    text = text.replace(" ", "").replace("'", "")
    if text.isdigit():
        return (text, "") if _sound(text) else None
    marks = _MARK.findall(text)
    parts = _MARK.split(text)
    if len(marks) == 1:
        whole, decimals = parts
        grouped = len(decimals) == _GROUP and len(whole) <= _GROUP and whole[0] != "0" and (marks[0] == group or decimals == "000")
        if marks[0] == group and len(decimals) > _GROUP:
            return None
        number = (whole + decimals, "") if grouped else (whole, decimals)
    elif len(set(marks)) == 1 and _grouped(parts):
        number = ("".join(parts), "")
    elif len(set(marks[:-1])) == 1 and marks[-1] != marks[0] and _grouped(parts[:-1]):
        number = ("".join(parts[:-1]), parts[-1])
    else:
        return None
    return number if _sound(number[0]) and len(number[1]) <= _LONGEST else None


def _grouped(parts: list[str]) -> bool:
    return len(parts[0]) <= _GROUP and all(len(part) == _GROUP for part in parts[1:])


def _sound(whole: str) -> bool:
    return len(whole) <= _LONGEST and (whole[0] != "0" or len(whole) == 1)


def read_words(words: list[str], values: Mapping[str, int]) -> int | None:
    """Read number words below a million in falling order ("one hundred twenty five"); ``None`` where they do not make one number.

    >>> en = {"two": 2, "five": 5, "twenty": 20, "hundred": 100}
    >>> read_words(["two", "hundred", "twenty", "five"], en), read_words(["five", "two"], en)
    (225, None)
    """
    if len(words) == 1:
        return values[words[0]]  # a word may stand for half a million
    total = 0
    room = 1000
    for word in words:
        value = values[word]
        if value == 100 and 0 < total < 10:
            total *= 100
            room = 100
        elif value < room and (total == 0 or _fits(total, value)):
            total += value
            room = value if value >= 20 else 1
        else:
            return None
    return total


def _fits(total: int, value: int) -> bool:
    """Whether a word's value can follow what was read: tens after hundreds, ones after tens."""
    return (total % 100 == 0 and value < 100) or (total % 10 == 0 and total % 100 >= 20 and 0 < value < 10)


def read_characters(text: str, values: Mapping[str, int], point: str) -> Number | None:
    """Read a numeral in Chinese characters below ten thousand; strings of digits (years) and unclear ends are ``None``.

    >>> zh = {"零": 0, "一": 1, "二": 2, "五": 5, "十": 10, "百": 100, "千": 1000}
    >>> read_characters("一百二十", zh, "点"), read_characters("十二点五", zh, "点"), read_characters("二五", zh, "点")
    (('120', ''), ('12', '5'), None)
    """
    whole, _, decimals = text.partition(point)
    total = 0
    digit: int | None = None
    room = 10000
    for char in whole:
        value = values[char]
        if value >= 10:
            if value >= room or digit == 0:
                return None
            total += (1 if digit is None else digit) * value
            room, digit = value, None
        elif digit:
            return None
        else:
            digit = value
            room = 100 if value == 0 and total else room
    if digit:
        if total and room > 10 and all(values[char] for char in whole):
            return None
        total += digit
    tail = [values[char] for char in decimals]
    return None if any(value >= 10 for value in tail) else (str(total), "".join(map(str, tail)))


def shifted(number: Number, power: int) -> Decimal:
    """The number times ten to ``power``, exact and without exponent or idle zeros.

    >>> shifted(("12", "30"), 9), shifted(("500", ""), -3), shifted(("0", "50"), 0)
    (Decimal('12300000000'), Decimal('0.5'), Decimal('0.5'))
    """
    whole, decimals = number
    if power > 0:
        decimals = decimals.ljust(power, "0")
        whole, decimals = whole + decimals[:power], decimals[power:]
    elif power < 0:
        whole = whole.rjust(1 - power, "0")
        whole, decimals = whole[:power], whole[power:] + decimals
    decimals = decimals.rstrip("0")
    whole = whole.lstrip("0") or "0"
    return Decimal(f"{whole}.{decimals}") if decimals else Decimal(whole)

"""When two values of a field say the same."""

import re
from decimal import Decimal, InvalidOperation

from sinorus.errors import Message, UnknownNameError, ValidationError
from sinorus.records.codec import Json
from sinorus.world import commodity

__all__ = ["equal", "plain_text"]

TOLERANCE = Decimal("0.002")
"""How far two amounts may lie apart, as a part of the larger one: roundings of one figure."""

_TINY = Decimal("1e-9")
_QUANTITIES = frozenset({"value", "volume", "share", "capacity", "length"})
_PERIODS = frozenset({"period", "date", "opened"})
_PART_OF_YEAR = re.compile(r"(\d{4})-?([QH])(\d)")


def equal(name: str, left: Json, right: Json) -> bool:
    """Return whether two values of the field ``name`` agree.

    Amounts within `TOLERANCE`, whatever their bounds; goods where one is part of the other; periods by first and last day; names
    that no register knows where they share a word; all else by its letters and digits.

    >>> equal("period", "2023-H1", "2023-01/2023-06"), equal("commodity", "coking-coal", "coal"), equal("kind", "road", "bridge")
    (True, True, False)
    """
    if name in _QUANTITIES:
        return _same_amount(left, right)
    if name == "change":
        return _same_change(left, right)
    if name == "commodity":
        return _same_good(left, right)
    if name == "id" and "~" in f"{left}{right}":
        return bool(_words(str(left)) & _words(str(right)))
    if name in _PERIODS:
        return _days(left) == _days(right)
    return plain_text(left) == plain_text(right)


def plain_text(value: Json) -> str:
    """Return a value as lower-case words."""
    return re.sub(r"\W+", " ", str(value)).strip().lower()


def _same_good(left: Json, right: Json) -> bool:
    if left == right:
        return True
    return bool(left and right) and (left in _line(str(right)) or right in _line(str(left)))


def _line(good: str) -> tuple[str, ...]:
    try:
        known = commodity(good)
    except UnknownNameError:
        return (good,)
    # gold speaks in ids; a name or code that the register would also find is none
    return (good, *known.ancestors()) if known.id == good else (good,)


def _amounts(value: Json) -> tuple[Decimal, Decimal, Json] | None:
    if not value:
        return None
    if not isinstance(value, dict) or "amount" not in value:
        raise ValidationError(
            what=Message("{value!r} is no quantity", value=value), remedy='write {"amount": "5", "unit": "t", "bound": "exact"}'
        )
    upper = value.get("upper")
    low = _decimal(value["amount"])
    return low, low if upper in (None, "") else _decimal(upper), value.get("unit")


def _decimal(value: Json) -> Decimal:
    try:
        amount = Decimal(str(value))
    except InvalidOperation:
        amount = Decimal("NaN")
    if not amount.is_finite():
        raise ValidationError(what=Message("{value!r} is no amount", value=value), remedy="write plain digits")
    return amount


def _same_amount(left: Json, right: Json) -> bool:
    one, other = _amounts(left), _amounts(right)
    if one is None or other is None:
        return one is other
    return one[2] == other[2] and _close(one[0], other[0]) and _close(one[1], other[1])


def _close(left: Decimal, right: Decimal) -> bool:
    return abs(left - right) <= TOLERANCE * max(abs(left), abs(right), _TINY)


def _same_change(left: Json, right: Json) -> bool:
    """A direction without a size is not compared."""
    one, other = (value if isinstance(value, dict) and value.get("by") else None for value in (left, right))
    if one is None or other is None:
        return one is other
    return one.get("direction") == other.get("direction") and _same_amount(one.get("by"), other.get("by"))


def _days(period: Json) -> tuple[str, str] | None:
    """First and last day as sortable text; None where there is no period. Every month ends with the 31st: only equality is asked."""
    if not period:
        return None
    ends = str(period).split("/")
    return _first_last(ends[0])[0], _first_last(ends[-1])[1]


def _first_last(part: str) -> tuple[str, str]:
    if match := _PART_OF_YEAR.fullmatch(part):
        months = 3 if match[2] == "Q" else 6
        start = (int(match[3]) - 1) * months + 1
        return f"{match[1]}-{start:02}-01", f"{match[1]}-{start + months - 1:02}-31"
    if re.fullmatch(r"\d{4}", part):
        return f"{part}-01-01", f"{part}-12-31"
    if re.fullmatch(r"\d{4}-\d{2}", part):
        return f"{part}-01", f"{part}-31"
    return part, part


def _words(name: str) -> set[str]:
    """Words of four letters and more, and pairs of neighbouring Chinese characters."""
    words = set(re.findall(r"[a-zа-яё]{4,}", name.lower()))
    runs = re.findall(r"[\u4e00-\u9fff]{2,}", name)
    return words | {run[at : at + 2] for run in runs for at in range(len(run) - 1)}

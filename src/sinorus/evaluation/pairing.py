"""Which predicted record answers which gold one: one to one, best pair first."""

from collections.abc import Sequence

from sinorus.evaluation.equality import equal, plain_text
from sinorus.evaluation.slots import CORE, JsonRecord, filled, items

__all__ = ["hits", "is_right", "pairs"]

_FIGURES = frozenset({"value", "volume", "share", "change"})


def pairs(gold: Sequence[JsonRecord], predicted: Sequence[JsonRecord]) -> list[tuple[int, int]]:
    """Return the positions of the pairs of records of one document and type.

    A pair whose cores agree comes first, then the one with more slots in common, then the one that stands earlier.
    """
    candidates = sorted(
        (
            (is_right(one, other), len(hits(one, other)) / max(len(filled(one)), len(filled(other)), 1), -i, -j)
            for i, one in enumerate(gold)
            for j, other in enumerate(predicted)
            if _may_pair(one, other)
        ),
        reverse=True,
    )
    left: set[int] = set()
    right: set[int] = set()
    found: list[tuple[int, int]] = []
    for _, _, i, j in candidates:
        if -i not in left and -j not in right:
            left.add(-i)
            right.add(-j)
            found.append((-i, -j))
    return found


def hits(gold: JsonRecord, predicted: JsonRecord) -> list[str]:
    """Return the names of the filled slots that the two have in common, a name for each item."""
    rest = filled(predicted)
    found: list[str] = []
    for name, value in filled(gold):
        for other in rest:
            if other[0] == name and equal(name, value, other[1]):
                rest.remove(other)
                found.append(name)
                break
    return found


def is_right(gold: JsonRecord, predicted: JsonRecord) -> bool:
    """Return whether all core fields agree."""
    for name in CORE[str(gold["type"])]:
        left, right = gold.get(name), predicted.get(name)
        if isinstance(left, list) or isinstance(right, list):
            if _texts(gold, name) != _texts(predicted, name):
                return False
        elif left in (None, "") and right in (None, ""):
            continue
        elif not equal(name, left, right):
            return False
    return True


def _texts(record: JsonRecord, name: str) -> set[str]:
    return {plain_text(item) for item in items(record, name)}


def _may_pair(gold: JsonRecord, predicted: JsonRecord) -> bool:
    """Return whether the two may speak of one thing: a figure, a party, a name, a currency in common."""
    match gold["type"]:
        case "TradeFlow":
            own = {name for name, _ in filled(gold)} & _FIGURES
            if own:
                return any(predicted.get(name) and equal(name, gold[name], predicted[name]) for name in own)
            return bool(gold.get("record_high") and predicted.get("record_high"))
        case "Agreement":
            if _texts(gold, "parties") & _texts(predicted, "parties"):
                return True
            return bool(gold.get("title")) and plain_text(gold.get("title")) == plain_text(predicted.get("title"))
        case "Settlement":
            return bool(set(map(str, items(gold, "currencies"))) & set(map(str, items(predicted, "currencies"))))
        case "Pledge":
            return equal("pair", gold.get("pair"), predicted.get("pair"))
        case _:
            return equal("id", gold.get("id"), predicted.get("id"))

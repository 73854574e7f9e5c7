"""What an evaluation found: counts by type and slot, and every record that is not right."""

import json
from typing import Literal

from attrs import field, frozen

from sinorus.evaluation.slots import JsonRecord, filled

__all__ = ["Count", "Difference", "Evaluation", "Rates"]

Kind = Literal["wrong", "missed", "invented"]


@frozen
class Rates:
    """Precision, recall and their harmonic mean, from 0 to 1."""

    precision: float
    recall: float
    f1: float


@frozen
class Count:
    """How many there are in gold, how many were predicted, how many of these are right."""

    gold: int = 0
    predicted: int = 0
    right: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(self.gold + other.gold, self.predicted + other.predicted, self.right + other.right)

    @property
    def rates(self) -> Rates:
        """The rates; 0 where nothing was predicted, or nothing was there.

        >>> Count(gold=4, predicted=5, right=4).rates
        Rates(precision=0.8, recall=1.0, f1=0.888888888888889)
        """
        precision = self.right / self.predicted if self.predicted else 0.0
        recall = self.right / self.gold if self.gold else 0.0
        both = precision + recall
        return Rates(precision, recall, 2 * precision * recall / both if both else 0.0)


@frozen
class Difference:
    """A record that is not right: ``wrong`` (a pair whose core differs), ``missed`` (no prediction) or ``invented`` (no gold)."""

    document: str
    kind: Kind
    gold: JsonRecord | None = None
    predicted: JsonRecord | None = None

    def __str__(self) -> str:
        """One line, or three where the two stand against each other."""
        some = self.gold or self.predicted or {}
        head = f"{self.document} {self.kind:8} {some.get('type')}"
        if self.gold is not None and self.predicted is not None:
            return f"{head}\n    gold {_brief(self.gold)}\n    pred {_brief(self.predicted)}"
        return f"{head} {_brief(some)}"


@frozen(kw_only=True)
class Evaluation:
    """Predictions held against gold.

    ``records`` counts records by type, ``slots`` filled slots by type, ``fields`` filled slots by type and field; ``unanswered``
    names the gold documents that have no prediction at all.
    """

    records: dict[str, Count]
    slots: dict[str, Count]
    fields: dict[tuple[str, str], Count] = field(repr=False)
    differences: tuple[Difference, ...] = field(default=(), repr=False)
    unanswered: tuple[str, ...] = ()

    @property
    def total(self) -> Count:
        """The records of all types."""
        return sum(self.records.values(), Count())

    @property
    def total_slots(self) -> Count:
        """The slots of all types."""
        return sum(self.slots.values(), Count())

    def to_dict(self) -> dict[str, dict[str, int | list[float]]]:
        """Return the figures by type and for ``all``: ``gold`` and ``pred``, and [precision, recall, F1] of ``record`` and ``slot``."""
        rows = {kind: (count, self.slots[kind]) for kind, count in self.records.items()}
        rows["all"] = self.total, self.total_slots
        return {
            kind: {"gold": records.gold, "pred": records.predicted, "record": _rounded(records), "slot": _rounded(slots)}
            for kind, (records, slots) in rows.items()
        }

    def __str__(self) -> str:
        """The table by type."""
        lines = [f"{'':17}{'gold':>6}{'pred':>6}   record P     R    F1     slot P     R    F1"]
        for kind, count in [*self.records.items(), ("all", self.total)]:
            slots = self.slots.get(kind, self.total_slots)
            lines.append(f"{kind:17}{count.gold:>6}{count.predicted:>6}   {_percents(count)}    {_percents(slots)}")
        return "\n".join(lines)

    def by_slot(self) -> str:
        """Return the table by type and field, of the fields that are filled on either side."""
        lines = [f"{'':30}{'gold':>6}{'pred':>6}{'right':>6}     slot P     R    F1"]
        for (kind, name), count in self.fields.items():
            if count.gold or count.predicted:
                lines.append(f"{f'{kind}.{name}':30}{count.gold:>6}{count.predicted:>6}{count.right:>6}     {_percents(count)}")
        return "\n".join(lines)


def _rounded(count: Count) -> list[float]:
    rates = count.rates
    return [round(rate, 4) for rate in (rates.precision, rates.recall, rates.f1)]


def _percents(count: Count) -> str:
    return "".join(f"{100 * rate:6.1f}" for rate in _rounded(count))


def _brief(record: JsonRecord) -> str:
    return " ".join(
        f"{name}={json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else value}" for name, value in filled(record)
    )

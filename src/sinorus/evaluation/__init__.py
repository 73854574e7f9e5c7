"""How good an extraction is: its records held against those of careful readers.

Two figures a type. Record F1: pairs whose core fields all agree, against all records. Slot F1: filled fields that agree within the
pairs, against all filled fields; records without a partner count in full.
"""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from sinorus.errors import SinorusError
from sinorus.evaluation.files import folder_of, read_gold, read_predicted
from sinorus.evaluation.pairing import hits, is_right, pairs
from sinorus.evaluation.result import Count, Difference, Evaluation, Rates
from sinorus.evaluation.slots import SLOTS, JsonRecord, expand, filled
from sinorus.records import Record, to_dict

__all__ = ["Count", "Difference", "Evaluation", "JsonRecord", "Rates", "evaluate"]

Records = Mapping[str, Iterable[Record | JsonRecord]]
"""The records of each document, by its id."""

Folder = str | os.PathLike[str]


def evaluate(gold: Folder | Records, predicted: Folder | Records) -> Evaluation:
    """Hold predictions against gold: two folders, or two mappings from document ids to records.

    A folder of gold holds one ``ID.json`` (an object with ``id`` and ``records``) or ``ID.jsonl`` a document, a folder of predictions one
    ``ID.jsonl`` or ``ID.json``. A document without a prediction counts as all missed; one without gold is not looked at.
    DocumentError where a folder is missing or empty, ValidationError where a file holds no records.

    >>> soy, rye = ({"type": "CommodityMention", "id": name} for name in ("soybeans", "rye"))
    >>> print(evaluate({"a": [soy, rye]}, {"a": [soy]}).records["CommodityMention"])
    Count(gold=2, predicted=1, right=1)
    """
    if not isinstance(predicted, Mapping):
        folder_of(predicted, "predictions")
    tally = _Tally()
    for document, records in _gold(gold):
        answer = _predicted(predicted, document)
        if answer is None:
            tally.unanswered.append(document)
        try:
            tally.document(document, expand(records), expand(answer or []))
        except SinorusError as error:
            error.where = f"{document}: {error.where}".removesuffix(": ")
            raise
    return tally.evaluation()


class _Tally:
    """The counts so far."""

    def __init__(self) -> None:
        self.counts: Counter[tuple[str, str, str]] = Counter()
        self.differences: list[Difference] = []
        self.unanswered: list[str] = []

    def document(self, document: str, gold: list[JsonRecord], predicted: list[JsonRecord]) -> None:
        for kind in SLOTS:
            self._kind(document, kind, [r for r in gold if r["type"] == kind], [r for r in predicted if r["type"] == kind])

    def _kind(self, document: str, kind: str, gold: list[JsonRecord], predicted: list[JsonRecord]) -> None:
        counts = self.counts
        counts[kind, "", "gold"] += len(gold)
        counts[kind, "", "predicted"] += len(predicted)
        for side, records in (("gold", gold), ("predicted", predicted)):
            for record in records:
                for name, _ in filled(record):
                    counts[kind, name, side] += 1
        matched = pairs(gold, predicted)
        for i, j in matched:
            counts[kind, "", "right"] += is_right(gold[i], predicted[j])
            for name in hits(gold[i], predicted[j]):
                counts[kind, name, "right"] += 1
        self._differ(document, matched, gold, predicted)

    def _differ(self, document: str, matched: list[tuple[int, int]], gold: list[JsonRecord], predicted: list[JsonRecord]) -> None:
        found = [Difference(document, "wrong", gold[i], predicted[j]) for i, j in matched if not is_right(gold[i], predicted[j])]
        left, right = {i for i, _ in matched}, {j for _, j in matched}
        found += [Difference(document, "missed", gold=record) for i, record in enumerate(gold) if i not in left]
        found += [Difference(document, "invented", predicted=record) for j, record in enumerate(predicted) if j not in right]
        self.differences += found

    def evaluation(self) -> Evaluation:
        fields = {(kind, name): self._count(kind, name) for kind, names in SLOTS.items() for name in names}
        return Evaluation(
            records={kind: self._count(kind, "") for kind in SLOTS},
            slots={kind: sum((count for (of, _), count in fields.items() if of == kind), Count()) for kind in SLOTS},
            fields=fields,
            differences=tuple(self.differences),
            unanswered=tuple(self.unanswered),
        )

    def _count(self, kind: str, name: str) -> Count:
        return Count(*(self.counts[kind, name, side] for side in ("gold", "predicted", "right")))


def _gold(gold: Folder | Records) -> Iterator[tuple[str, list[JsonRecord]]]:
    if isinstance(gold, Mapping):
        return ((document, _plain(records)) for document, records in gold.items())
    return read_gold(gold)


def _predicted(predicted: Folder | Records, document: str) -> list[JsonRecord] | None:
    if isinstance(predicted, Mapping):
        return _plain(predicted[document]) if document in predicted else None
    return read_predicted(predicted, document)


def _plain(records: Iterable[Record | JsonRecord]) -> list[JsonRecord]:
    plain = [record if isinstance(record, Mapping) else to_dict(record) for record in records]
    return [record for record in plain if record.get("type") in SLOTS]

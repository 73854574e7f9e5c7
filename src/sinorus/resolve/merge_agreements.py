"""A document's agreements, each told once: the headline and the body, the signing and what is said of it later."""

from collections.abc import Sequence

from sinorus.records import Agreement, Confidence
from sinorus.values.evolve import evolve

_FILLED = ("title", "date", "commodity", "corridor", "value", "volume", "term", "count")


def merge_agreements(records: Sequence[Agreement]) -> tuple[Agreement, ...]:
    """Return one record for each agreement, in the order of first mention; a later mention fills what an earlier one left open.

    Two mentions are one agreement where kind, parties and status agree and nothing that both say differs.
    """
    merged: list[Agreement] = []
    for record in records:
        for at, known in enumerate(merged):
            if _same(known, record):
                merged[at] = _joined(known, record)
                break
        else:
            merged.append(record)
    return tuple(record for record in merged if not _covers_others(record, merged))


def _covers_others(record: Agreement, all_: Sequence[Agreement]) -> bool:
    """Whether a record stands for several that are named one by one: it says nothing of its own, and its time holds theirs."""
    own = (record.title, record.commodity, record.corridor, record.value, record.volume, record.term, record.count)
    if any(part is not None for part in own) or record.date is None:
        return False
    parts = [each for each in all_ if each is not record and each.commodity is not None and _is_part(each, record)]
    return len(parts) > 1


def _is_part(one: Agreement, whole: Agreement) -> bool:
    """Whether the first can be a paper of the second: of the same kind and parties, within its time."""
    if (one.kind, one.status, set(one.parties)) != (whole.kind, whole.status, set(whole.parties)) or one.date is None or whole.date is None:
        return False
    return whole.date.first <= one.date.first <= one.date.last <= whole.date.last


def _same(one: Agreement, other: Agreement) -> bool:
    if one.kind is not other.kind or one.status is not other.status or set(one.parties) != set(other.parties):
        return False
    if one.count != other.count and (one.subjects, one.title, one.commodity) != (other.subjects, other.title, other.commodity):
        return False  # a package and one of its papers
    for name in _FILLED:
        left, right = getattr(one, name), getattr(other, name)
        if left is None or right is None or left == right:
            continue
        if name == "title" and left.lower() == right.lower():
            continue
        if name == "commodity" and (left.within(right) or right.within(left)):
            continue
        if name == "date" and (
            left.first <= right.first <= right.last <= left.last or right.first <= left.first <= left.last <= right.last
        ):
            continue
        return False
    return not (one.subjects and other.subjects) or bool(set(one.subjects) & set(other.subjects))


def _joined(one: Agreement, other: Agreement) -> Agreement:
    """Fill the first from the second; of two dates the shorter counts."""
    filled = {name: getattr(one, name) if getattr(one, name) is not None else getattr(other, name) for name in _FILLED}
    if one.date is not None and other.date is not None and other.date.last - other.date.first < one.date.last - one.date.first:
        filled["date"] = other.date
    stated = Confidence.STATED in {one.confidence, other.confidence}
    return evolve(
        one.with_evidence(*other.evidence),
        subjects=one.subjects or other.subjects,
        confidence=Confidence.STATED if stated else one.confidence,
        **filled,
    )

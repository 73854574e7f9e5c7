"""A document's agreements, each told once: the headline and the body, the signing and what is said of it later."""

from collections.abc import Sequence

from sinorus.records import Agreement, AgreementKind, AgreementStatus, Confidence
from sinorus.records.agreement import Party
from sinorus.resolve.pieces import Pieces, outer
from sinorus.values.evolve import evolve
from sinorus.world import Organisation

_NEXT = 60
"""Characters between a deal and the paper on it, at most."""
_FILLED = ("title", "date", "commodity", "corridor", "value", "volume", "term", "count")


def merge_agreements(records: Sequence[Agreement]) -> tuple[Agreement, ...]:
    """Return one record for each agreement, in the order of first mention; a later mention fills what an earlier one left open.

    Two mentions are one agreement where kind, parties and status agree and nothing that both say differs.
    """
    merged: list[Agreement] = []
    pieces = Pieces()
    alike: dict[_Key, list[int]] = {}
    for record in records:
        known = alike.setdefault(_key(record), [])
        for index in known:
            if _same(merged[index], record):
                pieces.add(index, (*merged[index].evidence, *record.evidence))
                merged[index] = _joined(merged[index], record)
                break
        else:
            known.append(len(merged))
            merged.append(record)
    whole = pieces.given_back(merged)
    kept = [
        _printed(record)
        for record in whole
        if not _covers_others(record, [whole[index] for index in alike[_key(record)]])
        and not _told_one_by_one(record, whole)
        and not _talked_over(record, whole)
        and not _partner_named(record, whole)
        and not _put_on_paper(record, whole)
    ]
    return tuple(_sealed(kept))


def _printed(record: Agreement) -> Agreement:
    """Return the record with companies that no register knows by their names alone."""
    parties = tuple(str(party) if isinstance(party, Organisation) and party.kind == "company" else party for party in record.parties)
    return record if parties == record.parties else evolve(record, parties=parties)


_Key = tuple[AgreementKind, AgreementStatus, frozenset[Party]]


def _key(record: Agreement) -> _Key:
    """What two mentions of one agreement have in common at least."""
    return record.kind, record.status, frozenset(record.parties)


def _covers_others(record: Agreement, alike: Sequence[Agreement]) -> bool:
    """Whether a record stands for several that are named one by one: it says nothing of its own, and its time holds theirs."""
    own = (record.title, record.commodity, record.corridor, record.value, record.volume, record.term, record.count)
    if any(part is not None for part in own) or record.date is None:
        return False
    parts = [each for each in alike if each is not record and each.commodity is not None and _is_part(each, record)]
    return len(parts) > 1


def _told_one_by_one(record: Agreement, others: Sequence[Agreement]) -> bool:
    """Whether papers told of by their number are all told of one by one as well, whatever kind each is."""
    if (record.count or 0) < 2:
        return False
    papers = (each for each in others if each.count is None and each.confidence is Confidence.INFERRED and each.subjects)
    same = [each for each in papers if (each.date, each.status, {*each.parties}) == (record.date, record.status, {*record.parties})]
    return len(same) == record.count


def _talked_over(record: Agreement, others: Sequence[Agreement]) -> bool:
    """Whether a paper that shall be signed is one that is told to be under negotiation as well: the talks say more."""
    if record.status is not AgreementStatus.PROPOSED:
        return False
    talks = (each for each in others if each.status is AgreementStatus.NEGOTIATING and each.kind is record.kind)
    return any(set(each.parties) == set(record.parties) and _same(each, record) for each in talks)


def _partner_named(record: Agreement, others: Sequence[Agreement]) -> bool:
    """Whether a deal of one party, of a sum told, is told again with the other party: "A won a contract … It was signed with B"."""
    if len(record.parties) != 1 or (record.value is None and record.volume is None):
        return False
    again = (each for each in others if each.kind is record.kind and each.status is record.status and len(each.parties) > 1)
    return any((record.value, record.volume) == (each.value, each.volume) and record.parties[0] in each.parties for each in again)


def _put_on_paper(record: Agreement, others: Sequence[Agreement]) -> bool:
    """Whether what two agreed on is what the paper is about that they signed: "agreed to cooperate in payments. The memorandum …"."""
    told = _told(record)
    bare = record.kind is AgreementKind.AGREEMENT and record.confidence is Confidence.INFERRED
    bare = bare and not any(part is not None for part in told)
    firms = all(isinstance(party, Organisation) for party in record.parties)
    if record.status is not AgreementStatus.AGREED:
        return False
    signed = [each for each in others if each.status is AgreementStatus.SIGNED and set(each.parties) == set(record.parties)]
    if any(each.kind is record.kind and told == _told(each) for each in signed) and told != (None,) * len(told):
        return True  # "agreed on 14 contracts … they were signed yesterday"
    return bare and firms and any(not each.subjects or set(each.subjects) & set(record.subjects) for each in signed)


def _told(record: Agreement) -> tuple[object, ...]:
    return record.title, record.value, record.volume, record.term, record.count


def _sealed(records: Sequence[Agreement]) -> list[Agreement]:
    """Join what two agreed on with the paper on it that is told right behind: "agreed to sell 2 Mt. The contract was signed"."""
    found = list(records)
    for deal in records:
        if deal.status is not AgreementStatus.AGREED or deal.confidence is not Confidence.INFERRED or deal.volume is None:
            continue
        papers = [each for each in found if _seals(each, deal)]
        if len(papers) == 1:
            found[found.index(papers[0])] = _joined(papers[0], deal)
            found.remove(deal)
    return found


def _seals(paper: Agreement, deal: Agreement) -> bool:
    """Whether a paper, told of right behind a deal of the same two, says nothing that the deal says otherwise."""
    if paper.status is not AgreementStatus.SIGNED or set(paper.parties) != set(deal.parties) or paper.count is not None:
        return False
    gap = paper.evidence[0].start - deal.evidence[-1].end
    return 0 <= gap <= _NEXT and paper.kind is deal.kind and paper.volume in {None, deal.volume} and _same(paper, deal)


def _is_part(one: Agreement, whole: Agreement) -> bool:
    """Whether the first, of one key with the second, can be a paper of it: within its time."""
    if one.date is None or whole.date is None:
        return False
    return whole.date.first <= one.date.first <= one.date.last <= whole.date.last


def _same(one: Agreement, other: Agreement) -> bool:
    """Whether two mentions with one key are of one agreement."""
    if (
        None in (one.count, other.count)
        and one.count != other.count
        and (one.subjects, one.title, one.commodity) != (other.subjects, other.title, other.commodity)
    ):
        return False  # a package and one of its papers
    if _only_one_titled(one, other):
        return False
    for name in _FILLED:
        left, right = getattr(one, name), getattr(other, name)
        if left is None or right is None or left == right or (name == "count" and _rounded(left, right)):
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
    figured = any(part is not None and part == same for part, same in ((one.value, other.value), (one.volume, other.volume)))
    return figured or not (one.subjects and other.subjects) or bool(set(one.subjects) & set(other.subjects))


def _only_one_titled(one: Agreement, other: Agreement) -> bool:
    """Whether one has a name and the other figures, and nothing tells that these are the figures of the one with the name."""
    named, figured = (one, other) if one.title is not None else (other, one)
    if named.title is None or figured.title is not None or (figured.value is None and figured.volume is None):
        return False
    alike = named.commodity == figured.commodity or named.value == figured.value is not None or named.volume == figured.volume is not None
    return not alike and not set(named.subjects) & set(figured.subjects)


def _rounded(one: int, other: int) -> bool:
    """Whether one number of papers only rounds the other: "nearly 40 documents" in a headline, 38 in the text."""
    return (one % 10 == 0 or other % 10 == 0) and abs(one - other) * 8 <= max(one, other)


def _joined(one: Agreement, other: Agreement) -> Agreement:
    """Fill the first from the second; of two dates the shorter counts."""
    filled = {name: getattr(one, name) if getattr(one, name) is not None else getattr(other, name) for name in _FILLED}
    if one.date is not None and other.date is not None and other.date.last - other.date.first < one.date.last - one.date.first:
        filled["date"] = other.date
    if one.count is not None and other.count is not None and one.count % 10 == 0:
        filled["count"] = other.count
    stated = Confidence.STATED in {one.confidence, other.confidence}
    return evolve(
        one,
        evidence=outer((*one.evidence, *other.evidence)),
        subjects=one.subjects or other.subjects,
        confidence=Confidence.STATED if stated else one.confidence,
        **filled,
    )

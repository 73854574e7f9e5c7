import attrs
import pytest

from sinorus.errors import ValidationError
from sinorus.records import RECORD_TYPES, CommodityMention, Confidence, Evidence, Record
from sinorus.records.claim import SUPPORT
from sinorus.world import commodity

TEXT = "Oil and gas, gas and oil."


def test_every_record_is_frozen_slotted_and_keyword_only(full_records: tuple[Record, ...]) -> None:
    assert tuple(type(record) for record in full_records) == RECORD_TYPES
    for record in full_records:
        assert not hasattr(record, "__dict__")
        assert all(field.kw_only for field in attrs.fields(type(record)))
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            record.document = "other"  # type: ignore[misc]  # the very point


def test_every_field_is_filled_in_the_full_records(full_records: tuple[Record, ...]) -> None:
    for record in full_records:
        empty = [field.name for field in attrs.fields(type(record)) if getattr(record, field.name) in (None, (), False)]
        assert set(empty) <= {"confidence_reasons"}


def test_same_claim_looks_past_evidence_and_equality_does_not(full_records: tuple[Record, ...]) -> None:
    for record in full_records:
        elsewhere = attrs.evolve(record, document="b", evidence=(), confidence=Confidence.DOUBTFUL)
        assert record.same_claim(elsewhere)
        assert record != elsewhere
        assert record == attrs.evolve(record)
        assert hash(record) == hash(attrs.evolve(record))
    for one in full_records:
        assert [other for other in full_records if one.same_claim(other)] == [one]


def test_evidence_is_gathered_in_the_order_of_the_text_each_piece_once() -> None:
    late, early = Evidence.of(TEXT, 21, 24), Evidence.of(TEXT, 0, 3)
    mention = CommodityMention(commodity=commodity("oil"), evidence=(late,)).with_evidence(early, late)
    assert mention.evidence == (early, late)
    assert mention.position == ("", 0, 3)


def test_a_record_of_a_document_is_the_same_but_for_the_name(full_records: tuple[Record, ...]) -> None:
    for record in full_records:
        placed = record.of_document("elsewhere")
        assert placed == attrs.evolve(record, document="elsewhere")
        assert record.document != "elsewhere"


def test_records_sort_by_document_and_place(full_records: tuple[Record, ...]) -> None:
    mention = CommodityMention(commodity=commodity("gas"))
    first = attrs.evolve(mention, document="a", evidence=(Evidence.of(TEXT, 8, 11),))
    second = attrs.evolve(mention, document="a", evidence=(Evidence.of(TEXT, 13, 16),))
    other = attrs.evolve(mention, document="b", evidence=(Evidence.of(TEXT, 0, 3),))
    assert sorted([other, second, first]) == [first, second, other]
    assert full_records[0].position == ("a", 0, 10)


def test_repr_shows_what_is_filled_and_the_quote() -> None:
    mention = CommodityMention(commodity=commodity("oil"), evidence=(Evidence.of(TEXT, 0, 3),), confidence=Confidence.DOUBTFUL)
    assert repr(mention) == "CommodityMention(commodity=oil, doubtful, 'Oil')"
    long = attrs.evolve(mention, evidence=(Evidence.of("x" * 200, 0, 200),))
    assert len(repr(long)) < 120


def test_verify_checks_every_quote(full_records: tuple[Record, ...]) -> None:
    @attrs.frozen
    class Page:
        text: str

    full_records[0].verify(Page("Oil “rose” 新高\u2028to 5 t."))
    with pytest.raises(ValidationError, match="quote"):
        full_records[0].verify(Page("Oil 'rose' and more"))


def test_support_is_the_same_for_all() -> None:
    for kind in RECORD_TYPES:
        assert set(SUPPORT) <= {field.name for field in attrs.fields(kind)}


def test_a_record_may_be_held_for_less_sure(full_records: tuple[Record, ...]) -> None:
    for record in full_records:
        held = record.held(Confidence.DOUBTFUL, ("no time is told",))
        assert held == attrs.evolve(record, confidence=Confidence.DOUBTFUL, confidence_reasons=("no time is told",))
        assert type(held) is type(record)

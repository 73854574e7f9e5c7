"""Agreements: what is told of one agreement in several sentences."""

from datetime import date

from sinorus.pipeline import extract
from sinorus.records import Agreement, AgreementStatus
from sinorus.values import Period, Quantity, Term


def agreements(text: str, day: date | None = None) -> list[Agreement]:
    return [record for record in extract(text, date=day, language="en").records if isinstance(record, Agreement)]


def test_the_next_sentence_gives_the_figures() -> None:
    (deal,) = agreements("Rosneft and CNPC signed a contract in 2010. It covers 15 million tons of oil a year and runs for 20 years.")
    assert {str(getattr(party, "code", party)) for party in deal.parties} == {"Rosneft", "CNPC"}
    assert deal.date == Period.parse("2010")


def test_a_pronoun_tells_of_the_renewal() -> None:
    first, second = agreements("Russia and China signed a treaty in 2001. They renewed it in 2021 for five years.")
    assert (first.date, second.date) == (Period.parse("2001"), Period.parse("2021"))
    assert second.term == Term.parse("P5Y")
    assert second.parties == first.parties


def test_the_two_companies_are_those_named_before() -> None:
    text = "Gazprom and CNPC signed a memorandum in 2015.\n\nThe two companies are negotiating a contract for gas."
    first, second = agreements(text)
    assert second.status is AgreementStatus.NEGOTIATING
    assert set(second.parties) == set(first.parties)


def test_a_chronology_dates_its_items() -> None:
    text = "- May 2014, Shanghai. Novatek and Sinopec sign a contract.\n\n- June 2019, Moscow. The two governments sign a protocol."
    assert [str(deal.date) for deal in agreements(f"Chronology\n\n{text}")] == ["2014-05", "2019-06"]


def test_an_unknown_company_keeps_its_printed_name() -> None:
    (deal,) = agreements("Segezha Group and China Paper Trading signed a contract for 90,000 tonnes of pulp.")
    assert {str(getattr(party, "code", party)) for party in deal.parties} == {"Segezha Group", "China Paper Trading"}
    assert deal.volume == Quantity.of(90000, "t")


def test_evidence_is_the_text_itself() -> None:
    text = "In May, Sberbank and UnionPay signed an agreement on cards. China and Russia are negotiating a treaty."
    found = agreements(text, date(2024, 6, 20))
    assert len(found) == 2
    for deal in found:
        assert all(text[piece.start : piece.end] == piece.quote for piece in deal.evidence)


def test_a_price_and_a_capacity_are_no_terms() -> None:
    (deal,) = agreements("Gazprom and CNPC are negotiating a contract for a pipeline with a capacity of 50 billion cubic metres a year.")
    assert deal.volume is None

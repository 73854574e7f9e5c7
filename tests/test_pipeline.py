import datetime

import pytest

from sinorus import Document, SinorusError, extract
from sinorus.errors import LanguageError
from sinorus.pipeline import steps
from sinorus.text import from_text

FLOW = "Russian coal deliveries to China rose 7% to 31 million tonnes in 2019."


def test_a_text_becomes_records_with_true_evidence() -> None:
    result = extract(FLOW)
    (flow,) = result.flows
    assert (str(flow.volume), str(flow.period), str(flow.commodity)) == ("31000000 t", "2019", "coal")
    flow.verify(result.document)
    assert flow.document == result.document.id == "text"


def test_a_document_keeps_its_id_and_date() -> None:
    document = Document(
        id="brief", text="Russian coal deliveries to China rose 7% last year.", language="en", date=datetime.date(2020, 3, 1)
    )
    (flow,) = extract(document).flows
    assert (flow.document, str(flow.period)) == ("brief", "2019")


def test_the_callers_date_wins_and_stands_on_the_document() -> None:
    document = Document(
        id="brief", text="Russian coal deliveries to China rose 7% last year.", language="en", date=datetime.date(2020, 3, 1)
    )
    result = extract(document, date=datetime.date(2017, 3, 1))
    assert str(result.flows[0].period) == "2016"
    assert result.document.date == datetime.date(2017, 3, 1)


@pytest.mark.parametrize("text", ["", " \n", "12 345 % …", "— 5"])
def test_a_text_without_words_has_no_records(text: str) -> None:
    assert extract(text).records == ()


def test_a_language_that_is_none_of_ours_is_refused_unless_it_is_named() -> None:
    text = "Los envíos de carbón para el vecino del sur han crecido con fuerza este año."
    with pytest.raises(LanguageError, match="language cannot be told"):
        extract(text)
    assert extract(text, language="en").records == ()


def test_an_unknown_language_code_is_refused() -> None:
    with pytest.raises(LanguageError, match="unknown language 'xx'"):
        extract(FLOW, language="xx")
    with pytest.raises(SinorusError):
        extract(Document(id="d", text=FLOW, language="en"), language="")


def test_a_sentence_in_a_language_that_is_not_read_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    document = from_text(f"{FLOW}\n\nПродажи угля выросли на 9%.")
    assert [step.sentence.language for step in steps(document)][:1] == ["en"]
    monkeypatch.setattr("sinorus.pipeline.LANGUAGES", ("en",))
    assert [step.sentence.paragraph for step in steps(document)] == [0]


def test_one_claim_told_twice_is_one_record() -> None:
    result = extract(f"{FLOW} In all, Russia shipped 31 million tonnes of coal to China in 2019.")
    assert len(result.flows) == 1
    assert len(result.flows[0].evidence) == 2


def test_an_undated_text_is_told_on_the_day_it_has_someone_speak() -> None:
    text = "Russia said on 18 December 2018 that exports had grown. In November, it sold China 9 million tonnes of Russian coal."
    assert [str(flow.period) for flow in extract(text).flows] == ["2018-11"]
    late = "In March China sold Russia 9,000 trucks.\n\nCustoms data came out on Wednesday, April 13, 2022."
    assert [str(flow.period) for flow in extract(late).flows] == ["2022-03"]
    other = "In March China sold Russia 9,000 trucks.\n\nA bridge was opened on April 13, 2022."
    assert [flow.period for flow in extract(other).flows] == [None]
    told = "满洲里海关2018年12月18日发布，今年前11个月对俄出口水果18.6万吨。"
    assert [str(flow.period) for flow in extract(told, language="zh").flows] == ["2018-01/2018-11"]

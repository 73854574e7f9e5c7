import datetime

import pytest

from sinorus import explain, extract
from sinorus.errors import LanguageError

TEXT = (
    "Russian coal deliveries to China rose 7% to more than 31 million tonnes last year. "
    "In all, Russia shipped 31.2 million tonnes of coal to China in 2019, while the price fell to $90."
)
DATE = datetime.date(2020, 2, 1)


@pytest.fixture(scope="module")
def shown() -> str:
    return str(explain(TEXT, date=DATE))


@pytest.mark.parametrize(
    "part",
    [
        "document text: 180 characters, language en, date 2020-02-01",
        "sentence 1 [0:82] en, sentence, paragraph 0",
        "'Russian'",
        "Party(RU, modifier)",
        "by parties:party:ru-adjective",
        "overlapped by longer ones",
        "'more than 31 million tonnes'",
        "'last year' is 2019",
        "chunks",
        "takes over",
        "hands on",
        "a figure of price, not of a flow",
        "joined with [",
        "records\n  1. ",
    ],
)
def test_every_stage_is_shown(shown: str, part: str) -> None:
    assert part in shown


def test_chunks_are_shown_as_they_are_read_without_what_is_set_apart() -> None:
    text = "Russian coal exports to China, the agency notes, rose 5% in 2023 on the back of higher prices, and nickel exports fell 3%."
    chunks = "chunks\n    Russian | coal | exports | to | China | rose | 5% | in | 2023\n    and: nickel | exports | fell | 3%"
    assert chunks in str(explain(text))


def test_an_anchorless_period_is_shown_as_such() -> None:
    assert "'last year' cannot be dated" in str(explain(TEXT.partition(". ")[0] + "."))


def test_repairs_and_furniture_are_shown() -> None:
    shown = str(explain("top of page\nChinaâs coal purchases grew by a tenth."))
    assert "taken out at 0 (page): 'top of page'" in shown
    assert "repair at 5 (apostrophe): 'â' became '’'" in shown


def test_a_sentence_in_another_language_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sinorus.pipeline.LANGUAGES", ("en",))
    shown = str(explain("Coal sales grew.\n\nПродажи угля выросли на 9%.", language="en"))
    assert "ru, sentence, paragraph 1" in shown
    assert shown.count("passed over") == 1


def test_the_records_are_those_of_extract() -> None:
    assert explain(TEXT, date=DATE).records == extract(TEXT, date=DATE).records


def test_an_empty_text_and_a_strange_language() -> None:
    assert "no records" in str(explain(""))
    with pytest.raises(LanguageError):
        explain("Los envíos de carbón para el vecino del sur han crecido con fuerza este año.")

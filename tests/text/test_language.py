from __future__ import annotations

import pytest

from sinorus.text import from_text, language_of, sentences


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The two countries will open the new bridge over the river.", "en"),
        ("Exports rose 3%", "en"),
        ("COAL EXPORTS DOUBLE", "en"),
        ("Mayor Wang Hao (王浩) met Mr Orlov in the city of Harbin.", "en"),
        ("Поставки угля выросли на треть, и это не предел.", "ru"),
        ("«Газпром» и CNPC подписали договор", "ru"),
        ("前八个月煤炭外运增长12%。", "zh"),
        ("中石油CNPC同Gazprom签署协议", "zh"),
        ("煤炭外運增長，進口下降。", "zh"),
        ("Les exportations de charbon vers la Chine ont augmenté dans les ports de la Russie.", None),
        ("Die Ausfuhren von Kohle nach China sind in diesem Jahr mit der Bahn gestiegen.", None),
        ("Las exportaciones de carbón a China crecieron en el primer trimestre del año.", None),
        ("As exportações de carvão para a China não foram mais caras do que em maio.", None),
        ("Xuất khẩu than của Nga sang Trung Quốc đã tăng trong năm nay.", None),
        ("Експорт вугілля до Китаю зріс, і це не межа для країни.", None),
        ("Износът на въглища за Китай се увеличи през годината, като цените са по-високи.", None),
        ("Извоз угља у Кину је порастао током године, а цене су веће.", None),
        ("中国への石炭の輸出はことし増えたと発表した。", None),
        ("올해 중국으로의 석탄 수출이 증가했다", None),
        ("صادرات الفحم إلى الصين", None),
        ("12,5 % 2023", None),
        ("", None),
    ],
)
def test_language_of(text: str, language: str | None) -> None:
    assert language_of(text) == language


def test_a_sentence_in_another_script_has_its_own_language() -> None:
    document = from_text("The statement was read out in the capital.\nТорговля двух стран растёт.\n出口增长了。\nThe end was near.")
    assert document.language == "en"
    assert [s.language for s in sentences(document)] == ["en", "ru", "zh", "en"]


def test_a_language_that_is_not_read_stays_unknown() -> None:
    document = from_text("Les exportations vers la Chine ont augmenté dans les ports.")
    assert [s.language for s in sentences(document)] == [None]

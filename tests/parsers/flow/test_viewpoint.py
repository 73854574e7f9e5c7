"""From whose side a text tells of trade."""

import pytest

from sinorus.parsers.flow.viewpoint import viewpoint
from sinorus.scan.markup import readable
from sinorus.scan.sentence import scan
from sinorus.text import from_text, sentences


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Peru's exports to China rose. Peruvian imports from Russia fell.", "PE"),
        ("en", "Trade of Peru with China rose.", "PE"),
        ("en", "Peruvian customs data showed 5 million tonnes.", "PE"),
        ("ru", "Экспорт Перу в Китай вырос. Перу закупила у России 3 млн т пшеницы.", "PE"),
        ("zh", "秘鲁对华出口增长。秘鲁自俄罗斯进口下降。", "PE"),
        ("en", "Peru's exports to China rose. China's imports from Russia fell.", None),
        ("en", "China bought 5 million tonnes from Peru. China's purchases in Chile fell.", None),
        ("en", "Exports to Peru rose. Peruvian copper is dear.", None),
        ("en", "Peru's exports to China rose. Chile's exports to China fell.", None),
    ],
)
def test_the_third_country_whose_trade_is_told_most(language: str, text: str, expected: str | None) -> None:
    document = from_text(text, language=language)
    folded = readable(document.text)
    assert viewpoint(scan(document.text, folded, each, language) for each in sentences(document)) == expected

"""What must hold of figures for all amounts and all texts."""

import time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sinorus.languages.meaning import Figure
from sinorus.scan.figure import figures
from sinorus.scan.fold import fold
from sinorus.scan.mention import Mention

LANGUAGES = ("en", "ru", "zh")
SCALES = {
    "en": {"": 0, " thousand": 3, "k": 3, " mln": 6, "m": 6, " million": 6, "bn": 9, " bln": 9, " billion": 9, " trillion": 12},
    "ru": {"": 0, " тыс.": 3, " млн": 6, " млрд": 9, " миллиардов": 9, " трлн": 12},
    "zh": {"": 0, "万": 4, "亿": 8, "万亿": 12},
}
MONEY = {
    "en": ("${}", "US${}", "USD {}", "€{}", "RMB {}", "{} dollars", "{} yuan", "more than ${}", "(${})", "about {} roubles,"),
    "ru": ("${}", "€{}", "{} долл. США", "{} долларов", "{} юаней", "около {} рублей", "({} руб.)"),
    "zh": ("{}美元", "约{}元", "{}卢布", "达{}欧元", "({}亿".replace("亿", "") + "美元)"),
}
UNITS = {
    "en": {
        "tonnes": "t",
        "t": "t",
        "barrels per day": "bbl/d",
        "cubic metres": "m3",
        "km": "km",
        "percent": "%",
        "kWh": "kW.h",
        "TEU": "TEU",
    },
    "ru": {"тонн": "t", "т": "t", "баррелей в сутки": "bbl/d", "куб. м": "m3", "км": "km", "процентов": "%", "кВт·ч": "kW.h"},
    "zh": {"吨": "t", "桶/日": "bbl/d", "立方米": "m3", "公里": "km", "%": "%", "千瓦时": "kW.h"},
}
WORDS = (
    "12|3.5|1,234|2023| |.|,|-|–|/|$|€|%|+|(|)|bn|billion|млрд|亿|万|三|百分之|分之|from|to|до|от|between|and|twenty|"
    "half|a|third|times|в|раза|долл.|元|至|t|m|k|per|year|约|多|\n|'|:|点|百|千|半|x|-fold|more than|or more"
)
PIECES = st.sampled_from(WORDS.split("|"))


def scan(text: str, language: str) -> list[Mention]:
    folded = fold(text)
    return figures(folded, 0, len(folded), language)


def only(text: str, language: str) -> Figure:
    mentions = scan(text, language)
    assert len(mentions) == 1, text
    figure = mentions[0].get(Figure)
    assert figure is not None
    return figure


def grouped(whole: str, mark: str) -> str:
    return f"{int(whole):,}".replace(",", mark)


@st.composite
def numbers(draw: st.DrawFn, language: str) -> tuple[str, Decimal]:
    whole = str(draw(st.integers(1, 999_999)))
    decimals = draw(st.sampled_from(["", "5", "25", "75", "01"]))
    marks = {"en": (["", ","], "."), "ru": (["", " ", "\u00a0"], ","), "zh": (["", ","], ".")}
    groups, point = marks[language]
    text = grouped(whole, draw(st.sampled_from(groups))) + (point + decimals if decimals else "")
    return text, Decimal(f"{whole}.{decimals or 0}")


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
@settings(max_examples=150, deadline=None)
def test_money_comes_back_as_it_was_written(language: str, data: st.DataObject) -> None:
    text, amount = data.draw(numbers(language))
    scale = data.draw(st.sampled_from(sorted(SCALES[language])))
    style = data.draw(st.sampled_from(MONEY[language]))
    figure = only(style.format(text + scale), language)
    assert figure.quantity.amount == amount.scaleb(SCALES[language][scale])
    assert figure.scaled == bool(scale)


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
@settings(max_examples=150, deadline=None)
def test_measures_come_back_as_they_were_written(language: str, data: st.DataObject) -> None:
    text, amount = data.draw(numbers(language))
    form = data.draw(st.sampled_from(sorted(UNITS[language])))
    figure = only(f"{text} {form}" if language != "zh" else text + form, language)
    assert (figure.quantity.amount, figure.quantity.unit) == (amount, UNITS[language][form])


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=st.lists(PIECES, max_size=25).map("".join) | st.lists(PIECES, max_size=25).map(" ".join) | st.text(max_size=60))
@settings(max_examples=300, deadline=None)
def test_any_text_is_scanned_in_order_and_within_bounds(language: str, text: str) -> None:
    folded = fold(text)
    mentions = figures(folded, 0, len(folded), language)
    last = 0
    for mention in mentions:
        figure = mention.get(Figure)
        assert last <= mention.start < mention.end <= len(folded)
        assert figure is not None
        assert figure.quantity.amount >= 0
        assert "E" not in str(figure.quantity.amount)
        assert figure.quantity.upper is None or figure.quantity.upper > figure.quantity.amount
        last = mention.end


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
@settings(max_examples=100, deadline=None)
def test_a_sentence_is_scanned_alike_wherever_it_stands(language: str, data: st.DataObject) -> None:
    text, _ = data.draw(numbers(language))
    folded = fold(f"{text} {next(iter(UNITS[language]))}")
    before = "12 345 $ 7 "
    alone = [(m.start, m.end, m.meanings) for m in figures(folded, 0, len(folded), language)]
    placed = figures(before + folded + "00 bn", len(before), len(before) + len(folded), language)
    assert [(m.start - len(before), m.end - len(before), m.meanings) for m in placed] == alone


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "unit",
    ["1", "1 ", "1,", "1-", "12 000 ", "1.", "$", "$1", "a ", "half a ", "twenty ", "1 to ", "千", "一亿", "два ", "1/", "+1", "about "],
)
def test_time_grows_with_length_alone(language: str, unit: str) -> None:
    def seconds(times: int, tries: int) -> float:
        """The least time of the processor for one scan."""
        text = unit * times
        taken = []
        for _ in range(tries):
            begun = time.process_time()
            figures(text, 0, len(text), language)
            taken.append(time.process_time() - begun)
        return min(taken)

    seconds(10, 1)
    # what goes through its text again and again would take 64 times as long, and more
    assert seconds(16000, 2) < 32 * max(seconds(2000, 3), 0.001)

"""Periods over arbitrary dates and texts: what is written comes back, nothing crashes, spans are true."""

from datetime import date

from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from sinorus.languages.period_expr import PeriodExpr, PeriodRelation
from sinorus.resolve.anchor import anchor, named
from sinorus.scan.fold import fold
from sinorus.scan.period import periods
from sinorus.values import Period

LANGUAGES = st.sampled_from(["en", "ru", "zh"])
DATES = st.dates(date(1950, 1, 1), date(2079, 12, 31))
YEARS = st.integers(1990, 2049)
MONTHS = st.integers(1, 12)
WORDS = (
    "in of the to and since by from may march January august Q3 H1 2023 1998 12 7 3.5% - – , . year years month last this same period "
    "first half quarter eight months earlier ago с по в к за год года г. январе май августа квартал полугодие прошлого назад аналогичный "
    "период девять месяцев начала 年 月 日 前 个月 至 今年 去年 同期 截至 以来 底 一季度 上半年 2030年 8月 18日 11 十二 —"
)
PIECES = st.sampled_from(WORDS.split(" "))


def _read(text: str, language: str, day: date | None = None) -> list[Period | None]:
    found = [mention.get(PeriodExpr) for mention in periods(fold(text), 0, len(text), language, text)]
    return [anchor(expr, date=day, current=None) for expr in found if expr is not None]


@given(LANGUAGES, DATES)
def test_a_day_comes_back(language: str, day: date) -> None:
    for width in ("long", "medium") if language != "ru" else ("long",):
        assert _read(format_date(day, width, language), language) == [Period.day(day)]


@given(LANGUAGES, DATES)
def test_a_month_comes_back(language: str, day: date) -> None:
    pattern = {"en": "MMMM y", "ru": "LLLL y 'года'", "zh": "y年M月"}[language]
    assert _read(format_date(day, pattern, language), language) == [Period.month(day.year, day.month)]


@given(LANGUAGES, YEARS, MONTHS, MONTHS)
def test_a_stretch_of_months_comes_back(language: str, year: int, one: int, other: int) -> None:
    first, last = sorted((one, other))
    names = [format_date(date(year, month, 1), "LLLL", language) for month in (first, last)]
    texts = {
        "en": [f"from {names[0]} to {names[1]} {year}", f"{names[0]}-{names[1]} {year}", f"{names[0]}–{names[1]} {year}"],
        "ru": [f"{names[0]}–{names[1]} {year} года", f"{names[0]} - {names[1]} {year} г. и"],
        "zh": [f"{year}年{first}至{last}月", f"{year}年{first}—{last}月", f"{year}年{first}月-{last}月"],
    }[language]
    for text in texts:
        assert _read(text, language) == [Period.months(year, first, last)]


@given(LANGUAGES, YEARS, st.integers(1, 4))
def test_a_quarter_comes_back(language: str, year: int, quarter: int) -> None:
    roman = ("I", "II", "III", "IV")[quarter - 1]
    texts = {
        "en": [f"Q{quarter} {year}", f"{quarter}Q{year % 100:02}", f"Q{quarter} of {year}"],
        "ru": [f"{roman} квартал {year} года", f"{quarter}-й квартал {year} г. и"],
        "zh": [f"{year}年第{'一二三四'[quarter - 1]}季度", f"{year}年{quarter}季度"],
    }[language]
    for text in texts:
        assert _read(text, language) == [Period.quarter(year, quarter)]


@given(YEARS, YEARS)
def test_a_stretch_of_years_comes_back(one: int, other: int) -> None:
    first, last = sorted((one, other))
    if first < last:
        for text, language in ((f"from {first} to {last}", "en"), (f"в {first}–{last} годах", "ru"), (f"{first}年至{last}年", "zh")):
            assert _read(text, language) == [Period.years(first, last)]


@given(LANGUAGES, st.lists(PIECES, max_size=24), st.sampled_from([" ", ""]), st.none() | DATES)
def test_words_of_time_in_any_order_are_read_without_a_crash(language: str, pieces: list[str], joint: str, day: date | None) -> None:
    _check(joint.join(pieces), language, day)


@given(LANGUAGES, st.text(max_size=120), st.none() | DATES)
def test_any_text_is_read_without_a_crash(language: str, text: str, day: date | None) -> None:
    _check(text, language, day)


def _check(text: str, language: str, day: date | None) -> None:
    folded = fold(text)
    found = periods(folded, 0, len(text), language, text)
    assert found == periods(folded, 0, len(text), language, text)
    last = 0
    for mention in found:
        assert last <= mention.start < mention.end <= len(text)
        assert folded[mention.start : mention.end].strip() == folded[mention.start : mention.end]
        last = mention.end
        expr = mention.get(PeriodExpr)
        assert expr is not None
        period = anchor(expr, date=day, current=None)
        assert period is None or period.first <= period.last


@given(DATES, MONTHS)
def test_a_month_without_a_year_has_begun(day: date, month: int) -> None:
    (period,) = _read(f"in {format_date(date(2000, month, 1), 'LLLL', 'en')}", "en", day)
    assert period is not None
    assert period.first <= day
    assert period.shift_years(1).first > day


@given(LANGUAGES, st.lists(PIECES, max_size=16), st.integers(0, 40))
def test_a_sentence_is_read_alike_wherever_it_stands(language: str, pieces: list[str], shift: int) -> None:
    text = " ".join(pieces)
    padding = "x" * shift + "\n"
    here = periods(fold(text), 0, len(text), language, text)
    there = periods(fold(padding + text), len(padding), len(padding) + len(text), language, padding + text)
    assert [(mention.start + len(padding), mention.end + len(padding), mention.meanings) for mention in here] == [
        (mention.start, mention.end, mention.meanings) for mention in there
    ]


@given(LANGUAGES, st.lists(PIECES, max_size=12), st.none() | DATES, st.dates(), st.dates())
def test_no_context_makes_anchoring_crash(language: str, pieces: list[str], day: date | None, one: date, other: date) -> None:
    text = " ".join(pieces)
    current = Period(first=min(one, other), last=max(one, other))
    for mention in periods(fold(text), 0, len(text), language, text):
        expr = mention.get(PeriodExpr)
        assert expr is not None
        period = anchor(expr, date=day, current=current)
        assert period is None or period.first <= period.last
        if expr.relation is PeriodRelation.PLAIN:
            assert period == named(expr, date=day, current=current)

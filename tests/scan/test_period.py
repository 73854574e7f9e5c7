"""The scanner of periods, sentence by sentence: tests/cases/<language>/periods.toml."""

import tomllib
from datetime import date
from pathlib import Path

import pytest
from attrs import frozen
from babel.dates import get_day_names, get_month_names

from sinorus.languages.period_expr import Grain, PeriodExpr, PeriodKind, PeriodRelation
from sinorus.languages.periods import period_data
from sinorus.resolve.anchor import anchor
from sinorus.scan.fold import fold
from sinorus.scan.period import periods
from sinorus.values import Period

CASES = Path(__file__).parents[1] / "cases"
LANGUAGES = ("en", "ru", "zh")


@frozen
class Case:
    language: str
    text: str
    date: date | None
    current: Period | None
    expected: tuple[Period | None, ...]


def _cases() -> list[Case]:
    found = []
    for language in LANGUAGES:
        table = tomllib.loads((CASES / language / "periods.toml").read_text(encoding="utf-8"))
        for row in (row for group in table["group"] for row in group["cases"]):
            day = date.fromisoformat(row["date"]) if "date" in row else None
            current = Period.parse(row["current"]) if "current" in row else None
            expected = tuple(None if text == "null" else Period.parse(text) for text in row["periods"])
            found.append(Case(language, row["text"], day, current, expected))
    return found


def _expressions(text: str, language: str) -> list[PeriodExpr]:
    found = [mention.get(PeriodExpr) for mention in periods(fold(text), 0, len(text), language, text)]
    assert None not in found
    return [expr for expr in found if expr is not None]


def _only(text: str, language: str = "en") -> PeriodExpr:
    (expr,) = _expressions(text, language)
    return expr


@pytest.mark.parametrize("case", _cases(), ids=lambda case: f"{case.language}: {case.text}")
def test_case(case: Case) -> None:
    found = tuple(anchor(expr, date=case.date, current=case.current) for expr in _expressions(case.text, case.language))
    assert found == case.expected


@pytest.mark.parametrize(("language", "least"), [("en", 200), ("ru", 120), ("zh", 120)])
def test_there_are_enough_cases(language: str, least: int) -> None:
    assert sum(case.language == language for case in _cases()) >= least


class TestCapitals:
    def test_the_modal_may_is_no_month(self) -> None:
        assert _expressions("China may cut imports in the spring", "en") == []

    def test_a_capital_makes_the_month_where_the_text_is_given(self) -> None:
        assert _only("May exports rose").part is not None

    def test_without_the_text_the_company_decides(self) -> None:
        found = periods("it may rise in may", 0, 18, "en")
        assert [(mention.start, mention.end) for mention in found] == [(15, 18)]

    def test_capitals_throughout_decide_nothing(self) -> None:
        assert _expressions("CHINA MAY BUY MORE", "en") == []
        assert len(_expressions("IMPORTS IN MAY FELL", "en")) == 1


class TestRelations:
    @pytest.mark.parametrize(
        ("text", "language", "relation"),
        [
            ("in 2023", "en", PeriodRelation.PLAIN),
            ("by 2024", "en", PeriodRelation.BY),
            ("by the end of 2024", "en", PeriodRelation.BY),
            ("since 2019", "en", PeriodRelation.SINCE),
            ("since the outset of 2020", "en", PeriodRelation.SINCE),
            ("from 2025", "en", PeriodRelation.FROM),
            ("until 2030", "en", PeriodRelation.UNTIL),
            ("as of September 2", "en", PeriodRelation.AS_OF),
            ("from January to July 2013", "en", PeriodRelation.PLAIN),
            ("from 2010 to 2014", "en", PeriodRelation.PLAIN),
            ("к 2030 году", "ru", PeriodRelation.BY),
            ("с 2014 года", "ru", PeriodRelation.SINCE),
            ("до 2030 года", "ru", PeriodRelation.UNTIL),
            ("с января по июль 2013 года", "ru", PeriodRelation.PLAIN),
            ("с октября", "ru", PeriodRelation.SINCE),
            ("с октябрём", "ru", PeriodRelation.PLAIN),
            ("с 2021 годом", "ru", PeriodRelation.PLAIN),
            ("на 2 сентября", "ru", PeriodRelation.AS_OF),
            ("到2030年", "zh", PeriodRelation.BY),
            ("2035年以前", "zh", PeriodRelation.BY),
            ("自3月起", "zh", PeriodRelation.SINCE),
            ("截至2019年8月18日", "zh", PeriodRelation.AS_OF),
        ],
    )
    def test_relation(self, text: str, language: str, relation: PeriodRelation) -> None:
        assert _only(text, language).relation is relation

    @pytest.mark.parametrize(
        ("text", "language", "adjective"),
        [
            ("the 2025 total", "en", True),
            ("last year's figure", "en", True),
            ("it rose in 2025 and later", "en", False),
            ("last year", "en", False),
            ("сентябрьский экспорт", "ru", True),
            ("в сентябре", "ru", False),
        ],
    )
    def test_adjective(self, text: str, language: str, adjective: bool) -> None:
        assert _only(text, language).adjective is adjective


class TestKinds:
    @pytest.mark.parametrize(
        ("text", "kind", "grain"),
        [
            ("August 2023", PeriodKind.FIXED, Grain.MONTH),
            ("7 November 2023", PeriodKind.FIXED, Grain.DAY),
            ("Q3 2023", PeriodKind.FIXED, Grain.QUARTER),
            ("first half of 2022", PeriodKind.FIXED, Grain.HALF),
            ("in 2022", PeriodKind.FIXED, Grain.YEAR),
            ("January-May 2023", PeriodKind.FIXED, Grain.RANGE),
            ("in August", PeriodKind.PART, Grain.MONTH),
            ("on Tuesday", PeriodKind.WEEKDAY, Grain.DAY),
            ("last year", PeriodKind.YEAR, Grain.YEAR),
            ("a year earlier", PeriodKind.YEAR_BEFORE, Grain.RANGE),
            ("the same period", PeriodKind.CURRENT, Grain.RANGE),
            ("these same months of 2013", PeriodKind.SAME, Grain.RANGE),
            ("over the past five years", PeriodKind.VAGUE, Grain.RANGE),
        ],
    )
    def test_kind(self, text: str, kind: PeriodKind, grain: Grain) -> None:
        expr = _only(text)
        assert (expr.kind, expr.grain) == (kind, grain)

    def test_what_points_back_says_so(self) -> None:
        assert _only("a year earlier").points_back
        assert not _only("in August").points_back

    def test_an_explicit_year_says_so(self) -> None:
        assert _only("in August 2020").explicit
        assert not _only("in August").explicit


class TestPlaces:
    def test_offsets_are_the_document_s(self) -> None:
        text = "First. In August 2023 it rose. In 2022 it fell."
        found = periods(fold(text), 7, 30, "en", text)
        assert [text[mention.start : mention.end] for mention in found] == ["August 2023"]

    def test_the_dot_of_an_abbreviation_belongs_to_it_inside_a_sentence_only(self) -> None:
        text = "in Aug. 2023, then in Sept."
        assert [text[mention.start : mention.end] for mention in periods(fold(text), 0, len(text), "en")] == ["Aug. 2023", "Sept"]

    def test_the_rule_is_named(self) -> None:
        (mention,) = periods("in 2023", 0, 7, "en")
        assert mention.rule == "period/en/year"
        assert mention.mask == PeriodExpr.bit

    def test_an_unknown_language_is_refused(self) -> None:
        with pytest.raises(FileNotFoundError):
            periods("2023", 0, 4, "xx")


class TestData:
    """The month and weekday names against CLDR."""

    @pytest.mark.parametrize("language", ["en", "ru"])
    def test_months_are_cldr_s(self, language: str) -> None:
        known = period_data(language).classes["month"]
        for use in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in get_month_names(width, use, language).items():
                    assert known[fold(name).rstrip(".")] == number

    def test_weekdays_are_cldr_s(self) -> None:
        known = period_data("en").classes["weekday"]
        assert known == {fold(name): number for number, name in get_day_names("wide", "format", "en").items()}

    def test_chinese_weekdays_are_cldr_s(self) -> None:
        known = period_data("zh").classes["weekday"]
        for width in ("wide", "abbreviated"):
            for number, name in get_day_names(width, "format", "zh").items():
                assert known[fold(name)] == number

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_every_rule_has_a_case(self, language: str) -> None:
        fired = {
            mention.rule
            for case in _cases()
            if case.language == language
            for mention in periods(fold(case.text), 0, len(case.text), language, case.text)
        }
        assert {f"period/{language}/{rule.name}" for rule in period_data(language).rules} - fired == set()

import tomllib
from pathlib import Path

import pytest

from sinorus.errors import LanguageError
from sinorus.languages.meaning import Figure
from sinorus.scan.figure import figures
from sinorus.scan.fold import fold
from sinorus.values import Bound, Direction

CASES = Path(__file__).parent.parent / "cases"


def written(figure: Figure) -> str:
    quantity = figure.quantity
    amount = f"{quantity.amount:f}" if quantity.upper is None else f"{quantity.amount:f}..{quantity.upper:f}"
    bound = "" if quantity.bound in (Bound.EXACT, Bound.BETWEEN) else str(quantity.bound)
    return " ".join(part for part in (amount, quantity.unit, bound, figure.sign or "") if part)


def found(text: str, language: str) -> list[tuple[str, str]]:
    folded = fold(text)
    mentions = figures(folded, 0, len(folded), language)
    return [(written(figure), folded[mention.start : mention.end]) for mention in mentions if (figure := mention.get(Figure)) is not None]


def cases() -> list[object]:
    rows: list[object] = []
    for language in ("en", "ru", "zh"):
        path = CASES / language / "figures.toml"
        for group, items in tomllib.loads(path.read_text(encoding="utf-8")).items():
            rows += [pytest.param(language, text, expected, id=f"{language}-{group}-{text}") for text, expected in items]
    return rows


def test_unknown_language_is_refused() -> None:
    with pytest.raises(LanguageError, match="xx"):
        figures("12 t", 0, 4, "xx")


def test_minus_and_plus_are_directions_and_scales_are_told() -> None:
    text = "(-3.1%) to 73.9 billion, 1.4 times"
    minus, scaled, times = (mention.get(Figure) for mention in figures(text, 0, len(text), "en"))
    assert minus is not None
    assert scaled is not None
    assert times is not None
    assert (minus.sign, minus.scaled, minus.times) == (Direction.DOWN, False, False)
    assert (scaled.sign, scaled.scaled, scaled.times) == (None, True, False)
    assert (times.sign, times.scaled, times.times) == (None, False, True)


def test_nothing_outside_the_passage_is_read() -> None:
    text = "about $12.3bn or more"
    assert [(m.start, m.end) for m in figures(text, 7, 11, "en")] == [(7, 11)]


@pytest.mark.parametrize(("language", "text", "expected"), cases())
def test_case(language: str, text: str, expected: list[str]) -> None:
    wanted = [tuple(row.partition(" = ")[::2]) for row in expected]
    got = found(text, language)
    assert [figure for figure, _ in got] == [figure for figure, _ in wanted]
    assert all(not span or span == piece for (_, span), (_, piece) in zip(wanted, got, strict=True))

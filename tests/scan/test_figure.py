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
    rows = []
    for language in ("en", "ru", "zh"):
        path = CASES / language / "figures.toml"
        for group, items in tomllib.loads(path.read_text(encoding="utf-8")).items():
            rows += [pytest.param(language, text, expected, id=f"{language}-{group}-{text}") for text, expected in items]
    return rows


@pytest.mark.parametrize(("language", "text", "expected"), cases())
def test_case(language: str, text: str, expected: list[str]) -> None:
    wanted = [tuple(row.partition(" = ")[::2]) for row in expected]
    got = found(text, language)
    assert [figure for figure, _ in got] == [figure for figure, _ in wanted]
    assert all(not span or span == piece for (_, span), (_, piece) in zip(wanted, got, strict=True))

"""Who acts: countries through names, capitals and offices, and what only stands near."""

from datetime import date

import pytest

from sinorus.languages.meaning import Intent
from sinorus.parsers.subject import subject
from sinorus.pipeline import document_of, steps


def actors(text: str) -> tuple[str, ...]:
    (step,) = steps(document_of(text, date=date(2024, 6, 20), language="en"))
    target = next(index for index, mention in enumerate(step.scanned.mentions) if mention.mask & Intent.bit)
    found = subject(step.scanned, step.before, target, 0)
    return found.codes if found is not None else ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia intends to sell.", ("RU",)),
        ("Moscow and Beijing intend to trade.", ("RU", "CN")),
        ("The Chinese Energy Minister intends to travel.", ("CN",)),
        ("Russia's government intends to sell coal to China.", ("RU",)),
        ("The government of China plans to buy.", ("CN",)),
        ("Both sides plan to trade.", ("CN", "RU")),
        ("China, like Russia's neighbours, intends to buy.", ("CN",)),
        ("In talks with China, Putin vowed to help.", ("RU",)),
        ("Exports to China intend nothing but vowed to grow.", ()),
        ("The Chinese car maker intends to sell.", ()),
    ],
)
def test_actors(text: str, expected: tuple[str, ...]) -> None:
    assert actors(text) == expected

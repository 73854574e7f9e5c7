"""Roles of parties in a chunk, periods and their bases, goods left out."""

from collections.abc import Callable

import pytest

from sinorus.languages.meaning import Anaphor
from sinorus.parsers.phrase import Phrase
from sinorus.parsers.placing import Slot

Read = Callable[[str], Phrase]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("China's exports rose 5%.", [("CN", Slot.OWNER)]),
        ("Chinese exports rose 5%.", [("CN", Slot.OWNER)]),
        ("Russian coal exports rose 5%.", [("RU", Slot.OWNER)]),
        ("Imports of Russian coal rose 5%.", [("RU", Slot.ORIGIN)]),
        ("Deliveries from Russia rose 5%.", [("RU", Slot.FROM)]),
        ("Deliveries to China rose 5%.", [("CN", Slot.TO)]),
        ("Trade with Russia rose 5%.", [("RU", Slot.WITH)]),
        ("The exports of Russia rose 5%.", [("RU", Slot.OF)]),
        ("Coal was bought by China.", [("CN", Slot.BY)]),
        ("Exports in China rose 5%.", [("CN", Slot.PLACE)]),
        ("Russia increased exports by 5%.", [("RU", Slot.SUBJECT)]),
        ("Russia sold China coal worth $3bn.", [("RU", Slot.SUBJECT), ("CN", Slot.TO)]),
        ("Trade between China and Russia rose 5%.", [("CN", Slot.PAIR), ("RU", Slot.PAIR)]),
        ("China-Russia trade rose 5%.", [("CN", Slot.PAIR), ("RU", Slot.PAIR)]),
        ("The trade of China and Russia rose 5%.", [("CN", Slot.PAIR), ("RU", Slot.PAIR)]),
        ("Imports from Russia and Mongolia rose 5%.", [("RU", Slot.FROM), ("MN", Slot.FROM)]),
        ("Imports from countries other than Russia rose 5%.", [("RU", Slot.RIVAL)]),
    ],
)
def test_roles(text: str, expected: list[tuple[str, Slot]], phrase: Read) -> None:
    assert [(code, placed.slot) for placed in phrase(text).parties for code in placed.codes] == expected


@pytest.mark.parametrize(
    ("text", "periods", "bases"),
    [
        ("Exports rose 5% in 2023.", 1, 0),
        ("Exports rose 5% against 2019.", 0, 1),
        ("Exports rose 5% from a year earlier.", 0, 1),
        ("Exports in 2023 were 5% higher than in 2021.", 1, 1),
        ("Exports rose from $3bn in 2021 to $5bn in 2023.", 2, 0),
        ("A year ago exports were $5bn.", 1, 0),
        ("Exports rose 5% from 2020.", 0, 1),
        ("Exports in 2023 were twice the 2021 level.", 1, 1),
    ],
)
def test_a_base_of_comparison_is_no_time_of_a_flow(text: str, periods: int, bases: int, phrase: Read) -> None:
    found = phrase(text)
    assert (len(found.periods), len(found.bases)) == (periods, bases)


def test_goods_that_are_excepted_are_not_the_goods(phrase: Read) -> None:
    assert phrase("Exports of metals except gold rose 5%.").goods[0][1] == "metals"
    assert len(phrase("Exports of metals except gold rose 5%.").goods) == 1


def test_what_a_chunk_says_besides(phrase: Read) -> None:
    found = phrase("These deliveries reached a record 5 million tonnes via Manzhouli.")
    assert found.record
    assert found.route == "manzhouli"
    assert Anaphor.THIS in found.pointers
    assert len(found.figures) == 1

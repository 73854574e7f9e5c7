"""However a text is made, twice as much of it takes about twice as long: nothing in it is gone through again and again."""

import gc
import time

import pytest

from sinorus import extract

SHORT, LONG = 2_000, 16_000
SLACK = 3
"""A linear reading of eight times the text may take up to this many times as long as eight readings; a quadratic one takes eight times."""
LEAST = 0.004
"""Seconds below which a short reading says nothing."""
PIECES = (
    *(
        "1",
        "a",
        "(",
        ",",
        ".",
        "-",
        "!",
        '"',
        "’",
        "«",
        "\n",
        "\t",
        "年",
        "出",
        "р",
        "\u00a0",
        "A. ",
        "1. ",
        "- ",
        "a\n",
        "1-",
        "1,",
        "1'",
        "1 000 ",
    ),
    *("billion ", "million tonnes, ", "of ", "and ", "to ", "per ", "5% ", "$5bn ", "May ", "Q1 ", "2019/", "in 2023 ", "first half of "),
    *("coal, ", "coal and ", "Russia and ", "Heihe-", "port of ", "yuan ", "they said they would ", "China's "),
    *("China's exports to Russia rose 5% to $3bn. ", "China and Russia signed an agreement. ", "China will buy more coal. "),
    *("The bridge at Heihe opened in 2022. ", "They settle 40% of trade in yuan. "),
)


def took(text: str, tries: int) -> float:
    """Return the least time of the processor for one reading."""
    times = []
    for _ in range(tries):
        start = time.process_time()
        extract(text, language="en")
        times.append(time.process_time() - start)
    return min(times)


def linear(short: str, long: str) -> bool:
    """Whether the long text takes no more than its share; other work on the machine gets a second chance to be over."""
    for _ in range(2):
        gc.collect()
        allowed = SLACK * len(long) / len(short) * max(took(short, 3), LEAST)
        if took(long, 1) <= allowed:
            return True
    return False


@pytest.mark.parametrize("piece", PIECES)
def test_one_piece_again_and_again(piece: str) -> None:
    assert linear(piece * (SHORT // len(piece)), piece * (LONG // len(piece)))


def claims(count: int) -> str:
    """As many claims, each of its own: none is a repeat of another."""
    return "\n\n".join(f"In {1990 + i % 30}, China imported {i + 1000}.{i % 7}{i % 3} tonnes of copper from Russia." for i in range(count))


def test_claims_that_are_all_different() -> None:
    assert linear(claims(40), claims(320))


def test_one_claim_told_over_and_over() -> None:
    claim = "In 2021, Russia exported 4.25 million tonnes of barley to China.\n\n"
    assert linear(claim * 40, claim * 320)
    assert len(extract(claim * 320).flows[0].evidence) == 320

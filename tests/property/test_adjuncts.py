"""What is added to a claim without changing it changes no record: who says so, what goes along with it, why it was so."""

import tomllib
from pathlib import Path

import pytest

from sinorus import TradeFlow, extract

DATA: dict[str, dict[str, list[str]]] = tomllib.loads(Path(__file__).with_name("adjuncts.toml").read_text("utf-8"))
STOPS = ".。"
CASES = [(language, where, words) for language, each in DATA.items() for where in ("front", "between", "tail") for words in each[where]]


def told(text: str, language: str) -> list[str]:
    """The flows of a text as they are described."""
    return [flow.describe("en") for flow in extract(text, language=language).records if isinstance(flow, TradeFlow)]


def with_words(claim: str, where: str, words: str) -> str:
    """The claim with the words added."""
    if where == "between":
        return claim.replace("|", words)
    plain = claim.replace("|", "")
    if where == "front":
        return words + plain
    stop = plain[-1] if plain[-1] in STOPS else ""
    return plain.removesuffix(stop) + words + stop


APART = [
    ("en", "|Gazprom and CNPC signed a contract for 38 bcm of gas a year.", "Amid the trade war with the United States, "),
    ("en", "|Gazprom and CNPC signed a contract for 38 bcm of gas a year.", "Although prices fell, "),
    ("en", "Russia and China signed a protocol on wheat|.", " amid a trade war with the United States"),
    ("en", "Russia and China signed a protocol on wheat|.", ", a sign of closer ties between Lima and Quito"),
    ("en", "China will expand its imports of Russian beef|.", " amid a trade war with the United States"),
    ("ru", "Россия и Китай подписали протокол о пшенице|.", " в условиях торговой войны с США"),
    ("zh", "|俄罗斯天然气工业股份公司与中石油签署天然气购销合同。", "在中美贸易战背景下，"),
]
"""Agreements and pledges, and what may be told along with them."""


@pytest.mark.parametrize("language", DATA)
def test_every_claim_is_read(language: str) -> None:
    assert [claim for claim in DATA[language]["claims"] if not told(claim.replace("|", ""), language)] == []


@pytest.mark.parametrize(("language", "where", "words"), CASES)
def test_words_added_change_nothing(language: str, where: str, words: str) -> None:
    changed = {}
    for claim in DATA[language]["claims"]:
        plain, fuller = claim.replace("|", ""), with_words(claim, where, words)
        if told(plain, language) != told(fuller, language):
            changed[fuller] = told(fuller, language)
    assert changed == {}


@pytest.mark.parametrize(("language", "text", "words"), APART)
def test_causes_and_circumstances_change_no_agreement(language: str, text: str, words: str) -> None:
    plain = [*map(str, extract(text.replace("|", ""), language=language).records)]
    fuller = [*map(str, extract(text.replace("|", words), language=language).records)]
    assert fuller == plain
    assert any(record.startswith(("Agreement", "Pledge")) for record in plain)


@pytest.mark.parametrize("language", DATA)
def test_an_aside_within_a_paragraph_puts_no_distance_to_a_flow(language: str) -> None:
    first, second, aside = GOING_ON[language]
    assert told(first + second, language) == told(first + aside + second, language)
    assert len(told(first + second, language)) > len(told(first, language))


@pytest.mark.parametrize(("language", "aside"), [(language, aside) for language in DATA for aside in DATA[language]["background"]])
def test_what_was_done_else_or_long_before_changes_nothing_of_what_follows(language: str, aside: str) -> None:
    first, second, _ = GOING_ON[language]
    assert told(first + second, language) == told(first + aside + second, language)


GOING_ON = {
    "en": ("In 2023 China bought 20 million tonnes of coal from Indonesia. ", "Russia shipped 9 million. ", "Nobody was surprised. "),
    "ru": ("В 2023 году Китай купил в Индонезии 20 млн тонн угля. ", "Россия отгрузила 9 млн. ", "Никто не удивился. "),
    "zh": ("2023年中国从印度尼西亚进口煤炭2000万吨。", "俄罗斯供应900万吨。", "对此外界并不意外。"),
}
"""A flow, one that goes on with it, and what says nothing of either."""

"""Whatever comes in: no crash but an error of ours, every span true, the same result twice."""

import random
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sinorus import Document, Extraction, extract, from_jsonl, read
from sinorus.errors import DocumentError, LanguageError

DATA = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
SORTS: dict[str, list[str]] = DATA["sorts"]
CORPUS = Path(__file__).parents[1] / "corpus" / "en" / "texts"
ORDERS = [order.split() for order in DATA["orders"].values()]
WORDS = [word for words in SORTS.values() for word in words if word]
NOISE = [
    "\n",
    "\n\n",
    "\t",
    "\u00a0",
    "\u200f",
    "\u00ad",
    "\x00",
    "\u2028",
    "\ud800",
    "<p>",
    "�",
    "ﬁ",
    "１２",
    "é",
    "出口",
    "рост",
    "😀",
    "İ",
    "ß",
    "- ",
    "* ",
]
CODECS = ("utf-8", "utf-16", "utf-8-sig", "cp1252", "gb18030")


def sentence(chance: random.Random) -> str:
    """Words of the field, mostly in an order of the field, here and there lost, doubled or disturbed."""
    sorts = chance.choice(ORDERS) if chance.random() < 0.8 else chance.choices(list(SORTS), k=chance.randrange(1, 22))
    words: list[str] = []
    for sort in sorts:
        word = chance.choice(SORTS[sort])
        words += chance.choices(([word], [], [word, word], [chance.choice(NOISE)]), (90, 4, 3, 3))[0]
    return chance.choices((" ", "", "\n"), (90, 5, 5))[0].join(words)


def article(chance: random.Random) -> str:
    """A few sentences, so that what one hands on to the next is exercised, too."""
    return ". ".join(sentence(chance) for _ in range(chance.randrange(1, 3)))


def bytes_of(chance: random.Random, text: str) -> bytes:
    """The text in some code, here and there a byte put in the place of some."""
    data = bytearray(text.encode(chance.choice(CODECS), "ignore"))
    for _ in range(chance.randrange(3)):
        start = chance.randrange(len(data) or 1)
        data[start : start + chance.randrange(4)] = chance.randbytes(1)
    return bytes(data)


def garbage(chance: random.Random) -> str:
    """Any characters."""
    top = chance.choice((0x7F, 0x24F, 0x4FF, 0xFFFF, 0x10FFFF))
    return "".join(chr(chance.randrange(top)) for _ in range(chance.randrange(60)))


def check(result: Extraction) -> None:
    text = result.document.text
    for record in result.records:
        assert record.evidence
        assert record.document == result.document.id
        record.verify(result.document)
    for dropped in result.dropped:
        assert 0 <= dropped.start < dropped.end <= len(text)
        assert dropped.reason
    places = [record.position for record in result.records]
    assert places == sorted(places)


def opened(data: bytes) -> Document | None:
    """What is read; None where it is refused by an error of ours that says what to do."""
    try:
        return read(data)
    except DocumentError as refusal:
        return None if refusal.what and refusal.remedy else Document(id="an error without a remedy", text="")


def taken(source: str | Document, language: str | None = "en") -> Extraction | None:
    """What is extracted, checked; None where the text is refused by an error of ours."""
    try:
        result = extract(source, language=language)
    except (LanguageError, DocumentError):
        return None
    check(result)
    return result


def test_ten_thousand_random_byte_strings() -> None:
    chance = random.Random(20_231_107)
    read_well, found = 0, 0
    for number in range(10_000):
        match number % 4:
            case 0:
                data = chance.randbytes(chance.randrange(120))
            case 1:
                data = garbage(chance).encode("utf-8", "surrogatepass")
            case _:
                data = bytes_of(chance, article(chance))
        document = opened(data)
        assert document == opened(data)
        if document is not None:
            assert document.id == "document"
            read_well += 1
            result = taken(document)
            assert result == taken(document)
            found += len(result.records) if result else 0
    assert read_well > 5_000
    assert found > 1_000


def test_ten_thousand_random_strings() -> None:
    chance = random.Random(31_081_995)
    found = 0
    for number in range(10_000):
        text = garbage(chance) if number % 4 == 0 else article(chance)
        result = taken(text, "en" if number % 2 else None)
        assert result == taken(text, "en" if number % 2 else None)
        if result is not None:
            found += len(result.records)
            assert from_jsonl(result.to_jsonl()) == result.records
    assert found > 2_000


def torn(chance: random.Random, words: list[str], others: list[str]) -> str:
    """An article with words lost, swapped, cut short, and put in from others."""
    words = list(words)
    for _ in range(chance.randrange(1, 60)):
        at, other = chance.randrange(len(words)), chance.randrange(len(words))
        match chance.randrange(4):
            case 0:
                words[at : at + chance.randrange(1, 4)] = [chance.choice(NOISE)]
            case 1:
                words.insert(at, chance.choice(others))
            case 2:
                words[at], words[other] = words[other], words[at]
            case _:
                words[at] = words[at][: chance.randrange(len(words[at]) + 1)]
    return " ".join(words)


def test_articles_torn_and_mixed() -> None:
    chance = random.Random(19_900_101)
    texts = [path.read_text(encoding="utf-8").split(" ") for path in sorted(CORPUS.glob("*.txt"))]
    every = [word for words in texts for word in words]
    found: set[str] = set()
    for _ in range(400):
        text = torn(chance, chance.choice(texts), every)
        result = taken(text)
        assert result == taken(text)
        if result is not None:
            found |= {type(record).__name__ for record in result.records}
    assert len(found) == 6


@pytest.mark.parametrize("language", ["en", "ru", "zh"])
def test_stretches_of_two_articles_in_any_order(language: str) -> None:
    chance = random.Random(19_960_425)
    texts = [path.read_text(encoding="utf-8") for path in sorted((CORPUS.parents[1] / language / "texts").glob("*.txt"))]
    mark = "" if language == "zh" else " "
    found = 0
    for _ in range(500):
        units = [unit for text in chance.sample(texts, 2) for unit in (text.split(mark) if mark else text)]
        size = chance.randint(2, 12)
        parts = [units[at : at + size] for at in range(0, len(units), size)]
        chance.shuffle(parts)
        text = mark.join(unit for part in parts[:60] for unit in part)
        found += len(extract(text, language=language).records)
    assert found > 500


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from([*WORDS, *NOISE]), max_size=80), st.sampled_from([" ", " ", "", "\n"]))
def test_words_of_the_field_in_any_order(words: list[str], joint: str) -> None:
    taken(joint.join(words))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    taken(text)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    document = opened(data)
    if document is not None:
        assert document.id == "document"
        taken(document, None)

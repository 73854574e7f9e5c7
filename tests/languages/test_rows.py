"""Every row of every language fires where its examples say so, and only there."""

from collections import Counter

import pytest

from sinorus.languages.rows import Row, read_rows
from sinorus.scan.fold import fold
from sinorus.scan.sentence import candidates
from sinorus.span import Span
from sinorus.text import Sentence

LANGUAGES = ("en", "ru", "zh")
ROWS = [(language, row) for language in LANGUAGES for row in read_rows(language)]


def fired(language: str, text: str) -> set[str]:
    """Return the ids of the rows that find something in this text."""
    sentence = Sentence(span=Span(0, len(text)), kind="sentence", paragraph=0, language=language)
    found = candidates(text, fold(text), sentence, language)
    return {rule for mention in found for rule in mention.rule.split("+")}


@pytest.mark.parametrize(("language", "row"), ROWS, ids=[f"{language}-{row.id}" for language, row in ROWS])
def test_examples_fire_both_ways(language: str, row: Row) -> None:
    assert row.forms, "a row needs a form"
    for example in row.hit:
        assert row.id in fired(language, example), example
    for example in row.miss:
        assert row.id not in fired(language, example), example


@pytest.mark.parametrize("language", LANGUAGES)
def test_row_ids_are_unique(language: str) -> None:
    counts = Counter(row.id for row in read_rows(language))
    assert [rule for rule, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_row_names_its_source(language: str) -> None:
    assert [row.id for row in read_rows(language) if not row.source] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_row_has_an_example(language: str) -> None:
    assert [row.id for row in read_rows(language) if not row.hit] == []

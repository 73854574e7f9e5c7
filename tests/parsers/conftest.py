"""Sentences, chunks and phrases of English text, for the tests of parsers."""

from collections.abc import Callable
from datetime import date

import pytest

from sinorus.parsers.chunk import Chunk
from sinorus.parsers.clause import chunks
from sinorus.parsers.context import Context
from sinorus.parsers.phrase import Phrase
from sinorus.parsers.reading import read
from sinorus.pipeline import Step, anchor_for, document_of, steps

TODAY = date(2024, 6, 20)

Steps = Callable[[str], list[Step]]
Chunks = Callable[[str], list[Chunk]]
OnePhrase = Callable[[str], Phrase]


def taken(text: str) -> list[Step]:
    return list(steps(document_of(text, date=TODAY, language="en")))


def cut(text: str) -> list[Chunk]:
    (step,) = taken(text)
    return chunks(step.scanned)


def phrase_of(text: str) -> Phrase:
    (chunk,) = cut(text)
    return read(chunk)


@pytest.fixture(scope="session")
def take() -> Steps:
    """Give the function that takes a text sentence by sentence, told on 20 June 2024."""
    return taken


@pytest.fixture(scope="session")
def cut_up() -> Chunks:
    """Give the function that cuts one sentence into chunks."""
    return cut


@pytest.fixture(scope="session")
def phrase() -> OnePhrase:
    """Give the function that reads a sentence of one chunk."""
    return phrase_of


@pytest.fixture
def nothing() -> Context:
    """Give the context of a text that has said nothing yet."""
    return Context(anchor=anchor_for(TODAY), date=TODAY)

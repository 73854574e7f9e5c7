"""Errors say what, where and what to do, and survive a trip between processes."""

import pickle

import pytest

from sinorus.errors import (
    DateError,
    DocumentError,
    LanguageError,
    OutputError,
    SinorusError,
    UnknownNameError,
    ValidationError,
)


@pytest.mark.parametrize(
    ("where", "remedy", "message"),
    [
        ("", "", "no text"),
        ("a.txt", "", "a.txt: no text"),
        ("", "give some", "no text; give some"),
        ("a.txt", "give some", "a.txt: no text; give some"),
    ],
)
def test_message_joins_what_where_and_remedy(where: str, remedy: str, message: str) -> None:
    assert str(DocumentError(what="no text", where=where, remedy=remedy)) == message


@pytest.mark.parametrize("kind", [DateError, DocumentError, LanguageError, OutputError, UnknownNameError, ValidationError])
def test_every_kind_is_a_sinorus_error_and_pickles(kind: type[SinorusError]) -> None:
    error = kind(what="w", where="x", remedy="r")
    again = pickle.loads(pickle.dumps(error))
    assert isinstance(again, SinorusError)
    assert type(again) is kind
    assert (again.what, again.where, again.remedy, str(again)) == ("w", "x", "r", "x: w; r")


def test_builtin_families() -> None:
    assert issubclass(UnknownNameError, LookupError)
    assert issubclass(ValidationError, ValueError)
    assert issubclass(DateError, ValueError)


def test_near_misses_are_kept_and_shown() -> None:
    error = pickle.loads(pickle.dumps(UnknownNameError(what="unknown commodity 'oats2'", near=("oats", "goats"))))
    assert error.near == ("oats", "goats")
    assert str(error) == "unknown commodity 'oats2'; did you mean 'oats', 'goats'?"

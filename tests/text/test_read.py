from __future__ import annotations

import datetime
import os
from pathlib import Path

import pytest

from sinorus.errors import DocumentError, LanguageError
from sinorus.text import from_text, read, sentences


def test_a_file_gives_its_stem_as_id(tmp_path: Path) -> None:
    path = tmp_path / "brief.no-1.txt"
    path.write_text("Trade with Russia grew.\n", encoding="utf-8")
    for source in (path, str(path)):
        document = read(source)
        assert (document.id, document.text, document.language, document.encoding) == (
            "brief.no-1",
            "Trade with Russia grew.\n",
            "en",
            "utf-8",
        )
    assert read(path, id="own").id == "own"
    assert read(b"Trade grew.").id == "document"


def test_what_the_caller_says_wins() -> None:
    text = " date 2020-05-06 Trade grew."
    day = datetime.date(2021, 1, 2)
    assert from_text(text).date == datetime.date(2020, 5, 6)
    document = from_text(text, date=day, language="zh", id="x")
    assert (document.date, document.language, document.id) == (day, "zh", "x")


def test_an_unknown_language_is_named_with_the_known_ones() -> None:
    with pytest.raises(LanguageError) as caught:
        read(b"Trade grew.", language="fr")
    assert "'fr'" in caught.value.what
    assert "en, ru, zh" in caught.value.remedy


def test_a_date_that_is_none_is_refused() -> None:
    with pytest.raises(TypeError, match="date"):
        from_text("Trade grew.", date="2020-01-01")  # type: ignore[arg-type]  # the wrong type is what is tested


@pytest.mark.parametrize("content", [b"", b"  \n\t\r\n ", b"\x00\x00\x00\x00", b"\xef\xbb\xbf", b"top of page\nbottom of page\n"])
def test_a_file_without_text_is_an_error(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "empty.txt"
    path.write_bytes(content)
    with pytest.raises(DocumentError) as caught:
        read(path)
    assert caught.value.where == str(path)
    assert "text" in caught.value.remedy


def test_an_empty_text_is_an_empty_document() -> None:
    document = from_text("")
    assert document.text == ""
    assert sentences(document) == ()


def test_missing_and_folder(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="no such file"):
        read(tmp_path / "nothing.txt")
    with pytest.raises(DocumentError, match="folder"):
        read(tmp_path)
    with pytest.raises(DocumentError, match="cannot be read"):
        read("a\x00b.txt")
    with pytest.raises(DocumentError, match="cannot be read"):
        read("x" * 5000)


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "closed.txt"
    path.write_text("Trade grew.")

    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "denied", os.fspath(self))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(DocumentError, match="may not be read"):
        read(path)


def test_control_characters_are_taken_out_and_listed() -> None:
    document = read(b"Trade \x00\x00grew\x07 by a tenth, and it grew again.\x0cOn.")
    assert document.text == "Trade grew by a tenth, and it grew again.\nOn."
    assert [(r.offset, r.before, r.after, r.rule) for r in document.repairs] == [
        (6, "\x00\x00", "", "control"),
        (10, "\x07", "", "control"),
        (41, "\x0c", "\n", "control"),
    ]


def test_line_ends_are_made_alike_with_a_note() -> None:
    document = from_text("Trade grew.\r\nImports fell.\rExports too.\u2028End.")
    assert document.text == "Trade grew.\nImports fell.\nExports too.\nEnd."
    assert document.repairs == ()
    assert len(document.notes) == 2


@pytest.mark.parametrize(
    "kept", ["5\u00a0bn", "5\u202f000", "１２％", "co\u00adop", "“x”", "ﬁve", "\u200f\u200e5", "…", "a\tb", "&amp;", "℃"]
)
def test_everything_else_stays(kept: str) -> None:
    text = f"Trade of {kept} grew."
    document = from_text(text)
    assert document.text == text
    assert document.repairs == ()


def test_halves_of_surrogate_pairs_never_reach_the_text() -> None:
    document = from_text("Trade \ud800grew.")
    assert document.text == "Trade \ufffdgrew."
    assert document.repairs[0].before == "\\ud800"
    document.text.encode("utf-8")


def test_a_line_of_many_megabytes_without_a_stop_is_read_in_linear_time() -> None:
    for unit in ("а", "a b ", ".", ". ", "!", "- ", "\u00e2", "( ", "1. ", "Ð", "U.S. ", "\n", "9"):
        text = unit * (2_000_000 // len(unit))
        found = sentences(from_text(text))
        assert all(len(s.span) <= 2000 for s in found)

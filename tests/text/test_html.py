from __future__ import annotations

import datetime
import sys

import pytest

from sinorus.errors import DocumentError
from sinorus.text import from_text, read
from sinorus.text.html import is_html

BODY = "".join(
    f"<p>Grain train number {n} left the border station for the inland port, and its wagons were full of wheat and barley.</p>"
    for n in range(1, 7)
)
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Grain by rail</title>
<meta property="og:title" content="Grain by rail"><meta property="og:site_name" content="The Border Gazette">
<meta property="article:published_time" content="2022-09-14T08:00:00Z"></head>
<body><nav><a href="/">Home</a><a href="/x">Sport</a></nav><article><h1>Grain by rail</h1>{BODY}</article>
<footer>Contact us</footer></body></html>"""


def test_a_page_gives_its_article_and_what_its_head_says() -> None:
    document = read(PAGE.encode())
    assert document.title == "Grain by rail"
    assert document.date == datetime.date(2022, 9, 14)
    assert document.source == "The Border Gazette"
    assert "train number 3 left" in document.text
    assert "Grain by rail" in document.text
    assert "<" not in document.text
    assert "Sport" not in document.text
    assert document.notes


def test_the_caller_wins_over_the_page() -> None:
    assert from_text(PAGE, date=datetime.date(2001, 1, 1)).date == datetime.date(2001, 1, 1)


def test_without_the_extra_the_remedy_is_its_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(DocumentError) as caught:
        read(PAGE.encode())
    assert "pip install sinorus[html]" in caught.value.remedy


def test_a_page_without_text_is_an_error() -> None:
    with pytest.raises(DocumentError, match="no readable text"):
        read(b"<html><head></head><body></body></html>")


@pytest.mark.parametrize("text", ["<b> is a tag", "Trade < 5%", "<5% of trade", "a <html> page", "<<html>>", "< html>"])
def test_what_is_no_page(text: str) -> None:
    assert not is_html(text)


@pytest.mark.parametrize(
    "text", ["<html>", "\ufeff <!DOCTYPE html>", "<!-- saved --><html lang='ru'>", "<p>Trade", "<?xml version='1.0'?><!doctype HTML>"]
)
def test_what_is_a_page(text: str) -> None:
    assert is_html(text)

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from sinorus.errors import DocumentError
from sinorus.text import Document, from_text, read, sentences

PIECES = st.sampled_from(
    [
        *" \n\t.!?…。！？；，,;:-—•*#>()（）“”\"'«»0159%$",
        "\n\n",
        "- ",
        "1. ",
        "U.S.",
        "Sept. ",
        "г. ",
        "долл. США",
        "млрд",
        "Chinaâs",
        " â ",
        "â€™",
        "top of page\n",
        " date 2020-02-30 ",
        "5 May 2021\n",
        "trade",
        "Trade",
        "Вывоз",
        "出口",
        "\x00",
        "\r\n",
        "\u2028",
        "\ud800",
        "\u00a0",
        "\u200f",
        "<p>",
        "Ð\x9a",
        "\U00020000",
    ]
)
MARKERS = set("-*—–‒−+•●▪‣·∙○◦■□◆◇►▶★※➢✓\ufe0f>#=_().、（）①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳❶❷❸❹❺❻❼❽❾❿一二三四五六七八九十")


def check(document: Document) -> None:
    text = document.text
    text.encode("utf-8")
    found = sentences(document)
    last, covered = 0, []
    for sentence in found:
        start, end = sentence.span.start, sentence.span.end
        assert last <= start < end <= len(text)
        quote = sentence.span.of(text)
        assert quote == quote.strip()
        covered.append((start, end))
        last = end
    position = 0
    for start, end in [*covered, (len(text), len(text))]:
        between = "".join(text[position:start].split())
        # What is left between sentences is markers: their signs, figures and single letters.
        for character in between:
            assert character in MARKERS or character.isdigit() or character.islower(), (character, between)
        position = end
    paragraphs = [s.paragraph for s in found]
    assert paragraphs == sorted(paragraphs)
    for repair in document.repairs:
        assert text.startswith(repair.after, repair.offset)
    assert sentences(document) == found


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=60).map("".join))
def test_spans_are_true_for_text_made_of_awkward_pieces(text: str) -> None:
    try:
        document = from_text(text)
    except DocumentError:
        assert text.lstrip().startswith("<")
        return
    check(document)
    assert from_text(text) == document


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=300))
def test_spans_are_true_for_any_text(text: str) -> None:
    try:
        document = from_text(text)
    except DocumentError:
        assert text.lstrip("\ufeff \t\r\n").startswith("<")
        return
    check(document)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=60).map("".join))
def test_reading_again_changes_nothing_but_what_reading_takes_out(text: str) -> None:
    try:
        once = from_text(text)
        twice = from_text(once.text)
    except DocumentError:
        return
    assert len(twice.text) <= len(once.text) + 1
    assert "\x00" not in once.text
    assert "\r" not in once.text


def test_ten_thousand_random_byte_strings_are_read_or_refused() -> None:
    chance = random.Random(20240229)
    read_well = 0
    refusals: list[DocumentError] = []
    for number in range(10_000):
        data = chance.randbytes(chance.randrange(1, 120))
        if number % 3 == 0:
            data = bytes(byte & 0x7F for byte in data)
        elif number % 3 == 1:
            data = bytes(chance.choice(b"abc .\n\xd0\xbf\xe4\xb8\xad\xe2\x80\x99<p>0123,-") for _ in data)
        try:
            document = read(data)
        except DocumentError as error:
            refusals.append(error)
            continue
        read_well += 1
        check(document)
        if number % 20 == 0:
            assert read(data) == document
    assert all(error.what and error.remedy for error in refusals)
    assert read_well > 500

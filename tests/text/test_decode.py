from __future__ import annotations

import codecs

import pytest

from sinorus.errors import DocumentError
from sinorus.text import read

RUSSIAN = "Поставки российской пшеницы за рубеж выросли на 12%.\nВ Китай ушло 240 тыс. тонн.\n"
SIMPLIFIED = "海关数据显示，前九个月木材外运增长12%。\n原油进口量为240万吨。\n"
TRADITIONAL = "海關數據顯示，前九個月木材外運增長12%。\n原油進口量為240萬噸。\n"
ENGLISH = "The minister’s plan – “more grain, more rail” – was read out in Harbin. Café owners agreed.\n"


@pytest.mark.parametrize("text", [RUSSIAN, SIMPLIFIED, TRADITIONAL, ENGLISH])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
def test_unicode_with_and_without_a_mark(text: str, codec: str) -> None:
    document = read(text.encode(codec))
    assert document.text == text
    assert document.encoding == codec.removesuffix("-sig")


@pytest.mark.parametrize("mark", [codecs.BOM_UTF16_BE + "Вывоз".encode("utf-16-be"), codecs.BOM_UTF32_BE + "Вывоз".encode("utf-32-be")])
def test_big_endian_marks(mark: bytes) -> None:
    assert read(mark).text == "Вывоз"


@pytest.mark.parametrize("codec", ["cp1251", "koi8-r", "cp866", "iso8859-5"])
@pytest.mark.parametrize("text", [RUSSIAN, RUSSIAN * 400, "Экспорт угля в Китай\n", "ИМПОРТ НЕФТИ ИЗ РОССИИ ВЫРОС"])
def test_old_russian_codes(codec: str, text: str) -> None:
    document = read(text.encode(codec))
    assert (document.text, document.encoding, document.language) == (text, codec, "ru")


@pytest.mark.parametrize(
    ("codec", "text"), [("gb18030", SIMPLIFIED), ("gb18030", SIMPLIFIED * 2500), ("big5", TRADITIONAL), ("gb18030", "铁路货运增加")]
)
def test_old_chinese_codes(codec: str, text: str) -> None:
    document = read(text.encode(codec))
    assert (document.text, document.encoding, document.language) == (text, codec, "zh")


def test_western_windows() -> None:
    document = read(ENGLISH.encode("cp1252"))
    assert (document.text, document.encoding, document.language) == (ENGLISH, "cp1252", "en")


def test_a_chinese_name_in_old_code_among_english_words() -> None:
    text = "Premier Li (李强) spoke of trade with Russia. " * 3
    assert read(text.encode("gb18030")).text == text


def test_broken_utf8_keeps_what_is_whole_and_lists_what_is_not() -> None:
    data = "Вывоз вырос ".encode() + b"\xd0" + " на треть, до 5 млн тонн.".encode()
    document = read(data)
    assert document.encoding == "utf-8"
    assert document.text == "Вывоз вырос \ufffd на треть, до 5 млн тонн."
    assert [(r.offset, r.after, r.rule) for r in document.repairs] == [(12, "\ufffd", "undecodable")]


def test_a_cut_utf8_file_is_still_utf8() -> None:
    assert read(SIMPLIFIED.encode()[:-2]).encoding == "utf-8"


def test_a_page_may_name_its_code() -> None:
    page = (
        "<html><head><meta charset='windows-1251'><title>Т</title></head><body><article><p>" + RUSSIAN * 5 + "</p></article></body></html>"
    )
    assert "пшеницы" in read(page.encode("cp1251")).text


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"%PDF-1.7\n1 0 obj",
        b"PK\x03\x04word/document.xml",
        b"\x7fELF\x02\x01\x01" + bytes(40),
        bytes(range(256)) * 8,
        b"a\x01b\x02c\x03\x04\x05\x06d",
        b"\xfd\xfc\xfb\x81\x8d\x8f\x90\x9d" * 20,
    ],
)
def test_binary_files_are_refused_with_a_remedy(data: bytes) -> None:
    with pytest.raises(DocumentError) as caught:
        read(data)
    assert caught.value.what
    assert caught.value.where == "bytes"
    assert caught.value.remedy


def test_where_no_code_is_sure_the_library_is_asked_among_the_likely_ones() -> None:
    # Abbreviations and rare letters: too odd for the statistics alone.
    text = "ЭЦП ЮФО ХМАО ЯНАО: тыс. т"
    document = read(text.encode("cp1251"))
    assert document.encoding in {"cp1251", "koi8-r", "cp866", "iso8859-5"}
    assert document.text == text

from __future__ import annotations

import datetime

import pytest

from sinorus.text import from_text


@pytest.mark.parametrize(
    "line",
    [
        "top of page",
        "Bottom of page",
        "  Recent articles ",
        "READ MORE",
        "Share on WhatsApp",
        "We use cookies to improve your visit.",
        "Photo: Li Wei / Agency",
        "© 2024 The Gazette",
        "Copyright © 2019 Gazette Media. All rights reserved.",
        "Gazette Media Ltd. All rights reserved",
        "Editor’s picks",
        "Tags: grain, rail",
        "3 min read",
        "Читайте также:",
        "Фото: Иван Петров",
        "Поделиться",
        "Версия для печати",
        "Все права защищены.",
        "Мы используем файлы cookie для удобства",
        "返回顶部",
        "相关阅读",
        "责任编辑：王明",
        "（图片来源：资料室）",
        "版权所有 未经授权不得转载",
        "分享到：",
    ],
)
def test_furniture_lines_are_kept_as_metadata(line: str) -> None:
    document = from_text(f"Trade grew in May.\n{line}\nImports fell.")
    assert document.text == "Trade grew in May.\nImports fell."
    assert [(f.text, f.kind, f.offset) for f in document.furniture] == [(line.strip(), "page", 19)]


@pytest.mark.parametrize(
    "line",
    [
        "Share of the yuan in settlements",
        "Read more: exports rose 12%, the ministry said, and will rise again",
        "Related articles of trade were coal and oil.",
        "The top of page one carried the news of the deal.",
        "Photo: exports to China rose 12%",
        "Prints of the bridge were shown at home.",
        "Print media said trade grew.",
        "Источник: таможня",
        "Главная тема встречи: зерно",
        "分享铁路建设经验",
        "更多中国企业赴俄投资",
        "Cookies and sweets exports to China doubled.",
        "Video of the talks was shown.",
    ],
)
def test_lines_with_content_stay(line: str) -> None:
    document = from_text(f"Trade grew in May.\n{line}\nImports fell.")
    assert line in document.text
    assert document.furniture == ()


def test_nothing_inside_a_line_is_taken_out() -> None:
    text = "See the top of page and read more. Recent articles say so. Bottom of page"
    assert from_text(text).text == text


def test_a_date_marker_is_taken_out_and_dates_the_document() -> None:
    document = from_text(" date 2022-03-04 Grain moved by rail again.")
    assert document.text == "Grain moved by rail again."
    assert document.date == datetime.date(2022, 3, 4)
    assert [(f.text, f.kind, f.offset) for f in document.furniture] == [("date 2022-03-04", "date", 0)]


@pytest.mark.parametrize("text", ["date 2022-13-45 Grain moved.", "The date 2022-03-04 was agreed.", "date 2022-03-04th Grain"])
def test_what_is_no_date_marker_stays(text: str) -> None:
    document = from_text(text)
    assert document.text == text
    assert document.date is None

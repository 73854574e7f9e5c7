"""Where the dateline ends with which a report opens."""

import pytest

from sinorus.text.placed import placed_end


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("HARBIN, Jan. 9 -- Five ports were open.", "Five ports were open."),
        ("SINGAPORE/BEIJING, Oct 20 (Agency) — For a month sales fell.", "For a month sales fell."),
        ("ST. PETERSBURG, January 9, 2025 — Gas went east.", "Gas went east."),
        ("MOSCOW. March 22 (Agency) - $5 billion was paid.", "$5 billion was paid."),
        ("Luanda, 27 February 2018 - Angola sold oil.", "Angola sold oil."),
        ("BEIJING — Exports grew.", "Exports grew."),
        ("Харбин, 26 апреля /Агентство/ -- Торговля выросла.", "Торговля выросла."),
        ("МОСКВА (Агентство) — «Газпром» поставил газ.", "«Газпром» поставил газ."),
        ("新华社莫斯科11月11日电 俄罗斯出口增长", " 俄罗斯出口增长"),
    ],
)
def test_a_report_begins_behind_its_dateline(line: str, body: str) -> None:
    assert line[placed_end(line, 0) :] == body


@pytest.mark.parametrize(
    "line",
    [
        "Moscow - Beijing trade grew.",
        "Пекин — крупнейший партнёр Москвы.",
        "Китай — Россия: торговля растёт",
        "CHINA - RUSSIA TRADE UP BY A THIRD",
        "СПГ — 6,5 млн тонн",
        "COAL — 5 million tonnes",
        "In May, China - Russia trade grew.",
        "Trade in May 2023 — January to May, that is — grew.",
        "俄罗斯11月向中国出口增长",
    ],
)
def test_other_dashes_end_no_dateline(line: str) -> None:
    assert placed_end(line, 0) == 0

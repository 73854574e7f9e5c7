from __future__ import annotations

import pytest

from sinorus.text import from_text


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Rail freight at a new high\n\nFreight grew.", "Rail freight at a new high"),
        ("Rail freight at a new high\nFreight grew.", "Rail freight at a new high"),
        ("Will grain go by rail?\n\nIt may.", "Will grain go by rail?"),
        ("# Rail freight\n\nFreight grew.", "Rail freight"),
        ("**Rail freight up 5%**\n\nFreight grew.", "Rail freight up 5%"),
        ("5 May 2021\nRail freight up\nFreight grew.", "Rail freight up"),
        ("date 2021-05-05 Rail freight up\n\nFreight grew.", "Rail freight up"),
        ("\n\n  Rail freight up\n\nFreight grew.", "Rail freight up"),
        ("俄煤出口回升\n海关公布了数据。", "俄煤出口回升"),
        ("Вывоз угля растёт\n\nВывоз вырос.", "Вывоз угля растёт"),
        ("Rail freight grew in May.\n\nIt will grow again.", None),
        ("Rail freight at a new high", None),
        ("Rail freight at a new high\n \n", None),
        ("The main points:\n\nFreight grew.", None),
        ("- Rail freight\n- Road freight", None),
        ("word " * 60 + "\n\nFreight grew.", None),
        ("It grew. It fell\n\nFreight grew.", None),
    ],
)
def test_title(text: str, title: str | None) -> None:
    assert from_text(text).title == title


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Freight grew and matured (WSJ).", "WSJ"),
        ("Freight grew. (Reuters)", "Reuters"),
        ("Freight grew (source: Xinhua)", "Xinhua"),
        ("Freight grew.\nSource: The Gazette", "The Gazette"),
        ("Вывоз вырос.\n\nИсточник: Вестник порта", "Вестник порта"),
        ("Вывоз вырос (ТАСС).", "ТАСС"),
        ("来源：商务局\n\n出口增长。", "商务局"),
        ("出口增长。（新华社）", "新华社"),
        ("HARBIN, May 5 (Xinhua) -- Freight grew.", "Xinhua"),
        ("KAZAN, Nov 9 (Agency) — Freight grew.", None),
        ("The bloc met (EAEU).", None),
        ("Freight grew (by 5%).", None),
        ("The source: gas fields. It grew and it was opened as a source: new", None),
        (
            "Gas (Reuters) was named in the middle, and then much more was said about rail lines and about the ports of the east.",
            None,
        ),
    ],
)
def test_source(text: str, source: str | None) -> None:
    assert from_text(text).source == source

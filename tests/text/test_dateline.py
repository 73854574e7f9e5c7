from __future__ import annotations

import datetime

import pytest

from sinorus.text import from_text
from sinorus.text.dateline import is_date_line


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Published: April 21,2022", (2022, 4, 21)),
        ("Published on 3 Sept. 2019 at 10:45 GMT", (2019, 9, 3)),
        ("11 November 2020", (2020, 11, 11)),
        ("Nov 11, 2020", (2020, 11, 11)),
        ("Wednesday, November 11, 2020", (2020, 11, 11)),
        ("NOVEMBER 11, 2020", (2020, 11, 11)),
        ("1st May 2021", (2021, 5, 1)),
        ("2021-05-01", (2021, 5, 1)),
        ("2021-05-01 10:30", (2021, 5, 1)),
        ("2021/05/01", (2021, 5, 1)),
        ("Date: 2021-05-01", (2021, 5, 1)),
        ("(May 1, 2021)", (2021, 5, 1)),
        ("03/04/2021", (2021, 4, 3)),
        ("Date: 27/04/2021", (2021, 4, 27)),
        ("04/27/2021 10:22 AM EDT", (2021, 4, 27)),
        ("2021 April 27 17:48", (2021, 4, 27)),
        ("2021-04-27T08:21:00Z", (2021, 4, 27)),
        ("27th of April, 2021", (2021, 4, 27)),
        ("Last updated on 27 April 2021", (2021, 4, 27)),
        ("Posted on April 27, 2021 by the editor", (2021, 4, 27)),
        ("Published by Daily Agency at 2021-04-27", (2021, 4, 27)),
        ("By Ann Lee on April 27, 2021", (2021, 4, 27)),
        ("4 октября 2024", (2024, 10, 4)),
        ("4 октября 2024 г.", (2024, 10, 4)),
        ("4 октября 2024 года, 14:05", (2024, 10, 4)),
        ("04.10.2024", (2024, 10, 4)),
        ("Дата публикации: 4 окт. 2024", (2024, 10, 4)),
        ("Опубликовано 04.10.2024 в 12:10", (2024, 10, 4)),
        ("2023年10月9日", (2023, 10, 9)),
        ("发布时间：2023-10-09 09:15 来源：海关", (2023, 10, 9)),
        ("2023年10月9日 星期一", (2023, 10, 9)),
        ("2023 年 10 月 9 日", (2023, 10, 9)),
    ],
)
def test_own_date_lines(line: str, date: tuple[int, int, int]) -> None:
    document = from_text(f"A short headline\n{line}\n\nTrade grew.")
    assert document.date == datetime.date(*date)
    assert line in document.text
    assert is_date_line(line)


@pytest.mark.parametrize(
    ("start", "date"),
    [
        ("KAZAN, April 6, 2012 (Agency) -- ", (2012, 4, 6)),
        ("KAZAN, 6/4/2012 (Agency) -- ", (2012, 4, 6)),
        ("(April 6, 2012) Buyers in the port say that for once ", (2012, 4, 6)),
        ("6 April 2012 – Buyers in the port say that for once ", (2012, 4, 6)),
        ("BEIJING, 6 April 2012 — ", (2012, 4, 6)),
        ("МОСКВА, 7 февраля 2018 г. ", (2018, 2, 7)),
        ("МОСКВА, 7 фев 2018 — ", (2018, 2, 7)),
        ("МОСКВА, 7 февраля 2018 года. /Агентство/. ", (2018, 2, 7)),
        ("本报哈市2023年10月9日电 ", (2023, 10, 9)),
        ("KAZAN (Agency, 7 Feb 2018) - ", (2018, 2, 7)),
    ],
)
def test_datelines_with_a_year(start: str, date: tuple[int, int, int]) -> None:
    document = from_text(f"{start}Trade grew, and grew again.")
    assert document.date == datetime.date(*date)
    assert document.text.startswith(start)


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("By Anna Lee | 14 June 2019", (2019, 6, 14)),
        ("(Daily Agency) 08:35, June 14, 2019", (2019, 6, 14)),
        ("Source: Agency| 2019-06-14 10:11:12|Editor: Lee", (2019, 6, 14)),
        ("OMSK, June 14, 2019", (2019, 6, 14)),
        ("Daily Agency | Published June 14, 2019 3:11 PM", (2019, 6, 14)),
        ("Published: 13:05 BST, 14 June 2019 | Updated: 15:05 BST, 16 June 2019", (2019, 6, 14)),
        ("Border Weekly No. 24 (2019), 14 June", (2019, 6, 14)),
        ("Address of the minister to the guests of the eastern trade fair, Omsk, 14 June 2019", (2019, 6, 14)),
        ("Friday 14 June 2019 | Issue 17", (2019, 6, 14)),
        ("June 14, 2019, The Town Hall, Omsk", (2019, 6, 14)),
        ("14 June 2019. From a special correspondent", (2019, 6, 14)),
        ("Fri, 14 Jun 2019 08:00:00 +0300", (2019, 6, 14)),
        ("Source: Border Weekly 2019-06-14", (2019, 6, 14)),
        ("Global Times 2019/6/14 20:11:12", (2019, 6, 14)),
        ("Автор: А. Ли 14.06.2019", (2019, 6, 14)),
        ("14.06.2019 10:11 Просмотров: 120", (2019, 6, 14)),
        ("来源：边境日报 2019年6月14日", (2019, 6, 14)),
        ("编辑：李某 2019年6月14日 09:00", (2019, 6, 14)),
        ("2019-6-14 9:14:22 浏览次数：120", (2019, 6, 14)),
    ],
)
def test_a_date_set_off_from_author_source_or_place(line: str, date: tuple[int, int, int]) -> None:
    assert from_text(f"A short headline\n\n{line}\n\nTrade grew, and grew again.").date == datetime.date(*date)


@pytest.mark.parametrize(
    "text",
    [
        "KAZAN, Nov 9 (Agency) — Trade of 2015 grew.",
        "МОСКВА, 30 января. Торговля выросла.",
        "哈市10月9日讯——贸易额增长。",
        "Trade grew on March 3, 2019, the customs office said.",
        "The treaty of 5 May 2014 was renewed.",
        "- 21 May 2014: a contract was signed.",
        "Вывоз вырос 4 октября 2024 года.",
        "31 February 2020",
        "Source: contract No. 7 of 3 and 5 May 2014",
        "作者：李某 2019年6月14日参观了工厂",
        "31/13/2021",
        "21 May 2014 – contract signed",
        "12 June 2016: bridge, 5 July 2018: road",
        "Exports of oil and gas to the ports of the Far East, 21 May 2014",
        "2023年10月9日，港口当局公布了数据。",
        "5 May 2015, the two sides signed a deal",
    ],
)
def test_no_date_is_made_up(text: str) -> None:
    assert from_text(f"A short headline\n{text}\n").date is None


def test_a_title_ends_with_the_date_of_the_statement() -> None:
    title = "Remarks of the minister to the press after the session of the joint commission, June 14, 2019 (excerpts)"
    assert from_text(f"{title}\n\nTrade grew.").date == datetime.date(2019, 6, 14)


def test_a_date_in_brackets_opens_a_chinese_report() -> None:
    assert from_text("口岸见闻\n（2011年4月6日）今年一季度，口岸过货量增长一成，商户们都说生意好做了。").date == datetime.date(2011, 4, 6)


def test_a_chronology_has_no_date() -> None:
    entry = "2014 – the two state companies sign a contract on deliveries of gas by a pipeline."
    assert from_text(f"21 May {entry}\n\n4 June {entry}").date is None


def test_a_line_far_down_does_not_date_the_text() -> None:
    text = "\n\n".join(["Trade grew once more."] * 12)
    middle = text + "\n\n5 May 2001\n\n" + text
    assert from_text(middle).date is None
    assert from_text(text + "\n\n5 May 2001").date == datetime.date(2001, 5, 5)

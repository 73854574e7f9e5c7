from __future__ import annotations

import pytest

from sinorus.text import Document, from_text, sentences
from sinorus.text.sentences import MAX_LENGTH


def split(text: str) -> list[str]:
    return [s.span.of(text) for s in sentences(Document(id="d", text=text, language="en"))]


def kinds(text: str) -> list[tuple[str, str]]:
    document = from_text(text)
    return [(s.kind, s.span.of(document.text)) for s in sentences(document)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The U.S. market was closed to the port.",
        "Sales to the U.S. Treasury fell.",
        "It rose in Sept. 2021 to 5 bln. U.S. dollars.",
        "On Aug. 26 the two met.",
        "In Sept. Russia sold more.",
        "It is approx. 5 t.",
        "See No. 5 of the list.",
        "It cost 3.5 bln. yuan in all.",
        "Output, i.e. Coal and coke, grew.",
        "Mr. Orlov and Dr. Li met Gen. Petrov.",
        "J. R. Smith and A. Novak spoke.",
        "The surplus was 42. 5 billion.",
        "It grew 12.5 percent to 3.7 mln t.",
        "Gazprom Inc. officials left.",
        'He asked "why?" and left.',
        "It rose... slowly.",
        "The site www.Gazette.com said so.",
        "At 5 p.m. Moscow time it left.",
        "Вывоз составил 5 млрд долл. США.",
        "Вывоз достиг 5 млрд. руб. в мае.",
        "В 2021 г. вывезли 5 тыс. т угля.",
        "По трубе подали 5 млрд куб. м газа.",
        "Встреча прошла в г. Благовещенск вчера.",
        "Уголь, т.е. Кузбасс, подорожал.",
        "Так сказал А. В. Новак.",
        "Вывоз зерна, кукурузы и т.д. вырос.",
        "出口增长12.5%；进口下降3%，降幅收窄。",
        "他说“好”，然后离开……再没回来。",
    ],
)
def test_no_end_inside(sentence: str) -> None:
    assert split(sentence) == [sentence]


@pytest.mark.parametrize(
    ("first", "gap", "second"),
    [
        ("Trade grew.", " ", "Imports fell."),
        ("Trade grew in the U.S.", " ", "The rest fell."),
        ("It was 3.5 mln.", " ", "Imports fell."),
        ("It ended in 2022.", " ", "Exports rose."),
        ("It rose 5%.", " ", "Exports fell."),
        ("It rose (by 5%).", " ", "Exports fell."),
        ("“It rose.”", " ", "Exports fell."),
        ('"It rose!"', " ", "Exports fell."),
        ("Is it so?", " ", "It is."),
        ("They gave figures.", "", "About half was coal."),
        ("It grew by 5%.", "", "About half was coal."),
        ("It ended in 2022.", "", "About half was coal."),
        ("It was so…", " ", "Then it rose."),
        ("He said no.", " ", "China agreed."),
        ("Workers were sent to No. 5.", "  ", "Then it rose."),
        ("Вывоз вырос.", " ", "Ввоз упал."),
        ("Вывоз вырос в 2021 г.", " ", "Ввоз упал."),
        ("Он достиг 5 млрд долл.", " ", "Ввоз упал."),
        ("Он достиг 5 млрд руб.", " ", "Ввоз упал."),
        ("Так пишет «Вестник».", " ", "Ввоз упал."),
        ("Вывезли уголь, нефть и др.", " ", "Ввоз упал."),
        ("出口增长。", "", "进口下降。"),
        ("他说：“增长了。”", "", "随后离开。"),
        ("增长了吗？", "", "没有！"),
        ("增长了吗?", "", "没有。"),
        ("出口（含煤炭。）", "", "进口下降。"),
    ],
)
def test_an_end_between(first: str, gap: str, second: str) -> None:
    assert split(first + gap + second) == [first, second]


def test_items_lose_their_marker_and_keep_their_kind() -> None:
    text = "The goods:\n- coal. It grew.\n• oil\n● gas\n— nickel\n* copper\n1. wheat\n2) rye\n(a) oats\n一、大豆\n（二）玉米\n① 煤\n"
    found = kinds(text)
    assert found[0] == ("line", "The goods:")
    assert {kind for kind, _ in found[1:]} == {"item"}
    assert [quote for _, quote in found[1:]] == [
        "coal.",
        "It grew.",
        "oil",
        "gas",
        "nickel",
        "copper",
        "wheat",
        "rye",
        "oats",
        "大豆",
        "玉米",
        "煤",
    ]


@pytest.mark.parametrize("line", ["-5% was the change.", "2023. It was a year.", "42. 5 billion came.", "*note", "1.5 billion came."])
def test_what_is_no_marker(line: str) -> None:
    assert kinds(f"The goods of the year\n{line}")[1][0] != "item"
    assert sentences(from_text(f"It grew.\n{line}"))[1].span.start == 9


def test_the_further_lines_of_an_item_are_set_in() -> None:
    text = "- coal and coke, in all\n  12 mln tonnes\n- oil\nThe rest was timber."
    assert split(text) == ["coal and coke, in all\n  12 mln tonnes", "oil", "The rest was timber."]


def test_titles_lines_and_sentences() -> None:
    assert kinds("RAIL FREIGHT AT A NEW HIGH\n\nIt grew.\n\nPrices fall\n\nThey fell in May.") == [
        ("title", "RAIL FREIGHT AT A NEW HIGH"),
        ("sentence", "It grew."),
        ("line", "Prices fall"),
        ("sentence", "They fell in May."),
    ]


def test_a_title_in_a_script_without_spaces_may_hold_two_headings() -> None:
    text = "五月原油进口创下新高 近两成来自俄罗斯\n\n今年增长。"
    found = sentences(Document(id="d", text=text, title="五月原油进口创下新高 近两成来自俄罗斯", language="zh"))
    assert [(each.kind, each.span.of(text)) for each in found][:2] == [("title", "五月原油进口创下新高"), ("title", "近两成来自俄罗斯")]
    short = "中俄贸易 一季度"
    assert [each.kind for each in sentences(Document(id="d", text=short, title=short, language="zh"))] == ["title"]


def test_a_title_occurs_once() -> None:
    assert [kind for kind, _ in kinds("Rail freight\n\nRail freight\n\nIt grew.")] == ["title", "line", "sentence"]


def test_paragraphs_are_counted() -> None:
    text = "One. Two.\n\nThree.\nFour.\n- five\n- six"
    assert [s.paragraph for s in sentences(from_text(text))] == [0, 0, 1, 2, 3, 4]


FOLDED = """Freight across the long river has been growing for many
years, and the ports along the river are now busier than at any
time since they were opened. The customs office said on Monday
that grain, coal and timber made up most of it. It expects more
in the spring."""


def test_folded_lines_are_one_paragraph() -> None:
    found = sentences(from_text(FOLDED + "\n\n" + FOLDED))
    assert len(found) == 6
    assert {s.paragraph for s in found} == {0, 1}
    assert found[1].span.of(FOLDED).startswith("The customs office said on Monday\nthat grain")


def test_folded_mail_with_quote_marks() -> None:
    text = "\n".join("> " + line for line in FOLDED.split("\n"))
    assert len(sentences(from_text(text))) == 3
    assert sentences(from_text(text))[0].span.start == 2


def test_folded_chinese() -> None:
    text = (
        "据海关统计今年前八个月我国对俄罗斯出口商品总值比去年同期\n"
        "增长百分之十二其中机电产品占一半以上。自俄罗斯进口的煤炭\n"
        "原油和天然气数量都有不同程度的增长进口均价则有所回落下降\n"
        "专家认为下半年仍将保持。"
    )
    assert len(sentences(from_text(text))) == 2


def test_lines_that_are_meant_stay_apart() -> None:
    text = "Exports of coal to China: 12 mln t\nExports of oil to China: 30 mln t\n"
    text += "Exports of gas to China: 8 bln m3\nExports of wheat to China: 1 mln t"
    assert len(split(text)) == 4
    assert split("CHINA BUYS MORE GRAIN FROM THE NEIGHBOUR\n11 November 2020\n\nIt grew.") == [
        "CHINA BUYS MORE GRAIN FROM THE NEIGHBOUR",
        "11 November 2020",
        "It grew.",
    ]


def test_one_broken_line_goes_on_in_lower_case() -> None:
    text = "The customs office of the border region said on Monday that\ngrain made up most of it."
    assert split(text) == [text]


def test_markdown_and_wiki_remnants() -> None:
    assert kinds("## Freight in May\n\n**It grew** by rail. [[Coal]] fell.\n\n== Prices ==\n\n---\n") == [
        ("title", "Freight in May"),
        ("sentence", "It grew** by rail."),
        ("sentence", "[[Coal]] fell."),
        ("line", "Prices =="),
        ("line", "---"),
    ]


def test_a_document_without_an_end() -> None:
    assert kinds("and so it went on and on") == [("line", "and so it went on and on")]


def test_long_sentences_are_cut_at_a_clause_mark() -> None:
    text = "coal and oil, " * 1000
    found = split(text)
    assert all(len(part) <= MAX_LENGTH for part in found)
    assert all(part.startswith("coal and oil") for part in found)
    assert "".join(found).replace(" ", "") == text.replace(" ", "")


def test_a_long_run_without_white_space_is_cut() -> None:
    found = split("x" * 5000)
    assert [len(part) for part in found] == [2000, 2000, 1000]


def test_blank_text_has_none() -> None:
    assert split(" \n\t\n\u3000") == []


def test_the_rows_of_a_table_are_not_folded_into_one_sentence() -> None:
    text = "东盟　33609亿元　+10.5%\n欧盟　27231亿元　-0.7%\n美国　22915亿元　+2.9%\n韩国　11349亿元　+7.6%"
    document = Document(id="d", text=text, language="zh")
    assert len(sentences(document)) == 4

"""The lexicon: the longest form at a token, and forms that are laid out only where their first token is met."""

from sinorus.languages import meaning as m
from sinorus.languages.rows import Row
from sinorus.scan.forms import words
from sinorus.scan.lexicon import CHARACTERS, WORDS, Node, build

COAL = Row("coal", ("coal", "coking coal"), m.Goods("coal"))
PORT = Row("port", ("Coal Harbour",), m.Party(("CA",)), case=True)
TRADE = Row("trade", ("trade", "turnover"), m.Speech())


def test_a_form_waits_until_its_first_token_is_met() -> None:
    known = build((COAL, TRADE), WORDS)
    assert all(isinstance(place, list) for place in known.first.values())
    words("turnover grew", "turnover grew", 0, 13, known)
    assert {token for token, place in known.first.items() if isinstance(place, Node)} == {"turnover"}


def test_a_grown_token_stays_as_it_is() -> None:
    known = build((COAL,), WORDS)
    assert known.node("coal") is known.node("coal") is known.first["coal"]
    assert known.node("oil") is None
    assert "oil" not in known.first


def test_the_longest_form_wins_and_the_shorter_ones_stand_behind_it() -> None:
    known = build((COAL, PORT), WORDS)
    text = "coking coal from Coal Harbour, coal harbour coal"
    found = words(text, text.lower(), 0, len(text), known)
    assert [(text[each.start : each.end], each.rule) for each in found] == [
        ("coking coal", "coal"),
        ("Coal Harbour", "port"),
        ("coal", "coal"),
        ("coal", "coal"),
    ]


def test_rows_with_one_form_share_its_entry() -> None:
    known = build((COAL, Row("fuel", ("coal",), m.Speech())), WORDS)
    node = known.node("coal")
    assert node is not None
    assert [(entry.rule, entry.meanings) for entry in node.entries] == [("coal+fuel", (m.Goods("coal"), m.Speech()))]


def test_characters_are_tokens_where_no_space_parts_words() -> None:
    known = build((Row("coal", ("煤", "煤炭"), m.Goods("coal")),), CHARACTERS)
    assert [(each.start, each.end) for each in words("煤炭和煤", "煤炭和煤", 0, 4, known)] == [(0, 2), (3, 4)]

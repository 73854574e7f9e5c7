"""Typography, markup, mail and broken lines change nothing in what is read, and every span stays true."""

import html
from textwrap import wrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sinorus
from sinorus.scan.markup import readable

PLAIN = (
    "In 2023, China imported 107 million tonnes of Russian crude oil, up 24.0% from a year earlier. "
    "Coal imports fell by 20% to 98 million tonnes."
)
VARIANTS = {
    "no-break spaces": PLAIN.replace(" ", "\u00a0"),
    "thin spaces": PLAIN.replace("107 million", "107\u2009million").replace("24.0%", "24.0\u202f%"),
    "double spaces": PLAIN.replace(" ", "  "),
    "tabs": PLAIN.replace(" ", "\t"),
    "soft hyphens": PLAIN.replace("imported", "im\u00adpor\u00adted")
    .replace("million", "mil\u00adlion")
    .replace("Russian", "Rus\u00adsian"),
    "zero-width spaces": PLAIN.replace("107", "\u200b107").replace("98", "98\u200b"),
    "full-width figures": PLAIN.replace("107", "１０７").replace("24.0%", "２４．０％"),
    "curly quotes": f"“{PLAIN}”",
    "capitals": PLAIN.upper(),
    "lines broken": PLAIN.replace("million tonnes of", "million\ntonnes of").replace("Coal imports", "Coal\nimports"),
    "Windows lines": PLAIN.replace("Russian crude", "Russian\r\ncrude"),
    "quoted mail": "\n".join(f"> {line}" for line in wrap(PLAIN, 48)),
    "mail quoted twice": "\n".join(f">> {line}" for line in wrap(PLAIN, 60)),
    "Markdown": PLAIN.replace("China", "**China**")
    .replace("Russian crude oil", "[Russian crude oil](https://example.org/a-b?c=1)")
    .replace("98", "`98`"),
    "emphasis": PLAIN.replace("107 million", "*107* __million__").replace("24.0%", "***24.0%***"),
    "wiki links": PLAIN.replace("China", "[[China]]").replace("Russian", "[[Russia]]n").replace("crude oil", "[[petroleum|crude oil]]"),
    "wiki notes": PLAIN.replace("earlier.", "earlier<ref name=x>Customs, 2024</ref>.").replace("98 million", "98{{nbsp}} million"),
    "entities": PLAIN.replace("107 million", "107&nbsp;million").replace("24.0%", "24.0&#37;"),
    "tags": PLAIN.replace("107 million", "<b>107</b> million").replace("Coal", '<a href="https://example.org/">Coal</a>'),
}


def claims(text: str) -> list[tuple[object, ...]]:
    document = sinorus.read(text.encode())
    result = sinorus.extract(document)
    assert all(document.text[piece.start : piece.end] == piece.quote for record in result.records for piece in record.evidence)
    return [flow.statement() for flow in result.flows]


@pytest.mark.parametrize("text", VARIANTS.values(), ids=VARIANTS)
def test_variants_say_the_same(text: str) -> None:
    assert len(claims(PLAIN)) == 2
    assert claims(text) == claims(PLAIN)


@pytest.mark.parametrize("mark", ["(-3.1%)", "(–3.1%)", "(—3.1%)", "(− 3.1%)", "( – 3.1%)"])
def test_a_dash_in_brackets_is_a_minus(mark: str) -> None:
    (flow,) = sinorus.extract(f"In 2023, China imported 107 million tonnes of Russian crude oil {mark}.").flows
    assert flow.change is not None
    assert str(flow.change).startswith("down 3.1 %")


@pytest.mark.parametrize("text", ["5 < 7 and 9 > 8", "a * b * c", "R&D; AT&T", "[1] and (2)", "x == y", "#1 of 5", "2 ** 3"])
def test_what_only_looks_like_markup_stays(text: str) -> None:
    assert readable(text) == text.lower()


@given(st.text(alphabet=st.sampled_from("ab1 *_`#&;<>/=[]{}()|\n\t\u00ad\u2060–-«nbspr"), max_size=60))
def test_the_copy_has_the_length_of_the_text(text: str) -> None:
    assert len(readable(text)) == len(text)


@given(st.lists(st.integers(0, len(PLAIN) - 1), max_size=12), st.sampled_from("\u00ad\u200b\u200d\u2060"))
def test_soft_characters_anywhere_change_nothing(places: list[int], soft: str) -> None:
    broken = "".join(soft + char if index in places and char.isalnum() else char for index, char in enumerate(PLAIN))
    assert claims(broken) == claims(PLAIN)


@given(st.lists(st.integers(0, len(PLAIN) - 1), max_size=8))
def test_html_escapes_change_nothing(places: list[int]) -> None:
    escaped = "".join(
        f"&#{ord(char)};" if index in places and char in " %" and PLAIN[index - 1] != "." else char for index, char in enumerate(PLAIN)
    )
    assert html.unescape(escaped) == PLAIN
    assert claims(escaped) == claims(PLAIN)

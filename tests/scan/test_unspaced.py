"""Chinese words: forms of one character by what they touch, forms beside figures and periods, multiples and yearly volumes."""

import pytest

from sinorus.languages.meaning import Currency, Figure, Meaning, Movement, Party, Relation, Role
from sinorus.languages.period_expr import PeriodExpr, PeriodRelation
from sinorus.scan.fold import fold
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import scan
from sinorus.span import Span
from sinorus.text import Sentence


def found(text: str) -> tuple[Mention, ...]:
    """Return the mentions of a Chinese sentence."""
    sentence = Sentence(span=Span(0, len(text)), kind="sentence", paragraph=0, language="zh")
    return scan(text, fold(text), sentence, "zh").mentions


def of(text: str, kind: type[Meaning]) -> list[str]:
    """Return the words of a sentence that carry a meaning of this kind."""
    return [text[mention.start : mention.end] for mention in found(text) if mention.mask & kind.bit]


@pytest.mark.parametrize(
    ("text", "role"),
    [("对俄罗斯出口", Role.TO), ("自俄进口", Role.FROM), ("从中国进口", Role.FROM), ("向蒙古国供应", Role.TO), ("同俄方协商", Role.WITH)],
)
def test_a_particle_counts_where_it_touches_a_country(text: str, role: Role) -> None:
    relation = found(text)[0].get(Relation)
    assert relation is not None
    assert relation.role is role
    assert found(text)[1].mask & Party.bit


@pytest.mark.parametrize("text", ["对策研究", "自治区会议", "从事物流", "方向明确", "合同文本"])
def test_the_same_characters_inside_other_words_are_no_particles(text: str) -> None:
    assert of(text, Relation) == []


@pytest.mark.parametrize(("text", "words"), [("环比增6.3%", ["增"]), ("同比降近两成", ["降"]), ("增设网点6个", []), ("多国代表", [])])
def test_a_movement_of_one_character_touches_its_figure(text: str, words: list[str]) -> None:
    assert of(text, Movement) == words


def test_no_form_begins_amid_a_period() -> None:
    assert of("比上年增长4.1%", Movement) == ["增长"]


def test_russia_is_no_part_of_belarus() -> None:
    parties = [mention.get(Party) for mention in found("白俄罗斯与俄罗斯")]
    assert [party.codes for party in parties if party is not None] == [("BY",), ("RU",)]


@pytest.mark.parametrize(
    ("text", "amount"), [("增长两倍", "3"), ("增加1.2倍", "2.2"), ("增至三倍", "3"), ("为上年的1.7倍", "1.7"), ("上升近一倍", "2")]
)
def test_times_on_top_are_added_to_the_whole(text: str, amount: str) -> None:
    figure = next(figure for mention in found(text) if (figure := mention.get(Figure)) is not None)
    assert str(figure.quantity.amount) == amount


@pytest.mark.parametrize(
    ("text", "unit"), [("每年向中国供气30亿立方米", "m3/a"), ("每年举行,供气30亿立方米", "m3"), ("去年供气30亿立方米", "m3")]
)
def test_each_year_before_the_verb_makes_the_volume_a_yearly_one(text: str, unit: str) -> None:
    figure = next(figure for mention in found(text) if (figure := mention.get(Figure)) is not None)
    assert figure.quantity.unit == unit


def test_a_verb_keeps_its_last_character_from_a_deadline() -> None:
    text = "由2018年的10亿元提高到2024年的20亿元"
    exprs = [expr for mention in found(text) if (expr := mention.get(PeriodExpr)) is not None]
    assert [expr.relation for expr in exprs] == [PeriodRelation.PLAIN, PeriodRelation.PLAIN]
    assert "提高到" in of(text, Movement)


def test_a_deadline_of_its_own_stays_one() -> None:
    exprs = [expr for mention in found("到2024年将贸易额提高一倍") if (expr := mention.get(PeriodExpr)) is not None]
    assert exprs[0].relation is PeriodRelation.BY


def test_the_unit_of_a_price_is_no_currency_of_payment() -> None:
    assert of("均价每吨620美元", Currency) == []
    assert of("用美元支付", Currency) == ["美元"]


@pytest.mark.parametrize(("traditional", "simplified"), [("俄羅斯對華出口", "俄罗斯对华出口"), ("佔進口總量的兩成", "占进口总量的两成")])
def test_traditional_characters_are_read_as_simplified_ones(traditional: str, simplified: str) -> None:
    assert [mention.meanings for mention in found(traditional)] == [mention.meanings for mention in found(simplified)]

"""What stands before a figure in some languages stands behind it for the readers."""

from sinorus.languages.meaning import Figure, Goods, Head, Relation, Role
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.clause import chunks
from sinorus.parsers.order import ordered
from sinorus.scan.fold import fold
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import scan
from sinorus.span import Span
from sinorus.text import Sentence


def kinds(text: str, language: str = "zh") -> list[str]:
    """Return the words of the first chunk in the order in which they are read; the word put between is OF."""
    sentence = Sentence(span=Span(0, len(text)), kind="sentence", paragraph=0, language=language)
    chunk = chunks(scan(text, fold(text), sentence, language))[0]
    return [text[item.start : item.end] or "OF" for item in ordered(chunk.items, chunk.mask)]


def test_the_whole_of_a_share_goes_behind_its_percentage() -> None:
    assert kinds("占中国大豆进口总量的22.5%") == ["占", "22.5%", "OF", "中国", "大豆", "进口总量"]


def test_the_whole_before_the_noun_of_a_share_goes_behind_the_last_percentage() -> None:
    assert kinds("在铜进口总量中的份额由31%降到28%") == ["在", "份额", "由", "31%", "降到", "28%", "OF", "铜", "进口总量"]


def test_the_period_of_an_earlier_level_goes_behind_it() -> None:
    assert kinds("由2016年的31%升至2019年的44%")[:3] == ["由", "31%", "2016年的"]


def test_a_multiple_of_a_year_is_read_before_the_year() -> None:
    assert kinds("为2017年的三倍") == ["为", "三倍", "2017年的"]


def test_the_preposition_of_an_earlier_level_is_parted_from_its_period() -> None:
    assert kinds("从2021年的15%升至2023年的19%") == ["OF", "15%", "从2021年的", "升至", "19%", "2023年的"]


def test_a_percentage_owned_by_a_whole_goes_before_it() -> None:
    assert kinds("俄罗斯供应了中国进口煤炭的两成") == ["俄罗斯", "供应了", "两成", "OF", "中国", "进口", "煤炭"]


def test_a_particle_between_a_month_and_its_figure_is_left_out() -> None:
    assert kinds("比10月的17%高") == ["比", "17%", "10月"]


def test_a_share_without_a_percentage_stays_as_it_is() -> None:
    assert kinds("占中国大豆进口总量") == ["占", "中国", "大豆", "进口总量"]


def test_english_order_stays_as_it_is() -> None:
    words = kinds("accounted for 19% of China's coal imports", "en")
    assert words[:3] == ["accounted for", "19%", "of"]


def test_chunks_without_figures_are_handed_back_as_they_are() -> None:
    items = [Mention(0, 1, (Goods("coal"),), Goods.bit, "r")]
    assert ordered(items, Goods.bit) is items


def test_an_amount_is_no_share_of_a_whole() -> None:
    assert "OF" not in kinds("占中国大豆进口总量50万吨")


def test_the_word_put_between_is_a_relation() -> None:
    text = "占中国大豆进口总量的22.5%"
    sentence = Sentence(span=Span(0, len(text)), kind="sentence", paragraph=0, language="zh")
    chunk = chunks(scan(text, fold(text), sentence, "zh"))[0]
    found = ordered(chunk.items, chunk.mask)
    relation = found[2].get(Relation)
    assert relation is not None
    assert relation.role is Role.OF
    assert found[1].mask & Figure.bit
    assert found[-1].mask & Head.bit
    assert not any(item.mask & PeriodExpr.bit for item in found)

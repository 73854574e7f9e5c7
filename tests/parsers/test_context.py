"""What a sentence hands on to the next: the flow, its period, goods and currency, and when they are let go."""

from collections.abc import Callable

import pytest

from sinorus.languages.meaning import Side
from sinorus.parsers.context import Context, Topic
from sinorus.pipeline import Step
from sinorus.records import Measure, TradeFlow

Take = Callable[[str], list[Step]]


def last(take: Take, text: str) -> Context:
    return take(text)[-1].after


class TestTopic:
    def test_a_pair_stands_in_order(self) -> None:
        assert Topic(owner="RU", partner="CN").pair() == ("CN", "RU")
        assert Topic(owner="RU").pair() is None

    def test_the_context_speaks_of_its_last_flow(self, nothing: Context) -> None:
        assert (nothing.owner, nothing.partner, nothing.goods, nothing.pair()) == (None, None, None, None)


def test_a_flow_is_remembered_from_its_owner(take: Take) -> None:
    context = last(take, "China imported 5 million tonnes of coal from Russia in 2023.")
    assert context.flow is not None
    assert (context.owner, context.partner, context.goods) == ("CN", "RU", "coal")
    assert (context.flow.measure, context.flow.side) == (Measure.EXPORTS, Side.IMPORTER)
    assert (str(context.period), context.distance) == ("2023", 0)


def test_the_unit_is_that_of_the_last_value(take: Take) -> None:
    assert last(take, "China's exports to Russia reached 5 billion yuan in 2023.").unit == "CNY"
    assert last(take, "China's exports to Russia reached 5 billion yuan. They rose 5%.").unit == "CNY"


def test_the_good_named_last_is_kept(take: Take) -> None:
    assert last(take, "China imported 5 million tonnes of coal from Russia in 2023.").noted == "coal"
    assert last(take, "Russian wheat is known in China. Trade between China and Russia rose 5% in 2023.").noted == "wheat"


def test_a_share_held_by_goods_leaves_the_pair(take: Take) -> None:
    context = last(take, "Trade between China and Russia rose 5% in 2023. Fuel made up 60% of Russia's exports.")
    assert context.pair() == ("CN", "RU")


def test_a_sentence_of_a_look_alike_does_not_move_the_period(take: Take) -> None:
    assert str(last(take, "Trade between China and Russia rose 5% in 2023. In 2021 the Russian economy grew.").period) == "2023"
    assert str(last(take, "Trade between China and Russia rose 5% in 2023. In 2021 China's exports to Russia grew.").period) == "2021"


def test_sentences_without_a_flow_count_as_distance(take: Take) -> None:
    text = "Trade between China and Russia rose 5% in 2023. The ministers met. They talked."
    assert [step.after.distance for step in take(text)] == [0, 1, 2]


def test_a_flow_is_heard_without_a_figure(take: Take) -> None:
    context = last(take, "Russian exports of coal to China grew in 2023.")
    assert (context.owner, context.partner, context.goods, str(context.period)) == ("RU", "CN", "coal", "2023")


def test_a_total_keeps_the_stage_while_its_directions_are_told(take: Take) -> None:
    context = last(take, "Trade between China and Russia rose 5% in 2023. China's exports rose 7%.")
    assert context.topic is not None
    assert context.flow is not None
    assert context.topic.measure is Measure.TURNOVER
    assert context.flow.measure is Measure.EXPORTS


def test_another_pair_takes_the_stage(take: Take) -> None:
    context = last(take, "Trade between China and Germany rose 5% in 2023. Trade between China and Japan fell 3%.")
    assert context.topic is not None
    assert context.topic.pair() == ("CN", "JP")


def test_the_trade_of_the_two_keeps_the_stage(take: Take) -> None:
    context = last(take, "Trade between China and Russia rose 5% in 2023. Trade between China and Japan fell 3%.")
    assert context.topic is not None
    assert context.topic.pair() == ("CN", "RU")
    assert context.pair() == ("CN", "JP")


def test_a_forecast_does_not_move_the_period_spoken_of(take: Take) -> None:
    context = last(take, "Trade between China and Russia rose 5% in 2023. It may reach $300bn in 2025.")
    assert str(context.period) == "2023"


def test_an_earlier_level_does_not_move_the_period_spoken_of(take: Take) -> None:
    context = last(take, "Trade between China and Russia rose to $240bn in 2023 from $190bn in 2022.")
    assert str(context.period) == "2023"


def test_a_new_paragraph_goes_back_to_the_main_period(take: Take) -> None:
    text = "In 2023, trade between China and Russia rose 5%. In December it was $20bn.\n\nChinese exports to Russia rose 7%."
    _, second, third = take(text)
    assert str(second.after.period) == "2023-12"
    assert str(third.after.period) == "2023"
    assert [str(record.period) for record in third.parsed.records if isinstance(record, TradeFlow)] == ["2023"]


def test_a_new_paragraph_leaves_the_partner_for_the_total(take: Take) -> None:
    text = "China's imports of coal rose 5% in 2023. Imports from Russia rose 9%.\n\nImports of coke fell 3%."
    _, branch, after = take(text)
    assert branch.after.partner == "RU"
    assert after.after.partner is None


def test_a_paragraph_knows_its_first_sentence(take: Take) -> None:
    text = "Trade between China and Russia rose 5%. Exports rose 3%.\n\nImports rose 7%."
    assert [step.after.leads for step in take(text)] == [True, False, True]


def test_countries_named_are_kept(take: Take) -> None:
    steps = take("China bought coal. Mongolia sold it.")
    assert [step.after.mentioned for step in steps] == [frozenset({"CN"}), frozenset({"CN", "MN"})]


def test_a_title_is_weaker_than_the_text(take: Take) -> None:
    (title, *_, body) = take("Russia's coal exports to China up\n\nTrade between China and Russia rose 5% in 2023.\n")
    assert title.after.titled
    assert not body.after.titled


@pytest.mark.parametrize(
    ("between", "kept"), [("", True), ("They met. ", True), ("They met. They sat. They ate. They left. They slept. ", False)]
)
def test_a_flow_is_resumed_only_from_near(between: str, kept: bool, take: Take) -> None:
    steps = take(f"Trade between China and Russia reached $240bn in 2023. {between}In 2022 it was $190bn.")
    assert bool(steps[-1].parsed.records) is kept


def test_payments_spoken_of_keep_shares_from_flows(take: Take) -> None:
    first, second = take("China and Russia settle trade in yuan and roubles. In 2023 the share was 90%.")
    assert first.after.settling
    assert not any(isinstance(record, TradeFlow) for record in second.parsed.records)

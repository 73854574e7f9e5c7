"""Which goods of a document count as traded, and which short name yields to the full one."""

from sinorus.pipeline import extract
from sinorus.records import CommodityMention
from sinorus.resolve.merge_goods import merge_goods
from sinorus.world import commodity


def ids(*names: str) -> list[str]:
    return [record.id for record in merge_goods([CommodityMention(commodity=commodity(name)) for name in names], [], [])]


def goods(text: str) -> set[str]:
    return {record.id for record in extract(text, language="en").records if isinstance(record, CommodityMention)}


def test_gas_yields_to_the_gas_that_is_named() -> None:
    assert ids("gas", "natural-gas") == ["natural-gas"]
    assert ids("lng", "gas") == ["lng"]


def test_other_goods_stand_beside_their_parts() -> None:
    assert ids("coal", "coking-coal", "gas") == ["coal", "coking-coal", "gas"]
    assert ids("oil", "oil") == ["oil"]


def test_what_a_later_sentence_tells_of_is_traded() -> None:
    text = "Barley is the surprise of the year. Russia sold 300,000 tonnes of it to China in 2023."
    (record,) = [each for each in extract(text).records if isinstance(each, CommodityMention)]
    assert (record.id, record.evidence[0].quote) == ("barley", "Barley")


def test_what_a_terminal_handles_is_traded() -> None:
    text = "Russia and China opened the Zabaikalsk grain terminal in 2022. It can handle 8 million tonnes of oats and rapeseed a year."
    assert {"oats", "rapeseed"} <= goods(text)


def test_both_gases_and_their_sum() -> None:
    sold = "China bought 3 bcm of natural gas and 1 bcm of LNG from Russia in 2023."
    assert goods(sold) == {"natural-gas", "lng"}
    assert goods(f"{sold} Its total imports of gas reached 11 bcm in January 2024.") == {"natural-gas", "lng", "gas"}


def test_a_good_of_which_nothing_is_told_is_none() -> None:
    assert goods("Wheat was good this year. Russia and China opened a bridge in 2022.") == set()


def test_gas_in_a_text_of_a_gas_pipeline_is_piped() -> None:
    assert goods("Russia delivers gas to China. The Power of Siberia has been in operation since 2019.") == {"natural-gas"}
    assert goods("Russia delivers gas to China. The ESPO pipeline has been in operation since 2012.") == {"gas"}

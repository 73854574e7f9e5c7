"""Shares: of whose flow, held by whom."""

from collections.abc import Callable

import pytest
from attrs import evolve

from sinorus.languages.meaning import Side
from sinorus.parsers.context import Context, Topic
from sinorus.parsers.flow.claim import Frame
from sinorus.parsers.flow.share import goods_share, share_frame
from sinorus.parsers.flow.share_carried import carried_share
from sinorus.parsers.phrase import Phrase
from sinorus.records import Measure

Read = Callable[[str], Phrase]


def ends(frame: Frame | None) -> tuple[str | None, str | None] | None:
    return None if frame is None or frame.ends is None else (frame.ends.exporter, frame.ends.importer)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("China's share of Russia's exports was 19%.", ("RU", "CN")),
        ("Russia's share in China's imports was 19%.", ("RU", "CN")),
        ("China accounted for 30% of Russia's exports.", ("RU", "CN")),
        ("Coal accounted for 30% of China's imports.", (None, "CN")),
        ("The share of coal in Russian exports was 30%.", ("RU", None)),
    ],
)
def test_the_owner_of_the_wider_flow_is_one_end_and_the_holder_the_other(
    text: str, expected: tuple[str | None, str | None], phrase: Read, nothing: Context
) -> None:
    found = phrase(text)
    frame = share_frame(found, found.heads[0][1], nothing)
    assert frame is not None
    assert frame.share
    assert ends(frame) == expected


def test_without_a_percentage_there_is_no_share(phrase: Read, nothing: Context) -> None:
    found = phrase("China's share of Russia's exports rose to $5bn.")
    assert share_frame(found, found.heads[0][1], nothing) is None


def test_two_holders_share_one_figure_or_have_one_each(phrase: Read, nothing: Context) -> None:
    found = phrase("China and India accounted for 30% and 12% of Russia's exports.")
    frame = share_frame(found, found.heads[0][1], nothing)
    assert frame is not None
    assert frame.parties == ("CN", "IN")
    assert ends(frame) == ("RU", None)
    assert frame.varies == "importer"


def test_a_share_of_goods_is_one_of_imports_where_they_are_owned_and_of_exports_where_they_come_from(phrase: Read) -> None:
    owned = goods_share(phrase("Russia makes up 19% of China's crude oil."))
    origin = goods_share(phrase("China makes up half of Russian coal."))
    assert ends(owned) == ("RU", "CN")
    assert ends(origin) == ("RU", "CN")


def test_a_percentage_of_nothing_traded_is_no_share(phrase: Read) -> None:
    assert goods_share(phrase("Russia makes up 19% of the total.")) is None


def test_the_wider_flow_may_be_named_before(phrase: Read, nothing: Context) -> None:
    topic = Topic(owner="RU", measure=Measure.EXPORTS, side=Side.EXPORTER, goods="coal")
    frame = carried_share(phrase("China's share rose to 61%."), evolve(nothing, flow=topic))
    assert ends(frame) == ("RU", "CN")
    assert frame is not None
    assert frame.goods == ("coal",)
    assert carried_share(phrase("China's share rose to 61%."), nothing) is None
    bought = Topic(owner="CN", measure=Measure.EXPORTS, side=Side.IMPORTER)
    assert ends(carried_share(phrase("Russia's share rose to 17%."), evolve(nothing, flow=bought))) == ("RU", "CN")

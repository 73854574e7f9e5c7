"""How a flow becomes what the text speaks of."""

import pytest
from attrs import evolve

from sinorus.languages.meaning import Head, Side
from sinorus.parsers.context import Context, Topic
from sinorus.parsers.flow.memory import spoken, topic_of
from sinorus.parsers.flow.standing import at_paragraph
from sinorus.parsers.flow.two_ends import Ends
from sinorus.records import Measure
from sinorus.values import Period

EXPORTS, IMPORTS = Head(Measure.EXPORTS, Side.EXPORTER), Head(Measure.EXPORTS, Side.IMPORTER)
TRADE = Head(Measure.TURNOVER, Side.BOTH)


@pytest.mark.parametrize(
    ("head", "exporter", "importer", "expected"),
    [
        (EXPORTS, "RU", "CN", ("RU", "CN", Side.EXPORTER)),
        (IMPORTS, "RU", "CN", ("CN", "RU", Side.IMPORTER)),
        (TRADE, "CN", "RU", ("CN", "RU", Side.BOTH)),
        # the one end known is the owner
        (EXPORTS, None, "CN", ("CN", None, Side.IMPORTER)),
        (IMPORTS, "RU", None, ("RU", None, Side.EXPORTER)),
        # a flow with a third country is told from the side of China or Russia
        (IMPORTS, "RU", "JP", ("RU", "JP", Side.EXPORTER)),
        (EXPORTS, "BR", "CN", ("CN", "BR", Side.IMPORTER)),
    ],
)
def test_a_flow_is_seen_from_its_owner(
    nothing: Context, head: Head, exporter: str | None, importer: str | None, expected: tuple[str, str | None, Side]
) -> None:
    topic = topic_of(head, Ends(exporter=exporter, importer=importer), (), nothing)
    assert topic is not None
    assert (topic.owner, topic.partner, topic.side) == expected


def test_a_text_told_from_a_third_country_sees_its_trade_from_there(nothing: Context) -> None:
    topic = topic_of(EXPORTS, Ends(exporter="BR", importer="CN"), (), evolve(nothing, viewpoint="BR"))
    assert topic is not None
    assert (topic.owner, topic.partner, topic.side) == ("BR", "CN", Side.EXPORTER)


def test_without_any_end_there_is_no_topic(nothing: Context) -> None:
    assert topic_of(EXPORTS, Ends(exporter=None, importer=None), (), nothing) is None
    assert spoken(nothing, EXPORTS, Ends(exporter=None, importer=None), ()) is nothing


def test_one_good_is_remembered_and_a_list_is_not(nothing: Context) -> None:
    ends = Ends(exporter="RU", importer="CN")
    one, two = topic_of(EXPORTS, ends, ("coal",), nothing), topic_of(EXPORTS, ends, ("coal", "oil"), nothing)
    assert one is not None
    assert two is not None
    assert (one.goods, two.goods) == ("coal", None)


def test_parts_leave_the_stage_to_their_total(nothing: Context) -> None:
    total = spoken(nothing, TRADE, Ends(exporter="CN", importer="RU"), ())
    part = spoken(total, EXPORTS, Ends(exporter="CN", importer="RU"), ())
    assert (part.topic, part.owner) == (total.topic, "CN")
    assert part.flow != total.flow
    other = spoken(total, EXPORTS, Ends(exporter="CN", importer="RU"), ("coal",))
    assert other.topic == other.flow


def test_one_partner_leaves_the_stage_to_the_total_of_all(nothing: Context) -> None:
    total = spoken(nothing, IMPORTS, Ends(exporter=None, importer="CN"), ("coal",))
    member = spoken(total, IMPORTS, Ends(exporter="RU", importer="CN", carried=("owner",)), ("coal",))
    assert member.topic == total.topic
    assert member.partner == "RU"
    fresh = spoken(total, IMPORTS, Ends(exporter="RU", importer="CN"), ("coal",))
    assert fresh.topic == fresh.flow


def test_what_only_the_title_named_leaves_the_stage_to_the_text(nothing: Context) -> None:
    titled = spoken(nothing, TRADE, Ends(exporter="CN", importer="RU"), (), titled=True)
    assert titled.titled
    part = spoken(titled, EXPORTS, Ends(exporter="CN", importer="RU"), ())
    assert part.topic == part.flow


def test_a_paragraph_goes_back(nothing: Context) -> None:
    topic = Topic(owner="CN", measure=Measure.EXPORTS, side=Side.IMPORTER)
    context = evolve(
        nothing, paragraph=1, topic=topic, flow=evolve(topic, partner="RU"), main=Period.parse("2023"), period=Period.parse("2023-12")
    )
    same, new = at_paragraph(context, 1), at_paragraph(context, 2)
    assert (same.partner, str(same.period), same.leads) == ("RU", "2023-12", False)
    assert (new.partner, str(new.period), new.leads, new.paragraph) == (None, "2023", True, 2)

"""Between whom: the ends that a phrase names, and those it takes from the sentences before."""

from collections.abc import Callable

import pytest
from attrs import evolve

from sinorus.languages.meaning import Side
from sinorus.parsers.context import Context, Topic
from sinorus.parsers.flow.ends import ends_of
from sinorus.parsers.flow.moved import along, moving
from sinorus.parsers.flow.partner import bilateral, counterpart
from sinorus.parsers.flow.two_ends import Ends
from sinorus.parsers.phrase import Phrase
from sinorus.records import Measure

Read = Callable[[str], Phrase]

RUSSIAN_EXPORTS = Topic(owner="RU", partner="CN", measure=Measure.EXPORTS, side=Side.EXPORTER)
CHINESE_IMPORTS = Topic(owner="CN", partner="RU", measure=Measure.EXPORTS, side=Side.IMPORTER)
BILATERAL = Topic(owner="CN", partner="RU")
OF_CHINA = Topic(owner="CN", measure=Measure.EXPORTS, side=Side.IMPORTER, goods="coal")


def after(context: Context, topic: Topic, *, distance: int = 1) -> Context:
    return evolve(context, flow=topic, topic=topic, mentioned=frozenset({"CN", "RU"}), subject=topic.owner, distance=distance)


def ends(found: Phrase, context: Context) -> tuple[str | None, str | None] | None:
    each = ends_of(found.heads[0][1], found, context)
    return None if each is None else (each.exporter, each.importer)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("China's imports from Russia rose 5%.", ("RU", "CN")),
        ("Chinese purchases of Russian coal rose 5%.", ("RU", "CN")),
        ("Exports from Russia to China rose 5%.", ("RU", "CN")),
        ("Russia sold China coal worth $3bn.", ("RU", "CN")),
        ("Coal was imported from Russia by China in 2023.", ("RU", "CN")),
        ("Imports of Chinese toys into Russia rose 5%.", ("CN", "RU")),
        ("Russia's imports of Chinese cars rose 5%.", ("CN", "RU")),
        ("China's exports rose 5%.", ("CN", None)),
        ("China's imports rose 5%.", (None, "CN")),
        ("Trade between China and Russia rose 5%.", ("CN", "RU")),
        ("Russia's trade with China rose 5%.", ("RU", "CN")),
        ("China's foreign trade rose 5%.", ("CN", None)),
        ("Russia's surplus with China was $3bn.", ("RU", "CN")),
        ("China's deficit with Russia was $3bn.", ("RU", "CN")),
        ("Exports rose 5%.", None),
    ],
)
def test_named_in_the_phrase(text: str, expected: tuple[str | None, str | None] | None, phrase: Read, nothing: Context) -> None:
    assert ends(phrase(text), nothing) == expected


@pytest.mark.parametrize(
    ("text", "topic", "expected"),
    [
        # both from the context, seen from its owner
        ("Exports rose 5%.", BILATERAL, ("CN", "RU")),
        ("Imports rose 5%.", BILATERAL, ("RU", "CN")),
        ("Trade rose 5%.", BILATERAL, ("CN", "RU")),
        ("The deficit was $3bn.", BILATERAL, ("RU", "CN")),
        # one named: its partner is the other of the two
        ("Russian exports rose 5%.", BILATERAL, ("RU", "CN")),
        ("Imports from Russia rose 5%.", OF_CHINA, ("RU", "CN")),
        ("Deliveries from Mongolia rose 5%.", OF_CHINA, ("MN", "CN")),
        # deliveries are the flow spoken of, whichever way it was told
        ("Deliveries rose 5%.", CHINESE_IMPORTS, ("RU", "CN")),
        ("Deliveries rose 5%.", RUSSIAN_EXPORTS, ("RU", "CN")),
        # goods moved to the one come from the other
        ("Some 5 million tonnes were moved to China.", BILATERAL, ("RU", "CN")),
        # "the two countries" are the pair
        ("Trade between the two countries rose 5%.", RUSSIAN_EXPORTS, ("CN", "RU")),
    ],
)
def test_taken_from_the_context(text: str, topic: Topic, expected: tuple[str, str], phrase: Read, nothing: Context) -> None:
    assert ends(phrase(text), after(nothing, topic)) == expected


def test_the_world_is_no_partner_spoken_of(phrase: Read, nothing: Context) -> None:
    context = after(nothing, CHINESE_IMPORTS)
    assert ends(phrase("Russia's trade with all countries rose 5%."), after(nothing, BILATERAL)) == ("RU", None)
    for text in ("Exports rose 5%.", "Trade rose 5%."):
        found = phrase(text)
        found.world = True
        assert ends(found, context) == ("CN", None)


@pytest.mark.parametrize(
    ("text", "topic", "expected"),
    [("Deliveries rose 5%.", RUSSIAN_EXPORTS, ("RU", None)), ("They bought 5 million tonnes.", CHINESE_IMPORTS, (None, "CN"))],
)
def test_deliveries_to_the_world_keep_the_owner(
    text: str, topic: Topic, expected: tuple[str | None, str | None], phrase: Read, nothing: Context
) -> None:
    found = phrase(text)
    found.world = True
    assert ends(found, after(nothing, topic)) == expected


def test_what_comes_from_the_context_says_so(phrase: Read, nothing: Context) -> None:
    found = phrase("Exports rose 5%.")
    told = ends_of(found.heads[0][1], found, after(nothing, BILATERAL))
    assert told is not None
    assert told.carried == ("parties",)


def test_the_two_of_a_text_that_named_none_are_china_and_russia(phrase: Read, nothing: Context) -> None:
    assert ends(phrase("Trade between the two countries rose 5%."), nothing) == ("CN", "RU")


class TestCounterpart:
    def test_is_the_owner_spoken_of(self, nothing: Context) -> None:
        assert counterpart("KZ", after(nothing, OF_CHINA)) == "CN"

    def test_or_the_partner_of_the_owner(self, nothing: Context) -> None:
        assert counterpart("CN", after(nothing, BILATERAL)) == "RU"

    def test_or_the_other_of_the_two_where_the_text_has_named_it(self, nothing: Context) -> None:
        assert counterpart("CN", nothing) is None
        assert counterpart("CN", evolve(nothing, mentioned=frozenset({"CN", "RU"}))) == "RU"
        assert counterpart("IN", evolve(nothing, mentioned=frozenset({"CN", "RU"}))) is None


class TestBilateral:
    def test_is_the_other_of_the_pair(self, nothing: Context) -> None:
        assert bilateral("CN", after(nothing, BILATERAL)) == "RU"
        assert bilateral("RU", after(nothing, BILATERAL)) == "CN"

    def test_is_forgotten_after_two_sentences(self, nothing: Context) -> None:
        assert bilateral("CN", after(nothing, BILATERAL, distance=2)) == "RU"
        assert bilateral("CN", after(nothing, BILATERAL, distance=3)) is None

    def test_is_none_of_a_stranger_and_none_from_a_title(self, nothing: Context) -> None:
        assert bilateral("IN", after(nothing, BILATERAL)) is None
        assert bilateral("CN", evolve(after(nothing, BILATERAL), titled=True)) is None


class TestRoute:
    @pytest.mark.parametrize("route", ["power-of-siberia", "skovorodino-mohe-daqing", "amur-heihe-power-line"])
    def test_a_pipe_from_russia_to_china_gives_both_ends(self, route: str) -> None:
        told = along(route)
        assert told is not None
        assert (told.exporter, told.importer, told.carried) == ("RU", "CN", ("route",))

    @pytest.mark.parametrize("route", [None, "manzhouli", "suez-canal", "atasu-alashankou"])
    def test_others_do_not(self, route: str | None) -> None:
        assert along(route) is None


def test_goods_that_move_between_two_are_a_turnover_and_one_way_else(phrase: Read, nothing: Context) -> None:
    one_way, both = (
        phrase("Some 5 million tonnes were moved from Russia to China."),
        phrase("They moved 5 million tonnes between China and Russia."),
    )
    for found, measure in ((one_way, Measure.EXPORTS), (both, Measure.TURNOVER)):
        head = found.heads[0][1]
        assert moving(head, ends_of(head, found, nothing), found).measure is measure


def test_ends_turn_round() -> None:
    assert Ends(exporter="RU", importer="CN", carried=("flow",)).reversed() == Ends(exporter="CN", importer="RU", carried=("flow",))

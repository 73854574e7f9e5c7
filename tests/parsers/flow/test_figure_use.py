"""What a figure is: a level, a change, an earlier level, a share, or nothing of a flow."""

from collections.abc import Callable

import pytest

from sinorus.parsers.flow.figure_owner import of_share
from sinorus.parsers.flow.figure_part import Surroundings, What
from sinorus.parsers.flow.figure_use import uses
from sinorus.parsers.phrase import Phrase
from sinorus.values import Bound, Direction

Read = Callable[[str], Phrase]
NOTHING = Surroundings()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exports reached $5bn.", [What.LEVEL]),
        ("Exports rose 5% to $5bn.", [What.CHANGE, What.LEVEL]),
        ("Exports rose by $2bn to $5bn.", [What.CHANGE, What.LEVEL]),
        ("Exports rose $2bn.", [What.CHANGE]),
        ("Exports rose to $5bn from $4bn in 2020.", [What.LEVEL, What.EARLIER]),
        ("Exports were $5bn against $4bn in 2020.", [What.LEVEL, What.EARLIER]),
        ("Exports were 5 million tonnes more than in 2020.", [What.CHANGE]),
        ("Exports were 13% below the 9 million tonnes of 2020.", [What.CHANGE, What.EARLIER]),
        ("Exports rose to $5bn from $3bn and $4bn.", [What.LEVEL, What.EARLIER, What.EARLIER]),
        ("For exports 5% was the increase.", [What.CHANGE]),
        ("China's share of exports rose from 14% to 19%.", [What.EARLIER_SHARE, What.SHARE]),
        ("Russia's share of imports was 19%.", [What.SHARE]),
        ("Russia supplied 19% of imports.", [What.SHARE]),
        ("Exports rose by 17% and 27%.", [What.CHANGE, What.CHANGE]),
        ("Exports grew 1.4 times.", [What.CHANGE]),
        ("Exports +5%.", [What.CHANGE]),
        ("GDP grew 5%.", [What.OTHER]),
        ("The price of exports rose 5%.", [What.OTHER]),
        ("Exports 5%.", [What.UNKNOWN]),
    ],
)
def test_parts(text: str, expected: list[What], phrase: Read) -> None:
    assert [use.what for use in uses(phrase(text), NOTHING)] == expected


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Exports rose 5%.", Direction.UP),
        ("Exports fell 5%.", Direction.DOWN),
        ("Exports were 5% lower.", Direction.DOWN),
        ("Exports -5%.", Direction.DOWN),
        ("Exports saw a 5% increase.", Direction.UP),
    ],
)
def test_direction(text: str, direction: Direction, phrase: Read) -> None:
    (use,) = uses(phrase(text), NOTHING)
    assert (use.what, use.direction) == (What.CHANGE, direction)


def test_a_look_alike_says_why_it_is_none(phrase: Read) -> None:
    (use,) = uses(phrase("Output rose 5%."), NOTHING)
    assert use.reason == "a figure of production, not of a flow"


def test_the_nearest_governs(phrase: Read) -> None:
    (use,) = uses(phrase("After output fell, exports rose 5%.".replace(", ", " ")), NOTHING)
    assert use.what is What.CHANGE
    (use,) = uses(phrase("Some $5bn of exports raised GDP."), NOTHING)
    assert use.what is What.LEVEL
    (use,) = uses(phrase("Some $5bn of investment raised exports."), NOTHING)
    assert use.what is What.OTHER
    (use,) = uses(phrase("The growth of exports kept output at 5 million tonnes."), NOTHING)
    assert use.what is What.OTHER


def test_a_bare_percentage_goes_on_with_what_was_told(phrase: Read) -> None:
    bare = phrase("Coal 5%.")
    assert uses(bare, NOTHING)[0].what is What.UNKNOWN
    grown = uses(bare, Surroundings(last=What.CHANGE, direction=Direction.DOWN))[0]
    assert (grown.what, grown.direction) == (What.CHANGE, Direction.DOWN)
    assert uses(bare, Surroundings(last=What.SHARE))[0].what is What.SHARE
    assert uses(bare, Surroundings(growth=True))[0].what is What.CHANGE


def test_up_to_after_a_movement_is_a_level_and_no_limit(phrase: Read) -> None:
    (level,) = uses(phrase("Exports grew up to 96,000 tonnes."), NOTHING)
    assert (level.what, level.quantity.bound) == (What.LEVEL, Bound.EXACT)


def test_up_to_without_a_change_is_a_limit(phrase: Read) -> None:
    (level,) = uses(phrase("Exports were up to 96,000 tonnes."), NOTHING)
    assert (level.what, level.quantity.bound) == (What.LEVEL, Bound.UNDER)


def test_the_word_of_a_level_may_set_its_bound(phrase: Read) -> None:
    assert uses(phrase("Exports exceeded $5bn."), NOTHING)[0].quantity.bound is Bound.OVER
    assert uses(phrase("Exports reached $5bn."), NOTHING)[0].quantity.bound is Bound.EXACT


def test_one_percent_sign_serves_two_figures(phrase: Read) -> None:
    found = uses(phrase("Exports and imports rose 71 and 45 percent."), NOTHING)
    assert [(str(use.quantity.amount), use.quantity.unit) for use in found] == [("71", "%"), ("45", "%")]


def test_where_the_share_stands(phrase: Read) -> None:
    found = phrase("Russia supplied 19% of imports.")
    assert of_share(found) == found.figures[0]
    assert of_share(phrase("Exports rose 19%.")) is None

"""Where a sentence is cut into chunks, and where a joint only makes a list."""

from collections.abc import Callable

import pytest

from sinorus.languages.meaning import Mark
from sinorus.parsers.chunk import Chunk

Cut = Callable[[str], list[Chunk]]


def quotes(text: str, found: list[Chunk]) -> list[str]:
    return [text[chunk.items[0].start : chunk.items[-1].end] for chunk in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a hard mark always cuts
        ("Exports rose 5%; imports fell 3%.", ["Exports rose 5%", "imports fell 3%"]),
        ("Exports of coal: $5bn.", ["Exports of coal", "$5bn"]),
        # a bracket is a chunk of its own
        ("Exports (up 5%) reached $3bn.", ["Exports", "up 5%", "reached $3bn"]),
        # a comma cuts, but not between two of a kind
        ("In 2023, exports rose 5%.", ["In 2023", "exports rose 5%"]),
        ("Exports of coal, oil and wheat rose 5%.", ["Exports of coal, oil and wheat rose 5%"]),
        ("Exports of coal, oil rose 5%.", ["Exports of coal, oil rose 5%"]),
        ("Trade with Russia, Mongolia and Kazakhstan grew 5%.", ["Trade with Russia, Mongolia and Kazakhstan grew 5%"]),
        ("Imports from Russia, from Mongolia and India rose 5%.", ["Imports from Russia, from Mongolia and India rose 5%"]),
        # "and" cuts between two predicates, not between two figures of one
        ("Exports rose 5% and imports fell 3%.", ["Exports rose 5%", "imports fell 3%"]),
        ("Exports of coal and oil rose by 5% and 3%.", ["Exports of coal and oil rose by 5% and 3%"]),
        ("Trade between China and Russia rose 5%.", ["Trade between China and Russia rose 5%"]),
        # a list of goods with a figure each is cut after each figure
        ("Exports of coal rose 5%, oil 3%.", ["Exports of coal rose 5%", "oil 3%"]),
        # a contrast cuts after a figure
        ("Exports rose 5% while imports fell 3%.", ["Exports rose 5%", "imports fell 3%"]),
        # a party behind a comma that begins a clause is no member of a list
        ("After talks with Russia, China imported coal.", ["with Russia", "China imported coal"]),
    ],
)
def test_borders(text: str, expected: list[str], cut_up: Cut) -> None:
    assert quotes(text, cut_up(text)) == expected


def test_a_chunk_knows_the_mark_that_opens_it(cut_up: Cut) -> None:
    found = cut_up("Exports (up 5%) reached $3bn; imports, $2bn.")
    assert [chunk.opener for chunk in found] == [None, Mark.OPEN, Mark.CLOSE, Mark.SEMICOLON, Mark.COMMA]


def test_a_relative_clause_is_cut_after_its_head(cut_up: Cut) -> None:
    found = cut_up("Russia exported coal worth $3bn, which rose 5%.")
    assert found[-1].opener is Mark.RELATIVE


def test_the_mask_of_a_chunk_is_that_of_its_items(cut_up: Cut) -> None:
    for chunk in cut_up("In 2023, Russian exports of coal rose 5% to $3bn."):
        mask = 0
        for item in chunk.items:
            mask |= item.mask
        assert chunk.mask == mask


def test_words_that_no_flow_needs_are_left_out(cut_up: Cut) -> None:
    text = "The memorandum on exports to China was signed."
    assert quotes(text, cut_up(text)) == ["on exports to China was"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a figure said once more stands behind the clause that it parts
        ("Imports of 3 Mt, or 28% of all purchases, came from Peru.", ["Imports of 3 Mt , came from Peru", "28% of purchases"]),
        # a share and its percentage stand with who got it
        ("Peru's share is, then, 3%.", ["Peru 's share is 3%"]),
        # what only explains is left out
        ("Sales of copper, the main metal in the exports, came to $2bn.", ["Sales of copper", "came to $2bn"]),
        ("Shipments from Peru – one of its suppliers – fell by 5%.", ["Shipments from Peru", "fell by 5%"]),
        # one side of a trade set against the other is a balance
        ("Exports exceeded imports by $2bn.", ["Exports $2bn"]),
        ("Exports were $9bn, exceeding imports by $2bn.", ["Exports were $9bn", "imports $2bn"]),
        ("They rose to $9bn, exceeding imports by $2bn.", ["They rose to $9bn", "imports $2bn"]),
    ],
)
def test_passes(text: str, expected: list[str], cut_up: Cut) -> None:
    assert [" ".join(text[item.start : item.end] for item in chunk.items) for chunk in cut_up(text)] == expected

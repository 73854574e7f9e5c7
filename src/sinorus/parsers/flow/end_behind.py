"""The end of a flow that is only named behind the last good of a list: "it sold 5 Mt of tin, 4 Mt of zinc and 3 Mt of lead to Peru"."""

from collections.abc import Sequence

from sinorus.languages.meaning import Mark, Side
from sinorus.parsers.phrase import Phrase, Placed
from sinorus.parsers.placing import Slot

_NAMED = frozenset({Slot.TO, Slot.FROM, Slot.WITH, Slot.PAIR, Slot.BY})
_JOINTS = frozenset({Mark.COMMA, Mark.AND})


def lend_ends(phrases: Sequence[Phrase]) -> None:
    """Give the chunk with which a list of goods begins the end that is named behind the last of them."""
    for at, phrase in enumerate(phrases):
        if _begins(phrase) and (end := _named_behind(phrases[at + 1 :], phrase.heads[0][1].side)) is not None:
            phrase.parties.append(end)


def _begins(phrase: Phrase) -> bool:
    """Whether a chunk tells the level of some goods that go one way, and not from or to whom."""
    one_way = len(phrase.heads) == 1 and phrase.heads[0][1].side is not Side.BOTH and not phrase.heads[0][1].agent
    if not one_way or not phrase.figures or not phrase.goods or phrase.world or phrase.route or phrase.share or phrase.movements:
        return False
    placed = any(each.slot in _NAMED for each in phrase.parties)
    return not placed and not phrase.pointers and not any(at > phrase.figures[0] for at, _ in phrase.periods)


def _named_behind(rest: Sequence[Phrase], side: Side) -> Placed | None:
    """Return who is named behind the last of the goods that follow, each with a level of its own."""
    slot = Slot.TO if side is Side.EXPORTER else Slot.FROM
    for phrase in rest:
        member = phrase.chunk.opener in _JOINTS and phrase.figures and phrase.goods
        if not member or phrase.heads or phrase.movements or phrase.pointers or phrase.share:
            return None
        if phrase.parties:
            (end, *more) = phrase.parties
            last = phrase.chunk.opener is Mark.AND and not more and end.slot is slot and end.index > phrase.figures[0]
            return Placed(-1, end.codes, slot) if last and len(end.codes) == 1 else None
    return None

"""Goods listed in a sentence before the clause that deals their figures out."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark
from sinorus.parsers.flow.state import State
from sinorus.parsers.marks import mark_of
from sinorus.parsers.phrase import Phrase
from sinorus.scan.mention import Mention
from sinorus.values.evolve import evolve

_TOLD = m.Figure.bit | m.Goods.bit


def goods_before(state: State, phrase: Phrase, count: int) -> tuple[str, ...]:
    """Return the goods named last, as many as there are figures: "tin, zinc and lead led the list: sales were 9, 8 and 3 kt, respectively".

    None where the clause names goods or parties of its own, or the list has had figures already.
    """
    if count < _TWO or phrase.goods or (phrase.parties and not phrase.share) or phrase.world or not phrase.chunk.mask & m.Respectively.bit:
        return ()
    start = phrase.chunk.items[0].start
    before = [mention for mention in state.scanned.mentions if mention.end <= start]
    end = next((at for at in range(len(before) - 1, -1, -1) if before[at].mask & _TOLD), None)
    if end is None or not before[end].mask & m.Goods.bit:
        return ()
    listed = _run(before[: end + 1])
    return tuple(listed) if len(listed) == count == len(set(listed)) else ()


def join_worth(state: State, told: int, count: int) -> None:
    """Join the volumes dealt out over a list with what they were worth, where that is dealt out right behind them."""
    before, after = state.records[told - count : told], state.records[told:]
    if told < count or len(after) != count:
        return
    for one, other in zip(before, after, strict=True):
        same = one.commodity is not None and (one.commodity, one.exporter, one.importer) == (
            other.commodity,
            other.exporter,
            other.importer,
        )
        figures = one.value is None and one.volume is not None and other.volume is None and other.value is not None
        if not (same and figures and one.period == other.period and one.change is None and other.change is None):
            return
    for at, (one, other) in enumerate(zip(before, after, strict=True), start=told - count):
        state.records[at] = evolve(one, value=other.value).with_evidence(*other.evidence)
    del state.records[told:]


_TWO = 2
_JOINTS = frozenset({Mark.AND, Mark.COMMA})


def _run(mentions: list[Mention]) -> list[str]:
    """Return the goods at the end, joined by marks."""
    found: list[str] = []
    at = len(mentions) - 1
    while at >= 0 and (goods := mentions[at].get(m.Goods)) is not None:
        found.insert(0, goods.id)
        if at < _TWO or mark_of(mentions[at - 1]) not in _JOINTS:
            break
        at -= _TWO
    return found

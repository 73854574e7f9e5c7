"""Which way the use of a currency goes."""

from collections.abc import Sequence

from sinorus.languages import meaning as m
from sinorus.parsers.marks import cue_of
from sinorus.scan.mention import Mention
from sinorus.values import Direction


def trend(mentions: Sequence[Mention], low: int, high: int, codes: Sequence[str] = ()) -> Direction | None:
    """Return which way the use of a currency goes; what is said right before another one is not of it ("freed of the dollar")."""
    for index in range(low, high):
        mention = mentions[index]
        if index and mentions[index - 1].mask & m.Negation.bit and mention.start - mentions[index - 1].end <= 1:
            continue  # "does not fall" says of no rise, either
        way = cue_of(mention, "settlement")
        if way in {"up", "down"}:
            other = mentions[index + 1].get(m.Currency) if index + 1 < high else None
            if codes and other is not None and other.codes and not set(codes) & set(other.codes):
                continue
            return Direction.UP if way == "up" else Direction.DOWN
        movement = mention.get(m.Movement)
        if movement is not None:
            return movement.direction
    return None

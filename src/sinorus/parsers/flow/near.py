"""What stands near a figure in its chunk."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Role, Use
from sinorus.parsers.marks import role_of
from sinorus.parsers.phrase import Phrase
from sinorus.scan.mention import Mention

CLOSE = 2
"""Mentions between a figure and the time told for it alone, at most."""


def neighbour(items: list[Mention], index: int, step: int) -> Mention | None:
    """Return the next mention on one side, looking through words that only colour a figure."""
    index += step
    while 0 <= index < len(items):
        mention = items[index]
        if not mention.mask & (m.RecordHigh.bit | m.Respectively.bit | m.Certainty.bit) or mention.mask & (m.Movement.bit | m.Level.bit):
            return mention
        index += step
    return None


def movement_of(mention: Mention | None, *, noun: bool) -> m.Movement | None:
    """Return the movement that a word is, as a noun or comparative where it can be both and stands in such a place ("a 28% rise")."""
    if mention is None or not mention.mask & m.Movement.bit:
        return None
    found = [each for each in mention.meanings if isinstance(each, m.Movement)]
    return next((each for each in found if (each.use is not Use.VERB) is noun), found[0])


def plan_before(phrase: Phrase, index: int) -> int | None:
    """Return where a word says that a level had been planned or expected, with which what came is compared: "9 Mt against a plan of 10"."""
    items = phrase.chunk.items
    at = index - 1
    while at > 0 and items[at].mask & m.Relation.bit and not items[at].mask & m.Certainty.bit:
        at -= 1
    if at >= 0 and items[at].mask & m.Certainty.bit and role_of(items[at]) is Role.AGAINST:
        return at  # 原计划: "though so much had been planned"
    if at > 0 and items[at].mask & m.Certainty.bit and role_of(items[at - 1]) in {Role.AGAINST, Role.AT}:
        return at
    behind = index + 1 < len(items) and items[index + 1].mask & m.Certainty.bit and role_of(items[index - 1]) is Role.AGAINST
    return index + 1 if index and behind else None


def listed_before(phrase: Phrase, position: int) -> int | None:
    """Return the index of the figure to which this one is joined in a list ("17.1% and 27.7%")."""
    index = phrase.figures[position]
    if position == 0:
        return None
    previous = phrase.figures[position - 1]
    between = phrase.chunk.items[previous + 1 : index]
    if between and all(item.mask & (m.Punctuation.bit) for item in between):
        return previous
    return None


def movement_near(phrase: Phrase, index: int) -> tuple[int, m.Movement] | None:
    """Return the movement that governs a figure: the nearest before it, or a noun or comparative right after it."""
    items = phrase.chunk.items
    following = index + 1
    while following + 2 < len(items) and items[following].mask & m.Punctuation.bit and _same_unit(items[index], items[following + 1]):
        following += 2  # "3 percent and 5 percent more"
    while following < len(items) and items[following].mask & m.Comparison.bit:
        following += 1
    if following < len(items):
        movement = movement_of(items[following], noun=True)
        if movement is not None and (movement.use is not Use.VERB):
            return following, movement
    before = [pair for pair in phrase.movements if pair[0] < index]
    if before:
        return before[-1]
    figure = items[index].get(m.Figure)
    times = index + 1 if figure is not None and figure.times else -1  # «вдвое сократила»
    by = role_of(neighbour(items, index, -1)) is Role.BY  # "by a third fell the exports", as languages of free order say
    after = [pair for pair in phrase.movements if pair[0] > index and (by or pair[0] == times or pair[1].use is Use.NOUN)]
    return after[0] if after and not any(index < other < after[0][0] for other in phrase.figures) else None


def _same_unit(one: Mention, other: Mention) -> bool:
    left, right = one.get(m.Figure), other.get(m.Figure)
    return left is not None and right is not None and left.quantity.unit == right.quantity.unit

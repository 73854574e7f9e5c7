"""How many times as much goes one way as the other: "exports came to $690m. Imports were five times as high: $3.4bn"."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Head, Side, Use
from sinorus.parsers.flow.state import State
from sinorus.parsers.marks import role_of
from sinorus.parsers.phrase import Phrase
from sinorus.records import Measure
from sinorus.scan.mention import Mention

_BETWEEN = m.Level.bit | m.Pointer.bit | m.Cue.bit
"""What may stand between a flow and the multiple: "were", "by weight"."""


def set_beside_back(state: State, phrase: Phrase) -> None:
    """Drop a multiple that only says how much more goes this way than went the other, told right before: no change."""
    if not (phrase.heads and _is_back(state, phrase.heads[0][1])) or phrase.periods or phrase.bases or phrase.basis is not None:
        return
    items = phrase.chunk.items
    at = next((index for index in range(phrase.heads[0][0] + 1, len(items)) if not items[index].mask & _BETWEEN), None)
    if at is None or any(role_of(item) is m.Role.AGAINST for item in items):
        return
    stated = bool(items[at - 1].mask & m.Level.bit)
    compared = [index for index in (at, at + 1) if index < len(items) and _is_comparative(items[index])]
    figure, movement = items[at].get(m.Figure), items[at].get(m.Movement)
    multiple = figure.times if figure is not None else movement is not None and movement.factor is not None
    if not multiple or not (compared or (figure is not None and (stated or _is_of_quality(state, items[at])))):
        return
    if figure is not None:
        state.drop(items[at], "how many times as much as goes the other way")
        phrase.figures.remove(at)
    phrase.movements = [pair for pair in phrase.movements if pair[0] not in compared]


def _is_of_quality(state: State, multiple: Mention) -> bool:
    """Whether a word that nothing reads stands right behind a multiple: "tenfold modester", as no change is told."""
    behind = next((each.start for each in state.scanned.mentions if each.start >= multiple.end), state.scanned.sentence.span.end)
    return any(letter.isalpha() for letter in state.scanned.text[multiple.end : behind])


def _is_comparative(item: Mention) -> bool:
    movement = item.get(m.Movement)
    return movement is not None and movement.use is Use.MODIFIER


def _is_back(state: State, head: Head) -> bool:
    """Whether a noun names the other way of the trade of which one way was told last."""
    if head.use is not Use.NOUN or head.side is Side.BOTH or head.measure is not Measure.EXPORTS:
        return False
    before, flow = state.frame, state.context.flow
    if before is not None:
        told = before.head.measure is Measure.EXPORTS and state.draft is not None and state.draft.level
        return told and before.head.side is head.side.facing
    told = flow is not None and flow.measure is Measure.EXPORTS and state.context.distance <= 1
    return flow is not None and told and flow.side is head.side.facing

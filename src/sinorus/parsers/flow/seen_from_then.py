"""What was then, set beside what is now: "a year earlier the figure was five times lower" tells that there are five times as many now."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark, Role, Use
from sinorus.languages.period_expr import PeriodKind, PeriodRelation
from sinorus.parsers.flow.anchoring import anchored
from sinorus.parsers.flow.figure_part import RELATIVE, FigureUse, What
from sinorus.parsers.flow.state import State
from sinorus.parsers.marks import role_of
from sinorus.parsers.phrase import Phrase
from sinorus.values import Direction
from sinorus.values.evolve import evolve

_BEFORE = frozenset({PeriodKind.YEAR_BEFORE, PeriodKind.MONTH_BEFORE, PeriodKind.PRECEDING, PeriodKind.SAME})
_BACK = {Direction.UP: Direction.DOWN, Direction.DOWN: Direction.UP}


def seen_from_then(state: State, phrase: Phrase) -> bool:
    """Whether a chunk tells by a comparative alone how far the level of a time before is from that just told."""
    if not phrase.movements or any(movement.use is not Use.MODIFIER for _, movement in phrase.movements):
        return False
    items, at = phrase.chunk.items, phrase.movements[0][0]
    figures = [items[index].get(m.Figure) for index in phrase.figures]
    if any(figure is not None and figure.quantity.dimension not in RELATIVE for figure in figures):
        return False
    if any(role_of(item) is Role.AGAINST for item in items) or phrase.basis is not None:
        return False
    if len(phrase.bases) == 1 and not phrase.periods:
        index, expr = phrase.bases[0]
        return index < at and expr.kind in _BEFORE and expr.relation is PeriodRelation.PLAIN and not _is_compared(phrase, index)
    return _contrasted(state, phrase)


def _is_compared(phrase: Phrase, index: int) -> bool:
    """Whether a preposition says that something is measured against a time."""
    return index > 0 and role_of(phrase.chunk.items[index - 1]) in {Role.BY, Role.FROM, Role.TO}


def _contrasted(state: State, phrase: Phrase) -> bool:
    """Whether a clause sets a time before against that of the level just told: "it was 5 Mt, while in 2022 three times less"."""
    draft = state.draft
    if phrase.chunk.opener is not Mark.CONTRAST or draft is None or not draft.level or draft.period is None:
        return False
    if len(phrase.periods) != 1 or phrase.bases or phrase.heads or phrase.parties or phrase.goods:
        return False
    told = anchored(state, phrase.periods[0][1])
    if told is None or told.last >= draft.period.first:
        return False
    phrase.bases, phrase.periods = phrase.periods, []
    return True


def turned_back(use: FigureUse) -> FigureUse:
    """Return a change as it is seen from now: a number of times is the same both ways, a percentage is not."""
    if use.what is not What.CHANGE or use.direction not in _BACK:
        return use
    if use.quantity.unit != "x":
        return evolve(use, what=What.OTHER, reason="how far a level of the past was from that of now")
    return evolve(use, direction=_BACK[use.direction])

"""To which figure of a sentence each expression of time belongs."""

from collections.abc import Sequence

from attrs import frozen

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark, Role
from sinorus.languages.period_expr import PeriodExpr, PeriodKind
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned

_DAYS = frozenset({PeriodKind.DAY, PeriodKind.WEEKDAY, PeriodKind.MONTH_DAY})
"""Days on which somebody spoke, not times of payment."""
_EARLIER = frozenset({PeriodKind.YEAR_BEFORE, PeriodKind.MONTH_BEFORE})
"""Times of a comparison, which the next figure does not share."""


@frozen
class Timed:
    """A figure (its index, -1 for the sentence as a whole) and the expression of time that it takes, if any."""

    figure: int
    expr: PeriodExpr | None


def timed(scanned: Scanned, figures: Sequence[int]) -> list[Timed]:
    """Return the time of each figure.

    One that stands before the first figure, or behind a comma after the last, leads the next figure; any other closes the one before
    it. A figure without a time of its own takes that of its neighbour, unless the sentence goes "from" the one "to" the other.
    """
    mentions = scanned.mentions
    places = [index for index, mention in enumerate(mentions) if (expr := mention.get(PeriodExpr)) is not None and expr.kind not in _DAYS]
    if not figures:
        return [Timed(-1, mentions[places[0]].get(PeriodExpr))] if places else []
    own: dict[int, PeriodExpr] = {}
    leading: set[int] = set()
    for place in places:
        expr = mentions[place].get(PeriodExpr)
        figure = _figure_of(mentions, place, figures)
        if expr is not None and figure is not None:
            own.setdefault(figure, expr)
            if place < figure:
                leading.add(figure)
    found: list[Timed] = []
    for number, figure in enumerate(figures):
        expr = own.get(figure)
        if expr is None and number and not _departs(mentions, figures[number - 1]):
            expr = next((each.expr for each in reversed(found) if each.expr is None or each.expr.kind not in _EARLIER), None)
        if expr is None and not _departs(mentions, figure) and not number:
            expr = next(
                (
                    own[other]
                    for other in figures[1:]
                    if other in own and other not in leading and not _departs(mentions, other) and not _split(mentions, figure, other)
                ),
                None,
            )
        found.append(Timed(figure, expr))
    return found


def _figure_of(mentions: Sequence[Mention], place: int, figures: Sequence[int]) -> int | None:
    before = [figure for figure in figures if figure < place]
    after = [figure for figure in figures if figure > place]
    if not before or not after:
        return (before[-1:] or after[:1])[0] if before or after else None
    parted = any(_parts(mention) for mention in mentions[before[-1] + 1 : place])
    return after[0] if parted else before[-1]


def _parts(mention: Mention) -> bool:
    mark = mention.get(m.Punctuation)
    return mark is not None and mark.mark in {Mark.COMMA, Mark.SEMICOLON, Mark.AND, Mark.CONTRAST} and not mention.mask & m.Relation.bit


def _split(mentions: Sequence[Mention], left: int, right: int) -> bool:
    """Whether a semicolon or a word of contrast stands between two figures."""
    return any(
        (mark := mention.get(m.Punctuation)) is not None
        and mark.mark in {Mark.SEMICOLON, Mark.CONTRAST}
        and not mention.mask & m.Relation.bit
        for mention in mentions[left + 1 : right]
    )


def _departs(mentions: Sequence[Mention], figure: int) -> bool:
    """Whether "from" stands right before the figure: it is the level that was left."""
    before = figure - 1
    if before > 0 and mentions[before].mask & PeriodExpr.bit:  # "from 2022's 1%"
        before -= 1
    relation = mentions[before].get(m.Relation) if before >= 0 else None
    return relation is not None and relation.role is Role.FROM

"""To which figure of a sentence each expression of time belongs."""

from collections.abc import Sequence
from itertools import pairwise

from attrs import frozen

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark, Role
from sinorus.languages.period_expr import Grain, PeriodExpr, PeriodKind, PeriodRelation
from sinorus.parsers.marks import is_cue, mark_of, role_of
from sinorus.parsers.settlement.left_level import OPENING, departs
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned
from sinorus.values.evolve import evolve

_EARLIER = frozenset({PeriodKind.YEAR_BEFORE, PeriodKind.MONTH_BEFORE})
"""Times of a comparison, which the next figure does not share."""
_TOUCH = 3


def _of_year_told(mentions: Sequence[Mention], place: int, places: Sequence[int]) -> PeriodExpr | None:
    """Return the expression of time at a place; "the end of the year" is that of the year named before it in the sentence."""
    expr = mentions[place].get(PeriodExpr)
    if expr is None or expr.kind is not PeriodKind.YEAR or expr.offset != 0 or not expr.edge:
        return expr
    before = [told for at in places if at < place and (told := mentions[at].get(PeriodExpr)) is not None]
    named = next((told for told in reversed(before) if told.explicit and told.grain is Grain.YEAR), None)
    return evolve(named, edge=expr.edge, relation=expr.relation, adjective=expr.adjective) if named is not None else expr


@frozen
class Timed:
    """A figure (its index, -1 for the sentence as a whole) and the expression of time that it takes, if any."""

    figure: int
    expr: PeriodExpr | None
    left: bool = False
    """Whether it is a level that was left, or with which another is compared."""
    compared: bool = False
    """Whether the sentence has such a level."""
    over: bool = False
    """Whether it is the level that was left over the time that is told of the one reached: "in 2022 it went from 1% to 9%"."""


def timed(scanned: Scanned, figures: Sequence[int]) -> list[Timed]:
    """Return the time of each figure.

    One that stands before the first figure, or behind a comma after the last, leads the next figure; any other closes the one before
    it. A figure without a time of its own takes that of its neighbour, unless the sentence goes "from" the one "to" the other.
    """
    mentions = scanned.mentions
    places = [at for at, mention in enumerate(mentions) if (expr := mention.get(PeriodExpr)) is not None and not _is_day(expr)]
    opening = _source_first(mentions)
    places = [place for place in places if place >= opening and not measured_from(mentions, place) and not _of_speech(mentions, place)]
    if not figures:
        places = [place for place in places if not of_deal(mentions, place)]
        return [Timed(-1, mentions[places[0]].get(PeriodExpr))] if places else []
    times = _Times(mentions, figures, places)
    found: list[Timed] = []
    for number in range(len(figures)):
        found.append(times.of(number, found))
    return found


class _Times:
    """The expressions of time that stand beside the figures of a sentence, and which of these are levels that were left."""

    def __init__(self, mentions: Sequence[Mention], figures: Sequence[int], places: Sequence[int]) -> None:
        self.mentions, self.figures = mentions, figures
        self.own: dict[int, PeriodExpr] = {}
        self.leading: set[int] = set()
        self.over: set[int] = set()
        self.gone = {figure for figure in figures if departs(mentions, figure)}
        near = self._place(places)
        if len(figures) > 1 and _had_been(mentions, figures[0], figures[1]):
            self.gone.add(figures[0])
        self.spans = {
            left: right for left, right in pairwise(figures) if left in self.gone and right not in self.gone and right == left + 2
        }
        self._span(near)

    def _place(self, places: Sequence[int]) -> set[int]:
        """Give each time to its figure; return the levels that were left whose time stands right before them."""
        near: set[int] = set()
        for place in places:
            expr = _of_year_told(self.mentions, place, places)
            figure = _figure_of(self.mentions, place, self.figures)
            if expr is None or figure is None:
                continue
            touching = place < figure and all(role_of(each) is Role.POSSESSIVE for each in self.mentions[place + 1 : figure])
            if figure in self.gone and touching:
                if figure in self.own:
                    self.own.setdefault(next((each for each in self.figures if each > figure), figure), self.own[figure])
                self.own[figure] = expr  # 2023年12月由上年同期的16%升至36%
                near.add(figure)
                continue
            if figure in self.leading and (month := _month_in(self.own[figure], expr)) is not None:
                self.own[figure] = month  # "in 2022 it was rare: in January its share was 4%"
                continue
            if figure in self.leading and expr.explicit and not self.own[figure].explicit and place < figure:
                self.own[figure] = expr  # "look back five years: in 2020 it was 9%"
            self.own.setdefault(figure, expr)
            if place < figure:
                self.leading.add(figure)
        return near

    def _span(self, near: set[int]) -> None:
        """Give a time that leads to two levels to the one reached: "in 2022 it went from 1% to 9%"."""
        for left, right in self.spans.items():
            led = left in self.own and right not in self.own and left in self.leading - near
            if led and self.own[left].kind is not PeriodKind.CURRENT:
                self.own[right] = self.own[left]
                self.leading.add(right)
                self.over.add(left)

    def of(self, number: int, found: Sequence[Timed]) -> Timed:
        """Return the time of the figure of this number, behind those found."""
        figure = self.figures[number]
        expr, left = self.own.get(figure), figure in self.gone
        over = figure in self.over
        if expr is not None and left and expr.relation in OPENING:
            expr = evolve(expr, relation=PeriodRelation.PLAIN)  # 从2020年的80%降到5%
        if expr is None and number and not _now(self.mentions, self.figures[number - 1], figure):
            lent = self._lent(number, found, left=left)
            spanned = left and figure in self.spans and self.spans[figure] not in self.own
            expr, over = (lent.expr, lent.over if lent.left else spanned) if lent is not None else (None, over)
        if expr is None and not left and not number and not _now(self.mentions, -1, figure):
            expr = self._told_behind(figure)
        return Timed(figure, expr, left=left, compared=bool(self.gone), over=over)

    def _lent(self, number: int, found: Sequence[Timed], *, left: bool) -> Timed | None:
        """Return the figure before whose time is that of this one, too."""
        figure = self.figures[number]
        parted = _semicolon(self.mentions, self.figures[number - 1], figure) and _year_told(found)
        return next(
            (
                each
                for each in (found if parted else reversed(found))
                if each.left is left
                and (not _earlier(each.expr) or _joined(self.mentions, each.figure, figure))
                and not _bracketed(self.mentions, each.figure)
            ),
            None,
        )

    def _told_behind(self, figure: int) -> PeriodExpr | None:
        """Return the time that closes a later figure and holds for the first one, too."""
        closing = (each for each in self.figures[1:] if each in self.own and each not in self.leading | self.gone)
        return next((self.own[each] for each in closing if not _split(self.mentions, figure, each)), None)


def _month_in(year: PeriodExpr, expr: PeriodExpr) -> PeriodExpr | None:
    """Return the month that a text names behind its year, as one of that year."""
    bare = expr.kind in {PeriodKind.PART, PeriodKind.CURRENT_PART} and expr.offset in {None, 0} and expr.part is not None
    if not bare or expr.part is None or not year.explicit or year.period is None or not year.period.is_year:
        return None
    return PeriodExpr(kind=PeriodKind.FIXED, period=expr.part.of(year.period.first.year))


def _is_day(expr: PeriodExpr) -> bool:
    """Whether a day is named on which somebody spoke, and no year: no time of payment."""
    return expr.grain is Grain.DAY and expr.relation is PeriodRelation.PLAIN and not expr.explicit


def _had_been(mentions: Sequence[Mention], left: int, right: int) -> bool:
    """Whether a relative clause tells what a level had been: "the dollar, which had covered 87%, fell back to 48%"."""
    to = role_of(mentions[right - 1]) is Role.TO and any(each.mask & m.Movement.bit for each in mentions[left + 1 : right])
    aside = any(mark_of(each) is Mark.COMMA for each in mentions[left + 1 : right])
    return to and aside and any(mark_of(each) is Mark.RELATIVE for each in mentions[:left])


def measured_from(mentions: Sequence[Mention], place: int) -> bool:
    """Whether a change is measured from that time: "up 10 points from the third quarter, to 36%"; no figure stands there."""
    expr = mentions[place].get(PeriodExpr)
    if expr is None or expr.adjective or (place + 1 < len(mentions) and mentions[place + 1].mask & m.Figure.bit):
        return False
    near = [each for each in mentions[max(place - 2, 0) : place] if mentions[place].start - each.end <= _TOUCH]
    than = any(each.mask & m.Comparison.bit or role_of(each) in {Role.AGAINST, Role.FROM} for each in near)
    beside = [*mentions[max(place - 4, 0) : place], *mentions[place + 1 : place + 3]]
    changed = any((figure := each.get(m.Figure)) is not None and figure.quantity.unit in {"pp", "x"} for each in beside)
    return changed and (than or expr.relation in {PeriodRelation.FROM, PeriodRelation.SINCE, PeriodRelation.AGAINST})


def _of_speech(mentions: Sequence[Mention], place: int) -> bool:
    """Whether a time is that at which somebody spoke: "…, as he noted in October"."""
    before = next((each for each in reversed(mentions[max(place - 2, 0) : place]) if not each.mask & m.Relation.bit), None)
    return before is not None and bool(before.mask & m.Speech.bit) and mentions[place].start - before.end <= _TOUCH * 2


def _source_first(mentions: Sequence[Mention]) -> int:
    """Return where a clause ends that only says who tells it and when: "As a report of this month by the central bank shows, …"."""
    if mark_of(mentions[0]) is not Mark.CONTRAST and not mentions[0].mask & m.Speech.bit:
        return 0
    end = next((at for at, each in enumerate(mentions) if mark_of(each) is Mark.COMMA), 0)
    clause = mentions[:end]
    told = any(each.mask & (m.Figure.bit | m.Currency.bit) for each in clause)
    return 0 if told or not any(each.mask & (m.Body.bit | m.OtherMeasure.bit | m.Speech.bit) for each in clause) else end


def of_deal(mentions: Sequence[Mention], place: int) -> bool:
    """Whether a time is that at which a deal was signed: "by the contract signed in 2012 it is paid in yuan"."""
    beside = (mentions[at] for at in (place - 1, place + 1) if 0 <= at < len(mentions))
    return any(each.mask & m.AgreementVerb.bit for each in beside)


def _earlier(expr: PeriodExpr | None) -> bool:
    if expr is None or expr.kind in _EARLIER:
        return True
    return expr.kind is PeriodKind.YEAR and expr.offset is not None and expr.offset < -1  # "two years ago it was 2%; dollars are 70%"


def _joined(mentions: Sequence[Mention], left: int, right: int) -> bool:
    """Whether an "and" joins two figures, and nothing parts them: "two years ago it was 1% in exports and 4% in imports"."""
    between = [mark_of(each) for each in mentions[left + 1 : right] if each.mask & m.Punctuation.bit and not each.mask & m.Relation.bit]
    return between == [Mark.AND]


def _bracketed(mentions: Sequence[Mention], figure: int) -> bool:
    """Whether a figure stands in brackets, as an aside."""
    marks = [mark for mention in mentions[:figure] if (mark := mark_of(mention)) in {Mark.OPEN, Mark.CLOSE}]
    return bool(marks) and marks[-1] is Mark.OPEN


def _now(mentions: Sequence[Mention], left: int, right: int) -> bool:
    """Whether the words between two figures turn from then to now: "two years ago it was 3%, now it is 30%"."""
    return any(is_cue(mention, "settlement", "now") for mention in mentions[left + 1 : right])


def _figure_of(mentions: Sequence[Mention], place: int, figures: Sequence[int]) -> int | None:
    before = [figure for figure in figures if figure < place]
    after = [figure for figure in figures if figure > place]
    if not before or not after:
        return (before[-1:] or after[:1])[0] if before or after else None
    expr = mentions[place].get(PeriodExpr)
    if expr is not None and expr.adjective and after[0] == place + 1:
        return after[0]  # "from December's 36%"
    if after[0] == place + 2 and role_of(mentions[place + 1]) is Role.POSSESSIVE:
        return after[0]  # 升至9月的14%
    parted = any(_parts(mention) for mention in mentions[before[-1] + 1 : place])
    return after[0] if parted else before[-1]


def _parts(mention: Mention) -> bool:
    mark = mention.get(m.Punctuation)
    return (
        mark is not None
        and mark.mark in {Mark.COMMA, Mark.SEMICOLON, Mark.AND, Mark.CONTRAST, Mark.OPEN}
        and not mention.mask & m.Relation.bit
    )


def _split(mentions: Sequence[Mention], left: int, right: int) -> bool:
    """Whether a semicolon or a word of contrast stands between two figures."""
    return any(
        (mark := mention.get(m.Punctuation)) is not None
        and mark.mark in {Mark.SEMICOLON, Mark.CONTRAST}
        and not mention.mask & m.Relation.bit
        for mention in mentions[left + 1 : right]
    )


def _year_told(found: Sequence[Timed]) -> bool:
    """Whether a whole year is only set against the month told first: "34% in May, 0.4% in 2021; of imports it was 36%"."""
    first, last = found[0].expr, found[-1].expr
    if first is None or last is None:
        return False
    return last.explicit and last.grain is Grain.YEAR and first.grain is not Grain.YEAR


def _semicolon(mentions: Sequence[Mention], left: int, right: int) -> bool:
    return any(mark_of(mention) is Mark.SEMICOLON for mention in mentions[left + 1 : right])

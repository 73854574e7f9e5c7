"""When an undated text was written: the day on which figures come out in its first sentences, or the year that its comparisons tell."""

import datetime
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from itertools import chain
from typing import NamedTuple

from attrs import frozen

from sinorus.languages.meaning import (
    Body,
    Certainty,
    Goods,
    Head,
    Intent,
    Level,
    Mark,
    OtherMeasure,
    Party,
    Punctuation,
    Relation,
    Route,
    Speech,
)
from sinorus.languages.period_expr import Grain, Part, PeriodExpr, PeriodKind, PeriodRelation
from sinorus.resolve.anchor import anchor
from sinorus.scan.sentence import Scanned
from sinorus.values import Period

_COUNTED = frozenset({PeriodKind.PART, PeriodKind.YEAR, PeriodKind.MONTHS})
"""What is counted from the year of writing: "in January-April", "last year"."""
_COUNTING = frozenset({"customs", "statistics"})
_AHEAD = Intent.bit | Certainty.bit
_TOLD = frozenset({PeriodRelation.PLAIN, PeriodRelation.AGAINST, PeriodRelation.AS_OF})
_THIS_OR_LAST = frozenset({0, -1})
_OUT = 10
"""A text that tells of a later month may have been written in the year after it."""
_MARGIN = 4
_PRINTED = PeriodExpr.bit | Party.bit | Relation.bit | Body.bit | Route.bit | Goods.bit | Level.bit | Punctuation.bit
"""What a line may hold that gives the day of the text: names, and words that are parts of names."""
_FIRST = 2
"""The last paragraph in which a text may say when it was written."""


def day_of_writing(document: Sequence[Scanned]) -> datetime.date | None:
    """Return the day on which the first sentences of an undated text have someone say something, or figures come out.

    "It was announced on 18 December 2018", "customs data showed on Wednesday, April 13, 2022". Failing that, it is the day told by a
    line above or below the text that tells nothing else: the newspaper and its page.
    """
    said = (
        _only(each, Grain.DAY) for each in document if each.sentence.paragraph <= _FIRST and (each.mask & Speech.bit or _of_figures(each))
    )
    return next((day.first for day in chain(said, _printed(document, Grain.DAY)) if day is not None), None)


def _printed(document: Sequence[Scanned], grain: Grain) -> Iterator[Period | None]:
    """Give the times named by the lines above or below a text that tell nothing else."""
    lines = (each for each in document[:_MARGIN] if each.sentence.kind != "sentence")
    return (_only(each, grain) for each in (*lines, *document[-1:]) if not each.mask & ~_PRINTED)


def _only(scanned: Scanned, grain: Grain) -> Period | None:
    """Return the one time of a grain that a sentence names in full."""
    found = {expr.period for _, expr in scanned.of(PeriodExpr) if expr.period is not None and expr.grain is grain}
    return found.pop() if len(found) == 1 else None


def _of_figures(scanned: Scanned) -> bool:
    """Whether a sentence names figures or who brings them out: customs data, a statistics office."""
    counts = any(body.kind in _COUNTING for _, body in scanned.of(Body))
    return counts or any(other.kind == "data" for _, other in scanned.of(OtherMeasure))


@frozen
class YearOfWriting:
    """The year in which an undated text was written."""

    year: int
    told: datetime.date | None = None
    """The last day of it of which the text is known to tell; None where the year is that after one that the text compares with."""

    near: datetime.date | None = None
    """A day of which the text tells as of news, where no more than that is known: bare months are those around it."""

    def anchored(self, expr: PeriodExpr, current: Period | None) -> Period | None:
        """Return what the expression means in a text of this year; where the year is no more than likely, the context goes first."""
        found = anchor(expr, date=None, current=current)
        if self.near is not None:
            return _around(self.near, expr) or found
        if expr.kind not in _COUNTED:
            return found
        end = datetime.date(self.year, 12, 31)
        if self.told is None or found is None or expr.offset is not None:
            return anchor(expr, date=end, current=current)
        if found.last.year == self.year:
            return found
        known = anchor(expr, date=self.told, current=current)
        return known if known is not None and known.last.year == self.year else found


def _around(day: datetime.date, expr: PeriodExpr) -> Period | None:
    """Return the bare month that lies close to a day."""
    if not _is_bare(expr) or expr.part is None or expr.grain is not Grain.MONTH:
        return None
    months = (expr.part.of(day.year + years) for years in (-1, 0, 1))
    return next((month for month in months if month is not None and month.first - _CLOSE <= day <= month.last + _CLOSE), None)


_CLOSE = datetime.timedelta(days=62)


def year_of_writing(document: Sequence[Scanned]) -> YearOfWriting | None:
    """Return when an undated text was written, as far as the times that it names tell.

    That is the year after the latest one that it compares with ("than in the same months of 2020"; "in January-May ..., 3 Mt in
    January-May 2020"), or the one of which it tells a part as past ("in July 2021"), where no later year is past in it. Where only
    whole years are past and it speaks of this year or the last one, it is the year after them. A line that names a month and tells
    nothing gives that of the issue.
    """
    if issue := next((month for month in _printed(document, Grain.MONTH) if month is not None), None):
        return YearOfWriting(issue.last.year, issue.last)
    bare: set[Part] = set()
    years: list[_Told] = []
    relative = False
    for scanned in document:
        years += _years(scanned, frozenset(bare)) if not scanned.mask & _AHEAD else ()
        bare |= {expr.part for _, expr in scanned.of(PeriodExpr) if expr.part is not None and _is_bare(expr)}
        relative = relative or any(expr.kind in _COUNTED and expr.offset in _THIS_OR_LAST for _, expr in scanned.of(PeriodExpr))
    latest = max((each.year for each in years), default=0)
    found = {each.hint: each.last for each in years if each.year == latest}
    if _Hint.COMPARED in found:
        return YearOfWriting(latest)
    if _Hint.PART in found:
        return YearOfWriting(latest, found[_Hint.PART])
    if found.keys() == {_Hint.WHOLE} and relative:
        return YearOfWriting(latest + 1, found[_Hint.WHOLE])
    return _by_day(document)


def _by_day(document: Sequence[Scanned]) -> YearOfWriting | None:
    """Return the year of the day that is the latest time named in full, where it is one: "On 1 January 2024 the duty was restored"."""
    times = ((expr, each) for each in document for _, expr in each.of(PeriodExpr) if expr.period is not None)
    named = max(times, key=lambda pair: pair[0].period.last if pair[0].period is not None else datetime.date.min, default=None)
    if named is None or named[0].period is None or not named[1].mask & Party.bit:
        return None  # a line of a chronology has a day, and nobody who acts on it
    last = named[0].period.first
    return YearOfWriting(last.year, near=last) if (named[0].grain, named[0].relation) == (Grain.DAY, PeriodRelation.PLAIN) else None


class _Hint(Enum):
    """What a year told as past says of the one in which the text was written."""

    COMPARED = auto()
    """It is that one: the text compares with the year before."""
    PART = auto()
    """It is that one: a part of it is over."""
    WHOLE = auto()
    """It is a later one."""
    OPEN = auto()
    """It is that one or a later one."""


class _Told(NamedTuple):
    year: int
    hint: _Hint
    last: datetime.date


def _is_bare(expr: PeriodExpr) -> bool:
    """Whether a part of a year is named without its year."""
    return expr.kind is PeriodKind.PART and not expr.offset


def _years(scanned: Scanned, bare: frozenset[Part]) -> Iterator[_Told]:
    """Give what a sentence tells of years that are past; what was named ``bare`` before may be what it compares with."""
    here: set[Part] = set()
    counted: dict[int, int] = {}  # where this year or the last one is named
    for at, expr in scanned.of(PeriodExpr):
        if expr.kind is PeriodKind.YEAR or (expr.kind is PeriodKind.PART and expr.offset is not None):
            counted[at] = expr.offset or 0
        if expr.part is not None and _is_bare(expr):
            here.add(expr.part)
        if expr.period is None or expr.relation not in _TOLD:
            continue
        year = expr.period.last.year
        if expr.kind is PeriodKind.TO_DATE:
            yield _Told(year, _Hint.COMPARED, expr.period.last)
        elif at - 2 in counted and (
            _in_brackets(scanned, at) or _in_apposition(scanned, at, expr)
        ):  # "last year (2020)", "this year, 2006,"
            yield _Told(year - counted[at - 2], _Hint.COMPARED, expr.period.last)
        elif expr.kind is PeriodKind.SAME or any(part.of(year) == expr.period for part in here):
            yield _Told(year + 1, _Hint.COMPARED, expr.period.last)
        elif expr.grain is Grain.YEAR:
            past = scanned.mask & Head.bit and scanned.sentence.kind != "title"  # a title names the year that its text is of
            yield _Told(year, _Hint.WHOLE if past else _Hint.OPEN, expr.period.last)
        else:
            late = expr.grain is Grain.DAY or expr.period.last.month > _OUT or any(part.of(year) == expr.period for part in bare)
            yield _Told(year, _Hint.PART if scanned.mask & Head.bit and not late else _Hint.OPEN, expr.period.last)


def _in_apposition(scanned: Scanned, at: int, expr: PeriodExpr) -> bool:
    """Whether a year stands behind a comma that is all between it and the words that count to it: «нынешнего, 2006 года»."""
    before, named = scanned.mentions[at - 1], scanned.mentions[at]
    mark = before.get(Punctuation)
    touching = before.start == scanned.mentions[at - 2].end and named.start - before.end <= 1
    return touching and mark is not None and mark.mark is Mark.COMMA and expr.grain is Grain.YEAR


def _in_brackets(scanned: Scanned, at: int) -> bool:
    """Whether a bracket opens right before a mention."""
    mark = scanned.mentions[at - 1].get(Punctuation)
    return mark is not None and mark.mark is Mark.OPEN

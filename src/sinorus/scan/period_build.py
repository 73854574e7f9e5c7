"""From the words of a form to the expression they make: one small function a kind, chosen by the row's `build`."""

from collections.abc import Callable
from datetime import date
from functools import cache, lru_cache

from sinorus.languages.period_expr import Grain, Part, PeriodExpr, PeriodKind, PeriodRelation
from sinorus.values import Period
from sinorus.values.evolve import evolve

Atom = tuple[str, tuple[int, ...]]
"""A class and its numbers."""
Atoms = tuple[Atom, ...]

_YEAR_CLASSES = frozenset({"year", "year-of", "bare-year", "short-year", "hyphen-year", "years", "fy"})
_COUNTS = frozenset({"count", "day"})
_OFFSETS = frozenset({"deixis", "rel-year"})


def full_year(number: int) -> int:
    """Return the year that two digits mean: '23 is 2023, '98 is 1998."""
    return number if number > 99 else number + (2000 if number < 60 else 1900)


def _first(atoms: Atoms, *classes: str) -> int | None:
    return next((values[0] for cls, values in atoms if cls in classes and values), None)


def _all(atoms: Atoms, *classes: str) -> list[int]:
    return [values[0] for cls, values in atoms if cls in classes and values]


def _years(atoms: Atoms) -> list[int]:
    years: list[int] = []
    for cls, values in atoms:
        if cls == "years":
            years += _span(full_year(values[0]), values[1])
        elif cls in _YEAR_CLASSES:
            years.append(full_year(values[0]))
    return years


def _span(first: int, last: int) -> list[int]:
    """Read 2012-13, 1999/00; what runs backwards or over more than a generation is no span of years."""
    if last < 100:
        last += first - first % 100
        last += 100 if last == first - first % 100 and first % 100 == 99 else 0
    return [first, last] if first < last <= first + 60 else []


def _fixed(period: Period | None) -> PeriodExpr | None:
    return None if period is None else PeriodExpr(PeriodKind.FIXED, period=period)


def _place(part: Part, atoms: Atoms) -> PeriodExpr | None:
    """Give a part of a year its year, or the distance to it, or leave it open."""
    years = _years(atoms)
    if len(years) > 1 and years[0] > years[-1]:
        return None
    if years:
        last = part.of(years[-1])
        first = part.of(years[0])
        if first is None or last is None:
            return None
        return _fixed(Period(first=first.first, last=last.last))
    if part.of(2024) is None:
        return None
    return PeriodExpr(PeriodKind.PART, part=part, offset=_first(atoms, *_OFFSETS))


def _part(first: int, last: int, grain: Grain = Grain.RANGE) -> Part | None:
    return Part(first, last, grain=grain) if 1 <= first <= 12 and 1 <= last <= 12 else None


def _located(first: int, last: int, atoms: Atoms, grain: Grain = Grain.RANGE) -> PeriodExpr | None:
    part = _part(first, last, grain)
    return None if part is None else _place(part, atoms)


def _iso(atoms: Atoms, _: int | None) -> PeriodExpr | None:
    parts = atoms[0][1]
    if len(parts) == 3:
        year, month, day = parts if parts[0] > 31 else parts[::-1]
        if month > 12:  # the American order
            month, day = day, month
        try:
            return _fixed(Period.day(date(year, month, day)))
        except ValueError:
            return None
    return _fixed(Period.month(*parts)) if len(parts) == 2 and 1 <= parts[1] <= 12 else None


def _days(atoms: Atoms, _: int | None) -> PeriodExpr | None:
    """Read days and the months they belong to: one month for both days, or one each; a month without a day starts on its first."""
    months, days, years = _all(atoms, "month"), _all(atoms, "day", "ordinal-day"), _years(atoms)
    if not months or not days or not all(1 <= day <= 31 for day in days):
        return None
    starts_with_month = len(months) > len(days)
    first_day = 1 if starts_with_month else days[0]
    if len(years) == 2 and len(months) == 2:
        first = Part(months[0], months[0], first_day, first_day).of(years[0])
        last = Part(months[1], months[1], days[-1], days[-1]).of(years[1])
        return _fixed(Period(first=first.first, last=last.last)) if first and last and first.first <= last.last else None
    single = len(months) == 1 and len(days) == 1
    return _place(Part(months[0], months[-1], first_day, days[-1], Grain.DAY if single else Grain.RANGE), atoms)


def _days_from_new_year(atoms: Atoms, _: int | None) -> PeriodExpr | None:
    month, day = _first(atoms, "month"), _first(atoms, "day", "ordinal-day")
    return None if month is None or day is None else _place(Part(1, month, 1, day), atoms)


def _months(atoms: Atoms, _: int | None) -> PeriodExpr | None:
    """Read a first and a last month; a bare number before the only month is the first one (Chinese 1-8月)."""
    months, years = _all(atoms, "month"), _years(atoms)
    if len(months) == 1:
        start = _first(atoms, "day", "count")
        if start is None:
            return None
        months.insert(0, start)
    if not all(1 <= month <= 12 for month in months):
        return None
    if len(years) == 2 and (years[0], months[0]) <= (years[1], months[-1]):
        return _fixed(Period.months(years[0], months[0], months[-1], last_year=years[1]))
    return _located(months[0], months[-1], atoms)


def _month_pair(atoms: Atoms, unused: int | None) -> PeriodExpr | None:
    """Months joined by "and" are a range where they follow each other, else each is a period."""
    months = _all(atoms, "month", "day")
    return _months(atoms, unused) if months == list(range(months[0], months[0] + len(months))) else None


def _months_from_new_year(atoms: Atoms, _: int | None) -> PeriodExpr | None:
    month = _first(atoms, "month")
    return None if month is None else _located(1, month, atoms)


def _to_month(atoms: Atoms, offset: int | None) -> PeriodExpr | None:
    month = _first(atoms, "month")
    part = None if month is None else _part(month, month)
    return None if part is None else PeriodExpr(PeriodKind.TO_MONTH, part=part, offset=offset)


def _trailing(atoms: Atoms, _: int | None) -> PeriodExpr | None:
    month, count = _first(atoms, "month"), 12
    if atoms[0][0] in _COUNTS or (len(atoms) > 1 and atoms[0][0] in _OFFSETS and atoms[1][0] in _COUNTS):
        count = _first(atoms, *_COUNTS) or 12
    placed = None if month is None else _located(month, month, tuple(atom for atom in atoms if atom[0] not in _OFFSETS), Grain.MONTH)
    return None if placed is None else evolve(placed, kind=PeriodKind.TRAILING, count=count)


def _same(atoms: Atoms, _: int | None) -> PeriodExpr | None:
    """The context's period in a named year; where the words name the month too, that month alone is enough."""
    month, years = _first(atoms, "month"), _years(atoms)
    if month is not None and (part := _part(month, month, Grain.MONTH)):
        return _place(part, atoms)
    return PeriodExpr(PeriodKind.SAME, period=Period.year(years[0])) if years else None


def _quarters(atoms: Atoms, _: int | None) -> PeriodExpr | None:
    found = _all(atoms, "quarter", "ordinal", "ordinal-day", "roman", "day", "count")
    if len(found) < 2 or not 1 <= found[0] < found[1] <= 4:
        return None
    return _located(found[0] * 3 - 2, found[1] * 3, atoms)


def _number_in_year(atoms: Atoms, size: int, grain: Grain) -> PeriodExpr | None:
    joined = next((values for cls, values in atoms if cls in {"quarter-year", "half-year"}), None)
    if joined:
        number = joined[0]
        atoms = (("year", (full_year(joined[1]),)),)
    else:
        found = _first(atoms, "quarter", "half", "half-token", "ordinal", "ordinal-day", "roman", "day")
        if found is None:
            return None
        number = found
    if not 1 <= number <= 12 // size:
        return None
    return _located((number - 1) * size + 1, number * size, atoms, grain)


def _final_part(atoms: Atoms, count: int, grain: Grain) -> PeriodExpr | None:
    """The last part of a year: the word for "last" must not be read as last year."""
    offsets = [i for i, (cls, _) in enumerate(atoms) if cls in _OFFSETS]
    if offsets and offsets[0] < 2 and (len(offsets) > 1 or _years(atoms)):
        atoms = atoms[: offsets[0]] + atoms[offsets[0] + 1 :]
    elif offsets and offsets[0] < 2:
        atoms = tuple(atom for atom in atoms if atom[0] not in _OFFSETS)
    return _located(13 - count, 12, atoms, grain) if 1 <= count <= 12 else None


def _last_months(atoms: Atoms, _: int | None) -> PeriodExpr | None:
    return _final_part(atoms, _first(atoms, *_COUNTS) or 0, Grain.RANGE)


def _first_quarters(atoms: Atoms, _: int | None) -> PeriodExpr | None:
    count = _first(atoms, *_COUNTS) or 0
    return _located(1, count * 3, atoms) if 1 <= count <= 4 else None


def _quarters_to(atoms: Atoms, unused: int | None) -> PeriodExpr | None:
    count = _first(atoms, "quarter") or 0
    return _located(1, count * 3, atoms) if 1 <= count <= 4 else _first_quarters(atoms, unused)


def _first_months(atoms: Atoms, _: int | None) -> PeriodExpr | None:
    joined = next((values for cls, values in atoms if cls == "nmonths-year"), None)
    if joined:
        return _located(1, joined[0], (("year", (joined[1],)),))
    count = _first(atoms, "nmonths", *_COUNTS) or 0
    return _located(1, count, atoms) if 1 <= count <= 12 else None


def _month(atoms: Atoms, _: int | None) -> PeriodExpr | None:
    month = _first(atoms, "month", "month-adjective")
    return None if month is None else _located(month, month, atoms, Grain.MONTH)


def _month_deixis(atoms: Atoms, unused: int | None) -> PeriodExpr | None:
    """ "This March" is this year's, "last March" last year's; "next March" the coming one, which anchoring finds."""
    expr = _month(atoms, unused)
    return evolve(expr, relation=PeriodRelation.UNTIL, offset=None) if expr is not None and expr.offset == 1 else expr


def _year_range(atoms: Atoms, _: int | None) -> PeriodExpr | None:
    years = _years(atoms)
    return _fixed(Period.years(years[0], years[-1])) if years and years[0] <= years[-1] else None


def _year(atoms: Atoms, _: int | None) -> PeriodExpr | None:
    years = _years(atoms)
    return _fixed(Period.year(years[0])) if years else None


def _decade_of(atoms: Atoms, _: int | None) -> PeriodExpr | None:
    start = _first(atoms, "decade")
    if start is None:
        return None
    start = start if start > 99 else (1900 if start > 30 else 2000) + start
    return _fixed(Period.years(start, start + 9))


def _year_deixis(atoms: Atoms, _: int | None) -> PeriodExpr | None:
    offset = _first(atoms, *_OFFSETS)
    return PeriodExpr(PeriodKind.YEAR, offset=-1 if offset is None else offset)


def _year_to_year(atoms: Atoms, _: int | None) -> PeriodExpr | None:
    years = _years(atoms)
    return PeriodExpr(PeriodKind.YEAR, period=Period.year(years[0]), offset=_first(atoms, *_OFFSETS) or 0) if years else None


def _years_ago(atoms: Atoms, _: int | None) -> PeriodExpr | None:
    count = _first(atoms, *_COUNTS) or 0
    return PeriodExpr(PeriodKind.YEAR, offset=-count) if 1 <= count <= 60 else None


def _years_back(atoms: Atoms, _: int | None) -> PeriodExpr | None:
    count = _first(atoms, *_COUNTS) or 0
    return PeriodExpr(PeriodKind.YEAR_BEFORE, offset=-count) if 1 <= count <= 60 else None


def _months_back(atoms: Atoms, offset: int | None) -> PeriodExpr | None:
    count = _first(atoms, *_COUNTS) or offset or 0
    return PeriodExpr(PeriodKind.MONTHS, count=count) if 1 <= count <= 12 else None


def _offset(kind: PeriodKind) -> "Build":
    def build(atoms: Atoms, offset: int | None) -> PeriodExpr | None:
        own = ("weekday",) if kind is PeriodKind.WEEKDAY else ("deixis", "rel-month", "rel-quarter", "today")
        found = _first(atoms, *own)
        return PeriodExpr(kind, offset=(offset or 0) if found is None else found)

    return build


def _plain(kind: PeriodKind) -> "Build":
    def build(_: Atoms, offset: int | None) -> PeriodExpr | None:
        return PeriodExpr(kind, offset=offset)

    return build


def _current_block(_: Atoms, offset: int | None) -> PeriodExpr | None:
    return PeriodExpr(PeriodKind.CURRENT_BLOCK, count=offset)


def _current_part(atoms: Atoms, offset: int | None) -> PeriodExpr | None:
    month = _first(atoms, "month") or offset or 12
    return PeriodExpr(PeriodKind.CURRENT_PART, part=Part(month, month, grain=Grain.MONTH))


def _month_day(atoms: Atoms, _: int | None) -> PeriodExpr | None:
    day = _first(atoms, "ordinal-day", "day") or 0
    return PeriodExpr(PeriodKind.MONTH_DAY, offset=day, count=_first(atoms, "rel-month")) if 1 <= day <= 31 else None


Build = Callable[[Atoms, int | None], PeriodExpr | None]


@cache
def _builds() -> dict[str, Build]:
    kinds = PeriodKind
    return {
        "iso": _iso,
        "days": _days,
        "days-from-new-year": _days_from_new_year,
        "months": _months,
        "month-pair": _month_pair,
        "months-from-new-year": _months_from_new_year,
        "to-month": _to_month,
        "trailing": _trailing,
        "same": _same,
        "quarters": _quarters,
        "quarter": lambda atoms, _: _number_in_year(atoms, 3, Grain.QUARTER),
        "half": lambda atoms, _: _number_in_year(atoms, 6, Grain.HALF),
        "first-half": lambda atoms, _: _located(1, 6, atoms, Grain.HALF),
        "final-quarter": lambda atoms, _: _final_part(atoms, 3, Grain.QUARTER),
        "final-half": lambda atoms, _: _final_part(atoms, 6, Grain.HALF),
        "last-months": _last_months,
        "first-quarters": _first_quarters,
        "quarters-to": _quarters_to,
        "first-months": _first_months,
        "month": _month,
        "month-deixis": _month_deixis,
        "years": _year_range,
        "year": _year,
        "decade-of": _decade_of,
        "year-deixis": _year_deixis,
        "year-to-year": _year_to_year,
        "years-ago": _years_ago,
        "years-back": _years_back,
        "months-back": _months_back,
        "current-part": _current_part,
        "current-block": _current_block,
        "current-month-day": _month_day,
        "month-offset": _offset(kinds.MONTH),
        "quarter-offset": _offset(kinds.QUARTER),
        "day-offset": _offset(kinds.DAY),
        "weekday": _offset(kinds.WEEKDAY),
        "year-here": _plain(kinds.YEAR),
        "back": _plain(kinds.YEAR_BEFORE),
        "year-after": _plain(kinds.YEAR_AFTER),
        "month-before": _plain(kinds.MONTH_BEFORE),
        "decade-end": _plain(kinds.DECADE),
        "to-date": lambda atoms, _: PeriodExpr(kinds.TO_DATE, period=Period.year(_years(atoms)[0]) if _years(atoms) else None),
        "cumulated": _plain(kinds.CUMULATED),
        "current": _plain(kinds.CURRENT),
        "current-month": _plain(kinds.CURRENT_MONTH),
        "current-year": _plain(kinds.CURRENT_YEAR),
        "that-year": _plain(kinds.THAT_YEAR),
        "vague": _plain(kinds.VAGUE),
    }


@lru_cache(maxsize=4096)
def build(name: str, offset: int | None, atoms: Atoms) -> PeriodExpr | None:
    """Return what the atoms of a form say, or None where they make no sense (a 31st of June, a fifth quarter).

    KeyError where no build has this name.
    """
    return _builds()[name](atoms, offset)

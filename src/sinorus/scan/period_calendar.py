"""Parts of a named year, or of one still to be found: days, months, quarters, halves, years."""

from datetime import date
from itertools import pairwise

from sinorus.languages.period_expr import Grain, Part, PeriodExpr, PeriodKind, PeriodRelation
from sinorus.scan.period_atoms import COUNTS, OFFSETS, Atoms, Build, all_of, first_of, full_year, years_of
from sinorus.values import Period
from sinorus.values.evolve import evolve


def _fixed(period: Period | None) -> PeriodExpr | None:
    return None if period is None else PeriodExpr(PeriodKind.FIXED, period=period)


def _placed(part: Part, atoms: Atoms) -> PeriodExpr | None:
    """Give a part of a year its year, or the distance to it, or leave it open."""
    years = years_of(atoms)
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
    return PeriodExpr(PeriodKind.PART, part=part, offset=first_of(atoms, *OFFSETS))


def part_of_year(first: int, last: int, grain: Grain = Grain.RANGE) -> Part | None:
    """Return the months from `first` to `last`, or None where there are no such months."""
    return Part(first, last, grain=grain) if 1 <= first <= 12 and 1 <= last <= 12 else None


def _located(first: int, last: int, atoms: Atoms, grain: Grain = Grain.RANGE) -> PeriodExpr | None:
    part = part_of_year(first, last, grain)
    return None if part is None else _placed(part, atoms)


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
    months, days, years = all_of(atoms, "month"), all_of(atoms, "day", "ordinal-day"), years_of(atoms)
    if not months or not days or not all(1 <= day <= 31 for day in days):
        return None
    starts_with_month = len(months) > len(days)
    first_day = 1 if starts_with_month else days[0]
    if len(years) == 2 and len(months) == 2:
        first = Part(months[0], months[0], first_day, first_day).of(years[0])
        last = Part(months[1], months[1], days[-1], days[-1]).of(years[1])
        return _fixed(Period(first=first.first, last=last.last)) if first and last and first.first <= last.last else None
    single = len(months) == 1 and len(days) == 1
    return _placed(Part(months[0], months[-1], first_day, days[-1], Grain.DAY if single else Grain.RANGE), atoms)


def _days_from_new_year(atoms: Atoms, _: int | None) -> PeriodExpr | None:
    month, day = first_of(atoms, "month"), first_of(atoms, "day", "ordinal-day")
    return None if month is None or day is None else _placed(Part(1, month, 1, day), atoms)


def _ten_days(atoms: Atoms, _: int | None) -> PeriodExpr | None:
    """Read a third of a month, as customs of China count: ten days, ten days, and what is left."""
    month, third = first_of(atoms, "month"), first_of(atoms, "ten-days")
    if month is None or third is None or not 1 <= month <= _DECEMBER:
        return None
    return _placed(Part(month, month, third * 10 - 9, third * 10 if third < _LAST_THIRD else None), atoms)


_DECEMBER, _LAST_THIRD = 12, 3


def _months(atoms: Atoms, _: int | None) -> PeriodExpr | None:
    """Read a first and a last month; a bare number before the only month is the first one (Chinese 1-8月)."""
    months, years = all_of(atoms, "month"), years_of(atoms)
    if len(months) == 1:
        start = first_of(atoms, "day", "count")
        if start is None:
            return None
        months.insert(0, start)
    if not all(1 <= month <= 12 for month in months):
        return None
    if len(years) == 2 and (years[0], months[0]) <= (years[1], months[-1]):
        return _fixed(Period.months(years[0], months[0], months[-1], last_year=years[1]))
    return _located(months[0], months[-1], atoms)


def _month_pair(atoms: Atoms, unused: int | None) -> PeriodExpr | None:
    """Months joined by "and" are a range where they follow each other, else each is a period; January follows December."""
    months = all_of(atoms, "month", "day")
    following = all(month % 12 + 1 == later for month, later in pairwise(months))
    return _months(atoms, unused) if following else None


def _months_from_new_year(atoms: Atoms, _: int | None) -> PeriodExpr | None:
    month = first_of(atoms, "month")
    return None if month is None else _located(1, month, atoms)


def _trailing(atoms: Atoms, months: int | None) -> PeriodExpr | None:
    month, count = first_of(atoms, "month"), months or 12
    if atoms[0][0] in COUNTS or (len(atoms) > 1 and atoms[0][0] in OFFSETS and atoms[1][0] in COUNTS):
        count = first_of(atoms, *COUNTS) or 12
    found = None if month is None else _located(month, month, tuple(atom for atom in atoms if atom[0] not in OFFSETS), Grain.MONTH)
    return None if found is None else evolve(found, kind=PeriodKind.TRAILING, count=count)


def _same(atoms: Atoms, _: int | None) -> PeriodExpr | None:
    """The context's period in a named year; where the words name the month too, that month alone is enough."""
    month, years = first_of(atoms, "month"), years_of(atoms)
    if month is not None and (part := part_of_year(month, month, Grain.MONTH)):
        return _placed(part, atoms)
    return PeriodExpr(PeriodKind.SAME, period=Period.year(years[0])) if years else None


def _quarters(atoms: Atoms, _: int | None) -> PeriodExpr | None:
    found = all_of(atoms, "quarter", "ordinal", "ordinal-day", "roman", "day", "count")
    if len(found) < 2 or not 1 <= found[0] < found[1] <= 4:
        return None
    return _located(found[0] * 3 - 2, found[1] * 3, atoms)


def _number_in_year(atoms: Atoms, size: int, grain: Grain, last: int | None = None) -> PeriodExpr | None:
    joined = next((values for cls, values in atoms if cls in {"quarter-year", "half-year"}), None)
    if joined:
        number = joined[0]
        atoms = (("year", (full_year(joined[1]),)),)
    else:
        found = last or first_of(atoms, "quarter", "half", "half-token", "ordinal", "ordinal-day", "roman", "day")
        if found is None:
            return None
        number = found
    if not 1 <= number <= 12 // size:
        return None
    return _located((number - 1) * size + 1, number * size, atoms, grain)


def _final_part(atoms: Atoms, count: int, grain: Grain) -> PeriodExpr | None:
    """The last part of a year: the word for "last" must not be read as last year."""
    offsets = [i for i, (cls, _) in enumerate(atoms) if cls in OFFSETS]
    if offsets and offsets[0] < 2 and (len(offsets) > 1 or years_of(atoms)):
        atoms = atoms[: offsets[0]] + atoms[offsets[0] + 1 :]
    elif offsets and offsets[0] < 2:
        atoms = tuple(atom for atom in atoms if atom[0] not in OFFSETS)
    return _located(13 - count, 12, atoms, grain) if 1 <= count <= 12 else None


def _last_months(atoms: Atoms, _: int | None) -> PeriodExpr | None:
    return _final_part(atoms, first_of(atoms, *COUNTS) or 0, Grain.RANGE)


def _first_quarters(atoms: Atoms, _: int | None) -> PeriodExpr | None:
    count = first_of(atoms, *COUNTS) or 0
    return _located(1, count * 3, atoms) if 1 <= count <= 4 else None


def _quarters_to(atoms: Atoms, unused: int | None) -> PeriodExpr | None:
    count = first_of(atoms, "quarter") or 0
    return _located(1, count * 3, atoms) if 1 <= count <= 4 else _first_quarters(atoms, unused)


def _first_months(atoms: Atoms, months: int | None) -> PeriodExpr | None:
    joined = next((values for cls, values in atoms if cls == "nmonths-year"), None)
    if joined:
        return _located(1, joined[0], (("year", (joined[1],)),))
    count = months or first_of(atoms, "nmonths", *COUNTS) or 0
    return _located(1, count, atoms) if 1 <= count <= 12 else None


def _month(atoms: Atoms, _: int | None) -> PeriodExpr | None:
    month = first_of(atoms, "month", "month-adjective")
    return None if month is None else _located(month, month, atoms, Grain.MONTH)


def _month_past(atoms: Atoms, _: int | None) -> PeriodExpr | None:
    """The month that has just ended, whatever year that is: the word for "past" must not be read as last year."""
    month = first_of(atoms, "month")
    return None if month is None else _located(month, month, (), Grain.MONTH)


def _month_of_season(atoms: Atoms, _: int | None) -> PeriodExpr | None:
    """Some month of a season or of the year, counted from its first one, or the last."""
    season = first_of(atoms, "season", "season-adjective")
    first, count = (season, 3) if season is not None else (1, 12)
    month = (first + (first_of(atoms, "ordinal") or count) - 2) % 12 + 1
    return _located(month, month, atoms, Grain.MONTH)


def _season(atoms: Atoms, _: int | None) -> PeriodExpr | None:
    """The three months of a season; a winter is named by the year in which it ends, which is open where the words name another."""
    first = first_of(atoms, "season", "season-time", "season-whole")
    if first is None or (first == 12 and years_of(atoms)):
        return None
    return _located(first, (first + 1) % 12 + 1, atoms)


def _month_deixis(atoms: Atoms, unused: int | None) -> PeriodExpr | None:
    """ "This March" is this year's, "last March" last year's; "next March" the coming one, which anchoring finds."""
    expr = _month(atoms, unused)
    return evolve(expr, relation=PeriodRelation.UNTIL, offset=None) if expr is not None and expr.offset == 1 else expr


def _year_range(atoms: Atoms, _: int | None) -> PeriodExpr | None:
    years = years_of(atoms)
    return _fixed(Period.years(years[0], years[-1])) if years and years[0] <= years[-1] else None


def _year_list(atoms: Atoms, _: int | None) -> PeriodExpr | None:
    """Years joined by "and" are a range where they follow each other, else each is a period."""
    years = years_of(atoms)
    following = all(year + 1 == later for year, later in pairwise(years))
    return _fixed(Period.years(years[0], years[-1])) if years and following else None


def _year(atoms: Atoms, _: int | None) -> PeriodExpr | None:
    years = years_of(atoms)
    return _fixed(Period.year(years[0])) if years else None


def _years_to(atoms: Atoms, _: int | None) -> PeriodExpr | None:
    """So many years, of which the last one is named: "the two years to 2022"."""
    years, count = years_of(atoms), first_of(atoms, *COUNTS)
    return _fixed(Period.years(years[-1] - count + 1, years[-1])) if years and count else None


def _decade_of(atoms: Atoms, _: int | None) -> PeriodExpr | None:
    start = first_of(atoms, "decade")
    if start is None:
        return None
    start = start if start > 99 else (1900 if start > 30 else 2000) + start
    return _fixed(Period.years(start, start + 9))


_PLANS = range(5, 20)
_FIFTH_PLAN = 1976


def _plan(atoms: Atoms, least: int | None) -> PeriodExpr | None:
    """The five years of one of China's plans: the fifth began in 1976, and since then one follows the other.

    A row may name the `least` number that is no other country's: the Soviet Union had twelve plans, of other years.
    """
    number = first_of(atoms, "plan", "ordinal-day")
    if number is None or number not in _PLANS or number < (least or 0):
        return None
    first = _FIFTH_PLAN + 5 * (number - _PLANS.start)
    return _fixed(Period.years(first, first + 4))


def _named_year(_: Atoms, year: int | None) -> PeriodExpr | None:
    """The year that words without any number name: "the end of the twentieth century"."""
    return None if year is None else _fixed(Period.year(year))


CALENDAR: dict[str, Build] = {
    "iso": _iso,
    "days": _days,
    "ten-days": _ten_days,
    "days-from-new-year": _days_from_new_year,
    "months": _months,
    "month-pair": _month_pair,
    "months-from-new-year": _months_from_new_year,
    "trailing": _trailing,
    "same": _same,
    "quarters": _quarters,
    "quarter": lambda atoms, last: _number_in_year(atoms, 3, Grain.QUARTER, last),
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
    "month-of-season": _month_of_season,
    "season": _season,
    "month-past": _month_past,
    "years": _year_range,
    "year-list": _year_list,
    "years-to": _years_to,
    "year": _year,
    "decade-of": _decade_of,
    "plan": _plan,
    "named-year": _named_year,
}

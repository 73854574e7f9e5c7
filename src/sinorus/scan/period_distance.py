"""What is counted from elsewhere: from the day of the text, from the period it speaks of."""

from sinorus.languages.period_expr import Grain, Part, PeriodExpr, PeriodKind
from sinorus.scan.period_atoms import COUNTS, OFFSETS, Atoms, Build, first_of, years_of
from sinorus.scan.period_calendar import part_of_year
from sinorus.values import Period


def _to_month(atoms: Atoms, offset: int | None) -> PeriodExpr | None:
    month = first_of(atoms, "month")
    part = None if month is None else part_of_year(month, month)
    return None if part is None else PeriodExpr(PeriodKind.TO_MONTH, part=part, offset=offset)


def _year_deixis(atoms: Atoms, _: int | None) -> PeriodExpr | None:
    offset = first_of(atoms, *OFFSETS)
    return PeriodExpr(PeriodKind.YEAR, offset=-1 if offset is None else offset)


def _year_whole(atoms: Atoms, _: int | None) -> PeriodExpr | None:
    """Read 去年全年 and 上年全年: all the year before, whatever part of a year is spoken of."""
    offset = first_of(atoms, *OFFSETS)
    if offset is not None and offset >= 0:
        return PeriodExpr(PeriodKind.YEAR, offset=offset)
    kind = PeriodKind.YEAR_BEFORE if offset is None else PeriodKind.PART
    return PeriodExpr(kind, offset=-1 if offset is None else offset, part=Part(1, 12, grain=Grain.YEAR))


def _year_to_year(atoms: Atoms, _: int | None) -> PeriodExpr | None:
    years = years_of(atoms)
    return PeriodExpr(PeriodKind.YEAR, period=Period.year(years[0]), offset=first_of(atoms, *OFFSETS) or 0) if years else None


def _years_ago(atoms: Atoms, _: int | None) -> PeriodExpr | None:
    count = first_of(atoms, *COUNTS) or 0
    return PeriodExpr(PeriodKind.YEAR, offset=-count) if 1 <= count <= 60 else None


def _years_back(atoms: Atoms, _: int | None) -> PeriodExpr | None:
    count = first_of(atoms, *COUNTS) or 0
    return PeriodExpr(PeriodKind.YEAR_BEFORE, offset=-count) if 1 <= count <= 60 else None


def _years_on(atoms: Atoms, _: int | None) -> PeriodExpr | None:
    count = first_of(atoms, *COUNTS) or 0
    return PeriodExpr(PeriodKind.YEAR_AFTER, offset=count) if 1 <= count <= 60 else None


def _months_back(atoms: Atoms, offset: int | None) -> PeriodExpr | None:
    count = first_of(atoms, *COUNTS) or offset or 0
    return PeriodExpr(PeriodKind.MONTHS, count=count) if 1 <= count <= 12 else None


def _years_total(atoms: Atoms, _: int | None) -> PeriodExpr | None:
    count = first_of(atoms, *COUNTS) or 0
    return PeriodExpr(PeriodKind.MONTHS, count=12 * count) if 2 <= count <= 30 else None


def _offset(kind: PeriodKind) -> Build:
    def build(atoms: Atoms, offset: int | None) -> PeriodExpr | None:
        own = ("weekday",) if kind is PeriodKind.WEEKDAY else ("deixis", "rel-month", "rel-quarter", "today")
        found = first_of(atoms, *own)
        return PeriodExpr(kind, offset=(offset or 0) if found is None else found)

    return build


def _plain(kind: PeriodKind) -> Build:
    def build(_: Atoms, offset: int | None) -> PeriodExpr | None:
        return PeriodExpr(kind, offset=offset)

    return build


def _current_block(_: Atoms, offset: int | None) -> PeriodExpr | None:
    return PeriodExpr(PeriodKind.CURRENT_BLOCK, count=offset)


def _current_part(atoms: Atoms, offset: int | None) -> PeriodExpr | None:
    month = first_of(atoms, "month") or offset or 12
    return PeriodExpr(PeriodKind.CURRENT_PART, part=Part(month, month, grain=Grain.MONTH))


def _month_day(atoms: Atoms, _: int | None) -> PeriodExpr | None:
    day = first_of(atoms, "ordinal-day", "day") or 0
    return PeriodExpr(PeriodKind.MONTH_DAY, offset=day, count=first_of(atoms, "rel-month")) if 1 <= day <= 31 else None


def _yearly(_: Atoms, __: int | None) -> PeriodExpr | None:
    """Read "annual imports": those of the year spoken of, and of no certain one where none is."""
    return PeriodExpr(PeriodKind.CURRENT_YEAR, adjective=True)


def _to_date(atoms: Atoms, _: int | None) -> PeriodExpr | None:
    years = years_of(atoms)
    return PeriodExpr(PeriodKind.TO_DATE, period=Period.year(years[0]) if years else None)


DISTANCES: dict[str, Build] = {
    "to-month": _to_month,
    "year-deixis": _year_deixis,
    "year-whole": _year_whole,
    "year-to-year": _year_to_year,
    "years-ago": _years_ago,
    "years-back": _years_back,
    "years-on": _years_on,
    "months-back": _months_back,
    "years-total": _years_total,
    "current-part": _current_part,
    "current-block": _current_block,
    "current-month-day": _month_day,
    "month-offset": _offset(PeriodKind.MONTH),
    "month-here": _plain(PeriodKind.MONTH),
    "quarter-offset": _offset(PeriodKind.QUARTER),
    "day-offset": _offset(PeriodKind.DAY),
    "weekday": _offset(PeriodKind.WEEKDAY),
    "year-here": _plain(PeriodKind.YEAR),
    "back": _plain(PeriodKind.YEAR_BEFORE),
    "year-after": _plain(PeriodKind.YEAR_AFTER),
    "month-before": _plain(PeriodKind.MONTH_BEFORE),
    "preceding": _plain(PeriodKind.PRECEDING),
    "decade-end": _plain(PeriodKind.DECADE),
    "to-date": _to_date,
    "cumulated": _plain(PeriodKind.CUMULATED),
    "current": _plain(PeriodKind.CURRENT),
    "current-month": _plain(PeriodKind.CURRENT_MONTH),
    "current-year": _plain(PeriodKind.CURRENT_YEAR),
    "yearly": _yearly,
    "that-year": _plain(PeriodKind.THAT_YEAR),
    "that-day": _plain(PeriodKind.THAT_DAY),
    "vague": _plain(PeriodKind.VAGUE),
    "some": _plain(PeriodKind.SOME),
}

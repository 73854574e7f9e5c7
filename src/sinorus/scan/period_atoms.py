"""The words of a time expression as classes with numbers, and what they say of years."""

from collections.abc import Callable

from sinorus.languages.period_expr import PeriodExpr

Atom = tuple[str, tuple[int, ...]]
"""A class and its numbers."""
Atoms = tuple[Atom, ...]
Build = Callable[[Atoms, int | None], PeriodExpr | None]
"""Makes an expression of the atoms of a form and the distance that its row names."""
_YEAR_CLASSES = frozenset({"year", "year-of", "bare-year", "short-year", "hyphen-year", "years", "fy"})
_REPUBLIC = 1911
"""The year before the first of the Republic of China, by which Taiwan counts: its year 94 is 2005."""
COUNTS = frozenset({"count", "day"})
OFFSETS = frozenset({"deixis", "season-deixis", "rel-year", "last-years"})


def full_year(number: int) -> int:
    """Return the year that two digits mean: '23 is 2023, '98 is 1998."""
    return number if number > 99 else number + (2000 if number < 60 else 1900)


def first_of(atoms: Atoms, *classes: str) -> int | None:
    """Return the first number of the first atom of these classes."""
    return next((values[0] for cls, values in atoms if cls in classes and values), None)


def all_of(atoms: Atoms, *classes: str) -> list[int]:
    """Return the first numbers of all atoms of these classes."""
    return [values[0] for cls, values in atoms if cls in classes and values]


def years_of(atoms: Atoms) -> list[int]:
    """Return the years that the atoms name, with four digits; a span of years counts as its two ends."""
    years: list[int] = []
    for cls, values in atoms:
        if cls == "years":
            years += _span(full_year(values[0]), values[1])
        elif cls == "roc-year":
            years.append(_REPUBLIC + values[0])
        elif cls in _YEAR_CLASSES:
            years.append(full_year(values[0]))
    return years


def _span(first: int, last: int) -> list[int]:
    """Read 2012-13, 1999/00; what runs backwards or over more than a generation is no span of years."""
    if last < 100:
        last += first - first % 100
        last += 100 if last == first - first % 100 and first % 100 == 99 else 0
    return [first, last] if first < last <= first + 60 else []

"""How long something runs, as ISO 8601 writes it.

>>> Term.parse("P30Y")
Term('P30Y')
>>> str(Term(years=1, months=6))
'P1Y6M'
"""

import re

from attrs import frozen

from sinorus.errors import ValidationError

__all__ = ["Term"]

_FORM = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?", re.ASCII)


@frozen(kw_only=True, repr=False)
class Term:
    """A duration in calendar units, as the text counts them: twelve months are not ``==`` a year.

    ValidationError where a part is negative or all are nothing.
    """

    years: int = 0
    months: int = 0
    weeks: int = 0
    days: int = 0

    def __attrs_post_init__(self) -> None:
        parts = (self.years, self.months, self.weeks, self.days)
        if min(parts) < 0 or not any(parts):
            raise ValidationError(what=f"a term has a length, not {parts}", where="term")

    @classmethod
    def parse(cls, text: str) -> "Term":
        """Read an ISO 8601 duration of years, months, weeks and days; ValidationError where the text is none."""
        found = _FORM.fullmatch(text)
        if found is None or not any(found.groups()):
            raise ValidationError(what=f"{text!r} is no duration", where="term", remedy="write it as P30Y, P18M or P1Y6M")
        years, months, weeks, days = (int(part or 0) for part in found.groups())
        return cls(years=years, months=months, weeks=weeks, days=days)

    def __str__(self) -> str:
        """The ISO 8601 text."""
        parts = ((self.years, "Y"), (self.months, "M"), (self.weeks, "W"), (self.days, "D"))
        return "P" + "".join(f"{number}{letter}" for number, letter in parts if number)

    def __repr__(self) -> str:
        return f"Term({str(self)!r})"

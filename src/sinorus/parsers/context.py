"""What a sentence takes from the ones before it, as a value that one can print."""

from collections.abc import Callable
from datetime import date

from attrs import frozen

from sinorus.languages.meaning import Side
from sinorus.languages.period_expr import PeriodExpr
from sinorus.records import Measure
from sinorus.values import Period

Anchor = Callable[[PeriodExpr, "Period | None"], "Period | None"]
"""Resolves a period expression, given the period that is being spoken of."""


@frozen(kw_only=True)
class Context:
    """The state of a document between two sentences; every sentence gets one and returns the next.

    `owner` is the country whose trade is spoken of (`side` tells at which end of the flow it stands), `partner` the other one (None: none named, or the world);
    `period`, `goods`, `measure` and `currency` are those of the last flow; `speaker` the last source named.
    """

    anchor: Anchor
    date: date | None = None
    owner: str | None = None
    partner: str | None = None
    period: Period | None = None
    goods: str | None = None
    measure: Measure | None = None
    side: Side = Side.BOTH
    currency: str | None = None
    speaker: str | None = None
    paragraph: int = -1
    mentioned: frozenset[str] = frozenset()
    """Countries that the text has named so far."""
    distance: int = 0
    """Sentences since the last flow."""

    def pair(self) -> tuple[str, str] | None:
        """Return the two countries spoken of, in alphabetical order, where there are two."""
        if self.owner is None or self.partner is None:
            return None
        first, second = sorted((self.owner, self.partner))
        return first, second

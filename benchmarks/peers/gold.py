"""What a reader of flesh and blood found in the texts, and how near to that another reader came.

``gold/ID.json`` lists the figures and the periods of a text in its order, each time that they are mentioned:

- ``11500000000 USD``, ``60000000000..80000000000 USD``; ``2023-08``, ``2023-01/2023-08`` as the contract of the records has them;
- ``2022 | 2022-H1``: two readings that both hold;
- ``since 2017``: the year itself or the time from then to the text's day, month or year;
- ``(33.33 %)``: may be given or left out, here "a third", which names no unit.
"""

import datetime
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path

from attrs import field, frozen
from reading import KINDS, Days, Found, measure

from sinorus.values import Period

__all__ = ["Mention", "Score", "mentions", "score"]


@frozen
class Mention:
    """One figure or stretch of time, in all the ways in which it may be read."""

    readings: tuple[Found, ...]
    required: bool


@frozen
class Score:
    """What was found of what there is; `missed` and `invented` in words."""

    right: int = 0
    missed: list[str] = field(factory=list)
    invented: list[str] = field(factory=list)

    def __add__(self, other: "Score") -> "Score":
        return Score(self.right + other.right, self.missed + other.missed, self.invented + other.invented)

    @property
    def found(self) -> int:
        return self.right + len(self.invented)

    @property
    def gold(self) -> int:
        return self.right + len(self.missed)


def mentions(path: Path, date: datetime.date | None) -> dict[str, list[Mention]]:
    """Read one file of gold; the date is that of its text."""
    whole = json.loads(path.read_text(encoding="utf-8"))
    return {kind: [mention for written in whole[kind] for mention in _read(written, kind, date)] for kind in KINDS}


def _read(written: str, kind: str, date: datetime.date | None) -> Iterator[Mention]:
    """Yield the one mention that is written, or the two ends of a range of figures."""
    plain = written.strip("()")
    if kind == "periods":
        yield Mention(tuple(days for text in plain.split(" | ") for days in _stretches(text, date)), plain == written)
        return
    amounts, unit = plain.split(" ")
    for amount in amounts.split(".."):
        yield Mention((measure(Decimal(amount), unit),), plain == written)


def _stretches(text: str, date: datetime.date | None) -> Iterator[Days]:
    period = Period.parse(text.removeprefix("since "))
    yield period.first, period.last
    if text.startswith("since ") and date is not None:
        for end in (Period.day(date), Period.month(date.year, date.month), Period.year(date.year)):
            yield period.first, end.last


def score(gold: Sequence[Mention], found: Sequence[Found]) -> Score:
    """Pair each mention with one find: those first that can be read in one way only, what need not be found last."""
    left = Counter(found)
    right, missed = 0, []
    for mention in sorted(gold, key=lambda mention: (not mention.required, len(mention.readings))):
        reading = next((each for each in mention.readings if left[each]), None)
        if reading is not None:
            left[reading] -= 1
            right += mention.required
        elif mention.required:
            missed.append(_words(mention.readings[0]))
    return Score(right, missed, [_words(each) for each in left.elements()])


def _words(found: Found) -> str:
    if isinstance(found[0], Decimal):
        return f"{found[0]:f} {found[1]}"
    return "/".join(map(str, dict.fromkeys(found)))

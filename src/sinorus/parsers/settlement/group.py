"""Currencies named together, and the clauses in which they stand."""

import csv
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from attrs import frozen

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark, Role
from sinorus.parsers.marks import mark_of, parts_clauses, role_of
from sinorus.scan.mention import Mention

HOME_CURRENCIES = frozenset({"CNY", "RUB"})


@frozen
class Group:
    """Currencies named together: indices of their first and last mention, and their codes."""

    first: int
    last: int
    codes: tuple[str, ...]


@cache
def _currencies() -> dict[str, str]:
    text = files("sinorus.parsers").joinpath("data/currencies.csv").read_text("utf-8")
    return {row["country"]: row["currency"] for row in csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))}


def clauses(mentions: Sequence[Mention]) -> list[tuple[int, int]]:
    """Return the index ranges between semicolons, colons and words of contrast."""
    found: list[tuple[int, int]] = []
    start = 0
    for index, mention in enumerate(mentions):
        if mark_of(mention) is Mark.COLON or parts_clauses(mention):
            found.append((start, index))
            start = index + 1
    found.append((start, len(mentions)))
    return [(low, high) for low, high in found if high > low]


def groups(mentions: Sequence[Mention], low: int, high: int, parties: tuple[str, ...]) -> list[Group]:
    """Return the currencies of a clause, those joined by "and" or a comma together."""
    found: list[Group] = []
    for index in range(low, high):
        currency = mentions[index].get(m.Currency)
        named = mentions[index].get(m.Denomination) if currency is None and index and mentions[index - 1].mask & m.Figure.bit else None
        if named is not None and mentions[index - 1].end == mentions[index].start:
            found.append(Group(index, index, (named.code,)))  # 八成以美元计价，一成以欧元计价
        if currency is None:
            continue
        codes = own_currencies(parties) if currency.own else currency.codes
        before = found[-1] if found else None
        if before is not None and index == before.last + 2 and mark_of(mentions[index - 1]) in {Mark.AND, Mark.COMMA, Mark.OR}:
            found[-1] = Group(before.first, index, tuple(sorted({*before.codes, *codes})))
        elif before is None or index > before.last:
            found.append(Group(index, index, tuple(sorted(codes))))
    return [group for group in found if group.codes]


def own_currencies(parties: tuple[str, ...]) -> tuple[str, ...]:
    """Return the currencies of the parties themselves."""
    return tuple(sorted({_currencies()[code] for code in parties if code in _currencies()}))


def kept(mentions: Sequence[Mention], named: list[Group]) -> list[Group]:
    """Return the currencies that are not left behind ("from euros to yuan")."""

    def left(group: Group) -> bool:
        return group.first > 0 and role_of(mentions[group.first - 1]) is Role.FROM

    return [group for group in named if not left(group)]

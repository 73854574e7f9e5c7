"""Levels of a share that was left: "from 20% in 2020 to 36%", 由上年的16%升至36%."""

from collections.abc import Sequence

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Role
from sinorus.languages.period_expr import PeriodExpr, PeriodRelation
from sinorus.parsers.marks import role_of
from sinorus.scan.mention import Mention

OPENING = frozenset({PeriodRelation.SINCE, PeriodRelation.FROM})
"""Times in one with the word that says what was left: "from December's 36%"."""


def departs(mentions: Sequence[Mention], figure: int) -> bool:
    """Whether "from" or "against" stands right before the figure: it is the level that was left.

    A language may say "with A to B" for "from A to B", or join it to the time: "from December's 36%".
    """
    before = figure - 1
    if before > 0 and role_of(mentions[before]) is Role.POSSESSIVE and mentions[before - 1].mask & PeriodExpr.bit:
        before -= 1  # 由上年的16%升至36%
    expr = mentions[before].get(PeriodExpr) if before >= 0 else None
    reached = _reaches(mentions, figure)
    if expr is not None and (expr.adjective or reached) and expr.relation in OPENING:
        return True
    if before > 0 and expr is not None:  # "from 2022's 1%"
        before -= 1
    relation = mentions[before].get(m.Relation) if before >= 0 else None
    if relation is None:
        return False
    return relation.role in {Role.FROM, Role.AGAINST} or (relation.role is Role.WITH and reached)


def _reaches(mentions: Sequence[Mention], figure: int) -> bool:
    """Whether the level to which it went is told right behind a figure, but for its time: «с 80% в 2020 году до 5%», 升至9月的14%."""
    behind = figure + 1
    for at in (behind, behind + 1):
        if at < len(mentions) and mentions[at].mask & PeriodExpr.bit:
            owned = at + 1 < len(mentions) and role_of(mentions[at + 1]) is Role.POSSESSIVE
            if owned and at > behind:
                return role_of(mentions[behind]) is Role.TO and at + 2 < len(mentions) and bool(mentions[at + 2].mask & m.Figure.bit)
            behind = at + 1
            break
    return behind + 1 < len(mentions) and role_of(mentions[behind]) is Role.TO and bool(mentions[behind + 1].mask & m.Figure.bit)

"""Services of freight trains that are told by their ends: "a container train from A to B", "trains with timber run between A and B"."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark, Role
from sinorus.parsers.corridor.place import town_of
from sinorus.parsers.corridor.register import is_end
from sinorus.parsers.marks import is_cue, mark_of, role_of
from sinorus.scan.mention import Mention

_FAR = 6
"""Mentions from the train to the first town, at most."""
_STOPS = frozenset({Mark.COMMA, Mark.SEMICOLON, Mark.COLON, Mark.RELATIVE})
_STARTS = frozenset({Role.FROM, Role.BETWEEN})
_GOALS = frozenset({Role.TO, Role.WITH, Role.FOR})


def run_between(mentions: tuple[Mention, ...], train: int) -> tuple[tuple[str, ...], int, int] | None:
    """Return the two towns, of different countries, between which the trains at `train` run, and where each stands."""
    for at in range(train + 1, min(train + _FAR, len(mentions) - 2)):
        if mark_of(mentions[at]) in _STOPS or mentions[at].mask & m.CorridorNoun.bit:
            return None
        start = _place(mentions[at + 1])
        links = is_cue(mentions[at], "corridor", "linking")
        if start is None or not (links or role_of(mentions[at]) in _STARTS):
            continue
        joint = at + 2
        joined = role_of(mentions[joint]) in _GOALS or mark_of(mentions[joint]) is Mark.AND
        goal = _place(mentions[joint + 1]) if joined and joint + 1 < len(mentions) else None
        return ((start, goal), at + 1, joint + 1) if goal is not None and _abroad(mentions[at + 1], mentions[joint + 1]) else None
    return None


def runs_abroad(mentions: tuple[Mention, ...]) -> bool:
    """Whether the first and the last town lie in different countries."""
    towns = [each for each in mentions if town_of(each) is not None]
    return len(towns) > 1 and _abroad(towns[0], towns[-1])


def _place(mention: Mention) -> str | None:
    town = town_of(mention)
    return town.place if town is not None and town.place is not None and is_end(town.place) else None


def _abroad(one: Mention, other: Mention) -> bool:
    """Whether two towns lie in different countries."""
    left, right = town_of(one), town_of(other)
    return left is not None and right is not None and not set(left.codes) & set(right.codes)

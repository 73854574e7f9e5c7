"""How exactly a figure is meant."""

from enum import StrEnum


class Bound(StrEnum):
    """The hedge on a figure: RECORDS.md, section 1."""

    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    UNDER = "under"
    BETWEEN = "between"

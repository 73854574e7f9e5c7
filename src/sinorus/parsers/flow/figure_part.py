"""The part that a figure plays in a claim, and what the frame around it tells."""

from enum import StrEnum

from attrs import frozen

from sinorus.values import Direction, Quantity
from sinorus.values.unit import Dimension


class What(StrEnum):
    """The part a figure plays in a claim."""

    LEVEL = "level"
    CHANGE = "change"
    EARLIER = "earlier"
    SHARE = "share"
    EARLIER_SHARE = "earlier-share"
    EARLIER_CHANGE = "earlier-change"
    OTHER = "other"
    UNKNOWN = "unknown"


@frozen
class FigureUse:
    """A figure of a chunk with its part; `direction` is that of a change where the chunk tells it."""

    index: int
    quantity: Quantity
    what: What
    direction: Direction | None = None
    reason: str = ""


@frozen
class Surroundings:
    """What the frame around a chunk tells its figures."""

    share: bool = False
    shared: bool = False
    """Whether a share was told earlier in the sentence."""
    growth: bool = False
    last: What | None = None
    direction: Direction | None = None
    compared: bool = False
    """Whether the chunk before ends with the period that it compares with."""
    unit: str | None = None
    """That of the last level."""
    amount: bool = False
    """Whether a change was told as an amount, not in percent."""
    balance: bool = False
    """Whether the flow is a balance, which may be negative."""
    signed: bool = False
    """Whether a change with its sign was told earlier in the sentence."""
    open_ended: bool = False
    """Whether the chunk names the end that the flow told right before had left open: a part of it went there."""

    listed: bool = False
    """Whether the level told before the last one had that of a time before in brackets behind it."""
    then: bool = False
    """Whether the chunk tells how far the level of a time before is from that just told."""


RELATIVE = frozenset({Dimension.PERCENT, Dimension.POINTS, Dimension.MULTIPLE})
"""Dimensions of shares and changes."""
MADE = frozenset({"production", "site"})
"""Look-alikes that tell how much of some goods was made or dug."""

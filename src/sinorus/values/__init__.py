"""Quantities, periods and changes: values without text and without I/O."""

from sinorus.values.bound import Bound
from sinorus.values.change import Basis, Change, Direction
from sinorus.values.currency import CURRENCIES
from sinorus.values.period import Period
from sinorus.values.quantity import ABOUT, Quantity, plain
from sinorus.values.term import Term
from sinorus.values.unit import Dimension, Unit, unit

__all__ = [
    "ABOUT",
    "CURRENCIES",
    "Basis",
    "Bound",
    "Change",
    "Dimension",
    "Direction",
    "Period",
    "Quantity",
    "Term",
    "Unit",
    "plain",
    "unit",
]

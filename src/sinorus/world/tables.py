"""The CSV tables of facts beside this module, read once each when first asked for."""

from __future__ import annotations

import csv
import io
from functools import cache
from importlib import resources

from sinorus.world.names import Names

__all__ = ["names_of", "parts", "table"]


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of ``data/<name>.csv`` in the file's order, each a mapping from column to text."""
    text = resources.files("sinorus.world").joinpath("data", f"{name}.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(io.StringIO(text)))


def parts(cell: str) -> tuple[str, ...]:
    """The items of a cell that holds a list: ``"a;b"`` is ``("a", "b")``, an empty cell is ``()``."""
    return tuple(item.strip() for item in cell.split(";")) if cell else ()


def names_of(row: dict[str, str]) -> Names:
    """The three name columns of a row."""
    return Names(en=parts(row["names_en"]), ru=parts(row["names_ru"]), zh=parts(row["names_zh"]))

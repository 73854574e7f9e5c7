"""sinorus reads what was said about Sino-Russian trade and returns typed records that can be cited.

>>> import sinorus
>>> result = sinorus.extract("In 2023, China imported 107 million tonnes of crude oil from Russia.")
>>> [(str(flow.volume), str(flow.period)) for flow in result.flows]
[('107000000 t', '2023')]

A name is loaded when it is first used (PEP 562), so that ``import sinorus`` costs next to nothing.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sinorus.errors import SinorusError
    from sinorus.evaluation import evaluate
    from sinorus.explanation import explain
    from sinorus.extraction import Extraction
    from sinorus.pipeline import extract
    from sinorus.records import (
        Agreement,
        CommodityMention,
        CorridorReport,
        Evidence,
        Pledge,
        Settlement,
        TradeFlow,
        from_jsonl,
        schema,
        to_jsonl,
    )
    from sinorus.text import Document, read
    from sinorus.values import Bound, Change, Period, Quantity
    from sinorus.world import (
        Commodity,
        Corridor,
        Country,
        Organisation,
        Place,
        commodity,
        corridor,
        country,
        organisation,
        place,
    )

__version__ = "0.1.0"

__all__ = [
    "Agreement",
    "Bound",
    "Change",
    "Commodity",
    "CommodityMention",
    "Corridor",
    "CorridorReport",
    "Country",
    "Document",
    "Evidence",
    "Extraction",
    "Organisation",
    "Period",
    "Place",
    "Pledge",
    "Quantity",
    "Settlement",
    "SinorusError",
    "TradeFlow",
    "__version__",
    "commodity",
    "corridor",
    "country",
    "evaluate",
    "explain",
    "extract",
    "from_jsonl",
    "organisation",
    "place",
    "read",
    "schema",
    "to_jsonl",
]

# No module of the package bears a public name: importing it would put the module in that name's place.
_HOMES = {
    "errors": ("SinorusError",),
    "evaluation": ("evaluate",),
    "explanation": ("explain",),
    "extraction": ("Extraction",),
    "pipeline": ("extract",),
    "records": (
        "Agreement",
        "CommodityMention",
        "CorridorReport",
        "Evidence",
        "Pledge",
        "Settlement",
        "TradeFlow",
        "from_jsonl",
        "schema",
        "to_jsonl",
    ),
    "text": ("Document", "read"),
    "values": ("Bound", "Change", "Period", "Quantity"),
    "world": (
        "Commodity",
        "Corridor",
        "Country",
        "Organisation",
        "Place",
        "commodity",
        "corridor",
        "country",
        "organisation",
        "place",
    ),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}


if not TYPE_CHECKING:  # a type checker sees the imports above, and that no other name is here

    def __getattr__(name: str) -> object:
        home = _HOME.get(name)
        if home is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        value: object = getattr(import_module(f"{__name__}.{home}"), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted(__all__)

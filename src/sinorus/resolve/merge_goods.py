"""The goods of a document, each once: those that its sentences name as traded, and those that its other records are about."""

from collections.abc import Iterable, Iterator, Sequence, Set

from sinorus.parsers.commodity import CARRIERS
from sinorus.records import Agreement, CommodityMention, CorridorKind, CorridorReport, Pledge, Record, TradeFlow
from sinorus.resolve.pieces import Pieces
from sinorus.values import Dimension
from sinorus.values.evolve import evolve
from sinorus.world import commodity

_SHORT = {"gas": frozenset({"natural-gas", "lng"})}
"""Short names of goods, and the goods that they are short for."""
_BRIEF = {"oil": "crude-oil"}
"""Goods that a name of one or two characters (油, 石油) only calls by their kind, beside their own name."""
_CHARACTERS = 2
_GASES = frozenset({"gas", "natural-gas"})
_NONE: frozenset[str] = frozenset()
_DEALS = (Agreement, Pledge)


def merge_goods(traded: Iterable[CommodityMention], noted: Iterable[CommodityMention], others: Sequence[Record]) -> list[CommodityMention]:
    """Return one mention for each good traded; "gas" falls away where the text says which gas it is.

    A good that is only `noted` counts where a flow, an agreement, a pledge or a corridor is about it.
    """
    flowing = {record.commodity.id for record in others if isinstance(record, TradeFlow) and record.commodity is not None}
    dealt = flowing | {good for record in others for good in _about(record)}
    merged: list[CommodityMention] = []
    pieces = Pieces()
    places: dict[str, int] = {}
    found = (*traded, *(each for each in noted if each.id in dealt))
    lines = any(map(_pipes_gas, others))
    all_piped = "gas" not in flowing or (lines and not {"natural-gas", "lng"} & {*flowing, *(mention.id for mention in found)})
    piped = commodity("natural-gas") if all_piped and ("natural-gas" in flowing or lines) else None
    for mention in found:
        if piped is not None and mention.id == "gas":
            mention = evolve(mention, commodity=piped)  # noqa: PLW2901 - "gas", in a text of a pipeline
        index = places.setdefault(mention.id, len(merged))
        if index == len(merged):
            merged.append(mention)
        else:
            pieces.add(index, (*merged[index].evidence, *mention.evidence))
    kept = (mention for mention in pieces.given_back(merged) if not _short(mention.id, places.keys(), flowing))
    brief = {good for good, own in _BRIEF.items() if own in places and not (good in flowing and own not in flowing)}
    return [mention for mention in kept if not (mention.id in brief and _is_brief(mention))]


def _is_brief(mention: CommodityMention) -> bool:
    """Whether a good is only ever named by one or two characters."""
    return all(len(piece.quote) <= _CHARACTERS for piece in mention.evidence)


def _pipes_gas(record: Record) -> bool:
    """Whether a record tells of a gas pipeline; one in the register is told by the unit of its capacity."""
    if not isinstance(record, CorridorReport) or record.kind is not CorridorKind.PIPELINE:
        return False
    design = record.corridor.capacity if record.corridor is not None else None
    sized = record.capacity is not None and record.capacity.dimension is Dimension.VOLUME
    return sized or any(good.id in _GASES for good in record.carries) or (design is not None and design.unit == "m3/a")


def _short(good: str, named: Set[str], flowing: Set[str]) -> bool:
    """Whether a good is only another word for one that is named; "gas" beside both its sorts can be their sum."""
    meant = _SHORT.get(good, _NONE) & named
    return bool(meant) and not (good in flowing and meant == _SHORT[good])


def _about(record: Record) -> Iterator[str]:
    """Yield the goods that a record deals with; a pledge or corridor for trucks lets them pass and sells none."""
    if isinstance(record, CorridorReport):
        yield from (good.id for good in record.carries if good.id not in CARRIERS)
    elif isinstance(record, _DEALS) and record.commodity is not None:
        good = record.commodity.id
        if isinstance(record, Agreement) or good not in CARRIERS:
            yield good

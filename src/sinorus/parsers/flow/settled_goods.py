"""Of what a volume is that a flow tells: what its line carries, what its unit measures, what the text speaks of."""

from collections.abc import Callable

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Side
from sinorus.parsers.context import Context
from sinorus.parsers.flow.claim import UNWEIGHED, Draft, Frame
from sinorus.scan.sentence import Scanned
from sinorus.values import Quantity
from sinorus.values.unit import Dimension
from sinorus.world import corridor

_PIPED = {Dimension.VOLUME: ("natural-gas",), Dimension.MASS: ("crude-oil",)}
"""What flows through a line, by how it is measured."""
_PUMPED = {("gas",): ("natural-gas",), ("oil",): ("crude-oil",)}
"""What is meant where it flows through a line."""
_GAS = 500_000_000
"""Of nothing but gas do so many cubic metres move."""


def _piped_by(route: str) -> tuple[str, ...]:
    """Return what flows through a pipeline, by the unit of its capacity."""
    way = corridor(route)
    if way.kind != "pipeline" or way.capacity is None:
        return ()
    return ("natural-gas",) if way.capacity.unit.startswith("m3") else ("crude-oil",)


def settle_goods(draft: Draft, scanned: Scanned, context: Context, *, spoken_of: Callable[[], tuple[str, ...]]) -> None:
    """Say of what a volume is: not of the ships and containers that carry it, but of what is `spoken_of`."""
    volume, frame = draft.volume, draft.frame
    if frame.route is not None and frame.goods in _PUMPED and corridor(frame.route).kind == "pipeline":
        frame.goods = _PUMPED[frame.goods] if frame.goods == ("gas",) or _pumped(scanned) else frame.goods
    if volume is None:
        if frame.route is not None and not frame.goods and not frame.cargo and draft.by is not None:
            frame.goods = _piped_by(frame.route)  # "deliveries by Power of Siberia rose by 5%"
        return
    much = volume.unit == "m3" and volume.amount >= _GAS and frame.head.side is not Side.BOTH
    if much and not frame.goods and frame.route is None and not spoken_of():
        frame.goods = ("gas",)
    if much and frame.lent and frame.route is not None and corridor(frame.route).kind == "pipeline":
        frame.goods = ()  # "9 Mt of oil; by Power of Siberia 31 bcm came"
    if volume.dimension is Dimension.ENERGY and not frame.goods:
        frame.goods = ("electricity",)
    if volume.dimension is Dimension.CONTAINERS:
        named = {goods.id for _, goods in scanned.of(m.Goods)}
        frame.goods = tuple(each for each in frame.goods if each in named)  # boxes hold anything
    if volume.dimension is not Dimension.COUNT:
        frame.goods = tuple(each for each in frame.goods if each not in UNWEIGHED)
    if frame.route is not None and frame.goods == () and corridor(frame.route).kind == "pipeline":
        frame.goods = _PIPED.get(volume.dimension, ())
    if (
        not frame.goods
        and not frame.cargo
        and not _opposite(context, frame)
        and volume.dimension is not Dimension.CONTAINERS
        and frame.head.side is not Side.BOTH
    ):
        frame.goods = spoken_of() or (_only_goods(scanned, volume) if frame.route is None else ())


def _only_goods(scanned: Scanned, volume: Quantity) -> tuple[str, ...]:
    """What a sentence names alone is what it weighs: "Peru, which buys more tin than anyone, took 3 kt"."""
    named = tuple({goods.id for _, goods in scanned.of(m.Goods)})
    return named if len(named) == 1 and volume.dimension in {Dimension.MASS, Dimension.VOLUME} else ()


def _pumped(scanned: Scanned) -> bool:
    """Whether a word that is more than a good names its kind: 输油, of a line, is crude oil."""
    return any(goods.id == "oil" and scanned.mentions[at].mask & m.Head.bit for at, goods in scanned.of(m.Goods))


def _opposite(context: Context, frame: Frame) -> bool:
    """Whether a flow goes against the one spoken of, so that its goods are others."""
    flow, ends = context.flow, frame.ends
    if flow is None or ends is None or flow.side is Side.BOTH or frame.head.side is Side.BOTH:
        return False
    topic = context.topic
    if topic is not None and topic.side is Side.BOTH and topic.goods is not None:
        return False  # the trade in one good, both ways
    exporter, importer = flow.way()
    return (ends.exporter, ends.importer) == (importer, exporter)

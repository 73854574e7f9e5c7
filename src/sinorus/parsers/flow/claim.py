"""A claim while it is being read: the flow it is about, and the figures found for it so far."""

from attrs import define

from sinorus.errors import ValidationError
from sinorus.languages.meaning import Head, Side, Use
from sinorus.parsers.flow.two_ends import Ends
from sinorus.records import FlowStatus, Measure, TradeFlow
from sinorus.records.evidence import Evidence
from sinorus.values import Basis, Change, Direction, Period, Quantity
from sinorus.values.evolve import evolve
from sinorus.values.unit import Dimension
from sinorus.world import Country, commodities, commodity, corridor, country
from sinorus.world.country import is_coded

COUNTED = frozenset(
    {"vehicles", "cars", "electric-vehicles", "trucks", "buses", "trailers", "motorcycles", "bicycles", "railcars", "cranes",
     "tractors", "construction-machinery", "machine-tools", "excavators", "bulldozers", "loaders", "hybrid-cars", "used-cars", "aircraft",
     "helicopters", "ships", "smartphones", "computers", "servers", "refrigerators", "washing-machines", "drones", "home-appliances",
     "containers", "tyres", "railway-equipment", "telecom-equipment"}
)  # fmt: skip
"""Commodities that are counted in pieces."""
CARRIERS = frozenset({"ships", "aircraft", "containers", "railway-equipment"})
"""Goods counted in pieces that carry others, so that their number need not be one of goods."""
UNWEIGHED = CARRIERS | {"tankers", "wagons", "locomotives", "trucks", "railcars"}
"""Goods that are not told by weight: what weighs so much is what they carry."""
PASSING = CARRIERS | {"vehicles", "cars", "trucks", "buses", "trailers", "railcars", "locomotives", "tankers"}
"""Goods counted in pieces that pass a crossing there and back by themselves."""
LEAST = 100_000
_LEAST = {"RUB": 5_000_000, "JPY": 10_000_000, "KRW": 100_000_000, "KZT": 50_000_000}
"""No trade statistics speak of less money than this; prices do."""


@define
class Frame:
    """The flow that a stretch of a sentence speaks of."""

    head: Head
    ends: Ends | None
    goods: tuple[str, ...] = ()
    period: Period | None = None
    status: FlowStatus | None = None
    route: str | None = None
    world: bool = False
    share: bool = False
    whole: bool = False
    """Whether it is only told as that of which parts follow: "of the copper that Peru exported, 9% went …"."""
    beside: bool = False
    """Whether it is only what another flow is compared with: "faster than China's exports as a whole, which grew by 2%"."""
    shared: bool = False
    """Whether a share has joined its level: those told next are shares of the same whole."""
    lent: bool = False
    """Whether its goods are only those of the sentences before."""
    cargo: bool = False
    """Whether it is of goods of all kinds."""
    growth: bool = False
    other: str | None = None
    """The look-alike that it is, instead of a flow."""
    start: int = 0
    paired: bool = False
    """Whether the chunk names another pair than the text has spoken of."""
    varies: str | None = None
    """Which end the members of a list fill."""
    ways: bool = False
    """Whether it is one of the two ways of a trade just told."""
    at_home: bool = False
    """Whether who buys or sells is told by where he is at home: "buyers from Peru", and so are those listed behind: "from Chile"."""
    rivals: str | None = None
    """At which end those stand who are ranked beside the one of whom it tells."""
    goal: str | None = None
    """Who is named as the one to whom the goods go."""
    source: str | None = None
    """Who is named as the one from whom they come, and nobody to whom they go."""
    faced: bool = False
    """Whether a noun is followed by its other end: "purchases from Peru", "sales to Peru"."""
    fixed: bool = False
    """Whether the sentence names an end by its role: "to Uzbekistan"."""
    dealt: str | None = None
    """Which end the last member of a list filled."""
    falls: bool = False
    """Whether the members of a list have parts of it: "of the imports 3 Mt fell to Peru"."""
    parties: tuple[str, ...] = ()
    """The members of a list of parties named with the head."""
    heads: tuple[Head, ...] = ()
    within: tuple[str, ...] = ()
    """The goods of the whole, where it is only told of a part: "9 Mt of coal, of which 2 Mt were coking coal"."""

    def copy(self) -> "Frame":
        """Return a frame of its own with the same contents."""
        return evolve(self)


@define
class Draft:
    """The figures of one claim."""

    frame: Frame
    start: int
    end: int
    value: Quantity | None = None
    volume: Quantity | None = None
    share: Quantity | None = None
    direction: Direction | None = None
    by: Quantity | None = None
    basis: Basis | Period | None = None
    record: bool = False
    period: Period | None = None
    status: FlowStatus | None = None
    deadline: bool = False
    outer: int | None = None
    """Which record of the sentence it stands in brackets behind."""
    term: bool | None = None
    """Whether the change is said to be one of the value (True) or of the volume (False)."""
    meant: bool | None = None
    """Whether it is, where both have been told before and any word of either says so."""
    late: bool = False
    """A second level is told behind the change of the first: it may bring a change of its own."""
    money_first: bool = False
    """The value is told before the volume."""
    earlier: bool = False
    """The level of an earlier period, beside the one told of."""
    opening: bool = False
    """The period opens the sentence: it goes on to hold for the text."""
    named: bool = False
    """The period is named in the sentence, and not by pointing back."""
    part: bool = False
    """A part of what was told before ("of which 3 Mt")."""
    aside: bool = False
    """A comparison or a relative clause: it does not move the period spoken of."""

    @property
    def level(self) -> bool:
        """Whether a level is known."""
        return self.value is not None or self.volume is not None or self.share is not None

    @property
    def empty(self) -> bool:
        """Whether nothing is claimed yet."""
        return not self.level and self.by is None and not self.record

    def reach(self, start: int, end: int) -> None:
        """Let the evidence cover this stretch too."""
        self.start = min(self.start, start)
        self.end = max(self.end, end)


def shared_good(ids: tuple[str, ...]) -> tuple[str | None, bool]:
    """Return the id that covers all goods of a list, and whether there is one.

    >>> shared_good(("wheat", "barley"))
    ('grain', True)
    >>> shared_good(("coal", "soybeans"))
    (None, False)
    >>> shared_good(("machinery", "electronics"))
    ('machinery-electronics', True)
    """
    if len(ids) < 2:
        return next(iter(ids), None), True
    lines = [[ids[0], *commodity(ids[0]).ancestors()]]
    for other in ids[1:]:
        lines.append([other, *commodity(other).ancestors()])
    for candidate in lines[0]:
        if all(candidate in line for line in lines[1:]):
            return candidate, True
    codes = {code for each in ids for code in commodity(each).hs}
    for whole in commodities():
        if set(whole.hs) == codes:
            return whole.id, True
    return None, False


def record_of(draft: Draft, text: str, reported_by: str | None) -> TradeFlow | str:
    """Return the record of a finished draft, or the reason why it is none."""
    try:
        return _record(draft, text, reported_by)
    except ValidationError as error:
        # a text may say what the contract rules out: a share of 120 %
        return error.what


def _summed(draft: Draft) -> bool:
    """Whether a claim tells the sum of several goods, of which the record names none: "ore, coal and fertilizer came to 90 kt"."""
    weighed = draft.value is not None or (draft.volume is not None and draft.volume.dimension is not Dimension.COUNT)
    return weighed and draft.share is None and len(draft.frame.goods) > 1


def _is_area(*ends: str | None) -> bool:
    """Whether one of the ends is a part of the world, as Europe is."""
    return any(code is not None and not is_coded(code) for code in ends)


def _end(code: str | None) -> Country | None:
    """Return who stands at an end: of a part of the world the contract has no code, and leaves that end open."""
    return country(code) if code is not None and is_coded(code) else None


def _record(draft: Draft, text: str, reported_by: str | None) -> TradeFlow | str:
    frame = draft.frame
    if frame.ends is None:
        return "whose flow this is cannot be decided"
    exporter, importer = frame.ends.exporter, frame.ends.importer
    if not {exporter, importer} & {"CN", "RU"}:
        return "a flow between other countries"
    if exporter == importer:
        return "a country's trade with itself"
    if frame.head.measure is Measure.EXPORTS and draft.level and not (draft.value or draft.volume) and _is_area(exporter, importer):
        return "the share of a part of the world, which is no country"
    buying = frame.head.use is Use.NOUN and frame.head.side is Side.IMPORTER
    everyone = frame.world and (frame.head.side is Side.BOTH or (frame.ends is not None and "parties" in frame.ends.carried))
    weighed = draft.volume is not None and (frame.cargo or draft.volume.unit == "TEU")
    crosses = frame.head.abroad and draft.value is not None
    if frame.head.weak and not (buying or everyone or weighed or crosses) and not frame.goods and None in {exporter, importer}:
        return "neither goods nor a partner are named, so that this may be no flow"
    if frame.head.weak and frame.head.side is Side.EXPORTER and importer is None and not (frame.world or frame.share or frame.head.abroad):
        return "no buyer is named: this may be a delivery at home"
    if draft.value is not None and draft.value.amount < _LEAST.get(draft.value.unit, LEAST):
        return "too small for a flow: a price"
    if frame.head.measure is Measure.BALANCE and draft.volume is not None and not frame.head.abroad:
        return "a balance is money"
    goods, covered = shared_good(frame.goods)
    if goods in PASSING and frame.head.measure is Measure.TURNOVER and draft.volume is not None and draft.volume.unit == "1":
        return "a count of vehicles that pass, not of goods"
    if not covered and not _summed(draft):
        return "several goods share one figure, and no commodity covers them all"
    if frame.head.measure is Measure.TURNOVER:
        ordered = sorted(code for code in (exporter, importer) if code is not None)
        exporter, importer = ordered[0], ordered[1] if len(ordered) > 1 else None
    if draft.by is not None and draft.by.unit == "1" and not draft.level and goods not in COUNTED:
        return "a change that does not say in what"
    if draft.by is not None and draft.by.unit == "pp" and draft.share is None and not frame.share:
        return "points by which two rates differ"
    change = None
    if draft.direction is not None and (draft.by is not None or draft.level):
        change = Change(direction=draft.direction, by=draft.by, basis=draft.basis)
    return TradeFlow(
        measure=frame.head.measure,
        exporter=_end(exporter),
        importer=_end(importer),
        commodity=commodity(goods) if goods else None,
        period=draft.period,
        value=draft.value,
        volume=draft.volume,
        share=draft.share,
        change=change,
        status=draft.status or FlowStatus.REPORTED,
        record_high=draft.record,
        via=corridor(frame.route) if frame.route else None,
        reported_by=reported_by,
        evidence=(Evidence.of(text, draft.start, draft.end),),
    )

"""Who sells to whom where the text leaves it open: what it carried over must not turn the trade of a good upside down.

Parties and roles that a sentence does not name come from the sentences before. A list that moves from Russia's sales to another supplier,
a pronoun or a headline that was read the wrong way round would give China crude oil to sell to Iraq. Where something was carried, the
usual sides of the good decide between the reading at hand, its reverse, and the good sold to (or bought from) whom the text is about.
"""

from sinorus.languages.meaning import Head, Side, Use
from sinorus.parsers.context import Context, Topic
from sinorus.parsers.flow.claim import Frame, shared_good
from sinorus.parsers.flow.partner import SUBJECTS, crossed
from sinorus.parsers.flow.two_ends import GOES_ON, Ends
from sinorus.parsers.phrase import Phrase
from sinorus.records import Measure
from sinorus.values import Period
from sinorus.values.evolve import evolve
from sinorus.world import commodity
from sinorus.world.usual import usual_side

_FLOW = "flow"
USUAL = "usual"
"""What `Ends.carried` holds where the usual sides decided."""


def likelier(frame: Frame, period: Period | None, context: Context) -> None:
    """Turn the ends of a flow where they were carried over and go against the usual sides of its good."""
    ends = frame.ends
    good = shared_good(frame.goods)[0]
    if ends is None and good is not None and frame.head.measure is Measure.EXPORTS and (both := crossed(frame.route)) is not None:
        frame.ends = ends = _over_border(both, good)
    if frame.fixed or ends is None or good is None or (frame.share and len(frame.parties) > 1):
        return
    when = period or context.period
    year = when.first.year if when is not None else None
    kin = commodity(good).ancestors() if frame.head.measure is Measure.EXPORTS else ()
    if ends.carried == ("parties",) and ends.exporter is None and _spoken_so(ends, good, context, kin):
        return
    if frame.head.measure is Measure.EXPORTS and ends.exporter is None and not frame.world:
        frame.ends = _listed(frame, ends, good, year, context) or _of_origin(ends, good, year, context)
        return
    if (supplied := _supplied(frame, ends, good, year, context)) is not None:
        frame.ends = supplied
        return
    if not (ends.carried or frame.dealt) or None in {ends.exporter, ends.importer} or _spoken_so(ends, good, context, kin):
        return
    if GOES_ON in ends.carried or _at_home(frame, ends, context) or _part_of_way(ends, context):
        return
    if frame.head.agent and not ends.carried and context.distance > 0:
        return  # "Peru was Chile's largest supplier of fish"
    if (
        _more_shares(frame, ends, context)
        or _part_of_told(frame, ends, context)
        or _in_row(frame, ends, context)
        or _in_unusual_list(frame, ends, good, year, context)
    ):
        return
    if frame.head.measure is Measure.TURNOVER and _FLOW in ends.carried:
        about = context.topic is not None and (context.topic.goods, context.topic.measure) == (good, Measure.TURNOVER)
        if frame.share or not about or (context.sole[0] != good and context.sole[1]):
            _one_way(frame, ends, good, year)  # but "their trade in fish was 9 kt. It grew by 5%" goes both ways still
    elif frame.head.measure is Measure.EXPORTS:
        likely = _back(frame, ends, good, year, context) or turned(ends, good, year, context, named=_named(frame, ends))
        if frame.goal is not None and likely.importer != frame.goal == ends.importer:
            return  # "to Peru went 3 Mt"
        if _acted(frame, ends) and likely != ends:
            return
        if ends.exporter not in SUBJECTS and likely.exporter != ends.exporter and _does(frame, ends) and frame.head.side is Side.EXPORTER:
            return  # "Peru, the first of them, sold 3 Mt"
        frame.ends = ends if _fixed(frame, ends) else likely
        _go_on_there(frame, ends)


def turns_back(frame: Frame, phrase: Phrase, head: int, context: Context) -> bool:
    """Whether exports are told, their goods right behind, of one whose purchases of others were just told: 进口矿石5吨。出口鱼3吨."""
    flow, ends, told = context.flow, frame.ends, frame.head
    if flow is None or ends is None or flow.side is not Side.IMPORTER or context.distance > 1 or ends.carried != ("parties",):
        return False
    behind = next((each for at, each in phrase.goods if at == head + 1), None)
    turned_to = told.side is Side.EXPORTER and told.use is Use.NOUN and not told.weak and behind not in {None, flow.goods}
    return turned_to and {ends.exporter, ends.importer} == {flow.owner, flow.partner} and not _goes(ends, flow)


def _spoken_so(ends: Ends, good: str, context: Context, kin: tuple[str, ...]) -> bool:
    """Whether the text has just told of the good, or of its `kin`, going this way, or is about all that one of the two buys of it."""
    flow, topic = context.flow, context.topic
    if topic is not None and topic.partner is None and topic.goods in {good, *kin} and topic.side is Side.IMPORTER:
        return topic.owner == ends.importer
    if topic is not None and topic.goods in kin and topic.measure is Measure.EXPORTS and _goes(ends, topic):
        return True  # "farm exports to Peru were $6bn. Nuts brought $434m": whoever sells them usually
    if flow is None or flow.goods not in {good, *kin} or flow.measure is not Measure.EXPORTS:
        return False
    if flow.owner == context.viewpoint and flow.owner == (ends.importer if flow.side is Side.IMPORTER else ends.exporter):
        return True  # "Peru's fruit exports to Chile rose. Sales to Cuba doubled"
    if flow.partner is None and context.distance == 0 and flow.goods == good:
        return flow.owner == (ends.importer if flow.side is Side.IMPORTER else ends.exporter)  # "… of its arms, 9% went to Peru"
    return _goes(ends, flow)


def _goes(ends: Ends, told: Topic) -> bool:
    """Whether a flow goes the way of one told."""
    return (ends.exporter, ends.importer) == told.way()


def _more_shares(frame: Frame, ends: Ends, context: Context) -> bool:
    """Whether one more share is told of what one was told of right before: "tin was 25% of these; the share of zinc was 15%"."""
    flow = context.flow
    near = context.distance == 0 or (frame.share and context.distance <= 1)
    return _FLOW in ends.carried and flow is not None and flow.share and near and _goes(ends, flow)


def _at_home(frame: Frame, ends: Ends, context: Context) -> bool:
    """Whether exports or imports of no one named, in a text on a turnover, are those of the country where its language is at home."""
    flow, head = context.flow, frame.head
    if flow is None or flow.side is not Side.BOTH or head.use is not Use.NOUN or head.weak or ends.carried != ("parties",):
        return False
    return frame.dealt is None and context.home == (ends.exporter if head.side is Side.EXPORTER else ends.importer)


def _part_of_way(ends: Ends, context: Context) -> bool:
    """Whether a good is told as a part of all that went one way: "it sold Peru goods for $9bn. Nuts made up $2bn"."""
    flow = context.flow
    whole = flow is not None and flow.goods is None and flow.measure is Measure.EXPORTS and None not in {flow.owner, flow.partner}
    return flow is not None and whole and _FLOW in ends.carried and context.distance <= 1 and _goes(ends, flow)


def _part_of_told(frame: Frame, ends: Ends, context: Context) -> bool:
    """Whether the noun is that of the flow just told, of which it gives the parts: "the import structure was topped by crabs (25%)"."""
    flow, head = context.flow, frame.head
    told = flow is not None and flow.side is head.side is not Side.BOTH and context.distance <= 1
    told = told and flow is not None and (not head.weak or head.side is Side.IMPORTER or flow.goods is not None)
    if flow is None or not told or head.use is not Use.NOUN or ends.carried != ("parties",):
        return False
    return (ends.exporter, ends.importer) == flow.way()


def _go_on_there(frame: Frame, read: Ends) -> None:
    """Let a list go on at the end to which its member has been turned."""
    if frame.dealt is None or frame.ends is None:
        return
    member = read.importer if frame.dealt == "importer" else read.exporter
    if member in {frame.ends.exporter, frame.ends.importer}:
        frame.dealt = "importer" if member == frame.ends.importer else "exporter"


def _in_row(frame: Frame, ends: Ends, context: Context) -> bool:
    """Whether the member of a list stands where the one told right before it stands: "first was Peru (5 Mt), then Chile (4 Mt)"."""
    flow = context.flow
    if flow is None or frame.dealt is None or flow.dealt != frame.dealt or context.distance > 0 or flow.side is Side.BOTH:
        return False
    seller, buyer = flow.way()
    return ends.exporter == seller if frame.dealt == "importer" else ends.importer == buyer


def _in_unusual_list(frame: Frame, ends: Ends, good: str, year: int | None, context: Context) -> bool:
    """Whether a text goes on with goods of which it was just told that they go the unusual way: "China bought 3 Mt of fruit from Peru"."""
    flow = context.flow
    if flow is None or flow.goods != good or flow.side is Side.BOTH or context.distance > 1 or flow.measure is not Measure.EXPORTS:
        return False
    seller, buyer = flow.way()
    listed = frame.dealt is not None and context.distance == 0
    goes_on = listed or flow.owner == (ends.importer if flow.side is Side.IMPORTER else ends.exporter)
    return None not in {seller, buyer} and goes_on and (_side(good, seller, year) == "importer" or _side(good, buyer, year) == "exporter")


def _supplied(frame: Frame, ends: Ends, good: str, year: int | None, context: Context) -> Ends | None:
    """ "Canadian ore imports", in a text about those of China, come from Canada: what Canada imports itself is not of that text."""
    topic, named = context.topic, _named(frame, ends)
    if named is None or named != ends.importer or {ends.exporter, ends.importer} & SUBJECTS:
        return None
    if frame.head.use is not Use.NOUN or frame.head.side is not Side.IMPORTER:
        return None  # "exports to Canada" say who buys
    if topic is None or topic.side is not Side.IMPORTER or topic.owner not in SUBJECTS or _side(good, named, year) == "importer":
        return None
    return _marked(evolve(ends, exporter=named, importer=topic.owner))


def _listed(frame: Frame, ends: Ends, good: str, year: int | None, context: Context) -> Ends | None:
    """Return the ends of "Canadian ore imports" right after what another sold to the country that the text is about."""
    flow, topic, named = context.flow, context.topic, ends.importer
    if flow is None or topic is None or context.distance > 1 or named in SUBJECTS or frame.head.use is not Use.NOUN or frame.head.weak:
        return None
    supplied = (
        flow.side is topic.side is Side.IMPORTER and flow.owner == topic.owner and (flow.partner is not None or flow.dealt == "exporter")
    )
    if not supplied or topic.owner not in SUBJECTS or flow.partner in SUBJECTS or _side(good, named, year) == "importer":
        return None
    return _marked(evolve(ends, exporter=named, importer=topic.owner))


def _over_border(both: tuple[str, str], good: str) -> Ends | None:
    """Return who sells to whom what crosses the border of two, told of neither: "3 Mt of coal were exported through Ilo"."""
    sellers = [code for code in both if usual_side(good, code) == "exporter"]
    buyers = [code for code in both if usual_side(good, code) == "importer"]
    return Ends(exporter=sellers[0], importer=buyers[0], carried=(USUAL, "route")) if len(sellers) == len(buyers) == 1 else None


def _of_origin(ends: Ends, good: str, year: int | None, context: Context) -> Ends:
    """ "Russian coal imports" are another's imports of Russian coal."""
    buyer = _spoken_of(good, "importer", year, context)
    if _side(good, ends.importer, year) != "exporter" or buyer is None:
        return ends
    return _marked(evolve(ends, exporter=ends.importer, importer=buyer))


def _fixed(frame: Frame, ends: Ends) -> bool:
    """Whether the noun and who is named at its far end fix the way: "imports from China", whose owner alone was carried over."""
    bound = not frame.head.weak or (frame.faced and None not in {ends.exporter, ends.importer})  # "purchases from China"
    return ends.carried == ("owner",) and frame.dealt is None and frame.head.use is Use.NOUN and bound


def _does(frame: Frame, ends: Ends) -> bool:
    """Whether a verb tells what the one that it names has done, with one whom only the text names."""
    return ends.carried == ("partner",) and frame.dealt is None and (frame.head.use is Use.VERB or frame.head.side is Side.EXPORTER)


def _acted(frame: Frame, ends: Ends) -> bool:
    """Whether a verb says of whom it names that he is the buyer, or who relates to it that he is the seller: "Peru, which sold 3 Mt"."""
    head = frame.head
    return _does(frame, ends) and (head.side is Side.IMPORTER or (head.participle and head.side is Side.EXPORTER))


def _back(frame: Frame, ends: Ends, good: str, year: int | None, context: Context) -> Ends | None:
    """A member of a list that pushed China or Russia out of the flow stands at the other end: "crude from Brazil …; the US sold 2 Mt"."""
    if frame.dealt is None or not ends.carried or {ends.exporter, ends.importer} & SUBJECTS:
        return None
    member = ends.importer if frame.dealt == "importer" else ends.exporter
    if _side(good, member, year) == "exporter" and (buyer := _spoken_of(good, "importer", year, context)) is not None:
        return _marked(evolve(ends, exporter=member, importer=buyer))
    if _side(good, member, year) == "importer" and (seller := _spoken_of(good, "exporter", year, context)) is not None:
        return _marked(evolve(ends, exporter=seller, importer=member))
    return None


def _one_way(frame: Frame, ends: Ends, good: str, year: int | None) -> None:
    """After the turnover of two countries, a good that only one of them sells to the other went that way."""
    for each in (ends, ends.reversed()):
        if _side(good, each.exporter, year) == "exporter" and _side(good, each.importer, year) == "importer":
            frame.ends = _marked(each)
            frame.head = Head(Measure.EXPORTS, Side.EXPORTER)


def _named(frame: Frame, ends: Ends) -> str | None:
    """Return the one of two that the sentence names, where the other was carried over: "Mongolian arrivals" after those from Peru."""
    if ends.carried not in {("partner",), ("owner",)} or frame.head.side is Side.BOTH or frame.dealt is not None:
        return None
    owns = frame.head.side if ends.carried == ("partner",) else frame.head.side.facing
    return ends.exporter if owns is Side.EXPORTER else ends.importer


def turned(ends: Ends, good: str, year: int | None, context: Context, *, named: str | None = None) -> Ends:
    """Return the ends as they are, reversed, or with the one whom the text is about in place of a rival, by the usual sides of a good.

    `named` is the one that the sentence itself names, where it does not name both.
    """
    sells, buys = _side(good, ends.exporter, year), _side(good, ends.importer, year)
    if sells != "importer" and buys != "exporter":
        return ends
    if sells != "exporter" and buys != "importer":
        return _marked(ends.reversed())
    if sells == buys == "exporter":  # two suppliers: the other one sells to whom the first one sold
        rival = named or _rival(ends)
        buyer = _spoken_of(good, "importer", year, context)
        return _marked(evolve(ends, exporter=rival, importer=buyer)) if rival is not None and buyer is not None else ends
    if sells == buys == "importer":
        rival = _rival(ends)
        seller = _spoken_of(good, "exporter", year, context)
        return _marked(evolve(ends, exporter=seller, importer=rival)) if rival is not None and seller is not None else ends
    return ends


def _marked(ends: Ends) -> Ends:
    return evolve(ends, carried=(*ends.carried, USUAL))


def _side(good: str, country: str | None, year: int | None) -> str | None:
    return usual_side(good, country, year) if country is not None else None


def _rival(ends: Ends) -> str | None:
    """Return the third country of two."""
    third = [code for code in (ends.exporter, ends.importer) if code not in SUBJECTS]
    return third[0] if len(third) == 1 else None


def _spoken_of(good: str, side: str, year: int | None, context: Context) -> str | None:
    """Return the one of China and Russia that stands on this side and that the text has named."""
    return next((code for code in sorted(SUBJECTS & context.mentioned) if _side(good, code, year) == side), None)

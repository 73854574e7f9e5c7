"""Who stands at the other end of a flow, by what the text has said before."""

from sinorus.languages.meaning import Side
from sinorus.parsers.context import Context
from sinorus.parsers.talk import HOME, HOME_PAIR
from sinorus.records import Measure
from sinorus.world import corridor

SUBJECTS = HOME
MARKET = "CN"
"""The one of the two to which many sell: lists of sellers beside Russia are of those that sell there."""


def counterpart(code: str, context: Context) -> str | None:
    """Return whom `code` trades with by the context.

    That is the country to which the text has just turned, or the other one of the pair spoken of, or from whose side the text tells.
    """
    if context.turned is not None and code in {context.owner, context.partner}:
        return context.turned
    if context.owner is not None and context.owner != code:
        return context.owner
    if context.partner is not None and context.partner != code:
        return context.partner
    if (teller := _telling(code, context)) is not None:
        return teller
    if code in HOME_PAIR:
        other = HOME_PAIR[1 - HOME_PAIR.index(code)]
        return other if other in context.mentioned and other not in context.ahead else None
    return None


def _telling(code: str, context: Context) -> str | None:
    """Return the third country from whose side the text tells, where it has named it and that is not `code`."""
    return context.viewpoint if context.viewpoint != code and context.viewpoint in context.mentioned - context.ahead else None


def own(code: str, context: Context, *, weak: bool = False) -> str | None:
    """Return whose flow from or to `code` it is where nothing says so: that of the text's viewpoint, its home, or the only other one named.

    What a `weak` word tells (arrivals, deliveries) is the whole where the text begins with it and tells of that country's share.
    """
    if (teller := _telling(code, context)) is not None:
        return teller
    home = context.home if context.home in SUBJECTS and context.home != code else None
    (other,) = (home,) if home else SUBJECTS - {code} if code in SUBJECTS and context.cast == SUBJECTS else (None,)
    shares = weak and context.flow is None and other in context.sharers
    return None if shares or other in context.ahead else other


def neighbour(route: str | None, code: str) -> str | None:
    """Return the country at the other end of the crossing through which goods pass, where it joins two."""
    way = corridor(route) if route is not None else None
    if way is None or way.kind not in CROSSINGS or len(way.countries) != 2 or code not in way.countries:
        return None
    return next(other for other in way.countries if other != code)


def crossed(route: str | None) -> tuple[str, str] | None:
    """Return the two countries that a crossing or bridge joins, where they are China and Russia."""
    way = corridor(route) if route is not None else None
    return HOME_PAIR if way is not None and way.kind in CROSSINGS and set(way.countries) == SUBJECTS else None


CROSSINGS = frozenset({"border-crossing", "bridge"})


def bilateral(code: str, context: Context) -> str | None:
    """Return the partner of `code` where the sentence before spoke of these two."""
    pair = context.pair()
    if pair is None or code not in pair or context.distance > 2 or context.titled:
        return None
    return pair[1] if pair[0] == code else pair[0]


def end_spoken_of(known: str, exporter: bool, context: Context) -> str | None:
    """Return the exporter or importer of the flow spoken of, for a third country in the other role: another supplier of the same buyer.

    Where the last flow names none at that end, it is the one of the flow that the text is about.
    """
    for told in (context.flow, context.topic):
        if told is None or told.side is Side.BOTH or told.measure is not Measure.EXPORTS or known in {told.owner, told.partner}:
            return None
        at_owner = told.side is (Side.EXPORTER if exporter else Side.IMPORTER)
        end = told.owner if at_owner else told.partner
        if not exporter and end not in {None, *SUBJECTS} and {known, told.owner} == SUBJECTS:
            return told.owner  # "Russia sold Peru 5 Mt; from China came 3 Mt"
        if end is not None:
            return end
    return None


def rivals(known: str, exporter: bool, context: Context) -> bool:
    """Whether a third country stands where the owner of the flow spoken of stands: they do not trade with each other there."""
    flow = context.flow
    if flow is None or flow.side is Side.BOTH or flow.measure is not Measure.EXPORTS or known in SUBJECTS or context.both_ways:
        return False
    return flow.owner != known and flow.side is (Side.IMPORTER if exporter else Side.EXPORTER)


def of_same_trade(goods: list[tuple[int, str]], context: Context) -> bool:
    """Whether the goods are those of a trade of which only one of the two has been named: "its crab trade"; "3 kt of crab came"."""
    flow = context.flow
    return flow is not None and flow.side is Side.BOTH and flow.partner is None and flow.goods in {each for _, each in goods}


def one_of_many(context: Context) -> bool:
    """Whether the flow just told was one of a list, or of a country's with one of its partners in a text about all."""
    topic, flow = context.topic, context.flow
    return (topic is not None and topic.partner is None) or (flow is not None and (flow.share or flow.dealt is not None))

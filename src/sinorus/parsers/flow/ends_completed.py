"""The end that a phrase leaves out, by the flow, the topic and whose figures the text has told."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Head, Role, Side, Use
from sinorus.parsers.context import Context
from sinorus.parsers.flow.clause_owner import goes_on, owner_of
from sinorus.parsers.flow.ends_carried import from_context
from sinorus.parsers.flow.left_open import is_left_open
from sinorus.parsers.flow.moved import along
from sinorus.parsers.flow.partner import SUBJECTS, bilateral, counterpart, end_spoken_of, neighbour, of_same_trade, one_of_many
from sinorus.parsers.flow.two_ends import GOES_ON, Ends, single
from sinorus.parsers.marks import is_cue, role_of
from sinorus.parsers.phrase import Phrase
from sinorus.parsers.placing import Slot
from sinorus.records import Measure
from sinorus.world import corridor


def _counts_both(known: str, phrase: Phrase, context: Context) -> str | None:
    """Return the one of the two whose customs count a flow of the other one, in a text that told last of a third country."""
    counting, pair = context.counting, context.pair()
    both = known in SUBJECTS and counting in SUBJECTS - {known} and not phrase.world
    return counting if both and pair is not None and counting not in pair and known in pair else None


def complete(head: Head, exporter: str | None, importer: str | None, phrase: Phrase, context: Context) -> Ends | None:
    """Fill a missing end from the context."""
    if exporter is not None and importer is not None:
        return Ends(exporter=exporter, importer=importer)
    known = exporter or importer
    if known is None:
        told = along(phrase.route) or _from_port(head, phrase) or from_context(head, phrase, context) or _at_crossing(head, phrase, context)
        return told or _through_region(head, phrase)
    if (counted := _counts_both(known, phrase, context)) is not None:
        return Ends(exporter=exporter or counted, importer=importer or counted, carried=("parties",))
    if importer is None and (goal := _into_country(known, phrase, context)) is not None:
        return Ends(exporter=exporter, importer=goal, carried=("partner",))
    sells = exporter is not None
    owner_known = (exporter if head.side is Side.EXPORTER else importer) is not None
    if is_left_open(head, known, phrase, context, sells=sells, owner_known=owner_known):
        return Ends(exporter=exporter, importer=importer)
    other = _end_of_flow(head, known, phrase, context, sells=sells, owner_known=owner_known)
    if other is None and (piped := along(phrase.route)) is not None and known in {piped.exporter, piped.importer}:
        return piped
    other = other or neighbour(phrase.route, known) or _end_of_text(head, known, phrase, context, sells=sells, owner_known=owner_known)
    carried: tuple[str, ...] = ("partner" if owner_known else "owner",) if other else ()
    if not owner_known and other is not None and other == context.subject and goes_on(head, known, phrase, context):
        carried = (*carried, GOES_ON)
    return Ends(exporter=exporter or other, importer=importer or other, carried=carried)


def _end_of_flow(head: Head, known: str, phrase: Phrase, context: Context, *, sells: bool, owner_known: bool) -> str | None:
    """Return the other end of the flow that the text has told of, where this one may be the same."""
    if not owner_known:
        return owner_of(head, known, not sells, phrase, context)
    both_ways = context.flow is not None and context.flow.measure is not Measure.EXPORTS
    taken_up = Anaphor.THERE in phrase.pointers or _takes_up(head, known, phrase, context)
    between_two = head.weak or context.distance == 0 or both_ways or taken_up or _is_way_of_topic(head, phrase, context)
    other = bilateral(known, context) if between_two else None
    if other is None and of_same_trade(phrase.goods, context) and context.owner != known:
        other = context.owner
    if other is None and head.weak:
        other = end_spoken_of(known, not sells, context)
    topic = context.topic
    if other is not None or topic is None or topic.owner == known:
        return other
    told = bool(phrase.goods) or Anaphor.OF_WHICH in phrase.pointers or (context.distance == 0 and topic.goods is not None)
    near = topic.partner is None and context.distance <= 1 and told
    facing = Side.IMPORTER if head.side is Side.EXPORTER else Side.EXPORTER
    return topic.owner if (head.weak or near) and topic.side is facing else None


def _is_way_of_topic(head: Head, phrase: Phrase, context: Context) -> bool:
    """Whether a bare noun names one way of the trade of the two that the text is about, after a detail of it.

    "Trade with Peru was $9bn. In May the sales there rose to 1bn. Over the year Chile's exports came to $5bn".
    """
    flow, topic = context.flow, context.topic
    if flow is None or topic is None or topic.measure is not Measure.TURNOVER or topic.pair() is None or topic.pair() != flow.pair():
        return False
    bare = not (phrase.goods or phrase.world or phrase.pointers or phrase.route or flow.goods or topic.goods)
    return bare and head.use is Use.NOUN and not context.worldwide and context.whole is None


def _takes_up(head: Head, known: str, phrase: Phrase, context: Context) -> bool:
    """Whether purchases of no goods named are of those that the buyer was just told to get: "… to Peru. Peru cut its purchases"."""
    flow = context.flow
    if flow is None or flow.goods is None or flow.partner is None or flow.side is Side.BOTH or not head.away or head.use is not Use.NOUN:
        return False
    buyer = flow.partner if flow.side is Side.EXPORTER else flow.owner
    return known == buyer and not (phrase.goods or phrase.world or phrase.pointers or phrase.route) and not one_of_many(context)


def _end_of_text(head: Head, known: str, phrase: Phrase, context: Context, *, sells: bool, owner_known: bool) -> str | None:
    """Return the other end by whose figures the text tells, and whom it is about."""
    if context.counting not in {None, known}:
        return context.counting
    if owner_known and head.weak and head.side is Side.EXPORTER and context.counter not in {None, known}:
        return context.counter
    other = None
    bound = context.topic is not None and context.topic.partner is None and not context.topic.noted
    anywhere = head.abroad and context.flow is None  # what crosses a border, in a text that has told of no flow
    if head.weak and owner_known and not bound and not anywhere:
        other = counterpart(known, context)
        other = None if context.flow is None and other in context.sharers and not phrase.share else other
    if other is None and known not in SUBJECTS:
        other = end_spoken_of(known, not sells, context)
    if phrase.pointers & {Anaphor.PAIR, Anaphor.PARTNER, Anaphor.REVERSE}:
        other = other or counterpart(known, context)
    if Anaphor.PARTNER in phrase.pointers and known in SUBJECTS:
        other = other or next(iter(SUBJECTS - {known}))
    return other


def _at_crossing(head: Head, phrase: Phrase, context: Context) -> Ends | None:
    """Whose exports pass a crossing of which nothing else is told: those of the side that counts, or that the language is at home on."""
    owner = context.counting or context.home
    other = neighbour(phrase.route, owner) if owner is not None else None
    if owner is None or other is None or head.weak or head.use is Use.VERB:
        return None
    ends = Ends(exporter=owner, importer=other, carried=("parties",))
    return ends if head.side is Side.EXPORTER else ends.reversed()


def _from_port(head: Head, phrase: Phrase) -> Ends | None:
    """Return the ends of what a port sends, or takes in: "the port of Arica shipped 3 Mt of tin"."""
    first = phrase.chunk.items[0]
    way = corridor(phrase.route) if phrase.route is not None and first.mask & m.Route.bit else None
    sends = head.use is Use.VERB and head.side is not Side.BOTH and not (head.participle or phrase.of(Slot.PLACE))
    if way is None or not sends or way.kind != "port" or len(way.countries) != 1 or way.countries[0] not in SUBJECTS:
        return None
    owner = way.countries[0]
    return Ends(exporter=owner, importer=None) if head.side is Side.EXPORTER else Ends(exporter=None, importer=owner)


def _through_region(head: Head, phrase: Phrase) -> Ends | None:
    """Return the ends of what crosses the border in a region of which nothing else is told: "3 Mt were exported through ports of Arica"."""
    through = [placed for placed in phrase.parties if placed.slot is Slot.RIVAL and _is_passed(phrase, placed.index)]
    owner = single([code for placed in through for code in placed.codes])
    if owner not in SUBJECTS or len(through) != len(phrase.parties) or head.side is Side.BOTH or not (head.abroad or not head.weak):
        return None
    return Ends(exporter=owner, importer=None) if head.side is Side.EXPORTER else Ends(exporter=None, importer=owner)


def _is_passed(phrase: Phrase, index: int) -> bool:
    """Whether a region is named as where goods pass: "through Arica", "through the ports of Arica"."""
    item = phrase.item(index)
    party = item.get(m.Party) if item is not None else None
    before = next((role for at in (index - 1, index - 2) if (role := role_of(phrase.item(at))) is not None), None)
    return before is Role.VIA and party is not None and party.region


def _into_country(exporter: str, phrase: Phrase, context: Context) -> str | None:
    """Return the buyer in the flow just told, where exports go "into the country": «экспорт российского ячменя в страну вырос»."""
    flow = context.flow
    if (
        flow is None
        or flow.measure is not Measure.EXPORTS
        or not any(is_cue(item, "flow", "into-the-country") for item in phrase.chunk.items)
    ):
        return None
    buyer = flow.way()[1]
    return buyer if buyer != exporter else None

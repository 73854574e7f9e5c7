"""The ends of goods that are carried, by a head of movement or along a route of the registry."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Head, Role, Side, Use
from sinorus.parsers.both import staged
from sinorus.parsers.context import Context, Topic
from sinorus.parsers.flow.partner import CROSSINGS, SUBJECTS, counterpart, neighbour, own
from sinorus.parsers.flow.sorts import is_sort
from sinorus.parsers.flow.turnover import turnover
from sinorus.parsers.flow.two_ends import Ends, single
from sinorus.parsers.marks import role_of
from sinorus.parsers.phrase import Phrase
from sinorus.parsers.placing import Slot
from sinorus.records import Measure
from sinorus.scan.sentence import Scanned
from sinorus.values.evolve import evolve
from sinorus.values.unit import Dimension
from sinorus.world import corridor

_ONE_WAY = frozenset({"pipeline", "power-line"})
"""Corridors through which goods flow one way."""


def moves(head: Head, phrase: Phrase) -> bool:
    """Whether the head tells of goods carried from here to there, rather than traded with someone or between two."""
    if head.side is not Side.BOTH or head.use is not Use.VERB:
        return False
    if phrase.of(Slot.FROM) or phrase.of(Slot.TO) or (phrase.world_as is Role.TO and _senders(phrase)):
        return True
    everyone = phrase.world and across(phrase.route) is None and along(phrase.route) is None  # "in all 5 Mt passed Ilo"
    return not (phrase.of(Slot.PAIR) or phrase.of(Slot.WITH) or everyone)


def _senders(phrase: Phrase) -> list[str]:
    return phrase.of(Slot.SUBJECT) or phrase.of(Slot.OWNER) or phrase.of(Slot.ORIGIN)


def moving(head: Head, ends: Ends | None, phrase: Phrase) -> Head:
    """Return the head of goods that move: one way where the ends are told as such, both ways between two."""
    if ends is None or (ends.carried == ("route",) and head.side is Side.BOTH and across(phrase.route) is not None):
        return head
    to_and_fro = Anaphor.BOTH_WAYS in phrase.pointers and not (phrase.of(Slot.FROM) or phrase.of(Slot.TO))
    if moves(head, phrase) and not phrase.of(Slot.PAIR) and Anaphor.PAIR not in phrase.pointers and not to_and_fro:
        return evolve(head, measure=Measure.EXPORTS, side=Side.EXPORTER)
    return head


def both_ways(head: Head, phrase: Phrase, ends: Ends | None) -> Head:
    """Return the head of goods that go there and back, or between two: their turnover."""
    towards = phrase.of(Slot.TO) or phrase.of(Slot.FROM)
    both = (Anaphor.BOTH_WAYS in phrase.pointers and not towards) or (len(phrase.of(Slot.PAIR)) == 2 and head.weak)
    known = ends is not None and None not in {ends.exporter, ends.importer}
    return Head(Measure.TURNOVER, Side.BOTH) if both and known and head.measure is Measure.EXPORTS else head


def moved(head: Head, phrase: Phrase, context: Context) -> Ends | None:
    """Goods carried from here to there, or along a route of the registry that leads from one to the other."""
    exporter = single(phrase.of(Slot.FROM), phrase.of(Slot.ORIGIN), phrase.of(Slot.SUBJECT))
    importer = single(phrase.of(Slot.TO))
    if Anaphor.PAIR in phrase.pointers:
        return turnover(head, phrase, context)
    if (
        importer is None
        and not phrase.of(Slot.FROM)
        and not phrase.of(Slot.ORIGIN)  # "Ilo cleared 1 Mt of Peruvian coal"
        and Anaphor.REVERSE not in phrase.pointers
        and not _goes_on(phrase, context)
        and (both := across(phrase.route, context.home)) is not None
    ):
        return both
    if phrase.world_as is Role.TO and importer is None:
        return Ends(exporter=exporter or single(_senders(phrase)), importer=None)  # "the company passed 3 TWh abroad"
    if exporter is None and importer is None:
        flow = context.flow
        if flow is not None and flow.partner is not None and flow.side is not Side.BOTH:
            ends = Ends(exporter=flow.owner, importer=flow.partner, carried=("parties",))
            turned = Anaphor.REVERSE in phrase.pointers
            return ends.reversed() if (flow.side is Side.IMPORTER) is not turned else ends
        stage = staged(context) if flow is None and Anaphor.BOTH_WAYS in phrase.pointers else None
        return along(phrase.route) or (Ends(exporter=stage[0], importer=stage[1], carried=("parties",)) if stage is not None else None)
    carried = ("partner",) if None in {exporter, importer} else ()
    if exporter is None and importer is not None:
        piped = along(phrase.route)
        from_line = piped.exporter if piped is not None and piped.importer == importer else None
        exporter = from_line or counterpart(importer, context) or own(importer, context, weak=True)
    elif importer is None and exporter is not None:
        importer = (
            counterpart(exporter, context)
            or neighbour(phrase.route, exporter)
            or (own(exporter, context) if phrase.of(Slot.FROM) else None)
        )
    return Ends(exporter=exporter, importer=importer, carried=carried) if exporter != importer else None


def outbound(phrase: Phrase, context: Context) -> Ends | None:
    """Return the ends of what goes out of the country at home, of what passes between the two: "160 Mt passed; for export went 130"."""
    flow, trade, home = context.flow, context.trade, context.home
    if phrase.world_as is Role.FOR and not (phrase.of(Slot.TO) or phrase.of(Slot.FROM)) and (way := across(phrase.route, home)) is not None:
        phrase.world = False
        return evolve(way, carried=("parties",)) if way.exporter == home else None  # "via Ilo 3 Mt went for export"
    if phrase.world_as is not Role.FOR or flow is None or phrase.parties:
        return None
    if flow.goods is not None and _goes_where_told(flow, phrase, context):
        phrase.world, phrase.goods = False, phrase.goods or [(-1, flow.goods)]
        seller, buyer = flow.way()
        return Ends(exporter=seller, importer=buyer, carried=("parties",))
    if trade is None or trade.goods is not None:
        return None
    if not {trade.owner, trade.partner} == {flow.owner, flow.partner} == SUBJECTS or home not in SUBJECTS or context.distance > _NEAR:
        return None
    phrase.world = False
    return Ends(exporter=home, importer=next(iter(SUBJECTS - {home})), carried=("parties",))


def _goes_where_told(flow: Topic, phrase: Phrase, context: Context) -> bool:
    """Whether goods "for export" go to the buyer just told of: "25 lots went to Peru. The crab sent for export weighed 3 kt"."""
    two = flow.measure is Measure.EXPORTS and flow.side is not Side.BOTH and {flow.owner, flow.partner} == SUBJECTS
    if not two or context.distance > 1 or context.leads or phrase.pointers & {Anaphor.OVERALL, Anaphor.TOTAL}:
        return False
    return {each for _, each in phrase.goods} <= {flow.goods}


_NEAR = 2
"""Sentences before which the trade was told of which a way is told, at most: a heading may stand between."""


def _goes_on(phrase: Phrase, context: Context) -> bool:
    """Whether what passes is of the flow told before: a part of it, or the same goods."""
    flow = context.flow
    if flow is None or flow.goods is None or flow.measure is not Measure.EXPORTS:
        return False
    named = any(each == flow.goods or is_sort(flow.goods, each) for _, each in phrase.goods)
    return phrase.share or named or _is_part_of(flow.goods, phrase, context)


def _is_part_of(goods: str, phrase: Phrase, context: Context) -> bool:
    """Whether no more passes than the text has just told to go one way, and it speaks of nothing else: "… 5 Mt. 3 Mt passed Ilo"."""
    if (
        phrase.goods
        or phrase.world
        or phrase.pointers
        or context.sole not in {(goods, context.sole[1]), (None, 0)}
        or context.crossed
        or context.distance > 1
    ):
        return False
    figures = (phrase.chunk.items[at].get(m.Figure) for at in phrase.figures)
    level = next((each.quantity for each in figures if each is not None and each.quantity.dimension is Dimension.MASS), None)
    told = [each for each in context.levels if level is not None and each.unit == level.unit]
    return level is not None and all(level.amount <= each.amount for each in told)


def across(route: str | None, home: str | None = None) -> Ends | None:
    """Return the two countries that a crossing joins: what passes it goes both ways where nothing says which."""
    way = corridor(route) if route is not None else None
    if way is None or way.kind not in CROSSINGS or len(way.countries) != 2:
        return None
    first, second = sorted(way.countries, key=lambda code: (code != home, code))
    return Ends(exporter=first, importer=second, carried=("route",))


def along(route: str | None) -> Ends | None:
    """Return the ends of what flows through a pipeline or line that leads from Russia to China."""
    if route is None:
        return None
    way = corridor(route)
    if way.kind in _ONE_WAY and {"RU", "CN"} <= set(way.countries):
        return Ends(exporter="RU", importer="CN", carried=("route",))
    return None


def by_way(phrase: Phrase) -> bool:
    """Whether a chunk begins with the way that goods take, or ends with it: "via Ilo 2 Mt", "2 Mt via Ilo"."""
    items = phrase.chunk.items
    return any(
        role_of(items[at]) is Role.VIA and bool(items[at + 1].mask & (m.Route.bit | m.Party.bit))
        for at in {0, len(items) - 2}
        if 0 <= at < len(items) - 1
    )


def _lets_pass(scanned: Scanned, index: int) -> bool:
    """Whether a crossing is what does it: "the checkpoint handled 5 Mt"."""
    if index and scanned.mentions[index - 1].mask & m.Relation.bit:
        return False  # "over the bridge came 5 Mt"
    verb = scanned.mentions[index + 1].get(m.Head) if index + 1 < len(scanned.mentions) else None
    return verb is not None and verb.use is Use.VERB and verb.side is Side.BOTH


def route_told_of(scanned: Scanned, context: Context) -> str | None:
    """Return the route to which "the bridge" points, or over which went what a sentence tells of the goods that passed it."""
    if scanned.mask & m.Route.bit:
        return None
    flow = context.flow
    passed = flow.route if flow is not None and context.distance <= _NEAR and across(flow.route) is not None else None
    if not scanned.mask & m.CorridorNoun.bit:
        return passed if _of_what_passed(scanned, context) else None
    nouns = [(at, noun.kind) for at, noun in scanned.of(m.CorridorNoun) if noun.definite and noun.kind in CROSSINGS | _ONE_WAY]
    if passed is not None and any(kind == corridor(passed).kind for _, kind in nouns):
        return passed
    home = set(context.pair() or ()) == {"CN", "RU"}
    kinds = {kind for at, kind in nouns if not home or kind in _ONE_WAY or _lets_pass(scanned, at)}
    told = (report.corridor for report, _ in reversed(context.told.routes) if report.kind in kinds)
    return next((each.id for each in told if each is not None), None)


def _of_what_passed(scanned: Scanned, context: Context) -> bool:
    """Whether goods are told of, and no country, right behind all that passed a crossing: "8 Mt passed. Of coal 3 Mt was sent"."""
    flow = context.flow
    if flow is None or flow.measure is not Measure.TURNOVER or context.distance > 1 or scanned.mask & (m.Body.bit | m.OtherMeasure.bit):
        return False
    part = any(pointer.to is Anaphor.OF_WHICH for _, pointer in scanned.of(m.Pointer))
    ways = [head for _, head in scanned.of(m.Head)]
    named = bool(scanned.mask & m.Goods.bit) and bool(ways)
    return named and (part or (not scanned.mask & m.Party.bit and all(head.use is Use.VERB for head in ways)))

"""The ends of a flow of which a chunk names none: those of the flow spoken of, seen from whoever is meant now."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Head, Mark, Role, Side, Use
from sinorus.parsers.context import Context, Topic
from sinorus.parsers.flow.partner import SUBJECTS, bilateral, counterpart, crossed, end_spoken_of, neighbour, one_of_many
from sinorus.parsers.flow.two_ends import Ends
from sinorus.parsers.marks import role_of
from sinorus.parsers.phrase import Phrase
from sinorus.records import Measure
from sinorus.values.evolve import evolve
from sinorus.world.usual import usual_side


def from_context(head: Head, phrase: Phrase, context: Context) -> Ends | None:
    """Return the ends by what the text has said before; None where it has spoken of no flow."""
    if (whole := _in_all(head, phrase, context)) is not None:
        return whole
    pointed = _is_pointed(head, phrase, context)
    owner, partner = _whose(head, phrase, context, pointed=pointed)
    if owner is None:
        return None
    side = head.side
    flow = context.flow
    same = not phrase.goods or head.use is Use.NOUN or (flow is not None and flow.goods == phrase.goods[0][1])
    same = same or (flow is not None and _home_does(head, flow, context))
    one_way = not pointed and flow is not None and flow.side is not Side.BOTH and flow.measure is Measure.EXPORTS
    if flow is not None and one_way and (told := _told_on(head, phrase, flow, Ends(exporter=owner, importer=partner), context)) is not None:
        return told
    opposed = flow is not None and flow.side is not head.side and _is_opposed(head, phrase, flow, context)
    follows = (
        head.weak
        or (head.use is Use.VERB and context.distance > 0)
        or _unusual(head, owner, phrase, context)
        or _at_home(head, phrase, context)
    )
    if follows and same and flow is not None and one_way and not opposed:
        side = flow.side  # "the gas shipped via …" is the flow spoken of, whichever way it was told; not so "exported …, and imported …"
    elif partner is not None and partner == context.counting:
        owner, partner = partner, owner  # what a country's customs call imports are its own
    elif partner is None and owner in SUBJECTS and context.counting in SUBJECTS and head.use is Use.NOUN and not head.weak:
        owner = context.counting  # behind what Peru did, "by the figures of Chile's car makers, exports were 5 Mt": theirs
    third = {owner, partner} != SUBJECTS and _begins_total(phrase) and head.use is Use.NOUN
    if third and Anaphor.TOTAL in phrase.pointers and not pointed and (phrase.goods or (not head.weak and one_of_many(context))):
        partner = None  # "total crude imports", after those from one country
    if partner is not None and partner not in SUBJECTS and _opens_total(head, phrase, context):
        partner = None
    if _follows_list(head, owner, phrase, context):
        partner = None
    ends = Ends(exporter=owner, importer=None if phrase.world and not head.weak else partner, carried=("parties",))
    turned = head.weak and Anaphor.REVERSE in phrase.pointers
    if turned and one_way and flow is not None:
        side = flow.side  # the other way than the flow spoken of, whatever the word
    ends = ends.reversed() if (side is Side.IMPORTER) is not turned else ends
    if phrase.world_as is Role.FROM and head.side is Side.EXPORTER:
        return Ends(exporter=None, importer=owner, carried=("parties",))
    if phrase.world and head.weak:
        return evolve(ends, exporter=None) if head.side is Side.IMPORTER else evolve(ends, importer=None)
    return ends


def _told_on(head: Head, phrase: Phrase, flow: Topic, spoken_of: Ends, context: Context) -> Ends | None:
    """Return the ends where a chunk only tells on of a flow that goes one way, its whole, or what a third country does besides."""
    if (told := _kept(head, phrase, flow) or _whole_of(head, phrase, flow)) is not None:
        return told
    if _third_goes_on(head, phrase, flow, context):
        ends = evolve(spoken_of, carried=("parties",))
        return ends if head.side is Side.IMPORTER else ends.reversed()
    if flow.partner is None and flow.side is Side.IMPORTER and _leaves(head):
        return evolve(spoken_of, importer=None, carried=("owner",))  # "it bought 6 Mt of copper abroad; it exported 3 Mt itself"
    return None


def _is_opposed(head: Head, phrase: Phrase, flow: Topic, context: Context) -> bool:
    """Whether a word for the other way than that of the flow spoken of means it."""
    return (
        _faces_partner(head, phrase)
        or _does_both(head, phrase, context)
        or _turns(head, phrase, flow, context)
        or _of_wares(head, phrase, flow)
    )


def _is_pointed(head: Head, phrase: Phrase, context: Context) -> bool:
    """Whether "it" stands for whom the text spoke of last, and not for the owner of the flow."""
    if Anaphor.THIS not in phrase.pointers or context.subject in {None, context.owner}:
        return False
    if _faces_partner(head, phrase) or _keeps_roles(head, phrase, context):
        return False
    return not (head.weak and context.noted not in {None, context.goods})  # "pears, too: of them 3 kt were shipped"


def _whose(head: Head, phrase: Phrase, context: Context, *, pointed: bool) -> tuple[str | None, str | None]:
    """Return whose flow it is, and with whom."""
    owner, partner = context.owner, context.partner
    if pointed and context.subject is not None:
        owner = context.subject
        partner = bilateral(owner, context) or end_spoken_of(owner, head.side is Side.IMPORTER, context)
    owner = owner or _unspoken(head, phrase, context)
    if owner is not None and partner is None and not phrase.world:
        partner = neighbour(phrase.route, owner)
    if owner is not None and partner is None and head.weak and context.flow is not None and context.flow.noted:
        partner = counterpart(owner, context)
    return owner, partner


def _leaves(head: Head) -> bool:
    """Whether a verb says itself that goods leave the country."""
    return head.abroad and head.side is Side.EXPORTER and head.use is Use.VERB


def _unspoken(head: Head, phrase: Phrase, context: Context) -> str | None:
    """Return whose flow it is where the text has spoken of no one's: by who counts, where it is at home, of whom it spoke last."""
    if Anaphor.PAIR not in phrase.pointers and context.counter == context.home and context.home is not None and not head.weak:
        return context.counter  # "exports were $5bn", the country's own customs report
    if (sides := crossed(phrase.route)) is not None and context.home in sides:
        return context.home  # what passes a crossing is imported into the country in which the text is at home
    counted = not head.weak or head.abroad or (head.use is Use.NOUN and head.side is Side.IMPORTER)
    at_home = context.flow is None and context.counting == context.home and head.abroad
    if counted and context.counting in SUBJECTS and (at_home or context.mentioned <= {context.counting}):
        return context.counting  # "according to its customs, imports totalled …"
    if Anaphor.THIS in phrase.pointers and head.use is Use.VERB and context.subject in SUBJECTS and phrase.goods:
        return context.subject  # "Peru was in no hurry. It had bought 5 Mt of tin"
    if phrase.world and head.side is Side.EXPORTER and head.weak and context.home in SUBJECTS and context.mentioned <= {context.home}:
        return context.home  # "5 Mt were shipped abroad"
    unnamed = context.home not in context.mentioned or context.counting == context.home
    carrier = phrase.chunk.mask & m.Body.bit and context.mentioned == {context.home}  # "the railways shipped 9 Mt of coal for export"
    unnamed = unnamed or bool(head.side is Side.EXPORTER and carrier)
    if unnamed and context.subject is None and not (head.weak or phrase.parties) and phrase.goods and context.home in SUBJECTS:
        return context.home  # a text that begins without a country speaks of that in which it is at home
    return None


def _third_goes_on(head: Head, phrase: Phrase, flow: Topic, context: Context) -> bool:
    """Whether a third country goes on behind its flow with one of the two: "…, and exported tin for $3bn", "…, its imports fell"."""
    third = flow.partner is not None and context.subject == flow.partner not in SUBJECTS
    weak = head.weak and not _does_both(head, phrase, context)
    if not third or weak or phrase.parties or phrase.pointers - {Anaphor.WARES} or phrase.world or phrase.route:
        return False
    if flow.side is head.side.facing:
        about = context.topic is not None and context.topic.pair() == flow.pair() and context.counting is None
        return context.distance == 0 or (about and context.distance == 1 and head.use is Use.NOUN)
    if flow.side is not head.side or (head.use is not Use.NOUN and context.distance > 0):
        return False
    if flow.goods is not None:
        return context.distance == 0 and bool(phrase.goods) and phrase.goods[0][1] != flow.goods
    return not phrase.goods and (context.distance == 0 or context.counting is None)


def _in_all(head: Head, phrase: Phrase, context: Context) -> Ends | None:
    """Return the ends of the whole of which partners have been listed, or of what is usual: "in all it bought 9 Mt"."""
    if context.partner is not None and phrase.world and _buys_as_usual(head, context.owner or "", context.partner, phrase):
        all_ = Ends(exporter=context.partner, importer=None, carried=("parties",))
        return all_.reversed() if head.side is Side.IMPORTER else all_
    if context.whole_of is None or Anaphor.OVERALL not in phrase.pointers or phrase.parties or head.side is Side.BOTH:
        return None
    whole = Ends(exporter=context.whole_of, importer=None, carried=("parties",))
    return whole.reversed() if head.side is Side.IMPORTER else whole


def _kept(head: Head, phrase: Phrase, flow: Topic) -> Ends | None:
    """Return the ends of the flow of some goods that a noun only takes up: "purchases were $9bn", "exports to all countries fell"."""
    if flow.goods is None or phrase.goods or phrase.pointers or head.use is not Use.NOUN or head.weak or head.side is Side.BOTH:
        return None
    seller, buyer = flow.way()
    if phrase.world:
        exporting = head.side is Side.EXPORTER
        return Ends(exporter=seller if exporting else None, importer=None if exporting else buyer, carried=("parties",))
    return Ends(exporter=seller, importer=buyer, carried=("parties",)) if head.away else None


def _whole_of(head: Head, phrase: Phrase, flow: Topic) -> Ends | None:
    """Return the ends of all that one end of the flow just told trades in its goods: "total coal imports were 39 Mt"."""
    named = [each for _, each in phrase.goods]
    set_against = (
        not named and phrase.chunk.opener is Mark.CONTRAST and head.abroad and not phrase.periods
    )  # "…, and in all it exported 9 Mt"
    taken_up = flow.partner is not None and flow.goods is not None and (named == [flow.goods] or set_against)
    noun = head.use is Use.NOUN
    if not taken_up or (noun and head.weak) or head.side is Side.BOTH or phrase.parties or not _begins_total(phrase):
        return None
    if not {Anaphor.OVERALL, *((Anaphor.TOTAL,) if noun else ())} & set(phrase.pointers):
        return None
    seller, buyer = flow.way()
    exporting = head.side is Side.EXPORTER
    return Ends(exporter=seller if exporting else None, importer=None if exporting else buyer, carried=("parties",))


def _begins_total(phrase: Phrase) -> bool:
    """Whether a chunk begins with a word that points back, but for a preposition: "total imports", "of the total exports"."""
    items = phrase.chunk.items
    return bool(items[1 if len(items) > 1 and items[0].mask & m.Relation.bit else 0].mask & m.Pointer.bit)


def _keeps_roles(head: Head, phrase: Phrase, context: Context) -> bool:
    """Whether "it" is the one whose part the verb tells, not the last named: "China bought 3 Mt of it; it sold 9 Mt in all"."""
    flow = context.flow
    if flow is None or flow.partner is None or flow.measure is not Measure.EXPORTS or flow.side is Side.BOTH or head.use is not Use.VERB:
        return False
    if phrase.goods and phrase.goods[0][1] != flow.goods:
        return False
    exporter = flow.owner if flow.side is Side.EXPORTER else flow.partner
    return context.subject in {flow.owner, flow.partner} and (context.subject == exporter) is not (head.side is Side.EXPORTER)


def _at_home(head: Head, phrase: Phrase, context: Context) -> bool:
    """Whether exports of goods of no one named are those of the country in which the text is at home, whose goods the other one bought."""
    flow = context.flow
    bought = flow is not None and flow.side is Side.IMPORTER and flow.partner is not None and flow.partner == context.home
    of_region = bool(context.regions) and context.regions[0] == context.owner
    return bought and head.side is Side.EXPORTER and bool(phrase.goods) and context.counting is None and not of_region


def _home_does(head: Head, flow: Topic, context: Context) -> bool:
    """Whether a verb tells the way of the flow just told as those at home see it: "9 Mt came from Peru; of steel 3 Mt were imported"."""
    if head.use is not Use.VERB or flow.goods is not None or flow.side is Side.BOTH or context.home is None:
        return False
    seller, buyer = flow.way()
    return context.home == (buyer if head.side is Side.IMPORTER else seller)


def _does_both(head: Head, phrase: Phrase, context: Context) -> bool:
    """Whether who sells in one clause buys in the next of the same sentence: "it bought goods for $5bn, and sold for $3bn"."""
    told = context.distance == 0 and head.use is Use.VERB and bool(phrase.figures)  # not "5 Mt, sold by a company of its own"
    return told and not (phrase.goods or phrase.route or Anaphor.OF_WHICH in phrase.pointers)


def _turns(head: Head, phrase: Phrase, flow: Topic, context: Context) -> bool:
    """Whether sales are told right behind purchases of all goods, or the other way round: "sales fell to $5bn, purchases rose to 10"."""
    bare = not (phrase.parties or phrase.pointers or phrase.world or phrase.route or phrase.goods) and flow.goods is None
    trade = context.trade  # "Between the two 9 Mt passed. 6 Mt were exported. 3 Mt were imported"
    ways = head.abroad and trade is not None and trade.goods is None and trade.pair() == flow.pair() and context.distance <= 1
    return bare and head.weak and not head.agent and (ways or (head.use is Use.NOUN and context.distance == 0))


def _of_wares(head: Head, phrase: Phrase, flow: Topic) -> bool:
    """Whether a list is headed by what a country sells, in a text that told last what it buys from all: "among the goods sold, …"."""
    return flow.partner is None and head.weak and head.use is Use.VERB and opens_list_of_wares(phrase)


def opens_list_of_wares(phrase: Phrase) -> bool:
    """Whether a chunk only names the whole of which goods are listed behind it: "among the goods sold, …"."""
    return Anaphor.WARES in phrase.pointers and not phrase.figures and not phrase.goods


def _faces_partner(head: Head, phrase: Phrase) -> bool:
    """Whether a chunk points at the other end: "sales to its neighbour", "purchases from it"; "selling it goods for $5bn"."""
    if not phrase.pointers & {Anaphor.PARTNER, Anaphor.THIS}:
        return False
    towards = {Role.TO} if head.side is not Side.IMPORTER else {Role.FROM, Role.AT} if head.away else {Role.FROM}
    items = phrase.chunk.items
    for at in range(1, len(items)):
        pointer = items[at].get(m.Pointer)
        if pointer is None or pointer.to not in {Anaphor.PARTNER, Anaphor.THIS}:
            continue
        if role_of(items[at - 1]) in towards:
            return True
        if pointer.to is Anaphor.THIS and items[at - 1].get(m.Head) is head and head.use is Use.VERB and head.side is Side.EXPORTER:
            return True
    return False


def _unusual(head: Head, owner: str, phrase: Phrase, context: Context) -> bool:
    """Whether one would sell what he buys: "exports to all", in a text on the oil that China buys from Russia."""
    goods = context.goods
    only, count = context.sole
    if (
        only is not None
        and only == goods
        and count > 1
        and not context.crossed
        and not phrase.goods
        and not phrase.world
        and context.partner is not None
    ):
        return True  # what alone the text tells of goes one way: "gold worth 3bn was exported; purchases rose by 5%"
    told = phrase.world and not phrase.goods and context.partner is not None and goods is not None
    return told and goods is not None and usual_side(goods, owner) not in {None, head.side.value}


def _buys_as_usual(head: Head, owner: str, partner: str, phrase: Phrase) -> bool:
    """Whether the partner spoken of, not the owner, deals so in goods: "imports of crude from all", in a text on Russian exports."""
    if head.use is not Use.NOUN or head.weak or head.side is Side.BOTH or len(phrase.goods) != 1:
        return False
    good, side = phrase.goods[0][1], head.side.value
    return usual_side(good, owner) not in {None, side} and usual_side(good, partner) == side


def _follows_list(head: Head, owner: str, phrase: Phrase, context: Context) -> bool:
    """Whether other goods are told of behind a list of a country's partners: "9 Mt of coal came from Peru, 7 from Chile. Tin imports …"."""
    own = phrase.pointers == {Anaphor.THIS} and context.subject == owner  # "its tin exports"
    bare = not (phrase.parties or phrase.route or (phrase.pointers and not own))
    if head.use is not Use.NOUN or head.weak or context.distance == 0 or not phrase.goods or not bare:
        return False
    topic, other = context.topic, phrase.goods[0][1] != context.goods
    if context.whole_of == owner:
        return other
    whole = topic is not None and topic.partner is None and topic.owner == owner and topic.side is head.side
    return whole and (owner not in SUBJECTS or (own and other))


def _opens_total(head: Head, phrase: Phrase, context: Context) -> bool:
    """Whether a paragraph behind one on third countries names the whole flow anew: "All crude imports, by customs, were 49 Mt"."""
    return context.leads and head.use is Use.NOUN and not head.weak and bool(phrase.goods) and not phrase.pointers and not phrase.route

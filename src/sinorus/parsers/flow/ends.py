"""From the parties of a phrase to the two ends of a flow."""

from attrs import frozen

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Head, Role, Side, Use
from sinorus.parsers.context import Context
from sinorus.parsers.flow.clause_owner import goes_on, owner_of, within
from sinorus.parsers.flow.ends_carried import from_context
from sinorus.parsers.flow.figure_owner import of_share
from sinorus.parsers.flow.left_open import is_left_open
from sinorus.parsers.flow.moved import along, moved, moves
from sinorus.parsers.flow.of_whose import of_whose
from sinorus.parsers.flow.partner import SUBJECTS, bilateral, counterpart, end_spoken_of, neighbour, of_same_trade, one_of_many
from sinorus.parsers.flow.turnover import balance, turnover
from sinorus.parsers.flow.two_ends import GOES_ON, Ends, single
from sinorus.parsers.marks import is_cue, role_of
from sinorus.parsers.phrase import Phrase
from sinorus.parsers.placing import Slot
from sinorus.records import Measure
from sinorus.world.usual import usual_side


def ends_of(head: Head, phrase: Phrase, context: Context) -> Ends | None:
    """Return the ends of the flow that `head` names, or None where they cannot be decided."""
    told, piped = context.pair() or (context.owner,), along(phrase.route)
    if piped is not None and not phrase.parties and set(told) != SUBJECTS and head.measure is not Measure.BALANCE:
        return piped  # "Europe took 9 bcm. Power of Siberia carried 5 bcm"
    if moves(head, phrase):
        return moved(head, phrase, context)
    between = head.weak and len(phrase.of(Slot.PAIR)) == 2 and not (phrase.of(Slot.FROM) or phrase.of(Slot.TO) or phrase.of(Slot.OWNER))
    if head.side is Side.BOTH or between:
        return turnover(head, phrase, context)
    if head.measure is Measure.BALANCE:
        return balance(head, phrase, context)
    return _one_way(head, phrase, context)


def _one_way(head: Head, phrase: Phrase, context: Context) -> Ends | None:
    if head.agent:
        return _agents(head, phrase)
    agent = next((each for _, each in phrase.heads if each.agent and each.side is head.side), None)
    if agent is not None and head.use is Use.NOUN and phrase.of(Slot.SUBJECT) and not (phrase.of(Slot.TO) or phrase.of(Slot.FROM)):
        return _agents(agent, phrase)  # "Peru became China's main buyer, with exports of 3 Mt"
    owners, origins, of = phrase.of(Slot.OWNER) or phrase.of(Slot.SUBJECT), phrase.of(Slot.ORIGIN), phrase.of(Slot.OF)
    goal_of_verb: list[str] = []
    if head.use is Use.VERB and phrase.of(Slot.SUBJECT) and phrase.of(Slot.OWNER) not in ([], phrase.of(Slot.SUBJECT)):
        # "Russia supplied 19% of China's crude": the subject does it, the owner of the goods is the other end
        owners, goal_of_verb = phrase.of(Slot.SUBJECT), phrase.of(Slot.OWNER)
    if phrase.world and phrase.chunk.mask & m.World.bit and head.use is Use.NOUN:  # "cheap Peruvian ore lifted Chile's purchases abroad"
        owners, origins = _own(head, phrase, owners, origins)
    if head.use is Use.VERB and head.weak and head.side is Side.EXPORTER and len(origins) == 1 and _only_carries(phrase, owners):
        owners = origins  # "a Kazakh company shipped 3 Mt of Russian oil"
    if head.use is Use.VERB and not owners and not of and (not origins or head.side is Side.IMPORTER):
        owners = _where(head, phrase)
    by, start, goal = phrase.of(Slot.BY), within(head, phrase, Slot.FROM), within(head, phrase, Slot.TO)
    if head.away and not start:
        start = phrase.of(Slot.PLACE)
        if len(start) == 1 and not owners and phrase.goods and usual_side(phrase.goods[0][1], start[0]) == "importer":
            start, owners = [], start  # "purchases of LNG in China"
    elif _sold_there(head, phrase):
        return None
    if len(whose := of_whose(head, phrase, owners)) == 2:
        owner, other = whose
        return Ends(exporter=other, importer=owner) if head.side is Side.IMPORTER else Ends(exporter=owner, importer=other)
    if len(phrase.heads) > 1 and len(owners) == 1 and len(others := _others(phrase, owners)) == 1:
        # "exports to and imports from Russia": one party behind two relations
        return Ends(exporter=owners[0], importer=others[0]) if head.side is Side.EXPORTER else Ends(exporter=others[0], importer=owners[0])
    if len(phrase.heads) > 1 and start == goal:  # "exports to and imports from Russia", of an owner told before
        start, goal = ([], goal) if head.side is Side.EXPORTER else (start, [])
    if head.side is not Side.EXPORTER and head.faces and goal and not start and goal != owners and _is_faced(head, phrase):
        start, goal = goal, []
    named = _Named(owners, origins, of, goal_of_verb, by, start, goal)
    exporter, importer = _sold(phrase, named) if head.side is Side.EXPORTER else _bought(head, phrase, named)
    if exporter is not None and exporter == importer:
        return None
    if (
        exporter is None
        and importer is None
        and (listed := _facing_several(head, *_several(head, phrase, owners, start, goal), context)) is not None
    ):
        return listed
    held_by_several = max(map(len, (owners, start, goal))) > 1 and (phrase.share or of_share(phrase) is not None)
    if held_by_several and (exporter is None) is not (importer is None):
        return Ends(exporter=exporter, importer=importer)  # "Peru and Chile supplied 9% of it": a share that several hold is nobody's
    return _complete(head, exporter, importer, phrase, context)


def _own(head: Head, phrase: Phrase, owners: list[str], origins: list[str]) -> tuple[list[str], list[str]]:
    """Return the owner right before the word for a flow with all, and whose goods it is of, told behind him."""
    abroad = next((index for index, item in enumerate(phrase.chunk.items) if item.mask & m.World.bit), 0)
    at = max((index for index, each in phrase.heads if each == head and index < abroad), default=0)
    own = [placed for placed in phrase.parties if placed.slot is Slot.OWNER and 0 < at - placed.index <= 2]
    if not own:
        return owners, origins
    behind = [each for each in phrase.parties if each.slot is Slot.ORIGIN and at < each.index < abroad]
    return list(own[-1].codes), [code for each in behind for code in each.codes]


def _is_faced(head: Head, phrase: Phrase) -> bool:
    """Whether a preposition turns the head to its goal: a noun may have cost someone much, whom his case names («обошлись Китаю»)."""
    goals = [placed.index for placed in phrase.parties if placed.slot is Slot.TO]
    return head.use is Use.VERB or all(role_of(phrase.item(index - 1)) is Role.TO for index in goals)


@frozen
class _Named:
    """Whom a phrase names in which part of a flow that goes one way."""

    owners: list[str]
    origins: list[str]
    of: list[str]
    goal_of_verb: list[str]
    by: list[str]
    start: list[str]
    goal: list[str]


def _sold(phrase: Phrase, named: _Named) -> tuple[str | None, str | None]:
    """Return the exporter and the importer of what somebody exports."""
    owners, start = named.owners, named.start
    foreign = owners and named.origins != owners and named.goal == owners
    exporter = single(start, named.by, named.origins if foreign else owners, named.origins, named.of)
    importer = single(named.goal, named.goal_of_verb, [code for code in phrase.of(Slot.WITH) if code != exporter])
    if importer is None and start and owners and owners != start:
        importer = single(owners)
    return exporter, importer


def _bought(head: Head, phrase: Phrase, named: _Named) -> tuple[str | None, str | None]:
    """Return the exporter and the importer of what somebody imports."""
    owners, start, goal = named.owners, named.start, named.goal
    of = named.of or (phrase.of(Slot.PLACE) if not head.away and head.use is Use.NOUN else [])  # "all imports in Peru"
    importer = single(named.by, owners, of, goal)
    exporter = single(start, named.origins, named.goal_of_verb, [code for code in phrase.of(Slot.WITH) if code != importer])
    if exporter is None and goal and owners and owners != goal:
        exporter, importer = single(owners), single(goal)
    return exporter, importer


def _several(head: Head, phrase: Phrase, owners: list[str], start: list[str], goal: list[str]) -> tuple[list[str], list[str]]:
    """Return who sells and who buys where several do: named as such, or as the owners of a noun, or each with a figure of its own."""
    if start or goal or (head.use is not Use.NOUN and not phrase.chunk.mask & m.Respectively.bit):
        return start, goal
    return (owners, []) if head.side is Side.EXPORTER else ([], owners)


def _facing_several(head: Head, start: list[str], goal: list[str], context: Context) -> Ends | None:
    """Return the ends of a flow from or to several at once: its owner is the one spoken of who is none of them, or the text's home."""
    listed = start if len(start) > 1 else goal
    if len(listed) < 2 or (start and goal):
        return None
    flow, rivals = context.flow, Side.EXPORTER if listed is start else Side.IMPORTER
    facing = flow.partner if flow is not None and flow.side is rivals and head.use is Use.VERB else None  # "… Iraq and Oman sent 5 Mt each"
    spoken = (facing, context.owner, context.partner, context.counting, context.counter, context.home)
    owner = next((code for code in spoken if code is not None and code not in listed), None)
    if owner is None:
        return None
    ends = Ends(exporter=None, importer=owner, carried=("owner",))
    return ends if listed is start else ends.reversed()


def _agents(head: Head, phrase: Phrase) -> Ends | None:
    """Who supplies or buys is the subject, whom he serves the owner: "Russia was China's largest supplier"."""
    at = next((index for index, each in phrase.heads if each is head), 0)
    before = [placed for placed in phrase.parties if placed.slot is Slot.OWNER and placed.index < at]
    near = list(before[-1].codes) if before else []
    owner = single(near, phrase.of(Slot.OWNER), phrase.of(Slot.TO), phrase.of(Slot.OF), phrase.of(Slot.ORIGIN))
    agent = single(phrase.of(Slot.SUBJECT))
    if owner is None or owner == agent:
        return None
    ends = Ends(exporter=agent, importer=owner)
    return ends if head.side is Side.IMPORTER else ends.reversed()


def _only_carries(phrase: Phrase, owners: list[str]) -> bool:
    """Whether who acts is named by a company of a third country alone: those of the two sell what their country makes."""
    return bool(owners) and not set(owners) & SUBJECTS and all(placed.body for placed in phrase.parties if placed.slot is Slot.SUBJECT)


def _where(head: Head, phrase: Phrase) -> list[str]:
    """Return where they are who act: "farmers in Peru exported 3 Mt", "mills in Peru took 3 Mt of Chilean ore"."""
    at = next((index for index, each in phrase.heads if each is head), -1)
    return [code for placed in phrase.parties if placed.slot is Slot.PLACE and placed.index < at for code in placed.codes]


def _sold_there(head: Head, phrase: Phrase) -> bool:
    """Whether goods of one country are sold in another, not to it: "sales of Chinese cars in Russia" are those of its dealers."""
    place, made = phrase.of(Slot.PLACE), phrase.of(Slot.ORIGIN) or phrase.of(Slot.OWNER)
    told = head.weak and head.side is Side.EXPORTER and head.use is Use.NOUN and not phrase.of(Slot.TO) and not phrase.of(Slot.FROM)
    return told and len(place) == 1 and len(made) == 1 and place != made


def _others(phrase: Phrase, owners: list[str]) -> list[str]:
    return list(dict.fromkeys(code for slot in (Slot.FROM, Slot.TO, Slot.WITH) for code in phrase.of(slot) if code not in owners))


def _into_country(exporter: str, phrase: Phrase, context: Context) -> str | None:
    """Return the buyer in the flow just told, where exports go "into the country": «экспорт российского ячменя в страну вырос»."""
    flow = context.flow
    if (
        flow is None
        or flow.measure is not Measure.EXPORTS
        or not any(is_cue(item, "flow", "into-the-country") for item in phrase.chunk.items)
    ):
        return None
    buyer = flow.owner if flow.side is Side.IMPORTER else flow.partner
    return buyer if buyer != exporter else None


def _counts_both(known: str, phrase: Phrase, context: Context) -> str | None:
    """Return the one of the two whose customs count a flow of the other one, in a text that told last of a third country."""
    counting, pair = context.counting, context.pair()
    both = known in SUBJECTS and counting in SUBJECTS - {known} and not phrase.world
    return counting if both and pair is not None and counting not in pair and known in pair else None


def _complete(head: Head, exporter: str | None, importer: str | None, phrase: Phrase, context: Context) -> Ends | None:
    """Fill a missing end from the context."""
    if exporter is not None and importer is not None:
        return Ends(exporter=exporter, importer=importer)
    known = exporter or importer
    if known is None:
        return along(phrase.route) or from_context(head, phrase, context) or _at_crossing(head, phrase, context)
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

"""From the parties of a phrase to the two ends of a flow."""

from attrs import frozen

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Head, Role, Side, Use
from sinorus.parsers.context import Context
from sinorus.parsers.flow.clause_owner import within
from sinorus.parsers.flow.ends_completed import complete
from sinorus.parsers.flow.figure_owner import of_share
from sinorus.parsers.flow.moved import along, moved, moves
from sinorus.parsers.flow.of_whose import of_whose
from sinorus.parsers.flow.partner import SUBJECTS
from sinorus.parsers.flow.turnover import balance, turnover
from sinorus.parsers.flow.two_ends import Ends, single
from sinorus.parsers.marks import role_of
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
        if start == owners and origins and origins != start:
            start = []  # "mills in Peru bought Chilean ore"
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
    return complete(head, exporter, importer, phrase, context)


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
    there = [placed for placed in phrase.parties if placed.slot is Slot.PLACE and placed.index < at]
    if head.away:  # «у перуанских заводов закуплено 3 млн т»: from them
        there = [placed for placed in there if role_of(phrase.item(placed.index - 1)) is not Role.AT]
    return [code for placed in there for code in placed.codes]


def _sold_there(head: Head, phrase: Phrase) -> bool:
    """Whether goods of one country are sold in another, not to it: "sales of Chinese cars in Russia" are those of its dealers."""
    place, made = phrase.of(Slot.PLACE), phrase.of(Slot.ORIGIN) or phrase.of(Slot.OWNER)
    told = head.weak and head.side is Side.EXPORTER and head.use is Use.NOUN and not phrase.of(Slot.TO) and not phrase.of(Slot.FROM)
    return told and len(place) == 1 and len(made) == 1 and place != made


def _others(phrase: Phrase, owners: list[str]) -> list[str]:
    return list(dict.fromkeys(code for slot in (Slot.FROM, Slot.TO, Slot.WITH) for code in phrase.of(slot) if code not in owners))

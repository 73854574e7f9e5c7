"""The two parties of a turnover or balance: whose it is, and with whom."""

from itertools import permutations

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Head, Role, Side
from sinorus.parsers.both import staged, the_two
from sinorus.parsers.context import Context
from sinorus.parsers.flow.partner import SUBJECTS, bilateral, counterpart, crossed, neighbour, own
from sinorus.parsers.flow.source import is_count
from sinorus.parsers.flow.two_ends import OF_THIRD, Ends, single
from sinorus.parsers.marks import is_cue, role_of
from sinorus.parsers.phrase import Phrase
from sinorus.parsers.placing import Slot
from sinorus.parsers.talk import HOME_PAIR
from sinorus.records import Measure
from sinorus.world.country import members_of


def _pair_pointed(phrase: Phrase, context: Context) -> tuple[str, str] | None:
    if Anaphor.PAIR not in phrase.pointers:
        return None
    named = list(dict.fromkeys(code for placed in phrase.parties if placed.slot is not Slot.RIVAL for code in placed.codes))
    if len(named) == 1 and (other := bilateral(named[0], context) or counterpart(named[0], context)):
        return named[0], other
    return the_two(context)


def turnover(head: Head, phrase: Phrase, context: Context) -> Ends | None:
    """Return whose turnover the phrase tells, and with whom, or None where that cannot be decided."""
    named = list(
        dict.fromkeys(
            code
            for slot in (Slot.PAIR, Slot.OWNER, Slot.OF, Slot.BY, Slot.ORIGIN, Slot.FROM, Slot.TO, Slot.WITH)
            if slot is not Slot.ORIGIN or not phrase.of(Slot.OWNER)
            for code in phrase.of(slot)
        )
    )
    partners = phrase.of(Slot.WITH)
    if len(partners) > 1 and partners == named and (owner := context.owner or context.home) is not None and owner not in partners:
        return Ends(exporter=owner, importer=None, carried=("owner",))
    if (other := _of_third(phrase, context)) is not None:
        return other
    if head.agent and (ends := _partners(phrase, context)) is not None:
        return ends
    if len(named) < 2:
        subjects = [code for code in phrase.of(Slot.SUBJECT) if code not in named]
        whose = phrase.of(Slot.OWNER) or phrase.of(Slot.OF)
        named = [*named, *subjects] if whose else [*subjects, *named]  # "Peru was first in China's trade": it is China's
    if len(named) == 2:
        return Ends(exporter=named[0], importer=named[1])
    if len(named) > 2:
        pair = phrase.of(Slot.PAIR)
        if len(pair) == 2:
            return Ends(exporter=pair[0], importer=pair[1])
        return _turnover_of_many(phrase)
    pointed = _pair_pointed(phrase, context)
    if Anaphor.PAIR in phrase.pointers and pointed is None:
        return None  # several have been named, none of them as a pair
    if pointed is not None:
        side, facing = sorted(pointed, key=lambda code: code not in SUBJECTS)  # nobody says whose: seen from China or Russia
        return Ends(exporter=side, importer=facing, carried=() if context.pair() is None else ("parties",))
    if len(named) == 1 and (told := _told_again(phrase, named[0], context)) is not None:
        return told
    if len(named) == 1:
        return _turnover_of_one(head, named[0], phrase, context)
    if Anaphor.PARTNER in phrase.pointers and SUBJECTS & context.mentioned and (context.owner or HOME_PAIR[0]) in SUBJECTS:
        return Ends(exporter=HOME_PAIR[0], importer=HOME_PAIR[1], carried=("parties",))
    if (context.owner is None or context.partner is None) and (sides := crossed(phrase.route)) is not None:
        first, second = sorted(sides, key=lambda code: code != context.home)
        return Ends(exporter=first, importer=second, carried=("route",))
    if context.owner is None:
        if context.counter is not None and context.counter == context.home:
            return Ends(exporter=context.counter, importer=None, carried=("owner",))
        stage = None if phrase.world else staged(context)
        return Ends(exporter=stage[0], importer=stage[1], carried=("parties",)) if stage is not None else None
    with_all = phrase.world and (phrase.world_as is Role.WITH or not context.ways)
    return Ends(exporter=context.owner, importer=None if with_all else context.partner, carried=("parties",))


def _partners(phrase: Phrase, context: Context) -> Ends | None:
    """Return the trade of one whose partners are ranked with the one who is told to be among them, if only one is."""
    whose = phrase.of(Slot.OWNER) or phrase.of(Slot.OF) or phrase.of(Slot.TO)
    if not whose and Anaphor.THIS in phrase.pointers and context.subject is not None:
        whose = [context.subject]  # "its main partner is Peru"
    others = list(dict.fromkeys(code for code in phrase.of(Slot.SUBJECT) if code not in whose))
    return Ends(exporter=whose[0], importer=others[0] if len(others) == 1 else None) if len(whose) == 1 else None


def _told_again(phrase: Phrase, code: str, context: Context) -> Ends | None:
    """Return the two of the trade told before, to which a word right before "trade" points: "Peru would like to double this trade"."""
    items, pair = phrase.chunk.items, context.pair()
    pointed = any(
        (head := item.get(m.Head)) is not None
        and head.side is Side.BOTH
        and (pointer := items[at].get(m.Pointer)) is not None
        and pointer.to is Anaphor.THIS
        for at, item in enumerate(items[1:])
    )
    if not pointed or pair is None or code not in pair or context.flow is None or context.flow.measure is not Measure.TURNOVER:
        return None
    if _goes_on_with(code, phrase, context):
        return None
    return Ends(exporter=pair[0], importer=pair[1], carried=("parties",))


def with_it(phrase: Phrase) -> bool:
    """Whether a chunk tells of a flow "with it", or "with them"."""
    items = phrase.chunk.items
    return any(
        items[at].mask & m.Head.bit
        and role_of(items[at + 1]) is Role.WITH
        and (pointer := items[at + 2].get(m.Pointer)) is not None
        and pointer.to is Anaphor.THIS
        for at in range(len(items) - 2)
    )


def _of_third(phrase: Phrase, context: Context) -> Ends | None:
    """The trade "with it", the country that the sentence before was about, of the one whose trade was told before that."""
    pair, partner = context.pair(), context.subject
    if not with_it(phrase) or phrase.of(Slot.OWNER) or pair is None or partner is None or partner in pair or not set(pair) - SUBJECTS:
        return None
    return Ends(exporter=next(code for code in pair if code not in SUBJECTS), importer=partner, carried=("owner", OF_THIRD))


def _turnover_of_many(phrase: Phrase) -> Ends | None:
    """The trade of one with several, whose figures a list will deal out."""
    owners = phrase.of(Slot.OWNER) or phrase.of(Slot.SUBJECT)
    return Ends(exporter=owners[0], importer=None) if len(owners) == 1 and len(phrase.of(Slot.WITH)) > 1 else None


def _turnover_of_one(head: Head, code: str, phrase: Phrase, context: Context) -> Ends | None:
    if phrase.world and not phrase.of(Slot.WITH):
        return Ends(exporter=code, importer=None)
    if _ranks(head, phrase) and context.owner not in {None, code}:
        return Ends(exporter=context.owner, importer=code, carried=("owner",))
    if Anaphor.OF_WHICH in phrase.pointers and (other := _of_member(code, context)) is not None:
        return Ends(exporter=code, importer=other, carried=("partner",))
    if _goes_on_with(code, phrase, context):
        return Ends(exporter=context.subject, importer=code, carried=("owner",))
    if Anaphor.PARTNER in phrase.pointers and code in SUBJECTS:  # "Peru's trade with its southern neighbour"
        return Ends(exporter=code, importer=counterpart(code, context) or next(iter(SUBJECTS - {code})), carried=("partner",))
    if (
        _of_region(phrase)
        and context.topic is not None
        and context.topic.pair() == HOME_PAIR
        and (other := bilateral(code, context)) is not None
    ):
        return Ends(exporter=code, importer=None if other in context.sharers else other, carried=("partner",))
    said = (phrase.parties[0].speaks and not phrase.pointers) or _counts(phrase)
    if code in SUBJECTS <= context.mentioned and said:
        return Ends(exporter=code, importer=next(iter(SUBJECTS - {code})), carried=("partner",))  # "Putin said that trade had grown"
    if phrase.of(Slot.OWNER) or phrase.of(Slot.OF) or phrase.of(Slot.SUBJECT):
        other = neighbour(phrase.route, code)
        return Ends(exporter=code, importer=None if other in context.sharers else other)  # "the crossing had $5bn, of which with Peru …"
    stage = staged(context) if context.flow is None else None
    facing = next((each for each in stage if each != code), None) if stage is not None and code in stage else None
    owner = counterpart(code, context) or facing or own(code, context) or next((each for each in context.regions if each != code), None)
    return Ends(exporter=owner, importer=code, carried=("owner",)) if owner else None


def _counts(phrase: Phrase) -> bool:
    """Whether it is only the figures that are the country's which a clause names: "Peru's figures show that trade has grown"."""
    at = next((at for at, item in enumerate(phrase.chunk.items) if is_cue(item, "flow", "results")), 0)
    head = next((at for at, _ in phrase.heads), 0)
    return 0 < at < head and is_count(phrase.chunk.items[: at + 1])


_NEAR = 3
"""How many sentences after a flow another country may be named whose own trade is told then."""


def _goes_on_with(code: str, phrase: Phrase, context: Context) -> bool:
    """Whether the trade of a third country is told with one more partner: "Peru's trade with China was $9bn. Its trade with Russia …"."""
    flow, subject = context.flow, context.subject
    its = Anaphor.THIS in phrase.pointers and bool(phrase.of(Slot.WITH) or phrase.of(Slot.TO))
    if its and flow is not None and {subject, code} == SUBJECTS and subject not in {flow.owner, flow.partner} and context.distance <= _NEAR:
        return True  # "China's trade with Peru was $9bn. Russia fell behind. Its trade with China …"
    its = its and context.distance <= 1
    told = flow is not None and flow.measure is Measure.TURNOVER and subject in {flow.owner, flow.partner}
    first = flow is None and bool(phrase.of(Slot.WITH))  # "Peru looks east. Trade with China was $9bn"
    return ((its and told) or first) and subject not in {None, code, *SUBJECTS}


def _of_region(phrase: Phrase) -> bool:
    """Whether who trades is a part of a country: in a text about two, it trades with the other one."""
    named = [item.get(m.Party) for placed in phrase.parties if (item := phrase.item(placed.index)) is not None]
    return bool(named) and all(party is not None and party.region for party in named)


def _of_member(code: str, context: Context) -> str | None:
    """Return with whom a bloc trades, of whose trade that of a member is told as a part: "Armenia's trade made up 3 billion of this"."""
    for bloc, other in permutations(context.pair() or (), 2):
        if code in members_of(bloc):
            return other
    return None


def _ranks(head: Head, phrase: Phrase) -> bool:
    """Whether the flow is that by which partners are ranked: "the leader by trade turnover was Peru"."""
    at = next((index for index, each in phrase.heads if each is head), 0)
    return role_of(phrase.item(at - 1)) is Role.VIA


def balance(head: Head, phrase: Phrase, context: Context) -> Ends | None:
    """Return whose surplus or deficit the phrase tells, and with whom, or None where that cannot be decided."""
    owner = single(phrase.of(Slot.OWNER), phrase.of(Slot.OF), phrase.of(Slot.BY), phrase.of(Slot.SUBJECT), phrase.of(Slot.PLACE))
    goals = [placed for placed in phrase.parties if placed.slot is Slot.TO]
    whose = [code for placed in goals if _falls_to(phrase, placed.index) for code in placed.codes]
    left = [code for placed in phrase.parties if placed.slot is Slot.FROM and _is_left(phrase, placed.index - 1) for code in placed.codes]
    owner = owner or single(whose, left)  # "a deficit for Peru", "which left Peru with a deficit", «сальдо досталось Перу»
    partner = single(
        phrase.of(Slot.WITH),
        [] if whose else phrase.of(Slot.TO),
        [code for code in phrase.of(Slot.FROM) if code not in left],
        [code for code in phrase.of(Slot.PLACE) if owner not in {None, code}],
    )
    carried: tuple[str, ...] = ()
    if owner is None:
        told = context.subject if context.distance == 0 and context.subject in (context.pair() or ()) else context.owner
        owner, carried = context.counting or told or (context.counter if context.counter == context.home else None), ("owner",)
        if partner is None and not phrase.world:
            partner = next((code for code in context.pair() or () if code != owner), context.partner)
        elif owner is None and partner is not None and not phrase.of(Slot.WITH):
            owner = counterpart(partner, context) or own(partner, context)  # "sold 5bn more to Peru than was bought"
    elif partner is None and Anaphor.PAIR in phrase.pointers:
        partner = counterpart(owner, context)
    elif partner is None and not phrase.world and (context.distance == 0 or context.mentioned == SUBJECTS or _about_two(owner, context)):
        partner = bilateral(owner, context)
        carried = ("partner",) if partner is not None else ()
    if owner is None or owner == partner:
        return None
    ends = Ends(exporter=owner, importer=partner, carried=carried)
    return ends if head.side is Side.EXPORTER else ends.reversed()


def _falls_to(phrase: Phrase, index: int) -> bool:
    """Whether a preposition or a verb of having a part names here whose the surplus is."""
    before = phrase.item(index - 1)
    return role_of(before) is Role.FOR or (phrase.share and not (before is not None and before.mask & m.Relation.bit))


def _is_left(phrase: Phrase, index: int) -> bool:
    """Whether a verb of leaving stands there, behind which the one left is named without a preposition."""
    item = phrase.item(index)
    return item is not None and item.mask & _LEAVING == _LEAVING


_LEAVING = m.Head.bit | m.Relation.bit


def _about_two(owner: str, context: Context) -> bool:
    """Whether the text is about the trade of these two."""
    topic = context.topic
    if topic is None:
        return False
    return owner in {topic.owner, topic.partner} if topic.partner is not None else owner != topic.owner and owner in (context.pair() or ())

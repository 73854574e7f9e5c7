"""Between whom the member of a list is: which end of the flow before it changes."""

from sinorus.languages.meaning import Side, Use
from sinorus.parsers.context import Context
from sinorus.parsers.flow.claim import Frame
from sinorus.parsers.flow.partner import MARKET, SUBJECTS
from sinorus.parsers.flow.two_ends import Ends
from sinorus.parsers.phrase import Phrase, Placed
from sinorus.parsers.placing import Slot
from sinorus.records import Measure
from sinorus.values.evolve import evolve
from sinorus.world.country import members_of

STARTS = frozenset({Slot.FROM, Slot.ORIGIN})
"""Where goods come from."""


def varied_ends(frame: Frame, placed: list[Placed], *, holds: bool = False, named: Side | None = None) -> Ends | None:
    """Return the ends of the member of a list that names these parties; None where they do not tell them.

    `holds` says that a party named is the one that has a share, whichever end that is; `named` is its side by a word ("supplier").
    """
    ends = frame.ends
    if ends is None or not placed or len(placed[0].codes) != 1:
        return None
    if len(placed) == 2:
        new = [each for each in placed if each.codes[0] not in {ends.exporter, ends.importer}]
        aside = len(new) == 1 and all(each.index < 0 for each in placed)  # "Peru, whose ore the Chinese had neglected, sold 3 Mt"
        if not aside and (both := _start_and_goal(frame, ends, placed)) is not None:
            return both
        placed = new if len(new) == 1 and (aside or new[0].slot in {*STARTS, Slot.TO}) else placed
    if len(placed) != 1:
        return None
    if is_way(frame, placed[0]):
        return _one_of_two(ends, placed[0])
    code = placed[0].codes[0]
    if code in {ends.exporter, ends.importer}:
        return ends.reversed() if _turns_round(frame, ends, placed[0]) else None
    if named is not None and placed[0].slot is Slot.SUBJECT:
        return evolve(ends, exporter=code) if named is Side.EXPORTER else evolve(ends, importer=code)
    if holds and (ends.exporter is None) is not (ends.importer is None):
        return evolve(ends, exporter=ends.exporter or code, importer=ends.importer or code)  # "…, Peru accounted for 9%"
    if frame.share and frame.varies is not None and placed[0].slot is Slot.RIVAL:
        ends = evolve(ends, carried=("flow",))  # a comparison does not take the stage
    if _sells_too(frame, ends, placed[0]):
        return evolve(ends, exporter=code)
    return evolve(ends, exporter=code) if _end_taken(frame, ends, placed[0]) == "exporter" else evolve(ends, importer=code)


def partners_of_third(frame: Frame, phrase: Phrase, context: Context) -> str | None:
    """Return the end of one of China and Russia behind what a third country traded with the other.

    "Peru bought tin from China. Russia was second": it sold to Peru, too.
    """
    ends, named = frame.ends, {code for placed in phrase.parties for code in placed.codes}
    if ends is None or frame.share or frame.dealt is not None or frame.head.side is Side.BOTH:
        return None
    if len(named) != 1 or not named <= SUBJECTS - {ends.exporter, ends.importer} or context.viewpoint is None:
        return None
    return "exporter" if context.viewpoint == ends.importer else "importer" if context.viewpoint == ends.exporter else None


def _sells_too(frame: Frame, ends: Ends, placed: Placed) -> bool:
    """Whether who has no mark of a goal stands beside the seller to whom the goal was marked: 俄罗斯对华出口100万吨,土耳其30万吨.

    That is so of a buyer to whom many sell; of China's own exports it would be another market: 中国对俄出口30万辆,墨西哥为40万辆.
    """
    noun = frame.head.use is Use.NOUN and frame.head.side is Side.EXPORTER and not frame.share
    if not noun or ends.importer != MARKET or ends.carried or placed.loose:
        return False
    return placed.slot is Slot.RIVAL or (placed.slot is Slot.SUBJECT and frame.goal == MARKET)


def _start_and_goal(frame: Frame, ends: Ends, placed: list[Placed]) -> Ends | None:
    """Return the ends where one of two parties sends and the other one receives: "… to Peru", "the purchases of Peru from Chile"."""
    start = [each for each in placed if each.slot in {*STARTS, Slot.OWNER, Slot.SUBJECT}]
    goal = [each for each in placed if each.slot is Slot.TO]
    if {each.slot for each in placed} == {Slot.OWNER, Slot.FROM} and frame.head.side is Side.IMPORTER:
        start, goal = [each for each in placed if each.slot is Slot.FROM], [each for each in placed if each.slot is Slot.OWNER]
    if len(start) != 1 or len(goal) != 1:
        return None
    if frame.head.side is Side.BOTH and {ends.exporter, ends.importer} != {start[0].codes[0], goal[0].codes[0]}:
        return None  # but of a trade between two, "95% of it went from Peru to Chile"
    return evolve(ends, exporter=start[0].codes[0], importer=goal[0].codes[0])


def _turns_round(frame: Frame, ends: Ends, placed: Placed) -> bool:
    """Whether one of the two of the flow, named once more, tells of the other way."""
    code, slot, head = placed.codes[0], placed.slot, frame.head
    doer = ends.exporter if head.side is Side.EXPORTER else ends.importer
    if placed.body:
        return False  # "it sold Codelco 3 Mt, Enami 1 Mt": another company of the same country
    both = None not in {ends.exporter, ends.importer} and not frame.share and head.side is not Side.BOTH
    if both and code != doer and slot is Slot.OWNER and head.measure is Measure.EXPORTS:
        return True  # "Russian exports rose by 5%, the Chinese by 8%"
    if both and slot is Slot.ORIGIN and code == ends.importer:
        return True  # "Russian deliveries rose by 5%; Chinese foods shrank to $5m"
    turned = slot is Slot.TO if code == ends.exporter else slot is Slot.FROM
    if turned and (frame.ways or (both and not frame.goods and frame.varies is None)):
        return True  # "$5bn from Peru, $4bn to Peru"
    # "Russia sent goods for $11bn, China for $10bn"
    return both and code != doer and slot is Slot.SUBJECT and head.use is Use.VERB and frame.varies is None


def _end_taken(frame: Frame, ends: Ends, placed: Placed) -> str:
    """Return which end a third party takes, "exporter" or "importer"."""
    slot, head = placed.slot, frame.head
    directed = head.side is not Side.BOTH
    if (slot is not Slot.TO or frame.share) and placed.codes[0] in members_of(ends.exporter):
        return "exporter"  # one of the bloc's own
    if slot not in STARTS and placed.codes[0] in members_of(ends.importer):
        return "importer"
    given = placed.loose or slot is Slot.OF or (slot is Slot.TO and head.use is Use.VERB)
    if given and not frame.share and frame.goal is not None and frame.goal == ends.importer:
        return "importer"  # «китайским покупателям передано 3 млн, монгольским 1 млн»
    if placed.loose and slot is not Slot.OWNER and "owner" in ends.carried and directed and not frame.share:
        # "to Korean buyers went 3 Mt, to Japanese 1 Mt": the owner is still the one of the text
        return head.side.facing.value
    if frame.falls and slot is Slot.TO and head.side is Side.IMPORTER:
        return "exporter"  # "of its imports 3 Mt fell to Peru, 2 Mt to Chile"
    if frame.dealt is not None and not frame.fixed and slot in {Slot.SUBJECT, Slot.RIVAL, Slot.PLACE}:
        return frame.dealt  # a list goes on at the end at which it began
    if not directed and not frame.share and ends.importer in SUBJECTS and ends.exporter not in SUBJECTS:
        third = slot is Slot.WITH and placed.codes[0] in SUBJECTS  # "Peru's trade with China was $9bn, with Russia $2bn"
        return "importer" if third else "exporter"  # another partner of the same one
    if slot in STARTS:
        return "exporter"
    if slot in {Slot.SUBJECT, Slot.OWNER} and not frame.share and frame.varies is None and _is_third(frame, ends, slot):
        return head.side.value
    if slot is Slot.TO and frame.share and frame.dealt == frame.varies == "exporter":
        return "exporter"  # "of its imports 5% fell to the bloc, of these 4% to Peru, 1% to Chile"
    if slot is Slot.TO:
        return "importer"
    if slot is Slot.RIVAL and head.side is Side.EXPORTER and head.use is Use.VERB and frame.varies is None and not frame.share:
        return "exporter"  # "it sold 9 Mt there, ahead of Peru with 3 Mt"
    if slot is Slot.OF and directed and not frame.share and head.use is Use.NOUN and not ends.carried and frame.varies is None:
        return head.side.value  # «импорт Индии вырос на 5 %, Китая — на 8 %»
    if frame.share and frame.varies is not None:
        return frame.varies
    if slot is Slot.SUBJECT and frame.goal is not None and frame.goal == ends.importer and ends.carried and frame.varies is None:
        return "importer"  # "3 Mt went to Peru; Chile was second with 2 Mt": who sent them is not told anew
    if slot is Slot.SUBJECT and head.use is Use.VERB and directed and frame.varies is None:
        return head.side.value
    if slot is Slot.OF and frame.dealt == "exporter":
        return "exporter"  # "Peruvian shipments fell …, those of the Chileans rose"
    sells = ends.importer is not None or not (placed.loose or frame.share)
    if slot is Slot.OWNER and head.side is Side.EXPORTER and sells and frame.dealt != "importer":
        return "exporter"
    return frame.varies or ("exporter" if head.side is Side.IMPORTER else "importer")


def _is_third(frame: Frame, ends: Ends, slot: Slot) -> bool:
    """Whether a third country's own trade with one of the two is told: "Algeria's imports rose 5%, Pakistan's 3%"."""
    owner, other = (ends.importer, ends.exporter) if frame.head.side is Side.IMPORTER else (ends.exporter, ends.importer)
    named = (
        slot is Slot.OWNER and frame.head.use is Use.NOUN and not {"owner", "parties", "flow"} & set(ends.carried)
    )  # "China's imports …, Peru's …"
    told = frame.dealt == frame.head.side.value or (frame.dealt is None and owner is not None and (named or owner not in SUBJECTS))
    return frame.head.side is not Side.BOTH and other in SUBJECTS and told


def is_way(frame: Frame, placed: Placed) -> bool:
    """Whether a member of a list tells one of the two ways of a trade, as goods of one of the two do: "80% of it was Russian coal"."""
    goes = frame.head.use is Use.VERB and placed.slot in {*STARTS, Slot.TO}
    return frame.head.side is Side.BOTH and (goes or (placed.slot is Slot.ORIGIN and not frame.share))


def _one_of_two(ends: Ends, placed: Placed) -> Ends | None:
    """Return the direction of a trade between two that a member of a list tells: "they traded for $9bn: $5bn from Peru, $4bn to Peru"."""
    code = placed.codes[0]
    other = {ends.exporter: ends.importer, ends.importer: ends.exporter}.get(code)
    if other is None:
        return None
    return evolve(ends, exporter=other, importer=code) if placed.slot is Slot.TO else evolve(ends, exporter=code, importer=other)

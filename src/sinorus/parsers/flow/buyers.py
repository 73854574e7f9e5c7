"""What others buy of the goods of which a text has told that a country exports them: "Peru exported 9 Mt of tin. Chile imported 3 Mt"."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Head, Side
from sinorus.parsers.context import Context
from sinorus.parsers.flow.claim import Frame
from sinorus.parsers.flow.figure_part import RELATIVE
from sinorus.parsers.flow.partner import SUBJECTS
from sinorus.parsers.flow.state import State
from sinorus.parsers.flow.two_ends import Ends
from sinorus.parsers.phrase import Phrase
from sinorus.parsers.placing import Slot
from sinorus.records import Measure
from sinorus.world import commodity

_BUYERS = frozenset({Slot.SUBJECT, Slot.OWNER})
_DEALT = "importer"


def bought_of_it(state: State, phrase: Phrase, head: Head, context: Context) -> Frame | None:
    """Return the flow to a buyer of the goods just told to be exported to all, where a sentence does not say from whom he has them."""
    flow, topic = context.flow, context.topic
    if head.side is not Side.IMPORTER or head.measure is not Measure.EXPORTS or flow is None or topic is None or context.distance > 1:
        return None
    told = topic.partner is None and topic.owner == flow.owner and flow.owner in SUBJECTS and flow.side is topic.side is Side.EXPORTER
    several = several_buyers(phrase)
    if not told or flow.goods is None or topic.goods != flow.goods:
        return None
    if flow.partner is not None and flow.dealt != _DEALT and not several:
        return None
    buyers = several or tuple(phrase.parties[0].codes if len(phrase.parties) == 1 else ())
    named = bool(buyers) and phrase.parties[0].slot in _BUYERS and (len(buyers) == 1 or len(phrase.parties) == len(buyers))
    if not named or flow.owner in buyers:
        return None
    if phrase.world or phrase.route or phrase.pointers or phrase.share or not _is_part(state, phrase, context):
        return None
    goods = tuple(dict.fromkeys(each for _, each in phrase.goods)) or (flow.goods,)
    if any(flow.goods not in {each, *commodity(each).ancestors()} for each in goods):
        return None
    ends = Ends(exporter=flow.owner, importer=buyers[0], carried=("partner",))
    parties = buyers if len(buyers) > 1 else ()
    return Frame(Head(Measure.EXPORTS, Side.EXPORTER, use=head.use), ends, goods, fixed=True, dealt=_DEALT, varies=_DEALT, parties=parties)


def several_buyers(phrase: Phrase) -> tuple[str, ...]:
    """Return those who together are the subject of a chunk, each of whom bought so much: "Chile and Cuba bought 2 Mt each"."""
    codes = tuple(phrase.of(Slot.SUBJECT))
    return codes if len(codes) > 1 and all(len(placed.codes) == 1 for placed in phrase.parties) else ()


def _is_part(state: State, phrase: Phrase, context: Context) -> bool:
    """Whether what he bought can be a part of the whole told; a change alone is, where buyers are being told."""
    levels = [figure.quantity for figure in phrase.told()]
    first = next((each for each in levels if each.dimension not in RELATIVE), None)
    listing = (context.flow is not None and context.flow.partner is not None) or any(head.agent for _, head in state.scanned.of(m.Head))
    if first is None:
        return listing
    whole = next((each for each in context.levels if each.unit == first.unit), None)
    in_pieces = first.unit == "1" == context.unit
    return listing or in_pieces or (whole is not None and first.amount < whole.amount)

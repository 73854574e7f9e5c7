"""What a sentence says of routes and nodes: their state, size, goods, and when they opened."""

from sinorus.languages import meaning as m
from sinorus.parsers.context import Context
from sinorus.parsers.corridor.kinds import LINES, NODES, TOWNS
from sinorus.parsers.corridor.ref import Refs
from sinorus.parsers.corridor.register import is_wide
from sinorus.parsers.corridor.said import Statement
from sinorus.parsers.corridor.statement import statement
from sinorus.parsers.corridor.town import Ref
from sinorus.parsers.corridor.unnamed import named_now, unnamed
from sinorus.parsers.parsed import Parsed
from sinorus.records import Confidence, CorridorKind, CorridorReport, Evidence
from sinorus.scan.sentence import Scanned
from sinorus.world import commodity
from sinorus.world.registry import known_place

_NOTHING = Parsed()
_NAMES = m.Route.bit | m.CorridorNoun.bit
_PIPED = frozenset({"gas", "natural-gas"})
_PIPES = frozenset({CorridorKind.PIPELINE, CorridorKind.ROAD, CorridorKind.POWER_LINE, CorridorKind.BRIDGE})
_BACK = m.Cue.bit | m.CorridorState.bit | m.Measured.bit


def corridors(scanned: Scanned, context: Context) -> Parsed:
    """Return what the sentence says of corridors, one record for each; `merge_corridors` joins those of a document."""
    mask = scanned.mask
    pointed = context.told.corridor is not None and mask & _BACK
    if not (mask & _NAMES or pointed or (mask & (m.Cue.bit | m.Head.bit) and mask & m.Party.bit)):
        return _NOTHING
    refs = Refs(scanned, context).all()
    if not refs:
        stub = unnamed(scanned, context) if mask & m.CorridorNoun.bit else None
        return Parsed(noted=(stub,)) if stub is not None else _NOTHING
    records = [_record(scanned, ref, statement(scanned, context, refs, at)) for at, ref in enumerate(refs)]
    return Parsed(tuple(named_now(record, scanned, context) for record in records if record is not None))


def _priced(scanned: Scanned) -> bool:
    """Whether the sentence tells of prices."""
    return any(other.kind == "price" for _, other in scanned.of(m.OtherMeasure))


def _at_home(places: tuple[str, ...]) -> bool:
    """Whether all places are known and lie in one country."""
    sides = {known.country if (known := known_place(each)) is not None else None for each in places}
    return len(sides) == 1 and None not in sides


def _confidence(said: Statement) -> Confidence:
    if said.supposed:
        return Confidence.DOUBTFUL
    return Confidence.INFERRED if said.inferred else Confidence.STATED


def _record(scanned: Scanned, ref: Ref, said: Statement) -> CorridorReport | None:
    text = scanned.text
    told = ref.told
    if (said.status is None or said.supposed) and ref.kind in NODES and _priced(scanned):
        return None  # a place where goods have their price
    unknown = ref.entity is None and told is None
    if unknown and ref.kind in LINES and len(ref.places) < 2 and (said.vague or said.supposed):
        return None  # "crossed a bridge in Moscow"
    if unknown and ref.kind in _PIPES and said.status is None and said.vague and _at_home(ref.places):
        return None  # a line from one town of a country to another
    if unknown and ref.kind in TOWNS and ref.places and all(map(is_wide, ref.places)):
        return None  # "the ports of the Far East"
    if ref.kind in TOWNS and ref.town and said.carries and set(said.carries) <= _PIPED:
        return None  # gas enters by its pipeline, at whatever town
    name = told.name if told is not None else text[ref.start : ref.end]
    goods = tuple(dict.fromkeys((*ref.goods, *said.carries)))
    return CorridorReport(
        corridor=ref.entity,
        name=name,
        kind=ref.kind,
        places=told.places if told is not None and not said.places else tuple(dict.fromkeys((*ref.places, *said.places))),
        status=said.status,
        capacity=said.capacity,
        length=said.length,
        carries=tuple(commodity(each) for each in goods),
        opened=said.opened,
        confidence=_confidence(said),
        evidence=(Evidence.of(text, min(ref.start, said.start), max(ref.end, said.end)),),
    )

"""What "the company", or "it" behind the name of one, exports: that is a flow of its country, to all unless a goal is named."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Role, Side, Use
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.flow.partner import SUBJECTS
from sinorus.parsers.flow.state import State
from sinorus.parsers.marks import is_cue, role_of
from sinorus.parsers.phrase import Phrase, Placed
from sinorus.parsers.placing import Slot
from sinorus.parsers.reading import TRADERS
from sinorus.records import Measure

_OWNERS = frozenset({Slot.OWNER, Slot.SUBJECT, Slot.FROM, Slot.ORIGIN})
_PASSED = PeriodExpr.bit | m.Certainty.bit | m.Intent.bit | m.Level.bit | m.Comparison.bit
"""What may stand between a company and its verb."""


def of_firm(state: State, phrase: Phrase) -> None:
    """Give exports that "the company" owns, makes or is the source of to the country of the company named last."""
    if not phrase.heads or not phrase.chunk.mask & (m.Cue.bit | m.Pointer.bit) or any(placed.slot in _OWNERS for placed in phrase.parties):
        return
    place, slot = _firm_in(phrase)
    if place is None:
        return
    pointed = phrase.chunk.items[place].mask & m.Pointer.bit
    country = _named_before(state, phrase) or (None if pointed else _named_last(state))
    if country is None:
        return
    phrase.others = [pair for pair in phrase.others if pair[0] != place]
    phrase.parties = [Placed(place, (country,), slot), *phrase.parties]
    phrase.world = phrase.world or (slot is not Slot.FROM and not phrase.of(Slot.TO))
    if pointed:
        phrase.pointers -= {Anaphor.THIS}
    if not phrase.goods and not state.intro_goods and (made := _made(state, phrase)) is not None:
        phrase.goods = [(-1, made)]


def _firm_in(phrase: Phrase) -> tuple[int | None, Slot]:
    """Return where a chunk speaks of "the company", or of one as "it", and in which role."""
    items = phrase.chunk.items
    for at, head in phrase.heads:
        if head.measure is not Measure.EXPORTS or head.agent:
            continue
        if head.use is Use.NOUN and not head.weak and head.side is Side.EXPORTER and (place := _owning(phrase, at)) is not None:
            return place, Slot.OWNER
        if head.use is Use.VERB and head.side is Side.EXPORTER and (place := _acting(phrase, at)) is not None:
            return place, Slot.SUBJECT
        if head.side is Side.IMPORTER and phrase.figures:
            source = (i for i in range(1, len(items)) if role_of(items[i - 1]) is Role.FROM and is_cue(items[i], "agreement", "firm"))
            if (place := next(source, None)) is not None:
                return place, Slot.FROM
    return None, Slot.OWNER


def _owning(phrase: Phrase, at: int) -> int | None:
    """Return where "the company" stands to which a noun belongs: right behind it, or before a mark of possession."""
    items = phrase.chunk.items
    if at + 1 < len(items) and is_cue(items[at + 1], "agreement", "firm") and items[at + 1].start - items[at].end == 1:
        return at + 1
    owns = at > 1 and role_of(items[at - 1]) is Role.POSSESSIVE and is_cue(items[at - 2], "agreement", "firm")
    return at - 2 if owns else None


def _acting(phrase: Phrase, at: int) -> int | None:
    """Return where "the company", or "it" that opens a chunk, stands before the verb of what it does."""
    items = phrase.chunk.items
    place = at - 1
    while place > 0 and items[place].mask & _PASSED and not items[place].mask & m.Pointer.bit:
        place -= 1
    if place < 0 or (place and items[place - 1].mask & m.Relation.bit and not items[place - 1].mask & m.Party.bit):
        return None
    pointer = items[place].get(m.Pointer)
    pointed = pointer is not None and pointer.to is Anaphor.THIS and pointer.use is not Use.MODIFIER
    return place if pointed or is_cue(items[place], "agreement", "firm") else None


def _named_before(state: State, phrase: Phrase) -> str | None:
    """Return whose company the sentence has named last before a chunk, where no country has been named behind it."""
    start = phrase.chunk.items[0].start
    for mention in reversed([each for each in state.scanned.mentions if each.start < start]):
        body = mention.get(m.Body) if mention.mask & m.Body.bit else None
        if body is not None and body.kind in TRADERS:
            return body.country if body.country in SUBJECTS else None
        if mention.mask & m.Party.bit:
            return None
    return None


def _made(state: State, phrase: Phrase) -> str | None:
    """Return what those make who were named before a chunk, and no goods: "the coal miner raised output; it exported 5 Mt"."""
    before = [each for each in state.scanned.mentions if each.start < phrase.chunk.items[0].start]
    if any(each.mask & m.Goods.bit for each in before):
        return None
    return next((other.goods for each in before if (other := each.get(m.OtherMeasure)) is not None and other.goods is not None), None)


def _named_last(state: State) -> str | None:
    """Return whose company the sentences before have named last."""
    firms = state.context.told.firms
    return firms[-1].country if firms and firms[-1].country in SUBJECTS else None

"""Whether a figure belongs to the claim at hand or begins the next one, and what that one begins with."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Mark, Use
from sinorus.parsers.flow.claim import Draft
from sinorus.parsers.flow.figure_part import RELATIVE, FigureUse, What
from sinorus.parsers.flow.source import counted_by_another
from sinorus.parsers.flow.state import State
from sinorus.parsers.flow.terms import subject_of
from sinorus.parsers.flow.timing import Time
from sinorus.parsers.flow.unknown import of_sort
from sinorus.parsers.phrase import Phrase
from sinorus.parsers.placing import Slot
from sinorus.scan.mention import Mention
from sinorus.values import Bound, Quantity
from sinorus.values.evolve import evolve


def next_claim(state: State, phrase: Phrase, use: FigureUse, draft: Draft) -> Draft:
    """Close the claim at hand, which is full, and return the one after it."""
    late = _take_late(draft) if use.what is What.CHANGE else None
    count = len(state.records)
    state.close()
    state.draft = late
    draft = state.claim(phrase, phrase.chunk.items[use.index])
    draft.outer = count if phrase.chunk.opener is Mark.OPEN and len(state.records) > count else None
    draft.part = Anaphor.OF_WHICH in phrase.pointers
    return draft


def _is_part(state: State, phrase: Phrase) -> bool:
    """Whether a chunk tells a part of what was told before it, or one more: "of which 3 Mt", "the latter 4 Mt", "private firms 5 Mt"."""
    return Anaphor.OF_WHICH in phrase.pointers or _is_latter(phrase) or of_sort(state, phrase)


def _counted_elsewhere(phrase: Phrase, use: FigureUse) -> bool:
    """Whether another source counts a flow otherwise: "$88bn by Peru's figures and $95bn by Chinese statistics"."""
    if phrase.chunk.opener not in {Mark.AND, Mark.CONTRAST, Mark.COMMA} or phrase.heads or len(phrase.figures) != 1:
        return False
    named = any(placed.slot is Slot.BY and placed.index <= use.index + 2 for placed in phrase.parties)
    named = named or any(item.mask & m.Body.bit for item in phrase.chunk.items[use.index + 1 : use.index + 3])
    return named or any(item.mask & m.Speech.bit for item in phrase.chunk.items[use.index + 1 :])


def _is_latter(phrase: Phrase) -> bool:
    """Whether a chunk without a head begins with a pointer: "the former 5 Mt, the latter 4 Mt"."""
    return not phrase.heads and Anaphor.THIS in phrase.pointers and bool(phrase.chunk.items[0].mask & m.Pointer.bit)


def is_full(state: State, draft: Draft, phrase: Phrase, use: FigureUse, time: Time) -> bool:
    """Whether a figure cannot belong to the claim at hand and begins another."""
    period = time.period
    if use.what is What.CHANGE:
        relative = use.quantity.dimension in RELATIVE
        held = draft.by is not None and draft.by.dimension in RELATIVE
        again = phrase.chunk.opener is Mark.AND and any(at < use.index and each.use is Use.VERB for at, each in phrase.movements)
        told = bool(phrase.periods) and (again or phrase.periods[0][0] < use.index)
        apart = draft.named and draft.level and draft.period not in {None, period} and told
        other_time = time.named and period is not None and bool(apart)
        turned = use.direction is not None and draft.direction is not use.direction  # "up 23%, and cost $5bn, down 23%"
        return (relative and held and (draft.by != use.quantity or turned)) or (relative and other_time)
    if use.what is What.LEVEL and draft.term is not None and not draft.level and use.quantity.is_money is not draft.term:
        return True
    if state.semicolon and draft.by is not None and use.what is What.LEVEL and (draft.level or period not in {None, draft.period}):
        return subject_of(state, phrase.chunk.items[use.index])[0] is not use.quantity.is_money
    if state.semicolon and use.what is What.LEVEL and draft.share is not None and draft.value is None and draft.volume is None:
        return True  # "by sea went 58%; private firms sold 447"
    apart = draft.by is not None and not draft.level and draft.named and time.named and period not in {None, draft.period}
    if use.what is What.LEVEL and apart and phrase.chunk.opener is Mark.AND and phrase.periods:
        return True  # "it will lose 2% this year, and both want $300bn by 2030"
    if use.what is What.LEVEL and _has_own_time(phrase, use, draft, time) and _is_second_change(state, draft):
        return True
    other_time = period is not None and draft.period != period and draft.level
    if use.what is What.LEVEL and phrase.chunk.opener is Mark.RELATIVE and draft.by is not None and period not in {None, draft.period}:
        return True  # "it grew by 12% to 2022, when it was 3 Mt"
    if use.what is What.SHARE:
        return draft.share is not None and draft.share != use.quantity and not _outdoes(use.quantity, draft.share)
    taken = draft.value if use.quantity.is_money or (use.quantity.unit == "1" and draft.value is not None) else draft.volume
    if taken is None:
        return False
    return other_time or _is_part(state, phrase) or _counted_elsewhere(phrase, use) or _another_counts(state, phrase.chunk.items[use.index])


def _another_counts(state: State, item: Mention) -> bool:
    """Whether the level before this one was told by another country's count: "by Russian figures $5bn; Chinese statistics have 7"."""
    figures = ((each, each.get(m.Figure)) for each in reversed(state.scanned.mentions) if each.end <= item.start)
    before = next((each for each, figure in figures if figure is not None and figure.quantity.dimension not in RELATIVE), None)
    return before is not None and counted_by_another(state.scanned, before, item)


def _has_own_time(phrase: Phrase, use: FigureUse, draft: Draft, time: Time) -> bool:
    """Whether another time is named right before a level: "up 21% on the month, down 11% on the year; in the quarter 5 Mt"."""
    ahead = bool(phrase.periods) and phrase.periods[0][0] < use.index and not phrase.movements
    return ahead and time.period is not None and time.period != draft.period


def _is_second_change(state: State, draft: Draft) -> bool:
    """Whether a change without a level is one more of the level told right before."""
    if not state.records or draft.by is None or draft.level or draft.share is not None:
        return False
    last, frame = state.records[-1], draft.frame
    ends = frame.ends is not None and (frame.ends.exporter, frame.ends.importer)
    told = tuple(end.code if end is not None else None for end in (last.exporter, last.importer))
    return told == ends and last.change is not None and (last.value is not None or last.volume is not None)


def _outdoes(mark: Quantity, share: Quantity) -> bool:
    """Whether a mark is only one that a share has passed: "rose to 36.3%, passing a third for the first time"."""
    return mark.bound is Bound.OVER and mark.unit == share.unit and mark.amount < share.amount


def _take_late(draft: Draft) -> Draft | None:
    """Return the level told last as a claim of its own, taken from the first: "5 Mt, up 17%, worth $2bn, up 25%"."""
    if not draft.late:
        return None
    other = evolve(draft, by=None, direction=None, basis=None, share=None, late=False)
    if draft.money_first:
        draft.volume, other.value = None, None
    else:
        draft.value, other.volume = None, None
    return other

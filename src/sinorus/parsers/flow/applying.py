"""A figure put into the claim at hand, or into a new one where that is full."""

from decimal import Decimal

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Mark, Role, Side, Use
from sinorus.parsers.flow.anchoring import anchored
from sinorus.parsers.flow.bare import power_of
from sinorus.parsers.flow.claim import Draft
from sinorus.parsers.flow.earlier import earlier_level, other_way
from sinorus.parsers.flow.figure_part import FigureUse, What
from sinorus.parsers.flow.figure_use import only_a_change
from sinorus.parsers.flow.full import is_full, next_claim
from sinorus.parsers.flow.measured_against import base_behind, basis_of
from sinorus.parsers.flow.retold import goes_back
from sinorus.parsers.flow.slots import put
from sinorus.parsers.flow.standing_apart import is_apart, looks_back, why_not
from sinorus.parsers.flow.state import State
from sinorus.parsers.flow.terms import go_back, level_back, told_in
from sinorus.parsers.flow.timing import Time, end_of_period, span_of, time_of
from sinorus.parsers.flow.unknown import of_unknown
from sinorus.parsers.marks import role_of
from sinorus.parsers.phrase import Phrase
from sinorus.records import FlowStatus
from sinorus.records.evidence import Evidence
from sinorus.scan.mention import Mention
from sinorus.values import Basis, Bound, Change, Direction, Period
from sinorus.values.evolve import evolve
from sinorus.values.unit import Dimension

_SO = Decimal("0.12")
"""A multiple rounds a percentage by no more than this part of it."""
_ROUNDED = Decimal("0.05")
"""How far a multiple told to one decimal may lie from what it rounds."""


def apply(state: State, phrase: Phrase, use: FigureUse) -> None:
    """Put one figure where it belongs."""
    if _is_done(state, phrase, use):
        return
    time = _time(state, phrase, use)
    period = time.period
    if use.what is What.CHANGE and phrase.chunk.opener is not Mark.OPEN and _of_outer(state, phrase, use):
        return
    if is_apart(state, phrase, use, period):
        return
    item = phrase.chunk.items[use.index]
    if use.what is What.SHARE and Anaphor.JOINT in phrase.pointers and not phrase.parties and _told_apart(state):
        state.drop(item, "a share that several have together")
        return
    if use.what is What.LEVEL and use.direction is Direction.DOWN:
        _turn_balance(state)
    draft = _claim(state, phrase, use)
    if _of_level_then(phrase, use, draft, time):
        state.close()
        state.period = period
        state.drop(item, "a part of what was told of another time")
        return
    if is_full(state, draft, phrase, use, time):
        if use.what is not What.SHARE and of_unknown(state, phrase):
            state.drop(item, "what this figure is of is no known good")
            return
        period = period or draft.period
        draft = next_claim(state, phrase, use, draft)
    if period is not None and not (use.what is What.CHANGE and draft.level and draft.period is not None):
        draft.period = period
        draft.deadline = state.deadline
        draft.opening, draft.named = state.opening, (time.named or state.opening) and not time.single
        draft.earlier = draft.earlier or ((time.back or state.passing or looks_back(state, phrase, period)) and bool(state.records))
        if _is_aside(state, phrase, draft):
            draft.earlier = draft.aside = True
    if put(state, draft, phrase, use):
        draft.reach(item.start, max(item.end, end_of_period(phrase, use.index)))
        draft.status = FlowStatus.REPORTED if _is_over(state, phrase, draft) else draft.frame.status or state.status
    go_back(state)


def _of_level_then(phrase: Phrase, use: FigureUse, draft: Draft, time: Time) -> bool:
    """Whether a part is one of the level of another time: "in 2002 it was $9bn, in 2007 only half of that, $4bn"."""
    if use.what is not What.SHARE or not draft.level or draft.share is not None or not time.named:
        return False
    if phrase.heads or phrase.goods or phrase.parties or draft.period is None or time.period in {None, draft.period}:
        return False
    behind = phrase.item(use.index + 1)
    pointer = behind.get(m.Pointer) if behind is not None else None
    return pointer is not None and pointer.to in {Anaphor.OF_WHICH, Anaphor.THIS}


def _told_apart(state: State) -> bool:
    """Whether the sentence has told a level of one country, so that a share of several is not only of what was told before it."""
    return bool(state.records) or (state.draft is not None and state.draft.level)


def _is_aside(state: State, phrase: Phrase, draft: Draft) -> bool:
    """Whether an earlier time is that of a clause on the subject alone: "Peru, which had taken 3 Mt in 2021, bought 9 Mt"."""
    known, period = state.context.period, draft.period
    if state.records or not draft.named or known is None or period is None or period.last >= known.first:
        return False
    return phrase.chunk.opener is Mark.RELATIVE or _is_attribute(phrase.chunk.items)


def _is_attribute(items: list[Mention]) -> bool:
    """Whether a chunk only tells, before the name, who that is of whom the next one tells: 2019年曾购买300万吨的秘鲁."""
    *before, name = [item for item in items if role_of(item) is not Role.OF]
    return len(before) > 1 and bool(name.mask & m.Party.bit and before[-1].mask & m.Figure.bit and before[-2].mask & m.Head.bit)


def _turn_balance(state: State) -> None:
    """Give a balance that is negative to the other side: "its balance with Peru was minus $5bn"."""
    frame = state.frame
    if frame is not None and frame.ends is not None and frame.head.side is Side.EXPORTER and (state.draft is None or state.draft.empty):
        state.frame = evolve(frame, head=evolve(frame.head, side=Side.IMPORTER), ends=frame.ends.reversed())
        state.draft = None


def _seen_from_later(state: State, phrase: Phrase, use: FigureUse) -> bool:
    """Whether a level of the past is told as a part or multiple of the one told before: "in 2013 it had been half as high"."""
    known, named = state.context.period, phrase.periods[0][1] if len(phrase.periods) == 1 else None
    if known is None or named is None or use.quantity.unit != "x" or phrase.figures or phrase.bases or phrase.basis is not None:
        return False
    alike = any(at == use.index and movement.use is Use.MODIFIER for at, movement in phrase.movements)
    when = anchored(state, named)
    return alike and state.draft is None and when is not None and when.last < known.first and state.context.distance <= 1


def _of_what_was_dropped(state: State, phrase: Phrase, use: FigureUse) -> bool:
    """Whether the level of which a change is told is none of a flow, or has no unit: 全国卖出新车3万辆,少了一半."""
    if state.draft is not None and not state.draft.empty:
        return False
    told = [at for at in phrase.figures if at < use.index]
    if told:
        level = phrase.chunk.items[told[-1]]
        return power_of(phrase, told[-1]) > 0 and any(dropped.start == level.start for dropped in state.dropped)
    named = phrase.heads or phrase.goods or phrase.parties or phrase.periods or phrase.pointers or phrase.world or phrase.route
    if named or phrase.chunk.opener is not Mark.COMMA or not state.dropped:
        return False
    before = [item for item in state.scanned.mentions if item.mask & m.Figure.bit and item.end <= phrase.chunk.items[0].start]
    last = before[-1].get(m.Figure) if before else None
    counted = last is not None and last.counted and last.quantity.dimension is Dimension.COUNT
    return counted and any(dropped.start == before[-1].start for dropped in state.dropped)


def _is_done(state: State, phrase: Phrase, use: FigureUse) -> bool:
    """Whether a figure is none of a claim of its own time: told once more, of no flow, or of a time before."""
    item = phrase.chunk.items[use.index]
    if _tells_exactly(phrase, use) and _restates_change(state, item, use):
        return True
    if (reason := why_not(state, phrase, use)) is not None:
        state.drop(item, reason)
        return True
    if level_back(state, phrase, use):
        return True
    if use.what is What.CHANGE and _seen_from_later(state, phrase, use):
        state.drop(item, "what it was once, measured by what it came to be")
        return True
    if use.what is What.CHANGE and _of_what_was_dropped(state, phrase, use):
        state.drop(item, "a change of a level that is none of a flow")
        return True
    if use.what is What.CHANGE and _multiplies_so(state, phrase, use):
        return True
    if use.what is What.CHANGE and use.quantity.dimension is Dimension.POINTS and _of_share(state.draft):
        state.drop(item, "how its share changed, not the flow")
        return True
    if use.what is What.CHANGE:
        if goes_back(state, phrase, use):
            return True
        changed = state.draft is not None and state.draft.by is not None and phrase.chunk.opener is Mark.CONTRAST
        if changed and only_a_change(phrase, use.index):
            state.drop(item, "a change of a time before that is not told")
            return True
    if use.what in {What.EARLIER, What.EARLIER_SHARE, What.EARLIER_CHANGE}:
        if (other := other_way(state, phrase, use)) is not None:
            state.close()
            state.frame = other
            apply(state, phrase, evolve(use, what=What.LEVEL))
            return True
        earlier_level(state, phrase, use)
        state.last_earlier = use.index
        return True
    return False


def _time(state: State, phrase: Phrase, use: FigureUse) -> Time:
    """Return the time of a figure: of two levels at the ends of a stretch the second one is the last year's."""
    time = time_of(state, phrase, use.index)
    period = time.period
    second = use.what in {What.LEVEL, What.SHARE} and len(state.records) - 1 in state.past
    grown = use.what is What.CHANGE and state.span is not None and state.draft is not None and state.draft.level
    second = second or grown or _reached(phrase, use)
    if period is None and second and state.draft is not None and not state.draft.level and state.draft.named:
        period = state.draft.period  # "between 2003 and 2007 it doubled, from 6% to 12%"
    if period is not None and second and period == (span_of(state, phrase) or state.span):
        state.span = period
        time = evolve(time, period=Period.year(period.last.year))
    standing = use.what is What.SHARE and phrase.standing and not phrase.periods and not time.named
    return evolve(time, period=None) if standing else time


def _reached(phrase: Phrase, use: FigureUse) -> bool:
    """Whether a share or level is what it grew or fell to: "between 2013 and 2017 the share rose by two points to 9%"."""
    to = role_of(phrase.chunk.items[use.index - 1]) if use.index else None
    return use.what in {What.SHARE, What.LEVEL} and to is Role.TO and bool(phrase.movements)


def _is_over(state: State, phrase: Phrase, draft: Draft) -> bool:
    """Whether a level of a time that is over follows one that is expected: "9 Mt may come this year; it was 8 Mt last year"."""
    date = state.context.date
    if phrase.status is not None or not draft.named or draft.period is None or date is None or not state.records:
        return False
    expected, told = state.records[-1], draft.period
    if expected.status is FlowStatus.REPORTED or expected.period is None or told.last > date:
        return False
    part = expected.period.contains(told) and told != expected.period  # "9 Mt are planned this year, by May 4 Mt had come"
    return part or told.last < expected.period.first


def _claim(state: State, phrase: Phrase, use: FigureUse) -> Draft:
    """Return the claim to which a figure belongs."""
    item = phrase.chunk.items[use.index]
    draft = state.claim(phrase, item)
    if use.what is not What.CHANGE:
        return draft
    return told_in(state, draft, item)


def _of_share(draft: Draft | None) -> bool:
    """Whether a claim has a share beside a level that has changed otherwise: "9 Mt, down 20%, 6% of the total, 2 points less"."""
    return draft is not None and draft.share is not None and draft.by is not None and draft.level


def _tells_exactly(phrase: Phrase, use: FigureUse) -> bool:
    """Whether a figure may tell once more, and exactly, the change before it: in brackets, or "…, at 28.4%", 为28.4%."""
    if phrase.chunk.opener is Mark.OPEN:
        return use.what is What.UNKNOWN
    only = use.index == 1 and len(phrase.chunk.items) == 2 and bool(phrase.chunk.items[0].mask & m.Level.bit)
    return only and phrase.chunk.opener is Mark.COMMA and use.what in {What.CHANGE, What.SHARE, What.UNKNOWN}


def _restates_change(state: State, item: Mention, use: FigureUse) -> bool:
    """Take the exact size for a change told roughly: "by a third (32%)"."""
    draft = state.draft
    if draft is None or draft.by is None or draft.by.bound is Bound.EXACT or draft.by.unit != use.quantity.unit:
        return False
    if abs(draft.by.amount - use.quantity.amount) * 10 > draft.by.amount:
        return False
    draft.by = use.quantity
    draft.reach(item.start, item.end)
    return True


def _multiplies_so(state: State, phrase: Phrase, use: FigureUse) -> bool:
    """Whether a multiple says the percentage just told once more: "up 311%, or over four times as much"."""
    draft = state.draft
    if draft is None or draft.by is None or phrase.heads or phrase.goods or phrase.parties:
        return False
    based: Basis | Period | None = phrase.basis.basis if phrase.basis is not None else None
    if phrase.basis is None and phrase.bases:
        based = basis_of(state, base_behind(phrase, use.index), draft.period)
    if draft.basis is not None and based not in {None, draft.basis}:
        return False  # "1.4 times as much as in August, and 30% more than a year ago"
    units = (draft.by.unit, use.quantity.unit)
    if units not in {("%", "x"), ("x", "%")}:
        return False
    percent, times = (draft.by.amount, use.quantity.amount) if units[0] == "%" else (use.quantity.amount, draft.by.amount)
    told = 1 + (-percent if draft.direction is Direction.DOWN else percent) / 100
    close = _ROUNDED if draft.value is not None and draft.volume is not None else told * _SO  # else it is the change of the other level
    if abs(told - times) > close:
        return False
    if units[0] == "x" and use.direction is draft.direction:
        draft.by = use.quantity  # the percent counts
        draft.reach(phrase.chunk.items[use.index].start, phrase.chunk.items[use.index].end)
    return True


def _of_outer(state: State, phrase: Phrase, use: FigureUse) -> bool:
    """Give a change behind brackets to the claim before them: "it was 9 Mt (3 Mt in May), 5% more"."""
    draft = state.draft
    if draft is None or draft.outer is None or draft.by is not None or phrase.heads or phrase.parties or use.direction is None:
        return False
    record = state.records[draft.outer]
    if record.change is not None and record.change.by is not None:
        return False
    item = phrase.chunk.items[use.index]
    change = Change(direction=use.direction, by=use.quantity, basis=phrase.basis.basis if phrase.basis is not None else None)
    state.records[draft.outer] = evolve(record, change=change).with_evidence(Evidence.of(state.scanned.text, item.start, item.end))
    return True

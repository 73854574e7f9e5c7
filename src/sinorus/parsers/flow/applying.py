"""A figure put into the claim at hand, or into a new one where that is full."""

import re

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Mark, Use
from sinorus.parsers.flow.claim import Draft
from sinorus.parsers.flow.earlier import earlier_level
from sinorus.parsers.flow.figure_use import RELATIVE, FigureUse, What, only_a_change
from sinorus.parsers.flow.near import role_of
from sinorus.parsers.flow.partner import SUBJECTS
from sinorus.parsers.flow.retold import goes_back
from sinorus.parsers.flow.state import State
from sinorus.parsers.flow.terms import go_back, term_of, told_in
from sinorus.parsers.flow.timing import anchored, basis_of, end_of_period, period_of, span_of, told_by_base
from sinorus.parsers.flow.units import FEW, counts_goods, nearly, paid, passes, restates, with_unit
from sinorus.parsers.marks import is_cue
from sinorus.parsers.phrase import Phrase
from sinorus.records.evidence import Evidence
from sinorus.scan.mention import Mention
from sinorus.values import Bound, Change, Period, Quantity
from sinorus.values.evolve import evolve
from sinorus.values.unit import Dimension

_JOINTS = frozenset({Mark.AND, Mark.COMMA, Mark.SEMICOLON})
_LETTER = re.compile(r"[\u3400-\u9fff]|[^\W\d_]{4,}")
_MEANT = 2
"""Words (or characters, where each is one) that may be the name of a good."""


def apply(state: State, phrase: Phrase, use: FigureUse) -> None:
    """Put one figure where it belongs."""
    item = phrase.chunk.items[use.index]
    if use.what is What.UNKNOWN and phrase.chunk.opener is Mark.OPEN and _restates_change(state, item, use):
        return
    if (reason := _why_not(state, phrase, use)) is not None:
        state.drop(item, reason)
        return
    if use.what is What.CHANGE and goes_back(state, phrase, use):
        return
    changed = state.draft is not None and state.draft.by is not None and phrase.chunk.opener is Mark.CONTRAST
    if use.what is What.CHANGE and changed and only_a_change(phrase, use.index):
        state.drop(item, "a change of a time before that is not told")
        return
    if use.what in {What.EARLIER, What.EARLIER_SHARE, What.EARLIER_CHANGE}:
        earlier_level(state, phrase, use)
        state.last_earlier = use.index
        return
    state.named = state.back = False
    period = period_of(state, phrase, use.index)
    if (
        period is not None
        and use.what in {What.LEVEL, What.SHARE}
        and len(state.records) - 1 in state.past
        and period == span_of(state, phrase)
    ):
        period = Period.year(period.last.year)
    if use.what is What.SHARE and phrase.standing and not phrase.periods and not state.named:
        period = None
    if use.what is What.CHANGE and phrase.chunk.opener is not Mark.OPEN and _of_outer(state, phrase, use):
        return
    if _is_apart(state, phrase, use, period):
        return
    draft = _claim(state, phrase, use)
    full = _full(state, draft, phrase, use, period, part=Anaphor.OF_WHICH in phrase.pointers or _is_latter(phrase))
    if full and use.what is not What.SHARE and _of_unknown(state, phrase):
        state.drop(item, "what this figure is of is no known good")
        return
    if full:
        known = draft.period
        late = _take_late(draft) if use.what is What.CHANGE else None
        count = len(state.records)
        state.close()
        state.draft = late
        draft = state.claim(phrase, item)
        draft.outer = count if phrase.chunk.opener is Mark.OPEN and len(state.records) > count else None
        draft.part = Anaphor.OF_WHICH in phrase.pointers
        period = period or known
    if period is not None and not (use.what is What.CHANGE and draft.level and draft.period is not None):
        draft.period = period
        draft.deadline = state.deadline
        draft.opening, draft.named = state.opening, state.named or state.opening
        draft.earlier = draft.earlier or ((state.back or state.passing or _looks_back(state, phrase, period)) and bool(state.records))
    if _put(state, draft, phrase, use):
        draft.reach(item.start, max(item.end, end_of_period(phrase, use.index)))
        draft.status = draft.frame.status or state.status
    go_back(state)


def _claim(state: State, phrase: Phrase, use: FigureUse) -> Draft:
    """Return the claim to which a figure belongs."""
    item = phrase.chunk.items[use.index]
    draft = state.claim(phrase, item)
    if use.what is not What.CHANGE:
        return draft
    if use.quantity.dimension is Dimension.POINTS:
        draft = _own_share(state, draft)
    return told_in(state, draft, item)


def _joins_earlier(state: State, phrase: Phrase, use: FigureUse) -> bool:
    """Give the earlier level just told its worth or volume: "up from 1.9 Mt at a value of $0.9bn in 2022"."""
    told = [at for at in phrase.figures if at < use.index]
    last = state.records[-1] if state.records else None
    if use.what is not What.LEVEL or not told or last is None or len(state.records) - 1 not in state.past or state.last_earlier != told[-1]:
        return False
    between = phrase.chunk.items[told[-1] + 1 : use.index]
    if not between or not all(item.mask & (m.Relation.bit | m.Level.bit) for item in between):
        return False
    if use.quantity.is_money and last.value is None and last.volume is not None:
        state.records[-1] = evolve(last, value=use.quantity)
    elif not use.quantity.is_money and last.volume is None and last.value is not None and use.quantity.dimension is Dimension.MASS:
        state.records[-1] = evolve(last, volume=use.quantity)
    else:
        return False
    return True


def _can_carry(state: State, item: Mention) -> bool:
    """Whether a figure says what a line can carry: "capable of transporting 55 bcm"."""
    before = [mention for mention in state.scanned.mentions if mention.end <= item.start]
    return bool(before) and is_cue(before[-1], "corridor", "handle") and not before[-1].mask & m.Certainty.bit


def _is_apart(state: State, phrase: Phrase, use: FigureUse, period: Period | None) -> bool:
    """Whether a figure is none of the claim at hand, but of another time, of its whole, or its share once more."""
    if _joins_earlier(state, phrase, use):
        return True
    if use.what is What.LEVEL and not phrase.heads and _can_carry(state, phrase.chunk.items[use.index]):
        state.drop(phrase.chunk.items[use.index], "a capacity, not a flow")
        return True
    if use.what is What.LEVEL and _is_whole(state, phrase, use):
        _tell_whole(state, phrase, use, period)
        return True
    if use.what is not What.SHARE:
        return False
    if _of_other_time(state, phrase, use):
        state.drop(phrase.chunk.items[use.index], "a part of what moved at another time")
        return True
    return _says_again(state, phrase, use)


def _is_whole(state: State, phrase: Phrase, use: FigureUse) -> bool:
    """Whether a level is that of the whole of which a share was told right before it: "1% of the 97 Mt that Peru bought"."""
    items, draft = phrase.chunk.items, state.draft
    shares = [at for at in phrase.figures if at < use.index]
    ends = draft.frame.ends if draft is not None else None
    if draft is None or draft.share is None or ends is None or None in {ends.exporter, ends.importer} or not shares:
        return False
    between = items[shares[-1] + 1 : use.index]
    share = items[shares[-1]].get(m.Figure)
    of = bool(between) and role_of(between[0]) is m.Role.OF and all(item.mask & (m.Relation.bit | m.Pointer.bit) for item in between)
    return of and share is not None and share.quantity.unit == "%"


def _tell_whole(state: State, phrase: Phrase, use: FigureUse, period: Period | None) -> None:
    """Tell the whole as a claim of its own: that of its owner with everyone."""
    draft = state.draft
    assert draft is not None
    ends = draft.frame.ends
    assert ends is not None
    sold = ends.importer not in SUBJECTS or (ends.exporter in SUBJECTS and draft.frame.varies != "exporter")
    whole_ends = evolve(ends, importer=None) if sold else evolve(ends, exporter=None)
    frame = evolve(draft.frame, ends=whole_ends, share=False, parties=(), world=True)
    item = phrase.chunk.items[use.index]
    whole = Draft(frame, item.start, item.end, period=period or draft.period, named=draft.named, status=frame.status, aside=True)
    quantity = with_unit(state, use.quantity, whole, phrase, use.index)
    if quantity is not None and quantity.is_money:
        whole.value = quantity
    else:
        whole.volume = quantity
    if not whole.empty:
        state.finish(whole)


def _says_again(state: State, phrase: Phrase, use: FigureUse) -> bool:
    """Whether a share in brackets says that before them once more: "nearly two thirds (65%)"."""
    draft = state.draft
    if draft is None or draft.share is None or phrase.chunk.opener is not Mark.OPEN or not nearly(draft.share, use.quantity):
        return False
    draft.share = use.quantity
    draft.reach(draft.start, phrase.chunk.items[use.index].end)
    return True


def _of_other_time(state: State, phrase: Phrase, use: FigureUse) -> bool:
    """Whether a part is one of an earlier total: "80,000 cars in two months, almost half of the total in 2022"."""
    draft = state.draft
    if draft is None or not draft.named or draft.share is not None or (draft.value is None and draft.volume is None) or phrase.heads:
        return False
    behind = [anchored(state, expr) for at, expr in phrase.periods if at > use.index]
    return bool(behind) and behind[0] is not None and draft.period is not None and behind[0].last < draft.period.first


def _own_share(state: State, draft: Draft) -> Draft:
    """Return the share just told as a claim of its own, for points are a change of it, where its level has changed otherwise."""
    if draft.share is None or draft.by is None or (draft.value is None and draft.volume is None):
        return draft
    other = evolve(draft, value=None, volume=None, by=None, direction=None, basis=None)
    draft.share = None
    state.close()
    state.draft = other
    return other


def _why_not(state: State, phrase: Phrase, use: FigureUse) -> str | None:
    """Return why a figure is none of a flow, or None where it is one."""
    if use.what in {What.OTHER, What.UNKNOWN}:
        return use.reason or "what this figure measures is not said"
    if state.settling and (
        use.what in {What.SHARE, What.EARLIER_SHARE}
        or (use.what is What.CHANGE and not phrase.heads and not _levelled(state) and use.quantity.unit in {"%", "x"})
    ):
        return "a share of a currency in payments, not of a flow"
    if use.what is What.CHANGE and use.quantity.unit == "1" and use.quantity.amount < FEW and not counts_goods(phrase, use.index):
        return "a count, not a change of a flow"  # "two reasons for the slump in imports"
    if use.what is What.CHANGE and state.last is What.OTHER and not phrase.heads:
        return "a change of something that is no flow"
    return None


def _restates_change(state: State, item: Mention, use: FigureUse) -> bool:
    """Take the exact size in brackets for a change told roughly: "by a third (32%)"."""
    draft = state.draft
    if draft is None or draft.by is None or draft.by.bound is not Bound.ABOUT or draft.by.unit != use.quantity.unit:
        return False
    if abs(draft.by.amount - use.quantity.amount) * 10 > draft.by.amount:
        return False
    draft.by = use.quantity
    draft.reach(item.start, item.end)
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


def _of_unknown(state: State, phrase: Phrase) -> bool:
    """Whether a figure that cannot be of the goods before it stands behind words unknown: "laptops fell 40% and base stations 98%"."""
    if phrase.heads or phrase.goods or phrase.parties or phrase.pointers or phrase.route or phrase.world or phrase.others:
        return False
    if phrase.periods or phrase.bases or phrase.basis is not None or phrase.chunk.opener not in _JOINTS:
        return False
    first = phrase.chunk.items[0].start
    before = max((mention.end for mention in state.scanned.mentions if mention.end <= first), default=first)
    return len(_LETTER.findall(state.scanned.text, before, first)) >= _MEANT


def _levelled(state: State) -> bool:
    """Whether the claim at hand has a level, so that a change behind it is one of the flow."""
    return state.draft is not None and state.draft.level


def _looks_back(state: State, phrase: Phrase, period: Period | None) -> bool:
    """Whether a contrast names an earlier time: "3 Mt, whereas in 2022 it was 2.2 Mt; Canada …" goes on with the first time."""
    told = state.records[-1].period if state.records and phrase.chunk.opener is Mark.CONTRAST else None
    return told is not None and period is not None and period.last < told.first


def _is_latter(phrase: Phrase) -> bool:
    """Whether a chunk without a head begins with a pointer: "the former 5 Mt, the latter 4 Mt"."""
    return not phrase.heads and Anaphor.THIS in phrase.pointers and bool(phrase.chunk.items[0].mask & m.Pointer.bit)


def _put(state: State, draft: Draft, phrase: Phrase, use: FigureUse) -> bool:
    """Set the figure in its slot; return whether it has one."""
    if use.what is What.CHANGE:
        draft.term = term_of(state, phrase.chunk.items[use.index]) if draft.by is None else draft.term
        _put_change(state, draft, phrase, use)
        return True
    quantity = paid(state, phrase, use, draft) or with_unit(state, use.quantity, draft, phrase, use.index)
    if quantity is None:
        state.drop(phrase.chunk.items[use.index], "a count, not a value or volume of goods")
        return False
    if use.what is not What.SHARE and not (quantity.is_money and phrase.chunk.opener is Mark.OPEN and draft.value is not None):
        state.levels = [*state.levels, quantity]
        state.unit = quantity.unit  # not that of a value told once more in brackets
    if use.what is What.SHARE:
        draft.share = draft.share or quantity
    elif quantity.is_money:
        draft.late = draft.late or (draft.by is not None and draft.volume is not None)
        draft.money_first = draft.volume is None
        state.money = state.unit
        finer = draft.value is not None and (
            (phrase.chunk.opener is Mark.OPEN and restates(draft.value, quantity)) or passes(draft.value, quantity)
        )
        draft.value = quantity if finer or draft.value is None else draft.value
    else:
        draft.late = draft.late or (draft.by is not None and draft.value is not None)
        draft.volume = quantity if draft.volume is None or passes(draft.volume, quantity) else draft.volume
    return True


def _put_change(state: State, draft: Draft, phrase: Phrase, use: FigureUse) -> None:
    if use.quantity.unit == "1" and use.quantity.amount >= FEW and state.changed is not None:
        use = evolve(use, quantity=evolve(use.quantity, unit=state.changed))  # "by 9,000 t, the others by 5,000"
    relative = use.quantity.dimension in RELATIVE
    if not relative and use.quantity.unit != "1":
        state.changed = use.quantity.unit
    held = draft.by is not None and draft.by.dimension in RELATIVE
    if draft.by is None or (relative and not held):
        draft.by, draft.direction = use.quantity, use.direction
    if phrase.bases and not draft.named and (own := told_by_base(state, phrase, draft.period)) is not None:
        draft.period = own
    if phrase.basis is not None:
        draft.basis = phrase.basis.basis
    elif phrase.bases:
        draft.basis = basis_of(state, phrase.bases[-1][1], draft.period)
    elif state.basis is not None:
        draft.basis = state.basis
    elif state.base is not None:
        draft.basis = basis_of(state, state.base, draft.period)


def _full(state: State, draft: Draft, phrase: Phrase, use: FigureUse, period: Period | None, *, part: bool) -> bool:
    """Whether a figure cannot belong to the claim at hand and begins another."""
    if use.what is What.CHANGE:
        relative = use.quantity.dimension in RELATIVE
        held = draft.by is not None and draft.by.dimension in RELATIVE
        again = phrase.chunk.opener is Mark.AND and any(at < use.index and each.use is Use.VERB for at, each in phrase.movements)
        told = bool(phrase.periods) and (again or phrase.periods[0][0] < use.index)
        apart = draft.named and draft.level and draft.period not in {None, period} and told
        other_time = state.named and period is not None and bool(apart)
        return (relative and held and draft.by != use.quantity) or (relative and other_time)
    if use.what is What.LEVEL and draft.term is not None and not draft.level and use.quantity.is_money is not draft.term:
        return True
    if state.semicolon and draft.level and draft.by is not None and use.what is What.LEVEL:
        return True
    other_time = period is not None and draft.period != period and draft.level
    if use.what is What.SHARE:
        return draft.share is not None and draft.share != use.quantity and not _outdoes(use.quantity, draft.share)
    taken = draft.value if use.quantity.is_money or (use.quantity.unit == "1" and draft.value is not None) else draft.volume
    return taken is not None and (other_time or part)


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

"""How much: the figures of a chunk put into claims, dealt out over lists, earlier levels set apart."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Head, Mark, Side, Use
from sinorus.parsers.flow.claim import Draft, Frame
from sinorus.parsers.flow.earlier import earlier_level
from sinorus.parsers.flow.ends import Ends
from sinorus.parsers.flow.figure_use import RELATIVE, FigureUse, Surroundings, What, only_a_change, uses
from sinorus.parsers.flow.state import State
from sinorus.parsers.flow.timing import anchored, basis_of, day_of, end_of_period, period_of, span_of, told_by_base
from sinorus.parsers.flow.units import FEW, counts_goods, paid, restates, with_unit
from sinorus.parsers.phrase import Phrase
from sinorus.records import FlowStatus
from sinorus.records.evidence import Evidence
from sinorus.values import Change, Direction, Period
from sinorus.values.evolve import evolve


def fill(state: State, phrase: Phrase) -> None:
    """Give the figures of a chunk to the flow spoken of."""
    frame = state.frame
    assert frame is not None
    if frame.other is not None:
        for index in phrase.figures:
            state.drop(phrase.chunk.items[index], f"a figure of {frame.other}, not of a flow")
        return
    if phrase.chunk.opener is Mark.OPEN and state.compared is not None and not phrase.bases and not phrase.periods:
        phrase.bases.append((-1, state.compared))
    compared = state.compared is not None
    amount = state.changed is not None
    around = Surroundings(frame.share, state.shared, frame.growth, state.last, state.direction, compared, state.unit, amount)
    found = uses(phrase, around)
    if phrase.status is not None and not any(use.what is What.EARLIER and use.index == phrase.status_at + 1 for use in found):
        frame = _restated(state, frame, phrase, found)
    _part(state, found)
    if not _deal_out(state, phrase, found):
        for use in found:
            _apply(state, phrase, use)
    _movement_factor(state, phrase, found)
    if phrase.record and not any(use.what is What.CHANGE and use.index > 0 and _is_record_growth(phrase, use) for use in found):
        _record(state, phrase)
    named = [*phrase.periods, *phrase.bases]
    state.noted_period = anchored(state, max(named, key=lambda pair: pair[0])[1]) if named else None
    for use in found:
        if use.what in {What.LEVEL, What.CHANGE, What.SHARE, What.EARLIER, What.EARLIER_SHARE}:
            state.last = use.what
            state.shared = state.shared or use.what is What.SHARE
        if use.direction is not None:
            state.direction = use.direction
    if found and found[-1].what is What.OTHER and phrase.others:
        state.last = What.OTHER


def _restated(state: State, frame: Frame, phrase: Phrase, found: list[FigureUse]) -> Frame:
    """Give the flow its certainty; a figure of another certainty begins a claim of its own: "$190bn, so the goal of $180bn is met"."""
    draft, status = state.draft, phrase.status.status if phrase.status is not None else FlowStatus.REPORTED
    planned = draft is None and state.status is FlowStatus.TARGET and phrase.chunk.opener is Mark.COMMA
    if planned and status is FlowStatus.FORECAST:
        status = FlowStatus.TARGET  # "by the plan, 5 Mt will be carried"
    before = frame.status or state.status or FlowStatus.REPORTED
    own = any(use.what in {What.LEVEL, What.CHANGE, What.SHARE} for use in found) or any(each.factor for _, each in phrase.movements)
    if draft is not None and draft.level and own and before is not status:
        state.close()
        state.frame = frame = evolve(frame)
    frame.status = status
    return frame


def _part(state: State, found: list[FigureUse]) -> None:
    """A value and a volume with different changes are two claims: a level that brings its own change does not join one that has one."""
    draft = state.draft
    if draft is None or not draft.level or draft.by is None or not any(use.what is What.CHANGE for use in found):
        return
    if any(use.what is What.LEVEL and use.quantity.is_money != (draft.value is not None) for use in found):
        state.close()


def _is_record_growth(phrase: Phrase, use: FigureUse) -> bool:
    return bool(phrase.chunk.items[use.index - 1].mask & m.RecordHigh.bit)


def _movement_factor(state: State, phrase: Phrase, found: list[FigureUse]) -> None:
    """Doubled, halved and the like say their size themselves; beside a figure of change they are its words only."""
    if any(use.what is What.CHANGE for use in found):
        return
    for index, movement in phrase.movements:
        if movement.factor is not None and movement.direction is not Direction.FLAT:
            _grow(state, phrase, FigureUse(index, movement.factor, What.CHANGE, movement.direction))
            return
    if phrase.movements and state.draft is not None and state.draft.direction is None and state.draft.level:
        nearest = phrase.movements[0][1]
        if nearest.direction is not Direction.FLAT and nearest.use is Use.VERB:
            state.draft.direction = nearest.direction


def _grow(state: State, phrase: Phrase, use: FigureUse) -> None:
    """Apply a change told by a word; a rate ("double-digit") is that of each good of a list."""
    frame = state.frame
    if frame is None or len(frame.goods) < 2 or use.quantity.unit != "%":
        _apply(state, phrase, use)
        return
    for each in frame.goods:
        state.close()
        state.frame = evolve(frame, goods=(each,))
        _apply(state, phrase, use)
    state.close()
    state.frame = frame


def _record(state: State, phrase: Phrase) -> None:
    items = phrase.chunk.items
    draft = state.claim(phrase, items[0])
    if not draft.level and not phrase.figures and (day := day_of(state, phrase)) is not None:
        draft.period, draft.aside = day, True
    if draft.period is None:
        state.named = False
        draft.period = period_of(state, phrase, len(items) - 1)
        draft.opening, draft.named = state.opening, state.named or state.opening
    at = next((index for index, item in enumerate(items) if item.mask & m.RecordHigh.bit), 0)
    hoped = any(item.mask & (m.Certainty.bit | m.Intent.bit) for item in items[:at])
    if hoped and not phrase.figures:
        return
    if draft.level or not phrase.figures:
        draft.record = True
        draft.reach(items[0].start, items[-1].end)


def _deal_out(state: State, phrase: Phrase, found: list[FigureUse]) -> bool:
    """Deal figures out over the members of a list; return whether that was done."""
    frame = state.frame
    if frame is None or frame.ends is None:
        return False
    members: list[Frame] = []
    if len(frame.goods) > 1:
        members = [evolve(frame, goods=(each,)) for each in frame.goods]
    elif len(frame.parties) > 1:
        members = [_with_party(frame, code) for code in frame.parties]
    elif len(frame.heads) > 1:
        members = [evolve(frame, head=head, ends=_ends_for(head, frame)) for head in frame.heads]
    count = len(members)
    groups: dict[tuple[What, bool], list[FigureUse]] = {}
    for use in found:
        if use.what not in {What.OTHER, What.UNKNOWN}:
            groups.setdefault((use.what, use.quantity.is_money), []).append(use)
    if not members or ({what for what, _ in groups} == {What.CHANGE} and state.draft is None and len(state.records) >= count):
        return _deal_back(state, phrase, groups)
    if len(frame.parties) > 1 and not phrase.each and len(groups.get((What.LEVEL, True), groups.get((What.LEVEL, False), ()))) == 1:
        state.drop(phrase.chunk.items[found[0].index], "several partners share one figure")
        return True
    if not members or not (phrase.each or any(len(group) == count for group in groups.values())):
        return False
    for position, member in enumerate(members):
        state.close()
        state.frame = member
        for group in groups.values():
            if len(group) == count or (phrase.each and len(group) == 1):
                _apply(state, phrase, group[position % len(group)])
        state.close()
    state.frame = frame
    return True


def _deal_back(state: State, phrase: Phrase, groups: dict[tuple[What, bool], list[FigureUse]]) -> bool:
    """Deal changes out over the claims told just before: "exports were $5bn and imports $4bn, up 3% and 2%"."""
    changes = next((group for (what, _), group in groups.items() if what is What.CHANGE and len(group) > 1), None)
    shares = next((group for (what, _), group in groups.items() if what is What.SHARE and len(group) > 1), None)
    if changes is None and shares is not None and _share_back(state, phrase, shares):
        return True
    if changes is None:
        if state.scanned.mask & m.Respectively.bit and any(len(group) > 1 for group in groups.values()):
            state.drop(phrase.chunk.items[0], "figures are dealt out over a list that cannot be told")
            return True
        return False
    if not phrase.heads and len(changes) == 2 and _part_by_change(state, phrase, changes):
        return True
    if phrase.heads or not (state.scanned.mask & m.Respectively.bit or _told_in_turn(state, phrase, changes)):
        return False
    state.close()
    told = state.records[-len(changes) :]
    if len(told) < len(changes) or any(record.change is not None and record.change.by is not None for record in told):
        state.drop(phrase.chunk.items[0], "changes are dealt out over claims that cannot be told")
        return True
    for position, use in enumerate(changes):
        at = len(state.records) - len(changes) + position
        item = phrase.chunk.items[use.index]
        direction = use.direction or state.direction
        if direction is not None:
            change = Change(direction=direction, by=use.quantity, basis=phrase.basis.basis if phrase.basis else None)
            state.records[at] = evolve(state.records[at], change=change).with_evidence(
                Evidence.of(state.scanned.text, item.start, item.end)
            )
    return True


def _share_back(state: State, phrase: Phrase, shares: list[FigureUse]) -> bool:
    """Deal shares out over the claims told just before: "coal was 5 Mt and oil 4 Mt, 12% and 9% of all, respectively"."""
    if not state.scanned.mask & m.Respectively.bit:
        return False
    state.close()
    told = state.records[-len(shares) :]
    if len(told) < len(shares) or any(record.share is not None for record in told):
        return False
    for position, use in enumerate(shares):
        at, item = len(state.records) - len(shares) + position, phrase.chunk.items[use.index]
        state.records[at] = evolve(state.records[at], share=use.quantity).with_evidence(
            Evidence.of(state.scanned.text, item.start, item.end)
        )
    return True


def _told_in_turn(state: State, phrase: Phrase, changes: list[FigureUse]) -> bool:
    """Whether as many levels stand before in the sentence, none with a change, as a chunk of its own gives changes."""
    levels = [record for at, record in enumerate(state.records) if at not in state.past]
    open_level = state.draft is not None and state.draft.level and state.draft.by is None
    bare = all(record.change is None or record.change.by is None for record in levels)
    return phrase.chunk.opener is Mark.COMMA and open_level and bare and len(levels) + 1 == len(changes)


def _part_by_change(state: State, phrase: Phrase, changes: list[FigureUse]) -> bool:
    """Deal two changes out over the value and the volume of one flow, which are two claims then: "0.1 Mt worth $5m, up 12% and 5%"."""
    draft = state.draft
    if draft is None or draft.value is None or draft.volume is None or draft.by is not None:
        return False
    worth = evolve(draft, volume=None)
    draft.value = None
    parts = [worth, draft] if draft.money_first else [draft, worth]
    for part, use in zip(parts, changes, strict=True):
        state.draft = part
        _apply(state, phrase, use)
        state.close()
    return True


def _with_party(frame: Frame, code: str) -> Frame:
    ends = frame.ends
    assert ends is not None
    if frame.varies == "exporter" or (frame.varies is None and frame.head.side is Side.IMPORTER):
        return evolve(frame, ends=evolve(ends, exporter=code))
    return evolve(frame, ends=evolve(ends, importer=code))


def _ends_for(head: Head, frame: Frame) -> Ends | None:
    ends = frame.ends
    return ends if ends is None or head.side is frame.head.side or Side.BOTH in {head.side, frame.head.side} else ends.reversed()


def _apply(state: State, phrase: Phrase, use: FigureUse) -> None:
    item = phrase.chunk.items[use.index]
    if use.what in {What.OTHER, What.UNKNOWN}:
        state.drop(item, use.reason or "what this figure measures is not said")
        return
    if state.settling and (
        use.what in {What.SHARE, What.EARLIER_SHARE}
        or (use.what is What.CHANGE and not phrase.heads and not _levelled(state) and use.quantity.unit in {"%", "x"})
    ):
        state.drop(item, "a share of a currency in payments, not of a flow")
        return
    if use.what is What.CHANGE and state.last is What.OTHER and not phrase.heads:
        state.drop(item, "a change of something that is no flow")
        return
    changed = state.draft is not None and state.draft.by is not None and phrase.chunk.opener is Mark.CONTRAST
    if use.what is What.CHANGE and changed and only_a_change(phrase, use.index):
        state.drop(item, "a change of a time before that is not told")
        return
    if use.what in {What.EARLIER, What.EARLIER_SHARE, What.EARLIER_CHANGE}:
        earlier_level(state, phrase, use)
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
    draft = state.claim(phrase, item)
    if _full(state, draft, phrase, use, period, part=Anaphor.OF_WHICH in phrase.pointers or _is_latter(phrase)):
        known = draft.period
        late = _take_late(draft) if use.what is What.CHANGE else None
        state.close()
        state.draft = late
        draft = state.claim(phrase, item)
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
        _put_change(state, draft, phrase, use)
        return True
    quantity = paid(state, phrase, use, draft) or with_unit(state, use.quantity, draft, counts=counts_goods(phrase, use.index))
    if quantity is None:
        state.drop(phrase.chunk.items[use.index], "a count, not a value or volume of goods")
        return False
    if use.what is not What.SHARE:
        state.unit = quantity.unit
    if use.what is What.SHARE:
        draft.share = draft.share or quantity
    elif quantity.is_money:
        draft.late = draft.late or (draft.by is not None and draft.volume is not None)
        draft.money_first = draft.volume is None
        state.money = quantity.unit
        finer = phrase.chunk.opener is Mark.OPEN and draft.value is not None and restates(draft.value, quantity)
        draft.value = quantity if finer or draft.value is None else draft.value
    else:
        draft.late = draft.late or (draft.by is not None and draft.value is not None)
        draft.volume = draft.volume or quantity
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
    if state.semicolon and draft.level and draft.by is not None and use.what is What.LEVEL:
        return True
    other_time = period is not None and draft.period != period and draft.level
    if use.what is What.SHARE:
        return draft.share is not None and draft.share != use.quantity
    taken = draft.value if use.quantity.is_money or (use.quantity.unit == "1" and draft.value is not None) else draft.volume
    return taken is not None and (other_time or part)


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

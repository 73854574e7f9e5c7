"""Earlier levels: what a claim is compared with is a claim of its own."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Role, Side
from sinorus.languages.period_expr import PeriodExpr, PeriodKind, PeriodRelation
from sinorus.parsers.flow.anchoring import anchored
from sinorus.parsers.flow.bare import power_of
from sinorus.parsers.flow.claim import Draft, Frame
from sinorus.parsers.flow.figure_part import RELATIVE, FigureUse, What
from sinorus.parsers.flow.near import plan_before
from sinorus.parsers.flow.partner import SUBJECTS
from sinorus.parsers.flow.state import State
from sinorus.parsers.flow.stretches import period_spoken_of
from sinorus.parsers.flow.timing import end_of_period, span_of
from sinorus.parsers.flow.two_ends import Ends
from sinorus.parsers.flow.units import with_unit
from sinorus.parsers.marks import role_of
from sinorus.parsers.phrase import Phrase
from sinorus.parsers.placing import Slot, likened_by
from sinorus.records import FlowStatus, Measure
from sinorus.values import Basis, Period
from sinorus.values.evolve import evolve

_COMPARING = frozenset({PeriodRelation.FROM, PeriodRelation.AGAINST, PeriodRelation.BY})


def earlier_level(state: State, phrase: Phrase, use: FigureUse) -> None:
    """A level of an earlier period is a record of its own."""
    item = phrase.chunk.items[use.index]
    current = state.draft
    frame = state.frame
    assert frame is not None
    start = current.start if current is not None else min(frame.start, item.start)
    earlier = Draft(frame, start, max(item.end, end_of_period(phrase, use.index)), earlier=True)
    quantity = with_unit(state, use.quantity, earlier, phrase, use.index)
    if quantity is None:
        state.drop(item, "a count, not a value or volume of goods")
        return
    if quantity.dimension not in RELATIVE:
        state.take_level(quantity, power_of(phrase, use.index))
    told = max((at for at in phrase.figures if at < use.index), default=-1)
    near = phrase.chunk.items[max(use.index - 4, told + 1) : use.index]
    if any(item.mask & m.RecordHigh.bit for item in near):
        earlier.record, phrase.record = True, False
    if use.what is What.EARLIER_CHANGE:
        earlier.by, earlier.direction = quantity, use.direction
    elif use.what is What.EARLIER_SHARE:
        earlier.share = quantity
        if current is not None and current.volume is not None and not frame.goods:
            earlier.frame = evolve(frame, goods=state.unnamed_goods())
    elif quantity.is_money:
        earlier.value = quantity
    else:
        earlier.volume = quantity
    _date(state, phrase, use.index, earlier)
    earlier.aside = True
    state.finish(earlier)


def other_way(state: State, phrase: Phrase, use: FigureUse) -> Frame | None:
    """Return the flow back, where what went there is set beside it: "Chile sold goods for $5bn there, against $3bn of Peruvian ones"."""
    frame, items = state.frame, phrase.chunk.items
    level = use.what is What.EARLIER and use.index > 0 and role_of(items[use.index - 1]) is Role.AGAINST
    if frame is None or frame.ends is None or not level or frame.head.measure is not Measure.EXPORTS:
        return None
    ends = frame.ends
    if None in {ends.exporter, ends.importer} or any(at > use.index for at, _ in (*phrase.periods, *phrase.bases)):
        return None
    told = state.records[-1] if state.records and phrase.heads else None
    if told is not None and told.exporter and told.importer and (told.importer.code, told.exporter.code) == (ends.exporter, ends.importer):
        return frame  # "exports there were $5bn, against $3bn for exports from there"
    named = [placed.codes for placed in phrase.parties if use.index < placed.index <= use.index + 2]
    back = ends.importer if frame.head.side is Side.EXPORTER else ends.exporter
    if named != [(back,)] or role_of(items[use.index + 1]) not in {Role.OF, Role.FOR}:
        return None
    return evolve(frame, ends=ends.reversed(), head=evolve(frame.head, side=Side.EXPORTER))


def _date(state: State, phrase: Phrase, index: int, earlier: Draft) -> None:
    """Give an earlier level its time; or the flow of another one, or a plan, of the time spoken of, with which a level is compared."""
    current, frame = state.draft, earlier.frame
    told = next((anchored(state, expr) for at, expr in phrase.periods if at < index), None)
    known = current.period if current is not None and current.period is not None else told or period_spoken_of(state)
    after = [expr for at, expr in (*phrase.bases, *phrase.periods) if at > index and not any(index < f < at for f in phrase.figures)]
    expr = after[0] if after else (phrase.bases[0][1] if phrase.bases else None)
    span = span_of(state, phrase) or state.span or _since(state, phrase, index)
    summed = earlier.share is None  # a share is none of so many months
    if (own := _own(phrase, index)) is not None:
        now = next((when for at, each in phrase.periods if at < index - 1 and (when := anchored(state, each))), None)
        state.period = state.period or now  # "in January-May it passed last year's 9 Mt and came to 10"
        earlier.period = state.context.anchor(own, now or (current.period if current is not None else None) or period_spoken_of(state))
    elif expr is not None and known is not None and summed and _is_last_year(expr, known, state):
        earlier.period = known.previous_year()  # "3.6 Mt in January-September, 14% less than last year's 4.2 Mt"
    elif expr is not None:
        earlier.period = _before(state, expr, known)
        _next_year(state, current, known, earlier.period)
        if current is not None and known is None and earlier.period is not None and expr.part is not None and expr.offset == -1:
            current.period = earlier.period.shift_years(1)  # "up 9% from the $5bn of last January-April"
    elif (ends := _of_rival(_told_last(state), phrase, index)) is not None:
        earlier.frame, earlier.period = evolve(frame, ends=ends), known  # "more than China's 16 Mt"
    elif (other := _behind(phrase, index, frame.ends)) is not None:
        earlier.frame, earlier.period = evolve(frame, ends=other), known  # "16 Mt against the 17 Mt of Peru"
    elif (pair := beaten(phrase, index) or state.beaten) is not None and (ends := _in_place(frame.ends, *pair)) is not None:
        earlier.frame, earlier.period = evolve(frame, ends=ends), known  # "it passed Peru, with 9 Mt against 8 Mt"
    elif role_of(phrase.item(index - 1)) is Role.AGAINST and _with_another(state, frame.ends):
        earlier.period = known  # "6 Mt came from Peru, against 5 Mt from Chile"
    elif span is not None:
        earlier.period = Period.year(span.first.year)
    elif (again := _compared_before(state, known)) is not None:
        earlier.period = again
    elif known is not None and (_is_yearly(state, known) or _by_the_year(phrase, current)):
        earlier.period = known.previous_year()
    elif known is not None and known.is_month and state.context.monthly:
        earlier.period = Period.month(known.first.year - (known.first.month == 1), (known.first.month + 10) % 12 + 1)
    if phrase.status is not None and phrase.status_at in {index - 1, plan_before(phrase, index)}:
        year = next((found for each in after if (found := state.context.anchor(each, known)) is not None and found.is_years), None)
        earlier.status, earlier.period = phrase.status.status, year or known  # "against a planned 200 billion (for the year)"


def _own(phrase: Phrase, index: int) -> PeriodExpr | None:
    """Return the time that owns an earlier level: "it passed last year's 9 Mt", "from May's record of 9 Mt"."""
    near = [(at, expr) for at, expr in (*phrase.bases, *phrase.periods) if index - _OWNED <= at < index]
    own = [
        expr
        for at, expr in near
        if (expr.adjective and expr.relation in _COMPARING) or (at == index - 1 and expr.kind is PeriodKind.YEAR_BEFORE)
    ]
    return evolve(own[-1], relation=PeriodRelation.PLAIN) if own else None


_OWNED = 4
"""Mentions between a level and the time that owns it, at most."""


def _by_the_year(phrase: Phrase, current: Draft | None) -> bool:
    """Whether a level is compared with that of a year before, by the word of the change that is told of it."""
    told = phrase.basis.basis if phrase.basis is not None else current.basis if current is not None else None
    return told is Basis.YOY


def _with_another(state: State, compared: Ends | None) -> bool:
    """Whether what a level is compared with is the same flow of another partner than that of the level told before it."""
    if state.draft is not None or not state.records or compared is None:
        return False  # the claim at hand is of this partner
    told, ends = state.records[-1], (compared.exporter, compared.importer)
    before = tuple(country.code if country is not None else None for country in (told.exporter, told.importer))
    return before != ends and bool(set(before) & set(ends) - {None})


def _compared_before(state: State, known: Period | None) -> Period | None:
    """Return the time with which a level of the same sentence is compared: "Peru 8 Mt (7 Mt a month before), Chile 5 Mt against 4 Mt"."""
    if known is None:
        return None
    if not state.past:
        return _set_beside(state, known)
    before = state.records[max(state.past)].period
    compared = state.records[max(state.past) + 1].period if max(state.past) + 1 < len(state.records) else known
    return before if before is not None and compared in {known, before} and before.last < known.first else None


def compared_in_brackets(state: State) -> bool:
    """Whether the level before that of the claim at hand had one of a time before in brackets: "Ilo 9 Mt (a year ago 8), Ite 5 Mt (4)"."""
    period = state.draft.period if state.draft is not None else None
    told = [each.period for each in state.records[-2:] if each.period is not None]
    if period is None or len(told) < 2 or period not in told or all(each.last >= period.first for each in told):
        return False
    opened = (at for at, mark in state.scanned.of(m.Punctuation) if mark.mark is m.Mark.OPEN)
    return any(each.mask & PeriodExpr.bit for at in opened for each in state.scanned.mentions[at + 1 : at + 3])


def _set_beside(state: State, known: Period) -> Period | None:
    """Return the first of two times of which one flow was just told: "it was 9% in 2012 and 5% in 2022, Peru's going from 2% to 4%"."""
    first, last = state.records[-2:] if len(state.records) > 1 else (None, None)
    if first is not None and last is not None and compared_in_brackets(state):
        return first.period if last.period == known else last.period
    if first is None or last is None or last.period != known or first.period is None or first.period.last >= known.first:
        return None
    return first.period if (first.exporter, first.importer, first.commodity) == (last.exporter, last.importer, last.commodity) else None


def _since(state: State, phrase: Phrase, index: int) -> Period | None:
    """Return the year since which a level has moved: "since 2021 it has slid from 45% to 13%"."""
    told = [expr for at, expr in phrase.late if at < index]
    moved = any(at < index for at, _ in phrase.movements)
    return anchored(state, evolve(told[-1], relation=PeriodRelation.PLAIN)) if told and moved else None


def _next_year(state: State, current: Draft | None, known: Period | None, before: Period | None) -> None:
    """Date what is expected "to reach 20 Mt, up from 19 Mt in 2012" in a text of 2013."""
    date = state.context.date
    if current is not None and current.period is None and known is None and before is not None and date is not None:
        yearly = before.is_years and before.last.year == date.year - 1 and before.first.year == before.last.year
        current.period = before.shift_years(1) if yearly and current.status is FlowStatus.FORECAST else None


def _before(state: State, expr: PeriodExpr, known: Period | None) -> Period | None:
    """Return an earlier month that is not the one spoken of: in a text of February "21% in January, up from 18% last month" is December."""
    if expr.relation in _COMPARING:
        expr = evolve(expr, relation=PeriodRelation.PLAIN)
    told = state.context.anchor(expr, known)
    if told is None or told != known or not told.is_month or expr.offset != -1:
        return told
    return Period.month(told.first.year - (told.first.month == 1), (told.first.month + 10) % 12 + 1)


def _is_last_year(expr: PeriodExpr, known: Period, state: State) -> bool:
    date = state.context.date
    last = expr.kind is PeriodKind.YEAR and expr.offset == -1 and not expr.whole
    return last and not known.is_years and date is not None and known.last.year == date.year


def _told_last(state: State) -> Ends | None:
    """Return the ends of the claim at hand, or of the last one of the sentence."""
    if state.draft is not None:
        return state.draft.frame.ends
    if not state.records:
        return None
    told = state.records[-1]
    exporter, importer = (country.code if country is not None else None for country in (told.exporter, told.importer))
    return Ends(exporter=exporter, importer=importer)


def _of_rival(told: Ends | None, phrase: Phrase, index: int) -> Ends | None:
    """Return the flow of one of the two whose level is set beside a third country's: it stands where that one stood."""
    near = [placed for placed in phrase.parties if index - 2 <= placed.index < index and len(placed.codes) == 1]
    if told is None or not near or not (near[-1].index == index - 1 or role_of(phrase.item(index - 1)) in {Role.POSSESSIVE, Role.OF}):
        return None
    rival, thirds = near[-1].codes[0], [code for code in (told.exporter, told.importer) if code is not None and code not in SUBJECTS]
    if rival not in SUBJECTS or rival in {told.exporter, told.importer} or len(thirds) != 1:
        return None
    return evolve(told, exporter=rival) if told.exporter in thirds else evolve(told, importer=rival)


def _behind(phrase: Phrase, index: int, ends: Ends | None) -> Ends | None:
    """Return the ends of the flow of another seller who is named right behind a level: "against 17 Mt of Peru"."""
    named = [placed for placed in phrase.parties if index < placed.index <= index + 2 and len(placed.codes) == 1]
    if not named or ends is None or named[0].codes[0] in {ends.exporter, ends.importer} or ends.exporter not in SUBJECTS | {None}:
        return None
    return evolve(ends, exporter=named[0].codes[0]) if ends.importer in SUBJECTS else None


def beaten(phrase: Phrase, index: int) -> tuple[str, str] | None:
    """Return who has overtaken whom before this index of a chunk."""
    named = [placed for placed in phrase.parties if placed.index < index and len(placed.codes) == 1]
    rivals = [placed for placed in named if placed.slot is Slot.RIVAL]
    if len(rivals) != 1:
        return None
    role = likened_by(phrase.chunk.items, rivals[0].index)
    alike = [placed for placed in named if placed not in rivals and role is role_of(phrase.item(placed.index - 1))]
    winners = [placed.codes[0] for placed in (alike if role is not None else named) if role is not None or placed.slot is Slot.SUBJECT]
    return (winners[0], rivals[0].codes[0]) if len(winners) == 1 else None


def _in_place(ends: Ends | None, winner: str, rival: str) -> Ends | None:
    """Return the ends of the same flow of the one who was overtaken."""
    if ends is None or winner not in {ends.exporter, ends.importer}:
        return None
    return evolve(ends, exporter=rival) if ends.exporter == winner else evolve(ends, importer=rival)


def _is_yearly(state: State, period: Period) -> bool:
    """Whether a level is compared with that of the year before where no time is named: one reported of a year or of its first months."""
    status = (state.frame.status if state.frame is not None else None) or state.status
    return (
        status in {None, FlowStatus.REPORTED} and not period.is_month and period.last.year == period.first.year and period.first.month == 1
    )

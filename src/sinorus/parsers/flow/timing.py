"""When: the period that each figure of a chunk has."""

from attrs import frozen

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Mark, Role, Use
from sinorus.languages.period_expr import Grain, PeriodExpr, PeriodKind, PeriodRelation
from sinorus.parsers.flow.anchoring import anchored
from sinorus.parsers.flow.figure_part import RELATIVE
from sinorus.parsers.flow.plan_told import is_level_of, is_of_setting
from sinorus.parsers.flow.state import State
from sinorus.parsers.flow.stretches import period_spoken_of
from sinorus.parsers.marks import role_of
from sinorus.parsers.phrase import Phrase
from sinorus.records import FlowStatus, TradeFlow
from sinorus.scan.sentence import Scanned
from sinorus.values import Period


def end_of_period(phrase: Phrase, index: int) -> int:
    """Return where the period named after a figure ends, so that the evidence covers it."""
    following = [at for at, _ in (*phrase.periods, *phrase.bases) if at > index]
    return phrase.chunk.items[following[0]].end if following else 0


def _own(phrase: Phrase, index: int) -> PeriodExpr | None:
    """Return the period that a chunk names for one of its figures: the one right after it, or one before it, or the only one."""
    own: PeriodExpr | None = None
    for at, expr in phrase.periods:
        since = max((figure for figure in phrase.figures if figure < at), default=None)
        if since is not None and since < index and _is_left(phrase, since, index):
            continue  # "from 45% in 2006 to 37"
        if since is not None and since > index and _is_left(phrase, index, since, back=True):
            continue  # "to 37% from 45% in 2006"
        if (
            since is None
            or since == index
            or (own is None and not _bound(phrase, since, at) and (since < index or len(phrase.periods) == 1))
        ):
            own = expr
        if since == index:
            break
    return own


def _is_left(phrase: Phrase, before: int, index: int, *, back: bool = False) -> bool:
    """Whether a figure is the level left for another one, whose time is not that of the latter; `back` where that is told first."""
    left, reached = (index, before) if back else (before, index)
    return role_of(phrase.item(left - 1)) in _LEAVES and role_of(phrase.item(reached - 1)) is Role.TO


_LEAVES = frozenset({Role.FROM, Role.WITH})


@frozen
class Time:
    """When the level, change or share of a figure was."""

    period: Period | None = None
    named: bool = False
    """Whether the sentence names it, and not by pointing back."""
    back: bool = False
    """Whether it is named by pointing back, and so an earlier one than that spoken of."""
    single: bool = False
    """Whether it is singled out of a longer one, to which the text goes back."""


def time_of(state: State, phrase: Phrase, index: int) -> Time:
    """Return the period of a figure: named for it, in brackets before it, for the sentence, or inherited."""
    own = _own(phrase, index)
    if own is None and phrase.chunk.opener is Mark.RELATIVE and state.noted_period is not None:
        grown = state.ending.base is not None and phrase.movements and not phrase.share  # "5% above 2007, when growth had been 44%"
        if grown or _levels(phrase, index):
            return Time(state.noted_period)
    if own is not None and own.kind in {PeriodKind.VAGUE, PeriodKind.SOME}:
        return Time()
    period = anchored(state, own) if own is not None else None
    if own is not None and is_of_setting(state, phrase, own):
        return Time()
    if own is not None and period is not None:
        if _is_month_before(state, phrase, own, period):
            period = Period.month(period.first.year - (period.first.month == 1), (period.first.month + 10) % 12 + 1)
        if state.frame is not None and is_level_of(state, own, period):
            return Time(state.period, named=True)
        state.deadline = own.relation is PeriodRelation.BY
        single = _is_single(state, period)
        named = own.kind not in _ASIDE and not single
        period = _up_to(own, period, state.period)
        if state.first and named and phrase.periods[0][0] <= 2 and phrase.periods[0][0] < index:
            state.opening = True
        if named and state.period is not None and _replaces(state, period, state.period):
            state.period = period
        if not named and not single and state.semicolon and phrase.periods[0][0] <= 1 and phrase.periods[0][0] < index:
            state.behind_semicolon = period
        return Time(period, named=named, back=not named and not single, single=single)
    if state.bracketed is not None and (phrase.chunk.opener is not Mark.CLOSE or state.draft is None):
        period, state.bracketed = _since_event(state, state.bracketed), None
        told = state.draft.period if state.draft is not None else None
        return Time(period, back=told is not None and period.last < told.first)  # "9 Mt (2023: 8 Mt), ahead of Peru with 3 Mt"
    if state.behind_semicolon is not None and _levels(phrase, index):
        return Time(state.behind_semicolon, back=True)
    if state.period is None and state.scanned.cued("flow", "since"):
        return Time()  # since something began of which the sentence tells no time
    if state.period is not None:
        single = _is_single(state, state.period)
        return Time(state.period, named=not single, single=single)
    if (state.draft is not None and state.draft.period is not None) or _opens_vaguely(state.scanned) or _grew_over_years(state, phrase):
        return Time()
    if Anaphor.OF_WHICH in phrase.pointers and state.records and state.records[-1].status is not FlowStatus.REPORTED:
        return Time(state.records[-1].period)  # "9 Mt are to be sold this year, 3 of which have been shipped"
    return Time(_inherited(state, _levels(phrase, index)))


def _is_month_before(state: State, phrase: Phrase, own: PeriodExpr, period: Period) -> bool:
    """Whether "last month" sets a level beside that of the month spoken of: "in May 9 Mt came. Last month it was 8 Mt"."""
    beside = not (phrase.heads or phrase.goods or phrase.parties) and bool(phrase.figures)
    return own.kind is PeriodKind.MONTH and own.offset == -1 and beside and not state.records and period == state.context.period


def _since_event(state: State, begun: Period) -> Period:
    """Return the time from an event on, told in brackets behind it: "since the line was opened (in May 2019) 9 Mt have been sold"."""
    if not state.scanned.cued("flow", "since") or state.records or state.draft is not None:
        return begun
    since = PeriodExpr(PeriodKind.FIXED, relation=PeriodRelation.SINCE, period=begun)
    return state.context.anchor(since, None) or begun


def _is_single(state: State, period: Period) -> bool:
    """Whether a time is told to be only a part of that spoken of, to which the text goes back: "in May alone", «за один май»."""
    main, cues = state.context.main, state.scanned.cued("flow", "alone")
    if not cues or main is None or main == period or not main.contains(period):
        return False
    mentions = state.scanned.mentions
    beside = (each for cue in cues for each in (*mentions[max(cue - 1, 0) : cue], *mentions[cue + 1 : cue + 1 + _BESIDE]))
    return any(each.mask & PeriodExpr.bit for each in beside)


_BESIDE = 2
"""Mentions between a word that singles a time out and that time, at most."""


def _opens_vaguely(scanned: Scanned) -> bool:
    """Whether a sentence begins with a time that no one can date: what it tells is not of that spoken of before."""
    first = next((each for each in scanned.mentions if not each.mask & m.Relation.bit), None) if scanned.mask & PeriodExpr.bit else None
    expr = first.get(PeriodExpr) if first is not None else None
    return expr is not None and expr.kind is PeriodKind.SOME


def _grew_over_years(state: State, phrase: Phrase) -> bool:
    """Whether a sentence that tells a change alone names a stretch that no one can date: "over the past decade it grew tenfold"."""
    if phrase.share or phrase.bases or state.base is not None or any(_levels(phrase, at) for at in phrase.figures):
        return False
    opening = next((each for each in state.scanned.mentions if not each.mask & m.Relation.bit), None)
    told = (item.get(PeriodExpr) for item in (*phrase.chunk.items, opening) if item is not None and item.mask & PeriodExpr.bit)
    return bool(phrase.movements) and any(expr is not None and expr.kind is PeriodKind.VAGUE for expr in told)


_ASIDE = frozenset({PeriodKind.YEAR_BEFORE, PeriodKind.MONTH_BEFORE, PeriodKind.PRECEDING, PeriodKind.SAME, PeriodKind.CUMULATED})
"""Of a time told like this a text goes back to the one that it spoke of."""


def _replaces(state: State, named: Period, before: Period) -> bool:
    """Whether what follows is of a time named now, not of that which opened the sentence: a part of its year, or a later one.

    "2023 began well: in January–February …"; "in the first quarter nothing came; in December …".
    """
    return named.first > before.last or (not state.records and before.is_years and before.contains(named))


def _up_to(own: PeriodExpr, period: Period, opened: Period | None) -> Period:
    """Cut a stretch that is still running where the sentence began: "as of May, this year's imports", "by the end of 2021, since 1992"."""
    if opened is None or not period.first <= opened.last < period.last:
        return period
    if own.relation is PeriodRelation.SINCE:
        return Period(first=period.first, last=opened.last)
    running = own.kind in {PeriodKind.YEAR, PeriodKind.TO_DATE} and own.relation is not PeriodRelation.BY
    return opened if running and opened.first == period.first else period


def day_of(state: State, phrase: Phrase) -> Period | None:
    """Return the day of a daily record, where the chunk tells of nobody who spoke on it: "set a record on December 4"."""
    if phrase.chunk.mask & m.Speech.bit:
        return None
    days = [expr for _, expr in phrase.periods if expr.grain is Grain.DAY and expr.kind is not PeriodKind.WEEKDAY]
    return state.context.anchor(days[0], period_spoken_of(state)) if days else None


def span_of(state: State, phrase: Phrase) -> Period | None:
    """Return the stretch of years that a chunk or the sentence names, at the ends of which two levels stand: "between 2018 and 2022"."""
    told = state.draft.period if state.draft is not None and state.draft.by is not None and not state.draft.level else None
    if state.deadline and not phrase.bases:
        return None  # "by 2026-2027"
    named = [anchored(state, expr) for _, expr in phrase.periods] or [state.period or told or _taken_up(state, phrase)]
    period = named[0]
    if period is None or not period.is_years or period.first.year == period.last.year or _is_one_year(state, phrase):
        return None
    return period


def _taken_up(state: State, phrase: Phrase) -> Period | None:
    """Return the stretch of years just told of, where a chunk begins with it: "over the same period exports grew from $5bn to $9bn"."""
    begins = phrase.basis is not None and bool(phrase.chunk.items[0].mask & m.Comparison.bit)
    return state.context.span if begins and state.context.distance <= 1 else None


def _is_one_year(state: State, phrase: Phrase) -> bool:
    """Whether the time of a chunk, or of the sentence, is one year that begins in one and ends in the next: "2023/24"."""
    items = phrase.chunk.items if phrase.periods else state.scanned.mentions
    told = [expr for item in items if (expr := item.get(PeriodExpr)) is not None and expr.kind is PeriodKind.FIXED]
    return any(expr.whole for expr in told[:1])


def _levels(phrase: Phrase, index: int) -> bool:
    """Whether there is a level at an index, no change or share."""
    figure = phrase.chunk.items[index].get(m.Figure)
    return figure is not None and figure.quantity.dimension not in RELATIVE


def _inherited(state: State, level: bool) -> Period | None:
    """Return the period of the claim before; a level that is expected, of a part of this year that is over, is the year's."""
    status = (state.frame.status if state.frame is not None else None) or FlowStatus.REPORTED
    told = [record.period for at, record in enumerate(state.records) if _shares(state, record, status) and at not in state.past]
    if told:
        return next((period for period in reversed(told) if period is not None), state.context.period)
    if Anaphor.OF_WHICH in state.pointers and state.context.latest is not None and state.context.distance <= 1 and not state.records:
        return state.context.latest
    if (
        (state.status if status is FlowStatus.REPORTED else status) is state.context.aim
        and state.context.aimed is not None
        and state.context.distance <= 1
    ):
        return state.context.aimed  # "it is to be 6 Mt this year. Deliveries by Ilo are to reach 4 Mt"
    if status is FlowStatus.REPORTED and (aimed := _time_of_plan_over(state)) is not None:
        return aimed
    if state.frame is not None and state.frame.paired and state.context.distance > 1:
        return None  # what is said of another pair of countries has a time of its own
    period, date = _whole_time(state) or state.context.period or _of_payments(state), state.context.date
    if status is FlowStatus.FORECAST and period is not None and date is not None and period.is_years and period.last.year < date.year:
        return None  # what is expected is not of a year that is over
    if status is FlowStatus.TARGET and period is not None and date is not None and period.last < date and not told:
        return period if _planned(state) else None  # nor is what is aimed at
    if status is FlowStatus.FORECAST and level and period is not None and date is not None and not period.is_years:
        return Period.year(date.year) if period.last <= date and period.last.year == date.year and not state.records else period
    return period


def _time_of_plan_over(state: State) -> Period | None:
    """Return the time of a plan told right before that is over: "it had hoped to sell 9 Mt in 2023. It sold 5"."""
    aimed, known, date = state.context.aimed, state.context.period, state.context.date
    if aimed is None or date is None or aimed.last > date or state.context.distance > 1:
        return None
    return aimed if known is None or known.last < aimed.first or aimed.contains(known) else None


def _of_payments(state: State) -> Period | None:
    """Return the time of which payments were told right before: "in May 40% were paid in yuan. Trade was $5bn"."""
    told, date = state.context.dated, state.context.date
    return told if state.context.settling and told is not None and (date is None or told.last <= date) else None


def _whole_time(state: State) -> Period | None:
    """Return the whole of which a part was told last, for another partner: "Peru took 9 Mt, 1 Mt in May. Chile took 5"."""
    flow, frame = state.context.flow, state.frame
    ends = frame.ends if frame is not None else None
    if state.context.detailed is None or flow is None or ends is None or flow.partner is None or state.context.distance > 1:
        return None
    pair = {ends.exporter, ends.importer}
    return state.context.detailed if None not in pair and len(pair & {flow.owner, flow.partner}) == 1 else None


def _planned(state: State) -> bool:
    """Whether the plan is told for the flow of which the sentence before told what came of it: "the plan had been 9 Mt"."""
    ends = state.frame.ends if state.frame is not None else None
    noun = next((mention for mention in state.scanned.mentions if mention.mask & m.AgreementNoun.bit), None)
    return (
        ends is not None
        and "flow" in ends.carried
        and state.context.distance <= 1
        and noun is not None
        and bool(noun.mask & m.Certainty.bit)
    )


def _shares(state: State, told: TradeFlow, now: FlowStatus) -> bool:
    """Whether a claim takes the period of one before it: a plan and a forecast do, and what came of a plan whose time is over."""
    if FlowStatus.REPORTED not in {told.status, now} or told.status is now:
        return True
    over = told.period is not None and state.context.date is not None and told.period.last <= state.context.date
    return now is FlowStatus.REPORTED and (state.opening or over)


def _bound(phrase: Phrase, figure: int, period: int) -> bool:
    """Whether a period belongs to the earlier level right before it ("from $100bn in 2018")."""
    items = phrase.chunk.items
    at = figure - 2 if figure > 1 and items[figure - 1].mask & m.RecordHigh.bit else figure - 1
    before = items[at].get(m.Relation) if figure else None
    left = (
        before is not None and before.role is m.Role.WITH and figure >= 3 and items[figure - 2].mask & m.Figure.bit
    )  # «до 7 млрд с 5 млрд»
    if figure > 1 and items[figure - 2].mask & m.Figure.bit and (above := items[figure - 1].get(m.Movement)) is not None:
        return above.use is Use.MODIFIER and above.factor is None and period - figure <= 2  # "50% above the 67 Mt of 2022"
    return before is not None and (before.role in {m.Role.FROM, m.Role.AGAINST} or bool(left)) and period - figure <= 2

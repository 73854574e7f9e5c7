"""Settlements: in which currencies trade is priced or paid, and reserves are kept.

A percentage beside a currency is its share ("95% of payments were made in roubles and yuan", "the yuan made up 34%"); without one, a
word of paying beside a currency makes the statement. Exchange rates, bonds, swap lines and values told in a currency are none.
"""

from collections.abc import Sequence

from sinorus import world
from sinorus.languages import meaning as m
from sinorus.languages.meaning import Use
from sinorus.languages.period_expr import PeriodExpr, PeriodKind
from sinorus.parsers.context import Context
from sinorus.parsers.marks import is_cue, mark_of
from sinorus.parsers.parsed import Dropped, Parsed
from sinorus.parsers.settlement.claim import FRESH, carries, claims, tail
from sinorus.parsers.settlement.compared import before, compared_time, dated_month
from sinorus.parsers.settlement.group import HOME_CURRENCIES, Group, clauses
from sinorus.parsers.settlement.payers import parties_of
from sinorus.parsers.settlement.share import Claim
from sinorus.parsers.settlement.trend import trend
from sinorus.parsers.settlement.when import Timed, measured_from, of_deal, timed
from sinorus.parsers.talk import HOME
from sinorus.records import Evidence, FlowStatus, Measure, PledgeAction, Record, Settlement, SettlementScope
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned
from sinorus.values import Bound, Change, Direction, Period, Quantity
from sinorus.values.evolve import evolve
from sinorus.world import Commodity, Country

_EMPTY = Parsed()
_TOPIC = m.SettlementWord.bit | m.Share.bit | m.Head.bit | m.Action.bit
_NEXT = 1
"""Characters between a sentence and the next one of its paragraph, at most."""


def settlements(scanned: Scanned, context: Context) -> Parsed:
    """Return what a sentence says of the currencies of trade, payments and reserves."""
    mask = scanned.mask
    if mask & m.Currency.bit:
        if not mask & _TOPIC and not carries(scanned, context):
            return _EMPTY
    elif not (mask & m.Figure.bit and context.talk.settled is not None and carries(scanned, context)):
        return _EMPTY
    if mask & m.Opinion.bit and not mask & m.Figure.bit:
        return _EMPTY
    parties = parties_of(scanned, context)
    if not HOME & set(parties):
        return Parsed(dropped=(Dropped(scanned.sentence.span.start, scanned.sentence.span.end, "neither China nor Russia pays here"),))
    whole = claims(scanned, context, parties)
    if not whole:
        return _EMPTY
    times = {time.figure: time for time in timed(scanned, [claim.figure for claim in whole if claim.figure is not None])}
    records: list[Record] = []
    period: Period | None = context.talk.settled.period if context.talk.settled is not None else None
    current = period or context.period
    for claim, following in zip(whole, (*whole[1:], None), strict=True):
        time = times.get(claim.figure) if claim.figure is not None else None
        reached = times.get(following.figure) if following is not None and following.figure is not None else None
        if time is not None and time.left and time.expr is not None and time.expr.points_back and reached is not None:
            current = _anchored(context, reached.expr, current) or current  # 2023年由上年的16%升至36%
        seen = tuple(each.period for each in records if isinstance(each, Settlement) and each.period is not None)
        record = _record(scanned, context, claim, parties, time=time, current=current, seen=seen)
        if record is None:
            continue
        current = record.period or current
        records.append(record)
    return Parsed(tuple(records))


def _pointed(scanned: Scanned, context: Context, group: Group, settled: Settlement) -> bool:
    """Whether "the two currencies" are the foreign ones of the statement before: "87% were paid in dollars and euros. The two …"."""
    lately = 0 <= context.talk.since_settled(scanned.sentence.span.start) <= FRESH
    several = len(settled.currencies) > 1 and not set(settled.currencies) & HOME_CURRENCIES
    return lately and several and is_cue(scanned.mentions[group.first], "settlement", "pointed")


def _record(
    scanned: Scanned,
    context: Context,
    claim: Claim,
    parties: tuple[str, ...],
    *,
    time: Timed | None,
    current: Period | None,
    seen: tuple[Period, ...],
) -> Settlement | None:
    """Return the record of a claim; without a currency of its own it takes those of the last statement."""
    mentions, settled = scanned.mentions, context.talk.settled
    codes = claim.group.codes if claim.group is not None else settled.currencies if settled is not None else ()
    if claim.group is not None and settled is not None and _pointed(scanned, context, claim.group, settled):
        codes = settled.currencies
    if not codes:
        return None
    low, high = next((low, high) for low, high in clauses(mentions) if low <= _place(claim) < high)
    share = _share(mentions, claim)
    low, high = _own_words(mentions, claim, low, high)
    direction = trend(mentions, low, high, codes)
    status = _status(mentions, low, high)
    marks = [mentions[index] for index in _marked(claim)]
    start = mentions[low].start if share is None else min(mark.start for mark in marks)
    between = HOME if set(codes) == HOME_CURRENCIES and context.mentioned >= HOME and HOME & set(parties) else frozenset[str]()
    payers, at = between | frozenset(parties), scanned.sentence.span.start
    return Settlement(
        currencies=codes,
        parties=tuple(Country(code=code) for code in sorted(payers)),
        share=share,
        scope=_scope(mentions, low, high, settled if claim.group is None else None),
        period=_period(
            mentions[low : _until(mentions, claim, high)],
            context,
            time,
            current=current,
            seen=seen,
            dated=dated_month(scanned, time.figure) if time is not None else None,
            share=share,
            status=status,
            at=at,
            parties=payers,
        ),
        change=Change(direction=direction) if direction is not None and direction is not Direction.FLAT else None,
        status=status,
        evidence=(Evidence.of(scanned.text, start, _end(mentions, low, high, marks)),),
    )


def _own_words(mentions: Sequence[Mention], claim: Claim, low: int, high: int) -> tuple[int, int]:
    """Return the part of a clause that tells of the claim: up to where it turns to what somebody intends, or from there on."""
    figures = [at for at in range(low, high) if mentions[at].mask & m.Figure.bit]
    turn = tail(mentions, figures[-1], high) if figures else None
    if turn is None:
        return low, high
    return (low, turn) if _place(claim) < turn else (turn, high)


def _until(mentions: Sequence[Mention], claim: Claim, high: int) -> int:
    """Return where the words of one share end: before the next figure, whose time is not its own ("to 17%, from 85% in 2021")."""
    if claim.figure is None:
        return high
    later = ((at, mentions[at].get(m.Figure)) for at in range(claim.figure + 1, high) if mentions[at].mask & m.Figure.bit)
    return next((at for at, figure in later if figure is not None and figure.quantity.unit != "pp"), high)


def _place(claim: Claim) -> int:
    return claim.figure if claim.figure is not None else claim.group.first if claim.group is not None else 0


def _marked(claim: Claim) -> list[int]:
    figure = [] if claim.figure is None else [claim.figure]
    return figure if claim.group is None else [*figure, claim.group.first, claim.group.last]


def _end(mentions: Sequence[Mention], low: int, high: int, marks: list[Mention]) -> int:
    words = [mention.end for mention in mentions[low:high] if mention.mask & (m.SettlementWord.bit | m.Head.bit)]
    return max([mark.end for mark in marks] + words)


def _share(mentions: Sequence[Mention], claim: Claim) -> Quantity | None:
    """Return the share of a claim, with the bound that the word before it sets: "exceeded 90 %"."""
    figure = mentions[claim.figure].get(m.Figure) if claim.figure is not None else None
    if figure is None or claim.figure is None:
        return None
    if figure.quantity.unit != "%":  # "it was not even two"
        denied = any(mention.mask & m.Negation.bit for mention in mentions[max(claim.figure - 3, 0) : claim.figure])
        return evolve(figure.quantity, unit="%", bound=Bound.UNDER if denied else figure.quantity.bound)
    level = mentions[claim.figure - 1].get(m.Level) if claim.figure else None
    if level is None or level.bound is None or figure.quantity.bound is not Bound.EXACT:
        return figure.quantity
    return evolve(figure.quantity, bound=level.bound)


def _status(mentions: Sequence[Mention], low: int, high: int) -> FlowStatus:
    """Return how certain a clause is: intended, foreseen, or reported."""
    for mention in mentions[low:high]:
        certainty = mention.get(m.Certainty)
        if mention.mask & m.Intent.bit and not mention.mask & m.SettlementWord.bit:
            return FlowStatus.TARGET
        if certainty is not None:
            return certainty.status
        action = mention.get(m.Action)
        if action is not None and action.action is PledgeAction.ADOPT and not mention.mask & m.SettlementWord.bit:
            return FlowStatus.TARGET
    return FlowStatus.REPORTED


def _scope(mentions: Sequence[Mention], low: int, high: int, settled: Settlement | None) -> SettlementScope | Commodity:
    """Return what is settled: reserves, a good, payments in general, or trade."""
    words = [word for mention in mentions[low:high] if (word := mention.get(m.SettlementWord)) is not None]
    heads = [head for mention in mentions[low:high] if (head := mention.get(m.Head)) is not None]
    nouns = [word.scope for word in words if word.use is Use.NOUN]
    if "reserves" in nouns:
        return SettlementScope.RESERVES
    goods = next((goods for mention in mentions[low:high] if (goods := mention.get(m.Goods)) is not None), None)
    if goods is not None and any(word.use is Use.VERB for word in words):
        return world.commodity(goods.id)
    if "payments" in nouns:
        return SettlementScope.TRADE if any(head.measure is Measure.TURNOVER for head in heads) else SettlementScope.PAYMENTS
    if settled is not None and not heads and not nouns:
        return settled.scope
    return SettlementScope.TRADE if heads or "trade" in [word.scope for word in words] else SettlementScope.PAYMENTS


def _period(
    clause: Sequence[Mention],
    context: Context,
    time: Timed | None,
    *,
    current: Period | None,
    seen: tuple[Period, ...],
    dated: Period | None,
    share: Quantity | None,
    status: FlowStatus,
    at: int,
    parties: frozenset[str],
) -> Period | None:
    """Return when it was or shall be so; an agreement's date is not the time of what it is about."""
    if time is not None:
        compared = compared_time(context, time, at, dated, seen) if share is not None and status is FlowStatus.REPORTED else None
        if compared is not None:
            return compared
        if time.expr is None and status is FlowStatus.REPORTED and not _dated(clause):
            apart = any(is_cue(each, "settlement", "now") or is_cue(each, "settlement", "then") for each in clause)
            against = any(mark_of(mention) is m.Mark.CONTRAST for mention in clause)  # "that of the rouble, in turn, fell to 9%"
            told = None if apart else _going_on(context, at - against, parties)
            recent = told is not None and context.date is not None and told.last.year >= context.date.year
            return None if time.left and recent else told  # a level that was left is older than the last one told
        period = before(time, current) or _anchored(context, time.expr, current)
        if time.over and period is not None:
            return period.shift_years(-1) if period.is_year else None
        return _at_edge(period, time.expr) if status is FlowStatus.REPORTED else period
    if share is not None or any((word := mention.get(m.SettlementWord)) is not None and word.scope == "turn" for mention in clause):
        return None  # when it was changed is not when it is so
    exprs = [expr for at, each in enumerate(clause) if (expr := each.get(PeriodExpr)) is not None and not of_deal(clause, at)]
    if status is FlowStatus.TARGET:
        exprs = [expr for expr in exprs if expr.looks_ahead]
    return _anchored(context, exprs[0], current) if exprs else None


def _dated(clause: Sequence[Mention]) -> bool:
    """Whether a clause names a time, not only one from which it measures a change."""
    return any(mention.mask & PeriodExpr.bit and not measured_from(clause, at) for at, mention in enumerate(clause))


def _going_on(context: Context, at: int, parties: frozenset[str]) -> Period | None:
    """Return the time of the statement right before, which a sentence without a time of its own goes on with."""
    settled = context.talk.settled
    if settled is None or not 0 <= context.talk.since_settled(at) <= _NEXT or parties != {country.code for country in settled.parties}:
        return None
    return settled.period


def _at_edge(period: Period | None, expr: PeriodExpr | None) -> Period | None:
    """Return the first or last month of a year of which only the start or the end is told: a share is a level, and no sum."""
    if period is None or expr is None or not expr.edge or not period.is_years or period.first.year != period.last.year:
        return period
    return Period.month(period.first.year, 1 if expr.edge > 0 else 12)


def _anchored(context: Context, expr: PeriodExpr | None, current: Period | None) -> Period | None:
    """Return the period of an expression; only those that point back look at the statement before."""
    if expr is None:
        return None
    if expr.kind is PeriodKind.YEAR_AFTER and current is not None:
        return current.shift_years(expr.offset or 1)  # a share is of the same month then
    back = expr.points_back or context.date is None
    return context.anchor(expr, current if back else None)

"""Settlements: in which currencies trade is priced or paid, and reserves are kept.

A percentage beside a currency is its share ("95% of payments were made in roubles and yuan", "the yuan made up 34%"); without one, a
word of paying beside a currency makes the statement. Exchange rates, bonds, swap lines and values told in a currency are none.
"""

import csv
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from attrs import evolve, frozen

from sinorus import world
from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Mark, Role, Use
from sinorus.languages.period_expr import PeriodExpr, PeriodKind
from sinorus.parsers.context import Context
from sinorus.parsers.parsed import Dropped, Parsed
from sinorus.parsers.settled_when import Timed, timed
from sinorus.parsers.subject import pair_of
from sinorus.parsers.talk import HOME
from sinorus.records import Evidence, FlowStatus, Measure, PledgeAction, Record, Settlement, SettlementScope
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned
from sinorus.values import Change, Direction, Period, Quantity
from sinorus.world import Commodity, Country

_EMPTY = Parsed()
_TOPIC = m.SettlementWord.bit | m.Share.bit | m.Head.bit | m.Action.bit
_BORDERS = frozenset({Mark.SEMICOLON, Mark.COLON})
_REACH = 70
_FRESH = 2
_BACK = frozenset(
    {
        PeriodKind.CURRENT, PeriodKind.CURRENT_MONTH, PeriodKind.CURRENT_YEAR, PeriodKind.CURRENT_PART, PeriodKind.MONTHS,
        PeriodKind.YEAR_BEFORE, PeriodKind.MONTH_BEFORE, PeriodKind.SAME,
    }
)  # fmt: skip
_MONEY_MARKET = frozenset({"money-market"})


@frozen
class Group:
    """Currencies named together: indices of their first and last mention, and their codes."""

    first: int
    last: int
    codes: tuple[str, ...]


@frozen
class Claim:
    """A share (None: none given) of a currency group, with the figure's index."""

    group: Group | None
    figure: int | None


@cache
def _currencies() -> dict[str, str]:
    text = files("sinorus.parsers").joinpath("data/currencies.csv").read_text("utf-8")
    return {row["country"]: row["currency"] for row in csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))}


def settlements(scanned: Scanned, context: Context) -> Parsed:
    """Return what a sentence says of the currencies of trade, payments and reserves."""
    mask = scanned.mask
    if mask & m.Currency.bit:
        if not mask & _TOPIC and not _carries(scanned, context):
            return _EMPTY
    elif not (mask & m.Figure.bit and context.talk.settled is not None and _carries(scanned, context)):
        return _EMPTY
    if mask & m.Opinion.bit and not mask & m.Figure.bit:
        return _EMPTY
    parties = _parties(scanned, context)
    if not HOME & set(parties):
        return Parsed(dropped=(Dropped(scanned.sentence.span.start, scanned.sentence.span.end, "neither China nor Russia pays here"),))
    whole = _claims(scanned, context, parties)
    if not whole:
        return _EMPTY
    times = {time.figure: time for time in timed(scanned, [claim.figure for claim in whole if claim.figure is not None])}
    records: list[Record] = []
    period: Period | None = context.talk.settled.period if context.talk.settled is not None else None
    current = period or context.period
    for claim in whole:
        record = _record(scanned, context, claim, parties, times.get(claim.figure or 0) if claim.figure is not None else None, current)
        if record is None:
            continue
        current = record.period or current
        records.append(record)
    return Parsed(tuple(records))


def _mark(mention: Mention) -> Mark | None:
    punctuation = mention.get(m.Punctuation)
    return punctuation.mark if punctuation is not None else None


def _clauses(mentions: Sequence[Mention]) -> list[tuple[int, int]]:
    """Return the index ranges between semicolons, colons and words of contrast."""
    found: list[tuple[int, int]] = []
    start = 0
    for index, mention in enumerate(mentions):
        mark = _mark(mention)
        if mark in _BORDERS or (mark is Mark.CONTRAST and not mention.mask & m.Relation.bit):
            found.append((start, index))
            start = index + 1
    found.append((start, len(mentions)))
    return [(low, high) for low, high in found if high > low]


def _carries(scanned: Scanned, context: Context) -> bool:
    """Whether a sentence without words of paying goes on with the last statement ("In 2021 it was 28%")."""
    if context.talk.settled is None or context.talk.silence > _FRESH - 1:
        return False
    if scanned.mask & (m.OtherMeasure.bit | m.Goods.bit):
        return False
    if scanned.mask & m.Currency.bit:
        return True
    if scanned.mask & m.Head.bit and not scanned.mask & m.Share.bit:
        return False
    for mention in scanned.mentions:
        pointer, share = mention.get(m.Pointer), mention.get(m.Share)
        if pointer is not None and pointer.to in {Anaphor.THIS, Anaphor.FIGURE}:
            return True
        if share is not None and share.use is Use.NOUN:
            return True
    return False


def _groups(mentions: Sequence[Mention], low: int, high: int, parties: tuple[str, ...]) -> list[Group]:
    """Return the currencies of a clause, those joined by "and" or a comma together."""
    found: list[Group] = []
    for index in range(low, high):
        currency = mentions[index].get(m.Currency)
        if currency is None:
            continue
        codes = _own(parties) if currency.own else currency.codes
        before = found[-1] if found else None
        if before is not None and index == before.last + 2 and _mark(mentions[index - 1]) in {Mark.AND, Mark.COMMA, Mark.OR}:
            found[-1] = Group(before.first, index, tuple(sorted({*before.codes, *codes})))
        elif before is None or index > before.last:
            found.append(Group(index, index, tuple(sorted(codes))))
    return [group for group in found if group.codes]


def _own(parties: tuple[str, ...]) -> tuple[str, ...]:
    """Return the currencies of the parties themselves."""
    return tuple(sorted({_currencies()[code] for code in parties if code in _currencies()}))


def _percents(mentions: Sequence[Mention], low: int, high: int) -> list[int]:
    """Return the percentages of a clause that can be shares: no changes ("by 5%", "up 5%")."""
    found: list[int] = []
    for index in range(low, high):
        figure = mentions[index].get(m.Figure)
        if figure is None or figure.quantity.unit != "%" or figure.sign is not None or figure.quantity.amount > 100:
            continue
        before = mentions[index - 1] if index else None
        if before is not None:
            relation = before.get(m.Relation)
            adjacent = mentions[index].start - before.end <= 2
            if adjacent and (
                (relation is not None and relation.role is Role.BY) or (before.mask & m.Movement.bit and not before.mask & m.Relation.bit)
            ):
                continue
        found.append(index)
    return found


def _claims(scanned: Scanned, context: Context, parties: tuple[str, ...]) -> list[Claim]:
    """Return the statements of a sentence, clause by clause: shares with their currencies, or currencies alone."""
    mentions = scanned.mentions
    found: list[Claim] = []
    last: Group | None = None
    topic = bool(scanned.mask & m.SettlementWord.bit) or _carries(scanned, context)
    for low, high in _clauses(mentions):
        groups = _groups(mentions, low, high, parties)
        percents = _percents(mentions, low, high)
        mask = _mask(mentions, low, high)
        if _market(mentions, low, high) and not mask & m.SettlementWord.bit:
            continue
        if percents and (groups or last is not None or _carries(scanned, context)) and (topic or _shares_trade(mask)):
            found += _assigned(mentions, groups, percents, last)
        elif not percents and groups and not mask & m.Negation.bit:
            found += [Claim(group, None) for group in _kept(mentions, groups)[:1] if _paying(mentions, low, high, group)]
        last = groups[-1] if groups else last
    return found


def _mask(mentions: Sequence[Mention], low: int, high: int) -> int:
    mask = 0
    for mention in mentions[low:high]:
        mask |= mention.mask
    return mask


def _shares_trade(mask: int) -> bool:
    return bool(mask & m.Head.bit and mask & (m.Share.bit | m.SettlementWord.bit))


def _market(mentions: Sequence[Mention], low: int, high: int) -> bool:
    """Whether a clause speaks of rates, bonds or exchanges."""
    for mention in mentions[low:high]:
        other, body = mention.get(m.OtherMeasure), mention.get(m.Body)
        if (other is not None and other.kind in _MONEY_MARKET and not mention.mask & m.SettlementWord.bit) or (
            body is not None and body.kind == "exchange"
        ):
            return True
    return False


def _assigned(mentions: Sequence[Mention], groups: list[Group], percents: list[int], last: Group | None) -> list[Claim]:
    """Deal the percentages of a clause out over its currencies.

    Where a currency is the subject ("the yuan made up 34%, the dollar 20%") each figure takes the one before it; where a figure comes
    first ("40% in roubles and 34% in yuan"), the one after it.
    """
    if not groups:
        return [Claim(last, figure) for figure in percents]
    if groups[0].first < percents[0]:
        return [Claim([group for group in groups if group.first < figure][-1], figure) for figure in percents]
    found: list[Claim] = []
    for figure in percents:
        after = [group for group in groups if group.first > figure]
        found.append(Claim(after[0] if after else groups[-1], figure))
    return found


def _kept(mentions: Sequence[Mention], groups: list[Group]) -> list[Group]:
    """Return the currencies that are not left behind ("from euros to yuan")."""

    def left(group: Group) -> bool:
        relation = mentions[group.first - 1].get(m.Relation) if group.first else None
        return relation is not None and relation.role is Role.FROM

    return [group for group in groups if not left(group)]


def _paying(mentions: Sequence[Mention], low: int, high: int, group: Group) -> bool:
    """Whether a clause without a share says that something is paid in these currencies."""
    left, right = mentions[group.first], mentions[group.last]
    mask = _mask(mentions, low, high)
    trade = any((head := mention.get(m.Head)) is not None and not head.weak for mention in mentions[low:high])
    noun = _has_noun(mentions, low, high)
    for index in range(low, high):
        mention = mentions[index]
        word, action = mention.get(m.SettlementWord), mention.get(m.Action)
        if (
            action is not None
            and action.action is PledgeAction.ADOPT
            and 0 <= left.start - mention.end <= 2
            and (word is None or noun or trade)
        ):
            return True
        if word is None:
            continue
        if word.use is Use.VERB:
            near = 0 <= left.start - mention.end <= _REACH or (0 <= mention.start - right.end <= _REACH and word.scope != "turn")
            if near and (word.scope not in {"use", "turn"} or noun or trade) and not _parted(mentions, index, group):
                return True
        elif (index < group.first and _leads_in(mentions, index, group)) or (
            index > group.last and _trend(mentions, low, high) is not None
        ):
            return True
    return False


def _has_noun(mentions: Sequence[Mention], low: int, high: int) -> bool:
    return any((word := mention.get(m.SettlementWord)) is not None and word.use is Use.NOUN for mention in mentions[low:high])


def _parted(mentions: Sequence[Mention], index: int, group: Group) -> bool:
    """Whether a figure of money or another subject stands between the word of paying and the currency."""
    low, high = (index, group.first) if index < group.first else (group.last, index)
    return any(
        mention.mask & (m.Figure.bit | m.OtherMeasure.bit) and not mention.mask & m.SettlementWord.bit
        for mention in mentions[low + 1 : high]
    )


def _leads_in(mentions: Sequence[Mention], index: int, group: Group) -> bool:
    """Whether "in" joins a noun of paying to the currency, with nothing but parties, trade and verbs between."""
    relation = mentions[group.first - 1].get(m.Relation) if group.first > index else None
    if relation is None or relation.role is not Role.IN:
        return False
    between = mentions[index + 1 : group.first - 1]
    return all(_mark(mention) not in {Mark.COMMA, Mark.OPEN} and not mention.mask & m.Figure.bit for mention in between)


def _trend(mentions: Sequence[Mention], low: int, high: int) -> Direction | None:
    """Return which way the use of a currency goes."""
    for mention in mentions[low:high]:
        cue = mention.get(m.Cue)
        if cue is not None and cue.group == "settlement":
            return Direction.UP if cue.name == "up" else Direction.DOWN
        movement = mention.get(m.Movement)
        if movement is not None:
            return movement.direction
    return None


def _parties(scanned: Scanned, context: Context) -> tuple[str, ...]:
    """Return between whom is paid: the countries of the sentence, else those of the last statement or flow."""
    codes: dict[str, None] = {}
    settled = context.talk.settled
    for mention in scanned.mentions:
        party, pointer = mention.get(m.Party), mention.get(m.Pointer)
        if party is not None:
            codes.update(dict.fromkeys(party.codes))
        elif pointer is not None and pointer.to is Anaphor.PAIR:
            codes.update(dict.fromkeys(pair_of(context)))
        elif pointer is not None and pointer.to is Anaphor.PARTNER and context.mentioned >= HOME:
            codes.update(dict.fromkeys(sorted(HOME)))
    if codes:
        with_own = any((currency := mention.get(m.Currency)) is not None and currency.own for mention in scanned.mentions)
        if with_own and len(codes) == 1 and context.mentioned >= HOME and HOME & set(codes):
            return tuple(sorted(HOME))
        return tuple(sorted(codes))
    if settled is not None and context.talk.silence < _FRESH + 1:
        return tuple(country.code for country in settled.parties)
    pair = context.pair()
    if pair is not None and HOME & set(pair):
        return pair
    return tuple(sorted(HOME)) if context.mentioned >= HOME else tuple(sorted(HOME & context.mentioned))


def _record(
    scanned: Scanned, context: Context, claim: Claim, parties: tuple[str, ...], time: Timed | None, current: Period | None
) -> Settlement | None:
    """Return the record of a claim; without a currency of its own it takes those of the last statement."""
    mentions, settled = scanned.mentions, context.talk.settled
    codes = claim.group.codes if claim.group is not None else settled.currencies if settled is not None else ()
    if not codes:
        return None
    low, high = next((low, high) for low, high in _clauses(mentions) if low <= _place(claim) < high)
    share = _share(mentions, claim)
    direction = _trend(mentions, low, high)
    status = _status(mentions, low, high)
    marks = [mentions[index] for index in _marked(claim)]
    record = Settlement(
        currencies=codes,
        parties=tuple(Country(code=code) for code in parties),
        share=share,
        scope=_scope(mentions, low, high, settled if claim.group is None else None),
        period=_period(mentions[low:high], context, time, current, share=share, status=status),
        change=Change(direction=direction) if direction is not None and direction is not Direction.FLAT else None,
        status=status,
        evidence=(
            Evidence.of(
                scanned.text, mentions[low].start if share is None else min(mark.start for mark in marks), _end(mentions, low, high, marks)
            ),
        ),
    )
    return evolve(record, currencies=tuple(sorted(set(record.currencies))))


def _place(claim: Claim) -> int:
    return claim.figure if claim.figure is not None else claim.group.first if claim.group is not None else 0


def _marked(claim: Claim) -> list[int]:
    figure = [] if claim.figure is None else [claim.figure]
    return figure if claim.group is None else [*figure, claim.group.first, claim.group.last]


def _end(mentions: Sequence[Mention], low: int, high: int, marks: list[Mention]) -> int:
    words = [mention.end for mention in mentions[low:high] if mention.mask & (m.SettlementWord.bit | m.Head.bit)]
    return max([mark.end for mark in marks] + words)


def _share(mentions: Sequence[Mention], claim: Claim) -> Quantity | None:
    figure = mentions[claim.figure].get(m.Figure) if claim.figure is not None else None
    return figure.quantity if figure is not None else None


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
    clause: Sequence[Mention], context: Context, time: Timed | None, current: Period | None, *, share: Quantity | None, status: FlowStatus
) -> Period | None:
    """Return when it was or shall be so; an agreement's date is not the time of what it is about."""
    if time is not None:
        return _anchored(context, time.expr, current)
    if share is not None or status is FlowStatus.TARGET:
        return None
    return _anchored(context, next((expr for mention in clause if (expr := mention.get(PeriodExpr)) is not None), None), current)


def _anchored(context: Context, expr: PeriodExpr | None, current: Period | None) -> Period | None:
    """Return the period of an expression; only those that point back look at the statement before."""
    if expr is None:
        return None
    back = expr.kind in _BACK or context.date is None
    return context.anchor(expr, current if back else None)

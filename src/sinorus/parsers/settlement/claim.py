"""Which statements on currencies a sentence makes: shares dealt out over currencies, or currencies in which something is paid."""

from collections.abc import Sequence
from itertools import pairwise

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Mark, Role, Use
from sinorus.languages.period_expr import PeriodExpr, PeriodKind
from sinorus.parsers.context import Context
from sinorus.parsers.marks import is_cue, mark_of, role_of
from sinorus.parsers.settlement.group import Group, clauses, groups, kept
from sinorus.parsers.settlement.in_order import in_order, listed
from sinorus.parsers.settlement.market import deals_on, pays_no_trade
from sinorus.parsers.settlement.paid import is_paid, told_in
from sinorus.parsers.settlement.share import Claim, dealt_out, shares
from sinorus.parsers.settlement.trend import trend
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned
from sinorus.values import Bound, Direction

_WITHIN = frozenset({Role.IN, Role.AT, Role.TO})
_TOUCH = 5
FRESH = 120
"""Characters after a statement on currencies in which another can go on with it: about a sentence."""


def carries(scanned: Scanned, context: Context) -> bool:
    """Whether a sentence without words of paying goes on with the last statement ("In 2021 it was 28%")."""
    if context.talk.since_settled(scanned.sentence.span.start) > FRESH:
        return False
    if any(mention.mask & m.Goods.bit or _measures_other(mention) for mention in _up_to_figure(scanned.mentions)):
        return False
    if scanned.mask & m.Currency.bit:
        return True
    if scanned.mask & m.Head.bit and not scanned.mask & (m.Share.bit | m.SettlementWord.bit) and not _within_trade(scanned.mentions):
        return False
    if going_on(scanned, context) or _lists_on(scanned, context) or _spoken(scanned):
        return True
    for mention in scanned.mentions:
        pointer, share = mention.get(m.Pointer), mention.get(m.Share)
        if pointer is not None and pointer.to in {Anaphor.THIS, Anaphor.FIGURE, Anaphor.TOTAL}:
            return True
        if share is not None and share.use is Use.NOUN:
            return True
    return False


def _lists_on(scanned: Scanned, context: Context) -> bool:
    """Whether a sentence that opens with a time lists as many shares as currencies were told before."""
    percents = [at for at, figure in scanned.of(m.Figure) if figure.quantity.unit == "%"]
    level = bool(percents) and bool(scanned.mentions[percents[0] - 1].mask & (m.Level.bit | m.Punctuation.bit))
    return level and len(percents) == len(context.talk.settled_each) and listed(scanned.mentions, percents)


def _spoken(scanned: Scanned) -> bool:
    """Whether somebody is told to have spoken of another share: "In May the president spoke of 90%"."""
    for at, figure in scanned.of(m.Figure):
        if figure.quantity.unit == "%":
            before = scanned.mentions[max(at - 3, 0) : at]
            return any(each.mask & m.Speech.bit or is_cue(each, "settlement", "spoke") for each in before)
    return False


def _within_trade(mentions: Sequence[Mention]) -> bool:
    """Whether every flow is only that in which the currency has its share: "in imports it went from 4% to 36%"."""
    heads = [at for at, each in enumerate(mentions) if each.mask & m.Head.bit]
    percents = any((figure := each.get(m.Figure)) is not None and figure.quantity.unit == "%" for each in mentions)
    led = all(at and mentions[at].start - mentions[at - 1].end <= 1 and role_of(mentions[at - 1]) in _WITHIN for at in heads)
    return percents and led


def _measures_other(mention: Mention) -> bool:
    """Whether another thing is measured; a word that only looks like a measure (a ministry of finance) measures none."""
    other = mention.get(m.OtherMeasure)
    return other is not None and other.kind != "look-alike"


def going_on(scanned: Scanned, context: Context) -> bool:
    """Whether a sentence sets a time before that of the last share against it: "The year before it had not been two"."""
    settled = context.talk.settled
    if settled is None or settled.share is None or context.talk.since_settled(scanned.sentence.span.start) > FRESH or not scanned.mentions:
        return False
    expr = scanned.mentions[0].get(PeriodExpr)
    if expr is None or scanned.mask & (m.Head.bit | m.Goods.bit | m.Currency.bit):
        return False
    ago = expr.kind is PeriodKind.YEAR and (expr.offset or 0) < 0 and bool(scanned.mask & m.Level.bit)
    return expr.kind is PeriodKind.YEAR_BEFORE or ago


def _up_to_figure(mentions: Sequence[Mention]) -> Sequence[Mention]:
    """Return the mentions up to the last figure: what follows says who reports it."""
    last = max((at for at, mention in enumerate(mentions) if mention.mask & m.Figure.bit), default=len(mentions) - 1)
    return mentions[: last + 1]


def claims(scanned: Scanned, context: Context, parties: tuple[str, ...]) -> list[Claim]:
    """Return the statements of a sentence, clause by clause: shares with their currencies, or currencies alone."""
    mentions = scanned.mentions
    found: list[Claim] = []
    if context.talk.dealt and deals_on(scanned, before=True):
        return found
    last: Group | None = None
    topic, seen = bool(scanned.mask & m.SettlementWord.bit) or carries(scanned, context), 0
    for low, high in clauses(mentions):
        named = [group for group in groups(mentions, low, high, parties) if not _explains_unit(mentions, group)]
        percents = shares(mentions, low, high, more=any(claim.figure is not None for claim in found) or going_on(scanned, context))
        mask = _mask(mentions, low, high)
        if pays_no_trade(mentions, low, high, mask):
            continue
        told = _of_those_told(mentions, low, named, percents) if carries(scanned, context) else []
        percents = _without_other(mentions, named, [at for at in percents if at not in told])
        seen |= mask
        topic = topic or (bool(named or last) and _shares_trade(seen))  # "the share of the yuan in trade rises: in May it was 92 %"
        topic = topic or any(_trades_in(mentions, percents, mask, group) for group in named)
        if percents and (named or last is not None or carries(scanned, context)) and (topic or found or _shares_trade(mask)):
            if not named and found and found[-1] == Claim(last, None) and _explained(mentions, low):
                found.pop()  # "hardly anyone paid in yuan: 4 % of settlements"
            if found and mark_of(mentions[low - 1]) is Mark.COLON and _stated(mentions, found[-1], percents[0], named):
                found.pop()  # "it fell below 50%: in May it was 48.3%"
            percents = _without_bounds(mentions, percents, named)
            if told:
                found += [Claim(last, at) for at in told]
            order = _order(found) or context.talk.settled_each
            by_order = in_order(mentions, low, percents, order) if not named else None
            found += by_order if by_order is not None else dealt_out(mentions, named, percents, last)
            found += _meant(mentions, percents[-1], high, named)
        elif not percents and named and not mask & m.Negation.bit:
            found += _alone(mentions, low, high, kept(mentions, named))
        last = named[-1] if named else last
    return found


def _without_other(mentions: Sequence[Mention], named: list[Group], percents: list[int]) -> list[int]:
    """Leave out a share told before a comma of something else: "it made up a quarter of the total, 20% of it paid in yuan"."""
    if len(percents) < 2 or len(named) != 1 or percents[0] > named[0].first or percents[-1] < named[0].last:
        return percents
    comma = next((at for at in range(named[0].first, percents[0], -1) if mark_of(mentions[at]) is Mark.COMMA), None)
    if comma is None:
        return percents
    start = next((at for at in range(percents[0], 0, -1) if mark_of(mentions[at]) is Mark.COMMA), 0)
    about = any(each.mask & m.SettlementWord.bit for each in mentions[start:comma])
    return percents if about else [at for at in percents if at > comma]


def _order(found: Sequence[Claim]) -> tuple[tuple[str, ...], ...]:
    """Return the currencies of the shares that a sentence has told, in their order."""
    codes = [claim.group.codes for claim in found if claim.group is not None and claim.figure is not None]
    return tuple(dict.fromkeys(codes))


def _of_those_told(mentions: Sequence[Mention], low: int, named: list[Group], percents: list[int]) -> list[int]:
    """Return the shares of the currencies told before, ahead of the comma that leads to another: "their share fell to 9%, and X …"."""
    if not named or not percents or percents[0] > named[0].first:
        return []
    comma = next((at for at in range(named[0].first, percents[0], -1) if mark_of(mentions[at]) is Mark.COMMA), None)
    share = next((at for at in range(low, percents[0]) if mentions[at].mask & m.Share.bit and mentions[at].mask & m.Pointer.bit), None)
    pointed = share is not None or _its_share(mentions, low, percents[0])
    return [at for at in percents if at < comma] if comma is not None and pointed else []


def _its_share(mentions: Sequence[Mention], low: int, high: int) -> bool:
    return any(pointer.mask & m.Pointer.bit and share.mask & m.Share.bit for pointer, share in pairwise(mentions[low:high]))


def _stated(mentions: Sequence[Mention], claim: Claim, figure: int, named: list[Group]) -> bool:
    """Whether a figure states exactly what a bound told of the same currency before it: "less than half …: 48.3%"."""
    bound = mentions[claim.figure].get(m.Figure) if claim.figure is not None else None
    exact = mentions[figure].get(m.Figure)
    if bound is None or exact is None or claim.figure is None or claim.group is None:
        return False
    level, before = mentions[claim.figure - 1].get(m.Level), mentions[claim.figure - 1].get(m.Movement)
    kind = level.bound if level is not None and level.bound is not None else bound.quantity.bound
    kind = Bound.UNDER if before is not None and before.direction is Direction.DOWN else kind
    over, same = exact.quantity.amount >= bound.quantity.amount, not named or named[0].codes == claim.group.codes
    return same and exact.quantity.unit == "%" and kind in {Bound.OVER, Bound.UNDER} and over is (kind is Bound.OVER)


def _without_bounds(mentions: Sequence[Mention], percents: list[int], named: list[Group]) -> list[int]:
    """Leave out a bound that the figure right behind it, led by a comma and "to", states exactly: "under a half, to 46%"."""
    kept = []
    for at, following in zip(percents, [*percents[1:], -1], strict=True):
        group = next((each for each in reversed(named) if each.first < at), None)
        led = following > at and mark_of(mentions[at + 1]) in {Mark.COMMA, Mark.DASH}
        before = mentions[following - 1]
        led = led and (role_of(before) is Role.TO or bool(before.mask & m.Level.bit))
        if not (led and _stated(mentions, Claim(group, at), following, [])):
            kept.append(at)
    return kept


def _meant(mentions: Sequence[Mention], figure: int, high: int, named: list[Group]) -> list[Claim]:
    """Return what is meant to be done behind a share: "… made up half, and both countries intend to use their own currencies more"."""
    start = tail(mentions, figure, high)
    if start is None:
        return []
    return _alone(mentions, start, high, [group for group in named if group.first >= start])


def tail(mentions: Sequence[Mention], figure: int, high: int) -> int | None:
    """Return where the words behind a figure turn to what somebody intends: behind a comma or "and"."""
    intent = next((at for at in range(figure + 1, high) if mentions[at].mask & m.Intent.bit), None)
    if intent is None:
        return None
    return next((at + 1 for at in range(intent, figure, -1) if mark_of(mentions[at]) in {Mark.COMMA, Mark.AND}), None)


def _explained(mentions: Sequence[Mention], low: int) -> bool:
    """Whether a colon stands before a clause, and no word on a trend before that."""
    return mark_of(mentions[low - 1]) is Mark.COLON and trend(mentions, 0, low) is None


def _explains_unit(mentions: Sequence[Mention], group: Group) -> bool:
    """Whether a currency in brackets only explains the unit of the figure before it: "59 billion yuan (RMB, the same below)"."""
    if group.first < 2 or mark_of(mentions[group.first - 1]) is not Mark.OPEN:
        return False
    figure = mentions[group.first - 2].get(m.Figure)
    return figure is not None and figure.quantity.is_money


def _alone(mentions: Sequence[Mention], low: int, high: int, named: list[Group]) -> list[Claim]:
    """Return the statement of a clause without a share; "half in roubles and half in yuan" names one pair of currencies."""
    if not named or not is_paid(mentions, low, high, named[0]):
        return []
    first, last = named[0], named[-1]
    parted = _paid_apart(mentions, first, last, high)
    if len(named) == 2 and parted is not None:  # "pay for coal in yuan and for gas in dollars"
        return [*_alone(mentions, low, parted, named[:1]), *_alone(mentions, parted, high, named[1:])]
    if len(named) > 1 and all(told_in(mentions, group) for group in named):
        first = Group(first.first, last.last, tuple(sorted({code for group in named for code in group.codes})))
    return [Claim(first, None)]


def _paid_apart(mentions: Sequence[Mention], first: Group, last: Group, high: int) -> int | None:
    """Return the comma behind which other goods are paid in the last of two currencies, each with its own word of paying."""
    comma = next((at for at in range(first.last + 1, last.first) if mark_of(mentions[at]) is Mark.COMMA), None)
    if comma is None or not any(each.mask & m.Goods.bit for each in mentions[comma : last.first]):
        return None
    here = any(each.mask & m.SettlementWord.bit for each in mentions[first.last + 1 : comma])
    there = any(each.mask & m.SettlementWord.bit for each in mentions[comma:high])
    return comma if here and there else None


def _mask(mentions: Sequence[Mention], low: int, high: int) -> int:
    mask = 0
    for mention in mentions[low:high]:
        mask |= mention.mask
    return mask


def _trades_in(mentions: Sequence[Mention], percents: list[int], mask: int, group: Group) -> bool:
    """Whether a part of a trade is done in the currencies: "95% of their trade is in roubles and yuan"."""
    if not mask & m.Head.bit or mask & m.Movement.bit or not group.first:
        return False
    before = mentions[group.first - 1]
    led = role_of(before) in {Role.IN, Role.TO, Role.BY} or bool(before.mask & m.Head.bit)
    near = led and mentions[group.first].start - before.end <= _TOUCH
    return near and any(_of_trade(mentions, at) for at in percents)


def _of_trade(mentions: Sequence[Mention], figure: int) -> bool:
    """Whether a percentage is one of a trade: its head follows, with "of" and whose it is between."""
    for mention in mentions[figure + 1 : figure + 5]:
        if mention.mask & m.Head.bit:
            return True
        if not mention.mask & (m.Relation.bit | m.Pointer.bit | m.Party.bit):
            return False
    return False


def _shares_trade(mask: int) -> bool:
    return bool(mask & m.Head.bit and mask & (m.Share.bit | m.SettlementWord.bit))

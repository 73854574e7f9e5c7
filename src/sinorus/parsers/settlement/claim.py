"""Which statements on currencies a sentence makes: shares dealt out over currencies, or currencies in which something is paid."""

from collections.abc import Sequence

from attrs import frozen

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Mark, Role, Use
from sinorus.parsers.context import Context
from sinorus.parsers.marks import mark_of
from sinorus.parsers.settlement.group import Group, clauses, groups, kept
from sinorus.records import PledgeAction
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned
from sinorus.values import Bound, Direction

FRESH = 120
"""Characters after a statement on currencies in which another can go on with it: about a sentence."""
_REACH = 70
_TOUCH = 5
"""Room for an article."""
_PAIR = frozenset({"CNY", "RUB"})
_MONEY_MARKET = frozenset({"money-market"})


@frozen
class Claim:
    """A share (None: none given) of a currency group, with the figure's index."""

    group: Group | None
    figure: int | None


def carries(scanned: Scanned, context: Context) -> bool:
    """Whether a sentence without words of paying goes on with the last statement ("In 2021 it was 28%")."""
    if context.talk.since_settled(scanned.sentence.span.start) > FRESH:
        return False
    if any(mention.mask & (m.OtherMeasure.bit | m.Goods.bit) for mention in _up_to_figure(scanned.mentions)):
        return False
    if scanned.mask & m.Currency.bit:
        return True
    if scanned.mask & m.Head.bit and not scanned.mask & (m.Share.bit | m.SettlementWord.bit):
        return False
    for mention in scanned.mentions:
        pointer, share = mention.get(m.Pointer), mention.get(m.Share)
        if pointer is not None and pointer.to in {Anaphor.THIS, Anaphor.FIGURE, Anaphor.TOTAL}:
            return True
        if share is not None and share.use is Use.NOUN:
            return True
    return False


def _up_to_figure(mentions: Sequence[Mention]) -> Sequence[Mention]:
    """Return the mentions up to the last figure: what follows says who reports it."""
    last = max((at for at, mention in enumerate(mentions) if mention.mask & m.Figure.bit), default=len(mentions) - 1)
    return mentions[: last + 1]


def claims(scanned: Scanned, context: Context, parties: tuple[str, ...]) -> list[Claim]:
    """Return the statements of a sentence, clause by clause: shares with their currencies, or currencies alone."""
    mentions = scanned.mentions
    found: list[Claim] = []
    last: Group | None = None
    topic = bool(scanned.mask & m.SettlementWord.bit) or carries(scanned, context)
    for low, high in clauses(mentions):
        named = [group for group in groups(mentions, low, high, parties) if not _unit_note(mentions, group)]
        percents = _percents(mentions, low, high)
        mask = _mask(mentions, low, high)
        if (
            (_market(mentions, low, high) and not mask & (m.SettlementWord.bit | m.Head.bit))
            or _on_exchange(mentions, low, high, mask)
            or _exchanged(mentions, high)
        ):
            continue
        topic = topic or (bool(named) and _shares_trade(mask))  # "the share of the yuan in trade rises: in May it was 92 %"
        if percents and (named or last is not None or carries(scanned, context)) and (topic or found or _shares_trade(mask)):
            if not named and found and found[-1] == Claim(last, None) and _explained(mentions, low):
                found.pop()  # "hardly anyone paid in yuan: 4 % of settlements"
            found += _assigned(mentions, named, percents, last)
            found += _meant(mentions, percents[-1], high, named)
        elif not percents and named and not mask & m.Negation.bit:
            found += _alone(mentions, low, high, kept(mentions, named))
        last = named[-1] if named else last
    return found


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


def _unit_note(mentions: Sequence[Mention], group: Group) -> bool:
    """Whether a currency in brackets only explains the unit of the figure before it: "59 billion yuan (RMB, the same below)"."""
    if group.first < 2 or mark_of(mentions[group.first - 1]) is not Mark.OPEN:
        return False
    figure = mentions[group.first - 2].get(m.Figure)
    return figure is not None and figure.quantity.is_money


def _on_exchange(mentions: Sequence[Mention], low: int, high: int, mask: int) -> bool:
    """Whether transactions are those of an exchange or of a network, and of no trade in goods."""
    bodies = {body.kind for mention in mentions[low:high] if (body := mention.get(m.Body)) is not None}
    if "payment" in bodies and not mask & m.Party.bit:
        return True  # what a system of messages carries all over the world
    return "exchange" in bodies and not mask & m.Head.bit


def _alone(mentions: Sequence[Mention], low: int, high: int, named: list[Group]) -> list[Claim]:
    """Return the statement of a clause without a share; "half in roubles and half in yuan" names one pair of currencies."""
    if not named or not _paying(mentions, low, high, named[0]):
        return []
    first, last = named[0], named[-1]
    if len(named) > 1 and all(_in(mentions, group) for group in named):
        first = Group(first.first, last.last, tuple(sorted({code for group in named for code in group.codes})))
    return [Claim(first, None)]


def _in(mentions: Sequence[Mention], group: Group) -> bool:
    """Whether "in" stands right before the currencies; a language may have one word for "in" and "to"."""
    relation = mentions[group.first - 1].get(m.Relation) if group.first else None
    return relation is not None and relation.role in {Role.IN, Role.TO}


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
            if adjacent and relation is not None and relation.role is Role.BY and not _paid_by(mentions, index, high):
                continue
            movement = before.get(m.Movement)
            below = movement is not None and movement.direction is Direction.DOWN and figure.quantity.bound is Bound.UNDER
            if adjacent and movement is not None and relation is None and not below:
                continue
        if _of_other(mentions, index, high) or _changed(mentions, index, high):
            continue
        found.append(index)
    return found


def _paid_by(mentions: Sequence[Mention], index: int, high: int) -> bool:
    """Whether "by" tells how far, not by how much: "trade is by 70% settled in roubles", as Russian says."""
    following = mentions[index + 1] if index + 1 < high else None
    within = following.get(m.Relation) if following is not None and index + 2 < high else None
    if within is not None and within.role in {Role.IN, Role.TO} and mentions[index + 2].mask & m.Currency.bit:
        return True  # "payments go by 99% in national currencies"
    word = following.get(m.SettlementWord) if following is not None else None
    return word is not None and word.use is Use.VERB and following is not None and not following.mask & m.Movement.bit


def _changed(mentions: Sequence[Mention], index: int, high: int) -> bool:
    """Whether a percentage is how much something changed: "a 50% increase"."""
    after = mentions[index + 1] if index + 1 < high else None
    movement = after.get(m.Movement) if after is not None and after.start - mentions[index].end <= 1 else None
    return movement is not None


def _of_other(mentions: Sequence[Mention], index: int, high: int) -> bool:
    """Whether a percentage is a part of something else than trade or payments: "75% of profit"."""
    relation = mentions[index + 1].get(m.Relation) if index + 2 < high else None
    if relation is None or relation.role is not Role.OF:
        return False
    whole = mentions[index + 2]
    return bool(whole.mask & m.OtherMeasure.bit) and not whole.mask & (m.SettlementWord.bit | m.Head.bit)


def _assigned(mentions: Sequence[Mention], named: list[Group], percents: list[int], last: Group | None) -> list[Claim]:
    """Deal the percentages of a clause out over its currencies.

    Between the same two commas a figure and a currency belong together. Else, where a currency is the subject ("the yuan made up 34%,
    the dollar 20%"), each figure takes the one before it; where a figure comes first ("40% in roubles and 34% in yuan"), the one after it.
    """
    if not named:
        return [Claim(last, figure) for figure in percents]
    named = [group for group in named if not _given_up(mentions, group)] or named
    if (
        len(named) > 1
        and (beside := [_beside(mentions, named, figure) for figure in percents])
        and all(each is not None for each in beside)
    ):
        return [Claim(group, figure) for group, figure in zip(beside, percents, strict=True)]
    if named[0].first < percents[0]:
        return [Claim([group for group in named if group.first < figure][-1], figure) for figure in percents]
    found: list[Claim] = []
    for figure in percents:
        after = [group for group in named if group.first > figure]
        found.append(Claim(after[0] if after else named[-1], figure))
    return found


def _beside(mentions: Sequence[Mention], named: list[Group], figure: int) -> Group | None:
    """Return the only currencies between the two commas where a figure stands: "freed of the dollar, 99% is paid in roubles"."""
    low = next((at for at in range(figure, -1, -1) if mark_of(mentions[at]) is Mark.COMMA), -1)
    high = next((at for at in range(figure, len(mentions)) if mark_of(mentions[at]) is Mark.COMMA), len(mentions))
    near = [group for group in named if low < group.first and group.last < high]
    return near[0] if len(near) == 1 else None


def _given_up(mentions: Sequence[Mention], group: Group) -> bool:
    """Whether the word right before a currency says that it is used less: "giving up the dollar"."""
    cue = mentions[group.first - 1].get(m.Cue) if group.first else None
    return cue is not None and cue.group == "settlement" and cue.name == "down"


def _paying(mentions: Sequence[Mention], low: int, high: int, group: Group) -> bool:
    """Whether a clause without a share says that something is paid in these currencies."""
    left, right = mentions[group.first], mentions[group.last]
    trade = any((head := mention.get(m.Head)) is not None and not head.weak for mention in mentions[low:high])
    noun = _has_noun(mentions, low, high)
    if (noun or trade) and _shared(mentions, low, high, group):
        return True
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
            known = word.scope not in {"use", "turn"} or noun or trade or (word.scope == "use" and set(group.codes) == _PAIR)
            if near and known and not _parted(mentions, index, group):
                return True
        elif (
            (group.first <= index <= group.last + 1 and _in(mentions, group))
            or (index < group.first and _leads_in(mentions, index, group))
            or (index > group.last and trend(mentions, low, high) is not None)
        ):
            return True
    return False


def _shared(mentions: Sequence[Mention], low: int, high: int, group: Group) -> bool:
    """Whether the share of the currencies is said to move, or is to be moved: "will increase the share of national currencies"."""
    before = mentions[group.first - 1] if group.first > low else None
    share = before.get(m.Share) if before is not None else None
    if before is None or share is None or share.use is not Use.NOUN or mentions[group.first].start - before.end > _TOUCH:
        return False
    actions = [action.action for mention in mentions[low : group.first] if (action := mention.get(m.Action)) is not None]
    return trend(mentions, low, high) is not None or PledgeAction.EXPAND in actions


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
    if group.first <= index or not _in(mentions, group):
        return False
    between = mentions[index + 1 : group.first - 1]
    return all(mark_of(mention) not in {Mark.COMMA, Mark.OPEN} and not mention.mask & m.Figure.bit for mention in between)


def trend(mentions: Sequence[Mention], low: int, high: int, codes: Sequence[str] = ()) -> Direction | None:
    """Return which way the use of a currency goes; what is said right before another one is not of it ("freed of the dollar")."""
    for index in range(low, high):
        mention = mentions[index]
        if index and mentions[index - 1].mask & m.Negation.bit and mention.start - mentions[index - 1].end <= 1:
            continue  # "does not fall" says of no rise, either
        cue = mention.get(m.Cue)
        if cue is not None and cue.group == "settlement" and cue.name in {"up", "down"}:
            other = mentions[index + 1].get(m.Currency) if index + 1 < high else None
            if codes and other is not None and other.codes and not set(codes) & set(other.codes):
                continue
            return Direction.UP if cue.name == "up" else Direction.DOWN
        movement = mention.get(m.Movement)
        if movement is not None:
            return movement.direction
    return None


def _mask(mentions: Sequence[Mention], low: int, high: int) -> int:
    mask = 0
    for mention in mentions[low:high]:
        mask |= mention.mask
    return mask


def _shares_trade(mask: int) -> bool:
    return bool(mask & m.Head.bit and mask & (m.Share.bit | m.SettlementWord.bit))


def _exchanged(mentions: Sequence[Mention], high: int) -> bool:
    """Whether a sentence tells up to here of dealing on an exchange, where one currency overtakes the other and nothing is paid for."""
    words = [word for mention in mentions[:high] if (word := mention.get(m.SettlementWord)) is not None]
    dealt = any((body := mention.get(m.Body)) is not None and body.kind == "exchange" for mention in mentions[:high])
    return dealt and all(word.scope == "turn" for word in words)


def _market(mentions: Sequence[Mention], low: int, high: int) -> bool:
    """Whether a clause speaks of rates, bonds or exchanges."""
    for mention in mentions[low:high]:
        other, body = mention.get(m.OtherMeasure), mention.get(m.Body)
        if (other is not None and other.kind in _MONEY_MARKET and not mention.mask & m.SettlementWord.bit) or (
            body is not None and body.kind == "exchange"
        ):
            return True
    return False

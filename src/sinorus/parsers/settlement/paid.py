"""Whether a clause without a share says that something is paid in its currencies."""

from collections.abc import Sequence

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark, Role, Use
from sinorus.parsers.marks import mark_of, role_of
from sinorus.parsers.settlement.group import HOME_CURRENCIES, Group
from sinorus.parsers.settlement.trend import trend
from sinorus.records import PledgeAction
from sinorus.scan.mention import Mention

_REACH = 70
_WHERE = m.Relation.bit | m.Party.bit | m.Head.bit | m.Field.bit | m.SettlementWord.bit | m.Pointer.bit
_TURN = 15
_TOUCH = 5
"""Room for an article."""


def told_in(mentions: Sequence[Mention], group: Group) -> bool:
    """Whether "in" stands right before the currencies; a language may have one word for "in" and "to"."""
    return group.first > 0 and role_of(mentions[group.first - 1]) in {Role.IN, Role.TO}


def is_paid(mentions: Sequence[Mention], low: int, high: int, group: Group) -> bool:
    """Whether a clause without a share says that something is paid in these currencies."""
    left, right = mentions[group.first], mentions[group.last]
    trade = any((head := mention.get(m.Head)) is not None and not head.weak for mention in mentions[low:high])
    sold = all(any(mention.mask & bit for mention in mentions[low:high]) for bit in (m.Head.bit, m.Goods.bit))
    noun = _has_noun(mentions, low, high)
    if ((noun or trade) and _shared(mentions, low, high, group)) or _bought_in(mentions, high, group):
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
            known = word.scope not in {"use", "turn"} or noun or trade or (word.scope == "use" and set(group.codes) == HOME_CURRENCIES)
            known = known or (word.scope == "turn" and sold and 0 <= left.start - mention.end <= _TURN)  # "turned to yuan in its sales"
            if near and known and not _parted(mentions, index, group):
                return True
        elif (
            (group.first <= index <= _behind(mentions, group) and told_in(mentions, group))
            or (index < group.first and _leads_in(mentions, index, group))
            or (index > group.last and trend(mentions, low, high) is not None)
        ):
            return True
    return False


def _behind(mentions: Sequence[Mention], group: Group) -> int:
    """Return where the word of paying stands behind the currencies: at once, or behind "half each"."""
    following = mentions[group.last + 1] if group.last + 1 < len(mentions) else None
    return group.last + 1 + (following is not None and bool(following.mask & m.Respectively.bit))


def _bought_in(mentions: Sequence[Mention], high: int, group: Group) -> bool:
    """Whether a verb of buying follows the currencies at once: 用人民币购买俄罗斯石油."""
    verb = mentions[group.last + 1] if group.last + 1 < high and told_in(mentions, group) else None
    head = verb.get(m.Head) if verb is not None else None
    if verb is None or head is None or verb.start - mentions[group.last].end > _VERB:
        return False
    return head.use is Use.VERB and head.side is m.Side.IMPORTER


_VERB = 2
"""Characters between a currency and the verb of what is bought in it, at most."""


def _shared(mentions: Sequence[Mention], low: int, high: int, group: Group) -> bool:
    """Whether the share of the currencies is said to move, or is to be moved: "will increase the share of national currencies"."""
    actions = [action.action for mention in mentions[low : group.first] if (action := mention.get(m.Action)) is not None]
    if PledgeAction.EXPAND in actions and _share_behind(mentions, group, high):
        return True
    before = mentions[group.first - 1] if group.first > low else None
    share = before.get(m.Share) if before is not None else None
    if before is None or share is None or share.use is not Use.NOUN or mentions[group.first].start - before.end > _TOUCH:
        return False
    return trend(mentions, low, high) is not None or PledgeAction.EXPAND in actions


def _share_behind(mentions: Sequence[Mention], group: Group, high: int) -> bool:
    """Whether the share of the currencies is named behind where they are used: 提高本币在双边贸易中的使用比例."""
    for mention in mentions[group.last + 1 : min(group.last + 8, high)]:
        if mention.mask & m.Share.bit:
            return True
        if not mention.mask & _WHERE:
            return False
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
    if group.first <= index or not told_in(mentions, group):
        return False
    between = mentions[index + 1 : group.first - 1]
    return all(mark_of(mention) not in {Mark.COMMA, Mark.OPEN} and not mention.mask & m.Figure.bit for mention in between)

"""Which percentages of a clause are shares, and of which currency each one is."""

from collections.abc import Sequence

from attrs import frozen

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark, Role, Use
from sinorus.parsers.marks import is_cue, mark_of, role_of
from sinorus.parsers.settlement.group import Group
from sinorus.scan.mention import Mention
from sinorus.values import Bound, Direction


@frozen
class Claim:
    """A share (None: none given) of a currency group, with the figure's index."""

    group: Group | None
    figure: int | None


def shares(mentions: Sequence[Mention], low: int, high: int, *, more: bool = False) -> list[int]:
    """Return the percentages of a clause that can be shares: no changes ("by 5%", "up 5%").

    Behind a percentage, or where `more` says that one went before, a plain number that ends its clause is another one: "in 2021 it
    was 20".
    """
    found: list[int] = []
    for index in range(low, high):
        figure = mentions[index].get(m.Figure)
        if figure is None or figure.sign is not None or figure.quantity.amount > 100:
            continue
        if figure.quantity.unit != "%" and not ((found or more) and _plain(mentions, index)):
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


def _plain(mentions: Sequence[Mention], index: int) -> bool:
    """Whether a figure is a plain number that nothing is counted by, at the end of its clause."""
    figure = mentions[index].get(m.Figure)
    if figure is None or figure.quantity.unit != "1" or figure.scaled or figure.quantity.amount <= 0:
        return False
    if index + 1 < len(mentions) and not mentions[index + 1].mask & m.Punctuation.bit:
        return False
    before = mentions[index - 1] if index else None
    return before is not None and bool(before.mask & (m.Level.bit | m.Share.bit | m.Negation.bit | m.Punctuation.bit | m.Relation.bit))


def _paid_by(mentions: Sequence[Mention], index: int, high: int) -> bool:
    """Whether "by" tells how far, not by how much: "trade is by 70% settled in roubles", as Russian says."""
    following = mentions[index + 1] if index + 1 < high else None
    if index > 1 and mentions[index - 2].mask & m.Currency.bit and _settled_in(mentions, index):
        return True  # "payments go in national currencies by 95%"
    within = following is not None and role_of(following) in {Role.IN, Role.TO}
    if within and index + 2 < high and mentions[index + 2].mask & m.Currency.bit:
        return True  # "payments go by 99% in national currencies"
    word = following.get(m.SettlementWord) if following is not None else None
    return word is not None and word.use is Use.VERB and following is not None and not following.mask & m.Movement.bit


def _settled_in(mentions: Sequence[Mention], index: int) -> bool:
    """Whether a verb of paying, and no movement, stands before the currencies."""
    before = mentions[max(index - 8, 0) : index]
    verbs = any((word := each.get(m.SettlementWord)) is not None and word.use is Use.VERB for each in before)
    return verbs and not any(each.mask & m.Movement.bit for each in before)


def _changed(mentions: Sequence[Mention], index: int, high: int) -> bool:
    """Whether a percentage is how much something changed: "a 50% increase"."""
    after = mentions[index + 1] if index + 1 < high else None
    movement = after.get(m.Movement) if after is not None and after.start - mentions[index].end <= 1 else None
    return movement is not None and not (after is not None and after.mask & m.Relation.bit)  # 23%升至37% tells two levels


def _of_other(mentions: Sequence[Mention], index: int, high: int) -> bool:
    """Whether a percentage is a part of something else than trade or payments: "75% of profit"."""
    relation = mentions[index + 1].get(m.Relation) if index + 2 < high else None
    if relation is None or relation.role is not Role.OF:
        return False
    whole = mentions[index + 2]
    return bool(whole.mask & m.OtherMeasure.bit) and not whole.mask & (m.SettlementWord.bit | m.Head.bit)


def dealt_out(mentions: Sequence[Mention], named: list[Group], percents: list[int], last: Group | None) -> list[Claim]:
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
    return group.first > 0 and is_cue(mentions[group.first - 1], "settlement", "down")

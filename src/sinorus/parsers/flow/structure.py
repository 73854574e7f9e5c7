"""Sentences that tell what a trade is made of or who leads in it, and whether the parts fit the levels told."""

from collections.abc import Sequence
from decimal import Decimal

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark, Role
from sinorus.parsers.context import Context
from sinorus.parsers.flow.unknown import is_unknown
from sinorus.parsers.marks import is_cue, mark_of, role_of
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned
from sinorus.values import Direction

_WHOLE = Decimal(100)
_ROUNDED = Decimal("1.12")
"""How far wholes told by rounded parts may lie apart."""


def is_structure(scanned: Scanned) -> bool:
    """Whether goods or buyers are told with their parts in brackets: "the main exports were oil (41%), coal (17%) and fish (12%)"."""
    if not scanned.mask & (m.Goods.bit | m.Party.bit) or scanned.mask & m.Comparison.bit or _moves(scanned):
        return False
    if not any(mark.mark is Mark.OPEN for _, mark in scanned.of(m.Punctuation)):
        return False
    mentions = [each for each in scanned.mentions if not is_cue(each, "flow", "rank")]  # 机械居首位（38%）
    parts: list[Decimal] = []
    levels: list[Decimal] = []
    for good, bracket, part in zip(mentions, mentions[1:], mentions[2:], strict=False):
        figure = part.get(m.Figure) if part.mask & m.Figure.bit and bracket.mask & m.Punctuation.bit else None
        if figure is not None and mark_of(bracket) is Mark.OPEN and not is_unknown(scanned.text, good, bracket):
            level = good.get(m.Figure) if good.mask & m.Figure.bit else None
            named = good.mask & (m.Goods.bit | m.Party.bit) or (level is not None and level.quantity.unit not in {"%", "pp", "x"})
            if not named or figure.quantity.unit != "%" or figure.sign is not None:
                return False
            parts.append(figure.quantity.amount)
            levels += [level.quantity.amount] if level is not None else []
    return (
        (len(parts) > 1 or (len(parts) == 1 and _is_only(scanned)))
        and 0 < sum(parts) <= _WHOLE
        and (not levels or _in_proportion(levels, parts))
    )


def _is_only(scanned: Scanned) -> bool:
    """Whether the only figure of a sentence stands in brackets behind whom a verb says the goods go to: "most of it goes to Peru (65%)"."""
    (at, _), *more = scanned.of(m.Figure)
    goal = scanned.mentions[at - 2] if at > 1 else None
    verbs = (head.use is m.Use.VERB and not head.agent for _, head in scanned.of(m.Head))
    return not more and goal is not None and bool(goal.mask & m.Party.bit) and any(verbs)


def is_ranking(scanned: Scanned) -> bool:
    """Whether buyers or sellers are told with the part they have: "the main buyer was Peru (65%)", "… Peru with 65%, then Chile, 9%"."""
    if not any(head.agent for _, head in scanned.of(m.Head)) or scanned.mask & m.Comparison.bit or _moves(scanned):
        return False
    percents = [(at, figure) for at, figure in scanned.of(m.Figure) if figure.quantity.unit == "%"]
    held = [_is_held(scanned.mentions[:at]) for at, _ in percents]
    taken = [at + 1 < len(scanned.mentions) and bool(scanned.mentions[at + 1].mask & m.Head.bit) for at, _ in percents]
    if not any(held) or not all(map(max, held, taken)) or any(figure.sign is not None for _, figure in percents):
        return False  # "… Peru (65%), another 20% bought Chile"
    return 0 < sum(figure.quantity.amount for _, figure in percents) <= _WHOLE


_OF_RANK = m.Level.bit | m.Goods.bit | m.Cue.bit
"""What may stand between who is ranked and his part: "Peru was the second with 9%", "Peru's part was 9%"."""


def _is_held(before: Sequence[Mention]) -> bool:
    """Whether somebody is named right before a figure, or with no more between them than that he has it and which rank that is."""
    joined = False
    for item in reversed(before):
        if item.mask & m.Party.bit:
            return joined
        opens = mark_of(item) in {Mark.OPEN, Mark.DASH} or role_of(item) is Role.WITH or bool(item.mask & m.Share.bit)
        head = item.get(m.Head)
        if not (opens or item.mask & _OF_RANK or (head is not None and head.agent) or role_of(item) is Role.POSSESSIVE):
            return False
        joined = joined or opens
    return False


def _moves(scanned: Scanned) -> bool:
    """Whether a sentence tells that something rose or fell: who stays the first one, or is ahead of another, does not."""
    return any(
        movement.direction is not Direction.FLAT and role_of(scanned.mentions[at]) is not Role.AGAINST
        for at, movement in scanned.of(m.Movement)
    )


def lists_parts(scanned: Scanned, context: Context) -> bool:
    """Whether a line goes on with a list of goods of which a part was told: "pollock 50 kt, 53% of it"; "herring 10 kt (11%)"."""
    flow = context.flow
    if flow is None or not flow.share or flow.goods is None or context.distance > 1 or scanned.mask & _TOLD:
        return False
    return bool(scanned.mask & m.Goods.bit) and len(scanned.of(m.Figure)) == _LEVEL_AND_PART


_TOLD = m.Movement.bit | m.Comparison.bit | m.Head.bit | m.Party.bit
_LEVEL_AND_PART = 2


def _in_proportion(levels: list[Decimal], parts: list[Decimal]) -> bool:
    """Whether levels are to each other as the percentages behind them are: "Peru $205m (38%), Chile $178m (33%)"."""
    if len(levels) != len(parts) or not all(parts):
        return False
    wholes = [level / part for level, part in zip(levels, parts, strict=True)]
    return max(wholes) <= min(wholes) * _ROUNDED

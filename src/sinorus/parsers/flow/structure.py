"""Sentences that tell what a trade is made of, and whether the parts fit the levels told."""

from decimal import Decimal

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark
from sinorus.parsers.context import Context
from sinorus.parsers.marks import is_cue, mark_of
from sinorus.scan.sentence import Scanned

_WHOLE = Decimal(100)
_ROUNDED = Decimal("1.12")
"""How far wholes told by rounded parts may lie apart."""


def is_structure(scanned: Scanned) -> bool:
    """Whether goods or buyers are told with their parts in brackets: "the main exports were oil (41%), coal (17%) and fish (12%)"."""
    if not scanned.mask & (m.Goods.bit | m.Party.bit) or scanned.mask & (m.Movement.bit | m.Comparison.bit):
        return False
    if not any(mark.mark is Mark.OPEN for _, mark in scanned.of(m.Punctuation)):
        return False
    mentions = [each for each in scanned.mentions if not is_cue(each, "flow", "rank")]  # 机械居首位（38%）
    parts: list[Decimal] = []
    levels: list[Decimal] = []
    for good, bracket, part in zip(mentions, mentions[1:], mentions[2:], strict=False):
        figure = part.get(m.Figure) if part.mask & m.Figure.bit and bracket.mask & m.Punctuation.bit else None
        if figure is not None and mark_of(bracket) is Mark.OPEN:
            level = good.get(m.Figure) if good.mask & m.Figure.bit else None
            named = good.mask & (m.Goods.bit | m.Party.bit) or (level is not None and level.quantity.unit not in {"%", "pp", "x"})
            if not named or figure.quantity.unit != "%" or figure.sign is not None:
                return False
            parts.append(figure.quantity.amount)
            levels += [level.quantity.amount] if level is not None else []
    ranked = len(parts) == 1 and not levels and any(head.agent for _, head in scanned.of(m.Head))  # "the main buyer was Peru (65%)"
    return (len(parts) > 1 or ranked) and sum(parts) <= _WHOLE and (not levels or _in_proportion(levels, parts))


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

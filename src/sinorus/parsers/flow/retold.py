"""Figures told once more of the claims before them in the sentence: for another time, for all of them, as a change or as a share."""

from decimal import Decimal

from sinorus.languages.meaning import Mark
from sinorus.parsers.flow.anchoring import anchored
from sinorus.parsers.flow.claim import Draft
from sinorus.parsers.flow.figure_part import RELATIVE, FigureUse, What
from sinorus.parsers.flow.series import level_of
from sinorus.parsers.flow.state import State
from sinorus.parsers.phrase import Phrase
from sinorus.records import Measure, TradeFlow
from sinorus.records.evidence import Evidence
from sinorus.values import Basis, Bound, Change, Direction, Quantity
from sinorus.values.evolve import evolve

_SO = frozenset({Mark.COMMA, Mark.OR, Mark.DASH, Mark.COLON})
"""Marks behind which a text draws the sum of two levels."""
Groups = dict[tuple[What, bool], list[FigureUse]]
_FITS = Decimal("0.1")
"""A change fits two levels where it leads from one to the other within this part."""
_MORE = Decimal("1.5")
"""By so much "more than twice" may be outdone."""


def tell_again(state: State, phrase: Phrase, groups: Groups) -> bool:
    """Tell the flows just told of another time: "apples 5 kt and pears 3 kt in 2022; in 2023 6 kt and 4 kt, respectively"."""
    levels = next((group for (what, _), group in groups.items() if what is What.LEVEL and len(group) > 1), None)
    if levels is None or len(groups) > 1:
        return False
    if not phrase.periods or phrase.heads or phrase.parties or phrase.goods:
        return False
    if len(state.records) + (state.draft is not None) < len(levels):
        return False
    period = anchored(state, phrase.periods[0][1])
    state.close()
    told = state.records[-len(levels) :]
    if period is None or len(told) < len(levels) or not all(map(_same_unit, told, levels)) or any(each.period == period for each in told):
        return False
    for record, use in zip(told, levels, strict=True):
        item = phrase.chunk.items[use.index]
        quantity = evolve(use.quantity, unit=_unit_of(record)) if use.quantity.unit == "1" else use.quantity
        value, volume = (quantity, None) if quantity.is_money else (None, quantity)
        again = evolve(record, period=period, value=value, volume=volume, change=None, share=None, record_high=False)
        state.records.append(evolve(again, evidence=(*record.evidence, Evidence.of(state.scanned.text, item.start, item.end))))
    return True


def _same_unit(record: TradeFlow, use: FigureUse) -> bool:
    return _unit_of(record) == use.quantity.unit or (use.quantity.unit == "1" and _unit_of(record) != "")


def _unit_of(record: TradeFlow) -> str:
    """Return in what the only level of a claim is told."""
    level = level_of(record)
    return level.unit if level is not None else ""


def change_all(state: State, phrase: Phrase, groups: Groups) -> bool:
    """Give one change to all claims just told that have none: "apples 5 kt, pears 3 kt, both up 33%"."""
    changes = groups.get((What.CHANGE, False), []) if groups else by_word(phrase)
    if not phrase.each or len(groups) > 1 or len(changes) != 1 or phrase.heads or phrase.parties or phrase.goods:
        return False
    state.close()
    told = [at for at, record in enumerate(state.records) if at not in state.past and _unchanged(record)]
    if len(told) < 2 or len(told) != len(state.records) - len(state.past):
        return False
    for at in told:
        state.records[at] = _changed(state, phrase, state.records[at], changes[0])
    return True


def by_word(phrase: Phrase) -> list[FigureUse]:
    """Return the change that a word tells by itself: "both doubled"."""
    factors = [(at, each) for at, each in phrase.movements if each.factor is not None]
    return [FigureUse(at, each.factor, What.CHANGE, each.direction) for at, each in factors if each.factor is not None]


def goes_back(state: State, phrase: Phrase, use: FigureUse) -> bool:
    """Whether a change behind a look back is that of the claim before it: "it sold 29 kt, while in 2022 it was 14 kt, a rise of 107%"."""
    draft = state.draft
    if draft is None or draft.by is not None or phrase.chunk.opener not in _SO:
        return False
    if phrase.heads or phrase.parties or phrase.goods or phrase.periods or use.quantity.dimension not in RELATIVE:
        return False
    if not state.records:
        return _goes_back_further(state, phrase, draft, use)
    before = state.records[-1].period
    if not draft.earlier and not (draft.period is not None and before is not None and draft.period.last < before.first):
        return False
    record, was = state.records[-1], draft.value or draft.volume
    now = record.value if was is not None and was.is_money else record.volume
    if was is None or now is None or now.unit != was.unit or not _unchanged(record) or not _leads(was, now, use):
        return False
    state.records[-1] = _changed(state, phrase, record, use)
    return True


def _goes_back_further(state: State, phrase: Phrase, draft: Draft, use: FigureUse) -> bool:
    """Whether a change is that of the sentence before, behind a sentence that looks back: "A year before it was 3 Mt, so it doubled"."""
    was, known = draft.value or draft.volume, state.context.period
    if was is None or known is None or draft.period is None or draft.period.last >= known.first or phrase.bases:
        return False
    now = next((level for level in state.context.levels if level.unit == was.unit), None)
    if now is None or state.context.distance > 1 or not _leads(was, now, use):
        return False
    frame, item = draft.frame, phrase.chunk.items[use.index]
    state.close()
    change = Draft(frame, item.start, item.end, by=use.quantity, direction=use.direction, basis=Basis.YOY, period=known, aside=True)
    state.finish(change)
    return True


def _unchanged(record: TradeFlow) -> bool:
    return record.change is None or record.change.by is None


def _leads(was: Quantity, now: Quantity, use: FigureUse) -> bool:
    """Whether a change leads from one level to the other."""
    by = use.quantity.amount
    if use.quantity.unit == "%":
        by = 1 + (by if use.direction is not Direction.DOWN else -by) / 100
    told = was.amount * by
    if use.quantity.bound is Bound.OVER and use.direction is not Direction.DOWN:
        return told <= now.amount * (1 + _FITS) and now.amount <= told * _MORE  # "from 82m, more than twice as much"
    if use.quantity.unit == "%" and (now.amount < was.amount) is not (use.direction is Direction.DOWN):
        return False
    return abs(told - now.amount) <= now.amount * _FITS


def _changed(state: State, phrase: Phrase, record: TradeFlow, use: FigureUse) -> TradeFlow:
    item = phrase.chunk.items[use.index]
    basis = phrase.basis.basis if phrase.basis is not None else None
    change = Change(direction=use.direction or state.direction or Direction.UP, by=use.quantity, basis=basis)
    return evolve(record, change=change).with_evidence(Evidence.of(state.scanned.text, item.start, item.end))


def change_led_to(state: State) -> None:
    """Give a change to the later of two levels of one flow where it leads there: "trade, $8bn in 2000, has grown tenfold: it was $80bn"."""
    for at in range(len(state.records) - 1):
        was, now = state.records[at], state.records[at + 1]
        change = was.change
        if change is None or change.by is None or not _unchanged(now) or not _one_flow(was, now):
            continue
        before, after = was.value or was.volume, now.value or now.volume
        if before is None or after is None or before.unit != after.unit or change.by.unit != "x":
            continue
        if _leads(before, after, FigureUse(0, change.by, What.CHANGE, direction=change.direction)):
            state.records[at] = evolve(was, change=None)
            state.records[at + 1] = evolve(now, change=evolve(change, basis=was.period)).with_evidence(was.evidence[0])


def _one_flow(was: TradeFlow, now: TradeFlow) -> bool:
    ends = (was.measure, was.exporter, was.importer, was.commodity) == (now.measure, now.exporter, now.importer, now.commodity)
    return ends and was.status is now.status and was.period is not None and now.period is not None and was.period.last < now.period.first


def share_of_told(state: State) -> None:
    """Join the share that a trade is of another with its level told right before: "trade with Peru was $9bn, Peru had 20% of the whole"."""
    for at in range(len(state.records) - 1, 0, -1):
        level, share = state.records[at - 1], state.records[at]
        bare = (
            share.share is not None
            and share.value is None
            and share.volume is None
            and share.change is None
            and share.measure is Measure.TURNOVER
        )
        if bare and not state.past and level_of(level) is not None and level.share is None and _alike(level, share):
            state.records[at - 1] = evolve(level, share=share.share).with_evidence(share.evidence[0])
            del state.records[at]


def _alike(one: TradeFlow, other: TradeFlow) -> bool:
    ends = (one.measure, one.exporter, one.importer, one.commodity) == (other.measure, other.exporter, other.importer, other.commodity)
    return ends and one.status is other.status and one.period == other.period

"""A figure set in its slot of a claim: a change, a share, a value or a volume."""

from sinorus.languages.meaning import Mark
from sinorus.parsers.flow.bare import power_of
from sinorus.parsers.flow.claim import Draft
from sinorus.parsers.flow.figure_part import RELATIVE, FigureUse, What
from sinorus.parsers.flow.measured_against import base_behind, basis_of, told_by_base
from sinorus.parsers.flow.same_figure import passes, restates
from sinorus.parsers.flow.state import State
from sinorus.parsers.flow.terms import kind_of, level_meant, term_of
from sinorus.parsers.flow.units import FEW, MANY, with_unit
from sinorus.parsers.phrase import Phrase
from sinorus.values.evolve import evolve


def put(state: State, draft: Draft, phrase: Phrase, use: FigureUse) -> bool:
    """Set the figure in its slot; return whether it has one."""
    if use.what is What.CHANGE:
        if draft.by is None:
            draft.term = (term_of if draft.level else kind_of)(state, phrase.chunk.items[use.index])
            draft.meant = level_meant(state, phrase.chunk.items[use.index])
        _put_change(state, draft, phrase, use)
        return True
    quantity = with_unit(state, use.quantity, draft, phrase, use.index)
    if quantity is None:
        state.drop(phrase.chunk.items[use.index], "a count, not a value or volume of goods")
        state.period = state.period or (draft.period if draft.named else None)  # "14 cargoes came in May, or 1 Mt of LNG"
        return False
    if use.what is not What.SHARE and not (quantity.is_money and phrase.chunk.opener is Mark.OPEN and draft.value is not None):
        beside = phrase.chunk.opener is Mark.OPEN and draft.level  # "11 Mt ($7bn) and 8 Mt": what is counted stands before brackets
        state.take_level(quantity, power_of(phrase, use.index), beside=beside)  # nor is a value told once more in brackets
    if use.what is What.SHARE:
        draft.share = draft.share or quantity
    elif quantity.is_money:
        draft.late = draft.late or (draft.by is not None and draft.volume is not None)
        draft.money_first = draft.volume is None
        state.money = quantity.unit if draft.value is None else state.money or quantity.unit
        finer = draft.value is not None and (
            (phrase.chunk.opener is Mark.OPEN and restates(draft.value, quantity)) or passes(draft.value, quantity)
        )
        draft.value = quantity if finer or draft.value is None else draft.value
    else:
        draft.late = draft.late or (draft.by is not None and draft.value is not None)
        draft.volume = quantity if draft.volume is None or passes(draft.volume, quantity) else draft.volume
    return True


def _put_change(state: State, draft: Draft, phrase: Phrase, use: FigureUse) -> None:
    level = draft.volume or (draft.value if use.quantity.amount >= MANY else None)
    told = state.changed or (level.unit if level is not None else None)
    if use.quantity.unit == "1" and use.quantity.amount >= FEW and told is not None:
        use = evolve(use, quantity=evolve(use.quantity, unit=told))  # "by 9,000 t, the others by 5,000", "$8bn, 500 million more"
    relative = use.quantity.dimension in RELATIVE
    if not relative and use.quantity.unit != "1":
        state.changed = use.quantity.unit
    held = draft.by is not None and draft.by.dimension in RELATIVE
    if draft.by is None or (relative and not held):
        draft.by, draft.direction = use.quantity, use.direction
    if phrase.bases and not draft.named and (own := told_by_base(state, phrase, draft.period)) is not None:
        draft.period = own
    if phrase.basis is not None:
        draft.basis = phrase.basis.basis
    elif phrase.bases:
        draft.basis = basis_of(state, base_behind(phrase, use.index), draft.period)
    elif state.basis is not None:
        draft.basis = state.basis
    elif state.base is not None:
        draft.basis = basis_of(state, state.base, draft.period)

"""Revenue that is the worth of the exports told right before: "the region sold 327,000 t abroad. Revenue rose 3.6% to $541.6m"."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Side
from sinorus.parsers.flow.state import State
from sinorus.parsers.phrase import Phrase
from sinorus.records import Measure
from sinorus.values.unit import Dimension, unit

_NAMED = m.Party.bit | m.Body.bit | m.Goods.bit
_WEIGHED = frozenset({Dimension.MASS, Dimension.VOLUME})


def is_earned(state: State, phrase: Phrase) -> bool:
    """Whether the figures of a chunk are the worth of a flow that has been told by its weight alone, and of no company's."""
    context, flow = state.context, state.context.flow
    if not phrase.others or any(other.kind != "revenue" for _, other in phrase.others) or state.frame is not None:
        return False
    if flow is None or flow.measure is not Measure.EXPORTS or flow.side is not Side.EXPORTER or context.unit is None or phrase.pointers:
        return False
    told = unit(context.unit).dimension in _WEIGHED and context.distance <= 1 and not context.leads
    return told and not state.scanned.mask & _NAMED

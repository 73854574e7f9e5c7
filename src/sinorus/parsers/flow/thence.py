"""Where "from there" is: where the goods told of went, or where they were told to come from."""

from sinorus.languages.meaning import Side
from sinorus.parsers.flow.state import State


def comes_from_there(state: State) -> bool:
    """Whether the flow spoken of was told as what its owner gets from the other: more of it comes "from there"."""
    frame, flow = state.frame, state.context.flow
    if frame is not None and frame.other is None:
        return frame.head.side is Side.IMPORTER or frame.source is not None
    if flow is not None and state.context.distance > 1 and state.context.subject in {flow.owner, flow.partner}:
        seller = flow.partner if flow.side is Side.IMPORTER else flow.owner
        return state.context.subject == seller  # "With Peru it is the other way round"
    return flow is not None and flow.side is Side.IMPORTER

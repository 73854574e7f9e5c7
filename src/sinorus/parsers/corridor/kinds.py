"""Kinds of corridors by how they lie: nodes at one place, lines between two."""

from sinorus.records import CorridorKind

TOWNS = frozenset({CorridorKind.PORT, CorridorKind.BORDER_CROSSING})
"""Nodes that the name of their town stands for."""
NODES = TOWNS | {CorridorKind.TERMINAL}
LINES = frozenset({CorridorKind.PIPELINE, CorridorKind.POWER_LINE, CorridorKind.RAILWAY, CorridorKind.ROAD, CorridorKind.BRIDGE})

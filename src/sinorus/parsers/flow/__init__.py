"""Trade flows: each figure of a sentence is asked what it is, of which flow, between whom, of what, when, how certain.

`reader` takes a sentence chunk by chunk; `frames` tells which flow a chunk speaks of, `members` which one of a list, `ends` between
whom, `goods` of what, `share` of what it is a part; `figure_use` tells what each figure is, `figures` puts it into a claim, `timing`
dates it, `source` tells who reported it; `memory` hands on what the next sentences need.
"""

from sinorus.parsers.flow.reader import flows

__all__ = ["flows"]

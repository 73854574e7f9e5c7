"""Trade flows: each figure of a sentence is asked what it is, of which flow, between whom, of what, when, how certain.

`reader` takes a sentence chunk by chunk; `frames` tells which flow a chunk speaks of, `members` which one of a list, `joins` what only
adds to a claim, `ends` between whom (`partner`: who that is by the context), `goods` of what, `share` of what it is a part; `figure_use`
tells what each figure is, `units` in what it is counted, `figures` puts it into a claim, `earlier` those it is compared with; `timing`
dates it, `source` tells who reported it, `usual` turns what goes against the trade of a good; `memory` hands on what the next sentences
need.
"""

from sinorus.parsers.flow.reader import flows

__all__ = ["flows"]

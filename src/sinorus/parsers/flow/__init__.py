"""Trade flows: each figure of a sentence is asked what it is, of which flow, between whom, of what, when, how certain.

`reader` takes a sentence chunk by chunk. Which flow a chunk speaks of: `heads` finds the word that names one, `frames` opens it,
`resumed` goes on with the one told before, `members` varies it over a list, `joins` takes what only adds to it. Of that flow, `ends`
tells between whom (`partner`: who that is by the context; `usual` turns what goes against the trade of a good), `goods` of what, `share`
of what it is a part. `figure_use` tells what each figure is (`near`: by what stands beside it), `units` in what it is counted, `figures`
and `applying` put it into a claim, `dealing` deals it out over a list, `earlier` takes those it is compared with, `denied` what did not
happen. `timing` dates the claim, `source` tells who reported it, `sure` how sure it is. `notes` keeps what chunks without figures say,
`hearing` and `memory` what the next sentences need.
"""

from sinorus.parsers.flow.reader import flows

__all__ = ["flows"]

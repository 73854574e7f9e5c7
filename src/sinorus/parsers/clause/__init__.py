"""A sentence as chunks: the stretches between marks and joints in which words and figures belong together.

`cut` parts the mentions at borders (`border`; a `joint` between two of a kind makes a list, not a border; a `gloss` is
left out; a `cause` was before, see `flow.set_apart`). What a writer has put elsewhere than a reader of roles expects it
is then put right, by one pass after the other:

1. `compared_apart` parts the level of another partner from the one compared with it. `part_named` names first what has a part whose size
   is inserted before its name, and `share_of_subject` tells last what share he has who acts. Of the passes that join, `inserted_behind`
   comes first, for it alone looks at the marks on both sides of a chunk. `dated` follows it, so that a compared level has its time with
   it, and `whole_with_clause`, so that a share has its whole.
2. `members_before` puts a member of a list before its figure, as all others stand.
3. `labelled` gives a bare figure its name, so that the passes behind see that it has one.
4. `source_before`, `source_interposed`, `sizes_behind`, `share_with_clause`, `levels_with_clause`: a clause takes up the figures told
   before it; a source between the two is out of the way by then, and a share goes before levels, for its percentage is none.
5. `without_asides` needs the clauses whole: what still stands between two of them only explains.
6. `both_ways` and `balanced` come last: they rewrite what one chunk says, the latter looking at the flow that the chunks before it name.

The order within one chunk is put right where it is read (`order`).
"""

from collections.abc import Callable

from sinorus.parsers.chunk import Chunk
from sinorus.parsers.clause.aside import without_asides
from sinorus.parsers.clause.both_ways import both_ways
from sinorus.parsers.clause.compared import compared_apart
from sinorus.parsers.clause.cut import cut
from sinorus.parsers.clause.dated import dated
from sinorus.parsers.clause.inserted import inserted_behind
from sinorus.parsers.clause.interposed import source_interposed
from sinorus.parsers.clause.inverted import levels_with_clause, share_with_clause, sizes_behind, source_before
from sinorus.parsers.clause.labelled import labelled
from sinorus.parsers.clause.part_named import part_named
from sinorus.parsers.clause.share_of_subject import share_of_subject
from sinorus.parsers.clause.surplus import balanced
from sinorus.parsers.clause.turned import members_before
from sinorus.parsers.clause.whole import whole_with_clause
from sinorus.scan.sentence import Scanned

_Pass = Callable[[list[Chunk]], list[Chunk]]

BETWEEN: tuple[_Pass, ...] = (
    part_named,
    share_of_subject,
    inserted_behind,
    dated,
    whole_with_clause,
    members_before,
    labelled,
    source_before,
    source_interposed,
    sizes_behind,
    share_with_clause,
    levels_with_clause,
    without_asides,
)
"""Passes that join or move chunks: one that is alone stays as it is."""
WITHIN: tuple[_Pass, ...] = (both_ways, balanced)


def chunks(scanned: Scanned) -> list[Chunk]:
    """Return the chunks of a sentence as they are read."""
    found = compared_apart(cut(scanned))
    for rewrite in (*BETWEEN, *WITHIN) if len(found) > 1 else WITHIN:
        found = rewrite(found)
    return found

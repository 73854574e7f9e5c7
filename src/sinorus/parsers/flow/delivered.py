"""What was done under a contract has flowed: "under the contract Peru delivered 3 kt in May"."""

from functools import reduce
from operator import or_

from attrs import evolve as copied

from sinorus.languages import meaning as m
from sinorus.scan.sentence import Scanned

_UNDER_IT = m.AgreementNoun.bit | m.Certainty.bit
"""What an adverb means that says that something is done because a contract obliges to it."""


def delivered(scanned: Scanned) -> Scanned:
    """Return a sentence without the adverbs of a contract under which it tells that something was done, and nothing of plans."""
    done = scanned.cued("flow", "done") if scanned.mask & _UNDER_IT == _UNDER_IT else ()
    if not done:
        return scanned
    adverbs = [at for at, mention in enumerate(scanned.mentions) if mention.mask & _UNDER_IT == _UNDER_IT and at < done[0]]
    planned = m.Certainty.bit | m.Intent.bit
    if not adverbs or any(mention.mask & planned for at, mention in enumerate(scanned.mentions) if at not in adverbs):
        return scanned
    mentions = tuple(mention for at, mention in enumerate(scanned.mentions) if at not in adverbs)
    return copied(scanned, mentions=mentions, mask=reduce(or_, (mention.mask for mention in mentions), 0))

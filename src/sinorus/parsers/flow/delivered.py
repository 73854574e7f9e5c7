"""What was done under a contract has flowed: "under the contract Peru delivered 3 kt in May"."""

from sinorus.languages import meaning as m
from sinorus.languages.period_expr import PeriodExpr
from sinorus.scan.sentence import Scanned

_UNDER_IT = m.AgreementNoun.bit | m.Certainty.bit
"""What an adverb means that says that something is done because a contract obliges to it."""


def _sized(scanned: Scanned, at: int) -> bool:
    """Whether the word behind which a level stands is no adverb, but says what that was to be: "with a plan of 9 Mt they delivered 10"."""
    behind = (each for each in scanned.mentions[at + 1 :] if not each.mask & (m.Relation.bit | PeriodExpr.bit))
    figure = next(behind, None)
    return figure is not None and bool(figure.mask & m.Figure.bit)


def _told_apart(scanned: Scanned, at: int, done: int) -> bool:
    """Whether the plan has its own figure in a clause before that of what was done: "the plan is 9 Mt, of which 5 were delivered"."""
    between = scanned.mentions[at + 1 : done]
    figure = next((index for index, each in enumerate(between) if each.mask & m.Figure.bit), None)
    return figure is not None and any(each.mask & m.Punctuation.bit for each in between[figure + 1 :])


def delivered(scanned: Scanned) -> Scanned:
    """Return a sentence without the adverbs of a contract under which it tells that something was done, and nothing of plans."""
    done = scanned.cued("flow", "done") if scanned.mask & _UNDER_IT == _UNDER_IT else ()
    if not done:
        return scanned
    adverbs = [at for at in range(done[0]) if scanned.mentions[at].mask & _UNDER_IT == _UNDER_IT and not _sized(scanned, at)]
    adverbs = [at for at in adverbs if not _told_apart(scanned, at, done[0])]
    planned = m.Certainty.bit | m.Intent.bit
    if not adverbs or any(mention.mask & planned for at, mention in enumerate(scanned.mentions) if at not in adverbs):
        return scanned
    return scanned.with_mentions([mention for at, mention in enumerate(scanned.mentions) if at not in adverbs])

"""Figures of what no register knows, and of a sort of what it does."""

import re
from itertools import pairwise

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark, Use
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.flow.state import State
from sinorus.parsers.marks import is_cue, mark_of
from sinorus.parsers.phrase import Phrase
from sinorus.scan.mention import Mention

_JOINTS = frozenset({Mark.AND, Mark.COMMA, Mark.SEMICOLON})
_LETTER = re.compile(r"[\u3400-\u9fff]|[^\W\d_]{4,}")
_WORD = re.compile(r"[\u3400-\u9fff]{2}|[^\W\d_]{4,}")
_MEANT = 2
"""Words (or characters, where each is one) that may be the name of a good."""


def is_unknown(text: str, before: Mention, bracket: Mention) -> bool:
    """Whether a member of a list stands before a bracket that no register knows: "meat (9%) and gizmos (5%)"."""
    if before.mask & _NAMED:
        return False
    joint = bool(before.mask & m.Punctuation.bit and _WORD.search(text, before.end, bracket.start))
    return joint or bool(before.mask & m.Pointer.bit) or is_cue(before, "shadow", "word")


_NAMED = m.Goods.bit | m.Party.bit | m.Figure.bit | m.Head.bit | m.Route.bit


def of_unknown_member(state: State, phrase: Phrase) -> bool:
    """Whether a bracket stands behind a word that no register knows, in a list of goods: "meat (9%) and gizmos (5%)"."""
    figure = phrase.chunk.items[0].get(m.Figure)
    if not state.shared or len(phrase.chunk.items) > 1 or figure is None or figure.quantity.unit != "%":
        return False
    start, mentions = phrase.chunk.items[0].start, state.scanned.mentions
    at = next((index for index in range(len(mentions) - 1, 0, -1) if mentions[index].end <= start), 0)
    return at > 0 and mark_of(mentions[at]) is Mark.OPEN and is_unknown(state.scanned.text, mentions[at - 1], mentions[at])


def of_firm_in_world(phrase: Phrase) -> bool:
    """Whether a company has the part, of no flow that is named: "TVEL has 17% of the world's market"."""
    firm = bool(phrase.chunk.items[0].mask & m.Body.bit) and phrase.world and all(placed.body for placed in phrase.parties)
    return firm and all(head.weak for _, head in phrase.heads)


def of_unnamed(state: State, phrase: Phrase) -> bool:
    """Whether a sentence begins with unknown words, or with a sort of trade, that are told to have a part: "Barter made up 60% of it"."""
    items, start = phrase.chunk.items, state.scanned.sentence.span.start
    verb = next((at for at, item in enumerate(items) if (share := item.get(m.Share)) is not None and share.use is Use.VERB), None)
    if verb is None or phrase.chunk.opener is not None or any(at < verb for at in phrase.figures):
        return False
    before = [item for item in state.scanned.mentions if item.end <= items[verb].start]
    if any(is_cue(item, "flow", "sort") for item in before):
        return not any(item.mask & (m.Goods.bit | m.Party.bit) for item in before)
    if any(item.mask & ~_NAMELESS for item in before):
        return False
    gaps = zip((start, *(item.end for item in before)), (*(item.start for item in before), items[verb].start), strict=True)
    return any(_WORD.search(state.scanned.text, first, last) for first, last in gaps)


_NAMELESS = PeriodExpr.bit | m.Relation.bit | m.AgreementNoun.bit | m.Punctuation.bit
"""What may stand before "made up" where nothing that has a part is named."""


def of_unknown(state: State, phrase: Phrase) -> bool:
    """Whether a figure that cannot be of the goods before it stands behind words unknown: "laptops fell 40% and base stations 98%"."""
    if phrase.heads or phrase.goods or phrase.parties or phrase.pointers or phrase.route or phrase.world or phrase.others:
        return False
    if phrase.periods or phrase.bases or phrase.basis is not None or phrase.chunk.opener not in _JOINTS:
        return False
    items = phrase.chunk.items
    if any(left.mask & m.Level.bit and right.mask & m.Movement.bit for left, right in pairwise(items)):
        return False  # "the sum paid for it grew by 9%"
    first = items[0].start
    told = (mention.end for mention in state.scanned.mentions if mention.end <= first and not is_cue(mention, "flow", "sort"))
    before = max(told, default=first)
    if of_sort(state, phrase):
        return False
    return len(_LETTER.findall(state.scanned.text, before, first)) >= _MEANT


def of_sort(state: State, phrase: Phrase) -> bool:
    """Whether a chunk without a head tells by whom or by which rules some of the goods are traded: "private firms 5 Mt"."""
    if phrase.heads or phrase.goods or phrase.parties or phrase.chunk.opener not in _JOINTS or not state.scanned.mask & m.Cue.bit:
        return False
    start, end = phrase.chunk.items[0].start, phrase.chunk.items[-1].end
    told = [each for each in state.scanned.mentions if each.end <= start and (not is_cue(each, "flow", "sort") or each.mask & m.Head.bit)]
    last = told[-1].end if told else start
    return any(last <= state.scanned.mentions[at].start < end for at in state.scanned.cued("flow", "sort"))

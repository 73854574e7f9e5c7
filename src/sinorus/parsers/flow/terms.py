"""Changes told of the value or of the volume: "3 Mt worth $2bn, down 17% in volume and 3% in value" makes two claims."""

from collections.abc import Mapping

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Role
from sinorus.parsers.flow.anchoring import anchored
from sinorus.parsers.flow.bare import power_of
from sinorus.parsers.flow.claim import Draft
from sinorus.parsers.flow.figure_part import FigureUse, What
from sinorus.parsers.flow.state import State
from sinorus.parsers.flow.units import with_unit
from sinorus.parsers.marks import is_cue, mark_of, role_of
from sinorus.parsers.phrase import Phrase
from sinorus.records.evidence import Evidence
from sinorus.scan.mention import Mention
from sinorus.values.evolve import evolve

_TERMS = {"by-value": True, "by-volume": False}
"""Whether it is the money that is told of, by the cue behind a figure."""
_SUBJECTS = {"its-value": True, "its-volume": False}
"""The same by the cue before it: "their value fell by 3%"."""
_MEANT = {**_SUBJECTS, "of-value": True, "of-volume": False}
"""The same by words that may mean either where not both have been told: "the volume fell by 3%, to $5bn"."""


def told_in(state: State, draft: Draft, item: Mention) -> Draft:
    """Return the claim to which the change at ``item`` belongs, where the words behind it say of what it is."""
    money = term_of(state, item)
    if money is None or draft.by is not None:
        return draft
    own, other = (draft.value, draft.volume) if money else (draft.volume, draft.value)
    if other is None:
        return draft
    rest = evolve(draft, value=None) if money else evolve(draft, volume=None)
    if own is None:
        state.close()
    else:
        state.rest = rest
    state.draft = evolve(draft, value=own if money else None, volume=None if money else own, share=None, record=False)
    return state.draft


def level_back(state: State, phrase: Phrase, use: FigureUse) -> bool:
    """Give a level to the change of its own kind told before that of the other: "up 18% in volume and 26% in value, to 9 kt and $31m"."""
    draft = state.draft
    if draft is None or draft.term is None or draft.level or use.what is not What.LEVEL or use.quantity.is_money is draft.term:
        return False
    at = len(state.records) - 1
    lead = max((figure for figure in phrase.figures if figure < use.index), default=-1)
    headed = any(lead < head < use.index for head, _ in phrase.heads)
    if state.terms.get(at) is draft.term or at not in state.terms or headed:
        return False
    told, item = state.records[at], phrase.chunk.items[use.index]
    quantity = with_unit(state, use.quantity, draft, phrase, use.index)
    if quantity is None or quantity.is_money is not state.terms[at] or told.value is not None or told.volume is not None:
        return False
    period = told.period or next((anchored(state, expr) for _, expr in phrase.periods), None)
    full = evolve(told, period=period, value=quantity) if quantity.is_money else evolve(told, period=period, volume=quantity)
    state.records[at] = full.with_evidence(Evidence.of(state.scanned.text, item.start, item.end))
    state.take_level(quantity, power_of(phrase, use.index))
    return True


def go_back(state: State) -> None:
    """Go back to the other level of a claim that was told in two, once the first has its change."""
    if state.rest is not None:
        rest, state.rest = state.rest, None
        state.close()
        state.draft = rest


def term_of(state: State, item: Mention) -> bool | None:
    """Return whether the change at ``item`` is one of the value (True) or of the volume (False), where that is said."""
    mentions = state.scanned.mentions
    subject, apart = subject_of(state, item)
    if apart:
        return subject
    at = next((index for index, mention in enumerate(mentions) if mention.start >= item.end), len(mentions))
    for mention in mentions[at:]:
        if mention.mask & (m.Figure.bit | m.Punctuation.bit):
            break
        if (money := _told(mention, _TERMS)) is not None:
            return money
    return _term_before([each for each in mentions[max(at - _LEAD, 0) : at] if each.end <= item.start])


_LEAD = 4
"""Mentions up to a change among which the word stands of what it is: "in value — by 26%"."""


def _term_before(lead: list[Mention]) -> bool | None:
    """Return the same by the words right before a change: "they grew in volume by 18%, in value by 26%"."""
    while lead and (role_of(lead[-1]) is Role.BY or mark_of(lead[-1]) is m.Mark.DASH):
        lead.pop()
    return _told(lead[-1], _TERMS) if lead else None


def kind_of(state: State, item: Mention) -> bool | None:
    """Return the same of a change that is told before any level, where its subject may say it: "their value rose by 7%"."""
    money = term_of(state, item)
    return money if money is not None else subject_of(state, item)[0]


def subject_of(state: State, item: Mention) -> tuple[bool | None, bool]:
    """Return the same by the subject of a figure ("their value"), and whether the level before it has a change of its own.

    "5 Mt, a little less; their value rose by 7%" are two claims, "5 Mt; their value rose by 7%, to $2bn" is one.
    """
    subject = None
    for mention in reversed([each for each in state.scanned.mentions if each.end <= item.start]):
        if mention.mask & m.Head.bit or (mention.mask & m.Figure.bit and subject is not None):
            break
        if subject is None:
            subject = _told(mention, _SUBJECTS)
        elif mention.mask & m.Movement.bit:
            return subject, True
    return subject, False


def level_meant(state: State, item: Mention) -> bool | None:
    """Return whether the change at ``item`` is one of the value or of the volume, where both have been told: any word of either says so."""
    if (behind := term_of(state, item)) is not None:
        return behind
    mentions = [each for each in state.scanned.mentions if each.end <= item.start]
    for at, mention in reversed(list(enumerate(mentions))):
        if mention.mask & m.Figure.bit or mark_of(mention) is m.Mark.SEMICOLON:
            break
        if (money := _told(mention, _MEANT)) is not None:
            return money
        before = mentions[at - 1] if at else None
        if mention.mask & m.Currency.bit and role_of(before) is Role.IN:
            return True  # "in dollars it was only 4% more"
        if (before is None or before.mask & m.Punctuation.bit) and (money := _told(mention, _TERMS)) is not None:
            return money  # "in volume, sales fell by 3%", but not "by 5% in value, and by 3%"
    return None


def _told(mention: Mention, cues: Mapping[str, bool]) -> bool | None:
    if not mention.mask & m.Cue.bit:
        return None
    return next((money for name, money in cues.items() if is_cue(mention, "flow", name)), None)

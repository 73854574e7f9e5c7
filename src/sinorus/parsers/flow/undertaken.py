"""What a paper that was signed is about: "a contract to supply 3 Mt", «договор на поставку 3 млн т», 签署供应300万吨的合同."""

from collections.abc import Sequence

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark, Role, Use
from sinorus.parsers.flow.claim import Draft
from sinorus.parsers.marks import mark_of, role_of
from sinorus.records import AgreementKind
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned

_BREAKS = m.Head.bit | m.Movement.bit | m.Level.bit
"""What does not stand between a paper and what it is about."""
_OPEN = frozenset({None, Mark.AND})
"""Marks that part no clause: "a contract with Peru and Chile to supply 3 Mt"."""
_PARTS = frozenset({Mark.SEMICOLON, Mark.CONTRAST, Mark.COLON})
"""Marks behind which something else is told."""


def undertaken(draft: Draft, scanned: Scanned) -> bool:
    """Whether a claim is what a paper named in its clause obliges to, and nothing that flowed."""
    if not scanned.mask & m.AgreementNoun.bit:
        return False
    return any(
        _is_about(scanned.mentions, at, draft) or _is_framed(scanned.mentions, at, draft) or _is_greatest(scanned.mentions, at, draft)
        for at, noun in scanned.of(m.AgreementNoun)
        if noun.kind is not AgreementKind.PLAN
    )


def _is_about(mentions: Sequence[Mention], paper: int, draft: Draft) -> bool:
    """Whether a paper is said to be about the flow of the claim, which nothing before the paper names: "a contract to supply …"."""
    head = next((at for at in range(paper + 1, len(mentions)) if _breaks(mentions[at])), None)
    if head is None or not mentions[head].mask & m.Head.bit or not draft.start < mentions[head].end <= draft.end:
        return False
    if any(item.mask & m.Head.bit and item.start >= draft.start for item in mentions[:paper]):
        return False
    if any(item.start < draft.end and mark_of(item) in _PARTS and role_of(item) is None for item in mentions[head:]):
        return False  # "… a contract on deliveries; 3 Mt arrived in May"
    if any(mark_of(item) not in _OPEN and role_of(item) is None for item in mentions[paper + 1 : head]):
        return False
    named = mentions[head].get(m.Head)
    led = role_of(mentions[head - 1]) is not None or head == paper + 1
    infinitive = role_of(mentions[head - 1]) is Role.TO
    return named is not None and not named.agent and ((named.use is Use.NOUN and led) or infinitive)


def _breaks(item: Mention) -> bool:
    """Whether a word begins something new behind a paper; who buys or sells only says with whom it is."""
    head = item.get(m.Head)
    return bool(item.mask & _BREAKS) and not (head is not None and head.agent)


def _is_greatest(mentions: Sequence[Mention], paper: int, draft: Draft) -> bool:
    """Whether a claim only says how large a contract is among all: "the contract, the largest ever in its exports, is worth $3bn"."""
    aside = mentions[paper + 1 : paper + 3]
    told = len(aside) > 1 and mark_of(aside[0]) is Mark.COMMA and bool(aside[1].mask & m.RecordHigh.bit)
    return told and draft.record and draft.value is not None and draft.start <= aside[1].end


def _is_framed(mentions: Sequence[Mention], paper: int, draft: Draft) -> bool:
    """Whether a claim stands between the verb that tells of signing and the paper signed, not parted from them: 签署了供应…的合同."""
    signed = next((at for at in range(paper - 1, -1, -1) if mentions[at].mask & m.AgreementVerb.bit), None)
    if signed is None or any(mark_of(item) not in _OPEN for item in mentions[signed + 1 : paper]):
        return False
    between = mentions[signed + 1 : paper]
    told = any(item.mask & m.Figure.bit and draft.start <= item.start < draft.end for item in between)
    return told and any(item.mask & m.Head.bit for item in between)

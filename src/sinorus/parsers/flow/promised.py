"""What an agreement promises, and a line can carry: it has not flowed, so that it is no trade."""

from decimal import Decimal

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Use
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.agreement.continued import goes_on, runs
from sinorus.parsers.context import Context
from sinorus.parsers.flow.claim import Draft
from sinorus.parsers.flow.undertaken import undertaken
from sinorus.parsers.marks import mark_of
from sinorus.records import AgreementKind, AgreementStatus, Sector
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned
from sinorus.world import corridor

OBLIGED = "what a contract obliges to over its term is the agreement's volume"
_UNTOLD = m.AgreementNoun.bit | m.Certainty.bit | m.Intent.bit
_PLANS = m.Intent.bit | m.Certainty.bit
_SIGNED = m.AgreementNoun.bit | m.AgreementVerb.bit


def promised(draft: Draft, scanned: Scanned, context: Context, *, obliged: bool) -> str | None:
    """Return why a claim is of nothing that flowed, but of what a line can carry or a contract promises; None where it flowed.

    `obliged` says that the sentence has told what a contract obliges to.
    """
    carried = draft.frame.ends is not None and "flow" in draft.frame.ends.carried
    if draft.share is None and carried and (contracts(scanned) or _restated(scanned, context)):
        return "the worth or volume of an agreement"
    if draft.frame.ends is not None and draft.frame.ends.carried and _of_agreement(draft, scanned, context):
        return "the worth or volume of an agreement"
    if draft.share is None and draft.by is None and goes_on(scanned, context):
        return "the worth or volume of an agreement"
    volume, period, date = draft.volume, draft.period, context.date
    ahead = draft.deadline or (period is not None and date is not None and period.last > date)
    if draft.share is None and draft.by is None and not ahead and undertaken(draft, scanned):
        return OBLIGED
    if volume is None and draft.share is None and draft.by is None and _lends(scanned):
        return "the worth of an agreement on money"
    sealed = draft.status is not None and draft.frame.head.use is Use.VERB and _sealed(scanned) and not _plans_apart(draft, scanned)
    if sealed and draft.share is None and draft.by is None and volume is None:
        return "the worth of an agreement"
    if volume is None:
        return "the worth of an agreement" if obliged and draft.share is None and draft.by is None else None
    if carried and draft.status is not None and volume.amount == _capacity(context):
        return "a capacity, not a flow"  # "in 2025 the line should reach its full 38 bcm"
    planned = draft.status is not None and scanned.mask & m.Head.bit and not scanned.mask & m.CorridorNoun.bit
    told = not carried or planned  # "in 2025 deliveries will be 9 bcm a year"; what a line is to carry is its capacity
    of_years = bool(draft.named and period is not None and period.is_years and told)
    if volume.unit.endswith("/a") and not of_years and not is_usual(draft, scanned):
        return "a rate per year without a year is a capacity or a norm"
    if (
        contracts(scanned)
        and (draft.frame.head.use is Use.VERB or not of_years or volume.unit.endswith("/a"))
        and draft.share is None
        and runs(scanned)
    ):
        return OBLIGED
    if of_years and volume.unit.endswith("/a") and period is not None and period.last.year > period.first.year and contracts(scanned):
        return OBLIGED  # "under the contract 9 Mt a year are to go from 2006 to 2010"
    if sealed:
        return "what a contract obliges to is the agreement's volume"
    if draft.status is not None and not ahead and _signs(scanned) and not draft.frame.share and not _plans_apart(draft, scanned):
        return "what a contract obliges to is the agreement's volume"
    return None


def _plans_apart(draft: Draft, scanned: Scanned) -> bool:
    """Whether a clause of its own, behind that of the contract, tells what somebody intends for a time that it names."""
    mentions = [item for item in scanned.mentions if item.start < draft.end]
    paper = max((at for at, item in enumerate(mentions) if item.mask & _SIGNED), default=-1)
    commas = [at for at, item in enumerate(mentions) if mark_of(item) is m.Mark.COMMA]
    plans = [at for at, item in enumerate(mentions) if item.mask & _PLANS == _PLANS]
    clause = max((at for at in commas if plans and at < plans[-1]), default=-1)
    return draft.named and 0 <= paper < clause and any(item.mask & PeriodExpr.bit for item in mentions[clause:])


def _capacity(context: Context) -> Decimal | None:
    """Return what the line can carry by which the flow spoken of was told to go."""
    way = corridor(context.flow.route) if context.flow is not None and context.flow.route is not None else None
    return way.capacity.amount if way is not None and way.kind == "pipeline" and way.capacity is not None else None


def is_usual(draft: Draft, scanned: Scanned) -> bool:
    """Whether a claim tells what somebody sells or buys year by year: "China buys some 2 Mt of it a year", "usually 5% go to Peru"."""
    ends, volume = draft.frame.ends, draft.volume
    if draft.share is not None and scanned.cued("flow", "usual"):
        return True
    acts = draft.frame.head.use is Use.VERB and ends is not None and not ends.carried
    told = volume is not None and volume.unit.endswith("/a") and draft.status is None and not scanned.mask & _UNTOLD
    return acts and told


def _lends(scanned: Scanned) -> bool:
    """Whether the sentence tells that a deal on money was signed: a loan, a swap of currencies."""
    nouns = (noun for _, noun in scanned.of(m.AgreementNoun))
    return _signs(scanned) and bool(scanned.mask & m.AgreementVerb.bit) and any(Sector.FINANCE in noun.sectors for noun in nouns)


def _signs(scanned: Scanned) -> bool:
    """Whether the sentence names a deal or tells that one was made; "came to" and "reached" tell of levels, too."""
    if not scanned.mask & _SIGNED:
        return False
    papers = bool(scanned.mask & m.AgreementNoun.bit)
    return any(_tells_of_deal(mention, papers=papers) for mention in scanned.mentions)


def _tells_of_deal(mention: Mention, *, papers: bool) -> bool:
    """Whether a word names a deal or tells that one was made; some verbs do only where the sentence names one (`papers`)."""
    if not mention.mask & _SIGNED or mention.mask & m.Level.bit or _is_plan(mention):
        return False
    verb = mention.get(m.AgreementVerb)
    return papers or verb is None or not verb.weak


def _sealed(scanned: Scanned) -> bool:
    """Whether a sentence tells that a contract was signed: "it signed a contract under which it will deliver 9 kt by May"."""
    done = any(verb.status is AgreementStatus.SIGNED for _, verb in scanned.of(m.AgreementVerb))
    return done and any(noun.kind is AgreementKind.CONTRACT for _, noun in scanned.of(m.AgreementNoun))


def _is_plan(mention: Mention) -> bool:
    noun = mention.get(m.AgreementNoun)
    return noun is not None and noun.kind is AgreementKind.PLAN


def _restated(scanned: Scanned, context: Context) -> bool:
    """Whether the sentence gives the terms of an agreement told of just before: "its value is $5bn"."""
    return _agreed(scanned, context) and bool(scanned.cued("agreement", "restates"))


def _of_agreement(draft: Draft, scanned: Scanned, context: Context) -> bool:
    """Whether a level of no time is one that the agreement told of just before promises: "the annual volume of supplies is 9 bcm"."""
    if draft.named or draft.share is not None or draft.by is not None or not _agreed(scanned, context):
        return False
    return contracts(scanned) or bool(scanned.cued("corridor", "yearly"))


def _agreed(scanned: Scanned, context: Context) -> bool:
    """Whether the paragraph has told of an agreement."""
    told = context.told
    return told.agreement is not None and told.agreement_paragraph == scanned.sentence.paragraph


def contracts(scanned: Scanned) -> bool:
    """Whether a sentence names a deal (a plan is none)."""
    if not scanned.mask & m.AgreementNoun.bit:
        return False
    return any(mention.mask & m.AgreementNoun.bit and not _is_plan(mention) for mention in scanned.mentions)

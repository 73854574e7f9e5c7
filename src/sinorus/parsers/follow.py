"""How a sentence changes what the next one may take from it: who speaks, what is listed, what was settled."""

import attrs

from sinorus.languages import meaning as m
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.context import Context
from sinorus.parsers.subject import subject
from sinorus.parsers.talk import HOME, MEMORY, Talk
from sinorus.records import Pledge, Record, Settlement
from sinorus.scan.sentence import Scanned
from sinorus.values import Period

_NAMES = m.Party.bit | m.Body.bit
_SAYS = m.Speech.bit | m.Intent.bit


def follow(scanned: Scanned, context: Context, records: tuple[Record, ...]) -> Context:
    """Return the context after a sentence that gave these records."""
    talk = context.talk
    actors, pledged = _actors(scanned, context, records)
    settled = next((record for record in reversed(records) if isinstance(record, Settlement)), None)
    listing = _listing(scanned, context)
    return attrs.evolve(
        context,
        talk=Talk(
            actors=actors,
            pledged=pledged,
            paragraph=scanned.sentence.paragraph if pledged else talk.paragraph,
            listing=listing,
            lead=talk.lead if talk.listing else scanned.sentence.paragraph,
            horizon=_horizon(scanned, context) if listing and not talk.listing else talk.horizon if listing else _horizon(scanned, context),
            recent=(*talk.recent[1 - MEMORY :], _named(scanned)),
            settled=settled or talk.settled,
            silence=0 if settled is not None else talk.silence + 1,
        ),
    )


def _named(scanned: Scanned) -> frozenset[str]:
    if not scanned.mask & _NAMES:
        return frozenset()
    named: set[str] = set()
    for mention in scanned.mentions:
        party, body = mention.get(m.Party), mention.get(m.Body)
        named.update(party.codes if party is not None else (body.country,) if body is not None and body.country else ())
    return frozenset(named & HOME)


def _actors(scanned: Scanned, context: Context, records: tuple[Record, ...]) -> tuple[tuple[str, ...], bool]:
    """Return whom a pledge without an actor of its own would be of: the last who pledged or spoke."""
    for record in reversed(records):
        if isinstance(record, Pledge):
            return tuple(actor.code for actor in record.actors), True
    if scanned.mask & _SAYS and scanned.mask & (_NAMES | m.Pointer.bit):
        for index, mention in enumerate(scanned.mentions):
            if mention.mask & _SAYS:
                found = subject(scanned, context, index, 0)
                if found is not None and not found.carried and HOME & set(found.codes):
                    return found.codes, False
    return context.talk.actors, False


def _listing(scanned: Scanned, context: Context) -> bool:
    """Whether the next items are intentions: after a lead-in, as long as items follow, or sentences of its paragraph."""
    talk, sentence = context.talk, scanned.sentence
    if scanned.mask & m.Cue.bit and (scanned.mask & m.Intent.bit or scanned.quote().rstrip().endswith((":", "："))):
        for mention in scanned.mentions:
            if (cue := mention.get(m.Cue)) is not None and cue.group == "pledge" and cue.name == "lead":
                return True
    return talk.listing and (sentence.kind == "item" or sentence.paragraph == talk.lead)


def _horizon(scanned: Scanned, context: Context) -> Period | None:
    """Return the period that a sentence names first, for the list that may follow it."""
    for mention in scanned.mentions:
        expr = mention.get(PeriodExpr)
        if expr is not None:
            return context.anchor(expr, context.period)
    return context.talk.horizon

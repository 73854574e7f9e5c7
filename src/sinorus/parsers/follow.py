"""How a sentence changes what the next one may take from it: who speaks, what is listed, what was settled."""

import datetime

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.context import Context
from sinorus.parsers.marks import is_cue
from sinorus.parsers.office import pair_of
from sinorus.parsers.settlement.group import groups
from sinorus.parsers.settlement.market import deals_on
from sinorus.parsers.subject import subject
from sinorus.parsers.talk import HOME, MEMORY, Talk, is_item, leads_list
from sinorus.records import Pledge, Record, Settlement
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned
from sinorus.values import Period
from sinorus.values.evolve import evolve

_NAMES = m.Party.bit | m.Body.bit
_SAYS = m.Speech.bit | m.Intent.bit | m.AgreementVerb.bit
_NAMED = _NAMES | m.Pointer.bit
_FADING = MEMORY // 2
_ELSEWHERE = m.Figure.bit | m.OtherMeasure.bit | m.Body.bit


def follow(scanned: Scanned, context: Context, records: tuple[Record, ...]) -> Context:
    """Return the context after a sentence that gave these records; the same one where nothing has changed."""
    before = context.talk
    mask, sentence = scanned.mask, scanned.sentence
    if (
        not mask & (_NAMES | _SAYS | m.Cue.bit | m.Currency.bit | PeriodExpr.bit)
        and not records
        and not before.listing
        and not before.pledged
    ):
        return context
    talk = _settled(before, scanned, records)
    if (dealt := deals_on(scanned, before=talk.dealt)) is not talk.dealt:
        talk = evolve(talk, dealt=dealt)
    if mask & _NAMED:
        talk = _placed(talk, scanned, context)
    actors, pledged = _actors(scanned, context, records)
    listing = _listing(scanned, context)
    if (actors, pledged, listing) != (talk.actors, talk.pledged, talk.listing) or pledged:
        talk = evolve(
            talk,
            actors=actors,
            pledged=pledged,
            paragraph=sentence.paragraph if pledged else talk.paragraph,
            listing=listing,
            lead=talk.lead if before.listing else sentence.paragraph,
        )
    if mask & PeriodExpr.bit and mask & (m.Certainty.bit | m.Cue.bit) and not before.listing:
        talk = _dated(talk, scanned, context)
    return context if talk is before else evolve(context, talk=talk)


def _settled(talk: Talk, scanned: Scanned, records: tuple[Record, ...]) -> Talk:
    """Note the first statement on currencies: what a sentence compares it with comes after."""
    told = [record for record in records if isinstance(record, Settlement)]
    if not told:
        return _turned_to(talk, scanned)
    times = {record.period for record in told if record.period is not None and record.share is not None}
    if len(times) == len(talk.settled_when) == 1 and talk.since_settled(scanned.sentence.span.start) <= MEMORY:
        times |= set(talk.settled_when)  # "In January it was 3%. By May it was 9%"
    when = talk.settled_when if times <= set(talk.settled_when) else tuple(sorted(times, key=_first_day))
    reached = told[1] if len(told) > 1 and _is_left(told[0], told[1]) else told[0]
    each = tuple(dict.fromkeys(record.currencies for record in told if record.share is not None))
    each = each if len(each) > 1 or not talk.settled_each else talk.settled_each if each and each[0] in talk.settled_each else ()
    return evolve(talk, settled=reached, settled_at=scanned.sentence.span.end, settled_when=when, settled_each=each)


def _is_left(one: Settlement, other: Settlement) -> bool:
    """Whether the first share is only that from which the next one came: "from 16% in December to 36%"."""
    same = one.currencies == other.currencies and one.status is other.status and one.scope == other.scope
    return same and one.period is not None and other.period is not None and one.period.last < other.period.first


def _first_day(period: Period) -> datetime.date:
    return period.first


def _turned_to(talk: Talk, scanned: Scanned) -> Talk:
    """Note other currencies to which a statement without figures turns: "The dollar and the euro went the other way."."""
    at = scanned.sentence.span
    if talk.settled is None or not scanned.mask & m.Currency.bit or scanned.mask & _ELSEWHERE or talk.since_settled(at.start) > MEMORY:
        return talk
    parties = tuple(country.code for country in talk.settled.parties)
    named = groups(scanned.mentions, 0, len(scanned.mentions), parties)
    if len(named) != 1 or named[0].codes == talk.settled.currencies:
        return talk
    return evolve(talk, settled=evolve(talk.settled, currencies=named[0].codes, share=None), settled_at=at.end)


def _placed(talk: Talk, scanned: Scanned, context: Context) -> Talk:
    """Note where China and Russia were named, unless that was noted a little before; a title that names both sets the theme."""
    at, first = scanned.sentence.span.start, scanned.sentence.paragraph == 0
    if len(talk.places) == len(HOME) and (talk.theme or not first) and all(at - place <= _FADING for _, place in talk.places):
        return talk
    named = {code for _, party in scanned.of(m.Party) for code in party.codes}
    named.update(body.country for index, body in scanned.of(m.Body) if body.country and not scanned.mentions[index].mask & m.Party.bit)
    if any(pointer.to is Anaphor.PAIR and not scanned.mentions[index].mask & _NAMES for index, pointer in scanned.of(m.Pointer)):
        named.update(pair_of(context))
    named &= HOME
    places = dict(talk.places)
    theme = talk.theme or (first and named == HOME)
    if theme == talk.theme and all(code in places and at - places[code] <= _FADING for code in named):
        return talk
    places.update(dict.fromkeys(named, at))
    return evolve(talk, places=tuple(sorted(places.items())), theme=theme)


def _actors(scanned: Scanned, context: Context, records: tuple[Record, ...]) -> tuple[tuple[str, ...], bool]:
    """Return whom a pledge without an actor of its own would be of: the last who pledged or spoke."""
    for record in reversed(records):
        if isinstance(record, Pledge):
            return tuple(actor.code for actor in record.actors), True
    if scanned.mask & _SAYS and scanned.mask & (_NAMED | m.Cue.bit | m.Leader.bit):
        for index, mention in enumerate(scanned.mentions):
            if mention.mask & _SAYS and not _modal(mention):
                found = subject(scanned, context, index, 0)
                if found is not None and not found.carried and HOME & set(found.codes):
                    return found.codes, False
    return context.talk.actors, False


def _modal(mention: Mention) -> bool:
    """Whether the word says what somebody should do: he is not the one who speaks."""
    intent = mention.get(m.Intent)
    return intent is not None and intent.weak and intent.after


def _listing(scanned: Scanned, context: Context) -> bool:
    """Whether the next items are intentions: after a lead-in, as long as items follow, or sentences of its paragraph."""
    talk, sentence = context.talk, scanned.sentence
    if scanned.mask & m.Intent.bit and _leads_in(scanned):
        return True
    leads = bool(scanned.mask & m.Cue.bit) and (bool(scanned.mask & m.Intent.bit) or leads_list(scanned))
    if leads and any(is_cue(mention, "pledge", "lead") for mention in scanned.mentions):
        return True
    return talk.listing and (is_item(scanned) or sentence.paragraph == talk.lead)


def _leads_in(scanned: Scanned) -> bool:
    """Whether a sentence ends with what somebody agreed or means to do, and a colon: "the two sides agreed:"."""
    if not leads_list(scanned):
        return False
    last = next((mention for mention in reversed(scanned.mentions) if not mention.mask & (m.Punctuation.bit | m.Relation.bit)), None)
    return last is not None and bool(last.mask & m.Intent.bit)


def _dated(talk: Talk, scanned: Scanned, context: Context) -> Talk:
    """Note the period that a sentence names first, for the list that may follow it."""
    _, expr = scanned.of(PeriodExpr)[0]
    period: Period | None = context.anchor(expr, context.period)
    return talk if period is None or period == talk.horizon else evolve(talk, horizon=period)

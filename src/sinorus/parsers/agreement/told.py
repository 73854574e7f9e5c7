"""The record of an agreement: its kind, who, when, about what and for how much, and the characters that say so."""

from sinorus.languages import meaning as m
from sinorus.parsers.agreement.about import route_of, sectors_of
from sinorus.parsers.agreement.build import single
from sinorus.parsers.agreement.clause import Clause
from sinorus.parsers.agreement.sides import Sides
from sinorus.parsers.agreement.terms import Terms, terms_of
from sinorus.parsers.context import Context
from sinorus.parsers.proper_name import title_end
from sinorus.parsers.sector import Objects
from sinorus.records import Agreement, AgreementKind, AgreementStatus, Confidence, Evidence
from sinorus.records.agreement import Party
from sinorus.scan.sentence import Scanned
from sinorus.world import Country

_OPENS, _CLOSES = "《》"


def agreement_of(
    scanned: Scanned,
    context: Context,
    clause: Clause,
    sides: Sides,
    *,
    terms: Terms,
    noun: m.AgreementNoun,
    about: Objects,
) -> Agreement:
    """Return the record of a document between these parties; of one that nothing is said of, that it was signed."""
    parties = sides.parties
    between_states = noun.states is not None and all(isinstance(party, Country) for party in parties)
    return Agreement(
        kind=noun.states if between_states and noun.states is not None else noun.kind,
        title=title_of(scanned, clause),
        parties=parties,
        status=clause.status or AgreementStatus.SIGNED,
        date=terms.date,
        subjects=sectors_of(scanned, context, about, clause, noun=noun, parties=parties),
        commodity=single(about.goods),
        corridor=route_of(scanned, context, about, clause),
        value=terms.value,
        volume=terms.volume,
        term=terms.term,
        count=terms.count,
        confidence=Confidence.INFERRED if sides.carried or clause.verb is None else Confidence.STATED,
        evidence=(evidence_of(scanned, clause, sides, terms),),
    )


def agreed_deal(scanned: Scanned, context: Context, clause: Clause, parties: tuple[Party, ...], *, about: Objects, start: int) -> Agreement:
    """Return the record of what companies have agreed on though no document is named; its evidence begins at the character `start`."""
    terms = terms_of(scanned, context, clause)
    return Agreement(
        kind=AgreementKind.AGREEMENT,
        parties=parties,
        status=AgreementStatus.AGREED,
        date=terms.date,
        subjects=about.sectors(),
        commodity=single(about.goods),
        corridor=about.corridor(),
        value=terms.value,
        volume=terms.volume,
        term=terms.term,
        confidence=Confidence.INFERRED,
        evidence=(Evidence.of(scanned.text, start, scanned.mentions[clause.end - 1].end),),
    )


def title_of(scanned: Scanned, clause: Clause) -> str | None:
    """Return the name that the text gives a document, with its noun."""
    mention = scanned.mentions[clause.index]
    text = scanned.text
    end = title_end(text, mention.start, mention.end, scanned.sentence.span.end)
    if end is not None:
        return text[mention.start : end]
    opens = text.rfind(_OPENS, scanned.sentence.span.start, mention.start)
    inside = text.startswith(_CLOSES, mention.end) and opens >= 0 and text.rfind(_CLOSES, opens, mention.start) < 0
    return text[opens + 1 : mention.end] if inside else None


def evidence_of(scanned: Scanned, clause: Clause, sides: Sides, terms: Terms) -> Evidence:
    """Return the characters from the first to the last of noun, verb, parties and figures."""
    mentions = scanned.mentions
    spots = [mentions[clause.index]]
    if clause.verb is not None:
        spots.append(mentions[clause.verb])
    start = min([each.start for each in spots] + ([sides.start] if sides.start >= 0 else []))
    end = max([each.end for each in spots] + [sides.end, terms.end])
    return Evidence.of(scanned.text, start, end)

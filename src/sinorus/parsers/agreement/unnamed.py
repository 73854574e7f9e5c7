"""What is said of the agreement told of before without naming a document: "it was renewed in May"."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Role, Use
from sinorus.parsers.agreement.clause import Clause
from sinorus.parsers.agreement.pairs import awaited
from sinorus.parsers.agreement.party import actors
from sinorus.parsers.agreement.sides import sides_of
from sinorus.parsers.agreement.terms import terms_of
from sinorus.parsers.context import Context
from sinorus.records import Agreement, AgreementStatus, Confidence, Evidence
from sinorus.scan.mention import Mention, meanings_of
from sinorus.scan.sentence import Scanned
from sinorus.values.evolve import evolve
from sinorus.world import Organisation

_OPEN = frozenset({AgreementStatus.NEGOTIATING, AgreementStatus.AGREED})
_REACH = 40


def pronoun(scanned: Scanned, context: Context, found: list[Clause], records: list[Agreement]) -> None:
    """Add what a verb of documents with "it" tells to `records`: "Signed in 2012, it covers …", "they renewed it"."""
    mentions = scanned.mentions
    used = {clause.verb for clause in found if clause.verb is not None}
    told = records[-1] if records else context.told.agreement
    near = scanned.sentence.paragraph - context.told.agreement_paragraph <= 1 or bool(records)
    if told is None or not near:
        return
    for index, verb in meanings_of(mentions, m.AgreementVerb):
        if index in used or verb.use is Use.NOUN or (verb.weak and verb.status is not AgreementStatus.SIGNED):
            continue
        if index and mentions[index - 1].mask & m.Negation.bit:
            continue
        if verb.status is AgreementStatus.IN_FORCE and awaited(mentions, index):
            continue
        if told.status in _OPEN and _to_come(mentions, index):
            continue  # "it is being drafted; they hope to sign it in May"
        counted = told.status is AgreementStatus.AGREED and (told.count or 0) > 1 and verb.status is AgreementStatus.SIGNED
        if not counted and not any(
            _points(mentions, at, index) for at in (*range(max(index - 3, 0), index), *range(index + 1, min(index + 5, len(mentions))))
        ):
            continue
        clause = Clause(index, None, index, verb.status, max(index - 4, 0), len(mentions), max(index - 4, 0))
        terms = terms_of(scanned, context, clause)
        parties = told.parties
        if not any(isinstance(party, Organisation) for party in parties):
            named = sides_of(scanned, context, evolve(clause, start=0, index=min(index + 1, len(mentions) - 1))).parties
            firms = [party for party in named if isinstance(party, Organisation)]
            parties = named if not parties or len(firms) > 1 else parties  # "two banks have a contract: A and B signed it"
        elif len(parties) == 1 and (partner := _partner(scanned, context, clause)) is not None and partner not in parties:
            parties = (*parties, partner)  # "A won a contract. It was signed with B"
        if not parties:
            return
        fresh = terms.date is not None and told.date is not None and terms.date != told.date
        record = evolve(
            told,
            parties=parties,
            status=verb.status,
            date=terms.date or told.date,
            value=terms.value or told.value,
            volume=terms.volume or told.volume,
            term=terms.term or told.term,
            confidence=Confidence.INFERRED,
            evidence=(Evidence.of(scanned.text, mentions[index].start, max(mentions[index].end, terms.end)),),
        )
        if records and not fresh and told.status in {AgreementStatus.SIGNED, verb.status} and told is records[-1]:
            records[-1] = record.with_evidence(*told.evidence)
        else:
            records.append(record)
        return


def _partner(scanned: Scanned, context: Context, clause: Clause) -> Organisation | None:
    """Return the company with which the sentence has it signed."""
    found = [each for each in actors(scanned, context, clause.index + 1, clause.end) if each.role is Role.WITH]
    return found[0].body if len(found) == 1 and isinstance(found[0].body, Organisation) else None


def _to_come(mentions: tuple[Mention, ...], verb: int) -> bool:
    """Whether the verb only tells what is meant or hoped to be done."""
    meaning = mentions[verb].get(m.AgreementVerb)
    if meaning is not None and meaning.status is AgreementStatus.PROPOSED:
        return True
    meant = m.Certainty.bit | m.Intent.bit
    behind = next((each for each in mentions[verb + 1 : verb + 3] if not each.mask & m.Pointer.bit), None)
    if meaning is not None and meaning.use is Use.MODIFIER and behind is not None and behind.mask & meant:
        return True  # "to sign it they mean in autumn"
    return bool(verb and mentions[verb - 1].mask & meant)


def _points(mentions: tuple[Mention, ...], at: int, verb: int) -> bool:
    """Whether the mention is a pronoun that stands right beside the verb, or opens the main clause after its participle."""
    pointer = mentions[at].get(m.Pointer)
    if pointer is None or pointer.to is not Anaphor.THIS:
        return False
    left, right = sorted((mentions[at], mentions[verb]), key=lambda mention: mention.start)
    return right.start - left.end <= _REACH // 2 if at < verb else right.start - left.end <= 1 or verb == 0

"""A single country, or nobody: who the other side is, and when a paper between nobody named is one of China and Russia."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Mark, Role
from sinorus.parsers.agreement.actor import Actor
from sinorus.parsers.agreement.clause import Clause, dated
from sinorus.parsers.context import Context
from sinorus.parsers.marks import is_cue, mark_of
from sinorus.parsers.office import pair_of, speaker
from sinorus.parsers.talk import HOME
from sinorus.records import AgreementKind, AgreementStatus
from sinorus.records.agreement import Party
from sinorus.scan.sentence import Scanned
from sinorus.world import country
from sinorus.world.country import is_coded

_WHO = m.Party.bit | m.Body.bit | m.Leader.bit | m.AgreementNoun.bit


def _acting(scanned: Scanned, at: int) -> bool:
    """Whether somebody, or another document, stands there; "their" behind a preposition does nothing."""
    mention = scanned.mentions[at]
    pointer = mention.get(m.Pointer)
    pointed = pointer is not None and pointer.to in {Anaphor.THIS, Anaphor.PAIR}
    led = at > 0 and bool(scanned.mentions[at - 1].mask & m.Relation.bit)
    return bool(mention.mask & _WHO) or speaker(mention) or (pointed and not led)


def _nobody_acts(scanned: Scanned, clause: Clause) -> bool:
    """Whether the sentence leaves open who: "15 documents were signed", "negotiations on a protocol continue"."""
    if clause.passive or clause.verb is None:
        return True
    colons = [at for at in range(clause.start, clause.verb) if mark_of(scanned.mentions[at]) is Mark.COLON]
    start = colons[-1] + 1 if colons else clause.start
    if clause.verb < clause.index and not any(_acting(scanned, at) for at in range(start, clause.verb)):
        return True  # «в ходе встречи подписаны протокол и …»
    return clause.status is AgreementStatus.NEGOTIATING and clause.start == clause.verb


def _theirs(scanned: Scanned, context: Context, clause: Clause) -> bool:
    """Whether a paper between nobody named is one of China and Russia: the text is of the two, and no company or third party is near."""
    noun = clause.noun
    if noun is None or (noun.weak and not noun.plural) or noun.definite:
        return False
    if noun.kind is AgreementKind.CONTRACT and not _among_papers(scanned, context):
        return False  # companies sign it
    if not context.mentioned >= HOME or set(pair_of(context)) != HOME:
        return False
    near = scanned.mentions[clause.start : clause.end]
    return not any(mention.mask & m.Body.bit or is_cue(mention, "agreement", "firm") for mention in near)


def _among_papers(scanned: Scanned, context: Context) -> bool:
    """Whether the papers of the two states are being told, in this very paragraph."""
    told = context.told
    same = told.agreement is not None and told.agreement_paragraph == scanned.sentence.paragraph
    return same and told.agreement is not None and set(told.agreement.parties) == {country(code) for code in HOME}


def _of_the_two(context: Context, codes: list[str]) -> bool:
    """Whether what is said jointly is said by China and Russia, of which the text is."""
    return set(codes) <= HOME <= context.mentioned and set(pair_of(context)) == HOME


def _facing(scanned: Scanned, clause: Clause, chosen: list[Actor]) -> str | None:
    """Return the other country whose unnamed company deals with one of China or Russia: "a Korean line signed with Chinese firms"."""
    partner = chosen[0] if len(chosen) == 1 and chosen[0].role is Role.WITH and len(chosen[0].codes) == 1 else None
    if partner is None or not set(partner.codes) <= HOME:
        return None
    named = (mention.get(m.Party) for mention in scanned.mentions[clause.start : partner.index])
    codes = {code for party in named if party is not None for code in party.codes}
    return codes.pop() if len(codes) == 1 and not codes & HOME else None


def _told_from(scanned: Scanned, context: Context, clause: Clause, chosen: list[Actor]) -> str | None:
    """Return the third country of which a text tells, where a paper names China or Russia as its partner: "a protocol with China"."""
    partner = chosen[0] if len(chosen) == 1 and chosen[0].role is Role.WITH and len(chosen[0].codes) == 1 else None
    if partner is None or not set(partner.codes) <= HOME or clause.negated:
        return None
    named = {code for _, party in scanned.of(m.Party) for code in party.codes} - set(partner.codes)
    spoken = [code for code in (context.viewpoint, context.subject) if code is not None and is_coded(code) and code in context.mentioned]
    third = next((code for code in spoken if code not in HOME), None)
    return third if third is not None and named <= {third} and not scanned.mask & m.Body.bit else None


def completed(scanned: Scanned, context: Context, clause: Clause, chosen: list[Actor]) -> tuple[list[Party], bool]:
    """Fill up a single country, or nobody, from what the sentence points back to."""
    codes = list(dict.fromkeys(code for actor in chosen for code in actor.codes))
    pointed = any(
        ((pointer := mention.get(m.Pointer)) is not None and pointer.to is Anaphor.PAIR) or mention.mask & m.Leader.bit
        for mention in scanned.mentions[clause.start : clause.end]
    )
    pair = pair_of(context)
    foreign = _facing(scanned, clause, chosen)
    if foreign is not None:
        return [country(foreign), *(country(code) for code in codes)], False
    if pointed and pair and (not codes or codes[0] in pair):
        return [country(code) for code in pair], True
    if (third := _told_from(scanned, context, clause, chosen)) is not None:
        return [country(code) for code in sorted((third, *codes))], True
    if len(codes) == 1 and codes[0] in HOME and context.mentioned >= HOME:
        others = {code for _, party in scanned.of(m.Party) for code in party.codes} - HOME
        if not others:
            return [country(code) for code in sorted(HOME)], True
    if clause.noun is not None and clause.noun.kind is AgreementKind.JOINT_STATEMENT and _of_the_two(context, codes):
        return [country(code) for code in sorted(HOME)], True
    if len(codes) == 1:
        return [], False
    if not codes and (clause.verb is not None or dated(scanned, clause)):
        there = [code for _, party in scanned.of(m.Party) for code in party.codes]
        if set(there) == HOME or (set(there) < HOME and _nobody_acts(scanned, clause) and _theirs(scanned, context, clause)):
            return [country(code) for code in sorted(HOME)], True
        if (two := dict.fromkeys(there)) and _of_the_meeting(scanned, clause, list(two)):
            return [country(code) for code in two], True
    return [country(code) for code in dict.fromkeys(codes)], False


def _of_the_meeting(scanned: Scanned, clause: Clause, two: list[str]) -> bool:
    """Whether two countries of which one is China or Russia are all that a paper signed by nobody named can be of, as they met."""
    noun = clause.noun
    if len(two) != len(HOME) or not HOME & set(two) or noun is None or noun.definite or noun.kind is AgreementKind.CONTRACT:
        return False
    near = scanned.mentions[clause.start : clause.end]
    named = any(mention.mask & m.Body.bit or is_cue(mention, "agreement", "firm") for mention in near)
    before = scanned.between(m.Party, 0, clause.index)
    return _nobody_acts(scanned, clause) and not named and {code for _, party in before for code in party.codes} == set(two)

"""The documents of a sentence: what was done with each, and how far its words reach."""

from attrs import frozen

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark, Role, Use
from sinorus.languages.period_expr import Grain, PeriodExpr
from sinorus.parsers.agreement.pairs import Pairs
from sinorus.parsers.marks import is_cue, mark_of, role_of
from sinorus.records import AgreementStatus
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned
from sinorus.values.evolve import evolve

_NEAR = 30
_TOUCH = 2
_ARTICLE = 4
_SOON = 4
_LATER = frozenset({AgreementStatus.IN_FORCE})
_JOINT = 6
_ASIDE = 7
_JOINTS = frozenset({Mark.AND, Mark.OR})
_WHO = m.Party.bit | m.Body.bit | m.Leader.bit


@frozen
class Clause:
    """A document at mention `index` (`noun` is None for "a second one") with its verb.

    Its words are the mentions from `phrase` to before `end`; its subject, where the verb stands before it, those from `start` to it.
    """

    index: int
    noun: m.AgreementNoun | None
    verb: int | None
    status: AgreementStatus | None
    start: int
    end: int
    phrase: int
    negated: bool = False
    listed: bool = False
    """Whether other documents stand between it and its verb."""
    again: bool = False
    """Whether it tells of the document of the clause before a second time: "…, which was extended in 2021"."""
    passive: bool = False
    """Whether the verb stands behind the noun: signed by, which they signed, is being negotiated."""

    @property
    def verb_next(self) -> int | None:
        """The index of the mention right behind the verb."""
        return None if self.verb is None else self.verb + 1


class _Finder(Pairs):
    """Finds how far the words of each document reach, and what its verb says."""

    def start(self, index: int) -> int:
        """Return where the clause of a verb or noun begins."""
        at = index
        while at > 0 and at - 1 not in self.ends and not self._turns(at - 1) and not self._quotes(at - 1):
            at -= 1
        return at

    def _quotes(self, index: int) -> bool:
        """Whether a colon opens what somebody says, who need not be the one who signs: "the head of A said: two countries signed …"."""
        return mark_of(self.mentions[index]) is Mark.COLON and bool(index and self.mentions[index - 1].mask & m.Speech.bit)

    def _turns(self, index: int) -> bool:
        """Whether a "while" ends one signing, and names who signs next: "A and B signed a deal, while C and D …"."""
        if mark_of(self.mentions[index]) is not Mark.CONTRAST or not 0 < index < self.count - 1:
            return False
        if self.mentions[index].mask & m.Relation.bit or mark_of(self.mentions[index - 1]) is not Mark.COMMA:
            return False
        told = any(at < index for at in self.verbs) and any(at < index for at in self.nouns)
        return told and bool(self.mentions[index + 1].mask & (m.Body.bit | m.Party.bit))

    def end(self, noun: int, verb: int | None, passive: bool) -> int:
        """Return where the words of the noun end: before the next document or the subject of the next verb."""
        seen = self._last_joined(verb) if passive and verb is not None else -1
        for index in range(noun + 1, self.count):
            if index in self.ends or index in self.is_noun or self._lent_by_another(index):
                return index
            if index in self.is_verb and index > max(noun, seen):
                verb_meaning = self.mentions[index].get(m.AgreementVerb)
                if verb_meaning is not None and not verb_meaning.weak and not self._participle(index, noun):
                    return index
        return self.count

    def _lent_by_another(self, index: int) -> bool:
        """Whether a comma is followed by somebody else who lends the money for it: "signed an oil deal, and B will lend $2 billion"."""
        if mark_of(self.mentions[index]) is not Mark.COMMA:
            return False
        behind = range(index + 1, min(index + _ASIDE, self.count))
        who = next((at for at in behind if self.mentions[at].mask & m.Body.bit), None)
        lends = any(is_cue(self.mentions[at], "agreement", "loan") for at in behind if who is not None and at > who)
        return lends and who is not None and who <= index + 2

    def _participle(self, verb: int, noun: int) -> bool:
        """Whether a later verb still speaks of the same noun."""
        return self.right(noun) == verb

    def phrase(self, noun: int, verb: int | None, passive: bool) -> int:
        """Return where the noun phrase begins: behind its verb, a joint or the noun before it."""
        floor = verb + 1 if verb is not None and not passive else 0
        at = noun
        while at > floor:
            mention = self.mentions[at - 1]
            if at - 1 in self.is_noun or at - 1 in self.is_verb or at - 1 in self.ends:
                break
            if mention.mask & m.Punctuation.bit and mark_of(mention) not in {Mark.QUOTE} and not self._between_terms(at - 1):
                break
            at -= 1
        return at

    def _between_terms(self, index: int) -> bool:
        """Whether a joint without spaces stands behind a figure of the noun phrase: 签署价值260亿美元、为期12年的合同."""
        mention, before = self.mentions[index], self.mentions[index - 1] if index else None
        joint = mark_of(mention) is Mark.AND and before is not None and bool(before.mask & m.Figure.bit) and before.end == mention.start
        return joint and not self.scanned.text[mention.end : mention.end + 1].isspace()

    def parted(self, clause: Clause) -> list[Clause]:
        """Part a clause from a relative one that tells what became of the document later."""
        if clause.verb is None or clause.passive:
            return [clause]
        for index in range(clause.index + 1, clause.end):
            mark = mark_of(self.mentions[index])
            if mark not in {Mark.RELATIVE, Mark.COMMA}:
                continue
            verb = next((at for at in range(index + 1, min(index + _SOON, self.count)) if at in self.is_verb), None)
            status = self.status(verb)
            if mark is Mark.COMMA and not (verb is not None and status in _LATER and self._bare_time(index + 1, verb)):
                continue
            if verb is None:
                return [clause]
            later = evolve(clause, verb=verb, status=status, start=index, phrase=clause.index, passive=True, again=True, listed=False)
            return [evolve(clause, end=index), later]
        return [clause]

    def _bare_time(self, start: int, verb: int) -> bool:
        """Whether only a time leads to a later verb, which has no subject of its own: "signed an accord in 2014, in force since 2016"."""
        return all(each.mask & (PeriodExpr.bit | m.Relation.bit) for each in self.mentions[start:verb])

    def status(self, verb: int | None) -> AgreementStatus | None:
        """Return what the verb says, with what stands before it: "to sign" is not yet signed."""
        if verb is None:
            return None
        verb = self._last_joined(verb)
        meaning = self.mentions[verb].get(m.AgreementVerb)
        assert meaning is not None
        if verb > 0 and meaning.status in {AgreementStatus.SIGNED, AgreementStatus.AGREED}:
            at = self._before_partner(verb)
            before = self.mentions[at]
            near = self.mentions[at + 1].start - before.end <= _TOUCH
            timed = any(each.mask & PeriodExpr.bit for each in self.mentions[at:verb])
            joined = all(self.mentions[each].end == self.mentions[each + 1].start for each in range(at, verb))
            meant = before.mask & (m.Intent.bit | m.Certainty.bit if timed else m.Intent.bit)
            touching = joined and bool(meant)  # 提议缔结, 有望11月签署
            if near and (touching or (meaning.use is Use.MODIFIER and self._meant(verb, before))):
                agreed = before.get(m.Intent) if timed or not touching else None
                return AgreementStatus.AGREED if agreed is not None and agreed.agreed else AgreementStatus.PROPOSED
        if meaning.status is AgreementStatus.SIGNED and meaning.use is Use.NOUN and self._expected(verb):
            return AgreementStatus.PROPOSED
        if meaning.status is AgreementStatus.SIGNED and self._agreed_to(verb):
            return AgreementStatus.AGREED
        return meaning.status

    def agreed_before(self, noun: int, verb: int | None) -> bool:
        """Whether it is only agreed that a document is to be extended, told behind it: 同意将协定延长十年."""
        meaning = self.mentions[verb].get(m.AgreementVerb) if verb is not None and verb > noun else None
        if meaning is None or not meaning.weak or meaning.status is not AgreementStatus.SIGNED:
            return False
        led = role_of(self.mentions[noun - 1]) is None and self.mentions[noun - 1].mask & m.Punctuation.bit
        before = () if led else reversed(self.mentions[self.start(noun) : noun])
        return any((intent := each.get(m.Intent)) is not None and intent.agreed for each in before)

    def _before_time(self, verb: int) -> int:
        """Return the mention before a verb, or before the time told between the two: "agreed next year to sign"."""
        at = verb - 1
        while at > 0 and (self.mentions[at].mask & PeriodExpr.bit or (at < verb - 1 and role_of(self.mentions[at]) is Role.IN)):
            at -= 1
        return at

    def _before_partner(self, verb: int) -> int:
        """Return the mention before a verb, its time, and with whom or who it is done: "proposed to Moscow to sign", 提议与中方缔结."""
        at = self._before_time(verb)
        who = at
        while who > 0 and self.mentions[who].mask & _WHO:
            who -= 1
        if who < at and role_of(self.mentions[who]) in {Role.WITH, Role.TO}:
            who -= 1
        meant = who >= 0 and self.mentions[who].mask & (m.Intent.bit | m.Certainty.bit | m.AgreementVerb.bit)
        return who if meant else at

    def _agreed_to(self, verb: int) -> bool:
        """Whether the signing is only agreed to for a time to come: 商定明年续签."""
        before = self._before_time(verb)
        agreed = self.mentions[before].get(m.AgreementVerb) if 0 <= before < verb - 1 else None
        return agreed is not None and agreed.status is AgreementStatus.AGREED

    def _expected(self, verb: int) -> bool:
        """Whether the signing is only to come: "they are expected to oversee the signing of …"."""
        before = self.mentions[max(verb - _SOON, self.start(verb)) : verb]
        return any(each.mask & (m.Certainty.bit | m.Intent.bit) for each in before)

    def _last_joined(self, verb: int) -> int:
        """Return the last of the verbs joined to this one: what was initialled and signed is signed."""
        while verb + 2 < self.count and mark_of(self.mentions[verb + 1]) in _JOINTS and verb + 2 in self.is_verb:
            if self.mentions[verb + 2].start - self.mentions[verb].end > _JOINT:
                break
            verb += 2
        return verb

    def _meant(self, verb: int, before: Mention) -> bool:
        """Whether the infinitive is an intention; "they met in May to sign" has a date and none."""
        if before.mask & (m.Certainty.bit | m.Intent.bit):
            return True
        if role_of(self.mentions[verb - 1]) is not Role.TO:
            return False
        dated = verb > 1 and bool(self.mentions[verb - 2].mask & PeriodExpr.bit)
        return not dated or any(each.mask & (m.Certainty.bit | m.Intent.bit) for each in self.mentions[self.start(verb) : verb])

    def negated(self, noun: int, verb: int | None) -> bool:
        """Whether the sentence says that it was not so."""
        for anchor in (noun, verb):
            if anchor is None:
                continue
            for index in range(anchor - 1, max(anchor - 5, -1), -1):
                mention = self.mentions[index]
                if mark_of(mention) is not None or self.mentions[anchor].start - mention.end > _NEAR:
                    break
                if mention.mask & m.Negation.bit:
                    return True
        return False


def clauses(scanned: Scanned) -> list[Clause]:
    """Return the documents of a sentence with their verbs, in order."""
    if not scanned.mask & (m.AgreementNoun.bit | m.Cue.bit):
        return []
    finder = _Finder(scanned)
    found = []
    for noun in finder.nouns:
        meaning = scanned.mentions[noun].get(m.AgreementNoun)
        verb, passive = finder.governed(noun)
        listed = verb is not None and not passive and any(at in finder.is_noun for at in range(verb + 1, noun))
        if verb is not None and not listed and not _fits(scanned, noun, verb):
            verb, passive = None, False
        clause = Clause(
            index=noun,
            noun=meaning,
            verb=verb,
            status=AgreementStatus.AGREED if finder.agreed_before(noun, verb) else finder.status(verb),
            start=finder.start(noun),
            end=finder.end(noun, verb, passive),
            phrase=finder.phrase(noun, verb, passive),
            negated=finder.negated(noun, verb),
            listed=listed,
            passive=passive,
        )
        found += finder.parted(clause)
    return found


def dated(scanned: Scanned, clause: Clause) -> bool:
    """Whether the day on which it was signed belongs to its name: "the protocol on rice of 2 May 2017"."""
    for index in range(clause.index + 1, min(clause.end, clause.index + 6)):
        mention = scanned.mentions[index]
        expr = mention.get(PeriodExpr)
        if expr is not None:
            near = mention.start - scanned.mentions[index - 1].end <= _TOUCH
            return role_of(scanned.mentions[index - 1]) is Role.OF and near and expr.explicit and expr.grain is Grain.DAY
        if mention.mask & (m.Punctuation.bit | m.AgreementVerb.bit | m.Level.bit):
            return False
    return False


def _fits(scanned: Scanned, noun: int, verb: int) -> bool:
    """Whether the two can belong together: a weak verb needs a real document, and close by."""
    mentions = scanned.mentions
    meaning, action = mentions[noun].get(m.AgreementNoun), mentions[verb].get(m.AgreementVerb)
    if action is None:
        return False
    gap = mentions[noun].start - mentions[verb].end if verb < noun else mentions[verb].start - mentions[noun].end
    periods = any(mentions[at].mask & PeriodExpr.bit for at in range(min(noun, verb), max(noun, verb)))
    if action.weak:
        if verb < noun and mentions[noun - 1].mask & m.Relation.bit and mentions[noun].start - mentions[noun - 1].end <= _ARTICLE:
            return False  # "exchanged notes on the agreement"
        passive = verb > noun and bool(mentions[verb - 1].mask & m.Level.bit) and mentions[verb].start - mentions[verb - 1].end <= _TOUCH
        return not (meaning is not None and meaning.weak and action.status in {AgreementStatus.NEGOTIATING}) and gap <= (
            120 if passive or periods else 60
        )
    return True

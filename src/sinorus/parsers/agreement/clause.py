"""Which verb governs which document: the nouns of a sentence with what was done with each, and how far each one's words reach."""

from attrs import frozen

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Mark, Role, Use
from sinorus.languages.period_expr import Grain, PeriodExpr
from sinorus.parsers.marks import is_cue, mark_of
from sinorus.parsers.proper_name import title_end
from sinorus.records import AgreementStatus
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned
from sinorus.values.evolve import evolve

_NEAR = 30
_TOUCH = 2
_ARTICLE = 4
_SOON = 4
_JOINT = 6
_LIST = frozenset({Mark.AND, Mark.COMMA, Mark.OR, Mark.COLON})


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


class _Finder:
    """Pairs nouns and verbs."""

    def __init__(self, scanned: Scanned) -> None:
        self.scanned = scanned
        self.mentions = scanned.mentions
        self.count = len(scanned.mentions)
        self.nouns = self._nouns()
        self.is_noun = frozenset(self.nouns)
        self.verbs = [
            at
            for at, each in enumerate(self.mentions)
            if each.mask & m.AgreementVerb.bit
            and (verb := each.get(m.AgreementVerb)) is not None
            and not (verb.use is Use.NOUN and verb.weak)
        ]
        self.is_verb = frozenset(self.verbs)

    def _nouns(self) -> list[int]:
        """Return the nouns, without those inside the title of another."""
        found: list[int] = []
        covered = -1
        for index, mention in enumerate(self.mentions):
            one = mention.mask & m.Cue.bit and (is_cue(mention, "agreement", "one") or is_cue(mention, "agreement", "ones"))
            if one or mention.mask & m.AgreementNoun.bit:
                if self.scanned.text[mention.end : mention.end + 1] == "-":
                    continue  # "a new one-year contract"
                if mention.start < covered or self._named_by(index, found) or self._renamed(index, found):
                    continue
                found.append(index)
                end = title_end(self.scanned.text, mention.start, mention.end, self.scanned.sentence.span.end)
                covered = end if end is not None else -1
        return found

    def _named_by(self, index: int, found: list[int]) -> bool:
        """Whether the noun only tells what the noun before it is about: "the agreement on a currency swap", "… to extend a swap line"."""
        noun = self.mentions[index].get(m.AgreementNoun)
        if noun is None or not noun.sectors or not found or found[-1] != index - 2:
            return False
        return bool(self.mentions[index - 1].mask & (m.Relation.bit | m.Action.bit))

    def _renamed(self, index: int, found: list[int]) -> bool:
        """Whether the noun is another word for the one before it: "…, a deal which"."""
        if not found or index + 1 >= self.count or mark_of(self.mentions[index + 1]) is not Mark.RELATIVE:
            return False
        before = self.mentions[index - 1]
        return mark_of(before) is Mark.COMMA and self.mentions[index].start - before.end <= _ARTICLE

    def hard(self, index: int) -> bool:
        """Whether a clause ends at the mention."""
        if mark_of(self.mentions[index]) is not Mark.SEMICOLON:
            return False
        following = self.mentions[index + 1 : index + 4]
        if following and is_cue(following[0], "agreement", "under-it"):
            return False
        if len(following) > 2 and following[0].mask & m.Relation.bit and following[2].mask & m.Certainty.bit:
            following = following[1:]  # "; over ten years it is to supply"
            goes_on = _this(following[0])
        else:
            goes_on = bool(following) and _this(following[0]) and following[0].start - self.mentions[index].end <= _TOUCH
        return not goes_on  # "; it runs for three years" still speaks of the document

    def left(self, noun: int) -> tuple[int | None, bool]:
        """Return the verb before the noun that takes it as object, and whether other nouns of a list stand between."""
        listed = False
        for index in range(noun - 1, -1, -1):
            if self.hard(index):
                return None, listed
            if index in self.is_verb and not self._names_topic(index, noun):
                return index, listed
            if index in self.is_noun:
                if not any(mark_of(self.mentions[at]) in _LIST for at in range(index + 1, noun + 1)):  # "and one on" is a joint itself
                    return None, listed
                listed = True
        return None, listed

    def _names_topic(self, verb: int, noun: int) -> bool:
        """Whether a word of talks is a part of the document's name, told by an earlier verb: 签署磋商议定书."""
        meaning = self.mentions[verb].get(m.AgreementVerb)
        touching = verb == noun - 1 and self.mentions[verb].end == self.mentions[noun].start
        talks = meaning is not None and meaning.status is AgreementStatus.NEGOTIATING
        return touching and talks and any(at < verb and not self.hard(at) for at in self.verbs)

    def right(self, noun: int) -> int | None:
        """Return the verb after the noun, that of the main clause rather than of a relative one ("which they made was signed")."""
        first = self._verb_after(noun)
        if first is None or noun + 1 >= self.count or mark_of(self.mentions[noun + 1]) is not Mark.RELATIVE:
            return first
        second = self._verb_after(first)
        passive = second is not None and bool(self.mentions[second - 1].mask & m.Level.bit)
        return second if passive else first

    def _verb_after(self, noun: int) -> int | None:
        """Return the verb after a mention, before the next noun (or behind the whole list of nouns)."""
        for index in range(noun + 1, self.count):
            if self.hard(index):
                return None
            if index in self.is_verb:
                return index
            if index in self.is_noun and not any(mark_of(self.mentions[at]) is Mark.AND for at in range(noun + 1, index)):
                return None
        return None

    def governed(self, noun: int) -> tuple[int | None, bool]:
        """Return the verb of a noun, and whether it stands behind it."""
        left, listed = self.left(noun)
        right = self.right(noun)
        if left is not None and self._other_object(left, noun, listed):
            left = None
        if left is None:
            return right, right is not None
        if right is None:
            return left, False
        if listed or any(mark_of(self.mentions[at]) in {Mark.COMMA, Mark.COLON, Mark.DASH, Mark.RELATIVE} for at in range(left + 1, noun)):
            between = right - noun
            if not listed and between <= 6 and not self._next_noun_before(noun, right):
                return right, True
        return left, False

    def _next_noun_before(self, noun: int, verb: int) -> bool:
        return any(at in self.is_noun for at in range(noun + 1, verb))

    def _other_object(self, verb: int, noun: int, listed: bool) -> bool:
        """Whether a passive verb before the noun belongs to an earlier noun: "the deal was signed and a plan drawn up"."""
        if listed:
            return False
        earlier = [at for at in self.nouns if at < verb]
        if not earlier:
            return False
        gap = range(verb + 1, noun)
        left, _ = self.left(earlier[-1])
        free = left is None and self.right(earlier[-1]) == verb
        return free and any(mark_of(self.mentions[at]) in _LIST | {Mark.RELATIVE} or self._role(at) in {Role.BY, Role.WITH} for at in gap)

    def _role(self, at: int) -> Role | None:
        found = self.mentions[at].get(m.Relation)
        return found.role if found is not None else None

    def start(self, index: int) -> int:
        """Return where the clause of a verb or noun begins."""
        at = index
        while at > 0 and not self.hard(at - 1) and not self._turns(at - 1):
            at -= 1
        return at

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
        seen = verb if passive and verb is not None else -1
        for index in range(noun + 1, self.count):
            if self.hard(index):
                return index
            if index in self.is_noun:
                return index
            if index in self.is_verb and index != seen and index > noun:
                verb_meaning = self.mentions[index].get(m.AgreementVerb)
                if verb_meaning is not None and not verb_meaning.weak and not self._participle(index, noun):
                    return index
        return self.count

    def _participle(self, verb: int, noun: int) -> bool:
        """Whether a later verb still speaks of the same noun."""
        return self.right(noun) == verb

    def phrase(self, noun: int, verb: int | None, passive: bool) -> int:
        """Return where the noun phrase begins: behind its verb, a joint or the noun before it."""
        floor = verb + 1 if verb is not None and not passive else 0
        at = noun
        while at > floor:
            mention = self.mentions[at - 1]
            if at - 1 in self.is_noun or at - 1 in self.is_verb or self.hard(at - 1):
                break
            if mention.mask & m.Punctuation.bit and mark_of(mention) not in {Mark.QUOTE}:
                break
            at -= 1
        return at

    def parted(self, clause: Clause) -> list[Clause]:
        """Part a clause from a relative one that tells what became of the document later."""
        if clause.verb is None or clause.passive:
            return [clause]
        for index in range(clause.index + 1, clause.end):
            if mark_of(self.mentions[index]) is not Mark.RELATIVE:
                continue
            verb = next((at for at in range(index + 1, min(index + _SOON, clause.end)) if at in self.is_verb), None)
            if verb is None:
                return [clause]
            status = self.status(verb)
            later = evolve(clause, verb=verb, status=status, start=index, phrase=clause.index, passive=True, again=True, listed=False)
            return [evolve(clause, end=index), later]
        return [clause]

    def status(self, verb: int | None) -> AgreementStatus | None:
        """Return what the verb says, with what stands before it: "to sign" is not yet signed."""
        if verb is None:
            return None
        verb = self._last_joined(verb)
        meaning = self.mentions[verb].get(m.AgreementVerb)
        assert meaning is not None
        if verb > 0 and meaning.status in {AgreementStatus.SIGNED, AgreementStatus.AGREED}:
            before = self.mentions[verb - 1]
            near = self.mentions[verb].start - before.end <= _TOUCH
            if meaning.use is Use.MODIFIER and near and self._meant(verb, before):
                return AgreementStatus.PROPOSED
        if meaning.status is AgreementStatus.SIGNED and verb > 0 and is_cue(self.mentions[verb - 1], "agreement", "yet"):
            return AgreementStatus.NEGOTIATING
        return meaning.status

    def _last_joined(self, verb: int) -> int:
        """Return the last of the verbs joined to this one: what was initialled and signed is signed."""
        while verb + 2 < self.count and mark_of(self.mentions[verb + 1]) is Mark.AND and verb + 2 in self.is_verb:
            if self.mentions[verb + 2].start - self.mentions[verb].end > _JOINT:
                break
            verb += 2
        return verb

    def _meant(self, verb: int, before: Mention) -> bool:
        """Whether the infinitive is an intention; "they met in May to sign" has a date and none."""
        if before.mask & (m.Certainty.bit | m.Intent.bit):
            return True
        if self._role(verb - 1) is not Role.TO:
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
            status=finder.status(verb),
            start=finder.start(noun),
            end=finder.end(noun, verb, passive),
            phrase=finder.phrase(noun, verb, passive),
            negated=finder.negated(noun, verb),
            listed=listed,
            passive=passive,
        )
        found += finder.parted(clause)
    return found


def _this(mention: Mention) -> bool:
    pointer = mention.get(m.Pointer)
    return pointer is not None and pointer.to is Anaphor.THIS


def dated(scanned: Scanned, clause: Clause) -> bool:
    """Whether the day on which it was signed belongs to its name: "the protocol on rice of 2 May 2017"."""
    for index in range(clause.index + 1, min(clause.end, clause.index + 6)):
        mention = scanned.mentions[index]
        expr = mention.get(PeriodExpr)
        if expr is not None:
            before = scanned.mentions[index - 1].get(m.Relation)
            near = mention.start - scanned.mentions[index - 1].end <= _TOUCH
            return before is not None and before.role is Role.OF and near and expr.explicit and expr.grain is Grain.DAY
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

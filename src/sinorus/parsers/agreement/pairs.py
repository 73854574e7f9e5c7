"""Which verb governs which document."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Mark, Role, Use
from sinorus.parsers.marks import is_cue, mark_of, role_of
from sinorus.parsers.proper_name import title_end
from sinorus.records import AgreementKind, AgreementStatus
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned

_TOUCH = 2
_SHARE = 16
_ARTICLE = 4
_ON_OTHERS = frozenset({AgreementKind.MEMORANDUM, AgreementKind.AGREEMENT, AgreementKind.PROTOCOL})
_ABOUT = frozenset({Role.AT, Role.TO})
_CLOSING = "》」〉"
_LIST = frozenset({Mark.AND, Mark.COMMA, Mark.OR, Mark.COLON})


class Pairs:
    """Pairs the nouns and verbs of one sentence by their indices."""

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
            and not (verb.status is AgreementStatus.IN_FORCE and awaited(self.mentions, at))
        ]
        self.is_verb = frozenset(self.verbs)
        self.ends = frozenset(at for at, mark in scanned.of(m.Punctuation) if mark.mark is Mark.SEMICOLON and not self._goes_on(at))
        """The semicolons at which a clause ends."""

    def _nouns(self) -> list[int]:
        """Return the nouns, without those inside the title of another."""
        found: list[int] = []
        covered = -1
        for index, mention in enumerate(self.mentions):
            one = mention.mask & m.Cue.bit and (is_cue(mention, "agreement", "one") or is_cue(mention, "agreement", "ones"))
            if one or mention.mask & m.AgreementNoun.bit:
                if self.scanned.text[mention.end : mention.end + 1] == "-":
                    continue  # "a new one-year contract"
                if (
                    mention.start < covered
                    or self._shared(index)
                    or self._speaks(index)
                    or self._named_by(index, found)
                    or self._renamed(index, found)
                ):
                    continue
                if self._counted_up(index, found) or self._of_title(index, found):
                    found.pop()
                found.append(index)
                end = title_end(self.scanned.text, mention.start, mention.end, self.scanned.sentence.span.end)
                covered = end if end is not None else -1
        return found

    def _named_by(self, index: int, found: list[int]) -> bool:
        """Whether the noun only tells what the noun before it is about: "the agreement on a currency swap", "… to extend a swap line"."""
        noun = self.mentions[index].get(m.AgreementNoun)
        if noun is not None and self._added_to(index, found):
            return True
        if noun is None or not found or found[-1] != index - 2:
            return False
        between = self.mentions[index - 1]
        if noun.sectors:
            return bool(between.mask & (m.Relation.bit | m.Action.bit))
        first = self.mentions[found[-1]].get(m.AgreementNoun)
        if first is None or first.plural or first.kind not in _ON_OTHERS or noun.plural or noun.kind is not AgreementKind.CONTRACT:
            return False
        return role_of(between) in _ABOUT and between.start - self.mentions[found[-1]].end <= 1  # "a memorandum on a future contract for"

    def _added_to(self, index: int, found: list[int]) -> bool:
        """Whether it is only the contract to which the papers named before it add: "additional agreements to their contract"."""
        at = index - 1
        while at > 0 and self.mentions[at].mask & (m.Pointer.bit | m.Measured.bit) and not self.mentions[at].mask & m.Relation.bit:
            at -= 1
        led = at > 0 and role_of(self.mentions[at]) is Role.TO and bool(found) and found[-1] == at - 1
        return led and self.mentions[at].start - self.mentions[at - 1].end <= 1

    def _counted_up(self, index: int, found: list[int]) -> bool:
        """Whether a number of papers counts the one named before it, as an example: 签署合作协定等三个文件."""
        noun, example = self.mentions[index].get(m.AgreementNoun), self.mentions[found[-1]].get(m.AgreementNoun) if found else None
        if noun is None or example is None or not noun.plural or example.kind is not AgreementKind.AGREEMENT:
            return False
        between = self.mentions[found[-1] + 1 : index]
        return len(between) == 2 and is_cue(between[0], "agreement", "such") and bool(between[1].mask & m.Figure.bit)

    def _of_title(self, index: int, found: list[int]) -> bool:
        """Whether the noun before only tells what this one, right behind it, is about: 关于修改《投资协定》的议定书, 合同的补充协议."""
        if not found or found[-1] != index - 1:
            return False
        between = self.scanned.text[self.mentions[found[-1]].end : self.mentions[index].start]
        joint = between.lstrip(_CLOSING)
        return len(between) in {1, 2} and len(joint) <= 1 and (joint.isalpha() or not joint)

    def _speaks(self, index: int) -> bool:
        """Whether the statement itself is the source that speaks: 声明提到."""
        after = self.mentions[index + 1] if index + 1 < self.count else None
        near = after is not None and after.start - self.mentions[index].end <= _TOUCH
        return bool(self.mentions[index].mask & m.Speech.bit and near and after is not None and after.mask & m.Speech.bit)

    def _shared(self, index: int) -> bool:
        """Whether it only tells of what a percentage is: "75% of deals are paid for in yuan"."""
        noun = self.mentions[index].get(m.AgreementNoun)
        before = self.mentions[max(index - 2, 0) : index]
        percent = any((figure := each.get(m.Figure)) is not None and figure.quantity.unit == "%" for each in before)
        return noun is not None and noun.plural and percent and self.mentions[index].start - before[0].end <= _SHARE

    def _renamed(self, index: int, found: list[int]) -> bool:
        """Whether the noun is another word for the one before it: "…, a deal which"."""
        if not found or index + 1 >= self.count or mark_of(self.mentions[index + 1]) is not Mark.RELATIVE:
            return False
        before = self.mentions[index - 1]
        return mark_of(before) is Mark.COMMA and self.mentions[index].start - before.end <= _ARTICLE

    def _goes_on(self, index: int) -> bool:
        """Whether what follows a semicolon still speaks of the document: "; it runs for three years"."""
        following = self.mentions[index + 1 : index + 4]
        if following and is_cue(following[0], "agreement", "under-it"):
            return True
        if len(following) > 2 and following[0].mask & m.Relation.bit and following[2].mask & m.Certainty.bit:
            return _this(following[1])  # "; over ten years it is to supply"
        return bool(following) and _this(following[0]) and following[0].start - self.mentions[index].end <= _TOUCH

    def left(self, noun: int) -> tuple[int | None, bool]:
        """Return the verb before the noun that takes it as object, and whether other nouns of a list stand between."""
        listed = False
        for index in range(noun - 1, -1, -1):
            if index in self.ends:
                return None, listed
            if index in self.is_verb and not self._names_topic(index, noun):
                return index, listed
            if index in self.is_noun:
                if not any(_joins(self.mentions[at]) for at in range(index + 1, noun + 1)):  # "and one on" is a joint itself
                    return None, listed
                listed = True
        return None, listed

    def _names_topic(self, verb: int, noun: int) -> bool:
        """Whether a word of talks is a part of the document's name, told by an earlier verb: 签署磋商议定书."""
        meaning = self.mentions[verb].get(m.AgreementVerb)
        touching = verb == noun - 1 and self.mentions[verb].end == self.mentions[noun].start
        talks = meaning is not None and meaning.status is AgreementStatus.NEGOTIATING
        return touching and talks and any(at < verb and at not in self.ends for at in self.verbs)

    def right(self, noun: int) -> int | None:
        """Return the verb after the noun, that of the main clause rather than of a relative one ("which they made was signed")."""
        first = self._verb_after(noun)
        if first is not None and (main := self._main_behind(first)) is not None:
            return main
        if first is None or noun + 1 >= self.count or mark_of(self.mentions[noun + 1]) is not Mark.RELATIVE:
            return first
        second = self._verb_after(first)
        passive = second is not None and bool(self.mentions[second - 1].mask & m.Level.bit)
        return second if passive else first

    def _main_behind(self, participle: int) -> int | None:
        """Return the verb of the clause into which a participle is inserted: "the agreement, signed in 2018, came into force in 2019"."""
        if mark_of(self.mentions[participle - 1]) is not Mark.COMMA:
            return None
        comma = next((at for at in range(participle + 1, self.count) if self.mentions[at].mask & m.Punctuation.bit), None)
        if comma is None or mark_of(self.mentions[comma]) is not Mark.COMMA:
            return None
        behind = [at for at in range(comma + 1, min(comma + 3, self.count)) if not self.mentions[at].mask & m.Level.bit]
        verb = self.mentions[behind[0]].get(m.AgreementVerb) if behind else None
        return behind[0] if verb is not None and verb.status in {AgreementStatus.IN_FORCE, AgreementStatus.ENDED} else None

    def _verb_after(self, noun: int) -> int | None:
        """Return the verb after a mention, before the next noun (or behind the whole list of nouns)."""
        for index in range(noun + 1, self.count):
            if index in self.ends:
                return None
            if index in self.is_verb:
                return index
            joined = index in self.is_noun and any(mark_of(self.mentions[at]) is Mark.AND for at in range(noun + 1, index + 1))
            listed = index in self.is_noun and mark_of(self.mentions[index - 1]) is Mark.COMMA and self._list_goes_on(index)
            if index in self.is_noun and not joined and not listed:
                return None
        return None

    def _list_goes_on(self, noun: int) -> bool:
        """Whether an "and" joins a last paper to a list of subjects: "a protocol on A, a memorandum on B and an agreement on C were"."""
        later = next((at for at in self.nouns if at > noun), None)
        between = self.mentions[noun + 1 : later]
        return (
            later is not None
            and any(mark_of(each) in {Mark.AND, Mark.COMMA} for each in between)
            and not self.is_verb & set(range(noun, later))
        )

    def governed(self, noun: int) -> tuple[int | None, bool]:
        """Return the verb of a noun, and whether it stands behind it."""
        if noun in self.is_verb:
            verb = self.mentions[noun].get(m.AgreementVerb)
            return noun, verb is not None and verb.status is AgreementStatus.SIGNED  # "agreements signed"; 谈的是: what is talked of
        left, listed = self.left(noun)
        right = self.right(noun)
        if left is not None and self._other_object(left, noun, listed):
            left = None
        if left is None:
            return right, right is not None
        if right is None:
            return left, False
        if not listed and self._ends_behind(noun, left, right):
            return right, True
        if listed or any(mark_of(self.mentions[at]) in {Mark.COMMA, Mark.COLON, Mark.DASH, Mark.RELATIVE} for at in range(left + 1, noun)):
            between = right - noun
            if not listed and between <= 6 and not self._next_noun_before(noun, right):
                return right, True
        return left, False

    def _ends_behind(self, noun: int, left: int, right: int) -> bool:
        """Whether what was done with the document stands right behind it, and the verb before it only may be of documents: "A won
        the field as its deal with B expired"."""
        before, after = self.mentions[left].get(m.AgreementVerb), self.mentions[right].get(m.AgreementVerb)
        near = right - noun <= 4 and not any(self.mentions[at].mask & m.Punctuation.bit for at in range(noun + 1, right))
        ended = after is not None and not after.weak and after.status in {AgreementStatus.ENDED, AgreementStatus.IN_FORCE}
        return near and ended and before is not None and before.weak

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
        if any((pointer := self.mentions[at].get(m.Pointer)) is not None and pointer.to is Anaphor.OF_WHICH for at in gap):
            return False  # "ten documents were signed, including a memorandum"
        left, _ = self.left(earlier[-1])
        free = left is None and self.right(earlier[-1]) == verb
        return free and any(
            mark_of(self.mentions[at]) in _LIST | {Mark.RELATIVE} or role_of(self.mentions[at]) in {Role.BY, Role.WITH} for at in gap
        )


def awaited(mentions: tuple[Mention, ...], verb: int) -> bool:
    """Whether it is only told when it shall be: "will come into force once ratified", 将于明年生效."""
    for at in range(verb - 1, -1, -1):
        if mark_of(mentions[at]) in {Mark.COMMA, Mark.SEMICOLON} or mentions[at].mask & m.Action.bit:
            return False
        if mentions[at].mask & (m.Certainty.bit | m.Intent.bit):
            return True
    return False


def _joins(mention: Mention) -> bool:
    """Whether the mention joins the papers of a list."""
    return mark_of(mention) in _LIST or is_cue(mention, "agreement", "such")


def _this(mention: Mention) -> bool:
    pointer = mention.get(m.Pointer)
    return pointer is not None and pointer.to is Anaphor.THIS

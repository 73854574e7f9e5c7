"""Words that point back to a corridor told of before: "the bridge", "it is the first …", 大桥 at the head of a sentence."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Mark, Role
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.context import Context
from sinorus.parsers.corridor.kinds import LINES, NODES, TOWNS
from sinorus.parsers.corridor.place import town_of
from sinorus.parsers.corridor.register import is_end, named
from sinorus.parsers.corridor.site import Sites
from sinorus.parsers.corridor.town import Ref
from sinorus.parsers.marks import is_cue, mark_of, role_of
from sinorus.records import CorridorKind, CorridorReport, CorridorStatus
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned
from sinorus.values import Dimension
from sinorus.values.evolve import evolve

_GAP = 30
_LEAD = 10
"""Mentions of what is said first of a corridor that "it" then names."""
_LATELY = 2
"""Paragraphs over which "the bridge" points back."""
_OPENERS = m.Pointer.bit | m.Level.bit | m.Punctuation.bit | m.Relation.bit | m.Figure.bit | PeriodExpr.bit
_MODAL = m.Certainty.bit | m.Intent.bit
_WORDS = ("generic", "here", "line")
_NAMING = m.Route.bit | m.CorridorNoun.bit | m.Cue.bit | m.Party.bit


class Pointing(Sites):
    """Finds the corridors that are only pointed to."""

    def __init__(self, scanned: Scanned, context: Context) -> None:
        super().__init__(scanned)
        self.told = context.told
        since = scanned.sentence.paragraph - context.told.corridor_paragraph if context.told.corridor is not None else 99
        self.same = since == 0
        self.near = since <= _LATELY
        self.found: list[Ref] = []
        self.words = {at for name in _WORDS for at in scanned.cued("corridor", name)}
        """Where a word stands that is no name and may point to a corridor."""

    def _what_it_is(self, index: int, noun: m.CorridorNoun) -> Ref | None:
        """Return the corridor just told of, where the sentence goes on with what it is: "It is the first road bridge …"."""
        told, pointer = self._last_of(noun.kind), self.mentions[0].get(m.Pointer)
        opens = index > 0 and self.mentions[0].start - self.scanned.sentence.span.start <= 1
        opens = opens and self.mentions[index].start - self.mentions[0].end <= _GAP
        if told is None or told.kind is not noun.kind or not self.near or not opens or pointer is None or noun.plural:
            return None
        if self.mentions[0].mask & _MODAL:
            return None  # "It provides for a line …" is a paper
        plain = all(each.mask & (m.Level.bit | m.Party.bit) or role_of(each) is Role.OF for each in self.mentions[1:index])
        return self._back(index, told, noun.goods) if pointer.to in {Anaphor.THIS, Anaphor.FIGURE} and plain else None

    def _bare(self, index: int, noun: m.CorridorNoun) -> Ref | None:
        """Return the corridor just told of, where its kind alone opens a sentence in which no space parts words: 大桥2019年合龙."""
        if index or len(self.mentions) < 2 or noun.plural or self.mentions[0].start > self.scanned.sentence.span.start:
            return None
        told = self._last_of(noun.kind)
        touching = self.mentions[1].start == self.mentions[0].end and not self.mentions[1].mask & _NAMING
        return self._back(0, told, noun.goods) if touching and self.near and told is not None and told.kind is noun.kind else None

    def _sized(self, index: int, noun: m.CorridorNoun) -> bool:
        """Whether a length before the noun tells of the line named before: "the 400-km pipeline"."""
        figure = self.mentions[index - 1].get(m.Figure) if index else None
        touching = index > 0 and self.mentions[index].start - self.mentions[index - 1].end <= 1
        told = self.told.corridor
        return (
            figure is not None
            and figure.quantity.dimension is Dimension.LENGTH
            and touching
            and told is not None
            and told.kind is noun.kind
        )

    def _pointing(self, index: int, noun: m.CorridorNoun) -> list[Ref] | None:
        if not noun.definite and self._sized(index, noun):
            noun = evolve(noun, definite=True)
        if self.found and noun.definite:
            if self.found[-1].kind is noun.kind or (self.found[-1].kind in NODES and noun.kind in NODES):
                return [self._again(index)]
            return None
        if not noun.definite:
            return self._sited(index, noun)
        if (there := self._of_town(index, noun)) is not None:
            return [there]
        told = self._last_of(noun.kind) if noun.definite else None
        if told is None:
            return None
        if told.kind is noun.kind or (told.kind in NODES and noun.kind in NODES):
            return [self._back(index, told, noun.goods)]
        return None

    def _of_town(self, index: int, noun: m.CorridorNoun) -> Ref | None:
        """Return the crossing or port of the only town named before in the sentence: "a track to A shall raise the crossing's size"."""
        if noun.kind not in TOWNS:
            return None
        towns = {town.place for each in self.mentions[:index] if (town := town_of(each)) is not None and town.place and is_end(town.place)}
        entity = named(noun.kind, (next(iter(towns)),)) if len(towns) == 1 else None
        if entity is None or entity.kind != noun.kind:
            return None
        mention = self.mentions[index]
        return Ref(index, index, mention.start, mention.end, noun.kind, entity, tuple(towns), noun.goods)

    def _again(self, index: int) -> Ref:
        """The corridor found last in the sentence, pointed back to; one that no register knows is known by its places."""
        last = self.found[-1]
        return evolve(last, first=index, last=index, places=() if last.entity is not None else last.places, through=self._through(index))

    def _last_of(self, kind: CorridorKind) -> CorridorReport | None:
        """Return the corridor of this kind that was told of lately; else the last one of any."""
        last = self.told.corridor if self.near else None
        if last is not None and last.kind is kind:
            return last
        for report, paragraph in self.told.routes:
            if report.kind is kind and self.scanned.sentence.paragraph - paragraph <= _LATELY:
                return report
        return last

    def _line_told(self, index: int) -> list[Ref] | None:
        """A word for a line that opens its sentence, right before what the line can do or is: the one just told of."""
        told = self.told.corridor
        opens = self.mentions[index].start == self.scanned.sentence.span.start and index + 1 < len(self.mentions)
        if told is None or told.kind not in LINES or not self.near or not opens:
            return None
        following = self.mentions[index + 1]
        able = following.mask & m.CorridorState.bit or is_cue(following, "corridor", "handle") or is_cue(following, "corridor", "can")
        return [self._back(index, told, ())] if able else None

    def _kind_told(self, index: int) -> CorridorKind | None:
        """Return what kind of line the text has just spoken of, or speaks of in the same sentence."""
        nouns = [noun.kind for each in self.mentions[index:] if (noun := each.get(m.CorridorNoun)) is not None and noun.kind in LINES]
        told = self.told.corridor
        if nouns or told is None or not self.same:
            return nouns[0] if nouns else None
        return told.kind if told.kind in LINES else None

    def _back(self, index: int, told: CorridorReport, goods: tuple[str, ...]) -> Ref:
        mention = self.mentions[index]
        here = is_cue(mention, "corridor", "here")
        return Ref(index, index, mention.start, mention.end, told.kind, told.corridor, (), goods, told, here or self._through(index))

    def _another_subject(self, index: int) -> bool:
        """Whether the words go on, behind a comma, with a subject of their own: "with room for 900 TEU, she sails …"."""
        for at in range(index + 1, len(self.mentions) - 1):
            if mark_of(self.mentions[at]) is Mark.COMMA:
                return is_cue(self.mentions[at + 1], "pledge", "we")
        return False

    def _sizes(self, mention: Mention) -> bool:
        """Whether a sentence opens with a size, as a fact sheet goes on with what it told of a paragraph before."""
        return bool(mention.mask & m.Measured.bit) or is_cue(mention, "corridor", "handle")

    def _behind_participle(self) -> Mention | None:
        """Return "it" behind the comma of what is said of the corridor first: "Built in three years, it was opened in 2016"."""
        for at in range(1, min(len(self.mentions), _LEAD)):
            pointer = self.mentions[at].get(m.Pointer)
            if self.mentions[at].mask & (m.Party.bit | m.Head.bit | m.Body.bit):
                return None
            if pointer is not None and pointer.to is Anaphor.THIS and mark_of(self.mentions[at - 1]) is Mark.COMMA:
                before = self.mentions[: at - 1]
                sized = any(each.mask & (m.CorridorState.bit | m.Measured.bit | m.OtherMeasure.bit) for each in before)
                return self.mentions[at] if sized else None
        return None

    def _joins(self, told: CorridorReport) -> Ref | None:
        """Return the line just told of without a name, where "it" opens the sentence and the ends that it joins follow."""
        pointer = self.mentions[0].get(m.Pointer) if len(self.mentions) > 1 else None
        if pointer is None or pointer.to is not Anaphor.THIS or not is_cue(self.mentions[1], "corridor", "linking"):
            return None
        ends = self._ends_from(2)
        entity = named(told.kind, ends) if len(ends) == 2 else None
        return Ref(0, 1, self.mentions[0].start, self.mentions[1].end, told.kind, entity, ends) if entity is not None else None

    def _long(self, told: CorridorReport | None) -> CorridorReport | None:
        """Return the line told of lately, where a length is told behind a node on it: "over the border at A. All of the way is F long"."""
        lengths = any(figure.quantity.dimension is Dimension.LENGTH for _, figure in self.scanned.of(m.Figure))
        if told is None or told.kind not in NODES or not lengths:
            return told
        return next((report for report, _ in reversed(self.told.routes) if report.kind in LINES), None)

    def _fragment(self) -> list[Ref]:
        """A sentence that goes on about the corridor of its paragraph: "Length 1,080 m.", "It opened in 2011."."""
        told = self.told.corridor
        if told is None and self.told.unnamed is not None and (ref := self._joins(self.told.unnamed)) is not None:
            return [ref]
        told = self._long(told)
        if told is None or not self.mentions or not (self.same or (self.near and told.kind in LINES and self._sizes(self.mentions[0]))):
            return []
        start = self.scanned.sentence.span.start
        if (it := self._behind_participle()) is not None:
            return [Ref(-1, -1, start, it.end, told.kind, told.corridor, (), (), told)]
        for index, mention in enumerate(self.mentions[:4]):
            if mention.start - start > _GAP:
                break
            if (
                mention.mask & (m.CorridorState.bit | m.Measured.bit)
                or is_cue(mention, "corridor", "handle")
                or is_cue(mention, "corridor", "passing")
            ):
                before = self.mentions[:index]
                opener = all(each.mask & _OPENERS for each in before)
                pointed = bool(before) and bool(before[0].mask & m.Pointer.bit)
                if opener or (pointed and all(each.mask & (_OPENERS | _MODAL) for each in before)):
                    if not pointed and told.status is CorridorStatus.OPERATING and self._another_subject(index):
                        return []
                    return [Ref(-1, -1, start, mention.end, told.kind, told.corridor, (), (), told)]
        return []

"""Where a sentence names a corridor: by its name, by its kind and places, or by a word that points back to one."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Mark, Role
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.context import Context
from sinorus.parsers.corridor.kinds import LINES, NODES, TOWNS
from sinorus.parsers.corridor.place import town_of
from sinorus.parsers.corridor.register import called_by, is_land, named, places_in
from sinorus.parsers.corridor.site import Sites
from sinorus.parsers.corridor.town import Ref
from sinorus.parsers.marks import is_cue, mark_of, role_of
from sinorus.records import CorridorKind, CorridorReport, CorridorStatus
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned
from sinorus.values import Dimension
from sinorus.values.evolve import evolve
from sinorus.world import Corridor, corridor

_GAP = 30
_LEAD = 10
"""Mentions of what is said first of a corridor that "it" then names."""
_LATELY = 2
"""Paragraphs over which "the bridge" points back."""
_OPENERS = m.Pointer.bit | m.Level.bit | m.Punctuation.bit | m.Relation.bit | m.Figure.bit | PeriodExpr.bit
_MODAL = m.Certainty.bit | m.Intent.bit
_WORDS = ("generic", "here", "line")
_NAMED = m.Route.bit | m.CorridorNoun.bit
_NAMING = _NAMED | m.Cue.bit | m.Party.bit


class Refs(Sites):
    """Finds the corridors of one sentence."""

    def __init__(self, scanned: Scanned, context: Context) -> None:
        super().__init__(scanned)
        self.told = context.told
        since = scanned.sentence.paragraph - context.told.corridor_paragraph if context.told.corridor is not None else 99
        self.same = since == 0
        self.near = since <= _LATELY
        self.found: list[Ref] = []
        self.words = {at for name in _WORDS for at in scanned.cued("corridor", name)}
        """Where a word stands that is no name and may point to a corridor."""

    def all(self) -> list[Ref]:
        """Return them in order."""
        free = 0
        for index, mention in enumerate(self.mentions):
            if index >= free and mention.mask & _NAMING and (refs := self._at(index)) is not None:
                while self.found and self.found[-1].first > refs[0].first:
                    self.found.pop()  # a port that is only one end of the line behind it
                self.found.extend(refs)
                free = refs[-1].last + 1
        self._rename()
        if not self.found:
            self.found += self._fragment()
        return self.found

    def _rename(self) -> None:
        """Join a corridor by its ends with its name behind them: "a pipeline from A to B, known as C"."""
        for at in range(len(self.found) - 1, 0, -1):
            left, right = self.found[at - 1], self.found[at]
            between = self.mentions[left.last + 1 : right.first]
            named = any(is_cue(each, "corridor", "called") for each in between)
            if named and left.kind is right.kind and all(each.mask & (m.Cue.bit | m.Punctuation.bit) for each in between):
                places = left.places or right.places
                self.found[at - 1 : at + 1] = [evolve(right, first=left.first, start=left.start, places=places, goods=left.goods)]

    def _at(self, index: int) -> list[Ref] | None:
        mention = self.mentions[index]
        town = town_of(mention)
        if town is None and not mention.mask & _NAMED:
            return self._cue(index) if index in self.words else None  # a country
        route = mention.get(m.Route)
        if route is not None and (town is None or town.place is None):
            return [self._named(index, corridor(route.id))]
        noun = mention.get(m.CorridorNoun)
        if noun is not None:
            return self._kind(index, noun)
        if town is not None and town.place is not None:
            return self._town(index, town.place, route)
        return self._cue(index) if index in self.words else None

    def _named(self, index: int, entity: Corridor) -> Ref:
        mention = self.mentions[index]
        last, end = index, mention.end
        kind = CorridorKind(entity.kind)
        goods: tuple[str, ...] = ()
        if index + 1 < len(self.mentions) and self.mentions[index + 1].start - mention.end <= 1:
            noun = self.mentions[index + 1].get(m.CorridorNoun)
            if noun is not None:
                last, end, goods = index + 1, self.mentions[index + 1].end, noun.goods
                other = named(noun.kind, entity.places, noun.goods) if noun.kind != entity.kind else None
                if other is not None:
                    entity, kind = other, CorridorKind(other.kind) if other.is_listed else noun.kind
        text = self.scanned.text[mention.start : end]
        own = places_in(text)
        if len(own) == 1 and own[0] not in entity.places and kind not in TOWNS:  # "Power of Siberia" does not lie in Siberia by its name
            own = ()
        facing = self._facing(last, kind, own)
        if facing is not None:
            return evolve(facing, first=index, start=mention.start, through=self._through(index))
        after, after_last = self._places_after(last) if len(own) < 2 else ((), last)
        before = self._places_before(index)[0] if not own and not after else ()
        places = own or after or before
        return Ref(index, max(last, after_last), mention.start, end, kind, entity, places, goods, through=self._through(index))

    def _facing(self, last: int, kind: CorridorKind, own: tuple[str, ...]) -> Ref | None:
        """Return the crossing by both its towns, where a dash joins the other one to a crossing named by one: "crossing A – B"."""
        dash, other = (*self.mentions[last + 1 : last + 3], None, None)[:2]
        town = town_of(other) if other is not None else None
        if kind not in TOWNS or len(own) != 1 or dash is None or other is None or mark_of(dash) is not Mark.DASH or town is None:
            return None
        entity = named(kind, (*own, town.place)) if town.place is not None else None
        return Ref(last, last + 2, other.start, other.end, kind, entity, (*own, town.place)) if entity is not None and town.place else None

    def _kind(self, index: int, noun: m.CorridorNoun) -> list[Ref] | None:
        mention = self.mentions[index]
        following = self.mentions[index + 1] if index + 1 < len(self.mentions) else None
        route = following.get(m.Route) if following is not None and following.start - mention.end <= 1 else None
        if route is not None and following is not None and town_of(following) is None:  # "the railway A–B"
            return [evolve(self._named(index + 1, corridor(route.id)), first=index, start=mention.start)]
        if (told := self._what_it_is(index, noun) or self._bare(index, noun)) is not None:
            return [told]
        together = self._several_before(index, noun)
        if together:
            return together
        in_port = self._in_port(index, noun)
        if in_port is not None:
            return [in_port]
        before, first = self._places_before(index) if not noun.definite else ((), index)
        after, last = self._places_after(index)
        if noun.definite and noun.kind in TOWNS and last > index and role_of(self.mentions[index + 1]) is Role.TO:
            after, last = (), index  # "through this crossing to the port of A"
        if not after and noun.definite and index and is_cue(self.mentions[0], "corridor", "linking"):
            after, last = self._places_after(-1)[0], index  # "Running from A to B, the line …"
        if noun.plural:
            return (self._several(index, last, noun, after) or None) if after else None
        if not before and not noun.definite:
            called = self._called(index, noun, after)
            if called is not None:
                return [called]
        places = (*before, *(each for each in after if each not in before))
        if not places or (noun.kind is CorridorKind.CORRIDOR and len(places) < 2):
            return self._pointing(index, noun)
        if all(map(is_land, places)) and last + 1 < len(self.mentions) and mark_of(self.mentions[last + 1]) is Mark.COMMA:
            ends, end = self._places_after(last + 1)  # "the first bridge between the two countries, at A and B"
            places, last = (ends, end) if len(ends) > 1 else (places, last)
        if noun.kind in LINES and all(map(is_land, places)):
            places = self._linked_later(last) or places
        if noun.kind is not CorridorKind.CORRIDOR and all(is_land(each) for each in places):
            return self._pointing(index, noun)  # "a land port between Russia and China"
        start = self.mentions[first].start
        entity = None if self._another(index, places) else named(noun.kind, places, noun.goods)
        if entity is None and len(places) > 1 and not self._another(index, places):
            entity = named(noun.kind, places[:1], noun.goods) if noun.kind in NODES else called_by(noun.kind, places, noun.goods)
        if entity is None and noun.definite and self.near and self._last_of(noun.kind) is not None and not self._another(index):
            pointed = self._pointing(index, noun)  # "this pipeline enters the country at A": the one just told of
            if pointed is not None and len(after) < 3:
                return pointed
        if entity is None and noun.kind is CorridorKind.TERMINAL and len(places) == 1 and not noun.goods and not self._another(index):
            entity = self._by_wares(index, places)
        kind = CorridorKind(entity.kind) if entity is not None and entity.is_listed else noun.kind
        end = self.mentions[last].end if last > index else mention.end
        if last == index and after:
            end = self._unknown_end(index)
        return [Ref(first, last, start, end, kind, entity, places, noun.goods, through=self._through(first))]

    def _what_it_is(self, index: int, noun: m.CorridorNoun) -> Ref | None:
        """Return the corridor just told of, where the sentence goes on with what it is: "It is the first road bridge …"."""
        told, pointer = self._last_of(noun.kind), self.mentions[0].get(m.Pointer)
        opens = 0 < index and self.mentions[0].start - self.scanned.sentence.span.start <= 1
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

    def _by_wares(self, index: int, places: tuple[str, ...]) -> Corridor | None:
        """Return the plant of the register that handles at this town the goods of the sentence: "a terminal at A for grain"."""
        wares = tuple(dict.fromkeys(goods.id for _, goods in self.scanned.between(m.Goods, index, len(self.mentions))))
        return named(CorridorKind.TERMINAL, places, wares) if wares else None

    def _linked_later(self, last: int) -> tuple[str, ...]:
        """Return the towns that a later word of the sentence has it link: "a bridge between the countries opened, linking A and B"."""
        for index in range(last + 1, len(self.mentions) - 3):
            if mark_of(self.mentions[index]) is Mark.SEMICOLON or self.mentions[index].mask & _NAMED & ~m.Party.bit:
                return ()
            if is_cue(self.mentions[index], "corridor", "linking"):
                ends = [town.place for each in self.mentions[index + 1 : index + 6] if (town := town_of(each)) is not None and town.place]
                ends = [each for each in ends if not is_land(each)]
                return tuple(ends) if len(ends) == 2 else ()
        return ()

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
        told = self._last_of(noun.kind) if noun.definite else None
        if told is None:
            return None
        if told.kind is noun.kind or (told.kind in NODES and noun.kind in NODES):
            return [self._back(index, told, noun.goods)]
        return None

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

    def _cue(self, index: int) -> list[Ref] | None:
        told = self.told.corridor
        mention = self.mentions[index]
        if not is_cue(mention, "corridor", "generic") and not is_cue(mention, "corridor", "here"):
            return self._between(index, self._kind_told(index)) or self._line_told(index)
        ends = self._between(index)
        if ends is not None:
            return ends
        if self.found:
            return [self._again(index)]
        return [self._back(index, told, ())] if told is not None and self.near else None

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

    def _fragment(self) -> list[Ref]:
        """A sentence that goes on about the corridor of its paragraph: "Length 1,080 m.", "It opened in 2011."."""
        told = self.told.corridor
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

"""What a chunk says of a flow: its heads, the parties with the roles they play, goods, periods and words of certainty.

Roles come from the relation before a party, from possession, or from the place of a party before a head, a verb or goods.
"""

from enum import StrEnum
from itertools import pairwise

from attrs import define, field

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Mark, Role, Use
from sinorus.languages.period_expr import Grain, PeriodExpr, PeriodKind, PeriodRelation
from sinorus.parsers.clause import Chunk
from sinorus.parsers.order import ordered
from sinorus.records import FlowStatus
from sinorus.scan.mention import Mention
from sinorus.values import Bound, Direction
from sinorus.values.evolve import evolve
from sinorus.values.unit import Dimension

_GLOSS = 2
"""Mentions between a year and the words that tell it once more, at most."""
_JOINT = 2
"""Characters between two names that stand side by side: a hyphen, a dash or a space."""


class Slot(StrEnum):
    """The role of a party in a chunk."""

    OWNER = "owner"
    SUBJECT = "subject"
    """Named before the head, but not joined to it: "Russia doubled its exports"."""
    ORIGIN = "origin"
    FROM = "from"
    TO = "to"
    WITH = "with"
    PAIR = "pair"
    BY = "by"
    OF = "of"
    PLACE = "place"
    RIVAL = "rival"


_SLOTS = {
    Role.FROM: Slot.FROM,
    Role.TO: Slot.TO,
    Role.WITH: Slot.WITH,
    Role.BETWEEN: Slot.PAIR,
    Role.AMONG: Slot.RIVAL,
    Role.BY: Slot.BY,
    Role.OF: Slot.OF,
    Role.IN: Slot.PLACE,
    Role.AT: Slot.PLACE,
    Role.FOR: Slot.TO,
    Role.AGAINST: Slot.RIVAL,
    Role.VIA: Slot.RIVAL,
    Role.EXCEPT: Slot.RIVAL,
}


@define
class Placed:
    """A party (None: the world) at an index of its chunk, in a role."""

    index: int
    codes: tuple[str, ...]
    slot: Slot
    loose: bool = False
    """Of something unnamed ("Russian statistics, …", "Russian cathode: …"): it owns no flow that a later chunk names."""


@define
class Phrase:
    """The reading of one chunk."""

    chunk: Chunk
    heads: list[tuple[int, m.Head]] = field(factory=list)
    others: list[tuple[int, m.OtherMeasure]] = field(factory=list)
    figures: list[int] = field(factory=list)
    movements: list[tuple[int, m.Movement]] = field(factory=list)
    parties: list[Placed] = field(factory=list)
    unnamed: list[Placed] = field(factory=list)
    """Countries that are only pointed at ("that country"), in their roles."""
    bodies: list[Placed] = field(factory=list)
    """Trading companies, which speak for their country where no country is named in their role."""
    goods: list[tuple[int, str]] = field(factory=list)
    periods: list[tuple[int, PeriodExpr]] = field(factory=list)
    bases: list[tuple[int, PeriodExpr]] = field(factory=list)
    pointers: set[Anaphor] = field(factory=set)
    route: str | None = None
    status: m.Certainty | None = None
    status_at: int = -1
    basis: m.Comparison | None = None
    share: bool = False
    share_noun: int | None = None
    standing: bool = False
    """Whether a share is told as standing, of no period."""
    record: bool = False
    level: m.Level | None = None
    world: bool = False
    each: bool = False
    """Whether one figure is that of every member of a list."""

    def name(self, code: str) -> None:
        """Let the countries that are only pointed at be this one."""
        self.parties += [Placed(placed.index, (code,), placed.slot) for placed in self.unnamed]
        self.parties.sort(key=lambda placed: placed.index)
        self.unnamed = []

    def cut(self, index: int) -> None:
        """Forget the heads, parties and goods named behind `index`: they are those of the whole of which a share is told there."""
        self.heads = [pair for pair in self.heads if pair[0] < index]
        self.parties = [placed for placed in self.parties if placed.index < index]
        self.goods = [pair for pair in self.goods if pair[0] < index]
        self.world = False

    def of(self, slot: Slot) -> list[str]:
        """Return the codes of all parties in this role, in order, once each."""
        return list(dict.fromkeys(code for placed in self.parties if placed.slot is slot for code in placed.codes))


def _bound_role(items: list[Mention], index: int) -> Role | None:
    """Return the role of a particle that binds a party, or the list it ends: 向中国, 对美国、巴西和东盟出口."""
    before = items[index - 1] if index else None
    relation = before.get(m.Relation) if before is not None else None
    if relation is not None:
        return relation.role if relation.close else None
    listed = before is not None and before.mask & m.Punctuation.bit and index > 1 and items[index - 2].mask & m.Party.bit
    if not listed:
        return None
    first = items[index - 2].get(m.Party)
    # some words hold their own particle: 对美
    return first.role if first is not None and first.role in {Role.TO, Role.FROM} else _bound_role(items, index - 2)


def _relation(items: list[Mention], index: int) -> Role | None:
    """Return the role of the word directly before `index`, looking through the earlier members of a list."""
    while index > 0:
        before = items[index - 1]
        relation = before.get(m.Relation)
        if relation is not None and relation.role is not Role.POSSESSIVE:
            return relation.role
        if before.mask & m.Punctuation.bit and index > 1 and items[index - 2].mask & (m.Party.bit | m.World.bit):
            index -= 2
            continue
        return None
    return None


def _case(case: Role | None, relation: Role | None, items: list[Mention], index: int) -> Role | None:
    """Return the role that the case of a party and the preposition before it give together.

    A case speaks where there is no preposition, and tells the two senses of one that has two: into or in, with or from.
    A word that has no cases (POSSESSIVE) owns what stands right before it.
    """
    if relation is None:
        return case if case is not Role.POSSESSIVE else Role.OF if index and _is_owned(items[index - 1]) else None
    if case in {Role.OF, Role.IN}:
        return Role.IN if relation is Role.TO else Role.FROM if relation is Role.WITH and case is Role.OF else relation
    return relation


def _is_owned(mention: Mention) -> bool:
    head, movement = mention.get(m.Head), mention.get(m.Movement)
    if head is not None:
        return head.use is Use.NOUN
    return bool(mention.mask & (m.Goods.bit | m.OtherMeasure.bit | m.Share.bit)) or (movement is not None and movement.use is Use.NOUN)


def _owned(items: list[Mention], index: int) -> bool:
    following = items[index + 1].get(m.Relation) if index + 1 < len(items) else None
    return following is not None and following.role is Role.POSSESSIVE


def _next_kind(items: list[Mention], index: int) -> Mention | None:
    """Return the next mention that is no possessive mark, period or movement modifier."""
    for mention in items[index + 1 :]:
        relation = mention.get(m.Relation)
        movement = mention.get(m.Movement)
        if (relation is not None and relation.role is Role.POSSESSIVE) or mention.mask & (PeriodExpr.bit | m.RecordHigh.bit):
            continue
        if movement is not None and movement.use is Use.MODIFIER:
            continue
        return mention
    return None


def _place(items: list[Mention], index: int, party: m.Party) -> Slot:
    """Decide the role of one party."""
    if _at_crossing(items, index, party):
        return Slot.OWNER
    bound = _bound_role(items, index) if party.use is Use.BARE or (index and items[index - 1].mask & m.Relation.bit) else None
    if bound in _SLOTS:
        return _SLOTS[bound]
    beaten = items[index - 1].get(m.Level) if index else None
    if beaten is not None and beaten.bound is Bound.OVER and not _owned(items, index):
        return Slot.RIVAL  # "it overtook Peru"
    if party.role is Role.OF and items[index].mask & m.Goods.bit:
        return Slot.ORIGIN  # a word for the goods of a country: 俄电, 俄粮
    role = _case(party.role, _relation(items, index), items, index)
    verb = items[index - 1].get(m.Head) if index else None
    if (
        verb is not None
        and verb.use is Use.VERB
        and verb.side is m.Side.EXPORTER
        and role in {None, Role.OF}
        and not party.owns
        and not _owned(items, index)
    ):
        return Slot.TO
    following = _next_kind(items, index)
    modifier = party.owns or _owned(items, index)
    head = following.get(m.Head) if following is not None else None
    before_head = head is not None
    if head is not None and head.agent and role is None:
        role = head.role if head.role is Role.TO else None
    if head is not None and head.agent and role is not None and role in _SLOTS and role is not Role.BETWEEN:
        return _SLOTS[role]  # "deliveries to Chinese buyers"
    wares = following.get(m.Pointer) if following is not None else None
    named = following is not None and bool(following.mask & m.Goods.bit)
    before_goods = (named or (wares is not None and wares.to is Anaphor.WARES)) and not before_head
    if modifier and before_goods and not _goods_before_head(items, index):
        return Slot.ORIGIN if not _owned(items, index) else Slot.OWNER
    if modifier and (before_head or before_goods):
        return Slot.OWNER
    touching = following is not None and items[index + 1] is following and following.start - items[index].end <= 1
    if role is Role.OF and (party.owns or (before_goods and touching)):
        return Slot.ORIGIN  # "imports of Russian coal", "of US products"
    if role is not None and role in _SLOTS:
        return _SLOTS[role]
    return Slot.OWNER if party.use is Use.MODIFIER or _owned(items, index) else Slot.SUBJECT


def _at_crossing(items: list[Mention], index: int, party: m.Party) -> bool:
    """Whether goods come or go "from" a crossing, which only names the side on which it lies: 自满洲里口岸进口."""
    relation = items[index - 1].get(m.Relation) if index else None
    crossing = party.use is Use.BARE and items[index].mask & m.Route.bit
    return bool(crossing) and relation is not None and relation.role in {Role.FROM, Role.TO}


def _is_loose(items: list[Mention], index: int, party: m.Party) -> bool:
    following = _next_kind(items, index)
    return party.use is Use.MODIFIER and (following is None or bool(following.mask & m.Punctuation.bit))


def _goods_before_head(items: list[Mention], index: int) -> bool:
    """Whether goods after `index` run straight into a head noun: "Russian coal exports"."""
    for mention in items[index + 1 :]:
        head = mention.get(m.Head)
        if head is not None:
            return head.use is Use.NOUN
        if not mention.mask & (m.Goods.bit | m.Punctuation.bit | PeriodExpr.bit):
            relation = mention.get(m.Relation)
            if relation is None or relation.role is not Role.POSSESSIVE:
                return False
    return False


def _then_by(items: list[Mention], index: int) -> bool:
    """Whether the size of a change follows: "rose to March by 9.5%", as Russian names what it compares with."""
    relation, figure = (items[index + 1].get(m.Relation), items[index + 2].get(m.Figure)) if index + 2 < len(items) else (None, None)
    return relation is not None and figure is not None and (figure.times or (relation.role is Role.BY and _is_relative(items[index + 2])))


def is_base(items: list[Mention], index: int, expr: PeriodExpr) -> bool:
    """Whether a period is what a change is measured against, not when the goods moved."""
    if expr.relation is PeriodRelation.AGAINST:
        return True
    if expr.kind in {PeriodKind.YEAR_BEFORE, PeriodKind.MONTH_BEFORE, PeriodKind.SAME}:
        return not _happened_in(items, index, expr)
    if _is_over(items, index, expr):
        return True
    before = items[index - 1] if index else None
    if before is not None:
        if expr.relation is PeriodRelation.FROM and before.mask & (m.Figure.bit | m.Movement.bit):
            return True
        figure, factor = before.get(m.Figure), before.get(m.Movement)
        sized = (figure is not None and _is_relative(before)) or (factor is not None and _then_by(items, index))
        if expr.relation is PeriodRelation.BY and expr.grain is not Grain.DAY and sized:
            return not any(item.mask & m.Certainty.bit for item in items)  # "up 5% by May 2023", where nothing of the future is told
        if (figure is not None and figure.times) or (factor is not None and factor.factor is not None and factor.use is Use.MODIFIER):
            return True
    inside = False
    for back in range(index - 1, max(index - 4, -1), -1):
        item = items[back]
        relation = item.get(m.Relation)
        if relation is not None:
            if relation.role is Role.AGAINST:
                return True
            if relation.role in {Role.FROM, Role.AT} and back > 0 and bool(items[back - 1].mask & (m.Movement.bit | m.Figure.bit)):
                return not any(mention.mask & m.Figure.bit for mention in items[back + 1 : index])
            if relation.role in {Role.IN, Role.OF, Role.FOR, Role.POSSESSIVE}:
                inside = inside or relation.role in {Role.IN, Role.FOR}
                continue
            if relation.role is Role.TO:  # of languages that have one word for into and in
                continue
            return False
        if item.mask & m.Comparison.bit:
            return not inside and back < index - 1  # "5% year on year in May" against "up 5% from the same period of 2021"
        pointer = item.get(m.Pointer)
        if pointer is not None and pointer.to is Anaphor.THIS and back == index - 1 and back > 0:
            return bool(items[back - 1].mask & m.Movement.bit)
        movement = item.get(m.Movement)
        if movement is not None:
            level = movement.direction is Direction.FLAT and back == index - 1  # "on a par with 2022"
            return (movement.use is Use.MODIFIER and not inside and not _compared_behind(items, index)) or level
        if not item.mask & (m.Level.bit | m.Pointer.bit):
            return False
        over = item.get(m.Level)
        if over is not None and over.bound is Bound.OVER and ((back and _is_relative(items[back - 1])) or _is_grown(items, index + 1)):
            return not inside  # "by 16% exceeding the figure of 2022", "exceeded that of 2022 by 16%"
    return False


def _compared_behind(items: list[Mention], index: int) -> bool:
    """Whether the words behind a period tell what was compared: "5% higher from May to July than a year earlier"."""
    return any(
        item.mask & m.Comparison.bit or ((relation := item.get(m.Relation)) is not None and relation.role is Role.AGAINST)
        for item in items[index + 1 : index + 3]
    )


def _happened_in(items: list[Mention], index: int, expr: PeriodExpr) -> bool:
    """Whether a change was one in the time named, not against it: "a 7% gain in the same quarter of 2022", "fell 6% the month before"."""
    figure = items[index - 1].get(m.Figure) if index > 1 else None
    if figure is not None and figure.quantity.unit == "%" and expr.kind is not PeriodKind.SAME and expr.relation is PeriodRelation.PLAIN:
        moved = items[index - 2].get(m.Movement)
        return moved is not None and moved.use is Use.VERB and not items[index - 2].mask & m.Relation.bit
    if index and _is_noun_of_change(items[index - 1]):  # "a 7% surge in", one phrase with its preposition
        return True
    relation = items[index - 1].get(m.Relation) if index > 1 else None
    return relation is not None and relation.role is Role.IN and _is_noun_of_change(items[index - 2])


def _is_noun_of_change(mention: Mention) -> bool:
    return any(isinstance(each, m.Movement) and each.use is Use.NOUN for each in mention.meanings)


def _is_over(items: list[Mention], index: int, expr: PeriodExpr) -> bool:
    """Whether a percentage is one over a month or year: "5% over May", "5% over 2022"."""
    over = items[index - 1] if index > 1 else None
    if over is None or not over.mask & m.Relation.bit or expr.grain not in {Grain.MONTH, Grain.YEAR} or expr.points_back:
        return False
    return {Role.IN, Role.AGAINST} <= _roles(over) and _is_relative(items[index - 2])


def _is_grown(items: list[Mention], index: int) -> bool:
    """Whether "by" and a percentage stand here."""
    relation = items[index].get(m.Relation) if index + 1 < len(items) else None
    return relation is not None and relation.role is Role.BY and _is_relative(items[index + 1])


def read(chunk: Chunk) -> Phrase:
    """Return the reading of a chunk, which stays as it is: it may be read again."""
    items = ordered(chunk.items, chunk.mask)
    phrase = Phrase(chunk if items is chunk.items else Chunk(chunk.opener, items, chunk.mask))
    for index, item in enumerate(items):
        mask = item.mask
        if mask & m.Figure.bit:
            phrase.figures.append(index)
        elif mask & PeriodExpr.bit:
            expr = item.get(PeriodExpr)
            late = expr is not None and expr.relation is PeriodRelation.SINCE and index > 1  # "the first fall since 1983"
            if expr is not None and expr.kind is not PeriodKind.VAGUE and not late:
                (phrase.bases if is_base(items, index, expr) else phrase.periods).append((index, expr))
        elif mask & _NOTED:
            _note(phrase, items, index, item)
    taken = {placed.slot for placed in phrase.parties}
    phrase.parties += [placed for placed in phrase.bodies if placed.slot not in taken]
    _join_neighbours(phrase)
    _free_bases(phrase)
    _free_sequel(phrase)
    _drop_glosses(phrase)
    _join_years(phrase)
    return phrase


def _join_years(phrase: Phrase) -> None:
    """Give a part of a year the year told apart from it: "September exports … in 2022"."""
    parts = [(at, expr) for at, expr in phrase.periods if expr.kind is PeriodKind.PART and expr.part is not None and expr.offset is None]
    years = [
        (at, expr) for at, expr in phrase.periods if expr.kind is PeriodKind.FIXED and expr.period is not None and expr.period.is_years
    ]
    if len(phrase.periods) != len(parts) + len(years) or len(parts) != 1 or len(years) != 1:
        return
    (at, part), (behind, year) = parts[0], years[0]
    if at > behind or any(at < figure < behind for figure in phrase.figures) or part.part is None or year.period is None:
        return
    if year.relation is PeriodRelation.PLAIN and year.period.first.year == year.period.last.year:
        named = part.part.of(year.period.last.year)
        phrase.periods = [(at, evolve(part, kind=PeriodKind.FIXED, period=named, part=None))] if named is not None else phrase.periods


def _drop_glosses(phrase: Phrase) -> None:
    """Leave out a year told once more by the side of the one that is named: "in 2019, the whole year"; "in 2019 the full-year figure"."""
    for at, expr in phrase.periods[1:]:
        before = [named for where, named in phrase.periods if where < at and at - where <= _GLOSS]
        if expr.kind in {PeriodKind.CURRENT_YEAR, PeriodKind.YEAR} and before and before[-1].grain is Grain.YEAR:
            phrase.periods.remove((at, expr))


def _free_bases(phrase: Phrase) -> None:
    """A year-before without any change to measure is the period itself: "a year ago it was 50%"."""
    exceeds = (
        phrase.level is not None and phrase.level.bound is Bound.OVER and any(_is_relative(phrase.chunk.items[at]) for at in phrase.figures)
    )
    if phrase.bases and not phrase.movements and phrase.basis is None and not exceeds:
        relative = [at for at in phrase.figures if _is_relative(phrase.chunk.items[at])]
        compared = [
            (at, expr)
            for at, expr in phrase.bases
            if any(figure < at for figure in relative) or _relation(phrase.chunk.items, at) in {Role.AGAINST, Role.FROM}
        ]
        phrase.periods += [pair for pair in phrase.bases if pair not in compared]
        phrase.bases = compared


def _free_sequel(phrase: Phrase) -> None:
    """A change told after that of the flow spoken of is one of the time it names: "after a fall of 3% the year before"."""
    items = phrase.chunk.items
    contrast = phrase.chunk.opener is Mark.CONTRAST
    if phrase.heads or phrase.goods or phrase.parties or len(phrase.figures) != 1 or not (contrast or Role.AGAINST in _roles(items[0])):
        return
    figure = phrase.figures[0]
    if not _is_relative(items[figure]) or not (phrase.movements or figure == 0):
        return
    for at, expr in list(phrase.bases):
        before = expr.kind in {PeriodKind.YEAR_BEFORE, PeriodKind.MONTH_BEFORE} and expr.relation is PeriodRelation.PLAIN and at > figure
        roles = {role for item in items[figure:at] for role in _roles(item)}
        if before and roles <= {Role.IN, Role.OF}:
            phrase.bases.remove((at, expr))
            phrase.periods.append((at, expr))


def _roles(mention: Mention) -> set[Role]:
    return {each.role for each in mention.meanings if isinstance(each, m.Relation)}


def _is_adverb(phrase: Phrase, index: int, movement: m.Movement) -> bool:
    """Whether a comparative only tells how a verb of movement goes on: "rose less", "fell more"."""
    if movement.use is not Use.MODIFIER or movement.factor is not None or not phrase.movements:
        return False
    at, verb = phrase.movements[-1]
    return at == index - 1 and verb.use is Use.VERB and verb.direction is not Direction.FLAT


def _is_relative(mention: Mention) -> bool:
    figure = mention.get(m.Figure)
    return figure is not None and figure.quantity.unit in {"%", "pp", "x"}


_TERMS = frozenset({"money-market", "none", "look-alike"})
"""Look-alikes that govern no figure: "in dollar terms", "customs data"."""
_TRADERS = frozenset({"energy", "grain", "agriculture", "metals", "mining", "forestry", "automotive", "chemicals", "nuclear", "telecom"})
"""Kinds of organisations that sell and buy goods."""


_NOTED = 0
for _kind in (m.Party, m.Body, m.World, m.Pointer, m.Goods, m.Head, m.OtherMeasure, m.Measured, m.Intent, m.Movement, m.Route, m.Certainty,
              m.Comparison, m.Share, m.RecordHigh, m.Level, m.Respectively):  # fmt: skip
    _NOTED |= _kind.bit
"""The bits of all that `_note` takes up: most mentions of a text are marks and prepositions, which it would only pass over."""


def _note(phrase: Phrase, items: list[Mention], index: int, item: Mention) -> None:
    for meaning in item.meanings:
        match meaning:
            case m.Party() if meaning.codes and (not phrase.parties or phrase.parties[-1].index != index):
                slot = Slot.PAIR if len(meaning.codes) > 1 else _place(items, index, meaning)
                phrase.parties.append(Placed(index, meaning.codes, slot, loose=_is_loose(items, index, meaning)))
            case m.Body() if meaning.country is not None and meaning.kind in _TRADERS:
                slot = _SLOTS.get(_relation(items, index) or Role.FOR, Slot.SUBJECT)
                own = _owned(items, index)
                phrase.bodies.append(
                    Placed(index, (meaning.country,), Slot.OWNER if own else slot if _relation(items, index) else Slot.SUBJECT)
                )
            case m.World():
                phrase.world = True
            case m.Pointer():
                phrase.pointers.add(meaning.to)
                if meaning.to is Anaphor.COUNTRY:
                    phrase.unnamed.append(Placed(index, (), _place(items, index, m.Party(()))))
            case m.Goods():
                if _relation(items, index) not in {Role.EXCEPT, Role.BY}:
                    phrase.goods.append((index, meaning.id))
            case m.Head() if not (item.mask & m.Goods.bit and meaning.use is Use.VERB and _is_qualified(items, index)):
                phrase.heads.append((index, meaning))
            case m.OtherMeasure() if meaning.kind == "freight" and _is_weighed(items, index):
                phrase.pointers.add(Anaphor.WARES)
            case m.OtherMeasure() if meaning.kind not in _TERMS:
                phrase.others.append((index, meaning))
            case m.Measured():
                phrase.others.append((index, m.OtherMeasure(meaning.kind)))
            case m.Intent() if not meaning.weak:
                phrase.status = phrase.status or m.Certainty(FlowStatus.TARGET)
            case m.Movement():
                if not _is_adverb(phrase, index, meaning):
                    phrase.movements.append((index, meaning))
            case m.Route():
                phrase.route = meaning.id
            case m.Certainty():
                phrase.status, phrase.status_at = meaning, index
            case m.Comparison():
                phrase.basis = meaning
            case m.Share():
                phrase.share = True
                phrase.standing = phrase.standing or meaning.standing
                if meaning.use is Use.NOUN:
                    phrase.share_noun = index
            case m.RecordHigh():
                phrase.record = True
            case m.Level():
                phrase.level = meaning
            case m.Respectively():
                phrase.each = phrase.each or meaning.each
            case _:
                pass


def _is_bare(mention: Mention) -> bool:
    """Whether a name is of a language without spaces, where two characters between names are a word."""
    party = mention.get(m.Party)
    return party is not None and party.use is Use.BARE


def _is_weighed(items: list[Mention], index: int) -> bool:
    """Whether a word of freight says what a figure weighs: "3 Mt of freight" is cargo."""
    relation = items[index - 1].get(m.Relation) if index > 1 else None
    figure = items[index - 2].get(m.Figure) if index > 1 else None
    return figure is not None and figure.quantity.dimension is Dimension.MASS and relation is not None and relation.role is Role.OF


def _is_qualified(items: list[Mention], index: int) -> bool:
    """Whether a country's adjective stands before a word, so that it is a noun: "Chinese ships"."""
    party = items[index - 1].get(m.Party) if index else None
    return party is not None and party.use is Use.MODIFIER


def _join_neighbours(phrase: Phrase) -> None:
    """Two owners side by side without a joint ("China-Russia trade") are a pair; so are two joined owners of a turnover."""
    parties = phrase.parties
    turnover = any(head.side is m.Side.BOTH for _, head in phrase.heads)
    for left, right in pairwise(parties):
        items = phrase.chunk.items
        between = items[right.index].start - items[left.index].end
        adjacent = right.index == left.index + 1 and between <= (0 if _is_bare(items[left.index]) else _JOINT)
        joined = turnover and right.index == left.index + 2 and bool(phrase.chunk.items[left.index + 1].mask & m.Punctuation.bit)
        if (
            (adjacent or joined)
            and {left.slot, right.slot} <= {Slot.SUBJECT, Slot.OWNER, Slot.OF, Slot.PAIR, Slot.ORIGIN}
            and left.codes != right.codes
        ):
            left.slot = right.slot = Slot.PAIR

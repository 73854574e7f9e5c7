"""What a chunk says of a flow: its heads, the parties with the roles they play, goods, periods and words of certainty.

Roles come from the relation before a party, from possession, or from the place of a party before a head, a verb or goods.
"""

from itertools import pairwise

from attrs import define, field

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Mark, Role, Use
from sinorus.languages.period_expr import Grain, PeriodExpr, PeriodKind, PeriodRelation
from sinorus.parsers.bases import is_base, is_outdone, is_relative, roles_of
from sinorus.parsers.chunk import Chunk
from sinorus.parsers.order import ordered
from sinorus.parsers.placing import SLOTS, Slot, is_loose, owned, place, relation_before
from sinorus.records import FlowStatus
from sinorus.scan.mention import Mention
from sinorus.values import Bound, Direction
from sinorus.values.evolve import evolve
from sinorus.values.unit import Dimension

_GLOSS = 2
"""Mentions between a year and the words that tell it once more, at most."""
_JOINT = 2
"""Characters between two names that stand side by side: a hyphen, a dash or a space."""


@define
class Placed:
    """A party (None: the world) at an index of its chunk, in a role."""

    index: int
    codes: tuple[str, ...]
    slot: Slot
    loose: bool = False
    """Of something unnamed ("Russian statistics, …", "Russian cathode: …"): it owns no flow that a later chunk names."""
    body: bool = False
    """Told by a company of it alone."""


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
    late: list[tuple[int, PeriodExpr]] = field(factory=list)
    """Times since which something is so: when goods moved only where that is the year in which the text is told."""
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
        found: list[str] = []
        for placed in self.parties:
            if placed.slot is slot:
                found += placed.codes
        return list(dict.fromkeys(found)) if len(found) > 1 else found


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
            since = expr is not None and expr.relation is PeriodRelation.SINCE
            late = (
                since and not _moved_since(items, index) and (index > 1 or bool(index and items[index - 1].mask & m.RecordHigh.bit))
            )  # "the first fall since 1983"
            if expr is not None and expr.kind is PeriodKind.CUMULATED and index:
                expr = _summed(items[index - 1].get(PeriodExpr), expr)
            elif expr is not None and expr.kind is PeriodKind.VAGUE:
                expr = None
            if expr is not None:
                (phrase.late if late else phrase.bases if is_base(items, index, expr) else phrase.periods).append((index, expr))
        elif mask & _NOTED:
            _note(phrase, items, index, item)
    taken = {placed.slot for placed in phrase.parties}
    phrase.parties += [placed for placed in phrase.bodies if placed.slot not in taken]
    _join_regions(phrase)
    _join_neighbours(phrase)
    _free_bases(phrase)
    _free_sequel(phrase)
    _drop_glosses(phrase)
    _join_years(phrase)
    return phrase


def _summed(before: PeriodExpr | None, expr: PeriodExpr) -> PeriodExpr:
    """Return the time of a sum: of no known one where it is told to be of some years ("五年来累计": over five years)."""
    return before if before is not None and before.kind is PeriodKind.VAGUE else expr


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
    if len(phrase.periods) > 1:
        phrase.periods = [pair for pair in phrase.periods if pair[1].kind is not PeriodKind.CUMULATED] or phrase.periods
    for at, expr in phrase.periods[1:]:
        before = [named for where, named in phrase.periods if where < at and at - where <= _GLOSS]
        if expr.kind in {PeriodKind.CURRENT_YEAR, PeriodKind.YEAR} and before and before[-1].grain is Grain.YEAR:
            phrase.periods.remove((at, expr))


def _free_bases(phrase: Phrase) -> None:
    """A year-before without any change to measure is the period itself: "a year ago it was 50%"."""
    exceeds = (
        phrase.level is not None and phrase.level.bound is Bound.OVER and any(is_relative(phrase.chunk.items[at]) for at in phrase.figures)
    )
    if phrase.bases and not phrase.movements and phrase.basis is None and not exceeds:
        relative = [at for at in phrase.figures if is_relative(phrase.chunk.items[at])]
        compared = [
            (at, expr)
            for at, expr in phrase.bases
            if any(figure < at for figure in relative)
            or owned(phrase.chunk.items, at)  # "at the previous year's level"
            or relation_before(phrase.chunk.items, at) in {Role.AGAINST, Role.FROM}
            or is_outdone(phrase.chunk.items, at)
        ]
        phrase.periods += [pair for pair in phrase.bases if pair not in compared]
        phrase.bases = compared


def _free_sequel(phrase: Phrase) -> None:
    """A change told after that of the flow spoken of is one of the time it names: "after a fall of 3% the year before"."""
    items = phrase.chunk.items
    contrast = phrase.chunk.opener is Mark.CONTRAST
    if phrase.heads or phrase.goods or phrase.parties or len(phrase.figures) != 1 or not (contrast or Role.AGAINST in roles_of(items[0])):
        return
    figure = phrase.figures[0]
    if not is_relative(items[figure]) or not (phrase.movements or figure == 0):
        return
    for at, expr in list(phrase.bases):
        before = expr.kind in {PeriodKind.YEAR_BEFORE, PeriodKind.MONTH_BEFORE} and expr.relation is PeriodRelation.PLAIN and at > figure
        roles = {role for item in items[figure:at] for role in roles_of(item)}
        if before and roles <= {Role.IN, Role.OF}:
            phrase.bases.remove((at, expr))
            phrase.periods.append((at, expr))


def _is_adverb(phrase: Phrase, index: int, movement: m.Movement) -> bool:
    """Whether a comparative only tells how a verb of movement goes on: "rose less", "fell more"."""
    if movement.use is not Use.MODIFIER or movement.factor is not None or not phrase.movements:
        return False
    at, verb = phrase.movements[-1]
    return at == index - 1 and verb.use is Use.VERB and verb.direction is not Direction.FLAT


_TERMS = frozenset({"money-market", "none", "look-alike", "data", "yearly"})
"""Look-alikes that govern no figure: "in dollar terms", "customs data"."""
_TRADERS = frozenset({"energy", "grain", "agriculture", "metals", "mining", "forestry", "automotive", "chemicals", "nuclear", "telecom"})
"""Kinds of organisations that sell and buy goods."""


_NOTED = 0
for _kind in (m.Party, m.Body, m.World, m.Pointer, m.Goods, m.Head, m.OtherMeasure, m.Measured, m.Intent, m.Movement, m.Route, m.Certainty,
              m.Comparison, m.Share, m.RecordHigh, m.Level, m.Respectively):  # fmt: skip
    _NOTED |= _kind.bit
"""The bits of all that `_note` takes up: most mentions of a text are marks and prepositions, which it would only pass over."""


def _note(phrase: Phrase, items: list[Mention], index: int, item: Mention) -> None:
    """Take up what a mention says; the common kinds of meanings are asked for first."""
    for meaning in item.meanings:
        match meaning:
            case m.Party() if meaning.codes and (not phrase.parties or phrase.parties[-1].index != index):
                slot = Slot.PAIR if len(meaning.codes) > 1 else place(items, index, meaning)
                phrase.parties.append(Placed(index, meaning.codes, slot, loose=is_loose(items, index, meaning)))
            case m.Head() if not (item.mask & m.Goods.bit and meaning.use is Use.VERB and _is_qualified(items, index)):
                phrase.heads.append((index, meaning))
            case m.Goods():
                if not _is_means(items, index, phrase.chunk.mask):
                    phrase.goods.append((index, meaning.id))
            case m.Movement():
                if not _is_adverb(phrase, index, meaning):
                    phrase.movements.append((index, meaning))
            case m.Level():
                phrase.level = meaning
            case m.Body() if meaning.country is not None and meaning.kind in _TRADERS:
                role = relation_before(items, index)
                slot = Slot.OWNER if owned(items, index) else SLOTS.get(role, Slot.SUBJECT) if role is not None else Slot.SUBJECT
                phrase.bodies.append(Placed(index, (meaning.country,), slot, body=True))
            case m.World():
                phrase.world = True
            case m.Pointer() if meaning.to is not Anaphor.COUNTRY or meaning.use is not Use.MODIFIER or _is_end(items, index):
                phrase.pointers.add(meaning.to)
                if meaning.to is Anaphor.COUNTRY:
                    phrase.unnamed.append(Placed(index, (), place(items, index, m.Party(()))))
            case m.OtherMeasure() if meaning.kind == "freight" and _is_weighed(items, index):
                phrase.pointers.add(Anaphor.WARES)
            case m.OtherMeasure() if meaning.kind not in _TERMS:
                phrase.others.append((index, meaning))
            case m.Measured():
                phrase.others.append((index, m.OtherMeasure(meaning.kind)))
            case m.Intent() if not meaning.weak or item.mask & (m.Action.bit | m.Certainty.bit) == m.Action.bit:  # "will supply"
                phrase.status = phrase.status or m.Certainty(FlowStatus.FORECAST if meaning.weak else FlowStatus.TARGET)
            case m.Route():
                phrase.route = meaning.id
            case m.Certainty():
                if phrase.status is None or not phrase.figures:  # "near the goal of $5bn and expected to grow" is a goal
                    phrase.status, phrase.status_at = meaning, index
            case m.Comparison():
                phrase.basis = meaning
            case m.Share() if not (item.mask & m.Head.bit and _is_qualified(items, index)):
                phrase.share = True
                phrase.standing = phrase.standing or meaning.standing
                if meaning.use is Use.NOUN:
                    phrase.share_noun = index
            case m.RecordHigh():
                phrase.record = phrase.record or not _is_of_years(items, index)
            case m.Respectively():
                phrase.each = phrase.each or meaning.each


def _moved_since(items: list[Mention], index: int) -> bool:
    """Whether so much has moved since then: "it has bought 9 Mt since January"; not "the first fall since 1983", "the most since May"."""
    if any(item.mask & (m.Movement.bit | m.RecordHigh.bit | m.Comparison.bit) for item in items):
        return False
    verb = any((head := item.get(m.Head)) is not None and head.use is Use.VERB for item in items)
    return verb and any(item.mask & m.Figure.bit and not is_relative(item) for item in items)


def _is_end(items: list[Mention], index: int) -> bool:
    """Whether goods come from or go to what is named here: "the country" may be any, but for that."""
    return relation_before(items, index) in {Role.FROM, Role.TO} and not owned(items, index)


def _is_of_years(items: list[Mention], index: int) -> bool:
    """Whether a record is only one of the last years or months: "a record since March 2021"."""
    expr = items[index + 1].get(PeriodExpr) if index + 1 < len(items) else None
    return expr is not None and (expr.relation is PeriodRelation.SINCE or expr.kind is PeriodKind.VAGUE)


def _is_means(items: list[Mention], index: int, mask: int) -> bool:
    """Whether goods are none of the flow: left out ("except coal") or means ("by truck"); not so "41% fell to coal"."""
    role = relation_before(items, index)
    dealt = mask & m.Share.bit or index == 1 or (index > 1 and items[index - 2].mask & m.Figure.bit)
    than = role is Role.AGAINST and bool(items[index - 1].mask & m.Movement.bit)  # "half as much as of coal"
    return role is Role.EXCEPT or than or (role is Role.BY and not dealt)


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


def _join_regions(phrase: Phrase) -> None:
    """A region behind its country is the country once more, in the role of the two: "to China's Hubei", "Russia's Tuva exported …"."""
    items = phrase.chunk.items
    for left, right in pairwise(tuple(phrase.parties)):
        possessive = right.index == left.index + 2 and owned(items, left.index)
        if left.codes != right.codes or not (possessive or right.index == left.index + 1):
            continue
        if right.slot is Slot.SUBJECT and left.slot not in {Slot.OWNER, Slot.ORIGIN, Slot.SUBJECT}:
            right.slot = left.slot
        phrase.parties.remove(left)


def _is_and(mention: Mention) -> bool:
    mark = mention.get(m.Punctuation)
    return mark is not None and mark.mark is Mark.AND


def _join_neighbours(phrase: Phrase) -> None:
    """Two owners side by side without a joint ("China-Russia trade") are a pair; so are two joined owners of a turnover."""
    parties = phrase.parties
    turnover = any(head.side is m.Side.BOTH for _, head in phrase.heads)
    for left, right in pairwise(parties):
        items = phrase.chunk.items
        between = items[right.index].start - items[left.index].end
        if (left.slot, right.slot) == (Slot.SUBJECT, Slot.OWNER) and right.index == left.index + 2 and _is_and(items[left.index + 1]):
            left.slot = Slot.OWNER  # "Jordan and Israel's deliveries"
        adjacent = right.index == left.index + 1 and between <= (0 if _is_bare(items[left.index]) else _JOINT)
        joined = turnover and right.index == left.index + 2 and bool(phrase.chunk.items[left.index + 1].mask & m.Punctuation.bit)
        if (
            (adjacent or joined)
            and {left.slot, right.slot} <= {Slot.SUBJECT, Slot.OWNER, Slot.OF, Slot.PAIR, Slot.ORIGIN}
            and left.codes != right.codes
        ):
            left.slot = right.slot = Slot.PAIR

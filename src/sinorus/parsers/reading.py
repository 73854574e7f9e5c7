"""Reads a chunk: the role of every party, the goods, times, words of change and certainty that it holds."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Anaphor, Mark, Role, Use
from sinorus.languages.period_expr import Grain, PeriodExpr, PeriodKind, PeriodRelation
from sinorus.parsers.bases import is_base, outdoes
from sinorus.parsers.chunk import Chunk
from sinorus.parsers.marks import acts, is_cue, made_for, mark_of, role_of
from sinorus.parsers.order import ordered
from sinorus.parsers.phrase import Phrase, Placed
from sinorus.parsers.placing import SLOTS, Slot, is_loose, made_there, owned, place, relation_before
from sinorus.parsers.settling import settle
from sinorus.parsers.times import drop_glosses, free_bases, free_sequel, join_years, moved_since, note_record, set_beside, summed
from sinorus.records import FlowStatus
from sinorus.scan.mention import Mention
from sinorus.values import Bound, Direction
from sinorus.values.evolve import evolve
from sinorus.values.unit import Dimension


def read(chunk: Chunk) -> Phrase:
    """Return the reading of a chunk, which stays as it is: it may be read again."""
    items = ordered(chunk.items, chunk.mask)
    phrase = Phrase(chunk if items is chunk.items else Chunk(chunk.opener, items, chunk.mask))
    for index, item in enumerate(items):
        mask = item.mask
        if mask & m.Figure.bit:
            phrase.figures.append(index)
            if mask & m.OtherMeasure.bit:
                _note(phrase, items, index, item)  # 80万人次
        elif mask & PeriodExpr.bit:
            _note_time(phrase, items, index)
        elif mask & _NOTED:
            _note(phrase, items, index, item)
    if phrase.parties or phrase.bodies:
        settle(phrase)
    if phrase.bases:
        free_bases(phrase)
        free_sequel(phrase)
    if len(phrase.periods) > 1:
        drop_glosses(phrase)
        join_years(phrase)
        set_beside(phrase)
    return phrase


def _note_time(phrase: Phrase, items: list[Mention], index: int) -> None:
    """Take up an expression of time: as what something is compared with, as that since which it is so, or as its own."""
    expr = items[index].get(PeriodExpr)
    if expr is None or expr.kind is PeriodKind.VAGUE or _tells_source(items, index, expr):
        return
    if expr.kind is PeriodKind.SOME and any(each.mask & ~m.Relation.bit for each in items[:index]):
        return  # it counts where it opens what it is told of
    if expr.relation is PeriodRelation.PLAIN and _since_event(items, index):
        phrase.periods.append((index, evolve(expr, relation=PeriodRelation.SINCE)))
        return
    since = expr.relation is PeriodRelation.SINCE and not moved_since(items, index)
    late = (since and _is_span(expr)) or (
        since and index > 0 and (index > 1 or bool(items[0].mask & m.RecordHigh.bit))
    )  # "the first fall since 1983"
    if expr.kind is PeriodKind.CUMULATED and index:
        expr = summed(items[index - 1].get(PeriodExpr), expr)
    times = phrase.late if late else phrase.bases if is_base(items, index, expr) else phrase.periods
    times.append((index, expr))


def _since_event(items: list[Mention], index: int) -> bool:
    """Whether a time is that of an event since which it is counted: "since the opening of the line in May 2019"."""
    opener = next((at for at in range(index) if is_cue(items[at], "flow", "since")), None)
    return opener is not None and not any(item.mask & (m.Figure.bit | m.Level.bit | PeriodExpr.bit) for item in items[opener:index])


def _tells_source(items: list[Mention], index: int, expr: PeriodExpr) -> bool:
    """Whether a day is only that of those who tell it: "…, Wednesday's customs tables showed", "that it rose was announced on Monday"."""
    if expr.grain is not Grain.DAY:
        return False
    if index and items[index - 1].mask & m.Speech.bit:
        return True
    if not owned(items, index):
        return False
    return index + 2 == len(items) or bool(items[index + 2].mask & (m.OtherMeasure.bit | m.Speech.bit))


def _is_adverb(phrase: Phrase, index: int, movement: m.Movement) -> bool:
    """Whether a comparative only tells how a verb of movement goes on: "rose less", "the loss is greater"."""
    if movement.use is not Use.MODIFIER or movement.factor is not None or not phrase.movements:
        return False
    at, verb = phrase.movements[-1]
    was = at == index - 2 and verb.use is Use.NOUN and bool(phrase.chunk.items[index - 1].mask & m.Level.bit)  # "the fall was greater: 5%"
    return (at == index - 1 or was) and verb.use is not Use.MODIFIER and verb.direction is not Direction.FLAT


def denied(items: list[Mention], index: int, level: m.Level) -> m.Level:
    """Return a level with the bound that a denial gives it: "did not exceed $5bn", "had not even reached $5bn" were less."""
    before = items[index - 1] if index else None
    if before is None or not before.mask & m.Negation.bit or items[index].start - before.end > 1:
        return level
    return evolve(level, bound=Bound.OVER if level.bound is Bound.UNDER else Bound.UNDER)


_SHORT = 3
"""Mentions of a chunk that only tells a time, at most."""
_TERMS = frozenset({"money-market", "none", "look-alike", "data", "yearly", "maker"})
"""Look-alikes that govern no figure: "in dollar terms", "customs data"."""
TRADERS = frozenset({"energy", "grain", "agriculture", "metals", "mining", "forestry", "automotive", "chemicals", "nuclear", "telecom"})
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
            case m.Party() if meaning.ends and (not phrase.parties or phrase.parties[-1].index != index):
                slot = Slot.PAIR if len(meaning.codes) > 1 else place(items, index, meaning)
                phrase.parties.append(Placed(index, meaning.ends, slot, loose=is_loose(items, index, meaning)))
            case m.Head() if not (item.mask & m.Goods.bit and meaning.use is Use.VERB and _is_qualified(items, index)):
                phrase.heads.append((index, meaning))
            case m.Goods():
                if not (_is_means(items, index, phrase.chunk.mask) or acts(items, index)):
                    phrase.goods.append((index, meaning.id))
            case m.Movement():
                if not _is_adverb(phrase, index, meaning):
                    phrase.movements.append((index, meaning))
            case m.Level() if meaning.bound is None or not outdoes(items, index):
                phrase.level = denied(items, index, meaning)
            case m.Body() if meaning.country is not None and meaning.kind in TRADERS:
                slot = _slot_of_body(items, index)
                phrase.bodies.append(Placed(index, (meaning.country,), slot, body=True))
            case m.World() if not (meaning.own and _delivers(items, index)) and not _is_of_time(items, index):
                phrase.world = True
                phrase.world_as = phrase.world_as or meaning.role or _role_of_world(items, index)
            case m.Pointer() if meaning.to is not Anaphor.COUNTRY or meaning.use is not Use.MODIFIER or _is_named_so(items, index):
                _point(phrase, items, index, meaning)
            case m.OtherMeasure() if meaning.kind == "freight" and _is_weighed(items, index):
                phrase.pointers.add(Anaphor.WARES)
            case m.OtherMeasure() if not _is_none(items, index, meaning):
                phrase.others.append((index, meaning))
            case m.Measured():
                phrase.others.append((index, m.OtherMeasure(meaning.kind)))
            case m.Intent() if not meaning.weak or item.mask & (m.Action.bit | m.Certainty.bit) == m.Action.bit:  # "will supply"
                phrase.status = phrase.status or m.Certainty(FlowStatus.FORECAST if meaning.weak else FlowStatus.TARGET)
            case m.Route() if phrase.chunk.mask & m.Respectively.bit or not _is_one_of_ways(items, index):
                phrase.route = meaning.id
            case m.Certainty():
                aimed = phrase.status is not None and phrase.status.status is FlowStatus.TARGET and meaning.open  # 计划将出口增至
                aimed = aimed or (
                    phrase.status is not None and bool(items[phrase.status_at].mask & m.AgreementNoun.bit)
                )  # "will, under it"
                if phrase.status is None or not (phrase.figures or aimed):  # "near the goal of $5bn and expected to grow" is a goal
                    phrase.status, phrase.status_at = meaning, index
            case m.Comparison():
                phrase.basis = meaning
            case m.Share() if not (item.mask & m.Head.bit and (_is_qualified(items, index) or _comes_from(items, index))):
                phrase.share = True
                phrase.standing = phrase.standing or meaning.standing
                if meaning.use is Use.NOUN:
                    phrase.share_noun = index
            case m.RecordHigh():
                note_record(phrase, items, index)
            case m.Respectively():
                phrase.each = phrase.each or meaning.each


def _is_one_of_ways(items: list[Mention], index: int) -> bool:
    """Whether goods pass here and at another place on this side of the border: "3 Mt went through Ilo and Tacna"."""
    here = items[index].get(m.Party)
    if here is None or relation_before(items, index) is not Role.VIA:
        return False
    beside = [(index + 1, index + 2), (index - 1, index - 2)]
    for joint, other in beside:
        mark = mark_of(items[joint]) if min(joint, other) >= 0 and max(joint, other) < len(items) else None
        party = items[other].get(m.Party) if mark in {Mark.AND, Mark.OR} else None
        if party is not None and party.codes == here.codes:
            return True
    return False


def _point(phrase: Phrase, items: list[Mention], index: int, pointer: m.Pointer) -> None:
    """Take up a word that points back; where it stands for a country, in the role of one."""
    phrase.pointers.add(pointer.to)
    if pointer.role is Role.TO and _is_served(items, index):
        phrase.unnamed.append(Placed(index, (), Slot.TO))
    elif pointer.to is Anaphor.COUNTRY:
        phrase.unnamed.append(Placed(index, (), place(items, index, m.Party(()))))


def _is_served(items: list[Mention], index: int) -> bool:
    """Whether a pronoun says to whom goods go: no preposition stands before it, and a verb of selling in its chunk."""
    if index and items[index - 1].mask & m.Relation.bit:
        return False
    return any((head := item.get(m.Head)) is not None and head.use is Use.VERB and head.side is m.Side.EXPORTER for item in items)


def _role_of_world(items: list[Mention], index: int) -> Role | None:
    """Return whether goods go to a part of the world or come from there: "from China to Europe"."""
    role = role_of(items[index - 1]) if index else None
    return role if role in {Role.TO, Role.FROM} else None


def _slot_of_body(items: list[Mention], index: int) -> Slot:
    """Return the role of a company: "from Glencore", "from Glencore's mines", also where its name stands in quotes."""
    role = relation_before(items, index - 1 if index and mark_of(items[index - 1]) is Mark.QUOTE else index)
    slot = SLOTS.get(role, Slot.SUBJECT) if role is not None else Slot.SUBJECT
    if role is Role.AT and any(map(_buys, items[:index])):
        return Slot.FROM  # «купила у „Русала“»
    return Slot.OWNER if owned(items, index) and slot not in {Slot.FROM, Slot.TO} else slot


def _acts(items: list[Mention], index: int) -> bool:
    """Whether a company says or does what is told, and nothing of it is measured: "the company expects to ship 5 Mt"."""
    following = items[index + 1] if index + 1 < len(items) else None
    head = following.get(m.Head) if following is not None else None
    said = following is not None and bool(following.mask & (m.Certainty.bit | m.Intent.bit | m.Speech.bit))
    return said or (head is not None and head.use is Use.VERB)


def _delivers(items: list[Mention], index: int) -> bool:
    """Whether the word behind is no name of a trade that goes one way: "its own deliveries", "the whole turnover"."""
    head = items[index + 1].get(m.Head) if index + 1 < len(items) else None
    return head is not None and (head.weak or head.side is m.Side.BOTH)


def _is_span(expr: PeriodExpr) -> bool:
    """Whether a time takes several years, so that what is told "since" then is compared with them: "since 2014-18"."""
    return expr.period is not None and expr.period.is_years and expr.period.first.year < expr.period.last.year


def _is_of_time(items: list[Mention], index: int) -> bool:
    """Whether a word for the whole is that of a time, with which a chunk without a flow is at its end: "that year as a whole, …"."""
    return index == len(items) - 1 and index > 0 and bool(items[index - 1].mask & PeriodExpr.bit) and index < _SHORT


def _comes_from(items: list[Mention], index: int) -> bool:
    """Whether a word that begins a chunk is a noun of what comes or goes, and no verb: "supplies from Peru fell by 5%"."""
    return index == 0 and len(items) > 1 and role_of(items[1]) in {Role.FROM, Role.TO}


def _is_named_so(items: list[Mention], index: int) -> bool:
    """Whether "the country" stands for one: at an end, as an owner, or as who has a share or trades ("the country accounts for 14%")."""
    behind = items[index + 1] if index + 1 < len(items) else None
    verb = behind.get(m.Head) if behind is not None else None
    trades = verb is not None and verb.abroad and verb.use is Use.VERB and relation_before(items, index) is None
    holds = index == 0 and behind is not None and bool(behind.mask & m.Share.bit)
    return holds or trades or _is_end(items, index) or owned(items, index)


def _is_end(items: list[Mention], index: int) -> bool:
    """Whether goods come from or go to what is named here: "the country" may be any, but for that."""
    return relation_before(items, index) in {Role.FROM, Role.TO} and not owned(items, index)


def _is_means(items: list[Mention], index: int, mask: int) -> bool:
    """Whether goods are none of the flow: left out ("except coal"), means ("by truck") or a purpose; not so "41% fell to coal"."""
    role = relation_before(items, index)
    dealt = mask & m.Share.bit or index == 1 or (index > 1 and items[index - 2].mask & m.Figure.bit)
    than = role is Role.AGAINST and bool(items[index - 1].mask & m.Movement.bit)  # "half as much as of coal"
    return role is Role.EXCEPT or than or (role is Role.BY and not dealt) or made_for(items, index)


def _is_weighed(items: list[Mention], index: int) -> bool:
    """Whether a word of freight says what a figure weighs: "3 Mt of freight" is cargo."""
    figure = items[index - 2].get(m.Figure) if index > 1 else None
    return figure is not None and figure.quantity.dimension is Dimension.MASS and role_of(items[index - 1]) is Role.OF


def _is_qualified(items: list[Mention], index: int) -> bool:
    """Whether a country's adjective stands before a word, so that it is a noun: "Chinese ships"."""
    party = items[index - 1].get(m.Party) if index else None
    return party is not None and party.use is Use.MODIFIER


def _is_none(items: list[Mention], index: int, other: m.OtherMeasure) -> bool:
    """Whether a look-alike governs no figure here."""
    firm = other.kind == "firm" and (_acts(items, index) or any(map(_buys, items[:index])))  # "what it bought cost it $9bn"
    return other.kind in _TERMS or firm or _brings(items, index, other) or _at_prices(items, index, other) or made_there(items, index)


def _buys(mention: Mention) -> bool:
    head = mention.get(m.Head)
    return head is not None and head.use is Use.VERB and head.side is m.Side.IMPORTER


def _at_prices(items: list[Mention], index: int, other: m.OtherMeasure) -> bool:
    """Whether prices only tell how a weight was reckoned: "which at average prices makes about 9 kt"."""
    if other.kind != "price" or not index or role_of(items[index - 1]) not in {Role.AT, Role.BY}:
        return False
    figures = [figure.quantity for item in items if (figure := item.get(m.Figure)) is not None]
    return bool(figures) and all(each.dimension in {Dimension.MASS, Dimension.VOLUME} for each in figures)


def _brings(items: list[Mention], index: int, other: m.OtherMeasure) -> bool:
    """Whether a word of harvests tells what money came in: "yielded $5bn"."""
    figure = items[index + 1].get(m.Figure) if index + 1 < len(items) else None
    return other.kind == "production" and bool(items[index].mask & m.Level.bit) and figure is not None and figure.quantity.is_money

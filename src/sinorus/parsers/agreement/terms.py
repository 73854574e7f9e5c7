"""When, for how much, for how long, how many: the figures and periods of one document."""

from attrs import frozen

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark, Role
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.agreement.actor import preposition
from sinorus.parsers.agreement.clause import Clause
from sinorus.parsers.agreement.counted import count_of
from sinorus.parsers.agreement.dated import date_of
from sinorus.parsers.agreement.supplied import DEALS, LENGTHS, lent_before, obliged, obliged_before, yearly
from sinorus.parsers.context import Context
from sinorus.parsers.marks import is_cue, mark_of, role_of
from sinorus.parsers.sector import of_goods
from sinorus.records import AgreementKind, AgreementStatus, Measure, Sector
from sinorus.scan.duration import durations
from sinorus.scan.fold import fold
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned
from sinorus.values import Dimension, Period, Quantity, Term
from sinorus.values.evolve import evolve

_DATED = frozenset({AgreementStatus.SIGNED, AgreementStatus.AGREED, AgreementStatus.IN_FORCE, AgreementStatus.ENDED, None})
_AIMS = frozenset({AgreementKind.PLAN, AgreementKind.JOINT_STATEMENT})
"""Kinds of documents whose figures are aims."""
_ROUTES = m.CorridorNoun.bit | m.Route.bit
_LEAVING = frozenset({Role.FROM, Role.WITH})
"""Roles of the level that is left: one word is "from" and "with" where a case tells them apart."""
_TOUCH = 2
_MODEL = 12
"""Room for a model between a number and its goods: "100 RD-93 aircraft engines"."""
_NO_DEAL = 10_000
"""No paper is worth less money: such a sum is a price, whatever its words."""
_A_LOT = 10_000_000
"""No price of one piece: so much money is what a whole document is worth."""


@frozen
class Terms:
    """The figures of a document; `end` is where the last of them ends."""

    date: Period | None = None
    value: Quantity | None = None
    volume: Quantity | None = None
    term: Term | None = None
    count: int | None = None
    end: int = -1

    @property
    def figures(self) -> bool:
        """Whether there is any figure."""
        return self.value is not None or self.volume is not None or self.term is not None


def terms_of(scanned: Scanned, context: Context, clause: Clause) -> Terms:
    """Return the figures and the date of a document."""
    value, volume, end = _amounts(scanned, clause)
    volume = volume or obliged_before(scanned, clause)
    value = value or lent_before(scanned, clause)
    date = date_of(scanned, context, clause) if clause.status in _DATED else None
    term, term_end = _term(scanned, clause)
    if term is None:
        term = _years(scanned, context, clause)
    return Terms(date, value, volume, term, count_of(scanned, clause), max(end, term_end))


def _amounts(scanned: Scanned, clause: Clause) -> tuple[Quantity | None, Quantity | None, int]:
    """Return money and goods: those in the document's own words, not those of prices, shares and changes."""
    mentions = scanned.mentions
    value: Quantity | None = None
    volume: Quantity | None = None
    end = -1
    if clause.noun is not None and clause.noun.kind in _AIMS:
        return None, None, -1
    provided = clause.index > 0 and is_cue(
        mentions[clause.index - 1], "agreement", "obliges"
    )  # "15 Mt a year is what the contract provides for"
    for index in range(clause.start if provided else clause.phrase, clause.end):
        figure = mentions[index].get(m.Figure)
        if (
            figure is None
            or (_priced(mentions, index) and figure.quantity.amount < _A_LOT)
            or _of_trade(mentions, index)
            or _left_behind(mentions, index, clause.end)
            or (index > clause.index and (_other_level(mentions, clause.index, index) or _of_route(mentions, clause, index)))
        ):
            continue
        quantity = _with_unit(mentions, index, figure)
        if quantity.is_money and quantity.amount < _NO_DEAL:
            continue  # what a tonne costs
        if quantity.is_money and value is None and not quantity.is_rate:
            value = quantity
        elif quantity.is_physical and volume is None and quantity.dimension not in LENGTHS and _measures(mentions, index, quantity):
            volume = yearly(mentions, index, clause.end, quantity)
        else:
            continue
        if index > clause.index:
            end = max(end, mentions[index].end)
    return value, volume, end


def _measures(mentions: tuple[Mention, ...], index: int, quantity: Quantity) -> bool:
    """Whether the figure is an amount of goods; a plain number is one only right before goods ("24 Su-27s")."""
    if quantity.dimension is not Dimension.COUNT:
        return True
    after = mentions[index + 1] if index + 1 < len(mentions) else None
    goods = after.get(m.Goods) if after is not None and after.start - mentions[index].end <= _MODEL else None
    return goods is not None and Sector.ENERGY not in of_goods(goods.id)  # reactors are built, not counted


def _left_behind(mentions: tuple[Mention, ...], index: int, end: int) -> bool:
    """Whether the figure is the level from which the document takes it to another: "from 3 to 5 Mt a year"."""
    return preposition(mentions, index - 1) in _LEAVING and any(
        preposition(mentions, at - 1) is Role.TO and mentions[at].mask & m.Figure.bit for at in range(index + 2, min(index + 4, end))
    )


def _priced(mentions: tuple[Mention, ...], index: int) -> bool:
    """Whether the figure is a price, or a level that something rose to."""
    near = mentions[max(index - 1, 0) : index] + mentions[index + 1 : index + 2]
    for each in near:
        other = each.get(m.OtherMeasure)
        if other is not None and other.kind == "price":
            return True
    return False


def _of_trade(mentions: tuple[Mention, ...], index: int) -> bool:
    """Whether the figure is that of trade: "that year trade was $10.7 billion", "it is to lift trade to $20 billion"."""
    if (figure := mentions[index].get(m.Figure)) is not None and figure.quantity.is_money and _aimed_at(mentions, index):
        return True
    for at in range(index - 1, max(index - 3, 1), -1):
        head = mentions[at].get(m.Head)
        if head is not None:
            return head.measure is Measure.TURNOVER and bool(mentions[at - 1].mask & PeriodExpr.bit)
    return False


def _aimed_at(mentions: tuple[Mention, ...], index: int) -> bool:
    """Whether a sum is one that trade is to reach, or that sum in another currency in brackets."""
    before = mentions[index - 1] if index else None
    if before is None:
        return False
    if mark_of(before) is Mark.OPEN and index > 1 and mentions[index - 2].mask & m.Figure.bit:
        return _aimed_at(mentions, index - 2)
    named = any(map(_is_trade, mentions[max(index - _AIMED, 0) : index]))
    return _is_trade(before) or (role_of(before) is Role.TO and named)


def _is_trade(mention: Mention) -> bool:
    head = mention.get(m.Head)
    return head is not None and head.measure is Measure.TURNOVER


_AIMED = 7
"""Mentions from the trade to the sum to which it is to be brought, at most."""


def _other_level(mentions: tuple[Mention, ...], noun: int, index: int) -> bool:
    """Whether the figure is the level of something else: a capacity, what trade is to reach, what a price stood above."""
    after = mentions[index + 1] if index + 1 < len(mentions) else None
    if after is not None and after.mask & m.Movement.bit and after.start - mentions[index].end <= _TOUCH:
        return True
    for at in range(index - 1, max(noun, index - 5), -1):
        mention = mentions[at]
        if mark_of(mention) is Mark.COLON:
            return False
        oblige = is_cue(mention, "agreement", "obliges") and not any(each.mask & _ROUTES for each in mentions[noun + 1 : at])
        if is_cue(mention, "corridor", "handle") and not oblige:
            return True
        if is_cue(mention, "agreement", "terms"):
            return False
        if mention.mask & m.Cue.bit and any(isinstance(each, m.Cue) and each.group == "agreement" for each in mention.meanings):
            return False
        if mention.mask & m.Pointer.bit and mention.mask & m.Level.bit:
            continue  # "a total value of"
        if mention.mask & m.Level.bit and at - 1 > noun and is_cue(mentions[at - 1], "agreement", "obliges"):
            return False  # 协议金额达230亿元
        modal = bool((mention.mask | mentions[at - 1].mask) & m.Certainty.bit) and at - 1 >= noun
        if modal and any(obliged(each) for each in mentions[noun:index]):
            continue  # "China would receive 70 bcm a year"
        if mention.mask & m.Movement.bit and _raised(mentions, index):
            continue
        if mention.mask & (m.Measured.bit | m.Level.bit | m.Movement.bit | m.Certainty.bit):
            return True
    return False


def _with_unit(mentions: tuple[Mention, ...], index: int, figure: m.Figure) -> Quantity:
    """Return the amount, in the unit of the one from which the document takes it where it has none: 由380亿立方米提高到440亿."""
    if figure.quantity.unit != "1" or not figure.scaled or not _raised(mentions, index):
        return figure.quantity
    left = next(found for at in range(index - 2, max(index - 5, -1), -1) if (found := mentions[at].get(m.Figure)) is not None)
    return evolve(figure.quantity, unit=left.quantity.unit)


def _raised(mentions: tuple[Mention, ...], index: int) -> bool:
    """Whether the figure is the level to which the document takes one that stands right before it: "raise it from F to G"."""
    start = max(index - 4, 1)
    return any(mentions[at].mask & m.Figure.bit and preposition(mentions, at - 1) in _LEAVING for at in range(start, index - 1))


def _of_route(mentions: tuple[Mention, ...], clause: Clause, index: int) -> bool:
    """Whether the figure stands in a clause on the line that the document is about: "a study for a pipeline, which would carry F"."""
    relative = next((at for at in range(index - 1, clause.index, -1) if mark_of(mentions[at]) is Mark.RELATIVE), None)
    if relative is None or (clause.verb is not None and clause.verb > relative):
        return False
    before = mentions[max(relative - 4, clause.index + 1) : relative]
    return any(each.mask & (m.CorridorNoun.bit | m.Route.bit) for each in before) and not any(
        each.mask & m.AgreementNoun.bit for each in before
    )


def _term(scanned: Scanned, clause: Clause) -> tuple[Term | None, int]:
    """Return how long the document runs: the duration nearest behind it, or right before it ("a 30-year contract")."""
    mentions = scanned.mentions
    span = scanned.sentence.span
    first = (
        clause.verb + 1
        if clause.verb is not None and not clause.passive and not clause.listed and clause.verb < clause.phrase
        else clause.phrase
    )
    start = mentions[first - 1].end if first > 0 else span.start
    end = mentions[clause.end].start if clause.end < len(mentions) else span.end
    folded = fold(scanned.text[start:end])
    found = durations(folded, 0, len(folded), scanned.sentence.language or "")
    if not found:
        return None, -1
    noun = mentions[clause.index].start - start
    chosen = min(found, key=lambda each: abs(each.start - noun))
    meaning = chosen.get(m.Duration)
    return (meaning.term if meaning is not None else None), start + chosen.end


def _years(scanned: Scanned, context: Context, clause: Clause) -> Term | None:
    """Return how long a document on deliveries runs that are told of some years: "under it 9 Mt a year are to go from 2006 to 2010"."""
    if clause.noun is None or clause.noun.kind not in DEALS:
        return None
    mentions = scanned.mentions
    for index, expr in scanned.between(PeriodExpr, clause.index + 1, clause.end):
        stretch = context.anchor(expr, None) if expr.period is not None else None
        behind = mentions[index + 1 : clause.end]
        rated = any((figure := each.get(m.Figure)) is not None and figure.quantity.unit.endswith("/a") for each in behind)
        if stretch is not None and stretch.is_years and stretch.last.year > stretch.first.year and rated:
            return Term(years=stretch.last.year - stretch.first.year + 1)
    return None

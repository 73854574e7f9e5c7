"""What is to go or be lent under a deal, where the words before it tell that: "A will ship 2 Mt to B under a contract signed"."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark, Side, Use
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.agreement.clause import Clause
from sinorus.parsers.marks import is_cue, mark_of
from sinorus.records import AgreementKind
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned
from sinorus.values import Dimension, Quantity
from sinorus.values.evolve import evolve

DEALS = frozenset({AgreementKind.AGREEMENT, AgreementKind.CONTRACT})
LENGTHS = frozenset({Dimension.LENGTH})
_TOUCH = 2
_FAR = 7
"""Mentions from an amount to the word that says how often it goes, at most."""


def obliged_before(scanned: Scanned, clause: Clause) -> Quantity | None:
    """Return the volume that stands before a deal under which it is to go: "A will ship 2 Mt to B under a contract signed in May"."""
    mentions = scanned.mentions
    end = _before_deal(mentions, clause)
    if end <= clause.start:
        return None
    supplies = any(obliged(each) or each.mask & m.Goods.bit for each in mentions[clause.start : clause.phrase])
    figures = [(at, figure.quantity) for at, figure in scanned.between(m.Figure, clause.start, end)]
    at, quantity = next(((at, each) for at, each in figures if each.is_physical and each.dimension not in LENGTHS), (-1, None))
    if quantity is None or not supplies or quantity.dimension is Dimension.COUNT:
        return None
    ahead = any(each.mask & (m.Certainty.bit | m.Intent.bit) for each in mentions[clause.start : at])
    return yearly(mentions, at, end, quantity) if ahead and not _dated(scanned, clause, end) else None


def _before_deal(mentions: tuple[Mention, ...], clause: Clause) -> int:
    """Return where the words before a deal end that tell what is to be done under it; 0 where it is none, or only what its verb takes."""
    if clause.noun is None or clause.noun.kind not in DEALS or clause.noun.plural:
        return 0
    if clause.verb is None or clause.passive:
        return clause.phrase
    comma = max((at for at in range(clause.start, clause.verb) if mark_of(mentions[at]) is Mark.COMMA), default=clause.verb)
    named = any(each.mask & m.Body.bit for each in mentions[comma : clause.verb])
    return comma if comma < clause.verb and not named and not clause.listed else 0  # "A will ship 2 Mt to B, the two signed a contract"


def _dated(scanned: Scanned, clause: Clause, end: int) -> bool:
    """Whether what is told before a deal is of some time."""
    return any(expr.period is not None for _, expr in scanned.between(PeriodExpr, clause.start, end))


def lent_before(scanned: Scanned, clause: Clause) -> Quantity | None:
    """Return the only sum that stands before a deal under which it shall be lent or paid in: "A will lend B $2bn under a deal signed"."""
    mentions = scanned.mentions
    end = _before_deal(mentions, clause)
    if end <= clause.start:
        return None
    sums = [(at, each.quantity) for at, each in scanned.between(m.Figure, clause.start, end) if each.quantity.is_money]
    funded = any(clause.start <= at < end for name in ("loan", "funded") for at in scanned.cued("agreement", name))
    if len(sums) != 1 or not funded or sums[0][1].is_rate or _dated(scanned, clause, end):
        return None
    return sums[0][1]


def yearly(mentions: tuple[Mention, ...], index: int, end: int, quantity: Quantity) -> Quantity:
    """Return the amount as one of each year or month, where the words around say so: "38 bcm of gas from Russia every year"."""
    near = mentions[index + 1 : min(index + _FAR, end)]
    if not quantity.is_rate and any(is_cue(each, "agreement", "monthly") for each in (*near, *mentions[max(index - 3, 0) : index])):
        return evolve(quantity, unit=f"{quantity.unit}/mo")
    behind = any(is_cue(each, "agreement", "yearly") for each in near)
    before = (
        index > 0 and is_cue(mentions[index - 1], "corridor", "yearly") and mentions[index].start - mentions[index - 1].end <= _TOUCH * 2
    )
    led = _led_yearly(mentions, index)
    if quantity.is_rate or not (behind or before or led):
        return quantity
    return evolve(quantity, unit=f"{quantity.unit}/a")


_SUPPLIES = (
    m.Head.bit | m.Relation.bit | m.Goods.bit | m.Route.bit | m.CorridorNoun.bit | m.Figure.bit | m.Party.bit | m.Body.bit | m.Certainty.bit
)
"""What may stand between a word for yearly supplies and their amount."""


def _led_yearly(mentions: tuple[Mention, ...], index: int) -> bool:
    """Whether the supplies right before the amount are told to be those of each year: "annual deliveries of 15 Mt"."""
    at = index - 1
    while at > 0 and mentions[at].mask & _SUPPLIES and not is_cue(mentions[at], "corridor", "yearly"):
        at -= 1
    supplied = any((head := each.get(m.Head)) is not None and is_supply(head) for each in mentions[at + 1 : index])
    return 0 <= at < index - 1 and is_cue(mentions[at], "corridor", "yearly") and supplied


def obliged(mention: Mention) -> bool:
    """Whether the word tells of supplies, or points back to the document ("under it")."""
    head = mention.get(m.Head)
    return (head is not None and is_supply(head)) or is_cue(mention, "agreement", "under-it")


def is_supply(head: m.Head) -> bool:
    """Whether goods go one way, or are said to move: "will flow to China"; a trade of both ways is none."""
    return head.side is not Side.BOTH or (head.use is Use.VERB and head.weak)

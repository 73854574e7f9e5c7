"""Whether a sentence tells of flows at all, or only looks like it: a dateline, a question, the head of a table, means of payment."""

from collections.abc import Sequence

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark
from sinorus.languages.period_expr import Grain, PeriodExpr
from sinorus.parsers.context import Context
from sinorus.parsers.flow.counted_in import counted_in
from sinorus.parsers.flow.promised import contracts
from sinorus.parsers.marks import mark_of, role_of
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned
from sinorus.values.unit import Dimension

FIGURES = m.Figure.bit | m.RecordHigh.bit
_DATELINE = PeriodExpr.bit | m.Party.bit | m.Punctuation.bit | m.Route.bit | m.Body.bit
_PAID = m.SettlementWord.bit | m.Head.bit


def has_figures(scanned: Scanned, context: Context) -> bool:
    """Whether a sentence tells a figure, a record or a multiple, and is neither a question nor the head of a table."""
    told = scanned.mask & FIGURES or (scanned.mask & m.Movement.bit and any(map(_multiplies, scanned.mentions)))
    return bool(told) and not _heads_table(scanned, context) and not _asks(scanned)


def turns_to_money(scanned: Scanned) -> bool:
    """Whether a sentence without a figure turns to money that is no trade: "Investment came up, too"."""
    if scanned.mask & (FIGURES | m.Head.bit | m.Goods.bit):
        return False
    return any(other.kind == "investment" for _, other in scanned.of(m.OtherMeasure))


def _multiplies(mention: Mention) -> bool:
    movement = mention.get(m.Movement) if mention.mask & m.Movement.bit else None
    return movement is not None and movement.factor is not None


def has_flow(scanned: Scanned, context: Context) -> bool:
    """Whether a flow is named or carried; "5 Mt of coal went to China" is one whatever the verb is, but for one of contracts."""
    mask = scanned.mask
    if mask & m.Head.bit or context.flow is not None:
        return bool(mask & m.Head.bit) or not _counts_investors(scanned)
    named = mask & (m.Goods.bit | m.Pointer.bit | m.OtherMeasure.bit) and mask & m.Party.bit
    moved = mask & m.Route.bit and (mask & (m.Goods.bit | m.Pointer.bit) or any(map(_is_cargo, scanned.mentions)))
    return bool(named or moved) and not contracts(scanned)


def _counts_investors(scanned: Scanned) -> bool:
    """Whether a sentence counts what has money put into it: "900 firms, or 36% of all, have foreign capital; 8 projects cost $2bn"."""
    if scanned.mask & (m.Goods.bit | m.Route.bit | m.Share.bit) or not scanned.mask & m.OtherMeasure.bit:
        return False
    first = next((figure for _, figure in scanned.of(m.Figure)), None)
    return first is not None and first.quantity.unit == "1" and any(other.kind == "investment" for _, other in scanned.of(m.OtherMeasure))


def _is_cargo(mention: Mention) -> bool:
    """Whether a mention tells a weight, or boxes, which pass a route."""
    figure = mention.get(m.Figure) if mention.mask & m.Figure.bit else None
    return figure is not None and figure.quantity.dimension in {Dimension.CONTAINERS, Dimension.MASS}


def settles(scanned: Scanned, context: Context) -> bool:
    """Whether a sentence speaks of currencies of payment, whose shares are no flows."""
    moves = scanned.mask & m.Goods.bit and scanned.mask & m.Head.bit and not scanned.mask & m.Currency.bit
    pays = (each.mask & _PAID == m.SettlementWord.bit and not _turns(each) for each in scanned.mentions)
    paid = scanned.mask & m.SettlementWord.bit and not moves and any(pays)  # not "coal imports fell 3%, held back by payment difficulties"
    if paid or _speaks_of_currency(scanned):
        return True
    return context.settling and not scanned.mask & (m.Goods.bit | m.Party.bit) and not _trades_for(scanned)


def _trades_for(scanned: Scanned) -> bool:
    """Whether a sentence tells what trade was worth: "trade rose by 7%, to $70bn", behind one on currencies."""
    heads = any(head.side is m.Side.BOTH and not head.weak and head.use is m.Use.NOUN for _, head in scanned.of(m.Head))
    return heads and any(figure.quantity.is_money for _, figure in scanned.of(m.Figure))


def is_dateline(scanned: Scanned) -> bool:
    """Whether a sentence is only the place and day before the first one: "MOSCOW, January 15." """
    if not scanned.mask & PeriodExpr.bit or scanned.mask & ~_DATELINE:
        return False
    named = [expr for _, expr in scanned.of(PeriodExpr)]
    return len(named) == 1 and named[0].grain is Grain.DAY


def _turns(mention: Mention) -> bool:
    """Whether a word of payment only tells that one thing takes the place of another: "turned to", "overtook"."""
    word = mention.get(m.SettlementWord)
    return word is not None and word.scope == "turn"


def _measures_in(mentions: Sequence[Mention], at: int) -> bool:
    """Whether a change is told in a currency: "+12.7 percent in yuan"."""
    figure = mentions[at - 2].get(m.Figure) if at > 1 and role_of(mentions[at - 1]) is m.Role.IN else None
    return figure is not None and figure.quantity.unit == "%" and figure.sign is not None


def _speaks_of_currency(scanned: Scanned) -> bool:
    """Whether a currency is named as such, and not only in brackets behind a figure: "5 billion yuan (RMB, the same below)"."""
    apart = scanned.mask & m.Currency.bit and scanned.cued("flow", "by-volume")  # "in tonnes it rose by 12%, in dollars by 4%"
    mentions = scanned.mentions if scanned.mask & m.Currency.bit and not apart else ()
    counted = counted_in(scanned)
    return any(
        mention.mask & m.Currency.bit
        and mention.start not in counted
        and not (at and mark_of(mentions[at - 1]) is Mark.OPEN)
        and not _measures_in(mentions, at)
        and not _only_moves(mentions, at)
        for at, mention in enumerate(mentions)
    )


def _only_moves(mentions: Sequence[Mention], at: int) -> bool:
    """Whether a currency only gains or loses, where no figure follows: "exports fell by 5% as the yuan strengthened"."""
    behind = mentions[at + 1 : at + 2]
    return any(each.mask & m.Movement.bit for each in behind) and not any(each.mask & m.Figure.bit for each in mentions[at:])


def _asks(scanned: Scanned) -> bool:
    """Whether a sentence without a figure is a question: "Can trade double once more?" """
    return not scanned.mask & m.Figure.bit and scanned.quote().rstrip().endswith(("?", "？"))


def _heads_table(scanned: Scanned, context: Context) -> bool:
    """Whether the figures of a line are the unit of those below: "Buyer | 1000 t | change"."""
    if scanned.sentence.kind == "sentence" or context.table is None or scanned.mask & m.Party.bit:
        return False
    found = scanned.of(m.Figure)
    return bool(found) and all(figure.quantity == context.table for _, figure in found)


def opens_list(scanned: Scanned) -> bool:
    """Whether the figures of a sentence follow line by line."""
    return scanned.quote().rstrip().endswith((":", "："))

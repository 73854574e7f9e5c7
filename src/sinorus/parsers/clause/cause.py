"""Why a flow changed, told inside its clause: "tin exports to Peru on account of falling prices shrank by 5%"."""

from sinorus.languages.meaning import (
    Currency,
    Figure,
    Goods,
    Head,
    Mark,
    Movement,
    OtherMeasure,
    Party,
    Punctuation,
    Relation,
    Role,
    SettlementWord,
)
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.chunk import OF_FLOWS
from sinorus.parsers.marks import is_verb, mark_of, role_of
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned

_OTHER = OtherMeasure.bit | Currency.bit | SettlementWord.bit
"""What a cause may be beside another trade: prices, output, a weak currency, trouble with payments."""
_READ = OF_FLOWS | _OTHER
_STOPS = Figure.bit | Punctuation.bit
_OF_OTHER = _OTHER | Movement.bit | Figure.bit | Relation.bit | PeriodExpr.bit | Punctuation.bit | Party.bit | Goods.bit
"""What may be told of a look-alike: "随着油价上涨5%，"."""
_BEFORE = Head.bit | Punctuation.bit


def without_causes(scanned: Scanned) -> Scanned:
    """Return a sentence without what a cause in it names: the prices, duties or other trade there are not what is told of."""
    if not scanned.cued("flow", "cause") and not scanned.cued("flow", "affecting"):
        return scanned
    kept = {mention.start for mention in _told(scanned, [each for each in scanned.mentions if each.mask & _READ])}
    return scanned.with_mentions([each for each in scanned.mentions if each.start in kept or not each.mask & _READ])


def _told(scanned: Scanned, mentions: list[Mention]) -> list[Mention]:
    mentions = _without_framed(scanned, mentions)
    for at in reversed(scanned.cued("flow", "cause")):
        start = scanned.mentions[at].end
        first = next((index for index, mention in enumerate(mentions) if mention.start >= start), len(mentions))
        end = _end_between(mentions, first) or _end_apart(mentions, first) or _end_ahead(mentions, first) or _end_behind(mentions, first)
        if end is not None and (first or end < len(mentions)):
            mentions = [*mentions[:first], *_times(mentions[first:end]), *mentions[end:]]
    return mentions


def _without_framed(scanned: Scanned, mentions: list[Mention]) -> list[Mention]:
    """Return the mentions without a cause that stands between two words of its own: 受秘鲁限制出口影响, where it tells no figure."""
    ends = [scanned.mentions[at].start for at in scanned.cued("flow", "affecting")]
    if not ends:
        return mentions
    within = [mention.start for mention in mentions if role_of(mention) is Role.IN]
    for start in sorted([*within, *(scanned.mentions[at].start for at in scanned.cued("flow", "affected"))], reverse=True):
        stops = (each.start for each in mentions if each.start > start and (each.mask & Figure.bit or _parts(each)))
        stop = next(stops, len(scanned.text))
        end = max((each for each in ends if start < each < stop), default=start)
        if any(start < mention.start < end and not mention.mask & PeriodExpr.bit for mention in mentions):
            mentions = [mention for mention in mentions if not start <= mention.start < end or mention.mask & PeriodExpr.bit]
    return mentions


def _parts(mention: Mention) -> bool:
    return mark_of(mention) not in {None, Mark.AND}


def _end_between(mentions: list[Mention], first: int) -> int | None:
    """Return where a cause ends that stands between the word for a flow and its verb."""
    end = next((at for at in range(first, len(mentions)) if mentions[at].mask & _STOPS or is_verb(mentions[at])), len(mentions))
    opens = next((mention for mention in reversed(mentions[:first]) if mention.mask & _BEFORE), None)
    named = opens is not None and bool(opens.mask & Head.bit)
    return end if named and end < len(mentions) and is_verb(mentions[end]) else None


def _end_apart(mentions: list[Mention], first: int) -> int | None:
    """Return where a cause ends that opens a clause and is closed by a comma, with the figures of the look-alike that it names."""
    end = next((at for at in range(first, len(mentions)) if _closes(mentions[at])), len(mentions))
    if not _opens(mentions, first) or end == len(mentions) or mark_of(mentions[end]) is not Mark.COMMA:
        return None
    other = next((at for at in range(first, end) if mentions[at].mask & (_OTHER | Figure.bit | Head.bit)), None)
    if other is None or not mentions[other].mask & _OTHER:
        return None
    inside = mentions[other:end]
    named = [at for at in range(other, end) if mentions[at].mask & (Party.bit | Goods.bit)]
    if any(not mentions[at - 1].mask & Relation.bit for at in named):
        return None  # «из-за роста цен Перу, напротив, …»: it is the subject
    told = any(mention.mask & Figure.bit or is_verb(mention) for mention in inside)
    return end if all(mention.mask & _OF_OTHER for mention in inside) and not (named and told) else None


def _opens(mentions: list[Mention], first: int) -> bool:
    return not first or bool(mentions[first - 1].mask & Punctuation.bit)


def _end_ahead(mentions: list[Mention], first: int) -> int | None:
    """Return where a cause ends that opens a clause before the word for a flow: with the last look-alike that it names."""
    end = None
    for at in range(first, len(mentions) if _opens(mentions, first) else first):
        if mentions[at].mask & (Figure.bit | Head.bit) or is_verb(mentions[at]) or _closes(mentions[at]):
            return end
        placed = end == at - 1 and mentions[at].mask & Party.bit and role_of(mentions[at - 1]) is Role.WITH  # "the trade war with Peru"
        if mentions[at].mask & _OTHER or placed:
            end = at + 1
    return end


def _times(inside: list[Mention]) -> list[Mention]:
    """Return the expressions of time, each with its preposition: they are the clause's."""
    times = {at for at, mention in enumerate(inside) if mention.mask & PeriodExpr.bit}
    led = {at - 1 for at in times if at and inside[at - 1].mask & Relation.bit}
    return [inside[at] for at in sorted(times | led)]


def _end_behind(mentions: list[Mention], first: int) -> int | None:
    """Return where a cause ends that stands last in a clause: "it rose to $5bn amid sales of oil", "… on the back of 9% higher prices"."""
    end = next((at for at in range(first, len(mentions)) if _closes(mentions[at])), len(mentions))
    clause = next((at for at in range(first - 1, -1, -1) if mark_of(mentions[at]) in _ENDS), -1)
    before, inside = mentions[clause + 1 : first], mentions[first:end]
    told = any(mention.mask & (Figure.bit | Movement.bit) for mention in before)
    other = any(mention.mask & _OTHER for mention in inside)
    flow = any(mention.mask & Head.bit for mention in inside)
    sized = any(mention.mask & Figure.bit for mention in inside)
    if sized and any(is_verb(mention) for mention in inside):
        return None
    if not told:
        return end if other and not sized and not flow else None
    return end if (other and not (flow and sized)) or (flow and not sized) else None


def _closes(mention: Mention) -> bool:
    return mark_of(mention) in _ENDS


_ENDS = frozenset({Mark.COMMA, Mark.SEMICOLON, Mark.DASH, Mark.COLON})

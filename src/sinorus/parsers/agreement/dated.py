"""When the status of a document was reached."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark, Role
from sinorus.languages.period_expr import PeriodExpr, PeriodKind, PeriodRelation
from sinorus.parsers.agreement.clause import Clause
from sinorus.parsers.context import Context
from sinorus.parsers.marks import mark_of, role_of
from sinorus.records import AgreementStatus
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned
from sinorus.values import Period
from sinorus.values.evolve import evolve

_ONE_WORD = 14
_TOUCH = 2
_OWN = 500


def date_of(scanned: Scanned, context: Context, clause: Clause) -> Period | None:
    """Return when the status was reached."""
    mentions = scanned.mentions
    told = context.told
    heading = told.heading if told.paragraph == scanned.sentence.paragraph else None
    if heading is None and scanned.sentence.kind == "item" and clause.verb is None:
        heading = told.listed
    anchor_at = clause.verb if clause.verb is not None else clause.index
    candidates = []
    for index, expr in scanned.between(PeriodExpr, clause.start, _content(mentions, clause)):
        if not _is_date(mentions, index, expr, clause) or _long(context.anchor(expr, heading)):
            continue
        candidates.append((index, expr))
    if not candidates:
        return heading
    current = heading or (context.dated if context.date is None else None)
    opening = mentions[candidates[0][0]].get(PeriodExpr)
    if opening is not None and opening.period is not None and candidates[0][0] == 0:
        current = opening.period
    best = min(candidates, key=lambda each: _distance(mentions, each[0], anchor_at, clause))
    expr = evolve(best[1], relation=PeriodRelation.PLAIN) if best[1].relation in {PeriodRelation.SINCE, PeriodRelation.FROM} else best[1]
    period = context.anchor(expr, current)
    return period if period is not None else heading


def _content(mentions: tuple[Mention, ...], clause: Clause) -> int:
    """Return where the words end that say when it was signed: a colon behind document and verb opens what it says."""
    first = max(clause.index, clause.verb if clause.verb is not None else clause.index) + 1
    return next((at for at in range(first, clause.end) if mark_of(mentions[at]) is Mark.COLON), clause.end)


def _spoken(mentions: tuple[Mention, ...], index: int) -> bool:
    """Whether the period stands right behind a word of speech: when it was said, not when it was done."""
    before = mentions[index - 1] if index else None
    return before is not None and bool(before.mask & m.Speech.bit) and mentions[index].start - before.end <= _TOUCH * 2


def _long(period: Period | None) -> bool:
    """Whether the period runs over years: how long a programme is for, not when it was signed."""
    return period is not None and period.last.year > period.first.year


def _is_date(mentions: tuple[Mention, ...], index: int, expr: PeriodExpr, clause: Clause) -> bool:
    if expr.relation in {PeriodRelation.UNTIL, PeriodRelation.BY, PeriodRelation.AS_OF} or expr.kind is PeriodKind.VAGUE:
        return False
    late = clause.verb is None or index != clause.verb_next
    if expr.relation is PeriodRelation.SINCE and clause.status is AgreementStatus.SIGNED and late:
        return False  # "a deal on the line in use since 2019"
    if clause.verb is None and _spoken(mentions, index):
        return False
    if expr.relation is PeriodRelation.FROM and index != clause.verb_next:  # "dates from 2019"
        return False
    if expr.kind in {PeriodKind.YEAR_BEFORE, PeriodKind.MONTH_BEFORE, PeriodKind.TRAILING, PeriodKind.DECADE, PeriodKind.TO_DATE}:
        return False
    if index > 0:
        if role_of(mentions[index - 1]) is Role.FOR and mentions[index].start - mentions[index - 1].end <= 2:
            return False
        if (
            mentions[index - 1].mask & m.Figure.bit
            and mentions[index].start - mentions[index - 1].end <= _ONE_WORD
            and index > clause.index
        ):
            return False
    return True


def _distance(mentions: tuple[Mention, ...], index: int, anchor: int, clause: Clause) -> tuple[int, int]:
    """Return how far a period stands from the verb: in characters, marks between counting as more; explicit days first."""
    low, high = sorted((index, anchor))
    gap = mentions[high].start - mentions[low].end
    marks = sum(bool(mentions[at].mask & m.Punctuation.bit) for at in range(low + 1, high))
    own = index > 0 and role_of(mentions[index - 1]) is Role.OF and index - 2 <= clause.index <= index and anchor != clause.index
    return gap + 15 * marks + (_OWN if own else 0), index  # "the treaty of 2001 was renewed in 2021"

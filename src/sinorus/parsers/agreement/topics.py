"""Papers counted up by what each is on: "they signed agreements on energy, on the protection of patents and on visas"."""

from itertools import pairwise

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark, Role
from sinorus.languages.period_expr import PeriodExpr
from sinorus.parsers.agreement.build import single
from sinorus.parsers.agreement.clause import Clause
from sinorus.parsers.marks import mark_of, role_of
from sinorus.parsers.sector import Objects, objects
from sinorus.records import Agreement
from sinorus.scan.mention import Mention
from sinorus.scan.sentence import Scanned
from sinorus.values.evolve import evolve
from sinorus.world import commodity

JOINTS = frozenset({Mark.COMMA, Mark.SEMICOLON, Mark.AND})
_NEXT = m.AgreementNoun.bit | m.AgreementVerb.bit
"""Of another paper, or of what was done with this one."""


def by_topic(scanned: Scanned, clause: Clause, whole: Agreement) -> list[Agreement]:
    """Return one paper for each "on" behind the noun or a joint; none where they are fewer than two, or not as many as counted."""
    mentions, noun = scanned.mentions, clause.noun
    first = _first_on(mentions, clause)
    if noun is None or not noun.plural or first is None:
        return []
    end = next((at for at in range(first, len(mentions)) if mentions[at].mask & _NEXT), len(mentions))
    starts = [first, *(at for at in range(first + 1, end) if goes_on(mentions, at))]
    if len(starts) < 2 or whole.count not in {None, len(starts)}:
        return []
    found = []
    for start, until in pairwise([*starts, end]):
        about = objects(mentions, start, until)
        found.append(evolve(whole, subjects=about.sectors(), commodity=single(about.goods), corridor=about.corridor(), count=None))
    return found


def _first_on(mentions: tuple[Mention, ...], clause: Clause) -> int | None:
    """Return where the first paper's topic begins: right behind the noun, or behind a colon that ends its words."""
    if _is_on(mentions, clause.index + 1):
        return clause.index + 1
    colon = next((at for at in range(clause.index + 1, clause.end) if mark_of(mentions[at]) is Mark.COLON), None)
    return colon + 1 if colon is not None and _is_on(mentions, colon + 1) else None


def goes_on(mentions: tuple[Mention, ...], at: int) -> bool:
    """Whether a joint and one more "on" begin what the next paper is on."""
    return mark_of(mentions[at - 1]) in JOINTS and _is_on(mentions, at)


def _is_on(mentions: tuple[Mention, ...], index: int) -> bool:
    """Whether a word says what a paper is on, and no day on which something was done."""
    if index + 1 >= len(mentions) or role_of(mentions[index]) is not Role.AT:
        return False
    return not mentions[index + 1].mask & (PeriodExpr.bit | m.Figure.bit)


def by_goods(record: Agreement, about: Objects) -> list[Agreement]:
    """Return one record for each good named."""
    return [evolve(record, commodity=commodity(each)) for each in dict.fromkeys(about.goods)]

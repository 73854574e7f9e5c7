"""The times of a chunk: what they are of, and which of them only say one once more."""

from sinorus.languages import meaning as m
from sinorus.languages.meaning import Mark, Role, Use
from sinorus.languages.period_expr import Grain, PeriodExpr, PeriodKind, PeriodRelation
from sinorus.parsers.bases import is_outdone, is_relative, roles_of
from sinorus.parsers.marks import role_of
from sinorus.parsers.phrase import Phrase
from sinorus.parsers.placing import owned, relation_before
from sinorus.scan.mention import Mention
from sinorus.values import Bound
from sinorus.values.evolve import evolve

_GLOSS = 2
"""Mentions between a year and the words that tell it once more, at most."""


def summed(before: PeriodExpr | None, expr: PeriodExpr) -> PeriodExpr:
    """Return the time of a sum: of no known one where it is told to be of some years ("五年来累计": over five years)."""
    return before if before is not None and before.kind is PeriodKind.VAGUE else expr


def join_years(phrase: Phrase) -> None:
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


def set_beside(phrase: Phrase) -> None:
    """Let a clause without a figure that begins with a month be of that one, not one it is set beside: «август вышел слабее июля»."""
    first, *others = phrase.periods
    months = [expr for _, expr in phrase.periods if expr.kind is PeriodKind.PART and expr.grain is Grain.MONTH]
    opens = first[0] == 0 and len(others) == 1 and len(months) == 2 and not (phrase.figures or phrase.heads or phrase.bases)
    if opens and all(expr.relation is PeriodRelation.PLAIN and not expr.adjective for expr in months):
        phrase.bases, phrase.periods = others, phrase.periods[:1]


def drop_glosses(phrase: Phrase) -> None:
    """Leave out a year told once more by the side of the one that is named: "in 2019, the whole year"; "in 2019 the full-year figure"."""
    if len(phrase.periods) > 1:
        phrase.periods = [pair for pair in phrase.periods if pair[1].kind is not PeriodKind.CUMULATED] or phrase.periods
    for at, expr in phrase.periods[1:]:
        before = [named for where, named in phrase.periods if where < at and at - where <= _GLOSS]
        left = expr.relation in _COMPARING or (before and before[-1].kind is expr.kind and before[-1].offset != expr.offset)
        again = expr.kind in {PeriodKind.CURRENT_YEAR, PeriodKind.YEAR} and not left  # but "this year from last year's 9 Mt"
        if again and before and before[-1].grain is Grain.YEAR:
            phrase.periods.remove((at, expr))


_COMPARING = frozenset({PeriodRelation.FROM, PeriodRelation.AGAINST})


def free_bases(phrase: Phrase) -> None:
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
            or ((at or _is_all_told(phrase, expr)) and expr.relation in _COMPARING)
            or (
                expr.relation is PeriodRelation.BY
                and (_goes_on(phrase, expr) or any(_signed(phrase.chunk.items[each]) for each in relative))
            )
            or owned(phrase.chunk.items, at)  # "at the previous year's level"
            or is_measure_of_now(phrase.chunk.items, at)
            or relation_before(phrase.chunk.items, at) in {Role.AGAINST, Role.FROM}
            or is_outdone(phrase.chunk.items, at)
        ]
        phrase.periods += [pair for pair in phrase.bases if pair not in compared]
        phrase.bases = compared


def _is_all_told(phrase: Phrase, expr: PeriodExpr) -> bool:
    """Whether a chunk is nothing but the time that what was told, or what follows, is set beside: "9 Mt, down 8%, back to 2021"."""
    before = expr.relation is PeriodRelation.AGAINST and phrase.chunk.opener in {Mark.SEMICOLON, Mark.CONTRAST}
    return len(phrase.chunk.items) == 1 and (before or phrase.chunk.opener is Mark.COMMA)


def _goes_on(phrase: Phrase, expr: PeriodExpr) -> bool:
    """Whether a chunk tells one more size of the change before it: "to April it gained 5%, to last May 12%", «к маю — на 12%»."""
    items = phrase.chunk.items
    if phrase.chunk.opener not in {Mark.COMMA, Mark.AND, Mark.CONTRAST} or phrase.share or not phrase.figures:
        return False
    by = role_of(items[phrase.figures[0] - 1]) is Role.BY
    return items[0].get(PeriodExpr) is expr and is_relative(items[phrase.figures[0]]) and (by or expr.offset == -1)


def _signed(mention: Mention) -> bool:
    """Whether a percentage tells by its sign that it is a change: "+12%", "minus 3%"."""
    figure = mention.get(m.Figure)
    return figure is not None and figure.sign is not None


def is_measure_of_now(items: list[Mention], index: int) -> bool:
    """Whether a time ends a chunk with the part of it that there is now, which it owns: 去年同期的五分之一, 不足去年同期两成."""
    if index + 2 != len(items) or index > 1 or not is_relative(items[index + 1]):
        return False
    expr, touching = items[index].get(PeriodExpr), items[index + 1].start == items[index].end
    if not index:
        return expr is not None and expr.adjective
    return (touching or (expr is not None and expr.adjective)) and bool(items[0].mask & (m.Level.bit | m.Negation.bit))


def free_sequel(phrase: Phrase) -> None:
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


def moved_since(items: list[Mention], index: int) -> bool:
    """Whether so much has moved since then: "it has bought 9 Mt since January"; not "the first fall since 1983", "the most since May"."""
    if any(item.mask & (m.Movement.bit | m.RecordHigh.bit | m.Comparison.bit) for item in items):
        return False
    verb = any((head := item.get(m.Head)) is not None and head.use is Use.VERB for item in items)
    return verb and any(item.mask & m.Figure.bit and not is_relative(item) for item in items)


def is_of_years(items: list[Mention], index: int) -> bool:
    """Whether a record is only one of the last years or months: "a record since March 2021"."""
    expr = items[index + 1].get(PeriodExpr) if index + 1 < len(items) else None
    return expr is not None and (expr.relation is PeriodRelation.SINCE or expr.kind is PeriodKind.VAGUE)


def note_record(phrase: Phrase, items: list[Mention], index: int) -> None:
    """Take up a record: of what is told, or of a time before that it is compared with."""
    if _is_outdone_record(items, index):
        phrase.record_before = index
    elif not is_of_years(items, index):
        phrase.record = True


def _is_outdone_record(items: list[Mention], index: int) -> bool:
    """Whether the record is what a level is compared with: "4% below the record level of 2024", 比2022年的纪录少4%."""
    if not index:
        return False
    below = items[index - 1].get(m.Movement)
    if below is not None and below.use is Use.MODIFIER and below.factor is None:
        return True
    if index + 1 < len(items) and items[index + 1].mask & m.Figure.bit:
        return False
    at, since = index - 1, False
    while at > 0 and (items[at].mask & PeriodExpr.bit or role_of(items[at]) in {Role.POSSESSIVE, Role.OF}):
        expr = items[at].get(PeriodExpr)
        since = since or (expr is not None and expr.relation is PeriodRelation.FROM)  # "from 2024's record"
        at -= 1
    role = role_of(items[at])
    sized = (since or role is Role.FROM) and any(map(is_relative, items[:index]))  # "down 7% from the record of 2024"
    return sized or role is Role.AGAINST

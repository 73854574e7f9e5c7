"""Finds what a sentence says of time.

>>> text = "in january-may 2023 and a year earlier"
>>> [text[mention.start:mention.end] for mention in periods(text, 0, len(text), "en")]
['january-may 2023', 'a year earlier']
"""

import re
from functools import cache, lru_cache

from attrs import frozen

from sinorus.languages.period_expr import Grain, PeriodExpr, PeriodKind, PeriodRelation
from sinorus.languages.periods import PeriodData
from sinorus.scan.mention import Mention
from sinorus.scan.period_build import build
from sinorus.scan.period_elided import with_elided
from sinorus.scan.period_grammar import period_grammar
from sinorus.scan.period_tokens import Run, runs, word_after, word_before
from sinorus.values.evolve import evolve

_MARKED = frozenset(".)")
_OPENING = frozenset({PeriodRelation.FROM, PeriodRelation.SINCE})
_RANGES = frozenset({"days", "days-from-new-year", "months", "months-from-new-year", "to-month", "quarters", "years", "year-to-year"})


@frozen
class _Reading:
    """A form found in the characters of a run: its place, that of the rule in it, the rule, the relation around it."""

    first: int
    last: int
    rule_first: int
    rule_last: int
    rule: int
    relation: PeriodRelation


def periods(folded: str, start: int, end: int, language: str, text: str | None = None, *, worded: bool | None = None) -> list[Mention]:
    """Return the periods of [start, end) of a folded text, in order, without overlap; each mention has one `PeriodExpr`.

    `text` is the text before folding, of the same length: with it "May" and "may" are told apart by their capital, without
    it by their neighbours. `worded` says whether a word of time stands there, where that is known. Linear in the length of the stretch.
    FileNotFoundError where the language has no time words.
    """
    if start and folded[start - 1] in _MARKED:  # a list's number stands right before: it is no part of the text
        inner = periods(folded[start:end], 0, end - start, language, text[start:end] if text is not None else None, worded=worded)
        return [evolve(mention, start=mention.start + start, end=mention.end + start) for mention in inner]
    grammar = period_grammar(language)
    if not (worded or (grammar.gate if worded is None else grammar.number).search(folded, start, end)):
        return []
    found: list[Mention] = []
    for run in runs(grammar, folded, start, end, text):
        at, size = 0, len(run.codes)
        while at < size and (reading := _read(language, run.codes, at)):
            expr = _expression(language, run, reading)
            at = reading.last
            while expr is None:  # the form fits and makes no sense: the rows behind it have their turn at the same place
                again = _read_again(language, run.codes, reading.first, reading.rule)
                if again is None:
                    at = reading.first + 1
                    break
                reading, at = again, again.last
                expr = _expression(language, run, reading)
            if expr is not None:
                found.append(_mention(language, folded, (start, end), (run, reading), expr))
    return with_elided(found, grammar.data, folded, end)


@lru_cache(maxsize=8192)
def _read(language: str, codes: str, at: int) -> _Reading | None:
    """Return the first form at or behind a place; few runs differ, so most are read once."""
    grammar = period_grammar(language)
    match = grammar.form.search(codes, at)
    if match is None:
        return None
    rule = next(i for i, group in enumerate(grammar.rule_groups) if match.start(group) >= 0)
    relation = next((name for group, name in grammar.relation_groups if match.start(group) >= 0), PeriodRelation.PLAIN)
    return _Reading(*match.span(), *match.span(grammar.rule_groups[rule]), rule, relation)


@lru_cache(maxsize=1024)
def _read_again(language: str, codes: str, at: int, behind: int) -> _Reading | None:
    """Return the form at this very place by one of the rules behind the given one."""
    grammar = period_grammar(language)
    for rule in range(behind + 1, len(grammar.rules)):
        match = _alone(language, rule).match(codes, at)
        if match:
            names = dict(grammar.relation_names)
            found = (names[name] for name in match.re.groupindex if name in names and match.start(name) >= 0)
            return _Reading(*match.span(), *match.span("r"), rule, next(found, PeriodRelation.PLAIN))
    return None


@cache
def _alone(language: str, rule: int) -> re.Pattern[str]:
    return re.compile(period_grammar(language).single[rule])


def _expression(language: str, run: Run, reading: _Reading) -> PeriodExpr | None:
    row = period_grammar(language).rules[reading.rule]
    atoms = tuple(atom for atom in run.atoms[reading.rule_first : reading.rule_last] if atom[0])
    return build(row.build, row.offset, atoms)


def _mention(language: str, folded: str, bounds: tuple[int, int], found: tuple[Run, _Reading], expr: PeriodExpr) -> Mention:
    grammar = period_grammar(language)
    run, reading = found
    row = grammar.rules[reading.rule]
    relation = PeriodRelation(row.relation) if row.relation else reading.relation
    if relation in _OPENING and row.build in _RANGES and (expr.grain is Grain.RANGE or row.build == "months"):
        relation = PeriodRelation.PLAIN  # the word opens the range: from June to July
    elif relation is PeriodRelation.AS_OF and expr.grain is Grain.YEAR:
        relation = PeriodRelation.PLAIN
    begin, end = run.starts[reading.first], run.ends[reading.last - 1]
    month_adjective = any(atom[0] == "month-adjective" for atom in run.atoms[reading.first : reading.last])
    adjective = month_adjective or _is_attribute(grammar.data, folded, bounds, (begin, end), expr)
    edge = _edge(grammar.data, folded, begin, end) if expr.grain is Grain.YEAR else 0
    if relation is PeriodRelation.SINCE and (adjective or expr.kind is PeriodKind.YEAR_BEFORE):
        relation = PeriodRelation.FROM  # «с майских 3 млн т»: from those of May, not since then
    whole = grammar.data.wholes is not None and _is_year(expr) and bool(grammar.data.wholes.search(folded, begin, end))
    if relation is not PeriodRelation.PLAIN or adjective or edge or whole:
        relation = expr.relation if relation is PeriodRelation.PLAIN else relation
        expr = evolve(expr, relation=relation, adjective=adjective, edge=edge, whole=whole)
    return Mention(begin, end, (expr,), PeriodExpr.bit, grammar.rule_ids[reading.rule])


def _is_year(expr: PeriodExpr) -> bool:
    """Whether a year is named, or two that follow each other, which may be one that begins in the first."""
    return expr.grain is Grain.YEAR or (
        expr.period is not None and expr.period.is_years and expr.period.last.year == expr.period.first.year + 1
    )


def _edge(data: PeriodData, folded: str, begin: int, end: int) -> int:
    """Return which end of a year the words name, if any."""
    found = data.edges.search(folded, begin, end) if data.edges is not None else None
    return 0 if found is None else 1 if found[1] else -1


def _is_attribute(data: PeriodData, folded: str, bounds: tuple[int, int], place: tuple[int, int], expr: PeriodExpr) -> bool:
    """Tell an owner ("last year's") or an attribute ("the 2025 total") from a time of its own."""
    begin, end = place
    if any(folded.startswith(mark, end) and folded[end + len(mark) : end + len(mark) + 1] == " " for mark in data.possessives):
        return True
    if not data.determiners or not (expr.explicit or expr.part) or word_after(folded, end, bounds[1]) is None:
        return False
    return word_before(folded, bounds[0], begin) in data.determiners

"""How long a thing runs: "30 years", "a 25-year contract", "for three decades".

Only a parser that reads terms asks for them, so they are no part of the scan of every sentence. The words of a language stand in
its `durations.toml`: units with the years, months, weeks or days that one of them has, number words, and the words beside
a duration that make it a distance in time instead.
"""

import re
import tomllib
from functools import cache
from importlib.resources import files

from attrs import frozen

from sinorus.languages.meaning import Duration
from sinorus.scan.mention import Mention
from sinorus.values import Term

_PARTS = {"Y": "years", "M": "months", "W": "weeks", "D": "days"}
_LONGEST = 999


@frozen
class _Grammar:
    pattern: re.Pattern[str]
    units: dict[str, tuple[int, str]]
    numbers: dict[str, int]
    articles: dict[str, dict[str, int]]
    """Number words that go with some units only: "a decade" is ten years, "a year" mostly a rate."""
    before: frozenset[str]
    after: frozenset[str]
    within: frozenset[str]


@cache
def _grammar(language: str) -> _Grammar | None:
    file = files("sinorus.languages").joinpath(language, "durations.toml")
    if not file.is_file():
        return None
    data = tomllib.loads(file.read_text("utf-8"))
    units = {name: (int(size[:-1]), size[-1]) for name, size in data["units"].items()}
    numbers = {word: value for word, value in data["numbers"].items() if isinstance(value, int)}
    articles = {word: value for word, value in data["numbers"].items() if isinstance(value, dict)}
    words = "|".join(sorted(map(re.escape, (*numbers, *articles)), key=len, reverse=True))
    forms = "|".join(sorted(map(re.escape, units), key=len, reverse=True))
    spaced = bool(data.get("spaced", True))
    edge, end = (r"(?<![\w.,/])", r"(?!\w)") if spaced else (r"(?<![\d.])(?<!\d,)", "")
    pattern = re.compile(rf"{edge}(?P<number>\d{{1,3}}|{words})(?:{data['separator']})(?P<unit>{forms}){end}")
    before, after, within = (frozenset(data["lists"].get(name, ())) for name in ("before", "after", "within"))
    return _Grammar(pattern, units, numbers, articles, before, after, within)


def durations(folded: str, start: int, end: int, language: str, *, within: bool = False) -> list[Mention]:
    """Return the durations between two offsets of a folded text, each with one `Duration`.

    `within` takes those, too, in which something is to be done: «за три года поставят», which may as well be past.

    >>> text = "a 30-year contract, signed three years ago, extended for a decade"
    >>> [str(mention.get(Duration).term) for mention in durations(text, 0, len(text), "en")]
    ['P30Y', 'P10Y']
    """
    grammar = _grammar(language)
    if grammar is None:
        return []
    found = []
    for match in grammar.pattern.finditer(folded, start, end):
        count = _count(match["number"], match["unit"], grammar)
        if count is None or not 0 < count <= _LONGEST or _is_distance(folded, match, grammar, within=within):
            continue
        size, part = grammar.units[match["unit"]]
        term = Term(**{_PARTS[part]: count * size})
        found.append(Mention(match.start(), match.end(), (Duration(term),), Duration.bit, "duration"))
    return found


def _count(number: str, unit: str, grammar: _Grammar) -> int | None:
    if number.isdecimal():
        return int(number)
    if number in grammar.articles:
        return grammar.articles[number].get(unit)
    return grammar.numbers[number]


def _is_distance(folded: str, match: re.Match[str], grammar: _Grammar, *, within: bool) -> bool:
    """Whether a word beside it makes it a point in time or a stretch of the past."""
    before = folded[max(match.start() - 20, 0) : match.start()].rsplit(None, 1)
    after = folded[match.end() : match.end() + 20].split(None, 1)
    if before and before[-1] in grammar.within and not within:
        return True
    return bool(before and before[-1] in grammar.before) or bool(after and after[0].strip(".,;") in grammar.after)

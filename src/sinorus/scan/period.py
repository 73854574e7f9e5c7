"""Finds what a sentence says of time.

>>> text = "in january-may 2023 and a year earlier"
>>> [text[mention.start:mention.end] for mention in periods(text, 0, len(text), "en")]
['january-may 2023', 'a year earlier']
"""

import re
import unicodedata
from functools import cache

from attrs import evolve

from sinorus.languages.period_expr import Grain, PeriodExpr, PeriodRelation
from sinorus.scan.mention import Mention
from sinorus.scan.period_build import Atom, Atoms, build
from sinorus.scan.period_grammar import BREAK, PeriodGrammar, period_grammar

_DIGITS = re.compile(r"\d+")
_NEXT_WORD = re.compile(r" ?-?([^\W\d_]+)")
_LAST_WORD = re.compile(r"([^\W\d_]+)[ -]?$")
_COUNTED = frozenset({"year", "day"})
_REACH = 24
_OPENING = frozenset({PeriodRelation.FROM, PeriodRelation.SINCE})
_RANGES = frozenset({"days", "days-from-new-year", "months", "months-from-new-year", "to-month", "quarters", "years", "year-to-year"})


class _Tokens:
    """The time words of one sentence: a character each, what they are, where they stand."""

    def __init__(self, grammar: PeriodGrammar, folded: str, start: int, end: int, text: str | None) -> None:
        self.grammar = grammar
        self.folded, self.start, self.end, self.text = folded, start, end, text
        self.codes: list[str] = []
        self.atoms: list[Atom] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self._scan()

    def _scan(self) -> None:
        folded, words, numbers = self.folded, self.grammar.words, self.grammar.numbers
        abbreviations = self.grammar.data.abbreviations
        last = self.start
        for match in self.grammar.token.finditer(folded, self.start, self.end):
            first, after = match.span()
            if first != last and not folded[last:first].isspace():
                self._push(BREAK, ("", ()), last, first)
            group = match.lastgroup
            if group is None:
                word = words[match[0]]
                if match[0] in abbreviations and folded.startswith(".", after) and folded[after + 1 : min(after + 3, self.end)].strip():
                    after += 1
                ok = match[0] not in self.grammar.data.homographs or self._is_month(first, after, match[0])
                self._push(word.code if ok else BREAK, (word.cls, (word.value,)), first, after)
            else:
                cls, code = numbers[group]
                ok = self._is_time(first, after, cls)
                self._push(code if ok else BREAK, (cls, _numbers(match[0])), first, after)
            last = after

    def _push(self, code: str, atom: Atom, start: int, end: int) -> None:
        self.codes.append(code)
        self.atoms.append(atom)
        self.starts.append(start)
        self.ends.append(end)

    def _is_month(self, first: int, after: int, word: str) -> bool:
        """Tell May from may: a capital in mixed case, else the company it keeps."""
        if self.text is not None and self.text[first].isupper() and not self.text[max(first - 8, 0) : after + 8].isupper():
            return True
        if self.text is not None and self.text[first].islower():
            return False
        return _in_company(self.grammar, self.folded, self.start, first, after)

    def _is_time(self, first: int, after: int, cls: str) -> bool:
        """Tell a year or day from a figure by its neighbours."""
        folded, data = self.folded, self.grammar.data
        if first >= 2 and folded[first - 1] == "-" and folded[first - 2].isalnum() and (not self.ends or self.ends[-1] != first):
            return False
        if first >= 2 and folded[first - 1] == "-" and folded[first - 2].isalnum() and len(self.codes) > 1 and self.codes[-2] == BREAK:
            return False
        if cls not in _COUNTED:
            return True
        unit = _NEXT_WORD.match(folded, after, self.end)
        if unit and unit[1] in data.units and not (cls == "day" and unit[1] in {"may"}):
            return False
        hedge = _LAST_WORD.search(folded, max(self.start, first - _REACH), first) if cls == "year" else None
        return hedge is None or hedge[1] not in data.hedges


def _numbers(token: str) -> tuple[int, ...]:
    """Return the numbers of a token, in digits or in Chinese numerals (十二 is 12, 二〇二三 is 2023)."""
    found = tuple(int(digits) for digits in _DIGITS.findall(token))
    if found:
        return found
    values = [int(value) for char in token if (value := unicodedata.numeric(char, -1)) >= 0]
    if 10 not in values:
        return (int("".join(map(str, values))),) if values else ()
    ten = values.index(10)
    return ((values[ten - 1] if ten else 1) * 10 + (values[ten + 1] if ten + 1 < len(values) else 0),)


@cache
def _company(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What shows a homograph to be a month: a cue, a day or a joined month before; a year, a day or a joined month after."""
    data = period_grammar(language).data
    months = "|".join(sorted(set(data.classes["month"]) - data.homographs))
    cues, joints = "|".join(sorted(data.cues)), "|".join(sorted(data.joints))
    before = re.compile(rf"(?:\b(?:{cues}) |\d(?:st|nd|rd|th)? (?:of )?|\b(?:{months})\.? ?(?:[-–—/,]|{joints}) ?)$")
    year, day, month = r",? ?(?:of )?(?:19|20)\d\d\b", r" \d\d?(?:st|nd|rd|th)?\b(?![.,:]\d|%| ?[a-z$])", rf" ?(?:[-–—/]|{joints}) ?(?:{months})\b"
    return before, re.compile(f"{year}|{day}|{month}|'s\\b")


def _in_company(grammar: PeriodGrammar, folded: str, start: int, first: int, after: int) -> bool:
    before, behind = _company(grammar.data.language)
    return bool(before.search(folded, max(start, first - _REACH), first)) or bool(behind.match(folded, after))


def periods(folded: str, start: int, end: int, language: str, text: str | None = None) -> list[Mention]:
    """Return the periods of [start, end) of a folded text, in order, without overlap; each mention has one `PeriodExpr`.

    `text` is the text before folding, of the same length: with it "May" and "may" are told apart by their capital, without
    it by their neighbours. Linear in the length of the stretch.
    """
    grammar = period_grammar(language)
    if not grammar.gate.search(folded, start, end):
        return []
    tokens = _Tokens(grammar, folded, start, end, text)
    codes = "".join(tokens.codes)
    found: list[Mention] = []
    at = 0
    while match := grammar.form.search(codes, at):
        mention, at = _mention(grammar, tokens, codes, match)
        if mention is not None:
            found.append(mention)
    return found


def _mention(grammar: PeriodGrammar, tokens: _Tokens, codes: str, match: re.Match[str]) -> tuple[Mention | None, int]:
    index = next(i for i, group in enumerate(grammar.rule_groups) if match.start(group) >= 0)
    position = match.start()
    rule_group = grammar.rule_groups[index]
    expr = _expression(grammar, tokens, index, match.span(rule_group))
    while expr is None:  # the form fits and has no sense: the rows behind it have their turn at the same place
        index += 1
        if index == len(grammar.rules):
            return None, position + 1
        again = grammar.single[index].match(codes, position)
        if again:
            match = again
            expr = _expression(grammar, tokens, index, match.span("r"))
    row = grammar.rules[index]
    relation = PeriodRelation(row.relation) if row.relation else _relation(grammar, match)
    if relation in _OPENING and row.build in _RANGES and expr.grain is Grain.RANGE:
        relation = PeriodRelation.PLAIN  # from January to August: the word opens the range
    elif relation is PeriodRelation.AS_OF and expr.grain is Grain.YEAR:
        relation = PeriodRelation.PLAIN
    adjective = _is_adjective(grammar, tokens, match, expr)
    if relation is not PeriodRelation.PLAIN or adjective:
        expr = evolve(expr, relation=relation, adjective=adjective)
    begin, finish = tokens.starts[match.start()], tokens.ends[match.end() - 1]
    rule = f"period/{grammar.data.language}/{grammar.rules[index].name}"
    return Mention(begin, finish, (expr,), PeriodExpr.bit, rule), match.end()


def _expression(grammar: PeriodGrammar, tokens: _Tokens, index: int, span: tuple[int, int]) -> PeriodExpr | None:
    atoms: Atoms = tuple(atom for atom in tokens.atoms[span[0] : span[1]] if atom[0])
    rule = grammar.rules[index]
    return build(rule.build, rule.offset, atoms)


def _relation(grammar: PeriodGrammar, match: re.Match[str]) -> PeriodRelation:
    names = match.re.groupindex
    if match.re is grammar.form:
        return next((name for group, name in grammar.relation_groups if match.start(group) >= 0), PeriodRelation.PLAIN)
    form_names = grammar.form.groupindex
    known = dict(grammar.relation_groups)
    hits = (known[form_names[name]] for name in names if name != "r" and match.start(name) >= 0)
    return next(hits, PeriodRelation.PLAIN)


def _is_adjective(grammar: PeriodGrammar, tokens: _Tokens, match: re.Match[str], expr: PeriodExpr) -> bool:
    data = grammar.data
    if any(atom[0] == "month-adjective" for atom in tokens.atoms[match.start() : match.end()]):
        return True
    after = tokens.ends[match.end() - 1]
    if any(tokens.folded.startswith(mark + " ", after) for mark in data.possessives):
        return True
    if not data.determiners or not (expr.explicit or expr.part) or not _NEXT_WORD.match(tokens.folded, after, tokens.end):
        return False
    before = _LAST_WORD.search(tokens.folded, max(tokens.start, tokens.starts[match.start()] - _REACH), tokens.starts[match.start()])
    return before is not None and before[1] in data.determiners

"""Time forms compiled: every word and class becomes one character, every form a pattern over those characters.

A sentence is then read in two linear passes: words and digits to characters (`PeriodGrammar.token`), characters to expressions
(`PeriodGrammar.form`). The forms know no language; `languages/periods.py` tells how they are written.
"""

import re
from collections.abc import Iterable
from functools import cache

from attrs import frozen

from sinorus.languages.period_expr import PeriodRelation
from sinorus.languages.periods import PeriodData, PeriodRule, period_data

_PIECE = re.compile(r"<(?P<cls>[a-z-]+)>|\{(?P<macro>[a-z-]+)\}|(?P<op>[@&]\(|[()|?~])|(?P<word>\\.|[^\s()|?~{}<>@]+)")
_OPENINGS = {"(": "(?:", "@(": "(?<=", "&(": "(?="}
_CORE_CLASSES = (
    *("month", "month-adjective", "weekday", "today", "rel-year", "rel-month", "rel-quarter"),
    *("half", "quarter", "last-years", "y", "period", "months", "month-one", "quarter-word", "half-word"),
)
_FIRST_CODE = 0xE000
OTHER = "other"
"""The group of a token that is no word of time."""


@frozen
class Word:
    """A word of time: its character in forms; its class and number, the class empty for a word of forms alone."""

    code: str
    atom: tuple[str, tuple[int, ...]]


@frozen
class PeriodGrammar:
    """The compiled time language of one language."""

    data: PeriodData
    gate: re.Pattern[str]
    """Finds out whether a sentence can have a period at all."""
    openers: frozenset[str]
    """Words of which one stands in every sentence that passes the gate without a digit."""
    core: frozenset[str]
    """Characters without one of which nothing is a period: months, numbers, names of units."""
    number: re.Pattern[str]
    """Finds a number of time: without one, and without a word of `openers`, nothing is a period."""
    token: re.Pattern[str]
    """One alternative a number class (named n0, n1 ...), and the words."""
    words: dict[str, Word]
    numbers: dict[str, tuple[str, str]]
    """Group name to class and character."""
    form: re.Pattern[str]
    """Relation, edge, rule, relation behind; the groups say which."""
    rules: tuple[PeriodRule, ...]
    single: tuple[str, ...]
    """Every rule alone, for the second try where the first that fits has no sense: rare enough to be compiled when it comes to that."""
    rule_groups: tuple[int, ...]
    rule_ids: tuple[str, ...]
    relation_groups: tuple[tuple[int, PeriodRelation], ...]
    relation_names: tuple[tuple[str, PeriodRelation], ...]


class _Codes:
    """Deals out the characters: one a number class, one a word."""

    def __init__(self, data: PeriodData) -> None:
        self.data = data
        self.words: dict[str, Word] = {}
        self._next = _FIRST_CODE
        self._classes: dict[str, list[str]] = {}
        self._shared: dict[tuple[str, ...], str] = {}
        self.numbers = {name: self._deal() for name in data.numbers}
        self._owners: dict[str, list[str]] = {}
        for name, members in data.classes.items():
            for word in members:
                self._owners.setdefault(word, []).append(name)

    def _deal(self) -> str:
        self._next += 1
        return chr(self._next)

    def word(self, word: str) -> str:
        """Return the character of a word that a form names."""
        if word not in self.words:
            self._add(word, self._deal())
        return self.words[word].code

    def _add(self, word: str, code: str) -> None:
        owners = self._owners.get(word, [])
        value = self.data.classes[owners[0]][word] if owners else 0
        self.words[word] = Word(code, (owners[0], (value,)) if owners else ("", ()))

    def finish(self) -> None:
        """Give the words that no form names one character for each set of classes."""
        for word, owners in self._owners.items():
            if word not in self.words:
                key = tuple(owners)
                if key not in self._shared:
                    self._shared[key] = self._deal()
                self._add(word, self._shared[key])

    def class_pattern(self, name: str) -> str:
        """Return the characters of a class as a set; all words must have been dealt by now."""
        codes = {self.words[word].code for word in self.data.classes.get(name, ())}
        if name in self.numbers:
            codes.add(self.numbers[name])
        if not codes:
            raise KeyError(f"{self.data.language}/periods.toml: no class <{name}>")
        return f"[{''.join(sorted(codes))}]"


def _literals(form: str, macros: dict[str, str]) -> Iterable[str]:
    for piece in _PIECE.finditer(form):
        if piece["macro"]:
            yield from _literals(macros[piece["macro"]], macros)
        elif piece["word"]:
            yield piece["word"].removeprefix("\\")
        elif piece["op"] == "~":
            yield "-"


def _compile(form: str, codes: _Codes) -> str:
    out: list[str] = []
    for piece in _PIECE.finditer(form):
        if piece["cls"]:
            out.append(codes.class_pattern(piece["cls"]))
        elif piece["macro"]:
            out.append(f"(?:{_compile(codes.data.macros[piece['macro']], codes)})")
        elif piece["word"]:
            out.append(codes.word(piece["word"].removeprefix("\\")))
        elif piece["op"] == "~":
            out.append(codes.word("-") + "?")
        else:
            out.append(_OPENINGS.get(piece["op"], piece["op"]))
    return "".join(out)


def _choice(forms: Iterable[str], codes: _Codes) -> str:
    return "|".join(_compile(form, codes) for form in forms)


def trie(words: Iterable[str]) -> str:
    """Return a pattern for the words that shares their beginnings; the longest word wins.

    >>> trie(["march", "mar", "may"])
    'ma(?:r(?:ch)?|y)'
    """
    heads: dict[str, set[str]] = {}
    for word in words:
        if word:
            heads.setdefault(word[0], set()).add(word[1:])
    branches: list[str] = []
    for head, tails in sorted(heads.items()):
        rest = trie(tails)
        if "" in tails and rest:
            rest = f"(?:{rest})?"
        branches.append(re.escape(head) + rest)
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})" if branches else ""


def _numbers(data: PeriodData) -> str:
    numbers = "|".join(f"(?P<n{i}>{pattern})" for i, pattern in enumerate(data.numbers.values()))
    return f"(?={data.starts}){data.guard}(?:{numbers})"


def _token(data: PeriodData, words: Iterable[str]) -> re.Pattern[str]:
    words, numbers = tuple(words), _numbers(data)
    if not data.spaced:
        return re.compile(f"{numbers}|{trie(words)}")
    letters = trie(word for word in words if word[0].isalpha())
    marks = trie(word for word in words if not word[0].isalpha())
    # Last, any other word is taken whole: nothing can begin inside it, and its letters are not tried one by one.
    return re.compile(rf"(?<![^\W_]){letters}(?!\w)|{numbers}|{marks}|(?P<{OTHER}>[^\W_]++\s*+)")


def _core(data: PeriodData) -> set[str]:
    return {word for name in _CORE_CLASSES for word in data.classes.get(name, ())} | data.core


def _is_core(word: str, core: set[str], spaced: bool) -> bool:
    """Without spaces a core word is part of longer ones: 年 of 全年."""
    return word in core or (not spaced and any(part in word for part in core))


def _gate(data: PeriodData) -> re.Pattern[str]:
    core = _core(data)
    return re.compile(rf"\b{trie(core)}\b|{data.alone}" if data.spaced else f"{trie(core)}|{data.alone}")


def _relations(relations: list[tuple[str, tuple[str, ...], str]], place: str, codes: _Codes) -> str:
    return "|".join(f"(?P<{place}{i}>{_choice(forms, codes)})" for i, (_, forms, at) in enumerate(relations) if at == place)


@cache
def period_grammar(language: str) -> PeriodGrammar:
    """Compile the time language of a language; done once, at the first sentence that needs it."""
    data = period_data(language)
    codes = _Codes(data)
    relations = [(name, rows, place) for place, table in (("b", data.before), ("a", data.after)) for name, rows in table.items()]
    forms = [row for _, rows, _ in relations for row in rows] + [*data.edge_before, *data.edge_after]
    forms += [row for rule in data.rules for row in rule.forms]
    for row in forms:
        for word in _literals(row, data.macros):
            codes.word(word)
    codes.finish()
    singles = [_choice(rule.forms, codes) for rule in data.rules]
    named = {place: _relations(relations, place, codes) for place in "ba"}
    edges = [_choice(edge, codes) for edge in (data.edge_before, data.edge_after)]
    before = (f"(?:{named['b']})?" if named["b"] else "") + (f"(?:{edges[0]})?" if edges[0] else "")
    after = (f"(?:{edges[1]})?" if edges[1] else "") + (f"(?:{named['a']})?" if named["a"] else "")
    form = re.compile(f"{before}(?:{'|'.join(f'(?P<r{i}>{single})' for i, single in enumerate(singles))}){after}")
    groups = form.groupindex
    core = _core(data)
    return PeriodGrammar(
        data=data,
        gate=_gate(data),
        openers=frozenset(core),
        core=frozenset({*(word.code for text, word in codes.words.items() if _is_core(text, core, data.spaced)), *codes.numbers.values()}),
        number=re.compile(_numbers(data)),
        token=_token(data, codes.words),
        words=codes.words,
        numbers={f"n{i}": (name, codes.numbers[name]) for i, name in enumerate(data.numbers)},
        form=form,
        rules=data.rules,
        single=tuple(f"{before}(?P<r>{single}){after}" for single in singles),
        rule_groups=tuple(groups[f"r{i}"] for i in range(len(singles))),
        rule_ids=tuple(f"period/{language}/{rule.name}" for rule in data.rules),
        relation_groups=tuple((groups[f"{place}{i}"], PeriodRelation(name)) for i, (name, _, place) in enumerate(relations)),
        relation_names=tuple((f"{place}{i}", PeriodRelation(name)) for i, (name, _, place) in enumerate(relations)),
    )

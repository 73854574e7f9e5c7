"""The patterns and tables of one language's figures, compiled once from its words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache

from attrs import frozen

from sinorus.languages.figures import FigureWords, UnitRow, currency_names, figure_words, month_words
from sinorus.scan.branches import branches
from sinorus.values import Bound, Direction

__all__ = ["Grammar", "Suffixes", "UnitForm", "grammar"]

_LETTER = "a-zа-я"
_END = f"(?![0-9{_LETTER}])"
"""After a form that ends in a letter or digit; Han may follow anything."""
# All number patterns begin with a plain class, so that the search skips to digits without trying anything else.
_DAMAGE = r"(?<![0-9.,][0-9])[0-9]{0,2}+(?:\. | \.)[0-9]{1,2}+(?![0-9.,])"
_TORN = r"(?<=[+-][0-9])[0-9]{0,2}+, [0-9]{1,2}+(?= ?%)"
"""A signed percentage with a space in it: +36, 8%."""
_DIGITS = r"(?:[0-9]{0,2}+(?:[ '][0-9]{3}(?![0-9]))++(?:[.,][0-9]++)?+|[0-9]*+(?:[.,][0-9]++)*+)"
_GROUPS = r"(?:[0-9]{0,2}+(?:[ '][0-9]{3}(?![0-9]))++(?:\.[0-9]++)?+|[0-9]*+(?:\.[0-9]++|,[0-9]{3}(?![0-9]))*+)"
"""Where words touch, so that a comma may stand between two numbers of their own: 煤324,2009年600."""
_PUNCTUATION = str.maketrans(dict.fromkeys(",.;:()[]\"'-–—/!?\n", " "))


class Suffixes:
    """Finds the longest form that ends at a position, by its last two characters and the lengths of the forms that end with them."""

    def __init__(self, forms: Mapping[str, str]) -> None:
        self._values = forms
        self._lengths: dict[str, list[int]] = {}
        self._singles: dict[str, str] = {}
        for form in forms:
            if len(form) == 1:
                self._singles[form] = form
        for pair, size in sorted({(form[-2:], len(form)) for form in forms if len(form) > 1}, reverse=True):
            self._lengths.setdefault(pair, []).append(size)

    def find(self, text: str, low: int, stop: int) -> tuple[int, str] | None:
        """Start and value of the longest form in ``text[low:stop]`` that ends at ``stop`` and begins where a word begins."""
        for size in self._lengths.get(text[stop - 2 : stop], ()):
            first = stop - size
            if (
                first >= low
                and (value := self._values.get(text[first:stop])) is not None
                and not (first > low and _joined(text[first - 1], text[first]))
            ):
                return first, value
        single = self._singles.get(text[stop - 1 : stop])
        if single is not None and stop - 1 >= low and (stop - 1 == low or not _joined(text[stop - 2], single)):
            return stop - 1, self._values[single]
        return None


def _joined(left: str, right: str) -> bool:
    """Whether two characters belong to one word (Han characters are words of their own)."""
    return left.isalnum() and right.isalnum() and left < "⺀" and right < "⺀"


@frozen
class UnitForm:
    """What a unit's form means."""

    unit: str
    power: int
    row: UnitRow


@frozen(kw_only=True)
class Grammar:
    """Everything that the figure scanner asks of a language."""

    words: FigureWords
    core: re.Pattern[str]
    word_core: re.Pattern[str]
    scale: re.Pattern[str]
    letter: re.Pattern[str]
    money: re.Pattern[str]
    measure: re.Pattern[str]
    rate: re.Pattern[str]
    infix: re.Pattern[str]
    infixes: dict[str, Bound]
    price: re.Pattern[str]
    tail: re.Pattern[str]
    next_word: re.Pattern[str]
    scales: dict[str, int]
    currencies: dict[str, str]
    units: dict[str, UnitForm]
    rates: dict[str, str]
    fractions: dict[str, str]
    before_money: Suffixes
    before_scaled_money: Suffixes
    before_scale: Suffixes
    hedges: Suffixes
    rates_before: Suffixes
    signs: Suffixes
    hedges_after: dict[str, Bound]
    after_hedge: re.Pattern[str]
    months: frozenset[str]
    followers: frozenset[str]
    """All forms that can stand right behind a number and say what it counts."""
    vocabulary: frozenset[str]
    """Words of which one stands in every figure that is spelled out, but for those of ``parts`` with a scale."""
    parts: frozenset[str]

    def spelled_in(self, text: str, start: int, end: int) -> bool:
        """Whether a number word may stand in ``text[start:end]``: a cheap look before the dear one."""
        if not self.words.spaced:
            return True
        words = text[start:end].translate(_PUNCTUATION).split()
        return not self.vocabulary.isdisjoint(words) or not (self.parts.isdisjoint(words) or self.scales.keys().isdisjoint(words))


def _end(form: str) -> str:
    """What must not follow a form."""
    last = form[-1]
    if re.match(f"[0-9{_LETTER}]", last):
        return _END
    return "(?! ?[0-9])" if last == "+" or unicodedata.category(last) == "Sc" else ""


def _any(forms: Iterable[str]) -> str:
    return branches({form: _end(form) for form in forms})


def _flat(table: Mapping[str, list[str]]) -> dict[str, str]:
    return {form: key for key, forms in table.items() for form in forms}


@cache
def grammar(language: str) -> Grammar:
    """The compiled grammar of ``"en"``, ``"ru"`` or ``"zh"``."""
    words = figure_words(language)
    scales = {form: int(power) for form, power in _flat(words.scales).items()}
    currencies = {**currency_names(language), **_flat(words.currencies.after)}
    units = {form: UnitForm(row.unit, row.power, row) for row in words.units for form in (*row.forms, *row.after_scale)}
    rates = _flat(words.rates)
    gap = "[ -]?" if words.spaced else " ?"
    after = {form: Bound(key) for key, forms in words.hedges_after.items() for form in forms}
    over = f"{words.rate.link and ' ' + words.rate.link}(?: [{_LETTER}]++){{1,{words.rate.nouns}}}?" if words.rate.nouns else "(?!)"
    stop = f"(?! (?:{_any(words.rate.stop)}))" if words.rate.stop else ""
    unsure = words.fractions_in_context
    infixes = {form: Bound(key) for key, forms in words.number.infixes.items() for form in forms}
    return Grammar(
        words=words,
        core=re.compile(
            f"[0-9](?:{_TORN}|{_DAMAGE}(?={gap}(?:{_any([*scales, *_signs_of('%', units)])}))|{_DIGITS if words.spaced else _GROUPS})"
        ),
        word_core=_word_core(words, scales),
        scale=re.compile(f"{gap}(?P<scale>{_any(scales)})(?:\\.(?= ?(?:{_any({*currencies, *units})})))?+"),
        letter=re.compile(f"(?P<gap>{gap})(?P<letter>{_any(words.letters)})"),
        money=re.compile(f"{gap}(?P<unit>{_any(currencies)})"),
        measure=re.compile(f"(?P<gap>{gap})(?P<unit>{_measures(currencies, units)})"),
        infix=re.compile(f"(?:{_any_plain(infixes)})"),
        infixes=infixes,
        rate=re.compile(f"(?P<link>{over})?? ?(?P<rate>{_any(rates)}){stop}"),
        price=re.compile(f"(?:{_any_plain(words.prices.joints)})(?:{_any(words.prices.of)})"),
        tail=re.compile(f"(?P<tail>{_any(words.number.tails)})"),
        next_word=re.compile(rf"[ -]?([{_LETTER}'.]++(?:-[{_LETTER}]++)*+)"),
        scales=scales,
        currencies=currencies,
        units=units,
        rates=rates,
        fractions={**words.fractions, **unsure},
        before_money=Suffixes(_flat(words.currencies.before)),
        before_scaled_money=Suffixes(_flat(words.currencies.scaled)),
        before_scale=Suffixes({form: form for form in scales}),
        hedges=Suffixes(_flat(words.hedges)),
        rates_before=Suffixes(_flat(words.rates_before)),
        signs=Suffixes({form: str(Direction(key)) for key, forms in words.signs.items() for form in forms}),
        hedges_after=after,
        after_hedge=_after_hedge(words, after),
        months=month_words(language),
        followers=frozenset({*scales, *words.letters, *currencies, *units, *words.number.tails, *infixes}),
        vocabulary=_vocabulary(words),
        parts=frozenset(words.number.parts),
    )


def _after_hedge(words: FigureWords, after: Mapping[str, Bound]) -> re.Pattern[str]:
    """A hedge behind a figure, which no other figure and no letter that makes another word of it follows: 5800万吨多8% is 8% more."""
    return re.compile(rf" ?(?P<hedge>{_any(after)})(?!(?:{_any(_flat(words.hedges))})?\d|{_any_plain(words.hedges_after_not)})")


def _measures(currencies: Iterable[str], units: Mapping[str, UnitForm]) -> str:
    """All currencies and units, each with what must not follow it."""
    forms = {form: _end(form) for form in currencies}
    for form, unit in units.items():
        stop = unit.row.not_followed
        forms[form] = _end(form) + (f"(?!{_any_plain(stop)})" if stop else "")
    return branches(forms)


def _signs_of(code: str, units: Mapping[str, UnitForm]) -> list[str]:
    return [form for form, unit in units.items() if unit.unit == code]


def _any_plain(forms: Iterable[str]) -> str:
    return "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True)) or r"(?!)"


def _word_core(words: FigureWords, scales: Mapping[str, int]) -> re.Pattern[str]:
    """Fraction words, multiples, parts before a scale ("half a million") and number words, at the beginning of a word."""
    start = f"(?<![0-9{_LETTER}])(?<![0-9{_LETTER}]['.{'-' if words.number.hyphen else ''}])"
    fractions = _any((*words.fractions, *words.fractions_in_context))
    multiples = _any(words.multiples)
    if not words.spaced:
        characters = "".join(words.numbers)
        numeral = f"[{characters}]++(?:{words.number.point}[{characters}]++)?+"
        # only from the first digit of a run on: tried from each of them, a long run would be gone through as often as it has digits
        written = f"(?:{numeral}|(?<![0-9])[0-9]++(?:[.][0-9]++)?+)"
        ratio = f"{written}{words.number.ratio}{written}"
        clear = f"(?<![{words.number.vague_before}{characters}])"
        return re.compile(f"{clear}(?:(?P<multiple>{multiples})|(?P<fraction>{fractions})|(?P<ratio>{ratio})|(?P<words>{numeral}))")
    after_hundreds = "".join(f"(?<={form}){words.number.joiner}|" for form in words.number.hundreds)
    one = f"(?:{_any(words.numbers)})"
    numeral = f"{one}(?:(?:{after_hundreds}{'[ -]' if words.number.hyphen else ' '}){one})*+"
    parts = f"(?:{_any(words.number.parts)})(?=[ -](?:{_any(scales)}))"
    alone = _any(words.number.alone) if words.number.alone else "(?!)"
    kinds = f"(?P<multiple>{multiples})|(?P<part>{parts})|(?P<fraction>{fractions})|(?P<words>{numeral})|(?P<alone>{alone})"
    return re.compile(f"{start}(?:{kinds})")


def _vocabulary(words: FigureWords) -> frozenset[str]:
    """The longest word of each spelled form."""
    forms = (
        *words.numbers,
        *words.multiples,
        *words.fractions,
        *words.fractions_in_context,
        *(form for form in words.number.parts if " " in form),
        *words.number.alone,
    )
    return frozenset(max(re.split("[ -]", form), key=len) for form in forms)

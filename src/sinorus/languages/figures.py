"""The words with which a language writes figures, read from ``<language>/figures.toml`` once when first asked for.

The file says which forms are scales, currencies, units, rates, hedges and so on; the scanner in ``sinorus.scan`` knows none of them.
Currency names and month names come from CLDR (through babel); the file adds symbols, codes and the names that CLDR lacks.
"""

from __future__ import annotations

import tomllib
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Final

import cattrs
from attrs import field, frozen
from babel import Locale
from babel.numbers import get_currency_name

from sinorus.errors import LanguageError
from sinorus.languages.rows import expand

__all__ = [
    "Context",
    "Currencies",
    "FigureWords",
    "Fraction",
    "Joints",
    "Limit",
    "NumberRules",
    "Prices",
    "RateRules",
    "UnitRow",
    "currency_names",
    "figure_words",
    "month_words",
]


@frozen(kw_only=True)
class UnitRow:
    """Forms of one unit code; ``power`` is the exponent of ten from what is written to the code (a GW is 10^3 MW)."""

    unit: str
    forms: list[str]
    power: int = 0
    thousands: str = ""
    """The unit that the form means after a number of a thousand or more, where that differs."""
    after_scale: list[str] = field(factory=list)
    """Further forms, which mean this unit only after a scale word."""
    not_followed: list[str] = field(factory=list)
    """What must not follow a form, where words are not parted by spaces."""
    of: str = ""
    """The kind of look-alike that is counted in it, where that is no good: 人次 counts passengers."""


@frozen(kw_only=True)
class Currencies:
    """Forms of money by ISO 4217 code, before and after the number; ``cldr`` lists the codes whose names CLDR gives.

    ``scaled`` holds names that stand before the number only where a scale follows it: "dollars 1.9bn", not "in dollars 3 percent".
    """

    cldr: list[str]
    before: dict[str, list[str]]
    after: dict[str, list[str]]
    scaled: dict[str, list[str]] = field(factory=dict)


@frozen(kw_only=True)
class RateRules:
    """How a rate joins its unit: over a good ("barrels of crude a day"), and not before these words ("a year earlier")."""

    link: str = ""
    nouns: int = 0
    """How many words of a good may stand between unit and rate."""
    stop: list[str] = field(factory=list)


@frozen(kw_only=True)
class Prices:
    """What makes an amount of money a price: a joint and the thing that is priced."""

    joints: list[str] = field(factory=list)
    of: list[str] = field(factory=list)
    before: list[str] = field(factory=list)
    """Words before the amount that make it a price."""


@frozen(kw_only=True)
class NumberRules:
    """How number words join."""

    hyphen: bool = False
    """Whether a hyphen joins words of one number (twenty-five) rather than two numbers (два-три)."""
    joiner: str = ""
    point: str = ""
    """The decimal point as a word."""
    ratio: str = ""
    """What stands between denominator and numerator, in that order."""
    vague_before: str = ""
    """Characters before a numeral that make it vague or ordinal."""
    infixes: dict[str, list[str]] = field(factory=dict)
    """Hedges between number and scale or scale and unit, by bound."""
    hundreds: list[str] = field(factory=list)
    not_alone: list[str] = field(factory=list)
    parts: dict[str, str] = field(factory=dict)
    tails: dict[str, str] = field(factory=dict)
    alone: list[str] = field(factory=list)
    """Scale words that are a number by themselves: «миллион тонн»."""
    leading: list[str] = field(factory=list)
    """Scale words that may stand before their number to say "about": «миллиарда на три»."""


@frozen(kw_only=True)
class Fraction:
    """Words that decide whether an unsure fraction word is one."""

    before: list[str] = field(factory=list)
    after: list[str] = field(factory=list)
    before_end: list[str] = field(factory=list)
    """Words behind which it is one only where it ends its clause: "the increase was a third", not "it was a third attempt"."""
    not_before: list[str] = field(factory=list)
    not_after: list[str] = field(factory=list)
    yet_after: list[str] = field(factory=list)
    """Expressions that begin with a word of `not_after` and yet may stand behind: year on year."""
    bounds: dict[str, str] = field(factory=dict)
    """The bound of those forms that are not ``about`` ("double-digit" is ten or more)."""


@frozen(kw_only=True)
class Limit:
    """A form that is a hedge only after one of these words, and leads to a level after all others."""

    form: str = ""
    after: list[str] = field(factory=list)
    bound: str = ""


@frozen(kw_only=True)
class Joints:
    """What stands between two figures of one range or list."""

    span: list[str]
    both: list[str]
    between: list[str]
    source: list[str]
    listing: list[str]
    dates: list[str]
    """Between two numbers of which the second is a day of a month, the first is one, too."""
    no_range_after: list[str] = field(factory=list)
    times: list[str] = field(factory=list)
    """Words behind which a number with a decimal and nothing behind it is a multiple: «вырос в 1,3, до 95 тыс. т»."""


@frozen(kw_only=True)
class Context:
    """Words beside a bare number that make it a name, a date, a duration: no count."""

    name_words: list[str] = field(factory=list)
    time_words: list[str] = field(factory=list)
    pair_words: list[str] = field(factory=list)
    not_after: list[str] = field(factory=list)
    rank_words: list[str] = field(factory=list)
    year_words: list[str] = field(factory=list)
    lengths: list[str] = field(factory=list)
    heads: list[str] = field(factory=list)
    """How a text says in what the plain numbers behind are counted, in a script where they need not stand apart: 单位:."""


@frozen(kw_only=True)
class FigureWords:
    """All that one language's file says; forms are in folded text."""

    spaced: bool
    group: str
    """The mark that parts groups of thousands where three digits follow it; empty where both marks are decimal."""
    unscaled_group: str = ""
    """The mark that does so only in a weight or sum without a scale word: 41.300 т beside 41.3 млн т; empty where none does."""
    scales: dict[str, list[str]]
    letters: dict[str, int]
    currencies: Currencies
    units: list[UnitRow]
    rates: dict[str, list[str]]
    rate: RateRules
    rates_before: dict[str, list[str]] = field(factory=dict)
    prices: Prices
    numbers: dict[str, int]
    number: NumberRules
    multiples: dict[str, str]
    fractions: dict[str, str]
    fractions_in_context: dict[str, str]
    fraction: Fraction
    hedges: dict[str, list[str]]
    hedges_unlike: tuple[str, ...] = ()
    """Words that end as a hedge does and are none, in a script that does not part words."""
    across: list[str] = field(factory=list)
    """Prepositions between a hedge and its figure."""
    degrees: tuple[str, ...] = ()
    """Hedges that are comparatives before such a preposition: «больше на 5 %» is 5 % more, not more than 5 %."""
    limit: Limit = field(factory=Limit)
    hedges_after: dict[str, list[str]]
    hedges_after_not: list[str] = field(factory=list)
    """Letters behind a hedge that make another word of it."""
    signs: dict[str, list[str]]
    joints: Joints
    context: Context


@cache
def figure_words(language: str) -> FigureWords:
    """The words of ``"en"``, ``"ru"`` or ``"zh"``, or :class:`LanguageError` when there is no such file.

    >>> figure_words("en").letters["k"]
    3
    """
    folder = resources.files("sinorus.languages").joinpath(language)
    source = folder.joinpath("figures.toml")
    if not language.isalpha() or not source.is_file():
        raise LanguageError(what=f"no figures in language {language!r}", remedy="use one of en, ru, zh")
    raw = tomllib.loads(source.read_text(encoding="utf-8"))
    endings_file = folder.joinpath("endings.toml")
    endings = tomllib.loads(endings_file.read_text(encoding="utf-8")) if endings_file.is_file() else {}
    for table in (raw["multiples"], raw["fractions"], raw["fraction"].get("bounds", {})):
        for form in [form for form in table if "{" in form]:
            value = table.pop(form)
            table.update((plain, value) for plain in expand(form, endings))
    for table in (raw["currencies"]["before"], raw["currencies"]["after"]):
        table.update({code: [plain for form in forms for plain in expand(form, endings)] for code, forms in table.items()})
    for row in raw["units"]:
        row["forms"] = [plain for form in row["forms"] for plain in expand(form, endings)]
    return cattrs.Converter(forbid_extra_keys=True).structure(raw, FigureWords)


_COUNTS: Final = (Decimal(1), Decimal(2), Decimal(5), Decimal("1.5"))
"""One number of each plural category that our languages have."""


@cache
def currency_names(language: str) -> dict[str, str]:
    """The CLDR names of the currencies that the file lists, lower case, each with its code.

    >>> currency_names("en")["chinese yuan"]
    'CNY'
    """
    names: dict[str, str] = {}
    for code in figure_words(language).currencies.cldr:
        forms = [get_currency_name(code, locale=language), *(get_currency_name(code, count=count, locale=language) for count in _COUNTS)]
        names.update((form.lower().replace("ё", "е"), code) for form in forms)
    return names


@cache
def month_words(language: str) -> frozenset[str]:
    """The names of the months, long and short, with and without their dot, lower case."""
    locale = Locale.parse(language)
    tables = [locale.months[kind][width] for kind in ("format", "stand-alone") for width in ("wide", "abbreviated")]
    names = {str(name).lower() for table in tables for name in table.values()}
    return frozenset(names | {name.rstrip(".") for name in names} | {f"{name.rstrip('.')}." for name in names})

"""Periods and terms in words."""

from datetime import date
from typing import Literal, cast

from babel.dates import format_date, get_month_names, get_quarter_names

from sinorus.records.wording.template import Forms, Slot, form_of
from sinorus.records.wording.voice import Voice
from sinorus.values import Period, Term

__all__ = ["period_forms", "period_text", "term_text"]

_ROMAN = ("I", "II", "III", "IV")


def period_text(voice: Voice, period: Period) -> str:
    """Return a period as the language writes it: "August 2023", «август 2023 года», 2023年8月."""
    return form_of(period_forms(voice, period))


def period_forms(voice: Voice, period: Period) -> Slot:
    """Return a period in the grammatical forms that the language needs."""
    first, last = period.first, period.last
    year = str(first.year)
    if period.is_year:
        return voice.forms("period.year", {"year": year})
    if period.is_years:
        return voice.forms("period.years", {"first": year, "last": str(last.year)})
    if period.is_month:
        return _month(voice, first)
    if period.is_half:
        return voice.forms(f"period.half{last.month // 6}", {"year": year})
    if period.is_quarter:
        return _quarter(voice, period)
    if not period.is_whole_months:
        return _days(voice, period)
    if first.year == last.year:
        names: dict[str, Slot] = {"first": _month_name(voice, first), "last": _month_name(voice, last)}
        return voice.forms("period.months", {"year": year, **names, "n": str(first.month), "n_last": str(last.month)})
    return voice.forms("period.across", {"first": _month(voice, first), "last": _month(voice, last)})


def _month(voice: Voice, day: date) -> Slot:
    return voice.forms("period.month", {"year": str(day.year), "month": _month_name(voice, day), "n": str(day.month)})


def _month_name(voice: Voice, day: date) -> Forms:
    # CLDR's "format" names stand with a day (genitive in Russian), its "stand-alone" names without
    contexts: tuple[Literal["stand-alone", "format"], ...] = ("stand-alone", "format")
    alone, beside = (get_month_names("wide", context=context, locale=voice.locale)[day.month] for context in contexts)
    return {"nom": alone, "gen": beside}


def _quarter(voice: Voice, period: Period) -> Slot:
    quarter = period.last.month // 3
    name = get_quarter_names("wide", locale=voice.locale)[quarter]
    return voice.forms("period.quarter", {"year": str(period.first.year), "quarter": name, "roman": _ROMAN[quarter - 1]})


def _days(voice: Voice, period: Period) -> Slot:
    first, last = (format_date(day, format="long", locale=voice.locale) for day in (period.first, period.last))
    return first if period.is_day else voice.forms("period.across", {"first": first, "last": last})


def term_text(voice: Voice, term: Term) -> str:
    """Return a term: "30 years", «30 лет», 30年."""
    parts = (("years", term.years), ("months", term.months), ("weeks", term.weeks), ("days", term.days))
    return " ".join(
        voice.plural(cast("Forms", voice.entry(f"term.{name}")), count).replace("{n}", str(count)) for name, count in parts if count
    )

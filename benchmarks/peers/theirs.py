"""The peers, each called as its documentation says, and its units and dates brought into terms that can be compared.

What a peer knows by a name of its own is mapped; what it has no name for (a TEU) it just does not find. Where it gives several readings of
one expression ("in August": the last one, the next one), the last that has begun by the text's date is taken, for that is what news means.
"""

import datetime
import re
import warnings
from calendar import monthrange
from collections.abc import Iterator, Mapping

from dateparser.date import DateDataParser
from dateparser.search import search_dates
from reading import UNITS, Days, Measure, Reader, measure
from recognizers_date_time import DateTimeRecognizer
from recognizers_number import NumberRecognizer
from recognizers_number_with_unit import NumberWithUnitRecognizer
from recognizers_text import Culture, ModelResult

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # its classifier of ambiguous units is an extra with a model of its own; without it, it guesses
    from quantulum3 import parser as quantulum

__all__ = ["READERS"]

_QUANTULUM = {
    "percentage": "%", "per cent": "%", "percentage point": "pp", "dollar": "USD", "united states dollar": "USD", "us dollar": "USD",
    "euro": "EUR", "renminbi": "CNY", "yuan": "CNY", "chinese yuan": "CNY", "russian ruble": "RUB", "ruble": "RUB", "rouble": "RUB",
    "pound sterling": "GBP", "japanese yen": "JPY", "yen": "JPY", "hong kong dollar": "HKD", "tonne": "t",
    "metric ton": "t", "ton": "t", "short ton": "t", "kilogram": "kg", "cubic metre": "m3", "litre": "L", "barrel": "bbl",
    "oil barrel": "bbl", "kilometre": "km", "metre": "m", "kilowatt hour": "kW.h", "kilowatt-hour": "kW.h", "megawatt": "MW",
}  # fmt: skip
_RECOGNIZERS = {
    "dollar": "USD", "ruble": "RUB", "pound": "GBP", "ton": "t", "metric ton": "t", "kilogram": "kg", "cubic meter": "m3",
    "liter": "L", "barrel": "bbl", "kilometer": "km", "meter": "m", "kilowatt hour": "kW.h", "megawatt": "MW", "percent": "%",
}  # fmt: skip
_UNIT = NumberWithUnitRecognizer(Culture.English)
_NUMBER = NumberRecognizer(Culture.English)
_FIGURES = (_UNIT.get_currency_model(), _UNIT.get_dimension_model(), _NUMBER.get_percentage_model())
_TIMES = DateTimeRecognizer(Culture.English).get_datetime_model()
_END = re.compile(r"\n+")
_TIMELY = re.compile(
    r"(?:19|20)\d\d|day|week|month|year|(?<![a-z])(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)",
    re.IGNORECASE,
)


def _quantulum(text: str, date: datetime.date | None) -> list[Measure]:
    """Return its quantities, a range as the two ends that it writes as a middle and a spread.

    Of a unit that it puts together ("percent year", for "percent year on year") the first part counts.
    """
    found = []
    for quantity in quantulum.parse(text):
        parts = quantity.unit.dimensions
        unit = _QUANTULUM.get(quantity.unit.name) or _QUANTULUM.get(parts[0]["base"] if parts else "")
        if unit is not None:
            spread = quantity.uncertainty or 0
            found += [measure(end, unit) for end in dict.fromkeys((quantity.value - spread, quantity.value + spread))]
    return found


def _sentences(text: str) -> Iterator[str]:
    """Cut a text: the models of Recognizers-Text stop without a word at the first expression that trips them, and lose the rest."""
    return (sentence for sentence in _END.split(text) if sentence)


def _recognized(text: str, date: datetime.date | None) -> list[Measure]:
    return [each for sentence in _sentences(text) for each in _recognized_in(sentence)]


def _recognized_in(sentence: str) -> Iterator[Measure]:
    """Yield what its models for money, dimensions and percentages find; where two find one number, the longer find counts."""
    results = [(result, read) for model in _FIGURES for result in model.parse(sentence) if (read := _resolved(result)) is not None]
    taken = -1
    for result, read in sorted(results, key=lambda each: (each[0].start, -each[0].end)):
        if result.start > taken:
            yield read
            taken = result.end


def _resolved(result: ModelResult) -> Measure | None:
    """Return a find with a number and a unit that counts; it gives "Cent" without a number for "per cent", too."""
    resolution = result.resolution or {}
    value = resolution.get("value")
    unit = resolution.get("isoCurrency") or _RECOGNIZERS.get(str(resolution.get("unit", "percent")).lower())
    if not value or unit is None or (unit not in UNITS and len(unit) != 3):
        return None
    return measure(value.rstrip("%"), unit)


def _recognized_times(text: str, date: datetime.date | None) -> list[Days]:
    day = date or datetime.date.today()
    found: list[Days] = []
    moment = datetime.datetime.combine(day, datetime.time())
    for result in (each for sentence in _sentences(text) for each in _TIMES.parse(sentence, moment)):
        values = (result.resolution or {}).get("values", ())
        readings = [days for value in values if (days := _days(value, day)) is not None]
        begun = [days for days in readings if days[0] <= day]
        found += begun[-1:] or readings[:1]
    return found


def _days(value: Mapping[str, str], date: datetime.date) -> Days | None:
    """Return a day or a range of days; "now" is neither.

    Its ranges end on the day after, but those between two named days on the later one; those with "since" have no end: the text's date is.
    """
    timex, kind = value.get("timex", ""), value.get("type")
    try:
        if kind in {"date", "datetime"} and timex != "PRESENT_REF":
            day = datetime.date.fromisoformat(value["value"][:10])
            return day, day
        if kind == "daterange":
            first = datetime.date.fromisoformat(value["start"])
            if "end" not in value:
                return first, date
            return first, datetime.date.fromisoformat(value["end"]) - datetime.timedelta(days=not timex.endswith("D)"))
    except (KeyError, ValueError):  # "not resolved", or a range without a start
        pass
    return None


def _dateparser(text: str, date: datetime.date | None) -> list[Days]:
    """Return what its search finds; each find is parsed again for its grain, for "August 2023" comes as a day of that month.

    A find without a word of time or a year is dropped: its search takes "$30" for the 30th.
    """
    settings: dict[str, object] = {"PREFER_DATES_FROM": "past"}
    if date is not None:
        settings["RELATIVE_BASE"] = datetime.datetime.combine(date, datetime.time())
    reader = DateDataParser(languages=["en"], settings=settings)
    found: list[Days] = []
    for words, _ in search_dates(text, languages=["en"], settings=settings) or ():
        data = reader.get_date_data(words)
        if data.date_obj is not None and _TIMELY.search(words):
            found.append(_grained(data.date_obj.date(), data.period))
    return found


def _grained(day: datetime.date, grain: str) -> Days:
    if grain == "year":
        return day.replace(month=1, day=1), day.replace(month=12, day=31)
    if grain == "month":
        return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])
    if grain == "week":
        monday = day - datetime.timedelta(days=day.weekday())
        return monday, monday + datetime.timedelta(days=6)
    return day, day


READERS = (
    Reader("quantulum3", {"figures": _quantulum}),
    Reader("Recognizers-Text", {"figures": _recognized, "periods": _recognized_times}),
    Reader("dateparser", {"periods": _dateparser}),
)

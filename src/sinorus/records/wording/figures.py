"""Amounts, currencies, units, shares and changes in words."""

from decimal import Decimal
from typing import Literal, cast

from babel.numbers import format_compact_decimal, format_decimal, format_percent, get_currency_name

from sinorus.records.wording.template import Forms
from sinorus.records.wording.times import period_forms
from sinorus.records.wording.voice import Voice
from sinorus.values import Basis, Bound, Change, Dimension, Direction, Period, Quantity, Unit

__all__ = ["bare", "change_text", "quantity_text", "tender_text"]

_DECIMALS = 3  # as many as a scale word may carry and still be read: 244.819 billion
_SCALED = 10**6  # stands for any number told with a scale word when the noun after it is chosen
_SAMPLES = (1, 2, 5, Decimal("1.5"))  # one number of each plural category that the three languages have


def number(voice: Voice, amount: Decimal) -> tuple[str, Decimal | int]:
    """Return an amount in the language's digits, and the number that decides the noun after it. No digit is ever rounded away.

    A scale word ("billion") stands only where at most three decimals are left.
    """
    if abs(amount) >= cast("int", voice.table["scale_from"]):
        power = max(power for power in cast("list[int]", voice.table["scales"]) if amount.adjusted() >= power)
        decimals = _decimals(amount.scaleb(-power))
        if decimals <= _DECIMALS:
            compact = cast("Literal['short', 'long']", voice.table["compact"])
            # Babel's annotation says float; it takes a Decimal and keeps it one
            exact = cast("float", amount)
            scaled = format_compact_decimal(exact, format_type=compact, locale=voice.locale, fraction_digits=decimals)
            return scaled, _SCALED
    return format_decimal(amount, locale=voice.locale, decimal_quantization=False), amount


def _decimals(amount: Decimal) -> int:
    return max(0, -cast("int", amount.normalize().as_tuple().exponent))


def quantity_text(voice: Voice, quantity: Quantity) -> str:
    """Return a quantity with its unit and its hedge."""
    if quantity.bound is Bound.BETWEEN and quantity.upper is not None:
        low, high = (bare(voice, amount, quantity.measure, hedged=True) for amount in (quantity.amount, quantity.upper))
        text = voice.say("bound.between", {"low": low, "high": high})
    else:
        hedged = quantity.bound is not Bound.EXACT
        text = voice.say(f"bound.{quantity.bound}", {"x": bare(voice, quantity.amount, quantity.measure, hedged=hedged)})
    per = quantity.measure.per
    return text if per is None else voice.say(f"rate.{per}", {"x": text})


def bare(voice: Voice, amount: Decimal, unit: Unit, *, hedged: bool = False) -> str:
    """Return an amount with its unit, without hedge and time."""
    digits, count = number(voice, amount)
    if unit.is_money:
        template = f"money.{unit.base}" if voice.has(f"money.{unit.base}") else "money.default"
        return voice.say(template, {"amount": digits, "currency": _currency(voice, unit.base, count, hedged=hedged)})
    slots = {"amount": digits}
    if unit.dimension is Dimension.PERCENT:
        slots["percent"] = format_percent(amount.scaleb(-2), locale=voice.locale, decimal_quantization=False)
    if voice.has(f'units."{unit.base}"'):
        slots["unit"] = voice.plural(cast("Forms", voice.entry(f'units."{unit.base}"')), count, hedged=hedged)
    return voice.say(f'unit."{unit.base}"' if voice.has(f'unit."{unit.base}"') else "unit.default", slots)


def _currency(voice: Voice, code: str, count: Decimal | int, *, hedged: bool) -> str:
    if voice.has(f"currency.{code}"):
        return voice.plural(cast("Forms", voice.entry(f"currency.{code}")), count, hedged=hedged)
    category = voice.category(count, hedged=hedged)
    sample = next((each for each in _SAMPLES if voice.locale.plural_form(each) == category), count)
    return get_currency_name(code, count=cast("Decimal", sample), locale=voice.locale)


def tender_text(voice: Voice, code: str) -> str:
    """Return a currency by itself, as something to pay in."""
    return voice.say(f"tender.{code}") if voice.has(f"tender.{code}") else get_currency_name(code, count=1, locale=voice.locale)


def change_text(voice: Voice, change: Change) -> str:
    """Return a change with its size and what it is measured against."""
    basis = _basis(voice, "basis", change)
    if change.direction is Direction.FLAT or change.by is None:
        kind = "flat" if change.direction is Direction.FLAT else f"{change.direction}_open"
        return voice.say(f"change.{kind}", {"basis": basis})
    by = change.by
    slots = {
        "basis": basis,
        "level": _basis(voice, "level", change),
        "hedge": voice.say(f"change.hedge.{by.bound}"),
        "by": _size(voice, by),
        "amount": number(voice, by.amount)[0],
    }
    kind = change.direction.value
    if by.dimension is Dimension.MULTIPLE:
        kind = f"{kind}_x"
        if change.direction is Direction.DOWN and by.amount < 1:
            kind = "down_part"
            slots["part"] = format_percent(by.amount, locale=voice.locale, decimal_quantization=False)
    return voice.say(f"change.{kind}", slots)


def _size(voice: Voice, by: Quantity) -> str:
    """A size whose hedge stands before the preposition, so that the noun keeps its own case."""
    text = bare(voice, by.amount, by.measure)
    if by.upper is not None:
        slots = {"low": text, "low_digits": number(voice, by.amount)[0], "high": bare(voice, by.upper, by.measure)}
        text = voice.say("change.between", slots)
    return text if by.measure.per is None else voice.say(f"rate.{by.measure.per}", {"x": text})


def _basis(voice: Voice, kind: str, change: Change) -> str:
    if isinstance(change.basis, Basis):
        return voice.say(f"change.{kind}.{change.basis}")
    if isinstance(change.basis, Period):
        return voice.say(f"change.{kind}.period", {"period": period_forms(voice, change.basis)})
    return voice.say(f"change.{kind}.none") if voice.has(f"change.{kind}.none") else ""

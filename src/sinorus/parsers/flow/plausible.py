"""What no flow between two countries can be: so large or so small that its figure means something else, or was misread."""

from decimal import Decimal

from sinorus.parsers.flow.claim import Draft
from sinorus.values import Quantity
from sinorus.values.evolve import evolve

_MOST = {unit: Decimal(most) for unit, most in {"t": 10**9, "m3": 5 * 10**11, "bbl/d": 10**7, "USD": 15 * 10**11, "CNY": 10**13}.items()}
"""Above what any two countries move: China and ASEAN traded goods for $0.98 trillion in 2024 (China Customs); all coal that crosses a
border is about 1.5 billion tonnes a year (IEA, Coal 2024), all gas about a trillion cubic metres (Energy Institute, 2024)."""
_LEAST = {"L": Decimal(1000), "kg": Decimal(60)}
"""A litre or two is an engine's, or a bottle's; so few kilograms weigh a bar, a sack or a person's bags."""
_MILLION = Decimal(10**6)


def implausible(draft: Draft, text: str) -> str | None:
    """Return why a level can be none; a volume printed with a decimal comma ("3,228 million tons") is put right in the draft."""
    volume, ends = draft.volume, draft.frame.ends
    if volume is not None and volume.amount < _LEAST.get(volume.unit, Decimal(0)):
        return "too small for a flow"
    if ends is None or None in {ends.exporter, ends.importer}:
        return None
    if (
        volume is not None
        and volume.unit == "t"
        and volume.amount >= _MOST["t"]
        and _has_decimal_comma(volume, text[draft.start : draft.end])
    ):
        draft.volume = volume = evolve(volume, amount=volume.amount / 1000)
    levels = [each for each in (draft.value, volume) if each is not None]
    return (
        "too large for a flow between two countries"
        if any(each.amount >= _MOST.get(each.unit, each.amount + 1) for each in levels)
        else None
    )


def _has_decimal_comma(volume: Quantity, printed: str) -> bool:
    return f"{volume.amount / _MILLION:,f}" in printed

"""Which goods are sorts of others."""

from sinorus.world import commodity

RAW = frozenset({"energy", "agricultural-products", "minerals", "metals", "timber", "fertilizer"})
"""Goods that China imports and Russia exports."""
MACHINES = frozenset({"aircraft", "helicopters", "construction-machinery", "excavators", "bulldozers", "loaders", "machine-tools"})
"""Goods that a word for vehicles may stand for, where the text speaks of them."""
_NOBLE = "71"
"""The HS chapter of precious metals."""


def is_sort(good: str, kind: str) -> bool:
    """Whether a good is of a kind; raw materials are whatever is dug, drilled or grown, noble metals are metals, and crops are food."""
    above = commodity(good).ancestors()
    noble = kind == "metals" and any(code.startswith(_NOBLE) for code in commodity(good).hs)
    machine = kind == "vehicles" and good in MACHINES  # "24 machines", of helicopters
    crop = kind == "food" and "agricultural-products" in above and good != kind
    return kind in above or noble or machine or crop or (kind == "raw-materials" and any(each in RAW for each in (good, *above)))

"""Many forms as one pattern that branches letter by letter.

A plain choice of five hundred forms is tried one by one at every place; one that shares its beginnings gives up at the first letter.
"""

import re
from collections.abc import Mapping

__all__ = ["branches"]


def branches(forms: Mapping[str, str]) -> str:
    r"""Return a pattern that matches the longest form whose own condition (a lookahead) holds behind it; none matches where there are none.

    >>> branches({"mn": r"\b", "m": r"\b", "million": ""})
    'm(?:illion|n\\b|\\b)'
    """
    heads: dict[str, dict[str, str]] = {}
    for form, condition in forms.items():
        heads.setdefault(form[:1], {})[form[1:]] = condition
    own = heads.pop("", None)
    choices = [re.escape(head) + _grouped(branches(tails)) for head, tails in sorted(heads.items())]
    if own is not None:
        choices.append(own[""])  # last, so that the longer ones come first
    return "|".join(choices) if choices else "(?!)"


def _grouped(pattern: str) -> str:
    return f"(?:{pattern})" if "|" in pattern else pattern

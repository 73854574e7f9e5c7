"""Names of goods that are another word elsewhere: «стали» is steel behind "tonnes of", and "became" behind a subject or a time.

A language lists them in ``homonyms.toml``; such a form names goods only right behind what leads to goods.
"""

import tomllib
from functools import cache
from importlib.resources import files

from sinorus.languages.meaning import Figure, Goods, Head, OtherMeasure, Party, Punctuation, Relation, Use
from sinorus.scan.fold import fold
from sinorus.scan.mention import Mention

_GAP = 1
"""Characters between a word and what leads to it."""


@cache
def homonyms(language: str) -> frozenset[str]:
    """Return the folded forms that are goods only in their place.

    >>> "стали" in homonyms("ru"), homonyms("en")
    (True, frozenset())
    """
    file = files("sinorus.languages").joinpath(language, "homonyms.toml")
    rows = tomllib.loads(file.read_text("utf-8"))["homonym"] if file.is_file() else []
    return frozenset(fold(form) for row in rows for form in row["forms"])


def without_homonyms(mentions: list[Mention], folded: str, language: str) -> list[Mention]:
    """Return the mentions without the names of goods that are another word where they stand."""
    doubtful = homonyms(language)
    if not doubtful:
        return mentions
    return [
        mention
        for index, mention in enumerate(mentions)
        if not mention.mask & Goods.bit or folded[mention.start : mention.end] not in doubtful or _led_to(mentions, index)
    ]


def _led_to(mentions: list[Mention], index: int) -> bool:
    """Whether what stands right before names, counts or joins goods."""
    if not index or mentions[index].start - mentions[index - 1].end > _GAP:
        return False
    before = mentions[index - 1]
    maker = before.get(Party)
    if maker is not None and maker.use is Use.MODIFIER:
        return _led_to(mentions, index - 1)  # «импорт китайской стали», not «китайские стали лидерами»
    if before.mask & Punctuation.bit:
        return index > 1 and bool(mentions[index - 2].mask & Goods.bit)
    head = before.get(Head)
    return bool(before.mask & (Figure.bit | Relation.bit | Goods.bit | OtherMeasure.bit)) or (
        head is not None and head.use is Use.NOUN and not head.agent
    )

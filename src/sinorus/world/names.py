"""What an entity is called in each language, and when two spellings are the same name."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from attrs import field, frozen

from sinorus.errors import LanguageError, ValidationError

__all__ = ["LOCALES", "Names", "checked_locale", "lookup_key"]

LOCALES: Final = ("en", "ru", "zh")
"""The locales in which every entity has a name; ``zh`` is simplified Chinese."""

_IGNORED: Final = frozenset("\"'«»“”‘’„()（）《》·・.,，、")
_ARTICLE: Final = "the "


def checked_locale(locale: str) -> str:
    """The locale itself, or :class:`LanguageError` when entities have no names in it."""
    if locale not in LOCALES:
        raise LanguageError(what=f"no names in language {locale!r}", remedy=f"use one of {', '.join(LOCALES)}")
    return locale


@lru_cache(maxsize=10_000)
def lookup_key(name: str) -> str:
    """One key for all spellings of a name: case, width, spaces, hyphens, quotes, ё and a leading article do not count.

    >>> lookup_key("The Power-of  Siberia 2") == lookup_key("power of siberia-2")
    True
    >>> lookup_key("Ковыкта") == lookup_key("«Ковыкта»")
    True
    """
    text = unicodedata.normalize("NFKC", name).strip().casefold().replace("ё", "е")
    text = text.removeprefix(_ARTICLE)
    if text.isascii() and text.isalnum():
        return text
    return "".join(c for c in text if not c.isspace() and c not in _IGNORED and unicodedata.category(c) != "Pd")


def _no_blank(_: object, attribute: object, value: tuple[str, ...]) -> None:
    if any(not name.strip() for name in value):
        raise ValidationError(what="an empty name", where="names", remedy="leave the name out")


@frozen(slots=True, kw_only=True)
class Names(Mapping[str, tuple[str, ...]]):
    """The names of one entity by language: nominative forms as texts print them, the first one for display.

    >>> names = Names(en=("soybeans", "soya beans"), ru=("соевые бобы",), zh=("大豆",))
    >>> names["en"]
    ('soybeans', 'soya beans')
    >>> names.display("ru")
    'соевые бобы'
    """

    en: tuple[str, ...] = field(default=(), validator=_no_blank)
    ru: tuple[str, ...] = field(default=(), validator=_no_blank)
    zh: tuple[str, ...] = field(default=(), validator=_no_blank)

    def __getitem__(self, locale: str) -> tuple[str, ...]:
        if locale == "en":
            return self.en
        if locale == "ru":
            return self.ru
        if locale == "zh":
            return self.zh
        raise KeyError(locale)

    def __iter__(self) -> Iterator[str]:
        return iter(LOCALES)

    def __len__(self) -> int:
        return len(LOCALES)

    def display(self, locale: str = "en") -> str:
        """The name to print in ``locale``; English where that language has none."""
        own = self[checked_locale(locale)]
        return (own or self.en)[0]

    def all(self) -> tuple[str, ...]:
        """Every name in every language, display names of each language first in their turn."""
        return (*self.en, *self.ru, *self.zh)

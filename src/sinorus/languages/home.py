"""The country of which a text speaks when it names none: that in which its language is at home."""

from functools import cache

from babel.core import get_global


@cache
def home(language: str) -> str | None:
    """Return the territory that CLDR finds likeliest for a language, or None where it knows none.

    >>> home("ru"), home("zh"), home("xx")
    ('RU', 'CN', None)
    """
    tag = get_global("likely_subtags").get(language)
    return None if tag is None else str(tag).rsplit("_", 1)[-1]
